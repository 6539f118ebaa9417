"""The tokenizer's memory: the same tokens as spaCy's own, whatever was seen before."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from linter import tokens
from linter.draft import Draft
from linter.pipeline import Pipeline, _language, _special_cases
from linter.rulebook import Rulebook
from linter.tokens import Tokenizer

_PIECES = st.sampled_from(
    ["i", "can't", "don't,", "e.g.", "(hi)", "...", ":-)", "state-of-the-art", "wanna", "50%", "$20/hr", "a@b.co", "-", "u.s.", "14:00", "--"]
)  # fmt: skip
_WORDS = st.text(st.characters(exclude_categories=["Z", "C"]), min_size=1, max_size=12)
_MARKED = st.from_regex(r"[A-Za-z]{1,5}[.,!?;:]{0,2}", fullmatch=True)
_SHAPED = st.from_regex(
    r"[(\"#*✅$-]{0,2}[a-z0-9]{1,3}([-/|,.:&+][a-z]{1,4}|,[0-9]{1,3}){0,2}[)\",.!?…%+-]{0,3}", fullmatch=True
)
_TEXTS = st.lists(
    _PIECES | _WORDS | _MARKED | _SHAPED | st.text("abcXYZ'.,-:/", min_size=1, max_size=8), max_size=12
).map(" ".join)


@pytest.fixture(scope="module")
def pipeline(rulebook: Rulebook) -> Pipeline:
    """The pipeline with everything that token patterns may ask for, and without the trained model."""
    return Pipeline(rulebook.words, signals=False)


@settings(max_examples=400, deadline=None)
@given(_TEXTS)
@example("etc. etc x. a.m. am pm. p. dr. dr, dont dont, US. Ga. cant! whats: u, xd. XDD nuthin.")
def test_the_same_tokens_as_spacys(pipeline: Pipeline, text: str) -> None:
    docs = [pipeline.nlp.tokenizer(stretch) for stretch in text.split(" ")] if text else []
    for _ in range(2):  # cut, then remembered
        found = pipeline.tokenizer(text)
        shown = [text[start:end] for start, end in zip(found.starts, found.ends, strict=True)]
        assert shown == [token.text for doc in docs for token in doc]
        norms = [token.norm_ for doc in docs for token in doc]
        assert all(norm in ("", wanted) for norm, wanted in zip(found.norms, norms, strict=True))


@settings(max_examples=60, deadline=None)
@given(_TEXTS | st.text(":)(;-=.'xdan ", max_size=30))
@example(": ))) :-( ( :) :)) 'n' d 'em i'm a. m.")
def test_the_same_tokens_with_the_special_cases_told_late(pipeline: Pipeline, text: str) -> None:
    late, known = _language(attributes=False), pipeline.nlp.tokenizer
    assert not late.tokenizer.rules
    tokenizer = Tokenizer(late, {}, _special_cases(late))
    stretches = [stretch for stretch in text.split(" ") if stretch]
    found = tokenizer(" ".join(stretches))
    wanted = [token.text for stretch in stretches for token in known(stretch)]
    joined = " ".join(stretches)
    assert [joined[start:end] for start, end in zip(found.starts, found.ends, strict=True)] == wanted
    assert len(late.tokenizer.rules) < len(known.rules) / 2
    tokenizer.tell_all()
    assert late.tokenizer.rules == known.rules


def test_many_texts_have_all_special_cases_told() -> None:
    nlp = _language(attributes=False)
    tokenizer = Tokenizer(nlp, {}, _special_cases(nlp))
    for number in range(4):
        tokenizer.learn([f"a{number}"])
    assert len(nlp.tokenizer.rules) > 1000


def test_what_templates_do_not_see(pipeline: Pipeline) -> None:
    assert pipeline.tokenizer.norms('a "well-known"  (old) thing - really') == "a well known old thing - really".split()  # noqa: SIM905
    assert pipeline.tokenizer.norms("hello (world)") == ["hello", "world"]


def test_places_count_from_an_offset(pipeline: Pipeline) -> None:
    found = pipeline.tokenizer("hi there.", 10)
    assert (found.norms, found.starts, found.ends) == (["hi", "there", "."], [10, 13, 18], [12, 18, 19])


def test_the_memory_is_bounded(pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tokens, "MANY", 50)
    tokenizer = Tokenizer(pipeline.nlp, {})
    for number in range(40):
        words = [f"w{number}x{i}" for i in range(10)]
        assert len(tokenizer(" ".join(words)).norms) == len(tokenizer(" ".join(words)).norms) >= 10
    assert len(tokenizer._known) <= 60
    tokenizer.learn(["", "one two"])
    assert tokenizer("").norms == []


@settings(max_examples=100, deadline=None)
@given(st.text(st.sampled_from(list("abcn't \n\t.`<>!-—•😀")), max_size=60))
def test_tokens_of_a_doc_are_those_of_its_reading(pipeline: Pipeline, text: str) -> None:
    for reading in pipeline.read(Draft.from_text(text)):
        doc = pipeline.doc(reading)
        assert len(doc) == len(reading.norms)
        assert [token.i for token in doc if token.is_sent_start] == reading.bounds[:-1]
        folded = reading.passage.folded.text
        shown = [folded[start:end] for start, end in zip(reading.starts, reading.ends, strict=True)]
        assert shown == [token.text for token in doc]
        assert all(norm in ("", token.norm_) for norm, token in zip(reading.norms, doc, strict=True))
