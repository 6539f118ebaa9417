"""Addresses whose provider is only named ("janedoe87 on gmail"), and addresses given in pieces."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from linter.identifiers.email_spelled import alternatives

# Words that may stand between a mailbox name and its provider.
_LINKS = (
    "on at in with by via from of under as the a an is are it's its it i im i'm my me mine id ids username user name login handle "
    "account address email e-mail mail mailbox box and plus then followed before ending end suffix usual good old same standard one "
    "put add append stick write just use search find look you your can there called named goes into front domain provider host "
    "server service part half first second sign that's thats this that which comes after always also over to for both uses using "
    "es el la mi en de con del y e o no na do da em com meu minha conta usuario usuário é est mon ma le chez sur adresse mein meine "
    "ist bei auf unter konto il lo su mio mia è to jest moj moja na konto адрес мой моя на почта почте это имя ящик пошта мій моя "
    "mera meri hai par pe ka ki ay ang ko sa ay akun saya di adalah isi hesabim هو على حسابي इस मेरा है पर"
).split()
# Tokens of the shape of a handle that are protocols, products or file names.
_TECHNICAL = re.compile(
    r"(?:oauth|imap|pop|smtp|office|exchange|server|web|log|base|utf|sha|md|h|mp|es|v|php|html|css|vb|win|windows|n8n|o365|m365|ms|s/?mime|tls"
    r"|dkim|spf|api|sdk|ios|android|python|node|vue|react|angular|laravel|django|wordpress|gpt|claude|llama|top|day|week|month|year|phase|"
    r"step|version|ver|q|usd|eur)[-_.]?\d[\w.]*|\d+[a-z]{1,4}|[a-z]\d|\d+[-_.]\w*|.*\.(?:js|ts|py|net|php|json|csv|xml|html|pdf|docx?|xlsx?|io|ai|com|org|co|app)"
)
_HANDLE = re.compile(r"(?<![\w@.#/$-])[a-z][\w.-]{3,40}(?<=[a-z0-9_])(?![\w@]|\.\w)")
_SHAPED = re.compile(r"[a-z][a-z._-]*\d|[a-z]+[._][a-z]{2,}|[a-z]{2,}[._][a-z]")
_REACH = 70


class ImpliedAddresses:
    """Finds names of mailboxes next to the name of a provider; made once from the word lists."""

    def __init__(self, words: Mapping[str, tuple[str, ...]]) -> None:
        names = tuple(name for name in words["mail-providers"] if "." not in name)
        dotted = tuple(name for name in words["mail-providers"] if "." in name)
        provider = alternatives(names)
        self._name = re.compile(rf"(?<![\w@.])(?:{provider}|{alternatives(dotted)})(?:\.(?:com|co\.\w\w|me|fr|de|net|org))?(?![\w@]|\.\w)")
        self._bare = re.compile(rf"(?<![\w.*\])}}>@])@\s?((?:{provider})(?:\s?\.\s?[a-z]{{2,4}}){{0,2}}|{alternatives(dotted)})(?!\w)")
        self._plain = frozenset(words["not-mailboxes"])
        self._links = frozenset(_LINKS)
        self._providers = frozenset(names)
        self._tlds = frozenset(words["top-level-domains"])
        # Certain by its form alone, whatever the name looks like: "my gmail is janedoe", "gmail id: janedoe".
        self._possessive = re.compile(
            r"(?:\b(?:my|mi|mon|ma|mein|meine|meu|minha|mio|mia|moj|moja|moje|mera|meri|mero|min|mijn|мой|моя|мій|моя|aking|saya|benim)\s"
            r"(?:e-?mail\s|personal\s|work\s|business\s)?)\Z"
        )
        self._naming = re.compile(
            r"\s?(?:e-?mail\s?)?(?:id|username|user|user\sname|handle|address|account|name|login|adresse|usuario|konto)?\s?"
            r"(?::|=|->|\bis\b|\bes\b|\bé|\be\b|\best\b|\bist\b|\bè\b|\bto\b|\bjest\b|\bhai\b|-)\s{0,3}(?:just\s|simply\s|called\s)?['\"`*(]{0,2}"
        )
        self._id = re.compile(r"\s?(?:e-?mail\s)?(?:id|username|user\sname|handle|address)\s?(?::|=|\bis\b|->)?\s{0,3}['\"`*(]{0,2}")
        self._self = re.compile(
            r"(?:\b(?:same|this|my|upwork|profile|user|nick|full|first|last|company|agency|brand|studio|business)\s){1,3}"
            r"(?:user\s?name|username|nick\s?name|nick|name|handle|login|id)s?(?:\s(?:as\s)?(?:here|on\supwork|above|below|in\sone\sword))?"
            r"[\s,]{0,2}(?:(?:plus|then|and|followed\sby|no\sspaces?|together|with|\+)[\s,]{1,2}){0,3}(?:at|@|on|with|\+|plus)\s?\Z"
        )

    def __call__(self, text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
        """Place and form of each address between `start` and `end`; the place holds the provider and the name."""
        for match in self._bare.finditer(text, start, end):
            before = text[max(start, match.start() - _REACH) : match.start()]
            if re.search(r"\b(?:ends?|ending|add|append|plus|followed|starts?|username|user|name|nick|handle|my|then)\b", before):
                shaped = [m for m in _HANDLE.finditer(before) if self._is_handle(m.group(), False)]
                place = match.start() - len(before) + shaped[-1].start() if shaped else match.start()
                yield place, match.end(), "pieces"
        for match in self._name.finditer(text, start, end):
            found = self._named(text, start, end, match) or self._beside(text, start, end, match)
            if found:
                yield found

    def _named(self, text: str, start: int, end: int, name: re.Match[str]) -> tuple[int, int, str] | None:
        before = text[max(start, name.start() - 80) : name.start()]
        own = self._possessive.search(before)
        naming = self._naming.match(text, name.end(), end) if own else self._id.match(text, name.end(), end)
        if naming and (handle := _HANDLE.match(text, naming.end(), end)):
            word = handle.group()
            follows = text[handle.end() : handle.end() + 1]
            ordinary = word in self._plain or word in self._links or re.search(r"(?:ed|ing|ly|able|ful|ive|ous|tion|ment|ness)\Z", word)
            if self._is_handle(word, True) or (not ordinary and len(word) > 4 and word.isascii() and follows in ("", ",", ".", ";", ")", "\n", "!", '"', "'", "`", "*")):
                return name.start(), handle.end(), "provider implied"
        if self_named := self._self.search(before):
            return name.start() - len(before) + self_named.start(), name.end(), "provider implied"
        return None

    def _beside(self, text: str, start: int, end: int, name: re.Match[str]) -> tuple[int, int, str] | None:
        """The nearest word of the shape of a handle from which only linking words lead to the provider."""
        after = text[name.end() : min(end, name.end() + _REACH)]
        for handle in _HANDLE.finditer(after):
            between = after[: handle.start()]
            if self._links_to(between) and self._is_handle(handle.group(), self._strong(between)):
                return name.start(), name.end() + handle.end(), "provider implied"
        offset = max(start, name.start() - _REACH)
        before = text[offset : name.start()]
        for handle in reversed(list(_HANDLE.finditer(before))):
            between = before[handle.end() :]
            if self._links_to(between) and self._is_handle(handle.group(), self._strong(between)):
                return offset + handle.start(), name.end(), "provider implied"
        return None

    def _links_to(self, between: str) -> bool:
        if re.search(r"[.!?;|/&]\s|[•·]|\n\s*\n", between) or not re.search(r"[:=(>\n-]|\w", between):
            return False
        words = re.findall(r"[^\W_][\w'-]*", between)
        if len(words) > 9 or any(word not in self._links for word in words):
            return False
        return bool(re.search(r"[:=(>\n]", between)) or any(word not in ("and", "to", "with", "y", "e", "o", "from", "for", "or", "a") for word in words)

    @staticmethod
    def _strong(between: str) -> bool:
        return re.search(r"\b(?:address|account|username|user|id|is|it's|ending|named|called|at|adresse|usuario|es|ist|est)\b|[:=]", between) is not None

    def _is_handle(self, word: str, domain_like: bool) -> bool:
        if not _SHAPED.match(word) or _TECHNICAL.fullmatch(word) or word in self._providers:
            return False
        last = word.rsplit(".", 1)[-1]
        return domain_like or "." not in word or last not in self._tlds
