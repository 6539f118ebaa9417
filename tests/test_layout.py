"""Plain layout: blanks, line ends and wraps, with offsets that still lead to the source."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.fold import fold
from linter.layout import plain


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("a  b\t\tc\u00a0 d", "a b c d"),
        ("a.\r\nb.\rc.", "a.\nb.\nc."),
        ("message me on\nWhatsApp", "message me on whatsapp"),
        ("Skype, Zoom,  \r\n  Teams", "skype, zoom, teams"),
        ("- one and\n- two", "- one and\n- two"),
        ("Hours: 9 to 5\nZone: CET", "hours: 9 to 5\nzone: cet"),
        ("> quoted on\n> two lines", "> quoted on\n> two lines"),
        ("One.\n\nTwo", "one.\n\ntwo"),
        ("a short line\nanother one", "a short line\nanother one"),
        (
            "A line that an editor cut at forty signs\nand that goes on here",
            "a line that an editor cut at forty signs and that goes on here",
        ),
    ],
)
def test_plain(source: str, text: str) -> None:
    assert plain(fold(source), source).text == text


@given(st.text(alphabet=" \t\n\ra.,:-éЖ\u200b", max_size=60))
def test_offsets_stay_in_order_and_in_range(source: str) -> None:
    folded = plain(fold(source), source)
    assert len(folded.text) == len(folded.starts) == len(folded.ends)
    assert all(0 <= a < b <= len(source) for a, b in zip(folded.starts, folded.ends, strict=True))
    assert list(folded.starts) == sorted(folded.starts)
    again = plain(folded, source) if folded.text == source else folded
    assert again.text == folded.text
