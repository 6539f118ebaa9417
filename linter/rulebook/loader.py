"""Load rule, platform and word files from their folders, strictly: whatever is wrong is an error with file, line and column."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from linter.draft import Layer
from linter.finding import Severity
from linter.identifiers.base import KINDS
from linter.rulebook.model import Examples, Guard, MatchEntry, PlatformFile, RuleFile, Verdict
from linter.rulebook.template import Template, TemplateError, parse
from linter.rulebook.words import read_words, rules_folder
from linter.signals import SIGNALS
from linter.yaml import Document, YamlError, read_yaml

RulebookError = YamlError

Model = TypeVar("Model", bound=BaseModel)

OWN_FOLDERS = ("platforms", "words")
MAX_REPEAT = 50  # of a token in a pattern
# What spaCy's Matcher can ask of a token here: the pipeline has no tagger, parser or lemmatizer.
TOKEN_KEYS = (
    *("NORM", "LOWER", "ORTH", "TEXT", "LENGTH", "SHAPE", "PREFIX", "SUFFIX", "OP", "IS_ALPHA", "IS_ASCII", "IS_DIGIT"),
    *(
        "IS_PUNCT",
        "IS_BRACKET",
        "IS_QUOTE",
        "IS_CURRENCY",
        "IS_STOP",
        "IS_SENT_START",
        "LIKE_NUM",
        "LIKE_URL",
        "LIKE_EMAIL",
    ),
)


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
            raise UnknownName(selector, _nearest(selector, known))
        return frozenset(found)

    def platform(self, name: str) -> Platform:
        """The platform of an id. Raises `UnknownName`."""
        try:
            return self.platforms[name]
        except KeyError:
            raise UnknownName(name, _nearest(name, self.platforms)) from None


def load_rulebook(extra: Sequence[Path] = ()) -> Rulebook:
    """The built-in rules with those of the `extra` folders, where a file replaces the one of the same id before it.

    Raises `RulebookError` for the first thing that is wrong.
    """
    rules: dict[str, Rule] = {}
    platforms: dict[str, Platform] = {}
    words: dict[str, tuple[str, ...]] = {}
    for folder in (rules_folder(), *extra):
        if not folder.is_dir():
            raise RulebookError(folder, "there is no such folder of rules", "Mend --rules-dir or rules-dir.")
        for path in _yaml_files(folder / "words"):
            words[path.stem] = read_words(path)
        for path in _yaml_files(folder / "platforms"):
            platforms[path.stem] = read_platform(path)
        for path in _yaml_files(folder):
            if path.relative_to(folder).parts[0] not in OWN_FOLDERS:
                rule = read_rule(path, path.relative_to(folder).with_suffix("").as_posix())
                rules[rule.id] = rule
    book = Rulebook(dict(sorted(rules.items())), dict(sorted(platforms.items())), words)
    for rule in book.rules.values():
        _check_patterns(rule, book)
        _check_fixes(rule, book)
    for platform in book.platforms.values():
        _check_levels(platform, book)
    return book


def read_rule(path: Path, expected_id: str) -> Rule:
    """The rule of one file, whose id must be its path. Raises `RulebookError`."""
    document = read_yaml(path)
    file = _validate(RuleFile, document)
    if file.id != expected_id:
        raise RulebookError(
            path, f"the id is '{file.id}'", f"It must be the path: '{expected_id}'.", *document.place(("id",))
        )
    for index, text in enumerate(file.examples.bad):
        if file.match is not None and "[[" not in text:
            place = document.place(("examples", "bad", index))
            raise RulebookError(path, "a bad example marks nothing", "Put [[ ]] round what must be found.", *place)
    return Rule(file, path, document)


def read_platform(path: Path) -> Platform:
    """The platform of one file, whose id must be its name. Raises `RulebookError`."""
    document = read_yaml(path)
    file = _validate(PlatformFile, document)
    if file.id != path.stem:
        raise RulebookError(
            path, f"the id is '{file.id}'", f"It must be the file's name: '{path.stem}'.", *document.place(("id",))
        )
    for key, verdict in file.levels.items():
        if verdict.read:
            try:
                date.fromisoformat(verdict.read)
            except ValueError:
                place = document.place(("levels", key, "read"))
                raise RulebookError(path, f"'{verdict.read}' is not a day", "Write it as 2026-01-31.", *place) from None
    return Platform(file, path)


def _yaml_files(folder: Path) -> Iterator[Path]:
    """The files in a folder and below, in order. Raises `RulebookError` for a misspelled ending, which would pass unseen."""
    for path in sorted(folder.rglob("*")):
        if path.suffix == ".yml":
            raise RulebookError(path, "the ending is '.yml'", "Rename the file to '.yaml'.")
        if path.suffix == ".yaml":
            yield path


def _validate(model: type[Model], document: Document) -> Model:
    if not isinstance(document.values, dict):
        raise RulebookError(document.path, "the file is not a mapping", "See docs/writing-a-rule.md.")
    try:
        return model.model_validate(document.values)
    except ValidationError as error:
        # a misspelled key also misses: name the misspelling
        first = min(error.errors(), key=lambda found: found["type"] != "extra_forbidden")
        keys: tuple[str | int, ...] = tuple(first["loc"])
        if first["type"] == "extra_forbidden":
            known = [field.alias or name for name, field in _model_at(model, keys[:-1]).model_fields.items()]
            near = _nearest(str(keys[-1]), known)
            remedy = f"Did you mean '{near}'?" if near else f"Known are: {', '.join(known)}."
            raise RulebookError(document.path, f"unknown key '{keys[-1]}'", remedy, *document.place(keys)) from None
        where = ".".join(map(str, keys))
        message = first["msg"].removeprefix("Value error, ")
        problem = f"'{where}': {message[0].lower()}{message[1:]}" if where else message
        raise RulebookError(document.path, problem, "", *document.place(keys)) from None


def _model_at(model: type[BaseModel], keys: Sequence[str | int]) -> type[BaseModel]:
    """The model that a place in a file is checked by."""
    for key in keys:
        field = next((f for name, f in model.model_fields.items() if key in (name, f.alias)), None)
        if field is not None:
            model = next(_models_in(field.annotation), model)
    return model


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in getattr(annotation, "__args__", ()):
        yield from _models_in(part)


def _check_patterns(rule: Rule, book: Rulebook) -> None:
    """Raise `RulebookError` for a pattern that cannot be read or that names something unknown."""
    lists = [("match" if rule.file.match else "require", rule.entries), ("unless", rule.guards)]
    for name, entries in lists:
        for index, entry in enumerate(entries):
            needs = entry.needs if isinstance(entry, MatchEntry) else ()
            for key, phrases in (("phrases", entry.phrases or ()), ("needs", needs)):
                for number, phrase in enumerate(phrases):
                    _check_phrase(rule, book, phrase, (name, index, key, number))
            place = rule.document.place((name, index))
            for kind, given, known in (("identifier", entry.identifier, KINDS), ("signal", entry.signal, SIGNALS)):
                if given is not None and given not in known:
                    near = _nearest(given, known)
                    remedy = f"Did you mean '{near}'?" if near else f"Known are: {', '.join(known)}."
                    raise RulebookError(rule.path, f"no {kind} is called '{given}'", remedy, *place)
            for unknown in _unknown_lists(entry.tokens or [], book.words):
                raise RulebookError(
                    rule.path, f"no word list is called '{unknown}'", _list_remedy(unknown, book), *place
                )
            _check_tokens(rule, entry.tokens or [], place)
            if entry.regex is not None:
                _check_regex(rule, entry.regex, place)


def _check_fixes(rule: Rule, book: Rulebook) -> None:
    """Raise `RulebookError` for a phrase of a fix that cannot be read, and for a rule whose fixes cannot be taken over."""
    for index, entry in enumerate(rule.file.fix):
        if entry.like is not None:
            other = book.rules.get(entry.like)
            place = rule.document.place(("fix", index, "like"))
            if other is None:
                near = _nearest(entry.like, book.rules)
                remedy = f"Did you mean '{near}'?" if near else ""
                raise RulebookError(rule.path, f"no rule is called '{entry.like}'", remedy, *place)
            if any(own.like is not None for own in other.file.fix):
                raise RulebookError(
                    rule.path, f"'{other.id}' takes its own fixes from elsewhere", "Name that rule.", *place
                )
        for number, phrase in enumerate(entry.phrases or ()):
            _check_phrase(rule, book, phrase, ("fix", index, "phrases", number))


def _check_tokens(rule: Rule, tokens: Sequence[dict[str, Any]], place: tuple[int, int]) -> None:
    """Raise `RulebookError` for what the pipeline cannot tell of a token, or what has no bound."""
    for token in tokens:
        for key, value in token.items():
            if key not in TOKEN_KEYS:
                near = _nearest(key, TOKEN_KEYS)
                remedy = f"Did you mean '{near}'?" if near else f"Known are: {', '.join(TOKEN_KEYS)}."
                raise RulebookError(rule.path, f"tokens have no {key}", remedy, *place)
            if isinstance(value, dict) and "REGEX" in value:
                remedy = "Write a `regex` entry, which has one."
                raise RulebookError(rule.path, "REGEX within tokens has no time limit", remedy, *place)
            if key == "OP" and any(int(count) > MAX_REPEAT for count in re.findall(r"\d+", str(value))):
                raise RulebookError(
                    rule.path, f"OP '{value}' repeats without bound", f"{MAX_REPEAT} is the most.", *place
                )


def _check_phrase(rule: Rule, book: Rulebook, phrase: str, keys: tuple[str | int, ...]) -> None:
    try:
        parse(phrase, book.words, str.split)
    except TemplateError as error:
        place = rule.document.place(keys)
        raise RulebookError(rule.path, str(error), _list_remedy(str(error), book), *place) from None


def _check_regex(rule: Rule, source: str, place: tuple[int, int]) -> None:
    import regex  # noqa: PLC0415

    try:
        compiled = regex.compile(source)
    except regex.error as error:
        raise RulebookError(rule.path, f"the regex cannot be read: {error}", "", *place) from None
    if compiled.match(""):
        raise RulebookError(rule.path, f"the regex '{source}' matches the empty text", "", *place)


def _unknown_lists(value: Any, words: Mapping[str, Any]) -> Iterator[str]:
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from _unknown_lists(item, words)
    elif isinstance(value, str) and value.startswith("$") and value[1:] not in words:
        yield value


def _list_remedy(text: str, book: Rulebook) -> str:
    name = text.partition("$")[2].strip("'")
    near = _nearest(name, book.words) if name else None
    return f"Did you mean '${near}'?" if near else ""


def _check_levels(platform: Platform, book: Rulebook) -> None:
    """Raise `RulebookError` for a level of a rule that there is not."""
    for key in platform.file.levels:
        if not any(rule == key or (key.endswith("/") and rule.startswith(key)) for rule in book.rules):
            near = _nearest(key, book.rules)
            place = read_yaml(platform.path).place(("levels", key))
            raise RulebookError(
                platform.path, f"no rule is called '{key}'", f"Did you mean '{near}'?" if near else "", *place
            )


def _nearest(name: str, known: Iterable[str]) -> str | None:
    return next(iter(difflib.get_close_matches(name, list(known), 1, 0.6)), None)
