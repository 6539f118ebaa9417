"""A passage as a reader takes it who looks for a user name: signs decoded, letters set apart put together, words for signs as signs."""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from linter.fold import Folded
from linter.identifiers.base import Passage
from linter.identifiers.patterns import lazy
from linter.identifiers.url_parts import NOT_A_LABEL
from linter.identifiers.views import ENTITY, LETTERS, composed, decoded, replaced, squeezed

LISTS = ("at-words", "dot-words", "underscore-words", "hyphen-words", "common-sign-words")
_BEFORE, _AFTER = 260, 140  # characters around the passage that are read too
_ENCODED = lazy(r"&(?:amp;)?(?:#|[a-z]{3,8};)|%[2-7][0-9a-f]|\\u00|\\x")
_PERCENTS = lazy(r"(?:%[2-7][0-9a-f]){3,}")
_OVERRIDE = lazy("\u202e[^\u202c\n]*")
_MARKED = lazy(
    r"[\w@.](?:\*{1,3}|~~|</?(?:b|i|u|em|strong|span|code|s|font)>|`)[\w@.+&]|(?<![\w@])_{1,2}@|(?<!\w)__[a-z0-9]"
)
_MARKS = lazy(
    r"\*{2,3}|~~|`|</?(?:b|i|u|em|strong|span|code|s|font)>|(?<=\w)\*(?=\w)"
    r"|(?<![\w@])_{1,2}(?=@)|(?<!\w)__(?=[a-z0-9][\w.-]{1,40}[a-z0-9]__(?!\w))|(?<=[a-z0-9])__(?!\w)"
)
_SINGLE = lazy(r"(?<![^\W_])[^\W_](?:[\W_]{1,3}[^\W_](?![^\W_])){2}")
_LAST = lazy(r"[^\W_]{1,20}\Z")


@dataclass(frozen=True, slots=True)
class Reading:
    """A passage read otherwise, with the places of its characters in the folded text of the draft."""

    passage: Passage
    places: Folded

    def written(self, start: int, end: int) -> tuple[int, int]:
        """The folded stretch that the stretch of the reading was read from."""
        return min(self.places.starts[start:end]), max(self.places.ends[start:end])


