"""What is derived from a pattern never hides a match: for every pattern of the recognisers, over texts made to match them."""

from __future__ import annotations

import importlib
import pkgutil
import re
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import linter.identifiers
from linter.fold import fold
from linter.identifiers import patterns
from linter.identifiers.glance import GLANCE, Glance
from linter.identifiers.needles import needles
from linter.identifiers.patterns import lazy


def _patterns() -> list[str]:
    found = []
    for info in pkgutil.iter_modules(linter.identifiers.__path__):
        module = importlib.import_module(f"linter.identifiers.{info.name}")
        found += [value._source for value in vars(module).values() if isinstance(value, patterns._Lazy)]
    return sorted(set(found))


SOURCES = _patterns()
DERIVED = [source for source in SOURCES if needles(source, 0)]


def test_much_is_derived() -> None:
    assert len(DERIVED) > len(SOURCES) / 2


@settings(max_examples=400, deadline=None)
@given(st.data())
def test_no_match_without_a_piece(data: st.DataObject) -> None:
    source = data.draw(st.sampled_from(DERIVED))
    pattern = re.compile(source, re.VERBOSE if "\n" in source else 0)
    glance = Glance()
    signs = [glance.sign(pieces=pieces) for pieces in needles(source, pattern.flags)]
    text = fold(data.draw(st.from_regex(pattern))).text
    match = pattern.search(text)
    if match is not None:
        glance.look(text, *match.span())
        assert all(glance(text, *match.span()) & sign for sign in signs if sign)


@pytest.mark.parametrize(
    ("source", "sets"),
    [
        (r"\b(?:skype|zoom) me", (("skype me", "zoom me"),)),
        (r"(?<!\w)apps?\b", (("app",),)),
        (r"x?y*", ()),
        (r"[^a]b\w+@(?=c)", (("@",),)),
        (r"(?i)skype", ()),
        (r"\d{3}(?:z|\w)", (tuple("0123456789"),)),
        (r"(?:zoom|\w+@) calls? (?:me)?", ((" call ", " calls "), ("@", "zoom"))),
    ],
)
def test_derived(source: str, sets: tuple[tuple[str, ...], ...]) -> None:
    assert needles(source, 0) == sets


def test_folding_leaves_no_digits_but_ascii() -> None:
    digits = [chr(code) for code in range(sys.maxunicode + 1) if chr(code).isdecimal()]
    assert all(fold(f"a {digit} b").text.split()[1].isascii() for digit in digits)


def test_a_pattern_finds_the_same_before_and_after_it_is_settled() -> None:
    pattern = lazy(r"\bzoom (?:at|on) \d")
    texts = [f"{'word ' * 20}{'zoom at 5' if number % 3 == 0 else 'zoom'} {number}" for number in range(700)]
    found = []
    for text in texts:
        GLANCE.look(text, 0, len(text))
        found.append(pattern.search(text, 0, len(text)) is not None)
    assert found == [number % 3 == 0 for number in range(700)]
    assert [sum(1 for _ in pattern.finditer(text)) for text in texts] == list(map(int, found))
    assert pattern.pattern == r"\bzoom (?:at|on) \d"
