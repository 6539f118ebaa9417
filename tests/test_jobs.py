"""Worker processes: the same outcomes in the same order; a worker that dies costs its draft alone."""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from linter import jobs
from linter.draft import Draft
from linter.errors import PlacedError, UsageProblem
from linter.options import Options
from linter.run import check

TEXT = "Text me on WhatsApp: +1 415 555 0132, or write to mira@tallpine.studio.\n"


def _double(number: int) -> int:
    return 2 * number


def _dies_at_40(number: int) -> int:
    if number == 40:
        os._exit(3)
    return number


def _refuses(number: int) -> int:
    raise UsageProblem(f"no {number}", "Mend it.")


def _failed(number: int, problem: str) -> int:
    assert "unexpectedly" in problem
    return -number


def test_outcomes_come_in_order() -> None:
    assert list(jobs.each(range(100), _double, _failed, 2)) == [2 * number for number in range(100)]


def test_processes_that_are_spawned(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs, "_forks", lambda: False)
    assert list(jobs.each(range(30), _double, _failed, 1)) == [2 * number for number in range(30)]


def test_a_worker_that_dies_costs_its_draft_alone() -> None:
    wanted = [-number if number == 40 else number for number in range(100)]
    assert list(jobs.each(range(100), _dies_at_40, _failed, 2)) == wanted


def test_what_a_worker_raises_arrives() -> None:
    with pytest.raises(UsageProblem, match="no 0") as raised:
        list(jobs.each(range(3), _refuses, _failed, 1))
    assert raised.value.remedy == "Mend it."


def test_one_process_for_few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs, "_cores", lambda: 4)
    monkeypatch.setattr(jobs, "_forks", lambda: True)
    assert [jobs.processes(None, drafts) for drafts in (0, 1, 100, 130, 10_000)] == [1, 1, 1, 2, 4]
    assert [jobs.processes(8, drafts) for drafts in (0, 10, 10_000)] == [1, 1, 8]
    monkeypatch.setattr(jobs, "_forks", lambda: False)
    assert [jobs.processes(None, drafts) for drafts in (130, 700)] == [1, 2]


def test_an_error_is_itself_again_in_another_process() -> None:
    error = PlacedError("a.txt", "wrong", "Mend it.", 3, 4)
    error.__cause__ = ValueError("because")
    again = pickle.loads(pickle.dumps(error))
    assert (str(again), again.line, again.column) == (str(error), 3, 4)
    assert "because" in str(again.__cause__)


def test_a_draft_leaves_behind_what_was_found_out_about_it() -> None:
    draft = Draft.from_text("---\ndocument: profile\n---\nHi.\n", "a.md")
    assert draft.folded.text.endswith("hi.\n")
    for again in (pickle.loads(pickle.dumps(draft)), draft.bare()):
        assert again == draft
        assert "folded" not in vars(again)


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    """A folder with more drafts than are checked before workers start."""
    for number in range(60):
        (tmp_path / f"{number:03}.txt").write_text(TEXT if number % 7 == 0 else "A plain note.\n", encoding="utf-8")
    (tmp_path / "050.txt").write_bytes(b"\xff\xfe")
    return tmp_path


def test_a_run_with_workers_is_the_run_without(drafts: Path) -> None:
    told: list[tuple[int, int]] = []
    alone = check([str(drafts)], Options(isolated=True, jobs=1))
    together = check([str(drafts)], Options(isolated=True, jobs=2), progress=lambda *done: told.append(done))
    assert [(file.path, file.findings, list(map(str, file.problems))) for file in together.files] == [
        (file.path, file.findings, list(map(str, file.problems))) for file in alone.files
    ]
    assert together.exit_code == 2
    assert told == [(done, 60) for done in range(1, 61)]


# The command, which leaves a file behind as soon as a worker is at work.
TELLING = """
import pathlib, signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)  # whoever runs the tests in the background ignores it
from linter import jobs
from linter.__main__ import main
begin = jobs._begin
def begun():
    begin()
    pathlib.Path(sys.argv[-1], "begun").touch()
jobs._begin = begun
sys.exit(main())
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="sends a signal to forked workers")
def test_an_interrupt_ends_all_processes(tmp_path: Path) -> None:
    for number in range(300):
        (tmp_path / f"{number:04}.txt").write_text(TEXT * 4, encoding="utf-8")
    call = [sys.executable, "-c", TELLING, "check", "--isolated", "--no-cache", "-j", "2", str(tmp_path)]
    with subprocess.Popen(call, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True) as process:
        deadline = time.monotonic() + 120
        while not (tmp_path / "begun").exists():
            assert process.poll() is None
            assert time.monotonic() < deadline
            time.sleep(0.02)
        os.killpg(process.pid, signal.SIGINT)
        output, errors = process.communicate(timeout=120)
    assert (process.returncode, output) == (130, b"")
    assert b"Traceback" not in errors
    with pytest.raises(ProcessLookupError):
        os.killpg(process.pid, 0)
