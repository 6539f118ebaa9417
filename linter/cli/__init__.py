"""The command line: a thin face of the engine. `main` is the one place where errors become messages and exit codes."""

from __future__ import annotations

import sys
from collections.abc import Sequence

INTERRUPTED = 130
BROKEN = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code; takes the process's own arguments where none are given."""
    try:
        import traceback

        import typer

        from linter.cli._app import command
        from linter.cli._output import drop_output, err, prepare
        from linter.errors import PlacedError
    except KeyboardInterrupt:
        return INTERRUPTED
    # UsageError and ClickException of whichever click typer carries; typer itself does not name them.
    usage_errors: tuple[type[Exception], ...] = typer.BadParameter.__mro__[1:3]
    words = list(sys.argv[1:] if arguments is None else arguments)
    try:
        prepare()
        code = command(words).main(
            args=words,
            prog_name="proposal-lint",
            standalone_mode=False,
        )
        if sys.stdout is not None:
            sys.stdout.flush()
        return code if isinstance(code, int) else 0
    except (KeyboardInterrupt, typer.Abort):
        return INTERRUPTED
    except (BrokenPipeError, SystemExit):  # click turns a closed pipe, while it prints help, into an exit
        drop_output()
        return 0
    except PlacedError as error:
        err(f"proposal-lint: {error}")
    except usage_errors as error:
        context = getattr(error, "ctx", None)
        if context is not None:
            err(f"{context.get_usage()}\nTry '{context.command_path} --help'.")
        message = str(getattr(error, "format_message", error.__str__)()).replace("Value error, ", "")
        err(f"proposal-lint: {message}")
    except Exception:
        err(f"{traceback.format_exc()}proposal-lint: this is a bug; please report it with the lines above.")
    return BROKEN
