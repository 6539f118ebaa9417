from __future__ import annotations

import pytest

from linter.fixes.apply import apply
from linter.lsp.configure import ignoring_in_toml, ignoring_in_yaml


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "ignore: [contact/email]\n"),
        ("stage: contract", "stage: contract\nignore: [contact/email]\n"),
        ("# é 😀\nstage: contract  # why\n", "# é 😀\nstage: contract  # why\nignore: [contact/email]\n"),
        ("ignore: [a] # why\n", "ignore: [a, contact/email] # why\n"),
        ("ignore: []\nstage: ended\n", "ignore: [contact/email]\nstage: ended\n"),
        ("ignore: [\n  a,\n  b,\n]\n", "ignore: [\n  a,\n  b, contact/email,\n]\n"),
        ("ignore:\nstage: ended\n", "ignore: [contact/email]\nstage: ended\n"),
        ("ignore: # none\n", "ignore: [contact/email] # none\n"),
        (
            "ignore:\n  - a  # one\n  - 'b'  # two\n\n# more\nstage: ended\n",
            "ignore:\n  - a  # one\n  - 'b'  # two\n  - contact/email\n\n# more\nstage: ended\n",
        ),
        ("ignore:\r\n- a\r\nstage: ended\r\n", "ignore:\r\n- a\r\n- contact/email\r\nstage: ended\r\n"),
        ("ignore:\n- a", "ignore:\n- a\n- contact/email"),
        (
            "overrides: [{files: [x], ignore: [a]}]\n",
            "overrides: [{files: [x], ignore: [a]}]\nignore: [contact/email]\n",
        ),
    ],
)
def test_yaml(before: str, after: str) -> None:
    edit = ignoring_in_yaml(before, "contact/email")
    assert edit is not None
    assert apply(before, [edit]) == after


@pytest.mark.parametrize(
    "before", ["{stage: ended}\n", "stage: [ended\n", "- a\n", "ignore: x\n", "stage: ended\n...\n"]
)
def test_yaml_that_is_left_alone(before: str) -> None:
    assert ignoring_in_yaml(before, "contact/email") is None


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            '[tool.proposal-lint]\nignore = ["a"]  # why\n\n[tool.ruff]\nignore = ["E5"]\n',
            '[tool.proposal-lint]\nignore = ["a", "contact/email"]  # why\n\n[tool.ruff]\nignore = ["E5"]\n',
        ),
        (
            '[project]\nname = "é"\n[tool.proposal-lint]\nstage = "ended"\n',
            '[project]\nname = "é"\n[tool.proposal-lint]\nstage = "ended"\nignore = ["contact/email"]\n',
        ),
        (
            '[tool.proposal-lint]\r\nignore = [\r\n    "a",\r\n]\r\n',
            '[tool.proposal-lint]\r\nignore = [\r\n    "a",\r\n    "contact/email",\r\n]\r\n',
        ),
    ],
)
def test_toml(before: str, after: str) -> None:
    edit = ignoring_in_toml(before, "contact/email")
    assert edit is not None
    assert apply(before, [edit]) == after
    assert edit.end - edit.start < 8  # the rest is left as it is written


@pytest.mark.parametrize(
    "before", ["", "[tool.ruff]\n", "tool = 1\n", "[tool.proposal-lint\n", "[tool.proposal-lint]\nignore = 1\n"]
)
def test_toml_that_is_left_alone(before: str) -> None:
    assert ignoring_in_toml(before, "contact/email") is None
