"""Pieces of addresses as they are written: brackets around a dot, ends of sentences, words before a spelled dot."""

from __future__ import annotations

import re

from linter.identifiers.patterns import lazy

LABEL = r"[^\W_](?:[\w-]{0,61}[^\W_])?"
SEGMENT = r"[\w@%~+=&?#!:-]+(?:\.[\w@%~+=&?#!:-]+)*(?:\s(?:dash|hyphen|underscore|minus)\s\w+){0,3}"
# A dot or slash with spaces is taken for an address only where the host is a known one.
SPACED = lazy(
    rf"(?<![\w.@/-])(?:https?://)?(?:www\s?[.,]\s?)?(?P<a>[a-z0-9][a-z0-9-]{{0,30}})(?P<d>\s?[.•·]\s?|,)(?P<b>[a-z0-9-]{{2,20}})"
    rf"(?:\s?[.,•·]\s?(?P<c>[a-z]{{2,6}}))?(?P<path>(?:\s?[/\\]\s?{SEGMENT}){{0,4}})"
)
WWW = lazy(
    rf"(?<![\w.@/-])(?:https?[\s:/]{{1,4}})?w\s?w\s?w[\s.•·,_-]{{1,3}}({LABEL})[\s.•·,_-]{{1,3}}([a-z]{{2,12}})(?!\w)(?P<path>)"
)
COMMA = lazy(r"(?<![\w.@/-])([a-z0-9][a-z0-9-]{1,40})\s?,\s?([a-z]{2,12})(?P<path>)(?=\W{1,4}[^.\n]{0,40}\bcomma\b)")
TIGHT_COMMA = lazy(r"(?<![\w.@/,-])([a-z][a-z0-9-]{4,40}),(com|net|org)(?P<path>)(?![\w,])")
JOINED = lazy(
    rf"(?<![\w.@/-])(?:www\.?)?([a-z0-9][a-z0-9-]{{2,30}}?)dot(com|net|org|io|co|de|me|dev|studio)(?!\w)"
    rf"(?P<path>(?:(?:\s?/\s?|\s?slash\s?){SEGMENT}){{0,3}})"
)
TRIM = ".,;:!?'\"*_~…»”’)]}>|`-–—"
# Before a spelled "dot" these make no host name: "the red dot in", "at dot net".
NOT_A_LABEL = frozenset(
    [
        "a",
        "an",
        "the",
        "this",
        "that",
        "at",
        "in",
        "on",
        "of",
        "to",
        "by",
        "with",
        "as",
        "is",
        "are",
        "was",
        "red",
        "blue",
        "green",
        "black",
        "white",
        "yellow",
        "orange",
        "pink",
        "gray",
        "grey",
        "polka",
        "micro",
        "dot",
        "com",
        "net",
        "org",
        "quantum",
        "small",
        "big",
        "tiny",
        "little",
        "first",
        "last",
        "each",
        "every",
        "one",
        "two",
        "single",
        "same",
        "asp",
        "vb",
        "ado",
        "inner",
        "scalar",
        "my",
        "your",
        "our",
        "breaking",
        "starting",
        "turning",
        "entry",
        "selling",
        "power",
        "talking",
        "price",
        "main",
        "end",
        "anchor",
        "reference",
        "floating",
        "fixed",
        "good",
        "next",
        "data",
        "last",
        "view",
    ]
)


def bracketed(inner: str) -> str:
    return rf"\s?(?:\[\s?{inner}\s?\]|\(\s?{inner}\s?\)|\{{\s?{inner}\s?\}}|<\s?{inner}\s?>)\s?"


def trimmed(rest: str) -> str:
    """A path without the punctuation of the sentence around it; a closing bracket stays if it was opened inside."""
    while rest and rest[-1] in TRIM:
        if rest[-1] == ")" and rest.count("(") >= rest.count(")"):
            break
        rest = rest[:-1]
    return rest


def squeezed(path: str) -> str:
    path = re.sub(r"\s(?:dash|hyphen|minus)\s", "-", path)
    return re.sub(r"\sunderscore\s", "_", path).replace(" ", "")
