"""`proposal-lint config show|init|schema`"""

from __future__ import annotations

import json
from pathlib import Path

from linter.config import Configuration, read_config, schema
from linter.yaml import load_yaml

from .conftest import Run


def test_show_tells_what_holds_and_who_said_it(run: Run, folder: Path) -> None:
    Path(".proposal-lint.yaml").write_text(
        "stage: ended\nignore: [contact/website]\n"
        "overrides:\n- {files: ['p/*'], document: profile, ignore: [contact]}\n"
        "communication: {tools: [Slack], hours: 9-17 CET}\nrules-dir: r\nexclude: [old/]\n",
        encoding="utf-8",
    )
    Path("r").mkdir()
    Path("p").mkdir()
    Path("p/a.txt").write_text("---\nstage: contract\n---\nx\n", encoding="utf-8")
    found = run("config", "show", "p/a.txt")
    assert (found.code, found.err) == (0, "")
    assert f"# configuration: {folder / '.proposal-lint.yaml'}" in found.out
    assert "stage: contract  # front matter" in found.out
    assert "document: profile  # override 1 in" in found.out
    assert "platform: upwork  # default" in found.out
    assert 'ignore: ["contact"]  # override' in found.out
    values = load_yaml(found.out.replace('ignore: ["contact"]', 'x: ["contact"]'), "x").values
    assert values["communication"]["tools"] == ["Slack"]
    assert "stage: ended" in run("config", "show").out
    assert "# configuration: none" in run("config", "show", "--isolated").out


def test_show_says_what_is_wrong(run: Run) -> None:
    Path(".proposal-lint.yaml").write_text("ignore: [contact/emial]\n", encoding="utf-8")
    found = run("config", "show")
    assert (found.code, found.out) == (2, "")
    assert ".proposal-lint.yaml:1:10: no rule is called 'contact/emial'" in found.err


def test_init_writes_a_file_that_says_the_defaults_and_never_overwrites(run: Run) -> None:
    assert run("config", "init").code == 0
    path = Path(".proposal-lint.yaml")
    before = path.read_text(encoding="utf-8")
    assert "# yaml-language-server: $schema=" in before
    values = read_config(path).values
    assert (values.platform, values.document, values.fail_level) == ("upwork", "proposal", "warning")
    path.write_text("stage: ended\n", encoding="utf-8")
    found = run("config", "init")
    assert found.code == 2
    assert "is there already" in found.err
    assert path.read_text(encoding="utf-8") == "stage: ended\n"


def test_every_example_of_the_starter_file_can_be_switched_on(run: Run) -> None:
    run("config", "init")
    path = Path(".proposal-lint.yaml")
    lines = path.read_text(encoding="utf-8").splitlines()
    keys = ("waive", "select", "ignore", "exclude", "rules-dir", "baseline", "overrides", "communication", "  ")
    on = [line[2:] if line.startswith("# ") and line[2:].startswith(keys) else line for line in lines]
    path.write_text("\n".join(on), encoding="utf-8")
    values = read_config(path).values
    unset = [name for name in Configuration.model_fields if not getattr(values, name)]
    assert unset == ["extend_select"]
    assert len(values.overrides) == 2
    assert values.communication.boundaries


def test_init_leaves_a_pyproject_in_peace(run: Run) -> None:
    Path("pyproject.toml").write_text("[tool.proposal-lint]\nstage = 'ended'\n", encoding="utf-8")
    assert run("config", "init").code == 2
    assert not Path(".proposal-lint.yaml").exists()


def test_schema(run: Run) -> None:
    assert json.loads(run("config", "schema").out) == schema()
