"""Every example in `rules/` is a test of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from linter.engine import Linter
from linter.rulebook import load_rulebook
from linter.rulebook.examples import (
    Example,
    check_bad,
    check_clauses,
    check_examples,
    check_fixed,
    check_good,
    variants,
)
from linter.rulebook.words import rules_folder

BOOK = load_rulebook()


def _cases() -> Iterator[Any]:
    for rule in BOOK.rules.values():
        examples = rule.examples
        for kind, texts, check in (
            ("bad", examples.bad, check_bad),
            ("good", examples.good, check_good),
            ("fixed", examples.fixed, check_fixed),
        ):
            for index in range(len(texts)):
                yield pytest.param(rule, index, check, id=f"{rule.id}-{kind}-{index + 1}")


@pytest.mark.parametrize(("rule", "index", "check"), list(_cases()))
def test_example_holds(linter: Linter, rule: Any, index: int, check: Any) -> None:
    assert [failure.problem for failure in check(linter, rule, index)] == []


@pytest.mark.parametrize("rule", list(BOOK.rules.values()), ids=list(BOOK.rules))
def test_every_clause_is_needed(linter: Linter, rule: Any) -> None:
    assert [str(failure) for failure in check_clauses(linter, rule)] == []


@pytest.mark.parametrize("rule", list(BOOK.rules.values()), ids=list(BOOK.rules))
def test_rule_has_enough_examples(rule: Any) -> None:
    assert len(rule.examples.bad) >= 6
    assert len(rule.examples.good) >= 8


def test_every_rule_file_is_loaded() -> None:
    folder = rules_folder()
    files = {p.relative_to(folder).with_suffix("").as_posix() for p in folder.rglob("*.yaml")}
    assert {name for name in files if not name.startswith(("platforms/", "words/"))} == set(BOOK.rules)
    assert {Path(name).name for name in files if name.startswith("platforms/")} == set(BOOK.platforms)


def test_marks_are_taken_out() -> None:
    assert Example.parse("a [[b]] c [[d]]") == Example("a b c d", ((2, 3), (6, 7)))


def test_variants_keep_the_words() -> None:
    for text in variants('He said "hi", didn\'t he, when we met on the long way home?').values():
        assert len(text.split()) in (13, 14)


def _own_rule(folder: Path, text: str) -> Linter:
    path = folder / "my" / "greeting.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    return Linter(load_rulebook([folder]))


OWN = """\
id: my/greeting
level: warning
summary: A stiff greeting
message: '"{match}" is stiff.'
why: Nobody talks like that.
match:
  - phrases: [dear sir or madam, $greetings]
  - phrases: [to whom it may concern]
unless:
  - {phrases: [quote], within: sentence}
examples:
  bad:
    - "[[Dear Sir or Madam]], hello."
  good:
    - "Hi Dana."
"""


def test_failures_name_their_place(tmp_path: Path) -> None:
    (tmp_path / "words").mkdir()
    (tmp_path / "words" / "greetings.yaml").write_text("- respected sir\n", encoding="utf-8")
    linter = _own_rule(tmp_path, OWN.replace("Dear Sir or Madam]], hello", "Dear Sir]] or Madam"))
    found = [(f.line, f.problem) for f in check_examples(linter, ["my/greeting"])]
    assert found == [
        (13, "expected 'Dear Sir', found 'Dear Sir or Madam'"),
        (8, "no example needs clause 2 of 'match'"),
        (10, "no example needs clause 1 of 'unless'"),
    ]


def test_a_closed_gap_is_reported(tmp_path: Path) -> None:
    linter = _own_rule(tmp_path, OWN.replace(", $greetings", "") + 'gap:\n  - "[[Dear Sir or Madam]]!"\n')
    assert "the gap is closed: make it a bad example" in [f.problem for f in check_examples(linter, ["my/greeting"])]
