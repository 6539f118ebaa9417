"""Numbers said in words, in a mix of words and digits, or in pieces with words between them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from linter.identifiers import phone_shapes as shapes
from linter.identifiers.glance import GLANCE
from linter.identifiers.patterns import LETTER, lazy
from linter.identifiers.phone_context import Context

_TOKEN = lazy(rf"(?:\d|{LETTER})+(?:'{LETTER}+)?|\n[ \t]*\n|[^\w\s]")
_PLAIN_WORD = lazy(r"[^\W_]+")
_MARKS = lazy(r"[\u0900-\u097f\u064b-\u0652]")
_WORD = lazy(rf"(?:\d|{LETTER})+(?:'{LETTER}+)?")
_COUNTED = lazy(
    r"\b(?:the\s)?(?:last|first|next|final|remaining|other)\s(?:two|three|four|five|six|seven|\d)(?:\s(?:digits?|numbers?|ones))?(?:\s(?:is|are|being))?\b"
)
_PLUS = lazy(r"\b(?:plus|mas|mais|più)[\s,:]{1,2}\Z|\+\s?\Z")
_OH = lazy(r"(?<![^\W_])oh?[ -]\Z")  # "o-nine-one-seven"
_ASIDE = lazy(r"[(\[{<][^\d()\[\]{}<>\n]{1,30}[)\]}>]")
_PIECED = lazy(
    r"\d[)\]]?[ ,.]{0,2}(?:[(\[{<][^\d)\]}>]{1,30}[)\]}>]"
    r"|(?:then|and|the|followed|lastly|finally|after|plus|dash|hyphen|space|minus|next|dot|comma|point|with|luego|despues|y|e|et|o|la|el|и|puis|und|dann"
    r"|guion|mas|traco|espaco|tiret|strich|potem|потом|затем|и|тире|lalu|dan|tapos|aur|phir|xxx?)\b)"
)

_DIGIT = "(?:zero|one|two|three|four|five|six|seven|eight|nine)"
_ENDED = lazy(r"[.!?][ \t]*\n")
_RUN_TOGETHER = lazy(rf"{_DIGIT}{{4}}|{_DIGIT}{{2}}[ ,.-]{{1,3}}{_DIGIT}{{2}}")
_ENDING = lazy(
    r"(?:last|final|first)\s(?:two|three|four|five|six|\d)\s?(?:digits?|numbers?)?\s?(?:is|are|being|:|=)?\s?(\d{2,6})\b"
    r"|(?:number|whatsapp|cell|mobile|phone|viber|line|it)\s(?:number\s)?(?:ends|starts|begins|ending|starting)\s(?:in|with|on)\s\+?(\d{2,6})\b"
)


@dataclass(slots=True)
class _Run:
    """Digits gathered so far, and from what."""

    start: int = 0
    end: int = 0
    digits: str = ""
    spoken: int = 0  # number words
    groups: list[int] = field(default_factory=list)  # lengths of groups written in digits
    fillers: int = 0  # words between digits
    pending: int = 0  # tokens since the last digit
    words: int = 0  # words among them
    repeat: int = 1
    tens: bool = False  # the last word was twenty, thirty …
    hundreds: bool = False  # the last word was one for two hundred, three hundred …, as Russian has them
    big: bool = False  # thousand and more: an amount
    mixed: bool = False


class SpokenNumbers:
    """Finds numbers that are not simply written in digits; made once from the word lists."""

    def __init__(self, words: Mapping[str, tuple[str, ...]]) -> None:
        values = dict(entry.split(" = ") for entry in words["number-words"])
        self._values = {word: value for word, value in values.items() if len(word) > 1 or word == "o"}
        self._doubtful = frozenset(words["doubtful-numbers"])
        sure = ((w, v) for w, v in self._values.items() if w not in self._doubtful)
        long = sorted((w for w, v in sure if len(w) > 2 and v.isdigit()), key=len, reverse=True)
        self._mixed = lazy(rf"(?:\d+|{'|'.join(map(re.escape, long))}|o|oh)+")
        self._pieces = lazy(rf"\d+|{'|'.join(map(re.escape, long))}|oh?")
        self._joined = lazy(
            r"\d(?:one|two|three|four|five|six|seven|eight|nine|zero|oh|o\d)|(?:one|two|three|four|five|six|seven|eight|nine|zero)\d"
        )
        self._heads = frozenset(name[:3] for name in long)
        self._fillers = frozenset(words["number-fillers"])
        self._gate = frozenset(word for word, value in self._values.items() if value.isdigit() and len(word) > 1)
        # A mark or an apostrophe within one is a part of it: what stands before must do.
        self._gate_sign = GLANCE.sign(words=(part for word in self._gate for part in _PLAIN_WORD.findall(word)))

    def __call__(
        self, text: str, start: int, end: int, rows: list[str], context: Context
    ) -> Iterator[tuple[int, int, str]]:
        """Place and form of each number between `start` and `end`, where the rows of digits are `rows`."""
        if rows:
            yield from self._endings(text, start, end, context)
        if not self._promising(text, start, end, rows):
            return
        for run in self._runs(text, start, end):
            if lead := _OH.search(text, max(start, run.start - 3), run.start):
                run.start, run.digits = lead.start(), "0" + run.digits
            if form := self._judge(text, run, context):
                plus = _PLUS.search(text, max(start, run.start - 8), run.start)
                yield plus.start() if plus else run.start, run.end, form

    def _promising(self, text: str, start: int, end: int, rows: list[str]) -> bool:
        """Whether enough number words and digits stand close together, so that a closer look pays."""
        if GLANCE(text, start, end) & self._gate_sign and self._close_together(text, start, end):
            return True
        digits = sum(map(len, rows))
        if digits >= 9 and _PIECED.search(text, start, end):
            return True
        joined = digits >= 2 and self._joined.search(text, start, end) is not None
        return joined or _RUN_TOGETHER.search(text, start, end) is not None

    def _close_together(self, text: str, start: int, end: int) -> bool:
        """Whether four number words or digits stand within a dozen words."""
        marked = text.find("'", start, end) >= 0 or _MARKS.search(text, start, end)
        words = (_WORD if marked else _PLAIN_WORD).findall(text, start, end)
        places = [index for index, word in enumerate(words) if word in self._gate or word[0] in "0123456789"]
        for index, last in enumerate(places[3:]):
            near = places[index : index + 4]
            if last - near[0] < 12 and any(words[place] in self._gate for place in near):
                return True
        return False

    def _endings(self, text: str, start: int, end: int, context: Context) -> Iterator[tuple[int, int, str]]:
        for match in _ENDING.finditer(text, start, end):
            first, last = match.span(1) if match[1] else match.span(2)
            cue, _ = context.cues(text, first, last)
            around = text[max(0, match.start() - 60) : last + 40]
            if cue or (
                match[1] and re.search(r"\b(?:number|phone|cell|mobile|whatsapp|viber|area code|dial|call)\b", around)
            ):
                yield first, last, "partial"

    def _runs(self, text: str, start: int, end: int) -> Iterator[_Run]:
        skips = sorted(match.span() for pattern in (_COUNTED, _ASIDE) for match in pattern.finditer(text, start, end))
        run = _Run()
        skip = 0
        for token in _TOKEN.finditer(text, start, end):
            place = token.start()
            while skip < len(skips) and skips[skip][1] <= place:
                skip += 1
            if skip < len(skips) and skips[skip][0] <= place < skips[skip][1]:
                if place == skips[skip][0]:
                    run.pending += 1
                    run.fillers += 1
                continue
            word = token.group()
            if not run.digits and run.repeat == 1 and not self._starts(word):
                continue
            ended = word[0].isalpha() and run.digits and _ENDED.search(text, run.end, place)
            if ended or not self._take(run, word, place, token.end()):
                if run.digits:
                    yield run
                run = _Run()
        if run.digits:
            yield run

    def _starts(self, word: str) -> bool:
        return (
            word in self._values
            or word[0].isdigit()
            or word[:3] in self._heads
            or (word[0] == "o" and word[1:2].isdigit())
        )

    def _take(self, run: _Run, word: str, start: int, end: int) -> bool:
        """Whether the token continues the run."""
        value = self._values.get(word)
        joined = run.tens and run.words == 1  # "treinta y tres"
        if word in self._doubtful and not (run.spoken and (not run.words or joined)):
            value = None
        if value is not None and (word != "o" or run.digits or run.repeat > 1):
            return self._take_value(run, value, start, end)
        if word.isdigit():
            if len(word) > 12 or not word.isascii():
                return False
            self._append(run, word * run.repeat if len(word) == 1 else word, start, end)
            run.groups.append(len(word))
            run.repeat, run.tens = 1, False
            return True
        if (
            len(word) > 1
            and (word[0].isdigit() or word[0] == "o" or word[:3] in self._heads)
            and self._mixed.fullmatch(word)
        ):
            for piece in self._pieces.findall(word):
                plain = self._values.get(piece, "0" if piece in ("o", "oh") else piece)
                self._append(run, plain if run.repeat == 1 else plain * run.repeat, start, end)
                run.repeat = 1
                run.spoken += not piece.isdigit() and piece != "o"
            run.mixed, run.tens = True, False
            return True
        if not run.digits and run.repeat == 1:
            return False
        run.pending += 1
        run.words += word[0].isalnum()
        if word in self._fillers:
            run.fillers += 1
            return run.pending <= 6
        return word in ",.-()/+:;*|•·~[]{}\"'" and run.pending <= 6

    def _take_value(self, run: _Run, value: str, start: int, end: int) -> bool:
        if value[0] == "x":
            run.repeat = int(value[1])
            if not run.digits:
                run.start = start
            return True
        if value[0] == "e":
            if not run.digits:
                return False
            run.big |= int(value[1]) > 2
            self._append(run, "0" * int(value[1]), start, end)
            run.spoken += 1
            return True
        if run.tens and len(value) == 1 and value != "0" and run.digits.endswith("0") and run.repeat == 1:
            run.digits = run.digits[:-1]
        if run.hundreds and len(value) < 3 and run.digits.endswith("00"):
            run.digits = run.digits[: -len(value)]
        self._append(run, value * run.repeat if len(value) == 1 else value, start, end)
        run.hundreds = len(value) == 3 or (run.hundreds and len(value) == 2)
        run.tens = len(value) == 2 and value[1] == "0" and value != "10"
        run.spoken += run.repeat
        run.repeat = 1
        return True

    @staticmethod
    def _append(run: _Run, digits: str, start: int, end: int) -> None:
        if not run.digits and run.repeat == 1:
            run.start = start
        run.digits += digits
        run.end = end
        run.pending = run.words = 0

    @staticmethod
    def _judge(text: str, run: _Run, context: Context) -> str:
        """How the run was recognised as a number; empty when it is none."""
        size = len(run.digits)
        if (
            not 7 <= size <= 15
            or len(set(run.digits)) < 3
            or run.digits in "12345678910111213"
            or run.digits[::-1] in "12345678910"
        ):
            return ""
        written = text[run.start : run.end]
        if context.glued(text, run.start, run.end):
            return ""
        cue, near = context.cues(text, run.start, run.end)
        if context.excluded(text, run.start, run.end) or context.fixture(text, run.start, run.end):
            return ""
        if run.spoken:
            enough = ((run.spoken >= 5 and size >= 9) or run.spoken >= 7 == size) and not run.big
            shaped = size in (10, 11) and (run.mixed or run.spoken >= 3) and not run.big
            shaped |= text[run.start - 1 : run.start] == "+" and shapes.international("+" + run.digits)
            sure = enough or shaped or (cue and (not run.big or cue == 3)) or (near and size >= 8 and not run.big)
            return ("words" if not run.groups else "mixed") if sure else ""
        if not run.fillers or size < 9 or shapes.no_number(written):
            return ""
        if text[run.start - 1 : run.start] == "+" and shapes.international("+" + run.digits):
            return "pieces"
        local = run.groups == [3, 3, 4] and run.digits[0] > "1" and run.digits[3] > "1"
        return (
            "pieces"
            if (cue or local or (near and size >= 10)) and max(run.groups) <= 8 and len(run.groups) >= 2
            else ""
        )
