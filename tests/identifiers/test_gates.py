"""What is skipped because of a glance would have found nothing: the same identifiers with the gates shut and open."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from linter.draft import Draft
from linter.identifiers import glance, patterns
from linter.identifiers.glance import Glance
from linter.pipeline import Pipeline
from linter.rulebook import Rulebook, load_rulebook


def _pieces(book: Rulebook) -> list[str]:
    """Sentences of the rules' examples, their words, and the entries of all word lists."""
    examples = [
        example.replace("[[", "").replace("]]", "")
        for rule in book.rules.values()
        for example in rule.file.examples.bad
    ]
    words = {word for example in examples for word in re.split(r"(\s)", example) if word}
    listed = {entry.partition(" = ")[0] for entries in book.words.values() for entry in entries}
    return [*examples, *sorted(words), *sorted(listed)]


BOOK = load_rulebook()
PIECES = _pieces(BOOK)
SIGNS = [
    "@",
    " @ ",
    ".",
    " dot ",
    "(at)",
    " at ",
    "/",
    ": ",
    "\n",
    "\n\n",
    " 415 555 0132 ",
    "12 ",
    "one two ",
    "-",
    "**",
    "📧",
    "é",
    "s k y p e ",
]


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    """Reads passages by patterns whose signs are known from the first run on."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(patterns, "_RUNS", 1)
        patch.setattr(patterns, "_LONG", -1)
        made = Pipeline(BOOK.words, signals=False)
        for piece in PIECES[:300]:
            made.read(Draft.from_text(piece * 2))
    return made


@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.sampled_from(PIECES) | st.sampled_from(SIGNS) | st.sampled_from(PIECES[:400]), min_size=1, max_size=14),
    st.booleans(),
)
def test_nothing_is_skipped_that_would_be_found(pipeline: Pipeline, pieces: list[str], spaced: bool) -> None:
    draft = Draft.from_text((" " if spaced else "").join(pieces).replace("\0", ""))
    gated = [reading.identifiers for reading in pipeline.read(draft)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Glance, "__call__", lambda *_: glance._ALL)
        assert [reading.identifiers for reading in pipeline.read(draft.bare())] == gated
