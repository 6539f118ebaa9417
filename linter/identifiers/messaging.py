"""IDs, user names, invites and deep links of chat and call tools."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from linter.identifiers.base import Identifier, Passage, Recogniser
from linter.identifiers.handles import shared
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
_NUMBER_ID = lazy(
    r"(?<!\w)(?:qq|icq|uin)(?:\s?(?:id|no|number|号|#|uin))?\W{0,3}(?:is\W{0,2})?(?P<number>\d[\d -]{4,12}\d|[\d零一二三四五六七八九两幺]{5,12})(?!\w)"
)
_KEY = lazy(r"(?<!\w)(?:05[0-9a-f]{64}|npub1[0-9a-z]{58})(?!\w)")  # of Session, Nostr


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
        yield from _by_shape(passage, text)
        for found in handles.find(passage):
            if found.group == "messaging":
                yield found.identifier()

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


def _by_shape(passage: Passage, text: str) -> Iterator[Identifier]:
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
    yield from (Identifier("messaging", *match.span(), "shape") for match in _KEY.finditer(text, start, end))
    for match in _NUMBER_ID.finditer(text, start, end) if has(text, start, end, "qq", "icq", "uin") else ():
        yield Identifier("messaging", *match.span("number"), "number")
