"""Paragraphs and sentences: the bounds that no pattern crosses."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linter.draft import Draft
from linter.passages import _STOP, _STOP_OR_BULLET, MAX_PASSAGE, passages, sentence_starts


def _sentences(text: str) -> list[str]:
    draft = Draft.from_text(text)
    found = []
    for passage, _ in passages(draft):
        starts = [*sentence_starts(passage), passage.end]
        found += [draft.folded.text[a:b].strip() for a, b in pairwise(starts)]
    return [sentence for sentence in found if sentence]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One here. Two here! Three?", ["one here.", "two here!", "three?"]),
        ("I speak e.g. French and approx. two more.", ["i speak e.g. french and approx. two more."]),
        ("Mr. Smith pays $3.50 at 9 a.m. sharp.", ["mr. smith pays $3.50 at 9 a.m. sharp."]),
        ("- one\n- two\n", ["- one", "- two"]),
        ("Hours: 9 to 5\nZone: CET", ["hours: 9 to 5", "zone: cet"]),
        ("# Head\ntext", ["# head", "text"]),
        ("✅ one\n✅ two", ["✅ one", "✅ two"]),
        ("One.\n\nTwo", ["one.", "two"]),
        ("One.\r\n\r\nTwo", ["one.", "two"]),
        ("hi there. so what? ok", ["hi there.", "so what?", "ok"]),
        (
            "This line was wrapped by an editor that cuts at\nforty-eight columns or so, and goes on.",
            ["this line was wrapped by an editor that cuts at forty-eight columns or so, and goes on."],
        ),
        ("message me on\nWhatsApp", ["message me on whatsapp"]),
        ("Best,\nMira", ["best, mira"]),
    ],
)
def test_sentences(text: str, sentences: list[str]) -> None:
    assert _sentences(text) == sentences


def test_quotes_are_passages_of_their_own() -> None:
    draft = Draft.from_text("Hi\n> you wrote\n> this\nI answer")
    assert [(draft.folded.text[p.start : p.end].strip(), layer.value) for p, layer in passages(draft)] == [
        ("hi", "prose"),
        ("> you wrote\n> this", "quote"),
        ("i answer", "prose"),
    ]


@pytest.mark.parametrize("text", ["word " * 50_000, "x" * 100_000, "One two. " * 20_000])
def test_a_long_line_is_cut(text: str) -> None:
    draft = Draft.from_text(text)
    found = [(p.start, p.end) for p, _ in passages(draft)]
    assert max(end - start for start, end in found) <= MAX_PASSAGE
    assert found[0][0] == 0
    assert all(a[1] == b[0] for a, b in pairwise(found))


@settings(max_examples=300, deadline=None)
@given(st.text(st.sampled_from(list("ab.!?…;\"')*_ \n")), max_size=30))
def test_sentences_without_bullets_end_where_they_would_beside_one(text: str) -> None:
    wide = [match.span() for match in _STOP_OR_BULLET.finditer(text)]
    assert [match.span() for match in _STOP.finditer(text)] == wide
