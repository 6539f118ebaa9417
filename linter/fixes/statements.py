"""Where a paragraph about communication goes: before the sign-off, as a paragraph of its own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from linter.draft import Draft, Layer
from linter.finding import Edit
from linter.layout import ITEM

_SIGN_OFF = re.compile(
    r"\W*(?:(?:with )?(?:best|kind(?:est)?|warm(?:est|ly)?|many|friendly)\b(?=[\s\w]{0,20}(?:,|!|\.|-|–|—|$|regards|wishes|thanks))"
    r"|regards|cheers|sincerely|respectfully|faithfully|yours\b|greetings|thanks\b|thank you\b|thx\b|take care|talk soon|speak soon"
    r"|see you|have a (?:great|good|nice|lovely)|(?:i(?:'m| am)? )?(?:look(?:ing)? forward|excited to|hop(?:e|ing) to hear|can(?:no|')t wait)"
    r"|let me know|feel free|happy to answer|p\.? ?s\b\.?|[-–—_*]{2,}\s*$)",
    re.IGNORECASE,
)
_LINE_END = re.compile(r"\r\n|\n|\r")
_FENCE = re.compile(r"[ ]{0,3}(```|~~~)")
_DASHED = re.compile(r"[-–—~] ?[^\W\d_][^.!?:;]*$")
_SIGNATURE_WORDS = 8  # a paragraph of so few words, in short lines without a full stop, is a name


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """Lines without an empty one between them, by number: `first` to `last`, both included."""

    first: int
    last: int


def inserted(draft: Draft, text: str) -> Edit | None:
    """The edit that puts a paragraph before the sign-off, or at the end; None where the draft ends within code."""
    paragraphs = list(_paragraphs(draft))
    newline = _newline(draft)
    while len(paragraphs) > 1 and _closes(draft, paragraphs[-1]):
        paragraphs.pop()
    if not paragraphs:
        return None
    last = paragraphs[-1]
    signature = _signature_line(draft, last)
    if signature is not None:
        at = draft.line_starts[signature - 1]
        edit = Edit(at, at, f"{newline}{text}{newline}{newline}")
    else:
        at = draft.line_starts[last.last - 1] + len(draft.line(last.last))
        edit = Edit(at, at, f"{newline}{newline}{text}")
    return None if _within_code(draft, at) else edit


def _within_code(draft: Draft, at: int) -> bool:
    """Whether a place lies within code or a comment, or at the end of a fence that is never closed."""
    for region in draft.regions_between(max(draft.body, at - 1), at):
        if region.layer in (Layer.CODE, Layer.COMMENT):
            fence = _FENCE.match(draft.text, region.start)
            closed = fence is None or draft.text[region.start : region.end].rstrip().endswith(
                ("\n" + fence[1], "\r" + fence[1])
            )
            return region.end > at or not closed
    return False


def _paragraphs(draft: Draft) -> Iterator[_Paragraph]:
    first = 0
    start = draft.place(draft.body)[0] + (draft.body > 0)
    for number in range(start, len(draft.line_starts) + 2):
        empty = number > len(draft.line_starts) or not draft.line(number).strip()
        if not empty and not first:
            first = number
        elif empty and first:
            yield _Paragraph(first, number - 1)
            first = 0


def _closes(draft: Draft, paragraph: _Paragraph) -> bool:
    """Whether a paragraph is a sign-off, a name, a quoted letter or a directive."""
    if draft.layer_at(draft.line_starts[paragraph.first - 1]) is Layer.CODE:
        return False
    lines = [draft.line(number) for number in range(paragraph.first, paragraph.last + 1)]
    if all(line.startswith((">", "%%", "<!--")) for line in lines) or _SIGN_OFF.match(lines[0]):
        return True
    words = sum(len(line.split()) for line in lines)
    if len(lines) == 1 and words <= 4 and _DASHED.match(lines[0]):  # "- Mira"
        return True
    return words <= _SIGNATURE_WORDS and not any(_speaks(line) for line in lines)


def _signature_line(draft: Draft, paragraph: _Paragraph) -> int | None:
    """The line within a paragraph that a sign-off starts on, when only short lines follow it."""
    for number in range(paragraph.last, max(paragraph.first, paragraph.last - 4), -1):
        line = draft.line(number)
        if _SIGN_OFF.match(line) and len(line.split()) <= _SIGNATURE_WORDS:
            return number
        if _speaks(line) or len(line.split()) > _SIGNATURE_WORDS:
            return None
    return None


def _speaks(line: str) -> bool:
    return line.rstrip().endswith((".", "!", "?", ":", ";")) or ITEM.match(line) is not None


def _newline(draft: Draft) -> str:
    """How the draft ends its lines, mostly."""
    return next((newline for newline, _ in Counter(_LINE_END.findall(draft.text)).most_common(1)), "\n")
