"""Other readings of a passage: encoded, formatted, spelled letter by letter, or reversed, each with its places in the text."""

from __future__ import annotations

import base64
import binascii
import codecs
import html
import re
from array import array
from collections.abc import Callable, Iterator

from linter.fold import Folded, fold
from linter.identifiers.glance import GLANCE
from linter.identifiers.patterns import lazy

_NATO_WORDS = (
    "alpha|alfa|bravo|charlie|delta|echo|foxtrot|golf|hotel|india|juliett?|kilo|lima|mike|november|oscar|papa|quebec"
    "|romeo|sierra|tango|uniform|victor|whiske?y|x-?ray|yankee|zulu"
)
_NATO = frozenset(_NATO_WORDS.replace("tt?", "t").replace("e?y", "y").replace("x-?ray", "xray").split("|"))
ENTITY = lazy(
    r"&(?:amp;)?(?:#x[0-9a-f]{2,4}|#0{0,4}\d{2,5}|commat|period|sol|colon|lowbar|dot|hyphen|dash|plus|num);"
    r"|%(?:40|2e|2f|3a|2b|5f|2d)|\\u00[0-9a-f]{2}|\\x[0-9a-f]{2}"
)
# Chinese, Japanese and Korean names of the signs, between Latin letters.
_NAMED_SIGNS = lazy(
    r"(?<=[a-z0-9])\s?(?:(?P<dot>点|點|ドット|닷|점)|圈\s?a|花a|艾特|小老鼠|在|アットマーク|アット|골뱅이)\s?(?=[a-z0-9])"
)
LETTERS = lazy(
    r"""(?<![^\s:(\[<"'>,=]) (?<!\w') [a-z0-9@._+()\[\]-] (?:[ \t]{1,3}[a-z0-9@._+()\[\]-]){2,100} (?![a-z0-9@])
      | (?<![\w-]) [a-z0-9@.] (?:-[a-z0-9@.+_]){2,100} (?![a-z0-9])
      | (?<!\w) [a-z0-9@.] (?:[ ]?[_*|/~·•,:;]{1,3}[ ]?[a-z0-9@.+-]){4,100} (?![a-z0-9])
      | (?<![\w.]) [a-z0-9] (?:\.[a-z0-9]){2,60} (?![a-z0-9])""",
    re.VERBOSE,
)
_SPACES, _DOTS = re.compile(r"[ \t]+"), re.compile(r"\.")
_DASHES = lazy(r"-")
_OTHERS = lazy(r"[ _*|/~·•,:;]+")
_SPELLED = lazy(rf"(?<![\w-])(?:(?:{_NATO_WORDS})[ \t,-]{{1,2}}){{2,40}}(?:{_NATO_WORDS})(?![\w-])")
_WORD = lazy(r"[^\W_]+")
# Three words of one character in a row; the text begins with a blank.
_SINGLES = re.compile(r"[\W_][^\W_][\W_]+[^\W_][\W_]+[^\W_](?![^\W_])")
# Formatting that begins or ends within a word: jane@gm**ail.c**om, ja<b>ne</b>.
_FORMAT_HINT = lazy(r"[\w@.](?:\*\*|~~|</?(?:b|i|u|em|strong|span|code|s|font)>|`)[\w@.+]")
_FORMAT = lazy(r"\*{2,3}|~~|`|</?(?:b|i|u|em|strong|span|code|s|font)>")
# Signs told between commas, and letters one by one: "m, i, r, a, then a hyphen, then kiln, at, acme, dot, dev".
_DICTATED_HINT = lazy(
    r",\s(?:(?:and\s)?then\s)?(?:an?\s|the\s)?(?:dot|period|full stop|stop|point|punto|ponto|punkt|punt|kropka|точка)(?:,|\sand\b|\sthen\b)"
)
_DICTATED = lazy(
    r"(?<![\w'])[a-z](?:,\s?[a-z](?![\w'])){2,30}"
    r"|,?\s(?:and\s)?(?:then\s)?(?:an?\s|the\s)?(?P<sign>hyphen|dash|minus|underscore|dot|period|full stop|stop|point)(?:,?(?:\s(?:and\s)?then)?)\s"
    r"|,\s(?:and\s)?(?:then\s)?(?:an?\s|the\s)?at(?:\ssign|\ssymbol)?(?:,|\sthen|\sand)(?:\sthen)?\s"
)
_ROT13 = ("tznvy", "lnubb", "bhgybbx", "ubgznvy", "cebgba", "vpybhq", ".pbz")
_REVERSED = lazy(
    r"liamg|oohay|kooltuo|liamtoh|notorp|duolci|(?<![\w.@-])(?:moc|ten|gro|oc|oi|ved|ofni|ppa|zyx|ngised|oiduts|ycnega|enilno|etis|hcet)"
    r"(?: ?\. ?[a-z]| tod )|/(?:em\.aw|em\.t|gg\.drocsid|em\.langis|ee\.rtknil|moc\.[a-z]{3,})(?!\w)"
)
_BASE64 = lazy(r"(?<![\w+/=.-])[A-Za-z0-9+/]{14,200}={0,2}(?![\w+/])")
_HEX = lazy(r"(?<![\w#-])(?:[0-9a-f]{2}[ :]?){8,160}(?![\w-])")
_TURNED = lazy("[ǝɐɹʇʎɥɯʌʍɟƃʞɔ].*[ǝɐɹʇʎɥɯʌʍɟƃʞɔ].*[ǝɐɹʇʎɥɯʌʍɟƃʞɔ]")
_NATO_SIGN, _ROT13_SIGN = GLANCE.sign(words=_NATO), GLANCE.sign(pieces=_ROT13)
_UPRIGHT = str.maketrans("bdpqnu", "qpdbun")  # letters that are others upside down


