"""What the tests of the recognisers share."""

from __future__ import annotations

import re
from functools import cache
from importlib import import_module

from linter.draft import Draft
from linter.identifiers import Identifier, Recogniser, resolve
from linter.identifiers.base import Passage
from linter.rulebook.words import load_words

STRESS = (
    "[" * 10_000,
    "(.)" * 3_000,
    "\U0001f600" * 10_000,
    "1" * 10_000,
    "1 " * 5_000,
    "at dot " * 1_500,
    "a.b." * 2_500,
    "a . " * 2_500,
    "a/" * 5_000,
    "@" * 10_000,
    "@a " * 3_000,
    "telegram @abc " * 700,
    "telegram: " * 1_000,
    "my site x.com " * 700,
    "www." * 2_500,
    "a#1234 " * 1_400,
    "live:" * 2_000,
    "a-" * 5_000,
    "_" * 10_000,
    "s k y p e " * 1_000,
    "https://" * 1_200,
    "a dot com slash b " * 550,
    "a" * 10_000,
    "\n" * 10_000,
    "same nick everywhere " * 500,
    "zoom 123 456 " * 770,
)


@cache
def recogniser(name: str) -> Recogniser:
    """One recogniser with the built-in word lists."""
    made: Recogniser = import_module(f"linter.identifiers.{name}").recogniser(load_words())
    return made


def identifiers(name: str, text: str) -> list[Identifier]:
    """What a recogniser yields for a text."""
    draft = Draft.from_text(text)
    return list(recogniser(name)(Passage(draft, 0, len(draft.folded.text))))


def found(name: str, text: str, kinds: tuple[str, ...]) -> list[tuple[int, int]]:
    """The source spans of the kinds, in order, each once."""
    draft = Draft.from_text(text)
    kept = resolve(identifiers(name, text))
    spans = {draft.folded.source(i.start, i.end) for i in kept if i.kind in kinds}
    return sorted(spans)


def in_range(name: str, text: str) -> bool:
    """Whether all offsets lie in the folded text."""
    try:
        draft = Draft.from_text(text)
    except ValueError:
        return True
    end = len(draft.folded.text)
    return all(0 <= i.start < i.end <= end for i in recogniser(name)(Passage(draft, 0, end)))


def marked(text: str) -> tuple[str, list[tuple[int, int]]]:
    """A text without its `[[ ]]` marks, and the marked spans."""
    plain, spans = "", []
    for index, piece in enumerate(re.split(r"\[\[|\]\]", text)):
        if index % 2:
            spans.append((len(plain), len(plain) + len(piece)))
        plain += piece
    return plain, spans
