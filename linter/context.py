"""The circumstances that a draft is judged in: marketplace, kind of document, stage and waivers."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum


class Document(str, Enum):
    """What the draft will be posted as."""

    PROPOSAL = "proposal"
    PROFILE = "profile"
    MESSAGE = "message"


class Stage(str, Enum):
    """Where the work stands; a profile is public and has no stage."""

    PRE_CONTRACT = "pre-contract"
    CONTRACT = "contract"
    ENDED = "ended"


class Waiver(str, Enum):
    """An exception that the marketplace grants and that the user claims; never read from the draft's prose."""

    ENTERPRISE = "enterprise"
    LEGAL = "legal"
    SYSTEM_ACCESS = "system-access"
    PRIOR_RELATIONSHIP = "prior-relationship"


@dataclass(frozen=True, slots=True)
class Context:
    """The circumstances of one draft. `platform` is the id of a platform file."""

    platform: str = "upwork"
    document: Document = Document.PROPOSAL
    stage: Stage = Stage.PRE_CONTRACT
    waivers: frozenset[Waiver] = field(default_factory=frozenset)
