"""Fixes: edits that mend a finding and read as if a careful writer had made them; see `docs/fixes.md`."""

from __future__ import annotations

from linter.fixes.apply import Fixed, apply, fix_draft
from linter.fixes.propose import Fixer
from linter.fixes.statements import inserted

__all__ = ["Fixed", "Fixer", "apply", "fix_draft", "inserted"]
