"""Figures that platforms' filters have taken for contact data although nobody can be reached by them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from linter.identifiers.base import Identifier, Passage, Recogniser
from linter.identifiers.patterns import lazy
from linter.identifiers.surroundings import count_digits

_NUMBERED = lazy(
    r"(?<!\w)(?:(?:tickets?|cases?|orders?|jobs?|invoices?|ref(?:erence)?|issues?|ids?|parts?|part no|sku|"
    r"serial|item|isbn|issn|ean|gtin|upc|po|account|task|request|batch|asin|"
    r"model|tracking|certificate|licen[cs]e|credential|registration|booking|claim|policy|customer|client)"
    r"(?:\s(?:id|no|nr|number|num|code|key))?[\s.:#№-]{1,3}|[#№]\s?)(?P<number>[a-z]{0,4}-?\d[\d-]{4,20}\d)(?![\w.])"
)
_MODEL = lazy(r"(?<![\w./@-])[a-z][\w.]*(?:-[\w.]+){0,5}-(?P<date>(?:19|20)\d\d-?[01]\d-?[0-3]\d)(?![\w-])")
_FEWEST = 6  # digits of any of them
_GROUPS = lazy(r"(?<![\w.,:/$€£+-])\d{2,5}(?:[- ]\d{2,5}){2,5}(?![\w,:/%-])")
_RANGE = lazy(r"(?:19|20)\d\d-\d\d?-\d\d?|\d\d?-\d\d?-(?:19|20)\d\d|\d{1,3}(?: \d{3})+")


def recogniser(words: Mapping[str, tuple[str, ...]]) -> Recogniser:  # noqa: ARG001
    """Finds ticket numbers, dated model names and grouped figures that look like phone numbers."""

    def find(passage: Passage) -> Iterable[Identifier]:
        text, start, end = passage.folded.text, passage.start, passage.end
        if count_digits(text, start, end) < _FEWEST:
            return
        for match in _MODEL.finditer(text, start, end):
            yield Identifier("lookalike", *match.span(), "dated name")
        for match in _NUMBERED.finditer(text, start, end):
            if sum(c.isdigit() for c in match["number"]) >= 6:
                yield Identifier("lookalike", *match.span("number"), "number")
        for match in _GROUPS.finditer(text, start, end):
            digits = sum(c.isdigit() for c in match.group())
            if 8 <= digits <= 14 and not _RANGE.fullmatch(match.group()):
                yield Identifier("lookalike", *match.span(), "digits")

    return find
