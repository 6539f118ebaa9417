"""The page with the measured tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from benchmarks.disguises.identifiers import COUNTRIES, KINDS
from benchmarks.disguises.measure import Tally

_HEAD = """# Disguises

How many disguised contact details are reported, and how many harmless figures are taken for one. Written by
`python -m benchmarks disguises --write`; nothing in it is typed in by hand.

The generator draws invented addresses, numbers of {countries} countries, handles, links and street addresses, puts a disguise on them, and
puts them into drafts of several voices in English, Spanish, Portuguese, French, German, Hindi, Urdu, Arabic, Russian, Ukrainian, Filipino
and Indonesian: in a sentence, at its end, after a colon, in a list, a table, brackets, on a line of its own, in the next sentence, in a
signature. A draft counts as reported where a contact rule gives an error or a warning on the identifier. Seed {seed}, {each} drafts a
disguise and kind.
"""


def total(tallies: Iterable[Tally]) -> tuple[int, int]:
    """Drafts tried, and those on which the linter was wrong."""
    listed = list(tallies)
    return sum(tally.tried for tally in listed), sum(len(tally.misses) for tally in listed)


def percent(tried: int, wrong: int) -> str:
    """The share that was right, in per cent; a dash where nothing was tried."""
    return f"{100 * (1 - wrong / tried):.1f}" if tried else "–"


def page(single: Sequence[Tally], double: Sequence[Tally], wrong: Sequence[Tally], seed: int, each: int) -> str:
    """The tables in Markdown."""
    lines = [_HEAD.format(seed=seed, each=each, countries=len(COUNTRIES)), "## In short", ""]
    lines += [f"| | {' | '.join(KINDS)} | all |", f"|---|{'---:|' * (len(KINDS) + 1)}"]
    for name, tallies in (("one disguise, recall %", single), ("two disguises, recall %", double)):
        cells = [percent(*total(t for t in tallies if t.group == kind)) for kind in KINDS]
        lines.append(f"| {name} | {' | '.join(cells)} | {percent(*total(tallies))} |")
    tried, alarms = total(wrong)
    lines += [
        "",
        f"Harmless look-alikes: {alarms} alarms in {tried:,} drafts, {100 * alarms / max(1, tried):.2f} %.",
        "",
    ]
    lines += ["## One disguise", "", f"| disguise | {' | '.join(KINDS)} |", f"|---|{'---:|' * len(KINDS)}"]
    for name in dict.fromkeys(tally.name for tally in single):
        cells = [percent(*total(t for t in single if t.name == name and t.group == kind)) for kind in KINDS]
        plain = re.sub(r"([|\[\]])", r"\\\1", name)  # what else is a cell's end, or a link
        lines.append(f"| {plain} | {' | '.join('' if cell == '–' else cell for cell in cells)} |")
    lines += ["", "## Harmless look-alikes", "", "| | drafts | alarms |", "|---|---:|---:|"]
    lines += [f"| {tally.name} | {tally.tried} | {len(tally.misses)} |" for tally in wrong]
    return "\n".join(lines) + "\n"
