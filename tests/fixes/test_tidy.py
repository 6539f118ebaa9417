"""Edits that leave no stray blank, comma, bracket or empty line behind."""

from __future__ import annotations

import pytest

from linter.draft import Draft
from linter.fixes.apply import apply
from linter.fixes.tidy import link_around, replaced


def edited(marked: str, text: str = "") -> str | None:
    """The text with what stands in ⟦ ⟧ replaced; None where that is refused."""
    start, end = marked.index("⟦"), marked.index("⟧") - 1
    draft = Draft.from_text(marked.replace("⟦", "").replace("⟧", ""))
    edit = replaced(draft, start, end, text)
    return None if edit is None else apply(draft.text, [edit])


@pytest.mark.parametrize(
    ("marked", "after"),
    [
        ("I build⟦, and paint⟧.", "I build."),
        ("I build ⟦and paint⟧.", "I build."),
        ("I ⟦really⟧ build.", "I build."),
        ("I build ⟦(a lot)⟧ here.", "I build here."),
        ("I build (⟦a lot⟧) here.", "I build here."),
        ("I build (shops, ⟦sites⟧).", "I build (shops,)."),  # whoever cuts an entry cuts its comma
        ("**⟦Bold⟧** words stay.", "Words stay."),
        ("I know **⟦Liquid** and⟧ React.", "I know React."),
        ("⟦First one.⟧ Second one.", "Second one."),
        ("⟦My mail is x and⟧ I build.", "I build."),
        ("Shops. ⟦my mail is x, so⟧ éclairs.", "Shops. Éclairs."),
        ("First one. ⟦Second one.⟧", "First one."),
        ("First one; ⟦second one.⟧", "First one."),
        ("First one. ⟦Second one.⟧ Third one.", "First one. Third one."),
        ("First one.\n\n⟦Second one.⟧\n\nThird one.\n", "First one.\n\nThird one.\n"),
        ("First one.\n⟦Second one.⟧\nThird one.\n", "First one.\nThird one.\n"),
        ("First one.\r\n\r\n⟦Second one.⟧\r\n", "First one.\r\n"),
        ("First one.\n\n⟦Second one.⟧", "First one."),
        ("First one.\n⟦Second one.⟧", "First one."),
        ("⟦First one.⟧\n\nSecond one.", "Second one."),
        ("- one\n- ⟦two⟧\n- three\n", "- one\n- three\n"),
        ("1. one\n2. ⟦two⟧\n", "1. one\n"),
        ("> ⟦two⟧\nthree", "three"),
        ("Bye.\n\nP.S. ⟦Two.⟧\n", "Bye.\n"),
        ("one ⟦two⟧\nthree", "one\nthree"),
        ("One.\n\n⟦Two.⟧\n\n\n", "One.\n"),
        ("One.\n\n> ⟦Two.⟧\n\nThree.", "One.\n\nThree."),
        ("---\nstage: contract\n---\n⟦One.⟧\nTwo.", "---\nstage: contract\n---\nTwo."),
    ],
)
def test_a_cut(marked: str, after: str) -> None:
    assert edited(marked) == after


@pytest.mark.parametrize(
    ("marked", "after"),
    [
        ("⟦Mail me⟧ now.", "Write here now."),
        ("⟦mail me⟧ now.", "write here now."),
        ("Please ⟦Mail me⟧ now.", "Please write here now."),
        ("Hello! ⟦Mail me⟧ now.", "Hello! Write here now."),
        ("- ⟦Mail me⟧ now.", "- Write here now."),
        ("**⟦Mail me⟧** now.", "**Write here** now."),
        ("Please ⟦mail **me⟧** now.", "Please write here now."),
        ("Please ⟦mail [me⟧](mailto:x@y.io) now.", "Please write here now."),
        ("Please ⟦mail me (x⟧) now.", "Please write here now."),
        ('He said "⟦mail me⟧" once.', 'He said "write here" once.'),
    ],
)
def test_a_replacement(marked: str, after: str) -> None:
    assert edited(marked, "write here") == after


@pytest.mark.parametrize(
    "marked", ["Please ⟦mail (me⟧ or not) now.", "a **b ⟦c** d⟧ e", "Run `⟦mail⟧` now.", "one ⟦<!-- two --> three⟧"]
)
def test_what_would_break_is_refused(marked: str) -> None:
    assert edited(marked, "write here") is None


def test_a_writer_without_capitals_gets_none() -> None:
    assert edited("i build shops. i paint. ⟦my mail is x, and⟧ i draw.") == "i build shops. i paint. i draw."


def test_the_link_around_a_place() -> None:
    draft = Draft.from_text("One\nmy [site](https://x.dev/a_(b)) here")
    assert link_around(draft, draft.text.index("x.dev")) == (7, 34, "site")
    assert link_around(draft, draft.text.index("here")) is None
