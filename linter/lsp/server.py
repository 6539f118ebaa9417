"""Speak the language server protocol: which message of an editor does what."""

from __future__ import annotations

import logging
import os
import sys

from lsprotocol import types

from linter.lsp.positions import Positions
from linter.lsp.session import DEBOUNCE, Document, Server
from linter.store import Store

# Configurations, and folders with rules, wherever they are; without braces, in which some editors take no `*`.
WATCHED = ("**/*.yaml", "**/*.yml", "**/pyproject.toml", "**/*baseline*.json")


def create(store: Store | None = None) -> Server:
    """A server with all its features; compiled rules are read from, and kept in, the store."""
    server = Server(store)

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

    @server.feature(
        types.TEXT_DOCUMENT_CODE_ACTION,
        types.CodeActionOptions([types.CodeActionKind.QuickFix, types.CodeActionKind.SourceFixAll]),
    )
    async def acted(params: types.CodeActionParams) -> list[types.CodeAction]:
        document = await server.newest(params.text_document.uri)
        if document is None or document.analysis is None:
            return []
        from linter.lsp.actions import Asked, Editor, actions  # noqa: PLC0415

        place = server.place(document.uri)
        asked = Asked(
            document.uri,
            document.version,
            document.language,
            place,
            server.root(place.folder),
            document.analysis,
            params.range,
            params.context.only or (),
            params.context.trigger_kind is types.CodeActionTriggerKind.Automatic,
        )
        editor = Editor.of(server.client_capabilities, server.codec)
        return await server.worker.run(lambda analyser: actions(asked, editor, analyser))

    @server.command("proposal-lint.open")
    async def open_page(address: str) -> None:
        window = server.client_capabilities.window
        if window and window.show_document and window.show_document.support:
            await server.window_show_document_async(types.ShowDocumentParams(address, external=True))
        else:
            server.window_show_message(types.ShowMessageParams(types.MessageType.Info, address))

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    async def files_changed(_params: types.DidChangeWatchedFilesParams) -> None:
        await server.check_if_changed()

    return server


def _watch() -> types.RegistrationParams:
    options = types.DidChangeWatchedFilesRegistrationOptions([types.FileSystemWatcher(glob) for glob in WATCHED])
    return types.RegistrationParams(
        [types.Registration("configuration", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)]
    )


def serve(store: Store | None = None) -> int:
    """Serve one editor over standard input and output until it leaves; the exit code is as the protocol has it.

    Whatever else writes to standard output meanwhile goes to standard error: it would break the protocol.
    """
    logging.getLogger("pygls").setLevel(logging.CRITICAL)  # what matters is sent to the editor
    output = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    server = create(store)
    server.start_io(sys.stdin.buffer, output)
    return 0 if server.dismissed else 1
