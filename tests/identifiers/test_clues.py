"""The tokens that the model of user names sees: the same however often and in whatever stretches a text is read."""

from __future__ import annotations

import re

from hypothesis import example, given, settings
from hypothesis import strategies as st

from linter.identifiers import clues

_PIECES = ["me", "see", "https://a.io/x", "www.b.co", "b.co", "a@b.co", "@jane", "\ue000\ue000", "12.5", "it's", "é", "不", " ", "  ", "\n", "\n \n", ".", ",", ":", "!", "(", ")", "-", "/", "*", '"']  # fmt: skip
_TEXTS = st.lists(st.sampled_from(_PIECES), max_size=25).map("".join)


@settings(max_examples=500, deadline=None)
@given(_TEXTS, st.data())
def test_a_stretch_has_the_tokens_that_it_has_by_itself(text: str, data: st.DataObject) -> None:
    row = clues.Row(text)
    for _ in range(4):
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, len(text)))
        assert row.tokens(start, end) == clues._tokens(text[start:end])


@settings(max_examples=500, deadline=None)
@given(_TEXTS)
@example("join https://a.io now. see b.co, me: www. a@b.co")
def test_words_are_told_at_once_as_they_would_be_in_turn(text: str) -> None:
    source = clues._TOKEN.pattern
    plain, _, rest = source.partition("|(?P<mail>")
    assert plain.startswith("(?P<plain>")
    slow = re.compile("(?P<mail>" + rest)
    assert [match.span() for match in clues._TOKEN.finditer(text)] == [match.span() for match in slow.finditer(text)]
