"""Lint a freelancer's proposal, profile or message before it is sent.

>>> from linter import Context, lint
>>> [finding.rule for finding in lint("Text me on WhatsApp: +1 415 555 0132")]
['off-platform/invitation', 'contact/phone']
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from linter.context import Context, Document, Stage, Waiver
from linter.draft import Draft, DraftError
from linter.finding import Edit, Finding, Fix, Severity

if TYPE_CHECKING:
    from linter.engine import Linter

__all__ = [
    "Context",
    "Document",
    "Draft",
    "DraftError",
    "Edit",
    "Finding",
    "Fix",
    "Severity",
    "Stage",
    "Waiver",
    "lint",
]


def lint(text_or_draft: str | Draft, context: Context | None = None) -> list[Finding]:
    """The findings of the built-in rules in a draft, by place; the default context is an Upwork proposal before a contract.

    Raises `DraftError` for a text that cannot be checked and `LookupError` for an unknown platform.
    """
    draft = text_or_draft if isinstance(text_or_draft, Draft) else Draft.from_text(text_or_draft)
    return _linter().lint(draft, context or Context())


@cache
def _linter() -> Linter:
    """The linter of the built-in rules; compiled once per process, on first use."""
    from linter.engine import Linter  # noqa: PLC0415
    from linter.rulebook import load_rulebook  # noqa: PLC0415

    return Linter(load_rulebook())
