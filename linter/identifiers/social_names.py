"""Real names by which the writer says to be found on a network: "find me on Facebook as Brigid Okonjo"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from linter.identifiers.base import Identifier, Passage
from linter.identifiers.lexicon import Name
from linter.identifiers.patterns import lazy
from linter.identifiers.surroundings import clause_before

_BY_NAME = lazy(
    r"facebook|face ?book|fb|linked|xing|vk|messenger|вк|фейсбук"
)  # networks on which people have their names
_CAPITAL = r"[^\W\d_a-zà-ÿа-яё][\w'’.-]*"
_FOLLOWING = lazy(
    r"(?:\s(?:account|acct|acc|profile|name|page|id|cuenta|perfil|página|compte|profil|seite|konto))?"
    r"(?:\s(?:is|as|under|name|como|comme|als|unter|sous|come|jako|как|es|est|é|ist)|\s?[:,–—-]|\sas)?\s[(\"“«']?\s?"
    rf"(?P<name>{_CAPITAL}(?:\s(?:{_CAPITAL}|de|da|do|dos|del|la|van|von|bin|al|el|y|e|&)){{1,4}})"
)
_LOOKED_UP = lazy(
    r"\b(?:[Ll]ook up|[Gg]oogle|[Ff]ind me)[:,]?\s[\"“']?(?P<name>[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+){1,2})"
    r"[\"”']?,?\s(?:on|in|at)\s$"
)
_LABELLED = lazy(r"(?:^|\n)[\s*•·>-]*$")
_WHOLE = lazy(r"\s?[:–—-]\s?(?P<name>[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+){1,2})\s*(?:\n|$|\()")
_TRADE = lazy(r"\w{3}(?:s|ing|er)$")
_WORD = lazy(r"[^\W_]+(?:['’][^\W_]+)?")
_ENCLITIC = ("me", "mi", "moi")  # "búscame", "scrivimi"
_REACH = 6  # words before a network's name in which an invitation stands
# What it is made of: a verb (V), "me" (M) or both in one (E), and others.
_CALL = lazy(r"(?:Vo?Mo{0,2}|Mo?V|E)[oM]?$")


class RealNames:
    """Finds them; `words` are the shared word lists."""

    def __init__(self, words: Mapping[str, Iterable[str]]) -> None:
        self._reach = frozenset(words.get("reach-words", ()))
        self._writer = frozenset(words.get("writer-words", ()))
        self._own = frozenset(words.get("own-words", ()))
        self._none = frozenset(words.get("not-people", ()))

    def find(self, passage: Passage, names: Iterable[Name]) -> Iterator[Identifier]:
        """The names beside those of networks."""
        for network in names:
            if (network.group == "social" or "messenger" in network.plain) and _BY_NAME.match(network.plain):
                match = self._around(passage, network)
                if match is not None:
                    start, end = map(passage.folded.offset, match.span("name"))
                    yield Identifier("social", start, end, "name")

    def _around(self, passage: Passage, network: Name) -> re.Match[str] | None:
        """What was matched in the source: looked up there, the writer's own on a line with it, or after an invitation."""
        source = passage.draft.text
        first, last = passage.folded.source(network.start, network.end)
        match = _LOOKED_UP.search(source, max(0, first - 80), first)
        if match is None and _LABELLED.search(source, max(0, first - 20), first):
            match = _WHOLE.match(source, last, last + 80)
            if match and len(re.findall(rf"\b{re.escape(match['name'].split()[0])}\b", source)) < 2:
                match = None
        if match is not None and not _TRADE.search(match["name"]) and self._is_name(match["name"]):
            return match
        if not self._invites(clause_before(passage.folded.text, network.start, 60)):
            return None
        match = _FOLLOWING.match(source, last, last + 120)
        return match if match and match["name"].split()[0].strip(".,").lower() not in self._none else None

    def _is_name(self, name: str) -> bool:
        return self._none.isdisjoint(word.lower() for word in name.split())

    def _invites(self, clause: str) -> bool:
        """Whether the clause ends in a call to find the writer: "message me on", "me puedes buscar en"; or in "my"."""
        words = _WORD.findall(clause)
        if words and words[-1] in self._own:
            if words[-1] not in self._writer:
                return True
            words.pop()
        return _CALL.search("".join(map(self._tag, words[-_REACH:]))) is not None

    def _tag(self, word: str) -> str:
        if word in self._reach:
            return "E" if word.endswith(_ENCLITIC) else "V"
        return "M" if word in self._writer else "o"
