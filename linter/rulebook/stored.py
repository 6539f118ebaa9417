"""Rulebooks that an earlier process loaded and compiled: read from a store, as JSON, while their files stay as they were."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from linter.identity import identity, rules_digest
from linter.rulebook.book import Platform, Rule, Rulebook
from linter.rulebook.loader import load_rulebook
from linter.rulebook.model import MatchEntry, PlatformFile, RuleFile
from linter.rulebook.template import Template, parse
from linter.rulebook.words import rules_folder
from linter.store import Store, digest
from linter.yaml import Document, read_yaml

if TYPE_CHECKING:
    from linter.engine import Linter


class _Unread(Document):
    """The document of a stored rule: read again when somebody asks where something stands."""

    __slots__ = ()

    def place(self, keys: Sequence[str | int] = ()) -> tuple[int, int]:
        return _read(Path(self.path)).place(keys)

    def value_place(self, keys: Sequence[str | int]) -> tuple[int, int]:
        return _read(Path(self.path)).value_place(keys)


_read = lru_cache(maxsize=64)(read_yaml)


class Stored:
    """Rulebooks in a store, each under a digest of its files and of what reads them; reads each digest once."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._digests: dict[tuple[Path, ...], str | None] = {}

    def digest(self, extra: Sequence[Path] = ()) -> str | None:
        """The digest of the built-in rules and those of the folders; None where they cannot be read."""
        key = tuple(extra)
        if key not in self._digests:
            self._digests[key] = _digest(key)
        return self._digests[key]

    def load(self, extra: Sequence[Path] = ()) -> Rulebook:
        """The rulebook, as `load_rulebook` gives it. Raises `RulebookError`."""
        name = self.digest(extra)
        data = self.store.get(f"rules/{name}") if name is not None else None
        if data is not None:
            try:
                return _book(json.loads(data))
            except (ValueError, KeyError, TypeError, AttributeError):  # whole, and yet not what we write
                pass
        return load_rulebook(extra)

    def keep(self, extra: Sequence[Path], linter: Linter) -> None:
        """Store a rulebook with the templates of all its phrases, unless it came from there or its files have changed."""
        book, name = linter.rulebook, self.digest(extra)
        if book.templates or name is None or name != _digest(extra):
            return
        full = replace(book, templates=_templates(linter))
        data = json.dumps(_values(full))
        if _content(_book(json.loads(data))) == _content(full):  # JSON has not all the values that YAML has
            self.store.put(f"rules/{name}", data.encode())


def _digest(extra: Sequence[Path]) -> str | None:
    rules = rules_digest([str(folder) for folder in (rules_folder(), *extra)])
    return None if rules is None else digest((identity().encode(), rules.encode()))


def _templates(linter: Linter) -> dict[str, tuple[Template, ...]]:
    normalise = linter.pipeline.tokenizer.norms
    return {phrase: tuple(parse(phrase, linter.rulebook.words, normalise)) for phrase in _phrases(linter.rulebook)}


def _phrases(book: Rulebook) -> Iterator[str]:
    for rule in book.rules.values():
        for pattern in (*rule.entries, *rule.guards):
            yield from pattern.phrases or ()
            if isinstance(pattern, MatchEntry):
                yield from pattern.needs
        for fix in rule.file.fix:
            yield from fix.phrases or ()


def _values(book: Rulebook) -> dict[str, Any]:
    templates = {
        phrase: [[template.source, template.pattern, sorted(template.anchors)] for template in templates]
        for phrase, templates in book.templates.items()
    }
    return {
        "rules": [[str(rule.path), _dumped(rule.file)] for rule in book.rules.values()],
        "platforms": [[str(platform.path), _dumped(platform.file)] for platform in book.platforms.values()],
        "words": book.words,
        "templates": templates,
    }


def _content(book: Rulebook) -> tuple[Any, ...]:
    rules, platforms = book.rules.values(), book.platforms.values()
    return [rule.file for rule in rules], [platform.file for platform in platforms], book.words, book.templates


def _dumped(file: RuleFile | PlatformFile) -> str:
    return file.model_dump_json(by_alias=True, exclude_unset=True)


def _book(values: dict[str, Any]) -> Rulebook:
    rules = [
        Rule(RuleFile.model_validate_json(text), Path(path), _Unread(Path(path), None, None))
        for path, text in values["rules"]
    ]
    platforms = [Platform(PlatformFile.model_validate_json(text), Path(path)) for path, text in values["platforms"]]
    return Rulebook(
        {rule.id: rule for rule in rules},
        {platform.id: platform for platform in platforms},
        {name: tuple(entries) for name, entries in values["words"].items()},
        {
            phrase: tuple(Template(source, pattern, frozenset(anchors)) for source, pattern, anchors in found)
            for phrase, found in values["templates"].items()
        },
    )
