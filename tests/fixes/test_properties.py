"""Whatever the draft: fixes change nothing outside their edits, have an end, and never make it worse."""

from __future__ import annotations

from collections import Counter

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from linter.communication import Communication
from linter.context import Context
from linter.draft import Draft
from linter.engine import Linter
from linter.finding import Finding, Severity
from linter.fixes.apply import apply, fix_draft

PIECES = [
    "Email me at jane@tallpine.io",
    "call 415-555-0132",
    "text me on WhatsApp",
    "my number is 555-867-5309",
    "(jane@tallpine.io)",
    "**jane@tallpine.io**",
    "[write me](mailto:jane@tallpine.io)",
    "Telegram: @mira_codes",
    "`jane@tallpine.io`",
    "jane [at] tallpine [dot] io",
    "Let's talk on Zoom",
    "https://calendly.com/mira-dev/30min",
    "I never use Slack.",
    "We save the Upwork fee.",
    "send me your email address",
    "I build shops",
    "and I paint",
    "- one",
    "> you wrote",
    "Best,",
    "Mira",
    "P.S.",
    "<!-- proposal-lint: ignore[contact/email] -->",
    "\n%% proposal-lint: ignore-next[contact]\n",
    "---\n",
    "```\n",
    "Questions?",
    "so I can’t wait…",
    "日本語 🙂",
    "\u200b",
    ",",
    ".",
    ";",
    " or ",
    "\n",
    "\r\n",
    "\n\n",
    "(",
    "]",
    '"',
    "*",
]
DRAFTS = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join),
    st.lists(st.sampled_from(PIECES), max_size=12).map("".join),
    st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=6)), max_size=12).map(" ".join),
)
BLOCK = Communication(("Slack", "Zoom"), "9:00-17:00 CET", "within a day", ("no weekend work",))
QUICK = settings(
    max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


def draft_of(text: str) -> Draft:
    return Draft.from_text(text.encode("utf-8", "replace").decode())


def weights(findings: list[Finding]) -> tuple[int, int, int]:
    counts = Counter(finding.severity for finding in findings)
    return counts[Severity.ERROR], counts[Severity.WARNING], counts[Severity.SUGGESTION]


@QUICK
@given(DRAFTS)
def test_every_fix_can_be_applied_and_keeps_what_it_does_not_name(linter: Linter, text: str) -> None:
    draft = draft_of(text)
    for finding in linter.lint(draft, Context()):
        for fix in finding.fixes:
            assert fix.title
            assert fix.edits == tuple(sorted(fix.edits, key=lambda edit: edit.start))
            after = apply(draft.text, fix.edits)
            start, end = fix.edits[0].start, len(draft.text) - fix.edits[-1].end
            assert start >= draft.body
            assert after[:start] == draft.text[:start]
            assert after[len(after) - end :] == draft.text[len(draft.text) - end :]


@QUICK
@given(DRAFTS, st.booleans())
def test_fixes_have_an_end_and_make_nothing_worse(linter: Linter, text: str, unsafe: bool) -> None:
    speaking = linter.speaking(BLOCK)

    def lint(draft: Draft) -> list[Finding]:
        return speaking.lint(draft, Context(), speaking.matches(draft, gated=False))

    draft = draft_of(text)
    before = lint(draft)
    fixed = fix_draft(draft, lint, unsafe)
    assert list(fixed.findings) == lint(fixed.draft)
    grave = [Counter(one.rule for one in found if one.severity.rank) for found in (before, fixed.findings)]
    assert not grave[1] - grave[0]
    assert weights(list(fixed.findings)) < weights(before) or fixed.draft == draft
    assert (fixed.draft == draft) == (fixed.mended == 0)
    assert fix_draft(fixed.draft, lint, unsafe).draft == fixed.draft
