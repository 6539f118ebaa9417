"""Whatever stands for the @ between a mailbox and a domain whose dot is boxed or pictured, too: "jo [the round one] acme [dot] dev"."""

from __future__ import annotations

from collections.abc import Iterator

from linter.identifiers.email_domain import DOT_SIGNS
from linter.identifiers.patterns import lazy

# Any bracketed words between a name and a name with a bracketed dot: "jo [the round one] acme [dot] dev".
_BOXED = lazy(
    r"(?<=[\w*])[ \t]{0,2}[\[({<][^\])}>\n\d]{1,24}[\])}>][ \t]{0,2}(?=[^\W\d_][\w-]{1,40}[ \t]{0,2}[\[({<][^\])}>\n\d]{1,12}[\])}>][ \t]{0,2}[a-z])"
)
# Any sign between a name and a name with another sign for its dot: "jo ☉ acme ● dev".
_PICTURED = lazy(
    rf"(?<=\w)[ \t]{{0,2}}([\u2190-\u2bff\U0001f300-\U0001faff])[ \t]{{0,2}}(?=[a-z][\w-]{{1,40}}[ \t]{{0,2}}(?!\1)[{DOT_SIGNS}][ \t]{{0,2}}[a-z]{{2,12}}(?!\w))"
)
# What every boxed one holds: the end of a box, a name, a box, a name.
_HINT = lazy(r"[\])}>][ \t]{0,2}[^\W\d_][\w-]{1,40}[ \t]{0,2}[\[({<][^\])}>\n\d]{1,12}[\])}>][ \t]{0,2}[a-z]")


def promising(text: str, start: int, end: int) -> bool:
    """Whether such a sign stands in the stretch."""
    if _HINT.search(text, start, end):
        return True
    return not text.isascii() and _PICTURED.search(text, start, end) is not None


def boxes(text: str, start: int, end: int, dots: frozenset[str]) -> Iterator[tuple[int, int]]:
    """The places of such signs, with the blanks around them; `dots` are words for a dot, which make a longer domain."""
    for match in _BOXED.finditer(text, start, end):
        if match.group().strip(" \t[](){}<>") not in dots:
            yield match.span()
    if not text.isascii():
        yield from (match.span() for match in _PICTURED.finditer(text, start, end))
