"""What stands around a stretch of a draft, as features that a linear model weighs: words by place, kinds of words, the line's shape."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, pairwise

from linter.identifiers.patterns import LETTER, lazy

_REACH = 220  # characters looked at on each side
_TOKEN = lazy(
    r"(?P<plain>(?<!\S)[a-z]+(?=[.:]?(?:[\s,;!?)\"]|\Z)))"  # most words, told from the others at once
    r"|(?P<mail>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
    r"|(?P<link>(?:https?://|www\.)[^\s)\]>|]+|(?<![\w@])[^\W_][\w-]*(?:\.[^\W\d_][\w-]+)+(?:/[^\s)\]>|]*)?)"
    r"|(?P<messaging>\ue000+)|(?P<social>\ue001+)|(?P<at>@\w[\w.]*)|(?P<number>\d[\d.,:/-]*)"
    rf"|(?P<word>[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]|(?:{LETTER}|\d)+(?:['’-](?:{LETTER}|\d)+)*)"
    r"|(?P<blank>\n[ \t]*\n\s*)|(?P<line>\n)|(?P<sign>[^\w\s*_`~\ufe0f])"
)
# What tokens of a kind are made; the others stay what they are.
_ALIKE = {
    **{kind: f"<{kind}>" for kind in ("mail", "link", "at", "messaging", "social")},
    "number": "0",
    "blank": "<gap>",
    "line": "<nl>",
}
_LINE_ENDS = frozenset(("<nl>", "<gap>"))
_FIRST = lazy(r"(?<!\S)\S")
_STOP = frozenset((".", "!", "?", "…"))
_BULLET = frozenset(("-", "•", "★", "→", "➡", "►", "▪", "✅", "✔", "–", "—", "👉", "·", "+", "◆"))
_WHOSE = ("own", "other")  # kinds of which the nearest says whose a thing is
_MANY = 20_000  # words and pairs of words whose features are remembered
_STEM = 5  # letters of a word that stand for its inflections


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The tokens around a stretch, nearest first: of its sentence on its line, of what stands before that, and of the heading above."""

    before: list[str]
    earlier: list[str]
    heading: list[str]
    after: list[str]
    alone: bool  # nothing else on its line
    opens: bool  # nothing before it on its line
    closes: bool  # nothing after it on its line
    listed: bool  # a bullet opens its line


class Clues:
    """Turns surroundings into features; `kinds` names lists of words that are alike."""

    def __init__(self, kinds: Mapping[str, Iterable[str]]) -> None:
        self._kinds: dict[str, list[str]] = {}
        for kind, words in kinds.items():
            for word in words:
                self._kinds.setdefault(word, []).append(kind)
        # Most words come again.
        self._marks = lru_cache(_MANY)(self._make_marks)
        self._placed = lru_cache(_MANY)(self._make_placed)
        self._paired = lru_cache(_MANY)(self._make_paired)

    def __call__(self, text: str | Row, start: int, end: int) -> list[str]:
        """The features of the stretch of folded text from `start` to `end`, without order, some perhaps twice."""
        around = surroundings(text, start, end)
        found = [name for name in ("alone", "opens", "closes", "listed") if getattr(around, name)]
        found += self._side("b", around.before)
        found += self._side("a", around.after)
        found += (f"e:{mark}" for mark in self.marks(around.earlier))
        found += (f"h:{mark}" for mark in self.marks(around.heading))
        found += self._pairs(around)
        if around.before:
            found += (f"from:{mark}" for mark in self._marks(around.before[-1]))
        return found

    def marks(self, tokens: Iterable[str]) -> Iterator[str]:
        """The tokens, their first letters and their kinds."""
        return chain.from_iterable(map(self._marks, tokens))

    def _side(self, side: str, tokens: list[str]) -> list[str]:
        """The words of one side: where the nearest ones stand, the others anywhere, and those next to each other."""
        found: list[str] = []
        for place, token in enumerate(tokens):
            found += self._placed(side, str(place) if place < 3 else "near" if place < 7 else "", token)
        plain = ["$", *tokens[:9], "^"] if len(tokens) < 9 else ["$", *tokens[:9]]
        for one, two in pairwise(plain):
            found += self._paired(side, one, two)
        for one, two, three in zip(plain[:4], plain[1:5], plain[2:6], strict=False):
            found.append(f"{side}3:{three} {two} {one}")
        return found

    def _pairs(self, around: Surroundings) -> Iterator[str]:
        """Kinds of words in one sentence, in their order."""
        before = list(dict.fromkeys(kind for token in around.before for kind in self._kinds.get(token, ())))
        after = list(dict.fromkeys(kind for token in around.after for kind in self._kinds.get(token, ())))
        for index, near in enumerate(before):
            for far in before[index + 1 :]:
                yield f"bb:{far} {near}"
            for kind in after:
                yield f"ba:{near} {kind}"
        whose = [kind for kind in before if kind in _WHOSE]
        yield f"whose:{whose[0]}" if whose else "whose:none"
        if not before:
            yield "b:none"
        if not after:
            yield "a:none"

    def _make_marks(self, token: str) -> tuple[str, ...]:
        stem = [token[:_STEM] + "-"] if len(token) > _STEM and token[0] != "<" else []
        return (*self._names(token), *stem)

    def _make_placed(self, side: str, place: str, token: str) -> tuple[str, ...]:
        """The marks of a token on a side, and those at its place."""
        marks = self._marks(token)
        return (*(f"{side}:{mark}" for mark in marks), *(f"{side}{place}:{mark}" for mark in marks if place))

    def _make_paired(self, side: str, one: str, two: str) -> tuple[str, ...]:
        """Two tokens beside each other, each by all its names."""
        return tuple(f"{side}2:{second} {first}" for first in self._names(one) for second in self._names(two))

    def _names(self, token: str) -> list[str]:
        return [token, *(f"<{kind}>" for kind in self._kinds.get(token, ()))]


