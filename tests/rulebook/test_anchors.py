"""Token patterns behind their anchors find what spaCy's matcher finds, over random patterns and texts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.matcher import Matcher

from linter.draft import Draft
from linter.pipeline import Pipeline
from linter.rulebook import Rulebook, load_rulebook
from linter.rulebook.anchors import Anchor, anchor
from linter.rulebook.examples import slow_patterns

WORDS = ["text", "me", "do", "not", "n't", "call", "zoom", '"', "-", "you", "are", "5", "ca", "can"]
_VALUE = st.sampled_from(WORDS) | st.fixed_dictionaries({"IN": st.lists(st.sampled_from(WORDS), max_size=3)})
_TOKEN = st.fixed_dictionaries(
    {},
    optional={
        "NORM": _VALUE,
        "LOWER": _VALUE,
        "ORTH": st.sampled_from(WORDS),
        "LIKE_NUM": st.booleans(),
        "OP": st.sampled_from(["?", "*", "+", "!", "{1,2}", "{0,2}", "{2}"]),
    },
)
_TEXT = st.lists(
    st.sampled_from([*WORDS, "don't", "can't", "a-b", "mira@tall.example", "Zoom.", '"me"', "`me`"]), max_size=14
)


@pytest.fixture(scope="module")
def pipeline(rulebook: Rulebook) -> Pipeline:
    """The pipeline with everything that token patterns may ask for, and without the trained model."""
    return Pipeline(rulebook.words, signals=False)


@settings(max_examples=500, deadline=None)
@given(st.lists(_TOKEN, min_size=1, max_size=4), _TEXT.map(" ".join))
def test_no_match_without_the_anchor(pipeline: Pipeline, tokens: list[dict[str, Any]], text: str) -> None:
    held = anchor(tokens)
    matcher = Matcher(pipeline.nlp.vocab)
    matcher.add("pattern", [tokens])
    for reading in pipeline.read(Draft.from_text(text)):
        for sentence in reading.sentences:
            found = matcher(pipeline.doc(reading)[slice(*sentence.tokens)])
            if found and held is not None:
                assert held.is_in(reading.norms[slice(*sentence.tokens)], reading.text)


@pytest.mark.parametrize(
    ("tokens", "held"),
    [
        ([{"NORM": {"IN": ["a", "b"]}}, {"NORM": "zoom"}], Anchor(frozenset(["zoom"]))),
        ([{"NORM": "zoom", "OP": "?"}, {"LOWER": "me"}], Anchor(frozenset(["me"]), written=True)),
        ([{"NORM": "zoom", "OP": "{0,3}"}, {"LIKE_NUM": True}], None),
        ([{"NORM": '"'}, {"NORM": {"NOT_IN": ["a"]}}], None),
        ([{"NORM": "zoom", "OP": "{2,}"}], Anchor(frozenset(["zoom"]))),
    ],
)
def test_derived(tokens: list[dict[str, Any]], held: Anchor | None) -> None:
    assert anchor(tokens) == held


def test_slow_patterns_are_named(tmp_path: Path) -> None:
    rule = tmp_path / "my" / "rule.yaml"
    rule.parent.mkdir()
    rule.write_text(
        "id: my/rule\nlevel: warning\nsummary: A rule\nmessage: Found it.\nwhy: Because.\n"
        "match:\n  - tokens: [{LIKE_NUM: true}]\n  - tokens: [{NORM: zoom}]\nexamples: {bad: ['[[5]]', '[[zoom]]'], good: [b]}\n",
        encoding="utf-8",
    )
    book = load_rulebook([tmp_path])
    (note,) = slow_patterns(book, ["my/rule"])
    assert (note.line, "slow" in note.problem) == (7, True)
    assert not list(slow_patterns(book, [rule for rule in book.rules if rule != "my/rule"]))
