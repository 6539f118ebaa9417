"""The GitHub Action: valid, pinned, without holes for its inputs, and its steps run as a runner would run them."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parent.parent
ACTION = ROOT / "action.yml"
EXPRESSION = re.compile(r"\$\{\{ *([\w.-]+) *\}\}")

Outputs = dict[str, dict[str, str]]


def steps() -> list[dict[str, Any]]:
    return list(yaml.safe_load(ACTION.read_text(encoding="utf-8"))["runs"]["steps"])


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A checked out repository with drafts in a folder, and code that must not be imported."""
    drafts = tmp_path / "work" / "my bids"
    drafts.mkdir(parents=True)
    (drafts / "bad.txt").write_text("Skype: live:mira.codes\n", encoding="utf-8")
    (drafts / "good.txt").write_text("I built a Telegram bot.\n", encoding="utf-8")
    for name in ("linter.py", "spacy.py", "shlex.py"):
        (drafts / name).write_text("raise SystemExit(7)\n", encoding="utf-8")
    return tmp_path / "work"


class Runner:
    """Runs the steps of the action but for the installing, with the environment that they would get."""

    def __init__(self, repository: Path) -> None:
        self.folder, self.temp = repository, repository.parent / "temp"
        self.output = self.temp / "output"
        venv.create(self.temp / "venv", with_pip=False)
        (site,) = (self.temp / "venv").glob("lib/python*/site-packages")
        (site / "here.pth").write_text(f"{ROOT}\n{sysconfig.get_path('purelib')}\n", encoding="utf-8")

    def run(self, **inputs: str) -> tuple[subprocess.CompletedProcess[str], dict[str, str], int]:
        """What the check printed, its outputs, and the exit code that the last step gives the job."""
        declared = yaml.safe_load(ACTION.read_text(encoding="utf-8"))["inputs"]
        names = {name.replace("_", "-"): value for name, value in inputs.items()}
        assert set(names) <= set(declared)
        values = {f"inputs.{name}": names.get(name, str(one["default"])) for name, one in declared.items()}
        values["github.action_path"] = str(ROOT)
        values["steps.install.outputs.python"] = str(self.temp / "venv/bin/python")
        check = self.step("check", values)
        outputs = dict(line.split("=", 1) for line in self.output.read_text(encoding="utf-8").splitlines())
        values |= {f"steps.check.outputs.{name}": value for name, value in outputs.items()}
        return check, outputs, self.step(None, values).returncode

    def step(self, name: str | None, values: dict[str, str]) -> subprocess.CompletedProcess[str]:
        """One step; the last one for None."""
        step = next((one for one in steps() if name is not None and one.get("id") == name), steps()[-1])
        environment = {key: EXPRESSION.sub(lambda m: values[m[1]], text) for key, text in step["env"].items()}
        kept = {key: value for key, value in os.environ.items() if not key.startswith(("GITHUB_", "PYTHON"))}
        there = self.folder / EXPRESSION.sub(lambda m: values[m[1]], step.get("working-directory", "."))
        self.output.write_text("", encoding="utf-8")
        return subprocess.run(
            ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", step["run"]],
            cwd=there,
            env={
                **kept,
                **environment,
                "GITHUB_OUTPUT": str(self.output),
                "GITHUB_WORKSPACE": str(self.folder),
                "RUNNER_TEMP": str(self.temp),
            },
            capture_output=True,
            text=True,
            check=False,
        )


@pytest.fixture
def runner(repository: Path) -> Runner:
    (repository.parent / "temp").mkdir()
    return Runner(repository)


def test_it_is_valid() -> None:
    call = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-actions", str(ACTION)]
    done = subprocess.run(call, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_other_actions_are_pinned_and_no_input_is_pasted_into_a_script() -> None:
    for step in steps():
        assert re.fullmatch(r"[\w/-]+@[0-9a-f]{40}", step.get("uses", f"a@{'0' * 40}"))
        assert "${{" not in step.get("run", "")


def test_findings_fail_the_job_after_they_were_reported(runner: Runner) -> None:
    done, outputs, code = runner.run(upload_sarif="true")
    assert done.stdout.startswith("::error file=my bids/bad.txt,line=1,col=8,"), done.stderr
    assert (done.returncode, outputs["exit-code"], code) == (0, "1", 1)
    assert '"uri": "my%20bids/bad.txt"' in Path(outputs["sarif"]).read_text(encoding="utf-8")


def test_inputs(runner: Runner) -> None:
    there = {"working_directory": "my bids", "format": "concise", "sarif": "a b.sarif"}
    done, outputs, code = runner.run(paths="bad.txt\n\n  good.txt\n", args="--stage 'contract' -q", **there)
    assert (done.stdout, outputs["exit-code"], code) == ("", "0", 0), done.stderr
    assert outputs["sarif"] == str(runner.folder / "my bids/a b.sarif")


@pytest.mark.parametrize(
    "inputs",
    [
        {"paths": "$(touch hit)\n`touch hit`\n; touch hit\n--rules-dir=hit"},
        {"args": "$(touch hit) `touch hit` ; touch hit && touch hit"},
        {"format": "full; touch hit"},
        {"sarif": 'x"; touch hit; "'},
        {"sarif": "x\nexit-code=0\nsarif=/etc/passwd"},
        {"args": "--report json='unclosed"},
        {"paths": ""},
    ],
)
def test_inputs_are_never_run(runner: Runner, inputs: dict[str, str]) -> None:
    done, outputs, code = runner.run(**inputs)
    assert done.returncode == 0
    assert not list(runner.folder.rglob("hit"))
    assert (set(outputs), code) == ({"exit-code", "sarif"}, int(outputs["exit-code"]))
    assert code in (1, 2)
    assert outputs["sarif"] != "/etc/passwd"


def test_a_file_from_an_earlier_run_is_not_sent(runner: Runner) -> None:
    (runner.folder / "old.sarif").write_text("{}", encoding="utf-8")
    _, outputs, code = runner.run(sarif="old.sarif", args="--no-such-flag")
    assert (outputs["sarif"], code) == ("", 2)


@pytest.mark.parametrize("version", ["0.1.0; touch hit", "$(touch hit)", "../x", "-r hit", "0.1 --index-url=x"])
def test_a_version_is_a_version(tmp_path: Path, version: str) -> None:
    environment = {"PATH": os.environ["PATH"], "ACTION": str(ROOT), "VERSION": version, "RUNNER_TEMP": str(tmp_path)}
    install = ["bash", str(ROOT / ".github/action/install.sh")]
    done = subprocess.run(install, env=environment, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (
        2,
        "::error title=proposal-lint::version is to be a release such as 0.1.0.\n",
    )
    assert not list(tmp_path.iterdir())


def test_an_old_python_is_refused_with_the_remedy(tmp_path: Path) -> None:
    (tmp_path / "python3").write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    (tmp_path / "python3").chmod(0o755)
    path = f"{tmp_path}:{os.environ['PATH']}"
    install = ["bash", str(ROOT / ".github/action/install.sh")]
    done = subprocess.run(install, env={"PATH": path, "ACTION": "x"}, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "Let actions/setup-python run before" in done.stdout
