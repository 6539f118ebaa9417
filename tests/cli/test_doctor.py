"""`proposal-lint doctor`"""

from __future__ import annotations

from pathlib import Path

from .conftest import Process, Run


def test_a_sound_installation(process: Process) -> None:
    found = process("doctor")
    assert (found.returncode, found.stderr) == (0, b"")
    assert all(line.startswith(b"ok ") for line in found.stdout.splitlines())
    assert b"spacy 3." in found.stdout
    assert b"none for this folder" in found.stdout


def test_a_broken_configuration_is_named_and_the_rest_looked_at(run: Run) -> None:
    Path(".proposal-lint.yaml").write_text("nonsense: 1\n", encoding="utf-8")
    found = run("doctor")
    assert found.code == 2
    bad = [line for line in found.out.splitlines() if line.startswith("BAD")]
    assert any(".proposal-lint.yaml:1:1: unknown key 'nonsense'" in line for line in bad)
    assert any(line.startswith("ok   sample draft") for line in found.out.splitlines())
