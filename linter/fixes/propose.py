"""Propose fixes for what a rule has matched, as its `fix` entries say."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from linter.draft import Draft, Layer
from linter.finding import Edit, Fix, Safety
from linter.fixes.phrases import LABELS, Phrases, words_in
from linter.fixes.stretches import Cut, Stretch
from linter.fixes.tidy import link_around, replaced
from linter.identifiers.base import Certainty
from linter.pipeline import Sentence
from linter.rulebook.book import Platform, Rule, Rulebook
from linter.rulebook.compiler import Match
from linter.rulebook.model import FixEntry

_LONGEST = 400  # words of what can pass for a sentence
_SHOWN = 60  # characters that a title repeats
_WE = frozenset(("we", "us", "our", "ours"))
_ME = frozenset(("i", "me", "my", "mine"))
_WORD, _TEXT = re.compile(r"[^\W_]+(?:'[^\W_]+)?"), re.compile(r"\S")
_NEAR = 500  # characters before what is replaced that say whether the writer is one or several


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a fix is wanted: the match, and its words in the sentence."""

    draft: Draft
    match: Match
    platform: Platform

    @property
    def stretch(self) -> Stretch:
        return self.match.start, self.match.end


class Fixer:
    """Proposes fixes by a rulebook."""

    def __init__(self, book: Rulebook, normalise: Callable[[str], list[str]]) -> None:
        self._book = book
        self._phrases = Phrases(book, normalise)
        self._labels = words_in(book.words, LABELS)
        self._cut: Cut | None = None
        self._draft: Draft | None = None
        self._edits: dict[tuple[int, int, str], Edit | None] = {}

    def fixes(self, draft: Draft, match: Match, platform: Platform) -> tuple[Fix, ...]:
        """The ways to mend a match, the best first; none that would leave nothing of the draft."""
        rule = self._book.rules[match.rule]
        place = _Place(draft, match, platform)
        found: dict[tuple[Edit, ...], Fix] = {}
        for fix in self._proposed(rule, place):
            if not _empties(draft, fix.edits[0]):
                found.setdefault(fix.edits, fix)
        return tuple(found.values())

    def _proposed(self, rule: Rule, place: _Place) -> Iterator[Fix]:
        first = place.draft.folded.source(*place.stretch)[0]
        layer = place.draft.layer_at(first)
        for entry, safety in self._entries(rule):
            if layer is Layer.TARGET and entry.phrases is None:  # the link's text would go with it
                continue
            stretch = self._stretch(entry, place)
            if stretch is None:
                continue
            start, end = place.draft.folded.source(*stretch)
            text = _filled(entry.with_, place, stretch)
            sure = place.match.certainty is Certainty.CERTAIN and not place.match.signal and layer is Layer.PROSE
            if text and entry.replace == "sentence":
                text = _as_sentence(text, place.draft, end)
            elif text and (again := self._said_already(text, place, stretch)):
                start, end, text = *place.draft.folded.source(*again), ""
            if edit := self._edit(place.draft, start, end, text):
                yield Fix(_title(place.draft, entry, edit, text), safety if sure else "unsafe", (edit,))
        if layer is Layer.TARGET and rule.file.fix and (link := link_around(place.draft, first)):
            yield Fix("Keep the link's text only", "unsafe", (Edit(*link),))

    def _edit(self, draft: Draft, start: int, end: int, text: str) -> Edit | None:
        """The tidy edit of a stretch, worked out once for all the matches that it would mend."""
        if draft is not self._draft:
            self._draft, self._edits = draft, {}
        key = start, end, text
        if key not in self._edits:
            self._edits[key] = replaced(draft, start, end, text)
        return self._edits[key]

    def _said_already(self, text: str, place: _Place, stretch: Stretch) -> Stretch | None:
        """The clause to cut where its sentence, left of it, says already what a fix would put there."""
        if place.match.sentence is None:
            return None
        cut = self._cut_of(place.draft, place.match.sentence)
        said = place.draft.folded.text.find(text.lower(), cut.whole[0], stretch[0]) >= 0
        return cut.clause(stretch) if said else None

    def _entries(self, rule: Rule) -> Iterator[tuple[FixEntry, Safety]]:
        """The ways to mend a rule's matches, and their safety."""
        for entry in rule.file.fix:
            for taken in (entry,) if entry.like is None else self._book.rules[entry.like].file.fix:
                yield taken, entry.safety or taken.safety or "unsafe"

    def _stretch(self, entry: FixEntry, place: _Place) -> Stretch | None:
        """What an entry would replace, in the folded text; None where it does not fit."""
        sentence = place.match.sentence
        if entry.replace == "match":
            return place.stretch
        if sentence is None or entry.insert is not None:
            return None
        if entry.phrases is not None:
            return self._phrases.find(entry.phrases, sentence, place.stretch)
        cut = self._cut_of(place.draft, sentence)
        if entry.replace == "apart":
            return cut.apart(place.stretch)
        if entry.replace == "answer":
            return cut.answer(place.stretch)
        if entry.replace == "clause":
            return cut.clause(place.stretch)
        return cut.whole if len(sentence.places) <= _LONGEST else None

    def _cut_of(self, draft: Draft, sentence: Sentence) -> Cut:
        """What can be cut out of a sentence; the last one's is kept for its next match."""
        if self._cut is None or self._cut.sentence is not sentence:
            self._cut = Cut(draft, sentence, self._labels)
        return self._cut


def _as_sentence(text: str, draft: Draft, end: int) -> str:
    """A text in place of a sentence that ends at `end`, with its end where that is no full stop; '' if the draft says it already."""
    if text.lower().rstrip(".") in draft.folded.text:
        return ""
    return text.rstrip(".") + draft.text[end - 1] if draft.text[end - 1 : end] in (";", ":", ",") else text


def _empties(draft: Draft, edit: Edit) -> bool:
    """Whether an edit would leave nothing of a draft but white space."""
    return (
        not edit.text.strip()
        and not _TEXT.search(draft.text, draft.body, edit.start)
        and not _TEXT.search(draft.text, edit.end)
    )


def _filled(text: str, place: _Place, stretch: Stretch) -> str:
    """A replacement with its placeholders filled in; one writer or several, as the words there say, or the draft's first ones."""
    if "{" not in text:
        return text
    folded = place.draft.folded.text
    there = folded[stretch[0] : min(stretch[1], stretch[0] + _NEAR)]
    for part in (there, folded[max(0, stretch[0] - _NEAR) : stretch[0]], folded[: 10 * _NEAR]):
        words = _WORD.findall(part)
        we, me = sum(word in _WE for word in words), sum(word in _ME for word in words)
        if we != me:
            break
    several = we > me
    values = {"channel": place.platform.file.channel, "platform": place.platform.name}
    values |= (
        {"me": "us", "i": "we", "am": "are", "my": "our"} if several else {"me": "me", "i": "I", "am": "am", "my": "my"}
    )
    return re.sub(r"\{(\w+)\}", lambda found: values.get(found[1], found.group()), text)


def _title(draft: Draft, entry: FixEntry, edit: Edit, text: str) -> str:
    if text:
        return f'Write "{_short(edit.text)}" instead'
    if entry.replace == "sentence":
        return "Remove the sentence"
    gone = draft.text[edit.start : edit.end]
    return "Remove the line" if gone.endswith(("\n", "\r")) else f'Remove "{_short(gone)}"'


def _short(text: str) -> str:
    shown = " ".join(text[: 4 * _SHOWN].split())
    return shown if len(shown) <= _SHOWN else shown[: _SHOWN - 1].rstrip() + "…"
