"""`sarif`: valid by the standard's own schema, with regions that are where the findings are."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from linter.context import Context
from linter.draft import Draft
from linter.finding import Finding, Severity
from linter.report import Style
from linter.report.sarif import render
from linter.result import FileResult, RunResult

SCHEMA = json.loads((Path(__file__).parent / "schemas/sarif-2.1.0.json").read_text(encoding="utf-8"))


def sarif(run: RunResult, style: Style | None = None) -> dict[str, Any]:
    """The one run of a report that is valid."""
    value = json.loads(render(run, style or Style()))
    Draft202012Validator(SCHEMA).validate(value)
    (only,) = value["runs"]
    return dict(only)


@pytest.fixture
def value(run: RunResult) -> dict[str, Any]:
    """The report on the run with something of everything."""
    return sarif(run)


def test_the_schema_can_fail() -> None:
    assert not Draft202012Validator(SCHEMA).is_valid({"version": "2.1.0", "runs": [{}]})


def test_rules_tell_why(value: dict[str, Any]) -> None:
    rules = value["tool"]["driver"]["rules"]
    email = next(rule for rule in rules if rule["id"] == "contact/email")
    assert [rule["id"] for rule in rules] == sorted({result["ruleId"] for result in value["results"]})
    assert (email["name"], email["shortDescription"]["text"]) == ("ContactEmail", "About contact/email")
    assert email["help"]["text"] == "Why contact/email matters."
    assert email["helpUri"] in email["help"]["markdown"]
    assert email["defaultConfiguration"] == {"level": "error"}
    for result in value["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]


def test_regions_count_code_points(run: RunResult, value: dict[str, Any]) -> None:
    texts = {file.path: file.draft.text for file in run.files if file.draft is not None}
    assert value["columnKind"] == "unicodeCodePoints"
    assert len(value["results"]) == 7
    for result in value["results"]:
        place = result["locations"][0]["physicalLocation"]
        text, region = texts[place["artifactLocation"]["uri"]], place["region"]
        found = text[region["charOffset"] : region["charOffset"] + region["charLength"]]
        assert found == region["snippet"]["text"]
        lines = text.splitlines(keepends=True)
        start = sum(map(len, lines[: region["startLine"] - 1])) + region["startColumn"] - 1
        end = sum(map(len, lines[: region["endLine"] - 1])) + region["endColumn"] - 1
        assert text[start:end] == found


def test_suppressed_findings_are_there_with_their_reason(value: dict[str, Any]) -> None:
    said = {result["message"]["text"]: result["suppressions"] for result in value["results"]}
    accepted = {"kind": "inSource", "status": "accepted"}
    assert said['"admin@shop.example" looks like one.'] == [{**accepted, "justification": "a demo log-in"}]
    assert said['"root@shop.example" looks like one.'] == [accepted]
    assert sum(suppressions == [] for suppressions in said.values()) == 5


def test_fixes_are_edits_of_the_draft(value: dict[str, Any]) -> None:
    (fixed,) = (result for result in value["results"] if "fixes" in result)
    (change,) = fixed["fixes"][0]["artifactChanges"]
    region = fixed["locations"][0]["physicalLocation"]["region"]
    (replacement,) = change["replacements"]
    assert replacement["deletedRegion"] == {name: at for name, at in region.items() if name != "snippet"}
    assert replacement["insertedContent"] == {"text": ""}
    assert (fixed["fixes"][0]["description"]["text"], change["artifactLocation"]["uri"]) == (
        "Remove the address",
        "drafts/one.md",
    )


def test_what_could_not_be_checked_is_a_notification(value: dict[str, Any]) -> None:
    (invocation,) = value["invocations"]
    assert (invocation["executionSuccessful"], invocation["exitCode"]) == (False, 2)
    latin, nope = invocation["toolExecutionNotifications"]
    assert latin["locations"][0]["physicalLocation"]["region"] == {"startLine": 2, "startColumn": 4}
    assert nope["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "nope.txt"
    assert "region" not in nope["locations"][0]["physicalLocation"]


def test_what_is_alike_is_told_apart() -> None:
    draft = Draft.from_text("me@there.org me@there.org\n", "a b.txt")
    found = [Finding("contact/email", Severity.ERROR, "m", at, at + 12, "me@there.org", "f00") for at in (0, 13)]
    value = sarif(RunResult((FileResult("a b.txt", Context(), draft, tuple(found)),)))
    assert [result["partialFingerprints"]["proposalLint/v1"] for result in value["results"]] == ["f00:1", "f00:2"]
    assert value["artifacts"][0]["location"] == {"uri": "a%20b.txt", "uriBaseId": "%SRCROOT%"}


def test_paths_are_told_from_the_root() -> None:
    style = Style(root=Path("/repo"), folder=Path("/repo/bids"))
    file = FileResult("a.txt", Context(), Draft.from_text("Fine.\n"))
    assert sarif(RunResult((file,)), style)["artifacts"][0]["location"]["uri"] == "bids/a.txt"
