"""Sources of settings laid over one another."""

from __future__ import annotations

import pytest

from linter.context import Context, Document, Stage, Waiver
from linter.finding import Severity
from linter.settings import Choice, FailLevel, Selection, describe, selected, settle, unknown

RULES = frozenset(("contact/email", "contact/phone", "off-platform/payment", "communication/tools"))


def resolve(name: str) -> frozenset[str]:
    found = frozenset(rule for rule in RULES if rule == name or rule.startswith(name.rstrip("/") + "/"))
    if not found:
        raise LookupError(name)
    return found


def test_the_first_source_that_speaks_decides() -> None:
    context, origins = settle(
        [
            Choice("flag", stage=Stage.CONTRACT),
            Choice("front matter", document=Document.MESSAGE, stage=Stage.ENDED),
            Choice("config", platform="generic", document=Document.PROFILE, waive=frozenset((Waiver.LEGAL,))),
        ]
    )
    assert context == Context("generic", Document.MESSAGE, Stage.CONTRACT, frozenset((Waiver.LEGAL,)))
    assert origins == {"platform": "config", "document": "front matter", "stage": "flag", "waive": "config"}


def test_nobody_speaks() -> None:
    context, origins = settle([])
    assert context == Context()
    assert set(origins.values()) == {"default"}


def test_an_empty_waiver_takes_one_back() -> None:
    context, _ = settle([Choice("flag", waive=frozenset()), Choice("config", waive=frozenset(Waiver))])
    assert context.waivers == frozenset()


@pytest.mark.parametrize(
    ("selections", "left"),
    [
        ([], RULES),
        ([Selection(select=("contact",))], {"contact/email", "contact/phone"}),
        ([Selection(ignore=("contact/",))], {"off-platform/payment", "communication/tools"}),
        ([Selection(select=("contact",), ignore=("contact/email",))], {"contact/phone"}),
        ([Selection(extend=("contact/email",), ignore=("contact",))], RULES - {"contact/phone"}),
        ([Selection(select=("contact/email",), ignore=("contact/email",))], set()),
        ([Selection(ignore=("contact/email",)), Selection(select=("contact/email",))], {"contact/email"}),
        ([Selection(select=("contact",)), Selection(extend=("off-platform",))], RULES - {"communication/tools"}),
        ([Selection(select=())], set()),
    ],
)
def test_selection(selections: list[Selection], left: set[str]) -> None:
    assert selected(selections, resolve, RULES) == left


def test_an_unknown_name_is_an_error() -> None:
    with pytest.raises(LookupError):
        selected([Selection(ignore=("contact/emial",))], resolve, RULES)
    assert unknown("contact/email", resolve) is None
    assert unknown("contact/emial", resolve) is not None


@pytest.mark.parametrize(
    ("level", "failing"),
    [
        ("error", {"error"}),
        ("warning", {"error", "warning"}),
        ("suggestion", {"error", "warning", "suggestion"}),
        ("never", set()),
    ],
)
def test_fail_levels(level: str, failing: set[str]) -> None:
    assert {severity.value for severity in Severity if FailLevel(level).fails(severity)} == failing


def test_a_profile_has_no_stage() -> None:
    assert describe(Context()) == "upwork proposal, pre-contract"
    assert describe(Context(document=Document.PROFILE, stage=Stage.CONTRACT)) == "upwork profile"
    assert describe(Context(waivers=frozenset((Waiver.LEGAL, Waiver.ENTERPRISE)))).endswith("waived: enterprise legal")
