"""What a process imports on its way to an answer, and what it stores, with the real engine."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

MAIL = "Hello.\nWrite to jane.doe@mailnord.org today. I use the tools of your team.\n"
CODE = """
import json, sys
from linter import startup
startup.leave = lambda code: None
from linter.__main__ import main
code = main()
sys.stderr.write("\\n" + json.dumps([code, sorted(sys.modules)]))
"""
ENGINE = {"spacy", "thinc", "numpy", "blis", "srsly"}
LIBRARIES = ENGINE | {"pydantic", "yaml", "regex", "pathspec", "wcwidth", "jinja2", "rich", "pygls"}


def run(folder: Path, environment: dict[str, str], *arguments: str) -> tuple[int, set[str], str]:
    """The exit code, the modules imported, and the output."""
    call = [sys.executable, "-c", CODE, *arguments]
    ran = subprocess.run(call, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    code, modules = json.loads(ran.stderr.splitlines()[-1])
    return code, set(modules), ran.stdout


@pytest.fixture
def stored(folder: Path, environment: dict[str, str]) -> dict[str, str]:
    """A draft whose answer in one format is stored; the environment of the processes that may use it."""
    (folder / "a.txt").write_text(MAIL)
    call = [sys.executable, "-m", "linter", "a.txt", "-f", "json"]
    assert subprocess.run(call, cwd=folder, env=environment, capture_output=True, check=False).returncode == 1
    return environment


@pytest.mark.parametrize("argument", ["--help", "-V"])
def test_help_and_version_import_no_library(folder: Path, environment: dict[str, str], argument: str) -> None:
    code, modules, out = run(folder, environment, argument)
    assert (code, modules & LIBRARIES) == (0, set())
    assert out


def test_the_list_of_rules_imports_no_engine(folder: Path, environment: dict[str, str]) -> None:
    code, modules, out = run(folder, environment, "rules", "list")
    assert (code, modules & (ENGINE | {"jinja2", "pygls"})) == (0, set())
    assert "contact/email" in out


def test_a_stored_answer_imports_next_to_nothing(folder: Path, stored: dict[str, str]) -> None:
    code, modules, out = run(folder, stored, "a.txt", "-f", "json")
    assert (code, modules & (LIBRARIES | {"typer", "click", "dataclasses", "inspect", "linter.cli"})) == (1, set())
    assert len(modules) < 150
    assert json.loads(out)["files"][0]["path"] == "a.txt"


def test_stored_findings_serve_other_formats_without_the_engine(folder: Path, stored: dict[str, str]) -> None:
    code, modules, out = run(folder, stored, "a.txt", "-f", "concise")
    assert (code, modules & (ENGINE | {"regex", "pathspec", "jinja2", "pygls"})) == (1, set())
    assert "a.txt:2:10: error[contact/email]" in out


def test_a_check_without_stored_answers_imports_no_command_line_of_spacy(folder: Path, stored: dict[str, str]) -> None:
    code, modules, _ = run(folder, stored, "a.txt", "--no-cache")
    assert (code, modules & {"spacy.cli", "weasel", "rich", "jinja2", "pygls", "torch"}) == (1, set())
    assert "spacy" in modules


@pytest.mark.parametrize("place", ["/proc/nowhere", "/dev/null/cache"])
def test_nowhere_to_store_is_no_error(folder: Path, stored: dict[str, str], place: str) -> None:
    call = [sys.executable, "-m", "linter", "a.txt", "-f", "json", "--cache-dir", place]
    ran = subprocess.run(call, cwd=folder, env=stored, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stderr) == (1, "")
    assert ran.stdout == run(folder, stored, "a.txt", "-f", "json")[2]


def test_processes_that_start_at_once_agree(folder: Path, stored: dict[str, str]) -> None:
    call = [sys.executable, "-m", "linter", "a.txt", "-f", "json", "--cache-dir", "fresh"]
    children = [subprocess.Popen(call, cwd=folder, env=stored, stdout=subprocess.PIPE) for _ in range(3)]
    answers = {child.communicate(timeout=120)[0] for child in children}
    assert answers == {run(folder, stored, "a.txt", "-f", "json")[2].encode()}
    assert {child.returncode for child in children} == {1}
    assert not list((folder / "fresh").rglob("*.tmp"))
    again = subprocess.run(call, cwd=folder, env=stored, capture_output=True, check=False)
    assert answers == {again.stdout}


def test_the_cache_command(folder: Path, stored: dict[str, str]) -> None:
    def cache(*arguments: str) -> str:
        call = [sys.executable, "-m", "linter", "cache", *arguments]
        return subprocess.run(call, cwd=folder, env=stored, capture_output=True, text=True, check=True).stdout

    environment = stored["PROPOSAL_LINT_CACHE_DIR"]
    assert cache("dir") == f"{environment}\n"
    assert cache("dir", "--cache-dir", "mine") == f"{folder / 'mine'}\n"
    (folder / "mine").mkdir()
    (folder / "mine" / "letter.txt").write_text("dear")
    assert cache("clean", "--cache-dir", "mine") == f"Removed 0 files (0.0 MB) from {folder / 'mine'}.\n"
    assert (folder / "mine" / "letter.txt").exists()
    assert cache("clean").startswith("Removed ")
    assert not Path(environment).exists()
