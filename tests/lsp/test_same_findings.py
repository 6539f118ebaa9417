"""The server says of a text what the command line says of the file and of standard input."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from linter.cli import main
from tests.lsp.client import Client

TEXTS = {
    "plain": "Hi,\nwrite to petra@mailnord.studio today.\n",
    "astral": "😀😀 text me on WhatsApp: +1 415 555 0132 👩‍👩‍👧 or petra@mailnord.studio 𝒩\n",
    "combining": "Caf\u0065\u0301 and pe\u0301tra: write to petra@mailnord.studio\u0301 or text me on WhatsApp.\n",
    "disguised": "Write to ｐｅｔｒａ＠ｍａｉｌｎｏｒｄ．ｓｔｕｄｉｏ or pe\u200btra [at] mailnord [dot] studio.\n",
    "crlf": "Hi Dana,\r\n\r\nwrite to petra@mailnord.studio.\r\nText me on\r\nWhatsApp today.\r\n",
    "cr": "Hi Dana,\rwrite to petra@mailnord.studio.\rText me on WhatsApp today.\r",
    "mixed newlines": "a\r\nb\rc\nwrite to petra@mailnord.studio\r\n\rText me on WhatsApp.",
    "line separator": "One\u2028two petra@mailnord.studio\u2029three\x0bfour\x0cfive\x85six text me on WhatsApp\n",
    "tabs": "\tWrite\tto\tpetra@mailnord.studio\tor\ttext me on\tWhatsApp.\n",
    "right to left": "שלום petra@mailnord.studio مرحبا \u202etext me on WhatsApp\u202c: +1 415 555 0132\n",
    "front matter": "---\nstage: contract\n---\nWrite to petra@mailnord.studio. We pay outside Upwork, by PayPal.\n",
    "broken front matter": "---\nstage: [contract\n---\n😀 Write to petra@mailnord.studio.\n",
    "unknown stage": "---\nstage: contrct\n---\nWrite to petra@mailnord.studio.\n",
    "directives": "Write to petra@mailnord.studio. <!-- proposal-lint: ignore[contact/email] hers -->\n"
    "%% proposal-lint: ignore[contact/phone]\nText me on WhatsApp.\n%% proposal-lint: ignore[contact/emial]\n",
    "long": "I can start on Monday with the first draft of your shop and its forty pages of text. " * 6 + "\n",
    "nul": "Write to petra@mailnord.studio.\0\n",
    "empty": "",
    "no newline": "petra@mailnord.studio",
}
ENDINGS = ("\r\n", "\n", "\r")


@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["", "bom"])
@pytest.mark.parametrize("name", TEXTS)
def test_equal(
    name: str,
    mark: str,
    compiled: None,
    shared: Client,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Also where an editor leaves the byte order mark in the text, as some do."""
    (tmp_path / ".proposal-lint.yaml").write_text(
        "ignore: [communication/boundaries]\n"
        "overrides: [{files: [drafts/*], document: message, ignore: [contact/lookalike]}]\n"
        "communication: {hours: 9:00-17:00 CET}\n"
    )
    (tmp_path / "drafts").mkdir()
    text = mark + TEXTS[name]
    for path in (tmp_path / "drafts/one.md", tmp_path / "two.txt"):
        path.write_bytes(text.encode())
        by_file = _command(capsys, "--no-cache", str(path))
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
        assert _command(capsys, "--no-cache", "--stdin-filename", str(path), "-") == by_file
        uri = shared.open(path, text)
        shown = shared.diagnostics(uri)
        shared.close(uri)
        findings = [_finding(diagnostic, text) for diagnostic in shown if "code" in diagnostic]
        assert findings == by_file["findings"]
        faults = [diagnostic["message"].partition("\n")[0] for diagnostic in shown if "code" not in diagnostic]
        assert faults == [f"{problem[0].upper()}{problem[1:]}." for problem in by_file["problems"]]


def _command(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    main(["check", "-f", "json", *arguments])
    (file,) = json.loads(capsys.readouterr().out)["files"]
    keys = ("offset", "line", "column")
    return {
        "findings": [
            (
                one["rule"],
                one["severity"],
                f"{one['message']}\n{one['help']}" if one["help"] else one["message"],
                *(tuple(one[end][key] for key in keys) for end in ("start", "end")),
                (one["policy"] or [None])[0],
            )
            for one in file["findings"]
        ],
        "problems": [problem["problem"] for problem in file["problems"]],
    }


def _finding(diagnostic: dict[str, Any], text: str) -> tuple[Any, ...]:
    """A diagnostic in the command line's terms; UTF-16 code units are counted here, without the server's own means."""
    return (
        diagnostic["code"],
        {1: "error", 2: "warning", 3: "suggestion"}[diagnostic["severity"]],
        diagnostic["message"],
        *(_place(diagnostic["range"][end], text) for end in ("start", "end")),
        diagnostic.get("codeDescription", {}).get("href"),
    )


def _place(position: dict[str, int], text: str) -> tuple[int, int, int]:
    line, start, at = 0, 0, 0
    while line < position["line"]:
        ending = next((one for one in ENDINGS if text.startswith(one, at)), "")
        at += len(ending) or 1
        if ending:
            line, start = line + 1, at
    column = len(text[start:].encode("utf-16-le")[: position["character"] * 2].decode("utf-16-le"))
    mark = text.startswith("\ufeff")
    return start + column - mark, line + 1, column + 1 - (mark and line == 0)
