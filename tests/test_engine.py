"""The platform's verdict on what the rules match."""

from __future__ import annotations

import re

import pytest

from linter import Context, Document, Draft, Stage, Waiver
from linter.communication import Communication
from linter.engine import Linter
from linter.rulebook import Rulebook, UnknownName

EMAIL = "Write to petra.lindqvist@mailnord.se for samples."
LONG = "I have built online shops for eleven years and love to make them fast. " * 4


def _severities(linter: Linter, text: str, context: Context) -> dict[str, str]:
    return {f.rule: f.severity.value for f in linter.lint(Draft.from_text(text), context)}


@pytest.mark.parametrize(
    ("document", "stage", "waiver", "severity"),
    [
        ("proposal", "pre-contract", None, "error"),
        ("proposal", "contract", None, None),
        ("proposal", "ended", None, "warning"),
        ("message", "pre-contract", None, "error"),
        ("message", "contract", None, None),
        ("profile", "pre-contract", None, "error"),
        ("profile", "contract", None, "error"),
        ("proposal", "pre-contract", "enterprise", None),
        ("proposal", "pre-contract", "system-access", "error"),
        ("message", "pre-contract", "system-access", None),
        ("message", "pre-contract", "legal", None),
        ("profile", "pre-contract", "enterprise", "error"),
    ],
)
def test_upwork_on_an_email(
    linter: Linter, document: str, stage: str, waiver: str | None, severity: str | None
) -> None:
    waivers = frozenset([Waiver(waiver)] if waiver else [])
    context = Context("upwork", Document(document), Stage(stage), waivers)
    assert _severities(linter, EMAIL, context).get("contact/email") == severity


def test_system_access_waives_an_email_only(linter: Linter) -> None:
    context = Context("upwork", Document.MESSAGE, Stage.PRE_CONTRACT, frozenset([Waiver.SYSTEM_ACCESS]))
    found = _severities(linter, f"{EMAIL}\nCell: +1 415 555 0132", context)
    assert found == {"contact/phone": "error"}


def test_a_claim_in_the_text_waives_nothing(linter: Linter) -> None:
    assert "contact/email" in _severities(linter, f"I am on Enterprise. {EMAIL}", Context())


@pytest.mark.parametrize("stage", list(Stage))
def test_paying_outside_is_never_fine(linter: Linter, stage: Stage) -> None:
    text = "Just send the money to my PayPal and we save the Upwork fee."
    for document in (Document.PROPOSAL, Document.MESSAGE):
        assert _severities(linter, text, Context("upwork", document, stage))["off-platform/payment"] == "error"


def test_generic_is_the_strictest(linter: Linter) -> None:
    context = Context("generic", Document.MESSAGE, Stage.CONTRACT)
    findings = linter.lint(Draft.from_text(EMAIL), context)
    assert [(f.rule, f.severity.value) for f in findings] == [("contact/email", "error")]
    assert findings[0].policy == ()


def test_unknown_platform(linter: Linter) -> None:
    with pytest.raises(UnknownName):
        linter.lint(Draft.from_text(EMAIL), Context("upwrk"))


def test_statements(linter: Linter) -> None:
    proposal = _severities(linter, LONG, Context())
    assert {f"communication/{s}" for s in ("tools", "availability", "boundaries", "preference")} == set(proposal)
    assert set(proposal.values()) == {"suggestion"}
    assert _severities(linter, LONG, Context(document=Document.MESSAGE)) == {}
    assert _severities(linter, LONG, Context(stage=Stage.CONTRACT)) == {}
    assert _severities(linter, "Too short to say much.", Context()) == {}


def test_a_missing_statement_offers_what_the_writer_can_say(rulebook: Rulebook) -> None:
    communication = Communication(
        ("Slack", "Zoom"), "Mon-Fri 9:00-17:00 CET", "within one business day", ("no weekend work",)
    )
    findings = Linter(rulebook, communication).lint(Draft.from_text("\n" + LONG), Context())
    helps = {f.rule: f.help for f in findings}
    assert helps["communication/tools"] == (
        "Paste: Until the contract starts I write in Upwork Messages, and after that I am happy to use Slack or Zoom."
    )
    assert "Mon-Fri 9:00-17:00 CET" in helps["communication/availability"]
    assert "no weekend work" in helps["communication/boundaries"]
    assert {f.start for f in findings} == {1}


def test_a_finding_has_all_its_parts(linter: Linter) -> None:
    (finding,) = linter.lint(Draft.from_text(EMAIL), Context())
    assert finding.match == EMAIL[finding.start : finding.end] == "petra.lindqvist@mailnord.se"
    assert finding.message == '"petra.lindqvist@mailnord.se" is an email address.'
    assert "Upwork" in finding.help
    assert finding.policy[0].startswith("https://support.upwork.com/")
    assert re.fullmatch("[0-9a-f]{16}", finding.fingerprint)


def test_a_fingerprint_survives_edits_elsewhere(linter: Linter) -> None:
    first = linter.lint(Draft.from_text(EMAIL), Context())[0].fingerprint
    assert linter.lint(Draft.from_text(f"Hello!\n\n{EMAIL}\n\nBye."), Context())[0].fingerprint == first
    assert linter.lint(Draft.from_text(EMAIL.replace("samples", "prices")), Context())[0].fingerprint != first


def test_a_fingerprint_hangs_on_its_line_alone(linter: Linter) -> None:
    first = linter.lint(Draft.from_text(f"Hello!\n{EMAIL}\nBye."), Context())[0].fingerprint
    assert linter.lint(Draft.from_text(f"Good morning.\r\n\r\n{EMAIL}\r\nCheers."), Context())[0].fingerprint == first


def test_a_disguised_address_keeps_its_offsets(linter: Linter) -> None:
    text = "🙂 Écrivez: p\u200betra@m\u0430ilnord.se\r\nMerci."
    (finding,) = linter.lint(Draft.from_text(text), Context())
    assert finding.match == "p\u200betra@m\u0430ilnord.se"


def test_another_writer_shares_the_compiled_rules(linter: Linter) -> None:
    draft = Draft.from_text("I can start on Monday with the first draft of your shop and its forty pages of text. " * 4)
    other = linter.speaking(Communication(hours="9:00-17:00 CET"))
    assert other.matcher is linter.matcher
    helps = [finding.help for one in (other, linter) for finding in one.lint(draft, Context())]
    assert sum("I work 9:00-17:00 CET." in help_ for help_ in helps) == 1
    assert linter.communication == Communication()
