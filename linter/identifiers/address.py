"""Street and mailing addresses of the writer, in the forms of the larger countries; a city alone is none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from linter.draft import Layer
from linter.identifiers.base import Identifier, Passage, Recogniser
from linter.identifiers.email_spelled import alternatives

_HOUSE = r"\d{1,5}(?:\s?[a-h]\b|[a-h]?[-/]\d{1,4}[a-z]?)?"
_NAME = r"[^\W_][\w'.’-]{0,24}"
_NUMBER_MARK = r"(?:,?\s?(?:n[.ºo°]{1,2}|no\.?|nr\.?|num\.?|d\.|д\.|буд\.|№|#)?\s?)"
_POSTCODES = re.compile(
    r"""(?<![\w])(?: [a-z]{2},?\s{1,2}\d{5}(?:-\d{4})?      # CA 94607
      | [a-z]{1,2}\d[a-z\d]?\s?\d[a-z]{2}                  # NW1 6XE
      | [a-z]\d[a-z][\s-]?\d[a-z]\d                        # M5V 2T6
      | (?:vic|nsw|qld|wa|sa|tas|act|nt)\s{1,2}\d{4}
      | (?:[a-z]{1,2}-)?\d{4,6}(?:-\d{3,4})?\s[^\W\d_]{3,}  # 75004 Paris, 4000-999 Porto
      | \d{4}\s?[a-z]{2}\s[^\W\d_]{3,}                     # 1016 DX Amsterdam
      | \d{2}-\d{3}\s[^\W\d_]{3,} | \d{3}\s\d{2,3}\s[^\W\d_]{3,}
      | [^\W\d_]{3,},?\s(?:[a-z]{2}\s)?[-–]?\s?\d{5,6}     # Bhavnagar 364001
      | \d{5}-\d{3} | \d{3}-\d{4} | [^\W\d_]{3,}\s\d{4} )(?![\w])""",
    re.VERBOSE,
)
_BOX = re.compile(
    r"(?<!\w)(?:p\.?\s?o\.?\s?box|post(?:al)?\s(?:office\s)?box|postbus|postfach|apartado(?:\s(?:de\s)?(?:correos|postal))?|bp|b\.p\."
    r"|caixa postal|casella postale|c\.p\.|skrytka pocztowa|а/я|gpo box|locked bag|private bag)\s?(?:no\.?|n[.º°]|#|:)?\s?\d{1,6}(?!\w)"
)
_PLOT = re.compile(
    rf"(?<![\w/.-])(?:(?:flat|house|plot|shop|office|room|unit|block|blk|door|villa|h\.?\s?no|lot|apt|suite|gala|bungalow|no|#)\.?\s?(?:no\.?\s?|#\s?)?)?"
    rf"[a-z]?[-/]?\d{{1,4}}(?:[-/][a-z\d]{{1,4}}){{0,2}}[a-z]?,\s(?:[^,\n.;:!?]{{2,40}}(?:\.\s[^,\n.;:!?]{{2,40}})?,\s){{1,6}}[^,\n.;:!?\d]{{3,30}}(?:,\s[^,\n.;:!?\d]{{3,30}})?[\s-]{{1,3}}\d{{5,6}}(?!\w)"
)
_JAPAN = re.compile(r"(?<![\w.-])\d{1,3}-\d{1,3}(?:-\d{1,3})?,?\s[a-z][\w-]{2,20},\s[a-z][\w-]{2,20}-(?:ku|shi|cho|gun|machi)\b")
_HOUSE_STREET = re.compile(
    r"(?<!\w)(?:house|h|flat|plot)\.?\s?(?:no\.?\s?|#\s?)?\d{1,4}[-/]?[a-z]?,?\s(?:street|st|lane|gali|road|block|sector)\.?\s?(?:no\.?\s?|#\s?)?\d{1,3}\b"
)
_NO_STREETS = frozenset(
    "google test hard disk flash usb thumb pen tape cloud shared one all single two three four five wheel street red high easy best only long half "
    "open public data trello kanban next previous main-stage wall theme amusement food retail ball dog central skate business industrial water car "
    "jurassic linkin south work tech app web mobile seo".split()
)
_SMALL = frozenset("of the de la le les du des da das do dos del di della dei von van der den zum zur am an im auf et y e na nad pod w u".split())


class _Addresses:
    def __init__(self, words: Mapping[str, tuple[str, ...]]) -> None:
        endings = alternatives(words["street-words"])
        prefixes = "|".join(re.escape(word).replace(r"\ ", r"\s") for word in sorted(words["street-prefixes"], key=len, reverse=True))
        suffixes = "|".join(sorted(map(re.escape, words["street-endings"]), key=len, reverse=True))
        self._number_first = re.compile(
            rf"(?<![\w$€£#.,:/-])(?P<house>{_HOUSE}),?\s{{1,2}}(?P<name>(?:{_NAME}\s{{1,2}}){{1,4}}?)(?P<street>{endings})(?:\.|\b)(?![\w'-])"
        )
        self._prefixed = re.compile(
            rf"(?<![\w])(?:(?P<house>{_HOUSE})(?:\s(?:bis|ter|quater))?,?\s{{1,2}}(?P<before>{prefixes})\.?\s(?P<name1>(?:{_NAME}[ ]){{0,4}}{_NAME})"
            rf"|(?P<after>{prefixes})\.?\s(?P<name2>(?:{_NAME}[ ]){{0,5}}?{_NAME}){_NUMBER_MARK}\d{{1,5}}[a-z]?(?:[/-]\d{{1,4}}[a-z]?)?)(?![\w])"
        )
        self._suffixed = re.compile(
            rf"(?<!\w)(?P<name>(?:{_NAME}\s){{0,2}}[^\W\d_][\w-]{{1,24}}(?:{suffixes})\.?|[^\W\d_]{{3,20}}[ -](?:{suffixes})\.?)\s(?P<house>\d{{1,4}}\s?[a-h]?(?:[-/]\d{{1,4}}[a-z]?)?)(?![\w.:%])"
        )
        self._cue = re.compile(rf"(?<!\w)(?:{alternatives(words['address-cues'])})(?!\w)")
        self._foreign = re.compile(rf"(?<!\w)(?:{alternatives(words['not-own-addresses'])})(?!\w)")
        self._unit = re.compile(rf"(?<!\w)(?:{alternatives(words['address-units'])})\.?\s?(?:no\.?\s?)?#?\d{{1,5}}[a-z]?(?!\w)|#\s?\d{{1,4}}[a-z]?(?!\w)|(?<!\w)\d{{1,2}}\.?\s?[ºoa°]\s|(?<!\w)\d{{1,2}}(?:st|nd|rd|th)\sfloor|(?<!\w)\d{{1,2}}\s?(?:tr|og|piso|étage|etage|floor)\b")
        self._digit = re.compile(r"\d")

    def __call__(self, passage: Passage) -> Iterator[Identifier]:
        text, start, end = passage.folded.text, passage.start, passage.end
        if not self._digit.search(text, start, end):
            return
        for match in _BOX.finditer(text, start, end):
            if self._cued(text, match) or not self._others(text, match.start(), match.end()):
                yield from self._report(passage, match, "box")
        for pattern, form in ((self._number_first, "street"), (self._prefixed, "street"), (self._suffixed, "street")):
            for match in pattern.finditer(text, start, end):
                if self._street(passage, match):
                    yield from self._report(passage, match, form)
        for pattern in (_PLOT, _JAPAN, _HOUSE_STREET):
            for match in pattern.finditer(text, start, end):
                if self._capital(passage, match.start(), match.end()) and (self._cued(text, match) or self._line_alone(text, match)):
                    yield from self._report(passage, match, "plot")

    def _street(self, passage: Passage, match: re.Match[str]) -> bool:
        text = passage.folded.text
        parts = match.groupdict()
        name_group = next(key for key in ("name", "name1", "name2") if parts.get(key))
        name = parts[name_group]
        first_word = name.split()[0]
        if first_word.strip(".'") in _NO_STREETS or not self._named(passage, *match.span(name_group)):
            return False
        stop = self._reach(passage, match.end())
        cued = self._cued(text, match)
        if self._others(text, match.start(), stop) and not self._own(text, match.start()):
            return False
        place = text[match.start() : stop]
        rest = text[match.end() : stop]
        coded = _POSTCODES.search(rest) is not None or self._unit.search(rest) is not None
        if parts.get("street") and not self._capital_at(passage, match.start("street")) and not coded:
            return False
        return coded or cued or self._line_alone(text, match, stop) or (parts.get("after") is not None and "," in place)

    def _named(self, passage: Passage, start: int, end: int) -> bool:
        """Whether the words of the name are capitals in the source, small words and ordinals aside."""
        for word in re.finditer(r"[^\s,]+", passage.folded.text[start:end]):
            if word.group() in _SMALL or word.group()[0].isdigit():
                continue
            if not self._capital_at(passage, start + word.start()):
                return False
        return True

    @staticmethod
    def _capital_at(passage: Passage, place: int) -> bool:
        char = passage.draft.text[passage.folded.starts[place]]
        return char.isupper() or not (char.islower() or char.isdigit())

    def _capital(self, passage: Passage, start: int, end: int) -> bool:
        first, last = passage.folded.source(start, end)
        return sum(1 for word in re.findall(r"[^\W\d_]\w*", passage.draft.text[first:last]) if word[0].isupper()) >= 2

    def _reach(self, passage: Passage, end: int) -> int:
        """Where the rest of the address ends: unit, place, region, code."""
        text = passage.folded.text
        limit = min(len(text), end + 110)
        for _ in range(14):
            step = re.compile(r"(?:,|\.,|\s-)?[ ]{0,2}(?:\n[ \t]{0,2})?(?=\S)").match(text, end, limit)
            word = re.compile(r"[#(]?[\w][\w.'º°/&-]*\)?").match(text, step.end() if step else end, limit)
            if step is None or word is None or word.start() == end:
                break
            capital = self._capital_at(passage, word.start() + (word.group()[0] in "#("))
            if not (capital or any(c.isdigit() for c in word.group()) or (step.group().startswith(",") and word.group() in _SMALL | {"tr", "near", "nr", "opp"})):
                break
            if word.group().endswith(".") and len(word.group()) > 5:
                return word.end() - 1
            end = word.end()
        while text[end - 1] in ".,-":
            end -= 1
        return end

    def _cued(self, text: str, match: re.Match[str]) -> bool:
        before = text[max(0, match.start() - 90) : match.start()]
        before = re.split(r"[.!?]\s(?=\S)|\n\s*\n", before)[-1] if not re.search(r"[.!?]\s\Z", before) else before[-2:]
        return self._cue.search(before) is not None

    @staticmethod
    def _own(text: str, start: int) -> bool:
        return re.search(r"\b(?:my|our|visit us|ship|send (?:it|them)|mail (?:it|them)|post (?:it|them)|come by)\b[^.!?\n]{0,50}\Z", text[max(0, start - 70) : start]) is not None

    def _others(self, text: str, start: int, end: int) -> bool:
        before, after = text[max(0, start - 90) : start], text[end : end + 50]
        before = re.split(r"[.!?]\s|\n\s*\n", before)[-1]
        after = re.split(r"[.!?]\s|\n", after)[0]
        return self._foreign.search(before) is not None or self._foreign.search(after) is not None

    @staticmethod
    def _line_alone(text: str, match: re.Match[str], stop: int | None = None) -> bool:
        """Whether the address is a line of its own, as in a signature."""
        before = text[max(0, match.start() - 3) : match.start()]
        after = text[(stop or match.end()) : (stop or match.end()) + 3]
        return (match.start() == 0 or "\n" in before) and (not after.strip(" .,") or after.lstrip(" .,").startswith("\n"))

    def _report(self, passage: Passage, match: re.Match[str], form: str) -> Iterator[Identifier]:
        if passage.draft.layer_at(passage.folded.starts[match.start()]) not in (Layer.CODE, Layer.COMMENT):
            yield Identifier("address", match.start(), self._reach(passage, match.end()), form)


def recogniser(words: Mapping[str, tuple[str, ...]]) -> Recogniser:
    """Finds street and mailing addresses by which the writer can be visited or written to."""
    return _Addresses(words)
