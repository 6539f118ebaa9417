"""Lint a draft: read it, match the rules, give the platform's verdict. Pure: knows no file, no screen and no format."""

from __future__ import annotations

import copy
import hashlib
import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from linter.communication import Communication, offer, paragraph
from linter.context import Context
from linter.draft import Draft
from linter.finding import Finding, Fix, Severity
from linter.fixes.propose import Fixer
from linter.fixes.statements import inserted
from linter.identifiers.base import Certainty
from linter.pipeline import Pipeline
from linter.rulebook import Platform, Rule, Rulebook
from linter.rulebook.compiler import Match, RuleMatcher
from linter.rulebook.model import Verdict

_WORD = re.compile(r"\w+")
_HOW_TO_CONFIGURE = "Write your answer once under 'communication:' in .proposal-lint.yaml, and --fix inserts it."
_CONTEXT = 80  # characters beside a match in which a fingerprint looks for words
_SHOWN = 60  # characters of a match that a message repeats


class Linter:
    """Lints drafts by a rulebook. Building one is cheap; the first draft imports spaCy and compiles the rules."""

    def __init__(self, rulebook: Rulebook, communication: Communication | None = None) -> None:
        self.rulebook = rulebook
        self.communication = communication or Communication()

    @cached_property
    def pipeline(self) -> Pipeline:
        """The pipeline that reads the drafts."""
        patterns = [pattern for rule in self.rulebook.rules.values() for pattern in (*rule.entries, *rule.guards)]
        return Pipeline(self.rulebook.words, attributes=any(pattern.tokens is not None for pattern in patterns))

    @cached_property
    def matcher(self) -> RuleMatcher:
        """The compiled rules."""
        return RuleMatcher(self.rulebook, self.pipeline)

    @cached_property
    def fixer(self) -> Fixer:
        """What proposes fixes; its templates are compiled when they are first needed."""
        return Fixer(self.rulebook, self.pipeline.tokenizer.norms)

    @property
    def is_compiled(self) -> bool:
        """Whether the rules have been compiled."""
        return "matcher" in vars(self)

    def speaking(self, communication: Communication) -> Linter:
        """The same compiled rules, for a writer with these standing answers. Raises `RulebookError` as `matches` does."""
        _ = self.matcher  # compiled before it is shared
        other = copy.copy(self)
        other.communication = communication
        return other

    def matches(self, draft: Draft, gated: bool = True) -> list[Match]:
        """What the rules match in a draft, whatever the context; `gated=False` sets the rules' minimum of words aside.

        Raises `DraftError` where a rule's regex takes too long, and `RulebookError` for a pattern that cannot be compiled.
        """
        return self.matcher.find(draft, self.pipeline.read(draft), gated)

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
                found.append(self._finding(draft, match, rule, severity, verdict, platform))
        found.sort(key=lambda finding: (finding.start, finding.end, finding.rule))
        return self.with_statements(draft, context, found)

    def with_statements(self, draft: Draft, context: Context, findings: Sequence[Finding]) -> list[Finding]:
        """The findings, where those of missing statements share one fix: a paragraph with what the writer has configured.

        Asked again with the findings that are left once some were set aside, it leaves those statements out.
        """
        channel = self.rulebook.platform(context.platform).file.channel
        missing = {finding.rule: self._statement(finding.rule) for finding in findings}
        wanted = [name for name in missing.values() if name and offer(self.communication, name, channel)]
        text = paragraph(self.communication, channel, wanted)
        edit = inserted(draft, text) if text else None
        if edit is None:
            return list(findings)
        fixes = (Fix("Insert your paragraph about communication", "safe", (edit,)),)
        return [replace(one, fixes=fixes) if missing[one.rule] in wanted else one for one in findings]

    def _statement(self, rule_id: str) -> str | None:
        """The statement that a rule's fix inserts; None for a rule that is mended otherwise, or not at all."""
        rule = self.rulebook.rules.get(rule_id)
        return next((entry.insert for entry in rule.file.fix if entry.insert), None) if rule is not None else None

    def _finding(
        self, draft: Draft, match: Match, rule: Rule, severity: Severity, verdict: Verdict | None, platform: Platform
    ) -> Finding:
        start, end = draft.folded.source(match.start, match.end)
        text = draft.text[start:end]
        shown = " ".join(text.split())
        if len(shown) > _SHOWN:
            shown = shown[: _SHOWN - 1].rstrip() + "…"
        help_ = rule.file.suggest.replace("{platform}", platform.name)
        if match.missing and (statement := self._statement(rule.id)):
            sentence = offer(self.communication, statement, platform.file.channel)
            help_ = f"Paste: {sentence}" if sentence else f"{help_} {_HOW_TO_CONFIGURE}"
        return Finding(
            rule=rule.id,
            severity=severity,
            message=rule.message.replace("{platform}", platform.name).replace("{match}", shown),
            start=start,
            end=end,
            match=text,
            fingerprint=fingerprint(draft, match),
            help=help_,
            policy=(verdict.policy,) if verdict is not None and verdict.policy else (),
            fixes=self.fixer.fixes(draft, match, platform) if rule.file.fix and not match.missing else (),
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
    """16 hexadecimal digits from the rule, the folded match and two words on each side of it in its line.

    From the rule alone for what is missing.
    """
    if match.missing:
        parts = [match.rule]
    else:
        text = draft.folded.text
        begin, stop = text.rfind("\n", 0, match.start) + 1, text.find("\n", match.end)
        before = _WORD.findall(text, max(begin, match.start - _CONTEXT), match.start)[-2:]
        after = _WORD.findall(text, match.end, min(match.end + _CONTEXT, len(text) if stop < 0 else stop))[:2]
        parts = [match.rule, *before, " ".join(text[match.start : match.end].split()), *after]
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]
