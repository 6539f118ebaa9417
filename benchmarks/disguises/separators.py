"""Disguises of addresses, handles and links: signs as words, in brackets, spaced, encoded, in pieces."""

from __future__ import annotations

import base64
import codecs
from random import Random

from benchmarks.disguises.alphabets import Rewrite

AT_DOT = {
    "Spanish": ("arroba", "punto"),
    "Portuguese": ("arroba", "ponto"),
    "French": ("arobase", "point"),
    "German": ("at", "punkt"),
    "German, ape": ("klammeraffe", "punkt"),
    "Italian": ("chiocciola", "punto"),
    "Polish": ("małpa", "kropka"),
    "Russian": ("собака", "точка"),
    "Ukrainian": ("равлик", "крапка"),
    "Hindi": ("ऐट", "डॉट"),
    "Hindi in Latin letters": ("at the rate", "dot"),
    "Urdu": ("ایٹ", "ڈاٹ"),
    "Arabic": ("آت", "دوت"),
    "Indonesian": ("at", "titik"),
    "Filipino": ("at", "tuldok"),
    "Turkish": ("et", "nokta"),
}
_LEET = {"a": "4", "e": "3", "o": "0", "i": "1", "s": "5", "l": "1"}
_NATO = (
    "alpha bravo charlie delta echo foxtrot golf hotel india juliet kilo lima mike november oscar papa quebec romeo "
    "sierra tango uniform victor whiskey x-ray yankee zulu"
).split()


def said(at: str, dot: str, local_too: bool = True) -> Rewrite:
    """The @ and the dots replaced; those of the mailbox too, or only the domain's."""

    def rewrite(text: str, rng: Random) -> str | None:
        local, sign, domain = text.partition("@")
        return (local.replace(".", dot) if local_too else local) + at + domain.replace(".", dot) if sign else None

    return rewrite


def replaced(*pairs: tuple[str, str], least: int = 1) -> Rewrite:
    """Each first of a pair by its second."""

    def rewrite(text: str, rng: Random) -> str | None:
        made, count = text, 0
        for old, new in pairs:
            count += made.count(old)
            made = made.replace(old, new)
        return made if count >= least else None

    return rewrite


def apart(separator: str) -> Rewrite:
    """Something between all characters; a blank leaves a wider gap where one was."""

    def rewrite(text: str, rng: Random) -> str | None:
        return separator.join(text)

    return rewrite


def framed(*frames: str) -> Rewrite:
    """The whole in quotes, marks or tags."""

    def rewrite(text: str, rng: Random) -> str | None:
        return rng.choice(frames).format(text)

    return rewrite


def within(opening: str, closing: str) -> Rewrite:
    """Formatting that begins and ends inside of the identifier."""

    def rewrite(text: str, rng: Random) -> str | None:
        first = rng.randint(1, max(1, len(text) // 3))
        last = rng.randint(len(text) * 2 // 3, len(text) - 1)
        return text[:first] + opening + text[first:last] + closing + text[last:]

    return rewrite


def implied(*templates: str) -> Rewrite:
    """The mailbox and the name of its provider; only for large providers."""

    def rewrite(text: str, rng: Random) -> str | None:
        local, _, domain = text.partition("@")
        provider = domain.split(".")[0]
        if provider not in (
            "gmail",
            "outlook",
            "yahoo",
            "hotmail",
            "icloud",
            "protonmail",
            "rediffmail",
            "yandex",
            "gmx",
        ):
            return None
        if not any(c.isdigit() or c in "._" for c in local):
            return None
        return rng.choice(templates).format(local, provider)

    return rewrite


def pieces(*templates: str) -> Rewrite:
    """Mailbox and domain apart, by the template."""

    def rewrite(text: str, rng: Random) -> str | None:
        local, sign, domain = text.partition("@")
        return rng.choice(templates).format(local, domain) if sign else None

    return rewrite


def masked(text: str, rng: Random) -> str | None:
    """Some letters of the mailbox hidden by asterisks."""
    local, sign, domain = text.partition("@")
    return local[: max(3, len(local) - 3)] + "***@" + domain if sign and len(local) > 5 else None


def leet(text: str, rng: Random) -> str | None:
    """Digits for letters."""
    made = "".join(_LEET[c] if c in _LEET and rng.random() < 0.4 else c for c in text)
    return made if made != text else None


def inserted(text: str, rng: Random) -> str | None:
    """A word that the reader is told to take out."""
    local, sign, domain = text.partition("@")
    word = rng.choice(("NOSPAM", "REMOVETHIS", "nospam"))
    return (
        rng.choice(
            (f"{local}@{word}.{domain}", f"{local}.{word}@{domain}", f"{local}@{domain.replace('.', f'.{word}.', 1)}")
        )
        if sign
        else None
    )


def nato(text: str, rng: Random) -> str | None:
    """The mailbox in the radio alphabet."""
    local, sign, domain = text.partition("@")
    if not sign or not local.isalpha() or len(local) > 9:
        return None
    return " ".join(_NATO[ord(c) - 97] for c in local) + " at " + domain.replace(".", " dot ")


def backwards(text: str, rng: Random) -> str | None:
    """From right to left."""
    return text[::-1]


def rot13(text: str, rng: Random) -> str | None:
    """Every letter thirteen places on."""
    return codecs.encode(text, "rot13")


def base64ed(text: str, rng: Random) -> str | None:
    """In base64."""
    return base64.b64encode(text.encode()).decode()


def hexed(text: str, rng: Random) -> str | None:
    """In hexadecimal bytes."""
    return text.encode().hex(" ")


def entities(decimal: bool) -> Rewrite:
    """The signs as HTML entities, or all characters."""

    def rewrite(text: str, rng: Random) -> str | None:
        every = rng.random() < 0.4
        return "".join((f"&#{ord(c)};" if decimal else f"&#x{ord(c):x};") if every or c in "@.+/_" else c for c in text)

    return rewrite


def percents(text: str, rng: Random) -> str | None:
    """The signs percent-encoded."""
    made = "".join(f"%{ord(c):02X}" if c in "@./:+_" else c for c in text)
    return made if made != text else None


def escapes(text: str, rng: Random) -> str | None:
    """The signs as escapes of a programming language."""
    made = "".join(f"\\u{ord(c):04x}" if c in "@./:+" else c for c in text)
    return made if made != text else None


def two_lines(text: str, rng: Random) -> str | None:
    """Broken after a sign."""
    places = [i + 1 for i, c in enumerate(text[:-2]) if c in "@./" and i > 1]
    if not places:
        return None
    place = rng.choice(places)
    return text[:place] + "\n" + text[place:]


def address_lines(text: str, rng: Random) -> str | None:
    """Every part of a street address on a line of its own."""
    return text.replace(", ", "\n") if text.count(", ") > 1 else None


def upper(text: str, rng: Random) -> str | None:
    """In capitals."""
    return text.upper() if text != text.upper() else None


def lower(text: str, rng: Random) -> str | None:
    """Without capitals."""
    return text.lower() if text != text.lower() else None
