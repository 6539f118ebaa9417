from __future__ import annotations

import pytest
from lsprotocol import types
from pygls.workspace import PositionCodec

from linter.lsp.positions import Positions

TEXT = "a😀b\r\ne\u0301\u2028x\ty\rשלום\nlast"
# where a character is: its offset in code points, its line, its column in UTF-8, UTF-16 and UTF-32
PLACES = [
    ("b", 2, 0, (5, 3, 2)),
    ("x", 8, 1, (6, 3, 3)),
    ("y", 10, 1, (8, 5, 5)),
    ("ם", 15, 2, (6, 3, 3)),
    ("t", 20, 3, (3, 3, 3)),
]


@pytest.mark.parametrize(("character", "offset", "line", "columns"), PLACES)
def test_columns_count_the_agreed_units(character: str, offset: int, line: int, columns: tuple[int, int, int]) -> None:
    assert TEXT[offset] == character
    for encoding, column in zip(("utf-8", "utf-16", "utf-32"), columns, strict=True):
        positions = Positions(TEXT, PositionCodec(encoding))
        assert positions.position(offset) == types.Position(line, column)
        assert positions.offset(types.Position(line, column)) == offset


def test_a_byte_order_mark_that_the_editor_keeps_has_a_column_and_no_offset() -> None:
    positions = Positions("\ufeffab\ncd", PositionCodec("utf-16"))
    assert positions.position(0) == types.Position(0, 1)
    assert positions.position(3) == types.Position(1, 0)
    assert positions.offset(types.Position(0, 1)) == positions.offset(types.Position(0, 0)) == 0
    assert positions.offset(types.Position(1, 1)) == 4
    assert positions.line_end(1, 1) == types.Range(types.Position(0, 1), types.Position(0, 3))


@pytest.mark.parametrize("position", [types.Position(0, 99), types.Position(0, 3)])
def test_behind_the_line_is_its_end(position: types.Position) -> None:
    assert Positions("abc\r\nd", PositionCodec("utf-16")).offset(position) == 3


def test_behind_the_text_is_its_end() -> None:
    positions = Positions("abc\n", PositionCodec("utf-16"))
    assert positions.offset(types.Position(9, 0)) == positions.end == 4
    assert positions.position(4) == types.Position(1, 0)
    assert positions.line_end(7, 3) == types.Range(types.Position(1, 0), types.Position(1, 0))


def test_within_a_pair_of_code_units_is_before_or_behind_it() -> None:
    assert Positions("😀b", PositionCodec("utf-16")).offset(types.Position(0, 1)) in (0, 1)
