"""Propose fixes for what a rule has matched, as its `fix` entries say."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from linter.draft import Draft, Layer
from linter.finding import Edit, Fix, Safety
from linter.fixes.stretches import Stretch, answers, apart, clause, sentence_of, words_of
from linter.fixes.tidy import link_around, replaced
from linter.identifiers.base import Certainty
from linter.pipeline import Sentence
from linter.rulebook.compiler import Match, remembering
from linter.rulebook.loader import Platform, Rule, Rulebook
from linter.rulebook.model import FixEntry
from linter.rulebook.template import Template, parse

# Lists whose words say no more than how somebody can be reached, and those that name the way.
CHANNELS = ("reach-channels", "messaging-apps", "social-networks", "call-tools")
LABELS = ("contact-labels", "contact-data", *CHANNELS)
_REACH = 8  # words between one identifier and the next that are taken for one list
_LONGEST = 400  # words of a sentence that a fix looks into
_SHOWN = 60  # characters that a title repeats
_JOINTS = frozenset(("or", "and", ",", "/", "&", "|"))
_LEADS = _JOINTS | {"on", "via", "by", "through", "in", "over"}
_BEFORE_NOUNS = frozenset(("my", "our", "your", "by", "via", "over", "through", "an", "the"))
_WE = frozenset(("we", "us", "our", "ours"))
_ME = frozenset(("i", "me", "my", "mine"))
_INK = re.compile(r"\S")
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?")


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a fix is wanted: the match, and its words in the sentence."""

    draft: Draft
    match: Match
    platform: Platform

    @property
    def stretch(self) -> Stretch:
        return self.match.start, self.match.end


class _Phrase:
    """A phrase template of a fix; its pattern is compiled when a sentence first holds one of the anchors."""

    def __init__(self, template: Template) -> None:
        self.template, self.anchors = template, template.anchors

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The template over a sentence's words."""
        return re.compile(self.template.pattern)

    @cached_property
    def words(self) -> frozenset[str]:
        """The words that it names itself: what else a hit holds must say no more than how to reach somebody."""
        return frozenset(_WORD.findall(self.template.pattern.replace("\\", "")))


