"""Speak the language server protocol: which message does what, and what the server remembers between them."""

from __future__ import annotations

import asyncio
import logging
import os
import sys
from collections.abc import Callable, Coroutine, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path
from pygls.workspace import PositionCodec

from linter.lsp.positions import Positions
from linter.version import version

if TYPE_CHECKING:
    from linter.lsp.analysis import Analyser, Analysis, Place
    from linter.lsp.diagnostics import Shown

DEBOUNCE = 0.1  # seconds without a keystroke before a change is checked
POLL = 2.0  # seconds between looks at the configuration, where the editor does not watch it
PATIENCE = 1.0  # seconds that a request waits for a check of the newest text
WATCHED = "**/{*.yaml,*.yml,pyproject.toml}"  # configurations, and folders with rules, wherever they are

Answer = TypeVar("Answer")


@dataclass(slots=True)
class Document:
    """An open document: its newest text, and the newest analysis of it, which may be of an earlier version."""

    uri: str
    text: str
    version: int | None
    language: str = ""
    analysis: Analysis | None = None
    shown: Shown | None = None
    task: asyncio.Task[None] | None = None

    @property
    def current(self) -> bool:
        """Whether the analysis is of the newest text."""
        return self.analysis is not None and self.analysis.text == self.text


@dataclass(slots=True)
class Worker:
    """The one thread that checks: spaCy is loaded in it, once, while the editor goes on."""

    executor: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(1, "proposal-lint"))
    _analyser: Analyser | None = None

    async def run(self, work: Callable[[Analyser], Answer]) -> Answer:
        """The answer of `work`, in its turn; if the caller is cancelled first, it is not begun."""
        return await asyncio.get_running_loop().run_in_executor(self.executor, lambda: work(self._ready()))

    def _ready(self) -> Analyser:
        if self._analyser is None:
            from linter.lsp.analysis import Analyser  # noqa: PLC0415  (takes long; the editor's first answer need not)

            self._analyser = Analyser()
        return self._analyser


class Server(LanguageServer):
    """The server and its open documents."""

    def __init__(self) -> None:
        # Drafts are short: whole texts spare us pygls' own lines, which end where no editor's do.
        super().__init__("proposal-lint", version(), text_document_sync_kind=types.TextDocumentSyncKind.Full)
        self.documents: dict[str, Document] = {}
        self.worker = Worker()
        self.dismissed = False  # asked to shut down, so that leaving is no accident
        self._elsewhere: set[str] = set()
        self._background: set[asyncio.Task[Any]] = set()

    @property
    def codec(self) -> PositionCodec:
        """How columns are counted."""
        return self.workspace.position_codec

    @property
    def root(self) -> Path:
        """The folder that is open in the editor."""
        folders = [to_fs_path(folder.uri) for folder in self.workspace.folders.values()] + [self.workspace.root_path]
        return Path(next((folder for folder in folders if folder), None) or Path.cwd())

    @property
    def reads_markdown(self) -> bool:
        """Whether the editor shows Markdown where the mouse rests."""
        document = self.client_capabilities.text_document
        return types.MarkupKind.Markdown in ((document and document.hover and document.hover.content_format) or ())

    def place(self, uri: str) -> Place:
        """Where a document is."""
        from linter.files import absolute  # noqa: PLC0415
        from linter.lsp.analysis import Place  # noqa: PLC0415

        path = to_fs_path(uri.replace(";", "%3B"))  # which pygls takes for the path's end
        if path is None:
            return Place(uri, None, self.root)
        location = absolute(path)
        return Place(str(location), location, location.parent)

    def check(self, document: Document, delay: float = 0.0) -> None:
        """Check a document's newest text, after a delay; whatever was under way for it no longer counts."""
        if document.task is not None:
            document.task.cancel()
        document.task = asyncio.get_running_loop().create_task(self._told(self._check(document, delay)))

    async def newest(self, uri: str) -> Document | None:
        """A document with an analysis of its newest text; None where there is none within `PATIENCE`."""
        document = self.documents.get(uri)
        if document is not None and not document.current and document.task is not None:
            await asyncio.wait([document.task], timeout=PATIENCE)
        return document if document is not None and document.current else None

    def start(self, work: Coroutine[Any, Any, None]) -> None:
        """Run a coroutine in the background; if it fails, say so."""
        task = asyncio.get_running_loop().create_task(self._told(work))
        self._background.add(task)
        task.add_done_callback(self._background.discard)

    async def warm(self) -> None:
        """Load spaCy and compile the rules before the first document needs them."""
        folder = self.root
        await self.worker.run(lambda analyser: analyser.warm(folder))

    async def check_if_changed(self) -> None:
        """Check documents anew for which a configuration or rule file has changed."""
        folders = {self.place(document.uri).folder for document in self.documents.values()}
        self._check_older(await self.worker.run(lambda analyser: analyser.refresh(folders)))

    async def poll(self) -> None:
        """Look after the configuration files for an editor that does not."""
        while True:
            await asyncio.sleep(POLL)
            await self.check_if_changed()

    def forget(self, uri: str) -> None:
        """A document is closed: its diagnostics go."""
        document = self.documents.pop(uri, None)
        if document is not None and document.task is not None:
            document.task.cancel()
        self._publish(uri, ())
        self._publish_elsewhere()

    async def _check(self, document: Document, delay: float) -> None:
        await asyncio.sleep(delay)
        text, number, place = document.text, document.version, self.place(document.uri)
        analysis = await self.worker.run(lambda analyser: analyser.analyse(text, place))
        from linter.lsp.diagnostics import shown  # noqa: PLC0415  (the analyser has loaded it all by now)

        document.analysis, document.shown = analysis, shown(analysis, self.codec)
        self._publish(document.uri, document.shown.here, number)
        self._publish_elsewhere()
        self._check_older(analysis.generation)

    def _check_older(self, generation: int) -> None:
        for document in self.documents.values():
            if document.analysis is not None and document.analysis.generation < generation:
                self.check(document)

    async def _told(self, work: Coroutine[Any, Any, None]) -> None:
        try:
            await work
        except Exception as error:
            message = f"proposal-lint failed with {type(error).__name__}: {error}"
            self.window_show_message(types.ShowMessageParams(types.MessageType.Error, message))

    def _publish_elsewhere(self) -> None:
        """Show what is wrong with configuration and rule files, each once, and take back what no longer is."""
        found: dict[str, list[types.Diagnostic]] = {}
        for document in self.documents.values():
            for uri, diagnostic in document.shown.elsewhere if document.shown is not None else ():
                if diagnostic not in found.setdefault(uri, []):
                    found[uri].append(diagnostic)
        for uri in sorted(self._elsewhere - set(found)):
            self._publish(uri, ())
        for uri, diagnostics in found.items():
            self._publish(uri, diagnostics)
        self._elsewhere = set(found)

    def _publish(self, uri: str, diagnostics: Iterable[types.Diagnostic], version_: int | None = None) -> None:
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, list(diagnostics), version_))


