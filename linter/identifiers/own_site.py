"""Further ways to say that a site is one's own: where the work hangs, who is behind it, a call to have a look, a name."""

from __future__ import annotations

import re
from functools import lru_cache

from linter.fold import fold
from linter.identifiers import website_cues as cues
from linter.identifiers.base import Passage
from linter.identifiers.patterns import lazy
from linter.identifiers.surroundings import line_after, line_before
from linter.identifiers.urls import Link

_AT = r"\s(?:up\s)?(?:at|on|under|over (?:at|on)|onto)\s" + cues.DECOR + "$"
_IS = (
    r"(?:is|are|was|lives?|hangs?|sits?|stands?|stays?|resides?|dwells?|goes|appears?|awaits?|gathers?|can be (?:found|seen|"
    r"read|heard|viewed|browsed)|(?:is|are) (?:all |also |now )?(?:found|published|posted|collected|listed|stored|kept|shown|"
    r"displayed|housed|archived|gathered|explained|described|written|laid out|set out|visible))"
)
_THINGS = (
    r"(?:portfolio|samples?|catalogue|catalog|prices?|price list|pricing|rates?|rate card|testimonials?|references|"
    r"gallery|show ?reel|reels?|demos|voice demos|demo reel|cv|résumé|resume|bio|biography|books|translations|case studies|"
    r"drawings|paintings|photographs|photos|pictures|illustrations|recordings|full list|whole list|list of [\w ]{3,30}|"
    r"rest|others|prices and dates|terms|dates|story|track record|credentials)"
)
# Where the work, the prices, all the rest can be seen.
_KEPT = lazy(
    rf"\b(?:my|our|mine|ours)\b(?: [\w'’,-]+){{0,7}}? (?:{_IS}|hang|live)(?: (?!for\b)[\w'’-]+){{0,3}}?{_AT}"
    rf"|\b(?:everything|all|what|whatever|things|stuff|the (?:\w+ )?\w+s) (?:that )?(?:i|we)(?:'ve|'d| have| ever)?(?: [\w'’-]+){{1,6}}? "
    rf"(?:{_IS}|hang|live)(?: now| all)?{_AT}"
    rf"|\b(?:i|we)(?:'ve|'ll| have| also| always){{0,2}} (?=[^.!?\n]{{4,50}}\b"
    rf"(?:my|our|mine|ours|samples|case studies|texts|pieces|recordings|drawings|photos|testimonials|prices|rates)\b)(?:put|placed|posted|uploaded|show|shown|keep|kept|store|collect|collected|"
    rf"list|listed|publish|gather|gathered|display|exhibit)(?: (?!for\b)[\w'’-]+){{1,7}}?{_AT}"
    rf"|(?:^|[.!?,;:(–—-]\s)(?:and |but |so )?(?:the |all |full |whole |entire |a |few |some |more |other |further |online |\d+ ){{0,4}}{_THINGS} (?:{_IS} )?"
    rf"(?:all |now |also |up ){{0,2}}(?:at|on|under|over at)\s{cues.DECOR}$"
    rf"|\bthere (?:are|is) [\w ]{{0,20}}(?:samples|examples|more|pieces|case studies|texts|recordings|drawings|photos){_AT}|(?:^|[.!?]\s)\W*(?:more|further|other) (?:of my )?{_THINGS}\s?[:→–—-]\s?$|\b(?:it'?s all|it is all|they'?re all|that'?s all|all (?:of )?(?:that|this|it|the details|the rest|details)(?: {_IS})?|"
    rf"everything (?:else )?(?:{_IS})|(?:the rest|[\w-]+ more|\d+ (?:more )?samples|more samples|more examples) (?:{_IS})|"
    rf"(?:find|see|read|get) (?:all (?:of )?(?:that|this|it|the rest)|it all|everything|the rest|the others?|"
    rf"what (?:my )?clients say|how (?:i|we) work|who (?:i|we) (?:am|are)))(?: there)?{_AT}"
)
_HEARD = lazy(
    r"\b(?:hear|listen to|watch|read|see|view|look at|browse|flip through|leaf through)(?: some of| more of| all of)? "
    r"(?:my|our|me|us|mine)\b[^.!?\n]{0,40}\b(?:at|on|under)\s" + cues.DECOR + "$"
)
_BEHIND = lazy(
    r"\b(?:i'm|i am|we're|we are|i was|me,|myself,|being|as)\b[^.!?\n]{0,25}\b(?:person|people|face|faces|brains?|hands?|"
    r"team|man|woman|guy|girl|maker|makers|mind|voice|pen|duo|two|one) behind\s" + cues.DECOR + "$"
    r"|\b(?:our team|our studio|our crew|our shop) (?:at|behind|from)\s$"
    r"|\b(?:i|we) (?:trade|work|operate|freelance|do business) (?:as|under the name(?: of)?)\b[^.!?\n]{1,40}\W\s?$"
    r"|(?:^|[.!?,]\s|\b(?:hi|hello|hey|greetings)\b[\w ,!]{0,16})(?:i'm|i am|this is|my name is|my name's|it's)\s"
    r"[^\W\d_]+(?:\s[^\W\d_]+){0,2}(?: here)? from\s$"
    r"|\b(?:i'm|i am|we're|we are|i live|we live|me|us|you'll find me|you find me) (?:also |always )?online (?:at|on|under)\s$"
    r"|\b(?:digital|online|internet|virtual) (?:home|house|address|base|shop window)\b[^.!?\n]{0,14}$"
    r"|\bwhere (?:i|we) (?:live|am|are|exist|hang out|dwell) (?:online|on the (?:web|internet|net))\b[^.!?\n]{0,8}$"
    r"|\b(?:that'?s|this is|it'?s) (?:me|us|mine|ours|my own)\s?[:=–—→-]+\s?$"
    r"|\b(?:i've|we've|i have|we have)(?: got)? (?:an?|my|our) (?:[\w-]+ ){0,2}(?:site|website|page|shop|blog|portfolio|homepage)\b"
    r"[^.!?\n]{0,15}$"
    r"|\b(?:taste|idea|impression|feel|sense|flavou?r|glimpse) of (?:my|our|me|us|what (?:i|we)|how (?:i|we))\b[^.!?\n]{0,30}$"
    r"|\b(?:judge|see|check) (?:for yourself|yourself)?[^.!?\n]{0,15}\b(?:my|our)\b[^.!?\n]{0,25}\b(?:at|on|under)\s$"
    r"|\b(?:my|our) (?:\w+ ){1,3}(?:you|one) can (?:\w+ )?(?:judge|see|hear|read|find|browse|view)\b[^.!?\n]{0,15}\b(?:at|on|under|here)\W{0,2}$"
    r"|\bwho (?:is writing|you(?:'d| would|'ll| will) \w+|(?:i am|we are))\b[^.!?\n]{0,25}[:,→–—-]\s?$"
    r"|\bmy (?:full )?name (?:dot|\.|plus) ?[a-z]{2,6}\W{1,3}$"
)
_IS_ME = lazy(
    r"^[\s)\]*_`\"']{0,4}(?:[-–—,(:/|=]\s?|\s){0,3}(?:(?:is|=|that'?s|that is|which is|it'?s)\s)"
    r"(?:me|us|mine|ours|where (?:my|our|i|we)|(?:my|our) (?:own )?(?:studio|site|website|portfolio|shop|firm|company|agency|home))(?!\w|\sto\b)"
)
_CALL = lazy(
    r"(?:^|[.!?,;:(–—-]\s|\b(?:please|pls|just|or|so|and|then|to|you can|you could|you may|you might|kindly)\s)"
    r"(?:also |simply |just |please )?(?P<verb>have a (?:quick |little )?(?:look|browse|peek|read|rummage|wander|stroll|scroll)(?: at| through| of| around|"
    r" over| on)?|take a (?:quick |little )?(?:look|peek|stroll)(?: at| around| through)?|pop (?:over|by|in|along|round)(?: to| at)?|"
    r"swing by|drop (?:by|in at|in on|in to)|stop by|come (?:and |to )?(?:see|visit)|come by|wander over to|hop over to|surf to|"
    r"google|look up|look at|peek at|browse|visit|head (?:over )?to|go to|check(?: out)?|see|type|type in|point your browser at|"
    r"details|more|cf\.?|siehe|voir|ver|vedi|zie|смотрите|см\.?)\s" + cues.DECOR + "$"
)
_FRIENDLY = lazy(
    r"have a|pop|swing|drop|stop by|come|wander|hop|point|take a (?:quick |little )?stroll"
)  # nobody says so of a page that shows a fault
_SHOWS = lazy(
    r"^\)?,?\s(?:for (?:more|the rest|everything|my|our|details|prices|samples|the full|others)\b|(?:has|holds|tells|shows|lists|"
    r"explains|says|covers|gives) (?:you )?(?:everything|it all|all|more|the rest|my|our|who (?:i|we)|what (?:i|we)|how (?:i|we))\b|"
    r"it'?s all (?:there|on it|in there)|(?:in|into) (?:your|the|a|any) browser|and (?:you'll|you will|you) (?:find|see|get|know|"
    r"meet|understand)|and (?:have|take) a (?:look|browse|peek|read)|and tell me (?:if|whether|what)|you(?:'ll| will)? find my|"
    r"if you (?:want|wish|like|care) to (?:see|know|hear|read) (?:more|who|what|how|my)|to (?:see|hear|read) (?:more|my|our|who (?:i|we))|"
    r"in case you (?:want|wish|like))"
)
_NOT_MINE = lazy(
    r"\b(?:your|yours|their|theirs|his|her|clients?|client's|customers?|competitors?|built|build|rebuilt|made|coded|"
    r"developed|redesigned|launched|migrated|shipped|delivered|worked|previous|former|last|recent|project|projects|like|"
    r"such as|similar|example|inspir\w+|reference|e\.g|docs?|documentation|api|scrap\w+|crawl\w*|endpoint|bug|issue|error|"
    r"demo|live|staging|tool|tools|app|apps|theme|template|via|use|uses|using|used|source|spec|standard|guide|library|package)\b"
)
_NOT_AFTER = lazy(
    r"\b(?:inspir\w+|reference|example|competitors?|pattern|what i mean|their|they|client'?s?|docs?|benchmark|instead|"
    r"i (?:built|made|did|coded|designed|developed)|(?:built|made|designed|coded) by (?:me|us))\b"
)
_OURS = lazy(r"\b(?:i|my|me|mine|we|our|us|ours|i'm|i've|we've|we're|myself)\b")
_FOREIGN = lazy(
    r"(?:\bmehr(?: (?:über|ueber|von) (?:mich|mir|uns))?(?: infos?| dazu| details)?(?: auf| unter| bei|:)|\barbeitsproben(?: auf| unter|:)|"
    r"\bmeine (?:arbeiten|texte|bilder|referenzen)[^.!?\n]{0,20}(?:auf|unter|:)|\b(?:más|mas)(?: (?:sobre mí|sobre mi|info\w*))?(?: en|:)|"
    r"\bmis? (?:trabajos?|proyectos|obras|textos)[^.!?\n]{0,20}(?:en|:)|\bmes (?:travaux|projets|textes|œuvres|oeuvres)[^.!?\n]{0,20}(?:sur|:)|"
    r"\bplus (?:d['’ ]infos?|d['’ ]informations?|de détails|sur moi)?[^.!?\n]{0,12}(?:sur|:)|\bmeus? (?:trabalhos?|projetos|textos)[^.!?\n]{0,20}(?:em|no|:)|"
    r"\b(?:mais|saiba mais)(?: sobre mim)?(?: em|:)|\bi miei (?:lavori|progetti)[^.!?\n]{0,20}(?:su|:)|\bmeer (?:over mij|werk|info)?[^.!?\n]{0,12}(?:op|:)|"
    r"\bmijn (?:werk|teksten)[^.!?\n]{0,20}(?:op|:)|\bmoje (?:prace|projekty)[^.!?\n]{0,20}(?:na|:)|\bwięcej[^.!?\n]{0,12}(?:na|:)|"
    r"\b(?:мои|наши|мої) (?:работы|проекты|роботи|проєкти|тексты)[^.!?\n]{0,20}(?:на|по|:|тут|здесь)|\b(?:больше|подробнее|більше)[^.!?\n]{0,20}(?:на|:)|"
    r"\bmer (?:om mig|om oss)?[^.!?\n]{0,8}(?:på|:)|\bdaha fazlas[ıi][^.!?\n]{0,8}:?)\s" + cues.DECOR + "$"
)
_INITIAL = lazy(r"(?:^|[|•·,/])\s*(?:w|www|web|url|online|net|http)\s?[.:|]\s?$")
_LABEL = lazy(
    r"^\W*(?:me|us|(?:our|my) (?:office|shop|studio|home|base)|who (?:am i|are we)\?|find (?:me|us)(?: online)?)\s?[:=→–—-]?\s?$"
)
_ALL_OF_MINE = lazy(r"\b(?:everything|all|what|whatever|things) (?:that )?(?:i|we)(?:'ve|'d| have)? \w+")
_GREETED = lazy(
    r"\b(?:i'm|i am|my name is|my name's|this is|name's|me llamo|mi nombre es|ich bin|ich heiße|mein name ist|je m'appelle|"
    r"je suis|meu nome é|me chamo|mi chiamo|ik ben)\s",
    re.IGNORECASE,
)
_CAPITAL = lazy(r"[^\W\d_][\w'’-]+")


