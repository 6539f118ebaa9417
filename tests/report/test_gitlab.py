"""`gitlab`: what GitLab's Code Quality needs, with fingerprints that are not alike."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from linter.context import Context
from linter.draft import Draft
from linter.errors import PlacedError
from linter.finding import Finding, Severity
from linter.report import Style
from linter.report.gitlab import render
from linter.result import FileResult, RunResult

# https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
NEEDED = {"description", "check_name", "fingerprint", "severity", "location"}
SEVERITIES = {"info", "minor", "major", "critical", "blocker"}


def issues(*files: FileResult, style: Style | None = None) -> list[dict[str, Any]]:
    return list(json.loads(render(RunResult(files), style or Style())))


def emails(path: str, text: str, *starts: int) -> FileResult:
    found = [Finding("contact/email", Severity.ERROR, "m", at, at + 4, text[at : at + 4], "f00") for at in starts]
    return FileResult(path, Context(), Draft.from_text(text, path), tuple(found))


def test_every_issue_has_what_gitlab_needs(run: RunResult) -> None:
    found = issues(*run.files)
    assert len(found) == 7
    for issue in found:
        assert set(issue) == NEEDED
        assert issue["severity"] in SEVERITIES
        assert not issue["location"]["path"].startswith("./")
        assert 1 <= issue["location"]["lines"]["begin"] <= issue["location"]["lines"]["end"]
    assert len({issue["fingerprint"] for issue in found}) == 7


def test_alike_findings_have_fingerprints_of_their_own_that_lines_do_not_change() -> None:
    first = issues(emails("a.txt", "a@b. a@b. ", 0, 5), emails("b.txt", "a@b. ", 0))
    assert len({issue["fingerprint"] for issue in first}) == 3
    moved = issues(emails("a.txt", "\n\nx a@b. a@b. ", 4, 9), emails("b.txt", "a@b. ", 0))
    assert [issue["fingerprint"] for issue in moved] == [issue["fingerprint"] for issue in first]
    assert [issue["location"]["lines"]["begin"] for issue in moved] == [3, 3, 1]


def test_what_could_not_be_checked_blocks() -> None:
    problem = PlacedError("b.txt", "byte 0xe9 is not UTF-8", "Save it as UTF-8.", 2, 4)
    (issue,) = issues(FileResult("b.txt", problems=(problem,)))
    assert issue["severity"] == "blocker"
    assert issue["location"] == {"path": "b.txt", "lines": {"begin": 2, "end": 2}}
    assert issue["description"] == "Not checked: b.txt:2:4: byte 0xe9 is not UTF-8. Save it as UTF-8."


def test_one_broken_configuration_of_two_files_is_two_issues() -> None:
    problem = PlacedError(".proposal-lint.yaml", "an unknown key", "", 1, 1)
    found = issues(FileResult("a.txt", problems=(problem,)), FileResult("b.txt", problems=(problem,)))
    assert len({issue["fingerprint"] for issue in found}) == 2


def test_paths_are_told_from_the_root() -> None:
    style = Style(root=Path("/repo"), folder=Path("/repo/bids"))
    (issue,) = issues(emails("./a.txt", "a@b. ", 0), style=style)
    assert issue["location"]["path"] == "bids/a.txt"
