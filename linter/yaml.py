"""YAML read strictly: YAML 1.2 scalars (`on`, `off` and dates are words), no key twice, a place for every value."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from linter.errors import PlacedError

MAX_VALUES = 200_000  # aliases within aliases multiply; no file of ours comes near

_TAG = "tag:yaml.org,2002:"
_SCALARS = (
    ("null", re.compile(r"(?:~|null|Null|NULL|)\Z"), ["~", "n", "N", ""]),
    ("bool", re.compile(r"(?:true|True|TRUE|false|False|FALSE)\Z"), list("tTfF")),
    ("int", re.compile(r"[-+]?[0-9]+\Z"), list("-+0123456789")),
    (
        "float",
        re.compile(
            r"(?:[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))\Z"
        ),
        list("-+.0123456789"),
    ),
)
_MAX_DEPTH = 100


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """Composes nodes with the tags of YAML 1.2's core schema."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012  (PyYAML's own protocol)


for _name, _pattern, _first in _SCALARS:
    _Loader.add_implicit_resolver(_TAG + _name, _pattern, _first)


class YamlError(PlacedError):
    """A file that is not the YAML that we take: has `path`, `line`, `column`, `problem` and `remedy`."""


@dataclass(frozen=True, slots=True)
class Document:
    """The values of a YAML file, which can tell where each of them stands."""

    path: Path | str
    values: Any
    root: yaml.Node | None
    first_line: int = 1

    def place(self, keys: Sequence[str | int] = ()) -> tuple[int, int]:
        """Line and column, from 1, of the key or list item at `keys`; of its nearest parent where there is none."""
        node, mark = self.root, self.root.start_mark if self.root is not None else None
        for key in keys:
            if isinstance(node, yaml.MappingNode):
                entry = next((pair for pair in node.value if pair[0].value == str(key)), None)
                if entry is None:
                    break
                mark, node = entry[0].start_mark, entry[1]
            elif isinstance(node, yaml.SequenceNode) and isinstance(key, int) and key < len(node.value):
                node = node.value[key]
                mark = node.start_mark
            else:
                break
        return (mark.line + self.first_line, mark.column + 1) if mark is not None else (self.first_line, 1)

    def value_place(self, keys: Sequence[str | int]) -> tuple[int, int]:
        """Line and column, from 1, of the value itself, behind its key; `place(keys)` where there is no such value."""
        node = self.root
        for key in keys:
            if isinstance(node, yaml.MappingNode):
                node = next((pair[1] for pair in node.value if pair[0].value == str(key)), None)
            elif isinstance(node, yaml.SequenceNode) and isinstance(key, int) and key < len(node.value):
                node = node.value[key]
            else:
                node = None
            if node is None:
                return self.place(keys)
        if node is None:
            return self.first_line, 1
        return node.start_mark.line + self.first_line, node.start_mark.column + 1


def read_yaml(path: Path) -> Document:
    """The YAML file at `path`. Raises `YamlError` for a file that cannot be read, is not UTF-8 or is not YAML."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise YamlError(path, f"cannot be read: {error.strerror or error}") from None
    except UnicodeDecodeError as error:
        before = error.object[: error.start]
        line, column = before.count(b"\n") + 1, error.start - (before.rfind(b"\n") + 1) + 1
        raise YamlError(
            path, f"byte 0x{error.object[error.start]:02x} is not UTF-8", "Save it as UTF-8.", line, column
        ) from None
    return load_yaml(text, path)


def load_yaml(text: str, path: Path | str, first_line: int = 1) -> Document:
    """The values of a YAML text; `path` and `first_line` only name its place. Raises `YamlError`."""
    try:
        if (deep := _too_deep(text)) is not None:
            raise YamlError(path, "lists are nested too deeply", "", deep + first_line)
        loader = _Loader(text)
        try:
            root = loader.get_single_node()
            values = _Values(loader, path, first_line).of(root) if root is not None else None
        finally:
            loader.dispose()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = _within(text, mark.line, mark.column) if mark else (0, 0)
        what = ", ".join(part for part in (error.context, error.problem) if part)
        raise YamlError(path, f"this is not YAML: {what}", "", line + first_line, column + 1) from None
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        line, column = _unprintable(text, first_line)
        what = "a control character" if isinstance(error, (yaml.reader.ReaderError, UnicodeError)) else str(error)
        raise YamlError(path, f"this is not YAML: {what}", "", line, column) from None
    return Document(path, values, root, first_line)


class _Values:
    """Turns nodes into Python values; counts them, so that aliases cannot multiply without end."""

    def __init__(self, loader: Any, path: Path | str, first_line: int) -> None:
        self.loader, self.path, self.first_line = loader, path, first_line
        self.count = 0
        self.parents: list[int] = []

    def of(self, node: yaml.Node) -> Any:
        self.count += 1
        if self.count > MAX_VALUES or id(node) in self.parents:
            raise self.error(node, "aliases multiply without end or hold themselves")
        if isinstance(node, yaml.ScalarNode):
            return self.scalar(node)
        self.parents.append(id(node))
        value = self.mapping(node) if isinstance(node, yaml.MappingNode) else [self.of(item) for item in node.value]
        self.parents.pop()
        return value

    def scalar(self, node: yaml.ScalarNode) -> Any:
        if node.tag == _TAG + "int":
            return int(node.value)  # not PyYAML's: 010 is ten, and 9:00 is no number
        if node.tag not in {_TAG + name for name in ("null", "bool", "float", "str")}:
            raise self.error(node, f"unknown tag '{node.tag.removeprefix(_TAG)}'")
        if node.tag == _TAG + "str":
            return node.value
        return self.loader.construct_object(node)

    def mapping(self, node: yaml.MappingNode) -> dict[Any, Any]:
        values: dict[Any, Any] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                raise self.error(key_node, "a key must be a word")
            key = self.scalar(key_node)
            if key in values:
                raise self.error(key_node, f"the key '{key}' stands twice", "Remove one of the two.")
            values[key] = self.of(value_node)
        return values

    def error(self, node: yaml.Node, problem: str, remedy: str = "") -> YamlError:
        return YamlError(self.path, problem, remedy, node.start_mark.line + self.first_line, node.start_mark.column + 1)


def _too_deep(text: str) -> int | None:
    """The line (from 0) that nests too deeply. Asked before composing, as libyaml recurses in C without a bound."""
    if text.count("[") + text.count("{") + max(map(len, text.split("\n"))) < 1000:  # no depth beyond this sum
        return None
    depth = 0
    for event in yaml.parse(text, _Loader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > _MAX_DEPTH:
                return event.start_mark.line if event.start_mark else 0
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
    return None


def _within(text: str, line: int, column: int) -> tuple[int, int]:
    """The place, or the end of the text where libyaml points past it."""
    lines = text.splitlines() or [""]
    return (line, column) if line < len(lines) else (len(lines) - 1, len(lines[-1]))


def _unprintable(text: str, first_line: int) -> tuple[int, int]:
    found = yaml.reader.Reader.NON_PRINTABLE.search(text)
    if found is None:
        return first_line, 1
    before = text[: found.start()]
    return before.count("\n") + first_line, len(before) - (before.rfind("\n") + 1) + 1
