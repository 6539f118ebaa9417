"""Where a user name stands so plainly that little can speak against it: "Telegram: jane_d", "my Discord. jane_d."."""

from __future__ import annotations

from linter.identifiers.handle_shapes import FILE
from linter.identifiers.handle_word import Word
from linter.identifiers.lexicon import Name
from linter.identifiers.patterns import lazy
from linter.identifiers.surroundings import clause_after, clause_before, is_sample

_SHAPED = lazy(r"[^\W\d_]{2}\w*(?:_|\.)\w|[^\W\d_]{4}\w*\d|[^\W\d_][._]\w*[^\W\d_]{4}|[^\W\d_]{3}\w*\.\w")
_LABEL = lazy(
    r"[*_`\"'”]*(?:[\s-](?:id|user ?name|user|handle|nick|nickname|account|acc|name|pseudo|usuario|usuário|ник|нік|saya|ko|ko po))?"
    r"[*_`\"']*\s?(?:[:=(→|]|[-–—]{1,2}>?\s|\s?[:=(]\s?@)[\s*_`\"'(]*"
)
_NAMED = r"(?:my|the|mi|mein|mon|meu) (?:user ?name|handle|nick|nickname|name|id|tag|account)\b(?: there)?(?: is)?(?: this| here| below)?"
_SENTENCE = lazy(
    rf"[*_`\"']*(?:[ -](?:ko po|ko|saya|id|user ?name|handle|nick(?:name)?|name))?[.!:]?\s+(?:{_NAMED}[.:]?\s+)?"
)
_ALONE = lazy(r"[*_`\"')]*(?:[.!]|\s*(?:\n|\Z))")
_MINE = lazy(
    r"\b(?:me|my|mine|i|i'm|us|our|mi|mío|agrégame|búscame|escríbeme|sígueme|meu|mon|moi|mein|mich|mir|mera|mujhe|saya|ko|ako|мой|моя|мне|"
    r"меня|мій|моя|мені|мене|let's chat|let's talk)\b|मेरा|मुझे|میرا|مجھے|حسابي|أضفني|تابعني"
)
_WORK = lazy(
    r"\b(?:bots?|apis?|sdk|plugins?|librar\w+|packages?|modules?|skills?|stack|tools?|fields?|columns?|variables?|functions?|classes|endpoints?|"
    r"props?|keys?|params?|events?|ads|campaigns?|clients?|brands?|example|sample|demo|test|e\.g)\b"
)


def is_plain(text: str, word: Word, name: Name | None) -> bool:
    """Whether a word shaped like a user name stands right after a tool's label, or alone in the sentence after "my Telegram"."""
    if name is None or FILE.search(word.text) or not (word.shape == "at" or _SHAPED.search(word.text)):
        return False
    between, after = word.bridge(text, name)
    if not after:
        return False
    before = clause_before(text, name.start)
    if _LABEL.fullmatch(between) or (word.shape == "at" and not between.strip()):
        return not _is_work(text, word, before)
    if len(between) > 40 or not _SENTENCE.fullmatch(between) or not between.strip(" *_`\"'"):
        return False
    return bool(_MINE.search(before) and _ALONE.match(text, word.last)) and not _is_work(text, word, before)


def is_shaped_after(text: str, name: Name) -> bool:
    """Whether a colon and a word shaped like a user name follow the tool's name: "X: jane_d"."""
    label = _LABEL.match(text, name.end)
    return bool(label and _SHAPED.match(text, label.end()))


def _is_work(text: str, word: Word, before: str) -> bool:
    """Whether the clause speaks of work or of other people's accounts."""
    return bool(
        _WORK.search(before) or _WORK.search(clause_after(text, word.end, 40)) or is_sample(text, word.start, word.end)
    )
