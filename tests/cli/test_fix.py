"""`proposal-lint --fix`, `--unsafe-fixes` and `--diff`."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from linter import engine
from linter.cli import main
from linter.communication import Communication
from linter.engine import Linter
from linter.rulebook import Rulebook

from .conftest import Process, Ran, Run, quick_rulebook

BEFORE = "Two days, $300. Call me on (415) 555-0132 to talk.\nWe both save the Upwork fee.\n"
AFTER = BEFORE.replace("Call me on (415) 555-0132", "Message me here")
ALL = "Two days, $300. Message me here to talk.\n"


@pytest.fixture
def run(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes], linter: Linter
) -> Run:
    """Runs the command in this process, with the rules compiled once for all tests."""
    del folder

    def speaking(rulebook: Rulebook, communication: Communication | None = None) -> Linter:
        del rulebook
        return linter.speaking(communication or Communication())

    monkeypatch.setattr(engine, "Linter", speaking)
    monkeypatch.setattr("linter.linters.load_rulebook", quick_rulebook)

    def command(*arguments: str, stdin: bytes = b"") -> Ran:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        code = main(("--no-cache", *arguments))
        captured = capsysbinary.readouterr()
        return Ran(code, captured.out.decode("utf-8", "surrogateescape"), captured.err.decode())

    return command


@pytest.fixture
def draft(folder: Path) -> Path:
    path = folder / "a.txt"
    path.write_text(BEFORE, encoding="utf-8")
    return path


def test_fix_mends_what_is_safe_and_reports_the_rest(run: Run, draft: Path) -> None:
    found = run("--fix", "a.txt", "-f", "concise")
    assert draft.read_text(encoding="utf-8") == AFTER
    assert (found.code, found.err) == (1, "")
    assert found.out == ('a.txt:2:9: error[off-platform/payment] "save the Upwork fee" takes the payment off Upwork.\n')


def test_unsafe_fixes_mend_more_and_the_exit_code_speaks_of_what_is_left(run: Run, draft: Path) -> None:
    found = run("--fix", "--unsafe-fixes", "a.txt")
    assert draft.read_text(encoding="utf-8") == ALL
    assert found.code == 0
    assert found.out == "No findings in 1 file (checked as upwork proposal, pre-contract), 3 fixed.\n"


def test_the_summary_tells_what_could_be_fixed(run: Run, draft: Path) -> None:
    del draft
    found = run("a.txt")
    assert found.out.endswith("pre-contract). 2 can be fixed with --fix, 1 more with --fix --unsafe-fixes.\n")
    value = json.loads(run("--fix", "a.txt", "-f", "json").out)
    assert value["summary"]["fixed"] == 2
    assert run("a.txt").out.endswith("pre-contract). 1 can be fixed with --fix --unsafe-fixes.\n")


def test_diff_shows_a_patch_and_changes_nothing(run: Run, draft: Path) -> None:
    for flags in (("--diff",), ("--diff", "--fix"), ("--diff", "-q")):
        found = run(*flags, "a.txt")
        assert found.code == 1
        assert found.out == (
            "--- a/a.txt\n+++ b/a.txt\n@@ -1,2 +1,2 @@\n"
            "-Two days, $300. Call me on (415) 555-0132 to talk.\n+Two days, $300. Message me here to talk.\n"
            " We both save the Upwork fee.\n"
        )
        assert found.err == ("" if "-q" in flags else "2 findings would be fixed in 1 file.\n")
    assert draft.read_text(encoding="utf-8") == BEFORE
    assert "-We both save the Upwork fee.\n" in run("--diff", "--unsafe-fixes", "a.txt").out


def test_diff_of_nothing_to_fix_is_no_failure(run: Run, draft: Path) -> None:
    draft.write_text("We both save the Upwork fee. Two days, $300.\n", encoding="utf-8")
    assert run("--diff", "a.txt") == Ran(0, "", "Nothing would be fixed.\n")
    assert run("--diff", "a.txt", "nope.txt").code == 2


def test_standard_input_is_fixed_onto_standard_output(run: Run) -> None:
    data = b"\xef\xbb\xbf" + BEFORE.replace("\n", "\r\n").encode()
    found = run("--fix", "-", "-f", "concise", stdin=data)
    assert found.out.encode() == b"\xef\xbb\xbf" + AFTER.replace("\n", "\r\n").encode()
    assert found.err.startswith("-:2:9: error[off-platform/payment]")
    assert found.code == 1


@pytest.mark.parametrize("data", [b"Fine.\n", b"broken \xff\n", b""])
def test_standard_input_comes_back_where_nothing_is_fixed(run: Run, data: bytes) -> None:
    found = run("--fix", "-q", "--stdin-filename", "x.txt", "-", stdin=data)
    assert found.out == data.decode("utf-8", "surrogateescape")
    assert found.code == (2 if b"broken" in data else 0)


def test_standard_input_as_a_patch(run: Run, draft: Path) -> None:
    found = run("--diff", "--stdin-filename", "a.txt", "-", stdin=b"Call me on (415) 555-0132 to talk.\n")
    assert found.out.startswith("--- a/a.txt\n+++ b/a.txt\n")
    assert draft.read_text(encoding="utf-8") == BEFORE


def test_unsafe_fixes_alone_is_a_usage_error(run: Run, draft: Path) -> None:
    del draft
    found = run("--unsafe-fixes", "a.txt")
    assert found.code == 2
    assert found.err == (
        "proposal-lint: --unsafe-fixes changes nothing by itself. Add --fix, or --diff to see what it would do.\n"
    )


def test_the_configured_paragraph_is_inserted_without_what_is_ignored(run: Run, draft: Path) -> None:
    Path(".proposal-lint.yaml").write_text(
        "ignore: [communication/preference]\ncommunication: {tools: [Slack], hours: 9 to 5 CET}\n", encoding="utf-8"
    )
    text = "I have built online shops for eleven years and love to make them fast. " * 4
    draft.write_text(text + "\n\nBest,\nMira\n", encoding="utf-8")
    run("--fix", "a.txt")
    assert draft.read_text(encoding="utf-8") == (
        text
        + "\n\nI work 9 to 5 CET. Until the contract starts I write in Upwork Messages, and after that I am happy to "
        "use Slack.\n\nBest,\nMira\n"
    )


def test_a_pipe_carries_the_draft_byte_by_byte(process: Process) -> None:
    data = "\ufeffCall me on (415) 555-0132 to talk — ça va?\r\n".encode()
    ran = process("--fix", "-", input=data, env={"PYTHONIOENCODING": "ascii"})
    assert ran.stdout == "\ufeffMessage me here to talk — ça va?\r\n".encode()
    assert b"2 fixed" in ran.stderr
    assert ran.returncode == 0
