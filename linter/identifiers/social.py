"""Handles and profile links on social networks, the writer's own; somebody's brand account as a work sample is none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from linter.identifiers.base import Identifier, Passage, Recogniser
from linter.identifiers.handles import shared
from linter.identifiers.lexicon import Name
from linter.identifiers.patterns import lazy
from linter.identifiers.social_names import RealNames
from linter.identifiers.surroundings import clause_before, has, is_sample, line_after
from linter.identifiers.url_hosts import Hosts
from linter.identifiers.urls import Link, web

# What follows the host of a profile, by host; a host not listed takes any name that is no page of the network's own.
_PROFILE = {
    "linkedin.com": lazy(
        r"/(?:mwlite/)?(?:in|pub|company|school|showcase|profile/view|services/page|talent/profile|"
        r"[a-z]{2}/in)/[^/?#]{2,}"
    ),
    "instagram.com": lazy(
        r"/(?!p/|reel|tv/|explore|stories/highlights|accounts|about|developer|s/|ar/|graphql)@?[\w.]{2,}"
    ),
    "facebook.com": lazy(
        r"/(?!ads|groups/(?:search|feed|discover)|help|business(?:/|$)|policies|watch|reel|photo|video|"
        r"events/|marketplace|login|legal|"
        r"share(?:r|$)|dialog|docs|"
        r"developers|tr\?|plugins|gaming|hashtag|story)(?:profile\.php\?id=\d+|(?:people|groups|pages|p|"
        r"pg)/(?!search|feed|discover)[^/?#]{2,}|@?[\w.%-]{3,})"
    ),
    "x.com": lazy(
        r"/(?!home|i/|explore|search|intent|share|hashtag|settings|login|tos|privacy|compose)@?[\w]{2,15}(?:/?$|[?#])"
    ),
    "tiktok.com": lazy(r"/@[\w.]{2,}/?(?:$|[?#])"),
    "youtube.com": lazy(r"/(?:@[\w.-]{2,}|channel/[\w-]{6,}|c/[^/?#]{2,}|user/[^/?#]{2,})"),
    "reddit.com": lazy(r"/(?:u|user)/[\w-]{3,}"),
    "bsky.app": lazy(r"/profile/[\w.:-]{3,}"),
    "ok.ru": lazy(r"/(?:profile|group)?/?[\w.-]{3,}"),
    "xing.com": lazy(r"/(?:profile|pages|companies)/[^/?#]{3,}"),
    "quora.com": lazy(r"/profile/[^/?#]{3,}"),
    "twitch.tv": lazy(r"/(?!videos|directory|p/)[\w]{3,}/?(?:$|[?#])"),
    "pinterest.com": lazy(r"/(?!pin/|ideas|search)[\w.-]{3,}/?(?:$|[?#])"),
    "meetup.com": lazy(r"/members/\d+"),
    "vm.tiktok.com": lazy(r"/(?!)"),
    "pin.it": lazy(r"/(?!)"),
    "redd.it": lazy(r"/(?!)"),
}
_SAME = {
    "twitter.com": "x.com",
    "mobile.twitter.com": "x.com",
    "nitter.net": "x.com",
    "threads.net": "instagram.com",
    "threads.com": "instagram.com",
    "instagr.am": "instagram.com",
    "ig.me": "instagram.com",
    "fb.com": "facebook.com",
    "fb.me": "facebook.com",
    "odnoklassniki.ru": "ok.ru",
}
_OTHERS = lazy(r"/(?!about|help|terms|privacy|search|explore|login|legal|jobs|tags?/)@?[\w.-]{2,}")
_PLACEHOLDER = lazy(r"[/@](?:your|user-?_?name|yourname|<|\{|\$|%7b|x{4,}|\.\.\.|…|\[|handle)")
_SAME_SITE = lazy(r"m|web|mobile|touch|mbasic|business|old|new|[a-z]{2}(?:-[a-z]{2})?")
_LINKED = lazy(r"l[i1!]nk|\bli\b|profile|connect|network")
_REDDIT = lazy(r"reddit|(?<!\w)/?r/\w|\b(?:i'm|i am|im|me|my|dm|ping|as)\b")
_IN = lazy(r"(?<![\w./])/?in/(?P<name>[\w%-]{3,60})/?(?![\w/])")
_USER = lazy(r"(?<![\w./])/?u/[a-z0-9][\w-]{2,22}(?![\w/])")
_PATH = lazy(
    r"(?<![\w./@])(?:yt|youtube|ig|insta|instagram|fb|facebook|tt|tiktok|tw|twitter|li|linkedin|"
    r"linked ?in|threads|snap)\s?/\s?"
    r"(?P<path>(?:in|channel|c|user|company)/[\w@.%-]{3,60}|@[\w.-]{3,40}|"
    r"(?=[\w.-]*[^\W\d_]{2})[\w.-]{1,30}(?:[_\d]|\w\.\w)[\w.-]{0,30})(?![\w/])"
)
_FEDIVERSE = lazy(r"(?<![\w@.])@[a-z0-9_]{2,30}@[a-z0-9-]{1,60}(?:\.[a-z0-9-]{1,60}){1,4}")
_SPOKEN = lazy(
    r"[\s,:]{0,3}(?:dot\s?com\s?)?(?:,\s?)?(?P<path>(?:/|slash)\s?(?:in|company|@|u|user|channel)?\s?(?:/|"
    r"slash)?\s?@?\s?[\w.-]{3,60})"
)
_PROFILE_NAME = lazy(r"\bprofile\s?\(\s?(?P<name>@?[a-z0-9][\w.]{3,30})\s?\)")


def recogniser(words: Mapping[str, tuple[str, ...]]) -> Recogniser:
    """Finds social handles and profile links."""
    hosts, links = web(words)
    handles, people = shared(words), RealNames(words)

    def find(passage: Passage) -> Iterable[Identifier]:
        text = passage.folded.text
        for link in links.find(text, passage.start, passage.end):
            if _is_profile(hosts, link) and not is_sample(text, link.start, link.end):
                yield Identifier("social", link.start, link.end, link.form)
        yield from _by_shape(passage, text)
        names = handles.names(passage)
        yield from _spoken(text, names)
        yield from people.find(passage, names)
        for found in handles.find(passage):
            if found.group == "social":
                yield found.identifier()
        if has(text, passage.start, passage.end, "profile"):
            yield from _profiles(passage, text)

    return find


def _is_profile(hosts: Hosts, link: Link) -> bool:
    role, entry = hosts.entry(link.host, link.path)
    if role != "social":
        return False
    host = _SAME.get(entry, entry)
    below = link.host.removesuffix(entry).rstrip(".")
    if below and not _SAME_SITE.fullmatch(below):
        return host in ("tumblr.com", "bsky.social")
    pattern = _PROFILE.get(host, _OTHERS)
    return bool(pattern.match(link.path)) and not _PLACEHOLDER.search(link.path)


def _by_shape(passage: Passage, text: str) -> Iterator[Identifier]:
    """Profile paths and fediverse handles."""
    start, end = passage.start, passage.end
    for match in _paths(text, start, end) if has(text, start, end, "/", "slash") else ():
        if not is_sample(text, *match.span()):
            yield Identifier("social", *match.span(), "profile path")
    if has(text, start, end, "@"):
        yield from (Identifier("social", *match.span(), "shape") for match in _FEDIVERSE.finditer(text, start, end))


def _paths(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Profile paths without a host: "/in/jane-doe" by LinkedIn, "u/jane_d" by Reddit, "ig/jane_d"."""
    for match in _IN.finditer(text, start, end):
        near = _LINKED.search(text, max(0, match.start() - 60), match.start())
        if near or (match.group().startswith("/") and "-" in match["name"]):
            yield match
    for match in _USER.finditer(text, start, end):
        if _REDDIT.search(clause_before(text, match.start(), 60) + " " + line_after(text, match.end(), 60)):
            yield match
    yield from _PATH.finditer(text, start, end)


def _profiles(passage: Passage, text: str) -> Iterator[Identifier]:
    """Profile names on networks that no list knows, beside others: "on Twitter (@jane), Moltbook profile (jane)"."""
    for match in _PROFILE_NAME.finditer(text, passage.start, passage.end):
        near = text[max(0, match.start() - 160) : match.start()]
        if re.search(r"(?<!\w)@\w{3}", near) and not re.search(r"\b(?:upwork|fiverr|github|your|client'?s?)\s$", near):
            yield Identifier("social", *match.span("name"), "profile name")


def _spoken(text: str, names: Iterable[Name]) -> Iterator[Identifier]:
    """Paths spoken after a network's name: "LinkedIn slash in slash jane"."""
    for name in names:
        match = _SPOKEN.match(text, name.end) if name.group == "social" else None
        if match and re.search(r"slash\s\S", match.group()) and not is_sample(text, name.start, match.end()):
            yield Identifier("social", *match.span("path"), "spelled")
