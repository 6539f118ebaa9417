"""The disguises by name: which kinds of identifiers each is for, and in what order two of them are put on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from benchmarks.disguises import alphabets, separators, spoken
from benchmarks.disguises.alphabets import Rewrite
from benchmarks.disguises.identifiers import KINDS

# The order in which two disguises are put on; two of the same layer are never put together.
# Encoded ones are only framed: a swapped letter in base64 is no longer base64.
LAYERS = ("structure", "code", "letters", "hidden", "frame")
_HANDLES = ("messaging", "social")
_LATIN = ("email", "messaging", "social", "link")
_DIGITS = ("phone",)


@dataclass(frozen=True, slots=True)
class Disguise:
    """A way to write an identifier so that a plain pattern misses it. `apply` gives nothing where it cannot be put on."""

    name: str
    layer: str
    kinds: tuple[str, ...]
    apply: Rewrite


def _letters() -> Iterator[Disguise]:
    for name, table in alphabets.ALPHABETS.items():
        with_digits, with_letters = "5" in table, "e" in table
        kinds = (
            (_LATIN if with_letters else ()) + (_DIGITS if with_digits else ()) + (("address",) if with_letters else ())
        )
        yield Disguise(name, "letters", kinds, alphabets.swapped(table))
    for name, table in alphabets.LOOK_ALIKES.items():
        small = any(char.islower() for char in table)
        yield Disguise(name, "letters", (*_LATIN, "address") if small else ("address",), alphabets.mixed(table))
    for name, overlay in alphabets.OVERLAYS.items():
        yield Disguise(name, "letters", KINDS, overlay)
    yield Disguise("accents", "letters", _LATIN, alphabets.accented)
    yield Disguise("piled-up marks", "letters", KINDS, alphabets.piled)
    yield Disguise("upside down", "letters", ("email",), alphabets.turned)
    yield Disguise("capitals", "letters", ("email", *_HANDLES, "address"), separators.upper)
    yield Disguise("lower case", "letters", ("address",), separators.lower)
    yield Disguise("digits for letters", "letters", ("email",), separators.leet)


def _hidden() -> Iterator[Disguise]:
    for name, chars in alphabets.HIDDEN.items():
        yield Disguise(name, "hidden", KINDS, alphabets.strewn(chars))
    yield Disguise("direction override", "hidden", (*_LATIN, "phone"), alphabets.overridden)


def _frames() -> Iterator[Disguise]:
    yield Disguise("quotes", "frame", KINDS, separators.framed('"{}"', "'{}'", "“{}”", "«{}»", "‘{}’", "「{}」"))
    yield Disguise(
        "brackets around", "frame", KINDS, separators.framed("[{}]", "({})", "<{}>", "{{{}}}", "【{}】", ">> {} <<")
    )
    yield Disguise(
        "bold or italics around", "frame", KINDS, separators.framed("**{}**", "*{}*", "__{}__", "`{}`", "~~{}~~")
    )
    yield Disguise("bold or italics inside", "frame", KINDS, separators.within("**", "**"))
    yield Disguise("HTML tags inside", "frame", KINDS, separators.within("<b>", "</b>"))
    yield Disguise("emoji around", "frame", KINDS, separators.framed("📩{}📩", "👉 {} 👈", "⭐{}⭐", "➡️{}", "✨ {} ✨"))


_EMAIL: tuple[tuple[str, Rewrite], ...] = (
    ("[at] [dot]", separators.said(" [at] ", " [dot] ", False)),
    ("(at)(dot)", separators.said("(at)", "(dot)")),
    ("{at} {dot}", separators.said(" {at} ", " {dot} ", False)),
    ("<at> <dot>", separators.said(" <at> ", " <dot> ", False)),
    ("-at- -dot-", separators.said(" -at- ", " -dot- ", False)),
    ("_at_ _dot_", separators.said("_at_", "_dot_", False)),
    ("*at* *dot*", separators.said("*at*", "*dot*", False)),
    ("/at/ /dot/", separators.said(" /at/ ", " /dot/ ", False)),
    ("at dot", separators.said(" at ", " dot ")),
    ("at dot, the mailbox as it is", separators.said(" at ", " dot ", False)),
    ("AT DOT", separators.said(" AT ", " DOT ", False)),
    ("at the rate", separators.said(" at the rate ", " dot ")),
    ("[at] only", separators.said("[at]", ".", False)),
    ("(at) only, spaced", separators.said(" (at) ", ".", False)),
    ("@ (dot)", separators.said("@", "(dot)", False)),
    ("@ [.]", separators.said("[@]", "[.]", False)),
    ("@ dot", separators.said("@", " dot ", False)),
    ("blanks around @", separators.said(" @ ", ".", False)),
    ("blanks around @ and dots", separators.said(" @ ", " . ", False)),
    ("(a)", separators.said("(a)", ".", False)),
    ("emoji for @", separators.said("📧", ".", False)),
    ("comma for dot", separators.said("@", ",", False)),
    ("at sign, dot", separators.said(" at-sign ", " dot ", False)),
    ("(at the rate of)", separators.said(" (at the rate of) ", ".", False)),
    ("letters apart", separators.apart(" ")),
    ("letters dashed", separators.apart("-")),
    ("letters underscored", separators.apart("_")),
    ("letters by bars", separators.apart("|")),
    ("letters by asterisks", separators.apart("*")),
    ("provider implied", separators.implied("{0} on {1}", "{0} at {1}", "{0} ({1})", "{1}: {0}", "{0} [{1}]", "{1} id {0}")),
    ("provider in words", separators.implied("{0}, it is a {1} address", "{0} followed by the usual {1} ending", "the name is {0} and the provider is {1}", "{0}, then the at sign, then {1} dot com")),
    ("two lines of pieces", separators.pieces("user: {0}\nprovider: {1}", "name: {0}\ndomain: {1}")),
    ("pieces in sentences", separators.pieces("{0}. The domain is {1}", "{0}. Then @ and {1}", "first {0}, then the at sign, then {1}", "{0} and after the @ comes {1}")),
    ("dangling @", separators.pieces("{0}@ ... {1}", "{0}@ and then {1}", "{0} @{1}", "{0}@ {1}")),
    ("masked", separators.masked),
    ("a word to remove", separators.inserted),
    ("radio alphabet", separators.nato),
    ("no blanks, capitals", separators.said("AT", "DOT", False)),
    ("backwards", separators.backwards),
    ("broken over lines", separators.two_lines),
    ("mailto", separators.framed("mailto:{}", "[write me](mailto:{})", "<a href=\"mailto:{}\">mail</a>")),
)  # fmt: skip
_PHONE: tuple[tuple[str, Rewrite], ...] = (
    ("dots", spoken.joined(".")), ("dashes", spoken.joined("-")), ("slashes", spoken.joined("/")), ("bullets", spoken.joined("•")),
    ("underscores", spoken.joined("_")), ("asterisks", spoken.joined("*")), ("bars", spoken.joined(" | ")), ("tildes", spoken.joined("~")),
    ("commas", spoken.joined(", ")), ("en dashes", spoken.joined("–")), ("many dots", spoken.joined("...")), ("no separators", spoken.joined("")),
    ("plus signs", spoken.joined("+")), ("equals signs", spoken.joined("=")), ("colons", spoken.joined(":")), ("hashes", spoken.joined("#")),
    ("digits apart", spoken.one_by_one(" ")), ("digits dashed", spoken.one_by_one("-")), ("digits dotted", spoken.one_by_one(".")),
    ("digits by asterisks", spoken.one_by_one("*")), ("digits in brackets", spoken.one_by_one("", "({})")), ("digits in boxes", spoken.one_by_one(" ", "[{}]")),
    ("double, triple, oh", spoken.doubled), ("words in pairs", spoken.in_pairs), ("half words", spoken.half_words), ("some groups in words", spoken.some_groups),
    ("words with hyphens", spoken.in_words("English", "-")), ("Words Capitalised", spoken.in_words("English", " ", True)), ("words run together", spoken.in_words("English", "")),
    ("letters for digits", spoken.letters_for_digits), ("words between", spoken.said_between("then", "and lastly")),
    ("dash, space", spoken.said_between("dash")), ("asides between", spoken.said_between("(remove this)", "(and this)")),
    ("xx between", spoken.joined("xx")), ("pieces in sentences", spoken.in_sentences), ("broken over lines", spoken.on_lines),
    ("backwards", spoken.backwards), ("last digit apart", spoken.ending_apart), ("glued to words", spoken.glued),
    ("tel link", separators.framed("tel:{}", "[call](tel:{})")), ("no plus", separators.replaced(("+", ""))), ("00 for plus", separators.replaced(("+", "00"))),
    ("plus in words", separators.replaced(("+", "plus "))),
)  # fmt: skip
_LINK: tuple[tuple[str, Rewrite], ...] = (
    ("hxxp", separators.replaced(("https://", "hxxps://"))),
    ("[.]", separators.replaced((".", "[.]"))),
    ("(dot)", separators.replaced((".", "(dot)"))),
    ("dot", separators.replaced(("https://", ""), (".", " dot "))),
    ("dot slash", separators.replaced(("https://", ""), (".", " dot "), ("/", " slash "))),
    ("blanks around dots", separators.replaced(("https://", ""), (".", " . "))),
    ("blanks around slashes", separators.replaced(("https://", ""), ("/", " / "))),
    ("comma for dot", separators.replaced((".", ","))),
    ("no scheme", separators.replaced(("https://", ""))),
    ("www", separators.replaced(("https://", "www."))),
    ("backslashes", separators.replaced(("/", "\\"))),
    ("broken over lines", separators.two_lines),
    ("Markdown link", separators.framed("[here](https://{})")),
)
_HANDLE: tuple[tuple[str, Rewrite], ...] = (
    ("letters apart", separators.apart(" ")),
    ("letters dashed", separators.apart("-")),
    ("(at)", separators.replaced(("@", "(at) "))),
    ("at sign in words", separators.replaced(("@", "at "))),
    ("dot in words", separators.replaced((".", " dot "))),
    ("underscore in words", separators.replaced(("_", " underscore "))),
    ("(underscore)", separators.replaced(("_", "(underscore)"))),
    ("[.]", separators.replaced((".", "[.]"))),
)
_ADDRESS: tuple[tuple[str, Rewrite], ...] = (
    ("lines", separators.address_lines),
    ("bars for commas", separators.replaced((", ", " | "), least=2)),
    ("dashes for commas", separators.replaced((", ", " - "), least=2)),
    ("no commas", separators.replaced((",", ""), least=2)),
    ("no blanks after commas", separators.replaced((", ", ","), least=2)),
    ("semicolons", separators.replaced((", ", "; "), least=2)),
)


def catalogue() -> tuple[Disguise, ...]:
    """All disguises; a name may stand there for several kinds with a different function."""
    made = [Disguise("none", "structure", KINDS, lambda text, rng: text)]
    made += [Disguise(name, "structure", ("email",), apply) for name, apply in _EMAIL]
    made += [Disguise(f"at and dot in {name}", "structure", ("email",), separators.said(f" {at} ", f" {dot} ", False)) for name, (at, dot) in separators.AT_DOT.items()]  # fmt: skip
    made += [Disguise(name, "structure", ("phone",), apply) for name, apply in _PHONE]
    made += [
        Disguise(f"words in {language}", "structure", ("phone",), spoken.in_words(language))
        for language in spoken.WORDS
    ]
    made += [Disguise(name, "structure", ("link",), apply) for name, apply in _LINK]
    made += [Disguise(name, "structure", _HANDLES, apply) for name, apply in _HANDLE]
    made += [Disguise(name, "structure", ("address",), apply) for name, apply in _ADDRESS]
    made += [
        Disguise("rot13", "code", ("email",), separators.rot13),
        Disguise("base64", "code", ("email",), separators.base64ed),
        Disguise("hexadecimal", "code", ("email",), separators.hexed),
        Disguise("named entities", "code", ("email",), separators.said("&commat;", "&period;")),
        Disguise("decimal entities", "code", _LATIN, separators.entities(True)),
        Disguise("hexadecimal entities", "code", _LATIN, separators.entities(False)),
        Disguise("percent signs", "code", ("email", "link"), separators.percents),
        Disguise("escapes", "code", ("email", "link"), separators.escapes),
    ]
    made += [
        Disguise(name, "structure", ("email", "phone", *_HANDLES), alphabets.spaced_with(space))
        for name, space in alphabets.SPACES.items()
    ]
    return (*made, *_letters(), *_hidden(), *_frames())


def pairs(kind: str) -> list[tuple[Disguise, Disguise]]:
    """Any two disguises of a kind from different layers, in the order in which they are put on."""
    suited = [disguise for disguise in catalogue() if kind in disguise.kinds and disguise.name != "none"]
    suited.sort(key=lambda disguise: LAYERS.index(disguise.layer))
    return [
        (first, second)
        for first, second in combinations(suited, 2)
        if first.layer != second.layer and not (first.layer == "code" and second.layer != "frame")
    ]
