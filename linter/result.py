"""What a run gives: for each file its findings, and what could not be checked."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from linter.context import Context
from linter.draft import Draft
from linter.errors import PlacedError
from linter.finding import Finding, Safety, Severity
from linter.settings import FailLevel

MASK = "•"

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class RuleInfo:
    """What reports tell about a rule. `missing` says that its findings are about what is not there."""

    id: str
    level: Severity
    summary: str
    why: str = ""
    missing: bool = False


@dataclass(frozen=True, slots=True)
class Suppressed:
    """A finding that a directive in the draft takes back, and the reason that the directive gives."""

    finding: Finding
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Mended:
    """A file's bytes before and after its fixes, and how many findings they have mended."""

    before: bytes
    after: bytes
    count: int = 0


@dataclass(frozen=True, slots=True)
class FileResult:
    """One file's outcome. `problems` say what in it could not be checked; `draft` is None when nothing could.

    `rules` tells about the rules that have findings here, suppressed ones included, sorted by id.
    `mended` is set where fixes were asked for and changed the file, or what standard input gave. Of what a `baseline` knows of the
    file, `baselined` findings are set aside, and `gone` are not there any more.
    """

    path: str
    context: Context | None = None
    draft: Draft | None = None
    findings: tuple[Finding, ...] = ()
    problems: tuple[PlacedError, ...] = ()
    suppressed: tuple[Suppressed, ...] = ()
    rules: tuple[RuleInfo, ...] = ()
    fail_level: FailLevel = FailLevel.WARNING
    configuration: Path | None = None
    origins: tuple[tuple[str, str], ...] = ()
    rules_dirs: tuple[Path, ...] = ()
    mended: Mended | None = None
    baseline: Path | None = None
    baselined: int = 0
    gone: int = 0


@dataclass(frozen=True, slots=True)
class RunResult:
    """The files of a run, sorted by path."""

    files: tuple[FileResult, ...]

    @property
    def exit_code(self) -> int:
        """2 where something could not be checked, else 1 where a finding reached its file's fail level, else 0."""
        if any(file.problems for file in self.files):
            return 2
        return int(any(file.fail_level.fails(finding.severity) for file in self.files for finding in file.findings))

    @property
    def checked(self) -> list[FileResult]:
        """The files that could be read."""
        return [file for file in self.files if file.draft is not None]

    @property
    def suppressed(self) -> int:
        """How many findings directives in the drafts have taken back."""
        return sum(len(file.suppressed) for file in self.files)

    @property
    def baselined(self) -> int:
        """How many findings baselines have set aside."""
        return sum(file.baselined for file in self.files)

    @property
    def gone(self) -> int:
        """How many findings that baselines know are not there any more."""
        return sum(file.gone for file in self.files)

    @property
    def fixed(self) -> int:
        """How many findings fixes have mended."""
        return sum(file.mended.count for file in self.files if file.mended is not None)

    def fixable(self, safety: Safety) -> int:
        """How many findings have a fix, whose best is as safe as this."""
        safe = (
            any(fix.safety == "safe" for fix in one.fixes) for file in self.files for one in file.findings if one.fixes
        )
        return sum(one == (safety == "safe") for one in safe)

    @property
    def rules(self) -> dict[str, RuleInfo]:
        """The rules that have findings, by id and sorted by it; where configurations differ, as the first file has them."""
        found = {rule.id: rule for file in reversed(self.files) for rule in file.rules}
        return dict(sorted(found.items()))

    @property
    def problems(self) -> list[PlacedError]:
        """Every problem once, in order: a broken configuration is one problem, however many files it governs."""
        seen = {str(problem): problem for file in self.files for problem in file.problems}
        return list(seen.values())

    def count(self, severity: Severity) -> int:
        """How many findings have this severity."""
        return sum(finding.severity is severity for file in self.files for finding in file.findings)

    def by_rule(self) -> dict[str, int]:
        """How many findings each rule has: the most frequent first, then by id."""
        counts = Counter(finding.rule for file in self.files for finding in file.findings)
        return dict(sorted(counts.items(), key=lambda entry: (-entry[1], entry[0])))


def redacted(file: FileResult, spans: Iterable[tuple[int, int]]) -> FileResult:
    """The same outcome with the text of these spans, and of every finding, masked wherever a report could show it."""
    if file.draft is None:
        return file
    text = list(file.draft.text)
    every = (*file.findings, *(one.finding for one in file.suppressed))
    for start, end in {*spans, *((finding.start, finding.end) for finding in every)}:
        text[start:end] = _masked(text[start:end])
    draft = Draft("".join(text), file.draft.path, file.draft.body)
    seen: Counter[str] = Counter()
    findings = tuple(_redacted_finding(one, draft.text, seen) for one in file.findings)
    suppressed = tuple(Suppressed(_redacted_finding(one.finding, draft.text, seen)) for one in file.suppressed)
    return replace(file, draft=draft, findings=findings, suppressed=suppressed)


def _redacted_fingerprint(finding: Finding, text: str, seen: Counter[str]) -> str:
    """A fingerprint of what a masked report shows anyway: a short number could be guessed from one of its digits."""
    before = _WORD.findall(text, max(0, finding.start - 80), finding.start)[-2:]
    parts = [finding.rule, *before, MASK, *_WORD.findall(text, finding.end, finding.end + 80)[:2]]
    shown = "\0".join(parts).lower()
    seen[shown] += 1
    return hashlib.sha256(f"{shown}\0{seen[shown]}".encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _redacted_finding(finding: Finding, masked: str, seen: Counter[str]) -> Finding:
    def mask(text: str) -> str:
        for shown in dict.fromkeys((finding.match, whole)):
            text = text.replace(shown, _masked(shown)) if shown.strip() else text
        for cut in [place.start() for place in re.finditer("…", text)]:  # a long match that a message cuts short
            length = next((n for n in range(min(cut, len(whole)), 0, -1) if text[cut - n : cut] == whole[:n]), 0)
            text = text[: cut - length] + _masked(text[cut - length : cut]) + text[cut:]
        return text

    whole = " ".join(finding.match.split())
    fixes = tuple(
        replace(fix, title=mask(fix.title), edits=tuple(replace(edit, text=mask(edit.text)) for edit in fix.edits))
        for fix in finding.fixes
    )
    message, help_, match = mask(finding.message), mask(finding.help), _masked(finding.match)
    print_ = _redacted_fingerprint(finding, masked, seen)
    return replace(finding, message=message, help=help_, match=match, fingerprint=print_, fixes=fixes)


def _masked(text: Iterable[str]) -> str:
    """White space stays: it says nothing, and lines keep their places."""
    return "".join(character if character.isspace() else MASK for character in text)


def explain(result: FileResult) -> str:
    """Which configuration and context a file had, in one line."""
    context, origins = result.context or Context(), dict(result.origins)
    values = {
        "platform": context.platform,
        "document": context.document.value,
        "stage": context.stage.value,
        "waive": " ".join(sorted(waiver.value for waiver in context.waivers)) or "nothing",
    }
    said = ", ".join(f"{key} {value} ({origins.get(key, 'default')})" for key, value in values.items())
    return f"{result.path}: configuration {result.configuration or 'none'}; {said}"
