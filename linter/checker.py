"""Check one draft: settle what holds for it, lint, and take back what directives cover and baselines know."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from linter import files
from linter.config import ConfigError, ConfigFinder, LoadedConfig, is_pattern, spec_of
from linter.draft import Draft, DraftError
from linter.errors import PlacedError, UsageProblem, did_you_mean
from linter.finding import Finding
from linter.front_matter import front_matter_choice
from linter.linters import Linters
from linter.options import Options
from linter.result import FileResult, RuleInfo, Suppressed, redacted
from linter.rulebook import Rulebook, RulebookError
from linter.settings import Settings, selected, unknown
from linter.suppress import OWN_RULES, Suppressions, with_own_rules

if TYPE_CHECKING:
    from linter.baseline import Baseline


class Checker:
    """Checks drafts one by one; reads each configuration and compiles each rulebook once."""

    def __init__(self, options: Options) -> None:
        self.options = options
        self.configs = ConfigFinder(options.config, options.isolated)
        self.linters = Linters(options.store, options.stored_findings)
        self._names_checked: set[tuple[Path | None, tuple[Path, ...]]] = set()
        self._redact = options.redact
        self._baselines: dict[Path, Baseline] = {}

    def __reduce__(self) -> tuple[Any, ...]:
        """What another process needs to make its own."""
        return Checker, (self.options,)

    @contextmanager
    def plainly(self) -> Iterator[None]:
        """Outcomes with the text as it is, also where they are to be masked in the end."""
        self._redact = False
        try:
            yield
        finally:
            self._redact = self.options.redact

    def choosing(self) -> files.Choosing:
        """How this run chooses files. Raises `UsageProblem` for a flag that is no pattern."""
        options = self.options
        for pattern in options.exclude:
            if not is_pattern(pattern):
                raise UsageProblem(f"--exclude: '{pattern}' is no pattern", "Write it as in a .gitignore.")
        spec, here = spec_of(options.exclude) if options.exclude else None, files.absolute(".")

        def excludes(path: Path, folder: bool) -> bool:
            inside = path.relative_to(here).as_posix() + "/" * folder if path.is_relative_to(here) else ""
            if spec is not None and inside and spec.match_file(inside):
                return True
            try:
                return self.configs.of(path.parent).excludes(path, folder)
            except ConfigError:  # reported with each draft that it governs
                return False

        return files.Choosing(excludes, options.force_exclude, options.gitignore, options.stdin_filename)

    def check_source(self, source: files.Source, stdin: Callable[[], bytes] | None = None) -> FileResult:
        """The outcome for one draft that `files.find` gave."""
        if source.error is not None:
            return FileResult(source.path, problems=(_placed(source.path, source.error),))
        try:
            if source.location is None or source.stdin:
                data = stdin() if stdin is not None else b""
            else:
                data = files.read(source.location)
        except DraftError as error:
            return FileResult(source.path, problems=(_placed(source.path, error),))
        return self.check_bytes(data, source.path, source.location)

    def check_bytes(self, data: bytes, path: str, location: Path | None, folder: Path | None = None) -> FileResult:
        """The outcome for a draft from its bytes; `path` is what reports call it, the rest is as for `check_draft`."""
        try:
            draft = Draft.from_bytes(data, path)
        except DraftError as error:
            return FileResult(path, problems=(_placed(path, error),))
        return self.check_draft(draft, location, folder)

    def check_draft(self, draft: Draft, location: Path | None, folder: Path | None = None) -> FileResult:
        """The outcome for a draft. Configuration is looked for from `location`; where it has none, from a folder.

        The folder is the working folder unless another is given.
        """
        path = draft.path or files.STDIN
        try:
            config = self.configs.of(location.parent if location is not None else folder or files.absolute("."))
            rulebook = self.linters.rulebook((*config.rules_dirs, *self.options.flags.rules_dirs))
            self._check_names(config, rulebook)
        except (ConfigError, RulebookError) as error:
            return FileResult(path, problems=(error,))
        choice, faults = front_matter_choice(draft, rulebook.platforms)
        settings = config.settings(location, self.options.flags, choice)
        try:
            return self._lint(draft, location, settings, rulebook, [*draft.problems, *faults])
        except RulebookError as error:  # a pattern that only compiling shows to be wrong
            return FileResult(path, problems=(error,))

    def forget(self) -> None:
        """Read configurations and rules of the user's own anew with the next draft; the built-in rules stay compiled."""
        self.configs = ConfigFinder(self.options.config, self.options.isolated)
        self.linters.forget()
        self._names_checked.clear()
        self._baselines.clear()

    def _baseline(self, file: Path) -> Baseline:
        """The baseline in a file, read once. Raises `BaselineError`."""
        from linter.baseline import Baseline  # noqa: PLC0415

        if file not in self._baselines:
            self._baselines[file] = Baseline.read(file)
        return self._baselines[file]

    def _known(
        self, settings: Settings, location: Path | None, kept: list[Finding], found: Iterable[Finding] | None
    ) -> tuple[list[Finding], dict[str, Any], list[PlacedError]]:
        """Of the findings to report those that no baseline knows, what becomes of the others, and what is wrong with it.

        `found` is everything that the rules find, None where that is not known.
        """
        file = self.options.baseline or settings.baseline
        if file is None or location is None or not self.options.baselines:
            return kept, {}, []
        from linter.baseline import BaselineError  # noqa: PLC0415

        try:
            baseline = self._baseline(file)
        except BaselineError as error:
            return kept, {"baseline": file}, [error]
        new, known = baseline.split(location, kept)
        gone = 0 if found is None else baseline.gone(location, found)
        return new, {"baseline": file, "baselined": known, "gone": gone}, []

    def _lint(
        self,
        draft: Draft,
        location: Path | None,
        settings: Settings,
        rulebook: Rulebook,
        faults: list[DraftError],
    ) -> FileResult:
        path = draft.path or files.STDIN
        resolve = with_own_rules(rulebook.resolve)
        suppressions = Suppressions.parse(draft, resolve) if self.options.inline else Suppressions()
        faults += suppressions.problems
        places: list[tuple[str, int, int]] = []
        found: list[Finding] = []
        complete = False
        linter = self.linters.of(settings.rules_dirs, settings.communication)
        try:
            known = self.linters.found(draft, settings)
            places, found = known.places, list(known.findings)
        except DraftError as error:
            faults.append(error)
        else:
            found += suppressions.findings(draft, places)
            complete = True
        every = frozenset((*rulebook.rules, *(rule.id for rule in OWN_RULES)))
        chosen = selected(settings.selections, resolve, every)
        wanted = [one for one in found if one.rule in chosen and one.severity.rank >= settings.min_level.rank]
        wanted.sort(key=lambda one: (one.start, one.end, one.rule))
        covering = [suppressions.covering(one.rule, one.start, one.end) for one in wanted]
        kept = [one for one, by in zip(wanted, covering, strict=True) if by is None]
        kept, known_there, faulty = self._known(settings, location, kept, found if complete else None)
        if len(kept) < len(found):
            kept = linter.with_statements(draft, settings.context, kept)
        result = FileResult(
            path=path,
            context=settings.context,
            draft=draft.bare(),
            findings=tuple(_sparing(kept, [one for one, by in zip(wanted, covering, strict=True) if by])),
            problems=(*(_placed(path, fault) for fault in faults), *faulty),
            suppressed=tuple(Suppressed(one, by.reason) for one, by in zip(wanted, covering, strict=True) if by),
            rules=tuple(_info(rulebook, rule) for rule in sorted({one.rule for one in wanted})),
            fail_level=settings.fail_level,
            configuration=settings.configuration,
            origins=tuple(settings.origins.items()),
            rules_dirs=settings.rules_dirs,
            **known_there,
        )
        return redacted(result, [(start, end) for _, start, end in places]) if self._redact else result

    def _check_names(self, config: LoadedConfig, rulebook: Rulebook) -> None:
        """Raise `ConfigError` or `UsageProblem` for a name that nothing has; asked once for each configuration."""
        key = (config.path, config.rules_dirs)
        if key in self._names_checked:
            return
        resolve = with_own_rules(rulebook.resolve)
        flags = self.options.flags
        if flags.platform is not None and flags.platform not in rulebook.platforms:
            remedy = did_you_mean(flags.platform, rulebook.platforms) or f"Known are: {', '.join(rulebook.platforms)}."
            raise UsageProblem(f"--platform: no platform is called '{flags.platform}'", remedy)
        named = {"--select": flags.selection.select, "--extend-select": flags.selection.extend}
        for flag, names in {**named, "--ignore": flags.selection.ignore}.items():
            for name in names or ():
                if (remedy_or_none := unknown(name, resolve)) is not None:
                    raise UsageProblem(f"{flag}: no rule is called '{name}'", remedy_or_none)
        config.check_names(resolve, rulebook.platforms)
        self._names_checked.add(key)


def _sparing(findings: Iterable[Finding], spared: Sequence[Finding]) -> Iterator[Finding]:
    """The findings, without those fixes that would change what a directive takes back."""
    for one in findings:
        fixes = tuple(
            fix
            for fix in one.fixes
            if not any(edit.start < kept.end and kept.start < edit.end for edit in fix.edits for kept in spared)
        )
        yield one if len(fixes) == len(one.fixes) else replace(one, fixes=fixes)


def _info(rulebook: Rulebook, name: str) -> RuleInfo:
    """What reports tell about a rule, the linter's own included."""
    for own in OWN_RULES:
        if own.id == name:
            return RuleInfo(own.id, own.level, own.summary, own.why)
    rule = rulebook.rules[name]
    why = "\n\n".join(" ".join(part.split()) for part in rule.why.split("\n\n"))  # without the file's own line breaks
    return RuleInfo(rule.id, rule.level, rule.summary, why.strip(), missing=rule.file.require is not None)


def _placed(path: str, error: DraftError) -> PlacedError:
    return PlacedError(path, error.problem, error.remedy, error.line, error.column)
