"""`proposal-lint config show|init|schema`"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from linter.cli._output import err, out
from linter.errors import UsageProblem

if TYPE_CHECKING:
    from linter.config import LoadedConfig
    from linter.settings import Settings

STARTER = """\
# Configuration of proposal-lint. Every key is optional; what stands behind a # is the default or an example.
# `proposal-lint config schema > .proposal-lint.schema.json` lets editors complete and check this file.
# yaml-language-server: $schema=.proposal-lint.schema.json

platform: upwork            # the marketplace; `generic` is the strictest reading, for any other
document: proposal          # proposal, profile or message
stage: pre-contract         # pre-contract, contract or ended
# waive: [enterprise]       # exceptions granted: enterprise, legal, system-access, prior-relationship

fail-level: warning         # the least severity that fails a run: error, warning, suggestion or never
min-level: suggestion       # the least severity to report
# select: [contact, off-platform]
# ignore: [communication/preference]
# exclude: [archive/]       # patterns as in a .gitignore, relative to this file
# rules-dir: my-rules       # a folder with rules of your own
# baseline: known.json      # findings to set aside, as `proposal-lint baseline` writes them

# What holds for some files only; a later entry beats an earlier one.
# overrides:
#   - {files: ["profiles/**"], document: profile}
#   - {files: ["contracts/**"], stage: contract}

# Your own standing answers: --fix inserts what a draft lacks of them.
# communication:
#   tools: [Slack, Zoom]
#   hours: Mon-Fri 9:00-17:00 CET
#   response: within one business day
#   boundaries: [Upwork Messages until the contract starts, no weekend work]
"""


def register(app: typer.Typer) -> None:
    """Add the commands."""
    config = typer.Typer(help="Show, start and describe configuration files.", rich_markup_mode=None)
    config.command("show")(show)
    config.command("init")(init)
    config.command("schema")(schema)
    app.add_typer(config, name="config")


def show(
    path: Annotated[str, typer.Argument(metavar="[PATH]", help="A draft or a folder.")] = ".",
    config: Annotated[Path | None, typer.Option(metavar="FILE", help="Use this configuration.")] = None,
    isolated: Annotated[bool, typer.Option("--isolated", help="Use no configuration file.")] = False,
) -> int:
    """Show what holds for a draft, and where each part of it was said."""
    from linter.cli.rules import load
    from linter.config import ConfigFinder
    from linter.draft import Draft, DraftError
    from linter.files import absolute, read
    from linter.front_matter import front_matter_choice
    from linter.settings import Choice, Flags
    from linter.suppress import with_own_rules

    location = absolute(path)
    folder = location if location.is_dir() else location.parent
    found = ConfigFinder(config, isolated).of(folder)
    book = load((), config if config is not None else found.path, isolated)
    found.check_names(with_own_rules(book.resolve), book.platforms)
    choice = Choice("front matter")
    if location.is_file():
        try:
            draft = Draft.from_bytes(read(location), path)
        except DraftError as error:
            raise UsageProblem(f"{path}: {error.problem}", error.remedy) from None
        choice, faults = front_matter_choice(draft, book.platforms)
        for fault in (*draft.problems, *faults):
            err(f"{path}:{fault.line}:{fault.column}: {fault}")
    out(_page(found, found.settings(None if location.is_dir() else location, Flags(), choice)))
    return 0


def init(
    folder: Annotated[Path, typer.Argument(metavar="[FOLDER]", help="Where to write it.")] = Path(),
) -> int:
    """Write a commented .proposal-lint.yaml to start from; never over one that is there."""
    from linter.config import FILE_NAME, config_in

    path = folder / FILE_NAME
    there = config_in(folder.absolute())
    if there is not None:
        raise UsageProblem(f"{there.path} is there already", "Edit it, or remove it first.")
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(STARTER)
    except OSError as error:
        raise UsageProblem(f"{path} cannot be written: {error.strerror or error}") from None
    err(f"Wrote {path}.")
    return 0


def schema() -> int:
    """Print the JSON schema of a configuration file."""
    from linter.config import schema

    out(json.dumps(schema(), indent=2) + "\n")
    return 0


def _page(config: LoadedConfig, settings: Settings) -> str:
    """The settings as YAML, with the origin of each part of the context."""
    context, values = settings.context, config.values
    waivers = ", ".join(sorted(waiver.value for waiver in context.waivers))
    rows = [
        ("platform", context.platform, settings.origins["platform"]),
        ("document", context.document.value, settings.origins["document"]),
        ("stage", context.stage.value, settings.origins["stage"]),
        ("waive", f"[{waivers}]", settings.origins["waive"]),
        ("fail-level", settings.fail_level.value, ""),
        ("min-level", settings.min_level.value, ""),
    ]
    for index, selection in enumerate(settings.selections[:-1]):
        origin = "" if index == 0 else "override"
        if selection.select is not None:
            rows.append(("select", _list(selection.select), origin))
        if selection.extend:
            rows.append(("extend-select", _list(selection.extend), origin))
        if selection.ignore:
            rows.append(("ignore", _list(selection.ignore), origin))
    if values.exclude:
        rows.append(("exclude", _list(values.exclude), ""))
    if settings.rules_dirs:
        rows.append(("rules-dir", _list(map(str, settings.rules_dirs)), ""))
    block = settings.communication
    if block:
        content = {"tools": list(block.tools), "hours": block.hours, "response": block.response}
        rows.append(
            ("communication", json.dumps({**content, "boundaries": list(block.boundaries)}, ensure_ascii=False), "")
        )
    lines = [f"# configuration: {config.path or 'none'}"]
    lines += [f"{key}: {value}" + (f"  # {origin}" if origin else "") for key, value, origin in rows]
    return "\n".join(lines) + "\n"


def _list(items: object) -> str:
    return json.dumps(list(items), ensure_ascii=False)  # type: ignore[call-overload]
