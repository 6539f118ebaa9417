"""User names on chat tools and social networks, judged by a trained model of what stands around them: "Telegram: @jane"."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from linter.draft import Layer
from linter.identifiers import scorer
from linter.identifiers.base import Identifier, Passage
from linter.identifiers.clues import Clues, Row
from linter.identifiers.handle_place import is_plain, is_shaped_after
from linter.identifiers.handle_reading import LISTS as SIGNS
from linter.identifiers.handle_reading import Reader
from linter.identifiers.handle_shapes import (
    AXIS,
    DIGITS,
    FILE,
    GLUED,
    LONG_ENGLISH,
    NO_TOOL,
    ON_IT,
    PLACELESS,
    TIMES,
    TOKEN,
)
from linter.identifiers.handle_word import Word, masked, relation, shape, word_at
from linter.identifiers.lexicon import Lexicon, Name
from linter.identifiers.phrases import Phrases

OWN = 0.5  # from this probability on a name is the writer's own
OWN_IN_PLACE = 0.25  # the same where it stands as plainly as "Telegram: jane_d"
IN_PLACE = "in place"  # the feature of a word that stands so
DISGUISED = "disguised"  # the feature of a word that is written otherwise than it is read
KINDS = {
    "own": "own-words",
    "writer": "writer-words",
    "other": "other-people",
    "made": "made-words",
    "reach": "reach-words",
    "nick": "handle-words",
    "sample": "sample-words",
    "work": "work-words",
    "build": "tool-work",
}
_LISTS = (
    "messaging-apps",
    "call-tools",
    "messaging-hints",
    "social-networks",
    "social-hints",
    "ambiguous-tools",
    "handle-stopwords",
    "handle-joints",
    "reserved-handles",
    "follow-words",
    *KINDS.values(),
    *SIGNS,
)
_NEAR = 40  # characters on each side of a user name in which a word says what it is of
_MANY = 20_000  # words that are remembered
_AFTER, _BEFORE = 150, 90  # characters from a tool's name within which a user name stands
_LEET = str.maketrans("01345", "oieas")
_LEADS = re.compile(r"(?:^|[\n:=(>→,–—\-/|.?!;~@»])[ \t*_`\"'“‘]*\Z")  # signs after which a user name may stand
_LAST = re.compile(r"([^\W\d_]+(?:['’][^\W\d_]+)?)[ \t*_`\"'“‘:]*\Z")
_PARTS = re.compile(r"[\n,;|/]|[.!?]\s")  # what sets sentences and the entries of a list apart
_TO_TOOL = re.compile(
    r"[\"'`*_)]*\s?[,(–—-]?\s?(?:(?:is|are|there|too|over)\s){0,2}(?:on|in|at|@|via|over|en|no|na|sur|auf|bei|в|на|di|su|pe|op|på|par|پر|पर|على)?"
    r"\s?(?:my|the|mein|mi|meu|mon)?\s?[\"(]?"
)


def shared(words: Mapping[str, tuple[str, ...]]) -> Handles:
    """The finder for these words, one for all recognisers."""
    return _handles(tuple((name, words.get(name, ())) for name in _LISTS))


@lru_cache(maxsize=2)
def _handles(lists: tuple[tuple[str, tuple[str, ...]], ...]) -> Handles:
    return Handles(dict(lists))


@dataclass(frozen=True, slots=True)
class Found:
    """A user name at folded offsets `start` to `end`; its `group` is `messaging` or `social`."""

    start: int
    end: int
    group: str
    form: str

    def identifier(self) -> Identifier:
        """The identifier of that kind."""
        return Identifier(self.group, self.start, self.end, self.form)


class Handles:
    """Finds user names beside the names of tools, and after words that announce one."""

    def __init__(self, words: Mapping[str, tuple[str, ...]]) -> None:
        chats = ("messaging-apps", "call-tools", "messaging-hints")
        self.lexicon = Lexicon(
            {
                "messaging": [name for key in chats for name in words.get(key, ())],
                "social": [name for key in ("social-networks", "social-hints") for name in words.get(key, ())],
            }
        )
        self.reserved = frozenset(words.get("reserved-handles", ()))
        self._memo: tuple[Passage | None, list[Name], list[Found]] = (None, [], [])
        self._ambiguous = frozenset(words.get("ambiguous-tools", ()))
        self._stop = frozenset(words.get("handle-stopwords", ()))
        joints = ("handle-joints", "handle-words", "reach-words")
        self._joints = frozenset(word for name in joints for word in words.get(name, ()))
        self._reader = Reader(words)
        self._follow = Phrases(words.get("follow-words", ()))
        self._drawn = [word for word in words.get("follow-words", ()) if len(word) == 1]
        kinds = {kind: words.get(name, ()) for kind, name in KINDS.items()}
        self._may_name = lru_cache(_MANY)(self._make_may_name)
        self._clues = Clues({**kinds, "tool": ("<messaging>", "<social>")})

    def find(self, passage: Passage) -> list[Found]:
        """Every user name that starts in the passage; the last answer is kept for the next recogniser."""
        last, _, found = self._memo
        if last is None or last.draft is not passage.draft or (last.start, last.end) != (passage.start, passage.end):
            names = self.lexicon.find(passage.folded.text, passage.start, passage.end)
            found = list(self._find(passage, names))
            self._memo = passage, names, found
        return found

    def names(self, passage: Passage) -> list[Name]:
        """The names of tools in the passage."""
        self.find(passage)
        return self._memo[1]

    def _find(self, passage: Passage, names: list[Name]) -> Iterator[Found]:
        model = scorer.load("handles")
        for place, features, tool in self.weighed(passage, names):
            if model(features) >= (OWN_IN_PLACE if IN_PLACE in features else OWN):
                group = tool.group if tool else self._group(passage.folded.text, *place)
                yield Found(*place, group, DISGUISED if DISGUISED in features else "handle")

    def _group(self, text: str, start: int, end: int) -> str:
        """The kind of a user name beside which no tool is named; one for all tools is one of a chat."""
        before, after = (max(0, start - _NEAR), start), (end, min(len(text), end + _NEAR))
        said = any(self._follow.inside(text, *side) for side in (before, after))
        return "social" if said or any(sign in text[slice(*before)] for sign in self._drawn) else "messaging"

    def weighed(self, passage: Passage, names: list[Name]) -> Iterator[tuple[tuple[int, int], list[str], Name | None]]:
        """Every word that may be a user name, disguised ones first: where it is written, what the model weighs, and its tool."""
        text = passage.folded.text
        plain = [((word.start, word.end), features, tool) for word, features, tool in self.candidates(passage, names)]
        promising = names or PLACELESS.search(text, passage.start, passage.end)
        if promising and (reading := self._reader(passage)):
            view = reading.passage
            known = {place for place, _, _ in plain}
            for word, features, tool in self.candidates(
                view, self.lexicon.find(view.folded.text, view.start, view.end)
            ):
                place = reading.written(word.start, word.end)
                if text[slice(*place)] != word.text:
                    yield place, [*features, DISGUISED], tool
                elif place not in known:
                    yield place, features, tool
        yield from plain

    def candidates(self, passage: Passage, names: list[Name]) -> Iterator[tuple[Word, list[str], Name | None]]:
        """Every word that may be a user name, what the model weighs, and the tool that it seems to belong to."""
        text = passage.folded.text
        names = [name for name in names if not self._is_phrase(passage, name)]
        tools = [(word, _tool(text, word, names)) for word in self._words(passage, names)]
        tools = [(word, name) for word, name in tools if word.shape != "word" or self._is_joined(text, word, name)]
        if not tools:
            return
        seen = masked(text, [word for word, _ in tools], names)
        for word, name in tools:
            yield word, self._features(passage, seen, word, name, len(names)), name

    def _features(self, passage: Passage, seen: Row, word: Word, name: Name | None, tools: int) -> list[str]:
        found = [
            *self._clues(seen, word.first, word.last),
            *shape(passage, word, self._stop),
            f"tools:{min(4, tools)}",
            *relation(passage, seen, word, name, self._ambiguous),
        ]
        if is_plain(passage.folded.text, word, name):
            found.append(IN_PLACE)
        return found

    def _is_joined(self, text: str, word: Word, name: Name | None) -> bool:
        """Whether a word has the shape of a user name, or signs and words about it that one has."""
        if word.is_shaped:
            return True
        before = text[max(0, word.first - 24) : word.first]
        last = _LAST.search(before)
        if _LEADS.search(before) or last is None or last[1] in self._joints:
            return True
        if name is None:
            return False
        between, after = word.bridge(text, name)
        return not between.strip(" \"'*_`") or (not after and len(between) < 14 and bool(_TO_TOOL.fullmatch(between)))

    def _is_phrase(self, passage: Passage, name: Name) -> bool:
        """Whether an ordinary word that is a tool's name too stands in a common phrase: "drop me a line", "x: offset"."""
        text = passage.folded.text
        if name.plain == "x" and AXIS.match(text, name.start):
            small = passage.draft.text[passage.folded.source(name.start, name.end)[0]] == "x"
            return small or not is_shaped_after(text, name)
        if name.plain not in self._ambiguous or ON_IT.match(text, max(0, name.start - 4)):
            return False
        return bool(NO_TOOL.search(text, max(0, name.start - 12), name.start))

    def _words(self, passage: Passage, names: list[Name]) -> Iterator[Word]:
        text, start, end = passage.folded.text, passage.start, passage.end
        general = PLACELESS.search(text, start, end) is not None
        if not names and not general and text.find("@", start, end) < 0:
            return
        starts = [name.start for name in names]
        glued = (
            match
            for name in names
            if text.startswith("@", name.end)
            and (match := GLUED.match(text, name.end))
            and not self.is_ordinary(match.group())
        )
        for match in itertools.chain(TOKEN.finditer(text, start, end), glued):
            shape = match.lastgroup or ""
            if shape == "live":
                continue  # known by its shape alone
            index = bisect_left(starts, match.end())
            last = names[index - 1].end if index else -_AFTER
            if last > match.start():
                continue  # the name of a tool itself
            near = match.start() - last < _AFTER or (index < len(names) and starts[index] - match.end() < _BEFORE)
            if shape == "word" and not (near or general):
                continue
            if self._is_possible(passage, match, shape):
                yield word_at(text, match, shape)

    def _is_possible(self, passage: Passage, match: re.Match[str], shape: str) -> bool:
        text, word = passage.folded.text, match.group()
        bare = word.lstrip("@ ")
        if len(bare) < 3:
            return False
        if (
            text.startswith(("@", "://", "/", "("), match.end())
            or bare in self.reserved
            or bare.partition(".")[0] in self.reserved
        ):
            return False
        if shape == "word" and not self._may_name(word):
            return False
        return not _is_in_code(passage, match)

    def _make_may_name(self, word: str) -> bool:
        """Whether a word without an @ may be a user name, wherever it stands."""
        return len(word) > 3 and word.isascii() and not self.is_ordinary(word) and FILE.search(word) is None

    def is_ordinary(self, word: str) -> bool:
        """Whether a word is no user name: a common word, a compound of such ("follow-up"), a number, a time."""
        bare = word.lstrip("@").strip()
        if bare in self._stop or TIMES.fullmatch(bare) or not any(c.isalpha() for c in bare):
            return True
        if bare.translate(_LEET) in self.reserved:
            return True
        if bare.isalpha():
            return bool(self.lexicon.find(bare, 0, len(bare)))
        parts = [part for part in re.split(r"[-/_.]", bare) if part]
        known = [part in self._stop or part.isdigit() or bool(LONG_ENGLISH.search(part)) for part in parts]
        if sum(map(bool, map(DIGITS.fullmatch, parts))) > 1:
            return True  # a phone number
        hyphened = not re.search(r"[\d_.]", bare) and any(part in self._stop for part in parts)
        return len(parts) > 1 and (all(known) or hyphened)


def _tool(text: str, word: Word, names: list[Name]) -> Name | None:
    """The tool that a word seems to belong to: the one it leads to ("jane on Signal"), else the nearest, those before it first."""
    index = bisect_left(names, word.start, key=lambda name: name.start)
    last = names[index - 1] if index and word.start - names[index - 1].end < _AFTER else None
    following = names[index] if index < len(names) and names[index].start - word.end < _BEFORE else None
    if following is None or last is None:
        return last or following
    before_it, after_it = text[last.end : word.first], text[word.last : following.start]
    leads = _TO_TOOL.fullmatch(after_it) and re.search(r"\w|[(@]", after_it)
    parted = _PARTS.search(before_it) and not _PARTS.search(after_it)
    return following if leads or parted else last


def _is_in_code(passage: Passage, match: re.Match[str]) -> bool:
    """Whether the word is code: in a block of it, or in a span that holds more than the word."""
    start, end = passage.folded.source(*match.span())
    draft = passage.draft
    if draft.layer_at(start) is not Layer.CODE:
        return False
    return any(
        draft.text[region.start : region.end].strip("` ") != draft.text[start:end]
        for region in draft.regions_between(start, end)
    )
