"""Links by which the writer is reached: forms, scheduling pages, rooms, hubs; and the writer's own site."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from linter.identifiers.base import Certainty, Identifier, Passage, Recogniser
from linter.identifiers.patterns import lazy
from linter.identifiers.surroundings import clause_after, clause_before, is_sample
from linter.identifiers.urls import Hosts, Link, web
from linter.identifiers.website import Judge

_NOWHERE = lazy(
    r"/?(?:(?:pricing|docs?|blog|features|help|login|log-in|signin|signup|sign-up|api|apis|integrations?|"
    r"terms|privacy|about(?:-us)?|support|careers|resources|templates|"
    r"developers?|download|products?|solutions|enterprise|apps?|status|security|legal|customers|partners)(?:[/?#].*)?)?"
)
_PLACEHOLDER = lazy(r"^[/@]*(?:your|user-?_?name|<|\{|\$|%7b|x{4,}|\.\.\.|…|handle|\[|link\b)")
_SERVICE = ("app", "my", "go", "get", "web", "info")  # the service's own, where a page below it may be somebody's
_ABOUT = ("api", "help", "docs", "support", "blog", "developers", "developer", "status", "learn", "community")
_CONTACT_PATH = lazy(
    r"/(?:[a-z]{2}(?:-[a-z]{2})?/)?(?:[\w-]{1,40}/){0,2}(?:contacts?|contact-?_?(?:us|me|form|page)?|"
    r"contacto|contatti|contato|kontakt|kontakty|contactez(?:-?(?:nous|moi))?|nous-contacter|"
    r"iletisim|hubungi(?:-kami)?|get-?in-?touch|reach-?(?:out|us|me)|hire-?(?:me|us)?|work-?with-?(?:me|"
    r"us)|lets-?(?:talk|chat|work|connect|go)|talk-?to-?us|"
    r"book(?:ing|ings|-?me|-?now|-?online)?|book-?a-?(?:call|demo|meeting|consultation|slot|session)|"
    r"schedule(?:-?a?-?\w+)?|call|discovery(?:-?call)?|free-?(?:call|consult\w*|quote|audit|estimate)|"
    r"consult(?:ation)?|appointments?|meet(?:ing|-?me)?|meeting|calendar|(?:get|request|"
    r"free)-?a?-?(?:quote|estimate|proposal|offer|callback|demo)|quotes?|quotation|estimate|anfrage|"
    r"angebot|termin|devis|rdv|"
    r"presupuesto|orcamento|preventivo|apply(?:-?now|-?here)?|application|bewerben|bewerbung|join-?us|"
    r"jobs?/apply|careers?/apply|inquir(?:y|e|ies)|enquir(?:y|e|ies)|intake|onboarding|brief|"
    r"start-?(?:a-?)?(?:project|here)|"
    r"project-?(?:inquiry|request|planner|brief)|questionnaire|contact\.(?:php|html?|"
    r"aspx?))/?(?:[\w-]{1,60}/?)?(?:[?#].*)?$"
)
_WEAK_PATH = lazy(
    r"/(?:[a-z]{2}/)?(?:schedule|calendar|book|booking|bookings|apply|brief|call|meeting|meet|application|"
    r"quotes?|estimate|jobs?/apply|onboarding|intake|consult(?:ation)?|appointments?|questionnaire|"
    r"demo)(?:[/?#].*)?$"
)
_CONTACT_HOST = lazy(
    r"(?:book|booking|bookings|calendar|schedule|scheduling|meet|meeting|meetings|call|contact|forms?|"
    r"apply|careers|hire|talk|appointments?|termin|rdv|cal)\.[\w-]+\.[\w.]+$"
)
_USED = lazy(
    r"\b(?:me|us|my|our|book|schedule|fill|submit|apply|reach|contact|use|grab|pick|slot|form|drop|send|"
    r"leave|request|quote|appointment|call|join|calendar|hire|talk|start|brief|please|via|through|room|"
    r"contacto|contacta|reserva|agenda|escr[ií]b\w+|kontakt|termin|buch\w+|formular\w*|contactez|rendez|"
    r"prenot\w+|запис\w+|форм\w+|anket\w+)\b"
)
_THEIR_SITE = lazy(
    r"\b(?:your|their|the client'?s?|his|her) (?:[\w'-]+ ){0,3}?(?:site|website|web site|store|shop|page|"
    r"pages|homepage|blog|domain|form|footer|menu|navigation|url|links?)\b"
)
# A room to meet in is nobody's work sample.
_ROOM = lazy(
    r"(?:\w+\.)?(?:zoom|meet\.google|g\.co/meet|teams\.|whereby|appear\.in|meet\.jit|8x8|webex|goto|"
    r"meet\.goto|join\.me|bluejeans|meet\.zoho|vc\.|voov|telemost|meeting\.)"
)
# What the writer says the page takes, whatever its host.
_TAKES = lazy(
    r"\b(?:book|schedule|reserve|grab|pick|choose|take)\b[^.!?\n]{0,40}\b(?:slot|call|time|meeting|"
    r"session|consult\w*|appointment|spot|date|under|here|online)\b[^.!?\n]{0,25}$"
    r"|\b(?:fill|complete|submit)\b[^.!?\n]{0,40}\b(?:form|questionnaire|survey|brief|intake|application|"
    r"details)\b[^.!?\n]{0,30}$"
    r"|\b(?:choose|pick|grab|reserve|select|take) (?:(?:a|an|any|your|the|one|free|of|own|open|best|next|half|my|\w+ing) ){1,4}(?:half hour|hour|"
    r"window|day|slots?)\b[^.!?\n]{0,30}$"
    r"|\b(?:reserve|book|block) (?:yourself )?(?:\d+|fifteen|twenty|thirty|half an|a quarter of an) ?(?:min\w*|hour)\b[^.!?\n]{0,20}$"
    r"|\b(?:put|write|pencil|squeeze) (?:yourself|your name) (?:in|into|on|down)\b[^.!?\n]{0,30}$"
    r"|\b(?:answer|fill)\b[^.!?\n]{0,20}\bquestions\b[^.!?\n]{0,20}\b(?:at|here|on|under):?\s?$"
    r"|\b(?:sign up|register|enroll?|put your name down) for (?:a |an |my |our |your )?(?:(?:free|first|trial|short|quick|intro\w*) ){0,3}"
    r"(?:session|call|chat|consult\w*|trial|lesson|class|audit|talk|interview|waiting list|slot)[^.!?\n]{0,20}$"
    r"|\b(?:my|our) (?:\w+ )?(?:room|door) (?:is|stays) (?:always |usually |now )?open\b[^.!?\n]{0,20}$"
    r"|\b(?:my|our) (?:public |online |google |own |personal )?(?:calendar|diary|agenda|scheduler|free slots|booking page|booking link|"
    r"scheduling page|contact form|contact page|intake form|order form|inquiry form|enquiry form|"
    r"application form|quote form|meeting room|zoom room|video room|virtual office|office hours|"
    r"meeting link)\b[^.!?\n]{0,40}$|\b(?:virtual office|contact form|booking page|quotation request|scheduler|scheduling link|client intake|intake|intake form|onboarding form|"
    r"questionnaire|calendar link|booking link|meeting link|free slots|open slots|free slots here|my free hours|"
    r"book a call|book me)\s?[:(→–—-]?\s?$"
)
_SHOWING = lazy(
    r"\b(?:built|build|made|created|designed|developed|set up|client'?s?|customer'?s?|your|their|example|"
    r"demo|sample|like|for a|test\w*|audit\w*|fix\w*|redirect\w*|screenshot)\b"
)
_PLUMBING = lazy(
    r"\b(?:redirect\w*|routes?|endpoints?|rewrit\w+|sitemap|crawl\w*|canonical|30[12]|404|broken|"
    r"migrat\w+|their|client'?s?|customer'?s?) (?:[\w'-]+ ){0,4}$"
)
_BROKEN = lazy(
    r"^\W{0,6}(?:→|->|=>|returns?|gives?|is|are|was|leads?|goes|ends|throws|shows|redirects?|responds?|"
    r"loads?|still|has|does|doesn't|fails?)\W{0,4}(?:an? )?(?:\d{3}\b|404|broken|dead|error|missing|slow|"
    r"empty|to\b|the old|unreachable|down|not|no\b|in\b)"
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
_YOUR_PAGE = lazy(r"\byour (?:[\w'-]+ ){0,2}(?:link|page|form|calendar|calendly|typeform|linktree|site)\b[^.!?]{0,20}$")
_TURNED_TO = lazy(
    r"\b(?:me|us|my|our|book|grab|pick|fill|join|schedule|apply|use|leave|submit|drop|get in touch|"
    r"request|contact|quote|brief|questionnaire|answers)\b"
)
_MADE = lazy(r"\b(?:built|made|created|designed|set up|client'?s?|customer'?s?)\b")
_SLUG = lazy(
    r"\b(?:calendly|savvycal|tidycal|linktree|linktr|typeform|youcanbook|doodle)(?:\s(?:link|page|handle|"
    r"id|user(?:name)?|name|slug))?(?:\s?[:=/–—]\s?|\s(?:is|slash|as|at|under)\s:?|"
    r"\sid\s)/?(?P<slug>@?[a-z0-9][\w.-]*(?:/[\w-]+)?)"
)


def recogniser(words: Mapping[str, tuple[str, ...]]) -> Recogniser:
    """Finds contact links and own websites."""
    hosts, links = web(words)
    judge = Judge(words, hosts)
    stop = frozenset(words.get("handle-stopwords", ()))

    def find(passage: Passage) -> Iterable[Identifier]:
        text = passage.folded.text
        found = links.find(text, passage.start, passage.end)
        contacts = {link.start: _contact(text, hosts, link) for link in found}
        yield from filter(None, contacts.values())
        yield from _rooms(text, passage, stop)
        for link in found:
            if contacts[link.start] is None and (site := judge.website(passage, link, found)):
                yield site

    return find


def _contact(text: str, hosts: Hosts, link: Link) -> Identifier | None:
    """The link as one that takes contact data, an appointment or an application."""
    role, entry = hosts.entry(link.host, link.path)
    if _PLACEHOLDER.match(link.path.lstrip("/")):
        return None
    if role == "contact":
        return _service(text, link, entry)
    if role == "short":
        hidden = len(link.path) > 2 and not _is_shown(text, link)
        return Identifier("link", link.start, link.end, "shortener", Certainty.POSSIBLE) if hidden else None
    if link.host == "airtable.com" and _AIRTABLE_FORM.match(link.path):
        return _service(text, link, "airtable.com")
    return _page(text, link) if role in (None, "site") else None


def _service(text: str, link: Link, entry: str) -> Identifier | None:
    """The link as somebody's page on a service for forms, appointments, rooms, hubs or applications."""
    if _ROOM.match(entry):
        shown = bool(_THEIRS.search(clause_before(text, link.start)))
        form = "room"
    else:
        shown, form = _is_shown(text, link), link.form
    return Identifier("link", link.start, link.end, form) if _leads_in(link, entry) and not shown else None


def _page(text: str, link: Link) -> Identifier | None:
    """The link as a contact page on a host of its own."""
    before = clause_before(text, link.start)
    if _TAKES.search(before) and not _SHOWING.search(before):
        return Identifier("link", link.start, link.end, "cue")
    path = bool(_CONTACT_PATH.match(link.path))
    if not path and not (_CONTACT_HOST.match(link.host) and (link.path or link.scheme)):
        return None
    broken = _BROKEN.match(text[link.end : link.end + 60])
    if broken or _is_shown(text, link) or _THEIR_SITE.search(text[max(0, link.start - 300) : link.start]):
        return None
    around = clause_before(text, link.start, 200) + " " + clause_after(text, link.end, 60)
    weak = not path or _WEAK_PATH.match(link.path)
    return None if weak and not _USED.search(around) else Identifier("link", link.start, link.end, "contact page")


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


def _is_shown(text: str, link: Link) -> bool:
    """Whether the link is a work sample or the client's own."""
    before = clause_before(text, link.start)
    if _PLUMBING.search(before) or _YOUR_PAGE.search(before):
        return True
    if _TURNED_TO.search(before) and not _MADE.search(before):
        return False
    return is_sample(text, link.start, link.end)


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
