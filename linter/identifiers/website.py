"""Whether an address of the web is given as the writer's own site, or as work, source or the client's."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence

from linter.draft import Layer
from linter.identifiers import scorer, signature
from linter.identifiers.base import Identifier, Passage
from linter.identifiers.clues import Clues, Row, words_of
from linter.identifiers.patterns import lazy
from linter.identifiers.url_hosts import Hosts
from linter.identifiers.urls import Link

OWN = 0.6  # from this probability on a site is the writer's own
KINDS = {
    "own": "own-words",
    "site": "site-words",
    "writer": "writer-words",
    "other": "other-people",
    "made": "made-words",
    "visit": "visit-words",
    "work": "work-words",
    "seen": "seen-words",
    "sample": "sample-words",
    "for": "for-words",
}
# A path that leads to one piece of work or into software.
_SAMPLE_PATH = lazy(
    r"/(?:[\w-]+/)*(?:demos?|preview|staging|sandbox|test|api|admin|wp-admin|login|dashboard)(?:/|$|\?)"
)
_MACHINE = frozenset(
    ("api", "cdn", "static", "assets", "staging", "test", "admin", "smtp", "imap", "mail", "ns1", "ns2", "db", "hooks")
)
_MATRIX = lazy(r"@[\w.=/-]{1,40}:\Z")
_MAIL = lazy(r"(?:@|[\[({<]\s?at\s?[\])}>]|arroba|chez|ät|собака|arobas\w*|klammeraffe|mail\w*|gmail|then)\W*$")
_HOME_AT = lazy(
    r"\b(?:is|it's|us|me|are|found|live|lives|look|out|work|works|website|site|up|visit|here|portfolio|"
    r"blog|more|hosted|online)\sat\W*$"
)
_THREAT = lazy(
    r"\b(?:malware|phish\w*|ioc|iocs|c2|malicious|threat|suspicious|spam|blocklist|sinkhole|defang\w*|"
    r"regex|csp|allowlist|whitelist)\b"
)
# What a host's name says of the site: a person's or a firm's trade, or a piece of software.
_HINTS = lazy(
    r"port?folio|folio|resume|studio|atelier|design|creativ|media|agency|agentur|consult|solution|tech|soft|labs?\b|works?\b|"
    r"dev|code|web|digital|marketing|writ|copy|edit|text|lektor|translat|traduc|photo|foto|film|motion|video|art|draw|illust|"
    r"music|audio|sound|voice|voz|demo|dash|app|api|test|stag|preview|sample|clone|landing|poc|shop|store|hotel|clinic|dental|"
    r"school|museum|bakery|coffee|tours?\b"
)
_DISGUISED = ("bracketed", "spelled", "worded", "signed", "spaced", "torn", "encoded", "marked", "pieces", "reversed")
_RESERVED = frozenset(("example", "test", "invalid"))  # endings that are words, too, but no user name's
_MANY = 3  # links
_AROUND = 600  # characters about a passage in which the clues about its links are
_NEAR = 400  # characters within which other sites make a list


class Judge:
    """Tells own sites from others: what cannot be one is set aside, the rest is weighed by its surroundings and its name."""

    def __init__(self, words: Mapping[str, tuple[str, ...]], hosts: Hosts) -> None:
        self._hosts = hosts
        self._products = frozenset(words.get("product-names", ()))
        self._known = Hosts({"known": words.get("known-hosts", ())})
        self._word_domains = frozenset(words.get("word-domains", ()))
        self._clues = Clues({kind: words.get(name, ()) for kind, name in KINDS.items()})
        self._row: tuple[Passage | None, Row | None] = None, None
        self._nouns = frozenset(words.get("site-words", ()))

    def website(self, passage: Passage, link: Link, links: Sequence[Link]) -> Identifier | None:
        """The link as the writer's own site; nothing when it is somebody else's, a product's or a piece of work."""
        if not self.is_candidate(passage, link) or scorer.load("sites")(self.features(passage, link, links)) < OWN:
            return None
        plain = link.bare and link.host.rpartition(".")[2] not in self._word_domains - _RESERVED
        return Identifier("website", link.start, link.end, "host" if plain else link.form)

    def is_candidate(self, passage: Passage, link: Link) -> bool:
        """Whether the address can be somebody's site at all: no service, product, file, code or missing blank."""
        role, entry = self._hosts.entry(link.host, link.path)
        known = role is None and self._known.role(link.host) is not None
        shared = role == "site" and link.host == entry
        product = not link.scheme and link.host in self._products
        start, end = passage.folded.source(link.start, link.end)
        if role not in (None, "site") or known or shared or product or passage.draft.layer_at(start) is Layer.CODE:
            return False
        text = passage.folded.text
        if (
            link.host.split(".")[0] in _MACHINE
            or _SAMPLE_PATH.match(link.path)
            or text.startswith(("'s ", "@"), link.end)
        ):
            return False
        source = passage.draft.text[start:end]
        # A missing blank after a full stop: "needs.My".
        torn = link.bare and source.rsplit(".", 1)[-1][:1].isupper() and not source.isupper()
        return not (torn or _MATRIX.search(text, max(0, link.start - 50), link.start) or self._is_disguise(text, link))

    def _is_disguise(self, text: str, link: Link) -> bool:
        """Whether what looks like a disguised address is half of an e-mail's, a report of malware, or a word before a word."""
        before = text[max(0, link.start - 60) : link.start]
        if link.bare and link.host.rsplit(".", 1)[-1] in self._word_domains and link.host.split(".")[0] in self._nouns:
            return True  # "my site.now"
        if link.form not in _DISGUISED:
            return False
        if link.form == "torn" and not self._nouns.intersection(words_of(before)):
            return True
        if _THREAT.search(text, max(0, link.start - 200), link.end + 100):
            return True
        return bool(_MAIL.search(before)) and not _HOME_AT.search(before)

    def features(self, passage: Passage, link: Link, links: Sequence[Link]) -> list[str]:
        """What speaks for and against: the surroundings, the address, the writer's names, other sites nearby."""
        return [
            *self._clues(self._text(passage, links), link.start, link.end),
            *self._address(link),
            *self._facts(passage, link),
            f"others:{min(3, self._others(link, links))}",
        ]

    def _text(self, passage: Passage, links: Sequence[Link]) -> str | Row:
        """The text about the links; where they are many, with its tokens."""
        if len(links) < _MANY:
            return passage.folded.text
        known, row = self._row
        if known is not passage or row is None:
            start = max(0, passage.start - _AROUND)
            row = Row(passage.folded.text[start : passage.end + _AROUND], start)
            self._row = passage, row
        return row

    def _address(self, link: Link) -> Iterator[str]:
        yield f"form:{link.form}"
        yield "tld:" + link.host.rsplit(".", 1)[-1]
        yield from (f"host:{hint}" for hint in _HINTS.findall(link.host.rpartition(".")[0]))
        if link.scheme:
            yield "scheme"
        if link.path.strip("/"):
            yield "path"
            yield from (f"path:{part}" for part in re.findall(r"[^\W\d_]+", link.path)[:3])
        shared, entry = self._hosts.entry(link.host, link.path)
        below = link.host.removesuffix(entry).rstrip(".") if shared else ".".join(link.host.split(".")[:-2])
        if shared:
            yield "shared"
            yield from (f"below:{part}" for part in below.split("-"))
        elif below:
            yield f"below:{below}"

    def _facts(self, passage: Passage, link: Link) -> Iterator[str]:
        source = passage.draft.text
        start = passage.folded.source(link.start, link.end)[0]
        if signature.bears_name(source, link.host):
            yield "name"
        if signature.is_signed(source, start):
            yield "signed"
        if signature.is_named(source, start):
            yield "named"
        text = passage.folded.text
        if f"@{link.host}" in text:
            yield "mail"
        label = re.sub(r"[^a-z0-9]", "", link.host.split(".")[0])
        yield from self._brand(text, label, link) if len(label) > 3 else ()

    def _brand(self, text: str, label: str, link: Link) -> Iterator[str]:
        """How the name of the site is spoken of elsewhere: "our team at Fern & Grey", "Dear Fern & Grey"."""
        for match in re.finditer(r"(?<!\w)" + r"\W?".join(label) + r"(?![\w@]|\.\w)", text):
            if match.end() <= link.start or match.start() >= link.end:
                yield "brand"
                yield from (
                    f"brand:{mark}"
                    for mark in self._clues.marks(words_of(text[max(0, match.start() - 60) : match.start()])[-3:])
                )

    def _others(self, link: Link, links: Sequence[Link]) -> int:
        """How many other unknown sites stand nearby."""
        first = bisect_right(links, link.start - _NEAR, key=_start)
        near = links[first : bisect_left(links, link.start + _NEAR, lo=first, key=_start)]
        mine = _brand(link.host)
        others = (other for other in near if other.host != link.host and _brand(other.host) != mine)
        return len({other.host for other in others if self._hosts.role(other.host, other.path) in (None, "site")})


def _brand(host: str) -> str:
    """The longest label of a host but its ending: that of a shop and of its blog are alike."""
    return max(host.rpartition(".")[0].split("."), key=len)


def _start(link: Link) -> int:
    return link.start
