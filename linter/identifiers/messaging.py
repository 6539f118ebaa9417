"""IDs, user names, invites and deep links of chat and call tools."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from linter.draft import Layer
from linter.identifiers.base import Identifier, Passage, Recogniser
from linter.identifiers.handle_word import is_camel
from linter.identifiers.handles import Handles, shared
from linter.identifiers.patterns import lazy
from linter.identifiers.surroundings import clause_before, has, is_sample, line_after
from linter.identifiers.urls import Link, web

_PLACEHOLDER = lazy(r"^[/@]*(?:your|user-?_?name|<|\{|\$|%7b|x{4,}|\.\.\.|…|handle|phone|number|\[)")
_NOWHERE = frozenset(
    (
        "",
        "about",
        "pricing",
        "docs",
        "blog",
        "features",
        "help",
        "login",
        "signup",
        "download",
        "terms",
        "privacy",
        "support",
    )
)
_INVITE = lazy(r"discord|dsc\.gg|invite\.gg|guilded|join\.slack|chat\.whatsapp|slack\.com|t\.me")
_OWN_ROOM = lazy(
    r"\b(?:my|our|a (?:tiny|small|little|private)|an own)\s(?:\w+\s)?(?:workspace|server|slack|discord|group|room|guild|channel|space)\b"
    r"(?!.*\b(?:grew|built|manag\w+|moderat\w+|for (?:a|an|the) client|client's|a client)\b)|\b(?:hop in|join (?:me|us)|come in|say hi)\b"
)
_WORKSPACE = lazy(
    r"(?!(?:www|api|app|status|help|my|get|hooks|files|edgeapi|join|slack|wss|your\w*|example|acme)\.)[a-z0-9-]{2,40}\.(?:slack|zulipchat)\.com"
)
_BOT = lazy(r"bot(?:/|\?|$)")
_OWN_BOT = lazy(r"\b(?:me|us|my|our|start|write)\b")
_MATRIX = lazy(r"(?<![\w@.])@[a-z0-9._=/+-]{1,40}:[a-z0-9-]{1,60}(?:\.[a-z0-9-]{1,60}){1,4}")
_ROOM = lazy(r"(?<![\w#])#[a-z0-9._=-]{2,40}:[a-z0-9-]{1,60}(?:\.[a-z0-9-]{1,60}){1,4}(?![\w/])")
_TAG = lazy(r"(?<![\w.#/-])(?P<name>[^\W\d_][\w.]{2,31})#(?P<number>\d{4})(?![\w-])")
_NOT_A_TAG = lazy(
    r"(?:issues?|pr|prs|tickets?|orders?|bugs?|tasks?|jobs?|invoices?|items?|no|id|ref|sku|case|room|"
    r"version|colou?r|lot|unit|suite|apt|flat|story|"
    r"request|commit|build|model|part|number|house|box|po|chapter|page|slide|figure|batch|serial|mr|rfc|"
    r"ticketid|job|upwork|project|client|user|customer)"
)
_TAG_CUE = lazy(
    r"\b(?:i'm|i am|im|me|discord|disc|dm|dms|add|ping|friend|find|reach|tag|user ?name|handle|nick|server|my)\b"
)
_LIVE = lazy(r"(?<![\w:])live:(?:\.cid\.)?[\w.:-]{3,60}|(?<!\w)\.cid\.[0-9a-f]{8,40}")
_EVERYWHERE = (
    r"(?:everywhere|anywhere|on everything|on (?:all|any|every|most|"
    r"the usual) (?:of )?(?:the )?(?:other )?(?:apps?|messengers?|platforms?|chats?|chat apps?|"
    r"chat tools?|sites?|channels?|places|networks)|across (?:all |the )?(?:apps?|platforms?|web|internet|"
    r"board))"
)
_HANDLE = r"@?[^\W_](?:[\w.-]{1,38}[\w])"
_EVERYWHERE_AFTER = lazy(
    rf"(?:\b(?:i'm|i am|im|it's|me|as|find me as|nick|nickname|handle|username|name|goes by|go by|same|"
    rf"id)[\s:=(–—\"'-]{{1,3}}|^|\n)(?P<handle>{_HANDLE})[\"'`*_)]*,?\s+"
    rf"(?:(?:literally|basically|pretty much|nearly|almost|just|simply|really|i think)\s+){{0,2}}{_EVERYWHERE}(?!\w)",
    re.MULTILINE,
)
_EVERYWHERE_BEFORE = lazy(
    rf"(?:(?:find|search|look|reach|add|ping|know|catch)\s(?:for\s)?me\s(?:up\s)?(?:pretty much |"
    rf"literally |almost )?{_EVERYWHERE}\s(?:as|under|by|at|:|-)|"
    rf"(?:same|one) (?:nick|nickname|handle|username|user name|user|tag|@)\s?(?:is\s)?(?:{_EVERYWHERE}|"
    rf"for all|in all|on both|there|too)?\s?(?:is|[:,=–—(-])(?:\s?(?:just |simply )?(?:search|look for|"
    rf"type|add|try|find)(?: me)?(?: as)?)?|"
    rf"my (?:nick|nickname|handle|username|user ?name|id|tag|name) (?:on|in|for|across|with) (?:every|all|"
    rf"any|most|both|each)"
    rf"(?: \w+){{1,3}} (?:is|:)|"
    rf"(?:id|nick|nickname|handle|username|user ?name|name) (?:is|"
    rf"are) (?:the )?same(?: {_EVERYWHERE})?\s?[:,–—-]?|(?:everywhere|anywhere)\s?(?:i am|i'm|"
    rf"as))\s*[\"'`*_(]*(?P<handle>{_HANDLE})"
)
_NICK = lazy(
    rf"(?:\b(?:my|mi|meu|mein|mon|мой) (?:(?:id|nick|nickname|nik|handle|screen ?name|alias|ник|никнейм|"
    rf"pseudo|apodo) (?:there |here |is |es |ist |est |é |:|= ?|- ?)|user ?name there (?:is )?:?)|"
    rf"[,(;–—-]\s?(?:nick|nickname|ник|никнейм)[ :=]{{1,3}}(?:is )?)\s*[\"'`*_]*(?P<handle>{_HANDLE})"
)
_TOOLS = (
    r"(?:(?:telegram|tg|discord|skype|signal|whatsapp|wechat|line|viber|instagram|insta|ig|tiktok|twitter|x|threads|reddit|linkedin|"
    r"facebook|fb|snapchat|snap|slack|matrix|youtube|yt|mastodon|bluesky|telegram)(?:,| and| or| &| /|/|\s)*){1,5}"
)
_SAME = lazy(
    rf"\b(?:same|one) (?:nick|nickname|handle|username|user name|user|tag|id|name) (?:on|for|in|at|across) (?:both )?{_TOOLS}\s?"
    rf"(?:is|[:,=–—(-])\s?[\"'`*_(]*(?P<handle>{_HANDLE})"
    rf"|(?P<first>{_HANDLE})[\"'`*_)]*\s?[,;(–—-]\s?(?:the )?(?:same|also)(?: (?:name|nick|handle|user|id|one))? (?:on|in|at|for) {_TOOLS}"
)
_REPOSITORY = lazy(
    r"\b(?:github|gitlab|bitbucket|git|upwork|fiverr|npm|docker|kaggle|figma|behance|dribbble|"
    r"stack ?overflow|leetcode|steam|wordpress|login|log-in|password|pass|pwd|ssh|server|apple|test|demo|"
    r"admin)\b"
)
_BARE = lazy(
    r"(?:\b(?:dm|pm|message|msg|text|ping|hit|contact|reach|find|add|write|poke|buzz|holla at|holler at|yell at|write to|shoot)\s"
    r"(?:me|us)|\bhmu|(?:\binto|\bin|\bhit|\bslide into|\bmy|\bthe) my dms|(?:^|\n|[.!?,:]\s|\bor |\bjust )dm|\bmy (?:contact|handle|nick|tag)"
    r"(?: there)?)(?:\s(?:up|"
    r"directly|here|there|anytime|any time|out|now|today))*\s?(?:at|on|@|via|as|:|-|–|—|"
    r"→)?\s?[:(]?\s?(?P<handle>@(?=[\w.]*[^\W\d])\w(?:[\w.-]{1,38}\w))"
    r"|[✈💬📲📱📩✉]\s?[:–—-]?\s?(?P<icon>@(?=[\w.]*[^\W\d])\w(?:[\w.-]{1,38}\w))"
    r"|(?<![\w.-])(?:tg|telegram|t\.g\.?|wechat|discord|dc|skype|viber|signal)(?P<glued>@\w{4,32})(?![\w@]|\.\w)"
    r"|\bdms? (?:are |is )?(?:always )?open\W{1,4}(?P<open>@\w(?:[\w.-]{1,38}\w))"
    r"|✈\s?[:–—-]?\s?(?P<plane>[a-z]\w*(?:[_\d]|\w\.\w)\w*)(?![\w@/-])"
    r"|\b(?:contacts?|my handle|handle|telega|reach)\s?(?:is|:|=|–|—|"
    r"-)\s?(?P<label>@(?=[\w.]*[^\W\d])\w(?:[\w.-]{1,38}\w))"
)
_WIDE = lazy(
    r"everywhere|anywhere|everything|\bsame\b|\bone (?:nick|handle|user|tag)|(?:on|in|across|for|"
    r"with) (?:every|all|any|most|both|each|the)\b"
)
_CUES = (
    (_EVERYWHERE_AFTER, _WIDE),
    (_EVERYWHERE_BEFORE, _WIDE),
    (_NICK, lazy(r"nick|ник|\bid\b|nik\b|handle|screen|alias|pseudo|apodo|user ?name")),
    (_SAME, lazy(r"\b(?:same|one) (?:nick|handle|user|tag|id\b|name)|\b(?:same|also) (?:on|in|at|for)\b")),
    (_BARE, lazy("[@✈]")),
)
_NUMBER_ID = lazy(
    r"(?<!\w)(?:qq|icq|uin)(?:\s?(?:id|no|number|号|#|uin))?\W{0,3}(?:is\W{0,2})?(?P<number>\d[\d -]{4,12}\d)(?!\w)"
)


def recogniser(words: Mapping[str, tuple[str, ...]]) -> Recogniser:
    """Finds IDs, user names, invites and deep links of chat and call tools."""
    hosts, links = web(words)
    handles = shared(words)
    schemes = "|".join(map(re.escape, words.get("messaging-schemes", ("skype", "tg"))))
    deep = lazy(rf"(?<![\w.+-])(?:{schemes}):(?:/{{0,2}}[\w@.+:%-]{{2,80}}\?[\w=&%+.@:-]+|//[\w@.+:%/?=&#-]{{3,200}})")

    def find(passage: Passage) -> Iterable[Identifier]:
        text = passage.folded.text
        for link in links.find(text, passage.start, passage.end):
            known = hosts.role(link.host, link.path) == "messaging" and _reaches(text, link)
            if known or (_is_workspace(link) and not is_sample(text, link.start, link.end)):
                yield Identifier("messaging", link.start, link.end, link.form)
        if has(text, passage.start, passage.end, ":"):
            for match in deep.finditer(text, passage.start, passage.end):
                yield Identifier("messaging", *match.span(), "deep link")
        yield from _by_shape(passage, text, handles)
        for found in handles.find(passage):
            if found.group == "messaging":
                yield found.identifier("messaging")

    return find


def _reaches(text: str, link: Link) -> bool:
    """Whether the link leads to a person or a room: no bare host, no placeholder, no bot or community shown as work."""
    path = link.path.lstrip("/")
    first = re.split(r"[/?#]", path)[0]
    nowhere = first in _NOWHERE and "?" not in path and "#" not in path
    if nowhere or _PLACEHOLDER.match(path):
        return False
    if (
        link.host in ("t.me", "telegram.me")
        and _BOT.search(path)
        and not _OWN_BOT.search(clause_before(text, link.start))
    ):
        return False
    if not is_sample(text, link.start, link.end):
        return True
    return bool(_INVITE.match(link.host) and _OWN_ROOM.search(clause_before(text, link.start)))


def _is_workspace(link: Link) -> bool:
    """Whether the host is a team's own on a chat service: "acme.slack.com"."""
    return bool(_WORKSPACE.fullmatch(link.host))


