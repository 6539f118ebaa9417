"""IDs, user names, invites and deep links of chat and call tools."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from linter.draft import Layer
from linter.identifiers.base import Identifier, Passage, Recogniser
from linter.identifiers.handles import Handles, handles as shared_handles
from linter.identifiers.surroundings import clause_before, is_sample, line_after
from linter.identifiers.urls import Link, web

_PLACEHOLDER = re.compile(r"^[/@]*(?:your|user-?_?name|<|\{|\$|%7b|x{4,}|\.\.\.|…|handle|phone|number|\[)")
_NOWHERE = frozenset(("", "about", "pricing", "docs", "blog", "features", "help", "login", "signup", "download", "terms", "privacy", "support"))
_MATRIX = re.compile(r"(?<![\w@.])@[a-z0-9._=/+-]{1,40}:[a-z0-9-]{1,60}(?:\.[a-z0-9-]{1,60}){1,4}")
_TAG = re.compile(r"(?<![\w.#/-])(?P<name>[^\W\d_][\w.]{2,31})#(?P<number>\d{4})(?![\w-])")
_NOT_A_TAG = re.compile(
    r"(?:issues?|pr|prs|tickets?|orders?|bugs?|tasks?|jobs?|invoices?|items?|no|id|ref|sku|case|room|version|colou?r|lot|unit|suite|apt|flat|story|"
    r"request|commit|build|model|part|number|house|box|po|chapter|page|slide|figure|batch|serial|mr|rfc|ticketid|job|upwork|project|client|user|customer)"
)
_TAG_CUE = re.compile(r"\b(?:i'm|i am|im|me|discord|disc|dm|dms|add|ping|friend|find|reach|tag|user ?name|handle|nick|server|my)\b")
_LIVE = re.compile(r"(?<![\w:])live:(?:\.cid\.)?[\w.:-]{3,60}|(?<!\w)\.cid\.[0-9a-f]{8,40}")
_EVERYWHERE = r"(?:everywhere|anywhere|on everything|on (?:all|any|every|most|the usual) (?:of )?(?:the )?(?:other )?(?:apps?|messengers?|platforms?|chats?|chat apps?|chat tools?|sites?|channels?|places|networks)|across (?:all |the )?(?:apps?|platforms?|web|internet|board))"
_HANDLE = r"@?[^\W_](?:[\w.-]{1,38}[\w])"
_EVERYWHERE_AFTER = re.compile(
    rf"(?:\b(?:i'm|i am|im|it's|me|as|find me as|nick|nickname|handle|username|name|goes by|go by|same|id)\W{{1,3}}|^|\n)(?P<handle>{_HANDLE})[\"'`*_)]*,?\s+"
    rf"(?:(?:literally|basically|pretty much|nearly|almost|just|simply|really|i think)\s+){{0,2}}{_EVERYWHERE}(?!\w)",
    re.MULTILINE,
)
_EVERYWHERE_BEFORE = re.compile(
    rf"(?:(?:find|search|look|reach|add|ping|know|catch)\s(?:for\s)?me\s(?:up\s)?(?:pretty much |literally |almost )?{_EVERYWHERE}\s(?:as|under|by|at|:|-)|"
    rf"(?:same|one) (?:nick|nickname|handle|username|user name|user|tag|@)\s?(?:is\s)?(?:{_EVERYWHERE}|for all|in all|on both|there|too)?\s?(?:is|[:,=–—(-])|"
    rf"(?:id|nick|nickname|handle|username|user ?name|name) (?:is|are) (?:the )?same(?: {_EVERYWHERE})?\s?[:,–—-]?|(?:everywhere|anywhere)\s?(?:i am|i'm|as))\s*[\"'`*_(]*(?P<handle>{_HANDLE})"
)
_NICK = re.compile(
    rf"(?:\b(?:my|mi|meu|mein|mon|мой) (?:(?:id|nick|nickname|nik|handle|screen ?name|alias|ник|никнейм|pseudo|apodo) (?:there |here |is |es |ist |est |é |:|= ?|- ?)|user ?name there (?:is )?:?)|"
    rf"[,(;–—-]\s?(?:nick|nickname|ник|никнейм)[ :=]{{1,3}}(?:is )?)\s*[\"'`*_]*(?P<handle>{_HANDLE})"
)
_REPOSITORY = re.compile(r"\b(?:github|gitlab|bitbucket|git|upwork|fiverr|npm|docker|kaggle|figma|behance|dribbble|stack ?overflow|leetcode|steam|wordpress|login|log-in|password|pass|pwd|ssh|server|apple|test|demo|admin)\b")
_BARE = re.compile(
    r"\b(?:dm|pm|message|msg|text|ping|hit|contact|reach|find|add|write|poke|buzz)\s(?:me|us)(?:\s(?:up|directly|here|there|anytime|any time|out|now|today))*\s?(?:at|on|@|via|as|:|-|–|—|→)?\s?[:(]?\s?(?P<handle>@(?=[\w.]*[^\W\d])\w(?:[\w.-]{1,38}\w))"
    r"|\bdms? (?:are |is )?(?:always )?open\W{1,4}(?P<open>@\w(?:[\w.-]{1,38}\w))"
    r"|\b(?:contacts?|my handle|handle|telega|reach)\s?(?:is|:|=|–|—|-)\s?(?P<label>@(?=[\w.]*[^\W\d])\w(?:[\w.-]{1,38}\w))"
)
_CUES = (
    (_EVERYWHERE_AFTER, re.compile(r"every|any|on all|across|on most|on the usual")),
    (_EVERYWHERE_BEFORE, re.compile(r"every|anywhere|same|one (?:nick|handle|user|tag)|on all|across")),
    (_NICK, re.compile(r"nick|ник|\bid\b|nik\b|handle|screen|alias|pseudo|apodo|user ?name")),
    (_BARE, re.compile("@")),
)
_NUMBER_ID = re.compile(r"(?<!\w)(?:qq|icq|uin)(?:\s?(?:id|no|number|号|#|uin))?\W{0,3}(?:is\W{0,2})?(?P<number>\d[\d -]{4,12}\d)(?!\w)")


def recogniser(words: Mapping[str, tuple[str, ...]]) -> Recogniser:
    """Finds messaging identifiers."""
    hosts, links = web(words)
    handles = shared_handles(words)
    schemes = "|".join(map(re.escape, words.get("messaging-schemes", ("skype", "tg"))))
    deep = re.compile(rf"(?<![\w.+-])(?:{schemes}):(?:/{{0,2}}[\w@.+:%-]{{2,80}}\?[\w=&%+.@:-]+|//[\w@.+:%/?=&#-]{{3,200}}|\+?\d[\d()-]{{6,20}})")

    def find(passage: Passage) -> Iterable[Identifier]:
        text = passage.folded.text
        for link in links.find(text, passage.start, passage.end):
            if hosts.role(link.host, link.path) == "messaging" and _reaches(text, link):
                yield Identifier("messaging", link.start, link.end, link.form)
        if ":" in text:
            for match in deep.finditer(text, passage.start, passage.end):
                if not match.group().startswith(("sms:", "callto:", "sip:", "facetime")) or "@" in match.group():
                    yield Identifier("messaging", *match.span(), "deep link")
                elif re.search(r"\d{6}", match.group()):
                    yield Identifier("messaging", *match.span(), "deep link")
        yield from _by_shape(passage, text, handles)
        for found in handles.find(passage):
            if found.name.group == "messaging":
                yield found.identifier("messaging")

    return find


def _reaches(text: str, link: Link) -> bool:
    """Whether the link leads to a person or a room: no bare host, no placeholder, no bot or community shown as work."""
    path = link.path.lstrip("/")
    first = re.split(r"[/?#]", path)[0]
    if (first in _NOWHERE and "?" not in path and "#" not in path and not link.host.endswith(".slack.com")) or _PLACEHOLDER.match(path):
        return False
    if link.host in ("t.me", "telegram.me") and re.search(r"bot(?:/|\?|$)", path) and not re.search(r"\b(?:me|us)\b", clause_before(text, link.start)):
        return False
    return not is_sample(text, link.start, link.end)


def _by_shape(passage: Passage, text: str, handles: Handles) -> Iterator[Identifier]:
    """User names that their shape or the words beside them give away, without a tool's name."""
    start, end = passage.start, passage.end
    if "live:" in text or ".cid." in text:
        for match in _LIVE.finditer(text, start, end):
            if re.search(r"\.cid\.|[\d_.]", match.group()[5:]) or "skype" in text[max(0, start - 200) : end]:
                yield Identifier("messaging", *match.span(), "shape")
    if "@" in text and ":" in text:
        for match in _MATRIX.finditer(text, start, end):
            yield Identifier("messaging", *match.span(), "shape")
    if "#" in text:
        for match in _TAG.finditer(text, start, end):
            near = text[max(0, match.start() - 60) : match.start()] + line_after(text, match.end(), 40)
            if not _NOT_A_TAG.fullmatch(match["name"]) and _TAG_CUE.search(near):
                yield Identifier("messaging", *match.span(), "shape")
    for pattern, hint in _CUES:
        if not hint.search(text, start, end):
            continue
        for match in pattern.finditer(text, start, end):
            group = next(name for name, value in match.groupdict().items() if value)
            place = match.start(group)
            if pattern is _BARE and any(name.group == "social" for name in handles.lexicon.find(text, max(start, place - 60), place)):
                continue
            if match[group].lstrip("@") not in handles.reserved and _is_nick(passage, match, group, pattern is _BARE):
                yield Identifier("messaging", *match.span(group), "cue")
    if "qq" in text or "icq" in text or "uin" in text:
        for match in _NUMBER_ID.finditer(text, start, end):
            yield Identifier("messaging", *match.span("number"), "number")


def _is_nick(passage: Passage, match: re.Match[str], group: str, bare: bool) -> bool:
    text, handle = passage.folded.text, match[group]
    begin, stop = match.span(group)
    source = passage.folded.source(begin, stop)
    written = passage.draft.text[source[0] : source[1]]
    camel = any(a.islower() and b.isupper() for a, b in zip(written, written[1:]))
    if passage.draft.layer_at(source[0]) is Layer.CODE or text[stop : stop + 1] in ("@", "/") or _REPOSITORY.search(clause_before(text, begin)):
        return False
    if handle.startswith("@"):
        return not (bare and is_sample(text, begin, stop))
    return bool(re.search(r"[_\d]|\w\.\w", handle)) and any(c.isalpha() for c in handle) or camel


