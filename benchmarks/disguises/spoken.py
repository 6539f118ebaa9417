"""Disguises of phone numbers: digits in words of several languages, in a mix, in pieces."""

from __future__ import annotations

import re
from collections.abc import Mapping
from random import Random

from benchmarks.disguises.alphabets import Rewrite

WORDS: Mapping[str, tuple[str, ...]] = {
    "English": ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
    "Spanish": ("cero", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve"),
    "Portuguese": ("zero", "um", "dois", "três", "quatro", "cinco", "seis", "sete", "oito", "nove"),
    "French": ("zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf"),
    "German": ("null", "eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun"),
    "Hindi in Latin letters": ("shunya", "ek", "do", "teen", "char", "paanch", "chhe", "saat", "aath", "nau"),
    "Hindi": ("शून्य", "एक", "दो", "तीन", "चार", "पांच", "छह", "सात", "आठ", "नौ"),
    "Urdu": ("صفر", "ایک", "دو", "تین", "چار", "پانچ", "چھ", "سات", "آٹھ", "نو"),
    "Arabic": ("صفر", "واحد", "اثنان", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة"),
    "Russian": ("ноль", "один", "два", "три", "четыре", "пять", "шесть", "семь", "восемь", "девять"),
    "Ukrainian": ("нуль", "один", "два", "три", "чотири", "п'ять", "шість", "сім", "вісім", "дев'ять"),
    "Filipino": ("sero", "isa", "dalawa", "tatlo", "apat", "lima", "anim", "pito", "walo", "siyam"),
    "Indonesian": ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"),
}
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_TEENS = ("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
_LEET = {"0": "oO", "1": "lI", "2": "Z", "5": "S", "3": "E", "8": "B"}
_ENGLISH = WORDS["English"]


def groups(number: str) -> list[str]:
    """The groups of digits, a long one cut into threes and fours as it would be said."""
    found: list[str] = []
    for group in re.findall(r"\d+", number):
        heads = max(0, (len(group) - 2) // 3)
        found += [group[3 * i : 3 * i + 3] for i in range(heads)] + [group[3 * heads :]]
    return found


def plus(number: str) -> bool:
    """Whether the number is in the international form."""
    return number.lstrip("( ").startswith("+")


def in_words(language: str, separator: str = " ", cased: bool = False) -> Rewrite:
    """Every digit as a word of the language."""
    words = WORDS[language]

    def rewrite(number: str, rng: Random) -> str | None:
        said = [separator.join(words[int(d)] for d in group) for group in groups(number)]
        between = ", " if separator == " " and rng.random() < 0.5 else separator
        lead = "plus " if plus(number) and language == "English" else ""
        made = lead + between.join(said)
        return made.title() if cased else made

    return rewrite


def doubled(number: str, rng: Random) -> str | None:
    """ "double seven", "triple five", "oh"."""
    said = []
    for group in groups(number):
        for run in re.findall(r"((.)\2*)", group):
            digit = "oh" if run[1] == "0" else _ENGLISH[int(run[1])]
            said.append(
                {1: "", 2: "double ", 3: "triple "}.get(len(run[0]), "") + digit
                if len(run[0]) < 4
                else " ".join([digit] * len(run[0]))
            )
    return ("plus " if plus(number) else "") + " ".join(said) if re.search(r"(\d)\1", "".join(groups(number))) else None


def in_pairs(number: str, rng: Random) -> str | None:
    """ "forty-one fifty-five": two digits at a time."""
    digits = "".join(groups(number))
    if len(digits) % 2 or any(pair[0] == "0" for pair in re.findall("..", digits)):
        return None
    said = []
    for pair in re.findall("..", digits):
        tens, ones = int(pair[0]), int(pair[1])
        said.append(_TEENS[ones] if tens == 1 else _TENS[tens] + (f" {_ENGLISH[ones]}" if ones else ""))
    return " ".join(said)


def half_words(number: str, rng: Random) -> str | None:
    """Some digits as words, glued to the others: 4one5 five55."""
    made = "".join(_ENGLISH[int(c)] if c.isdigit() and rng.random() < 0.45 else c for c in number)
    return made if re.search(r"[a-z]", made) else None


def some_groups(number: str, rng: Random) -> str | None:
    """Some groups as words, the others in digits: 415 five five five 0132."""
    found = groups(number)
    chosen = set(rng.sample(range(len(found)), max(1, len(found) // 2)))
    return ("+" if plus(number) else "") + " ".join(
        " ".join(_ENGLISH[int(d)] for d in g) if i in chosen else g for i, g in enumerate(found)
    )


def letters_for_digits(number: str, rng: Random) -> str | None:
    """O for 0, l for 1, S for 5."""
    made = "".join(rng.choice(_LEET[c]) if c in _LEET and rng.random() < 0.6 else c for c in number)
    changed = sum(a != b for a, b in zip(made, number, strict=True))
    return made if changed >= 2 and sum(c.isdigit() for c in made) >= 4 else None


def joined(separator: str) -> Rewrite:
    """The groups with another separator."""

    def rewrite(number: str, rng: Random) -> str | None:
        return ("+" if plus(number) else "") + separator.join(groups(number))

    return rewrite


def one_by_one(separator: str, wrap: str = "{}") -> Rewrite:
    """Every digit by itself."""

    def rewrite(number: str, rng: Random) -> str | None:
        return ("+" if plus(number) else "") + separator.join(wrap.format(d) for d in "".join(groups(number)))

    return rewrite


def said_between(*words: str) -> Rewrite:
    """Words between the groups, each of `words` in turn."""

    def rewrite(number: str, rng: Random) -> str | None:
        found = groups(number)
        made = found[0]
        for index, group in enumerate(found[1:]):
            made += f" {words[index % len(words)]} {group}"
        return ("+" if plus(number) else "") + made if len(found) > 1 else None

    return rewrite


def in_sentences(number: str, rng: Random) -> str | None:
    """The first half in one sentence, the rest in the next."""
    found = groups(number)
    if len(found) < 2:
        return None
    half = len(found) // 2
    middle = rng.choice((". Then add ", ". The rest is ", " and after that comes ", ", followed by ", ". After that: "))
    return ("+" if plus(number) else "") + " ".join(found[:half]) + middle + " ".join(found[half:])


def on_lines(number: str, rng: Random) -> str | None:
    """Broken by the end of a line."""
    place = rng.choice([m.start() for m in re.finditer(r"(?<=[\d)])[ .-](?=[\d(])", number)] or [0])
    return number[:place] + "\n" + number[place + 1 :] if place else None


def backwards(number: str, rng: Random) -> str | None:
    """The digits from right to left, said to be so."""
    return number.lstrip("+")[::-1].replace(")", "\0").replace("(", ")").replace("\0", "(") + rng.choice(
        (" (read it backwards)", " reversed", " (from right to left)")
    )


def ending_apart(number: str, rng: Random) -> str | None:
    """All but the last digits, which a word gives."""
    digits = number.rstrip(")")
    last = digits[-1]
    if not last.isdigit():
        return None
    return digits[:-1] + rng.choice((" and then a ", " plus a final ", " followed by ")) + _ENGLISH[int(last)]


def glued(number: str, rng: Random) -> str | None:
    """Words that touch the digits."""
    return rng.choice(("call{}now", "call{}", "whatsapp{}", "tel{}", "{}call me")).format("".join(groups(number)))
