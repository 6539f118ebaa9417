"""The recipes in docs/editors.md are whole; that of Neovim is run by tests/lsp/test_neovim.py."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import pytest

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

from linter.cli import main

PAGE = (Path(__file__).resolve().parents[1] / "docs/editors.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)


def test_data_can_be_read() -> None:
    assert len([json.loads(block) for block in blocks("json")]) >= 5
    assert len([tomllib.loads(block) for block in blocks("toml")]) >= 3


def test_each_editor_of_the_table_has_its_part() -> None:
    links = re.findall(r"^\| \[([^]]+)\]\(#([^)]+)\)", PAGE, re.MULTILINE)
    assert len(links) == 7
    for name, anchor in links:
        assert f"\n## {name}\n" in PAGE
        assert anchor == name.lower().replace(" ", "-")


def test_patterns_read_what_the_command_writes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Those of VS Code and of Sublime Text; both write expressions that Python reads alike."""
    draft = tmp_path / "a draft: one.txt"
    draft.write_text("Hi,\n😀 it is petra@mailnord.studio today.\n", encoding="utf-8")
    main(["-q", "-f", "concise", str(draft)])
    line = capsys.readouterr().out.rstrip("\n")
    (task,) = next(value for block in blocks("json") if "tasks" in (value := json.loads(block)))["tasks"]
    pattern = task["problemMatcher"]["pattern"]
    found = re.fullmatch(pattern["regexp"], line)
    assert found is not None
    named = {key: found[pattern[key]] for key in ("file", "line", "column", "severity", "code", "message")}
    assert named == {
        "file": str(draft),
        "line": "2",
        "column": "9",
        "severity": "error",
        "code": "contact/email",
        "message": '"petra@mailnord.studio" is an email address.',
    }
    build = next(value for block in blocks("json") if "file_regex" in (value := json.loads(block)))
    regex = re.match(build["file_regex"], line)
    assert regex is not None
    assert regex.groups()[:3] == (str(draft), "2", "9")
