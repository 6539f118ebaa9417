"""The rulebooks of a run and their linters: each is loaded and compiled once, or taken from where an earlier process stored it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from linter.cache import Findings, Found
from linter.communication import Communication
from linter.context import Context
from linter.draft import Draft
from linter.rulebook import Rulebook, RulebookError, load_rulebook
from linter.rulebook.stored import Stored
from linter.settings import Settings

if TYPE_CHECKING:
    from linter.engine import Linter
    from linter.store import Store


class Linters:
    """Linters by the folders of the user's own rules and by the writer's standing answers."""

    def __init__(self, store: Store | None = None, stored_findings: bool = False) -> None:
        self._rulebooks: dict[tuple[Path, ...], Rulebook | RulebookError] = {}
        self._linters: dict[tuple[tuple[Path, ...], Communication], Linter] = {}
        self._stored = Stored(store) if store is not None else None
        self._findings = Findings(store) if store is not None and stored_findings else None

    def rulebook(self, rules_dirs: tuple[Path, ...]) -> Rulebook:
        """The built-in rules and those of the folders. Raises `RulebookError`, every time it is asked."""
        if rules_dirs not in self._rulebooks:
            try:
                stored = self._stored
                self._rulebooks[rules_dirs] = stored.load(rules_dirs) if stored else load_rulebook(rules_dirs)
            except RulebookError as error:
                self._rulebooks[rules_dirs] = error
        found = self._rulebooks[rules_dirs]
        if isinstance(found, RulebookError):
            raise found.with_traceback(None)
        return found

    def of(self, rules_dirs: tuple[Path, ...], communication: Communication) -> Linter:
        """The linter for a writer; rules that are compiled already, for another writer, are not compiled again."""
        from linter.engine import Linter  # noqa: PLC0415

        key = (rules_dirs, communication)
        if key not in self._linters:
            compiled = next((linter for (dirs, _), linter in self._linters.items() if dirs == rules_dirs), None)
            self._linters[key] = (
                compiled.speaking(communication)
                if compiled is not None
                else Linter(self.rulebook(rules_dirs), communication=communication)
            )
        return self._linters[key]

    def found(self, draft: Draft, settings: Settings) -> Found:
        """What the rules find, from the store where that is known: then spaCy is not even imported."""

        linter = self.of(settings.rules_dirs, settings.communication)

        def find() -> Found:
            matches = linter.matches(draft)
            places = [(match.rule, *draft.folded.source(match.start, match.end)) for match in matches]
            return Found(places, linter.lint(draft, settings.context, matches))

        if self._stored is None or self._findings is None:
            return find()
        rules = self._stored.digest(settings.rules_dirs)
        return self._findings.remembered(rules, draft, settings.context, settings.communication, find)

    def warm(self, rules_dirs: tuple[Path, ...] = ()) -> None:
        """Import spaCy and compile the rules, so that no draft waits for it. Raises `RulebookError`."""
        linter = self.of(rules_dirs, Communication())
        linter.lint(Draft.from_text("Hello."), Context())

    def keep(self) -> None:
        """Store what was compiled, for later processes."""
        for (rules_dirs, _), linter in self._linters.items():
            if self._stored is not None and linter.is_compiled:
                self._stored.keep(rules_dirs, linter)

    def forget(self) -> None:
        """Read the user's own rules anew when they are next asked for; the built-in ones stay compiled."""
        self._rulebooks = {dirs: book for dirs, book in self._rulebooks.items() if not dirs}
        self._linters = {key: linter for key, linter in self._linters.items() if not key[0]}
