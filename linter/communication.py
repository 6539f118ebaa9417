"""The writer's own standing answers on how they communicate, and the sentences that say them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

STATEMENTS = ("availability", "tools", "boundaries", "preference")  # in the order of a paragraph
CHANNEL = "the messages here"  # what a marketplace's own messages are called where its file does not say
QUESTION = "Which tools does your team use?"

_AMOUNT = re.compile(r"(?:an?|one|two|three|four|five|six|twelve|\d[\d-]*)\s", re.IGNORECASE)
_SAME = re.compile(r"(?:same|next) ", re.IGNORECASE)
_SWITCH = re.compile(r"\b(?:contract|hired?|start)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Communication:
    """How the writer communicates: what suggestions and fixes offer to insert. Empty where nothing is said."""

    tools: tuple[str, ...] = ()
    hours: str = ""
    response: str = ""
    boundaries: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.tools or self.hours or self.response or self.boundaries)


def offer(communication: Communication, statement: str, channel: str = CHANNEL) -> str:
    """A sentence to paste for one of `STATEMENTS`; '' if the block is silent. `channel` is the marketplace's own messages."""
    if statement == "tools":
        return _tools(communication, channel, switch=True)
    if statement == "availability":
        return _availability(communication)
    if statement == "boundaries" and communication.boundaries:
        return f"So that there are no surprises: {_series(communication.boundaries, ', and')}."
    if statement == "preference" and communication:
        return QUESTION
    return ""


def paragraph(communication: Communication, channel: str = CHANNEL, statements: Iterable[str] = STATEMENTS) -> str:
    """What the block has to say for some of `STATEMENTS`, as one paragraph; '' if that is nothing."""
    wanted = set(statements)
    said = "boundaries" in wanted and any(_SWITCH.search(limit) for limit in communication.boundaries)
    sentences = {name: offer(communication, name, channel) for name in STATEMENTS if name in wanted}
    if said and "tools" in sentences:  # a boundary says when the channels switch: once is enough
        sentences["tools"] = _tools(communication, channel, switch=False)
    return " ".join(filter(None, sentences.values()))


def _tools(communication: Communication, channel: str, switch: bool) -> str:
    if not communication.tools:
        return ""
    tools = _series(communication.tools, " or")
    if switch:
        return f"Until the contract starts I write in {channel}, and after that I am happy to use {tools}."
    return f"Once the contract has started I am happy to use {tools}."


def _availability(communication: Communication) -> str:
    hours, response = _bare(communication.hours), _bare(communication.response)
    parts = []
    if hours:
        parts.append(hours if _is_sentence(hours) else f"I work {hours}")
    if response:
        said = (
            f"within {response}"
            if _AMOUNT.match(response)
            else f"the {response}"
            if _SAME.match(response)
            else response
        )
        parts.append(said if _is_sentence(said) else f"reply {said}" if parts else f"I reply {said}")
    return f"{' and '.join(parts)}." if parts else ""


def _is_sentence(text: str) -> bool:
    """Whether an answer was written out with its subject."""
    return text.startswith(("I ", "I'", "We ", "My ", "Our "))


def _series(items: Sequence[str], last: str) -> str:
    """`a, b or c`; with semicolons where an item has a comma of its own."""
    bare = [_bare(item) for item in items]
    if any("," in item for item in bare) and len(bare) > 1:
        return "; ".join(bare)
    return f"{', '.join(bare[:-1])}{last} {bare[-1]}" if len(bare) > 1 else bare[0]


def _bare(text: str) -> str:
    """The text on one line, without the full stop that the sentence adds itself."""
    return " ".join(text.split()).rstrip(".;")
