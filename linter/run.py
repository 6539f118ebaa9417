"""Check drafts: find them, settle what holds for each, lint, and take back what directives cover."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from linter import files
from linter.cache import Findings, Found
from linter.communication import Communication
from linter.config import ConfigError, ConfigFinder, LoadedConfig, is_pattern, spec_of
from linter.context import Context, Document, Stage, Waiver
from linter.draft import Draft, DraftError
from linter.errors import PlacedError, UsageProblem, did_you_mean
from linter.finding import Finding
from linter.result import FileResult, RuleInfo, RunResult, Suppressed, redacted
from linter.rulebook import Rulebook, RulebookError, load_rulebook
from linter.rulebook.stored import Stored
from linter.settings import Choice, Fixing, Flags, Settings, selected, unknown
from linter.suppress import OWN_RULES, Suppressions, with_own_rules

if TYPE_CHECKING:
    from linter.baseline import Baseline
    from linter.engine import Linter
    from linter.store import Store

Word = TypeVar("Word", Document, Stage, Waiver)


@dataclass(frozen=True, slots=True)
class Options:
    """What a run is asked to do, beside the settings of each draft."""

    flags: Flags = field(default_factory=Flags)
    config: Path | None = None
    isolated: bool = False
    exclude: tuple[str, ...] = ()
    force_exclude: bool = False
    gitignore: bool = True
    stdin_filename: str | None = None
    inline: bool = True
    redact: bool = False
    store: Store | None = None  # of compiled rules, and of findings if wanted
    stored_findings: bool = False
    fixing: Fixing | None = None
    baseline: Path | None = None
    baselines: bool = True  # whether to set aside what baselines know
    jobs: int | None = None  # processes; None for as many as pay


def check(
    paths: Sequence[str],
    options: Options,
    stdin: Callable[[], bytes] | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> RunResult:
    """The outcome for the drafts that the paths stand for; `-` is what `stdin` gives.

    `progress` is told after each draft how many are done, and how many there are. Raises `UsageProblem` for a flag that names something unknown and `ConfigError` for a broken explicit configuration.
    """
    checker = Checker(options)
    sources = files.find(paths, checker.choosing())
    results = []
    for result in _outcomes(checker, sources, stdin):
        results.append(result)
        if progress is not None:
            progress(len(results), len(sources))
    checker.keep_compiled()
    return RunResult(tuple(results))


def _outcomes(
    checker: Checker, sources: Sequence[files.Source], stdin: Callable[[], bytes] | None
) -> Iterator[FileResult]:
    """The outcomes, in order. The first drafts are checked here: they compile what the workers then share."""
    from linter import jobs  # noqa: PLC0415

    count = 1 if any(source.stdin for source in sources) else jobs.processes(checker.options.jobs, len(sources))
    here = len(sources) if count == 1 else jobs.CHUNK
    for source in sources[:here]:
        yield _guarded(source, checker=checker, stdin=stdin)
    if here < len(sources):
        yield from jobs.each(sources[here:], partial(_guarded, checker=checker), _failed, count)


def _guarded(source: files.Source, checker: Checker, stdin: Callable[[], bytes] | None = None) -> FileResult:
    return guarded(source.path, partial(_checked, checker, source, stdin))


def _failed(source: files.Source, problem: str) -> FileResult:
    return FileResult(
        source.path, problems=(PlacedError(source.path, problem, "Check it alone, and report it.", 0, 0),)
    )


def _checked(checker: Checker, source: files.Source, stdin: Callable[[], bytes] | None) -> FileResult:
    """One draft's outcome, after its fixes where they are asked for."""
    if checker.options.fixing is None:
        return checker.check_source(source, stdin)
    from linter.mend import mend_source  # noqa: PLC0415

    return mend_source(checker, source, stdin or bytes, checker.options.fixing)


def guarded(path: str, check: Callable[[], FileResult]) -> FileResult:
    """One draft's outcome; a fault of the linter itself is that draft's problem and stops no other."""
    try:
        return check()
    except PlacedError:
        raise
    except Exception as error:
        what = f"the linter failed with {type(error).__name__}: {error}"
        problem = PlacedError(path, what, "Please report it; -v shows where.", 0, 0)
        problem.__cause__ = error
        return FileResult(path, problems=(problem,))


