from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types
from pygls.workspace import PositionCodec

from linter.finding import Edit, Fix
from linter.fixes.apply import apply
from linter.lsp.actions import FIX_ALL, OPEN, Asked, Editor, actions
from linter.lsp.analysis import Analyser, Analysis, Place
from linter.lsp.positions import Positions
from linter.rulebook import Rulebook
from tests.lsp.client import Client

CODEC = PositionCodec("utf-16")
EDITOR = Editor(CODEC, versions=True, creates=True)
LONG = "I can start on Monday with the first draft of your shop and its forty pages of text. " * 4

Act = Callable[..., dict[str, types.CodeAction]]


@pytest.fixture
def analyser(compiled: None) -> Analyser:
    return Analyser()


@pytest.fixture
def act(analyser: Analyser, tmp_path: Path) -> Act:
    """The actions, by title, for the whole of a text."""

    def acting(
        text: str,
        name: str = "draft.txt",
        only: tuple[str, ...] = (),
        editor: Editor = EDITOR,
        change: Callable[[Analysis], Analysis] = lambda analysis: analysis,
    ) -> dict[str, types.CodeAction]:
        place = Place(str(tmp_path / name), tmp_path / name, tmp_path)
        analysis = change(analyser.analyse(text, place))
        positions = Positions(text, CODEC)
        whole = positions.range(0, positions.end)
        asked = Asked("file:///draft", 3, "", place, tmp_path, analysis, whole, only)
        return {action.title: action for action in actions(asked, editor, analyser)}

    return acting


def made(text: str, action: types.CodeAction) -> str:
    """The text with an action's edit made by an editor that counts UTF-16."""
    assert action.edit is not None and action.edit.document_changes is not None
    change = action.edit.document_changes[-1]
    assert isinstance(change, types.TextDocumentEdit)
    positions, mark = Positions(text, CODEC), text.startswith("\ufeff")
    edits = []
    for one in change.edits:
        assert isinstance(one, types.TextEdit)
        edits.append(
            Edit(*(positions.offset(place) + mark for place in (one.range.start, one.range.end)), one.new_text)
        )
    return apply(text, edits)


def rules(analyser: Analyser, text: str, name: str, folder: Path) -> list[str]:
    result = analyser.analyse(text, Place(str(folder / name), folder / name, folder)).result
    assert result is not None and not result.problems
    return [finding.rule for finding in result.findings]


IGNORED: Mapping[str, tuple[str, str, str]] = {
    "plain text": (
        "draft.txt",
        "Hi,\n\n😀 a@mailnord.studio\n",
        "Hi,\n\n%% proposal-lint: ignore[contact/email]\n😀 a@mailnord.studio\n",
    ),
    "markdown": (
        "draft.md",
        "😀 a@mailnord.studio \nmore",
        "😀 a@mailnord.studio <!-- proposal-lint: ignore[contact/email] --> \nmore",
    ),
    "carriage returns": (
        "draft.txt",
        "a\r\na@mailnord.studio\r\n",
        "a\r\n%% proposal-lint: ignore[contact/email]\r\na@mailnord.studio\r\n",
    ),
    "byte order mark": (
        "draft.txt",
        "\ufeffa@mailnord.studio",
        "\ufeff%% proposal-lint: ignore[contact/email]\na@mailnord.studio",
    ),
    "code": (
        "draft.md",
        "See:\n\n```\n\na@mailnord.studio\n```\n",
        "See:\n\n<!-- proposal-lint: ignore-start[contact/email] -->\n```\n\na@mailnord.studio\n```\n"
        "<!-- proposal-lint: ignore-end[contact/email] -->\n",
    ),
    "front matter": (
        "draft.txt",
        "---\ndocument: message\n---\na@mailnord.studio\n",
        "---\ndocument: message\n---\n%% proposal-lint: ignore[contact/email]\na@mailnord.studio\n",
    ),
}


@pytest.mark.parametrize("case", IGNORED)
def test_ignore_here(case: str, act: Act, analyser: Analyser, tmp_path: Path) -> None:
    name, text, wanted = IGNORED[case]
    after = made(text, act(text, name)["Ignore contact/email here"])
    assert after == wanted
    assert rules(analyser, after, name, tmp_path) == []


