"""`proposal-lint rules list|explain|test|schema`"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import jsonschema
import pytest

from linter.engine import Linter
from linter.rulebook import load_rulebook
from linter.rulebook.words import rules_folder
from linter.yaml import read_yaml

from .conftest import Run

RULE = """\
id: own/signature
level: warning
summary: Signature
message: '"{match}" is a signature.'
why: |
  Nobody asked.
match:
  - phrases: [kind regards]
examples:
  bad: ["[[Kind regards]], Jane"]
  good: ["It was kind of you."]
"""


@dataclass(frozen=True)
class Failure:
    """As the examples' check gives it."""

    path: Path
    problem: str

    def __str__(self) -> str:
        return f"{self.path}:10:1: {self.problem}"


def write_rule(folder: str = "r") -> Path:
    path = Path(folder, "own", "signature.yaml")
    path.parent.mkdir(parents=True)
    path.write_text(RULE, encoding="utf-8")
    return path


def test_list(run: Run) -> None:
    found = run("rules", "list")
    assert found.code == 0
    ids = [line.split()[0] for line in found.out.splitlines()]
    assert ids == sorted([*load_rulebook().rules, "lint/unknown-rule", "lint/unused-ignore"])
    values = json.loads(run("rules", "list", "--output-format", "json").out)
    assert [value["id"] for value in values] == ids
    assert set(values[0]) == {"id", "level", "summary"}


def test_the_rules_of_the_configuration_are_listed(run: Run) -> None:
    write_rule()
    assert "own/signature" not in run("rules", "list").out
    assert "own/signature" in run("rules", "list", "--rules-dir", "r").out
    Path(".proposal-lint.yaml").write_text("rules-dir: r\n", encoding="utf-8")
    assert "own/signature" in run("rules", "list").out
    assert "own/signature" not in run("rules", "list", "--isolated").out


def test_explain(run: Run) -> None:
    found = run("rules", "explain", "contact/email")
    assert found.code == 0
    rule = load_rulebook().rules["contact/email"]
    for text in (
        rule.summary,
        rule.why.splitlines()[0],
        "On Upwork (upwork):",
        "https://",
        "read 20",
        "evidence official",
    ):
        assert text in found.out
    assert "pre-contract error, contract off" in found.out
    value = json.loads(run("rules", "explain", "contact/email", "-f", "json").out)
    assert value["platforms"]["upwork"]["levels"]["proposal"]["pre-contract"] == "error"
    assert value["platforms"]["upwork"]["levels"]["profile"] == "error"
    assert value["examples"]["bad"]


def test_explain_a_prefix_and_the_linters_own(run: Run) -> None:
    assert "communication/tools (suggestion)" in run("rules", "explain", "communication").out
    assert "hides what may be written" in run("rules", "explain", "lint/unused-ignore").out
    assert [value["id"] for value in json.loads(run("rules", "explain", "lint", "-f", "json").out)] == [
        "lint/unknown-rule",
        "lint/unused-ignore",
    ]


@pytest.mark.parametrize("name", ["contact/emial", "zzz", "lint/unused-ignor"])
def test_explain_an_unknown_rule(run: Run, name: str) -> None:
    found = run("rules", "explain", name)
    assert found.code == 2
    assert f"no rule is called '{name}'" in found.err
    if name != "zzz":
        assert "Did you mean" in found.err


@pytest.fixture
def examples(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Stands in for the check of the examples: keeps what it is asked, and fails for rules of the user's own."""
    asked: list[list[str]] = []

    def check_examples(linter: Linter, ids: list[str]) -> Iterator[Failure]:
        asked.append(list(ids))
        rules = linter.rulebook.rules
        yield from (Failure(rules[one].path, "not found") for one in ids if one.startswith("own/"))

    monkeypatch.setattr("linter.rulebook.examples.check_examples", check_examples)
    return asked


def test_test_takes_every_rule_or_those_below_a_path(run: Run, examples: list[list[str]]) -> None:
    rules = rules_folder()
    assert run("rules", "test").code == 0
    assert examples[-1] == list(load_rulebook().rules)
    assert run("rules", "test", str(rules / "contact")).code == 0
    assert {one.partition("/")[0] for one in examples[-1]} == {"contact"}
    assert (
        run("rules", "test", str(rules / "contact" / "email.yaml"), str(rules / "off-platform/payment.yaml")).code == 0
    )
    assert examples[-1] == ["contact/email", "off-platform/payment"]
    assert run("rules", "test", str(rules / "platforms" / "upwork.yaml")).code == 0
    assert examples[-1] == []


def test_test_finds_the_folder_of_a_rule_of_ones_own(run: Run, examples: list[list[str]]) -> None:
    path = write_rule()
    for argument in (str(path), "r", "r/own"):
        found = run("rules", "test", argument)
        assert found.code == 1
        assert examples[-1] == ["own/signature"]
        assert "own/signature.yaml:10:1: not found" in found.out
    assert "1 rule with 2 examples: 1 does not hold." in found.err


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (("level: warning", "level: warning\nlevl: x"), "r/own/signature.yaml:3:1: unknown key 'levl'"),
        (("id: own/signature", "id: own/signatur"), "r/own/signature.yaml:1:1: the id is 'own/signatur'"),
        (("summary: Signature", "summary: ["), "r/own/signature.yaml:"),
    ],
)
def test_test_says_what_is_wrong_with_a_rule(run: Run, change: tuple[str, str], problem: str) -> None:
    path = write_rule()
    path.write_text(RULE.replace(*change), encoding="utf-8")
    found = run("rules", "test", "r/own/signature.yaml")
    assert (found.code, found.out) == (2, "")
    assert problem in found.err


def test_test_of_nothing_is_an_error(run: Run) -> None:
    Path("empty").mkdir()
    assert "no such file" in run("rules", "test", "nope.yaml").err
    found = run("rules", "test", "empty")
    assert found.code == 2
    assert "no rule file" in found.err


@pytest.mark.parametrize(("kind", "file"), [("rule", "contact/email.yaml"), ("platform", "platforms/upwork.yaml")])
def test_schema(run: Run, kind: str, file: str) -> None:
    value = json.loads(run("rules", "schema", kind).out)
    validator = jsonschema.Draft202012Validator(value)
    validator.validate(read_yaml(rules_folder() / file).values)
    assert not validator.is_valid({"id": "x"})
    assert json.loads(run("rules", "schema").out)["title"] == "RuleFile"
