"""Lint a draft: read it, match the rules, give the platform's verdict. Pure: knows no file, no screen and no format."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from linter.communication import Communication, offer
from linter.context import Context
from linter.draft import Draft
from linter.finding import Finding, Severity
from linter.identifiers.base import Certainty
from linter.pipeline import build, read
from linter.rulebook import Rule, Rulebook
from linter.rulebook.compiler import Match, RuleMatcher
from linter.rulebook.model import Verdict

if TYPE_CHECKING:
    from spacy.language import Language

_WORD = re.compile(r"\w+")
_SHOWN = 60  # characters of a match that a message repeats


class Linter:
    """Lints drafts by a rulebook. Building one is cheap; the first draft imports spaCy and compiles the rules."""

    def __init__(self, rulebook: Rulebook, communication: Communication | None = None) -> None:
        self.rulebook = rulebook
        self.communication = communication or Communication()

    @cached_property
    def nlp(self) -> Language:
        """The pipeline that reads the drafts."""
        return build(self.rulebook.words)

    @cached_property
    def matcher(self) -> RuleMatcher:
        """The compiled rules."""
        return RuleMatcher(self.rulebook, self.nlp)

    def matches(self, draft: Draft, gated: bool = True) -> list[Match]:
        """What the rules match in a draft, whatever the context; `gated=False` sets the rules' minimum of words aside.

        Raises `DraftError` where a rule's regex takes too long, and `RulebookError` for a pattern that cannot be compiled.
        """
        return self.matcher.find(draft, read(self.nlp, draft), gated)

    def lint(self, draft: Draft, context: Context, matches: Sequence[Match] | None = None) -> list[Finding]:
        """The findings in a draft, by place; `matches` may be handed in where they are known already.

        Raises `UnknownName` for a platform that there is not, and `DraftError` where a rule's regex takes too long.
        """
        platform = self.rulebook.platform(context.platform)
        found = []
        for match in self.matches(draft) if matches is None else matches:
            rule = self.rulebook.rules[match.rule]
            verdict = platform.verdict(rule.id)
            severity = severity_of(rule, verdict, context, match.certainty)
            if severity is not None:
                found.append(self._finding(draft, match, rule, severity, verdict, platform.name))
        return sorted(found, key=lambda finding: (finding.start, finding.end, finding.rule))

    def _finding(
        self, draft: Draft, match: Match, rule: Rule, severity: Severity, verdict: Verdict | None, platform: str
    ) -> Finding:
        start, end = draft.folded.source(match.start, match.end)
        text = draft.text[start:end]
        shown = " ".join(text.split())
        if len(shown) > _SHOWN:
            shown = shown[: _SHOWN - 1].rstrip() + "…"
        help_ = rule.file.suggest.replace("{platform}", platform)
        if match.missing and (sentence := offer(self.communication, rule.id.rpartition("/")[2])):
            help_ = f"Paste: {sentence}"
        return Finding(
            rule=rule.id,
            severity=severity,
            message=rule.message.replace("{platform}", platform).replace("{match}", shown),
            start=start,
            end=end,
            match=text,
            fingerprint=fingerprint(draft, match),
            help=help_,
            policy=(verdict.policy,) if verdict is not None and verdict.policy else (),
        )


def severity_of(rule: Rule, verdict: Verdict | None, context: Context, certainty: Certainty) -> Severity | None:
    """How bad a rule's match is in a context; None where the marketplace does not mind."""
    level = verdict.level(context) if verdict is not None else None
    if level == "off":
        return None
    severity = rule.level if level is None else Severity(level)
    if certainty is Certainty.POSSIBLE and severity is Severity.ERROR:
        return Severity.WARNING
    return severity


def fingerprint(draft: Draft, match: Match) -> str:
    """16 hexadecimal digits from the rule, the folded match and two words on each side; the rule alone for what is missing."""
    if match.missing:
        parts = [match.rule]
    else:
        text = draft.folded.text
        before = _WORD.findall(text, max(0, match.start - 80), match.start)[-2:]
        after = _WORD.findall(text, match.end, match.end + 80)[:2]
        parts = [match.rule, *before, " ".join(text[match.start : match.end].split()), *after]
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]
