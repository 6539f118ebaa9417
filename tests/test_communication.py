"""The sentences that a communication block offers."""

from __future__ import annotations

import pytest

from linter.communication import QUESTION, Communication, offer, paragraph

BLOCK = Communication(
    ("Slack", "Zoom", "a Gmail address used for clients only"),
    "Mon-Fri 9:00-17:00 CET",
    "within one business day",
    ("Upwork Messages until the contract starts", "no weekend work"),
)


@pytest.mark.parametrize(
    ("statement", "sentence"),
    [
        ("tools", "I work with Slack, Zoom and a Gmail address used for clients only."),
        ("availability", "I am available Mon-Fri 9:00-17:00 CET and reply within one business day."),
        ("boundaries", "My boundaries: Upwork Messages until the contract starts, no weekend work."),
        ("preference", QUESTION),
        ("nothing-of-the-kind", ""),
    ],
)
def test_a_statement_is_a_sentence_to_paste(statement: str, sentence: str) -> None:
    assert offer(BLOCK, statement) == sentence


def test_a_paragraph_says_all_and_ends_with_the_question() -> None:
    text = paragraph(BLOCK)
    assert [offer(BLOCK, name) in text for name in ("tools", "availability", "boundaries")] == [True] * 3
    assert text.endswith(QUESTION)


def test_an_empty_block_offers_nothing() -> None:
    assert paragraph(Communication()) == ""
    assert not any(offer(Communication(), name) for name in ("tools", "availability", "boundaries", "preference"))


def test_a_part_of_a_block_offers_that_part() -> None:
    assert offer(Communication(response="within a day."), "availability") == "I reply within a day."
    assert offer(Communication(tools=("Slack",)), "tools") == "I work with Slack."
    assert paragraph(Communication(tools=("Slack", "Zoom"))) == f"I work with Slack and Zoom. {QUESTION}"


def test_boundaries_with_commas_are_kept_apart() -> None:
    block = Communication(boundaries=("no calls, no video", "no weekend work"))
    assert offer(block, "boundaries") == "My boundaries: no calls, no video; no weekend work."