def _by_shape(passage: Passage, text: str, handles: Handles) -> Iterator[Identifier]:
    """User names that their shape or the words beside them give away, without a tool's name."""
    start, end = passage.start, passage.end
    for match in _LIVE.finditer(text, start, end) if has(text, start, end, "live:", ".cid.") else ():
        if re.search(r"\.cid\.|[\d_.]", match.group()[5:]) or "skype" in text[max(0, start - 200) : end]:
            yield Identifier("messaging", *match.span(), "shape")
    if has(text, start, end, "@") and has(text, start, end, ":"):
        yield from (Identifier("messaging", *match.span(), "shape") for match in _MATRIX.finditer(text, start, end))
    if has(text, start, end, "#"):
        yield from (Identifier("messaging", *match.span(), "shape") for match in _ROOM.finditer(text, start, end))
        for match in _TAG.finditer(text, start, end):
            near = text[max(0, match.start() - 60) : match.start()] + line_after(text, match.end(), 40)
            if not _NOT_A_TAG.fullmatch(match["name"]) and _TAG_CUE.search(near):
                yield Identifier("messaging", *match.span(), "shape")
    last, hinted = None, False
    for pattern, hint in _CUES:
        if hint is not last:
            last, hinted = hint, hint.search(text, start, end) is not None
        for match in pattern.finditer(text, start, end) if hinted else ():
            group = match.lastgroup or "handle"
            if _is_nick(passage, match, group, handles, pattern is _BARE):
                kind = "social" if _is_social(handles, text, match) else "messaging"
                yield Identifier(kind, *match.span(group), "cue")
    for match in _NUMBER_ID.finditer(text, start, end) if has(text, start, end, "qq", "icq", "uin") else ():
        yield Identifier("messaging", *match.span("number"), "number")


