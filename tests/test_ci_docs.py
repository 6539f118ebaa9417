"""The recipes in `docs/ci.md`, by the schemas of those who read them; and what it says of the action."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs/ci.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)


def kind(block: str) -> str:
    """The schema that a recipe is to fit."""
    keys = yaml.safe_load(block)
    return "vendor.github-workflows" if "jobs" in keys else "pre-commit" if "repos" in keys else "vendor.gitlab-ci"


def test_every_kind_of_recipe_is_there() -> None:
    assert {kind(block) for block in BLOCKS} == {"vendor.github-workflows", "pre-commit", "vendor.gitlab-ci"}


@pytest.mark.parametrize("block", BLOCKS)
def test_a_recipe_is_valid(block: str, tmp_path: Path) -> None:
    path = tmp_path / ("pre-commit.yaml" if kind(block) == "pre-commit" else "ci.yaml")
    path.write_text(block, encoding="utf-8")
    if kind(block) == "pre-commit":
        call = ["pre_commit", "validate-config", str(path)]
    else:
        call = ["check_jsonschema", "--builtin-schema", kind(block), str(path)]
    done = subprocess.run([sys.executable, "-m", *call], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_action_in_a_recipe_but_ours_is_pinned() -> None:
    for name, ref in re.findall(r"uses: ([\w/-]+)@(\S+)", PAGE):
        assert name == "proposal-lint/proposal-lint" or re.fullmatch(r"[0-9a-f]{40}", ref)


def test_every_input_of_the_action_is_described() -> None:
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    table = PAGE.partition("| input |")[2].partition("\n\n")[0]
    assert re.findall(r"^\| `([\w-]+)` \|", table, re.MULTILINE) == list(action["inputs"])
    for name in action["outputs"]:
        assert f"`{name}`" in PAGE
