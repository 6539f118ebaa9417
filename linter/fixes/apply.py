"""Apply fixes: choose those that do not overlap, and go on until nothing is left that a fix could mend."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from linter.draft import Draft
from linter.finding import Edit, Finding, Fix, Severity

MAX_ROUNDS = 12  # a draft whose fixes still call for others after so many is left as it is then

_SENTENCE = 40  # characters from which a text is a sentence, which a draft should not say twice
_SENTENCE_END = re.compile(r"[.!?;]\s|[\r\n]")

Lint = Callable[[Draft], Sequence[Finding]]
_Edits = tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Fixed:
    """A draft after its fixes, the findings that are left in it, and how many the fixes have mended."""

    draft: Draft
    findings: tuple[Finding, ...]
    mended: int = 0


def apply(text: str, edits: Iterable[Edit]) -> str:
    """The text with the edits made. Raises `ValueError` for edits that overlap or lie outside."""
    pieces: list[str] = []
    at = 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        if not at <= edit.start <= edit.end <= len(text):
            raise ValueError(f"an edit of {edit.start} to {edit.end} overlaps another or lies outside the text")
        pieces += (text[at : edit.start], edit.text)
        at = edit.end
    return "".join((*pieces, text[at:]))


def fix_draft(draft: Draft, lint: Lint, unsafe: bool = False) -> Fixed:
    """Make every fix that leaves the draft better by the rules, in rounds until none is left; unsafe ones if asked.

    `lint` gives the findings of a draft with their fixes; what it raises is not caught.
    """
    found, mended = lint(draft), 0
    refused: set[_Edits] = set()
    for _ in range(MAX_ROUNDS):
        fixes = choose(draft.text, found, unsafe, refused)
        if not fixes:
            break
        helpful = _helpful(draft, found, fixes, lint)
        refused |= {fix.edits for fix in fixes} - {fix.edits for fix in helpful}
        if helpful:
            made = _made(draft, helpful)
            after = lint(made)
            if _mended(found, after) < len(helpful):  # together they do not help: keep to the first
                made = _made(draft, helpful[:1])
                after = lint(made)
            mended += _mended(found, after)
            draft, found, refused = made, after, set()
    return Fixed(draft, tuple(found), mended)


def choose(text: str, findings: Iterable[Finding], unsafe: bool, refused: Iterable[_Edits] = ()) -> list[Fix]:
    """The first fix of each finding that may be made, without those that touch one chosen before.

    None is made twice, and none that would say the same again in a sentence, or a whole sentence again: the next round finds a
    better one.
    """
    chosen: dict[_Edits, Fix] = {}
    taken: list[Edit] = []  # by place
    said: set[str] = set()
    for finding in sorted(findings, key=lambda finding: -finding.severity.rank):
        allowed = (fix for fix in finding.fixes if (unsafe or fix.safety == "safe") and fix.edits not in refused)
        fix = next(allowed, None)
        if fix is None or fix.edits in chosen or any(_bare(edit.text) in said for edit in fix.edits):
            continue
        if any(
            _touch(edit, other) or _repeats(text, edit, other) for edit in fix.edits for other in _beside(edit, taken)
        ):
            continue
        chosen[fix.edits] = fix
        for edit in fix.edits:
            insort(taken, edit, key=_place)
            if len(edit.text) > _SENTENCE:
                said.add(_bare(edit.text))
    return list(chosen.values())


def _bare(text: str) -> str:
    return text.rstrip(".;:,")


def _beside(edit: Edit, taken: Sequence[Edit]) -> Sequence[Edit]:
    """The edits on both sides of a new one; none of those taken overlap, so these are the ones that can be in its way."""
    at = bisect_left(taken, _place(edit), key=_place)
    return taken[max(0, at - 1) : at + 1]


def _place(edit: Edit) -> tuple[int, int]:
    return edit.start, edit.end


def _helpful(draft: Draft, found: Sequence[Finding], fixes: list[Fix], lint: Lint) -> list[Fix]:
    """Those of the fixes that help; all of them at once where each mends a finding, else looked for half by half."""
    if _mended(found, lint(made) if (made := _made(draft, fixes)) != draft else found) >= len(fixes):
        return fixes
    if len(fixes) == 1:
        return []
    middle = len(fixes) // 2
    return [*_helpful(draft, found, fixes[:middle], lint), *_helpful(draft, found, fixes[middle:], lint)]


def _mended(before: Sequence[Finding], after: Sequence[Finding]) -> int:
    """How many findings are gone; 0 where the draft is worse, or new ones are more than statements found missing now."""
    old, new = (Counter(finding.rule for finding in findings) for findings in (before, after))
    worse = {finding.rule for finding in after if finding.severity is not Severity.SUGGESTION} & (new - old).keys()
    if worse or _gravity(after) >= _gravity(before):
        return 0
    return (old - new).total()


def _gravity(findings: Iterable[Finding]) -> tuple[int, int, int]:
    counts = Counter(finding.severity for finding in findings)
    return counts[Severity.ERROR], counts[Severity.WARNING], counts[Severity.SUGGESTION]


def _made(draft: Draft, fixes: Iterable[Fix]) -> Draft:
    """The draft after some fixes; as it was where they would change what counts as front matter, or leave nothing."""
    made = Draft.from_text(apply(draft.text, (edit for fix in fixes for edit in fix.edits)), draft.path)
    same = (made.body, made.front_matter, made.problems) == (draft.body, draft.front_matter, draft.problems)
    return made if same and made.text[made.body :].strip() else draft


def _repeats(text: str, one: Edit, other: Edit) -> bool:
    """Whether two edits write the same words into one sentence."""
    first, second = sorted((one, other), key=lambda edit: edit.start)
    same = one.text.casefold() == other.text.casefold() != ""
    return same and not _SENTENCE_END.search(text, first.end, second.start)


def _touch(one: Edit, other: Edit) -> bool:
    """Whether two edits overlap or meet, so that one could spoil what the other has tidied."""
    return one.start <= other.end and other.start <= one.end
