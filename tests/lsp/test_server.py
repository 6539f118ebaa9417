from __future__ import annotations

from pathlib import Path
from typing import Any

from linter.version import version
from tests.lsp.client import PATIENCE, Client, Message
from tests.lsp.conftest import Start

BAD = "Hi Dana,\n\nit is petra@mailnord.studio today.\n"
GOOD = "Hi Dana,\n\nit is Monday today.\n"
START = {"line": 0, "character": 0}
BROKEN = "stage: pre-contract\nignroe: [contact]\n"


NO_SPACY = "analysis.Analyser.warm = lambda self, folder: None"
# Loading takes until the client, whose folder this is, says so.
SLOW_SPACY = """
warm = analysis.Analyser.warm
def slowly(self, folder):
    while not os.path.exists("go on"):
        time.sleep(0.02)
    warm(self, folder)
analysis.Analyser.warm = slowly
"""


def _patched(*lines: str) -> tuple[str, ...]:
    """The arguments of a server process with something exchanged in it."""
    imports, run = "import os, sys, time\nfrom linter.lsp import analysis", "from linter.__main__ import main\nmain()"
    return ("-c", "\n".join((imports, *lines, run)), "server")


def _codes(diagnostics: list[Message]) -> list[str | None]:
    return [diagnostic.get("code") for diagnostic in diagnostics]


def test_opened_changed_and_closed(shared: Client, tmp_path: Path) -> None:
    uri = shared.open(tmp_path / "draft.txt", BAD, version=7)
    (found,) = shared.diagnostics(uri, 7)
    assert found["range"] == {"start": {"line": 2, "character": 6}, "end": {"line": 2, "character": 27}}
    assert found["code"] == "contact/email"
    assert found["severity"] == 1
    assert found["source"] == "proposal-lint"
    assert found["codeDescription"]["href"].startswith("https://support.upwork.com/")
    assert found["message"].startswith('"petra@mailnord.studio" is an email address.\nRemove it;')
    shared.change(uri, GOOD, 8)
    assert shared.diagnostics(uri, 8) == []
    shared.change(uri, BAD, 9)
    assert _codes(shared.diagnostics(uri, 9)) == ["contact/email"]
    shared.close(uri)
    assert shared.diagnostics(uri) == []


def test_the_latest_version_wins(shared: Client, tmp_path: Path) -> None:
    uri = shared.open(tmp_path / "draft.txt", GOOD)
    for number in range(2, 42):
        shared.change(uri, BAD if number % 2 else GOOD, number)
    shared.change(uri, BAD + "Text me on WhatsApp.\n", 42)
    assert _codes(shared.diagnostics(uri, 42)) == ["contact/email", "off-platform/invitation"]
    shared.quiet(0.4)
    published = [one["params"]["version"] for one in shared.seen if (one.get("params") or {}).get("uri") == uri]
    assert len(published) < 10  # of 41 versions
    assert max(published, default=0) < 42
    shared.close(uri)


def test_saving_checks_at_once(shared: Client, tmp_path: Path) -> None:
    uri = shared.open(tmp_path / "draft.txt", GOOD)
    assert shared.diagnostics(uri, 1) == []
    shared.change(uri, BAD, 2)
    shared.notify("textDocument/didSave", {"textDocument": {"uri": uri}})
    assert _codes(shared.diagnostics(uri, 2)) == ["contact/email"]
    shared.close(uri)


def test_broken_front_matter_is_shown_with_the_rest(shared: Client, tmp_path: Path) -> None:
    uri = shared.open(tmp_path / "draft.md", "---\ndocument: [profile\n---\n" + BAD)
    fault, finding = sorted(shared.diagnostics(uri), key=lambda one: "code" in one)
    assert fault["message"].startswith("Front matter is not YAML")
    assert fault["range"]["start"]["line"] in (1, 2)
    assert finding["code"] == "contact/email"
    shared.close(uri)


def test_a_document_that_no_file_holds(shared: Client) -> None:
    """Its configuration is the open folder's."""
    uri = shared.open("untitled:Untitled-1", BAD)
    assert _codes(shared.diagnostics(uri)) == ["contact/email"]
    shared.close(uri)


