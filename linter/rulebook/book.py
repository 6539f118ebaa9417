"""A rulebook: every rule, platform and word list, as they were read."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from linter.draft import Layer
from linter.finding import Severity
from linter.rulebook.model import Examples, Guard, MatchEntry, PlatformFile, RuleFile, Verdict
from linter.rulebook.template import Template
from linter.yaml import Document, YamlError

RulebookError = YamlError


class UnknownName(LookupError):
    """A rule, prefix or platform that there is not; `nearest` is what may have been meant."""

    def __init__(self, name: str, nearest: str | None) -> None:
        super().__init__(name)
        self.name, self.nearest = name, nearest


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule file, and where it was read."""

    file: RuleFile
    path: Path
    document: Document

    @property
    def id(self) -> str:
        """The rule's id, which is its path."""
        return self.file.id

    @property
    def level(self) -> Severity:
        """How bad a match usually is."""
        return self.file.level

    @property
    def summary(self) -> str:
        """What the rule finds, in one line."""
        return self.file.summary

    @property
    def message(self) -> str:
        """What a finding says, with its placeholders."""
        return self.file.message

    @property
    def why(self) -> str:
        """Why it matters."""
        return self.file.why

    @property
    def aliases(self) -> Sequence[str]:
        """Earlier ids."""
        return self.file.aliases

    @property
    def examples(self) -> Examples:
        """The texts that prove the rule."""
        return self.file.examples

    @property
    def entries(self) -> Sequence[MatchEntry]:
        """What it looks for, or what it requires."""
        return self.file.match or self.file.require or ()

    @property
    def guards(self) -> Sequence[Guard]:
        """What takes a match back."""
        return self.file.unless

    @property
    def scope(self) -> frozenset[Layer]:
        """The parts of a draft that it looks at."""
        return frozenset(self.file.scope)


@dataclass(frozen=True, slots=True)
class Platform:
    """A platform file, and where it was read."""

    file: PlatformFile
    path: Path

    @property
    def id(self) -> str:
        """The platform's id, which is the file's name."""
        return self.file.id

    @property
    def name(self) -> str:
        """The marketplace's name."""
        return self.file.name

    def verdict(self, rule: str) -> Verdict | None:
        """What the marketplace says of a rule; None where it says nothing."""
        return self.file.verdict(rule)


@dataclass(frozen=True, slots=True)
class Rulebook:
    """Every rule, platform and word list, by name; `templates` holds what earlier processes made of the rules' phrases."""

    rules: Mapping[str, Rule]
    platforms: Mapping[str, Platform]
    words: Mapping[str, tuple[str, ...]]
    templates: Mapping[str, Sequence[Template]] = field(default_factory=dict)

    def resolve(self, selector: str) -> frozenset[str]:
        """The ids that an id, an alias or a prefix such as `contact/` stands for. Raises `UnknownName`."""
        if selector in self.rules:
            return frozenset((selector,))
        prefix = selector.rstrip("/") + "/"
        found = [rule.id for rule in self.rules.values() if rule.id.startswith(prefix) or selector in rule.aliases]
        if not found:
            known = [*self.rules, *{rule.split("/")[0] for rule in self.rules}]
            raise UnknownName(selector, nearest(selector, known))
        return frozenset(found)

    def platform(self, name: str) -> Platform:
        """The platform of an id. Raises `UnknownName`."""
        try:
            return self.platforms[name]
        except KeyError:
            raise UnknownName(name, nearest(name, self.platforms)) from None


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Which of the known names may have been meant."""
    return next(iter(difflib.get_close_matches(name, list(known), 1, 0.6)), None)
