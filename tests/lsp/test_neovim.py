"""A real editor, with the recipe of docs/editors.md as its whole configuration."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
CONFIG = "stage: pre-contract\ncommunication:\n  hours: Mon-Fri 9:00-17:00 CET\n"
DRAFT = """Hi Dana,

😀 I can start on Monday with the first draft of your shop, and it is petra@mailnord.studio today. The forty pages of
text come first, then the pictures, and then the till; each of them with a test of its own, so that nothing is left to
guess when the shop opens.

Regards
Petra
"""

pytestmark = pytest.mark.skipif(shutil.which("nvim") is None, reason="Neovim (nvim) is not installed")


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """A draft in a folder with a configuration."""
    folder = tmp_path / "drafts"
    folder.mkdir()
    (folder / ".proposal-lint.yaml").write_text(CONFIG)
    (folder / "draft.md").write_text(DRAFT)
    return folder / "draft.md"


def _edit(draft: Path, folder: Path, *steps: tuple[str, str]) -> list[dict[str, Any]]:
    """What Neovim saw at each step, of which each is a rule and words of the title of an action on its finding."""
    recipe = re.search(
        r"### Neovim 0\.7 and later.*?```lua\n(.*?)```", (ROOT / "docs/editors.md").read_text(), re.DOTALL
    )
    assert recipe is not None
    (folder / "init.lua").write_text(recipe[1])
    command = folder / "bin/proposal-lint"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m linter "$@"\n')
    command.chmod(0o755)
    report = folder / "report.json"
    environment = {
        **os.environ,
        **dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"), str(folder)),
        "PATH": f"{command.parent}{os.pathsep}{os.environ['PATH']}",
        "STEPS": json.dumps(steps),
        "REPORT": str(report),
    }
    script = Path(__file__).parent / "neovim.lua"
    arguments = ["nvim", "--headless", "-n", "-u", str(folder / "init.lua"), "-c", f"luafile {script}", str(draft)]
    subprocess.run(arguments, env=environment, timeout=200, check=True, capture_output=True)
    told: list[dict[str, Any]] = json.loads(report.read_text())
    assert "error" not in told, told
    return told


def test_diagnostics_code_actions_and_saving(draft: Path, tmp_path: Path) -> None:
    """Columns of Neovim count bytes: an emoji before the finding shows whether both sides count alike."""
    remove, insert = _edit(
        draft,
        tmp_path,
        ("contact/email", "Remove"),
        ("communication/tools", "Insert your paragraph about communication"),
    )
    column = len(DRAFT.encode().partition(b"petra@")[0].rpartition(b"\n")[2])
    assert ["contact/email", 2, column, column + len("petra@mailnord.studio")] in remove["before"]
    assert "Ignore contact/email here" in remove["titles"]
    assert not any(code == "contact/email" for code, *_ in remove["after"])
    assert len(insert["after"]) < len(insert["before"])
    body, _, end = draft.read_text().partition("Regards")
    assert "petra@" not in body
    assert "9:00-17:00 CET" in body
    assert end == "\nPetra\n"
