"""Addresses of the web in folded text, plain or disguised: `https://x.dev`, `x [.] dev`, `cal dot com slash jane`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from linter.identifiers import views
from linter.identifiers.patterns import lazy
from linter.identifiers.surroundings import has
from linter.identifiers.url_hosts import Hosts
from linter.identifiers.url_parts import (
    COMMA,
    JOINED,
    LABEL,
    NOT_A_LABEL,
    SEGMENT,
    SPACED,
    TIGHT_COMMA,
    WWW,
    bracketed,
    squeezed,
    trimmed,
)
from linter.identifiers.url_spoken import SpokenSites, told_backwards
from linter.spans import Disjoint

_INNER_DOT = lazy(r"\.(?=\w)")
_SCHEME = lazy(r"(?:https?://)?h(?:tt|xx|\*\*|__)ps?\s?:\s?[/\\]{1,3}\s?\Z|ftp://\Z")
_SPACED_HINT = lazy(r"[.,•·] ?\w{2,20} ?[/\\.]|[\w ][•·]\w{2}| [.•·] \w{2}| \.[a-z]{2}|\. (?:com|org|de|fr|io)\b")
_LITERAL = lazy(
    rf"(?<![^\W_])(?<![@./\\])(?<!\w-)(?P<scheme>(?:https?://)?h(?:tt|xx|\*\*|__)ps?\s?:\s?[/\\]{{1,3}}\s?|ftp://)?"
    rf"(?P<host>{LABEL}(?:\.{LABEL}){{1,5}})\.?(?::\d{{2,5}})?(?P<rest>[/?#][^\s<>\"`|\\^{{}}\[\]]*)?"
)
# Readings of a text in which an address may hide: entities and percent signs, letters set apart.
_ENCODED = lazy(r"&#|&(?:period|sol|colon|dot|commat)|%(?:2[ef]|3a)|\\(?:u00|x)2e")
_APART = lazy(r"(?<!\S)\w \w \w ")
# Known hosts written from their end, and addresses that the end of a line cuts.
_MIRRORED = lazy(r"//:s?ptth|/(?:em|gg|ee|su|oi|elg|moc|moc\.elgoog)\.[a-z]{1,12}(?![a-z])|/ni/moc\.")
_CUT = lazy(r"https?:/\n/|[a-z]\.\n(?:com|me|ee|us|io|gle)\b|[a-z]\.[a-z]{2,4}/\n\S|https?://\n[a-z]")
_LINE_END = lazy(r"(?<=[/.])\n(?=\S)")
_LEAD = lazy(r"[:=→]\s?((?:[a-z0-9-]{2,20}\s){1,2})\Z")  # "my site: calm redirects dot io"
_DOT_WORD = lazy(
    r"\bd[o0]tt?\b|[.,·•]\s?[\])}>]|[\[({<]\s?\w+\s?[\])}>]"
)  # "point to" and "punto es" are words before a word
_LEET = (str.maketrans("013457", "oleast"), str.maketrans("013457", "oieast"))


@dataclass(frozen=True, slots=True)
class Link:
    """An address at folded offsets `start` to `end`; `host` and `path` (with the query) are as meant, undisguised."""

    start: int
    end: int
    host: str
    path: str
    scheme: bool
    form: str

    @property
    def bare(self) -> bool:
        """Nothing but a host name: what a product's name or a missing blank after a full stop looks like too."""
        return not self.scheme and self.path in ("", "/") and self.form == "literal"