def readings(text: str, source: str = "") -> Iterator[tuple[str, Folded]]:
    """The readings of folded `text` that differ from it, each with its name; places are relative to `text`.

    `source` is the stretch of the draft that was folded, where signs may show that it is to be read backwards.
    """
    for name, view in _readings(text):
        yield name, view
        if name in ("encoded", "formatted"):
            yield from ((f"{name}, {other}", composed(view, inner)) for other, inner in _readings(view.text))
    if not source.isascii():
        if _TURNED.search(source):
            turned = backwards(text)
            yield "upside down", Folded(turned.text.translate(_UPRIGHT), turned.starts, turned.ends)
        if "\u202e" in source:
            yield "reversed", backwards(text)


def _readings(text: str) -> Iterator[tuple[str, Folded]]:
    if ("&" in text or "%" in text or "\\" in text) and (view := replaced(text, ENTITY, decoded)):
        yield "encoded", view
    if not text.isascii() and (view := replaced(text, _NAMED_SIGNS, lambda sign: "." if sign["dot"] else "@")):
        yield "encoded", view
    signs = GLANCE(text, 0, len(text))
    if (
        signs & _NATO_SIGN
        and sum(map(_NATO.__contains__, _WORD.findall(text))) >= 3
        and (view := replaced(text, _SPELLED, _initials))
    ):
        yield "spelled", view
    if _SINGLES.search(" " + text) and (view := replaced(text, LETTERS, squeezed)):
        yield "spaced", view
    if _DICTATED_HINT.search(text) and (view := replaced(text, _DICTATED, _told)):
        yield "dictated", view
    if signs & _ROT13_SIGN and any(name in text for name in _ROT13):
        places = range(len(text))
        yield "rot13", Folded(codecs.encode(text, "rot13"), places, range(1, len(text) + 1))
    if _FORMAT_HINT.search(text) and (view := replaced(text, _FORMAT, lambda _: "")):
        yield "formatted", view
    if _REVERSED.search(text):
        yield "reversed", backwards(text)


def hidden(source: str) -> Iterator[tuple[int, int, str]]:
    """Stretches of a source that decode, as base64 or hexadecimal, to readable ASCII, with what they say."""
    for match in _BASE64.finditer(source):
        token = match.group()
        if token.isalpha() and (token[1:].islower() or token.isupper()):
            continue
        try:
            plain = base64.b64decode(token + "=" * (-len(token) % 4), validate=True)
        except (binascii.Error, ValueError):
            continue
        if plain.isascii() and plain.decode("ascii").isprintable():
            yield match.start(), match.end(), plain.decode("ascii")
    if "40" not in source:  # the @
        return
    for match in _HEX.finditer(source.lower()):
        digits = re.sub(r"[ :]", "", match.group())
        plain = bytes.fromhex(digits[: len(digits) // 2 * 2])
        if plain.isascii() and plain.decode("ascii").isprintable():
            yield match.start(), match.end(), plain.decode("ascii")


def backwards(text: str) -> Folded:
    size = len(text)
    return Folded(text[::-1], array("l", range(size - 1, -1, -1)), array("l", range(size, 0, -1)))


def composed(outer: Folded, inner: Folded) -> Folded:
    """The reading of a reading, with its places in the text of the first."""
    starts = array("l", (outer.starts[place] for place in inner.starts))
    return Folded(inner.text, starts, array("l", (outer.ends[place - 1] for place in inner.ends)))


def replaced(text: str, pattern: re.Pattern[str], replace: Callable[[re.Match[str]], str]) -> Folded | None:
    """`text` with every match replaced, or nothing; a replaced character stands for its share of the match."""
    out: list[str] = []
    starts, ends = array("l"), array("l")
    last = 0
    for match in pattern.finditer(text):
        plain = replace(match)
        start, end = match.span()
        out += text[last:start], plain
        starts.extend(range(last, start))
        ends.extend(range(last + 1, start + 1))
        size = len(plain)
        starts.extend(start + (end - start) * i // size for i in range(size))
        ends.extend(end - (end - start) * (size - 1 - i) // size for i in range(size))
        last = end
    if not out:
        return None
    starts.extend(range(last, len(text)))
    ends.extend(range(last + 1, len(text) + 1))
    return Folded("".join(out) + text[last:], starts, ends)


def decoded(match: re.Match[str]) -> str:
    code = match.group()
    if code[0] == "&":
        plain = html.unescape(code.replace("amp;", "").replace("dash", "hyphen"))
    else:
        plain = chr(int(code.lstrip("%\\ux"), 16))
    plain = fold(plain).text
    return plain if plain.isprintable() and plain else code


def _told(match: re.Match[str]) -> str:
    sign = match["sign"]
    if sign is None:
        return " at " if " at" in match.group() else "".join(_WORD.findall(match.group()))
    return {"hyphen": "-", "dash": "-", "minus": "-", "underscore": "_"}.get(sign, " dot ")


def _initials(match: re.Match[str]) -> str:
    return "".join(word[0] for word in _WORD.findall(match.group()))


def squeezed(match: re.Match[str]) -> str:
    run = match.group()
    if run[1] in " \t":
        return _SPACES.sub("", run)
    if run[1] == ".":
        return _DOTS.sub("", run)
    return _DASHES.sub("", run) if run[1] == "-" else _OTHERS.sub("", run)
