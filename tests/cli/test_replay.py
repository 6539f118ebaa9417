"""A stored answer is given again only while everything that shaped it is as it was."""

from __future__ import annotations

import errno
import inspect
import io
import json
import os
import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from linter import cache, replay, startup
from linter.cli import _cache
from linter.cli.check import check
from linter.config import CONFIG_NAMES, Configuration
from linter.store import Store

from .conftest import ROOT, Ran, Run

MAIL = "Hello.\nWrite to jane.doe@mailnord.org today.\n"
Ask = Callable[..., tuple[Ran, bool]]


@pytest.fixture
def store(run: Run) -> Store:
    """The store of this test's own."""
    return Store(os.environ["PROPOSAL_LINT_CACHE_DIR"])


@pytest.fixture
def ask(run: Run, store: Store, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Ask:
    """Runs the command as its process does; also says whether the answer was a stored one."""
    monkeypatch.setitem(startup._state, "prepared", True)
    monkeypatch.setattr(startup, "compile_from", lambda store: None)
    monkeypatch.setattr(cache, "_MARGIN", -(10**12))  # as if every file were old

    def command(*arguments: str, stdin: str | None = None) -> tuple[Ran, bool]:
        monkeypatch.setattr(sys, "argv", ["proposal-lint", *arguments])
        if stdin is not None:
            monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode())))
        code = replay.answer(arguments)
        if code is None:
            return run(*arguments), False
        captured = capsys.readouterr()
        return Ran(code, captured.out, captured.err), True

    return command


@pytest.fixture
def drafts(folder: Path) -> Path:
    """A working folder with drafts."""
    (folder / "in").mkdir()
    (folder / "a.txt").write_text(MAIL)
    (folder / "in" / "b.md").write_text("We can talk on WhatsApp.\n")
    return folder


@pytest.mark.parametrize(
    "arguments",
    [
        ["a.txt"],
        ["check", "a.txt", "in/b.md", "-f", "json"],
        ["a.txt", "-f", "concise", "--color", "always", "-v"],
        ["in", "-f", "jsonl"],
        [".", "--fail-level", "never"],
        ["a.txt", "-f", "sarif", "--redact", "--isolated"],
        ["a.txt", "--document", "profile", "--statistics", "-q"],
    ],
)
def test_the_same_question_gets_the_same_answer(drafts: Path, ask: Ask, arguments: list[str]) -> None:
    first, replayed = ask(*arguments)
    assert not replayed
    assert first.out
    assert ask(*arguments) == (first, True)


def test_standard_input_is_looked_at(drafts: Path, ask: Ask) -> None:
    arguments = ["-", "--stdin-filename", "c.md", "-f", "json"]
    first, _ = ask(*arguments, stdin=MAIL)
    assert ask(*arguments, stdin=MAIL) == (first, True)
    other, replayed = ask(*arguments, stdin="Nothing.\n")
    assert not replayed
    assert json.loads(other.out)["files"][0]["findings"] != json.loads(first.out)["files"][0]["findings"]
    assert ask(*arguments, stdin="Nothing.\n") == (other, True)


def _configured(folder: Path) -> None:
    (folder / ".proposal-lint.yaml").write_text("min-level: error\n")


CHANGES: dict[str, Callable[[Path], object]] = {
    "draft": lambda folder: (folder / "in" / "b.md").write_text(MAIL),
    "draft gone": lambda folder: (folder / "in" / "b.md").unlink(),
    "new draft": lambda folder: (folder / "in" / "c.txt").write_text(MAIL),
    "new draft below": lambda folder: ((folder / "in" / "d").mkdir(), (folder / "in" / "d" / "e.txt").write_text(MAIL)),
    "configuration here": _configured,
    "configuration above": lambda folder: _configured(folder.parent),
    "configuration below": lambda folder: _configured(folder / "in"),
    "misnamed configuration": lambda folder: (folder / ".proposal-lint.yml").write_text(""),
    "project": lambda folder: (folder / "pyproject.toml").write_text("[tool.proposal-lint]\nstage = 'contract'\n"),
    "repository": lambda folder: (folder / ".git").mkdir(),
    "ignored": lambda folder: (folder / "in" / ".gitignore").write_text("b.md\n"),
    "link": lambda folder: (folder / "in" / "l.md").symlink_to(folder / "a.txt"),
    "folder for a draft": lambda folder: ((folder / "in" / "b.md").unlink(), (folder / "in" / "b.md").mkdir()),
}


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("arguments", [["in"], ["in/b.md"]])
def test_no_stale_answer(drafts: Path, ask: Ask, run: Run, change: str, arguments: list[str]) -> None:
    ask(*arguments)
    assert ask(*arguments)[1]
    CHANGES[change](drafts)
    answer, _ = ask(*arguments)
    fresh = run("check", "--no-cache", *arguments)
    assert (answer.code, answer.out) == (fresh.code, fresh.out)


