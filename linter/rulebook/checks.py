"""What must hold of a rulebook beyond the shape of its files: patterns that can be met, names that there are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from linter.identifiers.base import KINDS
from linter.rulebook.book import Platform, Rule, Rulebook, RulebookError, nearest
from linter.rulebook.model import MatchEntry
from linter.rulebook.template import TemplateError, parse
from linter.signals import SIGNALS
from linter.yaml import read_yaml

MAX_REPEAT = 50  # of a token in a pattern
# What spaCy's Matcher can ask of a token here: the pipeline has no tagger, parser or lemmatizer.
TOKEN_KEYS = (
    *("NORM", "LOWER", "ORTH", "TEXT", "LENGTH", "SHAPE", "PREFIX", "SUFFIX", "OP", "IS_ALPHA", "IS_ASCII", "IS_DIGIT"),
    *(
        "IS_PUNCT",
        "IS_BRACKET",
        "IS_QUOTE",
        "IS_CURRENCY",
        "IS_STOP",
        "IS_SENT_START",
        "LIKE_NUM",
        "LIKE_URL",
        "LIKE_EMAIL",
    ),
)


def check(book: Rulebook) -> None:
    """Raise `RulebookError` for the first thing that does not fit together."""
    for rule in book.rules.values():
        _check_patterns(rule, book)
        _check_fixes(rule, book)
    for platform in book.platforms.values():
        _check_levels(platform, book)


def _check_patterns(rule: Rule, book: Rulebook) -> None:
    """Raise `RulebookError` for a pattern that cannot be read or that names something unknown."""
    lists = [("match" if rule.file.match else "require", rule.entries), ("unless", rule.guards)]
    for name, entries in lists:
        for index, entry in enumerate(entries):
            needs = entry.needs if isinstance(entry, MatchEntry) else ()
            for key, phrases in (("phrases", entry.phrases or ()), ("needs", needs)):
                for number, phrase in enumerate(phrases):
                    _check_phrase(rule, book, phrase, (name, index, key, number))
            place = rule.document.place((name, index))
            for kind, given, known in (("identifier", entry.identifier, KINDS), ("signal", entry.signal, SIGNALS)):
                if given is not None and given not in known:
                    near = nearest(given, known)
                    remedy = f"Did you mean '{near}'?" if near else f"Known are: {', '.join(known)}."
                    raise RulebookError(rule.path, f"no {kind} is called '{given}'", remedy, *place)
            for unknown in _unknown_lists(entry.tokens or [], book.words):
                raise RulebookError(
                    rule.path, f"no word list is called '{unknown}'", _list_remedy(unknown, book), *place
                )
            _check_tokens(rule, entry.tokens or [], place)
            if entry.regex is not None:
                _check_regex(rule, entry.regex, place)


def _check_fixes(rule: Rule, book: Rulebook) -> None:
    """Raise `RulebookError` for a phrase of a fix that cannot be read, and for a rule whose fixes cannot be taken over."""
    for index, entry in enumerate(rule.file.fix):
        if entry.like is not None:
            other = book.rules.get(entry.like)
            place = rule.document.place(("fix", index, "like"))
            if other is None:
                near = nearest(entry.like, book.rules)
                remedy = f"Did you mean '{near}'?" if near else ""
                raise RulebookError(rule.path, f"no rule is called '{entry.like}'", remedy, *place)
            if any(own.like is not None for own in other.file.fix):
                raise RulebookError(
                    rule.path, f"'{other.id}' takes its own fixes from elsewhere", "Name that rule.", *place
                )
        for number, phrase in enumerate(entry.phrases or ()):
            _check_phrase(rule, book, phrase, ("fix", index, "phrases", number))


def _check_tokens(rule: Rule, tokens: Sequence[dict[str, Any]], place: tuple[int, int]) -> None:
    """Raise `RulebookError` for what the pipeline cannot tell of a token, or what has no bound."""
    for token in tokens:
        for key, value in token.items():
            if key not in TOKEN_KEYS:
                near = nearest(key, TOKEN_KEYS)
                remedy = f"Did you mean '{near}'?" if near else f"Known are: {', '.join(TOKEN_KEYS)}."
                raise RulebookError(rule.path, f"tokens have no {key}", remedy, *place)
            if isinstance(value, dict) and "REGEX" in value:
                remedy = "Write a `regex` entry, which has one."
                raise RulebookError(rule.path, "REGEX within tokens has no time limit", remedy, *place)
            if key == "OP" and any(int(count) > MAX_REPEAT for count in re.findall(r"\d+", str(value))):
                raise RulebookError(
                    rule.path, f"OP '{value}' repeats without bound", f"{MAX_REPEAT} is the most.", *place
                )


def _check_phrase(rule: Rule, book: Rulebook, phrase: str, keys: tuple[str | int, ...]) -> None:
    try:
        parse(phrase, book.words, str.split)
    except TemplateError as error:
        place = rule.document.place(keys)
        raise RulebookError(rule.path, str(error), _list_remedy(str(error), book), *place) from None


def _check_regex(rule: Rule, source: str, place: tuple[int, int]) -> None:
    import regex  # noqa: PLC0415

    try:
        compiled = regex.compile(source)
    except regex.error as error:
        raise RulebookError(rule.path, f"the regex cannot be read: {error}", "", *place) from None
    if compiled.match(""):
        raise RulebookError(rule.path, f"the regex '{source}' matches the empty text", "", *place)


def _unknown_lists(value: Any, words: Mapping[str, Any]) -> Iterator[str]:
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from _unknown_lists(item, words)
    elif isinstance(value, str) and value.startswith("$") and value[1:] not in words:
        yield value


def _list_remedy(text: str, book: Rulebook) -> str:
    name = text.partition("$")[2].strip("'")
    near = nearest(name, book.words) if name else None
    return f"Did you mean '${near}'?" if near else ""


def _check_levels(platform: Platform, book: Rulebook) -> None:
    """Raise `RulebookError` for a level of a rule that there is not."""
    for key in platform.file.levels:
        if not any(rule == key or (key.endswith("/") and rule.startswith(key)) for rule in book.rules):
            near = nearest(key, book.rules)
            place = read_yaml(platform.path).place(("levels", key))
            raise RulebookError(
                platform.path, f"no rule is called '{key}'", f"Did you mean '{near}'?" if near else "", *place
            )
