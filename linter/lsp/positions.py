"""Places as editors count them: lines from 0, columns in the code units that both sides agreed on."""

from __future__ import annotations

from lsprotocol import types
from pygls.workspace import PositionCodec

from linter.draft import Draft

BOM = "\ufeff"


class Positions:
    """Turns offsets of a draft, in code points, into an editor's positions and back.

    `text` is the document as the editor holds it. Some editors keep a byte order mark in it, which no offset of a draft counts.
    """

    def __init__(self, text: str, codec: PositionCodec) -> None:
        self._codec = codec
        self._source = Draft(text)  # knows the lines; pygls' own documents end one at U+2028, too, as no editor does
        self._shift = len(BOM) if text.startswith(BOM) else 0

    @property
    def end(self) -> int:
        """The offset behind the last character."""
        return len(self._source.text) - self._shift

    def position(self, offset: int) -> types.Position:
        """The position of an offset."""
        line, column = self._source.place(offset + self._shift)
        before = self._source.line(line)[: column - 1]
        return types.Position(line - 1, self._codec.client_num_units(before))

    def range(self, start: int, end: int) -> types.Range:
        """The range of a stretch."""
        return types.Range(self.position(start), self.position(end))

    def offset(self, position: types.Position) -> int:
        """The offset of a position; behind a line's last character it is the line's end."""
        starts = self._source.line_starts
        if position.line >= len(starts):
            return self.end
        line, units = self._source.line(position.line + 1), 0
        start = starts[position.line] - self._shift
        for column, character in enumerate(line):
            if units >= position.character:
                return max(0, start + column)
            units += self._codec.client_num_units(character)
        return max(0, start + len(line))

    def line_end(self, line: int, column: int) -> types.Range:
        """From a place, line and column from 1 as the draft counts them, to the end of its line."""
        starts = self._source.line_starts
        line = min(max(line, 1), len(starts))
        shift = self._shift if line == 1 else 0
        text = self._source.line(line)
        start = min(max(column, 1) - 1 + shift, len(text))
        units = self._codec.client_num_units
        return types.Range(types.Position(line - 1, units(text[:start])), types.Position(line - 1, units(text)))
