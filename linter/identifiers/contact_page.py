"""Whether a page on a host of its own takes contact data, an appointment or an application, by its path and what is said of it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from linter.identifiers.base import Identifier
from linter.identifiers.patterns import lazy
from linter.identifiers.phrases import Phrases
from linter.identifiers.surroundings import clause_after, clause_before, is_sample
from linter.identifiers.urls import Link

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
_YOUR_PAGE = lazy(r"\byour (?:[\w'-]+ ){0,2}(?:link|page|form|calendar|calendly|typeform|linktree|site)\b[^.!?]{0,20}$")
_TURNED_TO = lazy(
    r"\b(?:me|us|my|our|book|grab|pick|fill|join|schedule|apply|use|leave|submit|drop|get in touch|"
    r"request|contact|quote|brief|questionnaire|answers|put|using|slot|lock|reserve|waiting list|waitlist)\b"
)
_MADE = lazy(r"\b(?:built|made|created|designed|set up|client'?s?|customer'?s?)\b")
_ROOM = lazy(r"/l/meetup-join/|/(?:j|w|wc|s)/\d{9,11}(?!\d)")
# What one does to somebody's page rather than through it.
_TRIED = lazy(
    r"\b(?:test(?:ed|ing)?|fix(?:ed|ing)?|open(?:ed|ing)|tried|load(?:ed|ing)|ran|run|debug\w*|reproduc\w*|click(?:ed|ing)|crawl\w*|scan\w*"
    r"|submitted|monitor\w*|migrat\w*|bug|error|issue|routes?|nonce)\b(?: (?:on|in|at|of|through|with|your|their|the|page|form|under|for)){0,3}\s?\Z"
)
_MINE = lazy(
    r"\b(?:my|our|me|us|mine|here|please|mi|mis|nuestr[oa]|mon|ma|notre|moi|nous|mein|meine[rnm]?|unser\w*|uns|meu|minha|nosso|mio|mia|nostro"
    r"|mijn|ons|onze|moj[aei]?|min|mitt|var|мой|моя|мою|мне|наш\w*)\b|there's an?\b|[:→>]\s?\Z"
    r"|(?:^|[,:;] |\bor |\band |\bthen |\d\s)(?:just )?(?:book|fill|put|pick|grab|lock|take|reserve|apply|leave|drop|send|submit|choose|join|use|write"
    r"|say|tell|ask)\b|\byou (?:take|book|fill|choose|pick|leave)\b"
)
_SPLIT = lazy(r"[/?#]")
_CLOSE = 60  # characters before a link within which it is said what it is for


class Pages:
    """Tells such pages; made once from the word lists."""

    def __init__(self, words: Mapping[str, tuple[str, ...]]) -> None:
        self._paths = frozenset(words["contact-paths"])
        self._cues = Phrases(words["contact-page-cues"])

    def __call__(self, text: str, link: Link) -> Identifier | None:
        """The link as a page by which the writer is reached."""
        before = clause_before(text, link.start)
        if _TAKES.search(before) and not _SHOWING.search(before):
            return Identifier("link", link.start, link.end, "cue")
        path = bool(_CONTACT_PATH.match(link.path))
        hosted = _CONTACT_HOST.match(link.host) and (link.path or link.scheme)
        if not (link.path.strip("/") or hosted) or self._is_theirs(text, link, before):
            return None
        if path and not _WEAK_PATH.match(link.path):
            return Identifier("link", link.start, link.end, "contact page")
        around = clause_before(text, link.start, 200) + " " + clause_after(text, link.end, 60)
        if path or hosted or self.named(link):
            said = _USED.search(around) or self._cues.inside(around, 0, len(around))
            return Identifier("link", link.start, link.end, "contact page") if said else None
        if _ROOM.match(link.path):
            return Identifier("link", link.start, link.end, "room")
        near = self._cues.inside(before, len(before) - _CLOSE, len(before)) and _MINE.search(before)
        return Identifier("link", link.start, link.end, "cue") if near and not _SHOWING.search(before) else None

    def named(self, link: Link) -> bool:
        """Whether a part of the path says so: "/ecrivez-moi", "/boka/tid"."""
        parts = (re.sub(r"[-_]|\.(?:php|html?|aspx?)\Z", "", part) for part in _SPLIT.split(link.path)[1:4])
        return any(part in self._paths for part in parts)

    @staticmethod
    def _is_theirs(text: str, link: Link, before: str) -> bool:
        """Whether the page is spoken of as the client's, as work, or as something that fails."""
        return (
            _BROKEN.match(text[link.end : link.end + 60]) is not None
            or _TRIED.search(before) is not None
            or is_shown(text, link)
            or _THEIR_SITE.search(text[max(0, link.start - 300) : link.start]) is not None
        )


def is_shown(text: str, link: Link) -> bool:
    """Whether the link is a work sample or the client's own."""
    before = clause_before(text, link.start)
    if _PLUMBING.search(before) or _YOUR_PAGE.search(before):
        return True
    if _TURNED_TO.search(before) and not _MADE.search(before):
        return False
    return is_sample(text, link.start, link.end)
