"""Which fixes are made, and when a round of them is taken back."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from linter.draft import Draft
from linter.finding import Edit, Finding, Fix, Safety, Severity
from linter.fixes.apply import MAX_ROUNDS, apply, choose, fix_draft


def finding(rule: str, start: int, end: int, *fixes: Fix, severity: Severity = Severity.ERROR) -> Finding:
    return Finding(rule, severity, "", start, end, "", "", fixes=fixes)


def fix(start: int, end: int, text: str = "", safety: Safety = "safe") -> Fix:
    return Fix("Mend it", safety, (Edit(start, end, text),))


def linter(cures: dict[str, str], severity: Severity = Severity.ERROR) -> Callable[[Draft], Sequence[Finding]]:
    """Finds each pattern, and mends it by a replacement."""

    def lint(draft: Draft) -> Sequence[Finding]:
        return [
            finding(pattern, *match.span(), fix(*match.span(), match.expand(cure)), severity=severity)
            for pattern, cure in cures.items()
            for match in re.finditer(pattern, draft.text)
        ]

    return lint


def test_edits_are_applied_by_place() -> None:
    assert apply("abcdef", [Edit(4, 5, "E"), Edit(1, 2, ""), Edit(6, 6, "!")]) == "acdEf!"


@pytest.mark.parametrize("edits", [[Edit(0, 3, ""), Edit(2, 4, "")], [Edit(5, 7, "")], [Edit(3, 2, "")]])
def test_edits_that_cannot_be_applied(edits: list[Edit]) -> None:
    with pytest.raises(ValueError, match="overlaps another or lies outside"):
        apply("abcdef", edits)


def test_the_first_fix_that_is_safe_enough() -> None:
    both = finding("a", 0, 1, fix(0, 1, "x", "unsafe"), fix(0, 1, "y"))
    assert choose("abc", [both], unsafe=False) == [both.fixes[1]]
    assert choose("abc", [both], unsafe=True) == [both.fixes[0]]
    assert choose("abc", [both], unsafe=True, refused=[both.fixes[0].edits]) == [both.fixes[1]]
    assert choose("abc", [finding("a", 0, 1, fix(0, 1, "", "unsafe")), finding("b", 2, 3)], unsafe=False) == []


def test_fixes_that_touch_wait_for_the_next_round_and_errors_come_first() -> None:
    mild = finding("a", 0, 2, fix(0, 2), severity=Severity.SUGGESTION)
    grave = finding("b", 2, 3, fix(2, 3))
    assert choose("abcdef", [mild, grave], unsafe=False) == [grave.fixes[0]]


def test_one_fix_for_two_findings_is_made_once() -> None:
    shared = fix(0, 2)
    assert choose("abc", [finding("a", 0, 1, shared), finding("b", 1, 2, shared)], unsafe=False) == [shared]


def test_a_sentence_is_not_told_the_same_twice() -> None:
    two = [finding("a", 0, 1, fix(0, 1, "Here")), finding("a", 4, 5, fix(4, 5, "here"))]
    assert len(choose("a or b", two, unsafe=False)) == 1
    assert len(choose("a.\nbc.", two, unsafe=False)) == 2


def test_rounds_go_on_until_nothing_is_left() -> None:
    fixed = fix_draft(Draft.from_text("axxxb"), linter({"x": ""}))  # they touch, so one a round
    assert (fixed.draft.text, fixed.findings, fixed.mended) == ("ab", (), 3)


def test_a_fix_that_mends_nothing_is_taken_back_and_the_others_stay() -> None:
    fixed = fix_draft(Draft.from_text("red blue red blue green"), linter({"red": "", "blue": "blue!", "green": ""}))
    assert fixed.draft.text == " blue  blue "
    assert [one.rule for one in fixed.findings] == ["blue", "blue"]
    assert fixed.mended == 3


def test_a_fix_that_makes_it_worse_is_taken_back() -> None:
    fixed = fix_draft(Draft.from_text("a good x"), linter({"x": "bad bad", "bad": "bad"}))
    assert (fixed.draft.text, fixed.mended) == ("a good x", 0)


def test_a_suggestion_may_follow_from_an_error_that_is_gone() -> None:
    def lint(draft: Draft) -> Sequence[Finding]:
        errors = linter({"x": ""})(draft)
        return errors or [finding("missing", 0, 0, severity=Severity.SUGGESTION)]

    fixed = fix_draft(Draft.from_text("ax"), lint)
    assert (fixed.draft.text, fixed.mended, len(fixed.findings)) == ("a", 1, 1)


def test_nothing_is_left_is_no_fix() -> None:
    assert fix_draft(Draft.from_text(" x "), linter({"x": ""})).draft.text == " x "


def test_a_fix_that_would_change_the_front_matter_is_taken_back() -> None:
    text = "x\n---\nstage: contract\n---\nText.\n"
    assert fix_draft(Draft.from_text(text), linter({"x\n": ""})).draft.text == text


def test_the_rounds_are_bounded() -> None:
    def lint(draft: Draft) -> Sequence[Finding]:
        first, *others = linter({"x": ""})(draft)
        return [first, *(replace(other, fixes=()) for other in others)]

    assert fix_draft(Draft.from_text("a" + "x" * 100), lint).mended == MAX_ROUNDS


def test_few_looks_find_the_fix_that_does_not_help() -> None:
    asked: list[str] = []
    lint = linter({"x": "", "y": "y?"})

    def counted(draft: Draft) -> Sequence[Finding]:
        asked.append(draft.text)
        return lint(draft)

    fixed = fix_draft(Draft.from_text("x. " * 100 + "y. " + "x. " * 155), counted)
    assert "x" not in fixed.draft.text
    assert "y?" not in fixed.draft.text
    assert len(asked) < 30
