"""Check documents as the command line would, and notice when what shapes the answer has changed on disk."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from linter.checker import Checker
from linter.config import CONFIG_NAMES, ConfigError
from linter.errors import PlacedError
from linter.finding import Finding
from linter.options import Options
from linter.result import FileResult
from linter.rulebook import Rulebook
from linter.run import guarded
from linter.store import Store

Stamp = tuple[tuple[str, int, int], ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a document is. `path` is what reports call it; `location` is None for one that no file holds.

    `folder` is where configuration is looked for.
    """

    path: str
    location: Path | None
    folder: Path


@dataclass(frozen=True, slots=True)
class Analysis:
    """What was found in one version of a document; `result` is None for a document that the configuration excludes.

    `generation` counts how often configuration or rules had changed by then.
    """

    text: str
    generation: int
    result: FileResult | None
    rulebook: Rulebook | None


class Analyser:
    """Checks documents with one `Checker`. Belongs to one thread."""

    def __init__(self, store: Store | None = None) -> None:
        self._checker = Checker(Options(force_exclude=True, store=store))
        self._stamps: dict[Path, Stamp] = {}
        self._generation = 0

    def warm(self, folder: Path) -> None:
        """Import spaCy and compile the rules that hold in a folder."""
        try:
            self._checker.linters.warm(self._rules_dirs(folder))
        except PlacedError:
            self._checker.linters.warm()  # what is wrong is shown with each draft that it governs
        self._checker.linters.keep()

    def analyse(self, text: str, place: Place) -> Analysis:
        """What the command line would say of a file with this text."""
        self.refresh([place.folder])
        data = text.encode("utf-8", "surrogatepass")  # what no file can hold is then an error, as it is in a file
        if place.location is not None and self._checker.choosing().excludes(place.location, False):
            return Analysis(text, self._generation, None, None)
        result = guarded(
            place.path,
            lambda: self._checker.check_bytes(data, place.path, place.location, place.folder),
        )
        return Analysis(text, self._generation, result, self._rulebook(place.folder))

    def findings(self, text: str, place: Place) -> tuple[Finding, ...]:
        """The findings alone."""
        result = self.analyse(text, place).result
        return result.findings if result is not None else ()

    def refresh(self, folders: Iterable[Path]) -> int:
        """The generation, a new one if a configuration or rule file that holds in one of the folders has changed.

        Then all of them are read anew with the next draft.
        """
        changed = False
        for folder in folders:
            stamp = tuple(_stamps(self._watched(folder)))
            changed = changed or self._stamps.get(folder, stamp) != stamp
            self._stamps[folder] = stamp
        if changed:
            self._generation += 1
            self._checker.forget()
            self._stamps = {folder: tuple(_stamps(self._watched(folder))) for folder in self._stamps}
        return self._generation

    def _rules_dirs(self, folder: Path) -> tuple[Path, ...]:
        return self._checker.configs.of(folder).rules_dirs

    def _rulebook(self, folder: Path) -> Rulebook | None:
        try:
            return self._checker.linters.rulebook(self._rules_dirs(folder))
        except PlacedError:
            return None

    def _watched(self, folder: Path) -> Iterator[Path]:
        """The files that may say how a folder's drafts are judged, whether they exist or not."""
        for parent in (folder, *folder.parents):
            yield from (parent / name for name in CONFIG_NAMES)
        try:
            config = self._checker.configs.of(folder)
        except ConfigError:
            return
        if config.baseline is not None:
            yield config.baseline
        for rules_dir in config.rules_dirs:
            yield from sorted(rules_dir.rglob("*.y*ml"))


def _stamps(paths: Iterable[Path]) -> Iterator[tuple[str, int, int]]:
    for path in paths:
        try:
            status = path.stat()
        except OSError:
            continue
        yield str(path), status.st_mtime_ns, status.st_size
