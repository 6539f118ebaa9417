"""Phrase templates: what they match, what they are looked up by, and what is refused."""

from __future__ import annotations

import re

import pytest

from linter.rulebook.template import TemplateError, parse

WORDS = {"apps": ("whatsapp", "google meet", "x"), "later": ("once we (start|sign)", "after hiring")}


def _search(template: str, sentence: str) -> str | None:
    for compiled in parse(template, WORDS, str.split):
        if compiled.anchors & set(sentence.split()):
            match = re.search(compiled.pattern, sentence + " ")
            if match:
                return match["match"].strip() if "match" in match.groupdict() else match.group().strip()
    return None


@pytest.mark.parametrize(
    ("template", "sentence", "found"),
    [
        ("message me on $apps", "please message me on google meet today", "message me on google meet"),
        ("(text|give a ring to) (me|us)", "you give a ring to us", "give a ring to us"),
        ("give (me)? a ring", "give a ring", "give a ring"),
        ("give (me)? a ring", "give me a ring", "give me a ring"),
        ("talk .. outside", "talk a bit outside", "talk a bit outside"),
        ("talk .. outside", "talk one two three outside", None),
        ("talk ... outside", "talk one two three outside", "talk one two three outside"),
        ("talk .... outside", "talk 1 2 3 4 5 6 7 8 outside", "talk 1 2 3 4 5 6 7 8 outside"),
        ("reach me at <phone>", "reach me at <phone> now", "reach me at <phone>"),
        ("reach me at <any>", "reach me at <email> now", "reach me at <email>"),
        ("if you like , [[call me]]", "if you like , call me", "call me"),
        ("your telegram ?", "your telegram ?", "your telegram ?"),
        ("$later", "after hiring i use it", "after hiring"),
        ("$later", "once we sign i use it", "once we sign"),
        ("message me", "messages me", None),
        ("message me", "a message meant well", None),
    ],
)
def test_match(template: str, sentence: str, found: str | None) -> None:
    assert _search(template, sentence) == found


@pytest.mark.parametrize(
    ("template", "problem"),
    [
        ("on $nothing", "no word list is called '$nothing'"),
        ("(me)?", "every part"),
        ("a (b", "cannot read"),
        ("[[a b", "unbalanced"),
        ("..", "every part"),
    ],
)
def test_refused(template: str, problem: str) -> None:
    with pytest.raises(TemplateError, match=re.escape(problem)):
        parse(template, WORDS, str.split)


def test_looked_up_by_the_rarest_word() -> None:
    assert parse("you can talk to me on $apps", WORDS, str.split)[0].anchors == {"talk"}


@pytest.mark.parametrize("template", ["<mail> me", "foo]] [["])
def test_refused_for_what_could_never_match(template: str) -> None:
    with pytest.raises(TemplateError):
        parse(template, WORDS, str.split)
