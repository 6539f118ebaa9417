"""The writer's own standing answers on how they communicate, and the sentences that say them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

QUESTION = "Which tools does your team prefer?"


@dataclass(frozen=True, slots=True)
class Communication:
    """How the writer communicates: what suggestions and fixes offer to insert. Empty where nothing is said."""

    tools: tuple[str, ...] = ()
    hours: str = ""
    response: str = ""
    boundaries: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.tools or self.hours or self.response or self.boundaries)


def offer(communication: Communication, statement: str) -> str:
    """A sentence to paste for `tools`, `availability`, `boundaries` or `preference`; '' if the block is silent."""
    if statement == "tools" and communication.tools:
        return f"I work with {_series(communication.tools, 'and')}."
    if statement == "availability":
        return _availability(communication)
    if statement == "boundaries" and communication.boundaries:
        separator = "; " if any("," in boundary for boundary in communication.boundaries) else ", "
        return f"My boundaries: {separator.join(map(_bare, communication.boundaries))}."
    if statement == "preference" and communication:
        return QUESTION
    return ""


def paragraph(communication: Communication) -> str:
    """All that the block offers, ready to paste, ending with the question what the team prefers; '' if it is empty."""
    statements = ("tools", "availability", "boundaries", "preference")
    return " ".join(filter(None, (offer(communication, statement) for statement in statements)))


def _availability(communication: Communication) -> str:
    parts = []
    if communication.hours:
        parts.append(f"am available {_bare(communication.hours)}")
    if communication.response:
        parts.append(f"reply {_bare(communication.response)}")
    return f"I {' and '.join(parts)}." if parts else ""


def _series(items: Sequence[str], last: str) -> str:
    """`a, b and c`."""
    bare = [_bare(item) for item in items]
    return f"{', '.join(bare[:-1])} {last} {bare[-1]}" if len(bare) > 1 else bare[0]


def _bare(text: str) -> str:
    """The text on one line, without the full stop that the sentence adds itself."""
    return " ".join(text.split()).rstrip(".;")
