"""Lines that fit, carets under the match, nothing that steers a terminal."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.report._terminal import cells, crop, paint, printable

LINES = st.text(st.sampled_from("abc .é日👍\u200b\u0301\t\x1b\u202e"), max_size=300)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("a\tb\r\nc", "a b  c"),
        ("\x1b[2J\x07\x9b", "\\x1b[2J\\x07\\x9b"),
        ("a\u202eb\u200bc\ufeff", "a\\u202eb\\u200bc\\ufeff"),
        ("\u2028\u2029", "\\u2028\\u2029"),
        ("\U000e0041", "\\U000e0041"),
        ("caf\udce9", "caf\\udce9"),
        ("日本 café 👨\u200d👩\u200d👧", "日本 café 👨\u200d👩\u200d👧"),
    ],
)
def test_what_could_steer_a_terminal_is_written_out(text: str, shown: str) -> None:
    assert printable(text) == shown


@pytest.mark.parametrize(
    ("text", "width"), [("abc", 3), ("日本", 4), ("👍🏽", 2), ("👨\u200d👩\u200d👧", 2), ("e\u0301", 1)]
)
def test_cells(text: str, width: int) -> None:
    assert cells(text) == width


def test_a_short_line_is_shown_whole() -> None:
    assert crop("write to me@there.org now", 9, 21, 80) == ("write to me@there.org now", " " * 9 + "^" * 12)


def test_carets_count_cells() -> None:
    assert crop("日本 x me", 5, 7, 80) == ("日本 x me", " " * 7 + "^^")


def test_a_long_line_is_cropped_round_the_match() -> None:
    line = "a" * 300 + "MATCH" + "b" * 300
    text, carets = crop(line, 300, 305, 60)
    assert text.startswith("…a")
    assert text.endswith("b…")
    assert text[carets.index("^") : len(carets)] == "MATCH"
    assert len(text) == 60


@pytest.mark.parametrize("rest", ["", "aaaaa"])
def test_room_that_one_side_does_not_need_goes_to_the_other(rest: str) -> None:
    text, _ = crop(rest + "MATCH" + "b" * 300, len(rest), len(rest) + 5, 60)
    assert text.startswith(rest + "MATCHb")
    assert len(text) == 60
    text, _ = crop("b" * 300 + "MATCH" + rest, 300, 305, 60)
    assert text.endswith("bMATCH" + rest)
    assert len(text) == 60


def test_a_match_too_long_for_the_line_is_cropped_too() -> None:
    text, carets = crop("x" * 20 + "m" * 5_000_000, 20, 5_000_020, 60)
    assert cells(text) <= 60
    assert text.endswith("m…")
    assert len(carets) <= 60


@given(LINES, st.data())
def test_a_cropped_line_always_fits_and_the_carets_stand_below_the_match(line: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(line)))
    end = data.draw(st.integers(start, len(line)))
    width = data.draw(st.integers(30, 120))
    text, carets = crop(line, start, end, width)
    assert cells(text) <= width
    assert len(carets) <= width
    assert "^" in carets
    assert not any(unicodedata.category(character) == "Cc" for character in text)


@given(st.text(st.sampled_from("abcd "), max_size=300), st.data())
def test_a_cropped_ascii_line_holds_the_match(line: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(line)))
    end = data.draw(st.integers(start, min(len(line), start + 20)))
    width = data.draw(st.integers(40, 120))
    text, carets = crop(line, start, end, width)
    at = carets.index("^")
    assert text[at : at + end - start] == line[start:end]
    assert len(text) <= width
    if len(line) <= width:
        assert text == line


def test_paint() -> None:
    assert paint("x", "error", False) == "x"
    assert paint("x", "error", True) == "\x1b[31;1mx\x1b[0m"
