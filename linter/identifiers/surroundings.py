"""What stands around an identifier, and whether it speaks of the writer's own contact or of a work sample."""

from __future__ import annotations

import re

_CLAUSE_END = re.compile(r"[.!?](?=[\s)\"'*_]|\Z)[)\"'*_]*\s|\n|[;|•●▪►➤✔✓✅★]")
_CLAUSE_STOP = re.compile(r"[.!?](?:\s|\Z)|\n|[;•●▪►➤✔✓✅★]")

# Other people's accounts, rooms and pages as work samples.
_SAMPLE = re.compile(
    r"\b(?:grew|grow|growing|grown|ran|run|running|manag(?:e|es|ed|ing)|moderat(?:e|ed|ing)|handl(?:e|ed|ing)|launch(?:ed|ing)?|"
    r"buil[dt]|building|made|creat(?:e|ed|ing)|design(?:ed|ing)?|develop(?:ed|ing)?|redesign(?:ed)?|migrat(?:ed|ing)|scal(?:ed|ing)|"
    r"edit(?:ed|ing)?|produc(?:ed|ing)|shot|filmed|wrote|ghost-?wr\w+|styled|branded|rebranded|audited|reviewed|analy[sz]ed|scrap(?:ed|ing|e)|"
    r"automat(?:ed|ing)|deployed|shipped|delivered|worked (?:with|for|on)|working (?:with|for|on)|took|brought|boosted|increased|"
    r"clients?|customers?|brands?|celebrit\w+|artists?|influencers?|creators? (?:like|such)|for (?:clients?|the|a|an)|campaigns?|case stud(?:y|ies)|"
    r"post(?:s|ed)? (?:from|of|for|by)|stor(?:y|ies) (?:of|for|from)|reels? (?:of|for|from)|account of|page of|shoutouts?|collab\w*|"
    r"featured|inspired by|similar to|such as|examples?|samples?|demo|e\.g|like|love|loved|looked at|saw|seen|checked|visited|noticed|read|found|"
    r"your|their|his|her|competitors?|tag|mention|scrape|data (?:from|of)|api)\b"
)
_FOR_ME = re.compile(
    r"\b(?:follow|find|add|dm|pm|message|contact|reach|ping|text|call|write|hit|buzz|poke|catch|get|see|meet|join|invite|connect with|"
    r"talk to|chat with|reply to|look up|search)\s+(?:to\s+|up\s+)?(?:me|us|my)\b|\b(?:i'm|i am|im|am|me|we're|we are|my (?!clients?|customers?|work|last|former|previous))\b"
    r"|\b(?:dms?|inbox) (?:is |are )?(?:always )?open\b|\bcontact (?:details?|info)\b"
)
_OF_CLIENT = re.compile(r"\b(?:client|customer|brand|employer|company i work)s?(?:'s|')?\b")
_COUNTED = re.compile(
    r"^[\s)\]*_:,(–—-]{0,4}(?:[\w'’-]+\s){0,3}?(?:from|[+~]\s?\d|\d[\d.,]*\s?[%x]|0 to|\(?\d[\d.,]*\s?[km]?\s*(?:→|->|to|\+|followers|subs|subscribers|members|likes|views)|"
    r"followers|subscribers|members|account for|campaign|launch|feed for|community for|relaunch|rebrand)"
)


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
    sample = None
    for sample in _SAMPLE.finditer(before):
        pass
    if sample is None:
        return False
    if _OF_CLIENT.search(before):
        return not re.search(r"\b(?:contact|reach|message|add|dm|ping|follow|find) (?:me|us)\b", before)
    mine = None
    for mine in _FOR_ME.finditer(before):
        pass
    return mine is None or (mine.start() < sample.start() and mine.group() in ("i am", "i'm", "im", "am", "we are", "we're"))
