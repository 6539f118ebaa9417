"""What stands around a stretch of a draft, as features that a linear model weighs: words by place, kinds of words, the line's shape."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from linter.identifiers.patterns import LETTER, lazy

_REACH = 220  # characters looked at on each side
_TOKEN = lazy(
    r"(?P<mail>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
    r"|(?P<link>(?:https?://|www\.)[^\s)\]>|]+|(?<![\w@])[^\W_][\w-]*(?:\.[^\W\d_][\w-]+)+(?:/[^\s)\]>|]*)?)"
    r"|(?P<messaging>\ue000+)|(?P<social>\ue001+)|(?P<at>@\w[\w.]*)|(?P<number>\d[\d.,:/-]*)"
    rf"|(?P<word>[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]|(?:{LETTER}|\d)+(?:['’-](?:{LETTER}|\d)+)*)"
    r"|(?P<blank>\n[ \t]*\n\s*)|(?P<line>\n)|(?P<sign>[^\w\s*_`~\ufe0f])"
)
_STOP = frozenset((".", "!", "?", "…"))
_BULLET = frozenset(("-", "•", "★", "→", "➡", "►", "▪", "✅", "✔", "–", "—", "👉", "·", "+", "◆"))
_WHOSE = ("own", "other")  # kinds of which the nearest says whose a thing is
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

    def __call__(self, text: str, start: int, end: int) -> list[str]:
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
        return (mark for token in tokens for mark in self._marks(token))

    def _side(self, side: str, tokens: list[str]) -> Iterator[str]:
        """The words of one side: where the nearest ones stand, the others anywhere, and those next to each other."""
        for place, token in enumerate(tokens):
            for mark in self._marks(token):
                yield f"{side}:{mark}"
                if place < 3:
                    yield f"{side}{place}:{mark}"
                elif place < 7:
                    yield f"{side}near:{mark}"
        plain = ["$", *tokens[:9], "^"] if len(tokens) < 9 else ["$", *tokens[:9]]
        for one, two in pairwise(plain):
            for first in self._names(one):
                for second in self._names(two):
                    yield f"{side}2:{second} {first}"
        for one, two, three in zip(plain[:4], plain[1:5], plain[2:6], strict=False):
            yield f"{side}3:{three} {two} {one}"

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

    def _marks(self, token: str) -> list[str]:
        stem = [token[:_STEM] + "-"] if len(token) > _STEM and token[0] != "<" else []
        return [*self._names(token), *stem]

    def _names(self, token: str) -> list[str]:
        return [token, *(f"<{kind}>" for kind in self._kinds.get(token, ()))]


def surroundings(text: str, start: int, end: int) -> Surroundings:
    """What stands around the stretch of folded text."""
    left = list(_tokens(text[max(0, start - _REACH) : start]))[::-1]
    right = list(_tokens(text[end : end + _REACH // 2]))
    line = _until(left, ("<nl>", "<gap>"))
    rest = _until(right, ("<nl>", "<gap>"))
    sentence = _until_stop(line)
    words = [token for token in line if token[0].isalnum() or token[0] == "<"]
    more = [token for token in rest if token[0].isalnum() or token[0] == "<"]
    heading: list[str] = []
    if not words:
        above = left[len(line) :]
        while above and not any(token[0].isalpha() for token in heading):  # lines of addresses alone head nothing
            row = _until(above, ("<nl>", "<gap>"))
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


def _tokens(part: str) -> Iterator[str]:
    for match in _TOKEN.finditer(part):
        kind = match.lastgroup or ""
        if kind in ("mail", "link", "at", "messaging", "social"):
            yield f"<{kind}>"
        elif kind == "number":
            yield "0"
        elif kind == "blank":
            yield "<gap>"
        elif kind == "line":
            yield "<nl>"
        else:
            yield match.group().replace("’", "'")


def _until(tokens: list[str], ends: Iterable[str]) -> list[str]:
    ends = frozenset(ends)
    cut = next((index for index, token in enumerate(tokens) if token in ends), len(tokens))
    return tokens[:cut]


def _until_stop(tokens: list[str]) -> list[str]:
    """The nearest tokens up to the end of the sentence before."""
    return _until(tokens, _STOP)
