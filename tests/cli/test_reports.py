"""Several reports of one run, each to a file of its own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from linter.cli._reports import places

from .conftest import Run
from .test_check import write


def names() -> list[str]:
    return sorted(path.name for path in Path().iterdir())


def test_several_reports_of_one_run(run: Run) -> None:
    write("a.txt")
    found = run("a.txt", "--report", "json=a.json", "--report", "sarif=a.sarif", "--report", "gitlab=gl.json")
    assert (found.code, found.err) == (1, "")
    assert found.out.startswith("a.txt:2:10: error[contact/email] ")
    assert json.loads(Path("a.json").read_text())["summary"]["error"] == 2
    assert len(json.loads(Path("a.sarif").read_text())["runs"][0]["results"]) == 2
    assert len(json.loads(Path("gl.json").read_text())) == 2
    assert names() == ["a.json", "a.sarif", "a.txt", "gl.json"]


def test_a_report_beside_an_output_file(run: Run) -> None:
    write("a.txt")
    found = run("a.txt", "-f", "concise", "-o", "a.log", "--report", "concise=b.log", "--color", "always")
    assert (found.code, found.out, found.err) == (1, "", "")
    assert Path("a.log").read_text() == Path("b.log").read_text()
    assert "\x1b" not in Path("a.log").read_text()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--report", "json"), "--report: 'json' is no FORMAT=FILE. Write it as in --report sarif=report.sarif."),
        (("--report", "json="), "--report: 'json=' is no FORMAT=FILE."),
        (("--report", "jsn=a.json"), "--report: no format is called 'jsn'. Did you mean 'json'?"),
        (("--report", "pdf=a.pdf"), "--report: no format is called 'pdf'. Known are: concise, full, github,"),
        (("--report", "json=-"), "--report: 'json=-' names standard output. Write -f json instead."),
        (("--report", "json=x", "--report", "sarif=./x"), "--report: x is written twice."),
        (("-o", "x", "--report", "json=x"), "--report: x is written twice."),
        (("--report", "json=."), "--report: . is a folder. Name a file in it."),
        (("--report", "json=no/such/x"), "--report: no/such/x cannot be written: there is no folder no/such."),
    ],
)
def test_usage_errors_come_before_the_check(run: Run, arguments: tuple[str, ...], message: str) -> None:
    write("a.txt")
    found = run("a.txt", *arguments)
    assert (found.code, found.out) == (2, "")
    assert message in found.err
    assert names() == ["a.txt"]


def test_a_report_that_cannot_be_written_keeps_no_other_back(run: Run) -> None:
    write("a.txt")
    Path("full").symlink_to("/dev/full")
    found = run("a.txt", "--report", "json=full", "--report", "sarif=a.sarif")
    assert found.code == 2
    assert "--report: full cannot be written: No space left on device." in found.err
    assert "error[contact/email]" in found.out
    assert Path("a.sarif").exists()


def test_a_draft_is_never_overwritten_with_a_report(run: Run) -> None:
    write("a.txt")
    before = Path("a.txt").read_bytes()
    found = run("a.txt", "--report", "json=./a.txt")
    assert found.code == 2
    assert "--report: a.txt cannot be written: it is one of the drafts." in found.err
    assert Path("a.txt").read_bytes() == before


def test_a_report_to_a_file_names_what_could_not_be_checked(run: Run) -> None:
    found = run("none.txt", "--report", "concise=a.log", "--report", "full=b.log")
    assert (found.code, found.out.count("none.txt")) == (2, 0)
    assert Path("a.log").read_text().startswith("none.txt:1:1: error[lint/unchecked] there is no such file")
    assert Path("b.log").read_text().startswith("none.txt: there is no such file")


def test_paths_start_where_the_ci_has_checked_out(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write("a.txt")
    monkeypatch.setenv("GITHUB_WORKSPACE", str(folder.parent))
    assert f"file={folder.name}/a.txt" in run("a.txt", "-f", "github").out
    monkeypatch.setenv("GITHUB_WORKSPACE", "/somewhere/else")
    assert "file=a.txt" in run(str(folder / "a.txt"), "-f", "github").out


def test_the_root(folder: Path) -> None:
    assert places({}) == (folder, folder)
    assert places({"CI_PROJECT_DIR": str(folder.parent) + "/"}) == (folder.parent, folder)
    assert places({"GITHUB_WORKSPACE": "", "CI_PROJECT_DIR": "/other"}) == (folder, folder)
