"""Undo disguise and case, and remember where every folded character came from.

`fold` lower-cases; drops zero-width characters, soft hyphens and the marks on Latin letters; turns mathematical,
full-width, circled, squared and regional letters, the digits of every script, curly quotes, brackets and dashes into
ASCII. Look-alikes from other scripts are folded only in a word that mixes scripts, so that a Russian draft stays
Russian. White space keeps its length; line breaks stay.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache

from linter.alike import COUNTRIES, CURRENCIES, DRAWN_ALIKE, INVISIBLE, OVERLAYS, PLAIN

_ALIKE = re.compile("[" + "".join(DRAWN_ALIKE) + "]")
_RUN = re.compile(r"[\w@.+]+")
# Letters one by one, which are a word together: k і t.
_SINGLES = re.compile(r"(?:(?<!\w)\w(?!\w)[^\w\n]{1,3}){5,}\w?")
_LINE = re.compile(r"[^\n]+")
_LATIN = re.compile("[A-Za-z]")
_REGIONAL = re.compile("[\U0001f1e6-\U0001f1ff]+")
# A token of them that is an address or a handle: flags are not tied by such signs.
_TIED = re.compile("[\U0001f1e6-\U0001f1ff\\w@._+]+")
_TIE = re.compile("[\U0001f1e6-\U0001f1ff\\w][@._+][\U0001f1e6-\U0001f1ff\\w]")
_COINS = "".join(CURRENCIES)
_COINED = re.compile(rf"[\w@.+{_COINS}]+")
_LETTERED = re.compile(rf"[^\W\d_][{_COINS}](?!\d)|[{_COINS}][^\W\d_]")
_COIN = re.compile(rf"[{_COINS}](?!\d)")
# ASCII, then letters that stay as they are but for their case, then one character that needs a look.
_PIECE = re.compile(
    "[\0-\x7f]+|[\u0391-\u03a1\u03a3-\u03c9\u0400-\u0482\u048a-\u052f\u0621-\u064a\u0904-\u0939\u3041-\u3096\u30a1-\u30fa"
    "\u4e00-\u9fff\uac00-\ud7a3]+|[^\0-\x7f]"
)


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text with, for every character of it, the code points of the source that it stands for."""

    text: str
    starts: array[int] | range
    ends: array[int] | range

    def source(self, start: int, end: int) -> tuple[int, int]:
        """The source's half-open stretch for the folded stretch; an empty stretch stays empty."""
        if start >= end:
            place = self.starts[start] if start < len(self.starts) else (self.ends[-1] if len(self.ends) else 0)
            return place, place
        return self.starts[start], self.ends[end - 1]

    def offset(self, source: int) -> int:
        """The first folded offset that stands for the source's code point `source` or a later one."""
        return bisect_left(self.starts, source)


def fold(text: str) -> Folded:
    """Fold `text`; folding a folded text changes nothing, and ASCII only changes case."""
    if text.isascii():
        return Folded(text.lower(), range(len(text)), range(1, len(text) + 1))
    folded, settled = _fold_once(text)
    while not settled:  # letters undone in a mixed word may uncover marks on them, or mix a neighbour
        again, settled = _fold_once(folded.text)
        starts = array("l", (folded.starts[i] for i in again.starts))
        folded = Folded(again.text, starts, array("l", (folded.ends[i - 1] for i in again.ends)))
    return folded


def _fold_once(text: str) -> tuple[Folded, bool]:
    """The folded text, and whether folding it again would change nothing."""
    table = {ord(char): fold_char(char) for char in set(text) if char > "\x7f"}
    if all(len(plain) == 1 for plain in table.values()) and not any(
        chr(code) in INVISIBLE or unicodedata.category(chr(code)) in ("Mn", "Me") for code in table
    ):
        starts: array[int] | range = range(len(text))
        ends: array[int] | range = range(1, len(text) + 1)
        joined = text.translate(table)
    else:
        joined, starts, ends = _fold_pieces(text)
    plain = _LINE.sub(_unflag_line, _TIED.sub(_untie, joined)) if _REGIONAL.search(joined) else joined
    if _COIN.search(plain):
        plain = _COINED.sub(_uncoin, plain)
    if _ALIKE.search(plain) and _LATIN.search(plain):
        plain = _LINE.sub(_unmix_line, plain)
    return Folded(plain.lower(), starts, ends), plain == joined


