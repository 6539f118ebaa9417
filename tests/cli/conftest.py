"""The command line, in this process with an engine that only looks for words, or in a process of its own."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import linter.component  # noqa: F401  (so that it holds the real engine, not the one that stands in for it below)
from linter import engine
from linter.cli import main
from linter.draft import Draft
from linter.rulebook import Rulebook, load_rulebook
from linter.rulebook.compiler import Match

ROOT = Path(__file__).resolve().parents[2]
WORDS = {"contact/email": r"\S+@\S+", "off-platform/invitation": "whatsapp", "communication/tools": "no tool"}


class FakeLinter(engine.Linter):
    """The engine's verdicts on simple matches."""

    def matches(self, draft: Draft) -> list[Match]:
        text = draft.folded.text
        found = ((rule, match) for rule, pattern in WORDS.items() for match in re.finditer(pattern, text))
        return [Match(rule, *match.span(), missing=rule == "communication/tools") for rule, match in found]


@cache
def built_in_rules() -> Rulebook:
    """The built-in rules, loaded once."""
    return load_rulebook()


def quick_rulebook(extra: Sequence[Path] = ()) -> Rulebook:
    """The rulebook, with the built-in rules loaded once for all tests."""
    return load_rulebook(extra) if extra else built_in_rules()


@dataclass(frozen=True)
class Ran:
    """What a command left behind."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]
Process = Callable[..., "subprocess.CompletedProcess[bytes]"]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder, without settings of the outer world."""
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "TERM"):
        monkeypatch.delenv(name, raising=False)
    work = tmp_path / "work"
    work.mkdir()
    monkeypatch.chdir(work)
    return work


@pytest.fixture
def run(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs the command in this process, with a store of its own: what this engine finds is nobody else's affair."""
    monkeypatch.setenv("PROPOSAL_LINT_CACHE_DIR", str(folder.parent / "cache"))
    monkeypatch.setattr(engine, "Linter", FakeLinter)
    monkeypatch.setattr("linter.linters.load_rulebook", quick_rulebook)
    monkeypatch.setattr("linter.rulebook.load_rulebook", quick_rulebook)
    monkeypatch.setattr("linter.rulebook.stored.load_rulebook", quick_rulebook)

    def command(*arguments: str) -> Ran:
        code = main(arguments)
        captured = capsys.readouterr()
        return Ran(code, captured.out, captured.err)

    return command


@pytest.fixture
def environment() -> dict[str, str]:
    """The environment of a process that finds the package, installed or not."""
    kept = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "FORCE_COLOR", "COLUMNS")}
    return {**kept, "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "error::DeprecationWarning:linter"}


@pytest.fixture
def process(folder: Path, environment: dict[str, str]) -> Process:
    """Runs the command in a process of its own."""

    def command(*arguments: str, env: dict[str, str] | None = None, **more: Any) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [sys.executable, "-m", "linter", *arguments],
            cwd=folder,
            env={**environment, **(env or {})},
            capture_output=True,
            timeout=120,
            check=False,
            **more,
        )

    return command
