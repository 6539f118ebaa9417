"""Whole addresses in the forms of single countries: a code before or after the town, a house with a name, signs of East Asia."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from linter.identifiers.base import Passage
from linter.identifiers.patterns import lazy

_NAME = r"[^\W\d_][\w'’.-]*"
_NAMES = rf"{_NAME}(?:[ ]{_NAME}){{0,3}}"
_HOUSE = r"\d{1,4}[a-z]?(?:[/-]\d{1,4}[a-z]?){0,2}"
_UNIT = r"(?:[ ](?:bus|bte|box|m|lok|app|apt|kv|top)\.?[ ]?\d{1,4})?"
_ASIDE = r"(?:,[ ](?![^,\n]{0,24}\d{3})[^,\n;:!?]{1,24}){0,3}"
_CODE = r"(?:[a-z]{1,2}-)?(?:\d{3}[ ]\d{2}|\d{2}-\d{3}|(?!19|20)\d{4}|\d{5}|[1-9]\d\d)"
# Na Hrázi čp. 14, zvonek Lind, 180 00 Praha
_CODE_CITY = lazy(
    rf"(?<![\w.]){_NAMES}[ ](?:čp\.?[ ]?|cp\.?[ ]?|nr\.?[ ]?|no\.?[ ]?|№[ ]?)?{_HOUSE}{_UNIT}{_ASIDE},[ ]{_CODE}[ ]{_NAME}"
)
# Ermou 55, Athina 105 63
_CITY_CODE = lazy(
    rf"(?<![\w.]){_NAMES}[ ]{_HOUSE}{_UNIT}{_ASIDE},[ ]{_NAME}(?:[ ]{_NAME})?[ ](?:\d{{3}}[ ]\d{{2}}|\d{{5,7}})(?![\w.,]\d)"
)
# 0010 Yerevan, Tumanyan 38; Yerevan 0002, Saryan 12
_CITY_FIRST = lazy(
    rf"(?<![\w.,])(?:(?:0\d{{3}}|\d{{5}})[ ]{_NAME}|{_NAME}[ ]0\d{{3}}),[ ]{_NAMES}[ ]{_HOUSE}(?![\w%]|[.,]\d)"
)
_STREET_FIRST = lazy(
    rf"(?<![\w.]){_NAME}[ ]{_NAMES}[ ]nr\.?[ ]{_HOUSE}(?:,[ ](?:bl|sc|et|ap)\.?[ ]?[a-z]?\d{{1,3}}){{1,4}}(?:,[ ]{_NAME})?"
)
_JAPAN = lazy(
    r"(?<![\w.-])\d{1,3}-\d{1,3}(?:-\d{1,3})?,?[ ][a-z][\w-]{2,20},[ ][a-z][\w-]{2,20}-(?:ku|shi|cho|gun|machi)(?:,[ ][a-z]{3,15})?(?:[ ]\d{3}-\d{4})?"
)
_HAN = lazy(
    r"(?:〒\s?\d{3}-\d{4}\s?)?[\u4e00-\u9fff]{2,8}[市区區県縣府省][\u4e00-\u9fff]{1,20}\d{1,5}(?:号|號|番地?|丁目|弄|巷|-\d{1,4}){1,3}|〒\s?\d{3}-\d{4}[ ]?[\u4e00-\u9fff]{2,}"
)
_HANGUL = lazy(
    r"[가-힣]{2,4}(?:시|도)\s[가-힣]{1,5}(?:구|군|시)\s[가-힣\d]{1,8}(?:로|길|동)\s?\d{1,4}(?:길\s?\d{1,3})?(?:-\d{1,3})?"
)
_RURAL = lazy(
    r"(?<!\w)(?:rural route|rr|hc|star route)[ ]?#?\d{1,3},?[ ]box[ ]?#?\d{1,5}(?!\w)|(?<!\w)general delivery,[ ][a-z][a-z ]{2,20},?[ ][a-z]{2},?[ ]\d{5}(?!\d)"
)
_MOO = lazy(r"(?<![\w/])\d{1,4}(?:/\d{1,4})?[ ](?:moo|mu|m\.)[ ]?\d{1,2},[ ](?:t\.|tambon|soi|a\.)[ ]?[a-z]")
_TOKEN = lazy(r"[^\W_][\w'’.-]*")
_UK = lazy(r"(?<!\w)[a-z]{1,2}\d[a-z\d]?[ ]?\d[a-z]{2}(?!\w)")
_BACK = lazy(r"([^\W\d_][\w'’-]*)(,?[ ]|,?\n)\Z")
_NUMBERED = lazy(r"\d[a-z]?,?[ ]\Z")


class Forms:
    """Finds them; made once from the word lists."""

    def __init__(self, words: Mapping[str, tuple[str, ...]]) -> None:
        self._streets = frozenset(word for word in words["street-words"] if len(word) > 2)
        self._small = frozenset(words["name-particles"]) | {"the", "of", "on", "in", "upon", "under"}
        self._never = frozenset(words["not-streets"])

    def __call__(self, passage: Passage) -> Iterator[tuple[int, int, bool]]:
        """Start, end and whether the form is found nowhere else; the others need a word for addresses, or a line of their own."""
        text, start, end = passage.folded.text, passage.start, passage.end
        for pattern in (_CODE_CITY, _CITY_CODE, _CITY_FIRST, _STREET_FIRST, _JAPAN):
            for match in pattern.finditer(text, start, end):
                first = self._begin(passage, match.start(), match.end())
                if first is not None:
                    yield first, match.end(), False
        for pattern in (_RURAL, _MOO):
            yield from ((*match.span(), True) for match in pattern.finditer(text, start, end))
        if not text.isascii():
            for pattern in (_HAN, _HANGUL):
                yield from ((*match.span(), True) for match in pattern.finditer(text, start, end))
        for code in _UK.finditer(text, start, end):
            if found := self._named_house(passage, start, code):
                yield found

    def _begin(self, passage: Passage, start: int, end: int) -> int | None:
        """Where the names of the match begin that have capitals: words of the sentence may stand before them."""
        words = [(start + word.start(), word.group()) for word in _TOKEN.finditer(passage.folded.text[start:end])]
        last = next((place for place, word in reversed(words) if word[0].isalpha()), start)
        if not _capital(passage, last):
            return None  # no town
        first = None
        for (place, word), (_, following) in pairwise(words):
            if word[0].isdigit():
                return place if first is None and place == start else first
            if _capital(passage, place) and word not in self._never:
                first = place if first is None else first
            elif not (following[0].isdigit() or word in self._small):
                first = None
        return first

    def _named_house(self, passage: Passage, start: int, code: re.Match[str]) -> tuple[int, int, bool] | None:
        """The names before a British postcode, one of them a street's: "The Old Forge, Mill Lane, Upper Hadley GL54 1AB"."""
        text = passage.folded.text
        if not _capital(passage, code.start()):
            return None
        first, street, commas = code.start(), False, 0
        for _ in range(12):
            word = _BACK.search(text, max(start, first - 40), first)
            if word is None or not (_capital(passage, word.start(1)) or word[1] in self._small):
                break
            first = word.start(1)
            street |= word[1] in self._streets
            commas += "," in word[2]
        while first < code.start() and not _capital(passage, first):
            first = text.index(" ", first) + 1
        return (
            (first, code.end(), False)
            if street and commas and not _NUMBERED.search(text, max(start, first - 6), first)
            else None
        )


def _capital(passage: Passage, place: int) -> bool:
    char = passage.draft.text[passage.folded.starts[place]]
    return char.isupper() or not (char.islower() or char.isdigit())
