"""Disguises that swap characters for others drawn alike, or put invisible ones between them."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from random import Random

Rewrite = Callable[[str, Random], "str | None"]

_LOWER, _UPPER, _DIGITS = "abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "0123456789"


def _row(first: int, plain: str) -> dict[str, str]:
    return {char: chr(first + i) for i, char in enumerate(plain)}


def _styled(capital: int, small: int, digit: int = 0, **holes: str) -> dict[str, str]:
    """A mathematical alphabet by the code points of its A, a and 0; `holes` are letters that stand elsewhere."""
    table = {**_row(capital, _UPPER), **_row(small, _LOWER), **(_row(digit, _DIGITS) if digit else {}), **holes}
    return {plain: char for plain, char in table.items() if unicodedata.category(char) != "Cn"}


def _pairs(plain: str, drawn: str) -> dict[str, str]:
    return dict(zip(plain, drawn, strict=True))


# Swapped wherever they occur.
ALPHABETS: Mapping[str, Mapping[str, str]] = {
    "mathematical bold": _styled(0x1D400, 0x1D41A, 0x1D7CE),
    "mathematical italic": _styled(0x1D434, 0x1D44E, h="ℎ"),
    "mathematical bold italic": _styled(0x1D468, 0x1D482),
    "script": _styled(0x1D49C, 0x1D4B6, e="ℯ", g="ℊ", o="ℴ", B="ℬ", E="ℰ", H="ℋ", I="ℐ", L="ℒ", M="ℳ", R="ℛ"),
    "bold script": _styled(0x1D4D0, 0x1D4EA),
    "fraktur": _styled(0x1D504, 0x1D51E),
    "bold fraktur": _styled(0x1D56C, 0x1D586),
    "double-struck": _styled(0x1D538, 0x1D552, 0x1D7D8),
    "sans-serif": _styled(0x1D5A0, 0x1D5BA, 0x1D7E2),
    "sans-serif bold": _styled(0x1D5D4, 0x1D5EE, 0x1D7EC),
    "sans-serif italic": _styled(0x1D608, 0x1D622),
    "sans-serif bold italic": _styled(0x1D63C, 0x1D656),
    "monospace": _styled(0x1D670, 0x1D68A, 0x1D7F6),
    "full-width": {chr(code): chr(code + 0xFEE0) for code in range(0x21, 0x7F)},
    "circled": {**_row(0x24B6, _UPPER), **_row(0x24D0, _LOWER), **_row(0x2460, "123456789"), "0": "⓪"},
    "negative circled": {**_row(0x1F150, _UPPER), **_row(0x1F150, _LOWER), **_row(0x2776, "123456789"), "0": "⓿"},
    "double circled digits": {**_row(0x24F5, "123456789")},
    "sans circled digits": {**_row(0x2780, "123456789"), "0": "🄋"},
    "squared": {**_row(0x1F130, _UPPER), **_row(0x1F130, _LOWER)},
    "negative squared": {**_row(0x1F170, _UPPER), **_row(0x1F170, _LOWER)},
    "small capitals": _pairs("abcdefghijklmnopqrstuvwyz", "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘǫʀꜱᴛᴜᴠᴡʏᴢ"),
    "superscript": {
        **_pairs("abcdefghijklmnoprstuvwxyz", "ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ"),
        **_pairs(_DIGITS, "⁰¹²³⁴⁵⁶⁷⁸⁹"),
    },
    "subscript digits": _pairs(_DIGITS, "₀₁₂₃₄₅₆₇₈₉"),
    "emoji keycaps": {digit: digit + "\ufe0f\u20e3" for digit in _DIGITS},
    "emoji keycaps, text style": {digit: digit + "\u20e3" for digit in _DIGITS},
    "segmented digits": _row(0x1FBF0, _DIGITS),
    "Arabic digits": _row(0x0660, _DIGITS),
    "Persian digits": _row(0x06F0, _DIGITS),
    "Devanagari digits": _row(0x0966, _DIGITS),
    "Bengali digits": _row(0x09E6, _DIGITS),
    "Gujarati digits": _row(0x0AE6, _DIGITS),
    "Tamil digits": _row(0x0BE6, _DIGITS),
    "Thai digits": _row(0x0E50, _DIGITS),
    "Khmer digits": _row(0x17E0, _DIGITS),
    "regional letters": {**_row(0x1F1E6, _LOWER), **_row(0x1F1E6, _UPPER)},
    "currency letters": _pairs("abcdefghklmnoprstuwyz", "₳฿₵ĐɆ₣₲Ⱨ₭Ⱡ₥₦Ø₱Ɽ₴₮Ʉ₩ɎⱫ"),
    "stroked letters": _pairs("bdehijlortuyz", "ƀđɇħɨɉłøɍŧʉɏƶ"),
    "hooked letters": _pairs("bcdfghkmnpqtvyz", "ɓƈɗƒɠɦƙɱɲƥʠƭʋƴȥ"),
}

# Swapped here and there in a word, so that it mixes scripts.
LOOK_ALIKES: Mapping[str, Mapping[str, str]] = {
    "Cyrillic look-alikes": _pairs("aceopxyisjhkmtABCEHKMOPTX", "асеорхуіѕјһкмтАВСЕНКМОРТХ"),
    "Greek look-alikes": _pairs("oviaukpABEHIKMNOPTXYZ", "ονιαυκρΑΒΕΗΙΚΜΝΟΡΤΧΥΖ"),
    "Cherokee look-alikes": _pairs("ABCDEGHJKLMPRSTVWYZ", "ᎪᏴᏟᎠᎬᏀᎻᎫᏦᏞᎷᏢᏒᏚᎢᏙᎳᎩᏃ"),
    "Armenian look-alikes": _pairs("ouhnsgqj", "օսհոՏցզյ"),
    "Lisu look-alikes": _pairs("abcdefghjklmnoprstuvwxyz", "ꓮꓐꓚꓓꓰꓝꓖꓧꓙꓗꓡꓟꓠꓳꓑꓣꓢꓔꓴꓦꓪꓫꓬꓜ"),
    "Coptic look-alikes": _pairs("oiktcmpxy", "ⲟⲓⲕⲧⲥⲙⲣⲭⲩ"),
    "IPA look-alikes": _pairs("agi", "ɑɡı"),
}
_TURNED = _pairs("abcdefghijklmnopqrtuvwy.", "ɐqɔpǝɟƃɥᴉɾʞlɯuodbɹʇnʌʍʎ˙")

HIDDEN: Mapping[str, str] = {
    "zero-width space": "\u200b",
    "zero-width joiner": "\u200d",
    "zero-width non-joiner": "\u200c",
    "word joiner": "\u2060",
    "byte order mark": "\ufeff",
    "soft hyphen": "\u00ad",
    "direction marks": "\u200e\u200f",
    "bidirectional embeddings": "\u202a\u202c",
    "bidirectional isolates": "\u2066\u2069",
    "invisible operators": "\u2061\u2062\u2063\u2064",
    "variation selectors": "\ufe00\ufe0f",
    "grapheme joiner": "\u034f",
    "Mongolian separator": "\u180e",
    "Hangul fillers": "\u3164\uffa0",
    "tag characters": "\U000e0061\U000e0062",
    "deprecated format characters": "\u206a\u206b\u206c",
}
_OVERLAYS = {
    "struck through": "\u0336",
    "underlined": "\u0332",
    "slashed": "\u0338",
    "overlined": "\u0305",
    "dotted circle": "\u20dd",
}
_MARKS = "\u0300\u0301\u0302\u0303\u0308\u030a\u0323\u0327\u0304"
SPACES = {
    "thin space": "\u2009",
    "no-break space": "\u00a0",
    "ideographic space": "\u3000",
    "blank Braille": "\u2800",
    "figure space": "\u2007",
}


def swapped(table: Mapping[str, str], least: int = 4) -> Rewrite:
    """Every character that the table holds is swapped; nothing where it holds fewer than `least`."""

    def rewrite(text: str, rng: Random) -> str | None:
        return "".join(table.get(c, c) for c in text) if sum(c in table for c in text) >= least else None

    return rewrite


def mixed(table: Mapping[str, str]) -> Rewrite:
    """Some of the letters are swapped, at least two, and some Latin ones stay."""

    def rewrite(text: str, rng: Random) -> str | None:
        places = [i for i, c in enumerate(text) if c in table]
        if len(places) < 2 or sum(c.isascii() and c.isalpha() for c in text) < 6:
            return None
        chosen = set(rng.sample(places, rng.randint(2, max(2, len(places) * 2 // 3))))
        return "".join(table[c] if i in chosen else c for i, c in enumerate(text))

    return rewrite


def strewn(chars: str) -> Rewrite:
    """Invisible characters between some of the others."""

    def rewrite(text: str, rng: Random) -> str | None:
        share = rng.choice((0.2, 0.5, 1))
        made = "".join(c + (rng.choice(chars) if rng.random() < share else "") for c in text[:-1]) + text[-1]
        return made if made != text else text[0] + chars[0] + text[1:]

    return rewrite


def marked(mark: str) -> Rewrite:
    """A combining mark on every letter and digit."""

    def rewrite(text: str, rng: Random) -> str | None:
        return "".join(c + mark if c.isalnum() else c for c in text)

    return rewrite


def accented(text: str, rng: Random) -> str | None:
    """Accents on some letters, composed where Unicode has the letter."""
    made = "".join(c + rng.choice(_MARKS) if c.isascii() and c.isalpha() and rng.random() < 0.4 else c for c in text)
    return unicodedata.normalize("NFC", made) if made != text else None


def piled(text: str, rng: Random) -> str | None:
    """Three combining marks on every letter and digit."""
    return "".join(c + "".join(rng.choices(_MARKS, k=3)) if c.isalnum() else c for c in text)


def turned(text: str, rng: Random) -> str | None:
    """Letters upside down, from right to left, as a turned page shows them."""
    if not text.islower() or any(c.isdigit() for c in text):
        return None
    return "".join(_TURNED.get(c, c) for c in reversed(text))


def spaced_with(space: str) -> Rewrite:
    """An unusual blank in the place of blanks and between all characters."""

    def rewrite(text: str, rng: Random) -> str | None:
        return space.join(text.replace(" ", ""))

    return rewrite


def overridden(text: str, rng: Random) -> str | None:
    """Stored backwards, shown forwards by a direction override."""
    return "\u202e" + text[::-1] + "\u202c"


OVERLAYS = {name: marked(mark) for name, mark in _OVERLAYS.items()}