def _fold_pieces(text: str) -> tuple[str, array[int], array[int]]:
    """The text piece by piece, for what changes its length."""
    out: list[str] = []
    starts, ends = array("l"), array("l")
    places = array("l", range(len(text) + 1))
    latin = False  # whether marks on the last character are dropped
    for piece in _PIECE.finditer(text):
        start, end = piece.span()
        chars = piece.group()
        if end - start > 1 or chars < "\x80":
            out.append(chars)
            starts += places[start:end]
            ends += places[start + 1 : end + 1]
            latin = chars < "\x80"
        elif chars in INVISIBLE or ((latin or chars in OVERLAYS) and unicodedata.category(chars) in ("Mn", "Me")):
            if ends:
                ends[-1] = end
        elif folded := fold_char(chars):
            out.append(folded)
            for _ in folded:
                starts.append(start)
                ends.append(end)
            latin = folded.isascii()
    return "".join(out), starts, ends


@lru_cache(maxsize=8192)
def fold_char(char: str) -> str:
    """What one non-ASCII character becomes; empty when it is dropped. Possible look-alikes keep their case."""
    if (plain := PLAIN.get(char)) is not None:
        return plain
    if char in DRAWN_ALIKE:
        return char
    category = unicodedata.category(char)
    if category in ("Cf", "Cc"):
        return ""
    if category.startswith("Z"):
        return " "
    digit = unicodedata.digit(char, None)
    if digit is not None:
        return str(digit)
    base = "".join(
        PLAIN.get(c, c) for c in unicodedata.normalize("NFKD", char) if unicodedata.category(c) not in ("Mn", "Me")
    ).lower()
    if base and base.isascii():
        return base
    composed = unicodedata.normalize("NFKC", char)
    if len(composed) != 1 or (composed != char and category in ("Mn", "Me")):
        return char
    lower = composed.lower()
    return composed if composed in DRAWN_ALIKE or len(lower) != 1 else PLAIN.get(lower, lower)


def _unmix_line(line: re.Match[str]) -> str:
    """Undo the look-alikes of the mixed words of a line; of its other words too where nothing else of their script stands there."""
    text = line.group()
    if text.isascii():
        return text
    plain = _RUN.sub(_unmix, _SINGLES.sub(_unmix, text))
    if plain != text and not any(c > "\x7f" and c.isalpha() and c not in DRAWN_ALIKE for c in text):
        plain = "".join(DRAWN_ALIKE.get(c, c) for c in plain)
    return plain


def _unmix(run: re.Match[str]) -> str:
    """Undo the look-alikes of a word that mixes scripts, unless another letter of their script shows it is honest."""
    word = run.group()
    if word.isascii() or not _LATIN.search(word):
        return word
    if any(c > "\x7f" and c.isalpha() and c not in DRAWN_ALIKE for c in word):
        return word
    return "".join(DRAWN_ALIKE.get(c, c) for c in word)


def _untie(token: re.Match[str]) -> str:
    """Regional letters of an address or a handle become letters."""
    if _TIE.search(token.group()) is None:
        return token.group()
    return _REGIONAL.sub(lambda run: _letters(run.group()), token.group())


def _uncoin(token: re.Match[str]) -> str:
    """Signs of currencies in a word become letters; those of a price stay."""
    chars = token.group()
    if _LETTERED.search(chars) is None:
        return chars
    if len(_COIN.findall(chars)) > 1:  # one before a digit is a letter too: ₳Ɏ₴ɆĐ₳77
        return "".join(CURRENCIES.get(c, c) for c in chars)
    return _COIN.sub(lambda coin: CURRENCIES[coin.group()], chars)


def _letters(flags: str) -> str:
    return "".join(chr(ord(c) - 0x1F1E6 + 97) for c in flags)


def _unflag_line(line: re.Match[str]) -> str:
    """Regional letters of a line become letters where they spell; beside words so written, flags spell too."""
    text = line.group()
    plain = _REGIONAL.sub(_unflag, text)
    return plain if plain == text else _REGIONAL.sub(lambda run: _letters(run.group()), plain)


def _unflag(run: re.Match[str]) -> str:
    """Regional letters become letters where they spell; a flag, or flags in a row, stay."""
    letters = _letters(run.group())
    pairs = [letters[i : i + 2] for i in range(0, len(letters), 2)]
    return run.group() if all(pair in COUNTRIES for pair in pairs) else letters
