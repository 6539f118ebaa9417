"""What stands around an identifier, and whether it speaks of the writer's own contact or of a work sample."""

from __future__ import annotations

import re

from linter.identifiers.patterns import lazy

_DIGITS = re.compile(r"\d+")
_CLAUSE_END = lazy(r"(?<![(\[{<])[.!?](?=[\s)\"'*_]|\Z)[)\"'*_]*\s|\n|[;|•●▪►➤✔✓✅★]")
_CLAUSE_STOP = lazy(r"[.!?](?:\s|\Z)|\n|[;•●▪►➤✔✓✅★]")

# Other people's accounts, rooms and pages as work samples.
_SAMPLE = lazy(
    r"\b(?:grew|grow|growing|grown|ran|run|running|manag(?:e|es|ed|ing)|moderat(?:e|ed|ing)|handl(?:e|ed|"
    r"ing)|launch(?:ed|ing)?|"
    r"buil[dt]|building|made|creat(?:e|ed|ing)|design(?:ed|ing)?|develop(?:ed|ing)?|redesign(?:ed)?|"
    r"migrat(?:ed|ing)|scal(?:ed|ing)|"
    r"edit(?:ed|ing)?|produc(?:ed|ing)|shot|filmed|wrote|ghost-?wr\w+|styled|branded|rebranded|audited|"
    r"reviewed|analy[sz]ed|scrap(?:ed|ing|e)|"
    r"automat(?:ed|ing)|deployed|shipped|delivered|worked (?:with|for|on)|working (?:with|for|on)|took|"
    r"brought|boosted|increased|"
    r"clients?|customers?|brands?|celebrit\w+|artists?|influencers?|for clients?|(?:accounts?|people|"
    r"creators?|names?|pages?|channels?|feeds?|someone|is|are|looks?|exactly|just|more|much) like|"
    r"campaigns?|case stud(?:y|ies)|the (?:account|page|channel|profile|handle|brand)|"
    r"post(?:s|ed)? (?:from|of|for|by)|stor(?:y|ies) (?:of|for|from)|reels? (?:of|for|from)|account of|"
    r"page of|shout-?outs?|collab\w*|"
    r"featured|inspired by|similar to|such as|(?<![.·)\]}>] )(?<![.·])(?<!dot )examples?|samples?|"
    r"demo|e\.g|i (?:really )?like|love|loved|"
    r"looked at|saw|seen|checked|visited|noticed|read|found|"
    r"your|their|his|her|competitors?|tag|mention|scrape|data (?:from|of)|api)\b"
)
_FOR_ME = lazy(
    r"\b(?:follow|find|add|dm|pm|message|contact|reach|ping|text|call|write|hit|buzz|poke|catch|get|see|"
    r"meet|join|invite|connect with|"
    r"talk to|chat with|reply to|look up|search)\s+(?:to\s+|up\s+)?(?:me|us|my)\b"
    r"|\b(?:please|pls|plz|kindly)\s(?:dm|pm|message|text|write|send|ping|call|contact|add|follow|join|reach)\b|\b(?:follow|i'm|i am|im|am|me|"
    r"we're|we are)\b|\bmy\b(?!\s(?:clients?|customers?|work|last|former|previous))"
    r"|\b(?:dms?|inbox) (?:is |are )?(?:always )?open\b|\bcontact (?:details?|info)\b"
)
_OF_CLIENT = lazy(r"\b(?:client|customer|brand|employer|company i work)s?(?:'s|')?\b")
_COUNTED = lazy(
    r"^[\s)\]*_:,(–—-]{0,4}(?:[\w'’-]+\s){0,3}?(?:from|[+~]\s?\d|\d[\d.,]*\s?[%x]|0 to|"
    r"\(?\d[\d.,]*\s?[km]?\s*(?:→|->|to|\+|followers|subs|subscribers|members|likes|views)|"
    r"followers|subscribers|members|account for|campaign|launch|feed for|community for|relaunch|rebrand)"
)


def has(text: str, start: int, end: int, *pieces: str) -> bool:
    """Whether one of the pieces stands in the stretch: a cheap guard before a pattern."""
    for piece in pieces:  # noqa: SIM110  (a generator costs more than the search)
        if text.find(piece, start, end) >= 0:
            return True
    return False


def count_digits(text: str, start: int, end: int) -> int:
    """How many digits stand in the stretch."""
    return sum(map(len, _DIGITS.findall(text, start, end)))


def clause_before(text: str, place: int, limit: int = 140) -> str:
    """The clause up to a place, on its line: what follows the last end of a sentence, bullet or line break."""
    part = text[max(0, place - limit) : place]
    last = 0
    for match in _CLAUSE_END.finditer(part):
        if match.end() < len(part) or match.group()[0] not in ".!?":
            last = match.end()
    return part[last:]


def clause_after(text: str, place: int, limit: int = 90) -> str:
    """The rest of the clause from a place on."""
    part = text[place : place + limit]
    match = _CLAUSE_STOP.search(part)
    return part[: match.start()] if match else part


def line_before(text: str, place: int, limit: int = 160) -> str:
    """The line up to a place."""
    part = text[max(0, place - limit) : place]
    return part[part.rfind("\n") + 1 :]


def line_after(text: str, place: int, limit: int = 160) -> str:
    """The rest of the line."""
    part = text[place : place + limit]
    cut = part.find("\n")
    return (part if cut < 0 else part[:cut]).rstrip("\r")


def is_sample(text: str, start: int, end: int) -> bool:
    """Whether the clause shows somebody else's account as work, source or compliment: "I grew @acme to 50k"."""
    before = clause_before(text, start)
    if _COUNTED.match(clause_after(text, end)) and not _FOR_ME.search(before):
        return True
    if before.endswith(("like ", "like @", "as ")) and re.search(r"\b(?:like|such as) @?$", before):
        return True
    sample = _last(_SAMPLE, before)
    if sample is None:
        return False
    if _OF_CLIENT.search(before):
        return not re.search(r"\b(?:contact|reach|message|add|dm|ping|follow|find) (?:me|us)\b", before)
    mine = _last(_FOR_ME, before)
    return mine is None or (
        mine.start() < sample.start() and mine.group() in ("i am", "i'm", "im", "am", "we are", "we're")
    )


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    last = None
    for match in pattern.finditer(text):
        last = match
    return last
