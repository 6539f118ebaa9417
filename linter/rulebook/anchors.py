"""What every match of a token pattern holds, derived from the pattern: where a sentence lacks it, spaCy's matcher is not run."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

_ONCE = re.compile(r"1|\+|\{(?:[1-9]\d*)(?:,\d*)?\}")  # operators that ask for a token at least once
_WORD = re.compile(r"\w")  # templates, and with them a sentence's norms, do without other tokens


@dataclass(frozen=True, slots=True)
class Anchor:
    """Every match holds a token with one of the norms, or, where `written`, a token written as one of the pieces."""

    pieces: frozenset[str]
    written: bool = False

    def is_in(self, norms: Collection[str], text: str) -> bool:
        """Whether a match may stand among tokens of these norms, in a passage with this text."""
        if self.written:
            return any(piece in text for piece in self.pieces)
        return not self.pieces.isdisjoint(norms)


def anchor(tokens: Iterable[dict[str, Any]]) -> Anchor | None:
    """The rarest thing that every match of a pattern holds; None where the pattern names nothing, so that it is slow."""
    return min(_anchors(tokens), key=lambda one: (len(one.pieces), one.written), default=None)


def _anchors(tokens: Iterable[dict[str, Any]]) -> Iterator[Anchor]:
    for token in tokens:
        if not _ONCE.fullmatch(str(token.get("OP", "1"))):
            continue
        for key in ("NORM", "LOWER", "ORTH", "TEXT"):
            pieces = _named(token.get(key))
            if pieces is not None and (key != "NORM" or all(_WORD.search(piece) for piece in pieces)):
                yield Anchor(pieces, key != "NORM")


def _named(value: Any) -> frozenset[str] | None:
    """The values that an attribute may have, where they are named."""
    if isinstance(value, dict):
        value = value.get("IN")
    if isinstance(value, str):
        return frozenset([value])
    return frozenset(value) if isinstance(value, list) and all(isinstance(one, str) for one in value) else None
