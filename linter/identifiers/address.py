"""Street and mailing addresses of the writer, in the forms of the larger countries; a city alone is none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from linter.draft import Draft, Layer
from linter.identifiers.address_chain import Chain, Chains
from linter.identifiers.address_forms import Forms
from linter.identifiers.address_parts import Part, Streets
from linter.identifiers.base import Identifier, Passage, Recogniser
from linter.identifiers.email_judge import Judge
from linter.identifiers.patterns import lazy
from linter.identifiers.phrases import Phrases
from linter.identifiers.surroundings import has

_POSTCODES = lazy(
    r"(?<!\w)(?:[a-z]{2},?\s{1,2}\d{5}(?:-\d{4})?"  # CA 94607
    r"|[a-z]{1,2}\d[a-z\d]?\s?\d[a-z]{2}"  # NW1 6XE
    r"|[a-z]\d[a-z][\s-]?\d[a-z]\d"  # M5V 2T6
    r"|(?:vic|nsw|qld|wa|sa|tas|act|nt)\s{1,2}\d{4}"
    r"|(?:[a-z]{1,2}-)?\d{4,6}(?:-\d{3,4})?\s[^\W\d_]{3,}"  # 75004 Paris, 4000-999 Porto
    r"|\d{4}\s?[a-z]{2}\s[^\W\d_]{3,}"  # 1016 DX Amsterdam
    r"|\d{2}-\d{3}\s[^\W\d_]{3,}|\d{3}\s\d{2,3}\s[^\W\d_]{3,}"  # 60-999 Poznań, 211 99 Malmö
    r"|[^\W\d_]{3,},?\s(?:[a-z]{2}\s)?-?\s?\d{5,7}"  # Bhavnagar 364001
    r"|\d{5}-\d{3}|[^\W\d_]{3,}\s\d{4})(?!\w)"
)
_BOX = lazy(
    r"(?<![^\W_])(?:p\.?\s?o\.?\s?box|post(?:al)?\s(?:office\s)?box|postbus|postfach|apartado(?:\s(?:de\s)?(?:correos|postal))?"
    r"|boite postale|b\.p\.|caixa postal|casella postale|skrytka pocztowa|а/я|gpo box|locked bag|private bag)"
    r"\s?(?:no\.?|n[.º°]|#|:)?\s?\d{1,6}(?!\w)"
)
# Flat or house first, then comma by comma to a code of five or six digits: B-407, Shivalik Crest, nr. Octroi Naka, Bhavnagar 364001.
_PLOT = lazy(
    r"(?<![\w/.-])(?:(?:flat|house|plot|shop|office|room|unit|block|blk|door|villa|h\.?\s?no|lot|apt|suite|gala|bungalow|no|ap|apto|depto)"
    r"\.?\s?(?:no\.?\s?|#\s?)?)?#?[a-z]?[-/]?\d{1,4}(?:[-/][a-z\d]{1,4}){0,2}[a-z]?,\s"
    r"(?:[^,\n.;:!?]{2,40}(?:\.\s[^,\n.;:!?]{2,40})?,\s){1,6}[^,\n.;:!?\d]{3,30}[\s-]{1,3}\d{5,6}(?!\w)"
)
_BLOCK_LOT = lazy(
    r"(?<!\w)(?:blk|block)\.?\s?\d{1,3}[a-z]?,?\s(?:lot\s\d{1,3}|[^,\n]{3,40}\s(?:st|street|ave|avenue|road|rd)\b)"
)
_JAPAN = lazy(
    r"(?<![\w.-])\d{1,3}-\d{1,3}(?:-\d{1,3})?,?\s[a-z][\w-]{2,20},\s[a-z][\w-]{2,20}-(?:ku|shi|cho|gun|machi)\b"
)
_NUMBERED_STREET = lazy(
    r"(?<!\w)(?:house|h|flat|plot)\.?\s?(?:no\.?\s?|#\s?)?\d{1,4}[-/]?[a-z]?,?\s(?:street|st|lane|gali|road|block|sector)\.?\s?(?:no\.?\s?|#\s?)?\d{1,3}\b"
)
_GRID = lazy(
    r"(?<!\w)(?:calle|cl|cra|kra|carrera|kr|av|avenida|diagonal|dg|diag|transversal|trans|tv)\.?\s\d{1,3}[a-z]{0,2}(?:\s(?:bis|sur|norte|este|oeste))?\s?"
    r"(?:#|no?\.?|n[°º]|-)\s?\d{1,3}\s?[a-z]?\s?[-–]\s?\d{1,3}(?!\w)"
)
_PLOT_HINT = lazy(r"\d[a-z]?,\s|blk|block|house|flat|plot|\d-\d")
_UNIT_NUMBER = lazy(r"\.?\s?(?:no\.?\s?)?#?\d{1,5}[a-z]?(?!\w)")
_OTHER_UNITS = lazy(
    r"#\s?\d{1,4}[a-z]?(?!\w)|(?<!\w)\d{1,2}\.?\s?[oa°](?:\s|,|$)|(?<!\w)\d{1,2}(?:st|nd|rd|th)\sfloor|(?<!\w)\d{1,2}\.?\s?(?:tr|og|piso|etage|floor|andar|esq|dto)\b"
    r"|(?<!\w)(?:apt|ste|suite|unit|flat)\.?\s?[a-z]?\d{0,4}\b"
)
_OWN = lazy(r"\b(?:my|our|visit us|ship|send (?:it|them)|mail (?:it|them)|post (?:it|them)|come by)\b[^.!?\n]{0,50}\Z")
_STOP = lazy(r"[.!?]\s(?=\S)|\n\s*\n")
_STEP = lazy(r"(?:[,،]|\.,|\s-)?[ ]{0,2}(?:\n[ \t]{0,2})?(?=\S)")
_WORD = lazy(r"[#(]?[\w][\w.'º°/&-]*\)?")
_CONTACT = lazy(
    r"(?:t|p|m|e|w|f|tel|telephone|telefon|phone|mob|mobile|cell|fax|e-?mail|mail|whatsapp|web|www|skype)\b"
)
_DIGITS = lazy(r"\d")
_FORMAT_HINT = lazy(
    r"\w(?:\*\*|~~|</?(?:b|i|u|em|strong|span|font)>)[\w ]|[\w ](?:\*\*|~~|</?(?:b|i|u|em|strong|span|font)>)\w"
)
_FORMAT = lazy(r"\*{2,3}|~~|</?(?:b|i|u|em|strong|span|font)>")
_LEADS = lazy(
    r"(?:\s(?:is|are|at|to|in|on|es|est|ist|é|jest|adalah|di|ko|po|ay|nasa|hai|for)\b){0,3}\s?[:=–|-]?\s{0,3}(?=[^\n]{0,60}\d)"
)
_NEXT = lazy(r"\s?[,;|/–-]\s?(?=[^\W\d_]{3})")
_CLAUSE = lazy(r"[.!?]\s|\n|[;|]")
_WORD_START = lazy(r"(?<![^\W_])[^\W\d_](?=[^\W_]{2})")
_REACH = 110
ENOUGH = 2.5  # what the parts of a row must say after a word for addresses


class _Addresses:
    def __init__(self, words: Mapping[str, tuple[str, ...]]) -> None:
        self._streets = Streets(words)
        self._chains, self._forms = Chains(words), Forms(words)
        self._cues = Phrases(words["address-cues"])
        self._foreign = Phrases(words["not-own-addresses"])
        self._small = frozenset(words["name-particles"])
        self._units = Phrases(words["address-units"])

    def __call__(self, passage: Passage) -> Iterator[Identifier]:
        text, start, end = passage.folded.text, passage.start, passage.end
        if not _DIGITS.search(text, start, end):
            return
        yield from self._plain(passage)
        for other in (*self._unformatted(passage), *self._lower(passage)):
            for found in self._plain(other.passage):
                yield Identifier("address", *other.place(found.start, found.end), found.form)

    @staticmethod
    def _unformatted(passage: Passage) -> Iterator[_Reading]:
        """The passage without formatting that begins or ends within a word."""
        first, last = passage.folded.source(passage.start, passage.end)
        source = passage.draft.text[first:last]
        if has(source, 0, len(source), "**", "~~", "<") and _FORMAT_HINT.search(source):
            marks = {place for mark in _FORMAT.finditer(source) for place in range(*mark.span())}
            places = [first + place for place in range(len(source)) if place not in marks]
            yield _Reading(passage, "".join(passage.draft.text[place] for place in places), places)

    def _lower(self, passage: Passage) -> Iterator[_Reading]:
        """What follows a word for addresses and has no capitals, with a capital for every word."""
        text, source = passage.folded.text, passage.draft.text
        last = passage.start
        if not self._cues.in_passage(text, passage.start, passage.end):
            return
        for _, cue in self._cues.find(text, passage.start, passage.end):
            tail = _LEADS.match(text, cue)
            if cue < last or tail is None:
                continue
            last = min(passage.end, tail.end() + _REACH)
            first, stop = passage.folded.source(tail.end(), last)
            stretch = source[first:stop].split("\n\n")[0]
            if _DIGITS.search(stretch) and not any(c.isupper() for c in _CLAUSE.split(stretch)[0]):
                raised = _WORD_START.sub(lambda word: word.group().upper(), stretch)
                if len(raised) == len(stretch):
                    cue_word = source[max(0, first - 9) : first].rjust(9)
                    yield _Reading(
                        passage, "Address: " + raised, [*range(first - len(cue_word), first), *range(first, stop)]
                    )

    def _plain(self, passage: Passage) -> Iterator[Identifier]:
        text, start, end = passage.folded.text, passage.start, passage.end
        for match in _BOX.finditer(text, start, end):
            if self._cued(text, match.start()) or not self._others(text, match.start(), match.end()):
                yield from self._report(passage, match.start(), match.end(), "box")
        for part in self._streets(passage):
            if self._is_address(passage, part):
                yield from self._report(passage, part.start, part.end, "street")
        for match in _GRID.finditer(text, start, end):
            yield from self._report(passage, match.start(), match.end(), "grid")
        if _PLOT_HINT.search(text, start, end):
            for pattern in (_PLOT, _BLOCK_LOT, _JAPAN, _NUMBERED_STREET):
                for match in pattern.finditer(text, start, end):
                    known = self._cued(text, match.start()) or self._line_alone(text, match.start(), match.end())
                    if known and self._capitals(passage, match.start(), match.end()):
                        yield from self._report(passage, match.start(), match.end(), "plot")

        yield from self._in_forms(passage)
        for chain in self._chains(passage):
            if self._is_chain(passage, chain):
                yield from self._report(passage, chain.start, chain.end, "parts")

    def _in_forms(self, passage: Passage) -> Iterator[Identifier]:
        """Whole addresses in the forms of single countries."""
        text = passage.folded.text
        for first, last, sure in self._forms(passage):
            known = sure or self._cued(text, first) or self._line_alone(text, first, self._reach(passage, last))
            if known and not self._others(text, first, last) and (sure or self._capitals(passage, first, last)):
                yield from self._report(passage, first, last, "form")

    def _is_chain(self, passage: Passage, chain: Chain) -> bool:
        """Whether a row of parts says enough, by itself or after a word for addresses."""
        text = passage.folded.text
        stop = self._reach(passage, chain.end)
        if self._others(text, chain.start, stop) and not _OWN.search(text, max(0, chain.start - 70), chain.start):
            return False
        following = _NEXT.match(text, chain.end)
        followed = following and passage.draft.text[passage.folded.starts[following.end()]].isupper()
        if not (chain.named or followed or stop > chain.end + 3):
            return False  # numbers without a name of anything
        code = _POSTCODES.search(text, chain.end, stop) is not None
        place = 0.5 if stop > chain.end + 3 else 0.0
        score = chain.score + (1.0 if code else place) - (0 if chain.capital else 1)
        if self._announced(text, chain.start):
            return score >= ENOUGH
        return score >= ENOUGH + (0.5 if self._line_alone(text, chain.start, stop) else 2)

    def _announced(self, text: str, start: int) -> bool:
        """Whether a word for addresses stands in the sentence before, or in the one before that where it leads to this one."""
        if self._cued(text, start):
            return True
        before = text[max(0, start - 60) : start].rstrip(" \n([{<«\"'*_`.:!")
        leads = before != text[max(0, start - 60) : start].rstrip(" \n([{<«\"'*_`")
        return leads and self._cues.before(before, before.rfind(". ") + 1, len(before)) > len(before) - 16

    def _is_address(self, passage: Passage, part: Part) -> bool:
        """Whether a street with its number is somebody's address, by the code, the unit or the words around it."""
        text = passage.folded.text
        stop = self._reach(passage, part.end)
        if self._others(text, part.start, stop) and not _OWN.search(text, max(0, part.start - 70), part.start):
            return False
        if _POSTCODES.search(text, part.end, stop) or self._unit(text, part.end, stop):
            return True
        if not part.capital:
            return False
        return (
            self._cued(text, part.start)
            or self._line_alone(text, part.start, stop)
            or (part.sure and "," in text[part.end : stop])
        )

    def _unit(self, text: str, start: int, end: int) -> bool:
        if _OTHER_UNITS.search(text, start, end):
            return True
        return any(_UNIT_NUMBER.match(text, last, end) for _, last in self._units.find(text, start, end))

    @staticmethod
    def _capitals(passage: Passage, start: int, end: int) -> bool:
        first, last = passage.folded.source(start, end)
        return sum(word[0].isupper() for word in passage.draft.text[first:last].split()) >= 2

    def _reach(self, passage: Passage, end: int) -> int:
        """Where the rest of the address ends: unit, place, region, code."""
        text, source, starts = passage.folded.text, passage.draft.text, passage.folded.starts
        limit = min(len(text), end + _REACH)
        for _ in range(14):
            step = _STEP.match(text, end, limit)
            word = _WORD.match(text, step.end(), limit) if step else None
            if step is None or word is None:
                break
            if "\n" in step.group() and not _next_line(text, step.end(), limit):
                break
            plain = word.group().strip("#()")
            first = source[starts[word.start() + (word.group()[0] in "#(")]]
            proper = first.isupper() or not (first.islower() or first.isdigit()) or any(c.isdigit() for c in plain)
            if not proper and not ("," in step.group() and (plain.rstrip(".") in self._small or plain in self._units)):
                break
            if plain.endswith(".") and len(plain) > 5:
                return word.end() - 1
            end = word.end()
        while text[end - 1] in ".,-":
            end -= 1
        return end

    def _cued(self, text: str, start: int) -> bool:
        first = max(0, start - 90)
        first = max((match.end() for match in _STOP.finditer(text, first, start)), default=first)
        return self._cues.inside(text, first, start)

    def _others(self, text: str, start: int, end: int) -> bool:
        """Whether the sentence is about a listing, a project or a test."""
        first, last = max(0, start - 90), min(len(text), end + 50)
        first = max((match.end() for match in _STOP.finditer(text, first, start)), default=first)
        if stop := _STOP.search(text, end, last):
            last = stop.start()
        return self._foreign.inside(text, first, start) or self._foreign.inside(text, end, last)

    @staticmethod
    def _line_alone(text: str, start: int, stop: int) -> bool:
        """Whether the address is a line of its own, as in a signature."""
        before, after = text[max(0, start - 3) : start], text[stop : stop + 3]
        return (start == 0 or "\n" in before) and (not after.strip(" .,") or after.lstrip(" .,").startswith("\n"))

    def _report(self, passage: Passage, start: int, end: int, form: str) -> Iterator[Identifier]:
        draft, place = passage.draft, passage.folded.starts[start]
        layer = draft.layer_at(place)
        if layer is Layer.CODE:
            region = next(region for region in draft.regions if region.start <= place < region.end)
            if Judge.in_code(draft.text[region.start : region.end]):
                return
        if layer is not Layer.COMMENT:
            yield Identifier("address", start, self._reach(passage, end), form)


class _Reading:
    """A stretch of a passage written otherwise, as a draft of its own; `places` are its characters' places in the source."""

    def __init__(self, passage: Passage, text: str, places: list[int]) -> None:
        draft = Draft(text)
        self.passage = Passage(draft, 0, len(draft.folded.text))
        self._original, self._places = passage, places

    def place(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the original passage for one of this reading."""
        first, last = self.passage.folded.source(start, end)
        folded = self._original.folded
        begin = min(max(folded.offset(max(0, self._places[first])), self._original.start), self._original.end - 1)
        return begin, max(begin + 1, min(folded.offset(self._places[last - 1] + 1), self._original.end))


def _next_line(text: str, start: int, limit: int) -> bool:
    """Whether the line that begins at `start` goes on with the address: it holds a postal code and names no other contact."""
    end = text.find("\n", start, limit)
    end = limit if end < 0 else end
    return _POSTCODES.search(text, start, end) is not None and _CONTACT.match(text, start) is None


def recogniser(words: Mapping[str, tuple[str, ...]]) -> Recogniser:
    """Finds street and mailing addresses by which the writer can be visited or written to."""
    return _Addresses(words)
