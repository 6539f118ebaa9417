"""The writer's name in a draft, and whether an address bears it: "I'm Jo Lindqvist", "Best, Jo" and lindqvist.se."""

from __future__ import annotations

import re
from functools import lru_cache

from linter.fold import fold
from linter.identifiers.patterns import lazy

SIGN_OFF = lazy(
    r"^\W*(?:best|kind|warm|many thanks|thanks|thank you|thx|cheers|regards|sincerely|yours|respectfully|"
    r"greetings|all the best|best wishes|take care|looking forward|talk soon|warmly|love|signed|"
    r"saludos|un saludo|atentamente|cordialmente|abraços?|atenciosamente|cordialement|bien à vous|"
    r"mit freundlichen|viele grüße|beste grüße|liebe grüße|gruß|с уважением|groeten|pozdrawiam|salam|"
    r"terima kasih|salamat|med v[äa]nliga?|v[äa]nligen|mvh|h[äa]lsning\w*|hilsen|venlig hilsen|"
    r"med vennlig|terveisin|yst[äa]v[äa]llisin|pozdrav\w*|s pozdravem|"
    r"sayg[ıi]lar\w*|cu stim[ăa]|üdvözlettel|namaste|shukriya|з повагою|مع التحية|धन्यवाद)\b"
)
_GREETED = lazy(
    r"\b(?:i'm|i am|my name is|my name's|this is|name's|me llamo|mi nombre es|ich bin|ich heiße|mein name ist|je m'appelle|"
    r"je suis|meu nome é|me chamo|mi chiamo|ik ben)\s",
    re.IGNORECASE,
)
_CAPITAL = lazy(r"[^\W\d_][\w'’-]+")


def bears_name(source: str, host: str) -> bool:
    """Whether the host bears the name by which the writer signs or introduces himself."""
    label = re.sub(r"[^a-z0-9-]", "", host.partition(".")[0])
    return any(_holds(label, label.replace("-", ""), names) for names in _names(source))


def is_signed(source: str, start: int) -> bool:
    """Whether a farewell opens one of the five lines above the line of offset `start`, or that line itself."""
    rows = source[max(0, start - 300) : start].split("\n")
    above = [row.strip() for row in rows[:-1] if row.strip()][-5:]
    return any(len(row) < 60 and SIGN_OFF.match(row.lower()) for row in (*above, rows[-1]))


def is_named(source: str, start: int) -> bool:
    """Whether the line above, or the words before on the line, are nothing but a name: up to four capitalised words."""
    rows = source[max(0, start - 160) : start].split("\n")
    row = rows[-1].strip(" |•·–—-,(\t") or next((row for row in reversed(rows[:-1]) if row.strip()), "")
    words = _CAPITAL.findall(row.strip(" *_-–—,.!~"))
    return 0 < len(words) <= 4 and all(word[0].isupper() for word in words) and not row.rstrip().endswith(":")


@lru_cache(maxsize=4)
def _names(source: str) -> list[list[str]]:
    """The writer's names: of the last lines, when they are nothing but a name, and of the introduction."""
    found = []
    rows = [row.strip(" *_-–—,.!~") for row in source[-400:].split("\n")]
    for row in [row for row in rows if row][-4:]:
        words = [word for word in re.split(r"[\s,|]+", row) if word]
        titled = [word for word in words if word[:1].isupper() and word.isalpha()]
        if titled and len(words) <= 5 and len(titled) >= len(words) - 2 and not SIGN_OFF.match(row.lower()):
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
