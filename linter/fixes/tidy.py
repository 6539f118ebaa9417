"""Make an edit of a stretch: keep links, brackets and emphasis whole, and leave no stray blank, comma or empty line behind.

All offsets are the source's code points.
"""

from __future__ import annotations

import re

from linter.draft import Draft, Layer
from linter.finding import Edit
from linter.layout import ITEM

_PAIRS = {"(": ")", "[": "]", "{": "}", "<": ">", "“": "”", "«": "»", "„": "“"}
_EMPHASIS = re.compile(r"\*{1,3}|(?<!\w)_{1,2}(?=\S)|(?<=\S)_{1,2}(?!\w)|~~|[\"`]")
_BLANKS = " \t\u00a0"
_STOPS = ".!?…"
_DANGLING = ",;:–—-"
_FAR = 300  # characters that are enough to see how a line begins or ends
_LINK_TEXT = 500  # characters that the text of a link, and its title, may have
_LINE_END = re.compile(r"\r\n|\n|\r")
_BARE = re.compile(r"[\s>*_~\"'“”-]*(?:[Pp]\.? ?[Ss]\.?:?\s*)?\Z")


def replaced(draft: Draft, start: int, end: int, text: str) -> Edit | None:
    """The edit that puts `text`, which may be empty, in place of a stretch; None where it would break what it cuts into."""
    stretch = _whole(draft, start, end, cut=not text)
    if stretch is None or _touches_code(draft, *stretch):
        return None
    start, end = stretch
    if text:
        if _opens_sentence(draft, start) and draft.text[start:end].lstrip("*_\"'“([")[:1].isupper():
            text = text[0].upper() + text[1:]
        return Edit(start, end, text)
    return removed(draft, start, end)


def removed(draft: Draft, start: int, end: int) -> Edit:
    """The edit that takes a stretch out, with what would be left over of its lines or round it."""
    return _whole_lines(draft, start, end) or _inline(draft, start, end)


def link_around(draft: Draft, offset: int) -> tuple[int, int, str] | None:
    """The Markdown link that an offset stands in, and its text."""
    for region in draft.regions_between(offset, offset + _LINK_TEXT):
        if region.layer is Layer.TARGET:
            line = draft.line_starts[draft.place(region.start)[0] - 1]
            begin = draft.text.rfind("[", max(line, region.start - _LINK_TEXT), region.start - 2)
            end = draft.text.find(")", region.end, region.end + _LINK_TEXT) + 1
            if begin >= 0 and begin <= offset < end:
                return begin, end, draft.text[begin + 1 : region.start - 2]
    return None


def _whole(draft: Draft, start: int, end: int, cut: bool) -> tuple[int, int] | None:
    """The stretch with every link, pair of brackets and emphasis that it cuts into; None where that is not possible."""
    text = draft.text
    for offset in (start, end - 1):
        if link := link_around(draft, offset):
            start, end = min(start, link[0]), max(end, link[1])
    for _ in range(8):
        before, after = text[start - 1 : start], text[end : end + 1]
        missing_close, missing_open = _unpaired(text[start:end])
        if missing_close and after == missing_close:
            end += 1
        elif missing_open and before == missing_open:
            start -= 1
        elif (mark := _odd(text[start:end])) and text.startswith(mark, end):
            end += len(mark)
        elif mark and text.endswith(mark, 0, start):
            start -= len(mark)
        elif missing_close or missing_open or mark:
            return None
        elif cut and before and (_PAIRS.get(before) == after or (before == after and before in "*_\"'`~")):
            start, end = start - 1, end + 1
        else:
            return start, end
    return None


def _unpaired(part: str) -> tuple[str, str]:
    """The closing bracket that is missing at the end of a text, and the opening one that is missing at its start."""
    waiting: list[str] = []
    for character in part:
        if character in _PAIRS and not (character == "“" and waiting[-1:] == ["“"]):
            waiting.append(_PAIRS[character])
        elif character in _PAIRS.values() and character != ">":
            if waiting[-1:] != [character]:
                return "", next(opening for opening, closing in _PAIRS.items() if closing == character)
            waiting.pop()
        elif character == ">" and waiting[-1:] == [">"]:
            waiting.pop()
    return (waiting[-1] if waiting else ""), ""


