"""Tokens, regexes, guards and scopes of rules, through the engine."""

from __future__ import annotations

from pathlib import Path

import pytest

from linter.draft import Draft, DraftError
from linter.engine import Linter
from linter.rulebook import RulebookError, load_rulebook

HEAD = """\
id: my/rule
level: warning
summary: A rule
message: Found it.
why: Because.
examples: {bad: ["[[a]]"], good: [b]}
"""


def _linter(folder: Path, body: str) -> Linter:
    path = folder / "my" / "rule.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(HEAD + body, encoding="utf-8")
    return Linter(load_rulebook([folder]))


def _found(linter: Linter, text: str) -> list[str]:
    draft = Draft.from_text(text)
    spans = [draft.folded.source(m.start, m.end) for m in linter.matches(draft) if m.rule == "my/rule"]
    return [text[start:end] for start, end in spans]


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        ("tokens: [{NORM: big}, {NORM: {IN: [cat, dog]}}]", "A Big  Dog\nruns.", ["Big  Dog"]),
        ("tokens: [{NORM: do}, {NORM: not}]", "I don't know.", ["don't"]),
        ("tokens: [{LIKE_NUM: true}, {LOWER: cats}]", "Seven cats.", ["Seven cats"]),
        ("tokens: [{NORM: {IN: $weekdays}}]", "See you on FRIDAY.", ["FRIDAY"]),
        ("phrases: [do not know]", "I don’t know.", ["don’t know"]),
        ("phrases: [your $weekdays]", "Is it your Friday?", ["your Friday"]),
        ("regex: 'cat\\d+'", "Look: CAT42 sits.", ["CAT42"]),
        ("identifier: email", "Mail petra@mailnord.se now.", ["petra@mailnord.se"]),
    ],
)
def test_patterns(tmp_path: Path, pattern: str, text: str, found: list[str]) -> None:
    assert _found(_linter(tmp_path, f"match:\n  - {pattern}\n"), text) == found


@pytest.mark.parametrize(
    ("within", "text", "found"),
    [
        ("sentence", "A cat, no dog.", False),
        ("sentence", "A cat. No dog.", True),
        ("before", "No cat.", False),
        ("before", "A cat, no.", True),
        ("before", "No one two three four five six seven cat.", True),
        ("after", "A cat, no.", False),
        ("after", "No cat.", True),
        ("paragraph", "No. A cat.", False),
        ("paragraph", "No.\n\nA cat.", True),
        ("draft", "No.\n\nA cat.", False),
        ("match", "No cat.", True),
    ],
)
def test_guards(tmp_path: Path, within: str, text: str, found: bool) -> None:
    linter = _linter(tmp_path, f"match:\n  - phrases: [cat]\nunless:\n  - {{phrases: ['no'], within: {within}}}\n")
    assert bool(_found(linter, text)) is found


@pytest.mark.parametrize("guard", ["regex: 'no\\b'", "tokens: [{NORM: 'no'}]"])
def test_guards_of_other_kinds(tmp_path: Path, guard: str) -> None:
    linter = _linter(tmp_path, f"match:\n  - phrases: [cat]\nunless:\n  - {{{guard}, within: sentence}}\n")
    assert _found(linter, "A cat here. No cat there.") == ["cat"]


def test_no_pattern_crosses_a_sentence_or_an_item(tmp_path: Path) -> None:
    linter = _linter(tmp_path, "match:\n  - phrases: [black cat]\n")
    assert _found(linter, "It is black. Cat!") == []
    assert _found(linter, "- black\n- cat\n") == []
    assert _found(linter, "black\n\ncat") == []


@pytest.mark.parametrize(("scope", "found"), [("prose", ["cat"]), ("quote", ["CAT"]), ("prose, quote", ["cat", "CAT"])])
def test_scope(tmp_path: Path, scope: str, found: list[str]) -> None:
    linter = _linter(tmp_path, f"scope: [{scope}]\nmatch:\n  - phrases: [cat]\n")
    assert _found(linter, "A cat.\n\n> A CAT.\n\n`a cat`\n") == found


def test_possible_makes_an_error_a_warning(tmp_path: Path) -> None:
    from linter.context import Context

    linter = _linter(tmp_path, "match:\n  - {phrases: [cat], certainty: possible}\n  - phrases: [dog]\n")
    draft = Draft.from_text("A cat and a dog.")
    assert {f.match: f.severity.value for f in linter.lint(draft, Context())} == {"cat": "warning", "dog": "warning"}


@pytest.mark.parametrize(
    ("pattern", "problem"),
    [
        ("tokens: [{LOWER: two words}]", "no token has the LOWER 'two words'"),
        ("tokens: [{LOWER: Cat}]", "no token has the LOWER 'Cat'"),
        ("tokens: [{LOWER: [cat]}]", "spaCy cannot read the tokens"),
    ],
)
def test_patterns_that_cannot_match(tmp_path: Path, pattern: str, problem: str) -> None:
    linter = _linter(tmp_path, f"match:\n  - {pattern}\n")
    with pytest.raises(RulebookError) as error:
        linter.matches(Draft.from_text("A cat."))
    assert problem in str(error.value)
    assert "rule.yaml:8:" in str(error.value)


def test_a_regex_that_would_run_for_ever(tmp_path: Path) -> None:
    linter = _linter(tmp_path, "match:\n  - regex: '(a|aa|aaa)+(?<!a)b'\n")
    with pytest.raises(DraftError, match=r"a regex of my/rule took more than 2 s"):
        linter.matches(Draft.from_text("x " + "a" * 4000 + " c"))


def test_require(tmp_path: Path) -> None:
    linter = _linter(tmp_path, "min-words: 3\nrequire:\n  - phrases: [cat]\n")
    assert _found(linter, "Only dogs live here, I say.\nAnd more.") == ["Only dogs live here, I say."]
    assert _found(linter, "A cat lives here, I say.") == []
    assert _found(linter, "Only dogs.") == []
    assert _found(linter, "") == []
