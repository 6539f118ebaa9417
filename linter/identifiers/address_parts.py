"""Streets with their house numbers: "221B Baker Street", "12 rue de Rivoli", "ul. Wrzosowa 17/4", "Hauptstraße 12"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from linter.identifiers.base import Passage
from linter.identifiers.patterns import lazy

_HOUSE = lazy(r"(?<![\w$€£#.:/-])(?<!\d[,'])\d{1,5}(?:\s?[a-h]\b|[a-h]?[-/]\d{1,4}[a-z]?|/[a-z])?(?=[,\s])")
_WORDS = lazy(r"[^\W_][\w'’-]*\.?")
_AFTER_HOUSE = lazy(r"(?:\s(?:bis|ter|quater))?,?[ ]{1,2}")
_GAP = lazy(r"[ ]{1,2}")
_LAST_NUMBER = lazy(r"(?:[.,:]?\s?(?:n[.ºo°]{1,2}|no\.?|nr\.?|num\.?|d\.?|д\.?|буд\.?|дом|будинок|№|#)?\s?)\Z")
_NUMBER = lazy(r"(?<![\w.:/$€£#-])\d{1,5}(?:\s?[a-h]\b)?(?:(?:[-/]\d{1,4}[a-z]?){1,2}|/[a-z])?(?![\w%:]|\.\d|,\d)")
_CODE_AND_CITY = lazy(r",?[ \n](?:[a-z]{1,2}-)?(?:\d{3}[ ]\d{2}|\d{2}-\d{3}|(?!19|20)\d{4}|\d{5})[ ][^\W\d_]{3}")
_ORDINAL = re.compile(r"\d{1,3}(?:st|nd|rd|th)")


@dataclass(frozen=True, slots=True)
class Part:
    """A street with its number, at folded offsets. `sure` where its form is not found elsewhere; `capital` where it is written as a name."""

    start: int
    end: int
    sure: bool
    capital: bool


class Streets:
    """Finds streets with their numbers; made once from the word lists."""

    def __init__(self, words: Mapping[str, tuple[str, ...]]) -> None:
        self._last = frozenset(word for word in words["street-words"] if " " not in word)
        self._first = frozenset(words["street-prefixes"])
        self._never = frozenset(words["not-streets"])
        self._vague = frozenset(words["vague-street-words"])
        self._opening = frozenset(words["street-openings"])
        self._small = frozenset(words["name-particles"])
        self._endings = tuple(words["street-endings"])

    def __call__(self, passage: Passage) -> Iterator[Part]:
        """The streets of the passage."""
        text, start, end = passage.folded.text, passage.start, passage.end
        for house in _HOUSE.finditer(text, start, end):
            if found := self._number_first(passage, house, end):
                yield found
        for number in _NUMBER.finditer(text, start, end):
            if found := self._number_last(passage, start, number):
                yield found

    def _number_first(self, passage: Passage, house: re.Match[str], end: int) -> Part | None:
        text = passage.folded.text
        gap = _AFTER_HOUSE.match(text, house.end(), end)
        if gap is None:
            return None
        place, words = gap.end(), 0
        capital = True
        prefixed = sure = False
        while words < 6:
            word = _WORDS.match(text, place, end)
            if word is None:
                break
            plain = word.group().rstrip(".")
            if words == 0 and plain in self._never:
                return None
            proper = _capital(passage, place)
            if words == 0 and plain in self._opening:
                prefixed, sure = True, plain not in self._vague
            elif plain in self._last and words and (not prefixed) and not _goes_on(text, word, plain):
                if not proper and len(plain) < 4:
                    return None
                return Part(
                    house.start(), word.end(), False, capital and (proper or plain in ("road", "street", "avenue"))
                )
            elif not (proper or plain in self._small or _ORDINAL.fullmatch(plain)):
                break
            if not proper and not prefixed and plain not in self._small and not _ORDINAL.fullmatch(plain):
                capital = False
            words += 1
            stop = word.end()
            if prefixed and words > 1 and plain not in self._small:
                return Part(house.start(), stop, sure, sure or capital)
            step = _GAP.match(text, stop, end)
            if step is None:
                break
            place = step.end()
        return None

    def _number_last(self, passage: Passage, start: int, number: re.Match[str]) -> Part | None:
        """A street whose number follows its name."""
        text = passage.folded.text
        low = max(start, number.start() - 64)
        mark = _LAST_NUMBER.search(text, low, number.start())
        stop = mark.start() if mark else number.start()
        low = max(low, text.rfind("\n", low, stop) + 1)
        words = list(_WORDS.finditer(text, low, stop))
        if not words or text[words[-1].end() : stop].strip():
            return None
        if len(words) > 1 and words[-1].group().isdigit() and words[-2].group().isdigit():
            return None
        name = words[-1].group().rstrip(".")
        marked = bool(mark and mark.group().strip(" ,."))
        joined = name.endswith(self._endings) and name not in self._endings and len(name) > 5
        if joined and _capital(passage, words[-1].start()) and not marked:
            first = words[-1].start()
            if (
                name.endswith(("plan", "ring", "hof", "tie", "markt", "weg", "str", "ter"))
                and not name.endswith(("strasse", "gatan"))
                and len(name) < 7
            ):
                return None
            return Part(first, number.end(), False, True)
        if name in self._last and len(name) > 3 and len(words) > 1 and not marked:
            named = _capital(passage, words[-2].start()) and words[-2].group() not in self._never
            return Part(words[-2].start(), number.end(), False, True) if named else None
        for index in range(len(words) - 1, max(-1, len(words) - 7), -1):
            word = words[index]
            plain = word.group().rstrip(".")
            if index < len(words) - 1 and (plain in self._first or plain + "/" in self._first):
                if not all(_capital(passage, w.start()) or w.group() in self._small for w in words[index + 1 :]):
                    return None
                sure = plain not in self._vague or word.group().endswith(".")
                return Part(word.start(), number.end(), sure, sure or _capital(passage, word.start()))
            if not (_capital(passage, word.start()) or plain in self._small or plain.isdigit()):
                break
            if index and text[words[index - 1].end() : word.start()].strip(" .'’"):
                break
        if _capital(passage, words[-1].start()) and not marked and _CODE_AND_CITY.match(text, number.end()):
            return Part(words[-1].start(), number.end(), False, True)
        return None


def _capital(passage: Passage, place: int) -> bool:
    char = passage.draft.text[passage.folded.starts[place]]
    return char.isupper() or not (char.islower() or char.isdigit())


def _goes_on(text: str, word: re.Match[str], plain: str) -> bool:
    """Whether a street word is the first of two: Park Avenue, Court Road."""
    following = re.compile(
        r"\.?[ ](?:street|st|avenue|ave|road|rd|lane|drive|court|place|view|view images|terrace|close|way)\b"
    ).match(text, word.end())
    return (
        plain in ("park", "court", "hill", "square", "grove", "st", "broadway", "gardens", "mews", "street")
        and following is not None
    )
