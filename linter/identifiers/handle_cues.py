"""What announces a user name, what speaks against it, and the shapes of words that are none."""

from __future__ import annotations

from linter.identifiers.patterns import lazy

TOKEN = lazy(
    r"(?P<live>live:[\w.:-]{2,60}|\.cid\.[\w]{6,40})"
    r"|(?P<tag>(?<![\w.-])[^\W\d_][\w.-]{1,31}\s?#\s?\d{4,5}(?![\w-]))"
    r"|(?P<at>(?<![\w@.])@\s?(?=[\w.]*[^\W\d])[\w](?:[\w.-]{0,38}\w)?)"
    r"|(?P<word>(?<![\w@./])(?<!\w-)[^\W_](?:[\w.-]{0,38}\w)?_?|(?<![\w@./])_[\w.]{2,38})"
)
TIMES = lazy(
    r"\d+(?:[.,:]\d+)*[a-z]{0,4}(?:[-/x+–]\d+(?:[.,:]\d+)*[a-z]{0,4})+|\d+[-x][a-z]+|"
    r"\d+(?:[.,:/-]\d+)*(?:st|nd|rd|th|k|m|am|pm|h|hr|hrs|hours?|x|min|mins|minutes?|days?|weeks?|months?|"
    r"years?|yrs?|fps|px|gb|mb|tb|d|p|s|ms|usd|eur|cet|est|gmt|utc)?"
    r"|(?:gmt|utc|cet|est|pst|ist|mon|tue|wed|thu|fri|sat|sun|v|ver|version)[\d.:+-]*|\w+\.(?:py|js|ts|"
    r"jsx|tsx|php|html?|css|json|ya?ml|txt|md|pdf|docx?|xlsx?|csv|png|jpe?g|mp[34]|zip|sh|sql|rb|go|rs|"
    r"java|kt|swift|cs|cpp)"
)
AT = lazy(r"\s?(?:[(\[{<]\s?(?:at|@|a)\s?[)\]}>]|(?:at|arroba|chez|ät)\s\w+(?:\.|\s(?:dot|punto|ponto|point)))")
# Before a tool's name that is a word too: "drop me a line", "on the same line", "the signal".
PHRASE = lazy(
    r"\b(?:an?|the|one|per|each|every|this|that|same|bottom|command|product|hot|help|by|of|short|any|some|"
    r"no|two|three|first|next|last|cut|more|both|all|few|many)\s\Z"
)
BLOCKED = lazy(
    r"\b(?:bots?|chatbots?|apis?|sdk|integrations?|integrat(?:e|ed|ing)|automations?|for|with|client'?s?|"
    r"using|built|build|ads|campaigns?|"
    r"like|such|similar|version|clone|not|no|don't|never|your|their|his|her|whose|who|which|because|"
    r"should|would|could|will|when|if|than|ping|decorators?|annotations?)\b"
)
IS = r"(?:is|es|é|est|ist|è|hai|ay|adalah|to|это|jest|var|है|ہے|هو|=)"
SEPARATOR = r"(?::|=|>|→|➡|»|~|-{1,2}>?|–|—|\||⇒|=>|👉|☞|📲|📩|✉)"
COLON = lazy(
    rf"\s*(?:(?:\([^)\n]{{0,30}}\)|messenger|app|chat|me|us|is|here|at|contact|"
    rf"\w+)[\s,]*){{0,3}}[*_\s]*{SEPARATOR}+[\s*_`\"'\[\ufe0f(]*"
)
ONLY_IS = lazy(rf"\s*(?:{IS}|{SEPARATOR})*[\s*_`\"'(]*")
WANTS_AFTER = lazy(
    r"\W{0,4}\s?(?:(?:just|please|pls|and|so|feel free to|you can|u can)\s){0,2}(?:message|msg|add|dm|pm|"
    r"ping|text|contact|write|find|follow|hit|reach|send|call|chat)\b"
)
NICK_WORD = lazy(r"\b(?:user ?name|handle|nick(?:name)?|id|tag|ник|логин|usuario|usuário|pseudo)\b|\bname\b")
COPULA = lazy(
    rf"(?:'s(?=\s)|\s*(?:(?:there|here|for work|(?:user)?name|id)\s+)?{IS}|\s*\?\s*(?:it'?s|that'?s|mine(?:'s| is))(?=\s))"
    r"\s*(?:just|simply|also|still|:|=|under|the same|same)?\s*[*_`\"'(]*"
)
PAREN = lazy(r"\s*(?:\w+\s)?[(\[]\s*[*_`\"']*")
AS = lazy(
    r"\??[\s,]*(?:(?:\w+\s){0,2}(?:as|under|at|@|by|como|als|comme|come|как|як|jako|sebagai|bilang)|(?:i go|i'm going|i'm known|"
    r"you(?:'ll| will| can)? (?:\w+ )?find me|find me|look for me|look me up|search me|i'm there|i'm listed|i'm registered|"
    r"i'm called|my name is|they call me) (?:as|by|under)?|i'?m|i am|you find me as|you'll find me as|i go by|"
    r"look for|search for|search|find|type)\s*:?\s*[*_`\"'(]*"
)
NEAR = lazy(r"[^\w@]{0,12}(?:[^\W\d]+(?:'[^\W\d]+)?[^\w@]{1,8}){0,6}")
BEFORE_TOOL = lazy(
    r"(?P<bridge>[*`\"')]*(?:\s*[,(–—|:→=-]\s*|\s+|\s*\(\s*)(?:(?:is|are|that'?s|it'?s)\s+)?(?:my|our|the|"
    r"me)?\s*(?:over\s+|"
    r"also\s+|here\s+)?"
    r"(?:on|in|at|via|over|for|through|en|no|na|sur|auf|su|w|в|на|على|pe|sa|di|pada|par|में|पर)?\s*(?:my|"
    r"the|both|either|all of)?\s*[(*_]*)$"
)
LAST_TOKEN = lazy(r"(?:(?<![\w@.])@)?(?<![\w.])[\w](?:[\w.-]{0,38}\w)?(?:\s?#\s?\d{4,5})?$")
CALL_ME = lazy(
    r"(?:\b(?:i'm|i am|im|am|it's|its|it is|that's|is|as|me|my|add|find|search|search for|user|username|"
    r"user name|handle|nick|nickname|contact|ping|dm|"
    r"message|text|hit up|write|write to|reach|reach me at|follow|known as|called|under|soy|sou|sono|"
    r"ich bin|bin|je suis|suis|я|мой ник|aku|ako si|main|me as|look up|look for|type|type in|enter|requests? to)"
    r"|[:=>→(–—-]|[.!?]\s|^|\n)[\s*_`\"'(]*$"
)
NAMED = lazy(
    r"(?:\b(?:i'm|i am|im|find me as|add me as|me as|known as|search for|search|look up|look me up as|"
    r"look for|username|user name|handle|nick|nickname|add|requests? to|soy|sou|я)"
    r"(?: is|'s)?:?)[\s*_`\"'(]*$"
)
WANTS = lazy(
    r"\b(?:me|my|us|our|mi|meu|minha|mon|ma|mein|meine|мой|моя|mio|contact|reach|add|ping|dm|write|find|"
    r"text|message|invite|hit|talk|chat|reachable|available|same)\b"
    r"[^.!?\n]{0,30}$"
)
LIST_BEFORE = lazy(r"(?:[\w.)]\s*[/,&|+]\s*|\b(?:and|or|y|e|et|und|и)\s+)$")
MORE = lazy(
    r"\s*(?:,|;|/|\||&|\bor\b|\band\b)\s*(?:(?:or|and|also|backup|second|alt|work|personal|"
    r"main)\s*:?\s*){0,2}(@(?=[\w.]*[^\W\d])\w(?:[\w.-]{0,38}\w)?)"
)
LINE_END = lazy(r"[\s*_`\"')\].,;!|]*(?:\n|\Z)")
STOP_AFTER = lazy(
    r"[*_`\"')\]]*\s*(?:[.,;!?|/(\n]|\Z|[–—-]\s|\b(?:and|or|if|just|for|on|there|so|but|anytime|any time|"
    r"add|ping|message|i|we|pls|please|ok|thanks|👍)\b)|\s*[^\w\s]"
)
_CODE_LIKE = (
    r"(?:^(?:python|node|react|vue|django|flask|laravel|php|java|spring|web|api|bot|lib|sdk|npm|pip|"
    r"whatsapp|telegram|discord|slack)[._-])|[._-](?:bot|api|js|py|sdk|cli|lib|net|io|core|web|app|ads|"
    r"type|id|url)$"
)
CODE_LIKE = lazy(_CODE_LIKE)
INVITES = lazy(
    r"\b(?:me|us|my|mine|our|i'm|i am|add|ping|dm|pm|reach|contact|message|write|shout|come|hop|talk|chat|"
    r"call|search|find|continue|move|let's|lets|let us|prefer|interview|answer|answers|answered|use|there|"
    r"switch\w*|open|is where)\b"
)
TOLD = lazy(
    r"\b(?:user|username|user name|nick|nickname|handle|id|name|tag|alias|i'm|i am|i'm under|under|go by|"
    r"goes by|add|add me|add us|search|look for|search for|type|find me|find me as|me as|as|it's|its|"
    r"mine is|mine's|mine|request to|requests to|write to|write|ping|there|there as|"
    r"known as|called|i'm called|name is|is called)[\s:,\"“'(*_=–—-]*(?:is|as)?[\s:\"“'(*_=–—-]*$"
)
WORK_TALK = lazy(
    r"\b(?:bots?|chatbots?|apis?|sdk|integrat\w+|webhooks?|e-?mails?|gmail|github|brands?|campaigns?|"
    r"decorators?|packages?|mentions?)\b"
)
OTHER_TALK = lazy(
    r"\b(?:bots?|chatbots?|apis?|sdk|integrat\w+|webhooks?|e-?mails?|mail|gmail|phone|number|github|"
    r"gitlab|repo\w*|files?|functions?|variables?|columns?|tables?|class|method|npm|pip|login|password|"
    r"pass|"
    r"website|site|portfolio|domain|clients?|brands?|campaigns?|not|don't|never|no)\b"
)
CODE_LIST = lazy(r",?\s(?:and\s|or\s)?[a-z]+_[a-z_]+(?=[\s,.;)]|$)")  # "order_confirmed, shipping_update"
CODE_TALK = lazy(
    r"\b(?:apis?|events?|templates?|messages|fields?|scopes?|endpoints?|flows?|tables?|columns?|"
    r"variables?|tokens?|metrics|webhooks?|pixel|ads|data|states?|commands?|payloads?|sdk|files?)\b"
)
SHORT = frozenset(
    ("sig", "dc", "disco", "revolt", "imo", "inst", "signal", "line", "snap", "wa", "disc", "messenger", "tele")
)
WITH_NAMES = lazy(r"s\s?k|scy|m\s?sk|скайп|face|سکا|سكا|اسک|स्क|duo|google duo|any|team ?viewer")
# Tools that are hardly ever the head of a list of skills.
# Nicknames of tools that mean other things more often.
NICKNAMES = frozenset(("sig", "dc", "disco", "revolt", "imo", "inst"))
PERSONAL = lazy(
    r"sk.*|wechat|weixin|viber|kakao.*|zalo|kik|icq|qq|tg|telegram|snap.*|insta|instagram|ig|discord|fb|"
    r"twitter|tiktok|threads|botim|threema|wickr|keybase|revolt|guilded|diskord"
)
ENGLISH = lazy(
    r"(?:ing|tion|tions|sion|ment|ments|ness|ance|ence|ity|able|ible|ally|ly|ship|ware|ful|ous|ive|ics|"
    r"ism|ist|als?|ers?|ors?|ies)$"
)
LED = lazy(r"\b(?:on|via|through|over|use|using|in|by)\s(?:my\s)?$")
MINE = lazy(r"\b(?:my|our|mi|meu|minha|mon|mein|meine|мой|моя|mera|meri|saya|aking)\s+(?:\w+\s)?$")
EXPLICIT = lazy(rf"(?:{SEPARATOR}|(?<!\w){IS})[\s@*_`\"'(]*$|@")
COMMA = lazy(r"\s?,\s?[\"'`*]*")
BARE_COLON = lazy(rf"[\s*_]*{SEPARATOR}[\s*_]*")
ADJECTIVE = lazy(r"(?:\w{4}ly|ing|able|ible|ive|ed|ful|ous)$")
I_AM = lazy(r"\b(?:i'm|i am|im|add|search|look for|soy|sou|я)[\s*_`\"'(]*$")
SHAPED = lazy(r"\w[._]\w|\d")
# What announces the user name of a tool named before even where it looks like any word.
NAMED_THERE = lazy(
    r"(?:(?:\b(?:user ?name|handle|nick(?:name)?|tag|alias|id)(?: (?:there|over there|on it|is also|there too))?\s?"
    r"(?::|=|\bis\b|'s\b)|\bi'm called|\bi am called|\bi go by|\bmine(?:'s| is)|\b(?:the|my) name (?:there )?is)\s?[:\"“'*_(]*)$"
)
NO_NICK = lazy(rf"{_CODE_LIKE}|^(?!.*[a-z]{{3}})|\.(?:com|net|org|io|ai|co)$")
SET_OFF = lazy(r"[,:–—-]\s*[\"“'*_(]*$")
SET_OFF_AT = lazy(r"[,:–—-]\s*[\"“'*_(]*$|[.!?]\s+$")
CLAUSE_END = lazy(r"(?:\s(?:there|over there))?[\"”'*_)]*\s*(?:[.!?;)](?!\w)|\n|\Z)")
CLAUSE_END_AT = lazy(r"[\"”'*_)]*\s*(?:[.!?,;)]|\n|\Z)")
SENTENCE_END = lazy(r"[.!?](?=\s)(?!\s+(?:it'?s|it is|i'?m\s|that'?s|mine(?:'s| is)|here it is|@|live:))|\n")
NEW_BLOCK = lazy(r"\s*\n|\s*[-*•✓✔✅]")
