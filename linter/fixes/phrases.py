"""What the phrases of fixes find in a sentence: "email me at …, or call …", whole, with every identifier that belongs to it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from linter.fixes.stretches import Stretch, words_of
from linter.pipeline import Sentence
from linter.rulebook.book import Rulebook
from linter.rulebook.compiler import remembering
from linter.rulebook.template import Template, parse

# Lists whose words say no more than how somebody can be reached, and those that name the way.
CHANNELS = ("reach-channels", "messaging-apps", "social-networks", "call-tools")
LABELS = ("contact-labels", "contact-data", *CHANNELS)

_REACH = 8  # words between one identifier and the next that are taken for one list
_JOINTS = frozenset(("or", "and", ",", "/", "&", "|"))
_STARTS = frozenset((";", ":", "-", "but", "so", "please", "just", "can", "may"))
_LEADS = _JOINTS | {"on", "via", "by", "through", "in", "over"}
_BEFORE_NOUNS = frozenset(
    (
        "my",
        "our",
        "your",
        "by",
        "via",
        "over",
        "through",
        "an",
        "a",
        "the",
        "this",
        "for",
        "of",
        "quick",
        "short",
        "free",
    )
)
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?")


class Phrase:
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


class Phrases:
    """Finds the phrases of fixes. Templates are compiled when they are first needed; what a sentence holds is found once."""

    def __init__(self, book: Rulebook, normalise: Callable[[str], list[str]]) -> None:
        self._book, self._normalise = book, remembering(normalise)
        self._known: dict[str, list[Phrase]] = {}
        self._verbs = words_in(book.words, ("reach-verbs",))
        self._channels = words_in(book.words, CHANNELS)
        self._light = self._verbs | words_in(book.words, LABELS)
        self._labels = words_in(book.words, LABELS)
        self._sentence: Sentence | None = None
        self._found: dict[str, list[Stretch]] = {}

    def find(self, sources: Iterable[str], sentence: Sentence, match: Stretch) -> Stretch | None:
        """The longest stretch that one of the phrases finds and that overlaps a match, in the draft's folded text."""
        if sentence is not self._sentence:
            self._sentence, self._found = sentence, {}
        best: Stretch | None = None
        for source in sources:
            if source not in self._found:
                self._found[source] = list(self._stretches(source, sentence))
            for start, end in self._found[source]:
                if start < match[1] and match[0] < end and (best is None or end - start > best[1] - best[0]):
                    best = start, end
        return best

    def _stretches(self, source: str, sentence: Sentence) -> Iterator[Stretch]:
        words: list[str] = []
        for phrase in self._phrases(source):
            if not phrase.anchors & sentence.words:
                continue
            words = words or words_of(sentence)
            covered = 0  # words that a stretch has taken already: it goes on as far as it can
            for hit in phrase.pattern.finditer(sentence.text):
                marked = hit.span("match") if "match" in phrase.pattern.groupindex else None
                start, end = marked or hit.span()
                first, last = sentence.word_at(start), sentence.word_at(end - 1)
                led = words[sentence.word_at(hit.start()) : first]
                if first >= covered and self._fits(phrase, words, first, last, None if marked is None else led):
                    first, last = self._extended(words, first, last, backward=marked is None)
                    covered = last + 1
                    yield sentence.places[first][0], sentence.places[last][1]

    def _fits(self, phrase: Phrase, words: Sequence[str], first: int, last: int, led: Sequence[str] | None) -> bool:
        """Whether a hit is what its phrase means; `led` are the words before what is marked in it, None without a mark."""
        if led is not None and any(is_identifier(word) or word in ",;:" for word in led):  # of something else
            return False
        if led is None and first > 0 and is_identifier(words[last]) and words[first - 1] in _BEFORE_NOUNS:
            return False  # "my email …", "for a call …"
        gone = words[first : last + 1]
        return all(is_identifier(word) or self._says_no_more(word) or word in phrase.words for word in gone)

    def _phrases(self, source: str) -> list[Phrase]:
        if source not in self._known:
            book = self._book
            templates = book.templates.get(source) or parse(source, book.words, self._normalise)
            self._known[source] = [Phrase(template) for template in templates]
        return self._known[source]

    def _extended(self, words: Sequence[str], first: int, last: int, backward: bool) -> tuple[int, int]:
        """A hit with what goes on listing ways to reach the writer: `…, or call <phone>`, `… or on Telegram`."""
        end, at = last, last + 1
        while at < len(words) and at - end <= _REACH and (is_identifier(words[at]) or self._says_no_more(words[at])):
            end = at if is_identifier(words[at]) else end
            at += 1
        end += self._tail(words, end + 1)
        if not backward:
            return first, end
        return self._begun(words, first), end

    def _begun(self, words: Sequence[str], first: int) -> int:
        """Where a hit begins with what stands before it of the same kind: `call …, or text me`."""
        begin, at = first, first - 1
        while at >= 0 and begin - at <= _REACH and (is_identifier(words[at]) or self._says_no_more(words[at])):
            begin = at if is_identifier(words[at]) else begin
            at -= 1
        while begin > 1 and words[begin - 1] in ("or", "and", "/") and words[begin - 2] in self._verbs:
            begin -= 2  # "call or text me"
        if begin < first and is_identifier(words[begin]):  # with the label of the identifier that stands first
            while begin > 0 and words[begin - 1] in self._labels:
                begin -= 1
            if (
                begin > 0 and words[begin - 1] not in _JOINTS | _STARTS
            ):  # "my server …, or add me": another sentence's end
                return first
        return begin

    def _tail(self, words: Sequence[str], start: int) -> int:
        """How many of the words from `start` on only name other channels: `or email`, `on Telegram, Discord and Skype`."""
        if start >= len(words) or words[start] not in _LEADS:
            return 0
        stop = start
        while stop < len(words) and self._says_no_more(words[stop]):
            stop += 1
        for end in range(stop, start + 1, -1):
            closed = end >= len(words) or not words[end].isalnum()
            if closed and not self._channels.isdisjoint(words[max(start, end - 2) : end]):
                return end - start
        return 0

    def _says_no_more(self, word: str) -> bool:
        return word in self._light or (not any(map(str.isalnum, word)) and word not in ".!?;")


def words_in(lists: Mapping[str, tuple[str, ...]], names: Iterable[str]) -> frozenset[str]:
    """Every word of the entries of some lists."""
    return frozenset(word for name in names for entry in lists.get(name, ()) for word in _WORD.findall(entry))


def is_identifier(word: str) -> bool:
    """Whether a word of a sentence stands for an identifier."""
    return word.startswith("<") and word.endswith(">") and len(word) > 2
