"""Whether an address of the web is given as the writer's own site, or as work, source or the client's."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from linter.draft import Layer
from linter.identifiers.base import Identifier, Passage
from linter.identifiers.surroundings import clause_after, clause_before, line_after, line_before
from linter.identifiers.urls import Hosts, Link

_DECOR = r"[\s*_~`\"'\[\]()<>|•·:=–—\-→➡»👉🔗🌐🌍🌏💻📌★✔✅▶.,]*"
# Someone else's, or one piece of work.
_OTHERS = re.compile(
    r"\b(?:your|yours|their|his|her|clients?|client's|customers?|customer's|competitors?|employer|former|previous|previously|past|"
    r"built|build|builds|rebuilt|made|created|designed|redesigned|developed|launched|migrated|coded|shipped|delivered|worked (?:on|with|for|at)|"
    r"saw|looked|looking at|visited|checked|browsed|noticed|found|audited|reviewed|tested|opened|read|came across|nosey|went through|"
    r"demos?|live|sample|samples|examples?|case|prototype|staging|preview|mvp|clone|recent|latest|last|projects?|apps?|web app|template|theme|"
    r"like|such as|including|similar|inspired|reference|references|e\.g|eg|ex|i\.e|via|using|scrap\w+|crawl\w*|from|data|source|sources|docs|documentation|tutorial|api|"
    r"login|log in|try it|see it|repo|repository|article|post|published in|featured (?:in|on)|tools?|hosted|deployed|endpoint|integrat\w+)\b"
)
_GAP_OTHERS = re.compile(
    r"\b(?:your|their|clients?|customers?|built|build|made|created|designed|redesigned|developed|launched|demos?|samples?|examples?|preview|staging|clone|like|such as|similar|e\.g|for|from|using)\b"
)
_ACT = re.compile(r"(?:^|[.!?]\s)\s*(?:please\s|just\s|simply\s|or\s)?(?:see|visit|check|check out|go to|head to|head over to|open|try|browse|google|look at|hop on|land on)\s" + _DECOR + "$")
_ACT_AFTER = re.compile(
    r"^[\s,]{0,3}(?:and|to|for|then|where you can|you can)\s(?:fill|contact|book|message|msg|get|send|hire|use|reach|write|drop|leave|order|schedule|talk|ping|see (?:more|my|our)|know|learn more|meet|find (?:me|us)|more (?:of|about))\b"
)
_STRONG_OTHERS = re.compile(r"\b(?:your|yours|their|his|her|clients?|client's|customers?|customer's|former|previous|ex)\b[^.!?\n]{0,40}$")
_VISIT = re.compile(
    r"\b(?:(?:visit|find|check|see|meet|discover|know|learn|read|hire|book|contact|reach|follow|catch|google|view|explore|browse|get)\s"
    r"(?:(?:us|me|about (?:me|us)|(?:all |some |more |examples )?(?:of )?(?:my|our) [\w ]{2,30})\b[^.!?\n]{0,45}(?:\b(?:at|on|here|in|via|through|under)\b|[:\-–—>→(])"
    r"|out (?:my|our|us)\b[^.!?\n]{0,30}|(?:more|details|further details|more details|more info\w*|full details|everything|examples|additional information)"
    r"(?: (?:about|of|on|from) (?:me|us|my|our|mine|what (?:i|we) do|how (?:i|we) work)\b[^.!?\n]{0,30})?\s?(?:at|on|here|via|under|in|:|-|–|—|→|>|\())"
    r"|you can (?:see|find|view|read|check|visit)(?: out)? (?:more|me|us|my|our|all|it all|everything)[^.!?\n]{0,45}"
    r"|(?:who|what|where) (?:we|i) (?:are|am|do)|about (?:me|us)|more (?:about|on|of) (?:me|us|my (?:work|services)|our (?:work|services))|(?:^|[.!?,(;–—-]\s?)more(?: info| details| work| samples| cases| here)?(?: at| on|:| →| here)|"
    r"(?:we|i|you)(?:'re|'ll| are| will)? (?:find (?:me|us|everything|it all) )?(?:live |based )?(?:at|under|on)|(?:my|our) (?:stuff|things|home|hub|writing|rates|reviews|prices|details|info|full story|cv|resume|profile)"
    r"[^.!?\n]{0,25}\b(?:lives?|is|are|sits?)?\s?(?:at|on|under|here)|"
    r"(?:visit|visita|visitez|visitate|besuchen sie|besuch|bezoek|odwiedź|посетите|заходите на|kunjungi)(?: (?:my|our|us|me))?(?: (?:at|on))?|"
    r"(?:written up|documented|collected|showcased|published|blog(?:ging)?|write|writing) (?:at|on|over at)|my (?:work|works|writing|projects|stuff|experiments|services|rates|cv|resume|cases|case studies)\b[^.!?\n]{0,40}\b(?:at|on|here|in)|"
    r"check (?:out )?(?:my|our) (?:work|works|portfolio|site|website|services)(?: \w+)?)" + _DECOR + "$"
)
_ROLE = re.compile(
    r"\b(?:(?:co-?)?founder|(?:co-?)?owner|proprietor|ceo|managing director|director|principal|partner|fundador|fundadora|gründer(?:in)?|inhaber(?:in)?|fondateur|fondatrice|основатель)"
    r"(?:\s?(?:of|at|@|,|&|and|ceo|/|de|da|do|von|bei|chez|-|–|—|:|\|)\s?){1,3}(?:the )?" + _DECOR + "$"
)
_INTRO = re.compile(
    r"(?:^|[.!?]\s)\W*(?:(?:hi|hey|hello|greetings)[\w ]{0,20}[,!.]?\s)?(?:i'm|i am|my name is|my name's|this is|we are|we're|name's)\s(?:(?!\bfor\b|\bat\b|\bwith\b|\bby\b)[\w,&'’ -]){2,60}[(,–—|-]\s*$"
)
_RUN = re.compile(r"\b(?:i|we) (?:also )?(?:run|own|operate|founded|co-?founded|started|started up|am behind|are behind|blog at|write at|blog on|trade as)(?: (?:the|a|an|my|our)(?: \w+){0,3})?" + _DECOR + "$")
_REPLY = re.compile(r"\b(?:msg|message|contact|reach|email|hire|write|book|order|get|talk to) (?:me|us|to me|in touch|directly)\b[^.!?\n]{0,40}\b(?:through|via|on|at|from|over)\b(?: (?:my|our))?" + _DECOR + "$")
_AFTER = re.compile(
    r"^[\s)\]*_`\"']{0,4}(?:[-–—,(:/|]\s?|is\s|was\s|that's\s|which is\s|are\s|=\s?|\s){0,3}(?:my|our)\s(?:\w+\s){0,3}?(?:own\s|personal\s)?"
    r"(?:site|website|web site|portfolio|blog|agency|company|studio|homepage|page|domain|web page|business|store|shop|home)s?\b"
)
_SIGN_OFF = re.compile(
    r"^\W*(?:best|kind|warm|many thanks|thanks|thank you|thx|cheers|regards|sincerely|yours|respectfully|greetings|all the best|best wishes|take care|looking forward|talk soon|"
    r"saludos|un saludo|atentamente|cordialmente|abraços|atenciosamente|cordialement|bien à vous|mit freundlichen|viele grüße|beste grüße|liebe grüße|gruß|с уважением|groeten|pozdrawiam|salam|terima kasih|salamat)\b"
)
_NAME_LINE = re.compile(r"^[\W_]*[^\W\d_][\w'’.-]*(?:\s+[^\W\d_][\w'’.-]*){0,4}[\W_]*$")
_ICON = re.compile(r"(?:🌐|🌍|🌏|🖥|💻|🔗)\ufe0f?\s*[*_]*$")
_PARTS = re.compile(r"[\s|•·,;/*_\[\]()–—-]+")
_HEADER = re.compile(r"(?:\bportfolio|\bmy (?:site|sites|website|websites|work|works|blog)|\bwebsites?|\bsee more|\bmore of my|\bfind (?:me|us)|\bvisit (?:me|us)|\bmy links?|портфолио|\bportafolio|\bportfólio|\bwebseite)\b")
_SAMPLE_PATH = re.compile(r"/(?:[\w-]+/)*(?:demos?|samples?|work-samples?|examples?|projects?|clients?|preview|staging|sandbox|test|api|admin|wp-admin|login|app|dashboard|docs?|download|article|articles|20\d\d)(?:/|$|\?)")
_NOT_OWN_TITLE = re.compile(r"\b(?:demo|sample|example|prototype|preview|live|app|project|article|repo|code|docs?|api|staging|client)\b")


class Judge:
    """Tells own sites from others."""

    def __init__(self, words: Mapping[str, tuple[str, ...]], hosts: Hosts) -> None:
        self._hosts = hosts
        self._products = frozenset(words.get("product-names", ()))
        self._word_domains = frozenset(words.get("word-domains", ()))
        nouns = "|".join(map(re.escape, sorted(words.get("site-words", ("site", "website")), key=len, reverse=True)))
        owns = "|".join(map(re.escape, sorted(words.get("own-words", ("my", "our")), key=len, reverse=True)))
        self._noun = re.compile(rf"(?<!\w)(?:{nouns})s?(?!\w)")
        self._own = re.compile(
            rf"(?<!\w)(?:{owns})\s(?:(?!client|customer|last|previous|former|old|recent|latest|favou?rite|demo|sample|project)[\w'’-]+\s){{0,4}}?(?:{nouns})s?(?!\w)(?P<gap>[^.!?\n]{{0,50}})$"
        )
        weak = ("domain", "url", "page", "work", "works", "journal", "practice", "firm", "shop", "store")
        nouns = "|".join(map(re.escape, sorted(set(words.get("site-words", ("site", "website"))).difference(weak), key=len, reverse=True)))
        self._label = re.compile(
            rf"(?:^|[|•·,;(\[/–—>★✔✅✓◆▪►●🔹🔸👉🌐🔗]|\s-|\band)\s*[*_\W]*(?:(?:{owns}|the|full|online|professional|personal|live|broader|more|company|agency|design|writing|dev|developer|web|project|projects|see|view|check|out)\s){{0,4}}"
            rf"(?:{nouns})s?(?:\s(?:link|url|site|website|address|page|here|is|at|portfolio|and blog|& blog))*[*_\s\"'\])]*(?:[:=→➡>–—|\]]|-{{1,2}}>?|\bis\b|\bat\b|\bhere\b)[\s\W]*$"
        )
        self._company = re.compile(rf"(?:^|[,;(|•]|[.!?]\s|\band)\s*(?:my\s|our\s)?(?:{nouns})\s?[:=]?\s*$")
        self._kept = re.compile(rf"\b(?:i|we)(?:'ve| have)? (?:also )?(?:keep|have|maintain|host|got|run|put|made) (?:an? |the |my |our |some )?(?:[\w-]+ ){{0,4}}(?:{nouns})\b[^.!?\n]{{0,25}}$")

    def website(self, passage: Passage, link: Link, links: Sequence[Link]) -> Identifier | None:
        """The link as the writer's own site; nothing when it is somebody else's, a product's or a piece of work."""
        text = passage.folded.text
        role = self._hosts.role(link.host, link.path)
        if role not in (None, "site") or not self._plausible(passage, link, role):
            return None
        form = self._own_form(passage, text, link, links)
        return Identifier("website", link.start, link.end, form) if form else None

    def _plausible(self, passage: Passage, link: Link, role: str | None) -> bool:
        draft = passage.draft
        start, end = passage.folded.source(link.start, link.end)
        if draft.layer_at(start) is Layer.CODE or (role == "site" and link.host in self._hosts) or link.host in ("github.io",):
            return False
        if not link.scheme and (link.host in self._products or "." + link.host.split(".", 1)[1] in (".js",)):
            return False
        text = passage.folded.text
        if _SAMPLE_PATH.match(link.path) or text.startswith(("'s ", "@"), link.end) or _MATRIX.search(text, max(0, link.start - 50), link.start):
            return False
        if link.bare:
            source = draft.text[start:end]
            last = source.rsplit(".", 1)[-1]
            # A missing blank after a full stop: "needs.My"; a host is written in one case throughout, or capitalised.
            if last[:1].isupper() and not source.isupper() and not source.replace(".", "").istitle():
                return False
            if last[:1].isupper() and not source.isupper():
                return False
        return True

    def _own_form(self, passage: Passage, text: str, link: Link, links: Sequence[Link]) -> str | None:
        before, after = clause_before(text, link.start), clause_after(text, link.end)
        if link.form in ("bracketed", "spelled", "spaced") and _MAIL.search(before) and not _HOME_AT.search(before):
            return None
        if link.form == "literal" and passage.draft.layer_at(passage.folded.source(link.start, link.end)[0]) is Layer.TARGET:
            title = re.search(r"\[([^\[\]\n]{1,80})\]\($", text[max(0, link.start - 90) : link.start])
            if title and _NOT_OWN_TITLE.search(title[1]) and not self._noun.search(title[1]):
                return None
        if link.bare and link.host.rsplit(".", 1)[-1] in self._word_domains and self._noun.fullmatch(link.host.split(".")[0]):
            return None
        if re.search(rf"\byour\b[^.!?\n]{{0,40}}$", before):
            return None
        own = self._own.search(before)
        if own and not _GAP_OTHERS.search(own["gap"]) and not _STRONG_OTHERS.search(before[: own.start()] + " " if own.start() else ""):
            return "cue"
        line = line_before(text, link.start)
        if _ICON.search(line):
            return "icon"
        tail = before[-100:]
        if _ROLE.search(tail):
            return "cue"
        if self._company.search(line) and line.strip() and link.path.count("/") < 2:
            return "cue"
        if len(tail) < 30:
            tail = line[-80:]
        if not _OTHERS.search(tail):
            if self._label.search(line) or self._kept.search(tail) or _ROLE.search(tail) or _RUN.search(tail) or _VISIT.search(tail) or _REPLY.search(tail):
                return None if self._is_list(text, link, links, line) else "cue"
        elif (label := self._label.search(line)) and not _OTHERS.search(label.group()):
            return None if self._is_list(text, link, links, line) else "cue"
        elif _VISIT.search(tail) and not _STRONG_OTHERS.search(tail) and re.search(r"\b(?:my|our|me|us)\b", tail):
            return None if self._is_list(text, link, links, line) else "cue"
        if _ACT.search(before) and _ACT_AFTER.match(after):
            return "cue"
        if self._introduced(passage, text, link, before):
            return "name"
        if _AFTER.match(after) and not _STRONG_OTHERS.search(before):
            return "cue"
        if link.form in ("bracketed", "spelled") and not _MAIL.search(before) and "@" not in before and not _OTHERS.search(before) and not _THREAT.search(text[max(0, link.start - 200) : link.end + 100]):
            return link.form
        if self._signature(passage, text, link):
            return "signature"
        if self._header(text, link, links):
            return "list"
        return None

    def _is_list(self, text: str, link: Link, links: Sequence[Link], line: str) -> bool:
        """Whether the address stands in a list of several sites: work rather than a home."""
        if re.search(r"\b(?:my|our|personal|own|company|agency)\s(?:\w+\s)?(?:site|website|portfolio|page|blog|agency|company|studio|homepage)\b", line[-60:]):
            return False
        near = {i.host for i in links if abs(i.start - link.start) < 400 and self._hosts.role(i.host, i.path) in (None, "site") and i.host not in self._products}
        return len(near) >= 3

    def _introduced(self, passage: Passage, text: str, link: Link, before: str) -> bool:
        """Whether the writer's name stands right before: "I'm Mira, brand designer (mirakovac.design)", "Mira Kovac | mirakovac.design"."""
        if _OTHERS.search(before) or link.path.count("/") > 1:
            return False
        if _INTRO.search(before):
            return True
        line = line_before(text, link.start, 100)
        if not re.search(r"[|·•–—-]\s*$", line) or len(line.split()) > 9:
            return False
        label = re.sub(r"[^a-z0-9]", "", link.host.rsplit(".", 1)[0])
        names = [word for word in re.split(r"\W+", line) if len(word) > 3 and word in label]
        start = passage.folded.source(link.start, link.end)[0]
        head = passage.draft.text[max(0, start - 60) : start]
        opens = not text[: link.start - len(line)].strip() or not text[link.end + len(line_after(text, link.end)) :].strip()
        return opens and any(name.capitalize() in head or name.upper() in head for name in names)

    def _signature(self, passage: Passage, text: str, link: Link) -> bool:
        """Whether the address stands alone in the last lines, below a greeting or the writer's name."""
        line = line_before(text, link.start, 200)
        rest = line_after(text, link.end, 200)
        if not self._only_contacts(line) or not self._only_contacts(rest):
            return False
        if len(text[link.end :].strip()) > 250 or text[link.end : link.end + 400].strip().count("\n") > 5:
            return False
        above = [row.strip() for row in text[max(0, link.start - len(line) - 260) : link.start - len(line)].split("\n") if row.strip()][-5:]
        if line.strip(" *_|-–—•·") and _NAME_LINE.match(line.split("|")[0]) and above and _SIGN_OFF.match(above[-1]):
            return True
        if not above:
            return False
        if any(_SIGN_OFF.match(row) and len(row) < 60 for row in above):
            return True
        start = passage.folded.source(link.start, link.end)[0]
        rows = [row.strip() for row in passage.draft.text[max(0, start - len(line) - 160) : start - len(line)].split("\n") if row.strip()]
        if not rows:
            return False
        words = [word for word in re.split(r"\W+", rows[-1]) if word]
        titled = 1 < len(words) <= 4 and all(word[0].isupper() for word in words) and _NAME_LINE.match(rows[-1])
        return bool(titled) and any(len(word) > 3 and word.lower() in link.host for word in words)

    def _only_contacts(self, line: str) -> bool:
        """Whether a line holds nothing but addresses, a name, a number, labels."""
        words = [part for part in _PARTS.split(line) if part]
        plain = [part for part in words if part.isalpha() and not self._noun.fullmatch(part.rstrip(":").lower())]
        return len(plain) <= 4

    def _header(self, text: str, link: Link, links: Sequence[Link]) -> bool:
        """Whether the address is an item of a short list headed "My portfolio:" or "You can see more:"."""
        line = line_before(text, link.start)
        if re.search(r"\w", line) or re.search(r"\w{3}", line_after(text, link.end, 60)):
            return False
        head = ""
        for row in reversed(text[max(0, link.start - len(line) - 300) : link.start - len(line)].split("\n")):
            bare = row.strip()
            if bare and not re.match(r"^\W*(?:https?://|www\.)?[\w-]+(?:\.[\w-]+)+(?:/\S*)?\W*$", bare):
                head = bare
                break
        if not head or len(head) > 120 or not (head.rstrip("*_ ").endswith(":") or head.startswith("#")) or _STRONG_OTHERS.search(head):
            return False
        if not (_HEADER.search(head) or self._own.search(head.rstrip("*_ :"))) or re.search(r"\b(?:projects?|clients?|live|built|recent|demos?|examples?|samples?)\b", head):
            return False
        near = {i.host for i in links if abs(i.start - link.start) < 300 and self._hosts.role(i.host, i.path) in (None, "site")}
        return len(near) <= 2


_MATRIX = re.compile(r"@[\w.=/-]{1,40}:\Z")
_HOME_AT = re.compile(r"\b(?:is|it's|us|me|are|found|live|lives|look|out|work|works|website|site|up|visit|here|portfolio|blog|more|hosted|online)\sat\W*$")
_MAIL = re.compile(r"(?:\bat|@|[\[({<]\s?at\s?[\])}>]|arroba|chez|ät|собака|arobas\w*|klammeraffe|mail\w*|gmail|then)\W*$")
_THREAT = re.compile(r"\b(?:malware|phish\w*|ioc|iocs|c2|malicious|threat|suspicious|spam|blocklist|sinkhole|defang\w*|regex|csp|allowlist|whitelist)\b")
