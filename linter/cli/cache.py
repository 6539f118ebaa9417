"""`proposal-lint cache clean|dir`"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from linter.cli._output import out
from linter.errors import UsageProblem
from linter.store import Store, default_folder

CacheDir = Annotated[Path | None, typer.Option("--cache-dir", metavar="FOLDER", help="The folder, if not the usual.")]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    cache = typer.Typer(help="Show or empty the folder of stored answers and compiled rules.", rich_markup_mode=None)
    cache.command("dir")(show)
    cache.command("clean")(clean)
    app.add_typer(cache, name="cache")


def show(cache_dir: CacheDir = None) -> int:
    """Print the folder where answers and compiled rules are stored."""
    out(f"{_folder(cache_dir)}\n")
    return 0


def clean(cache_dir: CacheDir = None) -> int:
    """Remove all that is stored; the next run builds it anew."""
    folder = _folder(cache_dir)
    try:
        count, size = Store(folder).clean()
    except OSError as error:
        problem = f"{error.filename or folder} cannot be removed: {error.strerror or error}"
        raise UsageProblem(problem, "Mend its permissions.") from None
    out(f"Removed {count} file{'s' * (count != 1)} ({size / 1e6:.1f} MB) from {folder}.\n")
    return 0


def _folder(cache_dir: Path | None) -> str:
    return str(cache_dir.absolute()) if cache_dir is not None else default_folder()
