"""Show what was found, and what could not be checked, as an editor's diagnostics."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lsprotocol import types
from pygls.uris import from_fs_path
from pygls.workspace import PositionCodec

from linter.errors import PlacedError
from linter.finding import Finding, Severity
from linter.lsp.analysis import Analysis
from linter.lsp.positions import Positions

SOURCE = "proposal-lint"

_SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.SUGGESTION: types.DiagnosticSeverity.Information,  # editors hide hints
}


@dataclass(frozen=True, slots=True)
class Shown:
    """The diagnostics of one analysis: in the document, and, by address, in the files that shaped it."""

    here: tuple[types.Diagnostic, ...] = ()
    elsewhere: tuple[tuple[str, types.Diagnostic], ...] = ()


def shown(analysis: Analysis, codec: PositionCodec) -> Shown:
    """What an editor shows of an analysis."""
    if analysis.result is None:
        return Shown()
    positions = Positions(analysis.text, codec)
    here = [diagnostic(finding, positions) for finding in analysis.result.findings]
    elsewhere: list[tuple[str, types.Diagnostic]] = []
    for problem in analysis.result.problems:
        if problem.path == analysis.result.path:
            here.append(_problem(_remedied(problem), positions.line_end(problem.line, problem.column)))
        else:
            here.append(_of_another_file(problem, positions))
            elsewhere += _in_its_file(problem)
    return Shown(tuple(here), tuple(elsewhere))


def diagnostic(finding: Finding, positions: Positions) -> types.Diagnostic:
    """A finding as a diagnostic: what is wrong, and on the next line what to do."""
    return types.Diagnostic(
        range=positions.range(finding.start, finding.end),
        severity=_SEVERITIES[finding.severity],
        code=finding.rule,
        code_description=types.CodeDescription(finding.policy[0]) if finding.policy else None,
        source=SOURCE,
        message=f"{finding.message}\n{finding.help}" if finding.help else finding.message,
        data={"fingerprint": finding.fingerprint},
    )


def _of_another_file(problem: PlacedError, positions: Positions) -> types.Diagnostic:
    """A fault of a configuration or rule file, on the first line of a draft that could not be checked for it."""
    found = _problem(f"This draft is not checked: {problem}", positions.line_end(1, 1))
    for uri, there in _in_its_file(problem):
        location = types.Location(uri, there.range)
        found.related_information = [types.DiagnosticRelatedInformation(location, there.message)]
    return found


def _in_its_file(problem: PlacedError) -> Iterator[tuple[str, types.Diagnostic]]:
    uri = from_fs_path(problem.path) if Path(problem.path).is_absolute() else None
    if uri is not None:
        line, column = max(problem.line, 1) - 1, max(problem.column, 1) - 1
        # A client cuts a range at the line's end, and the text up to the place was written in ASCII as a rule.
        place = types.Range(types.Position(line, column), types.Position(line, column + 1))
        yield uri, _problem(_remedied(problem), place)


def _remedied(problem: PlacedError) -> str:
    return f"{problem.problem}.\n{problem.remedy}" if problem.remedy else f"{problem.problem}."


def _problem(message: str, place: types.Range) -> types.Diagnostic:
    return types.Diagnostic(place, message[0].upper() + message[1:], types.DiagnosticSeverity.Error, source=SOURCE)
