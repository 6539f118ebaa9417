"""Whether an address of the web is given as the writer's own site, or as work, source or the client's."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from linter.draft import Layer
from linter.identifiers import own_site, signature
from linter.identifiers import website_cues as cues
from linter.identifiers.base import Identifier, Passage
from linter.identifiers.patterns import lazy
from linter.identifiers.surroundings import clause_after, clause_before, line_after, line_before
from linter.identifiers.urls import Hosts, Link

# A noun that is as often somebody else's: "my work", "shop: …".
_WEAK = frozenset(
    ("domain", "url", "page", "work", "works", "journal", "practice", "firm", "shop", "store", "catalogue", "catalog")
)


@dataclass(frozen=True)
class _Case:
    """A link in its surroundings; `others` are the hosts of the other sites nearby."""

    passage: Passage
    link: Link
    others: frozenset[str]

    @property
    def text(self) -> str:
        return self.passage.folded.text

    @cached_property
    def before(self) -> str:
        return clause_before(self.text, self.link.start)

    @cached_property
    def after(self) -> str:
        return clause_after(self.text, self.link.end)

    @cached_property
    def line(self) -> str:
        return line_before(self.text, self.link.start)

    @cached_property
    def tail(self) -> str:
        """The last words before the link; those of the clause before it too where its own clause is short."""
        return self.before[-100:] if len(self.before) >= 30 else self.line[-80:]


class Judge:
    """Tells own sites from others."""

    def __init__(self, words: Mapping[str, tuple[str, ...]], hosts: Hosts) -> None:
        self._hosts = hosts
        self._products = frozenset(words.get("product-names", ()))
        self._word_domains = frozenset(words.get("word-domains", ()))
        nouns = sorted(words.get("site-words", ("site", "website")), key=len, reverse=True)
        anything = "|".join(map(re.escape, nouns))
        homes = "|".join(re.escape(noun) for noun in nouns if noun not in _WEAK)
        owns = "|".join(map(re.escape, sorted(words.get("own-words", ("my", "our")), key=len, reverse=True)))
        self._noun = lazy(rf"(?<!\w)(?:{anything})s?(?!\w)")
        self._own = lazy(
            rf"(?<!\w)(?:{owns})\s(?:(?!client|customer|last|previous|former|old|recent|latest|favou?rite|demo|sample|"
            rf"project)[\w'’-]+\s){{0,4}}?(?:{anything})s?(?!\w)(?P<gap>[^.!?\n]{{0,50}})$"
        )
        self._label = lazy(
            rf"(?:^|[|•·,;(\[/–—>★✔✅✓◆▪►●🔹🔸👉🌐🔗]|\s-|\band)\s*[*_\W]*(?:(?:{owns}|the|full|online|professional|"
            r"personal|live|broader|more|company|agency|design|writing|dev|developer|web|project|projects|see|"
            r"view|check|out)\s){0,4}"
            rf"(?:{homes})s?(?:\s(?:link|url|site|website|address|page|here|is|at|on|portfolio|and blog|"
            r"& blog)|\s[&+]\s\w+)*(?:\s\([^()\n]{1,30}\))?[*_\s\"'\])]*(?:[:=→➡>–—|\]👉☞]|-{1,2}>?|\bis\b|\bat\b|\bon\b|"
            r"\bunder\b|\bhere\b)[\s\W]*$"
        )
        self._company = lazy(rf"(?:^|[,;(|•]|[.!?]\s|\band)\s*(?:my\s|our\s)?(?:{homes})\s?[:=]?\s*$")
        self._kept = lazy(
            rf"\b(?:i|we)(?:'ve| have)? (?:also )?(?:keep|have|maintain|host|got|run|put|made|write|publish|"
            rf"edit) (?:an? |the |my |our |"
            rf"some )?(?:[\w-]+ ){{0,4}}(?:{homes})\b[^.!?\n]{{0,25}}$"
        )

    def website(self, passage: Passage, link: Link, links: Sequence[Link]) -> Identifier | None:
        """The link as the writer's own site; nothing when it is somebody else's, a product's or a piece of work."""
        role = self._hosts.role(link.host, link.path)
        if role not in (None, "site") or not self._is_site(passage, link, role):
            return None
        near = (other for other in links if abs(other.start - link.start) < 400)
        others = frozenset(other.host for other in near if self._is_unknown(other))
        form = self._form(_Case(passage, link, others))
        return Identifier("website", link.start, link.end, form) if form else None

    def _is_unknown(self, link: Link) -> bool:
        return self._hosts.role(link.host, link.path) in (None, "site") and link.host not in self._products

    def _is_site(self, passage: Passage, link: Link, role: str | None) -> bool:
        """Whether the address can be a site at all: no product, file, demonstration, code or missing blank."""
        start, end = passage.folded.source(link.start, link.end)
        shared = role == "site" and link.host in self._hosts and "/" not in self._hosts.entry(link.host, link.path)[1]
        product = not link.scheme and link.host in self._products
        if shared or product or passage.draft.layer_at(start) is Layer.CODE:
            return False
        text = passage.folded.text
        if cues.SAMPLE_PATH.match(link.path) or text.startswith(("'s ", "@"), link.end):
            return False
        if cues.MATRIX.search(text, max(0, link.start - 50), link.start):
            return False
        source = passage.draft.text[start:end]
        # A missing blank after a full stop: "needs.My".
        return not (link.bare and source.rsplit(".", 1)[-1][:1].isupper() and not source.isupper())

    def _form(self, case: _Case) -> str | None:
        """How the site is known as the writer's own."""
        if self._is_ruled_out(case):
            return None
        own = self._owned(case)
        if own is not None:
            return "cue" if own else None
        if cues.ICON.search(case.line):
            return "icon"
        if cues.ROLE.search(case.before[-100:]) or self._is_company(case):
            return "cue"
        if self._is_introduced(case):
            return None if self._is_listed(case) else "cue"
        return self._further_form(case)

    def _further_form(self, case: _Case) -> str | None:
        """How the site is known by what stands further off."""
        forms = {
            "cue": self._is_told,
            "said": self._is_said,
            "name": self._is_named,
            case.link.form: self._is_disguised,
            "signature": lambda case: signature.signs(case.passage, case.link, self._noun),
            "list": self._is_headed,
        }
        return next((form for form, holds in forms.items() if holds(case)), None)

    def _is_ruled_out(self, case: _Case) -> bool:
        link = case.link
        mail = cues.MAIL.search(case.before) and not cues.HOME_AT.search(case.before)
        if link.form in ("bracketed", "spelled", "spaced", "torn", "encoded") and mail:
            return True
        if link.form == "torn" and not (self._own.search(case.before) or self._label.search(case.line)):
            return True
        if link.bare and self._is_word(link) and self._noun.fullmatch(link.host.split(".")[0]):
            return True  # "my site.now"
        if case.passage.draft.layer_at(case.passage.folded.source(link.start, link.end)[0]) is Layer.TARGET:
            title = cues.TITLE.search(case.text, max(0, link.start - 90), link.start)
            if title and cues.NOT_OWN_TITLE.search(title[1]) and not self._noun.search(title[1]):
                return True
        return bool(cues.YOURS.search(case.before))

    def _is_word(self, link: Link) -> bool:
        return link.host.rsplit(".", 1)[-1] in self._word_domains

    def _owned(self, case: _Case) -> bool | None:
        """Whether "my site" or the like leads to the link; nothing when no such words stand there."""
        own = self._own.search(case.before)
        if own is None or cues.GAP_OTHERS.search(own["gap"]):
            return None
        if own.start() and cues.STRONG_OTHERS.search(case.before[: own.start()] + " "):
            return None
        return not (cues.LOOSE.search(own.group()) and len(case.others) >= 3)

    def _is_company(self, case: _Case) -> bool:
        short = bool(case.line.strip()) and case.link.path.count("/") < 2
        return short and bool(self._company.search(case.line))

    def _is_introduced(self, case: _Case) -> bool:
        """Whether a label ("Portfolio:"), a verb ("visit us at") or the like leads to the link."""
        tail, label = case.tail, self._label.search(case.line)
        if not cues.OTHERS.search(tail):
            return bool(label or self._kept.search(tail) or any(cue.search(tail) for cue in cues.LEADS))
        if label and not cues.OTHERS.search(label.group()):
            return True
        mine = cues.VISIT.search(tail) and cues.ME.search(tail)
        return bool(mine) and not cues.STRONG_OTHERS.search(tail)

    def _is_listed(self, case: _Case) -> bool:
        """Whether the address stands in a list of several sites: work rather than a home."""
        return len(case.others) >= 3 and not cues.HOME.search(case.line[-60:])

    def _is_told(self, case: _Case) -> bool:
        """Whether words further off make it a home: "my site has a chat, ask me there, it's …", "… is my portfolio"."""
        if cues.FOOT.search(case.before) or (cues.ACT.search(case.before) and cues.ACT_AFTER.match(case.after)):
            return True
        if cues.STRONG_OTHERS.search(case.before):
            return False
        if cues.AFTER.match(case.after):
            return True
        pointing = cues.POINTING.search(case.before)
        nouns = self._noun.finditer(case.before, 0, pointing.start()) if pointing else ()
        return any(self._own.search(case.before, 0, noun.end()) for noun in nouns)

    def _is_said(self, case: _Case) -> bool:
        return len(case.others) < 3 and own_site.is_said(case.link, case.before, case.after, case.line)

    def _is_named(self, case: _Case) -> bool:
        """Whether the writer's name stands beside the address or in it."""
        if signature.introduces(case.passage, case.link, case.before):
            return True
        others = cues.STRONG_OTHERS.search(case.before) or case.link.path.count("/") > 1
        return not others and (
            own_site.bears_name(case.passage, case.link) or own_site.signs_alone(case.passage, case.link)
        )

    def _is_disguised(self, case: _Case) -> bool:
        """Whether it is written so that no filter sees it, which nobody does to a client's address."""
        link = case.link
        spoken = link.form == "spelled" and self._is_word(link) and not link.path
        if link.form not in ("bracketed", "spelled", "marked", "encoded") or spoken or "@" in case.before:
            return False
        near = case.text[max(0, link.start - 200) : link.end + 100]
        mail = cues.MAIL.search(case.before) and not cues.HOME_AT.search(case.before)
        return not (mail or cues.OTHERS.search(case.before) or cues.THREAT.search(near))

    def _is_headed(self, case: _Case) -> bool:
        """Whether the address is an item of a short list headed "My portfolio:" or "You can see more:"."""
        text, start = case.text, case.link.start - len(case.line)
        if re.search(r"\w", case.line) or re.search(r"\w{3}", line_after(text, case.link.end, 60)):
            return False
        rows = (row.strip() for row in reversed(text[max(0, start - 300) : start].split("\n")))
        head = next((row for row in rows if row and not cues.ONLY_LINK.match(row)), "")
        if len(head) > 120 or not (head.rstrip("*_ ").endswith(":") or head.startswith("#")):
            return False
        if cues.STRONG_OTHERS.search(head) or cues.WORK_HEADER.search(head) or len(case.others) > 2:
            return False
        return bool(cues.HEADER.search(head) or self._own.search(head.rstrip("*_ :")))
