"""Drafts without any contact, with figures and names that look like one."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from random import Random

import yaml

from benchmarks.disguises.carriers import Carried, languages

_SIGNS = {
    "δ": "0123456789",
    "ν": "123456789",
    "η": "0123456789abcdef",
    "λ": "abcdefghkmnpqrstuvwxyz",
    "Λ": "ABCDEFGHJKLMNPQRSTUVWXYZ",
}
_SHAPES = (
    "{o} {x} {c}",
    "{o} {x}",
    "{o}\n\n- {x}\n- {l}\n\n{c}",
    "{o}\n\n| Note | {x} |\n|---|---|\n",
    "{o} ({x}) {c}",
    "{o}\n{x}\n\n{c}",
    "{o}\n\n{c}\n\n{b}\n{n}\n{x}",
)


@cache
def _templates() -> dict[str, list[str]]:
    loaded: dict[str, list[str]] = yaml.safe_load((Path(__file__).parent / "harmless.yaml").read_text("utf-8"))
    return loaded


def names() -> tuple[str, ...]:
    """The kinds of harmless look-alikes."""
    return tuple(_templates())


def harmless(name: str, rng: Random) -> Carried:
    """A draft in English with a look-alike of the kind in one of several places; the stretch is the look-alike's sentence."""
    voice = languages()["en"]
    filled = "".join(rng.choice(_SIGNS[c]) if c in _SIGNS else c for c in rng.choice(_templates()[name]))
    before, _, after = rng.choice(_SHAPES).partition("{x}")
    fields = {"o": rng.choice(voice["openers"]), "c": rng.choice(voice["closers"]), "l": voice["list"][1], "b": rng.choice(voice["byes"]), "n": rng.choice(voice["names"])}  # fmt: skip
    before, after = before.format(**fields), after.format(**fields)
    return Carried(before + filled + after, len(before), len(before) + len(filled), "en", name)
