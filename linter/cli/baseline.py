"""`proposal-lint baseline PATH...`"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from linter.cli._output import err, out
from linter.context import Document, Stage, Waiver
from linter.errors import UsageProblem

if TYPE_CHECKING:
    from linter.baseline import Baseline


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("baseline")(baseline)


def baseline(  # noqa: PLR0917  (typer reads the flags from the signature)
    paths: Annotated[list[str], typer.Argument(metavar="PATH", help="Files and folders.")],
    file: Annotated[
        Path | None,
        typer.Option(
            "--baseline",
            metavar="FILE",
            help="The file. [default: the configured one, else .proposal-lint-baseline.json]",
        ),
    ] = None,
    shrink: Annotated[
        bool, typer.Option("--shrink", help="Only take out what is no longer there; let nothing new in.")
    ] = False,
    platform: Annotated[str | None, typer.Option(metavar="ID", help="As for check.")] = None,
    document: Annotated[Document | None, typer.Option(help="As for check.")] = None,
    stage: Annotated[Stage | None, typer.Option(help="As for check.")] = None,
    waive: Annotated[list[Waiver] | None, typer.Option(help="As for check. Repeatable.")] = None,
    config: Annotated[Path | None, typer.Option(metavar="FILE", help="Use this configuration for every file.")] = None,
    isolated: Annotated[bool, typer.Option("--isolated", help="Use no configuration file.")] = False,
    rules_dir: Annotated[
        list[Path] | None, typer.Option(metavar="FOLDER", help="Folder with more rules. Repeatable.")
    ] = None,
    exclude: Annotated[list[str] | None, typer.Option(metavar="GLOB", help="As for check. Repeatable.")] = None,
    force_exclude: Annotated[bool, typer.Option("--force-exclude", help="As for check.")] = False,
    no_gitignore: Annotated[bool, typer.Option("--no-gitignore", help="As for check.")] = False,
    no_inline: Annotated[bool, typer.Option("--no-inline", help="As for check.")] = False,
) -> int:
    """Write the findings of today into a file, so that check reports new ones only.

    Drafts that are not named keep what is known of them. Exit code: 0 written, 2 something could not be checked or written.
    """
    from linter.config import ConfigFinder
    from linter.files import STDIN, absolute
    from linter.options import Options
    from linter.run import check
    from linter.settings import Flags

    if STDIN in paths:
        raise UsageProblem("standard input has no path to be known by", "Name files or folders.")
    if config is not None and isolated:
        raise UsageProblem("--config and --isolated exclude each other", "Leave one out.")
    configured = ConfigFinder(config, isolated).of(absolute(".")).baseline
    known = _known(file, configured)
    if shrink and not known.file.exists():
        raise UsageProblem(f"{known.file}: there is no baseline to shrink", "Leave --shrink out to write one.")
    options = Options(
        flags=Flags(platform, document, stage, frozenset(waive) if waive else None, rules_dirs=tuple(rules_dir or ())),
        config=config,
        isolated=isolated,
        exclude=tuple(exclude or ()),
        force_exclude=force_exclude,
        gitignore=not no_gitignore,
        inline=not no_inline,
        baselines=False,
    )
    run = check(paths, options)
    for problem in run.problems:
        err(str(problem))
    drafts = {absolute(one.path): one.findings for one in run.files if one.draft is not None and not one.problems}
    renewed = known.renewed(drafts, shrink)
    try:
        renewed.write()
    except OSError as error:
        raise UsageProblem(f"{known.file} cannot be written: {error.strerror or error}") from None
    out(_told(known, renewed))
    if file is None and configured is None and not shrink:
        err(f"Set it to work with 'baseline: {known.file.name}' in the configuration, or with check --baseline.")
    return 2 if run.problems else 0


def _known(file: Path | None, configured: Path | None) -> Baseline:
    """The baseline to renew; an empty one where there is none yet. Raises `BaselineError`: nothing broken is written over."""
    from linter.baseline import FILE_NAME, Baseline
    from linter.files import absolute

    place = absolute(str(file)) if file is not None else configured or absolute(FILE_NAME)
    return Baseline.read(place) if place.exists() else Baseline(place, {})


def _told(before: Baseline, after: Baseline) -> str:
    from linter.wording import counted

    old, new = sum(before.counts.values()), sum(after.counts.values())
    kept = sum(min(count, after.counts.get(key, 0)) for key, count in before.counts.items())
    files = counted(len({path for path, _, _ in after.counts}), "file")
    return f"{after.file.name}: {counted(new, 'finding')} in {files} ({new - kept} added, {old - kept} gone).\n"
