"""User names on chat tools and social networks, judged by a trained model of what stands around them: "Telegram: @jane"."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from linter.draft import Layer
from linter.identifiers import scorer
from linter.identifiers.base import Identifier, Passage
from linter.identifiers.clues import Clues
from linter.identifiers.handle_place import is_plain, is_shaped_after
from linter.identifiers.handle_shapes import AXIS, ENGLISH, FILE, NO_TOOL, ON_IT, PLACELESS, TIMES, TOKEN
from linter.identifiers.handle_spelled import spelled
from linter.identifiers.lexicon import Lexicon, Name

OWN = 0.5  # from this probability on a name is the writer's own
OWN_IN_PLACE = 0.25  # the same where it stands as plainly as "Telegram: jane_d"
IN_PLACE = "in place"  # the feature of a word that stands so
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
    *KINDS.values(),
)
_SHAPED = re.compile(r"[\d_]|\w\.\w")
_AFTER, _BEFORE = 150, 90  # characters from a tool's name within which a user name stands
_MARKS = {"messaging": "\ue000", "social": "\ue001"}  # stand for the names of tools in the text that the model sees
_LEADS = re.compile(r"(?:^|[\n:=(>→,–—\-/|.?!;~@»])[ \t*_`\"'“‘]*\Z")  # signs after which a user name may stand
_LAST = re.compile(r"([^\W\d_]+(?:['’][^\W\d_]+)?)[ \t*_`\"'“‘:]*\Z")
_PARTS = re.compile(r"[\n,;|/]")  # what sets the entries of a list apart
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
    """A user name at folded offsets `start` to `end`, and the tool that it belongs to, where one is named."""

    start: int
    end: int
    name: Name | None
    form: str

    @property
    def group(self) -> str:
        """`messaging` or `social`; a name that stands for all tools is of the first."""
        return self.name.group if self.name else "messaging"

    def identifier(self, kind: str) -> Identifier:
        """The identifier of that kind."""
        return Identifier(kind, self.start, self.end, self.form)


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
        kinds = {kind: words.get(name, ()) for kind, name in KINDS.items()}
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
        for name in names:
            place = spelled(passage, name, self.is_ordinary)
            if place:
                yield Found(*place, name, "spelled")
        model = scorer.load("handles")
        for start, end, features, tool in self.candidates(passage, names):
            if model(features) >= (OWN_IN_PLACE if IN_PLACE in features else OWN):
                yield Found(start, end, tool, "handle")

    def candidates(self, passage: Passage, names: list[Name]) -> Iterator[tuple[int, int, list[str], Name | None]]:
        """Every word that may be a user name: its place, what the model weighs, and the tool that it seems to belong to."""
        text = passage.folded.text
        names = [name for name in names if not self._is_phrase(passage, name)]
        places = list(self._places(passage, names))
        if not places:
            return
        seen = _masked(text, names)
        for match, shape in places:
            name = _tool(text, match, names)
            if shape == "word" and not self._is_joined(text, match, name):
                continue
            features = [
                *self._clues(seen, match.start(), match.end()),
                *self._shape(passage, match, shape),
                *self._relation(passage, seen, match, shape, name, names),
            ]
            if is_plain(text, match, shape, name):
                features.append(IN_PLACE)
            yield match.start(), match.end(), features, name

    def _is_joined(self, text: str, match: re.Match[str], name: Name | None) -> bool:
        """Whether a word has the shape of a user name, or signs and words about it that one has."""
        if _SHAPED.search(match.group()):
            return True
        before = text[max(0, match.start() - 24) : match.start()]
        last = _LAST.search(before)
        if _LEADS.search(before) or last is None or last[1] in self._joints:
            return True
        if name is None:
            return False
        after = name.end <= match.start()
        between = text[name.end : match.start()] if after else text[match.end() : name.start]
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

    def _places(self, passage: Passage, names: list[Name]) -> Iterator[tuple[re.Match[str], str]]:
        text, start, end = passage.folded.text, passage.start, passage.end
        general = PLACELESS.search(text, start, end) is not None
        if not names and not general and text.find("@", start, end) < 0:
            return
        starts = [name.start for name in names]
        for match in TOKEN.finditer(text, start, end):
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
                yield match, shape

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
        if shape == "word" and (len(word) < 4 or not word.isascii() or self.is_ordinary(word) or FILE.search(word)):
            return False
        return passage.draft.layer_at(passage.folded.source(*match.span())[0]) is not Layer.CODE

    def _shape(self, passage: Passage, match: re.Match[str], shape: str) -> Iterator[str]:
        word = match.group().lstrip("@ ")
        yield f"shape:{shape}"
        first, last = passage.folded.source(*match.span())
        source = passage.draft.text[first:last].lstrip("@ ")
        marks = [
            name
            for name, sign in (("digit", r"\d"), ("underscore", "_"), ("dot", r"\w\.\w"), ("hyphen", "-"))
            if re.search(sign, word)
        ]
        yield from (f"has:{mark}" for mark in marks)
        if not marks:
            yield f"plain:{shape}"
            yield f"size:{min(12, len(word)) // 3}"
        if is_camel(source):
            yield "camel"
        elif source[:1].isupper():
            yield "upper" if source.isupper() else "title"
        if shape == "word" and not marks:
            padded = f"^{word}$"
            yield from (f"c:{padded[i : i + size]}" for size in (3, 4) for i in range(len(padded) - size + 1))
        parts = [part for part in re.split(r"[._-]", word) if part]
        if len(parts) > 1:
            yield from (f"part:{part}" for part in parts)
        if all(ENGLISH.search(part) or part in self._stop for part in parts):
            yield "ordinary"

    def _relation(
        self, passage: Passage, seen: str, match: re.Match[str], shape: str, name: Name | None, names: list[Name]
    ) -> Iterator[str]:
        """How the word stands to the tool: what is between, which tool, how many others are named."""
        text = passage.folded.text
        shape = "shaped" if shape == "word" and _SHAPED.search(match.group()) else shape
        yield f"tools:{min(4, len(names))}"
        if name is None:
            yield f"{shape} tool:none"
            return
        yield f"tool:{name.plain}"
        yield f"{shape} {name.group}"
        if name.plain in self._ambiguous:
            initial = passage.draft.text[passage.folded.source(name.start, name.end)[0]]
            yield f"{shape} ambiguous {initial.isupper()}"
        after = name.end <= match.start()
        between = text[name.end : match.start()] if after else text[match.end() : name.start]
        side = "after" if after else "before"
        size = len(between)
        distance = f"{side}:{'glued' if size < 2 else 'near' if size < 12 else 'off' if size < 40 else 'far'}"
        yield from (distance, f"{shape} {distance}")
        if "\n" in between:
            yield f"{shape} {side}:line"
        if size < 24:
            bridge = f"{side}:{' '.join(between.split()) or '_'}"
            yield from (bridge, f"{shape} {bridge}")
        lead = seen[max(0, name.start - 30) : name.start]
        if not re.search(r"\w", lead[lead.rfind("\n") + 1 :]):
            yield f"{shape} {side}:opens"

    def is_ordinary(self, word: str) -> bool:
        """Whether a word is no user name: a common word, a compound of such ("follow-up"), a number, a time."""
        bare = word.lstrip("@").strip()
        if bare in self._stop or TIMES.fullmatch(bare) or not any(c.isalpha() for c in bare):
            return True
        if bare.isalpha():
            return bool(self.lexicon.find(bare, 0, len(bare)))
        parts = [part for part in re.split(r"[-/_.]", bare) if part]
        known = [part in self._stop or part.isdigit() or bool(ENGLISH.search(part)) for part in parts]
        hyphened = not re.search(r"[\d_.]", bare) and any(part in self._stop for part in parts)
        return len(parts) > 1 and (all(known) or hyphened)


def _masked(text: str, names: Iterable[Name]) -> str:
    """The text with the names of tools made alike."""
    pieces, at = [], 0
    for name in names:
        pieces += [text[at : name.start], _MARKS[name.group] * (name.end - name.start)]
        at = name.end
    return "".join(pieces) + text[at:]


def _tool(text: str, match: re.Match[str], names: list[Name]) -> Name | None:
    """The tool that a word seems to belong to: the one it leads to ("jane on Signal"), else the nearest, those before it first."""
    index = bisect_left(names, match.start(), key=lambda name: name.start)
    last = names[index - 1] if index and match.start() - names[index - 1].end < _AFTER else None
    following = names[index] if index < len(names) and names[index].start - match.end() < _BEFORE else None
    if following is None or last is None:
        return last or following
    before_it, after_it = text[last.end : match.start()], text[match.end() : following.start]
    leads = _TO_TOOL.fullmatch(after_it) and re.search(r"\w|[(@]", after_it)
    parted = _PARTS.search(before_it) and not _PARTS.search(after_it)
    return following if leads or parted else last


def is_camel(source: str) -> bool:
    """Whether a word has a capital right after a small letter: "NightOwl"."""
    return len(source) >= 5 and any(a.islower() and b.isupper() for a, b in itertools.pairwise(source))
