"""Read a configuration from YAML or from a table in TOML; what is wrong in it is told with its place and a remedy."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from linter.config.loaded import ConfigError, LoadedConfig, Placer
from linter.config.model import CommunicationBlock, Configuration, Override, Strict
from linter.errors import did_you_mean
from linter.yaml import Document as YamlDocument
from linter.yaml import YamlError, read_yaml

TABLE = "proposal-lint"


def read_config(path: Path) -> LoadedConfig:
    """The configuration in a YAML file, or in the table of a TOML file. Raises `ConfigError`."""
    path = Path(os.path.abspath(path))  # noqa: PTH100  (keeps symbolic links, as the search does)
    if path.suffix == ".toml":
        loaded = read_project(path, required=True)
        assert loaded is not None
        return loaded
    try:
        document = read_yaml(path)
    except YamlError as error:
        raise ConfigError(path, error.problem, error.remedy, error.line, error.column) from None
    values = {} if document.values is None else document.values
    return _validated(values, path, _yaml_placer(document))


def read_project(path: Path, required: bool) -> LoadedConfig | None:
    """The table in a pyproject.toml; None where it has none. A broken file is our affair only if it names the table."""
    if sys.version_info >= (3, 11):
        import tomllib  # noqa: PLC0415
    else:
        import tomli as tomllib  # noqa: PLC0415
    try:
        text = path.read_bytes().decode("utf-8-sig")
        if TABLE not in text and not required:
            return None
        values = tomllib.loads(text)
    except OSError as error:
        raise ConfigError(path, f"cannot be read: {error.strerror or error}") from None
    except UnicodeDecodeError:
        raise ConfigError(path, "this is not UTF-8", "Save it as UTF-8.") from None
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"\s*\(at line (\d+), column (\d+)\)", str(error))
        line, column = (int(found[1]), int(found[2])) if found else (1, 1)
        what = str(error)[: found.start()] if found else str(error)
        raise ConfigError(path, f"this is not TOML: {what}", "", line, column) from None
    tool = values.get("tool")
    table = tool.get(TABLE) if isinstance(tool, dict) else None
    if table is None and not required:
        return None
    if table is None:
        raise ConfigError(path, f"there is no table [tool.{TABLE}]", "Add it, or name another file.")
    return _validated(table, path, _toml_placer(text))


def _yaml_placer(document: YamlDocument) -> Placer:
    return document.place


def _toml_placer(text: str) -> Placer:
    """The line of the last key of a path that is written out; TOML readers tell no places."""
    lines = text.splitlines()
    header = re.compile(rf"\s*\[+\s*tool\s*\.\s*[\"']?{TABLE}\b")
    start = next((number for number, line in enumerate(lines) if header.match(line)), 0)

    def place(keys: Sequence[str | int] = ()) -> tuple[int, int]:
        at = (start + 1, 1)
        for key in keys:
            if isinstance(key, int):
                continue
            pattern = re.compile(rf"\s*[\"']?({re.escape(key)})[\"']?\s*=|\s*\[+.*\b({re.escape(key)})\s*\]")
            for number in range(at[0] - 1, len(lines)):
                if found := pattern.match(lines[number]):
                    at = number + 1, found.start(found.lastindex or 0) + 1
                    break
        return at

    return place


def _validated(values: Any, path: Path, place: Placer) -> LoadedConfig:
    if not isinstance(values, dict):
        raise ConfigError(path, "a configuration is a mapping of keys", "Write it as 'key: value'.", *place(()))
    try:
        loaded = LoadedConfig(Configuration.model_validate(_without_nulls(values)), path, place)
    except ValidationError as error:
        errors = error.errors(include_url=False)
        first = next((one for one in errors if one["type"] == "extra_forbidden"), errors[0])  # a typo explains the rest
        keys = tuple(first["loc"])
        problem, remedy = _explain(dict(first), keys)
        raise ConfigError(path, problem, remedy, *place(keys)) from None
    loaded.check_patterns()
    return loaded


def _without_nulls(values: Any) -> Any:
    """A key without a value, such as one whose list is commented out, says nothing."""
    if isinstance(values, dict):
        return {key: _without_nulls(value) for key, value in values.items() if value is not None}
    return [_without_nulls(value) for value in values] if isinstance(values, list) else values


def _explain(error: Mapping[str, Any], keys: tuple[str | int, ...]) -> tuple[str, str]:
    """A validation error in plain words, and the remedy."""
    kind, given = error["type"], error.get("input")
    named = [str(key) for key in keys if isinstance(key, str)]
    blocks: dict[str, type[Strict]] = {"overrides": Override, "communication": CommunicationBlock}
    model = blocks.get(named[0] if len(keys) > 1 else "", Configuration)
    known = [info.alias or name for name, info in model.model_fields.items()]
    if kind == "extra_forbidden":
        near = did_you_mean(named[-1] if named else keys[-1], known)
        return f"unknown key '{keys[-1]}'", near or f"Known are: {', '.join(known)}."
    key = next((name for name in reversed(named) if name in known), ".".join(named))
    if kind in ("enum", "literal_error"):
        expected = error["ctx"]["expected"].replace("'", "").replace(" or ", ", ").split(", ")
        near = did_you_mean(given, expected)
        return f"'{given}' is none of the values of '{key}'", near or f"Known are: {', '.join(expected)}."
    if kind == "list_type":
        return f"'{key}' is a list", f"Write [{given}]." if isinstance(given, str) else "Write it as [a, b]."
    if kind == "string_type":
        return f"'{key}' is text", f"Put it in quotes: '{given}'." if isinstance(given, int | float) else ""
    if kind == "missing":
        return f"'{keys[-1]}' is missing", ""
    return f"'{key}': {error['msg'][0].lower()}{error['msg'][1:]}", ""
