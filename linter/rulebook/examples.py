"""Prove the rules by their own examples: exact spans, guards that are needed, and disguises that must not matter."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator
from copy import copy
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from linter.communication import Communication
from linter.context import Context
from linter.draft import Draft
from linter.finding import Finding, Severity
from linter.fixes.apply import fix_draft
from linter.rulebook.anchors import anchor
from linter.rulebook.book import Rule, Rulebook
from linter.rulebook.compiler import expanded_tokens, longest, match_of
from linter.rulebook.model import FixedExample

if TYPE_CHECKING:
    from linter.engine import Linter

# Whose standing answers the fixes of examples insert.
WRITER = Communication(("Slack", "Zoom"), "Mon-Fri 9:00-17:00 CET", "within one business day", ("no weekend work",))

_MARK = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)


@dataclass(frozen=True, slots=True)
class ExampleFailure:
    """An example that does not hold, or a clause that no example needs, and where it stands."""

    rule: str
    path: Path
    line: int
    column: int
    problem: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}: {self.rule}: {self.problem}"


@dataclass(frozen=True, slots=True)
class Example:
    """An example's text without its marks, and the stretches that stood in them."""

    text: str
    spans: tuple[tuple[int, int], ...]

    @classmethod
    def parse(cls, marked: str) -> Example:
        """Take the `[[ ]]` out."""
        text, spans, at = "", [], 0
        for match in _MARK.finditer(marked):
            text += marked[at : match.start()]
            spans.append((len(text), len(text) + len(match[1])))
            text += match[1]
            at = match.end()
        return cls(text + marked[at:], tuple(spans))


def check_examples(linter: Linter, rule_ids: Iterable[str]) -> Iterator[ExampleFailure]:
    """Whatever does not hold in the examples of the named rules."""
    for rule_id in rule_ids:
        yield from _check_rule(linter, linter.rulebook.rules[rule_id])


def variants(text: str) -> dict[str, str]:
    """The text as it would look after an editor, a shouting writer, a mail program or another system had it."""
    words = text.replace("  ", " ")
    return {
        "curly quotes": re.sub(r'"([^"]*)"', r"“\1”", text).replace("'", "’"),
        "upper case": text.upper(),
        "no-break spaces": text.replace(" ", "\u00a0"),
        "double spaces": words.replace(" ", "  "),
        "a hard wrap": textwrap.fill(text, 40, break_long_words=False, break_on_hyphens=False),
        "CRLF": textwrap.fill(text, 40, break_long_words=False, break_on_hyphens=False).replace("\n", "\r\n"),
        "a leading emoji": "✅ " + text,
    }


def _check_rule(linter: Linter, rule: Rule) -> Iterator[ExampleFailure]:
    for index in range(len(rule.examples.bad)):
        yield from check_bad(linter, rule, index)
    for index in range(len(rule.examples.good)):
        yield from check_good(linter, rule, index)
    for index in range(len(rule.examples.fixed)):
        yield from check_fixed(linter, rule, index)
    yield from check_clauses(linter, rule)


def check_bad(linter: Linter, rule: Rule, index: int) -> Iterator[ExampleFailure]:
    """What does not hold in one bad example: exactly the marked spans are found, also in its variants."""
    yield from _failures(rule, ("bad", index), _bad_problems(linter, rule, Example.parse(rule.examples.bad[index])))


def check_good(linter: Linter, rule: Rule, index: int) -> Iterator[ExampleFailure]:
    """What does not hold in one good example: nothing is found, by no other error rule either."""
    yield from _failures(rule, ("good", index), _good_problems(linter, rule, rule.examples.good[index]))


def check_fixed(linter: Linter, rule: Rule, index: int) -> Iterator[ExampleFailure]:
    """What does not hold in one fixed example: the fixes give the stated text, which is clean, and are as safe as it says."""
    yield from _failures(rule, ("fixed", index), _fixed_problems(linter, rule, rule.examples.fixed[index]))


def check_clauses(linter: Linter, rule: Rule) -> Iterator[ExampleFailure]:
    """The clauses that no example needs, and the gaps that are closed."""
    needed: set[tuple[str, int]] = set()
    for marked in (*rule.examples.bad, *rule.examples.good):
        needed |= _needed(linter, rule, Example.parse(marked).text)
    name = "match" if rule.file.match else "require"
    for kind, entries in ((name, rule.entries), ("unless", rule.guards)):
        for index in range(len(entries)):
            if (kind, index) not in needed:
                yield _failure(rule, (kind, index), f"no example needs clause {index + 1} of '{kind}'")
    for index in range(len(rule.file.fix)):
        if not _needs_fix(linter, rule, index):
            yield _failure(rule, ("fix", index), f"no example needs clause {index + 1} of 'fix'")
    for index, marked in enumerate(rule.file.gap):
        example = Example.parse(marked)
        if _found(linter, rule, example.text) == set(example.spans):
            yield _failure(rule, ("gap", index), "the gap is closed: make it a bad example")


def _failures(rule: Rule, keys: tuple[str | int, ...], problems: Iterable[str]) -> Iterator[ExampleFailure]:
    for problem in problems:
        yield _failure(rule, ("examples", *keys), problem)


