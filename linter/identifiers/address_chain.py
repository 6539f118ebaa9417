"""Addresses put together from parts that each say little: "House 12, Road 5, Sector 7, Uttara", "Col. Roma Norte, CP 06700"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from linter.identifiers.base import Passage
from linter.identifiers.patterns import LETTER, lazy

_TOKEN = lazy(rf"(?:[a-z]+|{LETTER}|['’](?=[^\W\d_]))+|\d(?:[\w'’º°]|[/-](?=\w))*|[#№]")
_HINT = lazy(r"\d")
_NUMBER = lazy(r"\d{1,4}[a-z]?(?:[/-][a-z\d]{1,4}){0,3}|[a-z][/-]?\d{1,4}(?:[/-]\d{1,3})?|\d{1,2}[oaº°ª]")
_ORDINAL = lazy(r"\d{1,3}(?:st|nd|rd|th|er|eme|e|o|a|º|ª)")
_GAP = lazy(r"[\s,،;|:()#№.–/-]*")
_CODE = lazy(
    r"\d{5,6}|\d{4}(?=\W{0,3}(?:\n|\Z))|[a-z]{1,2}\d[a-z\d]?|\d[a-z]{2}|[a-z]\d[a-z]|\d[a-z]\d|\d{2}-\d{3}|\d{5}-\d{3,4}"
)
_LEADING_CODE = lazy(r"\d{5,6}")
_LETTER_BEFORE = lazy(r"(?<![^\W_])([a-z]-)\Z")
_MANY = 30_000  # dull words that are remembered
_NAMED_NUMBER = frozenset(("no", "नं", "number", "num", "nr", "n", "no.", "#", "№", "nomor"))


@dataclass(frozen=True, slots=True)
class Chain:
    """Parts of an address in a row, at folded offsets. `score` counts what they say.

    `capital` tells whether names in it have capitals, `named` whether it names a street, a building or a part of a town.
    """

    start: int
    end: int
    score: float
    capital: bool
    named: bool


@dataclass(frozen=True, slots=True)
class _Link:
    first: int  # index of a token
    last: int
    score: float
    kind: str  # street, numbered, named, marked, number, code


class Chains:
    """Finds rows of parts of an address; made once from the word lists."""

    def __init__(self, words: Mapping[str, tuple[str, ...]]) -> None:
        self._numbered = {
            **dict.fromkeys(words["address-districts"], 1.0),
            **dict.fromkeys(words["address-numbered"], 1.5),
        }
        self._vague = frozenset(words["address-vague"])
        self._named = frozenset(words["address-named"])
        self._openings = frozenset(words["address-openings"])
        self._streets = frozenset(word for word in words["street-words"] if " " not in word)
        self._first = frozenset(words["street-prefixes"]) - frozenset(words["vague-street-words"])
        self._labels = frozenset(words["address-cues"]) | frozenset(
            ("tel", "phone", "email", "mobile", "whatsapp", "web")
        )
        self._small = frozenset(words["name-particles"])
        self._endings = tuple(words["street-endings"])
        self._dull: set[str] = set()  # words that were met and are of no part of an address

    def __call__(self, passage: Passage) -> Iterator[Chain]:
        """The rows of the passage that hold a number and at least two parts."""
        text, start, end = passage.folded.text, passage.start, passage.end
        if _HINT.search(text, start, end) is None:
            return
        words = _TOKEN.findall(text, start, end)
        telling = [index for index, word in enumerate(words) if word not in self._dull and self._tells(word)]
        if not any(self._begins(words[index]) for index in telling):
            return
        tokens = list(_TOKEN.finditer(text, start, end))
        row: list[_Link] = []
        for link in self._links(passage, tokens, telling):
            if row and not self._joined(passage, tokens, row[-1], link):
                yield from self._row(passage, tokens, row)
                row = []
            row.append(link)
        yield from self._row(passage, tokens, row)

    def _begins(self, word: str) -> bool:
        """Whether a word may make a street or a numbered part, without which a row is worth nothing."""
        listed = word in self._numbered or word in self._streets or word in self._first or word + "/" in self._first
        return listed or word.endswith(self._endings)

    def _tells(self, word: str) -> bool:
        """Whether a part may begin with the word, or with the one before it because of this; others are remembered as dull."""
        if (
            self._begins(word)
            or word in self._openings
            or word in self._named
            or word in _NAMED_NUMBER
            or _HINT.search(word)
        ):
            return True
        if len(self._dull) >= _MANY:
            self._dull.clear()
        self._dull.add(word)
        return False

    def _links(self, passage: Passage, tokens: list[re.Match[str]], telling: list[int]) -> Iterator[_Link]:
        """The parts that say by themselves what they are, in order, none overlapping another."""
        last = -1
        for index in sorted({place for told in telling for place in (told - 1, told)}):
            if index > last and (link := self._link(passage, tokens, index)):
                yield link
                last = link.last

    def _link(self, passage: Passage, tokens: list[re.Match[str]], index: int) -> _Link | None:
        text = passage.folded.text
        word = tokens[index].group()
        following = tokens[index + 1] if index + 1 < len(tokens) else None
        if (
            following
            and _ORDINAL.fullmatch(word)
            and following.group() in self._numbered
            and _tight(text, tokens, index)
        ):
            return _Link(index, index + 1, self._numbered[following.group()], "numbered")
        if (
            word in self._numbered
            and self._written_out(passage, tokens[index])
            and (last := self._number(text, tokens, index))
        ):
            return _Link(index, last, self._numbered[word], "numbered")
        proper = following is not None and _tight(text, tokens, index, 3) and _is_name(passage, following)
        if following and proper and (word in self._first or word + "/" in self._first):
            return _Link(index, index + 1, 2, "street")
        if following and proper and word in self._openings:
            return _Link(index, index + 1, 1, "named")
        if following and _tight(text, tokens, index) and _is_name(passage, tokens[index]):
            if following.group() in self._streets:
                return _Link(index, index + 1, 2, "street")
            if following.group() in self._named:
                return _Link(index, index + 1, 1, "named")
        if (
            word.endswith(self._endings)
            and word not in self._endings
            and len(word) > 6
            and _is_name(passage, tokens[index])
        ):
            return _Link(index, index, 2, "street")
        if word in _NAMED_NUMBER and (last := self._number(text, tokens, index)):
            return _Link(index, last, 1, "marked")
        if _CODE.fullmatch(word):
            return _Link(index, index, 1, "code")
        return _Link(index, index, 0.5, "number") if _NUMBER.fullmatch(word) else None

    @staticmethod
    def _written_out(passage: Passage, token: re.Match[str]) -> bool:
        """Whether a word is long enough, or marked as an abbreviation, so that it is no common small word."""
        if len(token.group()) > 2 or not token.group().isascii():
            return True
        return _is_name(passage, token) or passage.folded.text[token.end() : token.end() + 1] in (".", ":", "-", "#")

    def _number(self, text: str, tokens: list[re.Match[str]], index: int) -> int | None:
        """The index of the number that belongs to the part's word before it."""
        place = index + 1
        for _ in range(2):
            if place < len(tokens) and tokens[place].group() in _NAMED_NUMBER and _close(text, tokens, place - 1):
                place += 1
        if place >= len(tokens) or not _close(text, tokens, place - 1):
            return None
        word = tokens[place].group()
        single = len(word) == 1 and word.isalpha() and len(tokens[index].group()) > 2
        return place if single or _NUMBER.fullmatch(word) or (word.isdigit() and len(word) < 7) else None

    def _joined(self, passage: Passage, tokens: list[re.Match[str]], left: _Link, right: _Link) -> bool:
        """Whether names alone stand between two parts, and no end of a sentence."""
        text = passage.folded.text
        between = tokens[left.last + 1 : right.first]
        if len(between) > 5:
            return False
        places = [tokens[left.last], *between, tokens[right.first]]
        for first, second in pairwise(places):
            gap = text[first.end() : second.start()]
            if _GAP.fullmatch(gap) is None or gap.count("\n") > 1 or gap.count("|") > 1:
                return False
            if (":" in gap or "|" in gap) and first.group() in self._labels:
                return False
            if gap[:2] in (". ", ".\n") and len(first.group()) > 4 and first.group() not in self._named:
                return False
        named = sum(_is_name(passage, token) for token in between)
        small = sum(token.group() in self._small for token in between)
        return named + small == len(between)

    def _row(self, passage: Passage, tokens: list[re.Match[str]], row: list[_Link]) -> Iterator[Chain]:
        while len(row) > 1 and row[-1].kind == row[-2].kind == "number":
            row = row[:-1]
        while row and row[0].kind == "code" and _LEADING_CODE.fullmatch(tokens[row[0].first].group()) is None:
            row = row[1:]
        kinds = [link.kind for link in row]
        text = passage.folded.text
        if len(row) < 2 or not {"street", "numbered"} & set(kinds):
            return
        heads = [tokens[link.first].group() for link in row if link.kind == "numbered"]
        if len(set(heads)) < len(heads):  # Phase 1, Phase 2: a list
            return
        housed = any(_housed(text, tokens, row, index) for index, kind in enumerate(kinds) if kind == "street")
        named = bool({"named", "street"} & set(kinds))
        sure = housed or not self._vague.issuperset(heads) or (named and heads)
        if not (sure or ("code" in kinds and len(heads) + named > 1)):
            return
        start, end = tokens[row[0].first].start(), tokens[row[-1].last].end()
        if _HINT.search(text, start, end) is None:
            return
        numbers = 1.0 if "marked" in kinds else min(1.0, 0.5 * kinds.count("number"))
        codes = min(1.0, float(kinds.count("code")))
        streets = min(3.0, 1.0 + kinds.count("street")) if "street" in kinds else 0.0
        streets -= 1.0 if streets and not (housed or heads) else 0.0
        score = streets + numbers + codes + sum(link.score for link in row if link.kind in ("numbered", "named"))
        linked = {place for link in row for place in range(link.first, link.last + 1)}
        within = range(row[0].first, row[-1].last + 1)
        named |= any(_is_name(passage, tokens[place]) for place in within if place not in linked)
        capital = any(_is_name(passage, tokens[place]) for place in within if len(tokens[place].group()) > 2)
        if row[0].kind == "number" and (letter := _LETTER_BEFORE.search(text, max(0, start - 4), start)):
            start = letter.start(1)
        yield Chain(start, end, score, capital, named)


