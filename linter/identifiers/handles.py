"""User names beside the name of a tool, in both orders: "Telegram: @jane", "jane.dev on Signal", "my insta is jane_makes"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from linter.draft import Layer
from linter.identifiers.base import Certainty, Identifier, Passage
from linter.identifiers.lexicon import Lexicon, Name
from linter.identifiers.surroundings import clause_before, is_sample, line_before

_TOKEN = re.compile(
    r"(?P<live>live:[\w.:-]{2,60}|\.cid\.[\w]{6,40})"
    r"|(?P<tag>(?<![\w.-])[^\W\d_][\w.-]{1,31}\s?#\s?\d{4,5}(?![\w-]))"
    r"|(?P<at>(?<![\w@.])@\s?(?=[\w.]*[^\W\d])[\w](?:[\w.-]{0,38}\w)?)"
    r"|(?P<word>(?<![\w@./])[^\W_](?:[\w.-]{0,38}\w)?_?|(?<![\w@./])_[\w.]{2,38})"
)
_TIMES = re.compile(
    r"\d+(?:[.,:]\d+)*[a-z]{0,4}(?:[-/x+–]\d+(?:[.,:]\d+)*[a-z]{0,4})+|\d+[-x][a-z]+|\d+(?:[.,:/-]\d+)*(?:st|nd|rd|th|k|m|am|pm|h|hr|hrs|hours?|x|min|mins|minutes?|days?|weeks?|months?|years?|yrs?|fps|px|gb|mb|tb|d|p|s|ms|usd|eur|cet|est|gmt|utc)?"
    r"|(?:gmt|utc|cet|est|pst|ist|mon|tue|wed|thu|fri|sat|sun|v|ver|version)[\d.:+-]*|\w+\.(?:py|js|ts|jsx|tsx|php|html?|css|json|ya?ml|txt|md|pdf|docx?|xlsx?|csv|png|jpe?g|mp[34]|zip|sh|sql|rb|go|rs|java|kt|swift|cs|cpp)"
)
_AT = re.compile(r"\s?(?:[(\[{<]\s?(?:at|@|a)\s?[)\]}>]|(?:at|arroba|chez|ät)\s\w+(?:\.|\s(?:dot|punto|ponto|point)))")
# Before a tool's name that is a word too: "drop me a line", "on the same line", "the signal".
_PHRASE = re.compile(
    r"\b(?:an?|the|one|per|each|every|this|that|same|bottom|command|product|hot|help|by|of|short|any|some|no|two|three|first|next|last|cut|more|both|all|few|many)\s\Z"
)
_BLOCKED = re.compile(
    r"\b(?:bots?|chatbots?|apis?|sdk|integrations?|integrat(?:e|ed|ing)|automations?|for|with|client'?s?|using|built|build|ads|campaigns?|"
    r"like|such|similar|version|clone|not|no|don't|never|your|their|his|her|whose|who|which|because|should|would|could|will|when|if|than|ping|decorators?|annotations?)\b"
)
_IS = r"(?:is|es|é|est|ist|è|hai|ay|adalah|to|это|jest|var|है|ہے|هو|=)"
_SEPARATOR = r"(?::|=|>|→|➡|»|~|-{1,2}>?|–|—|\||⇒|=>|👉|☞|📲|📩|✉)"
_COLON = re.compile(
    rf"\s*(?:(?:\([^)\n]{{0,30}}\)|messenger|app|chat|me|us|is|here|at|contact|\w+)[\s,]*){{0,3}}[*_\s]*{_SEPARATOR}+[\s*_`\"'\[\ufe0f(]*"
)
_ONLY_IS = re.compile(rf"\s*(?:{_IS}|{_SEPARATOR})*[\s*_`\"'(]*")
_WANTS_AFTER = re.compile(r"\W{0,4}\s?(?:(?:just|please|pls|and|so|feel free to|you can|u can)\s){0,2}(?:message|msg|add|dm|pm|ping|text|contact|write|find|follow|hit|reach|send|call|chat)\b")
_NICK_WORD = re.compile(r"\b(?:user ?name|handle|nick(?:name)?|id|tag|ник|логин|usuario|usuário|pseudo)\b|\bname\b")
_COPULA = re.compile(
    rf"(?:\s*(?:(?:there|here|for work|(?:user)?name|id)\s+)?{_IS}|\s*\?\s*(?:it'?s|that'?s|mine is)(?=\s))"
    r"\s*(?:just|simply|also|still|:|=|under|the same|same)?\s*[*_`\"'(]*"
)
_PAREN = re.compile(r"\s*(?:\w+\s)?[(\[]\s*[*_`\"']*")
_AS = re.compile(r"[\s,]*(?:\w+\s){0,2}(?:as|under|at|@|by)\s*:?\s*[*_`\"'(]*")
_NEAR = re.compile(r"[^\w@]{0,12}(?:[^\W\d]+(?:'[^\W\d]+)?[^\w@]{1,8}){0,6}")
_BEFORE_TOOL = re.compile(
    r"(?P<bridge>[*_`\"')]*(?:\s*[,(–—|:-]\s*|\s+|\s*\(\s*)(?:(?:is|are)\s+)?(?:my|our|the)?\s*(?:over\s+|also\s+|here\s+)?"
    r"(?:on|in|at|via|over|for|through|en|no|na|sur|auf|su|w|в|на|على|pe|sa|di|pada|par|में|पर)?\s*(?:my|the|both|either|all of)?\s*[(*_]*)$"
)
_LAST_TOKEN = re.compile(r"(?:(?<![\w@.])@)?(?<![\w.])[\w](?:[\w.-]{0,38}\w)?(?:\s?#\s?\d{4,5})?$")
_CALL_ME = re.compile(
    r"(?:\b(?:i'm|i am|im|am|it's|its|it is|that's|is|as|me|my|add|find|search|search for|user|username|user name|handle|nick|nickname|contact|ping|dm|"
    r"message|text|hit up|write|write to|reach|reach me at|follow|known as|called|under|soy|sou|sono|ich bin|bin|je suis|suis|я|мой ник|aku|ako si|main|me as|look up|look for)"
    r"|[:=>→(–—-]|^|\n)[\s*_`\"'(]*$"
)
_NAMED = re.compile(
    r"(?:\b(?:i'm|i am|im|find me as|add me as|me as|known as|search for|search|look up|look me up as|look for|username|user name|handle|nick|nickname|add|soy|sou|я)"
    r"(?: is)?:?)[\s*_`\"'(]*$"
)
_WANTS = re.compile(
    r"\b(?:me|my|us|our|mi|meu|minha|mon|ma|mein|meine|мой|моя|mio|contact|reach|add|ping|dm|write|find|text|message|invite|hit|talk|chat|reachable|available|same)\b"
    r"[^.!?\n]{0,30}$"
)
_LIST_BEFORE = re.compile(r"(?:[\w.)]\s*[/,&|+]\s*|\b(?:and|or|y|e|et|und|и)\s+)$")
_MORE = re.compile(r"\s*(?:,|;|/|\||&|\bor\b|\band\b)\s*(?:(?:or|and|also|backup|second|alt|work|personal|main)\s*:?\s*){0,2}(@(?=[\w.]*[^\W\d])\w(?:[\w.-]{0,38}\w)?)")
_LINE_END = re.compile(r"[\s*_`\"')\].,;!|]*(?:\n|\Z)")
_STOP_AFTER = re.compile(r"[*_`\"')\]]*\s*(?:[.,;!?|/(\n]|\Z|[–—-]\s|\b(?:and|or|if|just|for|on|there|so|but|anytime|any time|add|ping|message|i|we|pls|please|ok|thanks|👍)\b)|\s*[^\w\s]")
_CODE_LIKE = re.compile(r"(?:^(?:python|node|react|vue|django|flask|laravel|php|java|spring|web|api|bot|lib|sdk|npm|pip|whatsapp|telegram|discord|slack)[._-])|[._-](?:bot|api|js|py|sdk|cli|lib|net|io|core|web|app|ads|type|id|url)$")


def handles(words: Mapping[str, tuple[str, ...]]) -> Handles:
    """The finder for these words, one for all recognisers."""
    return _shared(tuple((name, words.get(name, ())) for name in _LISTS))


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


@lru_cache(maxsize=2)
def _shared(lists: tuple[tuple[str, tuple[str, ...]], ...]) -> Handles:
    return Handles(dict(lists))


@dataclass(frozen=True, slots=True)
class Found:
    """A user name at folded offsets `start` to `end`, and the tool that it belongs to."""

    start: int
    end: int
    name: Name
    form: str
    certainty: Certainty = Certainty.CERTAIN

    def identifier(self, kind: str) -> Identifier:
        """The identifier of that kind."""
        return Identifier(kind, self.start, self.end, self.form, self.certainty)


class Handles:
    """Finds user names beside the names of a lexicon."""

    def __init__(self, words: Mapping[str, tuple[str, ...]]) -> None:
        self.lexicon = Lexicon(
            {
                "messaging": (*words.get("messaging-apps", ()), *words.get("call-tools", ()), *words.get("messaging-hints", ())),
                "social": (*words.get("social-networks", ()), *words.get("social-hints", ())),
            }
        )
        self._memo: tuple[Passage | None, list[Name], list[Found]] = (None, [], [])
        self._ambiguous = frozenset(words.get("ambiguous-tools", ()))
        self.reserved = frozenset(words.get("reserved-handles", ()))
        self._rooms = frozenset(name for name in words.get("call-tools", ()) if not _WITH_NAMES.match(name))
        self._stop = frozenset(words.get("handle-stopwords", ()))
        handle = "|".join(map(re.escape, sorted(words.get("handle-words", ()), key=len, reverse=True)))
        self._announced = re.compile(
            rf"[\s,*_`\"'(:-]*(?:\w+\s)?(?:{handle})(?!\w)[\s*_`\"')]*(?:(?:on|for|there|here|\([^)\n]{{0,20}}\))\s+)?(?:{_IS}(?!\w)|{_SEPARATOR})*[\s:@*_`\"'(]*"
        )
        self._announced_before = re.compile(rf"(?:{handle})\s*(?:name\s*)?(?:on|in|for|at|de|del|do|da|en|no|na|su|sur|auf|bei|в|на|di|على|में|,|-)?\s*(?:the|my|el|la|le)?\s*$")

    def find(self, passage: Passage) -> list[Found]:
        """Every user name whose tool's name stands in the passage; the last passage's are kept, since two recognisers ask for them."""
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
            if name.plain in self._ambiguous and _PHRASE.search(text, max(0, name.start - 12), name.start):
                continue
            following = names[index + 1].start if index + 1 < len(names) else len(text)
            found = self._after(passage, name, following)
            if found is None or text[name.end : found.start].strip() == ",":
                found = self._before(passage, name, names[index - 1].end if index else 0) or found
            if found is None or passage.draft.layer_at(passage.folded.source(found.start, found.end)[0]) is Layer.CODE:
                continue
            if is_sample(text, min(found.start, name.start), max(found.end, name.end)) and not found.form.startswith("live"):
                continue
            yield found
            for more in self._more(text, found):
                yield more

    def _more(self, text: str, found: Found) -> Iterator[Found]:
        place = found.end
        while match := _MORE.match(text, place):
            yield Found(match.start(1), match.end(1), found.name, "list")
            place = match.end()

    def _after(self, passage: Passage, name: Name, following: int) -> Found | None:
        text = passage.folded.text
        limit = min(len(text), name.end + 90, following)
        window = text[name.end : limit]
        cut = _cut(window)
        window = window[:cut]
        for count, match in enumerate(_TOKEN.finditer(text, name.end, name.end + len(window))):
            bridge = text[name.end : match.start()]
            if count > 8 or len(bridge) > 60:
                break
            found = self._judge(passage, name, bridge, match)
            if found:
                return found
        return None

    def _judge(self, passage: Passage, name: Name, bridge: str, match: re.Match[str]) -> Found | None:
        text = passage.folded.text
        start, end, shape = match.start(), match.end(), match.lastgroup
        if shape == "word" and _AT.match(text, end):
            return None
        announced = self._is_announced(text, name, bridge)
        if bridge[:1].isalnum() or (bridge[:1] == "-" and bridge[1:2].isalnum() and not announced) or text[end : end + 1] == "@" or text[end : end + 3] == "://":
            return None
        if shape in ("live", "tag") and _NEAR.fullmatch(bridge):
            return Found(start, end, name, shape) if shape == "live" or not self._is_stop(match.group().split("#")[0].strip()) else None
        if shape == "at":
            if text[end : end + 1] == "/" or match.group().lstrip("@ ") in self.reserved or not _NEAR.fullmatch(bridge) or _BLOCKED.search(bridge) or (name.plain == "x" and not self._upper(passage, name)):
                return None
            return Found(start, end, name, "handle")
        if shape != "word" or name.plain in self._rooms or name.plain == "x":
            return None
        word = match.group()
        if self._is_stop(word) or _TIMES.fullmatch(word) or not any(c.isalpha() for c in word):
            return None
        form = self._word_form(passage, name, bridge, match, announced)
        return Found(start, end, name, form) if form else None

    def _is_announced(self, text: str, name: Name, bridge: str) -> bool:
        """Whether "ID", "user name" or the like stands between the tool's name and the word, or before the tool's name."""
        if self._announced.fullmatch(bridge):
            return True
        return bool(_ONLY_IS.fullmatch(bridge) and self._announced_before.search(text, max(0, name.start - 40), name.start))

    def _word_form(self, passage: Passage, name: Name, bridge: str, match: re.Match[str], announced: bool) -> str | None:
        """How the word is known as a user name; nothing when it is none."""
        text, word, end = passage.folded.text, match.group(), match.end()
        wanted = bool(_WANTS.search(text[max(0, name.start - 40) : name.start]))
        wanted = wanted or bool(_WANTS_AFTER.match(text, end))
        line = line_before(text, name.start)
        opens = not re.search(r"\w", line) or bool(_LIST_BEFORE.search(line)) or line.rstrip()[-1:] in ("(", ":", "|", "•", "-", "–", ".", ",", ";")
        ambiguous = name.plain in self._ambiguous
        led = bool(re.search(r"\b(?:on|via|through|over|use|using|in|by)\s(?:my\s)?$", text[max(0, name.start - 12) : name.start]))
        alone = name.plain in _SHORT and not re.search(r"\w", line) and bool(_LINE_END.match(text, end))
        if ambiguous and not (wanted or announced or alone or (self._upper(passage, name) and (opens or led))):
            return None
        strong = bool(re.search(r"[._\d]", word)) and len(word) >= 4
        if _CODE_LIKE.search(word) and not (wanted or announced):
            return None
        if announced:
            if strong:
                return "announced"
            plain = len(word) >= 4 and (bool(_STOP_AFTER.match(text, end)) or self._camel(passage, match))
            explicit = bool(re.search(rf"(?:{_SEPARATOR}|(?<!\w){_IS})[\s@*_`\"'(]*$", bridge)) or "@" in bridge
            alone = not re.search(r"\w", line) and bool(_LINE_END.match(text, end)) and not _ENGLISH.search(word) and bool(_NICK_WORD.search(bridge))
            return "announced" if plain and (explicit or wanted or alone) else None
        colon, copula, paren, called = (bool(p.fullmatch(bridge)) for p in (_COLON, _COPULA, _PAREN, _AS))
        near = not bridge.strip(" *_`\"'\t")
        listed = wanted and bool(re.fullmatch(r"\s?,\s?[\"'`*]*", bridge))
        if strong and (colon or copula or paren or called or listed or (near and (wanted or opens or len(name.plain) <= 2))):
            return "cue" if not near or not _CODE_LIKE.search(word) else None
        camel = self._camel(passage, match)
        mine = bool(re.search(r"\b(?:my|our|mi|meu|minha|mon|mein|meine|мой|моя|mera|meri|saya|aking)\s+(?:\w+\s)?$", text[max(0, name.start - 25) : name.start]))
        if camel and (copula or called or paren or colon or (near and wanted)) and (wanted or mine or (colon and opens)):
            return "cue"
        if len(word) < 4 or not word.isascii():
            return None
        if copula and mine and _STOP_AFTER.match(text, end) and not re.search(r"(?:ing|ed|able|ible|ful|ous|ive|ally)$", word):
            return "cue"
        if called and wanted and bridge.strip().endswith("as") and _STOP_AFTER.match(text, end):
            return "cue"
        if colon and (opens or mine) and not ambiguous and re.fullmatch(rf"[\s*_]*{_SEPARATOR}[\s*_]*", bridge) and _LINE_END.match(text, end):
            return "cue" if mine or _PERSONAL.fullmatch(name.plain) and not _ENGLISH.search(word) else None
        return None

    def _before(self, passage: Passage, name: Name, previous: int) -> Found | None:
        text = passage.folded.text
        begin = max(previous, name.start - 70)
        window = text[begin : name.start]
        window = window[max(window.rfind("\n") + 1, 0) :]
        bridge = _BEFORE_TOOL.search(window)
        if bridge is None or not bridge["bridge"].strip():
            return None
        token = _LAST_TOKEN.search(window, 0, bridge.start())
        if token is None:
            return None
        offset = name.start - len(window)
        start, end, word = offset + token.start(), offset + token.end(), token.group()
        if text[start - 1 : start] in ("@", "/", ".", "-") or self._is_stop(word) or _TIMES.fullmatch(word):
            return None
        lead = window[: token.start()]
        prepositional = bool(re.search(r"[^\W\d]", bridge["bridge"]))
        if "#" in word:
            return Found(start, end, name, "tag")
        if word.startswith("@"):
            if word[1:] in self.reserved:
                return None
            return Found(start, end, name, "handle") if not _BLOCKED.search(lead[-20:]) or _CALL_ME.search(lead) else None
        if not prepositional and "(" not in bridge["bridge"] and not re.search(r"[–—|-]", bridge["bridge"]):
            return None
        if name.plain in self._ambiguous and not (self._upper(passage, name) or prepositional):
            return None
        if re.search(r"[_\d.]", word) and any(c.isalpha() for c in word) and len(word) >= 5 and not _CODE_LIKE.search(word):
            return Found(start, end, name, "cue") if _CALL_ME.search(lead) else None
        if not prepositional or not _NAMED.search(lead) or len(word) < 4 or re.search(r"(?:ly|ing|able|ible|ive|ed|ful|ous)$", word):
            return None
        source = passage.folded.source(start, end)
        camel = any(a.islower() and b.isupper() for a, b in zip(passage.draft.text[source[0] :], passage.draft.text[source[0] + 1 : source[1]]))
        explicit = not re.search(r"\b(?:i'm|i am|im|add|search|look for|soy|sou|я)[\s*_`\"'(]*$", lead)
        return Found(start, end, name, "cue") if camel or explicit or re.search(r"[-]", word) else None

    def _is_stop(self, word: str) -> bool:
        """Whether a word is no user name: an ordinary word, or a compound of ordinary words ("follow-up")."""
        bare = word.lstrip("@").strip()
        if bare in self._stop or self.lexicon.find(bare, 0, len(bare)) and bare.isalpha():
            return True
        parts = [part for part in re.split(r"[-/_.]", bare) if part]
        if len(parts) > 1 and all(part in self._stop or _ENGLISH.search(part) or part.isdigit() for part in parts):
            return True
        return len(parts) > 1 and not re.search(r"[\d_.]", bare) and any(part in self._stop for part in parts)

    def _camel(self, passage: Passage, match: re.Match[str]) -> bool:
        start, end = passage.folded.source(match.start(), match.end())
        source = passage.draft.text[start:end]
        return any(a.islower() and b.isupper() for a, b in zip(source, source[1:])) and len(source) >= 5

    def _upper(self, passage: Passage, name: Name) -> bool:
        """Whether the tool's name is capitalised in the source: "Signal", "LINE"."""
        start = passage.folded.source(name.start, name.end)[0]
        char = passage.draft.text[start]
        return char.isupper() or not char.isascii()


