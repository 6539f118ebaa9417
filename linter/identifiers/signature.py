"""Whether an address stands with the writer's name: in a signature, or right after an introduction."""

from __future__ import annotations

import re

from linter.identifiers import website_cues as cues
from linter.identifiers.base import Passage
from linter.identifiers.surroundings import line_after, line_before
from linter.identifiers.urls import Link


def introduces(passage: Passage, link: Link, before: str) -> bool:
    """Whether the writer's name stands right before: "I'm Mira, designer (mira.art)", "Mira Kovac | mirakovac.art"."""
    if link.path.count("/") > 1 or cues.OTHERS.search(before.replace(" from ", " ")):
        return False
    if cues.INTRO.search(before):
        return True
    text = passage.folded.text
    line = line_before(text, link.start, 100)
    if not re.search(r"[|·•–—,-]\s*$", line) or len(line.split()) > 9:
        return False
    if re.match(r"\W*(?:hi|hello|hey|dear|good \w+|hallo|hola|bonjour|ciao)\b", line):
        return False  # the reader's name
    first = not text[: link.start - len(line)].strip()
    last = not text[link.end + len(line_after(text, link.end)) :].strip()
    start = passage.folded.source(link.start, link.end)[0]
    names = re.findall(r"[^\W\d_]{4,}", passage.draft.text[max(0, start - 60) : start])
    return (first or last) and any(_in_host(name, link) for name in names)


def signs(passage: Passage, link: Link, noun: re.Pattern[str]) -> bool:
    """Whether the address stands alone in the last lines, below a greeting or the writer's name."""
    text = passage.folded.text
    line, rest = line_before(text, link.start, 200), line_after(text, link.end, 200)
    below = text[link.end : link.end + 400].strip()
    if len(below) > 250 or below.count("\n") > 5 or not (_only_contacts(line, noun) and _only_contacts(rest, noun)):
        return False
    first = passage.folded.source(link.start, link.end)[0] - len(line)
    rows = [row.strip() for row in passage.draft.text[max(0, first - 260) : max(0, first)].split("\n")]
    rows = [row for row in rows if row][-5:]
    if not rows:
        return False
    if any(cues.SIGN_OFF.match(row.lower()) and len(row) < 60 for row in rows):
        return True
    words = [word for word in re.split(r"\W+", rows[-1]) if word]
    titled = 0 < len(words) <= 4 and all(word[0].isupper() for word in words) and cues.NAME_LINE.match(rows[-1])
    return bool(titled) and any(len(word) > 3 and _in_host(word, link) for word in words)


def _in_host(name: str, link: Link) -> bool:
    return name[0].isupper() and name.lower() in re.sub(r"[^a-z0-9]", "", link.host.rsplit(".", 1)[0])


def _only_contacts(line: str, noun: re.Pattern[str]) -> bool:
    """Whether a line holds nothing but addresses, a name, a number, labels."""
    words = (part for part in cues.PARTS.split(line) if part.isalpha())
    return sum(not noun.fullmatch(word) for word in words) <= 4
