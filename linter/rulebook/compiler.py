"""Compile the rulebook's patterns, and find their matches in passages that the pipeline has read."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from linter.draft import Draft, DraftError, Layer
from linter.identifiers.base import Certainty
from linter.pipeline import Pipeline, Reading, Sentence
from linter.rulebook.anchors import Anchor, anchor
from linter.rulebook.book import Rule, Rulebook, RulebookError
from linter.rulebook.model import Guard, MatchEntry, Pattern
from linter.rulebook.template import Template, TemplateError, parse
from linter.spans import Disjoint

REGEX_SECONDS = 2.0  # for one regex on one passage
_NEAR = 6  # words before or after a match that a guard looks at
_LITERAL_KEYS = ("NORM", "LOWER", "ORTH", "TEXT")


class SlowRegexError(DraftError):
    """A rule's regex took too long on a draft; the draft has not been checked by it."""


@dataclass(frozen=True, slots=True)
class Match:
    """What a rule found: a half-open stretch of the draft's folded text.

    `missing` marks a rule that requires something and did not find it; its stretch is the first line of prose.
    `signal` marks a whole sentence, found by the trained model. `sentence` is where it stands, where that is prose or a quote.
    """

    rule: str
    start: int
    end: int
    certainty: Certainty = Certainty.CERTAIN
    missing: bool = False
    signal: bool = False
    sentence: Sentence | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Candidate:
    """What a rule's entry found in the draft's folded text; `guards` yields the indices of those that take it back."""

    rule: Rule
    entry: int
    start: int
    end: int
    certainty: Certainty
    guards: Iterator[int]
    sentence: Sentence | None = None


@dataclass(frozen=True, slots=True)
class _Hit:
    pattern: int
    start: int
    end: int


