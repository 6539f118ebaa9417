"""Which runs of `check` may be answered from a store."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from linter import replay, startup
from linter.cli._output import listen

if TYPE_CHECKING:
    import typer

    from linter.cache import Recording
    from linter.store import Store

# The flags whose runs are stored: they write no file, and read none that `linter.cache.witnesses` does not name.
STORED_FLAGS = frozenset(
    (
        *("paths", "output_format", "platform", "document", "stage", "waive", "select", "ignore", "extend_select"),
        *("min_level", "fail_level", "stdin_filename", "config", "isolated", "rules_dir", "exclude", "force_exclude"),
        *("no_gitignore", "no_inline", "redact", "statistics", "cache_dir", "color", "quiet", "verbose"),
        *("jobs", "baseline"),
    )
)


def answered(store: Store) -> int | None:
    """The exit code of this run's stored answer, once that is printed; for a store that only parsing the flags tells."""
    return replay.answer(sys.argv[1:], store.folder) if startup.is_prepared() else None


def recording(ctx: typer.Context, store: Store) -> Recording | None:
    """The recording of this run; None where its answer is not to be stored."""
    given = {name for name in ctx.params if getattr(ctx.get_parameter_source(name), "name", "") != "DEFAULT"}
    if not startup.is_prepared() or not given <= STORED_FLAGS:
        return None
    from linter.cache import Recording

    found = Recording(store, sys.argv[1:], ctx.params["paths"], ctx.params["config"])
    listen(found.transcript)
    return found