def _failure(rule: Rule, keys: tuple[str | int, ...], problem: str) -> ExampleFailure:
    line, column = rule.document.place(keys)
    return ExampleFailure(rule.id, rule.path, line, column, problem)


def _bad_problems(linter: Linter, rule: Rule, example: Example) -> Iterator[str]:
    found = _found(linter, rule, example.text)
    if rule.file.require is not None:
        if not found:
            yield "a statement is found where none should be"
        return
    if found != set(example.spans):
        expected = ", ".join(repr(example.text[a:b]) for a, b in example.spans)
        got = ", ".join(repr(example.text[a:b]) for a, b in sorted(found)) or "nothing"
        yield f"expected {expected}, found {got}"
        return
    for name, text in variants(example.text).items():
        if len(_found(linter, rule, text)) != len(example.spans):
            yield f"not found the same with {name}: {text!r}"


def _good_problems(linter: Linter, rule: Rule, text: str) -> Iterator[str]:
    found = _found(linter, rule, text)
    if found:
        if rule.file.require is not None:
            yield "the statement is not found"
            return
        yield "found " + ", ".join(repr(text[a:b]) for a, b in sorted(found))
    draft = Draft.from_text(text)
    for match in linter.matches(draft):
        other = linter.rulebook.rules[match.rule]
        if other.id != rule.id and other.level is Severity.ERROR:
            start, end = draft.folded.source(match.start, match.end)
            yield f"{other.id} finds {text[start:end]!r}"


def _fixed_problems(linter: Linter, rule: Rule, example: FixedExample) -> Iterator[str]:
    unsafe = example.safety == "unsafe"
    after = _fixed(linter, rule, example.before, unsafe)
    if after != example.after:
        yield f"expected {example.after!r}, fixed to {after!r}"
        return
    if unsafe and _fixed(linter, rule, example.before, False) == after:
        yield "the fix is safe: say so"
    if not after.strip():
        return
    draft = Draft.from_text(after)
    for match in linter.matches(draft, gated=False):
        other = linter.rulebook.rules[match.rule]
        if other.id == rule.id or other.level is Severity.ERROR:
            start, end = draft.folded.source(match.start, match.end)
            yield f"after the fix {other.id} finds {after[start:end]!r}"


def _fixed(linter: Linter, rule: Rule, text: str, unsafe: bool) -> str:
    """What the rule's fixes make of a text, in the hands of a writer with standing answers."""
    speaking = copy(linter)
    speaking.communication = WRITER

    def lint(draft: Draft) -> list[Finding]:
        matches = [match for match in linter.matches(draft, gated=False) if match.rule == rule.id]
        return speaking.lint(draft, Context(), matches)

    return fix_draft(Draft.from_text(text), lint, unsafe).draft.text


def _needs_fix(linter: Linter, rule: Rule, index: int) -> bool:
    """Whether some example would be fixed otherwise without a clause of `fix`."""
    without = [entry for number, entry in enumerate(rule.file.fix) if number != index]
    less = replace(rule, file=rule.file.model_copy(update={"fix": without}))
    other = copy(linter)
    other.rulebook = replace(linter.rulebook, rules={**linter.rulebook.rules, rule.id: less})
    other.__dict__.pop("fixer", None)
    return any(
        _fixed(other, less, example.before, example.safety == "unsafe") != example.after
        for example in rule.examples.fixed
    )


def slow_patterns(book: Rulebook, ids: Iterable[str]) -> Iterator[ExampleFailure]:
    """Token patterns that name no word which every match holds, so that each sentence has to be tried; what is found is right."""
    for rule in (book.rules[one] for one in ids):
        name = "match" if rule.file.match else "require"
        for kind, patterns in ((name, rule.entries), ("unless", rule.guards)):
            for index, pattern in enumerate(patterns):
                if pattern.tokens is not None and anchor(expanded_tokens(pattern.tokens, book.words)) is None:
                    place = rule.document.place((kind, index))
                    yield ExampleFailure(rule.id, rule.path, *place, "slow: no token names a word that has to be there")


def _found(linter: Linter, rule: Rule, text: str) -> set[tuple[int, int]]:
    draft = Draft.from_text(text)
    matches = linter.matches(draft, gated=False)
    return {draft.folded.source(match.start, match.end) for match in matches if match.rule == rule.id}


def _needed(linter: Linter, rule: Rule, text: str) -> set[tuple[str, int]]:
    """The clauses without which the rule would judge a text differently."""
    draft = Draft.from_text(text)
    found = [
        (candidate, set(candidate.guards))
        for candidate in linter.matcher.candidates(linter.pipeline.read(draft))
        if candidate.rule.id == rule.id
    ]

    def judged(entry: int = -1, guard: int = -1) -> set[tuple[int, int]] | bool:
        """The outcome without one entry, or without one guard."""
        left = [candidate for candidate, guards in found if candidate.entry != entry and not guards - {guard}]
        if rule.file.require is not None:
            return bool(left)
        return {(match.start, match.end) for match in longest(map(match_of, left))}

    name = "match" if rule.file.match else "require"
    whole = judged()
    needed = {(name, entry) for entry in range(len(rule.entries)) if judged(entry=entry) != whole}
    return needed | {("unless", guard) for guard in range(len(rule.guards)) if judged(guard=guard) != whole}
