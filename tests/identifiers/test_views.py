"""Other readings of a passage lead back to the text they were read from."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.identifiers.views import hidden, readings


@pytest.mark.parametrize(
    ("text", "name", "reading"),
    [
        ("mail j o @ x . c o ok", "spaced", "mail jo@x.co ok"),
        ("m-a-y-a-@-x-.-c-o", "spaced", "maya@x.co"),
        ("t.e.s.t(at)x", "spaced", "test(at)x"),
        ("jo&#64;x&period;co", "encoded", "jo@x.co"),
        ("jo%40x.co", "encoded", "jo@x.co"),
        ("juliet oscar echo at x", "spelled", "joe at x"),
        ("wb@tznvy.pbz", "rot13", "jo@gmail.com"),
        ("moc.liamg@oj", "reversed", "jo@gmail.com"),
    ],
)
def test_readings(text: str, name: str, reading: str) -> None:
    assert dict(readings(text))[name].text == reading


@pytest.mark.parametrize("text", ["plain prose, a b test", "100% & more", "delta airlines", "Mike and Oscar met"])
def test_no_other_reading(text: str) -> None:
    assert not list(readings(text))


def test_places_of_a_reading() -> None:
    view = dict(readings("to jo&#64;x.co now"))["encoded"]
    at = view.text.index("@")
    assert view.source(at, at + 1) == (5, 10)
    assert view.source(at + 1, at + 5) == (10, 14)


@pytest.mark.parametrize("text", ["x am9AcG9zdC5leGFtcGxl y", "x 6a 6f 40 70 6f 73 74 2e 65 78 61 6d 70 6c 65 y"])
def test_hidden(text: str) -> None:
    ((start, end, plain),) = hidden(text)
    assert plain == "jo@post.example"
    assert text[start:end].strip() == text[2:-2]


@given(st.text(alphabet="ab@. -_&#64;%40\\x\n", max_size=80))
def test_any_reading_stays_in_range(text: str) -> None:
    for _, view in readings(text):
        assert len(view.starts) == len(view.ends) == len(view.text)
        assert all(0 <= start < end <= len(text) for start, end in zip(view.starts, view.ends, strict=True))