def is_said(link: Link, before: str, after: str, line: str) -> bool:
    """Whether the words of its clause and line make the address the writer's own."""
    if cues.STRONG_OTHERS.search(before):
        return False
    if _IS_ME.match(after) or _BEHIND.search(before) or _FOREIGN.search(before):
        return True
    if _INITIAL.search(line) or _LABEL.search(line):
        return True
    around = before + " " + after
    foreign = _NOT_AFTER.search(around) or cues.GAP_OTHERS.search(
        _ALL_OF_MINE.sub("", before).replace("samples", "").replace("demos", "")
    )
    if not foreign and (_KEPT.search(before) or _HEARD.search(before)):
        return True
    if _NOT_AFTER.search(around) or link.path.count("/") > 1:
        return False
    called = _CALL.search(before)
    earlier = line[: len(line) - len(before)][-160:] + before[: called.start()] if called else line[-160:]
    if _NOT_MINE.search(earlier.replace("samples", "")):
        return False
    if _SHOWS.match(after) and (called or not before.strip()):
        return True
    if called is None or link.path.strip("/"):
        return False
    return bool(_FRIENDLY.match(called["verb"]) or _OURS.search(earlier))


def bears_name(passage: Passage, link: Link) -> bool:
    """Whether the host bears the name by which the writer signs or introduces himself: "Jo Lindqvist", lindqvist.se."""
    label = re.sub(r"[^a-z0-9-]", "", link.host.split(".")[0])
    plain = label.replace("-", "")
    return any(_holds(label, plain, names) for names in _names(passage.draft.text))