class Patterns:
    """Compiled patterns, numbered in the order given; looks up each sentence's words before it runs anything."""

    def __init__(
        self, patterns: Sequence[tuple[Pattern, Rule, tuple[str | int, ...]]], book: Rulebook, pipeline: Pipeline
    ) -> None:
        self._pipeline = pipeline
        self._templates: dict[str, list[int]] = defaultdict(list)
        self._sources: list[str] = []
        self._owners: list[int] = []
        self._compiled: dict[int, re.Pattern[str]] = {}
        self._tokens: list[tuple[int, Any, Anchor | None]] = []
        self._regexes: list[tuple[int, Any, Rule]] = []
        self._identifiers: dict[str, list[int]] = defaultdict(list)
        self._signals: list[tuple[int, str, float]] = []
        self._likely: dict[int, tuple[str, float]] = {}
        normalise = remembering(pipeline.tokenizer.norms)
        for number, (pattern, rule, keys) in enumerate(patterns):
            for phrase in pattern.phrases or ():
                try:
                    templates = book.templates.get(phrase) or parse(phrase, book.words, normalise)
                except TemplateError as error:  # the tokenizer leaves no word of it
                    raise RulebookError(rule.path, str(error), "", *rule.document.place(keys)) from None
                for template in templates:
                    self._add(template, number)
            if pattern.tokens is not None:
                self._add_tokens(pattern.tokens, number, book.words, rule, keys)
            if pattern.regex is not None:
                self._regexes.append((number, _regex(pattern.regex), rule))
            if pattern.identifier is not None:
                self._identifiers[pattern.identifier].append(number)
            if pattern.signal is not None and pattern.phrases is None and pattern.tokens is None:
                self._signals.append((number, pattern.signal, pattern.threshold))
            elif pattern.signal is not None:
                self._likely[number] = pattern.signal, pattern.threshold

    def _add(self, template: Template, number: int) -> None:
        index = len(self._sources)
        self._sources.append(template.pattern)
        self._owners.append(number)
        for word in template.anchors:
            self._templates[word].append(index)

    def _add_tokens(
        self,
        tokens: list[dict[str, Any]],
        number: int,
        words: Mapping[str, tuple[str, ...]],
        rule: Rule,
        keys: tuple[str | int, ...],
    ) -> None:
        from spacy.matcher import Matcher  # noqa: PLC0415

        expanded = expanded_tokens(tokens, words)
        place = rule.document.place(keys)
        for literal, key in _literals(expanded):
            doc = self._pipeline.nlp.make_doc(literal)
            if len(doc) != 1 or (key in ("NORM", "LOWER") and getattr(doc[0], f"{key.lower()}_") != literal):
                raise RulebookError(
                    rule.path, f"no token has the {key} '{literal}'", "Write it as the tokenizer cuts it.", *place
                )
        matcher = Matcher(self._pipeline.nlp.vocab)
        try:
            matcher.add("pattern", [expanded])
        except (ValueError, AttributeError, re.error) as error:
            raise RulebookError(rule.path, f"spaCy cannot read the tokens: {error}", "", *place) from None
        self._tokens.append((number, matcher, anchor(expanded)))

    def in_sentence(self, reading: Reading, sentence: Sentence) -> Iterator[_Hit]:
        """The hits of phrases and token patterns within a sentence, and the sentence itself for its signals."""
        for word in sentence.words & self._templates.keys():
            for index in self._templates[word]:
                if not self._is_likely(self._owners[index], sentence):
                    continue
                pattern = self._compiled.get(index)
                if pattern is None:
                    pattern = self._compiled[index] = re.compile(self._sources[index])
                for match in pattern.finditer(sentence.text):
                    start, end = match.span("match") if "match" in pattern.groupindex else match.span()
                    yield _Hit(self._owners[index], *sentence.stretch(start, end))
        for number, signal, threshold in self._signals:
            if sentence.signals.get(signal, 0) >= threshold:
                yield _Hit(number, sentence.start, sentence.end)
        for number, matcher, held in self._tokens:
            norms = reading.norms[slice(*sentence.tokens)]
            if (held is None or held.is_in(norms, reading.text)) and self._is_likely(number, sentence):
                span = self._pipeline.doc(reading)[slice(*sentence.tokens)]
                for _, first, last in matcher(span):
                    yield _Hit(number, reading.starts[span.start + first], reading.ends[span.start + last - 1])

    def _is_likely(self, number: int, sentence: Sentence) -> bool:
        """Whether a sentence reaches the threshold of the signal that a pattern goes with."""
        signal, threshold = self._likely.get(number, ("", 0.0))
        return sentence.signals.get(signal, 0.0) >= threshold

    def in_passage(self, reading: Reading) -> Iterator[_Hit]:
        """The hits of identifiers and of regexes within a passage. Raises `SlowRegexError`."""
        for identifier in reading.identifiers:
            for number in self._identifiers.get(identifier.kind, ()):
                yield _Hit(number, identifier.start, identifier.end)
        passage = reading.passage
        for number, pattern, rule in self._regexes:
            try:
                for match in pattern.finditer(passage.folded.text, passage.start, passage.end, timeout=REGEX_SECONDS):
                    if match.end() > match.start():
                        yield _Hit(number, *match.span())
            except TimeoutError:
                line, column = passage.draft.place(passage.folded.source(passage.start, passage.end)[0])
                raise SlowRegexError(
                    f"a regex of {rule.id} took more than {REGEX_SECONDS:g} s",
                    f"Simplify it in {rule.path}.",
                    line,
                    column,
                ) from None


