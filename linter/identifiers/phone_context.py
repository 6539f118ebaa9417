"""What stands around a row of digits: words that announce a phone number, and words that make it something else."""

from __future__ import annotations

from collections.abc import Mapping

from linter.identifiers.base import Passage
from linter.identifiers.patterns import lazy
from linter.identifiers.phrases import Phrases
from linter.identifiers.signature import SIGN_OFF

_SENTENCE_END = lazy(
    r"(?<!\btel)(?<!\bno)(?<!\bph)(?<!\bmob)(?<!\bnr)(?<!\bтел)(?<!\bмоб)[.!](?=\s)(?!\s[\d+(])|\n[ \t]*\n"
)
_TOKEN_END = lazy(r"[\s<>()\[\]\"'*]")
_MONEY = lazy(r"[$€£¥₹₱₽₴]\s?\Z|\b(?:usd|eur|gbp|inr|rs|php|aud|cad)\.?\s?\Z")
_MONEY_AFTER = lazy(r"\s?(?:[$€£¥₹₱₽₴]|usd\b|eur\b|gbp\b|inr\b)")
_MEASURED = lazy(r"\s?[%°²³]")
_WEAK_TAIL = lazy(
    r"\.?(?:\s(?:me|us|at|on|is|to|hai|es|e|est|ist|by|via|now|directly|number|no|nr)\b){0,3}\s?[:=#>➡→👉.|-]{0,2}\s{0,2}[\"'(*`+\[]{0,2}\Z"
)
_OTHER_TAIL = lazy(
    r"(?:\s?(?:is|are|was|no|nr|number|num|id|of|to|like|#|:|=|-|\.|\()){0,3}\s{0,2}['\"(+`]{0,2}\s?\Z|\s?[\w./-]{0,16}(?:[-/]|\s#)\Z"
)
_SENTENCE = lazy(r"[.)]\s")
_ABBREVIATED = frozenset(
    (
        "no",
        "nr",
        "inv",
        "ref",
        "acc",
        "acct",
        "ver",
        "id",
        "art",
        "reg",
        "ser",
        "lic",
        "cert",
        "sec",
        "vol",
        "pp",
        "fig",
        "tel",
    )
)
_FOLLOWS = lazy(
    r"\W{0,4}(?:\b(?:is|are|es|é|e|est|ist|jest|ay|это|це|works|reversed|backwards|on|also)\b|here's|=|-|\()[^.!?,;\n]{0,32}"
)
_MINE = lazy(r"\b(?:my|mine|mi|meu|minha|mon|ma|mein|meine|mio|mia|mój|мой|мій|ko|saya)\b")
_PICTURED = lazy("[☎☏✆📞📱📲🕿🤙][\ufe0f\\s:.>-]{0,4}\\Z")
_LABELS_AFTER = lazy(r"\s?[(\[-]?\s?")
_PHRASE_END = lazy(r"\s?(?:[.,;:!)\]|\n]|\Z|(?:number|no|only|me|pls|please|also|available|anytime|and|or|us)\b)")
_ALONE_AFTER = lazy(r"[ \t]*(?:\n|\Z)")
# In Hindi and Urdu the word for calling follows: "+91 … पर कॉल करें", "0300 … pe whatsapp karo".
_POSTPOSITION = lazy(r"\W{0,4}(?:पर|पे|को|par|pe|pr|per|پر|کو)\s[^.!?,;\n]{0,24}")
_WORDS = lazy(r"[^\W\d_]+")
_SERIES = lazy(r"\d{4}/[a-z]\s?\Z")  # of an official journal: 2026/S 044-128812
_KEY = lazy(r"[\"'](?:phone|tel|telephone|mobile|cell|number|msisdn|fax)\w{0,8}[\"']\s?[:=]\s?[\"']?\Z")  # of data
_SEEN = lazy(
    r"\b(?:found|saw|seen|has|had|contains?|shows?|showed|reads?|stores?|stored|lists?|listed|typed|entered)\s[\"'(`]{0,2}\Z"
)
_OWN = lazy(
    r"\b(?:my|mine|our|ours|me|us|i'm|mi|mon|ma|mein\w{0,2}|unser\w{0,2}|meu|minha|mio|mia|mijn|moj[aei]?|mój|мой|моя|мне|мій|ko|saya|reach|whatsapp|viber|telegram|signal)\b"
)
_BOUND = lazy(r"[.!?]\s|\n")
_QUANTITY = lazy(r"\+?[\s-](?:(?:[a-z-]{2,14}\s){0,2})")
_LINK = lazy(r"\w\.[a-z]{2,}/|[?&=/]\Z")
_TEL = lazy(r"(?:tel|sms|callto):(?://)?\Z")
_LETTERS_END = lazy(r"[^\W\d_]+\Z")
_JOINED_LEFT = lazy(r"[^\W\d_]\d*[-_.]\Z")
_JOINED_RIGHT = lazy(r"[-_]?[^\W\d_]")
_ON_GOES = lazy(r"(?:now|or|and|call|text|whatsapp|ext|x\d|today|anytime|pls|please|me)")
_TAIL = lazy(r"[%/\\]\w|\.\d|:\d")
_GLUE_WORDS = frozenset(("call", "text", "at", "number", "no", "on", "me", "num", "nr", "is"))
_FANCY = frozenset("\u20e3①②③④⑤⑥⑦⑧⑨⓪❶❷❸❹❺❻❼❽❾⓿➀➁➂➃➄➅➆➇➈➊➋➌➍➎➏➐➑➒⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉０１２３４５６７８９⑴⑵⑶⑷⑸⑹⑺⑻⑼")


