"""`github`: commands that the runner reads back as they were meant, and nothing else."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.context import Context
from linter.draft import Draft
from linter.errors import PlacedError
from linter.finding import Finding, Severity
from linter.report import Style
from linter.report._terminal import printable
from linter.report.github import LIMIT, render
from linter.result import FileResult, RunResult

COMMAND = re.compile(r"::(?P<kind>error|warning|notice) (?P<values>[^\n]*?)::(?P<said>[^\n]*)")


def read(text: str) -> list[tuple[str, dict[str, str], str]]:
    """What the runner makes of a log: kind, properties and message of each command."""
    commands = []
    for line in text.split("\n")[:-1]:
        match = COMMAND.fullmatch(line)
        assert match, line
        values = dict(pair.split("=", 1) for pair in match["values"].split(","))
        commands.append((match["kind"], {name: _read(value, "%3A:", "%2C,") for name, value in values.items()}, match))
    return [(kind, values, _read(match["said"])) for kind, values, match in commands]


def _read(text: str, *more: str) -> str:
    for code in ("%0D\r", "%0A\n", *more, "%25%"):
        text = text.replace(code[:3], code[3:])
    return text


def report(text: str, *findings: Finding, path: str = "a.txt") -> list[tuple[str, dict[str, str], str]]:
    draft = Draft.from_text(text, path)
    return read(render(RunResult((FileResult(path, Context(), draft, findings),)), Style()))


def finding(start: int, end: int, severity: Severity = Severity.ERROR, message: str = "m", help_: str = "") -> Finding:
    return Finding("contact/email", severity, message, start, end, "", "f", help_)


def test_a_match_in_a_line_has_columns() -> None:
    ((kind, values, said),) = report("x\nme@there.org\n", finding(2, 14, help_="Remove it."))
    assert (kind, said) == ("error", "m\nRemove it.")
    assert values == {"file": "a.txt", "line": "2", "col": "1", "endColumn": "12", "title": "contact/email"}


def test_a_match_over_lines_has_none() -> None:
    ((_, values, _),) = report("x me\nthere\n", finding(2, 10))
    assert values == {"file": "a.txt", "line": "1", "endLine": "2", "title": "contact/email"}


def test_standard_input_has_no_file() -> None:
    ((_, values, _),) = report("x\n", finding(0, 1), path="-")
    assert values == {"title": "contact/email"}


@pytest.mark.parametrize("text", ["::error::x", "a\n::set-env name=x::y", "100%0A", "a\r\n::stop-commands::t"])
def test_a_draft_cannot_give_commands(text: str) -> None:
    assert [said for _, _, said in report("x\n", finding(0, 1, message=text))] == [printable(text)]


@given(st.text(st.sampled_from(":,%=\r\n0ADé👍 "), min_size=1, max_size=20))
def test_every_path_and_message_is_read_back(text: str) -> None:
    ((_, values, said),) = report("x\n", finding(0, 1, message=text), path=f"x{text}")
    assert (values["file"], said) == (f"x{text}", printable(text))


def test_more_than_are_shown_are_announced() -> None:
    few = [finding(at, at + 1) for at in range(LIMIT)]
    assert len(report("x" * 40, *few)) == LIMIT
    many = [finding(at, at + 1, message=str(at)) for at in range(LIMIT + 5)]
    warning = finding(0, 1, Severity.WARNING, message="w")
    said = [(kind, text) for kind, _, text in report("x" * 40, *many, warning)]
    assert said[LIMIT - 1] == ("error", "6 more of this kind stand in the log of this step; GitHub shows 10.")
    assert [text for _, text in said if text.isdigit()] == [str(at) for at in range(LIMIT + 5)]
    assert said[-1] == ("warning", "w")


def test_what_could_not_be_checked_comes_first() -> None:
    draft = Draft.from_text("x\n")
    found = FileResult("a.txt", Context(), draft, (finding(0, 1),))
    problem = PlacedError("b.txt", "there is no such file or folder", "Mend the path.", 0, 0)
    first, second = read(render(RunResult((found, FileResult("b.txt", problems=(problem,)))), Style()))
    assert first == (
        "error",
        {"file": "b.txt", "title": "Not checked"},
        "there is no such file or folder. Mend the path.",
    )
    assert second[1]["file"] == "a.txt"