@pytest.mark.parametrize("change", ["changed", "taken away", "rule changed", "word list added"])
def test_a_change_of_what_the_configuration_names(drafts: Path, ask: Ask, run: Run, change: str) -> None:
    (drafts / "rules" / "words").mkdir(parents=True)
    rule = (ROOT / "rules" / "contact" / "email.yaml").read_text(encoding="utf-8")
    (drafts / "rules" / "contact").mkdir()
    (drafts / "rules" / "contact" / "email.yaml").write_text(rule)
    (drafts / "my.yaml").write_text("rules-dir: rules\n")
    arguments = ["a.txt", "--config", "my.yaml"]
    ask(*arguments)
    assert ask(*arguments)[1]
    if change == "changed":
        (drafts / "my.yaml").write_text("rules-dir: rules\nmin-level: error\n")
    elif change == "taken away":
        (drafts / "my.yaml").unlink()
    elif change == "rule changed":
        (drafts / "rules" / "contact" / "email.yaml").write_text(rule.replace("level: error", "level: suggestion"))
    else:
        (drafts / "rules" / "words" / "more.yaml").write_text("- x\n")
    answer, replayed = ask(*arguments)
    assert not replayed
    assert answer == run("check", "--no-cache", *arguments)


@pytest.mark.parametrize("configured", [True, False])
def test_a_baseline_is_looked_at(drafts: Path, ask: Ask, run: Run, configured: bool) -> None:
    assert run("baseline", "--baseline", "known.json", "a.txt").code == 0
    arguments = ["a.txt"] if configured else ["a.txt", "--baseline", "known.json"]
    if configured:
        (drafts / ".proposal-lint.yaml").write_text("baseline: known.json\n")
    first, _ = ask(*arguments)
    assert first.code == 0
    assert ask(*arguments) == (first, True)
    (drafts / "known.json").unlink()
    (drafts / "empty.txt").write_text("Nothing.\n")
    assert run("baseline", "--baseline", "known.json", "empty.txt").code == 0
    answer, replayed = ask(*arguments)
    assert not replayed
    assert answer == run("check", "--no-cache", *arguments)
    assert answer.code == 1


@pytest.mark.parametrize("what", ["folder", "variable", "identity", "arguments"])
def test_another_question(drafts: Path, ask: Ask, monkeypatch: pytest.MonkeyPatch, what: str) -> None:
    arguments = ["a.txt"]
    ask(*arguments)
    if what == "folder":
        (drafts / "other").mkdir()
        (drafts / "other" / "a.txt").write_text(MAIL)
        monkeypatch.chdir(drafts / "other")
    elif what == "variable":
        monkeypatch.setenv("FORCE_COLOR", "1")
    elif what == "identity":
        monkeypatch.setattr(replay, "identity", lambda: "another release")
    else:
        arguments = ["a.txt", "-q"]
    assert not ask(*arguments)[1]


@pytest.mark.parametrize(
    "arguments",
    [
        ["a.txt", "--no-cache"],
        ["a.txt", "-o", "report.txt"],
        ["a.txt", "--report", "json=report.json"],
        ["a.txt", "--fix"],
        ["a.txt", "--diff"],
        ["a.txt", "missing.txt"],
        ["a.txt", "--stage", "never"],
        ["--help"],
        ["rules", "list"],
    ],
)
def test_what_is_never_stored(drafts: Path, ask: Ask, store: Store, arguments: list[str]) -> None:
    for _ in range(2):
        assert not ask(*arguments)[1]
    assert not (Path(store.folder) / "answers").exists()


def test_no_cache_neither_reads_nor_writes(drafts: Path, ask: Ask, store: Store) -> None:
    ask("a.txt", "--no-cache")
    assert {path.parent.parent.name for path in Path(store.folder).rglob("*.bin")} <= {"rules", "patterns"}


