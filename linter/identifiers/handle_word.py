"""Whether a plain word beside a tool's name is a user name: "Telegram ID: jane_x", "my skype is janedoe"."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from functools import cached_property

from linter.identifiers import handle_cues as cues
from linter.identifiers.base import Passage
from linter.identifiers.lexicon import Name
from linter.identifiers.surroundings import line_before


@dataclass(frozen=True)
class Word:
    """A word at folded offsets `start` to `end`, `bridge` between it and the tool's name before it.

    `announced`: "ID", "user name" or the like stands beside the name; `ambiguous`: the name is an ordinary word too.
    """

    passage: Passage
    name: Name
    bridge: str
    start: int
    end: int
    announced: bool
    ambiguous: bool

    @property
    def form(self) -> str | None:
        """How the word is known as a user name; nothing when it is none."""
        if not self._named or (cues.CODE_LIKE.search(self.text) and not (self._wanted or self.announced)):
            return None
        if self.announced:
            if self._strong or self._after_announcement:
                return "announced"
            return "cue" if self._by_case else None
        return "cue" if self._by_shape or self._by_case or self._by_owner or self._by_label else None

    @property
    def text(self) -> str:
        """The word, folded."""
        return self.passage.folded.text[self.start : self.end]

    @cached_property
    def camel(self) -> bool:
        """Whether the source writes it with a capital inside: "NightOwl"."""
        return is_camel(self.passage, self.start, self.end)

    @cached_property
    def _line(self) -> str:
        return line_before(self.passage.folded.text, self.name.start)

    @cached_property
    def _lead(self) -> str:
        return self.passage.folded.text[max(0, self.name.start - 40) : self.name.start]

    @cached_property
    def _wanted(self) -> bool:
        """Whether the writer speaks of being reached: "add me on …", "…, message me there"."""
        return bool(cues.WANTS.search(self._lead) or cues.WANTS_AFTER.match(self.passage.folded.text, self.end))

    @cached_property
    def _alone(self) -> bool:
        """Whether the line holds nothing but the tool and the word."""
        return not re.search(r"\w", self._line) and self._ends_line

    @property
    def _ends_line(self) -> bool:
        return bool(cues.LINE_END.match(self.passage.folded.text, self.end))

    @property
    def _noted(self) -> bool:
        """Whether nothing but a remark in brackets follows on the line: "Discord: janedoe (lower case)"."""
        return bool(re.match(r"\s\([^()\n]{1,40}\)\s*(?:\n|\Z)", self.passage.folded.text[self.end : self.end + 60]))

    @property
    def _stops(self) -> bool:
        return bool(cues.STOP_AFTER.match(self.passage.folded.text, self.end))

    @cached_property
    def _opens(self) -> bool:
        """Whether the tool's name opens its line or clause, or stands in a list of tools."""
        bare = not re.search(r"\w", self._line)
        return bare or bool(cues.LIST_BEFORE.search(self._line)) or self._line.rstrip()[-1:] in tuple("(:|•-–.,;!?")

    @cached_property
    def _named(self) -> bool:
        """Whether the tool's name is one here: "signal" in "the signal: x" is not."""
        if not self.ambiguous or self._wanted or self.announced or (self.name.plain in cues.SHORT and self._alone):
            return True
        led = bool(cues.LED.search(self._lead))
        if led and self._called:  # "on signal I'm jane.42"
            return True
        if self._strong and self._asked:
            return True
        if self.name.plain in cues.NICKNAMES and self._strong and self._opens and self._told:  # "…, sig: jane.42"
            return not self.text[0].isdigit() and not re.match(r"v\d", self.text)
        if self.name.plain in cues.NICKNAMES:
            return False
        return is_upper(self.passage, self.name) and (led or (self._opens and self.name.plain in cues.SHORT))

    @property
    def _strong(self) -> bool:
        return len(self.text) >= 4 and ".." not in self.text and bool(re.search(r"[._\d]", self.text))

    @property
    def _mine(self) -> bool:
        return bool(cues.MINE.search(self._lead[-25:]))

    @property
    def _after_announcement(self) -> bool:
        if len(self.text) < 4 or not (self._stops or self.camel):
            return False
        alone = self._alone and not cues.ENGLISH.search(self.text) and bool(cues.NICK_WORD.search(self.bridge))
        return self._wanted or alone or bool(cues.EXPLICIT.search(self.bridge))

    @cached_property
    def _colon(self) -> bool:
        return bool(cues.COLON.fullmatch(self.bridge))

    @cached_property
    def _copula(self) -> bool:
        return bool(cues.COPULA.fullmatch(self.bridge))

    @cached_property
    def _called(self) -> bool:
        return bool(cues.AS.fullmatch(self.bridge))

    @cached_property
    def _pointed(self) -> bool:
        return self._colon or self._copula or self._called or bool(cues.PAREN.fullmatch(self.bridge))

    @property
    def _told(self) -> bool:
        return bool(cues.BARE_COLON.fullmatch(self.bridge)) or self._asked

    @property
    def _asked(self) -> bool:
        """Whether it answers a question: "Signal? I'm jane.42"."""
        return bool(re.search(r"\?\s(?:i'm|i am|im|mine is|it'?s|add)\s$", self.bridge))

    @property
    def _by_shape(self) -> bool:
        """A digit, dot or underscore inside makes a word beside a tool's name a user name."""
        if not self._strong:
            return False
        if not self.bridge.strip(" *_`\"'\t"):
            brief = len(self.name.plain) <= 2
            return (self._wanted or self._opens or brief or self._pointed) and not cues.CODE_LIKE.search(self.text)
        asked = self._wanted or (self._opens and bool(cues.PERSONAL.fullmatch(self.name.plain)) and self._stops)
        return self._pointed or (asked and bool(cues.COMMA.fullmatch(self.bridge)))

    @property
    def _by_case(self) -> bool:
        near = not self.bridge.strip(" *_`\"'\t")
        led = self._wanted or self._mine or (self._colon and self._opens) or (self._called and not self.ambiguous)
        return self.camel and led and (self._pointed or (near and self._wanted))

    @property
    def _by_owner(self) -> bool:
        """ "My skype is janedoe.", "add me on Skype as janedoe"."""
        if len(self.text) < 4 or not self.text.isascii() or not self._stops:
            return False
        if self._copula and self._mine and not (cues.ADJECTIVE.search(self.text) or self.bridge.startswith("'s")):
            return True
        last = self.bridge.split()[-1:] or [""]
        if self._called and last[0] in ("as", "como", "als", "comme", "как", "як"):
            return self._wanted
        named = re.search(
            r"\b(?:i go by|find me (?:as|under|by)|i'm called|look for me under|go by)\s*[\"'“*_`]*$", self.bridge
        )
        return self._called and bool(named) and not self.ambiguous

    @property
    def _by_label(self) -> bool:
        """ "Skype: janedoe" on a line of its own."""
        if len(self.text) < 4 or not self.text.isascii() or self.ambiguous or not (self._ends_line or self._noted):
            return False
        if not cues.BARE_COLON.fullmatch(self.bridge):
            return False
        personal = bool(cues.PERSONAL.fullmatch(self.name.plain)) and not cues.ENGLISH.search(self.text)
        return self._mine or (self._opens and personal)


def is_camel(passage: Passage, start: int, end: int) -> bool:
    """Whether the source has a capital right after a small letter in the folded stretch."""
    start, end = passage.folded.source(start, end)
    source = passage.draft.text[start:end]
    return len(source) >= 5 and any(a.islower() and b.isupper() for a, b in itertools.pairwise(source))


def is_upper(passage: Passage, name: Name) -> bool:
    """Whether the tool's name is capitalised in the source: "Signal", "LINE"."""
    char = passage.draft.text[passage.folded.source(name.start, name.end)[0]]
    return char.isupper() or not char.isascii()
