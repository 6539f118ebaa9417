"""`proposal-lint server`"""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from linter import startup
from linter.cli._output import err
from linter.errors import UsageProblem
from linter.store import Store, default_folder


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("server")(server)


def server(
    stdio: Annotated[bool, typer.Option("--stdio", hidden=True, help="As always; some editors say so.")] = False,  # noqa: ARG001
) -> int:
    """Serve an editor: the language server, over standard input and output. Editors start it themselves."""
    try:
        from linter.lsp.server import serve
    except ImportError as error:
        if (error.name or "").partition(".")[0] not in ("pygls", "lsprotocol", "cattrs", "attrs"):
            raise
        remedy = "Install it with: pip install 'proposal-lint[lsp]'"
        raise UsageProblem("the language server needs pygls 2", remedy) from None
    if sys.stdin.isatty():
        err("proposal-lint: waiting for an editor on standard input; ^C ends it. See docs/editors.md.")
    store = Store(default_folder())
    startup.compile_from(store)
    return serve(store)