def surroundings(text: str | Row, start: int, end: int) -> Surroundings:
    """What stands around the stretch of folded text."""
    low, high = max(0, start - _REACH), end + _REACH // 2
    if isinstance(text, Row):
        left, right = text.tokens(low, start)[::-1], text.tokens(end, high)
    else:
        left, right = _tokens(text[low:start])[::-1], _tokens(text[end:high])
    line = _until(left, _LINE_ENDS)
    rest = _until(right, _LINE_ENDS)
    sentence = _until_stop(line)
    words = [token for token in line if token[0].isalnum() or token[0] == "<"]
    more = [token for token in rest if token[0].isalnum() or token[0] == "<"]
    heading: list[str] = []
    if not words:
        above = left[len(line) :]
        while above and not any(token[0].isalpha() for token in heading):  # lines of addresses alone head nothing
            row = _until(above, _LINE_ENDS)
            heading, above = row[:14], above[len(row) + 1 :]
    return Surroundings(
        before=sentence[:16],
        earlier=[token for token in left[len(sentence) : len(sentence) + 16] if token not in (".", ",")],
        heading=heading,
        after=_until(rest, _STOP)[:12],
        alone=not words and not more,
        opens=not words,
        closes=not more,
        listed=bool(line) and line[-1] in _BULLET,
    )


def words_of(part: str) -> list[str]:
    """The last words of a stretch, addresses and numbers made alike."""
    return [token for token in _tokens(part) if token[0].isalnum() or token[0] == "<"]


def _tokens(part: str) -> list[str]:
    return [_name(match) for match in _TOKEN.finditer(part)]


def _name(match: re.Match[str]) -> str:
    return _ALIKE.get(match.lastgroup or "") or match.group().replace("’", "'")


class Row:
    """The tokens of a text in which many stretches are asked for: cut once. Places count from `offset`, where the text starts."""

    def __init__(self, text: str, offset: int = 0) -> None:
        self._text, self._offset = text, offset
        found = list(_TOKEN.finditer(text))
        self._starts = [match.start() for match in found]
        self._tokens = [_name(match) for match in found]
        self._words = [match.start() for match in _FIRST.finditer(text)]  # where words begin, as blanks set them apart

    def stretch(self, start: int, end: int) -> str:
        """What stands there."""
        return self._text[max(0, start - self._offset) : max(0, end - self._offset)]

    def tokens(self, start: int, end: int) -> list[str]:
        """The tokens of a stretch, read for itself: what it cuts is cut anew, and no token goes from one word to the next."""
        start, end = max(0, start - self._offset), max(0, end - self._offset)
        words = self._words
        first = bisect_right(words, start)
        last = bisect_left(words, end, first) - 1
        if last <= first:
            return _tokens(self._text[start:end])
        begin, stop = words[first], words[last]
        return [
            *_tokens(self._text[start:begin]),
            *self._tokens[bisect_left(self._starts, begin) : bisect_left(self._starts, stop)],
            *_tokens(self._text[stop:end]),
        ]


def _until(tokens: list[str], ends: Collection[str]) -> list[str]:
    for index, token in enumerate(tokens):
        if token in ends:
            return tokens[:index]
    return tokens


def _until_stop(tokens: list[str]) -> list[str]:
    """The nearest tokens up to the end of the sentence before."""
    return _until(tokens, _STOP)
