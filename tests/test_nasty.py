"""Drafts that nobody would write: none may crash the linter, hang it, or put a finding outside the draft."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from linter import Context, Document, Draft
from linter.engine import Linter

PIECES = [
    "(",
    "[",
    "<!-- ",
    "`",
    "```\n",
    "](",
    "> ",
    "🙂",
    "👨‍👩‍👧",
    "\u200b",
    "a\u0301",
    ".",
    "at dot ",
    "@",
    "1 ",
    "9-",
    "\r",
    "\u2028",
    "\x0c",
    "x",
]


def _check(linter: Linter, text: str) -> None:
    draft = Draft.from_text(text)
    for finding in linter.lint(draft, Context(document=Document.PROFILE)):
        assert 0 <= finding.start <= finding.end <= len(text)
        assert finding.match == text[finding.start : finding.end]
        line, column = draft.place(finding.start)
        assert line >= 1
        assert column >= 1


@pytest.mark.parametrize("piece", PIECES, ids=[repr(piece) for piece in PIECES])
def test_ten_thousand_of_a_kind(linter: Linter, piece: str) -> None:
    _check(linter, piece * 10_000)


def test_a_hundred_thousand_zero_width_characters(linter: Linter) -> None:
    text = "Skype: live:mira" + "\u200b" * 100_000 + ".codes"
    (found,) = [f for f in linter.lint(Draft.from_text(text), Context()) if f.rule == "contact/messaging"]
    assert text[found.start : found.end].replace("\u200b", "") == "live:mira.codes"


def test_a_line_longer_than_spacy_takes(linter: Linter) -> None:
    sentence = (
        "Straightforward internationalization of containerized infrastructure, 2,400 counterproductive environments. "
    )
    text = sentence * 10_000 + "Skype: live:mira.codes"
    assert len(text) > 1_000_000  # its limit
    assert "contact/messaging" in {f.rule for f in linter.lint(Draft.from_text(text), Context())}


TEXTS = st.lists(
    st.sampled_from(
        [
            *PIECES,
            "Skype: ",
            "live:mira.codes ",
            "mira (at) mail (dot) org ",
            "call +1 415 555 0132 ",
            "tеxt me ",
            "user: jo, then @ and mail.org ",
            "[4] [1] ",
            "House 12, Road 5, ",
            "\u202emoc.liam@oj",
            "₳Ɽ₮ ",
            "<b>",
            "**",
            "&#64;",
            "\n\n",
            "- ",
            "it's ",
        ]
    ),
    max_size=30,
).map("".join)


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(text=TEXTS)
def test_findings_stay_inside_the_draft(linter: Linter, text: str) -> None:
    _check(linter, text)
