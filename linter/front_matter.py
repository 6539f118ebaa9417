"""What a draft's front matter says of its circumstances, and what in it makes no sense."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from linter.context import Document, Stage, Waiver
from linter.draft import Draft, DraftError
from linter.errors import did_you_mean
from linter.settings import Choice

Word = TypeVar("Word", Document, Stage, Waiver)


def front_matter_choice(draft: Draft, platforms: Mapping[str, object]) -> tuple[Choice, list[DraftError]]:
    """What a draft's front matter says of its circumstances, and what of it makes no sense and is set aside."""
    faults: list[DraftError] = []
    values = draft.front_matter

    def fault(key: str, value: object, known: Sequence[str]) -> None:
        remedy = did_you_mean(value, known) or f"Known are: {', '.join(known)}."
        faults.append(DraftError(f"front matter: '{value}' is no {key}", remedy, *_front_place(draft, key)))

    def words(kind: type[Word], key: str) -> list[Word] | None:
        """The values of a key, which may be one word or a list; None where one of them is unknown."""
        if values.get(key) is None:
            return None
        given = values[key] if isinstance(values[key], list) else [values[key]]
        known = [member.value for member in kind]
        bad = [value for value in given if value not in known]
        for value in bad:
            fault(key, value, known)
        return None if bad else [kind(value) for value in given]

    def word(kind: type[Word], key: str) -> Word | None:
        if isinstance(values.get(key), list):
            fault(key, values[key], [member.value for member in kind])
            return None
        return next(iter(words(kind, key) or ()), None)

    platform: Any = values.get("platform")
    if platform is not None and (not isinstance(platform, str) or platform not in platforms):
        fault("platform", platform, list(platforms))
        platform = None
    waive = words(Waiver, "waive")
    choice = Choice(
        "front matter",
        platform,
        word(Document, "document"),
        word(Stage, "stage"),
        None if waive is None else frozenset(waive),
    )
    return choice, faults


def _front_place(draft: Draft, key: str) -> tuple[int, int]:
    found = re.compile(rf"^[ \t]*({key})[ \t]*:", re.MULTILINE).search(draft.text, 0, draft.body)
    return draft.place(found.start(1)) if found else (1, 1)
