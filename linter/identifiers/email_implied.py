"""Addresses whose provider is only named ("janedoe87 on gmail"), and addresses given in pieces."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from linter.identifiers.email_providers import Providers
from linter.identifiers.patterns import lazy

# Tokens of the shape of a handle that are protocols, products or file names.
_TECHNICAL = lazy(
    r"(?:oauth|imap|pop|smtp|office|exchange|server|web|log|base|utf|sha|md|h|mp|es|v|php|html|css|vb|win|windows|n8n|o365|m365|ms|s/?mime|tls"
    r"|dkim|spf|api|sdk|ios|android|python|node|vue|react|angular|laravel|django|wordpress|gpt|claude|llama|top|day|week|month|year|phase|"
    r"step|version|ver|q|usd|eur)[-_.]?\d[\w.]*|\d+[a-z]{1,4}|[a-z]\d|\d+[-_.]\w*|.*\.(?:js|ts|py|net|php|json|csv|xml|html|pdf|docx?|xlsx?|io|ai|com|org|co|app)"
)
_HANDLE = lazy(r"(?<![\w@.#/$-])[a-z][\w.-]{3,40}(?<=[a-z0-9_])(?![\w@]|\.\w)")
_SHAPED = lazy(r"[a-z][a-z._-]*\d|[a-z]+[._][a-z]{2,}|[a-z]{2,}[._][a-z]")
_REACH = 70


_BARE = lazy(r"(?<![\w.*\])}>@])@\s?(?=[a-z])")
_PIECES = lazy(
    r"\b(?:put|before|ends?|ending|add|append|plus|followed|starts?|username|user|name|nick|nickname|handle|my|then)\b"
)
_OWN = lazy(
    r"\b(?:my|mi|mon|ma|mein|meine|meu|minha|mio|mia|moj|moja|moje|mera|meri|mero|min|mijn|мой|моя|мій|aking|saya|benim)\s"
    r"(?:(?:e-?mail|personal|work|business|main|private|user|username|usuario|usuário|utente|account|konto|identifiant|id|akun|handle)\s(?:de\s|di\s)?)?\Z"
)
_NAMING = lazy(
    r"\s?(?:e-?mail\s?)?(?:id|username|user\sname|user|handle|address|account|name|login|adresse|usuario|konto)?\s?"
    r"(?::|=|->|\bis\b|\bes\b|\be\b|\best\b|\bist\b|\bto\b|\bjest\b|\bhai\b|-)\s{0,3}(?:just\s|simply\s|called\s)?['\"`*(]{0,2}"
)
_ID = lazy(r"\s?(?:e-?mail\s)?(?:id|username|user\sname|handle|address)\s?(?::|=|\bis\b|->)?\s{0,3}['\"`*(]{0,2}")
_ORDINARY = lazy(r"\w*(?:ed|ing|ly|able|ful|ive|ous|tion|ment|ness)")
_SELF = lazy(
    r"(?:\b(?:same|this|my|upwork|profile|user|nick|full|first|last|company|agency|brand|studio|business)\s){1,3}"
    r"(?:user\s?name|nick\s?name|nick|name|handle|login|id)s?(?:\s(?:as\s)?(?:here|on\supwork|above|below|in\sone\sword))?"
    r"[\s,]{0,2}(?:(?:plus|then|and|followed\sby|no\sspaces?|together|with|\+)[\s,]{1,2}){0,3}(?:at|@|on|with|\+|plus)\s?\Z"
)
_SAME = lazy(
    r"\s?(?:is|:|=|-)\s(?:just\s|simply\s)?(?:the\s)?(?:same\s(?:as\s)?)?(?:(?:my|this|that|upwork|full|first|last|user|profile|nick|and)\s){1,4}"
    r"(?:user\s?name|name|handle|nick\s?name|nick|id)s?\b"
)
_COMMA = lazy(r",\s")
_SPACE = lazy(r"\s(?:ko\s|saya\s|hai\s)?(?=[a-z][a-z_]*[.\d])")
_BREAK = lazy(r"[.!?;|/&]\s|[•·]|\n\s*\n")
# Words right before a mailbox that say what to do with it: "on Gmail, search for jane.doe".
_SEARCHED = lazy(
    r"\b(?:search(?:\sfor)?|look\s(?:for|up)|find|type|try|add|write(?:\sto)?|it's|i'm|i\sam|is)\s[\"'(]?\Z"
)
# "gmail: janedoe" as a line or an entry of its own.
_OPENS = lazy(r"(?:\A|[\n|•·*-])[ \t*_>-]{0,4}\Z")
_LABELLED = lazy(r"\s?[:=]\s{0,2}([a-z][a-z_]{7,30})(?![\w@.])")
_LIST_END = lazy(r"[\s.,;!)\]|]*(?:\n|\Z)")
_REACHING = lazy(
    r"\b(?:reach|contact|hit|find|write|get|message|ping|catch|text|mail|drop)\b[^.!?\n]{0,30}\b(?:me|us|at|via|through|on|by|using)\b[^.!?\n]{0,12}\Z"
)
_ENDED = lazy(r"\s(?:ending|suffix|domain|address|account)\b")
_THERE = lazy(r"\s(?:there|is my|as my)\b")
_NUMBERED = lazy(r"[a-z][a-z._-]{3,}\d{1,4}")
_MARK = lazy(r"[:=()>+\n\[\]{<]")
_STRONG = lazy(
    r"\b(?:address|account|username|user|id|is|it's|ending|named|called|at|adresse|usuario|es|ist|est)\b|[:=]"
)
_WORDS = lazy(r"[^\W_][\w'-]*")
_WEAK_LINKS = frozenset(["and", "to", "with", "y", "e", "o", "from", "for", "or", "a"])
_ENDS = frozenset(("", ",", ".", ";", ")", "\n", "!", '"', "'", "`", "*"))


class ImpliedAddresses:
    """Finds names of mailboxes next to the name of a provider; made once from the word lists."""

    def __init__(self, words: Mapping[str, tuple[str, ...]], providers: Providers) -> None:
        self._providers = providers
        self._names = frozenset(words["mail-providers"])
        self._plain = frozenset(words["not-mailboxes"])
        self._links = frozenset(words["mail-links"])
        self._tlds = frozenset(words["top-level-domains"])

    def __call__(self, text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
        """Place and form of each address between `start` and `end`; the place holds the provider and the name."""
        for sign in _BARE.finditer(text, start, end):
            stop = self._providers.end(text, sign.end())
            before = text[max(start, sign.start() - _REACH) : sign.start()]
            if stop and _PIECES.search(before):
                shaped = [m.start() for m in _HANDLE.finditer(before) if self._is_handle(m.group(), False)]
                place = sign.start() - len(before) + shaped[-1] if shaped else sign.start()
                yield place, stop, "pieces"
        for name in self._providers.find(text, start, end):
            if found := self._named(text, start, end, name) or self._beside(text, start, end, name):
                yield found

    def _named(self, text: str, start: int, end: int, name: tuple[int, int]) -> tuple[int, int, str] | None:
        """A mailbox that is given as such, whatever its name looks like: "my gmail is janedoe", "gmail id: janedoe"."""
        first, last = name
        before = text[max(start, first - 80) : first]
        naming = (_NAMING if _OWN.search(before) else _ID).match(text, last, end)
        if naming is None and _OWN.search(before):
            naming = _SPACE.match(text, last, end)
            shaped = _HANDLE.match(text, naming.end(), end) if naming else None
            naming = naming if shaped and _SHAPED.match(shaped.group()) else None
        comma = None if naming or not _OWN.search(before) else _COMMA.match(text, last, end)
        if comma and (handle := _HANDLE.match(text, comma.end(), end)) and self._is_handle(handle.group(), True):
            return first, handle.end(), "provider implied"
        if naming and (handle := _HANDLE.match(text, naming.end(), end)):
            word = handle.group()
            ordinary = self._ordinary(word)
            alone = text[handle.end() : handle.end() + 1] in _ENDS
            if self._is_handle(word, True) or (not ordinary and len(word) > 4 and word.isascii() and alone):
                return first, handle.end(), "provider implied"
        labelled = _LABELLED.match(text, last, end) if _OPENS.search(text, max(start, first - 12), first) else None
        if labelled and _LIST_END.match(text, labelled.end()) and not self._ordinary(labelled[1]):
            return first, labelled.end(), "provider implied"
        if same := _SAME.match(text, last, end):
            return first, same.end(), "provider implied"
        if own := _SELF.search(before):
            return first - len(before) + own.start(), last, "provider implied"
        return None

    def _ordinary(self, word: str) -> bool:
        """Whether a word is one of the language rather than a name somebody made up."""
        return word in self._plain or word in self._links or _ORDINARY.fullmatch(word) is not None

    def _beside(self, text: str, start: int, end: int, name: tuple[int, int]) -> tuple[int, int, str] | None:
        """The nearest word of the shape of a handle from which only linking words lead to the provider."""
        first, last = name
        after = text[last : min(end, last + _REACH)]
        for handle in _HANDLE.finditer(after):
            between = after[: handle.start()]
            linked = (
                self._adjoins(text, between, handle.group(), last + handle.end())
                or self._links_to(between)
                or self._pointed(text, start, first, between)
                or (between in (" - ", " – ") and text[last + handle.end() :][:1] in _ENDS)
                or (between in (", ", ". ") and _THERE.match(text, last + handle.end()) is not None)
                or (_SEARCHED.search(between) is not None and between.count(". ") < 2 and "\n" not in between)
            )
            if linked and self._is_handle(handle.group(), _STRONG.search(between) is not None):
                return first, last + handle.end(), "provider implied"
        offset = max(start, first - _REACH)
        before = text[offset:first]
        for handle in reversed(list(_HANDLE.finditer(before))):
            between = before[handle.end() :]
            linked = (
                self._adjoins(text, between, handle.group(), last)
                or self._links_to(between)
                or (between == " with " and _ENDED.match(text, last) is not None)
                or self._lone(text, start, offset + handle.start(), between, last)
            )
            if linked and self._is_handle(handle.group(), _STRONG.search(between) is not None):
                return offset + handle.start(), last, "provider implied"
        return None

    @staticmethod
    def _lone(text: str, start: int, place: int, between: str, end: int) -> bool:
        """ "jane.doe | gmail" and nothing else on the line but a label."""
        if between.strip() not in ("", ",", "-", "–", "/", "|", "·", "."):
            return False
        head = text[max(start, text.rfind("\n", start, place) + 1) : place].strip(" -*|•·")
        return (not head or head[-1] in ":>=→") and _LIST_END.match(text, end) is not None

    @staticmethod
    def _adjoins(text: str, between: str, handle: str, end: int) -> bool:
        """ "janedoe87 gmail", with nothing after it."""
        return between in (" ", ", ", " , ") and bool(_NUMBERED.fullmatch(handle)) and text[end : end + 1] in _ENDS

    @staticmethod
    def _pointed(text: str, start: int, first: int, between: str) -> bool:
        """ "Hit me up through gmail, janedoe87"."""
        return between.strip() == "," and _REACHING.search(text, max(start, first - 50), first) is not None

    def _links_to(self, between: str) -> bool:
        if _BREAK.search(between):
            return False
        words = _WORDS.findall(between)
        if len(words) > 9 or any(word not in self._links for word in words):
            return False
        return bool(_MARK.search(between)) or any(word not in _WEAK_LINKS for word in words)

    def _is_handle(self, word: str, domain_like: bool) -> bool:
        if not _SHAPED.match(word) or _TECHNICAL.fullmatch(word) or word in self._names:
            return False
        return domain_like or "." not in word or word.rsplit(".", 1)[-1] not in self._tlds
