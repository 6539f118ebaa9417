"""The typer application: every module beside this one is a command, and `check` needs no name."""

from __future__ import annotations

import importlib
import os
import pkgutil
from collections.abc import Sequence
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

import linter.cli
from linter import startup
from linter.cli._output import out
from linter.store import Store, default_folder
from linter.version import version

# The group's own flags; whatever else comes first is `check`'s.
_OWN_FLAGS = frozenset(("--help", "-h", "--version", "-V", "--install-completion", "--show-completion"))


class DefaultGroup(TyperGroup):
    """A group that reads `PATH...` as `check PATH...`."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Put `check` where no command is named."""
        first = args[0] if args else ""
        if first not in self.commands and first not in _OWN_FLAGS and not (ctx.resilient_parsing and not args):
            args = ["check", *args]
        return super().parse_args(ctx, args)


def command(arguments: Sequence[str] = ()) -> Any:
    """The command line, with as many of its commands as these arguments need: reading a command's flags takes a while."""
    app = typer.Typer(
        cls=DefaultGroup,
        add_completion=True,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
        help="Check a freelancer's proposal, profile or message before it is sent. It runs offline.",
        epilog="'proposal-lint PATH...' is 'proposal-lint check PATH...'.",
    )
    app.callback()(_callback)
    names = _needed(arguments)
    if names == ["check"] and not any(argument.startswith("--cache-dir") for argument in arguments):
        startup.compile_from(Store(default_folder()))
    for name in names:
        importlib.import_module(f"linter.cli.{name}").register(app)
    found = typer.main.get_command(app)
    if startup.is_prepared():
        startup.read_flags_late(found)
    return found


def _needed(arguments: Sequence[str]) -> list[str]:
    """The command that the arguments name, else `check`; all of them for the group's own flags and for completion."""
    modules = (module.name for module in pkgutil.iter_modules(linter.cli.__path__))
    names = sorted(name for name in modules if not name.startswith("_"))
    if not arguments or arguments[0] in _OWN_FLAGS or "_PROPOSAL_LINT_COMPLETE" in os.environ:
        return names
    return [arguments[0] if arguments[0] in names else "check"]


def show_version(wanted: bool) -> None:
    """Print the version and end."""
    if wanted:
        out(f"proposal-lint {version()}\n")
        raise typer.Exit


Version = Annotated[
    bool, typer.Option("--version", "-V", help="Show the version and exit.", is_eager=True, callback=show_version)
]


def _callback(version: Version = False) -> None:
    """Check a freelancer's proposal, profile or message before it is sent. It runs offline."""
