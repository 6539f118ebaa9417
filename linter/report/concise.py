"""`concise`: one line a finding, `path:line:col: severity[rule] message`, for editors."""

from __future__ import annotations

from linter.draft import Draft
from linter.errors import PlacedError
from linter.finding import Finding, Severity
from linter.report import UNCHECKED, Style
from linter.report._statistics import table
from linter.report._terminal import paint, printable
from linter.result import RunResult


def render(run: RunResult, style: Style) -> str:
    """A line a finding; before them, if asked for, a line for each thing that could not be checked."""
    lines = [_unchecked(problem, style.color) + "\n" for problem in run.problems if style.problems]
    lines += [
        heading(file.path, file.draft, finding, style.color) + "\n"
        for file in run.files
        if file.draft is not None
        for finding in file.findings
    ]
    return "".join(lines) + (table(run) if style.statistics else "")


def heading(path: str, draft: Draft, finding: Finding, color: bool) -> str:
    """The line of one finding."""
    return _line(path, draft.place(finding.start), finding.severity, finding.rule, finding.message, color)


def _unchecked(problem: PlacedError, color: bool) -> str:
    """The line of something that could not be checked; the file's beginning where no place is known."""
    place = (problem.line, problem.column) if problem.line else (1, 1)
    said = f"{problem.problem}. {problem.remedy}".rstrip()
    return _line(problem.path, place, Severity.ERROR, UNCHECKED, said, color)


def _line(path: str, at: tuple[int, int], severity: Severity, rule: str, said: str, color: bool) -> str:
    place = paint(f"{printable(path)}:{at[0]}:{at[1]}:", "place", color)
    return f"{place} {paint(severity.value, severity.value, color)}[{rule}] {printable(said)}"
