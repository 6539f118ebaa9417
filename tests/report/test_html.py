"""`html`: one page that holds everything, lets nothing in, and shows a draft as it is. A browser has its own tests."""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from linter.context import Context
from linter.draft import Draft
from linter.errors import PlacedError
from linter.finding import Edit, Finding, Fix, Severity
from linter.report import Style
from linter.report.html import headline, render, shown
from linter.result import FileResult, RuleInfo, RunResult, Suppressed

NASTY = '</script><script>alert(1)</script> "><img src=x onerror=alert(1)> \' onclick="x" {{ 7*7 }} <!-- &amp; \u202e me@x.org'
VOID = {"meta", "link", "br", "img", "input"}


class Page(HTMLParser):
    """The elements of a page, and whether they are closed in order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.texts: dict[str, list[str]] = {}
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(dict(attrs)) == len(attrs), (tag, attrs)
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.setdefault(self.open[-1] if self.open else "", []).append(data)

    def all(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.elements if name == tag]


def one(text: str, *findings: Finding, rules: tuple[RuleInfo, ...] = (), path: str = "a.txt") -> RunResult:
    return RunResult((FileResult(path, Context(), Draft.from_text(text, path), findings, rules=rules),))


def found(start: int, end: int, severity: Severity = Severity.ERROR, message: str = "m") -> Finding:
    return Finding("contact/email", severity, message, start, end, "", "f", message, ("https://example.org/?a=1&b=2",))


@pytest.fixture
def page(run: RunResult) -> Page:
    return Page(render(run, Style(statistics=True)))


def test_nothing_is_loaded_and_only_the_own_script_runs(run: RunResult, page: Page) -> None:
    text = render(run, Style())
    (policy,) = (meta["content"] for meta in page.all("meta") if meta.get("http-equiv"))
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    for tag in ("script", "style"):
        (content,) = re.findall(rf"<{tag}>(.*?)</{tag}>", text, re.DOTALL)
        digest = b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert "url(" not in text
    assert "@import" not in text
    assert not any("src" in attributes for _, attributes in page.elements)
    assert [link["href"] for link in page.all("link")] == ["data:,"]


def test_no_attribute_styles_or_acts(page: Page) -> None:
    for _, attributes in page.elements:
        assert not [name for name in attributes if name == "style" or name.startswith("on")]


def test_every_id_is_there_once_and_every_link_leads_somewhere(page: Page) -> None:
    ids = [attributes["id"] for _, attributes in page.elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    for link in page.all("a"):
        assert link["href"].startswith("https://") or link["href"][1:] in ids
    named = [one for _, attributes in page.elements for one in attributes.get("aria-labelledby", "").split()]
    assert set(named) <= set(ids)


def test_whatever_a_draft_says_is_only_text() -> None:
    tags = {tag for tag, _ in Page(render(one("x me@x.org", found(2, 10)), Style())).elements}
    value = found(NASTY.index("me@"), len(NASTY), message=NASTY)
    problem = PlacedError(NASTY, NASTY, NASTY)
    file = FileResult(
        NASTY.replace("/", "_"),
        Context(),
        Draft.from_text(NASTY),
        (value, found(0, 9, message=NASTY)),
        (problem,),
        (Suppressed(value, NASTY),),
        (RuleInfo("contact/email", Severity.ERROR, NASTY, NASTY),),
    )
    page = Page(render(RunResult((file,)), Style()))
    assert {tag for tag, _ in page.elements} - tags <= {"section", "ul", "li", "q", "details", "summary"}
    assert len(page.all("script")) == 1
    assert not page.all("img")
    line = "".join("".join(page.texts[tag]) for tag in ("p", "mark"))
    assert "</script><script>alert(1)</script>" in line
    assert "{{ 7*7 }}" in line
    assert "\u202e" not in render(RunResult((file,)), Style())


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("plain", "plain"),
        ("a\tb", "a\tb"),
        ("<b>", "&lt;b&gt;"),
        ("日本 👍🏽 👨\u200d👩", "日本 👍🏽 👨\u200d👩"),
        ("a\u202eb", 'a<span class="hidden" title="U+202E RIGHT-TO-LEFT OVERRIDE">202E</span>b'),
        ("\x1b", '<span class="hidden" title="U+001B control character">001B</span>'),
        ("\udce9", '<span class="hidden" title="U+DCE9 control character">DCE9</span>'),
    ],
)
def test_characters_that_do_not_show_are_written_out(text: str, html: str) -> None:
    assert shown(text) == html


@pytest.mark.parametrize(
    ("findings", "said"),
    [
        ((), "Nothing found to change"),
        ((Severity.SUGGESTION,) * 2, "Nothing found to change, 2 things to add"),
        ((Severity.WARNING, Severity.SUGGESTION), "1 thing to reconsider before you send this"),
        ((Severity.WARNING, Severity.ERROR), "1 thing to change before you send this"),
    ],
)
def test_the_headline(findings: tuple[Severity, ...], said: str) -> None:
    assert headline(one("text", *(found(0, 1, severity) for severity in findings))) == said


def test_nothing_is_called_clean_that_was_not_read(run: RunResult) -> None:
    problem = PlacedError("b.txt", "byte 0xe9 is not UTF-8")
    unread = FileResult("b.txt", problems=(problem,))
    clean = one("text").files[0]
    assert headline(RunResult((unread,))) == "Nothing was checked"
    assert headline(RunResult((clean, unread))) == "Not everything could be checked"
    partly = FileResult("b.txt", Context(), Draft.from_text("x"), problems=(problem,))
    assert "Checked only in part; nothing found in the rest" in render(RunResult((partly,)), Style())
    assert "Nothing found" not in render(RunResult((partly,)), Style())
    assert headline(run) == "3 things to change before you send these"


def test_a_finding_about_what_is_missing_marks_nothing() -> None:
    info = RuleInfo("contact/email", Severity.SUGGESTION, "s", "w", missing=True)
    page = Page(render(one("Hi Dana", found(0, 7), rules=(info,)), Style()))
    assert not page.all("mark")
    assert "Missing from this draft" in page.texts["h3"]


def test_marks_that_overlap_name_every_finding_and_look_like_the_worst() -> None:
    first, second = found(0, 8, Severity.SUGGESTION, "one"), found(4, 12, Severity.ERROR, "two")
    marks = Page(render(one("abcdefghijkl", first, second), Style())).all("mark")
    assert [(mark["class"], mark["data-notes"]) for mark in marks] == [
        ("suggestion", "f1-n1"),
        ("error several", "f1-n1 f1-n2"),
        ("error", "f1-n2"),
    ]
    assert marks[1]["title"] == "1. one one\n2. two two"


def test_fixes_are_said_once_with_what_they_write() -> None:
    long = "I use Slack, Teams and email once the contract has started."
    fixes = (
        Fix('Write "here" instead', "safe", (Edit(0, 1, "here"),)),
        Fix('Write "here" instead', "safe", (Edit(0, 2, "here"),)),
        Fix('Write "I use Slack, Teams and…" instead', "unsafe", (Edit(0, 2, f"{long}\n"),)),
        Fix("Remove the sentence", "unsafe", (Edit(0, 3, ""),)),
    )
    page = Page(render(one("abc def", replace(found(0, 3), fixes=fixes)), Style()))
    said = "".join(page.texts["p"])
    assert said.count('Fix: Write "here" instead') == 1
    assert f"Fix, with care: Write “{long}”" in said
    assert "Fix, with care: Remove the sentence" in said
    assert "2 other ways" in "".join(page.texts["summary"])
