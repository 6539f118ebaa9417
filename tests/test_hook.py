"""The hooks, by a real `pre-commit try-repo` in a scratch repository."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A git repository with a bad and a good draft, and one that is excluded."""
    folder = tmp_path / "drafts"
    folder.mkdir()
    (folder / "bad.txt").write_text("Skype: live:mira.codes\n", encoding="utf-8")
    (folder / "good.md").write_text("I built a Telegram bot.\n", encoding="utf-8")
    (folder / "old.txt").write_text("Skype: live:mira.codes\n", encoding="utf-8")
    (folder / ".proposal-lint.yaml").write_text("exclude: [old.txt]\n", encoding="utf-8")
    for call in (["init", "--quiet"], ["add", "--all"]):
        subprocess.run(["git", *call], cwd=folder, check=True)
    return folder


def _try_repo(hook: str, repository: Path, home: Path) -> subprocess.CompletedProcess[str]:
    call = [sys.executable, "-m", "pre_commit", "try-repo", str(ROOT), hook, "--all-files", "--color", "never"]
    environment = {k: v for k, v in os.environ.items() if not k.startswith("GIT_")}
    environment["PRE_COMMIT_HOME"] = str(home)
    return subprocess.run(call, cwd=repository, env=environment, capture_output=True, text=True, check=False)


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="pre-commit installs from a git repository")
def test_the_hooks(repository: Path, tmp_path: Path) -> None:
    done = _try_repo("proposal-lint", repository, tmp_path / "home")
    assert done.returncode == 1, done.stdout + done.stderr
    assert "bad.txt:1:8: error[contact/messaging]" in done.stdout
    assert "old.txt" not in done.stdout

    (repository / "bad.txt").write_text("I built a Slack bot.\n", encoding="utf-8")
    done = _try_repo("proposal-lint", repository, tmp_path / "home")
    assert done.returncode == 0, done.stdout + done.stderr
