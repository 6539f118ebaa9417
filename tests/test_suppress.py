"""Directives: what they take back, which take back nothing, which make no sense."""

from __future__ import annotations

import pytest

from linter.draft import Draft
from linter.suppress import Suppressions, with_own_rules

RULES = ("contact/email", "contact/phone", "off-platform/payment")


class Unknown(LookupError):
    """As the rulebook raises it."""

    nearest = "contact/email"


def resolve(name: str) -> frozenset[str]:
    found = [rule for rule in RULES if rule == name or rule.startswith(name.rstrip("/") + "/")]
    if name == "contact/mail":
        found = ["contact/email"]
    if not found:
        raise Unknown(name)
    return frozenset(found)


def parse(text: str) -> Suppressions:
    return Suppressions.parse(Draft.from_text(text), with_own_rules(resolve))


def covered(text: str, rule: str = "contact/email") -> list[int]:
    """The numbers of the X in a text that directives cover."""
    found = parse(text)
    assert found.problems == ()
    places = [place for place, character in enumerate(text) if character == "X"]
    return [number for number, place in enumerate(places) if found.covers(rule, place, place + 1)]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("X\nX <!-- proposal-lint: ignore[contact/email] mine --> X\nX", [1, 2]),
        ("X\n<!-- proposal-lint: ignore[contact/email] -->\nX\nX", [1]),
        ("X\n%% proposal-lint: ignore[contact/email] reason\nX\nX", [1]),
        ("X\n%% proposal-lint: ignore[contact/email]\n\n\nX\nX", [1]),
        ("%% proposal-lint: ignore[contact/phone]\n%% proposal-lint: ignore[contact/email]\nX\nX", [0]),
        ("%% proposal-lint: ignore[contact/email]\n%% proposal-lint: ignore[contact/phone]\nX\nX", [0]),
        ("X\n<!-- proposal-lint: ignore-next[contact] -->\n\nX\nX\n\nX", [1, 2]),
        ("%% proposal-lint: ignore-next[contact]\nX\nX\n\nX", [0, 1]),
        ("X\n%% proposal-lint: ignore-start[contact]\nX\n\nX\n%% proposal-lint: ignore-end[contact]\nX", [1, 2]),
        ("%% proposal-lint: ignore-start[contact]\nX\n%% proposal-lint: ignore-end\nX", [0]),
        ("X\nX\n%% proposal-lint: ignore-file[contact/email, off-platform]\nX", [0, 1, 2]),
        ("X <!-- proposal-lint: ignore[contact/mail] -->\nX", [0]),
        ("X <!-- proposal-lint: ignore[contact/phone] -->", []),
        ("X\r%% proposal-lint: ignore[contact/email]\rX\rX", [1]),
        ("X\r\n%% proposal-lint: ignore[contact/email]\r\nX\r\nX", [1]),
        ("> X <!-- proposal-lint: ignore[contact/email] -->\n> X", [0]),
        ("X %% proposal-lint: ignore[contact/email]\nX", []),
        ("```\n%% proposal-lint: ignore-file[contact]\n```\nX", []),
        ("---\nstage: ended\n---\n%% proposal-lint: ignore-file[contact]\nX", [0]),
    ],
)
def test_what_a_directive_covers(text: str, numbers: list[int]) -> None:
    assert covered(text) == numbers


def test_a_match_over_two_lines_is_covered_on_either() -> None:
    text = "write to\nme@there <!-- proposal-lint: ignore[contact/email] -->\n"
    assert parse(text).covers("contact/email", 0, 17)


@pytest.mark.parametrize(
    ("text", "place", "problem", "remedy"),
    [
        ("a\nb <!-- proposal-lint: ignore -->", (2, 3), "ignore names no rule", "Write ignore[contact/email]."),
        ("%% proposal-lint: ignore[]", (1, 1), "ignore names no rule", ""),
        ("%% proposal-lint: ignore-line[contact]", (1, 1), "a directive says 'ignore-line'", "Did you mean 'ignore"),
        ("%% proposal-lint:", (1, 1), "a directive says nothing", "Known are: ignore"),
        ("%% proposal-lint: ignore[contact/emial]", (1, 1), "names 'contact/emial'", "Did you mean 'contact/email'?"),
        ("%% proposal-lint: ignore-start[contact]\nX", (1, 1), "ignore-start has no ignore-end", "Add one"),
        ("X\n%% proposal-lint: ignore-end[contact]", (2, 1), "ignore-end has no ignore-start", ""),
        ("\n" * 20 + "%% proposal-lint: ignore-file[contact]", (21, 1), "stands below line 20", "Move it up"),
    ],
)
def test_a_directive_that_makes_no_sense_is_a_problem(
    text: str, place: tuple[int, int], problem: str, remedy: str
) -> None:
    (found,) = parse(text).problems
    assert problem in found.problem
    assert remedy in found.remedy
    assert (found.line, found.column) == place


def test_known_names_beside_an_unknown_one_still_count() -> None:
    found = parse("X <!-- proposal-lint: ignore[contact/emial, contact/email] -->")
    assert len(found.problems) == 1
    assert found.covers("contact/email", 0, 1)


def test_an_open_block_takes_back_nothing() -> None:
    assert not parse("%% proposal-lint: ignore-start[contact]\nX").covers("contact/email", 40, 41)


def test_a_directive_is_unused_only_where_its_rule_matches_nothing() -> None:
    text = "X\n%% proposal-lint: ignore[contact/email, contact/phone]\nX\n"
    directive = text.index("%%"), text.index("\nX\n")
    place = text.rindex("X")
    found = parse(text)
    assert found.unused([("contact/email", place, place + 1)]) == [("contact/phone", *directive)]
    assert [name for name, _, _ in found.unused([("contact/email", 0, 1)])] == ["contact/email", "contact/phone"]
    (finding,) = found.findings(Draft.from_text(text), [("contact/email", place, place + 1)])
    assert (finding.rule, finding.severity.value) == ("lint/unused-ignore", "warning")
    assert "'contact/phone'" in finding.message


def test_a_prefix_is_used_when_one_of_its_rules_matches() -> None:
    assert parse("X <!-- proposal-lint: ignore[contact] -->").unused([("contact/phone", 0, 1)]) == []


def test_the_linters_own_rules_have_names() -> None:
    resolved = with_own_rules(resolve)
    assert resolved("lint/unused-ignore") == {"lint/unused-ignore"}
    assert resolved("lint") == {"lint/unused-ignore", "lint/unknown-rule"}
    assert resolved("contact/email") == {"contact/email"}
    assert parse("X <!-- proposal-lint: ignore[lint/unused-ignore] -->").unused([]) == []


def test_many_directives_are_read_quickly() -> None:
    text = "%% proposal-lint: ignore[contact/email]\nX\n" * 3000 + "<!-- proposal-lint: " * 3000
    assert len(parse(text).directives) == 3000
