"""The sentences that a communication block offers."""

from __future__ import annotations

import pytest

from linter.communication import QUESTION, STATEMENTS, Communication, offer, paragraph

BLOCK = Communication(
    ("Slack", "Zoom", "a Gmail address used for clients only"),
    "Mon-Fri 9:00-17:00 CET",
    "within one business day",
    ("Upwork Messages until the contract starts", "no weekend work"),
)


@pytest.mark.parametrize(
    ("statement", "sentence"),
    [
        (
            "tools",
            "Until the contract starts I write in Bazaar Chat, and after that I am happy to use Slack, Zoom or a Gmail "
            "address used for clients only.",
        ),
        ("availability", "I work Mon-Fri 9:00-17:00 CET and reply within one business day."),
        (
            "boundaries",
            "So that there are no surprises: Upwork Messages until the contract starts, and no weekend work.",
        ),
        ("preference", QUESTION),
        ("nothing-of-the-kind", ""),
    ],
)
def test_a_statement_is_a_sentence_to_paste(statement: str, sentence: str) -> None:
    assert offer(BLOCK, statement, "Bazaar Chat") == sentence


def test_a_paragraph_says_all_once_and_ends_with_the_question() -> None:
    assert paragraph(BLOCK) == (
        "I work Mon-Fri 9:00-17:00 CET and reply within one business day. "
        "Once the contract has started I am happy to use Slack, Zoom or a Gmail address used for clients only. "
        "So that there are no surprises: Upwork Messages until the contract starts, and no weekend work. "
        "Which tools does your team use?"
    )


def test_a_paragraph_says_only_what_is_asked_for() -> None:
    assert paragraph(BLOCK, statements=["preference", "availability"]) == (
        "I work Mon-Fri 9:00-17:00 CET and reply within one business day. Which tools does your team use?"
    )
    assert "Until the contract starts I write in" in paragraph(BLOCK, statements=["tools"])


def test_an_empty_block_offers_nothing() -> None:
    assert paragraph(Communication()) == ""
    assert not any(offer(Communication(), name) for name in STATEMENTS)


@pytest.mark.parametrize(
    ("hours", "response", "sentence"),
    [
        ("", "within a day.", "I reply within a day."),
        ("", "a few hours", "I reply within a few hours."),
        ("", "2 hours", "I reply within 2 hours."),
        ("", "same day", "I reply the same day."),
        ("weekdays 9 to 5\nin Lisbon", "", "I work weekdays 9 to 5 in Lisbon."),
        (
            "I am online from 9 to 5 EST",
            "I answer the same day",
            "I am online from 9 to 5 EST and I answer the same day.",
        ),
    ],
)
def test_answers_become_a_sentence(hours: str, response: str, sentence: str) -> None:
    assert offer(Communication(hours=hours, response=response), "availability") == sentence


def test_boundaries_with_commas_are_kept_apart() -> None:
    block = Communication(boundaries=("no calls, no video", "no weekend work"))
    assert offer(block, "boundaries") == "So that there are no surprises: no calls, no video; no weekend work."
