"""What every match of a regular expression in folded text must hold: pieces that are found many times faster than a match.

Derived from the expression as `re` parses it. Where this Python's parser is not as expected, nothing is derived.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product
from typing import Any

# Sets of pieces: a match holds at least one piece of every set.
Needles = tuple[tuple[str, ...], ...]

_MOST = 64  # pieces in a set
_CLASS = 24  # characters of a class that are pieces of their own
_SETS = 4  # those that are looked for
_USELESS = 8.0  # times that a piece of a set is found in most passages
_COMMON = dict.fromkeys("etaoinshrdlu ", 0.09) | dict.fromkeys("cmwfgypbvk.,-'", 0.03)  # shares of a text's characters
_RARE = 0.0015
_LENGTH = 400  # characters of a passage


@dataclass(frozen=True, slots=True)
class _Found:
    """What a part of an expression matches: exactly one of `exact`, where that is known, and what it must hold."""

    exact: frozenset[str] | None
    sets: tuple[frozenset[str], ...] = ()


_ANYTHING = _Found(None)
_NOTHING = _Found(frozenset([""]))


def needles(source: str, flags: int) -> Needles:
    """The sets of which every match holds a piece, the rarest first; none where nothing is known, or nothing rare."""
    parser: Any = sys.modules.get("re._parser") or sys.modules.get("sre_parse")
    constants: Any = sys.modules.get("re._constants") or sys.modules.get("sre_constants")
    if parser is None or constants is None:
        return ()
    parsed = parser.parse(source, flags)
    if parsed.state.flags & constants.SRE_FLAG_IGNORECASE:
        return ()
    found = _sequence(parsed)
    sets = sorted(
        {one for one in _required(found) if _frequency(one) < _USELESS}, key=lambda one: (_frequency(one), sorted(one))
    )
    return tuple(tuple(sorted(one)) for one in sets[:_SETS])


def _shortest(pieces: frozenset[str]) -> frozenset[str]:
    """The set without pieces that hold another piece of it."""
    if len(pieces) > _MOST * 8:
        return pieces
    return frozenset(one for one in pieces if not any(other in one for other in pieces if other != one))


def _sequence(items: Iterable[Any]) -> _Found:
    exact: frozenset[str] = frozenset([""])
    sets: list[frozenset[str]] = []
    whole = True
    for item in items:
        part = _part(item)
        if part.exact is not None and len(exact) * len(part.exact) <= _MOST:
            exact = frozenset(a + b for a, b in product(exact, part.exact))
            continue
        whole = False
        sets += (exact, *part.sets)
        exact = part.exact if part.exact is not None else frozenset([""])
    if whole:
        return _Found(exact)
    return _Found(None, tuple(one for one in (*sets, exact) if "" not in one))


def _part(item: Any) -> _Found:
    kind, value = str(item[0]), item[1]
    if kind == "LITERAL":
        return _Found(frozenset([chr(value)]))
    if kind == "IN":
        return _class(value)
    if kind == "BRANCH":
        return _branch([_sequence(branch) for branch in value[1]])
    if kind == "SUBPATTERN":
        _, added, _, inner = value
        return _ANYTHING if added else _sequence(inner)
    if kind in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        return _repeat(*value)
    if kind == "ATOMIC_GROUP":
        return _sequence(value)
    if kind in ("AT", "ASSERT", "ASSERT_NOT"):  # no width
        return _NOTHING
    return _ANYTHING


def _class(members: Iterable[Any]) -> _Found:
    chars: set[str] = set()
    for kind, value in members:
        if str(kind) == "LITERAL":
            chars.add(chr(value))
        elif str(kind) == "CATEGORY" and str(value) == "CATEGORY_DIGIT":
            chars.update("0123456789")  # folding leaves no others
        elif str(kind) == "RANGE" and value[1] - value[0] < _CLASS:
            chars.update(map(chr, range(value[0], value[1] + 1)))
        else:
            return _ANYTHING
    return _Found(frozenset(chars)) if len(chars) <= _CLASS else _ANYTHING


def _branch(branches: list[_Found]) -> _Found:
    exact = [branch.exact for branch in branches]
    every = frozenset(piece for one in exact if one is not None for piece in one)
    if None not in exact and len(every) <= _MOST:
        return _Found(every)
    chosen = [min(_required(branch), key=_frequency, default=None) for branch in branches]
    union = _shortest(frozenset(piece for one in chosen if one is not None for piece in one))
    return _ANYTHING if None in chosen or len(union) > _MOST * 2 else _Found(None, (union,))


def _repeat(least: int, most: int, inner: Any) -> _Found:
    found = _sequence(inner)
    if least == 0:
        return _Found(found.exact | {""}) if int(most) == 1 and found.exact is not None else _ANYTHING
    if least == 1 and int(most) == 1:
        return found
    return _Found(None, tuple(_required(found)))


def _required(found: _Found) -> list[frozenset[str]]:
    return [_shortest(one) for one in (found.exact, *found.sets) if one and "" not in one]


def _frequency(pieces: frozenset[str]) -> float:
    """How often a passage holds one of the pieces, roughly."""
    total = 0.0
    for piece in pieces:
        likely = float(_LENGTH)
        for char in piece:
            likely *= _COMMON.get(char, _RARE)
        total += likely
    return total
