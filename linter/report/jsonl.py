"""`jsonl`: one object a line, for each finding and each thing that could not be checked."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from linter.report import Style
from linter.report.json import context_value, finding_value, problem_value
from linter.result import RunResult


def render(run: RunResult, style: Style) -> str:
    """A line a finding or problem; the counts on the last line if asked for."""
    return "".join(json.dumps(value) + "\n" for value in _values(run, style))


def _values(run: RunResult, style: Style) -> Iterator[dict[str, Any]]:
    for file in run.files:
        for problem in file.problems:
            yield {"type": "error", "path": file.path, "error": str(problem), "problem": problem_value(problem)}
        if file.draft is not None:
            context = context_value(file)
            for finding in file.findings:
                yield {"type": "finding", "path": file.path, "context": context, **finding_value(file.draft, finding)}
    if style.statistics:
        yield {"type": "statistics", "statistics": run.by_rule()}
