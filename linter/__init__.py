"""Lint a freelancer's proposal, profile or message before it is sent.

>>> from linter import Context, lint
>>> [finding.rule for finding in lint("Text me on WhatsApp: +1 415 555 0132")]
['off-platform/invitation', 'contact/phone']
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from linter.context import Context, Document, Stage, Waiver
    from linter.draft import Draft, DraftError
    from linter.engine import Linter
    from linter.finding import Edit, Finding, Fix, Severity

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

# Where the names of the public API live: they are imported when first asked for, since a stored answer needs none of them.
_HOMES = {
    **dict.fromkeys(("Context", "Document", "Stage", "Waiver"), "linter.context"),
    **dict.fromkeys(("Draft", "DraftError"), "linter.draft"),
    **dict.fromkeys(("Edit", "Finding", "Fix", "Severity"), "linter.finding"),
}


def __getattr__(name: str) -> Any:
    """A name of the public API."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module  # noqa: PLC0415

    value = globals()[name] = getattr(import_module(_HOMES[name]), name)
    return value


def lint(text_or_draft: str | Draft, context: Context | None = None) -> list[Finding]:
    """The findings of the built-in rules in a draft, by place; the default context is an Upwork proposal before a contract.

    Raises `DraftError` for a text that cannot be checked and `LookupError` for an unknown platform.
    """
    from linter.context import Context  # noqa: PLC0415
    from linter.draft import Draft  # noqa: PLC0415

    draft = text_or_draft if isinstance(text_or_draft, Draft) else Draft.from_text(text_or_draft)
    return _linter().lint(draft, context or Context())


def _linter() -> Linter:
    """The linter of the built-in rules; compiled once per process, on first use."""
    global _built_in  # noqa: PLW0603
    if _built_in is None:
        from linter.engine import Linter  # noqa: PLC0415
        from linter.rulebook import load_rulebook  # noqa: PLC0415

        _built_in = Linter(load_rulebook())
    return _built_in


_built_in: Linter | None = None
