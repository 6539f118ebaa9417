"""`html` in a real browser: it works, by keyboard too, is accessible in every light and width, and lets nothing in."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from linter.context import Context
from linter.draft import Draft
from linter.finding import Finding, Severity
from linter.report import Style
from linter.report.html import render
from linter.result import FileResult, RuleInfo, RunResult

pytest.importorskip("playwright.sync_api")
axe = pytest.importorskip("axe_playwright_python.sync_playwright")
BROWSER = next(
    (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None
)
pytestmark = pytest.mark.skipif(BROWSER is None, reason="no Chromium is installed")

WIDE, PHONE = (1280, 900), (320, 640)
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]}
TEXT = (
    "Hi Dana,\n\nWrite to mira@tallpine.studio or text me on WhatsApp: +1 415 555 0132 </script><script>alert(1)</script>\n\n"
    f"אפשר לכתוב לי אל dana@tallpine.studio 👍🏽\n{'x' * 10_000}\n> me too\u202e\n`code`\n"
)
WHY = "Before a contract starts, a marketplace forbids it. " * 3


def drafts() -> RunResult:
    """A draft with findings that overlap, stand close together, and are missing; another one that is clean."""
    draft = Draft.from_text(TEXT, "a.txt")

    def found(rule: str, match: str, severity: Severity) -> Finding:
        start = TEXT.index(match)
        policy = ("https://support.example.org/policy",)
        return Finding(rule, severity, f'"{match}" is one.', start, start + len(match), match, "f", WHY, policy)

    findings = (
        found("communication/tools", "Hi Dana,", Severity.SUGGESTION),
        found("contact/email", "mira@tallpine.studio", Severity.ERROR),
        found("off-platform/invitation", "text me on WhatsApp", Severity.WARNING),
        found("contact/messaging", "WhatsApp: +1 415 555 0132", Severity.ERROR),
        found("contact/phone", "+1 415 555 0132", Severity.ERROR),
        found("contact/email", "dana@tallpine.studio", Severity.ERROR),
        found("contact/lookalike", "`code`", Severity.SUGGESTION),
    )
    rules = tuple(
        RuleInfo(rule, Severity.ERROR, "s", WHY, missing=rule == "communication/tools")
        for rule in sorted({finding.rule for finding in findings})
    )
    clean = FileResult("b.txt", Context(), Draft.from_text("Fine.\n", "b.txt"))
    return RunResult((FileResult("a.txt", Context(), draft, findings, rules=rules), clean))


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """A headless browser, one for all tests."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=BROWSER, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Where the report lies."""
    path: Path = tmp_path_factory.mktemp("html") / "report.html"
    path.write_text(render(drafts(), Style()), encoding="utf-8")
    return path.as_uri()


def opened(browser: Any, address: str, size: tuple[int, int] = WIDE, scheme: str = "light", **more: Any) -> Any:
    """The report, in a window of that size; whatever the browser complains about ends up in `complaints`."""
    width, height = size
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme, **more)
    page = context.new_page()
    page.complaints = []
    page.on("console", lambda message: page.complaints.append(message.text))
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    page.on("dialog", lambda dialog: (page.complaints.append("dialog"), dialog.dismiss()))
    page.on("request", lambda request: page.complaints.append(request.url) if request.url != address else None)
    page.goto(address)
    return page


@pytest.mark.parametrize(("size", "scheme"), [(WIDE, "light"), (WIDE, "dark"), (PHONE, "dark")])
def test_it_is_accessible_fits_and_lets_nothing_in(
    browser: Any, address: str, size: tuple[int, int], scheme: str
) -> None:
    page = opened(browser, address, size, scheme)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.locator("#next").click()  # a note and its mark are lit
    page.locator(".note summary").first.click()
    results = axe.Axe().run(page, options=RULES)
    assert results.violations_count == 0, results.generate_report()
    assert page.complaints == ["data:,"] * page.complaints.count("data:,")
    page.context.close()


def test_the_check_of_accessibility_can_fail(browser: Any, address: str) -> None:
    page = opened(browser, address)
    page.locator("h1").evaluate("title => { title.style.color = '#ccc'; }")
    results = axe.Axe().run(page, context=".head", options=RULES)
    assert [violation["id"] for violation in results.response["violations"]] == ["color-contrast"]
    page.context.close()


