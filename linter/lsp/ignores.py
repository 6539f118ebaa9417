"""Write directives for the writer that take a finding back where it stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import chain

from linter.draft import Draft, Layer
from linter.finding import Edit, Finding
from linter.fixes.apply import apply
from linter.suppress import FILE_LINES

Holds = Callable[[str], bool]
Edits = tuple[Edit, ...]

_NEWLINE = re.compile(r"\r\n|\n|\r")


def ignoring(draft: Draft, finding: Finding, missing: bool, markdown: bool, holds: Holds) -> Edits | None:
    """The edits that take a finding back; `missing` where it says that the whole draft lacks something.

    The narrowest directive is tried first; `holds` says of an edited text whether it does what is wanted and no more.
    """
    directives = _Directives(draft, finding, markdown)
    for edits in chain(directives.for_draft() if missing else (), directives.for_place()):
        if holds(apply(draft.text, edits)):
            return edits
    return None


class _Directives:
    """The directives that could take one finding back."""

    def __init__(self, draft: Draft, finding: Finding, markdown: bool) -> None:
        self.draft, self.finding, self.markdown = draft, finding, markdown
        found = _NEWLINE.search(draft.text)
        self.newline = found[0] if found else "\n"
        self.line = draft.place(finding.start)[0]

    def for_draft(self) -> Iterator[Edits]:
        """One for the whole draft, at its top."""
        top = self.draft.place(self.draft.body)[0] + (self.draft.body > 0)
        if top <= FILE_LINES:
            yield (self._above(top, "ignore-file"),)

    def for_place(self) -> Iterator[Edits]:
        """Those for the finding's line, for its paragraph, and around the code that it stands in."""
        if self.markdown:
            begin = self.draft.line_starts[self.line - 1]
            at = begin + len(self.draft.line(self.line).rstrip())
            yield (Edit(at, at, f" {self._directive('ignore')}"),)
        yield (self._above(self.line, "ignore"),)
        first, last = self._paragraph()
        yield (self._above(first, "ignore-next"),)
        yield self._above(first, "ignore-start"), self._above(last + 1, "ignore-end")

    def _directive(self, verb: str) -> str:
        words = f"proposal-lint: {verb}[{self.finding.rule}]"
        return f"<!-- {words} -->" if self.markdown else f"%% {words}"

    def _above(self, line: int, verb: str) -> Edit:
        """A directive on a line of its own, before a line, which may be the one behind the last."""
        starts, text = self.draft.line_starts, self._directive(verb)
        if line <= len(starts):
            return Edit(starts[line - 1], starts[line - 1], text + self.newline)
        end = len(self.draft.text)
        return Edit(end, end, self.newline + text)

    def _paragraph(self) -> tuple[int, int]:
        """The first and last line of the finding's paragraph, or of the code that it stands in."""
        draft = self.draft
        region = next((one for one in draft.regions_between(self.finding.start, self.finding.start + 1)), None)
        if region is not None and region.layer is Layer.CODE:
            return draft.place(region.start)[0], draft.place(max(region.start, region.end - 1))[0]
        first = last = self.line
        while first > 1 and draft.line(first - 1).strip() and draft.line_starts[first - 1] > draft.body:
            first -= 1
        while last < len(draft.line_starts) and draft.line(last + 1).strip():
            last += 1
        return first, last