def test_a_new_configuration_goes_into_the_open_folder(shared: Client, tmp_path: Path) -> None:
    """Into the one that the document lies in; beside a document that lies in none."""
    one, two = tmp_path / "one", tmp_path / "two"
    (two / "below").mkdir(parents=True)
    added = [{"uri": folder.as_uri(), "name": folder.name} for folder in (one, two)]
    shared.notify("workspace/didChangeWorkspaceFolders", {"event": {"added": added, "removed": []}})
    for path, folder in ((two / "below/draft.txt", two), (tmp_path / "draft.txt", tmp_path)):
        uri = shared.open(path, BAD)
        shared.diagnostics(uri)
        place = {"line": 2, "character": 7}
        asked = {"textDocument": {"uri": uri}, "context": {"diagnostics": []}, "range": {"start": place, "end": place}}
        found = shared.request("textDocument/codeAction", asked)
        action = next(one for one in found if one["title"] == "Ignore contact/email in .proposal-lint.yaml (new)")
        created = action["edit"]["documentChanges"][0]
        assert created["kind"] == "create"
        assert created["uri"] == (folder / ".proposal-lint.yaml").as_uri()
        shared.close(uri)
    shared.notify("workspace/didChangeWorkspaceFolders", {"event": {"added": [], "removed": added}})


def test_names_of_files_with_odd_characters(shared: Client, tmp_path: Path) -> None:
    folder = tmp_path / "a;b #c %41 é"
    folder.mkdir()
    (folder / ".proposal-lint.yaml").write_text("ignore: [contact/email]")
    for uri in ((folder / "draft.txt").as_uri(), (folder / "draft.txt").as_uri().replace("%3B", ";")):
        shared.open(uri, BAD)
        assert shared.diagnostics(uri) == []
        shared.close(uri)


def test_what_the_configuration_excludes_is_left_alone(shared: Client, tmp_path: Path) -> None:
    (tmp_path / ".proposal-lint.yaml").write_text("exclude: [archive/]")
    (tmp_path / "archive").mkdir()
    uri = shared.open(tmp_path / "archive/old.txt", BAD)
    assert shared.diagnostics(uri) == []
    shared.close(uri)


def test_broken_configuration_is_shown_and_the_server_lives(shared: Client, tmp_path: Path) -> None:
    config = tmp_path / ".proposal-lint.yaml"
    config.write_text(BROKEN)
    uri = shared.open(tmp_path / "draft.txt", BAD)
    (here,) = shared.diagnostics(uri)
    assert f"This draft is not checked: {config}:2:1: unknown key 'ignroe'" in here["message"]
    assert here["severity"] == 1
    (related,) = here["relatedInformation"]
    assert related["location"]["uri"] == config.as_uri()
    (there,) = shared.diagnostics(config.as_uri())
    assert there["range"]["start"] == {"line": 1, "character": 0}
    assert there["message"] == "Unknown key 'ignroe'.\nDid you mean 'ignore'?"
    # mended, which the editor tells
    config.write_text("ignore: [communication]\n")
    shared.notify("workspace/didChangeWatchedFiles", {"changes": [{"uri": config.as_uri(), "type": 2}]})
    assert _codes(shared.diagnostics(uri)) == ["contact/email"]
    assert shared.diagnostics(config.as_uri()) == []
    shared.close(uri)


def test_a_changed_configuration_counts_for_every_open_document(shared: Client, tmp_path: Path) -> None:
    (tmp_path / "below").mkdir()
    one, two = tmp_path / "one.txt", tmp_path / "below/two.txt"
    for path in (one, two):
        assert _codes(shared.diagnostics(shared.open(path, BAD))) == ["contact/email"]
    (tmp_path / ".proposal-lint.yaml").write_text("stage: contract\n")
    shared.change(one.as_uri(), BAD, 2)  # untold, it is noticed with the next change
    assert shared.diagnostics(one.as_uri()) == shared.diagnostics(two.as_uri()) == []
    for path in (one, two):
        shared.close(path.as_uri())


