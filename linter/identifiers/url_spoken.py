"""Sites in more words than an address has: "kilnfish, dot, art", "kilnfish 🔴 art", "kilnfish, ending in .art", or backwards."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from linter.identifiers.patterns import lazy
from linter.identifiers.url_parts import NOT_A_LABEL

_NAME = r"(?<![\w.@/-])(?P<name>[a-z0-9][a-z0-9-]{2,40})"
# A coloured disc for the dot, or the comma of Chinese and Japanese, which is drawn much like one.
_SIGNS = "📍⚫⚪🔴🔵🟢🟠🟡🟣🟤●○◦⬤☉⦿、"
_SIGNED = lazy(rf"{_NAME}[ \t]?[{_SIGNS}][ \t]?(?P<end>[a-z]{{2,12}})(?![\w@-])")
_UNSPACED = lazy(rf"{_NAME}\s?(?:ドット|닷|점|点|點)\s?(?P<end>[a-z]{{2,12}})(?![a-z@])")
_ENDING = lazy(
    r"(?<![\w.@/-])(?P<name>[a-z0-9][a-z0-9-]{2,40}(?:\s(?:minus|dash|hyphen)\s[a-z0-9]{1,20}){0,2})[\"'*`]?,?\s"
    r"(?:ending|ends|finishing|(?:and\s)?it\sends)\s(?:in|with|on)\s[\"'(`]?(?:\.|dot\s)(?P<end>[a-z]{2,12})(?!\w)"
)
_HYPHEN = lazy(r"\s(?:minus|dash|hyphen)\s")
_BACK = lazy(
    r"\b(?:backwards?|reverse[ds]?|mirrored|mirror writing|right to left|last letter|from the end|al reves|de tras para|a l'envers|al contrario"
    r"|ruckwarts|achterstevoren|baklanges|od tylu|wspak|pozpatku|наоборот|задом|tersten)\b"
)
_LED = lazy(r"[:=→>-][\s\"'(*`]{0,3}\Z")
_CLOSED = lazy(r"[\"'*`]?(?:\s?[.,;:!?)\]|]|\s?\n|\s?\Z)")
_SHORT = 3  # letters of an ending that is as likely a word: "point to", "punto es"


class SpokenSites:
    """Finds such names; `dots` are the words for a dot, `joints` those for a hyphen, `domains` the endings of host names."""

    def __init__(self, dots: Iterable[str], joints: Iterable[str], domains: frozenset[str]) -> None:
        words = "|".join(map(re.escape, sorted(dots, key=len, reverse=True)))
        hyphens = "|".join(sorted((re.escape(word) for word in joints if word.isalpha()), key=len, reverse=True))
        self._domains = domains
        self._apart = lazy(
            rf"{_NAME}(?:\s?\([^()\n]{{3,40}}\)\s?[\[({{<]\s?(?:[.,]|{words})\s?[\])}}>]\s?"
            rf"|,\s(?:then\s)?(?:an?\s|the\s)?(?:{words})(?:,|,?\sand\sthen|,?\sthen)?\s"
            rf"|\s(?:and\s)?then\s(?:an?\s|the\s)?(?:{words})(?:,|,?\sand\sthen|,?\sthen)?\s)(?P<end>[a-z]{{2,12}})(?![\w@-])"
        )
        self._joint = lazy(rf"(?<![\w.@/-])([a-z0-9][a-z0-9-]{{0,30}})\s(?:{hyphens})\s\Z")

    def find(self, text: str, start: int, end: int, spelled: bool) -> Iterator[tuple[int, int, str, str]]:
        """Place, host and form of each; `spelled` tells whether a word for a dot stands in the stretch."""
        if not text.isascii():
            for match in _SIGNED.finditer(text, start, end):
                if text.count(match.group()[match.end("name") - match.start() :].strip()[0], start, end) == 1:
                    yield from self._named(match, "signed")
            for match in _UNSPACED.finditer(text, start, end):
                yield from self._named(match, "worded")
        for match in _ENDING.finditer(text, start, end):
            yield from self._named(match, "pieces")
        if spelled:
            for match in self._apart.finditer(text, start, end):
                yield from self._named(match, "worded")

    def is_likely(self, text: str, start: int, end: int, host: str) -> bool:
        """Whether a name about a word for a dot may be one although its ending is a word, too: "brookstone punto studio"."""
        name, _, ending = host.rpartition(".")
        if len(name) < 4 or name.rpartition(".")[2] in NOT_A_LABEL:
            return False
        if len(ending) > _SHORT:
            return True
        led = _LED.search(text, max(0, start - 5), start)
        return led is not None and _CLOSED.match(text, end) is not None

    def begins(self, text: str, place: int) -> tuple[int, str]:
        """Where a name begins whose hyphens before `place` are said in words, and what comes before it."""
        lead = ""
        for _ in range(3):
            joint = self._joint.search(text, max(0, place - 50), place)
            if joint is None:
                break
            place, lead = joint.start(), joint[1] + "-" + lead
        return place, lead

    def _named(self, match: re.Match[str], form: str) -> Iterator[tuple[int, int, str, str]]:
        name = _HYPHEN.sub("-", match["name"])
        if match["end"] in self._domains and name not in NOT_A_LABEL:
            yield match.start(), match.end(), f"{name}.{match['end']}", form


def told_backwards(text: str, start: int, end: int) -> bool:
    """Whether the stretch says that something is to be read from its end."""
    return _BACK.search(text, start, end) is not None
