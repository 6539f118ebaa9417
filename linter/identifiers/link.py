"""Links by which the writer is reached: forms, scheduling pages, rooms, hubs, application forms; and the writer's own site."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from linter.identifiers.base import Certainty, Identifier, Passage, Recogniser
from linter.identifiers.surroundings import clause_after, clause_before, is_sample
from linter.identifiers.urls import Hosts, Link, web
from linter.identifiers.website import Judge

_NOWHERE = re.compile(
    r"/?(?:(?:pricing|docs?|blog|features|help|login|log-in|signin|signup|sign-up|api|apis|integrations?|terms|privacy|about(?:-us)?|support|careers|resources|templates|"
    r"developers?|download|products?|solutions|enterprise|apps?|status|security|legal|customers|partners)(?:[/?#].*)?)?"
)
_PLACEHOLDER = re.compile(r"^[/@]*(?:your|user-?_?name|<|\{|\$|%7b|x{4,}|\.\.\.|…|handle|\[|link\b)")
_SERVICE = ("www", "app", "api", "help", "docs", "support", "blog", "developers", "developer", "status", "go", "get", "info", "web", "my")
_CONTACT_PATH = re.compile(
    r"/(?:[a-z]{2}(?:-[a-z]{2})?/)?(?:[\w-]{1,40}/){0,2}(?:contacts?|contact-?_?(?:us|me|form|page)?|contacto|contatti|contato|kontakt|kontakty|contactez(?:-?(?:nous|moi))?|nous-contacter|"
    r"iletisim|hubungi(?:-kami)?|get-?in-?touch|reach-?(?:out|us|me)|hire-?(?:me|us)?|work-?with-?(?:me|us)|lets-?(?:talk|chat|work|connect|go)|talk-?to-?us|"
    r"book(?:ing|ings|-?me|-?now|-?online)?|book-?a-?(?:call|demo|meeting|consultation|slot|session)|schedule(?:-?a?-?\w+)?|call|discovery(?:-?call)?|free-?(?:call|consult\w*|quote|audit|estimate)|"
    r"consult(?:ation)?|appointments?|meet(?:ing|-?me)?|meeting|calendar|(?:get|request|free)-?a?-?(?:quote|estimate|proposal|offer|callback|demo)|quotes?|quotation|estimate|anfrage|angebot|termin|devis|rdv|"
    r"presupuesto|orcamento|preventivo|apply(?:-?now|-?here)?|application|bewerben|bewerbung|join-?us|jobs?/apply|careers?/apply|inquir(?:y|e|ies)|enquir(?:y|e|ies)|intake|onboarding|brief|start-?(?:a-?)?(?:project|here)|"
    r"project-?(?:inquiry|request|planner|brief)|questionnaire|contact\.(?:php|html?|aspx?))/?(?:[\w-]{1,60}/?)?(?:[?#].*)?$"
)
_WEAK_PATH = re.compile(r"/(?:[a-z]{2}/)?(?:schedule|calendar|book|booking|bookings|apply|brief|call|meeting|meet|application|quotes?|estimate|jobs?/apply|onboarding|intake|consult(?:ation)?|appointments?|questionnaire|demo)(?:[/?#].*)?$")
_CONTACT_HOST = re.compile(r"(?:book|booking|bookings|calendar|schedule|scheduling|meet|meeting|meetings|call|contact|forms?|apply|careers|hire|talk|appointments?|termin|rdv|cal)\.[\w-]+\.[\w.]+$")
_USED = re.compile(
    r"\b(?:me|us|my|our|book|schedule|fill|submit|apply|reach|contact|use|grab|pick|slot|form|drop|send|leave|request|quote|appointment|call|join|calendar|hire|talk|start|brief|please|via|through|room|"
    r"contacto|contacta|reserva|agenda|escr[ií]b\w+|kontakt|termin|buch\w+|formular\w*|contactez|rendez|prenot\w+|запис\w+|форм\w+|anket\w+)\b"
)
_THEIR_SITE = re.compile(r"\b(?:your|their|the client'?s?|his|her) (?:[\w'-]+ ){0,3}?(?:site|website|web site|store|shop|page|pages|homepage|blog|domain|form|footer|menu|navigation|url|links?)\b")
_PLUMBING = re.compile(r"\b(?:redirect\w*|routes?|endpoints?|rewrit\w+|sitemap|crawl\w*|canonical|30[12]|404|broken|migrat\w+|their|client'?s?|customer'?s?) (?:[\w'-]+ ){0,4}$")
_BROKEN = re.compile(r"^\W{0,6}(?:→|->|=>|returns?|gives?|is|are|was|leads?|goes|ends|throws|shows|redirects?|responds?|loads?|still|has|does|doesn't|fails?)\W{0,4}(?:an? )?(?:\d{3}\b|404|broken|dead|error|missing|slow|empty|to\b|the old|unreachable|down|not|no\b|in\b)")
_MEETING_ID = re.compile(
    r"\b(?:zoom|meeting|webinar|room|pmi|personal meeting|conference|webex|gotomeeting|teams)(?:\s(?:meeting|room|personal|call))?(?:\s(?:id|code|number|no|nr|access code|kenncode))?\s?(?:is|:|=|#|–|—|-)?\s{0,2}(?P<id>\d{3}[ -]?\d{3,4}[ -]?\d{3,4})(?![\w-])"
)
_MEETING_WORD = re.compile(r"zoom|meeting id|webinar id|pmi|personal meeting|passcode|pass code|meet|webex|kenncode")
_MEET_CODE = re.compile(r"(?<![\w/.-])[a-z]{3}-[a-z]{4}-[a-z]{3}(?![\w-])")
_SLUG = re.compile(
    r"\b(?:calendly|savvycal|tidycal|linktree|linktr|typeform|youcanbook|doodle)(?:\s(?:link|page|handle|id|user(?:name)?|name|slug))?(?:\s?[:=/–—]\s?|\s(?:is|slash|as|at|under)\s:?|\sid\s)/?(?P<slug>@?[a-z0-9][\w.-]*(?:/[\w-]+)?)"
)


def recogniser(words: Mapping[str, tuple[str, ...]]) -> Recogniser:
    """Finds contact links and own websites."""
    hosts, links = web(words)
    judge = Judge(words, hosts)
    stop = frozenset(words.get("handle-stopwords", ()))

    def find(passage: Passage) -> Iterable[Identifier]:
        text = passage.folded.text
        found = links.find(text, passage.start, passage.end)
        for link in found:
            identifier = _contact(text, hosts, link) or judge.website(passage, link, found)
            if identifier:
                yield identifier
        yield from _rooms(text, passage, stop)

    return find


def _contact(text: str, hosts: Hosts, link: Link) -> Identifier | None:
    """The link as one that takes contact data, an appointment or an application."""
    role, entry = hosts.entry(link.host, link.path)
    if role in ("messaging", "social", "platform") or _PLACEHOLDER.match(link.path.lstrip("/")):
        return None
    if role == "contact":
        return Identifier("link", link.start, link.end, link.form) if _leads_in(link, entry) and not _shown(text, link) else None
    if role == "short":
        if len(link.path) < 3 or _shown(text, link):
            return None
        return Identifier("link", link.start, link.end, "shortener", Certainty.POSSIBLE)
    if link.host == "airtable.com" and re.match(r"/(?:shr|embed/shr|.{1,80}/form(?:[/?#]|$))", link.path):
        return Identifier("link", link.start, link.end, "form") if not _shown(text, link) else None
    if role == "sample":
        return None
    path = bool(_CONTACT_PATH.match(link.path))
    if not path and not (_CONTACT_HOST.match(link.host) and (link.path or link.scheme)):
        return None
    if _shown(text, link) or _BROKEN.match(text[link.end : link.end + 60]) or _THEIR_SITE.search(text[max(0, link.start - 300) : link.start]):
        return None
    weak = not path or bool(_WEAK_PATH.match(link.path))
    if weak and not _USED.search(clause_before(text, link.start, 200) + " " + clause_after(text, link.end, 60)):
        return None
    return Identifier("link", link.start, link.end, "contact page")


def _leads_in(link: Link, entry: str) -> bool:
    """Whether the address is somebody's page on the service rather than the service itself."""
    listed, _, prefix = entry.partition("/")
    if prefix:
        return len(link.path) > len(prefix) + 2 or prefix in ("webappng", "bookwithme")
    below = link.host.removesuffix(listed).rstrip(".")
    if below and below.split(".")[0] not in _SERVICE:
        return not (link.path and _NOWHERE.fullmatch(link.path) and len(link.path) > 1) or bool(re.match(r"/(?:careers|jobs)", link.path))
    return not _NOWHERE.fullmatch(link.path)