@lru_cache(maxsize=4)
def _names(source: str) -> list[list[str]]:
    """The writer's names: of the last lines, when they are nothing but a name, and of the introduction."""
    found = []
    rows = [row.strip(" *_-–—,.!~") for row in source[-400:].split("\n")]
    for row in [row for row in rows if row][-3:]:
        words = [word for word in re.split(r"[\s,|]+", row) if word]
        titled = [word for word in words if word[:1].isupper() and word.isalpha()]
        if titled and len(words) <= 4 and len(titled) >= len(words) - 1 and not cues.SIGN_OFF.match(row.lower()):
            found.append(titled)
    for match in _GREETED.finditer(source, 0, 3000):
        start = match.end()
        names = []
        for word in _CAPITAL.findall(source[start : start + 40].split("\n", maxsplit=1)[0])[:3]:
            if not word[0].isupper():
                break
            names.append(word)
        if names:
            found.append(names)
    return [[_plain(name) for name in names] for names in found[:12]]


def _holds(label: str, plain: str, names: list[str]) -> bool:
    joined = "".join(names[:2])
    if len(names) > 1 and len(joined) > 5 and (joined in plain or "".join(reversed(names[:2])) in plain):
        return True
    initialled = len(names) > 1 and len(names[1]) > 3 and plain == names[0][:1] + names[1]
    parts = label.split("-")
    return initialled or any(
        (len(name) > 5 and (plain.startswith(name) or plain.endswith(name))) or (len(name) > 3 and name in parts)
        for name in names
    )


