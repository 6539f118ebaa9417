"""Numbers in Chinese, Japanese and Korean digits, numbers with pictures between their groups, and numbers down several lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.identifiers import phone_shapes as shapes
from linter.identifiers.patterns import lazy
from linter.identifiers.phone_context import Context

_HAN = dict(zip("〇零一二三四五六七八九幺两", "0012345678912", strict=True)) | {"ゼロ": "0", "れい": "0"}
_HANGUL = dict(zip("공영일이삼사오육륙칠팔구", "001234566789", strict=True))
_HAN_ROW = lazy(
    r"(?<![十百千万億亿第〇零一二三四五六七八九幺两])(?:[〇零一二三四五六七八九幺两]|ゼロ|\d)(?:[ \t·.,，、-]{0,2}(?:[〇零一二三四五六七八九幺两]|ゼロ|\d)){6,16}"
    r"(?![十百千万億亿年月日号個个])"
)
_HANGUL_ROW = lazy(
    r"(?<![가-힣])[공영일이삼사오육륙칠팔구](?:[ \t·.,-]{0,2}[공영일이삼사오육륙칠팔구]){8,13}(?![가-힣])"
)
_HAN_DIGIT = lazy(r"ゼロ|[〇零一二三四五六七八九幺两]")
_PICTURED = lazy(
    r"(?<![\w+])(?P<first>[+(]?[\doil]{1,5}\)?)(?:[ \t]?(?P<sign>[\u2190-\u2bff\U0001f300-\U0001faff])[ \t]?(?P<more>[\doil]{1,6}(?:[ \t]?(?P=sign)[ \t]?[\doil]{1,6}){1,9}))(?![\w])"
)
_LETTERS = str.maketrans("oil", "011")
_LINES = lazy(
    r"(?:(?<=\n)|\A)[ \t]*(?P<rows>[+(]{0,2}[ \t]?\d[\d ().-]{0,16}(?:\n[ \t]{0,4}[\d(][\d ().-]{0,16}){1,5})(?=\n|\Z)"
)


def written(text: str, start: int, end: int, context: Context) -> Iterator[tuple[int, int, str]]:
    """Place and form of each between `start` and `end`."""
    if not text.isascii():
        yield from _eastern(text, start, end, context)
        for match in _PICTURED.finditer(text, start, end):
            raw = re.sub(r"[^+()\da-z]+", "-", match.group()).translate(_LETTERS)
            digits = len(re.sub(r"\D", "", raw))
            cued = context.cues(text, *match.span())[0]
            shaped = shapes.international(raw) or shapes.north_american(raw) or shapes.trunk(raw) or cued
            if 9 <= digits <= 14 and shaped and not shapes.no_number(raw):
                yield match.start(), match.end(), "pictured"
    for match in _LINES.finditer(text, start, end):
        first, last = match.span("rows")
        rows = [re.sub(r"\D", "", row) for row in match["rows"].split("\n")]
        whole = "".join(rows)
        if len(rows) < 3 or not 9 <= len(whole) <= 14 or max(map(len, rows)) > 6 or len(set(whole)) < 4:
            continue
        raw = match["rows"].replace("\n", " ").replace("+ ", "+")
        if shapes.international(raw) or context.cues(text, first, last)[0]:
            yield first, last, "split"


def _eastern(text: str, start: int, end: int, context: Context) -> Iterator[tuple[int, int, str]]:
    for match in _HAN_ROW.finditer(text, start, end):
        raw = match.group()
        said = _HAN_DIGIT.findall(raw)
        digits = "".join(_HAN.get(sign, sign) for sign in re.findall(r"ゼロ|\w", raw))
        row = digits in "1234567890123" or digits[::-1] in "9876543210"
        if len(said) >= 3 and 7 <= len(digits) <= 13 and len(set(digits)) > 2 and not row:
            long = len(digits) >= 10 and digits[0] in "01"
            if (long or context.cues(text, *match.span())[0]) and not context.excluded(text, *match.span()):
                yield match.start(), match.end(), "words"
    for match in _HANGUL_ROW.finditer(text, start, end):
        digits = "".join(_HANGUL[sign] for sign in match.group() if sign in _HANGUL)
        if 9 <= len(digits) <= 12 and len(set(digits)) > 2:
            yield match.start(), match.end(), "words"