class Fixer:
    """Proposes fixes by a rulebook. Templates are compiled when a rule first needs them."""

    def __init__(self, book: Rulebook, normalise: Callable[[str], list[str]]) -> None:
        self._book, self._normalise = book, remembering(normalise)
        self._known: dict[tuple[str, int], list[_Phrase]] = {}
        self._labels = _words_of(book.words, LABELS)
        self._verbs = _words_of(book.words, ("reach-verbs",))
        self._channels = _words_of(book.words, CHANNELS)

    def fixes(self, draft: Draft, match: Match, platform: Platform) -> tuple[Fix, ...]:
        """The ways to mend a match, the best first; none that would leave nothing of the draft."""
        rule = self._book.rules[match.rule]
        place = _Place(draft, match, platform)
        found: dict[tuple[Edit, ...], Fix] = {}
        for fix in self._proposed(rule, place):
            edit = fix.edits[0]
            if (
                edit.text.strip()
                or _INK.search(draft.text, draft.body, edit.start)
                or _INK.search(draft.text, edit.end)
            ):
                found.setdefault(fix.edits, fix)
        return tuple(found.values())

    def _proposed(self, rule: Rule, place: _Place) -> Iterator[Fix]:
        first = place.draft.folded.source(*place.stretch)[0]
        layer = place.draft.layer_at(first)
        for owner, index, entry, safety in self._entries(rule):
            if layer is Layer.TARGET and entry.phrases is None:  # the link's text would go with it
                continue
            stretch = self._stretch(owner, index, entry, place)
            if stretch is None:
                continue
            start, end = place.draft.folded.source(*stretch)
            text = _filled(entry.with_, place, stretch)
            sure = place.match.certainty is Certainty.CERTAIN and not place.match.signal and layer is Layer.PROSE
            if text and (again := _said_already(text, place, stretch)):
                start, end, text = *place.draft.folded.source(*again), ""
            if edit := replaced(place.draft, start, end, text):
                yield Fix(_title(place.draft, entry, edit), safety if sure else "unsafe", (edit,))
        if layer is Layer.TARGET and rule.file.fix and (link := link_around(place.draft, first)):
            yield Fix("Keep the link's text only", "unsafe", (Edit(*link),))

    def _entries(self, rule: Rule) -> Iterator[tuple[Rule, int, FixEntry, Safety]]:
        """The ways to mend a rule's matches, with the rule that holds them, their number there and their safety."""
        for index, entry in enumerate(rule.file.fix):
            if entry.like is None:
                yield rule, index, entry, entry.safety or "unsafe"
                continue
            other = self._book.rules[entry.like]
            for number, taken in enumerate(other.file.fix):
                yield other, number, taken, entry.safety or taken.safety or "unsafe"

    def _stretch(self, rule: Rule, index: int, entry: FixEntry, place: _Place) -> Stretch | None:
        """What an entry would replace, in the folded text; None where it does not fit."""
        sentence = place.match.sentence
        if sentence is not None and len(sentence.places) > _LONGEST:
            sentence = None  # nothing that a fix could keep in order
        if entry.replace == "match":
            return place.stretch
        if sentence is None or entry.insert is not None:
            return None
        if entry.phrases is not None:
            return self._phrase(rule, index, sentence, place)
        if entry.replace == "apart":
            return apart(place.draft, sentence, place.stretch, self._labels)
        if entry.replace == "answer":
            whole = apart(place.draft, sentence, place.stretch, self._labels)
            return whole if whole is not None and answers(place.draft, whole) else None
        if entry.replace == "clause":
            return clause(place.draft, sentence, place.stretch)
        return sentence_of(place.draft, sentence)

    def _phrase(self, rule: Rule, index: int, sentence: Sentence, place: _Place) -> Stretch | None:
        """The longest hit of an entry's phrases that overlaps the match, with the identifiers that belong to it."""
        best: Stretch | None = None
        for phrase in self._phrases(rule, index):
            if not phrase.anchors & sentence.words:
                continue
            for hit in phrase.pattern.finditer(sentence.text):
                whole, marked = hit.span(), hit.span("match") if "match" in phrase.pattern.groupindex else None
                first = sentence.word_at((marked or whole)[0])
                last = sentence.word_at((marked or whole)[1] - 1)
                words = words_of(sentence)
                if marked is None and first > 0 and words[first - 1] in _BEFORE_NOUNS:
                    continue
                gone = words[first : last + 1]
                if marked is not None and any(map(_is_identifier, words[sentence.word_at(whole[0]) : first])):
                    continue
                if not all(_is_identifier(word) or self._says_no_more(word) or word in phrase.words for word in gone):
                    continue
                first, last = self._extended(words, first, last, backward=marked is None)
                start, end = sentence.places[first][0], sentence.places[last][1]
                fits = start < place.match.end and place.match.start < end
                if fits and (best is None or end - start > best[1] - best[0]):
                    best = start, end
        return best

    def _phrases(self, rule: Rule, index: int) -> list[_Phrase]:
        """An entry's phrases, parsed when they are first needed."""
        key = rule.id, index
        if key not in self._known:
            sources = rule.file.fix[index].phrases or ()
            book = self._book
            templates = [
                one
                for source in sources
                for one in book.templates.get(source) or parse(source, book.words, self._normalise)
            ]
            self._known[key] = [_Phrase(template) for template in templates]
        return self._known[key]

    def _extended(self, words: list[str], first: int, last: int, backward: bool) -> tuple[int, int]:
        """A hit with what goes on listing ways to reach the writer: `…, or call <phone>`, `… or on Telegram`."""
        end, at = last, last + 1
        while at < len(words) and at - end <= _REACH and (_is_identifier(words[at]) or self._says_no_more(words[at])):
            end = at if _is_identifier(words[at]) else end
            at += 1
        end += self._tail(words[end + 1 :])
        if not backward:
            return first, end
        begin, at = first, first - 1
        while at >= 0 and begin - at <= _REACH and (_is_identifier(words[at]) or self._says_no_more(words[at])):
            begin = at if _is_identifier(words[at]) else begin
            at -= 1
        while (
            begin > 1 and words[begin - 1] in ("or", "and", "/") and words[begin - 2] in self._verbs
        ):  # "call or text me"
            begin -= 2
        if begin < first and _is_identifier(words[begin]):  # with the label of the identifier that stands first
            while begin > 0 and words[begin - 1] in self._labels:
                begin -= 1
        return begin, end

    def _tail(self, words: list[str]) -> int:
        """How many of the words after a hit only name other channels: `or email`, `on Telegram, Discord and Skype`."""
        length = next((i for i, word in enumerate(words) if not self._says_no_more(word)), len(words))
        lengths = [length, 2, 3] if length == len(words) or words[length] in ".!?;" else [2, 3]
        for size in lengths:
            tail = words[:size]
            closed = size >= len(words) or not words[size].isalnum()
            if size <= length and closed and tail and tail[0] in _LEADS and not self._channels.isdisjoint(tail[-2:]):
                return size
        return 0

    def _says_no_more(self, word: str) -> bool:
        return word in self._labels or word in self._verbs or (not any(map(str.isalnum, word)) and word not in ".!?;")


def _said_already(text: str, place: _Place, stretch: Stretch) -> Stretch | None:
    """The clause to cut where its sentence, left of it, says already what a fix would put there."""
    sentence = place.match.sentence
    if sentence is None or text.lower() not in place.draft.folded.text[sentence.start : stretch[0]]:
        return None
    return clause(place.draft, sentence, stretch)


def _words_of(lists: Mapping[str, tuple[str, ...]], names: tuple[str, ...]) -> frozenset[str]:
    """Every word of the entries of some lists."""
    return frozenset(word for name in names for entry in lists.get(name, ()) for word in _WORD.findall(entry))


def _is_identifier(word: str) -> bool:
    return word.startswith("<") and word.endswith(">") and len(word) > 2


def _filled(text: str, place: _Place, stretch: Stretch) -> str:
    """A replacement with its placeholders filled in; one writer or several, as the words there say, or the draft's first ones."""
    if "{" not in text:
        return text
    folded = place.draft.folded.text
    sentence = place.match.sentence
    for part in (folded[slice(*stretch)], folded[sentence.start : sentence.end] if sentence else "", folded[:5000]):
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


def _title(draft: Draft, entry: FixEntry, edit: Edit) -> str:
    if entry.with_:
        return f'Write "{_short(edit.text)}" instead'
    if entry.replace == "sentence":
        return "Remove the sentence"
    gone = draft.text[edit.start : edit.end]
    return "Remove the line" if gone.endswith(("\n", "\r")) else f'Remove "{_short(gone)}"'


def _short(text: str) -> str:
    shown = " ".join(text.split())
    return shown if len(shown) <= _SHOWN else shown[: _SHOWN - 1].rstrip() + "…"
