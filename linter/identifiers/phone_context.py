"""What stands around a row of digits: words that announce a phone number, and words that make it something else."""

from __future__ import annotations

import re
from collections.abc import Mapping

from linter.identifiers.base import Passage
from linter.identifiers.email_spelled import alternatives

_SENTENCE_END = re.compile(r"(?<!\btel)(?<!\bno)(?<!\bph)(?<!\bmob)(?<!\bnr)(?<!\bтел)(?<!\bмоб)[.!?](?=\s)(?!\s[\d+(])|\n[ \t]*\n|[!?]\s")
_TOKEN_END = re.compile(r"[\s<>()\[\]\"'*]")
_MONEY = re.compile(r"[$€£¥₹₱₽₴]\s?\Z|\b(?:usd|eur|gbp|inr|rs|php|aud|cad)\.?\s?\Z")
_MONEY_AFTER = re.compile(r"\s?(?:[$€£¥₹₱₽₴%°²³]|usd\b|eur\b|gbp\b|inr\b|x\d)")


class Context:
    """Judges the surroundings of a row of digits; made once from the word lists."""

    def __init__(self, words: Mapping[str, tuple[str, ...]]) -> None:
        strong, weak, other = words["phone-cues"], words["calling-words"], words["not-phone-cues"]
        self._strong = re.compile(rf"(?<![^\W\d_])(?:{alternatives(strong)})(?![^\W\d_])")
        self._weak = re.compile(rf"(?<!\w)(?:{alternatives(weak)})\.?(?:\s(?:me|us|at|on|is|to|hai|es|é|e|est|ist)){{0,2}}\s?[:=#>➡→👉-]{{0,2}}\s{{0,2}}\Z")
        self._other = re.compile(
            rf"(?:(?<!\w)(?:{alternatives(other)})s?(?:\s?(?:is|are|was|no|nr|number|num|id|of|to|like|#|:|=|-|–|\.)){{0,3}}\s{{0,2}}['\"(+]{{0,2}}\s?|#\s?)\Z"
        )
        self._quantity = re.compile(rf"\+?\s(?:[a-z-]{{2,14}}\s){{0,1}}(?:{alternatives(words['quantity-words'])})(?!\w)")
        self._follows = re.compile(r"\W{0,4}(?:is|are|works|reversed|backwards|on|here's|=|-|\()?\W{0,3}(?:(?:is|my|the|our|a|for|to|on|here's|best|this)\s){0,4}")

    def cues(self, text: str, start: int, end: int) -> tuple[bool, bool]:
        """Whether a word for phones stands in the sentence before the digits or right after, and whether a weaker one is next to them."""
        before = self._sentence_before(text, start)
        strong = self._strong.search(before) is not None
        if not strong:
            follows = self._follows.match(text, end, min(len(text), end + 40))
            strong = bool(follows and self._strong.match(text, follows.end(), min(len(text), follows.end() + 24)))
        return strong, self._weak.search(before) is not None

    def near(self, text: str, start: int) -> bool:
        """Whether a word for phones stands directly before the digits."""
        return self._strong.search(text, max(0, start - 22), start) is not None

    def excluded(self, text: str, start: int, end: int, cue: bool) -> bool:
        """Whether the digits are an identifier of something else, an amount, or a quantity."""
        before = text[max(0, start - 40) : start]
        if _MONEY.search(before) or _MONEY_AFTER.match(text, end):
            return True
        if match := self._other.search(before):
            return not (cue and self._strong.search(before, match.start()) is not None)
        return not cue and self._quantity.match(text, end, min(len(text), end + 40)) is not None

    def glued(self, text: str, start: int, end: int) -> bool:
        """Whether the digits are part of a link, a name, a version or a hash."""
        left = start
        while left > 0 and start - left < 200 and not _TOKEN_END.match(text[left - 1]):
            left -= 1
        token = text[left:start]
        if "://" in token or "www." in token or re.search(r"\w\.[a-z]{2,}/|[?&=/]\Z", token):
            return not re.search(r"(?:tel|sms|callto):(?://)?\Z", token)
        if token and token[-1].isalnum():
            word = re.search(r"[^\W\d_]+\Z", token)
            if not (word and self._strong.fullmatch(word.group())) and not (word and word.group() in ("call", "text", "at", "number", "no")):
                return True
        if token and token[-1] in "-_." and re.search(r"[^\W\d_]\d*[-_.]\Z", token) and not self._strong.search(token):
            return True
        if token.endswith(("/", "@", "#", "$", "\\")):
            return True
        after = text[end : end + 12]
        if re.match(r"[-_]?[^\W\d_]", after):
            return re.match(r"(?:now|or|and|call|text|whatsapp|ext|x\d|today|anytime|pls|please|me)", after) is None
        return re.match(r"[%/\\]\w|\.\d|:\d", after) is not None

    @staticmethod
    def disguised(passage: Passage, start: int, end: int) -> bool:
        """Whether the source writes the digits with emoji, circled, full-width or mathematical characters."""
        first, last = passage.folded.source(start, end)
        source = passage.draft.text[first:last]
        return not source.isascii() and sum(c in _FANCY or ord(c) > 0x1D7CD for c in source) >= 3

    @staticmethod
    def _sentence_before(text: str, start: int) -> str:
        before = text[max(0, start - 110) : start]
        last = 0
        for match in _SENTENCE_END.finditer(before):
            last = match.end()
        return before[last:]


_FANCY = frozenset("\u20e3①②③④⑤⑥⑦⑧⑨⓪❶❷❸❹❺❻❼❽❾⓿➀➁➂➃➄➅➆➇➈➊➋➌➍➎➏➐➑➒⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉０１２３４５６７８９⑴⑵⑶⑷⑸⑹⑺⑻⑼")