def _odd(part: str) -> str:
    """A mark of emphasis or quotation that opens or closes in a text but not both."""
    seen: dict[str, int] = {}
    for mark in _EMPHASIS.findall(part):
        seen[mark] = seen.get(mark, 0) + 1
    return next((mark for mark, count in seen.items() if count % 2), "")


def _touches_code(draft: Draft, start: int, end: int) -> bool:
    """Whether a stretch reaches into code, a comment or a directive, which fixes leave alone."""
    return any(region.layer in (Layer.CODE, Layer.COMMENT) for region in draft.regions_between(start, end))


def _opens_sentence(draft: Draft, start: int) -> bool:
    """Whether a sentence starts here."""
    before = draft.text[max(draft.body, draft.line_starts[draft.place(start)[0] - 1], start - _FAR) : start]
    if _is_bullet(before) or not before.strip("*_~\"'“(> \t"):
        return True
    return before.rstrip("*_\"'“( \t")[-1:] in _STOPS and before[-1:] in "*_\"'“( \t"


def _is_bullet(text: str) -> bool:
    return bool(ITEM.fullmatch(text) or ITEM.fullmatch(text.rstrip()))


def _whole_lines(draft: Draft, start: int, end: int) -> Edit | None:
    """The cut of whole lines, where nothing but a bullet is left on them; an empty line beside them goes, too."""
    text, starts = draft.text, draft.line_starts
    first, last = draft.place(start)[0], draft.place(max(start, end - 1))[0]
    begin, stop = starts[first - 1], starts[last] if last < len(starts) else len(text)
    if begin < draft.body or start - begin > _FAR or stop - end > _FAR:
        return None
    before, after = text[begin:start], text[end:stop]
    if not (_BARE.fullmatch(before) or _is_bullet(before)):
        return None
    if not _BARE.fullmatch(after.lstrip(".,;!")):
        return None
    empty_above = begin <= draft.body or not draft.line(first - 1).strip()
    if empty_above and stop < len(text) and not draft.line(last + 1).strip():
        while stop < len(text) and not draft.line(last + 1).strip():
            last += 1
            stop = starts[last] if last < len(starts) else len(text)
    if stop == len(text) and begin > draft.body:  # the lines before it end the draft, in the way that these did
        kept = draft.body + len(text[draft.body : begin].rstrip())
        ends = list(_LINE_END.finditer(text, kept if empty_above else starts[first - 2], begin))
        begin = ends[0].end() if _LINE_END.search(text[-1:]) else ends[0].start()
    return Edit(begin, stop, "")


def _inline(draft: Draft, start: int, end: int) -> Edit:
    """The cut of a part of a line, with the blanks and the punctuation that would be left over."""
    text = draft.text
    gone = text[start:end].rstrip()
    left = start
    while left > draft.body and text[left - 1] in _BLANKS:
        left -= 1
    right = end
    while right < len(text) and text[right] in _BLANKS:
        right += 1
    before, after = text[left - 1 : left], text[right : right + 1]
    opening = _opens_sentence(draft, start)
    if after == "" or after in "\r\n":  # at a line's end
        if before in _DANGLING and before and not opening:
            while left > draft.body and text[left - 1] in _DANGLING + _BLANKS:
                left -= 1
            return Edit(left, right, gone[-1:] if gone[-1:] in _STOPS else "")
        return Edit(left, right, "")
    if opening:
        if after in ",;:.!?":  # nothing is left of the sentence but its end
            right += 1
            while right < len(text) and text[right] in _BLANKS:
                right += 1
        capital = text[right : right + 1]
        if capital.islower() and not draft.small_starts:
            return Edit(start, right + 1, capital.upper())
        return Edit(start, right, "")
    if before in '([{“"' or not before:
        return Edit(start, right, "")
    if after in ",.;:!?…)]}”":
        return Edit(left, right, "")
    return Edit(left, right, " " if left < start or right > end else "")
