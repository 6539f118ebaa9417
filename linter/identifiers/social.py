"""Handles and profile links on social networks, the writer's own; somebody's brand account as a work sample is none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from linter.draft import Layer
from linter.identifiers.base import Identifier, Passage, Recogniser
from linter.identifiers.handles import Handles, shared
from linter.identifiers.patterns import lazy
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
_FOLLOW = lazy(
    r"(?:\b(?:follow|find|tag|see|catch|check|check out|look up)\s(?:me|us|my (?:work|art|profile|feed|"
    r"page))(?:\s(?:on socials?|on social media|out|there|at|as|on|here|over|online)){0,3}"
    r"|📷|📸|\b(?:socials?|social media|social handle|my socials|all socials|on socials)(?:\s(?:is|are|"
    r"as))?)\s?[:(–—@→-]{0,2}\s?(?P<handle>@(?=[\w.]*[^\W\d])\w(?:[\w.-]{1,38}\w))"
)
_SOCIALS_AFTER = lazy(
    r"(?P<handle>(?<![\w@.])@(?=[\w.]*[^\W\d])\w(?:[\w.-]{1,38}\w)|(?:(?<=i'm )|(?<=i am )|"
    r"(?<=as ))[\w]+[._\d][\w.]*)[\"'`*_)]*,?\s(?:\(?(?:for|on|across|in)\s)(?:all |most |every |my |the |"
    r"any )?(?:of (?:my|the) )?(?:other )?(?:socials?|social media|social networks?|social platforms?|"
    r"feeds?)(?!\w)"
)
_NAME_CUE = lazy(
    r"\b(?:message|msg|add|find|search|dm|pm|contact|look|text|write|chat|reach|friend)(?:\s(?:for|up|to|"
    r"with|out))?\s(?:me|us)\s(?:up\s|out\s|there\s)?(?:in|on|at|via|through|thru|by|sa|en|no|"
    r"auf)\s(?:my\s|our\s)?$"
    r"|\bmy\s$"
)
_NAME = lazy(
    r"(?:\s(?:account|acct|acc|profile|name|page|id))?(?:\s(?:is|as|under|name)|\s?[:,–—-]|"
    r"\sas)?\s[(\"“']?\s?(?P<name>[A-Z][\w'’.-]+(?:\s(?:[A-Z][\w'’.-]+|de|da|dos|del|la|van|von|bin|al|"
    r"el)){1,4})"
)
_LOOKED_UP = lazy(
    r"\b(?:[Ll]ook up|[Gg]oogle|[Ff]ind me)[:,]?\s[\"“']?(?P<name>[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+){1,2})"
    r"[\"”']?,?\s(?:on|in|at)\s$"
)
_LABELLED = lazy(r"(?:^|\n)[\s*•·>-]*$")
_WHOLE_NAME = lazy(r"\s?[:–—-]\s?(?P<name>[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+){1,2})\s*(?:\n|$|\()")
_NO_NAME = lazy(
    r"\b(?:Ads?|Manager|Page|Pages|Group|Groups|Profile|Business|Suite|Messenger|Marketplace|Account|"
    r"Premium|Sales|Navigator|Recruiter|Learning|Marketing|Campaigns?|"
    r"Pixel|Shops?|Reels?|Stories|Posts?|Blueprint|Certified|Certification|Live|API|SEO|Insights|"
    r"Analytics|Content|Creator|Studio|Leads?|Instagram|Facebook|LinkedIn|Twitter|"
    r"TikTok|YouTube|WhatsApp|Skype|Zoom|Upwork|Optimization|Growth|Strategy|Expert|Design|Management|"
    r"Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|"
    r"January|February|March|April|May|June|July|August|September|October|November|December|The|And|For|"
    r"But|I|You|We|My|Please|Thanks|Best|Kind|Regards|"
    r"Designer|Developer|Writer|Services?|Community|Audience|Graph|Login|Watch|Top|Rated|Media|Social|"
    r"Advertising|Channel)\b"
)
_BY_NAME = lazy(r"facebook|fb|linked|xing|vk|messenger|вк|фейсбук")
_SPOKEN = lazy(
    r"[\s,:]{0,3}(?:dot\s?com\s?)?(?:,\s?)?(?P<path>(?:/|slash)\s?(?:in|company|@|u|user|channel)?\s?(?:/|"
    r"slash)?\s?@?\s?[\w.-]{3,60})"
)
_PROFILE_NAME = lazy(r"\bprofile\s?\(\s?(?P<name>@?[a-z0-9][\w.]{3,30})\s?\)")


def recogniser(words: Mapping[str, tuple[str, ...]]) -> Recogniser:
    """Finds social handles and profile links."""
    hosts, links = web(words)
    handles = shared(words)

    def find(passage: Passage) -> Iterable[Identifier]:
        text = passage.folded.text
        for link in links.find(text, passage.start, passage.end):
            if _is_profile(hosts, link) and not is_sample(text, link.start, link.end):
                yield Identifier("social", link.start, link.end, link.form)
        yield from _by_shape(passage, text, handles)
        yield from _named(passage, handles)
        for found in handles.find(passage):
            if found.group == "social":
                yield found.identifier("social")
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


def _by_shape(passage: Passage, text: str, handles: Handles) -> Iterator[Identifier]:
    """Profile paths, fediverse handles, and handles that the words beside them announce without naming a network."""
    start, end = passage.start, passage.end
    for match in _paths(text, start, end) if has(text, start, end, "/", "slash") else ():
        if not is_sample(text, *match.span()):
            yield Identifier("social", *match.span(), "profile path")
    if has(text, start, end, "@"):
        yield from (Identifier("social", *match.span(), "shape") for match in _FEDIVERSE.finditer(text, start, end))
    for pattern, hint in ((_FOLLOW, "@"), (_SOCIALS_AFTER, "social")):
        for match in pattern.finditer(text, start, end) if has(text, start, end, hint) else ():
            code = passage.draft.layer_at(passage.folded.source(*match.span("handle"))[0]) is Layer.CODE
            named = match["handle"].lstrip("@") not in handles.reserved and not text.startswith(
                ("/", "@"), match.end("handle")
            )
            if named and not code:
                yield Identifier("social", *match.span("handle"), "cue")


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


def _named(passage: Passage, handles: Handles) -> Iterator[Identifier]:
    """Real names by which the writer says to be found on a network, and paths spoken after a network's name."""
    text = passage.folded.text
    for name in handles.names(passage):
        if name.group != "social" and "messenger" not in name.plain:
            continue
        if spoken := _SPOKEN.match(text, name.end):
            if re.search(r"slash\s\S", spoken.group()) and not is_sample(text, name.start, spoken.end()):
                yield Identifier("social", *spoken.span("path"), "spelled")
        elif _BY_NAME.match(name.plain) and (place := _own_name(passage, name.start, name.end)):
            yield Identifier("social", *place, "name")
        elif _BY_NAME.match(name.plain) and _NAME_CUE.search(clause_before(text, name.start, 60)):
            first = passage.folded.source(name.start, name.end)[1]
            match = _NAME.match(passage.draft.text, first, first + 120)
            if match and not _NO_NAME.search(match["name"]):
                start, stop = map(passage.folded.offset, match.span("name"))
                yield Identifier("social", start, stop, "name")


def _own_name(passage: Passage, start: int, end: int) -> tuple[int, int] | None:
    """Where a real name stands by a network's name: looked up there, or the writer's own on a line with it."""
    source = passage.draft.text
    first, last = passage.folded.source(start, end)
    match = _LOOKED_UP.search(source, max(0, first - 80), first)
    if match is None and _LABELLED.search(source, max(0, first - 20), first):
        match = _WHOLE_NAME.match(source, last, last + 80)
        if match and len(re.findall(rf"\b{re.escape(match['name'].split()[0])}\b", source)) < 2:
            return None
    if match is None or _NO_NAME.search(match["name"]) or re.search(r"\w{3}(?:s|ing|er)$", match["name"]):
        return None
    return passage.folded.offset(match.start("name")), passage.folded.offset(match.end("name"))
