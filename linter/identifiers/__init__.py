"""Recognisers of identifiers: whatever a person can be reached by, plain or disguised. One kind a file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from importlib import import_module

from linter.draft import Draft
from linter.identifiers.base import Certainty, Identifier, Passage, Recogniser
from linter.spans import Disjoint

__all__ = ["RECOGNISERS", "Certainty", "Identifier", "Passage", "Recogniser", "find_all", "resolve", "trimmed"]

# In the order of precedence: where two overlap, the earlier one's identifier is kept, the longer one of the same.
RECOGNISERS = ("email", "messaging", "link", "social", "phone", "address", "lookalike")


def create(name: str, words: Mapping[str, tuple[str, ...]]) -> Recogniser:
    """The recogniser of one module of this package; `words` are the shared word lists by name."""
    factory: Callable[[Mapping[str, tuple[str, ...]]], Recogniser] = import_module(f"{__name__}.{name}").recogniser
    return factory(words)


def trimmed(identifier: Identifier, text: str) -> Identifier:
    """The identifier without the full stop or comma of its sentence."""
    end = identifier.end
    while end > identifier.start + 1 and text[end - 1] in ".,;:!?" and identifier.kind != "email":
        end -= 1
    return identifier if end == identifier.end else replace(identifier, end=end)


def resolve(found: Iterable[Identifier]) -> list[Identifier]:
    """Drop what overlaps a better identifier; `found` comes in the order of precedence. Sorted by place."""
    found = list(found)
    addresses = [i for i in found if _outranks_names(i)]
    better = sorted(_whole(found, addresses), key=lambda i: (i.certainty is Certainty.POSSIBLE, i.kind == "lookalike"))
    taken = Disjoint()
    return sorted((one for one in better if taken.add(one.start, one.end)), key=lambda i: i.start)


def _outranks_names(one: Identifier) -> bool:
    """Whether what has the letters of a user name is no such: an address of the web, or a number in disguise."""
    plain = {"link": True, "website": one.form == "host", "phone": one.form != "literal"}
    return plain.get(one.kind, False)


def _whole(found: list[Identifier], addresses: list[Identifier]) -> list[Identifier]:
    """What is found, without user names that are an address of the web or a number in disguise, or a piece of one."""
    if not addresses:
        return found
    return [
        one
        for one in found
        if one.form != "handle" or not any(link.start <= one.start and one.end <= link.end for link in addresses)
    ]


def find_all(draft: Draft, words: Mapping[str, tuple[str, ...]]) -> list[Identifier]:
    """Every identifier of a draft, without a pipeline; for tests, benchmarks and a first look."""
    whole = Passage(draft, draft.folded.offset(draft.body), len(draft.folded.text))
    text = draft.folded.text
    return resolve(trimmed(found, text) for name in RECOGNISERS for found in create(name, words)(whole))
