"""What is installed: the wheel carries the rules, the model and the schemas, and works away from the checkout."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from linter.rulebook.words import rules_folder

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the unpacked wheel."""
    folder = tmp_path_factory.mktemp("wheel")
    call = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(folder), str(ROOT)]
    subprocess.run(call, check=True, capture_output=True)
    (packed,) = folder.glob("*.whl")
    zipfile.ZipFile(packed).extractall(folder / "unpacked")
    return folder / "unpacked"


def _run(code: str, path: Path, cwd: Path) -> str:
    environment = {**os.environ, "PYTHONPATH": str(path)}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_the_wheel_carries_every_rule(wheel: Path) -> None:
    shipped = {
        p.relative_to(wheel / "linter" / "_rules") for p in (wheel / "linter" / "_rules").rglob("*") if p.is_file()
    }
    assert shipped == {p.relative_to(ROOT / "rules") for p in (ROOT / "rules").rglob("*") if p.is_file()}
    assert {path.name for path in wheel.iterdir() if not path.name.endswith(".dist-info")} == {"linter"}


def test_the_wheel_works_away_from_the_checkout(wheel: Path, tmp_path: Path) -> None:
    code = (
        "import linter, linter.rulebook.words as w; print(linter.__file__); print(w.rules_folder());"
        "print([f.rule for f in linter.lint('Skype: live:mira.codes')])"
    )
    module, rules, found = _run(code, wheel, tmp_path).splitlines()
    assert Path(module).is_relative_to(wheel)
    assert Path(rules).is_relative_to(wheel)
    assert found == "['contact/messaging']"


def test_the_wheel_is_small(wheel: Path) -> None:
    (packed,) = wheel.parent.glob("*.whl")
    assert packed.stat().st_size < 5_000_000


def test_a_checkout_uses_its_own_rules() -> None:
    assert rules_folder() == ROOT / "rules"


@pytest.mark.parametrize(
    ("name", "call"),
    [
        ("rule", "rules schema rule"),
        ("platform", "rules schema platform"),
        ("config", "config schema"),
    ],
)
def test_schemas_are_up_to_date(name: str, call: str) -> None:
    command = [sys.executable, "-m", "linter", *shlex.split(call)]
    made = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    kept = ROOT / "rules" / "schemas" / f"{name}.schema.json"
    assert json.loads(kept.read_text(encoding="utf-8")) == json.loads(made), f"run: proposal-lint {call} > {kept}"


def test_every_data_file_fits_its_schema() -> None:
    import jsonschema

    from linter.yaml import read_yaml

    schemas = {
        name: json.loads((ROOT / "rules" / "schemas" / f"{name}.schema.json").read_text(encoding="utf-8"))
        for name in ("rule", "platform")
    }
    for path in (ROOT / "rules").rglob("*.yaml"):
        kind = path.relative_to(ROOT / "rules").parts[0]
        if kind != "words":
            first = path.read_text(encoding="utf-8").splitlines()[0]
            name = "platform" if kind == "platforms" else "rule"
            assert first == f"# yaml-language-server: $schema=../schemas/{name}.schema.json"
            jsonschema.validate(read_yaml(path).values, schemas[name])


def test_readme_shows_what_the_command_prints() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```console\n\$ (proposal-lint [^\n]+)\n(.*?)```", readme, re.DOTALL)
    start = (ROOT / "docs/getting-started.md").read_text(encoding="utf-8")
    (part,) = re.findall(r"```console\n\$ (proposal-lint [^\n]+)\n(.*?)```", start, re.DOTALL)
    assert blocks
    assert part[0] == blocks[0][0]
    assert part[1] in blocks[0][1]
    for command, shown in blocks:
        call = [sys.executable, "-m", "linter", *shlex.split(command)[1:]]
        environment = {k: v for k, v in os.environ.items() if k not in ("FORCE_COLOR", "COLUMNS", "NO_COLOR")}
        done = subprocess.run(call, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
        assert done.stdout == shown


def test_ci_runs_the_commands_of_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    commands = re.findall(r"^python3 -m venv \.venv && (.+)$", readme, re.MULTILINE)
    assert len(commands) == 2
    ci = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    for command in commands:
        for part in command.split(" && "):
            assert part in ci, part
