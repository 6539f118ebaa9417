"""What a terminal may be sent: no control character of a draft, lines that fit, carets by cells."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate

_CODES = {"error": "31;1", "warning": "33;1", "suggestion": "36;1", "place": "1", "dim": "2"}
_JOINER = "\u200d"  # holds emoji together
_REACH = 500  # code points on each side of a match that a line may be cropped from


def paint(text: str, name: str, color: bool) -> str:
    """The text in the colour of a severity or a part; as it is without colours."""
    return f"\x1b[{_CODES[name]}m{text}\x1b[0m" if color else text


def printable(text: str) -> str:
    """The text on one line, with whatever could steer a terminal or hide in it written out as `\\x1b` or `\\u202e`."""
    return text if text.isascii() and text.isprintable() else "".join(map(_shown, text))


def _shown(character: str) -> str:
    if character in "\t\r\n":
        return " "
    if hidden(character):
        number = ord(character)
        return f"\\x{number:02x}" if number < 0x100 else f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"
    return character


def hidden(character: str) -> bool:
    """Whether a character shows nothing itself, or steers what shows the text."""
    return unicodedata.category(character) in ("Cc", "Cf", "Zl", "Zp", "Cs") and character != _JOINER


def cells(text: str) -> int:
    """How many cells of a terminal a printable text takes."""
    if text.isascii():
        return len(text)
    from wcwidth import wcswidth  # noqa: PLC0415  (most drafts are ASCII and need no tables)

    width = wcswidth(text)
    return width if width >= 0 else len(text)


def crop(line: str, start: int, end: int, width: int) -> tuple[str, str]:
    """A line of a draft cropped round its code points `start` to `end`, and the carets to set below it."""
    low, high = max(0, start - _REACH), min(len(line), end + _REACH)
    before, match, after = printable(line[low:start]), printable(line[start : min(end, start + _REACH)]), ""
    if cells(match) > width - 8:
        match, high, more = _head(match, width - 9) + "…", end, False
    else:
        after, more = printable(line[end:high]), high < len(line)
    room = width - max(1, cells(match))
    wanted_left, wanted_right = cells(before) + (low > 0), cells(after) + more
    left = min(wanted_left, max(room // 2, room - wanted_right))
    right = min(wanted_right, room - left)
    if low > 0 or cells(before) > left:
        before = "…" + _tail(before, left - 1)
    if more or cells(after) > right:
        after = _head(after, right - 1) + "…"
    return before + match + after, " " * cells(before) + "^" * max(1, cells(match))


def _head(text: str, width: int) -> str:
    """The beginning of a text that fits."""
    if width <= 0:
        return ""
    if text.isascii():
        return text[:width]
    sums = _sums(text)
    return text[: bisect_left(sums, width + 1)]


def _tail(text: str, width: int) -> str:
    """The end of a text that fits."""
    if width <= 0:
        return ""
    if text.isascii():
        return text[-width:]
    sums = _sums(reversed(text))
    count = bisect_left(sums, width + 1)
    return text[len(text) - count :]


def _sums(characters: Iterable[str]) -> list[int]:
    """How many cells the characters take up to each of them."""
    from wcwidth import wcwidth  # noqa: PLC0415

    return list(accumulate(max(0, wcwidth(character)) for character in characters))
