"""Addresses whose @ or dots are bracketed, spaced, spelled out in a language, or replaced."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from linter.identifiers.email_boxes import boxes
from linter.identifiers.email_domain import DOT_SIGNS, Domain, Domains
from linter.identifiers.email_providers import Providers
from linter.identifiers.patterns import LETTER, lazy
from linter.identifiers.phrases import Phrases

_AT_SIGNS = "📧✉📩📨📬📭📪📮🌀🐒🐵🐶🐌🐕💌"
_SIGN = lazy(rf"[@{_AT_SIGNS}]")
_WORD = lazy(r"[^\W_]+")
_BEFORE = lazy(r"(?P<wrap>[(\[{<|\"'*_~/\\=:.+`^#-]{0,3})(?P<gap>[ \t]{0,2})\Z")
_AFTER = lazy(r"(?P<gap>[ \t]{0,2})(?P<wrap>[)\]}>|\"'*_~/\\=:.+`^#-]{0,3})")
_OTHER_SIGN = lazy(
    r"(?<=[\w*])(?:[ \t]{0,2}[#^&%*~=|!$€£¤§©®+]{1,3}[ \t]{0,2}|[ \t]{0,2}[\[({<][^\])}>\n]{1,16}[\])}>][ \t]{0,2})(?=[a-z])"
)
_LEADING = lazy(
    r"(?:[\s,]{1,2}(?:then|and|an?|the|that|usual|old|little|plus|comes|followed by|next|luego|dann|puis)){1,4}\s?\Z"
)
_TRAILING = lazy(r"(?:\s(?:sign|symbol)\b)?[\s,]{0,3}(?:(?:then|and then|and|next)\s)?")
_BLANKS = lazy(r"\s{0,3}")
_PIECE = lazy(r"[^\W_][\w.+%*'-]{0,63}\Z")
# What joins two pieces of a mailbox name: one, two or three words, or a sign.
_JOINT = tuple(
    lazy(rf"([^\W_][\w.+%*-]{{0,40}})[ \t(\[{{<*_~-]{{1,3}}({LETTER}{{1,16}}{more}|[._+•·📍-])[ \t)\]}}>*_~-]{{1,3}}\Z")
    for more in ("", r"[ \t][^\W\d_]{1,10}", r"[ \t][^\W\d_]{1,10}[ \t][^\W\d_]{1,10}")
)
_ELLIPSIS = lazy(r"(?:[\s.…]|\[\.+\]|\(\.+\)){1,8}\Z")
_HANDLE = lazy(r"(?=.*[a-z])(?:.*[a-z].*[0-9_*]|.*[0-9].*[a-z]|.*[a-z0-9][._][a-z0-9])")
_NAMES_BEFORE = lazy(
    r"(?:[:=>👉→]|\b(?:mail|email|e-mail|address|id|correo|adresse|почта)[ \t](?:id[ \t])?(?:is|es|ist|est|to|é))[ \t]{1,2}((?:[^\W\d_]{2,15}[ \t]){1,2})\Z"
)
_CUE_TAIL = lazy(
    r"[\s,]{0,2}(?:(?:id|address|me|is|to|at|es|e|est|ist|adresse|me at|it to|us|here)\b[\s,]{0,2}){0,3}[:=>→👉–-]{0,2}[\s(\"'*`]{0,3}\Z"
)
_DANGLING = lazy(r"(?<![\w.@])([^\W_][\w.+-]{1,40})@(?=[\s,)\"']|\Z)")
_ANY = lazy(r"\b(anything|whatever|any\s(?:name|word|address|mailbox))\s{0,2}@\s?(?=[a-z])")
_LEET_AT = lazy(r"(?<=\s)@t(?=\s)")
_SPACELESS = lazy(r"[\s,(]{1,3}(?:remove|without|minus|no|delete|drop)\s(?:the\s|all\s|any\s)?(?:spaces|blanks|gaps)\b")
_SINGLE = lazy(r"[ \t]{0,2}[\[({<][ \t]?(?:a|ä|at sign|et)[ \t]?[\])}>][ \t]{0,2}")
_GLUED = lazy(r"(?<![\w.@])([a-z0-9][a-z0-9._-]{5,60}?)(?:dot|d0t)[-_.]?(com|net|org|me|fr|de|in|co)\b")
_IS_MINE = lazy(r"[\s,]{1,2}(?:is|are|that's|thats|=)\s(?:my|the)\s(?:e-?mail|address|mail|gmail|contact|id|inbox)\b")
_ROLES = frozenset(("contact", "support", "sales", "jobs", "office", "accounts", "team"))
_TITLE = lazy(r"(?:er|ance|or|ist|ian|ant|ect|lead|dev|intern|head|chief|[a-z]eo|[a-z]to)\s{0,3}\Z")
_ASKED = lazy(
    r"\b(?:write|reach|contact|mail|email|message|send|drop|reply|forward|invite|share|use|escribe|escribeme|ecrivez|schreib|scrivi|napisz"
    r"|пишите|пиши|пишіть)\b(?:\s[^\W\d_]{1,10}){0,4}\s?[(:→>=-]{0,2}\s{0,2}[\"'*]{0,2}\Z"
)
_OTHER_ET = lazy(r"\s(?:nokta|piste)\s")  # where "et" is no French "and"
_NO_LABELS = frozenset(
    ("asp", "vb", "ado", "paypal", "the", "a", "an", "this", "that", "my", "our", "your", "com", "dot")
)


@dataclass(frozen=True, slots=True)
class Spelled:
    """A disguised address: its place in the text, how it was recognised, and the parts to judge it by."""

    start: int
    end: int
    form: str
    local: str
    domain: str


@dataclass(frozen=True, slots=True)
class _At:
    start: int
    end: int
    kind: str  # sign, bracketed, boxed, wrapped, word


class SpelledAddresses:
    """Finds disguised addresses in a text; made once from the word lists."""

    def __init__(self, words: Mapping[str, tuple[str, ...]], providers: Providers) -> None:
        self._ats = Phrases(word for word in words["at-words"] if word not in ("@", "(at)"))
        self._dots = frozenset(words["dot-words"]) | frozenset(DOT_SIGNS)
        self._tlds = frozenset(words["top-level-domains"]) | {"ру", "ком", "юа"}
        self._stop = frozenset(words["not-mailboxes"])
        self._sites = frozenset(words["site-words"])
        self._cues = Phrases(words["mail-cues"])
        self._employers = frozenset(words["mail-employers"])
        self._joints = frozenset(words["mail-joints"])
        self._platforms = frozenset(words["platform-hosts"])
        self._providers = providers
        self.domain = Domains(words, providers).at

    def __call__(self, text: str, start: int, end: int) -> Iterator[Spelled]:
        """The addresses of `text` between `start` and `end`."""
        last = start
        for at in sorted(self._separators(text, start, end), key=lambda at: at.start):
            if at.start >= last and (found := self._around(text, start, at)):
                yield found
                last = found.end
        for match in _OTHER_SIGN.finditer(text, start, end):
            if self._providers.match(text, match.end()) is None:
                continue
            reach = self.domain(text, match.end())
            local = self._local(text, start, match.start())
            if (
                reach
                and "." in reach.name
                and local
                and not (match.group().strip() == "*" and text[match.start() - 1] == "*")
            ):
                yield Spelled(match.start() - len(local), reach.end, "sign", local, reach.name)
        for match in _DANGLING.finditer(text, start, end):
            if found := self._later(text, match, end) or self._earlier(text, start, match):
                yield found
        for match in _ANY.finditer(text, start, end):
            if (reach := self.domain(text, match.end())) and "." in reach.name:
                yield Spelled(match.start(), reach.end, "any name", match[1], reach.name)
        if text.find("dot", start, end) >= 0:
            yield from self._glued(text, start, end)

    def _separators(self, text: str, start: int, end: int) -> Iterator[_At]:
        """Whatever may stand for an @, with the brackets and blanks around it."""
        for match in _SIGN.finditer(text, start, end):
            yield self._widen(text, start, match.start(), match.end(), sign=match.group() == "@")
        for match in _LEET_AT.finditer(text, start, end):
            yield self._widen(text, start, match.start(), match.end(), sign=False)
        for first, last in self._ats.find(text, start, end):
            yield self._widen(text, start, first, last, sign=False)
        for match in _SINGLE.finditer(text, start, end):
            yield _At(match.start(), match.end(), "bracketed")
        for first, last in boxes(text, start, end, self._dots):
            yield _At(first, last, "boxed")

    @staticmethod
    def _widen(text: str, start: int, first: int, last: int, sign: bool) -> _At:
        before, after = _BEFORE.search(text, max(start, first - 5), first), _AFTER.match(text, last)
        lead, trail = (before["wrap"] if before else ""), (after["wrap"] if after else "")
        kind = "sign" if sign else "word" if text[first].isalnum() or text[first:last] == "@t" else "bracketed"
        if before and after and lead and trail:
            kind = "bracketed" if lead[-1] in "([{<" and trail[0] in ")]}>" else "wrapped"
            first, last = before.start(), after.end()
        if kind == "word" and (fillers := _LEADING.search(text, max(start, first - 30), first)):
            first = fillers.start()
        for _ in range(3):
            first -= first > start and text[first - 1].isspace()
        if trailing := (_TRAILING if kind == "word" else _BLANKS).match(text, last):
            last = trailing.end()
        return _At(first, last, kind)

    def _around(self, text: str, start: int, at: _At) -> Spelled | None:
        if at.kind == "word" and not (text[at.start] in " \t\n," and text[at.end - 1].isspace()):
            return None
        reach = self.domain(text, at.end)
        if reach is None or (text[at.start : at.end].strip() == "et" and not _OTHER_ET.search(text, at.end, reach.end)):
            return None
        local = self._local(text, start, at.start)
        if text[at.start] == "-" and not (reach.spelled or reach.known):
            return None  # a name with hyphens: "stay-at-home.org"
        label = reach.name.split(".")[0]
        if not local or local in _NO_LABELS or (label in _NO_LABELS and at.kind != "bracketed"):
            return None
        first = text.rfind(local, start, at.start)
        plain = local in self._stop or (local.isdigit() and not reach.known)
        handle = _HANDLE.match(local) is not None or any(c.isspace() for c in local)
        if not self._sure(text, start, first, at, reach, plain, handle):
            return None
        if reach.spelled and (more := _NAMES_BEFORE.search(text, max(start, first - 50), first)):
            first = more.start(1)  # "mail me: maya okafor at outlook dot com"
        form = {"bracketed": "bracketed", "boxed": "bracketed", "wrapped": "bracketed", "sign": "spaced"}.get(
            at.kind, "spelled"
        )
        return Spelled(first, reach.end, form, local, reach.name)

    def _sure(self, text: str, start: int, first: int, at: _At, reach: Domain, plain: bool, handle: bool) -> bool:
        """Whether local part, separator and domain together are an address and no turn of speech."""
        dotted = "." in reach.name
        if at.kind == "bracketed":
            return dotted or reach.known
        if at.kind == "boxed":
            return dotted and text[first : at.start].strip() not in self._sites
        if at.kind == "sign" and at.end - at.start == 1:
            return reach.known or (dotted and not text[at.start - 1].isdigit()) or (dotted and not plain)
        if plain:
            role = dotted and text[first : at.start].strip() in _ROLES
            return role and (reach.spelled or _line_alone(text, first, reach.end) or self.cued(text, start, first))
        if at.kind == "wrapped" or (at.kind == "word" and reach.spelled and dotted):
            return dotted or (reach.known and handle)
        if handle and reach.known:
            return True
        if at.kind == "word" and reach.known and dotted and reach.name.split(".")[0] not in self._employers:
            return True
        if at.kind == "sign" and (reach.known or (handle and dotted)):
            return True
        titled = _TITLE.search(text, first, at.start) is not None
        alone = _line_alone(text, first, reach.end) and not titled
        if reach.name in self._platforms:
            return False
        if dotted and at.kind == "sign" and (alone or (not titled and self._near(text, start, first, reach.end))):
            return True
        return (dotted or reach.known) and (
            self.cued(text, start, first) or _IS_MINE.match(text, reach.end) is not None
        )

    def cued(self, text: str, start: int, first: int) -> bool:
        """Whether a word for mail leads directly to the address."""
        low = max(start, first - 40)
        last = self._cues.before(text, low, first)
        if last >= 0 and _CUE_TAIL.match(text, last, first) is not None:
            return True
        return _ASKED.search(text, low, first) is not None

    def _near(self, text: str, start: int, first: int, last: int) -> bool:
        """Whether a word for mail stands in the sentence or two before the address, or soon after it."""
        before = max(start, text.rfind("\n\n", start, first), first - 70)
        after = min(len(text), last + 24)
        if _SPACELESS.match(text, last):
            return True
        return self._cues.inside(text, before, first) or self._cues.inside(text, last, after)

    @staticmethod
    def _ellipsis(text: str, start: int, end: int) -> int:
        tail = _ELLIPSIS.search(text, max(start, end - 8), end)
        return tail.start() if tail else end

    def _local(self, text: str, start: int, end: int) -> str:
        """The part before the @ that ends at `end`, with its spelled joints."""
        stop = self._ellipsis(text, start, end)
        while stop > start and text[stop - 1] in ",;)\"'”’":
            stop -= 1
        first = stop
        while first > start and stop - first < 64 and (text[first - 1].isalnum() or text[first - 1] in "._+%*'-•"):
            first -= 1
        if first > start and text[first - 1] == "@":
            return ""
        while first < stop and not (text[first].isalnum() or text[first] in "*•"):
            first += 1
        if first == stop or not any(c.isalnum() for c in text[first:stop]):
            return ""
        for _ in range(5):
            joint = self._joint(text, start, first)
            if joint is None:
                break
            first = joint
        return text[first:stop]

    def _joint(self, text: str, start: int, end: int) -> int | None:
        """Where the piece begins that a spelled joint ties to the one at `end`."""
        low = max(start, end - 64)
        for first, stop, word in _joints(text[low:end]):
            if (word not in self._joints and word not in self._dots) or end - low - stop < 2:
                continue
            if not word[0].isalnum() and text[low + stop].isspace() != text[end - 1].isspace():
                continue  # the end of a sentence
            return low + first
        return None

    def _later(self, text: str, local: re.Match[str], end: int) -> Spelled | None:
        """ "studio@ and then our name, pixelforge dot co"."""
        for word in _WORD.finditer(text, local.end(), min(end, local.end() + 60)):
            between = text[local.end() : word.start()].replace("...", "")
            if any(mark in between for mark in (". ", "! ", "? ", "\n\n")):
                break
            reach = self.domain(text, word.start())
            if reach and "." in reach.name:
                return Spelled(local.start(), reach.end, "pieces", local[1], reach.name)
        return None

    def _earlier(self, text: str, start: int, local: re.Match[str]) -> Spelled | None:
        """ "My site is quill.dev, put info@ in front of it"."""
        first = max(start, local.start() - 60)
        for word in _WORD.finditer(text, first, local.start()):
            reach = self.domain(text, word.start())
            if (
                reach
                and "." in reach.name
                and not any(mark in text[reach.end : local.start()] for mark in ("! ", "\n\n"))
            ):
                return Spelled(word.start(), local.end(), "pieces", local[1], reach.name)
        return None

    def _glued(self, text: str, start: int, end: int) -> Iterator[Spelled]:
        """janedoeATgmailDOTcom."""
        for word in _GLUED.finditer(text, start, end):
            for at in re.finditer("at", word[1]):
                found = self._providers.match(
                    word[1] + " ", at.end() + (word[1][at.end()] in "-_." if at.end() < len(word[1]) else 0)
                )
                if found and word[1][found[0] :].strip("-_.") == "" and at.start() > 1:
                    yield Spelled(
                        word.start(), word.end(), "glued", word[1][: at.start()].rstrip("-_."), f"{found[1]}.{word[2]}"
                    )
                    break


@lru_cache(maxsize=256)
def _joints(text: str) -> tuple[tuple[int, int, str], ...]:
    """What may join two pieces at the end of a text: where the first of them starts and ends, and the joint. Slow, hence remembered."""
    found = (pattern.search(text) for pattern in _JOINT)
    return tuple((*joint.span(1), joint[2]) for joint in found if joint is not None)


def _line_alone(text: str, start: int, end: int) -> bool:
    """Whether a stretch is a line of its own, as in a signature."""
    before, after = text[max(0, start - 3) : start], text[end : end + 3].lstrip("\"'*_")
    return (not before.strip("\"'*_ ") or "\n" in before) and (
        not after.strip(" .,") or after.lstrip(" .,").startswith("\n")
    )
