"""Drafts in several languages and voices, with an identifier put into one of many places."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import yaml

from benchmarks.disguises.identifiers import Invented

PLACES = ("inline", "end", "colon", "list", "table", "bracket", "own line", "next sentence", "signature")


@dataclass(frozen=True, slots=True)
class Carried:
    """A draft with the stretch of it, half open, that gives the identifier."""

    text: str
    start: int
    end: int
    language: str
    place: str


@cache
def languages() -> dict[str, Any]:
    """The contents of `carriers.yaml`, by language."""
    loaded: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "carriers.yaml").read_text("utf-8"))
    return loaded


def carry(identifier: Invented, written: str, rng: Random, language: str = "", place: str = "") -> Carried:
    """A draft that gives `identifier`, written as `written`; half of them are in English."""
    language = language or ("en" if rng.random() < 0.5 else rng.choice(tuple(languages())))
    place = place or rng.choice(PLACES)
    voice = languages()[language]
    kind = voice[identifier.kind]
    opener, closer = rng.choice(voice["openers"]), rng.choice(voice["closers"])
    label = rng.choice(kind["labels"])
    line, lead = rng.choice(kind["lines"]), rng.choice(kind["leads"])
    full_lead = lead if lead[-1] == "." else lead.rstrip(" :") + "."
    template = {
        "inline": f"{opener} {line} {closer}",
        "end": f"{opener} {line}",
        "colon": f"{opener}\n\n{label}: {{x}}\n\n{closer}",
        "list": "{}\n\n- {}\n- {}: {{x}}\n- {}\n\n{}".format(opener, voice["list"][0], label, voice["list"][1], closer),
        "table": "{}\n\n| {} | {} |\n|---|---|\n| {} | {} |\n| {} | {{x}} |\n".format(opener, *voice["table"], label),
        "bracket": f"{opener} {closer} ({label}: {{x}})",
        "own line": f"{opener} {lead}\n{{x}}\n\n{closer}",
        "next sentence": f"{opener} {full_lead} {{x}}. {closer}",
        "signature": f"{opener}\n\n{closer}\n\n{rng.choice(voice['byes'])}\n{rng.choice(voice['names'])}\n{label}: {{x}}",
    }[place]
    template = template.replace("{app}", identifier.app)
    before, _, after = template.partition("{x}")
    return Carried(before + written + after, len(before), len(before) + len(written), language, place)