_SHORT = frozenset(("signal", "line", "snap", "wa", "disc", "messenger", "tele"))
_WITH_NAMES = re.compile(r"s\s?k|scy|m\s?sk|скайп|face|سکا|سكا|اسک|स्क|duo|google duo|any|team ?viewer")
# Tools that are hardly ever the head of a list of skills.
_PERSONAL = re.compile(r"sk.*|wechat|weixin|viber|kakao.*|zalo|kik|icq|qq|tg|telegram|snap.*|insta|instagram|ig|discord|fb|twitter|tiktok|threads|botim|threema")
_ENGLISH = re.compile(r"(?:ing|tion|tions|sion|ment|ments|ness|ance|ence|ity|able|ible|ally|ly|ship|ware|ful|ous|ive|ics|ism|ist|als?|ers?|ors?|ies)$")


def _cut(window: str) -> int:
    """Where the text about a tool ends: at the end of the sentence, at a blank line, or at the second line break."""
    for match in re.finditer(r"[.!?](?=\s)(?!\s+(?:it'?s|it is|that'?s|mine is|here it is|@|live:))|\n", window):
        if match.group() != "\n":
            return match.start()
        if re.search(r"\w", window[: match.start()]) or re.match(r"\s*\n|\s*[-*•✓✔✅]", window[match.end() :]):
            return match.start()
    return len(window)
