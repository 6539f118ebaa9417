"""The component in somebody else's spaCy pipeline, found through its entry point."""

from __future__ import annotations

import pytest
import spacy


def test_findings_and_spans() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("proposal_lint", config={"document": "message"})
    doc = nlp("Hello. Skype: live:mira.codes, thanks.")
    (finding,) = doc._.findings
    assert (finding.rule, doc.text[finding.start : finding.end]) == ("contact/messaging", "live:mira.codes")
    (span,) = doc.spans["findings"]
    assert span.label_ == "contact/messaging"
    assert "live:mira.codes" in span.text


def test_other_pipelines_are_not_touched() -> None:
    nlp = spacy.blank("de")
    nlp.add_pipe("sentencizer")
    nlp.add_pipe("proposal_lint", config={"stage": "contract"})
    doc = nlp("Telegram: @mira_codes. Bis bald.")
    assert doc._.findings == ()
    assert len(list(doc.sents)) == 2


def test_a_wrong_setting_is_refused() -> None:
    with pytest.raises(ValueError, match="letter"):
        spacy.blank("en").add_pipe("proposal_lint", config={"document": "letter"})
