"""Every format, character by character."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from linter.report import Style, formats, renderer
from linter.result import RunResult, redacted

Golden = Callable[[str, str], None]

ALL = ["concise", "full", "github", "gitlab", "html", "json", "jsonl", "sarif"]


def test_formats_are_found_by_their_place() -> None:
    assert formats() == ALL
    assert not any(name.startswith("_") for name in formats())


@pytest.mark.parametrize("name", ALL)
def test_a_format_is_as_the_golden_file_shows(name: str, run: RunResult, golden: Golden) -> None:
    golden(f"{name}.txt", renderer(name)(run, Style(statistics=False)))


@pytest.mark.parametrize("name", ["concise", "full"])
def test_colours_and_statistics(name: str, run: RunResult, golden: Golden) -> None:
    golden(f"{name}-color-statistics.txt", renderer(name)(run, Style(color=True, statistics=True, width=60)))


@pytest.mark.parametrize("name", ALL)
def test_an_empty_run(name: str, run: RunResult) -> None:
    del run  # for its version
    text = renderer(name)(RunResult(()), Style(statistics=True))
    if name == "json":
        assert json.loads(text)["files"] == []
    elif name == "sarif":
        assert json.loads(text)["runs"][0]["results"] == []
    elif name == "html":
        assert "<h1>Nothing was checked</h1>" in text
    elif name == "gitlab":
        assert json.loads(text) == []
    else:
        assert text in ("", '{"type": "statistics", "statistics": {}}\n')


@pytest.mark.parametrize("name", ["concise", "full", "github"])
def test_no_control_character_of_a_draft_reaches_the_terminal(name: str, run: RunResult) -> None:
    text = renderer(name)(run, Style())
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "\\x1b[31mred\\u202e" in text


@pytest.mark.parametrize("name", ALL)
def test_redacted_findings_show_nothing_of_the_match(name: str, run: RunResult) -> None:
    hidden = RunResult(tuple(redacted(file, []) for file in run.files))
    text = renderer(name)(hidden, Style())
    text += json.dumps([json.loads(text)] if name in ("gitlab", "json", "sarif") else [], ensure_ascii=False)
    for secret in ("jane", "example.org", "WhatsApp", "PayPal", "日本語", "\\u65e5"):
        assert secret not in text.replace("support.example.org", "")
    assert "contact/email" in text
    assert "•" in text or "\\u2022" in text


@pytest.mark.parametrize("name", ALL)
def test_what_could_not_be_checked_stands_in_every_format(name: str, run: RunResult) -> None:
    text = renderer(name)(run, Style(problems=True))
    assert "nope.txt" in text
    assert "there is no such file or folder" in text
    assert "byte 0xe9 is not UTF-8" in text


def test_quiet_is_findings_only(run: RunResult) -> None:
    assert "checked as" in renderer("full")(run, Style())
    assert "checked as" not in renderer("full")(run, Style(summary=False))


def test_json_is_as_documented(run: RunResult) -> None:
    value = json.loads(renderer("json")(run, Style(statistics=True)))
    assert value["schema_version"] == 1
    assert value["summary"] == {
        "error": 3,
        "warning": 1,
        "suggestion": 1,
        "suppressed": 2,
        "baselined": 0,
        "fixed": 0,
        "files": 3,
    }
    one = next(file for file in value["files"] if file["path"] == "drafts/one.md")
    email = next(found for found in one["findings"] if found["rule"] == "contact/email")
    assert email["end"]["offset"] - email["start"]["offset"] == len("jane@example.org")
    assert (email["start"]["line"], one["error"]) == (2, None)
    assert value["files"][1]["error"] == "drafts/latin-1.txt:2:4: byte 0xe9 is not UTF-8. Save it as UTF-8."
    assert value["files"][4]["problems"][0]["line"] is None
    assert value["statistics"]["contact/email"] == 1
