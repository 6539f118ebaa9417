"""Stored answers: what a run printed, for `linter.replay` to give again, and what was found in each draft, for other runs."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import TypeAdapter

from linter import files
from linter.communication import Communication
from linter.context import Context
from linter.draft import Draft
from linter.finding import Finding
from linter.replay import CONFIGURATIONS, STDIN, question, state_of
from linter.result import RunResult
from linter.rulebook.words import rules_folder
from linter.store import Store, digest

if TYPE_CHECKING:
    from linter.replay import Witness

# A file that was changed later than this before the run may have been changed while it ran. In nanoseconds: clocks of files are coarse.
_MARGIN = 10_000_000


class Recording:
    """One run of `check`, from its start: keeps what it printed if a later run may print the same without looking.

    `transcript` is what was printed so far: 1 or 2 for the stream, and the text.
    """

    def __init__(self, store: Store, arguments: Sequence[str], paths: Sequence[str], config: Path | None) -> None:
        self._store = store
        self._name = question(arguments)
        self._started = time.time_ns()
        self._asked = {witness: state_of(witness) for witness in asked(paths, config)}
        self.transcript: list[tuple[int, str]] = []

    def keep(self, run: RunResult) -> bool:
        """Store the answer; False where it has faults, or where something that it hangs on may have changed meanwhile."""
        if self._name is None or run.problems or not run.files:
            return False
        found = sorted({*self._asked, *made_from(run, STDIN in self._asked)})
        states = [(*witness, self._asked[STDIN] if witness == STDIN else state_of(witness)) for witness in found]
        if not all(self._is_settled((kind, path), state) for kind, path, state in states):
            return False
        values = {"witnesses": states, "transcript": self.transcript, "code": run.exit_code}
        return self._store.put(self._name, json.dumps(values).encode())

    def _is_settled(self, witness: Witness, state: str | None) -> bool:
        """Whether a witness was in its present state already when the run started."""
        kind, path = witness
        if state is None or witness in self._asked:
            return state is not None and state == self._asked[witness]
        if kind == "rules":
            return all(self._is_old(file) for folder in json.loads(path) for file in Path(folder).rglob("*"))
        return self._is_old(Path(path))

    def _is_old(self, path: Path) -> bool:
        """Whether a file, or the folder that it is missing from, was not changed since the run started."""
        try:
            status = path.stat()
        except (FileNotFoundError, NotADirectoryError):
            return path.parent == path or self._is_old(path.parent)
        return max(status.st_mtime_ns, status.st_ctime_ns) < self._started - _MARGIN


def asked(paths: Iterable[str], config: Path | None) -> set[Witness]:
    """What a run hangs on that is known before it: what it is asked to read, and what configures that and says what git ignores."""
    found: set[Witness] = set() if config is None else {("file", str(files.absolute(str(config))))}
    folders = {files.absolute(".")}
    for path in paths:
        location = files.absolute(path)
        folders.add(location.parent)
        if location.is_dir():
            found.add(("folders", str(location)))
            folders.add(location)
            for parent in (location, *location.parents):
                found |= {("exists", str(parent / ".git")), ("file", str(parent / ".gitignore"))}
        else:
            found.add(STDIN if path == files.STDIN else ("file", str(location)))
    return found | _configurations(folders)


def made_from(run: RunResult, stdin: bool) -> set[Witness]:
    """What a run hangs on beside that: every draft, what may configure it, its baseline, and the rules."""
    rules = {(rules_folder(), *map(files.absolute, map(str, file.rules_dirs))) for file in run.files}
    found: set[Witness] = {("rules", json.dumps([str(folder) for folder in folders])) for folders in rules}
    found |= {("file", str(file.baseline)) for file in run.files if file.baseline is not None}
    locations = [files.absolute(file.path) for file in run.files]
    found |= {("file", str(location)) for location in locations if not stdin or location.is_file()}
    found |= {("file", str(files.absolute(str(file.baseline)))) for file in run.files if file.baseline is not None}
    return found | _configurations({location.parent for location in locations})


def _configurations(folders: Iterable[Path]) -> set[Witness]:
    """The configuration files that there are, or might be, for drafts in these folders."""
    parents = {parent for folder in folders for parent in (folder, *folder.parents)}
    return {("file", str(parent / name)) for parent in parents for name in CONFIGURATIONS}


@dataclass(frozen=True, slots=True)
class Found:
    """What the rules find in a draft: the rule and the stretch of the source of each match, and the findings."""

    places: list[tuple[str, int, int]]
    findings: list[Finding]


class Findings:
    """What the rules find in drafts, by everything that it hangs on."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known = TypeAdapter(Found)

    def remembered(
        self, rules: str | None, draft: Draft, context: Context, communication: Communication, find: Callable[[], Found]
    ) -> Found:
        """What `find` finds, or has found before; `rules` is a digest of the rules and of what reads them, None where unknown."""
        if rules is None:
            return find()
        waivers = sorted(waiver.value for waiver in context.waivers)
        shape = (context.platform, context.document.value, context.stage.value, waivers, astuple(communication))
        name = "findings/" + digest((rules.encode(), json.dumps(shape).encode(), draft.text.encode()))
        data = self._store.get(name)
        if data is not None:
            try:
                return self._known.validate_json(data)
            except ValueError:  # whole, and yet not what we write
                pass
        found = find()
        self._store.put(name, self._known.dump_json(found))
        return found