def test_the_draft_is_shown_as_it_is(browser: Any, address: str) -> None:
    page = opened(browser, address)
    shown = page.evaluate(
        "[...document.querySelectorAll('#f1 .line')].map(line => { const copy = line.cloneNode(true);"
        "copy.querySelectorAll('.ref').forEach(ref => ref.remove()); return copy.textContent; })"
    )
    assert "\n".join(shown) == TEXT.replace("\u202e", "202E")
    assert page.locator("#f1 mark").all_text_contents() == [
        "mira@tallpine.studio",
        "text me on ",
        "WhatsApp",
        ": ",
        "+1 415 555 0132",
        "dana@tallpine.studio",
        "`code`",
    ]
    page.context.close()


def test_filters_hide_notes_and_take_the_colour_off_their_marks(browser: Any, address: str) -> None:
    page = opened(browser, address)
    shown = page.locator(".note:not([hidden])")
    assert (shown.count(), page.locator("#position").text_content()) == (7, "7 shown")
    page.get_by_role("button", name="4 errors").click()
    assert page.get_by_role("button", name="4 errors").get_attribute("aria-pressed") == "false"
    assert (shown.count(), page.locator("#position").text_content()) == (3, "3 of 7 shown")
    marks = {mark.text_content(): mark.get_attribute("class").split() for mark in page.locator("#f1 mark").all()}
    assert (marks["WhatsApp"], marks["mira@tallpine.studio"]) == (["warning"], ["off"])
    assert page.locator(".ref:visible").count() == 2
    page.get_by_role("button", name="4 errors").click()
    page.get_by_label("Rule").select_option("contact/email")
    assert (shown.count(), page.locator(".missing").is_visible()) == (2, False)
    page.context.close()


def test_it_works_by_keyboard(browser: Any, address: str) -> None:
    page = opened(browser, address)
    active = "document.activeElement.id || document.activeElement.className"
    visited = []
    for _ in range(40):
        page.keyboard.press("Tab")
        visited.append(page.evaluate(active))
        if visited[-1] == "f1-n2-ref":
            break
    assert visited[0] == "skip"
    assert visited[:7].count("next") == 1
    assert visited[-1] == "f1-n2-ref"
    assert "lit" in page.locator("#f1-n2").get_attribute("class")
    page.keyboard.press("Enter")
    assert page.evaluate(active) == "f1-n2"
    page.keyboard.press("Escape")
    assert page.evaluate(active) == "f1-n2-ref"
    page.context.close()


def test_notes_stand_beside_their_marks_and_never_on_each_other(browser: Any, address: str) -> None:
    page = opened(browser, address, reduced_motion="reduce")
    boxes = "[...document.querySelectorAll('.sheet .note')].map(note => note.getBoundingClientRect().toJSON())"

    def apart() -> bool:
        tops = sorted(page.evaluate(boxes), key=lambda box: box["top"])
        return all(above["bottom"] < below["top"] for above, below in pairwise(tops))

    mark, note = page.locator("#f1 mark").first, page.locator("#f1-n1")
    assert note.bounding_box()["x"] > mark.bounding_box()["x"] + mark.bounding_box()["width"]
    assert abs(note.bounding_box()["y"] - mark.bounding_box()["y"]) < 16
    assert apart()
    page.locator("#f1-n5-ref").click()
    level = page.locator("#f1-n5").bounding_box()["y"] - page.locator("#f1 mark").nth(5).bounding_box()["y"]
    assert level >= -16
    assert apart()
    page.locator("#f1-n1 summary").click()
    assert apart()
    page.context.close()


def test_steps_go_round(browser: Any, address: str) -> None:
    page = opened(browser, address)
    for place in ("1 / 7", "2 / 7"):
        page.get_by_role("button", name="Next finding").click()
        assert page.locator("#position").text_content() == place
    for place in ("1 / 7", "7 / 7"):
        page.get_by_role("button", name="Previous finding").click()
        assert page.locator("#position").text_content() == place
    page.context.close()


@pytest.mark.parametrize("size", [WIDE, PHONE])
def test_without_scripts_notes_stand_below_their_lines(browser: Any, address: str, size: tuple[int, int]) -> None:
    page = opened(browser, address, size, java_script_enabled=False)
    assert not page.locator(".bar").is_visible()
    line, note = page.locator("#f1-l3").bounding_box(), page.locator("#f1-n1").bounding_box()
    assert line["y"] + line["height"] <= note["y"]
    page.context.close()


def test_printed_it_has_no_buttons_and_dark_stays_on_the_screen(browser: Any, address: str) -> None:
    page = opened(browser, address, scheme="dark")
    dark = page.evaluate("getComputedStyle(document.body).color")
    page.emulate_media(media="print")
    assert not page.locator(".bar").is_visible()
    assert page.evaluate("getComputedStyle(document.body).color") != dark
    assert page.locator("#f1-n1").evaluate("note => getComputedStyle(note).position") == "static"
    page.context.close()
