"""Pieces of addresses as they are written: brackets around a dot, ends of sentences, words before a spelled dot."""

from __future__ import annotations

import re

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
