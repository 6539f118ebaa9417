from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from linter.checker import Checker
from linter.lsp.analysis import Analyser, Analysis, Place

BAD = "Hi Dana,\n\nit is petra@mailnord.studio today.\n"


@pytest.fixture
def analyser(compiled: None) -> Analyser:
    return Analyser()


def _place(folder: Path, name: str = "draft.txt") -> Place:
    return Place(str(folder / name), folder / name, folder)


def _rules(analysis: Analysis) -> list[str]:
    assert analysis.result is not None
    return [finding.rule for finding in analysis.result.findings]


def test_the_folders_configuration_holds_and_each_change_of_it(analyser: Analyser, tmp_path: Path) -> None:
    config = tmp_path / ".proposal-lint.yaml"
    first = analyser.analyse(BAD, _place(tmp_path))
    assert _rules(first) == ["contact/email"]
    config.write_text("stage: contract\n")
    second = analyser.analyse(BAD, _place(tmp_path))
    assert _rules(second) == []
    config.unlink()
    third = analyser.analyse(BAD, _place(tmp_path))
    assert _rules(third) == ["contact/email"]
    assert first.generation < second.generation < third.generation
    assert analyser.refresh([tmp_path]) == third.generation


def test_a_baseline_that_changes(analyser: Analyser, tmp_path: Path) -> None:
    baseline = tmp_path / "known.json"
    (tmp_path / ".proposal-lint.yaml").write_text("baseline: known.json\n")
    baseline.write_text('{"findings": []}\n')
    place = _place(tmp_path)
    result = analyser.analyse(BAD, place).result
    assert result is not None
    [finding] = result.findings
    known = {
        "path": place.path.rpartition("/")[2],
        "rule": finding.rule,
        "fingerprint": finding.fingerprint,
        "count": 1,
    }
    baseline.write_text(json.dumps({"findings": [known]}))
    assert _rules(analyser.analyse(BAD, place)) == []
    baseline.write_text('{"findings": []}\n')
    assert _rules(analyser.analyse(BAD, place)) == ["contact/email"]


def test_a_configuration_in_a_folder_above(analyser: Analyser, tmp_path: Path) -> None:
    below = tmp_path / "a/b"
    below.mkdir(parents=True)
    assert _rules(analyser.analyse(BAD, _place(below))) == ["contact/email"]
    (tmp_path / "pyproject.toml").write_text("[tool.proposal-lint]\nstage = 'contract'\n")
    assert _rules(analyser.analyse(BAD, _place(below))) == []


def test_compiled_rules_outlive_a_changed_configuration(
    analyser: Analyser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    analyser.analyse(BAD, _place(tmp_path))
    monkeypatch.setattr("linter.engine.Linter", None)  # whatever builds another one fails
    (tmp_path / ".proposal-lint.yaml").write_text("communication: {hours: 9:00-17:00 CET}\n")
    assert _rules(analyser.analyse(BAD, _place(tmp_path))) == ["contact/email"]


def test_what_no_file_can_hold_is_an_error(analyser: Analyser, tmp_path: Path) -> None:
    for text in ("a\ud800b", "a\0b"):
        analysis = analyser.analyse(text, _place(tmp_path))
        assert analysis.result is not None and len(analysis.result.problems) == 1


def test_a_fault_of_the_linter_is_a_problem_of_the_draft(
    analyser: Analyser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_arguments: Any) -> None:
        raise RuntimeError("no such luck")

    monkeypatch.setattr(Checker, "check_draft", fail)
    analysis = analyser.analyse(BAD, _place(tmp_path))
    assert analysis.result is not None
    assert [problem.problem for problem in analysis.result.problems] == [
        "the linter failed with RuntimeError: no such luck"
    ]


def test_warming_survives_a_broken_configuration(analyser: Analyser, tmp_path: Path) -> None:
    (tmp_path / ".proposal-lint.yaml").write_text("rules-dir: nowhere\n")
    analyser.warm(tmp_path)
    (tmp_path / ".proposal-lint.yaml").write_text("ignroe: []\n")
    analyser.refresh([tmp_path])
    analyser.warm(tmp_path)
    assert _rules(analyser.analyse(BAD, Place("untitled:1", None, tmp_path / "sub"))) == []
