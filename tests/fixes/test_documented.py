"""What `docs/fixes.md` shows is what happens."""

from __future__ import annotations

import re
from pathlib import Path

from linter.communication import paragraph
from linter.config import CommunicationBlock, LoadedConfig
from linter.context import Context
from linter.draft import Draft
from linter.engine import Linter
from linter.fixes.apply import fix_draft
from linter.yaml import load_yaml

PAGE = (Path(__file__).parents[2] / "docs/fixes.md").read_text(encoding="utf-8")
WHOLE = {
    "jane@…": "jane@tallpine.io",
    "mira@…": "mira@tallpine.io",
    "415-…": "415-555-0132",
    "+44 …": "+44 7700 900456",
}
WHOLE |= {"555-…": "555-867-5309", "calendly.com/…": "calendly.com/mira-dev/30min", "@mira on": "@mira_codes on"}


def test_the_table_tells_the_truth(linter: Linter) -> None:
    rows = re.findall(r"^\| ([^`|-][^|]*) \| ([^|]*) \|$", PAGE.partition("## What is safe")[0], re.MULTILINE)[1:]
    assert len(rows) >= 9
    for before, after in rows:
        text = before
        for short, whole in WHOLE.items():
            text = text.replace(short, whole)
        lead = "Two days, $300. "  # a fix leaves no draft empty
        fixed = fix_draft(Draft.from_text(lead + text), lambda draft: linter.lint(draft, Context()))
        assert fixed.draft.text.rstrip(".") == (lead + after).rstrip(".")


def test_the_paragraph_is_the_one_that_is_inserted() -> None:
    block = re.search(r"```yaml\n(communication:.*?)```", PAGE, re.DOTALL)
    quote = re.search(r"(?:^> .*\n)+", PAGE, re.MULTILINE)
    assert block
    assert quote
    values = CommunicationBlock.model_validate(load_yaml(block[1], "").values["communication"])
    config = LoadedConfig(LoadedConfig().values.model_copy(update={"communication": values}))
    assert paragraph(config.communication, "Upwork Messages") == " ".join(quote[0].replace("> ", "").split())
