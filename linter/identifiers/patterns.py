"""Regular expressions that are compiled when first used, and run where they can match at all: most drafts need few of them."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from functools import reduce
from operator import or_
from typing import Any, cast

from linter.identifiers.glance import GLANCE
from linter.identifiers.needles import needles

_RUNS = 200  # after which it is settled how a pattern is run
_LONG = 30  # characters of a stretch in which it pays to look for pieces first

# A letter, or a vowel sign or mark that belongs to one in Devanagari or Arabic, which `\w` leaves out.
LETTER = r"(?:[^\W\d_]|[\u0900-\u0903\u093a-\u093c\u093e-\u094f\u0962\u0963\u064b-\u0652])"


class _Lazy:
    """Stands in for a compiled pattern until one of its methods is asked for.

    A pattern that is mostly looked for in long stretches comes to be looked for only where the text holds what any match holds:
    derived after a number of runs, since it pays in a process that reads many drafts.
    """

    def __init__(self, source: str, flags: int) -> None:
        self._source, self._flags = source, flags
        self._runs = self._long = 0

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        compiled = re.compile(self._source, self._flags)
        for method in ("match", "fullmatch", "findall", "sub", "split"):
            setattr(self, method, getattr(compiled, method))
        self.search, self.finditer = self._counted(compiled.search), self._counted(compiled.finditer)
        return vars(self).get(name) or getattr(compiled, name)

    def _counted(self, run: Callable[..., Any]) -> Callable[..., Any]:
        """The same, until it is known in what the pattern is looked for."""

        def counted(text: str, start: int = 0, end: int = sys.maxsize) -> Any:
            self._runs += 1
            self._long += min(end, len(text)) - start > _LONG
            if self._runs >= _RUNS:
                self._settle()
            return run(text, start, end)

        return counted

    def _settle(self) -> None:
        compiled = re.compile(self._source, self._flags)
        self.search, self.finditer = compiled.search, compiled.finditer
        if self._long * 2 > self._runs and (signs := signs_of(self._source, self._flags)):
            self.search = _unless(signs, compiled.search, lambda: None)
            self.finditer = _unless(signs, compiled.finditer, lambda: iter(()))


def signs_of(source: str, flags: int = 0) -> int:
    """The signs that a passage has which holds a match, as a glance tells them; 0 where none are known."""
    return reduce(or_, [GLANCE.sign(pieces=pieces) for pieces in needles(source, flags)], 0)


def _unless(signs: int, run: Callable[..., Any], nothing: Callable[[], Any]) -> Callable[..., Any]:
    """The same, which looks for the signs of a match first."""

    def guarded(text: str, start: int = 0, end: int = sys.maxsize) -> Any:
        return run(text, start, end) if GLANCE(text, start, end) & signs == signs else nothing()

    return guarded


def lazy(source: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern that is compiled when first used."""
    return cast("re.Pattern[str]", _Lazy(source, flags))
