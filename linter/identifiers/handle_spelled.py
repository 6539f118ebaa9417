"""User names spelled out beside the name of a tool: "Discord: jane underscore doe", "Telegram: j a n e d o e"."""

from __future__ import annotations

import re
from collections.abc import Callable

from linter.identifiers.base import Passage
from linter.identifiers.lexicon import Name
from linter.identifiers.patterns import lazy

_MARK = (
    r"(?:underscore|under score|underline|lowdash|low dash|dot|dash|hyphen|minus|period|punto|ponto|punkt|guion bajo|guión bajo|"
    r"unterstrich|tiret bas|подчеркивание|точка)"
)
_BRIDGE = (
    r"(?:\s(?:id|handle|user ?name|user|nick|nickname|name|account))?"
    r"(?:\s?(?::|=|–|—|-{1,2}>?|→)|'s|\s(?:is|it's|i'm|i am|im|as|under|i go by)){1,2}\s?[\"“'(*_`]*\s?"
)
_WORDS = lazy(
    rf"{_BRIDGE}(?P<handle>@?[a-z0-9]{{2,20}}(?:\s?(?:[\[({{]\s?{_MARK}\s?[\])}}]|\s{_MARK}\s|_{_MARK}_|-{_MARK}-)\s?[a-z0-9]{{1,20}}){{1,4}})"
    r"(?![\w@]|\s(?:at|slash|dot|@)\s)"
)
_LETTERS = lazy(
    rf"{_BRIDGE}(?P<handle>@?\s?[a-z0-9](?:(?:\s[a-z0-9_.]){{4,30}}|(?:-[a-z0-9_.]){{4,30}}|(?:\.[a-z0-9_]){{4,30}}))(?![\w@.-])"
)
_SIGN = lazy(
    rf"(?:{_BRIDGE}|\s)(?:at[- ]sign|[\[({{]\s?(?:at|@)\s?[\])}}]|arroba|klammeraffe|chiocciola|собака)\s?(?P<handle>[a-z]\w{{3,30}})"
    r"(?![\w@.]\w|\s?(?:[\[({]|@|dot\s))"
)


def spelled(passage: Passage, name: Name, is_ordinary: Callable[[str], bool]) -> tuple[int, int] | None:
    """Where the user name after the tool's name stands, when it is spelled out."""
    text = passage.folded.text
    for pattern in (_WORDS, _LETTERS, _SIGN):
        match = pattern.match(text, name.end, min(len(text), name.end + 120))
        if match is None:
            continue
        words = re.findall(r"[a-z0-9]+", match["handle"])
        if pattern is _WORDS and (is_ordinary(words[0]) or (len(words) == 3 and is_ordinary(words[-1]))):
            continue
        if pattern is _SIGN and is_ordinary(match["handle"]):
            continue
        return match.span("handle")
    return None
