"""`full`: each finding with its line of the draft, what to do and the policy's address; a summary names the context."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from linter.draft import Draft
from linter.finding import Finding, Severity
from linter.report import Style
from linter.report._statistics import table
from linter.report._terminal import crop, paint, printable
from linter.report.concise import heading
from linter.result import RunResult
from linter.settings import describe
from linter.wording import counted, series

_LINES = 3  # of a match that is broken over several


def render(run: RunResult, style: Style) -> str:
    """Every finding in a block of its own, then the counts if asked for, then the summary."""
    parts = [f"{printable(str(problem))}\n" for problem in run.problems if style.problems]
    for file in run.files:
        if file.draft is not None:
            parts += [_block(file.path, file.draft, finding, style) for finding in file.findings]
    if style.statistics and (counts := table(run)):
        parts.append(counts)
    if style.summary and run.files:
        parts.append(summary(run) + "\n")
    return "\n".join(parts)


def summary(run: RunResult) -> str:
    """What was found, and in what circumstances: the verdict hangs on them."""
    counts = [counted(run.count(severity), severity.value) for severity in Severity if run.count(severity)]
    contexts = Counter(describe(file.context) for file in run.checked if file.context is not None)
    said = "Nothing was checked"
    if run.checked:
        said = f"{series(counts) or 'No findings'} in {counted(len(run.checked), 'file')}"
    if len(contexts) == 1:
        said += f" (checked as {next(iter(contexts))})"
    elif contexts:
        said += f" ({'; '.join(f'{count} checked as {context}' for context, count in contexts.items())})"
    if run.suppressed:
        said += f", {run.suppressed} suppressed"
    if run.baselined:
        said += f", {run.baselined} in the baseline"
    if run.fixed:
        said += f", {run.fixed} fixed"
    safe, unsafe = run.fixable("safe"), run.fixable("unsafe")
    if safe:
        said += f". {safe} can be fixed with --fix" + f", {unsafe} more with --fix --unsafe-fixes" * bool(unsafe)
    elif unsafe:
        said += f". {unsafe} can be fixed with --fix --unsafe-fixes"
    unread = sum(file.draft is None for file in run.files)
    partly = sum(bool(file.problems) for file in run.files) - unread
    said += f". {counted(unread, 'path')} could not be checked" * bool(unread)
    return said + f". {counted(partly, 'file')} could not be checked in full" * bool(partly) + "."


def _block(path: str, draft: Draft, finding: Finding, style: Style) -> str:
    rows = list(_rows(draft, finding, style.width))
    margin = max((len(number) for number, _, _ in rows), default=1)
    bar = paint("|", "dim", style.color)
    lines = [heading(path, draft, finding, style.color)]
    for number, text, carets in rows:
        lines.append(f"  {paint(f'{number:>{margin}}', 'dim', style.color)} {bar} {text}".rstrip())
        lines.append(f"  {'':{margin}} {bar} {paint(carets, finding.severity.value, style.color)}")
    notes = [("help", finding.help)] if finding.help else []
    notes += [("policy", address) for address in finding.policy]
    lines += [f"  {'':{margin}} = {name}: {printable(text)}" for name, text in notes]
    return "\n".join(lines) + "\n"


def _rows(draft: Draft, finding: Finding, width: int) -> Iterator[tuple[str, str, str]]:
    """Line number, cropped line and carets for each line of a match."""
    first, _ = draft.place(finding.start)
    last, _ = draft.place(max(finding.start, finding.end - 1))
    for number in range(first, min(last, first + _LINES - 1) + 1):
        line = draft.line(number)
        begin = draft.line_starts[number - 1]
        start = min(max(0, finding.start - begin), len(line))
        end = min(max(start, finding.end - begin), len(line))
        if number > first:
            start += len(line[start:end]) - len(line[start:end].lstrip())
            if start == end:  # a line of the match without text
                continue
        text, carets = crop(line, start, end, width - 8)
        yield str(number), text, carets