def test_ignoring_one_line_leaves_the_next(act: Act, analyser: Analyser, tmp_path: Path) -> None:
    text = "one a@mailnord.studio\ntwo b@mailnord.studio\n"
    found = act(text)
    assert 'Ignore contact/email here ("b@mailnord.studio")' in found
    after = made(text, found['Ignore contact/email here ("a@mailnord.studio")'])
    assert after.startswith("%% proposal-lint: ignore[contact/email]\none")
    assert rules(analyser, after, "draft.txt", tmp_path) == ["contact/email"]


def test_what_is_missing_is_ignored_in_the_draft(act: Act, analyser: Analyser, tmp_path: Path) -> None:
    for name, text in (("draft.md", LONG), ("draft.txt", f"---\r\nplatform: generic\r\n---\r\n\r\n{LONG}")):
        before = rules(analyser, text, name, tmp_path)
        assert "communication/tools" in before
        after = made(text, act(text, name)["Ignore communication/tools in this draft"])
        assert "ignore-file[communication/tools]" in after
        assert rules(analyser, after, name, tmp_path) == [rule for rule in before if rule != "communication/tools"]


def test_a_dead_directive_is_removed(act: Act) -> None:
    title = "Remove the directive"
    text = "One. <!-- proposal-lint: ignore[contact/email] why -->\n"
    assert made(text, act(text)[title]) == "One.\n"
    text = "One.\n%% proposal-lint: ignore[contact/email]\nTwo.\n"
    assert made(text, act(text)[title]) == "One.\nTwo.\n"
    text = "a@mailnord.studio <!-- proposal-lint: ignore[contact/email, contact/phone] -->\n"
    assert made(text, act(text)["Remove 'contact/phone' from the directive"]) == (
        "a@mailnord.studio <!-- proposal-lint: ignore[contact/email] -->\n"
    )


def test_ignore_in_a_new_configuration(act: Act, tmp_path: Path) -> None:
    action = act("a@mailnord.studio\n")["Ignore contact/email in .proposal-lint.yaml (new)"]
    assert action.edit is not None and action.edit.document_changes is not None
    create, change = action.edit.document_changes
    uri = (tmp_path / ".proposal-lint.yaml").as_uri()
    assert create == types.CreateFile(uri)
    assert isinstance(change, types.TextDocumentEdit)
    assert change.text_document == types.OptionalVersionedTextDocumentIdentifier(uri, None)
    assert made("", action) == "ignore: [contact/email]\n"


def test_ignore_in_the_configuration_that_holds(act: Act, tmp_path: Path) -> None:
    (tmp_path / ".proposal-lint.yaml").write_text("ignore: [communication]\n")
    action = act("a@mailnord.studio\n")["Ignore contact/email in .proposal-lint.yaml"]
    assert made("ignore: [communication]\n", action) == "ignore: [communication, contact/email]\n"
    (tmp_path / ".proposal-lint.yaml").unlink()
    (tmp_path / "pyproject.toml").write_text("[tool.proposal-lint]\nignore = ['communication']\n")
    action = act("a@mailnord.studio\n")["Ignore contact/email in pyproject.toml"]
    assert "'communication', \"contact/email\"]" in made("[tool.proposal-lint]\nignore = ['communication']\n", action)


def test_an_editor_without_versions(act: Act, tmp_path: Path) -> None:
    found = act("a@mailnord.studio\n", editor=Editor(CODEC))
    for title, uri in (
        ("Ignore contact/email here", "file:///draft"),
        ("Ignore contact/email in .proposal-lint.yaml (new)", (tmp_path / ".proposal-lint.yaml").as_uri()),
    ):
        edit = found[title].edit
        assert edit is not None and edit.document_changes is None
        assert list(edit.changes or ()) == [uri]


