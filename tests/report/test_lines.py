"""A draft cut into lines and pieces: nothing lost, and each finding on exactly its text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from linter.draft import Draft
from linter.finding import Finding, Severity
from linter.report._lines import Line, lines

TEXT = st.text(st.sampled_from("ab `>👍é\n\r\u2028"), max_size=60)


def at(start: int, end: int) -> Finding:
    return Finding("contact/email", Severity.ERROR, "m", start, end, "", "f")


def cut(text: str, *spans: tuple[int, int]) -> list[Line]:
    return list(lines(Draft.from_text(text), [at(*span) for span in spans]))


def shown(line: Line) -> list[tuple[str, tuple[int, ...], tuple[int, ...]]]:
    return [(piece.text, piece.findings, piece.ends) for piece in line.pieces]


def test_overlapping_findings_share_what_is_both_theirs() -> None:
    (line,) = cut("one two three four", (0, 13), (4, 18), (4, 7))
    assert shown(line) == [
        ("one ", (0,), ()),
        ("two", (0, 1, 2), (2,)),
        (" three", (0, 1), (0,)),
        (" four", (1,), (1,)),
    ]
    assert line.starts == (0, 1, 2)


def test_a_finding_over_lines_is_marked_in_each_and_ends_in_the_last() -> None:
    first, blank, last = cut("ab cd\n\nef gh", (3, 9))
    assert shown(first) == [("ab ", (), ()), ("cd", (0,), ())]
    assert shown(blank) == []
    assert shown(last) == [("ef", (0,), (0,)), (" gh", (), ())]
    assert (first.starts, blank.starts, last.starts) == ((0,), (), ())


def test_an_empty_finding_still_has_its_number() -> None:
    assert shown(cut("ab", (1, 1))[0]) == [("a", (), (0,)), ("b", (), ())]
    assert shown(cut("ab", (0, 0))[0]) == [("", (), (0,)), ("ab", (), ())]
    assert shown(cut("", (0, 0))[0]) == [("", (), (0,))]


def test_layers() -> None:
    draft = Draft.from_text("---\nstage: contract\n---\nRun `x` now.\n> quoted\n")
    found = [(piece.text, piece.layer) for line in lines(draft, []) for piece in line.pieces]
    assert found == [
        ("---", "front"),
        ("stage: contract", "front"),
        ("---", "front"),
        ("Run ", ""),
        ("`x`", "code"),
        (" now.", ""),
        ("> quoted", "quote"),
    ]


@given(TEXT, st.data())
def test_nothing_is_lost_and_every_finding_is_on_its_text(text: str, data: st.DataObject) -> None:
    place = st.integers(0, len(text))
    spans = [tuple(sorted(pair)) for pair in data.draw(st.lists(st.tuples(place, place), max_size=5))]
    draft = Draft.from_text(text)
    found = cut(text, *((a, b) for a, b in spans))
    assert ["".join(piece.text for piece in line.pieces) for line in found] == [
        draft.line(line.number) for line in found
    ]
    assert len(found) == len(draft.line_starts)
    for number, (start, end) in enumerate(spans):
        marked = "".join(piece.text for line in found for piece in line.pieces if number in piece.findings)
        assert marked == text[start:end].replace("\n", "").replace("\r", "")
        assert sum(number in line.starts for line in found) == 1
        assert sum(number in piece.ends for line in found for piece in line.pieces) == 1