def _housed(text: str, tokens: list[re.Match[str]], row: list[_Link], index: int) -> bool:
    """Whether a number stands right before the street's name or right after it."""
    link = row[index]
    if index and row[index - 1].kind in ("number", "marked", "numbered"):
        left = row[index - 1]
        if link.first - left.last <= 3 and "\n" not in text[tokens[left.last].end() : tokens[link.first].start()]:
            return True
    following = row[index + 1] if index + 1 < len(row) else None
    return (
        following is not None
        and following.kind in ("number", "marked", "numbered")
        and following.first == link.last + 1
    )


def _tight(text: str, tokens: list[re.Match[str]], index: int, most: int = 2) -> bool:
    """Whether only a blank, or an abbreviation's stop, stands between a token and the next."""
    gap = text[tokens[index].end() : tokens[index + 1].start()]
    return len(gap) <= most and not gap.strip(" ./-")


def _close(text: str, tokens: list[re.Match[str]], index: int) -> bool:
    """Whether only blanks and signs for a number stand between a token and the next."""
    return index + 1 < len(tokens) and not text[tokens[index].end() : tokens[index + 1].start()].strip(" .:-")


def _is_name(passage: Passage, token: re.Match[str]) -> bool:
    char = passage.draft.text[passage.folded.starts[token.start()]]
    return char.isupper() or not (char.islower() or char.isdigit() or char in "#№")
