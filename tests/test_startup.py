"""The command-line process starts quickly, and nobody else's process is touched."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import textwrap
from pathlib import Path
from typing import Any

import pytest

from linter import startup
from linter.cli._app import command

ROOT = Path(__file__).parent.parent
INIT = "from thinc.api import Config\nfrom .cli.info import info  # noqa: F401\n"


def run(code: str, *arguments: str, **environment: str) -> Any:
    """What a fresh process prints as JSON."""
    clean = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    call = [sys.executable, "-c", textwrap.dedent(code), *arguments]
    done = subprocess.run(call, env=clean, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_spacy_comes_without_its_command_line_and_is_whole_all_the_same() -> None:
    said = run(
        """
        import gc, json, sys
        from linter import startup
        startup.prepare()
        import spacy
        hidden = [name for name in ("spacy.cli", "typer", "weasel", "torch") if name in sys.modules]
        frozen = gc.get_freeze_count() > 10_000 and gc.isenabled()
        words = [token.text for token in spacy.blank("en")("Don't stop.")]
        import spacy.cli
        real = spacy.cli.__file__ is not None and spacy.info(silent=True)["spacy_version"] == spacy.__version__
        loader = type(spacy.__spec__.loader).__name__ == type(json.__spec__.loader).__name__
        print(json.dumps([hidden, frozen, words, real, loader, [type(one).__name__ for one in sys.meta_path]]))
        """
    )
    assert said[:5] == [[], True, ["Do", "n't", "stop", "."], True, True]
    assert "_Finder" not in said[5]


def test_what_thinc_probes_for_is_not_imported_but_stays_importable(tmp_path: Path) -> None:
    (tmp_path / "torch.py").write_text("import pathlib; pathlib.Path(__file__).with_name('seen').touch()\n")
    said = run(
        """
        import json, pathlib, sys
        from linter import startup
        startup.prepare()
        import spacy
        seen = pathlib.Path(sys.argv[1], "seen")
        before = seen.exists()
        sys.path.insert(0, sys.argv[1])
        import torch
        print(json.dumps([before, seen.exists()]))
        """,
        str(tmp_path),
        PYTHONPATH=f"{tmp_path}{os.pathsep}{ROOT}",
    )
    assert said == [False, True]


def test_foreign_spacy_components_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "foreign.py").write_text("raise RuntimeError('somebody else is broken')\n")
    data = tmp_path / "foreign-1.0.dist-info"
    data.mkdir()
    (data / "METADATA").write_text("Metadata-Version: 2.1\nName: foreign\nVersion: 1.0\n")
    (data / "entry_points.txt").write_text("[spacy_factories]\nforeign = foreign:factory\n")
    code = "from linter import startup; startup.prepare(); import spacy; spacy.blank('en'); print('true')"
    assert run(code, PYTHONPATH=f"{tmp_path}{os.pathsep}{ROOT}") is True


def test_lint_touches_nothing_in_somebody_elses_process() -> None:
    said = run(
        """
        import gc, json, os, sys
        before = [gc.get_threshold(), gc.get_freeze_count(), list(map(repr, sys.meta_path)), dict(os.environ)]
        import linter
        linter.lint("Write to jane.doe@mailnord.org.")
        import spacy.cli
        after = [gc.get_threshold(), gc.get_freeze_count(), list(map(repr, sys.meta_path)), dict(os.environ)]
        same = [a == b for a, b in zip(before, after)]
        print(json.dumps([same, "linter.startup" in sys.modules, spacy.cli.__file__ is not None]))
        """
    )
    # spaCy's dependencies bring finders of their own
    assert said == [[True, True, said[0][2], True], False, True]


@pytest.mark.parametrize(
    ("version", "source", "tested"),
    [
        ("3.7.0", "import thinc\ndef info():\n    from .cli.info import info as cli_info\n", True),
        ("3.8.14", INIT, True),
        ("3.9.0", INIT, False),
        ("4.0.0.dev3", INIT, False),
        ("3.8.14", INIT + "from .cli import app\n", False),
        ("3.8.14", INIT.replace("info import info", "about import info"), False),
    ],
)
def test_an_unknown_spacy_is_imported_plainly(tmp_path: Path, version: str, source: str, tested: bool) -> None:
    (tmp_path / "about.py").write_text(f'__title__ = "spacy"\n__version__ = "{version}"\n')
    (tmp_path / "__init__.py").write_text(source)
    assert startup._looks_tested(str(tmp_path / "__init__.py")) is tested


def test_a_spacy_without_a_place_is_imported_plainly(tmp_path: Path) -> None:
    assert not startup._looks_tested(None)
    assert not startup._looks_tested(str(tmp_path / "nowhere" / "__init__.py"))


def test_leaving_flushes_and_gives_the_code() -> None:
    code = "import sys; from linter import startup; print('done'); sys.stderr.write('said'); startup.leave(3)"
    done = subprocess.run(
        [sys.executable, "-c", code], env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (3, b"done\n", b"said")


@pytest.mark.parametrize(
    "arguments",
    [
        ["a.txt", "b.txt"],
        ["-f", "json", "--color", "always", "--stage", "contract", "--waive", "legal", "--waive", "enterprise", "a"],
        [
            "a",
            "--config",
            "c.yaml",
            "--rules-dir",
            "x",
            "--select",
            "a,b",
            "--select",
            "c",
            "-q",
            "--fail-level",
            "never",
        ],
    ],
)
def test_flags_that_are_read_late_say_the_same(arguments: list[str]) -> None:
    def read(late: bool) -> dict[str, object]:
        found = command(["check"])
        if late:
            startup.read_flags_late(found)
        return dict(found.commands["check"].make_context("check", list(arguments)).params)

    assert read(late=True) == read(late=False)


@pytest.mark.parametrize("arguments", [["a", "--stage", "never"], ["a", "--color", "maybe"], []])
def test_wrong_flags_that_are_read_late_are_as_wrong(arguments: list[str]) -> None:
    errors = []
    for late in (False, True):
        found = command(["check"])
        if late:
            startup.read_flags_late(found)
        with pytest.raises(Exception) as caught:
            found.commands["check"].make_context("check", list(arguments))
        errors.append((type(caught.value), str(caught.value)))
    assert errors[0] == errors[1]


@pytest.mark.parametrize(
    ("source", "optional"),
    [("_PydanticV1BaseModel = None", True), ("from pydantic.v1 import BaseModel", False), (None, False)],
)
def test_models_of_pydantic_1_are_left_out_only_where_they_are_optional(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, source: str | None, optional: bool
) -> None:
    (tmp_path / "confection").mkdir()
    (tmp_path / "confection" / "__init__.py").write_text("")
    if source is not None:
        (tmp_path / "confection" / "validation.py").write_text(source)
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delitem(sys.modules, "pydantic.v1", raising=False)
    assert startup._does_without_old_models() is optional
