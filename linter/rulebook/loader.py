"""Load rule, platform and word files from their folders, strictly: whatever is wrong is an error with file, line and column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from linter.rulebook.book import Platform, Rule, Rulebook, RulebookError, nearest
from linter.rulebook.model import PlatformFile, RuleFile
from linter.rulebook.words import read_words, rules_folder
from linter.yaml import Document, read_yaml

Model = TypeVar("Model", bound=BaseModel)
OWN_FOLDERS = ("platforms", "words")


def load_rulebook(extra: Sequence[Path] = ()) -> Rulebook:
    """The built-in rules with those of the `extra` folders, where a file replaces the one of the same id before it.

    Raises `RulebookError` for the first thing that is wrong.
    """
    from linter.rulebook.checks import check  # noqa: PLC0415  (not needed for a stored rulebook)

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
    check(book)
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
            near = nearest(str(keys[-1]), known)
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
