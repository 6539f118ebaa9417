"""`gitlab`: a Code Quality report, a subset of Code Climate's format that GitLab shows in merge requests.

https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import Any

from linter.finding import Severity
from linter.report import UNCHECKED, Style
from linter.report._occurrences import numbered
from linter.report._paths import repository_path
from linter.result import FileResult, RunResult

_LEVELS = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.SUGGESTION: "info"}


def render(run: RunResult, style: Style) -> str:
    """The issues of all files in one array."""
    return json.dumps([issue for file in run.files for issue in _issues(file, style)], indent=2) + "\n"


def _issues(file: FileResult, style: Style) -> Iterator[dict[str, Any]]:
    path = repository_path(file.path, style)
    for problem in file.problems:
        place = repository_path(problem.path, style) or path
        print_ = _hash(path, UNCHECKED, str(problem.problem))
        yield _issue(f"Not checked: {problem}", UNCHECKED, "blocker", print_, place, (problem.line or 1,) * 2)
    if file.draft is None:
        return
    for finding, print_ in numbered(file.findings):
        first, _ = file.draft.place(finding.start)
        last, _ = file.draft.place(max(finding.start, finding.end - 1))
        said = " ".join(filter(None, (finding.message, finding.help)))
        yield _issue(said, finding.rule, _LEVELS[finding.severity], _hash(path, print_), path, (first, last))


def _issue(said: str, rule: str, level: str, print_: str, path: str, lines: tuple[int, int]) -> dict[str, Any]:
    return {
        "description": said,
        "check_name": rule,
        "fingerprint": print_,
        "severity": level,
        "location": {"path": path, "lines": {"begin": lines[0], "end": lines[1]}},
    }


def _hash(*parts: str) -> str:
    """GitLab takes two issues with one fingerprint for the same."""
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogateescape")).hexdigest()
