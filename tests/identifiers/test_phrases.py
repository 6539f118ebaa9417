"""Entries of word lists as whole words, whatever stands between the words of an entry."""

from __future__ import annotations

import pytest

from linter.identifiers.patterns import lazy
from linter.identifiers.phrases import Phrases

LIST = Phrases(["call", "call me", "what's app", "電話", "फोन", "c/"])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("please call me now", [(7, 14)]),
        ("recall calls", []),
        ("what's app or whats", [(0, 10)]),
        ("what s  app", [(0, 11)]),
        ("私の電話番号", [(2, 4)]),
        ("मेरा फोन", [(5, 8)]),
        ("call then me", [(0, 4)]),
    ],
)
def test_find(text: str, found: list[tuple[int, int]]) -> None:
    assert list(LIST.find(text, 0, len(text))) == found


def test_before_and_inside() -> None:
    assert LIST.before("call me at", 0, 10) == 7
    assert LIST.before("nothing", 0, 7) == -1
    assert LIST.inside("do call", 0, 7)
    assert not LIST.inside("do call", 0, 5)
    assert LIST.at("do call", 3, 7) == 7
    assert LIST.at("do call", 0, 7) == -1
    assert "call me" in LIST
    assert "me" not in LIST


def test_a_lazy_pattern_is_a_pattern() -> None:
    pattern = lazy(r"\d+")
    match = pattern.search("a 12")
    assert match is not None
    assert match.group() == "12"
    assert pattern.findall("1 2") == ["1", "2"]