class RuleMatcher:
    """Finds the matches of all rules in the passages of a draft."""

    def __init__(self, book: Rulebook, pipeline: Pipeline) -> None:
        self._book, self._pipeline = book, pipeline
        self._owners: list[tuple[Rule, int, MatchEntry]] = []
        patterns: list[tuple[Pattern, Rule, tuple[str | int, ...]]] = []
        for rule in book.rules.values():
            name = "match" if rule.file.match else "require"
            for index, entry in enumerate(rule.entries):
                self._owners.append((rule, index, entry))
                patterns.append((entry, rule, (name, index)))
        self._patterns = Patterns(patterns, book, pipeline)
        self._guards: dict[str, Patterns] = {}
        needs = [(n, entry.needs, rule) for n, (rule, _, entry) in enumerate(self._owners) if entry.needs]
        self._needs = Patterns(
            [(Pattern(phrases=phrases), rule, ("match",)) for _, phrases, rule in needs], book, pipeline
        )
        self._needing = {n: index for index, (n, _, _) in enumerate(needs)}

    def find(self, draft: Draft, readings: Iterable[Reading], gated: bool = True) -> list[Match]:
        """The matches, by place; `gated=False` sets the rules' minimum of words aside. Raises `SlowRegexError`."""
        found: list[Match] = []
        present: set[str] = set()
        for candidate in self.candidates(readings):
            if next(candidate.guards, None) is not None:
                continue
            rule = candidate.rule
            if rule.file.require is not None:
                present.add(rule.id)
            else:
                found.append(match_of(candidate))
        found = longest(found)
        words = draft_words(draft)
        for rule in self._book.rules.values():
            if rule.file.require is None or rule.id in present or not words:
                continue
            if not gated or words >= rule.file.min_words:
                found.append(Match(rule.id, *first_line(draft), missing=True))
        return sorted(found, key=lambda match: (match.start, match.end, match.rule))

    def candidates(self, readings: Iterable[Reading]) -> Iterator[Candidate]:
        """What the entries find in the rules' scope, each with the guards that take it back."""
        readings = list(readings)
        for reading in readings:
            certainties = {identifier.start: identifier.certainty for identifier in reversed(reading.identifiers)}
            for hit, sentence in self._hits(reading):
                rule, index, entry = self._owners[hit.pattern]
                if not self._in_scope(rule, reading, hit) or not self._has_needed(hit, reading, sentence):
                    continue
                certainty = entry.certainty
                if entry.identifier is not None and certainty is Certainty.CERTAIN:
                    certainty = certainties[hit.start]
                guards = self._reaching(rule, entry, hit, sentence, reading, readings)
                yield Candidate(rule, index, hit.start, hit.end, certainty, guards, sentence)

    def _hits(self, reading: Reading) -> Iterator[tuple[_Hit, Sentence | None]]:
        for sentence in reading.sentences:
            for hit in self._patterns.in_sentence(reading, sentence):
                yield hit, sentence
        ends = [sentence.end for sentence in reading.sentences]
        for hit in self._patterns.in_passage(reading):
            place = bisect_right(ends, hit.start)
            within = place < len(ends) and reading.sentences[place].start < hit.end
            yield hit, reading.sentences[place] if within else None

    def _has_needed(self, hit: _Hit, reading: Reading, sentence: Sentence | None) -> bool:
        """Whether the sentence holds one of the phrases that the hit's entry needs."""
        number = self._needing.get(hit.pattern)
        if number is None:
            return True
        return sentence is not None and any(
            found.pattern == number for found in self._needs.in_sentence(reading, sentence)
        )

    def _in_scope(self, rule: Rule, reading: Reading, hit: _Hit) -> bool:
        draft = reading.passage.draft
        layer = draft.layer_at(draft.folded.source(hit.start, hit.end)[0])
        return layer in rule.scope

    def _reaching(
        self,
        rule: Rule,
        entry: MatchEntry,
        hit: _Hit,
        sentence: Sentence | None,
        reading: Reading,
        readings: Sequence[Reading],
    ) -> Iterator[int]:
        """The indices of the guards that take a hit back, as they are found."""
        if not rule.guards:
            return
        guards = self._guards.get(rule.id)
        if guards is None:
            numbered = [(guard, rule, ("unless", index)) for index, guard in enumerate(rule.guards)]
            guards = self._guards[rule.id] = Patterns(numbered, self._book, self._pipeline)
        for place, near_reading, near in _neighbourhood(rule.guards, sentence, reading, readings):
            hits = guards.in_sentence(near_reading, near) if near else guards.in_passage(near_reading)
            for guard_hit in hits:
                guard = rule.guards[guard_hit.pattern]
                if sentence is not None and guard.yields_to(entry.signal, sentence.signals):
                    continue
                if _reaches(guard, guard_hit, hit, sentence, place):
                    yield guard_hit.pattern


def _neighbourhood(
    guards: Sequence[Guard], sentence: Sentence | None, reading: Reading, readings: Sequence[Reading]
) -> Iterator[tuple[str, Reading, Sentence | None]]:
    """Where guards have to be looked for: the match's sentence, its passage, and the rest of the draft if any guard asks for it."""
    if sentence is not None:
        yield "sentence", reading, sentence
    yield "paragraph", reading, None
    wide = {guard.within for guard in guards}
    if wide & {"paragraph", "draft"}:
        for other in reading.sentences:
            if other is not sentence:
                yield "paragraph", reading, other
    if "draft" in wide:
        for other_reading in readings:
            if other_reading is not reading:
                yield "draft", other_reading, None
                for other in other_reading.sentences:
                    yield "draft", other_reading, other


