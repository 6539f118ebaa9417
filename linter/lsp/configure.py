"""Write into a configuration file, and leave the rest of it as its owner wrote it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import tomlkit
import tomlkit.exceptions
import yaml

from linter.config import TABLE
from linter.finding import Edit
from linter.fixes.apply import apply
from linter.lsp.edits import difference
from linter.yaml import YamlError, load_yaml


def ignoring_in_yaml(text: str, rule: str) -> Edit | None:
    """The edit that adds a rule to `ignore` in a `.proposal-lint.yaml`; None where it cannot be done with certainty."""
    try:
        document = load_yaml(text, "")
    except YamlError:
        return None
    values = {} if document.values is None else document.values
    if not isinstance(values, dict) or not isinstance(values.get("ignore") or [], list):
        return None
    wanted = {**values, "ignore": [*(values.get("ignore") or []), rule]}
    for edit in _yaml_edits(text, document.root, rule):
        try:
            if load_yaml(apply(text, [edit]), "").values == wanted:
                return edit
        except YamlError:
            continue
    return None


def ignoring_in_toml(text: str, rule: str) -> Edit | None:
    """The edit that adds a rule to `ignore` in the table of a `pyproject.toml`; None where that cannot be done."""
    try:
        document: Any = tomlkit.parse(text)
        table = document["tool"][TABLE]
        names = table.setdefault("ignore", [])
        names.append(rule)
    except (tomlkit.exceptions.TOMLKitError, AttributeError, TypeError):
        return None
    return difference(text, tomlkit.dumps(document))


def _yaml_edits(text: str, root: yaml.Node | None, rule: str) -> Iterator[Edit]:
    """Ways to add the rule, which may or may not be right."""
    end = len(text)
    gap = "" if not text or text.endswith(("\n", "\r")) else "\n"
    entries = root.value if isinstance(root, yaml.MappingNode) else []
    entry = next((pair for pair in entries if pair[0].value == "ignore"), None)
    if entry is None:
        yield Edit(end, end, f"{gap}ignore: [{rule}]\n")
        return
    key, value = entry
    if not isinstance(value, yaml.SequenceNode):
        at = _offset(text, key.end_mark) + 1  # behind the colon of a key without a value
        yield Edit(at, at, f" [{rule}]")
    elif value.flow_style:
        at = _offset(text, value.value[-1].end_mark) if value.value else _offset(text, value.start_mark) + 1
        yield Edit(at, at, f", {rule}" if value.value else rule)
    else:
        at = _offset(text, value.value[-1].end_mark)
        at += len(text[at:].partition("\n")[0].rstrip("\r"))
        newline = "\r\n" if "\r\n" in text else "\n"
        yield Edit(at, at, f"{newline}{' ' * value.start_mark.column}- {rule}")


def _offset(text: str, mark: Any) -> int:
    return sum(map(len, text.splitlines(keepends=True)[: mark.line])) + int(mark.column)
