"""Links by which the writer is reached: forms, scheduling pages, rooms, hubs; and the writer's own site."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from linter.identifiers.base import Certainty, Identifier, Passage, Recogniser
from linter.identifiers.contact_page import Pages, is_shown
from linter.identifiers.patterns import lazy
from linter.identifiers.surroundings import clause_before
from linter.identifiers.url_hosts import Hosts
from linter.identifiers.urls import Link, web
from linter.identifiers.website import Judge

_NOWHERE = lazy(
    r"/?(?:(?:pricing|docs?|blog|features|help|login|log-in|signin|signup|sign-up|api|apis|integrations?|"
    r"terms|privacy|about(?:-us)?|support|careers|resources|templates|"
    r"developers?|download|products?|solutions|enterprise|apps?|status|security|legal|customers|partners)(?:[/?#].*)?)?"
)
_PLACEHOLDER = lazy(r"^[/@]*(?:your|user-?_?name|<|\{|\$|%7b|x{4,}|\.\.\.|…|handle|\[|link\b)")
_SERVICE = ("app", "my", "go", "get", "web", "info")  # the service's own, where a page below it may be somebody's
_ABOUT = ("api", "help", "docs", "support", "blog", "developers", "developer", "status", "learn", "community")
# A room to meet in is nobody's work sample.
_ROOM = lazy(
    r"(?:\w+\.)?(?:zoom|meet\.google|g\.co/meet|teams\.|whereby|appear\.in|meet\.jit|8x8|webex|goto|"
    r"meet\.goto|join\.me|bluejeans|meet\.zoho|vc\.|voov|telemost|meeting\.)"
)
_MEETING_ID = lazy(
    r"\b(?:zoom|meeting|webinar|room|pmi|personal meeting|conference|webex|gotomeeting|"
    r"teams)(?:\s(?:meeting|room|personal|call))?(?:\s(?:id|code|number|no|nr|access code|"
    r"kenncode))?\s?(?:is|:|=|#|–|—|-)?\s{0,2}(?P<id>\d{3}[ -]?\d{3,4}[ -]?\d{3,4})(?![\w-])"
)
_MEETING_WORD = lazy(r"zoom|meeting id|webinar id|pmi|personal meeting|passcode|pass code|meet|webex|kenncode")
_MEET_CODE = lazy(r"(?<![\w/.-])[a-z]{3}-[a-z]{4}-[a-z]{3}(?![\w-])")
_MEETING_DETAIL = lazy(r"\b(?:id|pmi|passcode|pass code|password|pwd|room|code|join|my)\b")
_MEET_CUE = lazy(r"\b(?:meet|code|room|join|meeting|call)\b")
_MINE = lazy(r"\b(?:my|our|on|via|me)\s\Z")
_AIRTABLE_FORM = lazy(r"/(?:shr|embed/shr|.{1,80}/form(?:[/?#]|$))")
_THEIRS = lazy(r"\b(?:your|client'?s?)\s(?:[\w'-]+\s){0,3}$")
_SLUG = lazy(
    r"\b(?:calendly|savvycal|tidycal|linktree|linktr|typeform|youcanbook|doodle)(?:\s(?:link|page|handle|"
    r"id|user(?:name)?|name|slug))?(?:\s?[:=/–—]\s?|\s(?:is|slash|as|at|under)\s:?|"
    r"\sid\s)/?(?P<slug>@?[a-z0-9][\w.-]*(?:/[\w-]+)?)"
)


def recogniser(words: Mapping[str, tuple[str, ...]]) -> Recogniser:
    """Finds contact links and own websites."""
    hosts, links = web(words)
    judge, pages = Judge(words, hosts), Pages(words)
    stop = frozenset(words.get("handle-stopwords", ()))

    def find(passage: Passage) -> Iterable[Identifier]:
        text = passage.folded.text
        found = links.find(text, passage.start, passage.end)
        contacts = {link.start: _contact(text, hosts, pages, link) for link in found}
        yield from filter(None, contacts.values())
        yield from _rooms(text, passage, stop)
        for link in found:
            if contacts[link.start] is None and (site := judge.website(passage, link, found)):
                yield replace(site, kind="link", form="contact page") if pages.named(link) else site

    return find


def _contact(text: str, hosts: Hosts, pages: Pages, link: Link) -> Identifier | None:
    """The link as one that takes contact data, an appointment or an application."""
    role, entry = hosts.entry(link.host, link.path)
    if _PLACEHOLDER.match(link.path.lstrip("/")):
        return None
    if role == "contact":
        return _service(text, link, entry)
    if role == "short":
        hidden = len(link.path) > 2 and not is_shown(text, link)
        return Identifier("link", link.start, link.end, "shortener", Certainty.POSSIBLE) if hidden else None
    if link.host == "airtable.com" and _AIRTABLE_FORM.match(link.path):
        return _service(text, link, "airtable.com")
    reserved = role == "sample" and link.host.endswith((".example.com", ".example.net", ".example.org"))
    return pages(text, link) if role in (None, "site") or reserved else None


def _service(text: str, link: Link, entry: str) -> Identifier | None:
    """The link as somebody's page on a service for forms, appointments, rooms, hubs or applications."""
    if _ROOM.match(entry):
        shown = bool(_THEIRS.search(clause_before(text, link.start)))
        form = "room"
    else:
        shown, form = is_shown(text, link), link.form
    return Identifier("link", link.start, link.end, form) if _leads_in(link, entry) and not shown else None


def _leads_in(link: Link, entry: str) -> bool:
    """Whether the address is somebody's page on the service rather than the service itself."""
    listed, _, prefix = entry.partition("/")
    if prefix:
        return len(link.path) > len(prefix) + 2 or prefix in ("webappng", "bookwithme")
    below = link.host.removesuffix(listed).rstrip(".")
    if below in _ABOUT:
        return False
    if below and below.split(".")[0] not in ("www", *_SERVICE):
        generic = len(link.path) > 1 and _NOWHERE.fullmatch(link.path)
        return not generic or link.path.startswith(("/careers", "/jobs"))
    return not _NOWHERE.fullmatch(link.path)


def _rooms(text: str, passage: Passage, stop: frozenset[str]) -> Iterator[Identifier]:
    """Meeting numbers and codes, and names on a scheduling service given without its host."""
    start, end = passage.start, passage.end
    if _MEETING_WORD.search(text, start, end):
        for match in _MEETING_ID.finditer(text, start, end):
            near = text[max(0, match.start() - 40) : match.end() + 60]
            if _MEETING_DETAIL.search(near) and _MEETING_WORD.search(near):
                yield Identifier("link", *match.span("id"), "meeting number")
        for match in _MEET_CODE.finditer(text, start, end):
            if _MEET_CUE.search(text, max(0, match.start() - 50), match.start()):
                yield Identifier("link", *match.span(), "meeting code")
    for match in _SLUG.finditer(text, start, end):
        slug = match["slug"].lstrip("@").rstrip(".-")
        own = _MINE.search(text, max(0, match.start() - 12), match.start())
        shaped = re.search(r"[\d/_]|\w\.\w|\w-\w" if own else r"[\d/_]|\w\.\w", slug) and not re.match(
            r"(?:ee|com|me)(?:/|$)", slug
        )
        if shaped and slug not in stop and slug.split("-")[0] not in stop:
            begin = match.start("slug")
            yield Identifier("link", begin, begin + len(match["slug"].rstrip(".-")), "slug")
