"""Where the paragraph about communication goes."""

from __future__ import annotations

import pytest

from linter.communication import Communication
from linter.context import Context
from linter.draft import Draft
from linter.engine import Linter
from linter.fixes.apply import apply, fix_draft
from linter.fixes.statements import inserted
from linter.rulebook import Rulebook


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Text.", "Text.\n\nPARAGRAPH"),
        ("Text.\n", "Text.\n\nPARAGRAPH\n"),
        ("Text.\n\nBest,\nMira\n", "Text.\n\nPARAGRAPH\n\nBest,\nMira\n"),
        ("Text.\nBest,\nMira", "Text.\n\nPARAGRAPH\n\nBest,\nMira"),
        ("Text.\r\n\r\nKind regards\r\nMira\r\n", "Text.\r\n\r\nPARAGRAPH\r\n\r\nKind regards\r\nMira\r\n"),
        ("Text.\r\rCheers\r", "Text.\r\rPARAGRAPH\r\rCheers\r"),
        ("Text.\n\nThanks for reading!\n\nMira Kovac\nLiquid developer", "Text.\n\nPARAGRAPH\n\nThanks for reading!\n\nMira Kovac\nLiquid developer"),
        ("Text.\n\nI look forward to your reply.\n\n- Mira\n", "Text.\n\nPARAGRAPH\n\nI look forward to your reply.\n\n- Mira\n"),
        ("Text.\n\nMira\n\nP.S. I saw your talk.\n", "Text.\n\nPARAGRAPH\n\nMira\n\nP.S. I saw your talk.\n"),
        ("Text.\n\nMira\n\n> What you wrote\n> to me.\n", "Text.\n\nPARAGRAPH\n\nMira\n\n> What you wrote\n> to me.\n"),
        ("Best practice is dull.\n\nI know Best, the shop.\n", "Best practice is dull.\n\nI know Best, the shop.\n\nPARAGRAPH\n"),
        ("## Skills\n\n- Liquid\n- React\n", "## Skills\n\n- Liquid\n- React\n\nPARAGRAPH\n"),
        ("Text.\n\nWhich colours do you like?\n\n\n", "Text.\n\nWhich colours do you like?\n\nPARAGRAPH\n\n\n"),
        ("---\nstage: pre-contract\n---\nText.\n\nBest\n", "---\nstage: pre-contract\n---\nText.\n\nPARAGRAPH\n\nBest\n"),
        ("Text.\n\n%% proposal-lint: ignore-next[contact]\nMira, 555\n", "Text.\n\nPARAGRAPH\n\n%% proposal-lint: ignore-next[contact]\nMira, 555\n"),
        ("Text.\n\n```\nx = 1\n```\n", "Text.\n\n```\nx = 1\n```\n\nPARAGRAPH\n"),
        ("Text, then `code`\n", "Text, then `code`\n\nPARAGRAPH\n"),
        ("Thanks!\n", "Thanks!\n\nPARAGRAPH\n"),
    ],
)  # fmt: skip
def test_the_paragraph_stands_before_the_sign_off(before: str, after: str) -> None:
    draft = Draft.from_text(before)
    edit = inserted(draft, "PARAGRAPH")
    assert edit is not None
    assert apply(before, [edit]) == after


@pytest.mark.parametrize("text", ["", "\n\n", "---\nstage: contract\n---\n", "Text.\n\n```\nprint(1)\n\nprint(2)\n"])
def test_no_place_no_paragraph(text: str) -> None:
    assert inserted(Draft.from_text(text), "PARAGRAPH") is None


BLOCK = Communication(
    ("Slack", "Zoom"), "Mon-Fri 9:00-17:00 CET", "within one business day", ("no weekend work", "two rounds of changes")
)
LETTER = (
    "I have read your brief twice and I think the trouble is in the cart, not in the theme: it asks for the stock of every "
    "variant before it draws a single row. I would cache that for a minute, which nobody will notice.\n\n{}Best,\nMira\n"
)


def mended(linter: Linter, text: str, context: Context | None = None) -> str:
    return fix_draft(Draft.from_text(text), lambda draft: linter.lint(draft, context or Context())).draft.text


def test_all_that_is_missing_is_said_once(rulebook: Rulebook) -> None:
    assert mended(Linter(rulebook, BLOCK), LETTER.format("")) == LETTER.format(
        "I work Mon-Fri 9:00-17:00 CET and reply within one business day. Until the contract starts I write in Upwork "
        "Messages, and after that I am happy to use Slack or Zoom. So that there are no surprises: no weekend work, and two "
        "rounds of changes. Which tools does your team use?\n\n"
    )


def test_only_what_is_missing_is_said(rulebook: Rulebook) -> None:
    said = "I work 9:00-17:00 CET, two rounds of changes are included. Which chat tool does your team like?\n\n"
    added = "Until the contract starts I write in Upwork Messages, and after that I am happy to use Slack or Zoom.\n\n"
    assert mended(Linter(rulebook, BLOCK), LETTER.format(said)) == LETTER.format(said + added)


def test_what_the_block_does_not_say_is_left(rulebook: Rulebook) -> None:
    linter = Linter(rulebook, Communication(hours="Mon-Fri 9:00-17:00 CET"))
    after = mended(linter, LETTER.format(""))
    assert after == LETTER.format("I work Mon-Fri 9:00-17:00 CET. Which tools does your team use?\n\n")
    left = linter.lint(Draft.from_text(after), Context())
    assert {finding.rule for finding in left} == {"communication/tools", "communication/boundaries"}
    assert not any(finding.fixes for finding in left)
    assert all("'communication:'" in finding.help for finding in left)


def test_without_a_block_the_help_tells_how_to_add_one(linter: Linter) -> None:
    findings = linter.lint(Draft.from_text(LETTER.format("")), Context())
    assert len(findings) == 4
    for finding in findings:
        assert finding.fixes == ()
        assert "under 'communication:' in .proposal-lint.yaml, and --fix inserts it." in finding.help


@pytest.mark.parametrize(
    "limit", ["quiet hours from 20:00", "texts only in English", "rush jobs cost extra", "I keep Fridays for deep work"]
)
def test_any_boundary_of_the_writer_counts_as_one_afterwards(rulebook: Rulebook, limit: str) -> None:
    linter = Linter(rulebook, Communication(boundaries=(limit,)))
    after = mended(linter, LETTER.format(""))
    assert f"So that there are no surprises: {limit}." in after
    left = {finding.rule for finding in linter.lint(Draft.from_text(after), Context())}
    assert not left & {"communication/boundaries", "communication/preference"}


def test_a_block_with_an_address_is_not_inserted(rulebook: Rulebook) -> None:
    linter = Linter(rulebook, Communication(tools=("Slack", "jane@tallpine.io")))
    assert mended(linter, LETTER.format("")) == LETTER.format("")