def _is_social(handles: Handles, text: str, match: re.Match[str]) -> bool:
    """Whether all tools that the phrase names are social networks."""
    groups = {name.group for name in handles.lexicon.find(text, *match.span())}
    return groups == {"social"}


def _is_nick(passage: Passage, match: re.Match[str], group: str, handles: Handles, bare: bool) -> bool:
    """Whether what stands beside a cue is a user name of a chat: not a repository's, not a social network's."""
    text, handle = passage.folded.text, match[group]
    begin, stop = match.span(group)
    code = passage.draft.layer_at(passage.folded.source(begin, stop)[0]) is Layer.CODE
    if code or text[stop : stop + 1] in ("@", "/") or handle.lstrip("@") in handles.reserved:
        return False
    if _REPOSITORY.search(clause_before(text, begin)):
        return False
    if bare and group == "glued":
        return not handles.is_ordinary(handle)
    if bare:
        tools = handles.lexicon.find(text, max(0, begin - 60), min(len(text), stop + 25))
        return not (is_sample(text, begin, stop) or any(name.group == "social" for name in tools))
    shaped = bool(re.search(r"[_\d]|\w\.\w", handle)) and any(c.isalpha() for c in handle)
    return handle.startswith("@") or shaped or is_camel(passage.draft.text[slice(*passage.folded.source(begin, stop))])
