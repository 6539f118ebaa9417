"""Addresses whose @ or dots are bracketed, spaced, spelled out in a language, or replaced."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_OPEN, _CLOSE = r"[(\[{<|\"'*_~/\\=:+.-]", r"[)\]}>|\"'*_~/\\=:+.-]"
_AT_SIGNS = "📧✉📩📨📬📭📪📮🌀🐒🐵🐶🐌🐕💌"
_DOT_SIGNS = "📍⚫🔴🔵🟢•●·∙⋅◦○"
# Letters that a digit or sign stands for; only within the names of providers and their endings.
_LEET = {"a": "[a@4]", "i": "[i1l!|]", "l": "[l1i|!]", "o": "[o0]", "e": "[e3]", "s": "[s5$]", "t": "[t7+]"}
_LEET_NAMES = ("gmail", "yahoo", "outlook", "hotmail", "icloud", "protonmail", "proton", "aol", "yandex", "googlemail")
_HANDLE = re.compile(r"(?=.*[a-z])(?:.*[a-z].*[0-9_]|.*[0-9].*[a-z]|.*[a-z0-9][._][a-z0-9])")
_LOCAL_REACH = 90
# Providers that people also work for: "data scientist at yahoo.com".
_EMPLOYERS = frozenset(
    "yahoo aol yandex rambler zoho proton orange sky mail laposte naver daum qq 163 sina seznam onet wp interia uol terra"
    " rediff comcast verizon att cox shaw rogers docomo t-online telefonica libero tiscali free".split()
)
_ELLIPSIS = re.compile(r"(?:[\s.…]|\[\.+\]|\(\.+\)){0,8}\Z")
_NO_LABELS = frozenset("asp vb ado paypal the a an this that my our your com dot".split())


@dataclass(frozen=True, slots=True)
class Spelled:
    """A disguised address: its place in the text, how it was recognised, and the parts to judge it by."""

    start: int
    end: int
    form: str
    local: str
    domain: str


def alternatives(words: Mapping[str, tuple[str, ...]] | tuple[str, ...]) -> str:
    """A regular expression for any of `words`, the longest first; blanks in them match any white space."""
    ordered = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"\s{1,3}") for word in ordered)


def _leet(name: str) -> str:
    return "".join(_LEET.get(letter, letter) for letter in name)


class SpelledAddresses:
    """Finds disguised addresses in a text; made once from the word lists."""

    def __init__(self, words: Mapping[str, tuple[str, ...]]) -> None:
        ats = [word for word in words["at-words"] if word not in ("@", "(at)")]
        dots = [word for word in words["dot-words"] if word != "."]
        names = [name for name in words["mail-providers"] if "." not in name]
        self.providers = frozenset(name.replace(" ", "").replace("-", "") for name in names)
        self._provider_domains = frozenset(name for name in words["mail-providers"] if "." in name)
        self._tlds = frozenset(words["top-level-domains"])
        self._stop = frozenset(words["not-mailboxes"])
        self._cues = frozenset(words["mail-cues"])
        at, dot = alternatives(tuple(ats)), alternatives(tuple(dots))
        provider = "|".join([*map(_leet, _LEET_NAMES), alternatives(tuple(names))])
        strong_at = (
            rf"\s{{0,3}}{_OPEN}{{1,3}}\s{{0,2}}(?:{at}|@|a|ä|at\W{{1,2}}sign)\s{{0,2}}{_CLOSE}{{1,3}}\s{{0,3}}"
            rf"|\s{{0,3}}[{_AT_SIGNS}]\s{{0,3}}|\s{{0,3}}@\s{{0,3}}"
        )
        weak_at = rf"\s{{1,3}}(?:the\s)?(?:{at})(?:\s(?:sign|symbol))?\s{{1,3}}|,?\s{{1,3}}(?:then|and)\s(?:the\s)?(?:{at}|@)(?:\ssign)?\W{{1,3}}(?:then\s)?"
        sign = r"\s{0,2}[#^&%*~=|!$€£¤§©®+]{1,3}\s{0,2}|\s{0,2}[\[({<][^\])}>\n]{1,16}[\])}>]\s{0,2}"
        self._at = re.compile(rf"(?P<strong>{strong_at})|(?P<weak>{weak_at})")
        self._sign = re.compile(rf"(?<=[\w*])(?:{sign})(?=(?:{provider})\s?\.\s?[a-z])")
        strong_dot = (
            rf"\s{{0,2}}{_OPEN}{{1,3}}\s{{0,2}}(?:{dot}|\.|,|d)\s{{0,2}}{_CLOSE}{{1,3}}\s{{0,2}}"
            rf"|\s{{0,2}}[{_DOT_SIGNS}]\s{{0,2}}|\s{{0,2}}\.\s{{0,2}}"
        )
        weak_dot = rf"\s{{1,3}}(?:{dot})\s{{1,3}}"
        self._dot = re.compile(rf"(?P<strong>{strong_dot})|(?P<weak>{weak_dot})|(?P<comma>,)")
        self._label = re.compile(r"[^\W_](?:[\w-]{0,61}[^\W_])?")
        self._provider = re.compile(rf"(?:{provider})(?![a-z0-9])")
        self._tail = re.compile(r"\s{0,2}[.,]?\s{0,2}c\s?[o0]\s?m\b")
        joint = (
            rf"\s{{0,2}}[.]\s{{0,2}}|\s{{0,2}}{_OPEN}{{1,2}}\s{{0,2}}(?:{dot})\s{{0,2}}{_CLOSE}{{1,2}}\s{{0,2}}|\s{{1,3}}(?:{dot}"
            r"|underscore|under\sscore|underline|unterstrich|guion\sbajo|tiret\sdu\sbas|подчеркивание|dash|hyphen|minus|guion|hifen"
            rf"|tiret|bindestrich|strich|plus)\s{{1,3}}|\s{{0,2}}[{_DOT_SIGNS}]\s{{0,2}}"
        )
        word = r"[^\W_][\w+%*'-]{0,40}"
        self._local = re.compile(rf"(?<![\w.@])(?:{word}(?:{joint})){{0,5}}{word}\Z")
        self._glued = re.compile(
            rf"(?<![\w.@])([a-z0-9][a-z0-9._-]{{2,40}}?)[-_.]?at[-_.]?({provider})[-_.]?(?:dot|d0t)[-_.]?(com|net|org|me|fr|de|in|co)\b"
        )
        self._cue_before = re.compile(
            r"(?:\b(?:e-?mail|mail|correo|courriel|почта|пошта|adresse|address|poczta|posta)\b|[@📧✉📩📨👉➡→]|-->?)"
            r"(?:\s(?:id|address|me|is|to|at|es|é|e|est|ist|to|adresse))?\s?[:=>–-]{0,2}\s{0,2}\Z"
        )

        self._name_before = re.compile(
            r"(?:[:=>👉→]|\b(?:mail|email|e-mail|address|id)\s(?:id\s)?(?:is|es|ist|est|to))\s{1,2}((?:[^\W\d_]{2,15}\s){1,2})\Z"
        )

    def __call__(self, text: str, start: int, end: int) -> Iterator[Spelled]:
        """The addresses of `text` between `start` and `end`."""
        for match in self._at.finditer(text, start, end):
            if found := self._around(text, start, match):
                yield found
        for match in self._sign.finditer(text, start, end):
            local = self._local_before(text, start, match.start())
            reach = self._domain_after(text, match.end())
            if local and reach:
                yield Spelled(match.start() - len(local), reach[0], "sign", local, reach[1])
        if "at" in text and "dot" in text:
            for match in self._glued.finditer(text, start, end):
                yield Spelled(match.start(), match.end(), "glued", match[1], f"{match[2]}.{match[3]}")

    def _around(self, text: str, start: int, at: re.Match[str]) -> Spelled | None:
        reach = self._domain_after(text, at.end())
        if reach is None:
            return None
        end, domain, written, known = reach
        local = self._local_before(text, start, at.start())
        if not local or local in _NO_LABELS:
            return None
        literal_sign = "@" in at.group() and at.group().strip() == "@"
        plain = local in self._stop or (local.isdigit() and not known)
        handle = _HANDLE.match(local) is not None
        before = text[max(start, at.start() - len(local) - 30) : at.start() - len(local)]
        cue = self._cue_before.search(before) is not None
        spelled_dot = written in ("weak", "strong word")
        label = domain.split(".")[0]
        if label in _NO_LABELS and not at["strong"]:
            return None
        if at["strong"] and not literal_sign:
            sure = (known or "." in domain) and not (plain and not known)
        elif literal_sign:  # "CTO @ acme.com" is a job; with a blank it needs a provider, a handle or a cue
            tight = at.group() == "@"
            sure = known or ((tight or handle or cue) and "." in domain and not plain)
        elif "." not in domain:
            sure = handle or (cue and not plain)
        elif spelled_dot:
            sure = not plain or cue
        else:
            sure = not plain and (cue or (known and (handle or label not in _EMPLOYERS)))
        if not sure:
            return None
        first = at.start() - len(local)
        if spelled_dot and (more := self._name_before.search(text, max(start, first - 50), first)):
            first = more.start(1)  # "mail me: maya okafor at outlook dot com"
        form = "bracketed" if at["strong"] and not literal_sign else "spaced" if literal_sign else "spelled"
        return Spelled(first, end, form, local, domain)

    def _local_before(self, text: str, start: int, end: int) -> str:
        tail = _ELLIPSIS.search(text, max(start, end - 8), end)
        end = tail.start() if tail else end
        match = self._local.search(text, max(start, end - _LOCAL_REACH), end)
        return match.group() if match else ""

    def _domain_after(self, text: str, at: int) -> tuple[int, str, str, bool] | None:
        """End and plain form of the domain at `at`, how its dot is written, and whether it is a known provider's."""
        provider = self._provider.match(text, at)
        if provider:
            at_end, labels, written = provider.end(), ["mail"], ""
            if tail := self._tail.match(text, at_end):
                return tail.end(), provider.group() + ".com", "plain", True
        else:
            first = self._label.match(text, at)
            if first is None:
                return None
            at_end, labels, written = first.end(), [first.group()], ""
        best: tuple[int, str, str, bool] | None = None
        if provider:
            best = (at_end, "gmail" if provider.group() == "gmail" else provider.group(), "", True)
        name = provider.group() if provider else labels[0]
        parts = [name]
        for _ in range(4):
            dot = self._dot.match(text, at_end)
            if dot is None:
                break
            label = self._label.match(text, dot.end())
            if label is None:
                break
            if (dot.end() - dot.start() > 1 and "." == dot.group().strip()) and not provider and dot.group()[-1].isspace():
                break  # the end of a sentence
            if dot["comma"] and not provider:
                break
            written = written or ("weak" if dot["weak"] else "strong word" if dot.group() != "." else "plain")
            parts.append(label.group())
            at_end = label.end()
            tld = label.group().replace("0", "o")
            if tld in self._tlds:
                domain = ".".join(parts)
                best = (at_end, domain, written, provider is not None or domain in self._provider_domains)
        return best
