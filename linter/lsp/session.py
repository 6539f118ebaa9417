"""What the server remembers between an editor's messages: the open documents, and what was found in each."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Coroutine, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path
from pygls.workspace import PositionCodec

from linter.lsp.worker import Worker
from linter.store import Store
from linter.version import version

if TYPE_CHECKING:
    from linter.lsp.analysis import Analysis, Place
    from linter.lsp.diagnostics import Shown

DEBOUNCE = 0.1  # seconds without a keystroke before a change is checked
POLL = 2.0  # seconds between looks at the configuration, where the editor does not watch it
PATIENCE = 1.0  # seconds that a request waits for a check of the newest text


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


class Server(LanguageServer):
    """The server and its open documents."""

    def __init__(self, store: Store | None = None) -> None:
        # Drafts are short: whole texts spare us pygls' own lines, which end where no editor's do.
        super().__init__("proposal-lint", version(), text_document_sync_kind=types.TextDocumentSyncKind.Full)
        self.documents: dict[str, Document] = {}
        self.worker = Worker(store)
        self.ready = False  # spaCy is loaded and the rules are compiled
        self.dismissed = False  # asked to shut down, so that leaving is no accident
        self._elsewhere: dict[str, list[types.Diagnostic]] = {}
        self._background: set[asyncio.Task[Any]] = set()

    @property
    def codec(self) -> PositionCodec:
        """How columns are counted."""
        return self.workspace.position_codec

    def root(self, folder: Path | None = None) -> Path:
        """The folder open in the editor that a folder lies in, else the first; where none is open, that folder itself."""
        uris = [one.uri for one in self.workspace.folders.values()]
        paths = [to_fs_path(uri) for uri in uris] or [self.workspace.root_path]
        roots = [Path(path) for path in paths if path]
        around = [root for root in roots if folder is not None and folder.is_relative_to(root)]
        return next(iter([*around, *roots]), folder or Path.cwd())

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
            return Place(uri, None, self.root())
        location = absolute(path)
        return Place(str(location), location, location.parent)

    def check(self, document: Document, delay: float = 0.0) -> None:
        """Check a document's newest text, after a delay; whatever was under way for it no longer counts."""
        if document.task is not None:
            document.task.cancel()
        document.task = asyncio.get_running_loop().create_task(self._told(self._check(document, delay)))

    async def newest(self, uri: str) -> Document | None:
        """A document with an analysis of its newest text; None where there is none within `PATIENCE`, or spaCy still loads."""
        document = self.documents.get(uri)
        deadline = time.monotonic() + PATIENCE
        while document is not None and not document.current:
            left = deadline - time.monotonic()
            if not self.ready or left <= 0 or document.task is None or document.task.done():
                return None
            await asyncio.wait([document.task], timeout=left)  # a newer text may come meanwhile
        return document

    def start(self, work: Coroutine[Any, Any, None]) -> None:
        """Run a coroutine in the background; if it fails, say so."""
        task = asyncio.get_running_loop().create_task(self._told(work))
        self._background.add(task)
        task.add_done_callback(self._background.discard)

    async def warm(self) -> None:
        """Load spaCy and compile the rules before the first document needs them."""
        folder = self.root()
        await self.worker.run(lambda analyser: analyser.warm(folder))
        self.ready = True

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
        for uri in sorted({*self._elsewhere, *found}):
            if found.get(uri) != self._elsewhere.get(uri):
                self._publish(uri, found.get(uri, ()))
        self._elsewhere = found

    def _publish(self, uri: str, diagnostics: Iterable[types.Diagnostic], version_: int | None = None) -> None:
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, list(diagnostics), version_))
