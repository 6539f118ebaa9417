"""`proposal-lint [check] PATH...`"""

from __future__ import annotations

import os
import shutil
import sys
import traceback
from collections.abc import Iterable
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from linter import startup
from linter.cli import _cache
from linter.cli._app import Version
from linter.cli._output import err, out_bytes
from linter.cli._progress import Progress
from linter.cli._reports import formats, places, targets, write
from linter.context import Document, Stage, Waiver
from linter.errors import UsageProblem, did_you_mean
from linter.finding import Severity
from linter.settings import FailLevel
from linter.store import Store, default_folder

if TYPE_CHECKING:
    from linter.options import Options
    from linter.report import Style
    from linter.result import RunResult

PIPE_WIDTH = 100  # cells in a line where no terminal says otherwise


class Color(str, Enum):
    """When to write in colours."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


def _format(name: str) -> str:
    if name not in formats():
        near = did_you_mean(name, formats())
        raise typer.BadParameter(f"'{name}' is none of {', '.join(formats())}. {near}".rstrip())
    return name


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("check")(check)


def check(  # noqa: PLR0917  (typer reads the flags from the signature)
    ctx: typer.Context,
    paths: Annotated[list[str], typer.Argument(metavar="PATH", help="Files, folders, or - for standard input.")],
    output_format: Annotated[
        str,
        typer.Option(
            "--output-format",
            "-f",
            metavar="FORMAT",
            callback=_format,
            autocompletion=formats,
            help="How to report: full, concise, json, jsonl, sarif, github, gitlab or html.",
        ),
    ] = "full",
    output_file: Annotated[
        Path | None, typer.Option("--output-file", "-o", help="Write the report to a file, in UTF-8.")
    ] = None,
    report: Annotated[
        list[str] | None,
        typer.Option(metavar="FORMAT=FILE", help="Write another report to a file, as in html=report.html. Repeatable."),
    ] = None,
    platform: Annotated[
        str | None, typer.Option(metavar="ID", help="Marketplace that the draft is for. [default: upwork]")
    ] = None,
    document: Annotated[
        Document | None, typer.Option(help="What the draft will be posted as. [default: proposal]")
    ] = None,
    stage: Annotated[Stage | None, typer.Option(help="Where the work stands. [default: pre-contract]")] = None,
    waive: Annotated[
        list[Waiver] | None, typer.Option(help="Exception that the marketplace has granted. Repeatable.")
    ] = None,
    select: Annotated[
        list[str] | None,
        typer.Option(metavar="RULE", help="Report only these rules: ids or prefixes, comma separated."),
    ] = None,
    ignore: Annotated[list[str] | None, typer.Option(metavar="RULE", help="Do not report these rules.")] = None,
    extend_select: Annotated[list[str] | None, typer.Option(metavar="RULE", help="Report these rules as well.")] = None,
    min_level: Annotated[
        Severity | None,
        typer.Option(help="Least severity to report; what is hidden cannot fail. [default: suggestion]"),
    ] = None,
    fail_level: Annotated[
        FailLevel | None, typer.Option(help="Least severity that fails the run. [default: warning]")
    ] = None,
    stdin_filename: Annotated[
        str | None, typer.Option(metavar="PATH", help="Treat standard input as this file.")
    ] = None,
    config: Annotated[Path | None, typer.Option(metavar="FILE", help="Use this configuration for every file.")] = None,
    isolated: Annotated[bool, typer.Option("--isolated", help="Use no configuration file.")] = False,
    rules_dir: Annotated[
        list[Path] | None, typer.Option(metavar="FOLDER", help="Folder with more rules. Repeatable.")
    ] = None,
    exclude: Annotated[
        list[str] | None,
        typer.Option(metavar="GLOB", help="Leave out files and folders, as in a .gitignore. Repeatable."),
    ] = None,
    force_exclude: Annotated[
        bool, typer.Option("--force-exclude", help="Leave out excluded files even where they are named.")
    ] = False,
    no_gitignore: Annotated[bool, typer.Option("--no-gitignore", help="Take files that git ignores.")] = False,
    no_inline: Annotated[bool, typer.Option("--no-inline", help="Take no notice of directives in drafts.")] = False,
    fix: Annotated[bool, typer.Option("--fix", help="Mend what can be mended safely, in the files.")] = False,
    unsafe_fixes: Annotated[
        bool, typer.Option("--unsafe-fixes", help="With --fix or --diff: mend what may change what you say, too.")
    ] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Show what --fix would change; change nothing.")] = False,
    baseline: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Set aside the findings that this file knows.")
    ] = None,
    redact: Annotated[bool, typer.Option("--redact", help="Mask the text that was found, for logs.")] = False,
    statistics: Annotated[bool, typer.Option("--statistics", help="Count the findings of each rule.")] = False,
    no_cache: Annotated[bool, typer.Option("--no-cache", help="Set stored answers aside.")] = False,
    cache_dir: Annotated[
        Path | None, typer.Option(metavar="FOLDER", help="Where to store answers and compiled rules.")
    ] = None,
    jobs: Annotated[
        int | None,
        typer.Option("--jobs", "-j", metavar="N", min=1, help="Processes that check. [default: as many as pay]"),
    ] = None,
    color: Annotated[Color, typer.Option(help="When to write in colours.")] = Color.AUTO,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Findings only, no summary.")] = False,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="Say which configuration and context each file had.")
    ] = False,
    version: Version = False,  # noqa: ARG001
) -> int:
    """Check drafts: contact details, off-platform moves, and what is missing about communication.

    Exit code: 0 nothing reached the fail level, 1 something did, 2 something could not be checked, 130 interrupted;
    with --fix it speaks of what is left, with --diff 1 means that something would be changed.
    """
    store = Store(str(cache_dir.absolute()) if cache_dir is not None else default_folder())
    if cache_dir is not None and not no_cache and (answered := _cache.answered(store)) is not None:
        return answered
    startup.compile_from(store)
    recording = None if no_cache else _cache.recording(ctx, store)
    from linter.files import absolute
    from linter.options import Options
    from linter.run import check as check_paths
    from linter.settings import Fixing, Flags, Selection
    from linter.wording import counted

    if stdin_filename is not None and "-" not in paths:
        raise UsageProblem("--stdin-filename names standard input, which is not read", "Add '-'.")
    if config is not None and isolated:
        raise UsageProblem("--config and --isolated exclude each other", "Leave one out.")
    if select is not None and not _names(select):
        raise UsageProblem("--select names no rule", "Name one, or leave the flag out.")
    if any(path == "" for path in paths):
        raise UsageProblem("a path is empty", "Write '.' for the working folder.")
    if unsafe_fixes and not (fix or diff):
        raise UsageProblem("--unsafe-fixes changes nothing by itself", "Add --fix, or --diff to see what it would do.")
    wanted = targets(output_format, output_file, report or ())
    flags = Flags(
        platform=platform,
        document=document,
        stage=stage,
        waive=frozenset(waive) if waive else None,
        selection=Selection(_names(select) if select else None, _names(extend_select), _names(ignore)),
        min_level=min_level,
        fail_level=fail_level,
        rules_dirs=tuple(rules_dir or ()),
    )
    options = Options(
        flags=flags,
        config=config,
        isolated=isolated,
        exclude=tuple(exclude or ()),
        force_exclude=force_exclude,
        gitignore=not no_gitignore,
        stdin_filename=stdin_filename,
        inline=not no_inline,
        redact=redact,
        store=store,
        stored_findings=not no_cache,
        baseline=absolute(str(baseline)) if baseline is not None else None,
        fixing=Fixing(unsafe_fixes, write=not diff) if fix or diff else None,
        jobs=jobs,
    )
    progress = Progress()
    try:
        run = check_paths(paths, options, _stdin, progress)
    finally:
        progress.close()
    _tell(run, options, paths, verbose)
    if run.gone and not quiet:
        err(
            f"{counted(run.gone, 'known finding')} no longer there: `proposal-lint baseline --shrink` forgets about it."
        )
    if diff:
        return _show_changes(run, quiet)
    style = _style(color, output_file is None, not quiet, statistics)
    if fix and "-" in paths:
        out_bytes(
            b"".join(file.mended.after for file in run.files if file.path == (stdin_filename or "-") and file.mended)
        )
    if not write(run, wanted, style, piped=fix and "-" in paths):
        return 2
    if recording is not None:
        recording.keep(run)
    return run.exit_code


def _show_changes(run: RunResult, quiet: bool) -> int:
    """Print what fixes would change, as a patch. Exit code: 1 if they would change something, 2 as ever, else 0."""
    from linter.mend import unified_diff
    from linter.wording import counted

    changed = [
        (file.path, file.mended) for file in run.files if file.mended and file.mended.before != file.mended.after
    ]
    out_bytes("".join(unified_diff(path, mended) for path, mended in changed).encode())
    if not quiet:
        files = counted(len(changed), "file")
        err(f"{counted(run.fixed, 'finding')} would be fixed in {files}." if changed else "Nothing would be fixed.")
    return 2 if run.problems else int(bool(changed))


def _tell(run: RunResult, options: Options, paths: Iterable[str], verbose: bool) -> None:
    """Say on standard error what could not be checked, and, if asked, what held for each file."""
    from linter.result import explain

    commands = {path: did_you_mean(path, ("rules", "config", "baseline", "cache", "doctor")) for path in paths}
    for problem in run.problems:
        near = commands.get(problem.path) if problem.line == 0 else None
        err(f"{problem} {near.replace('mean', 'mean the command')}" if near else str(problem))
        if verbose and problem.__cause__ is not None:
            err("".join(traceback.format_exception(problem.__cause__)).rstrip())
    if verbose:
        for file in run.checked:
            err(explain(file))
    if not run.files:
        err("Nothing to check: every file is excluded." if options.force_exclude else "Nothing to check.")


def _style(color: Color, terminal: bool, summary: bool, statistics: bool) -> Style:
    from linter.report import Style

    interactive = terminal and sys.stdout is not None and sys.stdout.isatty()
    width = max(60, min(160, shutil.get_terminal_size((PIPE_WIDTH, 24)).columns)) if interactive else PIPE_WIDTH
    root, folder = places(os.environ)
    return Style(_colored(color, interactive), width, summary, statistics, root=root, folder=folder)


def _colored(color: Color, interactive: bool) -> bool:
    """The flag decides, then FORCE_COLOR, then NO_COLOR, then whether a terminal reads."""
    if color is not Color.AUTO:
        return color is Color.ALWAYS
    if os.environ.get("FORCE_COLOR"):
        return True
    return interactive and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _names(values: Iterable[str] | None) -> tuple[str, ...]:
    """Comma separated names of repeated flags."""
    return tuple(name for value in values or () for part in value.split(",") if (name := part.strip()))


def _stdin() -> bytes:
    from linter.draft import MAX_BYTES

    return sys.stdin.buffer.read(MAX_BYTES + 1)
