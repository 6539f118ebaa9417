"""Phrase templates: the short way to write a pattern in a rule.

    message me on $messaging-apps          words, and one entry of a word list
    (text|call|ring) (me|us)               one of several, each of one or more words
    give (me)? a ring                      a group or a list with ? may be missing
    continue .. outside                    .. up to two words, ... up to four, .... up to eight
    reach me at <phone>                    an identifier of a kind; <any> of whatever kind
    if you prefer, [[give me a call]]      [[ ]] what is reported, where that is not everything

A template is matched against the normalised words of one sentence: lower case, contractions written out, quotes and hyphens gone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from linter.fold import fold
from linter.identifiers.base import KINDS

Normalise = Callable[[str], list[str]]

_PIECE = re.compile(
    r"\s*(?:(?P<open>\[\[)|(?P<close>\]\])|(?P<group>\((?P<inner>[^()]*)\))|(?P<list>\$[a-z0-9-]+)|(?P<gap>\.{2,4})(?=\s|\]|$)"
    r"|(?P<kind><[a-z]+>)|(?P<words>(?:(?!\]\])[^\s()$<|])+))(?P<optional>(?<=[)\w])\?(?=\s|\]|$))?"
)
_GAPS = {"..": 2, "...": 4, "....": 8}
_ANY = tuple(f"<{kind}>" for kind in KINDS)

# Too common to look a template up by, where it has a rarer word.
_COMMON = frozenset(
    [
        "a",
        "about",
        "after",
        "all",
        "also",
        "am",
        "an",
        "and",
        "any",
        "are",
        "as",
        "at",
        "be",
        "before",
        "but",
        "by",
        "can",
        "contact",
        "do",
        "for",
        "from",
        "get",
        "give",
        "have",
        "here",
        "how",
        "i",
        "if",
        "in",
        "is",
        "it",
        "just",
        "let",
        "like",
        "me",
        "my",
        "no",
        "not",
        "of",
        "on",
        "one",
        "or",
        "our",
        "out",
        "over",
        "please",
        "send",
        "so",
        "some",
        "share",
        "tell",
        "than",
        "that",
        "the",
        "them",
        "then",
        "there",
        "they",
        "this",
        "through",
        "time",
        "to",
        "up",
        "us",
        "use",
        "via",
        "was",
        "we",
        "what",
        "when",
        "which",
        "will",
        "with",
        "work",
        "would",
        "you",
        "your",
        ",",
        ".",
        "!",
        "?",
        ":",
        ";",
        "-",
        "/",
    ]
)


class TemplateError(ValueError):
    """A phrase template that cannot be read; the text says why."""


@dataclass(frozen=True, slots=True)
class Template:
    """A phrase template, compiled: a regular expression over a sentence's normalised words, each followed by a blank.

    Every match holds one of `anchors`, so a sentence without any of them need not be searched.
    """

    source: str
    pattern: str
    anchors: frozenset[str]


def parse(source: str, words: Mapping[str, tuple[str, ...]], normalise: Normalise) -> list[Template]:
    """The templates that one line stands for: one, or one for each entry where the line is just the name of a list.

    Raises `TemplateError` for a line that cannot be read, an unknown list, or one that could match nothing at all.
    """
    stripped = fold(source).text.strip()
    if re.fullmatch(r"\$[a-z0-9-]+", stripped):
        return [template for entry in _entries(stripped, words) for template in parse(entry, words, normalise)]
    out: list[str] = []
    candidates: list[frozenset[str]] = []
    position = 0
    while position < len(stripped):
        piece = _PIECE.match(stripped, position)
        if piece is None:
            raise TemplateError(f"cannot read '{stripped[position:]}' in the phrase '{source}'")
        position = piece.end()
        if piece["open"]:
            out.append("(?P<match>")
            continue
        if piece["close"]:
            out.append(")")
            continue
        if piece["gap"]:
            out.append(f"(?:[^ ]+ ){{0,{_GAPS[piece['gap']]}}}?")
            continue
        alternatives = list(_alternatives(piece, words, normalise))
        if not alternatives:
            raise TemplateError(f"'{piece.group().strip()}' in the phrase '{source}' stands for no word")
        if len(alternatives) == 1 and not piece["optional"]:
            out.append(_pattern(alternatives[0]))
        else:
            longest_first = sorted(set(alternatives), key=lambda alternative: (-len(alternative), alternative))
            out.append(f"(?:{'|'.join(map(_pattern, longest_first))}){'?' if piece['optional'] else ''}")
        if not piece["optional"]:
            candidates.extend(_anchors(alternatives))
    if not candidates:
        raise TemplateError(f"every part of the phrase '{source}' may be missing")
    if [part for part in out if part in ("(?P<match>", ")")] not in ([], ["(?P<match>", ")"]):
        raise TemplateError(f"unbalanced [[ ]] in the phrase '{source}'")
    best = min(candidates, key=lambda anchors: (bool(anchors & _COMMON), len(anchors)))
    return [Template(source, "(?<![^ ])" + "".join(out), best)]


def _alternatives(
    piece: re.Match[str], words: Mapping[str, tuple[str, ...]], normalise: Normalise
) -> Iterable[tuple[str, ...]]:
    """What one piece may be, each as a row of normalised words."""
    if piece["kind"]:
        if piece["kind"] not in ("<any>", *_ANY):
            raise TemplateError(f"no identifier is called '{piece['kind']}'; known are {', '.join(_ANY)}")
        return [(piece["kind"],)]
    if piece["list"]:
        texts: Iterable[str] = _entries(piece["list"], words)
    elif piece["group"]:
        parts = [part.strip() for part in piece["inner"].split("|")]
        texts = [text for part in parts for text in (_entries(part, words) if part.startswith("$") else (part,))]
    else:
        texts = [piece["words"]]
    rows = [(text,) if re.fullmatch("<[a-z]+>", text) else tuple(normalise(text)) for text in texts]
    return [row for row in rows if row]


def _entries(name: str, words: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    try:
        return words[name[1:]]
    except KeyError:
        raise TemplateError(f"no word list is called '{name}'") from None


def _pattern(row: tuple[str, ...]) -> str:
    return "".join("<[a-z]+> " if word == "<any>" else re.escape(word) + " " for word in row)


def _anchors(alternatives: Iterable[tuple[str, ...]]) -> Iterable[frozenset[str]]:
    """For a piece that must be there: sets of words of which any match holds one."""
    rows = [_ANY if row == ("<any>",) else row for row in alternatives]
    if _ANY in rows:
        yield frozenset(word for row in rows for word in row)
        return
    if len(rows) == 1:
        yield from (frozenset((word,)) for word in rows[0])
        return
    yield frozenset(min(row, key=lambda word: (word in _COMMON, -len(word))) for row in rows)
