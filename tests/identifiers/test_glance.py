"""What a glance tells of a stretch: never that something is missing which stands there."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from linter.identifiers.glance import Glance
from linter.identifiers.phrases import Phrases

_TEXTS = st.text(st.sampled_from(list("abcde 12@.-'\n\u00e9\u200a")), max_size=40)
_ENTRIES = st.lists(st.text(st.sampled_from(list("abc 1@.")), min_size=1, max_size=4), min_size=1, max_size=4)


@settings(max_examples=300, deadline=None)
@given(_TEXTS, st.lists(_ENTRIES, min_size=1, max_size=3), st.data())
def test_what_stands_there_is_seen(text: str, lists: list[list[str]], data: st.DataObject) -> None:
    glance = Glance()
    signs = []
    for number, pieces in enumerate(lists):
        if number:
            glance.look(text, 0, len(text))  # known words learn of new signs
        words = [word for piece in pieces for word in re.findall(r"[^\W_]+", piece)]
        signs.append((pieces, glance.sign(pieces=pieces), words, glance.sign(words=words)))
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    glance.look(text, start, end)
    there = set(re.findall(r"[^\W_]+", text[start:end]))
    for pieces, pieced, words, worded in signs:
        if pieced and any(piece in text[start:end] for piece in pieces):
            assert glance(text, start, end) & pieced
        assert bool(glance(text, start, end) & worded) == (not there.isdisjoint(words))


def test_a_stretch_that_was_not_looked_at_may_hold_anything() -> None:
    glance = Glance()
    sign = glance.sign(words=["zoom"])
    text = "some words and more"
    glance.look(text, 0, 10)
    assert not glance(text, 0, 10) & sign
    assert glance(text, 0, 11) & sign
    assert not glance(glance.copied(text, 0, 10), 0, 10) & sign
    assert glance(glance.copied(text, 5, 11), 0, 6) & sign


def test_a_sign_is_the_same_for_the_same_words() -> None:
    glance = Glance()
    assert glance.sign(words=["a", "b"]) == glance.sign(words=["b", "a"]) != glance.sign(words=["a"])
    assert glance.sign(pieces=["x", " "]) == 0


def test_the_memory_of_words_starts_anew(monkeypatch: object) -> None:
    glance = Glance()
    sign = glance.sign(pieces=["7"])
    for number in range(70_000):
        text = f"w{number} x"
        glance.look(text, 0, len(text))
        if number % 1_000 == 7:
            assert glance(text, 0, len(text)) & sign
    assert len(glance._known) <= 60_002


def test_phrases_tell_whether_they_may_stand_in_a_passage() -> None:
    phrases = Phrases(["at sign", "домен", "你好"])
    from linter.identifiers.glance import GLANCE

    for text, wanted in (
        ("an at-sign here", True),
        ("somewhat", False),
        ("домен.", True),
        ("说你好吗", True),
        ("at", True),
    ):
        GLANCE.look(text, 0, len(text))
        assert phrases.in_passage(text, 0, len(text)) == wanted
        assert wanted or not phrases.inside(text, 0, len(text))