def test_fixes_come_first_and_shared_ones_once(act: Act) -> None:
    """Two findings that one paragraph mends offer it together."""
    text = "😀 a@mailnord.studio b@mailnord.studio\n"
    shared = Fix("Insert the paragraph", "safe", (Edit(2, 2, "new "), Edit(37, 37, "!")))
    own = Fix("Remove it", "unsafe", (Edit(2, 19, ""),))

    def with_fixes(analysis: Analysis) -> Analysis:
        assert analysis.result is not None
        one, two = analysis.result.findings
        findings = (replace(one, fixes=(shared, own)), replace(two, fixes=(shared,)))
        return replace(analysis, result=replace(analysis.result, findings=findings))

    found = act(text, change=with_fixes)
    assert list(found)[:2] == ["Insert the paragraph", "Remove it"]
    insert, remove = found["Insert the paragraph"], found["Remove it"]
    assert insert.is_preferred is True
    assert remove.is_preferred is None
    assert len(insert.diagnostics or ()) == 2
    assert made(text, insert) == "😀 new a@mailnord.studio b@mailnord.studio!\n"
    assert made(text, remove) == "😀  b@mailnord.studio\n"


def test_every_safe_fix_at_once(act: Act, analyser: Analyser, tmp_path: Path) -> None:
    (tmp_path / ".proposal-lint.yaml").write_text("communication: {hours: 'Mon-Fri 9:00-17:00 CET'}\n")
    text = f"Hi Dana,\r\n\r\n😀 {LONG}\r\n\r\nMy mail: petra@mailnord.studio\r\n\r\nRegards,\r\nPetra\r\n"
    found = act(text)
    assert found["Insert your paragraph about communication"].is_preferred
    every = found["Make every safe fix"]
    assert every.kind == FIX_ALL
    after = made(text, every)
    assert "9:00-17:00 CET" in after.partition("Regards")[0]
    assert "communication/availability" not in rules(analyser, after, "draft.txt", tmp_path)
    assert list(act(text, only=("source.fixAll",))) == ["Make every safe fix"]
    assert "Make every safe fix" not in act("a@mailnord.studio\n")


def test_the_policy(act: Act, rulebook: Rulebook) -> None:
    command = act("a@mailnord.studio\n")["Read the policy on contact/email"].command
    assert command is not None
    assert command.command == OPEN
    verdict = rulebook.platforms["upwork"].verdict("contact/email")
    assert verdict is not None
    assert command.arguments == [verdict.policy]


@pytest.mark.parametrize(
    ("only", "some"), [(("quickfix",), True), (("",), True), (("refactor",), False), (("source",), False)]
)
def test_only_the_kinds_that_are_wanted(act: Act, only: tuple[str, ...], some: bool) -> None:
    assert bool(act("a@mailnord.studio\n", only=only)) == some


def test_nothing_for_what_could_not_be_checked(act: Act, tmp_path: Path) -> None:
    assert act("a\0") == {}
    (tmp_path / ".proposal-lint.yaml").write_text("exclude: ['*']\n")
    assert act("a@mailnord.studio\n") == {}


def test_through_the_server(shared: Client, tmp_path: Path) -> None:
    uri = shared.open(tmp_path / "draft.txt", "Hi,\na@mailnord.studio\n", version=5)
    shared.diagnostics(uri)
    asked: dict[str, Any] = {"textDocument": {"uri": uri}, "context": {"diagnostics": [], "only": ["quickfix"]}}
    for line, some in ((0, False), (1, True)):
        place = {"line": line, "character": 1}
        found = shared.request("textDocument/codeAction", {**asked, "range": {"start": place, "end": place}})
        assert bool(found) == some
    (change,) = next(one for one in found if one["title"] == "Ignore contact/email here")["edit"]["documentChanges"]
    assert change["textDocument"] == {"uri": uri, "version": 5}
    command = next(one["command"] for one in found if "command" in one)
    shared.request("workspace/executeCommand", {"command": command["command"], "arguments": command["arguments"]})
    shown = shared.wait(lambda message: message.get("method") == "window/showDocument")
    assert shown["params"] == {"uri": command["arguments"][0], "external": True}
    shared.close(uri)
