"""Mail addresses, plain or disguised."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Mapping

from linter.draft import Layer
from linter.identifiers.base import Identifier, Passage, Recogniser
from linter.identifiers.email_boxes import promising
from linter.identifiers.email_implied import ImpliedAddresses
from linter.identifiers.email_judge import Judge
from linter.identifiers.email_pieces import PiecedAddresses
from linter.identifiers.email_providers import Providers
from linter.identifiers.email_spelled import SpelledAddresses
from linter.identifiers.glance import GLANCE
from linter.identifiers.patterns import lazy
from linter.identifiers.views import hidden, readings

_LITERAL = lazy(
    r"(?<![\w.%+@-])(?P<local>[\w*•][\w.%+*•'&-]{0,80})@{1,2}(?P<domain>[^\W_](?:-{0,2}[^\W_]){0,62}(?:\.[^\W_](?:-{0,2}[^\W_]){0,62}){1,5})"
)
# Broken by the end of a line after a sign, where the line before is no whole address.
_BROKEN = lazy(
    r"(?<![\w.%+@-])(?P<local>[\w*•][\w.%+*•'&-]{0,80})@(?P<domain>\n?[^\W_](?:[\w-]{0,61}[^\W_])?(?:\.\n?[^\W_](?:[\w-]{0,61}[^\W_])?){1,4})"
)
# The sign, and perhaps the dot, on a line of its own.
_STACKED = lazy(
    r"(?<![\w.%+@-])(?P<local>[^\W_][\w.+-]{0,60})[ \t]*\n?[ \t]*@[ \t]*\n?[ \t]*(?P<domain>[^\W_][\w-]{0,61}(?:[ \t]*\n?[ \t]*\.[ \t]*\n?[ \t]*[^\W\d_][\w-]{1,61}){1,3})(?!\w)"
)
_WORD = lazy(r"[^\W_]+")
_BRACKETED = lazy(r"[\[({<*_~|/-]\s?(?:at|a|@|dot|\.|arroba|(?:at|e?mail|@)[ -][a-z ]{3,12})\s?[\])}>*_~|/-]")
_SIGN_LINE = lazy(r"\n[ \t]*@|@[ \t]*\n[ \t]*[^\W_]")
_LOOSE = lazy(r"[📧✉📩📨📬📭📪📮🌀🐒🐵🐶🐌💌]\s?[a-z]|[a-z]dot(?:com|net|org|me|fr|de|in|co)\b")
_FREE = lazy(r"[\w*.)\]…\"'”’]\s{0,3}@(?:\s{0,3}[\"'“‘]?[^\W\d_]|,\s|\s?(?:\.\.|…)|\s?$|[\s)][a-z])", re.MULTILINE)
_AT_COLON = lazy(
    r"mail[^.\n]{0,12}[:>=-]\s?[\w.-]{2,40} at [a-z]|\b(?:mail|write|reach|contact|send)\b[^.\n]{0,20}\s[\w.-]{2,40} at [\w-]{2,40}\.[a-z]{2}"
)
_BACKWARDS = lazy(r"(?<![\w.@])([a-z]{2,7}\.[\w.-]{2,60})@([\w.+-]{2,60})(?![\w@])")
_COMMON_ENDINGS = (
    ".com",
    ".net",
    ".org",
    ".co",
    ".io",
    ".de",
    ".fr",
    ".uk",
    ".ru",
    ".pl",
    ".es",
    ".it",
    ".in",
    ".me",
    ".dev",
    ".example",
)
_CAPITALS = lazy(
    r"(?<![\w.])(?:[a-z0-9_-]|\.|DOT){1,40}?AT[-_.]?[a-z0-9-]{2,40}(?:[-_.]?DOT[-_.]?[a-z]{2,12}){0,2}[-_.]?DOT[-_.]?([a-z]{2,12})(?!\w)"
)
_COMMON_DOTS = frozenset(("point", "period", "punt", "pont", "piste", "punct", "titik", "pto"))
_COMMON_DOTTED = lazy(r"[\s(\[{<*_-](?:point|period|punt|pont|piste|punct|titik|pto)[\s)\]}>*_-]{1,3}([a-z]{2,12})\b")
_CIRCLED = lazy("[ⓐⒶ🅐🅰🄰]")
_ALONE = lazy(r"(?<![a-z])a(?![a-z])")
_LEET = (str.maketrans("01345", "oleas"), str.maketrans("01345", "oieas"))
_ENCODED = lazy(r"(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{14}|[0-9a-fA-F]{2}(?: [0-9a-fA-F]{2}){7}")


class _Addresses:
    def __init__(self, words: Mapping[str, tuple[str, ...]]) -> None:
        self._providers = Providers(words["mail-providers"])
        self._spelled = SpelledAddresses(words, self._providers)
        self._pieced = PiecedAddresses(words, self._spelled)
        self._implied = ImpliedAddresses(words, self._providers)
        self._judge = Judge(words)
        self._tlds = frozenset(words["top-level-domains"])
        self._dots = frozenset(word for word in words["dot-words"] if len(word) > 1) - _COMMON_DOTS
        self._marked_dots = tuple(word for word in self._dots if not _WORD.fullmatch(word))
        self._sure_ats = frozenset(
            entry for entry in words["at-words"] if _WORD.fullmatch(entry) and len(entry) > 2
        ) - {"chez"}
        self._ats = frozenset(word for entry in words["at-words"] for word in _WORD.findall(entry) if len(word) > 1)
        self._dot_sign, self._at_sign = GLANCE.sign(words=self._dots), GLANCE.sign(words=self._ats)
        self._common_dot_sign = GLANCE.sign(words=_COMMON_DOTS)
        self._sure_at_sign = GLANCE.sign(words=self._sure_ats)

    def __call__(self, passage: Passage) -> Iterator[Identifier]:
        """The longest first: where two overlap, the first is kept."""
        yield from sorted(
            self._all(passage), key=lambda found: (found.form == "provider implied", found.start - found.end)
        )

    def _all(self, passage: Passage) -> Iterator[Identifier]:
        text, start, end = passage.folded.text, passage.start, passage.end
        for first, last, form, kind in self._found(text, start, end):
            if kind := self._layered(passage, first, kind):
                yield Identifier(kind, first, last, form)
        source = passage.draft.text[slice(*passage.folded.source(start, end))]
        if not source.isascii() and _CIRCLED.search(source):
            signs = self._circled(passage)
            for first, last, form, kind in self._found(signs, 0, len(signs)):
                yield Identifier(kind, start + first, start + last, "circled" if form == "literal" else form)
        here = GLANCE.copied(text, start, end)
        for name, view in readings(here, source):
            for first, last, form, kind in self._found(view.text, 0, len(view.text)):
                places = sorted((*view.source(first, first + 1), *view.source(last - 1, last)))
                if here[places[0] : places[-1]] == view.text[first:last]:
                    continue  # found already
                yield Identifier(
                    kind, start + places[0], start + places[-1], name if form == "literal" else f"{name}, {form}"
                )
        if _ENCODED.search(source):
            yield from self._hidden(passage)
        yield from self._capitals(passage)

    @staticmethod
    def _circled(passage: Passage) -> str:
        """The passage's folded text with @ for every circled or squared a that stands alone."""
        folded, source = passage.folded, passage.draft.text
        chars = list(folded.text[passage.start : passage.end])
        for match in _ALONE.finditer(folded.text, passage.start, passage.end):
            if source[folded.starts[match.start()]] not in "aA":
                chars[match.start() - passage.start] = "@"
        return "".join(chars)

    def _found(self, text: str, start: int, end: int) -> Iterator[tuple[int, int, str, str]]:
        """Place, form and kind of what stands in `text` between `start` and `end`."""
        taken: list[tuple[int, int]] = []
        if text.find("@", start, end) >= 0:
            for found in self._signed(text, start, end):
                taken += [found[:2]] if found[2] != "split" else []
                yield found
        provider = self._providers.hinted(text, start, end)
        if provider or self._spelled_out(text, start, end, taken):
            for address in self._spelled(text, start, end):
                if all(address.end <= first or last <= address.start for first, last in taken):
                    nobody = self._judge.reaches_nobody(text, address.start, address.end, address.local, address.domain)
                    yield address.start, address.end, address.form, "lookalike" if nobody else "email"
        if self._pieced.promising(text, start, end):
            for address in self._pieced(text, start, end):
                if all(address.end <= first or last <= address.start for first, last in taken):
                    yield address.start, address.end, address.form, "email"
        if provider:
            for first, last, form in self._implied(text, start, end):
                closing = text[last : last + 1] == ")" and "(" in text[first:last]
                if all(last <= other_first or other_last <= first for other_first, other_last in taken):
                    yield first, last + closing, form, "email"

    def _signed(self, text: str, start: int, end: int) -> Iterator[tuple[int, int, str, str]]:
        """What an @ makes an address: in one piece, backwards, or broken by the end of a line."""
        yield from self._literal(text, start, end)
        yield from self._backwards(text, start, end)
        if text.find("@\n", start, end) >= 0 or text.find(".\n", start, end) >= 0:
            yield from self._broken(text, start, end)
        if _SIGN_LINE.search(text, start, end):
            yield from self._stacked(text, start, end)

    def _spelled_out(self, text: str, start: int, end: int, taken: list[tuple[int, int]]) -> bool:
        """Whether a disguised address may stand here, so that a closer look pays."""
        if any(pattern.search(text, start, end) for pattern in (_BRACKETED, _LOOSE)) or promising(text, start, end):
            return True
        signs = GLANCE.exactly(text, start, end)
        if signs & self._dot_sign and signs & self._at_sign:
            return True
        if signs & self._common_dot_sign and any(
            dotted[1] in self._tlds for dotted in _COMMON_DOTTED.finditer(text, start, end)
        ):
            return True
        if not text.isascii() and any(text.find(dot, start, end) >= 0 for dot in self._marked_dots):
            return True
        if _AT_COLON.search(text, start, end):
            return True
        if signs & self._sure_at_sign:
            return True
        return text.find("@", start, end) >= 0 and any(
            all(not first <= at.start() < last for first, last in taken) for at in _FREE.finditer(text, start, end)
        )

    def _literal(self, text: str, start: int, end: int) -> Iterator[tuple[int, int, str, str]]:
        for match in _LITERAL.finditer(text, start, end):
            local, domain = match["local"], self._domain(match["domain"])
            if domain is None:
                whole = match.group().strip("*_")
                for form, plain in (("reversed", whole[::-1]), ("rot13", codecs.encode(whole, "rot13"))):
                    turned = _LITERAL.fullmatch(plain)
                    if form == "rot13" and not plain.endswith(_COMMON_ENDINGS):
                        continue
                    if turned and self._domain(turned["domain"]) == turned["domain"]:
                        yield match.start(), match.end(), form, "email"
                        break
                continue
            if not re.search(r"[^\W_]", local):
                continue
            first, last = match.start() + len(local) - len(local.lstrip("*•_'")), match.start("domain") + len(domain)
            kind = (
                "lookalike"
                if self._judge.reaches_nobody(text, first, last, text[first : match.end("local")], domain)
                else "email"
            )
            yield first, last, "literal", kind

    def _backwards(self, text: str, start: int, end: int) -> Iterator[tuple[int, int, str, str]]:
        """Addresses written from right to left, whose mailbox has no dot that would make it look like a domain."""
        for match in _BACKWARDS.finditer(text, start, end):
            ending = match[1].partition(".")[0][::-1]
            mailbox = match[2].rstrip(".")
            if ending in self._tlds and "." not in mailbox:
                yield match.start(), match.start(2) + len(mailbox), "reversed", "email"

    def _broken(self, text: str, start: int, end: int) -> Iterator[tuple[int, int, str, str]]:
        """Addresses that the end of a line cuts: nothing whole may stand before the cut."""
        for match in _BROKEN.finditer(text, start, end):
            whole = match["domain"]
            head, cut, _ = whole.partition("\n")
            if cut and self._domain(head.strip(".")) is None and (domain := self._domain(whole.replace("\n", ""))):
                yield match.start(), match.start("domain") + len(domain) + 1, "split", "email"

    def _stacked(self, text: str, start: int, end: int) -> Iterator[tuple[int, int, str, str]]:
        """Addresses whose sign is the first or last thing on a line, and whose dots may be so, too."""
        for match in _STACKED.finditer(text, start, end):
            if "\n" in match.group() and self._domain(re.sub(r"\s", "", match["domain"])):
                yield match.start(), match.end(), "split", "email"

    def _domain(self, domain: str) -> str | None:
        """The domain without what a missing blank has glued to it; nothing when it has no known ending."""
        labels = domain.split(".")
        for size in range(len(labels), 1, -1):
            ending = labels[size - 1]
            if ending in self._tlds or ending.startswith("xn--") or self._leet_ending(ending):
                return ".".join(labels[:size])
        return None

    def _leet_ending(self, ending: str) -> bool:
        """Whether digits stand for letters of a top-level domain: c0m, 5tud10."""
        return (
            not ending.isalpha()
            and sum(c.isalpha() for c in ending) * 2 >= len(ending) > 1
            and not self._tlds.isdisjoint(ending.translate(table) for table in _LEET)
        )

    def _layered(self, passage: Passage, first: int, kind: str) -> str:
        """The kind that is left where the draft is a comment or code."""
        draft = passage.draft
        place = draft.folded.starts[first]
        layer = draft.layer_at(place)
        if layer is Layer.COMMENT:
            return ""
        if layer is Layer.CODE:
            region = next(r for r in draft.regions if r.start <= place < r.end)
            return "" if self._judge.in_code(draft.text[region.start : region.end]) else kind
        return kind

    def _capitals(self, passage: Passage) -> Iterator[Identifier]:
        """janeATacmeDOTorg: only the case of the source shows where the words end."""
        text, start, end = passage.folded.text, passage.start, passage.end
        if text.find("dot", start, end) < 0:
            return
        starts, source = passage.folded.starts, passage.draft.text
        cased = "".join(
            c.upper() if source[starts[place]].isupper() else c for place, c in enumerate(text[start:end], start)
        )
        for match in _CAPITALS.finditer(cased):
            if match[1] in self._tlds:
                yield Identifier("email", start + match.start(), start + match.end(), "glued")

    def _hidden(self, passage: Passage) -> Iterator[Identifier]:
        first, last = passage.folded.source(passage.start, passage.end)
        offset = passage.folded.offset
        for token, stop, plain in hidden(passage.draft.text[first:last]):
            if any(kind == "email" for *_, kind in self._found(plain.lower(), 0, len(plain))):
                yield Identifier("email", offset(first + token), offset(first + stop), "encoded")


def recogniser(words: Mapping[str, tuple[str, ...]]) -> Recogniser:
    """Finds mail addresses; log-ins, senders and placeholders of their shape are `lookalike`."""
    return _Addresses(words)
