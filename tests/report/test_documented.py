"""What `docs/output.md` says of the formats."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from linter.report import Style, formats, renderer
from linter.result import RunResult

PAGE = (Path(__file__).parents[2] / "docs/output.md").read_text(encoding="utf-8")


def shape(value: Any) -> Any:
    """The keys of an object, and of what is in it."""
    if isinstance(value, dict):
        return {name: shape(one) for name, one in value.items()}
    return [shape(value[0])] if isinstance(value, list) and value else None


def test_every_format_is_described() -> None:
    assert sorted(re.findall(r"^\| `(\w+)` \|", PAGE.partition("\n## `")[0], re.MULTILINE)) == formats()


def test_the_object_shown_is_of_the_shape_that_is_written(run: RunResult) -> None:
    block = re.search(r"```json\n(.*?)```", PAGE, re.DOTALL)
    assert block
    shown = json.loads(block[1])
    written = json.loads(renderer("json")(run, Style()))
    file = next(file for file in written["files"] if file["path"] == "drafts/one.md")
    file["findings"] = [found for found in file["findings"] if found["fixes"]]
    assert shape(shown) == shape({**written, "files": [file]})
    (found,) = shown["files"][0]["findings"]
    assert found["end"]["offset"] - found["start"]["offset"] == len(found["match"])


def test_every_field_is_described(run: RunResult) -> None:
    written = json.loads(renderer("json")(run, Style()))
    file, latin = written["files"][2], written["files"][1]
    described = set(re.findall(r"`(\w+)`", PAGE.partition("```json")[2].partition("## `sarif`")[0]))
    for value in (file, latin["problems"][0], *file["findings"], *file["findings"][1]["fixes"]):
        assert set(value) <= described
