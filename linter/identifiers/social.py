"""Handles and profile links on social networks, the writer's own; somebody's brand account as a work sample is none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from linter.draft import Layer
from linter.identifiers.base import Identifier, Passage, Recogniser
from linter.identifiers.handles import Handles, handles as shared_handles
from linter.identifiers.surroundings import clause_after, clause_before, is_sample, line_after
from linter.identifiers.urls import Hosts, Link, web

# What follows the host of a profile, by host; a host not listed takes any name that is no page of the network's own.
_PROFILE = {
    "linkedin.com": re.compile(r"/(?:mwlite/)?(?:in|pub|company|school|showcase|profile/view|services/page|talent/profile|[a-z]{2}/in)/[^/?#]{2,}"),
    "instagram.com": re.compile(r"/(?!p/|reel|tv/|explore|stories/highlights|accounts|about|developer|s/|ar/|graphql)@?[\w.]{2,}"),
    "facebook.com": re.compile(
        r"/(?!ads|help|business(?:/|$)|policies|watch|reel|photo|video|events/|marketplace|login|legal|share(?:r|$)|dialog|docs|"
        r"developers|tr\?|plugins|gaming|hashtag|story)(?:profile\.php\?id=\d+|(?:people|groups|pages|p|pg)/[^/?#]{2,}|@?[\w.%-]{3,})"
    ),
    "x.com": re.compile(r"/(?!home|i/|explore|search|intent|share|hashtag|settings|login|tos|privacy|compose)@?[\w]{2,15}(?:/?$|[?#])"),
    "tiktok.com": re.compile(r"/@[\w.]{2,}/?(?:$|[?#])"),
    "youtube.com": re.compile(r"/(?:@[\w.-]{2,}|channel/[\w-]{6,}|c/[^/?#]{2,}|user/[^/?#]{2,})"),
    "reddit.com": re.compile(r"/(?:u|user)/[\w-]{3,}"),
    "bsky.app": re.compile(r"/profile/[\w.:-]{3,}"),
    "ok.ru": re.compile(r"/(?:profile|group)?/?[\w.-]{3,}"),
    "xing.com": re.compile(r"/(?:profile|pages|companies)/[^/?#]{3,}"),
    "quora.com": re.compile(r"/profile/[^/?#]{3,}"),
    "twitch.tv": re.compile(r"/(?!videos|directory|p/)[\w]{3,}/?(?:$|[?#])"),
    "pinterest.com": re.compile(r"/(?!pin/|ideas|search)[\w.-]{3,}/?(?:$|[?#])"),
    "meetup.com": re.compile(r"/members/\d+"),
    "vm.tiktok.com": re.compile(r"/(?!)"),
    "pin.it": re.compile(r"/(?!)"),
    "redd.it": re.compile(r"/(?!)"),
}
_SAME = {"twitter.com": "x.com", "mobile.twitter.com": "x.com", "nitter.net": "x.com", "threads.net": "instagram.com", "threads.com": "instagram.com",
         "instagr.am": "instagram.com", "ig.me": "instagram.com", "fb.com": "facebook.com", "fb.me": "facebook.com", "odnoklassniki.ru": "ok.ru"}
_OTHERS = re.compile(r"/(?!about|help|terms|privacy|search|explore|login|legal|jobs|tags?/)@?[\w.-]{2,}")
_PLACEHOLDER = re.compile(r"[/@](?:your|user-?_?name|yourname|<|\{|\$|%7b|x{4,}|\.\.\.|…|\[|handle)")
_IN = re.compile(r"(?<![\w./])/?in/(?P<name>[\w%-]{3,60})/?(?![\w/])")
_USER = re.compile(r"(?<![\w./])/?u/[a-z0-9][\w-]{2,22}(?![\w/])")
_PATH = re.compile(
    r"(?<![\w./@])(?:yt|youtube|ig|insta|instagram|fb|facebook|tt|tiktok|tw|twitter|li|linkedin|linked ?in|threads|snap)\s?/\s?"
    r"(?P<path>(?:in|channel|c|user|company)/[\w@.%-]{3,60}|@[\w.-]{3,40}|(?=[\w.-]*[^\W\d_]{2})[\w.-]{1,30}(?:[_\d]|\w\.\w)[\w.-]{0,30})(?![\w/])"
)
_FEDIVERSE = re.compile(r"(?<![\w@.])@[a-z0-9_]{2,30}@[a-z0-9-]{1,60}(?:\.[a-z0-9-]{1,60}){1,4}")
_FOLLOW = re.compile(
    r"(?:\b(?:follow|find|tag|see|catch|check|check out|look up)\s(?:me|us|my (?:work|art|profile|feed|page))(?:\s(?:on socials?|on social media|out|there|at|as|on|here|over|online)){0,3}"
    r"|\b(?:socials?|social media|social handle|my socials|all socials|on socials)(?:\s(?:is|are|as))?)\s?[:(–—@→-]{0,2}\s?(?P<handle>@(?=[\w.]*[^\W\d])\w(?:[\w.-]{1,38}\w))"
)
_SOCIALS_AFTER = re.compile(
    r"(?P<handle>(?<![\w@.])@(?=[\w.]*[^\W\d])\w(?:[\w.-]{1,38}\w)|(?:(?<=i'm )|(?<=i am )|(?<=as ))[\w]+[._\d][\w.]*)[\"'`*_)]*,?\s(?:\(?(?:for|on|across|in)\s)(?:all |most |every |my |the |any )?(?:of (?:my|the) )?(?:other )?(?:socials?|social media|social networks?|social platforms?|feeds?)(?!\w)"
)
_NAME_CUE = re.compile(
    r"\b(?:message|msg|add|find|search|dm|pm|contact|look|text|write|chat|reach|friend)(?:\s(?:for|up|to|with|out))?\s(?:me|us)\s(?:up\s|out\s|there\s)?(?:in|on|at|via|through|thru|by|sa|en|no|auf)\s(?:my\s|our\s)?$"
    r"|\bmy\s$"
)
_NAME = re.compile(
    r"(?:\s(?:account|acct|acc|profile|name|page|id))?(?:\s(?:is|as|under|name)|\s?[:,–—(-]|\sas)?\s(?P<name>[\"“']?[A-Z][\w'’.-]+(?:\s(?:[A-Z][\w'’.-]+|de|da|dos|del|la|van|von|bin|al|el)){1,4})"
)
_NO_NAME = re.compile(
    r"\b(?:Ads?|Manager|Page|Pages|Group|Groups|Profile|Business|Suite|Messenger|Marketplace|Account|Premium|Sales|Navigator|Recruiter|Learning|Marketing|Campaigns?|"
    r"Pixel|Shops?|Reels?|Stories|Posts?|Blueprint|Certified|Certification|Live|API|SEO|Insights|Analytics|Content|Creator|Studio|Leads?|Instagram|Facebook|LinkedIn|Twitter|"
    r"TikTok|YouTube|WhatsApp|Skype|Zoom|Upwork|Optimization|Growth|Strategy|Expert|Design|Management|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|"
    r"January|February|March|April|May|June|July|August|September|October|November|December|The|And|For|But|I|You|We|My|Please|Thanks|Best|Kind|Regards|"
    r"Designer|Developer|Writer|Services?|Community|Audience|Graph|Login|Watch|Top|Rated|Media|Social|Advertising|Channel)\b"
)
_SPOKEN = re.compile(r"[\s,:]{0,3}(?:dot\s?com\s?)?(?:,\s?)?(?P<path>(?:/|slash)\s?(?:in|company|@|u|user|channel)?\s?(?:/|slash)?\s?@?\s?[\w.-]{3,60})")
_PROFILE_NAME = re.compile(r"\bprofile\s?\(\s?(?P<name>@?[a-z0-9][\w.]{3,30})\s?\)")


def recogniser(words: Mapping[str, tuple[str, ...]]) -> Recogniser:
    """Finds social handles and profile links."""
    hosts, links = web(words)
    handles = shared_handles(words)

    def find(passage: Passage) -> Iterable[Identifier]:
        text = passage.folded.text
        for link in links.find(text, passage.start, passage.end):
            if _is_profile(hosts, link) and not _is_other(text, link):
                yield Identifier("social", link.start, link.end, link.form)
        for found in handles.find(passage):
            if found.name.group == "social":
                yield found.identifier("social")
        yield from _by_shape(passage, text, handles)
        yield from _named(passage, handles)

    return find


def _is_profile(hosts: Hosts, link: Link) -> bool:
    role, entry = hosts.entry(link.host, link.path)
    if role != "social":
        return False
    host = _SAME.get(entry, entry)
    below = link.host.removesuffix(entry).rstrip(".")
    if below and not re.fullmatch(r"m|web|mobile|touch|mbasic|business|old|new|[a-z]{2}(?:-[a-z]{2})?", below) and host not in ("tumblr.com", "vk.com"):
        return False
    if host in ("tumblr.com", "vk.com") and link.host.count(".") > 1 and not link.host.startswith(("m.", "www.")):
        return True
    pattern = _PROFILE.get(host, _OTHERS)
    return bool(pattern.match(link.path)) and not _PLACEHOLDER.search(link.path)


def _is_other(text: str, link: Link) -> bool:
    """Whether the profile is shown as somebody else's: a client's page, or one that was looked at."""
    return is_sample(text, link.start, link.end)


def _by_shape(passage: Passage, text: str, handles: Handles) -> Iterator[Identifier]:
    start, end = passage.start, passage.end
    if "/" in text or "slash" in text:
        for match in _IN.finditer(text, start, end):
            near = text[max(0, match.start() - 60) : match.start()]
            if re.search(r"l[i1!]nk|\bli\b|profile|connect|network", near) or (match.group().startswith("/") and "-" in match["name"]):
                yield Identifier("social", *match.span(), "profile path")
        for match in _USER.finditer(text, start, end):
            near = clause_before(text, match.start(), 60) + " " + line_after(text, match.end(), 60)
            if re.search(r"reddit|(?<!\w)/?r/\w|\b(?:i'm|i am|im|me|my|dm|ping|as)\b", near) and not is_sample(text, *match.span()):
                yield Identifier("social", *match.span(), "profile path")
        for match in _PATH.finditer(text, start, end):
            if not is_sample(text, *match.span()):
                yield Identifier("social", *match.span(), "profile path")
    if "@" in text:
        for match in _FEDIVERSE.finditer(text, start, end):
            yield Identifier("social", *match.span(), "shape")
        for pattern in (_FOLLOW, _SOCIALS_AFTER):
            for match in pattern.finditer(text, start, end):
                source = passage.folded.source(*match.span("handle"))
                if match["handle"][1:] in handles.reserved:
                    continue
                if passage.draft.layer_at(source[0]) is not Layer.CODE and text[match.end("handle") : match.end("handle") + 1] not in ("/", "@"):
                    yield Identifier("social", *match.span("handle"), "cue")
    elif "social" in text:
        for match in _SOCIALS_AFTER.finditer(text, start, end):
            yield Identifier("social", *match.span("handle"), "cue")


def _named(passage: Passage, handles: Handles) -> Iterator[Identifier]:
    """Real names by which the writer says to be found on a network, and paths spoken after a network's name."""
    text = passage.folded.text
    for name in handles.names(passage):
        if name.group != "social" and "messenger" not in name.plain:
            continue
        if spoken := _SPOKEN.match(text, name.end):
            if "slash" in spoken.group() and re.search(r"slash\s\S", spoken.group()) and not is_sample(text, name.start, spoken.end()):
                yield Identifier("social", *spoken.span("path"), "spelled")
            continue
        if not re.match(r"facebook|fb|linked|xing|vk|messenger|вк|фейсбук", name.plain) or not _NAME_CUE.search(clause_before(text, name.start, 60)):
            continue
        first = passage.folded.source(name.start, name.end)[1]
        match = _NAME.match(passage.draft.text, first, first + 120)
        if match and not _NO_NAME.search(match["name"]):
            start = passage.folded.offset(match.start("name"))
            stop = passage.folded.offset(match.end("name"))
            if not clause_after(text, name.end).startswith(("'s", "’s")):
                yield Identifier("social", start, stop, "name")
