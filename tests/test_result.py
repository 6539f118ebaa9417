"""The outcome of a run: exit code, counts, masks."""

from __future__ import annotations

import re

import pytest

from linter.draft import Draft
from linter.errors import PlacedError
from linter.finding import Finding, Severity
from linter.result import FileResult, RunResult, redacted
from linter.settings import FailLevel

DRAFT = Draft.from_text("write to jane@example.org\nor not")


def finding(severity: Severity = Severity.ERROR, message: str = "x", match: str = "jane@example.org") -> Finding:
    return Finding("contact/email", severity, message, 9, 9 + len(match), match, "f")


@pytest.mark.parametrize(
    ("severity", "level", "code"),
    [
        (Severity.ERROR, FailLevel.ERROR, 1),
        (Severity.WARNING, FailLevel.ERROR, 0),
        (Severity.WARNING, FailLevel.WARNING, 1),
        (Severity.SUGGESTION, FailLevel.WARNING, 0),
        (Severity.ERROR, FailLevel.NEVER, 0),
    ],
)
def test_findings_fail_from_the_fail_level_on(severity: Severity, level: FailLevel, code: int) -> None:
    assert RunResult((FileResult("a", draft=DRAFT, findings=(finding(severity),), fail_level=level),)).exit_code == code


def test_what_could_not_be_checked_wins_over_findings() -> None:
    broken = FileResult("b", problems=(PlacedError("b", "broken"),))
    fine = FileResult("a", draft=DRAFT, findings=(finding(),))
    run = RunResult((fine, broken, FileResult("c", problems=broken.problems)))
    assert run.exit_code == 2
    assert RunResult((fine,)).exit_code == 1
    assert RunResult(()).exit_code == 0
    assert len(run.problems) == 1
    assert run.checked == [fine]


@pytest.mark.parametrize(
    ("match", "message"),
    [
        ("jane@example.org", '"jane@example.org" is an address'),
        ("jane@example.org\nor", '"jane@example.org or" is an address'),
        ("jane@example.org\nor not", '"jane@example.o…" is an address'),
    ],
)
def test_a_mask_hides_the_match_in_the_message_however_it_is_shown(match: str, message: str) -> None:
    file = redacted(FileResult("a", draft=DRAFT, findings=(finding(message=message, match=match),)), [])
    assert file.draft is not None
    assert "jane" not in file.draft.text + file.findings[0].message + file.findings[0].match
    assert file.findings[0].message.endswith(" is an address")
    assert len(file.draft.text) == len(DRAFT.text)
    assert file.draft.line_starts == DRAFT.line_starts


def test_a_mask_hides_what_other_rules_found_in_the_same_line() -> None:
    file = redacted(FileResult("a", draft=DRAFT, findings=()), [(0, 5)])
    assert file.draft is not None
    assert file.draft.text.startswith("••••• to")


def test_a_masked_fingerprint_cannot_be_guessed_from() -> None:
    def masked(text: str) -> list[str]:
        draft = Draft.from_text(text)
        starts = [place.start() for place in re.finditer(r"555-\d{4}", text)]
        found = tuple(
            Finding("contact/phone", Severity.ERROR, "", start, start + 8, text[start : start + 8], f"{start:016x}")
            for start in starts
        )
        return [one.fingerprint for one in redacted(FileResult("a", draft=draft, findings=found), []).findings]

    one, two = (
        masked("Call 555-0101 today, or call 555-0102 today."),
        masked("Call 555-0199 today, or call 555-0188 today."),
    )
    assert one == two  # nothing of the numbers is in it
    assert len(set(one)) == 2
    assert one != masked("Ring 555-0101 today, or call 555-0102 now.")
