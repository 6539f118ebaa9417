"""`json`: one object, as documented; `schema_version` changes when a reader would have to."""

from __future__ import annotations

import json
from typing import Any

from linter.draft import Draft
from linter.errors import PlacedError
from linter.finding import Finding, Severity
from linter.report import Style
from linter.result import FileResult, RunResult
from linter.version import version

SCHEMA_VERSION = 1


def render(run: RunResult, style: Style) -> str:
    """The whole run as one object."""
    value: dict[str, Any] = {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "proposal-lint", "version": version()},
        "files": [
            {
                "path": file.path,
                "context": context_value(file),
                "error": error_text(file),
                "problems": [problem_value(problem) for problem in file.problems],
                "findings": [finding_value(file.draft, finding) for finding in file.findings if file.draft is not None],
            }
            for file in run.files
        ],
        "summary": {
            **{severity.value: run.count(severity) for severity in Severity},
            "suppressed": run.suppressed,
            "baselined": run.baselined,
            "fixed": run.fixed,
            "files": len(run.checked),
        },
    }
    if style.statistics:
        value["statistics"] = run.by_rule()
    return json.dumps(value, indent=2) + "\n"  # ASCII: whatever the terminal's encoding, it is read as it was written


def context_value(file: FileResult) -> dict[str, Any] | None:
    """The circumstances that a file was judged in; None where they could not be settled."""
    if file.context is None:
        return None
    value: dict[str, Any] = {
        "platform": file.context.platform,
        "document": file.context.document.value,
        "stage": file.context.stage.value,
    }
    if file.context.waivers:
        value["waive"] = sorted(waiver.value for waiver in file.context.waivers)
    return value


def error_text(file: FileResult) -> str | None:
    """Why a file could not be checked, or not in full; None where it was."""
    return "\n".join(map(str, file.problems)) or None


def problem_value(problem: PlacedError) -> dict[str, Any]:
    """One thing that could not be checked, and its place, which may be in a configuration or rule file."""
    return {
        "path": problem.path,
        "line": problem.line or None,
        "column": problem.column or None,
        "problem": problem.problem,
        "remedy": problem.remedy,
    }


def finding_value(draft: Draft, finding: Finding) -> dict[str, Any]:
    """One finding; offsets count code points of the decoded source, lines and columns count from 1."""
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "message": finding.message,
        "start": _place(draft, finding.start),
        "end": _place(draft, finding.end),
        "match": finding.match,
        "help": finding.help,
        "fingerprint": finding.fingerprint,
        "policy": list(finding.policy),
        "fixes": [
            {
                "title": fix.title,
                "safety": fix.safety,
                "edits": [{"start": edit.start, "end": edit.end, "text": edit.text} for edit in fix.edits],
            }
            for fix in finding.fixes
        ],
    }


def _place(draft: Draft, offset: int) -> dict[str, int]:
    line, column = draft.place(offset)
    return {"offset": offset, "line": line, "column": column}
