"""`proposal-lint [check] PATH...`"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .conftest import Run

MAIL = "Hello.\nWrite to me@there.org on WhatsApp.\n"


def write(name: str, text: str = MAIL) -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_bytes(text.encode())


def test_check_needs_no_name(run: Run) -> None:
    write("a.txt")
    named, unnamed = run("check", "a.txt"), run("a.txt")
    assert named == unnamed
    assert named.code == 1
    assert named.err == ""
    assert named.out.startswith("a.txt:2:10: error[contact/email] ")
    assert named.out.endswith("2 errors in 1 file (checked as upwork proposal, pre-contract).\n")


@pytest.mark.parametrize("arguments", [("-q", "a.txt"), ("a.txt", "-f", "concise"), ("--platform", "generic", "a.txt")])
def test_flags_may_come_first(run: Run, arguments: tuple[str, ...]) -> None:
    write("a.txt")
    assert run(*arguments).code == 1


@pytest.mark.parametrize("arguments", [("--version",), ("-V",), ("check", "-V"), ("a.txt", "--version")])
def test_version(run: Run, arguments: tuple[str, ...]) -> None:
    found = run(*arguments)
    assert (found.code, found.out.startswith("proposal-lint ")) == (0, True)


@pytest.mark.parametrize("arguments", [("--help",), ("-h",), ("check", "--help"), ("a.txt", "--help"), ("rules", "-h")])
def test_help(run: Run, arguments: tuple[str, ...]) -> None:
    found = run(*arguments)
    assert (found.code, "Usage: proposal-lint" in found.out, found.err) == (0, True, "")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "Missing argument 'PATH"),
        (("check",), "Missing argument 'PATH"),
        (("-q",), "Missing argument 'PATH"),
        (("--platfrm", "x", "a.txt"), "--platform"),
        (("--document", "profil", "a.txt"), "'profil' is not one of 'proposal', 'profile', 'message'"),
        (("-f", "jsn", "a.txt"), "Did you mean 'json'?"),
        (("--platform", "upwrk", "a.txt"), "no platform is called 'upwrk'. Did you mean 'upwork'?"),
        (("--select", "contact/emial", "a.txt"), "no rule is called 'contact/emial'. Did you mean 'contact/email'?"),
        (("--stdin-filename", "x", "a.txt"), "--stdin-filename names standard input, which is not read. Add '-'."),
        (("--config", "x", "--isolated", "a.txt"), "--config and --isolated exclude each other"),
        (("--config", "x.yaml", "a.txt"), "x.yaml:1:1: cannot be read: No such file"),
        (("--exclude", "!", "a.txt"), "--exclude: '!' is no pattern"),
        (("-o", "no/such/folder.txt", "a.txt"), "cannot be written"),
        (("",), "a path is empty"),
        (("rules",), "Missing command"),
        (("rules", "lst"), "No such command 'lst'"),
    ],
)
def test_usage_errors_exit_2_with_the_remedy(run: Run, arguments: tuple[str, ...], message: str) -> None:
    write("a.txt")
    found = run(*arguments)
    assert (found.code, found.out) == (2, "")
    assert message in " ".join(found.err.split())
    assert "Traceback" not in found.err


def test_a_missing_file_that_is_nearly_a_command(run: Run) -> None:
    found = run("docter")
    assert found.code == 2
    assert "docter: there is no such file or folder. Mend the path. Did you mean the command 'doctor'?" in found.err


def test_what_could_be_checked_is_reported_beside_what_could_not(run: Run) -> None:
    write("a.txt")
    Path("b.txt").write_bytes(b"caf\xe9")
    found = run("-f", "concise", "a.txt", "b.txt", "none.txt")
    assert found.code == 2
    assert found.out.count("a.txt:2:") == 2
    assert "b.txt:1:4: byte 0xe9 is not UTF-8. Save the file as UTF-8." in found.err
    assert "none.txt: there is no such file or folder." in found.err


def test_names_are_comma_separated_and_repeatable(run: Run) -> None:
    write("a.txt", MAIL + "no tool\n")
    found = run("-f", "jsonl", "--select", "contact/email, communication", "--select", "off-platform", "a.txt")
    assert len(found.out.splitlines()) == 3
    found = run("-f", "jsonl", "--ignore", "contact,off-platform", "a.txt")
    assert [json.loads(line)["rule"] for line in found.out.splitlines()] == ["communication/tools"]
    found = run("-f", "jsonl", "--ignore", "contact", "--ignore", "off-platform,communication", "a.txt")
    assert (found.code, found.out) == (0, "")
    assert run("-f", "jsonl", "--waive", "enterprise", "--waive", "legal", "a.txt").code == 0


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ((), 0),
        (("--fail-level", "suggestion"), 1),
        (("--fail-level", "suggestion", "--min-level", "warning"), 0),
        (("--fail-level", "never"), 0),
    ],
)
def test_fail_level_and_min_level(run: Run, arguments: tuple[str, ...], code: int) -> None:
    write("a.txt", "no tool\n")
    assert run("a.txt", *arguments).code == code


def test_the_suggestion_offers_the_users_own_words(run: Run) -> None:
    write(".proposal-lint.yaml", "communication: {tools: [Slack, Zoom]}")
    write("a.txt", "no tool\n")
    assert (
        "Paste: Until the contract starts I write in Upwork Messages, and after that I am happy to use Slack or Zoom."
        in run("a.txt").out
    )


def test_report_to_a_file(run: Run) -> None:
    write("a.txt", "Write to mé@there.org 日本\n")
    found = run("-o", "report.txt", "a.txt")
    assert (found.code, found.out, found.err) == (1, "", "")
    assert "mé@there.org 日本" in Path("report.txt").read_text(encoding="utf-8")


def test_statistics(run: Run) -> None:
    write("a.txt", MAIL + "x@there.org\n")
    assert "2  contact/email\n1  off-platform/invitation\n" in run("--statistics", "a.txt").out


def test_redact(run: Run) -> None:
    write("a.txt")
    for name in ("full", "concise", "json", "jsonl"):
        found = run("--redact", "-f", name, "a.txt")
        assert "there.org" not in found.out
        assert found.code == 1


def test_verbose_says_what_held_for_each_file(run: Run, folder: Path) -> None:
    write(".proposal-lint.yaml", "stage: contract")
    write("a.txt", "---\ndocument: message\n---\nHello.\n")
    found = run("-v", "a.txt")
    assert f"a.txt: configuration {folder / '.proposal-lint.yaml'}; platform upwork (default)" in found.err
    assert "document message (front matter)" in found.err
    assert run("-q", "a.txt").out == ""


def test_force_exclude_with_nothing_left(run: Run) -> None:
    write(".proposal-lint.yaml", "exclude: ['*.txt']")
    write("a.txt")
    assert run("a.txt").code == 1
    found = run("--force-exclude", "a.txt")
    assert (found.code, found.out, found.err) == (0, "", "Nothing to check: every file is excluded.\n")
    assert json.loads(run("--force-exclude", "-f", "json", "a.txt").out)["files"] == []


@pytest.mark.parametrize(
    ("arguments", "variables", "colored"),
    [
        ((), {}, False),
        (("--color", "always"), {}, True),
        (("--color", "always"), {"NO_COLOR": "1"}, True),
        (("--color", "never"), {"FORCE_COLOR": "1"}, False),
        ((), {"FORCE_COLOR": "1"}, True),
        ((), {"NO_COLOR": "1"}, False),
        (("-f", "concise", "--color", "always"), {}, True),
        (("-f", "json", "--color", "always"), {}, False),
    ],
)
def test_colours(
    run: Run, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], variables: dict[str, str], colored: bool
) -> None:
    write("a.txt")
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert ("\x1b[" in run("a.txt", *arguments).out) == colored


def test_no_control_character_reaches_the_terminal(run: Run) -> None:
    write("a\x1b[31m.txt", "\x1b[2Jme@there.org\x07 \x9b\n")
    Path("b\x1b[31m.txt").write_bytes(b"\xff")
    found = run(".")
    assert "\x1b" not in found.out + found.err
    assert "a\\x1b[31m.txt:1:" in found.out


@pytest.mark.parametrize("name", ["full", "concise", "json", "jsonl"])
def test_a_line_of_five_megabytes_is_reported_in_brief(run: Run, name: str) -> None:
    write("a.txt", "plain prose " * 400_000 + "me@there.org" + " and more" * 1000)
    found = run("-f", name, "a.txt")
    assert found.code == 1
    assert "me@there.org" in found.out
    assert len(found.out) < 3000


def test_a_bug_exits_2_with_a_traceback(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    write("a.txt")
    monkeypatch.setattr("linter.run.check", lambda *_: 1 / 0)
    found = run("a.txt")
    assert found.code == 2
    assert "ZeroDivisionError" in found.err
    assert "this is a bug" in found.err


def test_a_bug_in_one_draft_is_shown_with_v(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    write("a.txt")

    def broken(*_: object) -> None:
        raise ZeroDivisionError("boom")

    monkeypatch.setattr("linter.engine.Linter.matches", broken)
    monkeypatch.setattr("linter.engine.Linter.lint", broken)
    assert "Traceback" not in run("a.txt").err
    found = run("-v", "a.txt")
    assert found.code == 2
    assert "Traceback" in found.err
