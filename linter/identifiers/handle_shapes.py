"""The shapes of words that may be user names, and of words that are none."""

from __future__ import annotations

from linter.identifiers.patterns import lazy

TOKEN = lazy(
    r"(?P<live>live:[\w.:-]{2,60}|\.cid\.[\w]{6,40})"
    r"|(?P<tag>(?<![\w.-])[^\W\d_][\w.-]{1,31}\s?#\s?\d{4,5}(?![\w-]))"
    r"|(?P<at>(?<![\w@.])@\s?(?=[\w.]*[^\W\d])[\w](?:[\w.-]{0,38}\w)?)"
    r"|(?P<word>(?<![\w@./])(?<!\w-)[^\W_](?:[\w.-]{0,38}\w)?_?|(?<![\w@./])_[\w.]{2,38})"
)
GLUED = lazy(r"(?P<at>@\w{4,32})(?![\w@]|\.\w)")  # right after the name of a tool
TIMES = lazy(
    r"\d+(?:[.,:]\d+)*[a-z]{0,4}(?:[-/x+–]\d+(?:[.,:]\d+)*[a-z]{0,4})+|[1-9]\d*[-x][a-z]+|"
    r"\d+(?:[.,:/-]\d+)*(?:st|nd|rd|th|k|m|am|pm|h|hr|hrs|hours?|x|min|mins|minutes?|days?|weeks?|months?|"
    r"years?|yrs?|fps|px|gb|mb|tb|d|p|s|ms|usd|eur|cet|est|gmt|utc)?"
    r"|(?:[^\W\d_]\.)+[^\W\d_]"  # "p.p.s"
    r"|(?:x?html|s?css|php|vue|angular|react|laravel|python|java|drupal|joomla|swift|bootstrap|web|es|ga|mp|unity|wp)\d{1,3}"
    r"|(?:gmt|utc|cet|est|pst|ist|mon|tue|wed|thu|fri|sat|sun|v|ver|version)[\d.:+-]*"
)
FILE = lazy(
    r"\.(?:py|js|ts|jsx|tsx|php|html?|css|json|ya?ml|txt|md|pdf|docx?|xlsx?|csv|png|jpe?g|mp[34]|zip|sh|sql|rb|go|rs|"
    r"java|kt|swift|cs|cpp|com|net|org|io|ai|co)$"
)
# Before a tool's name that is a word too: "drop me a line", "on the same line", "the signal".
NO_TOOL = lazy(
    r"\b(?:an?|the|one|per|each|every|this|that|same|bottom|command|product|hot|help|by|of|short|any|some|"
    r"no|two|three|first|next|last|cut|more|both|all|few|many)\s\Z"
)
ON_IT = lazy(r"\sno (?:x|threads|signal|line|slack|messenger)\s?[:,]")  # Portuguese "on X:"
AXIS = lazy(r"x\s?[:=]\s{0,2}[^\s@]")
# What announces a user name without a tool: "same nick everywhere", "my handle is", "in all messengers".
PLACELESS = lazy(
    r"\b(?:everywhere|anywhere|(?:on|in|for|across) (?:every|all|any|most|both|each|the usual) (?:of )?(?:the )?(?:other )?"
    r"(?:app|platform|messenger|chat|network|site|social|channel)\w*|nick|nickname|handle|handles|user ?name|screen ?name|alias|"
    r"ник|никнейм|нік|pseudo|apodo|usuario|usuário|messengers)\b"
)
_ENDINGS = (
    r"(?:ing|tion|tions|sion|ment|ments|ness|ance|ence|ity|able|ible|ally|ly|ship|ware|ful|ous|ive|ics|"
    r"ism|ist|als?|ers?|ors?|ies)$"
)
DIGITS = lazy(r"[\do]{2,4}")  # "7o2" of a phone number
ENGLISH = lazy(_ENDINGS)
LONG_ENGLISH = lazy(rf"[^\W\d_]{{4}}{_ENDINGS}")  # where a short word is more likely a person's name: "weber", "kemal"