class Reader:
    """Reads passages that way; `words` are the lists of `LISTS`."""

    def __init__(self, words: Mapping[str, Iterable[str]]) -> None:
        common = frozenset(words.get("common-sign-words", ()))
        self._signs: list[tuple[str, frozenset[str]]] = [
            (sign, frozenset(word for word in words.get(name, ()) if len(word) > 1))
            for sign, name in (("_", "underscore-words"), ("-", "hyphen-words"), (".", "dot-words"))
        ]
        self._sign_of = {word: sign for sign, listed in reversed(self._signs) for word in listed}
        ats = [word for word in words.get("at-words", ()) if re.search(r"\w\w", word)]
        every, sure = self._sign_of.keys(), [word for word in self._sign_of if word not in common]
        self._joined = lazy(
            rf"(?<=[a-z0-9])\s?[\[({{<]\s?(?:(?P<bracketed>{_any(every)})|(?P<sign>[._•·-]))\s?[\])}}>]\s?(?=[a-z0-9])"
            rf"|(?<=[a-z0-9])(?:\s|[-_*](?=\S+[-_*]))(?P<word>{_any(sure)})(?:\s|[-_*])(?=[a-z0-9])"
            rf"|(?<=[a-z0-9])\s(?P<common>{_any(every & common)})\s(?=[a-z0-9][\w.]*(?:[.,;:!?)](?:\s|\Z)|\s*(?:\n|\Z)))"
        )
        self._at = lazy(
            rf"(?<!\w)(?:[\[({{<]\s?(?:{_any(ats)}|a|@)\s?[\])}}>]|(?:{_any(word for word in ats if word not in common)})(?!\w))"
            r"\s?(?=[a-z0-9_][\w.]{2})"
            r"|(?:(?<=[:=(>→|\"'«]\s)|(?<=[:=(>→|\"'«])|(?<=\n))at\s(?=[a-z][\w.]*[\d_.]\w)"
        )
        hints = sorted({word for word in (*self._sign_of, *ats) if word not in ("at", "et")})
        self._hint = lazy(
            rf"(?<!\w)(?:{_any(hints)})(?!\w)|[\[({{<]\s?(?:[._•·@-]|at|a)\s?[\])}}>]|[:=(>→|\"'«\n]\s?at\s"
        )

    def __call__(self, passage: Passage) -> Reading | None:
        """The passage read so, with some of the text around it; nothing where it reads as it is written."""
        text, start, end = passage.folded.text, passage.start, passage.end
        first, last = max(0, start - _BEFORE), min(len(text), end + _AFTER)
        turned = _turned(passage, first, last)
        steps = list(self._steps(text, start, end, turned is not None))
        if not steps:
            return None
        view = turned or Folded(text[first:last], range(first, last), range(first + 1, last + 1))
        for step in steps:
            if read := step(view.text):
                view = composed(view, read)
        opens = next((i for i, place in enumerate(view.starts) if place >= start), len(view.text))
        closes = next((i for i, place in enumerate(view.starts) if place >= end and i > opens), len(view.text))
        starts = array("l", (passage.folded.starts[place] for place in view.starts))
        ends = array("l", (passage.folded.ends[place - 1] for place in view.ends))
        return Reading(Passage(passage.draft, opens, closes, Folded(view.text, starts, ends)), view)

    def _steps(self, text: str, start: int, end: int, every: bool) -> Iterator[Callable[[str], Folded | None]]:
        """What is to be undone in the stretch, in this order; `every` step where what is written gives no hint."""
        if _ENCODED.search(text, start, end):
            every = True
            yield lambda part: replaced(part, _MARKS, lambda _: "")
            yield lambda part: replaced(part, ENTITY, decoded)
            yield lambda part: replaced(part, _PERCENTS, _unquoted)
        apart = every or _SINGLE.search(text, start, end)
        if apart or _MARKED.search(text, start, end):
            yield lambda part: replaced(part, _MARKS, lambda _: "")
        if apart:
            yield lambda part: replaced(part, LETTERS, squeezed)
        if every or self._hint.search(text, start, end):
            yield lambda part: replaced(part, self._joined, self._sign)
            yield lambda part: replaced(part, self._at, lambda _: "@")

    def _sign(self, match: re.Match[str]) -> str:
        sign = match["sign"] or self._sign_of[match["bracketed"] or match["word"] or match["common"]]
        before = _LAST.search(match.string[max(0, match.start() - 20) : match.start()])
        said = sign == "." and match["word"] and before and before.group() in NOT_A_LABEL
        return match.group() if said else sign  # "polka dot"


def _any(words: Iterable[str]) -> str:
    return "|".join(
        re.escape(word).replace(r"\ ", r"\s") for word in sorted(words, key=lambda word: (-len(word), word))
    )


def _unquoted(match: re.Match[str]) -> str:
    return "".join(chr(int(code, 16)) for code in match.group()[1:].split("%")).lower()


def _turned(passage: Passage, first: int, last: int) -> Folded | None:
    """The folded stretch with what an override shows backwards in its order; nothing without an override."""
    if "\u202e" not in passage.draft.text:
        return None
    folded = passage.folded
    places = list(range(first, last))
    for match in _OVERRIDE.finditer(passage.draft.text, *folded.source(passage.start, passage.end)):
        one, two = max(first, folded.offset(match.start())), min(last, folded.offset(match.end()))
        places[one - first : two - first] = range(two - 1, one - 1, -1)
    if places == list(range(first, last)):
        return None
    return Folded("".join(folded.text[i] for i in places), array("l", places), array("l", (i + 1 for i in places)))
