"""The hook, as pre-commit installs it from this very tree and runs it in a scratch repository."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
# One run, since each installs: the same hook once where it has something to find and once where it has not.
CONFIG = """\
repos:
  - repo: {repo}
    rev: {rev}
    hooks:
      - {{id: proposal-lint, name: all drafts}}
      - {{id: proposal-lint, name: the good one, files: good}}
"""


def _git(folder: Path, *arguments: str) -> str:
    environment = {k: v for k, v in os.environ.items() if not k.startswith("GIT_")}
    names = ("-c", "user.name=Mira", "-c", "user.email=mira@mailnord.example", "-c", "commit.gpgsign=false")
    call = ["git", *names, *arguments]
    return subprocess.run(call, cwd=folder, env=environment, check=True, capture_output=True, text=True).stdout


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A repository with this tree's files as they are, committed or not."""
    folder = tmp_path / "proposal-lint"
    for name in _git(ROOT, "ls-files", "-z", "--cached", "--others", "--exclude-standard").split("\0"):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, folder / name)
    for call in (["init", "--quiet"], ["add", "--all"], ["commit", "--quiet", "--no-verify", "-m", "as it is"]):
        _git(folder, *call)
    return folder


@pytest.fixture
def drafts(tmp_path: Path, tree: Path) -> Path:
    """A git repository with a bad and a good draft, and one that is excluded."""
    folder = tmp_path / "drafts"
    folder.mkdir()
    (folder / "bad.txt").write_text("Skype: live:mira.codes\n", encoding="utf-8")
    (folder / "good.md").write_text("I built a Telegram bot.\n", encoding="utf-8")
    (folder / "old.txt").write_text("Skype: live:mira.codes\n", encoding="utf-8")
    (folder / ".proposal-lint.yaml").write_text("exclude: [old.txt]\n", encoding="utf-8")
    config = CONFIG.format(repo=tree, rev=_git(tree, "rev-parse", "HEAD").strip())
    (folder / ".pre-commit-config.yaml").write_text(config, encoding="utf-8")
    for call in (["init", "--quiet"], ["add", "--all"]):
        _git(folder, *call)
    return folder


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="pre-commit installs from a git repository")
def test_the_hook(drafts: Path, tmp_path: Path) -> None:
    environment = {k: v for k, v in os.environ.items() if not k.startswith("GIT_")}
    environment |= {"PRE_COMMIT_HOME": str(tmp_path / "home"), "PIP_COMPILE": "0"}
    call = [sys.executable, "-m", "pre_commit", "run", "--all-files", "--color", "never"]
    done = subprocess.run(call, cwd=drafts, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stdout + done.stderr
    every, good = done.stdout.split("the good one")
    assert re.search(r"^all drafts\.+Failed$", every, re.MULTILINE)
    assert "bad.txt:1:8: error[contact/messaging]" in every
    assert "old.txt" not in every
    assert re.match(r"\.+Passed$", good, re.MULTILINE)