class Checker:
    """Checks drafts one by one; reads each configuration and compiles each rulebook once."""

    def __init__(self, options: Options) -> None:
        self.options = options
        self.configs = ConfigFinder(options.config, options.isolated)
        self._rulebooks: dict[tuple[Path, ...], Rulebook | RulebookError] = {}
        self._linters: dict[tuple[tuple[Path, ...], Communication], Linter] = {}
        self._stored = Stored(options.store) if options.store is not None else None
        self._findings = Findings(options.store) if options.store is not None and options.stored_findings else None
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
            rulebook = self.rulebook((*config.rules_dirs, *self.options.flags.rules_dirs))
            self._check_names(config, rulebook)
        except (ConfigError, RulebookError) as error:
            return FileResult(path, problems=(error,))
        choice, faults = front_matter_choice(draft, rulebook.platforms)
        settings = config.settings(location, self.options.flags, choice)
        try:
            return self._lint(draft, location, settings, rulebook, [*draft.problems, *faults])
        except RulebookError as error:  # a pattern that only compiling shows to be wrong
            return FileResult(path, problems=(error,))

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

    def warm(self, rules_dirs: tuple[Path, ...] = ()) -> None:
        """Import spaCy and compile the rules, so that no draft waits for it. Raises `RulebookError`."""
        linter = self._linter(rules_dirs, Communication())
        linter.lint(Draft.from_text("Hello."), Context())

    def forget(self) -> None:
        """Read configurations and rules of the user's own anew with the next draft; the built-in rules stay compiled."""
        self.configs = ConfigFinder(self.options.config, self.options.isolated)
        self._rulebooks = {dirs: book for dirs, book in self._rulebooks.items() if not dirs}
        self._linters = {key: linter for key, linter in self._linters.items() if not key[0]}
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
        linter = self._linter(settings.rules_dirs, settings.communication)
        try:
            known = self._found(draft, settings, linter)
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

    def _found(self, draft: Draft, settings: Settings, linter: Linter) -> Found:
        """What the rules find, from the store where that is known: then spaCy is not even imported."""

        def find() -> Found:
            matches = linter.matches(draft)
            places = [(match.rule, *draft.folded.source(match.start, match.end)) for match in matches]
            return Found(places, linter.lint(draft, settings.context, matches))

        if self._stored is None or self._findings is None:
            return find()
        rules = self._stored.digest(settings.rules_dirs)
        return self._findings.remembered(rules, draft, settings.context, settings.communication, find)

    def _linter(self, rules_dirs: tuple[Path, ...], communication: Communication) -> Linter:
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

    def keep_compiled(self) -> None:
        """Store what was compiled, for later processes."""
        for (rules_dirs, _), linter in self._linters.items():
            if self._stored is not None and linter.is_compiled:
                self._stored.keep(rules_dirs, linter)

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


def front_matter_choice(draft: Draft, platforms: Mapping[str, object]) -> tuple[Choice, list[DraftError]]:
    """What a draft's front matter says of its circumstances, and what of it makes no sense and is set aside."""
    faults: list[DraftError] = []
    values = draft.front_matter

    def fault(key: str, value: object, known: Sequence[str]) -> None:
        remedy = did_you_mean(value, known) or f"Known are: {', '.join(known)}."
        faults.append(DraftError(f"front matter: '{value}' is no {key}", remedy, *_front_place(draft, key)))

    def words(kind: type[Word], key: str) -> list[Word] | None:
        """The values of a key, which may be one word or a list; None where one of them is unknown."""
        if values.get(key) is None:
            return None
        given = values[key] if isinstance(values[key], list) else [values[key]]
        known = [member.value for member in kind]
        bad = [value for value in given if value not in known]
        for value in bad:
            fault(key, value, known)
        return None if bad else [kind(value) for value in given]

    def word(kind: type[Word], key: str) -> Word | None:
        if isinstance(values.get(key), list):
            fault(key, values[key], [member.value for member in kind])
            return None
        return next(iter(words(kind, key) or ()), None)

    platform: Any = values.get("platform")
    if platform is not None and (not isinstance(platform, str) or platform not in platforms):
        fault("platform", platform, list(platforms))
        platform = None
    waive = words(Waiver, "waive")
    choice = Choice(
        "front matter",
        platform,
        word(Document, "document"),
        word(Stage, "stage"),
        None if waive is None else frozenset(waive),
    )
    return choice, faults


def explain(result: FileResult) -> str:
    """Which configuration and context a file had, in one line."""
    context = result.context or Context()
    waived = " ".join(sorted(waiver.value for waiver in context.waivers)) or "nothing"
    values = dict(zip(("platform", "document", "stage", "waive"), _values(context, waived), strict=True))
    said = ", ".join(f"{key} {value} ({dict(result.origins).get(key, 'default')})" for key, value in values.items())
    return f"{result.path}: configuration {result.configuration or 'none'}; {said}"


def _values(context: Context, waived: str) -> tuple[str, str, str, str]:
    return context.platform, context.document.value, context.stage.value, waived


def _placed(path: str, error: DraftError) -> PlacedError:
    return PlacedError(path, error.problem, error.remedy, error.line, error.column)


def _front_place(draft: Draft, key: str) -> tuple[int, int]:
    found = re.compile(rf"^[ \t]*({key})[ \t]*:", re.MULTILINE).search(draft.text, 0, draft.body)
    return draft.place(found.start(1)) if found else (1, 1)
