"""Rules, platforms and word lists as data: their models, their loader, their compiler, and the examples that prove them."""

from linter.rulebook.book import Platform, Rule, Rulebook, RulebookError, UnknownName
from linter.rulebook.loader import load_rulebook

__all__ = ["Platform", "Rule", "Rulebook", "RulebookError", "UnknownName", "load_rulebook"]