def _reaches(guard: Guard, guard_hit: _Hit, hit: _Hit, sentence: Sentence | None, place: str) -> bool:
    """Whether a guard's hit is near enough to take the match back."""
    if guard.within in ("draft", "paragraph"):
        return guard.within == "draft" or place != "draft"
    if sentence is None or not (sentence.start <= guard_hit.start < sentence.end):
        return False
    if guard.within == "sentence":
        return True
    overlaps = guard_hit.start < hit.end and hit.start < guard_hit.end
    if guard.within == "match":
        return overlaps
    first = next((i for i, (_, end) in enumerate(sentence.places) if end > hit.start), 0)
    last = max((i for i, (start, _) in enumerate(sentence.places) if start < hit.end), default=len(sentence.places) - 1)
    if guard.within == "before":
        return guard_hit.start < hit.start and guard_hit.end > sentence.places[max(0, first - _NEAR)][0]
    return guard_hit.end > hit.end and guard_hit.start < sentence.places[min(len(sentence.places) - 1, last + _NEAR)][1]


def match_of(candidate: Candidate) -> Match:
    """What a candidate that nothing takes back amounts to."""
    entry = candidate.rule.entries[candidate.entry]
    signal = entry.signal is not None and entry.phrases is None and entry.tokens is None
    place = candidate.start, candidate.end
    return Match(candidate.rule.id, *place, candidate.certainty, signal=signal, sentence=candidate.sentence)


def longest(found: Iterable[Match]) -> list[Match]:
    """One match for each place of a rule: a certain one first, words before a whole sentence, then the longest."""
    taken: dict[str, Disjoint] = defaultdict(Disjoint)
    best = sorted(found, key=lambda m: (m.certainty is Certainty.POSSIBLE, m.signal, m.start - m.end, m.start))
    return [match for match in best if taken[match.rule].add(match.start, match.end)]


def draft_words(draft: Draft) -> int:
    """How many words the body of a draft has."""
    return len(draft.text[draft.body :].split())


def first_line(draft: Draft) -> tuple[int, int]:
    """The folded stretch of the first line that says something."""
    text, start = draft.folded.text, draft.folded.offset(draft.body)
    match = re.compile(r"[^\s][^\r\n]*").search(text, start)
    while match is not None:
        if draft.layer_at(draft.folded.starts[match.start()]) is not Layer.COMMENT:
            return match.start(), match.start() + len(match.group().rstrip())
        match = re.compile(r"[^\s][^\r\n]*").search(text, match.end())
    return start, start


def remembering(normalise: Callable[[str], list[str]]) -> Callable[[str], list[str]]:
    """The same function, which tokenizes a phrase only once."""
    known: dict[str, list[str]] = {}

    def remembered(phrase: str) -> list[str]:
        if phrase not in known:
            known[phrase] = normalise(phrase)
        return known[phrase]

    return remembered


def _regex(source: str) -> Any:
    import regex  # noqa: PLC0415

    return regex.compile(source)


def expanded_tokens(tokens: Iterable[dict[str, Any]], words: Mapping[str, tuple[str, ...]]) -> list[dict[str, Any]]:
    """A token pattern with `$list` replaced by the list's single-word entries."""
    return [{key: _expand(value, words) for key, value in token.items()} for token in tokens]


def _expand(value: Any, words: Mapping[str, tuple[str, ...]]) -> Any:
    """A token attribute with `$list` replaced by the list's single-word entries."""
    if isinstance(value, dict):
        return {key: _expand(item, words) for key, item in value.items()}
    if isinstance(value, list):
        return [
            entry
            for item in value
            for entry in (_expand(item, words) if isinstance(item, str) and item.startswith("$") else [item])
        ]
    if isinstance(value, str) and value.startswith("$"):
        return [entry for entry in words[value[1:]] if entry.isalnum()]
    return value


def _literals(tokens: Iterable[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    """The words that a pattern asks for by themselves; lists may hold entries that never match."""
    for token in tokens:
        for key in _LITERAL_KEYS:
            if isinstance(token.get(key), str):
                yield token[key], key
