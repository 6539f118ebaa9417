"""Decoding, front matter, layers and places of a draft."""

from __future__ import annotations

import codecs

import pytest

from linter.draft import MAX_BYTES, Draft, DraftError, Layer


def test_a_byte_order_mark_is_not_counted() -> None:
    assert Draft.from_bytes(codecs.BOM_UTF8 + "Hi é".encode()).text == "Hi é"


@pytest.mark.parametrize(
    ("data", "problem", "place"),
    [
        ("Olá".encode("latin-1"), "not UTF-8", (1, 3)),
        (b"a\r\nb\xff", "not UTF-8", (2, 2)),
        ("Hi".encode("utf-16"), "UTF-16", (1, 1)),
        ("Hi there".encode("utf-16-le"), "UTF-16", (1, 2)),
        (b"\x89PNG\r\n\x1a\n\0\0", "not UTF-8", (1, 1)),
        (b"ELF\n\0\1", "binary", (2, 1)),
        (b"\xed\xa0\x80", "not UTF-8", (1, 1)),
        (b"a" * (MAX_BYTES + 1), "more than a draft can have", (1, 1)),
    ],
)
def test_what_cannot_be_read(data: bytes, problem: str, place: tuple[int, int]) -> None:
    with pytest.raises(DraftError, match=problem) as error:
        Draft.from_bytes(data)
    assert (error.value.line, error.value.column) == place
    assert error.value.remedy


def test_a_lone_surrogate_is_refused() -> None:
    with pytest.raises(DraftError, match=r"lone surrogate U\+D800"):
        Draft.from_text("a\ud800")


@pytest.mark.parametrize(
    ("text", "values", "body"),
    [
        ("---\ndocument: profile\n---\nHi", {"document": "profile"}, "\nHi"),
        ("---\r\ndocument: profile\r\n---\r\nHi", {"document": "profile"}, "\r\nHi"),
        ("---\ntitle: A day\ndate: 2026-01-01\n---\n", {}, "\n"),
        ("---\nJust a rule above.\n---\nHi", {}, "---\nJust a rule above.\n---\nHi"),
        ("Hi\n---\ndocument: profile\n---\n", {}, "Hi\n---\ndocument: profile\n---\n"),
        ("--- \n", {}, "--- \n"),
    ],
)
def test_front_matter(text: str, values: dict[str, str], body: str) -> None:
    draft = Draft.from_text(text)
    assert (draft.front_matter, draft.text[draft.body :], draft.problems) == (values, body, ())


@pytest.mark.parametrize(
    ("block", "line", "problem"),
    [("document: [profile", 2, "not YAML"), ("a: b\ndocumnt: profile", 3, "no key 'documnt'")],
)
def test_broken_front_matter_leaves_the_rest(block: str, line: int, problem: str) -> None:
    draft = Draft.from_text(f"---\n{block}\n---\nHi")
    assert draft.text[draft.body :] == "\nHi"
    assert problem in draft.problems[0].problem
    assert draft.problems[0].line >= line


def test_layers() -> None:
    text = "A `b` [c](d) <!-- e -->\n> f\n~~~\ng\n~~~\nh\n%% proposal-lint: ignore-file[contact]\n"
    draft = Draft.from_text(text)
    layers = {c: draft.layer_at(text.index(c)).value for c in "Abdefgh"}
    assert layers == {"A": "prose", "b": "code", "d": "target", "e": "comment", "f": "quote", "g": "code", "h": "prose"}
    assert draft.layer_at(text.index("%%")) is Layer.COMMENT
    assert [r.layer for r in draft.regions_between(0, 5)] == [Layer.CODE]


def test_only_lf_crlf_and_cr_end_a_line() -> None:
    draft = Draft.from_text("a\nb\r\nc\rd\u2028e\x0bf\x85g")
    assert [draft.place(draft.text.index(c)) for c in "abcdefg"] == [
        (1, 1),
        (2, 1),
        (3, 1),
        (4, 1),
        (4, 3),
        (4, 5),
        (4, 7),
    ]
    assert [draft.line(n) for n in (1, 2, 3)] == ["a", "b", "c"]


def test_many_open_comments_and_fences_are_no_trouble() -> None:
    for piece in ("<!-- ", "```\n", "`a ", "[a](", "> ", "---\n"):
        assert Draft.from_text(piece * 20_000).regions is not None


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_fences_and_quotes_at_every_line_end(end: str) -> None:
    draft = Draft.from_text(end.join(("a", "```", "b", "```", "c", "> d", "e")))
    layers = {letter: draft.layer_at(draft.text.index(letter)) for letter in "abcde"}
    assert layers == {"a": Layer.PROSE, "b": Layer.CODE, "c": Layer.PROSE, "d": Layer.QUOTE, "e": Layer.PROSE}


def test_inline_code_at_a_line_start_opens_no_fence() -> None:
    draft = Draft.from_text("```npm``` is fine.\n\nbye")
    assert draft.layer_at(draft.text.index("bye")) is Layer.PROSE