def _plain(name: str) -> str:
    return re.sub(r"[^a-z]", "", fold(name).text)


def signs_alone(passage: Passage, link: Link) -> bool:
    """Whether the line is a signature: "Best, Lin – lin.studio", "— Lin Crane, Crane Studio (cranestudio.com)"."""
    text = passage.folded.text
    line, rest = line_before(text, link.start, 120), line_after(text, link.end, 40)
    if link.path.strip("/") or re.search(r"\w", rest) or not re.search(r"[|·•–—,(/-]\s?[(]?$", line):
        return False
    if text[link.end + len(rest) :].strip().count("\n") > 1 or len(line.split()) > 8:
        return False
    start = passage.folded.source(link.start, link.end)[0]
    words = re.findall(r"[^\W\d_][\w'’]*", passage.draft.text[start - len(line) : start])
    titled = [word for word in words if word[0].isupper()]
    return bool(titled) and bool(
        cues.SIGN_OFF.match(line)
        or (re.match(r"\s*[-–—~]", line) and len(titled) == len(words))
        or (len(titled) == len(words) and _in_label(titled, link))
    )


def _in_label(words: list[str], link: Link) -> bool:
    label = re.sub(r"[^a-z0-9]", "", link.host.rsplit(".", 1)[0])
    return any(len(word) > 2 and _plain(word) in label for word in words)
