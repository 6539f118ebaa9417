"""Where the reports of a run go: one to the terminal or to a file, and others to files in formats of their own."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from linter.cli._output import err, err_text, out
from linter.errors import UsageProblem, did_you_mean

if TYPE_CHECKING:
    from linter.report import Style
    from linter.result import RunResult

# Where a CI checks out the repository: what it shows beside a change is known by its path from there.
CHECKOUTS = ("GITHUB_WORKSPACE", "CI_PROJECT_DIR")


@dataclass(frozen=True, slots=True)
class Target:
    """A report to write: its format, and its file, None for standard output. `flag` is what asked for it."""

    format: str
    file: Path | None
    flag: str


def formats() -> list[str]:
    """The formats' names, for completion."""
    from linter.report import formats

    return formats()


def targets(output_format: str, output_file: Path | None, reports: Iterable[str]) -> list[Target]:
    """The reports to write. Raises `UsageProblem` for a format that there is not, and a file that cannot be meant."""
    found = [Target(output_format, output_file, "--output-file"), *map(_target, reports)]
    seen: set[str] = set()
    for target in found:
        if target.file is None:
            continue
        if (place := _place(target.file)) in seen:
            raise UsageProblem(f"{target.flag}: {target.file} is written twice", "Give each report a file of its own.")
        seen.add(place)
        if target.file.is_dir():
            raise UsageProblem(f"{target.flag}: {target.file} is a folder", "Name a file in it.")
        if not target.file.parent.is_dir():
            missing = f"{target.flag}: {target.file} cannot be written: there is no folder {target.file.parent}"
            raise UsageProblem(missing, "Make it, or mend the path.")
    return found


def write(run: RunResult, found: Iterable[Target], style: Style, piped: bool = False) -> bool:
    """Write every report; False where one could not be, which is said on standard error and keeps no other back.

    `piped` says that standard output carries a fixed draft: a report that would go there goes to standard error.
    """
    from linter.files import write
    from linter.report import renderer

    drafts = {_place(file.path) for file in run.files if file.draft is not None}
    every = True
    for target in found:
        shown = style if target.file is None else replace(style, color=False, problems=True)
        text = renderer(target.format)(run, shown)
        if target.file is None:
            (err_text if piped else out)(text)
            continue
        try:
            if _place(target.file) in drafts:
                raise OSError("it is one of the drafts")
            write(target.file, text.encode("utf-8", "backslashreplace"))
        except OSError as error:
            every = False
            err(f"proposal-lint: {target.flag}: {target.file} cannot be written: {error.strerror or error}.")
    return every


def places(environment: dict[str, str] | os._Environ[str]) -> tuple[Path, Path]:
    """The repository's root, as far as a CI tells, else the working folder; and the working folder."""
    folder = Path.cwd()
    roots = (Path(os.path.normpath(environment[name])) for name in CHECKOUTS if environment.get(name))
    return next((root for root in roots if folder.is_relative_to(root)), folder), folder


def _target(text: str) -> Target:
    name, equals, file = text.partition("=")
    if not equals or not file:
        raise UsageProblem(f"--report: '{text}' is no FORMAT=FILE", "Write it as in --report sarif=report.sarif.")
    if name not in formats():
        remedy = did_you_mean(name, formats()) or f"Known are: {', '.join(formats())}."
        raise UsageProblem(f"--report: no format is called '{name}'", remedy)
    if file == "-":
        raise UsageProblem(f"--report: '{text}' names standard output", f"Write -f {name} instead.")
    return Target(name, Path(file), "--report")


def _place(path: Path | str) -> str:
    return os.path.normcase(os.path.realpath(path))
