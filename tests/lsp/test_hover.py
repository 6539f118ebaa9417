from __future__ import annotations

from pathlib import Path

import pytest
from lsprotocol import types
from pygls.workspace import PositionCodec

from linter.checker import Checker
from linter.draft import Draft
from linter.lsp.analysis import Analysis
from linter.lsp.hover import hover
from linter.lsp.positions import Positions
from linter.options import Options
from linter.rulebook import Rulebook
from tests.lsp.client import Client

TEXT = "Hi Dana,\n\n😀 it is petra@mailnord.studio today. <!-- proposal-lint: ignore[contact/phone] -->\n"


@pytest.fixture
def analysis(compiled: None, rulebook: Rulebook) -> Analysis:
    return Analysis(TEXT, 0, Checker(Options(isolated=True)).check_draft(Draft.from_text(TEXT), None), rulebook)


def _at(analysis: Analysis, character: int, markdown: bool = True, line: int = 2) -> types.Hover | None:
    return hover(analysis, Positions(TEXT, PositionCodec("utf-16")), types.Position(line, character), markdown)


def test_the_rule_why_and_the_policy(analysis: Analysis, rulebook: Rulebook) -> None:
    found = _at(analysis, 9)
    assert found is not None
    assert found.range == types.Range(types.Position(2, 9), types.Position(2, 30))
    content = found.contents
    assert isinstance(content, types.MarkupContent)
    assert content.value.startswith("**Email address, plain or disguised** `contact/email`\n\nRemove it; Upwork")
    assert rulebook.rules["contact/email"].why.strip() in content.value
    assert "[What Upwork says](https://support.upwork.com/hc/en-us/articles/360051749534" in content.value
    assert "read 2026-" in content.value


def test_without_markdown(analysis: Analysis) -> None:
    found = _at(analysis, 9, markdown=False)
    assert found is not None and isinstance(found.contents, types.MarkupContent)
    assert found.contents.kind is types.MarkupKind.PlainText
    assert "Email address, plain or disguised (contact/email)" in found.contents.value
    assert "What Upwork says: https://" in found.contents.value
    assert "**" not in found.contents.value


@pytest.mark.parametrize(("line", "character"), [(2, 8), (2, 30), (0, 0), (9, 0)])
def test_nothing_where_nothing_was_found(analysis: Analysis, line: int, character: int) -> None:
    assert _at(analysis, character, line=line) is None


def test_the_linters_own_rules(analysis: Analysis) -> None:
    found = _at(analysis, 45)
    assert found is not None and isinstance(found.contents, types.MarkupContent)
    assert "`lint/unused-ignore`" in found.contents.value


def test_through_the_server(shared: Client, tmp_path: Path) -> None:
    uri = shared.open(tmp_path / "draft.md", TEXT)
    shared.diagnostics(uri)
    found = shared.request(
        "textDocument/hover", {"textDocument": {"uri": uri}, "position": {"line": 2, "character": 9}}
    )
    assert found["contents"]["kind"] == "markdown"
    assert "contact/email" in found["contents"]["value"]
    shared.close(uri)
