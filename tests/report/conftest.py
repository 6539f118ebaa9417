"""A run with something of everything, and golden files."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from linter.context import Context, Document, Stage, Waiver
from linter.draft import Draft
from linter.errors import PlacedError
from linter.finding import Edit, Finding, Fix, Severity
from linter.result import FileResult, RuleInfo, RunResult, Suppressed

GOLDEN = Path(__file__).with_name("golden")

LONG = "I have read your brief with great care and I believe that I can help you with all of it. " * 3
POLICY = "https://support.example.org/policy"


def finding(draft: Draft, rule: str, match: str, severity: Severity, message: str, help_: str = "") -> Finding:
    """A finding at the first place of a text in a draft."""
    start = draft.text.index(match)
    fixes = ()
    if rule == "contact/email":
        fixes = (Fix("Remove the address", "unsafe", (Edit(start, start + len(match), ""),)),)
    policy = (POLICY,) if rule.startswith("contact/") else ()
    return Finding(
        rule, severity, message, start, start + len(match), match, f"{len(match):016x}", help_, policy, fixes
    )


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> RunResult:
    """Two drafts with findings, one without, one that could not be read."""
    for name in ("html", "json", "sarif"):
        monkeypatch.setattr(f"linter.report.{name}.version", lambda: "1.2.3")
    one = Draft.from_text(
        f"Hello,\n{LONG}Write to jane@example.org today. {LONG}\n"
        "Message me\non WhatsApp 👍 please, my 日本語 name is \x1b[31mred\u202e.\n"
        "Log in with admin@shop.example and root@shop.example.\n",
        "drafts/one.md",
    )
    two = Draft.from_text("Wire it to PayPal\r\n", "drafts/two.txt")
    first = (
        finding(one, "communication/tools", "Hello,", Severity.SUGGESTION, "No tool is named.", "Paste: I use Slack."),
        finding(
            one,
            "contact/email",
            "jane@example.org",
            Severity.ERROR,
            '"jane@example.org" is an email address.',
            "Stay in Upwork Messages.",
        ),
        finding(
            one, "off-platform/invitation", "Message me\non WhatsApp", Severity.WARNING, '"Message me on WhatsApp"'
        ),
        finding(
            one,
            "contact/social",
            "日本語 name is \x1b[31mred\u202e",
            Severity.ERROR,
            '"日本語 name is \x1b[31mred\u202e"',
        ),
    )
    suppressed = tuple(
        Suppressed(finding(one, "contact/lookalike", login, Severity.SUGGESTION, f'"{login}" looks like one.'), reason)
        for login, reason in (("admin@shop.example", "a demo log-in"), ("root@shop.example", ""))
    )
    rules = tuple(
        RuleInfo(name, level, f"About {name}", f"Why {name} matters.", missing=name == "communication/tools")
        for name, level in (
            ("communication/tools", Severity.SUGGESTION),
            ("contact/email", Severity.ERROR),
            ("contact/lookalike", Severity.SUGGESTION),
            ("contact/social", Severity.ERROR),
            ("off-platform/invitation", Severity.ERROR),
        )
    )
    second = (finding(two, "off-platform/payment", "Wire it to PayPal", Severity.ERROR, "Pay on Upwork."),)
    latin = PlacedError("drafts/latin-1.txt", "byte 0xe9 is not UTF-8", "Save it as UTF-8.", 2, 4)
    missing = PlacedError("nope.txt", "there is no such file or folder", "Mend the path.", 0, 0)
    waived = Context("generic", Document.MESSAGE, Stage.CONTRACT, frozenset((Waiver.LEGAL,)))
    return RunResult(
        (
            FileResult("drafts/clean.txt", Context(), Draft.from_text("Fine.\n")),
            FileResult("drafts/latin-1.txt", problems=(latin,)),
            FileResult("drafts/one.md", Context(), one, first, suppressed=suppressed, rules=rules),
            FileResult("drafts/two.txt", waived, two, second),
            FileResult("nope.txt", problems=(missing,)),
        )
    )


@pytest.fixture
def golden() -> Callable[[str, str], None]:
    """Compares a text with a golden file; `UPDATE_GOLDEN=1 pytest tests/report` writes the files anew, to be read in the diff."""

    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        if os.environ.get("UPDATE_GOLDEN"):
            path.write_bytes(text.encode())
        assert text == path.read_bytes().decode()

    return compare
