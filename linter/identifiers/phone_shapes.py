"""Which rows of digits have the shape of a phone number, and which that of a date, an amount or an address in a network."""

from __future__ import annotations

import re
from itertools import pairwise

from linter.identifiers.patterns import lazy

_DATES = lazy(
    r"""(?:19|20)\d\d[-/. ](?:0?[1-9]|1[0-2])[-/. ](?:0?[1-9]|[12]\d|3[01])(?:[-/ .:]+[\d:.-]+)?
      | (?:0?[1-9]|[12]\d|3[01])[-/. ](?:0?[1-9]|[12]\d|3[01])[-/. ](?:19|20)\d\d(?:[-/ .:]+[\d:.-]+)?
      | (?:0?[1-9]|[12]\d|3[01])[-/.](?:0?[1-9]|[12]\d|3[01])[-/.]\d\d
      | (?:19|20)\d\d(?:[-/,. ]{1,3}(?:19|20)\d\d)+
      | (?:19|20)\d\d\s?[-/]\s?\d\d(?:[,; ]{1,2}(?:19|20)\d\d\s?[-/]\s?\d\d)*
      | (?:0?[1-9]|1[0-2])[/.](?:19|20)\d\d\s?[-]\s?(?:0?[1-9]|1[0-2])[/.](?:19|20)\d\d
      | (?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:[-_ .t]?\d{4,6})?
      | \d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}\s?[-]\s?\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}""",
    re.VERBOSE,
)
_TIMES = lazy(r"(?<!\d)\d{1,2}:[0-5]\d(?!\d)|(?<!\d)(?:[01]?\d|2[0-3])[.]\d\d\s?-\s?(?:[01]?\d|2[0-3])[.]\d\d")
_LONG_COLONS = lazy(r"\d{3}:\d|\d:\d{3}")
_NETWORK = lazy(r"\d{1,3}(?:\.\d{1,3}){3}(?:[:/]\d+)?")
_AMOUNT = lazy(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+[.,]\d+|\d{1,3}(?:,\d\d)+,\d{3}")
_SPACED_AMOUNT = lazy(r"\+?\d{1,3}(?: \d{3})+")
_DECIMALS = lazy(r"\d{1,3}\.\d+[, ]+[-+]?\d{1,3}\.\d+|(?:\d+\.\d+[ ,;/-]+)+\d+\.\d+")
_RATIO = lazy(r"\d+(?:[:/]\d+)+")
_SCORES = lazy(r"(?=.*100)(?:\d{1,2}|100)(?:/(?:\d{1,2}|100)){2,}")
_SMALL_STEPS = lazy(r"\d{1,3}(?:[-/,. ]{1,2}\d{1,3})+")
_NORTH_AMERICA = lazy(
    r"(?:\+?1[-. /]{0,2})?(?:\([2-9]\d\d\)|[2-9]\d\d)[-. /•·_*|~]{1,3}[2-9]\d\d[-. /•·_*|~]{1,3}\d{4}|1?\([2-9]\d\d\)\d{3}[-. ]?\d{4}|\([2-9]\d\d\)\s\d{3}-\d{4}"
)
# An area code in brackets, and the Russian trunk prefix: (11) 95555-0123, 8 916 555-01-23.
_AREA = lazy(r"\(\d{2,4}\)[ .-]?\d{3,5}[- .]\d{4}|8[ -]?\(?9\d\d\)?[ -]?\d{3}[ -]\d\d[ -]\d\d")
_GROUPS = lazy(r"\d+")
# First digits of the country codes in use, by their length.
_CODES = frozenset(
    (
        1, 7, 20, 27, 30, 31, 32, 33, 34, 36, 39, 40, 41, 43, 44, 45, 46, 47, 48, 49, 51, 52, 53, 54, 55, 56, 57, 58,
        60, 61, 62, 63, 64, 65, 66, 81, 82, 84, 86, 90, 91, 92, 93, 94, 95, 98,
    )
)  # fmt: skip
_LONG_CODES = frozenset(
    (
        *range(211, 214), 216, 218, *range(220, 270), 290, 291, *range(297, 300), *range(350, 360), *range(370, 390), 420, 421, 423,
        *range(500, 510), *range(590, 600), *range(670, 693), 800, 808, 850, 852, 853, 855, 856, 870, *range(880, 884), 886, 888,
        *range(960, 969), *range(970, 980), *range(992, 997), 998,
    )
)  # fmt: skip


_SCREENS = frozenset(
    (
        320, 360, 375, 390, 393, 412, 414, 428, 430, 480, 540, 576, 600, 640, 720, 768, 800, 820, 834, 992, 1024,
        1080, 1200, 1280, 1366, 1400, 1440, 1536, 1600, 1920, 2048, 2160, 2560, 3840,
    )
)  # fmt: skip


def groups(raw: str) -> list[int]:
    """The lengths of the groups of digits."""
    return [len(group) for group in _GROUPS.findall(raw)]


def no_number(raw: str, announced: bool = False) -> bool:
    """Whether the row of digits is a date, a time, an amount, a pair of coordinates or a network address.

    After a word for phones ("my cell is", `announced`) dots between groups are no thousands and no network address.
    """
    row = raw.strip(" ()")
    if (
        announced
        and (groups(row) in ([3, 3, 3], [3, 4]) or (row.startswith("0") and len(groups(row)) > 2))
        and "," not in row
    ):
        return bool(_DATES.fullmatch(row) or _steps(row) or _TIMES.search(row))
    return bool(
        _DATES.fullmatch(row)
        or (_TIMES.search(row) and not (row.startswith("+") or _LONG_COLONS.search(row)))
        or (_NETWORK.fullmatch(row) and not re.fullmatch(r"\d{3}\.\d{3}\.\d{3}\.\d{3}", row))
        or _DECIMALS.fullmatch(row)
        or (_AMOUNT.fullmatch(row) and not row.startswith("0"))
        or _steps(row)
        or _SCREENS.issuperset(map(int, _GROUPS.findall(row)))
        or (_RATIO.fullmatch(row) and "/" in row and max(groups(row)) < 5 and len(groups(row)) < 3)
        or _SCORES.fullmatch(row)
    )


def _steps(row: str) -> bool:
    """Whether the groups count up or down in equal steps: 8 9 10 11 12, 100-200-300."""
    numbers = [int(group) for group in _GROUPS.findall(row)]
    return len(numbers) > 2 and len({b - a for a, b in pairwise(numbers)}) == 1 and numbers[0] != numbers[1]


def round_number(raw: str) -> bool:
    """Whether the row ends in so many zeros that it counts something."""
    digits = re.sub(r"\D", "", raw)
    return digits.endswith("00000") or (len(digits) < 9 and digits.endswith("0000"))


def listed(raw: str) -> bool:
    """Whether the groups of digits are set apart as in an enumeration: 360, 768, 1024."""
    return ", " in raw or "; " in raw


def set_apart(raw: str) -> bool:
    """Whether an enumeration may be one number with commas between its groups: "601, 555, 879" after "my number is"."""
    sizes = groups(raw)
    digits = re.sub(r"\D", "", raw)
    leading = raw.lstrip("( ").startswith("+") or digits.startswith("0") or sizes[0] == 3
    return leading and 9 <= len(digits) <= 13 and 2 <= len(sizes) <= 6 and sizes[-1] > 1 and len(set(digits)) > 3


def odd(raw: str) -> bool:
    """Whether signs stand in the row that phone numbers are not written with, so that only a cue makes it one."""
    return ":" in raw or "#" in raw


def spaced_amount(raw: str) -> bool:
    """Whether the row reads as one large number with blanks between its thousands, or a ladder of small ones."""
    row = raw.strip()
    return bool(_SPACED_AMOUNT.fullmatch(row)) or (
        bool(_SMALL_STEPS.fullmatch(row)) and len(set(groups(row))) == 1 and max(groups(row)) == 3
    )


def postal(raw: str) -> bool:
    """Whether the row may as well be a postal code: 02110-1301, 01310-200."""
    return re.fullmatch(r"\d{4,5}-\d{3,4}", raw.strip()) is not None


def local(raw: str) -> bool:
    """Whether the row is a number without its area code, as in North America: 555-0143."""
    return re.fullmatch(r"[2-9]\d\d[-. ]\d{2}(?!00)\d\d", raw.strip()) is not None


def international(raw: str) -> bool:
    """Whether the row starts with + and a country code in use, and is neither too short nor round."""
    raw = re.sub(r"\A[( ]*00(?=[ ().-]{0,2}[1-9])", "+", raw)
    digits = re.sub(r"\D", "", raw)
    if (
        not raw.lstrip("( ").startswith("+")
        or not 9 <= len(digits) <= 15
        or (digits[0] in "17" and len(digits) != 11)
        or digits.endswith("0000")
        or len(set(digits)) < 3
    ):
        return False
    return int(digits[:1]) in _CODES or int(digits[:2]) in _CODES or int(digits[:3]) in _LONG_CODES


def north_american(raw: str) -> bool:
    """Whether the row is written as in the USA and Canada, with separators."""
    return _NORTH_AMERICA.fullmatch(raw.strip()) is not None


def area(raw: str) -> bool:
    """Whether an area code in brackets or a trunk prefix of its own shows a national number."""
    years = all(re.fullmatch(r"(?:19|20)\d\d", group) for group in _GROUPS.findall(raw))
    return _AREA.fullmatch(raw.strip()) is not None and not years and len(set(re.sub(r"\D", "", raw))) > 3


def trunk(raw: str) -> bool:
    """Whether the row is a national number with its leading zero: 07700 900123, 06 12 34 56 78, (030) 2312 5077."""
    row = raw.strip().replace("(0)", "0")
    digits = re.sub(r"\D", "", row)
    if not re.match(r"\(?0[1-9]|\(?00[1-9]\d{9}|\(?010", row) or not 9 <= len(digits) <= 13 or len(set(digits)) < 4:
        return False
    sizes = groups(row)
    if len(sizes) == 1:
        return 10 <= len(digits) <= 11
    if re.search(r"\d\.\d", row) and len(sizes) == 2:
        return False
    if sizes[-1] == 2 and sizes[-2] != 2:
        return False
    return len(sizes) <= 6 and min(sizes) >= 2 and sizes[0] <= 5


def one_by_one(raw: str) -> bool:
    """Whether the row gives its digits one by one, which nobody does with amounts: 4 1 5 5 5 5 0 1 3 2."""
    digits = re.sub(r"\D", "", raw)
    steps = {int(b) - int(a) for a, b in pairwise(digits)}
    return 9 <= len(digits) <= 13 and max(groups(raw)) == 1 and len(steps) > 3 and len(set(digits)) > 3
