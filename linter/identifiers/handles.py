"""User names beside the name of a tool, in both orders: "Telegram: @jane", "jane.dev on Signal"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from linter.draft import Layer
from linter.identifiers import handle_cues as cues
from linter.identifiers.base import Identifier, Passage
from linter.identifiers.handle_spelled import spelled
from linter.identifiers.handle_word import Word, is_camel, is_upper
from linter.identifiers.lexicon import Lexicon, Name
from linter.identifiers.patterns import lazy
from linter.identifiers.surroundings import is_sample

_LISTS = (
    "messaging-apps",
    "call-tools",
    "messaging-hints",
    "social-networks",
    "social-hints",
    "ambiguous-tools",
    "handle-words",
    "handle-stopwords",
    "reserved-handles",
)


def shared(words: Mapping[str, tuple[str, ...]]) -> Handles:
    """The finder for these words, one for all recognisers."""
    return _handles(tuple((name, words.get(name, ())) for name in _LISTS))


@lru_cache(maxsize=2)
def _handles(lists: tuple[tuple[str, tuple[str, ...]], ...]) -> Handles:
    return Handles(dict(lists))


@dataclass(frozen=True, slots=True)
class Found:
    """A user name at folded offsets `start` to `end`, and the tool that it belongs to."""

    start: int
    end: int
    name: Name
    form: str

    def identifier(self, kind: str) -> Identifier:
        """The identifier of that kind."""
        return Identifier(kind, self.start, self.end, self.form)


class Handles:
    """Finds user names beside the names of tools."""

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
        self._rooms = frozenset(name for name in words.get("call-tools", ()) if not cues.WITH_NAMES.match(name))
        self._stop = frozenset(words.get("handle-stopwords", ()))
        handle = "|".join(map(re.escape, sorted(words.get("handle-words", ()), key=len, reverse=True)))
        self._announced = lazy(
            rf"[\s,*_`\"'(:-]*(?:\w+\s)?(?:{handle})(?!\w)[\s*_`\"')]*(?:(?:on|for|there|here|\([^)\n]{{0,20}}\))\s+)?"
            rf"(?:{cues.IS}(?!\w)|{cues.SEPARATOR})*[\s:@*_`\"'(]*"
        )
        self._announced_before = lazy(
            rf"(?:{handle})\s*(?:name\s*)?(?:on|in|for|at|de|del|do|da|en|no|na|su|sur|auf|bei|в|на|di|على|में|,|-)?"
            r"\s*(?:the|my|el|la|le)?\s*$"
        )

    def find(self, passage: Passage) -> list[Found]:
        """Every user name whose tool's name stands in the passage; the last answer is kept for the next recogniser."""
        last, names, found = self._memo
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
        text = passage.folded.text
        for index, name in enumerate(names):
            if name.plain in self._ambiguous and cues.PHRASE.search(text, max(0, name.start - 12), name.start):
                continue
            following = names[index + 1].start if index + 1 < len(names) else len(text)
            span = spelled(passage, name, self.is_ordinary) if name.plain not in self._rooms else None
            found = Found(*span, name, "spelled") if span else self._after(passage, name, following)
            if found is None or text[name.end : found.start].strip() == ",":
                found = self._before(passage, name, names[index - 1].end if index else 0) or found
            if found is None:
                found = self._distant(passage, name, following)
            if found is None or passage.draft.layer_at(passage.folded.source(found.start, found.end)[0]) is Layer.CODE:
                continue
            first = found.start if found.form == "distant" else min(found.start, name.start)
            if found.form != "live" and is_sample(text, first, max(found.end, name.end)):
                continue
            yield found
            place = found.end
            while match := cues.MORE.match(text, place):
                yield Found(match.start(1), match.end(1), name, "list")
                place = match.end()

    def _after(self, passage: Passage, name: Name, following: int) -> Found | None:
        """A user name in the words after the tool's name."""
        text = passage.folded.text
        window = text[name.end : min(name.end + 90, following)]
        limit = name.end + _cut(window)
        for count, match in enumerate(cues.TOKEN.finditer(text, name.end, limit)):
            bridge = text[name.end : match.start()]
            if count > 8 or len(bridge) > 60 or (bridge[:1].isalnum() and name.plain.isascii()):
                break
            form = self._form(passage, name, bridge, match)
            if form:
                return Found(match.start(), match.end(), name, form)
        return None

    def _form(self, passage: Passage, name: Name, bridge: str, match: re.Match[str]) -> str | None:
        text, word, shape = passage.folded.text, match.group(), match.lastgroup
        announced = self._is_announced(text, name, bridge)
        compound = bridge[:1] == "-" and bridge[1:2].isalnum() and not announced  # "telegram-bot @x"
        if compound or text.startswith(("@", "://"), match.end()):
            return None
        if shape == "word":
            ordinary = name.plain in self._rooms or name.plain == "x" or self.is_ordinary(word)
            code = cues.CODE_LIST.match(text, match.end()) or cues.CODE_TALK.search(bridge)
            if ordinary or code or cues.AT.match(text, match.end()):
                return None
            ambiguous = name.plain in self._ambiguous
            return Word(passage, name, bridge, match.start(), match.end(), announced, ambiguous).form
        if not cues.NEAR.fullmatch(bridge):
            return None
        if shape == "at":
            free = text[match.end() : match.end() + 1] != "/" and word.lstrip("@ ") not in self.reserved
            letter = name.plain == "x" and not is_upper(passage, name)
            return "handle" if free and not letter and not cues.BLOCKED.search(bridge) else None
        return shape if shape == "live" or not self.is_ordinary(word.split("#")[0].strip()) else None

    def _is_announced(self, text: str, name: Name, bridge: str) -> bool:
        """Whether "ID", "user name" or the like stands between the tool's name and the word, or before the name."""
        if self._announced.fullmatch(bridge):
            return True
        lead = text[max(0, name.start - 40) : name.start]
        return bool(cues.ONLY_IS.fullmatch(bridge) and self._announced_before.search(lead))

    def _before(self, passage: Passage, name: Name, previous: int) -> Found | None:
        """A user name in the words before the tool's name: "jane.dev on Signal"."""
        text = passage.folded.text
        window = text[max(previous, name.start - 70) : name.start]
        window = window[window.rfind("\n") + 1 :]
        bridge = cues.BEFORE_TOOL.search(window)
        token = cues.LAST_TOKEN.search(window, 0, bridge.start()) if bridge and bridge["bridge"].strip() else None
        if bridge is None or token is None:
            return None
        offset = name.start - len(window)
        start, end, word = offset + token.start(), offset + token.end(), token.group()
        if text[start - 1 : start] in ("@", "/", ".", "-") or self.is_ordinary(word):
            return None
        form = self._leading_form(passage, name, word, (start, end), window[: token.start()], bridge["bridge"])
        return Found(start, end, name, form) if form else None

    def _leading_form(
        self, passage: Passage, name: Name, word: str, place: tuple[int, int], lead: str, bridge: str
    ) -> str | None:
        called = bool(cues.CALL_ME.search(lead))
        if "#" in word:
            return "tag"
        if word.startswith("@"):
            blocked = word[1:] in self.reserved or (cues.BLOCKED.search(lead[-20:]) and not called)
            return None if blocked else "handle"
        if "(" in bridge and cues.NAMED_THERE.search(lead[-40:]) and len(word) >= 5:
            return "cue" if is_camel(passage, *place) or re.search(r"[_\d.-]", word) else None
        prepositional = bool(re.search(r"[^\W\d]", bridge))
        loose = not prepositional and not re.search(r"[(–—|-]", bridge)
        if loose or (name.plain in self._ambiguous and not prepositional and not is_upper(passage, name)):
            return None
        if len(word) >= 5 and re.search(r"[_\d.]", word) and not cues.CODE_LIKE.search(word):
            return "cue" if called else None
        plain = len(word) >= 4 and not cues.ADJECTIVE.search(word) and cues.NAMED.search(lead)
        if name.plain in self._rooms or not prepositional or not plain:
            return None
        return "cue" if is_camel(passage, *place) or "-" in word or not cues.I_AM.search(lead) else None

    def _distant(self, passage: Passage, name: Name, following: int) -> Found | None:
        """A user name further on that the words beside it announce: "Do shout on Skype. I'm under bookworm_ilona."."""
        text = passage.folded.text
        if name.plain in self._rooms or (name.plain in self._ambiguous and not is_upper(passage, name)):
            return None
        limit = min(name.end + 170, following, len(text))
        blank = text.find("\n\n", name.end, limit)
        invited = bool(cues.INVITES.search(text, max(0, name.start - 70), name.start))
        invited = invited or text.startswith((" me ", " us ", " me,", " me:"), name.end)
        for match in cues.TOKEN.finditer(text, name.end, blank if blank >= 0 else limit):
            shape, word, gap = match.lastgroup, match.group(), text[name.end : match.start()]
            if shape not in ("at", "word") or len(word) < 5:
                continue
            if shape == "word" and not (cues.SHAPED.search(word) or self._is_named_there(passage, match, gap)):
                continue
            talk = cues.WORK_TALK if shape == "at" else cues.OTHER_TALK
            if talk.search(gap) or gap[:1].isalnum() or word[1:] in self.reserved:
                return None
            if cues.AT.match(text, match.end()) or text[match.end() : match.end() + 1] in ("@", "/", "("):
                return None
            if self.is_ordinary(word) or cues.NO_NICK.search(word):
                continue
            if self._is_told(text, match, gap, invited):
                return Found(match.start(), match.end(), name, "distant")
            if shape == "at":
                return None
        return None

    def _is_named_there(self, passage: Passage, match: re.Match[str], gap: str) -> bool:
        """Whether a word without digits or dots is presented as the user name: "My handle there is janedoe."."""
        text, word = passage.folded.text, match.group()
        if not cues.NAMED_THERE.search(gap[-40:]) or not cues.CLAUSE_END.match(text, match.end()):
            return False
        return is_camel(passage, *match.span()) or "-" in word or not (cues.ENGLISH.search(word) or "name" in gap[-9:])

    def _is_told(self, text: str, match: re.Match[str], gap: str, invited: bool) -> bool:
        """Whether the words before a distant word present it as a user name."""
        at = match.lastgroup == "at"
        if cues.TOLD.search(gap[-40:]):
            return invited or bool(cues.INVITES.search(gap))
        if at:
            set_off = cues.SET_OFF_AT.search(gap) and cues.CLAUSE_END_AT.match(text, match.end())
            return bool(set_off) and (invited or bool(cues.INVITES.search(gap)))
        enumerated = gap.count(",") > 1 and not gap.rstrip().endswith(":")
        set_off = cues.SET_OFF.search(gap) and cues.CLAUSE_END.match(text, match.end())
        return bool(set_off) and invited and not enumerated

    def is_ordinary(self, word: str) -> bool:
        """Whether a word is no user name: a common word, a compound of such ("follow-up"), a number, a time."""
        bare = word.lstrip("@").strip()
        if bare in self._stop or cues.TIMES.fullmatch(bare) or not any(c.isalpha() for c in bare):
            return True
        if bare.isalpha():
            return bool(self.lexicon.find(bare, 0, len(bare)))
        parts = [part for part in re.split(r"[-/_.]", bare) if part]
        known = [part in self._stop or part.isdigit() or bool(cues.ENGLISH.search(part)) for part in parts]
        hyphened = not re.search(r"[\d_.]", bare) and any(part in self._stop for part in parts)
        return len(parts) > 1 and (all(known) or hyphened)


def _cut(window: str) -> int:
    """Where the text about a tool ends: at the end of the sentence, at a blank line, or at the second line break."""
    for match in cues.SENTENCE_END.finditer(window):
        broken = match.group() == "\n"
        if not broken or re.search(r"\w", window[: match.start()]) or cues.NEW_BLOCK.match(window, match.end()):
            return match.start()
    return len(window)
