"""Directives in a draft that take findings back, with an account of those that take back nothing.

    <!-- proposal-lint: ignore[contact/email] the client's own address -->
    %% proposal-lint: ignore-next[contact] quoted from the job post

`ignore` speaks for its line, or, on a line of its own, for the next line that holds text; `ignore-next` for the next
paragraph; `ignore-start` up to `ignore-end`; `ignore-file`, within the first 20 lines, for the whole draft. Names are
required.
"""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

from linter.draft import Draft, DraftError, Layer
from linter.errors import did_you_mean
from linter.finding import Edit, Finding, Fix, Severity
from linter.fixes.tidy import removed
from linter.settings import Resolve, unknown
from linter.spans import Earliest, Overlaps

VERBS = ("ignore", "ignore-next", "ignore-start", "ignore-end", "ignore-file")
FILE_LINES = 20  # where `ignore-file` may stand

_DIRECTIVE = re.compile(
    r"(?:<!--[ \t]*proposal-lint:(?P<html>.{0,4000}?)-->"
    r"|(?:^|(?<=[\r\n]))%%[ \t]*proposal-lint:(?P<plain>[^\r\n]*))",
    re.DOTALL,
)
_WORDS = re.compile(r"\s*(?P<verb>[A-Za-z-]*)\s*(?:\[(?P<names>[^\]]*)\])?(?P<rest>.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class OwnRule:
    """A rule about the draft's directives, which no rule file can express."""

    id: str
    level: Severity
    summary: str
    why: str


OWN_RULES = (
    OwnRule(
        "lint/unused-ignore",
        Severity.WARNING,
        "Directive that takes back nothing",
        "A directive whose rule matches nothing there, at whatever stage, hides what may be written there later.",
    ),
    OwnRule(
        "lint/unknown-rule",
        Severity.ERROR,
        "Directive that names a rule that there is not",
        "A misspelled directive takes back nothing, or, after a rename, no longer does. The run ends with exit code 2.",
    ),
)


@dataclass(frozen=True, slots=True)
class Directive:
    """A directive at `start` to `end` that takes back findings in the stretch `first` to `last`, both half open.

    `names` holds each name as written, with the ids that it stands for; `reason` is what else it says.
    """

    verb: str
    start: int
    end: int
    first: int
    last: int
    names: tuple[tuple[str, frozenset[str]], ...]
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Suppressions:
    """The directives of one draft; `problems` are those that cannot be understood."""

    directives: tuple[Directive, ...] = ()
    problems: tuple[DraftError, ...] = ()
    _by_rule: dict[str, Earliest] = field(default_factory=dict, init=False, repr=False, compare=False)

    @classmethod
    def parse(cls, draft: Draft, resolve: Resolve) -> Suppressions:
        """The directives in a draft; `resolve` gives the ids of a name and raises `LookupError` for an unknown one."""
        reader = _Reader(draft, resolve)
        return cls(*reader.read()) if "proposal-lint:" in draft.text else cls()

    def covering(self, rule: str, start: int, end: int) -> Directive | None:
        """The first directive that takes back a finding of the rule on the source's code points `start` to `end`."""
        number = self._earliest(rule).within(start, max(end, start + 1))
        return None if number is None else self.directives[number]

    def _earliest(self, rule: str) -> Earliest:
        """Where the directives that name a rule speak; settled once for each rule, since a draft may have many of both."""
        if rule not in self._by_rule:
            named = [
                (directive.first, directive.last, number)
                for number, directive in enumerate(self.directives)
                if any(rule in ids for _, ids in directive.names)
            ]
            self._by_rule[rule] = Earliest(named)
        return self._by_rule[rule]

    def covers(self, rule: str, start: int, end: int) -> bool:
        """Whether a directive takes back a finding of the rule on the source's code points `start` to `end`."""
        return self.covering(rule, start, end) is not None

    def unused(self, matched: Iterable[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
        """Each name in a directive of whose rules nothing matched there, with the directive's place.

        `matched` holds everything that the rules match, as (rule, start, end), whatever the stage or the selection.
        """
        places: dict[str, Overlaps] = defaultdict(Overlaps)
        for rule, start, end in sorted(matched, key=lambda match: match[1]):
            places[rule].add(start, max(end, start + 1))
        return [
            (name, directive.start, directive.end)
            for directive in self.directives
            for name, ids in directive.names
            if not any(rule in places and places[rule].any(directive.first, directive.last) for rule in ids)
            and not any(rule.id in ids for rule in OWN_RULES)
        ]

    def findings(self, draft: Draft, matched: Iterable[tuple[str, int, int]]) -> list[Finding]:
        """A `lint/unused-ignore` finding for each name that takes back nothing."""
        rule = OWN_RULES[0]
        found = []
        unused = self.unused(matched)
        names: dict[int, set[str]] = defaultdict(set)
        for name, start, _ in unused:
            names[start].add(name)
        for name, start, end in unused:
            text = draft.text[start:end]
            print_ = hashlib.sha256("\0".join((rule.id, name, " ".join(text.split()))).encode()).hexdigest()[:16]
            message = f"Nothing here matches '{name}'."
            help_ = "Remove the directive, or the name from it."
            fixes = self._fixes(draft, name, start, names[start])
            found.append(Finding(rule.id, rule.level, message, start, end, text, print_, help_, fixes=fixes))
        return found

    def _fixes(self, draft: Draft, name: str, start: int, unused: set[str]) -> tuple[Fix, ...]:
        """How to take an unused name out, or the directive with it; nothing for one that opens a block."""
        directive = next(one for one in self.directives if one.start == start)
        if directive.verb == "ignore-start":
            return ()
        if unused.issuperset(written for written, _ in directive.names):
            return (Fix("Remove the directive", "safe", (removed(draft, directive.start, directive.end),)),)
        names = re.compile(r"\[([^\]]*)\]").search(draft.text, directive.start, directive.end)
        assert names is not None
        left = ", ".join(part for part in map(str.strip, names[1].split(",")) if part and part != name)
        return (Fix(f"Remove '{name}' from the directive", "safe", (Edit(*names.span(1), left),)),)


def with_own_rules(resolve: Resolve) -> Resolve:
    """A resolver that also knows the linter's own rules."""

    def resolved(name: str) -> frozenset[str]:
        own = frozenset(rule.id for rule in OWN_RULES if name in (rule.id, "lint", "lint/"))
        if own:
            return own
        try:
            return resolve(name)
        except LookupError as error:
            if getattr(error, "nearest", None) is None and (
                near := did_you_mean(name, [rule.id for rule in OWN_RULES])
            ):
                error.nearest = near.split("'")[1]  # type: ignore[attr-defined]
            raise

    return resolved


class _Reader:
    """Reads the directives of one draft from top to bottom."""

    def __init__(self, draft: Draft, resolve: Resolve) -> None:
        self.draft, self.resolve = draft, resolve
        self.directives: list[Directive] = []
        self.problems: list[DraftError] = []
        self.open: list[Directive] = []

    def read(self) -> tuple[tuple[Directive, ...], tuple[DraftError, ...]]:
        for match in _DIRECTIVE.finditer(self.draft.text, self.draft.body):
            if self.draft.layer_at(match.start()) is not Layer.CODE:
                self._directive(match)
        for start in self.open:
            self._problem(start.start, "ignore-start has no ignore-end", "Add one where the findings count again.")
        directives = sorted(self.directives, key=lambda directive: directive.start)
        return tuple(directives), tuple(sorted(self.problems, key=lambda problem: (problem.line, problem.column)))

    def _directive(self, match: re.Match[str]) -> None:
        start, end = match.span()
        words = _WORDS.fullmatch(match["html"] if match["html"] is not None else match["plain"])
        verb = words["verb"] if words else ""
        if words is None or verb not in VERBS:
            remedy = did_you_mean(verb, VERBS) or f"Known are: {', '.join(VERBS)}."
            self._problem(start, f"a directive says '{verb}'" if verb else "a directive says nothing", remedy)
            return
        written = [name.strip() for name in (words["names"] or "").split(",") if name.strip()]
        if verb == "ignore-end":
            self._end(start, written)
            return
        if not written:
            self._problem(start, f"{verb} names no rule", f"Write {verb}[contact/email].")
            return
        names = tuple((name, ids) for name in dict.fromkeys(written) if (ids := self._ids(name, start)))
        reason = " ".join(words["rest"].split())
        for first, last in self._reach(verb, start, end):
            directive = Directive(verb, start, end, first, last, names, reason)
            (self.open if verb == "ignore-start" else self.directives).append(directive)

    def _ids(self, name: str, start: int) -> frozenset[str]:
        remedy = unknown(name, self.resolve)
        if remedy is None:
            return self.resolve(name)
        self._problem(start, f"a directive names '{name}', which is no rule", remedy)
        return frozenset()

    def _end(self, start: int, written: list[str]) -> None:
        """Close the blocks that hold one of the names; all of them where none is named."""
        wanted = {rule for name in written for rule in self._ids(name, start)}
        closing = [
            block
            for block in self.open
            if not written or any(ids & wanted for _, ids in block.names) or not block.names
        ]
        if not closing:
            self._problem(start, "ignore-end has no ignore-start", "Add one above, or remove it.")
        for block in closing:
            self.open.remove(block)
            self.directives.append(replace(block, first=block.end, last=start))

    def _reach(self, verb: str, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The stretch that a directive speaks for; none where it stands in the wrong place."""
        draft = self.draft
        if verb == "ignore-file":
            if draft.place(start)[0] > FILE_LINES:
                remedy = "Move it up, or use ignore-start and ignore-end."
                self._problem(start, f"ignore-file stands below line {FILE_LINES}", remedy)
            else:
                yield 0, len(draft.text) + 1
        elif verb == "ignore-start":
            yield end, end
        elif verb == "ignore-next":
            yield self._paragraph_after(draft.place(max(start, end - 1))[0])
        elif self._alone(start, end):
            line = self._text_after(draft.place(max(start, end - 1))[0])
            yield self._lines(line, line)
        else:
            yield self._lines(draft.place(start)[0], draft.place(max(start, end - 1))[0])

    def _alone(self, start: int, end: int) -> bool:
        """Whether nothing else stands on the directive's lines."""
        first, last = self.draft.place(start)[0], self.draft.place(max(start, end - 1))[0]
        begin, stop = self._lines(first, last)
        return not _DIRECTIVE.sub("", self.draft.text[begin:stop]).strip()

    def _text_after(self, line: int) -> int:
        """The next line with text other than directives; the last line where there is none."""
        following = bisect_right(self._text_lines, line)
        return self._text_lines[following] if following < len(self._text_lines) else len(self.draft.line_starts)

    @cached_property
    def _text_lines(self) -> list[int]:
        """The lines with text other than directives."""
        numbers = range(1, len(self.draft.line_starts) + 1)
        return [number for number in numbers if _DIRECTIVE.sub("", self.draft.line(number)).strip()]

    def _paragraph_after(self, line: int) -> tuple[int, int]:
        first = last = self._text_after(line)
        while last < len(self.draft.line_starts) and self.draft.line(last + 1).strip():
            last += 1
        return self._lines(first, last)

    def _lines(self, first: int, last: int) -> tuple[int, int]:
        """The stretch of some lines, the last one's end included."""
        starts = self.draft.line_starts
        return starts[first - 1], starts[last] if last < len(starts) else len(self.draft.text)

    def _problem(self, start: int, problem: str, remedy: str) -> None:
        self.problems.append(DraftError(problem, remedy, *self.draft.place(start)))