def test_rules_of_the_users_own_are_read_anew(shared: Client, tmp_path: Path) -> None:
    (tmp_path / ".proposal-lint.yaml").write_text("rules-dir: rules\n")
    rule = tmp_path / "rules/own/word.yaml"
    rule.parent.mkdir(parents=True)
    source = (
        "id: own/word\nlevel: warning\nsummary: A word\nmessage: A word.\nwhy: Because.\nmatch: [{phrases: [%s]}]\n"
        "examples: {bad: ['[[%s]]'], good: ['x']}\n"
    )
    rule.write_text(source % ("dana", "dana"))
    uri = shared.open(tmp_path / "draft.txt", "Hi Dana, today.\n")
    assert [one["range"]["start"]["character"] for one in shared.diagnostics(uri)] == [3]
    rule.write_text(source % ("today", "today"))
    shared.notify("textDocument/didSave", {"textDocument": {"uri": uri}})
    assert [one["range"]["start"]["character"] for one in shared.diagnostics(uri)] == [9]
    rule.write_text("id: own/wrd\n")
    shared.notify("textDocument/didSave", {"textDocument": {"uri": uri}})
    (fault,) = shared.diagnostics(uri)
    assert str(rule) in fault["message"]
    shared.close(uri)


def test_an_editor_that_counts_bytes_and_watches_nothing(start: Start, tmp_path: Path) -> None:
    encodings = {"general": {"positionEncodings": ["utf-8", "utf-16"]}}
    client = start(capabilities=encodings, command=_patched(SLOW_SPACY))
    assert client.initialized["capabilities"]["positionEncoding"] == "utf-8"
    assert client.initialized["serverInfo"] == {"name": "proposal-lint", "version": version()}
    uri = client.open(tmp_path / "draft.txt", "Zoë 😀 petra@mailnord.studio\n")
    # it never waits for spaCy: requests are answered while the rules are loaded, and the diagnostics come later
    assert client.request("textDocument/hover", {"textDocument": {"uri": uri}, "position": START}) is None
    assert not any(message["method"] == "textDocument/publishDiagnostics" for message in client.seen)
    (tmp_path / "go on").touch()
    (found,) = client.diagnostics(uri)
    assert found["range"]["start"]["character"] == 10
    (tmp_path / ".proposal-lint.yaml").write_text("stage: contract\n")
    assert client.diagnostics(uri) == []  # without a word from the editor
    assert not any(message["method"] == "client/registerCapability" for message in client.seen)


def test_watching_is_asked_of_an_editor_that_can(shared: Client) -> None:
    asked = [
        one["params"]["registrations"][0] for one in shared.seen if one.get("method") == "client/registerCapability"
    ]
    assert [one["method"] for one in asked] == ["workspace/didChangeWatchedFiles"]


def test_utf16_where_nothing_is_said(shared: Client) -> None:
    assert shared.initialized["capabilities"]["positionEncoding"] == "utf-16"


def test_shutdown_does_not_wait_for_spacy(start: Start) -> None:
    client = start(command=_patched("analysis.Analyser.warm = lambda self, folder: time.sleep(600)"))
    assert client.stop() == 0


def test_an_editor_that_dies_takes_the_server_with_it(start: Start) -> None:
    client = start(command=_patched(NO_SPACY))
    assert client.process.stdin is not None
    client.process.stdin.close()
    assert client.process.wait(PATIENCE) == 1


def test_leaving_without_shutdown_is_an_accident(start: Start) -> None:
    client = start(command=_patched(NO_SPACY))
    client.notify("exit")
    assert client.process.wait(PATIENCE) == 1


def test_what_is_printed_does_not_reach_the_editor(start: Start, tmp_path: Path) -> None:
    noisy = (
        "def analyse(self, text, place):\n"
        "    print('stray', end='', flush=True), os.write(1, b'stray')\n"
        "    return analysis.Analysis(text, 0, None, None)\n"
        "analysis.Analyser.analyse = analyse"
    )
    client = start(command=_patched(NO_SPACY, noisy))
    assert client.diagnostics(client.open(tmp_path / "draft.txt", BAD)) == []
    assert client.stop() == 0
    assert client.process.stderr is not None
    assert client.process.stderr.read() == b"straystray"


def test_without_pygls_the_command_says_what_to_install(monkeypatch: Any, capsys: Any) -> None:
    import sys

    from linter.cli import main

    for name in [name for name in sys.modules if name.startswith(("pygls", "linter.lsp"))]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "pygls", None)
    assert main(["server"]) == 2
    assert "pip install 'proposal-lint[lsp]'" in capsys.readouterr().err
