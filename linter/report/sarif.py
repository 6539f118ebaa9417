"""`sarif`: the Static Analysis Results Interchange Format, version 2.1.0.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from linter.draft import Draft
from linter.errors import PlacedError
from linter.finding import Finding, Fix, Severity
from linter.report import UNCHECKED, Style
from linter.report._occurrences import numbered
from linter.report._paths import STDIN, uri
from linter.report.json import context_value
from linter.result import FileResult, RuleInfo, RunResult, Suppressed
from linter.version import version

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
HOME = "https://github.com/proposal-lint/proposal-lint"
ROOT = "%SRCROOT%"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.SUGGESTION: "note"}
_GITHUB = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.SUGGESTION: "recommendation"}
_LONGEST = 1000  # characters of a description; GitHub takes 1,024


def render(run: RunResult, style: Style) -> str:
    """One run. Suppressed findings stand in it, marked as such; what could not be checked is a notification."""
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(run, style)]}, indent=2) + "\n"


def _run(run: RunResult, style: Style) -> dict[str, Any]:
    ids = sorted({finding.rule for file in run.files for finding in _everything(file)})
    places = {file.path: index for index, file in enumerate(run.files)}
    return {
        "tool": {
            "driver": {
                "name": "proposal-lint",
                "version": version(),
                "informationUri": HOME,
                "rules": [_rule(run.rules.get(name), name, _policy(run, name)) for name in ids],
                "notifications": [
                    {
                        "id": UNCHECKED,
                        "name": _pascal(UNCHECKED),
                        "shortDescription": {"text": "Something could not be checked"},
                        "fullDescription": {
                            "text": "A file, or a part of one, could not be checked: see where and why."
                        },
                        "help": {"text": "What was not checked may hold anything. Mend it and check again."},
                    }
                ],
            }
        },
        "invocations": [
            {
                "executionSuccessful": not run.problems,
                "exitCode": run.exit_code,
                "toolExecutionNotifications": [_notification(problem, style) for problem in run.problems],
            }
        ],
        "originalUriBaseIds": {ROOT: {"description": {"text": "The repository's root, or the working folder."}}},
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "artifacts": [_artifact(file, style) for file in run.files],
        "results": [
            result for file in run.files for result in _results(file, _location(file.path, style, places), ids)
        ],
    }


def _everything(file: FileResult) -> tuple[Finding, ...]:
    return (*file.findings, *(one.finding for one in file.suppressed))


def _policy(run: RunResult, rule: str) -> str:
    """The marketplace's own words on a rule, where a finding names them."""
    found = (finding.policy for file in run.files for finding in _everything(file) if finding.rule == rule)
    return next((policy[0] for policy in found if policy), "")


def _rule(info: RuleInfo | None, name: str, policy: str) -> dict[str, Any]:
    info = info or RuleInfo(name, Severity.WARNING, name)
    why = info.why or info.summary
    value: dict[str, Any] = {
        "id": name,
        "name": _pascal(name),
        "shortDescription": {"text": info.summary},
        "fullDescription": {"text": why if len(why) <= _LONGEST else why[: _LONGEST - 1] + "…"},
        "help": {"text": why, "markdown": "\n\n".join(filter(None, (why, policy and f"[The policy]({policy})")))},
        "defaultConfiguration": {"level": _LEVELS[info.level]},
        "properties": {"tags": [name.partition("/")[0]], "problem.severity": _GITHUB[info.level]},
    }
    return {**value, "helpUri": policy} if policy else value


def _pascal(name: str) -> str:
    """`contact/email` as `ContactEmail`: the name that the standard wants beside the id."""
    return "".join(part.capitalize() for part in name.replace("/", "-").split("-"))


def _notification(problem: PlacedError, style: Style) -> dict[str, Any]:
    value: dict[str, Any] = {
        "descriptor": {"id": UNCHECKED, "index": 0},
        "level": "error",
        "message": {"text": f"{problem.problem}. {problem.remedy}".rstrip()},
    }
    if problem.path:
        place: dict[str, Any] = {"artifactLocation": _location(problem.path, style)}
        if problem.line:
            place["region"] = {"startLine": problem.line, "startColumn": max(1, problem.column)}
        value["locations"] = [{"physicalLocation": place}]
    return value


def _location(path: str, style: Style, places: dict[str, int] | None = None) -> dict[str, Any]:
    address = uri(path, style)
    value: dict[str, Any] = {"uri": address}
    if not address.startswith("file:"):
        value["uriBaseId"] = ROOT
    if places is not None:
        value["index"] = places[path]
    return value


def _artifact(file: FileResult, style: Style) -> dict[str, Any]:
    roles = ["analysisTarget", *(["standardStream"] if file.path == STDIN else [])]
    value: dict[str, Any] = {"location": _location(file.path, style), "roles": roles}
    if file.draft is not None:
        value["encoding"] = "UTF-8"
    context = context_value(file)
    return {**value, "properties": context} if context else value


def _results(file: FileResult, location: dict[str, Any], ids: list[str]) -> Iterator[dict[str, Any]]:
    if file.draft is None:
        return
    shown: list[tuple[Finding, Suppressed | None]] = [(finding, None) for finding in file.findings]
    shown += [(one.finding, one) for one in file.suppressed]
    shown.sort(key=lambda entry: (entry[0].start, entry[0].end, entry[0].rule))
    prints = numbered(finding for finding, _ in shown)
    for (finding, print_), (_, taken_back) in zip(prints, shown, strict=True):
        value: dict[str, Any] = {
            "ruleId": finding.rule,
            "ruleIndex": ids.index(finding.rule),
            "level": _LEVELS[finding.severity],
            "message": {"text": " ".join(filter(None, (finding.message, finding.help)))},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": location,
                        "region": {
                            **_region(file.draft, finding.start, finding.end),
                            "snippet": {"text": file.draft.text[finding.start : finding.end]},
                        },
                    }
                }
            ],
            "partialFingerprints": {"proposalLint/v1": print_},
            "suppressions": _suppressions(taken_back),
        }
        if finding.fixes:
            value["fixes"] = [_fix(file.draft, fix, location) for fix in finding.fixes]
        yield value


def _suppressions(one: Suppressed | None) -> list[dict[str, Any]]:
    if one is None:
        return []
    value = {"kind": "inSource", "status": "accepted"}
    return [{**value, "justification": one.reason} if one.reason else value]


def _region(draft: Draft, start: int, end: int) -> dict[str, int]:
    """Lines and columns from 1, the end column excluded; the offset counts code points from 0."""
    line, column = draft.place(start)
    last, stop = draft.place(end)
    return {
        "startLine": line,
        "startColumn": column,
        "endLine": last,
        "endColumn": stop,
        "charOffset": start,
        "charLength": end - start,
    }


def _fix(draft: Draft, fix: Fix, location: dict[str, Any]) -> dict[str, Any]:
    return {
        "description": {"text": fix.title},
        "artifactChanges": [
            {
                "artifactLocation": location,
                "replacements": [
                    {"deletedRegion": _region(draft, edit.start, edit.end), "insertedContent": {"text": edit.text}}
                    for edit in fix.edits
                ],
            }
        ],
        "properties": {"safety": fix.safety},
    }
