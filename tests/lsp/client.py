"""A client that speaks the protocol over pipes, as strictly as an editor: a stray byte of output breaks it."""

from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
Message = dict[str, Any]
PATIENCE = 120.0  # seconds that nothing takes, however busy the machine is

EVERYTHING: Message = {
    "general": {"positionEncodings": ["utf-16"]},
    "window": {"showDocument": {"support": True}},
    "workspace": {
        "applyEdit": True,
        "didChangeWatchedFiles": {"dynamicRegistration": True},
        "workspaceEdit": {"documentChanges": True, "resourceOperations": ["create"]},
    },
    "textDocument": {
        "codeAction": {"codeActionLiteralSupport": {"codeActionKind": {"valueSet": ["quickfix", "source.fixAll"]}}},
        "hover": {"contentFormat": ["markdown", "plaintext"]},
        "publishDiagnostics": {"versionSupport": True, "codeDescriptionSupport": True},
    },
}


class Client:
    """One server process, and every message it has sent; `requests` are those that it wants an answer to."""

    def __init__(
        self, folder: Path, capabilities: Message | None = None, command: Sequence[str] = ("-m", "linter", "server")
    ) -> None:
        self.process = subprocess.Popen(
            [sys.executable, *command, "--stdio"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )
        self.seen: list[Message] = []
        self._queue: queue.Queue[Message | None] = queue.Queue()
        self._number = 0
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        self.initialized = self.request(
            "initialize",
            {
                "processId": os.getpid(),
                "rootUri": folder.as_uri(),
                "workspaceFolders": [{"uri": folder.as_uri(), "name": "drafts"}],
                "capabilities": EVERYTHING if capabilities is None else capabilities,
            },
        )
        self.notify("initialized", {})

    def request(self, method: str, params: Any = None) -> Any:
        """The answer to a request; raises `AssertionError` where it is an error."""
        self._number += 1
        number = self._number
        self._send({"id": number, "method": method, "params": params})
        answer = self.wait(lambda message: message.get("id") == number and "method" not in message)
        assert "error" not in answer, answer["error"]
        return answer["result"]

    def notify(self, method: str, params: Any = None) -> None:
        """Tell the server something."""
        self._send({"method": method, "params": params})

    def open(self, path: Path | str, text: str, version: int = 1, language: str = "plaintext") -> str:
        """Open a document without waiting; gives its address."""
        uri = path if isinstance(path, str) else path.as_uri()
        item = {"uri": uri, "languageId": language, "version": version, "text": text}
        self.notify("textDocument/didOpen", {"textDocument": item})
        return uri

    def change(self, uri: str, text: str, version: int) -> None:
        """Replace a document's text."""
        document = {"uri": uri, "version": version}
        self.notify("textDocument/didChange", {"textDocument": document, "contentChanges": [{"text": text}]})

    def close(self, uri: str) -> None:
        """Close a document."""
        self.notify("textDocument/didClose", {"textDocument": {"uri": uri}})

    def diagnostics(self, uri: str, version: int | None = None) -> list[Message]:
        """The next diagnostics of a document, of this version if one is named."""

        def fits(message: Message) -> bool:
            params = message.get("params") or {}
            published = message.get("method") == "textDocument/publishDiagnostics" and params["uri"] == uri
            return published and (version is None or params.get("version") == version)

        found: list[Message] = self.wait(fits)["params"]["diagnostics"]
        return found

    def wait(self, fits: Callable[[Message], bool], seconds: float = PATIENCE) -> Message:
        """The next message that fits; takes it, and leaves the others for later."""
        deadline = time.monotonic() + seconds
        for index, message in enumerate(self.seen):
            if fits(message):
                return self.seen.pop(index)
        while True:
            try:
                message_or_end = self._queue.get(timeout=max(0.01, deadline - time.monotonic()))
            except queue.Empty:
                raise AssertionError(f"no such message in {seconds:g} seconds, but {self.seen}") from None
            assert message_or_end is not None, (
                f"the server has left: {self.process.stderr and self.process.stderr.read()}"
            )
            if fits(message_or_end):
                return message_or_end
            self.seen.append(message_or_end)

    def quiet(self, seconds: float) -> None:
        """Let time pass, and take in what comes."""
        deadline = time.monotonic() + seconds
        while (left := deadline - time.monotonic()) > 0:
            try:
                message = self._queue.get(timeout=left)
            except queue.Empty:
                return
            assert message is not None
            self.seen.append(message)

    def stop(self) -> int:
        """Shut down and leave; gives the exit code."""
        self.request("shutdown")
        self.notify("exit")
        return self.process.wait(PATIENCE)

    def kill(self) -> None:
        """End the process, whatever its state."""
        self.process.kill()
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stderr, self.process.stdout):
            assert pipe is not None
            pipe.close()
        self._reader.join(5)

    def _send(self, message: Message) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin is not None
        with suppress(ValueError, BrokenPipeError):  # closed by a test, or by the server, which `wait` tells
            self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
            self.process.stdin.flush()

    def _read(self) -> None:
        output = self.process.stdout
        assert output is not None
        while header := output.readline():
            length = None
            while header.strip():
                name, _, value = header.partition(b": ")
                assert name in (b"Content-Length", b"Content-Type"), f"stray output: {header!r}"
                length = int(value) if name == b"Content-Length" else length
                header = output.readline()
            assert length is not None
            message = json.loads(output.read(length))
            if "id" in message and "method" in message:
                self._send({"id": message["id"], "result": {"success": True} if "show" in message["method"] else None})
            self._queue.put(message)
        self._queue.put(None)