class Links:
    """Finds links. `known` hosts are taken in any disguise, others only in one that can be nothing else."""

    def __init__(self, words: Mapping[str, tuple[str, ...]], known: Hosts) -> None:
        self.domains = frozenset(words.get("top-level-domains", ()))
        self._known = known
        self._word_domains = frozenset(words.get("word-domains", ()))
        self._memo: tuple[tuple[int, int, str], list[Link]] = ((0, 0, ""), [])
        dots = "|".join(map(re.escape, sorted(words.get("url-dot-words", ("dot",)), key=len, reverse=True)))
        slashes = "|".join(map(re.escape, sorted(words.get("url-slash-words", ("slash",)), key=len, reverse=True)))
        dot = rf"(?:{bracketed(f'(?:[.,·•]|{dots})')}|\s+(?:{dots})\s+|\s?[-_*~]{{1,2}}(?:{dots})[-_*~]{{1,2}}\s?|\.)"
        slash = rf"(?:\s?[/\\]\s?|{bracketed(f'(?:/|{slashes})')}|[\s,]{{1,2}}(?:{slashes})\s+)"
        scheme = r"(?P<scheme>h(?:tt|xx|\*\*)ps?\s?(?:\[:\]|:)\s?[/\\]{1,3}\s?)?"
        self._disguised = lazy(
            rf"(?<![\w.@/-]){scheme}(?P<host>{LABEL}(?:{dot}{LABEL}){{1,4}})(?P<path>(?:{slash}{SEGMENT}){{0,6}})"
        )
        self._glued = lazy(
            rf"(?<![\w.@/])(?P<host>[a-z0-9]{{1,20}}[\s_][a-z0-9]{{2,15}}(?:[\s_][a-z]{{2,3}})?)"
            rf"(?P<path>(?:{slash}{SEGMENT}){{1,4}})"
        )
        self._dot, self._slash = lazy(dot), lazy(slash)
        self._spoken = SpokenSites(words.get("url-dot-words", ()), words.get("mail-joints", ()), self.domains)
        self._dot_hint = lazy(rf"[\[({{<*]\s?[.,·•]|(?<!\w)(?:{dots})(?!\w)|hxxp|h\*\*p")
        self._slash_word = lazy(rf"(?<!\w)(?:{slashes})(?!\w)")
        self._slash_hint = lazy(rf"\s[/\\]|[/\\]\s|(?:{slashes})(?!\w)")

    def find(self, text: str, start: int, end: int) -> list[Link]:
        """Every link that starts in the stretch, in order, none overlapping; the last answer is kept for the next."""
        known, links = self._memo
        if known != (start, end, text):
            links = self._find(text, start, end)
            if _ENCODED.search(text, start, end) or _APART.search(text, start, end):
                links = _merged([*links, *self._read(text, start, end)])
            told = told_backwards(text, start, end)
            if told or _MIRRORED.search(text, start, end):
                links = _merged([*links, *self._mirrored(text, start, end, told)])
            if _CUT.search(text, start, end):
                links = _merged([*links, *self._joined_lines(text, start, end)])
            self._memo = (start, end, text), links
        return links

    def _find(self, text: str, start: int, end: int) -> list[Link]:
        found = list(self._plain(text, start, end))
        if text.find("\\", start, end) >= 0:  # for slashes
            found += self._plain(text.replace("\\", "/"), start, end)
        dotted = self._dot_hint.search(text, start, end)
        if dotted or self._slash_word.search(text, start, end):
            found += self._spelled(text, start, end)
        spoken = self._spoken.find(text, start, end, dotted is not None)
        found += (Link(first, last, host, "", False, form) for first, last, host, form in spoken)
        if _SPACED_HINT.search(text, start, end):
            found += self._spaced(text, start, end)
        if self._slash_hint.search(text, start, end):
            found += self._without_dots(text, start, end)
        if has(
            text, start, end, "dotcom", "dotnet", "dotorg", "dotio", "dotco", "dotde", "dotme", "dotdev", "dotstudio"
        ):
            found += self._joined(text, start, end)
        if has(text, start, end, "www", "w w w", "comma", ",com", ",net", ",org"):
            found += self._marked(text, start, end)
        return _merged(found)

    def _read(self, text: str, start: int, end: int) -> Iterator[Link]:
        """Links in the other readings of the stretch, where they differ from what is written."""
        for name, view in views.readings(text[start:end]):
            if name not in ("encoded", "spaced"):
                continue
            for link in self._find(view.text, 0, len(view.text)):
                first, last = view.source(link.start, link.end)
                value = text[start + first - 1 : start + first] == "="  # of a query, part of a longer address
                if view.text[link.start : link.end] != text[start + first : start + last] and not value:
                    form = name if link.form == "literal" else link.form
                    yield Link(start + first, start + last, link.host, link.path, link.scheme, form)

    def _mirrored(self, text: str, start: int, end: int, told: bool) -> Iterator[Link]:
        """Links that are written from their end; of hosts nobody knows only where the stretch says so."""
        for link in self._plain(text[start:end][::-1], 0, end - start):
            if told or self._known.role(link.host, link.path):
                yield Link(end - link.end, end - link.start, link.host, link.path, link.scheme, "reversed")

    def _joined_lines(self, text: str, start: int, end: int) -> Iterator[Link]:
        """Links of known hosts that the end of a line cuts."""
        view = views.replaced(text[start:end], _LINE_END, lambda _: "")
        if view is None:
            return
        for link in self._plain(view.text, 0, len(view.text)):
            first, last = view.source(link.start, link.end)
            if "\n" in text[start + first : start + last] and self._known.role(link.host, link.path):
                yield Link(start + first, start + last, link.host, link.path, link.scheme, "split")

    def is_domain(self, host: str) -> bool:
        """Whether the name ends as a host name does."""
        return host.rsplit(".", 1)[-1] in self.domains or ".xn--" in host or host in self._known

    def plain(self, host: str) -> str:
        """The known host that `host` mimics in digits (`ca1endly.com`), else `host` itself."""
        if (meant := self._known.meant(host)) != host:
            return meant
        if any(c.isdigit() for c in host) and self._known.role(host) is None:
            for table in _LEET:
                if self._known.role(host.translate(table)):
                    return host.translate(table)
        return host

    def _plain(self, text: str, start: int, end: int) -> Iterator[Link]:
        last = start
        for dot in _INNER_DOT.finditer(text, start, end):
            if dot.start() < last:
                continue
            begin = dot.start()
            while (
                begin > last
                and (text[begin - 1] in "-." or text[begin - 1].isalnum() or text[begin - 1] == "_")
                and dot.start() - begin < 200
            ):
                begin -= 1
            before = text[max(last, begin - 20) : begin]
            scheme_at = _SCHEME.search(before) if before[-1:] in "/\\ " and before[-1:] else None
            match = _LITERAL.match(text, begin - len(scheme_at.group()) if scheme_at else begin, end)
            while match is None and begin < dot.start() and not scheme_at:
                begin += 1  # a hyphen or a dot before the name
                if text[begin - 1] not in "-._":
                    break
                match = _LITERAL.match(text, begin, end)
            if match is None:
                continue
            last = match.end()
            host, rest, stop = match["host"], match["rest"] or "", match.end()
            scheme = bool(match["scheme"]) or host.startswith("www.")
            form = "bracketed" if (match["scheme"] or "").startswith(("hxx", "h**", "h__")) else "literal"
            if text[stop : stop + 1] == "@" or not (self.is_domain(host) or match["scheme"]):
                continue
            if not rest:
                yield Link(match.start(), match.end("host"), self.plain(host.removeprefix("www.")), "", scheme, form)
                continue
            kept = trimmed(rest)
            stop = match.start("rest") + len(kept)
            yield Link(match.start(), stop, self.plain(host.removeprefix("www.")), kept, scheme, form)

    def _spelled(self, text: str, start: int, end: int) -> Iterator[Link]:
        for match in self._disguised.finditer(text, start, end):
            host = self._dot.sub(".", match["host"])
            path = self._slash.sub("/", match["path"])
            plain_dots, plain_path = host == match["host"], path == match["path"]
            if (plain_dots and plain_path and not re.match(r"h(?:xx|\*\*)p", match["scheme"] or "")) or text[
                match.end() : match.end() + 1
            ] == "@":
                continue
            host = self.plain(host.removeprefix("www."))
            known = self._known.role(host) is not None
            if not self.is_domain(host) or (plain_dots and not known and "/" in match["path"]):
                continue
            form = "bracketed" if re.search(r"[\[({<*]", match["host"]) else "spelled"
            word = host.rsplit(".", 1)[-1] in self._word_domains
            if word and not path and not match["scheme"] and not known and not _DOT_WORD.search(match["host"]):
                if not self._spoken.is_likely(text, match.start(), match.end(), host):
                    continue
                form = "worded"
            spoken = form in ("spelled", "worded") and not path and not match["scheme"]
            if spoken and not known and host.split(".")[0] in NOT_A_LABEL:
                continue
            begin = match.start()
            if spoken and not known and (lead := _LEAD.search(text, max(0, begin - 60), begin)):
                begin, host = lead.start(1), re.sub(r"\W", "", lead[1]) + host
            elif spoken and not known:
                begin, head = self._spoken.begins(text, begin)
                host = head + host
            yield Link(begin, match.end(), host, squeezed(path), bool(match["scheme"]), form)

    def _spaced(self, text: str, start: int, end: int) -> Iterator[Link]:
        for match in SPACED.finditer(text, start, end):
            labels = [label for label in (match["a"], match["b"], match["c"]) if label]
            path = squeezed(re.sub(r"\s?[/\\]\s?", "/", match["path"]))
            host = self.plain(".".join(labels))
            named = match.group() if "://" not in match.group() else text[match.start() : match.end("b")]
            if match["d"] == "." and " " not in named:
                continue
            if path and self._known.role(host, path):
                yield Link(match.start(), match.end(), host, path, False, "spaced")
            elif match["d"] in (". ", " .") and self._is_torn(labels):
                yield Link(match.start(), match.end("b"), host, "", False, "torn")
            elif match["d"] in (" . ", " • ", " · ", "•", "·") and self._is_pair(labels):
                yield Link(match.start(), match.end("b"), self.plain(".".join(labels[:2])), "", False, "spaced")

    def _is_pair(self, labels: list[str]) -> bool:
        """Whether two words about a sign are a host's; a third is the next sentence's."""
        return labels[1] in self.domains and (len(labels) == 2 or labels[2] not in self.domains)

    def _is_torn(self, labels: list[str]) -> bool:
        """Whether two words about a dot and a blank are a host's: "kornblum. de", "kornblum .com"."""
        name, end = labels[0], labels[1]
        return len(labels) == 2 and len(name) > 3 and end in self.domains - self._word_domains - {"net"}

    def _without_dots(self, text: str, start: int, end: int) -> Iterator[Link]:
        for match in self._glued.finditer(text, start, end):
            host = re.sub(r"[\s_]", ".", match["host"]).removeprefix("www.")
            path = squeezed(self._slash.sub("/", match["path"]))
            if self._known.role(host, path):
                yield Link(match.start(), match.end(), host, path, False, "spelled")

    def _marked(self, text: str, start: int, end: int) -> Iterator[Link]:
        for pattern in (WWW, COMMA, TIGHT_COMMA):
            form = "torn" if pattern is TIGHT_COMMA else "marked"
            for match in pattern.finditer(text, start, end):
                if match[2] in self.domains and not match.group().startswith("www." + match[1] + "."):
                    yield Link(match.start(), match.end(2), f"{match[1]}.{match[2]}", "", pattern is WWW, form)

    def _joined(self, text: str, start: int, end: int) -> Iterator[Link]:
        for match in JOINED.finditer(text, start, end):
            host = self.plain(f"{match[1]}.{match[2]}")
            path = squeezed(self._slash.sub("/", match["path"]))
            yield Link(match.start(), match.end() if path else match.end(2), host, path, False, "spelled")


_ROLES = {
    "platform": "platform-hosts",
    "messaging": "messaging-hosts",
    "contact": "contact-link-hosts",
    "short": "short-link-hosts",
    "social": "social-hosts",
    "sample": "sample-hosts",
    "site": "site-hosts",
}


def web(words: Mapping[str, tuple[str, ...]]) -> tuple[Hosts, Links]:
    """What is known about hosts, and the finder of links; one for all recognisers of the same words."""
    lists = (*_ROLES.values(), "top-level-domains", "word-domains", "url-dot-words", "url-slash-words", "mail-joints")
    return _web(tuple((name, words[name]) for name in lists if name in words))


@lru_cache(maxsize=2)
def _web(lists: tuple[tuple[str, tuple[str, ...]], ...]) -> tuple[Hosts, Links]:
    words = dict(lists)
    hosts = Hosts({role: words.get(name, ()) for role, name in _ROLES.items()})
    return hosts, Links(words, hosts)


def _merged(found: Iterable[Link]) -> list[Link]:
    """The links in order, the longest where some overlap."""
    taken = Disjoint()
    longest = sorted(found, key=lambda i: (i.start - i.end, i.start))
    return sorted((link for link in longest if taken.add(link.start, link.end)), key=lambda i: i.start)
