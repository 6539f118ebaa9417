"""A word that may be a user name, and what a model sees of it: its shape, and how it stands to the name of a tool."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass

from linter.draft import Layer
from linter.identifiers.base import Passage
from linter.identifiers.clues import Row
from linter.identifiers.handle_shapes import ENGLISH
from linter.identifiers.lexicon import Name
from linter.identifiers.patterns import lazy

_SHAPED = lazy(r"[\d_]|\w\.\w")
_MARKS = {"messaging": "\ue000", "social": "\ue001"}  # stand for the names of tools in the text that the model sees
_SIGNS = tuple(
    (name, lazy(sign)) for name, sign in (("digit", r"\d"), ("underscore", "_"), ("dot", r"\w\.\w"), ("hyphen", "-"))
)
_BEFORE, _AFTER = 260, 150  # characters about a word that a model may see
_FRAME = frozenset("\"'«»‘’“”「」『』【】[]<>{}*_~`")
_LABEL_SIGNS = (":", "=", "-", "–", "—", "→", ">", "|")


@dataclass(frozen=True, slots=True)
class Word:
    """A word at folded offsets `start` to `end`; from `first` to `last` with the quotes, brackets or emoji that frame it."""

    start: int
    end: int
    first: int
    last: int
    text: str
    shape: str

    @property
    def is_shaped(self) -> bool:
        """Whether it has signs or digits, as user names do."""
        return _SHAPED.search(self.text) is not None

    def bridge(self, text: str, name: Name) -> tuple[str, bool]:
        """What stands between it and the name of a tool, and whether it follows the name."""
        if name.end <= self.start:
            return text[name.end : self.first], True
        return text[self.last : name.start], False


def word_at(text: str, match: re.Match[str], shape: str) -> Word:
    """The word that was matched in the text."""
    return Word(*match.span(), *_framed(text, *match.span()), match.group(), shape)


def _framed(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch with what frames it on both sides: quotes, brackets, marks of emphasis, emoji."""
    first, last = start, end
    while first and (
        _is_frame(text[first - 1]) or (text[first - 1] == " " and first > 1 and _is_frame(text[first - 2]))
    ):
        first -= 1
    while last < len(text) and (
        _is_frame(text[last]) or (text[last] == " " and last + 1 < len(text) and _is_frame(text[last + 1]))
    ):
        last += 1
    if first == start or last == end:
        first, last = _after_pointers(text, start), end
    if (
        text[first - 1 : first] == "("
        and text[last : last + 1] == ")"
        and text[: first - 1].rstrip()[-1:] in _LABEL_SIGNS
    ):
        return first - 1, last + 1
    return first, last


def _after_pointers(text: str, start: int) -> int:
    """Where the emoji begin that lead from a label or the end of a sentence to the word: "Signal: ➡ jane"."""
    first = start
    while first and (_is_drawn(text[first - 1]) or (text[first - 1] == " " and _is_drawn(text[max(0, first - 2)]))):
        first -= 1
    return first if text[:first].rstrip(" ")[-1:] in (":", ".", "|", "(") else start


def _is_frame(char: str) -> bool:
    return char in _FRAME or _is_drawn(char)


def _is_drawn(char: str) -> bool:
    return char > "\u2190" and unicodedata.category(char) == "So"


def masked(text: str, words: Sequence[Word], names: Iterable[Name]) -> Row:
    """What a model sees around the words, with the names of tools made alike."""
    at = start = max(0, min(word.first for word in words) - _BEFORE)
    end = max(word.last for word in words) + _AFTER
    pieces = []
    for name in names:
        if name.end > at and name.start < end:
            pieces += [text[at : name.start], _MARKS[name.group] * (name.end - max(at, name.start))]
            at = name.end
    return Row("".join(pieces) + text[at:end], start)


def shape(passage: Passage, word: Word, common: Set[str]) -> Iterator[str]:
    """What the word looks like; `common` words are no names."""
    bare = word.text.lstrip("@ ")
    yield f"shape:{word.shape}"
    if passage.draft.layer_at(passage.folded.source(word.start, word.end)[0]) is Layer.CODE:
        yield f"code:{word.shape}"
    first, last = passage.folded.source(word.start, word.end)
    source = passage.draft.text[first:last].lstrip("@ ")
    marks = [name for name, sign in _SIGNS if sign.search(bare)]
    yield from (f"has:{mark}" for mark in marks)
    if not marks:
        yield f"plain:{word.shape}"
        yield f"size:{min(12, len(bare)) // 3}"
    if is_camel(source):
        yield "camel"
    elif source[:1].isupper():
        yield "upper" if source.isupper() else "title"
    if word.shape == "word" and not marks:
        padded = f"^{bare}$"
        yield from (f"c:{padded[i : i + size]}" for size in (3, 4) for i in range(len(padded) - size + 1))
    parts = [part for part in re.split(r"[._-]", bare) if part]
    if len(parts) > 1:
        yield from (f"part:{part}" for part in parts)
    if all(ENGLISH.search(part) or part in common for part in parts):
        yield "ordinary"


def relation(passage: Passage, seen: Row, word: Word, name: Name | None, ambiguous: Set[str]) -> Iterator[str]:
    """How the word stands to the tool: what is between, and which tool; the names of `ambiguous` ones are words too."""
    form = "shaped" if word.shape == "word" and word.is_shaped else word.shape
    if name is None:
        yield f"{form} tool:none"
        return
    yield f"tool:{name.plain}"
    yield f"{form} {name.group}"
    if name.plain in ambiguous:
        initial = passage.draft.text[passage.folded.source(name.start, name.end)[0]]
        yield f"{form} ambiguous {initial.isupper()}"
    between, after = word.bridge(passage.folded.text, name)
    side = "after" if after else "before"
    size = len(between)
    distance = f"{side}:{'glued' if size < 2 else 'near' if size < 12 else 'off' if size < 40 else 'far'}"
    yield from (distance, f"{form} {distance}")
    if "\n" in between:
        yield f"{form} {side}:line"
    if size < 24:
        bridge = f"{side}:{' '.join(between.split()) or '_'}"
        yield from (bridge, f"{form} {bridge}")
    lead = seen.stretch(name.start - 30, name.start)
    if not re.search(r"\w", lead[lead.rfind("\n") + 1 :]):
        yield f"{form} {side}:opens"


def is_camel(source: str) -> bool:
    """Whether a word has a capital right after a small letter: "NightOwl"."""
    return len(source) >= 5 and any(a.islower() and b.isupper() for a, b in itertools.pairwise(source))
