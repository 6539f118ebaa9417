"""What the recognisers share: the text they read and the identifier they find."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from linter.draft import Draft
from linter.fold import Folded

KINDS = ("email", "phone", "messaging", "social", "link", "website", "address", "lookalike")


class Certainty(str, Enum):
    """How sure a match is; a possible one makes an error a warning."""

    CERTAIN = "certain"
    POSSIBLE = "possible"


@dataclass(frozen=True, slots=True)
class Identifier:
    """An address, number, handle or link at the folded text's characters `start` to `end` (half open).

    `kind` is `email`, `phone`, `messaging`, `social`, `link`, `website`, `address`, or `lookalike` for what a platform's
    filter may take for contact data although nobody can be reached by it. `form` says in a word or two how it was recognised.
    """

    kind: str
    start: int
    end: int
    form: str = "literal"
    certainty: Certainty = Certainty.CERTAIN


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, from `start` to `end` in the folded text of its draft.

    A recogniser reports what starts in its passage, and may look at the whole of `folded.text` and at the source for context.
    `view` is another reading of that text, where the passage is of one.
    """

    draft: Draft
    start: int
    end: int
    view: Folded | None = None

    @property
    def folded(self) -> Folded:
        """The folded text of the whole draft, or the reading."""
        return self.draft.folded if self.view is None else self.view


class Recogniser(Protocol):
    """Finds identifiers of one kind in a passage, in time linear in its length."""

    def __call__(self, passage: Passage) -> Iterable[Identifier]: ...
