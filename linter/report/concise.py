"""`concise`: one line a finding, `path:line:col: severity[rule] message`, for editors."""

from __future__ import annotations

from linter.draft import Draft
from linter.finding import Finding
from linter.report import Style
from linter.report._statistics import table
from linter.report._terminal import paint, printable
from linter.result import RunResult


def render(run: RunResult, style: Style) -> str:
    """A line a finding."""
    lines = [
        heading(file.path, file.draft, finding, style.color) + "\n"
        for file in run.files
        if file.draft is not None
        for finding in file.findings
    ]
    return "".join(lines) + (table(run) if style.statistics else "")


def heading(path: str, draft: Draft, finding: Finding, color: bool) -> str:
    """The line of one finding."""
    line, column = draft.place(finding.start)
    place = paint(f"{printable(path)}:{line}:{column}:", "place", color)
    level = paint(finding.severity.value, finding.severity.value, color)
    return f"{place} {level}[{finding.rule}] {printable(finding.message)}"