def _shown(text: str, link: Link) -> bool:
    """Whether the link is a work sample or the client's own."""
    before = clause_before(text, link.start)
    if _PLUMBING.search(before) or re.search(r"\byour (?:[\w'-]+ ){0,2}(?:link|page|form|calendar|calendly|typeform|linktree|site)\b[^.!?]{0,20}$", before):
        return True
    if re.search(r"\b(?:me|us|my|our|book|grab|pick|fill|join|schedule|apply|use|leave|submit|drop|get in touch|request|contact|quote|brief|questionnaire|answers)\b", before) and not re.search(r"\b(?:built|made|created|designed|set up|client'?s?|customer'?s?)\b", before):
        return False
    return is_sample(text, link.start, link.end)


def _rooms(text: str, passage: Passage, stop: frozenset[str]) -> Iterator[Identifier]:
    """Meeting numbers and codes, and names on a scheduling service given without its host."""
    start, end = passage.start, passage.end
    if _MEETING_WORD.search(text, start, end):
        for match in _MEETING_ID.finditer(text, start, end):
            near = text[max(0, match.start() - 40) : match.end() + 60]
            if re.search(r"\b(?:id|pmi|passcode|pass code|password|pwd|room|code|join|my)\b", near) and _MEETING_WORD.search(near):
                yield Identifier("link", *match.span("id"), "meeting number")
        for match in _MEET_CODE.finditer(text, start, end):
            if re.search(r"\b(?:meet|code|room|join|meeting|call)\b", text[max(0, match.start() - 50) : match.start()]) and match.group() not in stop:
                yield Identifier("link", *match.span(), "meeting code")
    for match in _SLUG.finditer(text, start, end):
        slug = match["slug"].lstrip("@").rstrip(".-")
        if slug in stop or not re.search(r"[\d/_-]|\w\.\w", slug) or re.fullmatch(r"(?:ee|com|me)(?:/.*)?", slug) or slug.split("-")[0] in stop:
            continue
        yield Identifier("link", match.start("slug"), match.start("slug") + len(match["slug"].rstrip(".-")), "slug")
