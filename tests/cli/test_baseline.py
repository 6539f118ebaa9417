"""`proposal-lint baseline`, and `check` with one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .conftest import Run

MAIL = "Hello.\nWrite to me@there.org today.\n"
MORE = "Hello.\nWrite to me@there.org today.\nOr to you@there.org tomorrow.\n"


@pytest.fixture(autouse=True)
def drafts(folder: Path) -> None:
    (folder / "sub").mkdir()
    (folder / "a.txt").write_text(MAIL, encoding="utf-8")
    (folder / "sub" / "b.txt").write_text(MAIL, encoding="utf-8")


def test_what_is_known_does_not_fail_and_what_is_new_does(run: Run) -> None:
    made = run("baseline", ".")
    assert made.code == 0
    assert made.out == ".proposal-lint-baseline.json: 2 findings in 2 files (2 added, 0 gone).\n"
    assert made.err.startswith("Set it to work with 'baseline: .proposal-lint-baseline.json'")
    found = run("--baseline", ".proposal-lint-baseline.json", ".")
    assert found.code == 0
    assert found.out == "No findings in 2 files (checked as upwork proposal, pre-contract), 2 in the baseline.\n"
    Path("a.txt").write_text("Moved down.\n\n" + MORE, encoding="utf-8")
    found = run("--baseline", ".proposal-lint-baseline.json", ".", "-f", "concise")
    assert found.code == 1
    assert found.out.startswith("a.txt:5:7: error[contact/email]")
    assert found.out.count("\n") == 1
    value = json.loads(run("--baseline", ".proposal-lint-baseline.json", ".", "-f", "json").out)
    assert value["summary"]["baselined"] == 2


def test_the_configuration_names_it(run: Run) -> None:
    Path("sub/.proposal-lint.yaml").write_text("baseline: known/list.json\n", encoding="utf-8")
    Path("sub/known").mkdir()
    assert run("baseline", "sub", "--baseline", "sub/known/list.json").code == 0
    entries = json.loads(Path("sub/known/list.json").read_text(encoding="utf-8"))["findings"]
    assert [entry["path"] for entry in entries] == ["../b.txt"]
    assert run("sub").code == 0
    assert run("a.txt").code == 1
    assert run("--isolated", "sub").code == 1


def test_the_command_writes_the_configured_one(run: Run) -> None:
    Path(".proposal-lint.yaml").write_text("baseline: known.json\n", encoding="utf-8")
    found = run("a.txt")
    assert found.code == 2
    assert "known.json: there is no such baseline. Write it with `proposal-lint baseline" in found.err
    assert "contact/email" in found.out
    made = run("baseline", ".")
    assert (made.code, made.err) == (0, "")
    assert run(".").code == 0


def test_it_shrinks_and_grows_only_when_asked(run: Run) -> None:
    run("baseline", ".")
    Path("a.txt").write_text("Fine.\n", encoding="utf-8")
    Path("sub/b.txt").write_text(MORE, encoding="utf-8")
    found = run("--baseline", ".proposal-lint-baseline.json", ".")
    assert found.err == "1 known finding no longer there: `proposal-lint baseline --shrink` forgets about it.\n"
    assert run("--baseline", ".proposal-lint-baseline.json", "-q", ".").err == ""
    assert run("baseline", "--shrink", ".").out == (
        ".proposal-lint-baseline.json: 1 finding in 1 file (0 added, 1 gone).\n"
    )
    before = Path(".proposal-lint-baseline.json").read_bytes()
    assert run("baseline", "--shrink", ".").out.endswith("(0 added, 0 gone).\n")
    assert Path(".proposal-lint-baseline.json").read_bytes() == before
    assert run("baseline", ".").out.endswith("2 findings in 1 file (1 added, 0 gone).\n")


def test_other_drafts_and_unreadable_ones_keep_what_is_known_of_them(run: Run) -> None:
    run("baseline", ".")
    Path("a.txt").write_bytes(b"caf\xe9")
    found = run("baseline", "a.txt")
    assert found.code == 2
    assert "byte 0xe9 is not UTF-8" in found.err
    assert found.out.endswith("2 findings in 2 files (0 added, 0 gone).\n")


def test_a_broken_baseline_is_never_written_over(run: Run) -> None:
    Path(".proposal-lint-baseline.json").write_text("{", encoding="utf-8")
    for arguments in (
        ("baseline", "."),
        ("baseline", "--shrink", "."),
        ("--baseline", ".proposal-lint-baseline.json", "."),
    ):
        found = run(*arguments)
        assert found.code == 2
        assert "the baseline is not JSON" in found.err
    assert Path(".proposal-lint-baseline.json").read_text(encoding="utf-8") == "{"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("baseline", "-"), "standard input has no path to be known by"),
        (("baseline", "--shrink", "."), "there is no baseline to shrink"),
        (("baseline",), "Missing argument 'PATH"),
        (("baseline", ".", "--baseline", "no/where.json"), "cannot be written"),
    ],
)
def test_usage_errors(run: Run, arguments: tuple[str, ...], message: str) -> None:
    found = run(*arguments)
    assert found.code == 2
    assert message in found.err


def test_directives_come_first(run: Run) -> None:
    Path("a.txt").write_text("%% proposal-lint: ignore-file[contact]\n" + MAIL, encoding="utf-8")
    assert run("baseline", "a.txt").out.startswith(".proposal-lint-baseline.json: 0 findings in 0 files")


def test_a_known_finding_is_not_fixed(run: Run) -> None:
    Path(".proposal-lint.yaml").write_text(
        "baseline: known.json\ncommunication: {tools: [Slack]}\nselect: [communication/tools]\n", encoding="utf-8"
    )
    Path("a.txt").write_text("There is no tool.\n", encoding="utf-8")
    run("baseline", "a.txt")
    assert run("--fix", "a.txt").code == 0
    assert Path("a.txt").read_text(encoding="utf-8") == "There is no tool.\n"
