"""`github`: workflow commands, which GitHub Actions shows as annotations of the changed lines.

GitHub shows the first ten annotations of each kind in a step and drops the others without a word. Where there are
more, the tenth says how many; they all stand in the step's log.
https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
"""

from __future__ import annotations

from collections.abc import Iterator

from linter.draft import Draft
from linter.finding import Finding, Severity
from linter.report import Style
from linter.report._paths import STDIN, repository_path
from linter.report._terminal import printable
from linter.result import RunResult

LIMIT = 10  # of annotations of a kind that a step may show
_KINDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.SUGGESTION: "notice"}


def render(run: RunResult, style: Style) -> str:
    """A command a line: what could not be checked first, then the findings of each severity, the worst first."""
    found: dict[str, list[str]] = {kind: [] for kind in _KINDS.values()}
    for problem in run.problems:
        place = {"line": problem.line, "col": problem.column} if problem.line else {}
        said = printable(f"{problem.problem}. {problem.remedy}".rstrip())
        found["error"].append(_command("error", problem.path, "Not checked", place, said, style))
    for file in run.files:
        for finding in file.findings if file.draft is not None else ():
            kind = _KINDS[finding.severity]
            said = "\n".join(map(printable, filter(None, (finding.message, finding.help, *finding.policy))))
            found[kind].append(_command(kind, file.path, finding.rule, _place(file.draft, finding), said, style))
    return "".join(f"{command}\n" for kind, commands in found.items() for command in _announced(kind, commands))


def _announced(kind: str, commands: list[str]) -> Iterator[str]:
    """The commands, and, where GitHub will not show them all, before those that it drops one that counts them."""
    if len(commands) <= LIMIT:
        yield from commands
        return
    yield from commands[: LIMIT - 1]
    rest = len(commands) - LIMIT + 1
    yield f"::{kind} title=proposal-lint::{rest} more of this kind stand in the log of this step; GitHub shows {LIMIT}."
    yield from commands[LIMIT - 1 :]


def _place(draft: Draft | None, finding: Finding) -> dict[str, int]:
    """Lines from 1; columns only where a match stays in its line, for GitHub takes no others. The last one is included."""
    if draft is None:
        return {}
    line, column = draft.place(finding.start)
    last, end = draft.place(max(finding.start, finding.end - 1))
    return {"line": line, "col": column, "endColumn": end} if line == last else {"line": line, "endLine": last}


def _command(kind: str, path: str, title: str, place: dict[str, int], said: str, style: Style) -> str:
    where = {} if path in ("", STDIN) else {"file": repository_path(path, style), **place}
    values = ",".join(f"{name}={_property(str(value))}" for name, value in {**where, "title": title}.items())
    return f"::{kind} {values}::{_data(said)}"


def _data(text: str) -> str:
    """A message as the runner reads it back; a line break would end the command, and let a draft begin another."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
