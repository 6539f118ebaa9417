"""Read a draft: decode it, split off front matter, and tell prose from quotes, code, link targets and comments.

Nothing is rewritten: every offset counts code points of the decoded source, without a byte order mark.
"""

from __future__ import annotations

import codecs
import difflib
import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property
from typing import Any

from linter.fold import Folded, fold
from linter.layout import plain

MAX_BYTES = 8_000_000  # a million words take about 6.5 MB

FRONT_MATTER_KEYS = ("platform", "document", "stage", "waive")


class DraftError(Exception):
    """A draft, or a part of it, that cannot be checked: says where, what is wrong and how to mend it."""

    def __init__(self, problem: str, remedy: str = "", line: int = 1, column: int = 1) -> None:
        super().__init__(problem)
        self.problem, self.remedy, self.line, self.column = problem, remedy, line, column

    def __str__(self) -> str:
        return f"{self.problem}. {self.remedy}" if self.remedy else self.problem


class Layer(str, Enum):
    """What a stretch of a draft is."""

    PROSE = "prose"
    QUOTE = "quote"
    CODE = "code"
    TARGET = "target"  # of a Markdown link
    COMMENT = "comment"  # of HTML, and the linter's own directives


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of the source, half open, that is not prose."""

    start: int
    end: int
    layer: Layer


_FRONT_MATTER = re.compile(r"---[ \t]*(?:\r\n|\n|\r)(.*?)(?:\r\n|\n|\r)---[ \t]*(?=[\r\n]|\Z)", re.DOTALL)
_FRONT_KEY = re.compile(r"\s*(?:#.*[\r\n]+\s*)*[A-Za-z][\w-]*[ \t]*:(?:\s|\Z)")
_CAPITAL_START, _SMALL_START = re.compile(r"(?:^|[.!?]\s+)[A-Z]"), re.compile(r"(?:^|[.!?]\s+)[a-z]")
_LINE_END = re.compile(r"\r\n|\n|\r")
_REGIONS = re.compile(
    r"""(?P<comment> <!--.{0,4000}?--> | (?:^|(?<=\r))%%[ \t]*proposal-lint:[^\r\n]* )
      | (?P<code> (?:^|(?<=\r))[ ]{0,3}(?P<fence>`{3,}(?=[^`\r\n]*(?:[\r\n]|\Z))|~{3,})[^\r\n]* .*? (?:(?:^|(?<=\r))[ ]{0,3}(?P=fence)[`~]*[ \t]*(?=[\r\n]|\Z)|\Z) | (?<!`)(?P<ticks>`{1,2})(?!`)[^`\r\n]{1,400}(?P=ticks)(?!`) )
      | (?P<quote> (?:^|(?<=\r))[ ]{0,3}>[^\r\n]* )
      | (?<=\])\((?P<target> [^()\s]{1,2000} (?:\([^()\s]{0,500}\))? [^()\s]{0,500} )(?:[ \t]+"[^"\r\n]{0,300}")?\)
    """,
    re.VERBOSE | re.DOTALL | re.MULTILINE,
)
_REGION_MARKS = ("<!--", "%%", "`", "~~~", ">", "](")  # every region holds one


@dataclass(frozen=True)
class Draft:
    """A text to check. `text` is the whole source; `body` is where it starts after the front matter.

    `problems` are faults of the draft that leave the rest checkable, such as broken front matter.
    """

    text: str
    path: str | None = None
    body: int = 0
    front_matter: Mapping[str, Any] = field(default_factory=dict)
    problems: tuple[DraftError, ...] = ()

    @classmethod
    def from_bytes(cls, data: bytes, path: str | None = None) -> Draft:
        """Decode UTF-8, with or without a byte order mark. Raises `DraftError` for anything else and for more than `MAX_BYTES`."""
        if len(data) > MAX_BYTES:
            raise DraftError(
                f"{len(data):,} bytes are more than a draft can have ({MAX_BYTES:,})", "Split the file, or exclude it."
            )
        if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
            raise DraftError("the file is UTF-16 or UTF-32", "Save it as UTF-8.")
        data = data.removeprefix(codecs.BOM_UTF8)
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError as error:
            before = data[: error.start].decode("utf-8", "replace")
            line, column = line_and_column(before, len(before))
            raise DraftError(
                f"byte 0x{data[error.start]:02x} is not UTF-8", "Save the file as UTF-8.", line, column
            ) from None
        if (nul := text.find("\0")) >= 0:
            remedy = "Save it as UTF-8." if text.count("\0") * 3 > len(text) else "Exclude it."
            raise DraftError("the file is binary or UTF-16", remedy, *line_and_column(text, nul))
        return cls.from_text(text, path)

    @classmethod
    def from_text(cls, text: str, path: str | None = None) -> Draft:
        """A draft from decoded text. Raises `DraftError` for lone surrogates, which no file can hold."""
        if (lone := _lone_surrogate(text)) is not None:
            raise DraftError(
                f"lone surrogate U+{ord(text[lone]):04X}", "Remove the broken character.", *line_and_column(text, lone)
            )
        block = _FRONT_MATTER.match(text) if text.startswith("---") else None
        if block is None or not _FRONT_KEY.match(block[1]):
            return cls(text, path)
        try:
            values = _front_matter(block[1])
        except DraftError as error:
            return cls(text, path, block.end(), problems=(error,))
        return cls(text, path, block.end(), values)

    def __getstate__(self) -> dict[str, Any]:
        """The fields alone: what was found out about the text is not worth its room, nor sending to another process."""
        return {name: vars(self)[name] for name in self.__dataclass_fields__}

    def bare(self) -> Draft:
        """The same draft, without what was found out about its text."""
        return Draft(**self.__getstate__())

    @cached_property
    def regions(self) -> tuple[Region, ...]:
        """The parts that are not prose, in order, none overlapping another. Front matter is not among them."""
        found: list[Region] = []
        if not any(mark in self.text for mark in _REGION_MARKS):
            return ()
        for match in _REGIONS.finditer(self.text, self.body):
            name = (
                "code" if match["code"] else "target" if match["target"] else "quote" if match["quote"] else "comment"
            )
            found.append(Region(*match.span(name), Layer(name)))
        return tuple(found)

    @cached_property
    def folded(self) -> Folded:
        """The folded source, front matter included, in a plain layout: lines that were only wrapped are joined."""
        return plain(fold(self.text), self.text)

    @cached_property
    def line_starts(self) -> list[int]:
        """The offset of each line's first code point. Only LF, CRLF and CR end a line."""
        return [0, *(match.end() for match in _LINE_END.finditer(self.text))]

    @cached_property
    def small_starts(self) -> bool:
        """Whether the writer starts most sentences in lower case; told from the first lines."""
        head = self.text[self.body : self.body + 2000]
        return len(_SMALL_START.findall(head)) > len(_CAPITAL_START.findall(head))

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both from 1."""
        line = bisect_right(self.line_starts, offset)
        return line, offset - self.line_starts[line - 1] + 1

    def line(self, number: int) -> str:
        """The text of a line (from 1), without its end."""
        start = self.line_starts[number - 1]
        stop = self.line_starts[number] if number < len(self.line_starts) else len(self.text)
        return self.text[start:stop].rstrip("\r\n")

    def layer_at(self, offset: int) -> Layer:
        """What the source is at an offset."""
        index = bisect_right(self._region_starts, offset) - 1
        if index >= 0 and offset < self.regions[index].end:
            return self.regions[index].layer
        return Layer.PROSE

    def regions_between(self, start: int, end: int) -> tuple[Region, ...]:
        """The regions that overlap the source's stretch."""
        if not self.regions:
            return ()
        first = max(0, bisect_right(self._region_starts, start) - 1)
        last = bisect_right(self._region_starts, end)
        return tuple(region for region in self.regions[first:last] if region.start < end and start < region.end)

    @cached_property
    def _region_starts(self) -> list[int]:
        return [region.start for region in self.regions]


def line_and_column(text: str, offset: int) -> tuple[int, int]:
    """Line and column, both from 1, of an offset in a text that is not yet a draft."""
    last, line = 0, 1
    for match in _LINE_END.finditer(text, 0, offset):
        last, line = match.end(), line + 1
    return line, offset - last + 1


def _lone_surrogate(text: str) -> int | None:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        return error.start
    return None


def _front_matter(block: str) -> Mapping[str, Any]:
    """The values between the `---` lines. Raises `DraftError` for YAML that cannot be read and for a misspelled key."""
    from linter.yaml import YamlError, load_yaml  # noqa: PLC0415  (only drafts with front matter need it)

    try:
        values = load_yaml(block, "", first_line=2).values
    except YamlError as error:
        problem = error.problem.replace("this is not YAML", "front matter is not YAML")
        remedy = error.remedy or "Mend it, or remove the lines between the two '---'."
        raise DraftError(problem, remedy, error.line, error.column) from None
    for key in values:
        near = difflib.get_close_matches(str(key), FRONT_MATTER_KEYS, 1, 0.75)
        if near and key not in FRONT_MATTER_KEYS:
            raise DraftError(f"front matter has no key '{key}'", f"Did you mean '{near[0]}'?", _line_of(key, block))
    return {key: value for key, value in values.items() if key in FRONT_MATTER_KEYS}


def _line_of(key: str, block: str) -> int:
    for number, line in enumerate(_LINE_END.split(block), 2):
        if line.lstrip().startswith(str(key)):
            return number
    return 2