class Context:
    """Judges the surroundings of a row of digits; made once from the word lists."""

    def __init__(self, words: Mapping[str, tuple[str, ...]]) -> None:
        self._strong = Phrases(words["phone-cues"])
        self._weak = Phrases(words["calling-words"])
        self._other = Phrases(
            entry + plural for entry in words["not-phone-cues"] for plural in ("", "s") if entry[-1].isalnum()
        )
        self._fixtures = Phrases(words["phone-fixtures"])
        self._calls = frozenset(words["call-terms"])
        self._quantities = frozenset(words["quantity-words"])

    def cues(self, text: str, start: int, end: int) -> tuple[int, bool]:
        """How near a word for phones stands to the digits, and whether a weaker one leads directly to them.

        4 directly before, 3 some words before, 2 in the sentence before or right after, 0 nowhere.
        """
        if _PICTURED.search(text, max(0, start - 6), start):
            return 4, True
        first = self._sentence_before(text, start)
        last = self._strong.before(text, first, start)
        if last >= 0:
            if _WEAK_TAIL.match(text, last, start):
                return 4, True
            return (3 if start - last <= 24 else 2), True
        if (follows := _POSTPOSITION.match(text, end, min(len(text), end + 40))) and (
            self._strong.inside(text, end, follows.end()) or self._weak.inside(text, end, follows.end())
        ):
            return 3, True
        if (gap := _LABELS_AFTER.match(text, end)) and (
            (stop := self._strong.at(text, gap.end(), min(len(text), end + 32))) > 0 and _PHRASE_END.match(text, stop)
        ):
            return 3, True
        if (follows := _FOLLOWS.match(text, end, min(len(text), end + 48))) and self._strong.inside(
            text, end, follows.end()
        ):
            return (3 if _MINE.search(follows.group()) else 2), True
        last = self._weak.before(text, max(first, start - 40), start)
        return 0, last >= 0 and _WEAK_TAIL.match(text, last, start) is not None

    @staticmethod
    def signed(text: str, start: int, end: int) -> bool:
        """Whether the digits stand alone on a line at the end, below a greeting and a name."""
        if (
            text[start - 1 : start] not in ("\n", " ")
            or _ALONE_AFTER.match(text, end) is None
            or text[end : end + 160].count("\n") > 3
        ):
            return False
        rows = [row.strip() for row in text[max(0, start - 120) : start].split("\n")]
        return rows[-1] == "" and any(SIGN_OFF.match(row) and len(row) < 40 for row in rows[-4:-1])

    def called(self, text: str, start: int, end: int) -> bool:
        """Whether the sentences around speak of calling or of a number at all, for rows of the shape 555-0143."""
        first = self._sentence_before(text, start)
        return any(word in self._calls for word in _WORDS.findall(text, first, min(len(text), end + 30)))

    def excluded(self, text: str, start: int, end: int) -> bool:
        """Whether the digits are an amount of money, or an identifier of something else by the word before them."""
        if _MONEY.search(text, max(0, start - 6), start) or _MONEY_AFTER.match(text, end):
            return True
        before = text[max(0, start - 44) : start]
        if _SERIES.search(before):
            return True
        if before.rstrip().endswith("#"):
            return not self._strong.inside(before, len(before) - 14, len(before))
        last = self._other.before(before, 0, len(before))
        if last < 0 or _OTHER_TAIL.match(before, last) is None:
            return False
        if _SENTENCE.match(before, last) and before[:last].rsplit(None, 1)[-1] not in _ABBREVIATED:
            return False  # the word ends the sentence before
        return not self._strong.inside(before, max(0, last - 12), len(before))

    def fixture(self, text: str, start: int, end: int) -> bool:
        """Whether the sentence shows the number as test data, a prop or something found, and nobody is to be reached by it."""
        low, high = max(0, start - 90), min(len(text), end + 60)
        low = max((match.end() for match in _BOUND.finditer(text, low, start)), default=low)
        if _KEY.search(text, max(low, start - 24), start):
            return True
        if _OWN.search(text, low, start):
            return False
        stop = _BOUND.search(text, end, high)
        return (
            _SEEN.search(text, low, start) is not None
            or self._fixtures.inside(text, low, start)
            or self._fixtures.inside(text, end, stop.start() if stop else high)
        )

    @staticmethod
    def measured(text: str, end: int) -> bool:
        """Whether a sign after the digits makes them a share or a measure."""
        return _MEASURED.match(text, end) is not None

    def quantity(self, text: str, end: int) -> bool:
        """Whether a word after the digits makes them an amount of something."""
        match = _QUANTITY.match(text, end, min(len(text), end + 40))
        if match is None:
            return False
        words = text[end : end + 44].replace("-", " ").split()[:3]
        return any(word.strip(".,;:!?)") in self._quantities for word in words)

    def glued(self, text: str, start: int, end: int) -> bool:
        """Whether the digits are part of a link, a name, a version or a hash."""
        left = start
        while left > 0 and start - left < 200 and not _TOKEN_END.match(text[left - 1]):
            left -= 1
        token = text[left:start]
        if token:
            if "://" in token or "www." in token or _LINK.search(token):
                return not _TEL.search(token)
            if token[-1].isalnum():
                word = _LETTERS_END.search(token)
                if (
                    word is None
                    or word.group() == "gsm"
                    or (word.group() not in self._strong and word.group() not in _GLUE_WORDS)
                ):
                    return True
            if token[-1] in "-_." and _JOINED_LEFT.search(token) and not self._strong.inside(token, 0, len(token)):
                return True
            if token.endswith(("/", "@", "#", "$", "\\")):
                return True
        if _JOINED_RIGHT.match(text, end):
            return _ON_GOES.match(text, end) is None
        return _TAIL.match(text, end) is not None

    @staticmethod
    def disguised(passage: Passage, start: int, end: int) -> bool:
        """Whether the source writes the digits with emoji, circled, full-width or mathematical characters."""
        first, last = passage.folded.source(start, end)
        source = passage.draft.text[first:last]
        return not source.isascii() and sum(c in _FANCY or ord(c) > 0x1D7CD for c in source) >= 3

    @staticmethod
    def _sentence_before(text: str, start: int) -> int:
        """Where the sentence begins, or the one before where the digits stand nearly at the start of theirs."""
        first = max(0, start - 110)
        ends = [match.end() for match in _SENTENCE_END.finditer(text, first, start)]
        if ends and start - ends[-1] <= 16:
            ends.pop()
        return ends[-1] if ends else first
