"""The component for other people's spaCy pipelines: `nlp.add_pipe("proposal_lint")`, then `doc._.findings`.

>>> import spacy
>>> nlp = spacy.blank("en")
>>> _ = nlp.add_pipe("proposal_lint", config={"document": "profile"})
>>> [finding.rule for finding in nlp("Telegram: @mira_codes")._.findings]
['contact/messaging']
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.language import Language
from spacy.tokens import Doc

from linter.context import Context, Document, Stage, Waiver
from linter.draft import Draft
from linter.engine import Linter
from linter.rulebook import load_rulebook


class ProposalLint:
    """Lints `doc.text` with this package's own pipeline; sets `doc._.findings` and the span group `doc.spans["findings"]`.

    A finding's offsets count from the text's start; its span in the group is widened to whole tokens, its label the rule.
    """

    def __init__(self, context: Context) -> None:
        self._context = context
        self._linter = Linter(load_rulebook())
        if not Doc.has_extension("findings"):
            Doc.set_extension("findings", default=())

    def __call__(self, doc: Doc) -> Doc:
        findings = tuple(self._linter.lint(Draft.from_text(doc.text), self._context))
        doc._.findings = findings
        spans = (doc.char_span(f.start, f.end, label=f.rule, alignment_mode="expand") for f in findings)
        doc.spans["findings"] = [span for span in spans if span is not None]
        return doc


@Language.factory(
    "proposal_lint",
    assigns=["doc._.findings", "doc.spans"],
    default_config={"platform": "upwork", "document": "proposal", "stage": "pre-contract", "waive": []},
)
def create_component(
    nlp: Language,  # noqa: ARG001  (spaCy hands over both)
    name: str,  # noqa: ARG001
    platform: str,
    document: str,
    stage: str,
    waive: Sequence[str],
) -> ProposalLint:
    """The component in a context. Raises `ValueError` for an unknown document, stage or waiver."""
    return ProposalLint(Context(platform, Document(document), Stage(stage), frozenset(map(Waiver, waive))))