def create() -> Server:
    """A server with all its features."""
    server = Server()

    @server.feature(types.INITIALIZED)
    def initialized(_params: types.InitializedParams) -> None:
        server.start(server.warm())
        watching = (
            server.client_capabilities.workspace and server.client_capabilities.workspace.did_change_watched_files
        )
        if watching and watching.dynamic_registration:
            server.client_register_capability(_watch())
        else:
            server.start(server.poll())

    @server.feature(types.SHUTDOWN)
    def shut_down(_params: None) -> None:
        server.dismissed = True

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def opened(params: types.DidOpenTextDocumentParams) -> None:
        item = params.text_document
        if (before := server.documents.get(item.uri)) is not None and before.task is not None:
            before.task.cancel()
        server.documents[item.uri] = document = Document(item.uri, item.text, item.version, item.language_id)
        server.check(document)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def changed(params: types.DidChangeTextDocumentParams) -> None:
        document = server.documents.get(params.text_document.uri)
        if document is not None:
            document.text = server.workspace.get_text_document(document.uri).source
            document.version = params.text_document.version
            server.check(document, DEBOUNCE)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def saved(params: types.DidSaveTextDocumentParams) -> None:
        if (document := server.documents.get(params.text_document.uri)) is not None:
            server.check(document)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: types.DidCloseTextDocumentParams) -> None:
        server.forget(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    async def hovered(params: types.HoverParams) -> types.Hover | None:
        document = await server.newest(params.text_document.uri)
        if document is None or document.analysis is None:
            return None
        from linter.lsp.hover import hover  # noqa: PLC0415

        positions = Positions(document.text, server.codec)
        return hover(document.analysis, positions, params.position, server.reads_markdown)

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    async def files_changed(_params: types.DidChangeWatchedFilesParams) -> None:
        await server.check_if_changed()

    return server


def _watch() -> types.RegistrationParams:
    options = types.DidChangeWatchedFilesRegistrationOptions([types.FileSystemWatcher(WATCHED)])
    return types.RegistrationParams(
        [types.Registration("configuration", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)]
    )


def serve() -> int:
    """Serve one editor over standard input and output until it leaves; the exit code is as the protocol has it.

    Whatever else writes to standard output meanwhile goes to standard error: it would break the protocol.
    """
    logging.getLogger("pygls").setLevel(logging.CRITICAL)  # what matters is sent to the editor
    output = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    server = create()
    server.start_io(sys.stdin.buffer, output)
    return 0 if server.dismissed else 1
