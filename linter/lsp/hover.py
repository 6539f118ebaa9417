"""What an editor shows where the mouse rests on a finding: the rule, why it is there, and the marketplace's own words."""

from __future__ import annotations

from collections.abc import Iterator

from lsprotocol import types

from linter.context import Context
from linter.finding import Finding
from linter.lsp.analysis import Analysis
from linter.lsp.positions import Positions
from linter.rulebook import Rulebook
from linter.suppress import OWN_RULES


def hover(analysis: Analysis, positions: Positions, place: types.Position, markdown: bool) -> types.Hover | None:
    """The hover text for a place; None where nothing was found."""
    result, book = analysis.result, analysis.rulebook
    if result is None or result.context is None or book is None:
        return None
    at = positions.offset(place)
    found = [one for one in result.findings if one.start <= at < max(one.end, one.start + 1)]
    if not found:
        return None
    kind = types.MarkupKind.Markdown if markdown else types.MarkupKind.PlainText
    pages = ["\n\n".join(_page(one, book, result.context, markdown)) for one in found]
    text = ("\n\n---\n\n" if markdown else "\n\n").join(pages)
    return types.Hover(types.MarkupContent(kind, text), positions.range(found[0].start, found[0].end))


def _page(finding: Finding, book: Rulebook, context: Context, markdown: bool) -> Iterator[str]:
    """The paragraphs about one finding."""
    own = next((rule for rule in OWN_RULES if rule.id == finding.rule), None)
    rule = own or book.rules[finding.rule]
    yield f"**{rule.summary}** `{rule.id}`" if markdown else f"{rule.summary} ({rule.id})"
    if finding.help:
        yield finding.help
    yield rule.why.strip()
    platform = book.platform(context.platform)
    verdict = None if own else platform.verdict(finding.rule)
    if verdict is not None and verdict.note:
        yield verdict.note.strip()
    if verdict is not None and verdict.policy:
        facts = [f"evidence: {verdict.evidence}"]
        facts += [f"dated {verdict.dated}"] * (verdict.dated != "unknown")
        facts += [f"read {verdict.read}"] * bool(verdict.read)
        link = (
            f"[What {platform.name} says]({verdict.policy})"
            if markdown
            else f"What {platform.name} says: {verdict.policy}"
        )
        yield f"{link} ({', '.join(facts)})"