def test_the_cache_dir_flag_moves_all_of_it(
    drafts: Path, ask: Ask, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    arguments = ["a.txt", "--cache-dir", "kept"]
    first, _ = ask(*arguments)
    assert {path.parent.parent.name for path in (drafts / "kept").rglob("*.bin")} >= {"answers", "findings"}
    assert not Path(store.folder).exists()
    monkeypatch.setattr("linter.run.check", None)
    assert ask(*arguments)[0] == first


def test_a_draft_that_changes_while_it_is_checked_is_not_stored(
    drafts: Path, ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = cache.made_from

    def meanwhile(*arguments: object) -> object:
        (drafts / "a.txt").write_text("Something else.\n")
        return real(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(cache, "made_from", meanwhile)
    ask("a.txt")
    monkeypatch.undo()
    assert replay.answer(["a.txt"]) is None


def test_a_changed_draft_in_a_folder_is_not_stored_while_it_is_new(drafts: Path) -> None:
    recording = cache.Recording(Store("nowhere"), ["in"], ["in"], None)
    path = str(drafts / "in" / "b.md")
    os.utime(path, (1, 1))
    assert not recording._is_settled(("file", path), "x")  # its status was changed just now
    recording._started += 10**10
    assert recording._is_settled(("file", path), "x")
    assert not recording._is_settled(("file", path), None)


@pytest.mark.parametrize("damage", ["cut", "garbage", "other values", "gone", "folder"])
def test_a_broken_store_is_no_error(drafts: Path, ask: Ask, store: Store, damage: str) -> None:
    first, _ = ask("a.txt")
    name = replay.question(["a.txt"])
    assert name is not None
    path = Path(store._path(name))
    if damage == "cut":
        path.write_bytes(path.read_bytes()[:-5])
    elif damage == "garbage":
        path.write_bytes(os.urandom(500))
    elif damage == "other values":
        store.put(name, b'{"witnesses": [["file"]], "transcript": 3, "code": 0}')
    else:
        path.unlink()
        if damage == "folder":
            path.mkdir()
    again, replayed = ask("a.txt")
    assert (again, replayed) == (first, False)


def test_an_unknown_witness_is_doubted(drafts: Path, store: Store) -> None:
    name = replay.question(["x"])
    assert name is not None
    store.put(name, json.dumps({"witnesses": [["moon", "", "full"]], "transcript": [], "code": 0}).encode())
    assert replay.answer(["x"]) is None


def test_output_that_cannot_be_written_is_left_to_the_command(
    drafts: Path, ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask("a.txt")

    class Full(io.StringIO):
        def flush(self) -> None:
            raise OSError(errno.ENOSPC, "No space left on device")

        def reconfigure(self, **options: str) -> None: ...

    assert not replay._print([(1, "text")]) if monkeypatch.setattr(sys, "stdout", Full()) is None else False


def test_findings_are_kept_for_other_questions(drafts: Path, ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    first, _ = ask("a.txt", "-f", "json")

    def never(*arguments: object) -> None:
        raise AssertionError("linted again")

    monkeypatch.setattr("linter.engine.Linter.lint", never)
    monkeypatch.setattr("tests.cli.conftest.FakeLinter.matches", never)
    again, replayed = ask("a.txt", "-f", "concise")
    assert not replayed
    assert "jane.doe" in again.out
    other, _ = ask("a.txt", "-f", "json", "--no-inline")
    assert other.out == first.out


def test_every_flag_is_known_to_be_stored_or_not() -> None:
    elsewhere = {"ctx", "version", "no_cache", "output_file", "report", "fix", "unsafe_fixes", "diff"}
    assert set(inspect.signature(check).parameters) - elsewhere == _cache.STORED_FLAGS


def test_no_configuration_key_names_a_file_that_is_not_looked_at() -> None:
    looked_at = {"rules_dir", "baseline"}
    words = {"platform", "document", "stage", "waive", "select", "extend_select", "ignore", "exclude", "fail_level"}
    words |= {"min_level", "overrides", "communication"}
    assert set(Configuration.model_fields) == looked_at | words
    assert set(CONFIG_NAMES) == set(replay.CONFIGURATIONS)


def test_every_variable_that_is_read_is_part_of_the_question() -> None:
    """`environ` with a name, in any module; CHECKOUTS are names in a list."""
    from linter.cli._reports import CHECKOUTS

    read = set(CHECKOUTS)
    for path in (ROOT / "linter").rglob("*.py"):
        if path.name not in ("startup.py", "store.py", "bytecode.py"):  # they only say where to store, and set some
            text = path.read_text(encoding="utf-8")
            read |= set(re.findall(r"environ(?:\.get\(|\[)\"(\w+)\"", text)) | set(
                re.findall(r"getenv\(\"(\w+)\"", text)
            )
    assert read <= set(replay.VARIABLES)
