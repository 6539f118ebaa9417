"""Phone, fax and messenger numbers: in digits, in words, in a mix, and in pieces."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from linter.draft import Draft, Layer
from linter.identifiers import phone_shapes as shapes
from linter.identifiers.base import Identifier, Passage, Recogniser
from linter.identifiers.patterns import lazy
from linter.identifiers.phone_context import Context
from linter.identifiers.phone_words import SpokenNumbers
from linter.identifiers.phone_written import written
from linter.identifiers.views import ENTITY, decoded, replaced

_ROW = lazy(r"[+(]{0,3}\s?\d(?:[ \t().\-/•·_*|~=,:;#\xa0]{0,4}\+?\d){5,30}\)?")
_BOXED = lazy(r"\+?(?:[\[({<]\s?\d{1,4}\s?[\])}>][ .-]{0,2}){4,14}")
_LINES = lazy(r"[+(]{0,2}\d[\d ().-]{1,16}[ -]?\n[ \t]{0,4}[\d(][\d ().-]{1,16}\d")
_PLUS_WORD = lazy(r"\b(?:plus|mas|mais|più|plus\ssign|плюс|प्लस|پلس|زائد)[\s,:]{1,2}\Z")
_PARTS = lazy(r"\s?[,;|]\s|\s/\s|\s{3,}|(?<=\d)\s+(?=\+)|(?<=\d{4})[;/,](?=[+(0]?\d{3})|\t")
_EXTENSION = lazy(r"[\s,]{0,2}\(?(?:ext(?:ension)?|x|ramal|poste|interno|dw|anexo|wew|доб)\.?\s?\d{1,5}\)?")
_TOLL_FREE = lazy(
    r"(?<![\w-])(?:\+?1[-. ])?\(?(?:800|833|844|855|866|877|888|900)\)?[-. ]([a-z0-9]{3,7}(?:[- ][a-z0-9]{3,4}){0,2})(?![\w])"
)
_LEET = lazy(
    r"(?<![\w@./-])[+(]{0,2}(?=[\doilszbeg|!() .-]{0,12}\d)[\doilszbeg|!]{1,16}(?:[ ().-]{1,3}[\doilszbeg|!]{1,8}){0,5}(?![\w@])"
)
# The same letters, or some, between the groups: 415xx555xx0132, 415-abc-555-def-0132.
_FILLED = lazy(
    r"(?<![\w-])(?:[2-9]\d\d[-_. ]?([a-z]{1,5})[-_. ]?[2-9]\d\d[-_. ]?(?:\1|[a-z]{1,5})[-_. ]?\d{4}"
    r"|\+?\d{1,5}[-_.]?(x{1,4}|[a-z]{2,5})(?:[-_.]?\d{1,5}[-_.]?\2){0,4}[-_.]?\d{1,5})(?!\w)"
)
_LEET_PIECE = lazy(r"[\doilszbeg|!]+")
_UNIT = lazy(r"\d+(?:g|gb|ge|gbe)")
_SHORT_UNIT = lazy(r"\d+[sbe]")
_LEET_HINT = lazy(r"\d[oilszbe|!]|[oilszbe|!]\d|[oilsz]{3}[- ][oil]?\d")
_LEET_DIGITS = str.maketrans("oilszbeg|!", "0115283911")
_DATED = lazy(r"(?:19|20)\d\d[-./ ]?[01]\d[-./ ]?[0-3]\d")
_DIGITS = lazy(r"\d+")
_TOLL_CODES = frozenset(("800", "833", "844", "855", "866", "877", "888", "900", "1800"))
_SCHEME = lazy(r"\b(?:tel|sms|callto|phone|facetime(?:-audio)?|whatsapp):(?://)?(?:\+|%2b|00)?(\d[\d().-]{5,18}\d)")


class _Numbers:
    def __init__(self, words: Mapping[str, tuple[str, ...]]) -> None:
        self._context, self._spoken = Context(words), SpokenNumbers(words)

    def __call__(self, passage: Passage) -> Iterator[Identifier]:
        yield from self._all(passage)
        if passage.folded.text.find("&#", passage.start, passage.end) >= 0:
            yield from self._decoded(passage)

    def _decoded(self, passage: Passage) -> Iterator[Identifier]:
        """What is found where entities stand for digits and signs."""
        view = replaced(passage.folded.text[passage.start : passage.end], ENTITY, decoded)
        if view is None:
            return
        draft = Draft(view.text)
        for found in self._all(Passage(draft, 0, len(draft.folded.text))):
            first, last = view.source(*draft.folded.source(found.start, found.end))
            yield Identifier(found.kind, passage.start + first, passage.start + last, "encoded")

    def _all(self, passage: Passage) -> Iterator[Identifier]:
        text, start, end = passage.folded.text, passage.start, passage.end
        rows = _DIGITS.findall(text, start, end)
        digits = sum(map(len, rows))
        if digits >= 7:
            for match in _ROW.finditer(text, start, end):
                yield from self._row(passage, match.start(), match.end())
            if digits >= 9:
                yield from self._split_lines(text, start, end)
            if digits >= 9:
                yield from self._filled(text, start, end)
            for match in _BOXED.finditer(text, start, end):
                yield from self._boxed(text, match.start(), match.end())
            yield from self._schemes(text, start, end)
        if not _TOLL_CODES.isdisjoint(rows):
            yield from self._toll_free(passage)
        if digits >= 4 and _LEET_HINT.search(text, start, end):
            yield from self._leet(passage)
        others = (*self._spoken(text, start, end, rows, self._context), *written(text, start, end, self._context))
        for first, last, form in others:
            if passage.draft.layer_at(passage.folded.starts[first]) is not Layer.CODE:
                yield Identifier("phone", first, last, form)

    def _row(self, passage: Passage, start: int, end: int) -> Iterator[Identifier]:
        """The number of a row of digits, or the numbers of a list of them."""
        text = passage.folded.text
        cuts = [start, *(place for part in _PARTS.finditer(text, start, end) for place in part.span()), end]
        parts = list(zip(cuts[::2], cuts[1::2], strict=True))
        if len(parts) > 1 and all(sum(c.isdigit() for c in text[first:last]) >= 7 for first, last in parts):
            yield from (found for first, last in parts if (found := self._number(passage, first, last)))
        elif found := self._number(passage, start, end):
            yield found
        elif len(parts) > 1:
            yield from (found for first, last in parts if (found := self._number(passage, first, last)))

    def _number(self, passage: Passage, start: int, end: int) -> Identifier | None:
        text = passage.folded.text
        while start < end and not (text[start].isdigit() or text[start] in "+("):
            start += 1
        while start < end and not (text[end - 1].isdigit() or (text[end - 1] == ")" and "(" in text[start:end])):
            end -= 1
        if start < end and text[start] == "(" and ")" not in text[start:end]:
            start += 1
        raw = text[start:end]
        if plus := _PLUS_WORD.search(text, max(0, start - 12), start):
            start, raw = plus.start(), "+" + raw
        digits = len(re.sub(r"\D", "", raw))
        if not 7 <= digits <= 15 or not self._is_phone(passage, start, end, raw, digits):
            return None
        if extension := _EXTENSION.match(text, end):
            end = extension.end()
        return Identifier("phone", start, end, "literal")

    def _is_phone(self, passage: Passage, start: int, end: int, raw: str, digits: int) -> bool:
        text, context = passage.folded.text, self._context
        if context.glued(text, start, end) or passage.draft.layer_at(passage.folded.starts[start]) is Layer.COMMENT:
            return False
        cue, near = context.cues(text, start, end)
        if shapes.no_number(raw, cue == 4) or context.excluded(text, start, end) or context.fixture(text, start, end):
            return False
        if shapes.odd(raw) and cue < 2:
            return False
        if shapes.international(raw) or shapes.north_american(raw) or shapes.one_by_one(raw):
            return True
        if (
            context.measured(text, end)
            or context.quantity(text, end)
            or shapes.round_number(raw)
            or (shapes.postal(raw) and cue < 3)
        ):
            return False
        if shapes.trunk(raw) or shapes.area(raw) or (digits >= 9 and context.disguised(passage, start, end)):
            return True
        if shapes.listed(raw):
            return cue >= 3 and (shapes.groups(raw) in ([3, 3, 4], [5, 5]) or (cue == 4 and shapes.set_apart(raw)))
        if digits > 8 and context.signed(text, start, end):
            return True
        if shapes.local(raw) and context.called(text, start, end):
            return True
        if shapes.spaced_amount(raw) or digits < 9:
            return cue >= 3 or (
                cue > 0 and digits >= 7 and len(shapes.groups(raw)) > 1 and not shapes.spaced_amount(raw)
            )
        return cue > 0 or near

    def _schemes(self, text: str, start: int, end: int) -> Iterator[Identifier]:
        for match in _SCHEME.finditer(text, start, end):
            yield Identifier("phone", match.start(), match.end(), "link")

    def _filled(self, text: str, start: int, end: int) -> Iterator[Identifier]:
        for match in _FILLED.finditer(text, start, end):
            plain = "".join(_DIGITS.findall(match.group()))
            sure = match[1] or (match.group()[0] == "+" and shapes.international("+" + plain))
            if sure or (9 <= len(plain) <= 14 and self._context.cues(text, *match.span())[1]):
                yield Identifier("phone", match.start(), match.end(), "filled")

    def _boxed(self, text: str, start: int, end: int) -> Iterator[Identifier]:
        """Digits in boxes: [4] [1] [5]."""
        while text[end - 1] not in "])}>":
            end -= 1
        groups = _DIGITS.findall(text, start, end)
        plain = " ".join(groups)
        if 9 <= sum(map(len, groups)) <= 14 and (shapes.one_by_one(plain) or self._context.cues(text, start, end)[0]):
            yield Identifier("phone", start, end, "boxed")

    def _split_lines(self, text: str, start: int, end: int) -> Iterator[Identifier]:
        """A number broken by the end of a line."""
        for match in _LINES.finditer(text, start, end):
            raw = match.group().replace("\n", " ")
            digits = len(re.sub(r"\D", "", raw))
            first, _, second = (re.sub(r"\D", "", part) for part in match.group().partition("\n"))
            code = match.group()[0] == "+" and len(first) <= 4
            if not 9 <= digits <= 14 or (len(second) >= 9 and not code) or len(first) >= 9 or shapes.no_number(raw):
                continue
            cue, _ = self._context.cues(text, match.start(), match.end())
            if (cue or shapes.international(raw)) and not self._context.excluded(text, match.start(), match.end()):
                yield Identifier("phone", match.start(), match.end(), "split")

    def _toll_free(self, passage: Passage) -> Iterator[Identifier]:
        """Numbers with letters, as on a keypad: 1-800-555-BILL."""
        text = passage.folded.text
        for match in _TOLL_FREE.finditer(text, passage.start, passage.end):
            rest = re.sub(r"[- ]", "", match[1])
            first, last = passage.folded.source(match.start(1), match.end(1))
            source = passage.draft.text[first:last]
            if len(rest) == 7 and not rest.isdigit() and re.fullmatch(r"[A-Z0-9 -]+", source):
                yield Identifier("phone", match.start(), match.end(), "keypad")

    def _leet(self, passage: Passage) -> Iterator[Identifier]:
        """Numbers with letters drawn like digits: 4l5-SSS-OI32."""
        text = passage.folded.text
        for match in _LEET.finditer(text, passage.start, passage.end):
            for start, end in self._leet_runs(passage, match):
                raw = text[start:end]
                plain = raw.translate(_LEET_DIGITS)
                real, digits = sum(c.isdigit() for c in raw), len(re.sub(r"\D", "", plain))
                if real < 3 or not 7 <= digits <= 14 or real == digits or _DATED.search(raw) or shapes.no_number(plain):
                    continue
                cue, near = self._context.cues(text, start, end)
                shaped = shapes.international(plain) or shapes.north_american(plain) or shapes.trunk(plain)
                if shaped or shapes.groups(plain) == [5, 5] or cue or (near and digits >= 9):
                    yield Identifier("phone", start, end, "letters for digits")

    @staticmethod
    def _leet_runs(passage: Passage, match: re.Match[str]) -> Iterator[tuple[int, int]]:
        """The longest stretches of pieces that are digits in disguise and no word, unit or model name."""
        start = end = -1
        for piece in _LEET_PIECE.finditer(match.group()):
            first, last = (match.start() + place for place in piece.span())
            source = passage.draft.text[slice(*passage.folded.source(first, last))]
            if not _is_leet(piece.group(), "".join(c for c in source if c.isascii() and c.isalpha())):
                if start >= 0:
                    yield start, end
                start = -1
                continue
            if start < 0:
                start = first
                while start > match.start() and passage.folded.text[start - 1] in "+(":
                    start -= 1
            end = last
        if start >= 0:
            yield start, end


def _is_leet(piece: str, letters: str) -> bool:
    """Whether a piece is a group of digits, some of which may be letters; `letters` are those of the source."""
    plain = letters.lower()
    if not letters:
        return True
    if len(letters) == len(piece):
        repeated = len(set(plain)) == 1 and plain[0] in "oilsz"
        if len(letters) > 4 or not (repeated or (len(letters) == 2 and set(plain) <= set("oil"))):
            return False
    marks = "".join(c for c in letters if c.lower() not in "oil")
    if marks and not marks.isupper():
        return False
    if _SHORT_UNIT.fullmatch(piece):
        return len(piece) > 2 and letters.isupper()
    return _UNIT.fullmatch(piece) is None


def recogniser(words: Mapping[str, tuple[str, ...]]) -> Recogniser:
    """Finds phone, fax and messenger numbers."""
    return _Numbers(words)
