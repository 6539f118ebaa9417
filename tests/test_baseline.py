"""Known findings: what a baseline sets aside, how it shrinks, and what a broken one says."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from linter.baseline import Baseline, BaselineError
from linter.finding import Finding, Severity


def finding(start: int, fingerprint: str = "aaaa", rule: str = "contact/email") -> Finding:
    return Finding(rule, Severity.ERROR, "", start, start + 1, "x", fingerprint)


def baseline(folder: Path, *entries: tuple[str, str, str, int]) -> Baseline:
    return Baseline(folder / "known.json", {(path, rule, print_): count for path, rule, print_, count in entries})


def test_what_is_known_is_set_aside_as_often_as_it_counts(tmp_path: Path) -> None:
    known = baseline(tmp_path, ("a.txt", "contact/email", "aaaa", 2))
    found = [finding(0), finding(5), finding(9), finding(12, "bbbb"), finding(15, rule="contact/phone")]
    assert known.split(tmp_path / "a.txt", found) == (found[2:], 2)
    assert known.split(tmp_path / "b.txt", found) == (found, 0)


def test_paths_are_relative_to_the_baseline_with_slashes(tmp_path: Path) -> None:
    known = baseline(tmp_path / "ci")
    assert known.key(tmp_path / "ci" / "x" / "a.txt") == "x/a.txt"
    assert known.key(tmp_path / "a.txt") == "../a.txt"


def test_what_is_gone_is_told(tmp_path: Path) -> None:
    known = baseline(tmp_path, ("a.txt", "contact/email", "aaaa", 2), ("a.txt", "contact/email", "bbbb", 1))
    assert known.gone(tmp_path / "a.txt", [finding(0), finding(1, "cccc")]) == 2
    assert known.gone(tmp_path / "b.txt", []) == 0


def test_it_is_written_sorted_an_entry_a_line(tmp_path: Path) -> None:
    entries = [
        ("b.txt", "contact/email", "aaaa", 1),
        ("ä.txt", "contact/email", "bbbb", 2),
        ("b.txt", "contact/phone", "aaaa", 1),
        ("b/c.txt", "contact/email", "aaaa", 1),
    ]
    random.shuffle(entries)
    known = baseline(tmp_path, *entries)
    known.write()
    assert known.file.read_text(encoding="utf-8") == (
        '{"findings": [\n'
        '  {"path": "b.txt", "rule": "contact/email", "fingerprint": "aaaa", "count": 1},\n'
        '  {"path": "b.txt", "rule": "contact/phone", "fingerprint": "aaaa", "count": 1},\n'
        '  {"path": "b/c.txt", "rule": "contact/email", "fingerprint": "aaaa", "count": 1},\n'
        '  {"path": "ä.txt", "rule": "contact/email", "fingerprint": "bbbb", "count": 2}\n'
        "]}\n"
    )
    assert Baseline.read(known.file) == known


def test_an_empty_one_is_a_baseline_too(tmp_path: Path) -> None:
    known = baseline(tmp_path)
    known.write()
    assert json.loads(known.file.read_text(encoding="utf-8")) == {"findings": []}
    assert Baseline.read(known.file) == known


def test_renewing_takes_what_is_there_now(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).touch()
    known = baseline(
        tmp_path,
        ("a.txt", "contact/email", "aaaa", 3),
        ("a.txt", "contact/email", "bbbb", 1),
        ("b.txt", "contact/email", "aaaa", 1),
        ("removed.txt", "contact/email", "aaaa", 1),
    )
    now = {tmp_path / "a.txt": [finding(0), finding(1), finding(2, "cccc")]}
    assert known.renewed(now, shrink=False).counts == {
        ("a.txt", "contact/email", "aaaa"): 2,
        ("a.txt", "contact/email", "cccc"): 1,
        ("b.txt", "contact/email", "aaaa"): 1,
    }
    assert known.renewed(now, shrink=True).counts == {
        ("a.txt", "contact/email", "aaaa"): 2,
        ("b.txt", "contact/email", "aaaa"): 1,
    }


ENTRY = '{"path": "a.txt", "rule": "contact/email", "fingerprint": "aaaa", "count": 1}'


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "known.json:1:1: the baseline is not JSON: expecting value."),
        ('{"findings": [\n<<<<<<< HEAD\n]}', "known.json:2:1: the baseline is not JSON"),
        ("[]", "this is no baseline: "),
        ('{"findings": {}}', "this is no baseline: findings: input should be a valid list."),
        ('{"findings": [], "version": 1}', "this is no baseline: version: extra inputs are not permitted."),
        ('{"findings": [{"path": "a"}]}', "this is no baseline: findings.0.rule: field required."),
        (f'{{"findings": [{ENTRY.replace("1}", "0}")}]}}', "findings.0.count: input should be greater than or equal to 1."),
        (f'{{"findings": [{ENTRY.replace("1}", "true}")}]}}', "findings.0.count: input should be a valid integer."),
        (
            f'{{"findings": [\n{ENTRY},\n{ENTRY}\n]}}',
            "known.json:3:60: the baseline names contact/email aaaa in a.txt twice. Remove one of the two.",
        ),
        ("[" * 100_000, "nested too deeply"),
    ],
)  # fmt: skip
def test_a_broken_one_says_where_and_how_to_mend_it(tmp_path: Path, text: str, problem: str) -> None:
    (tmp_path / "known.json").write_text(text, encoding="utf-8")
    with pytest.raises(BaselineError) as error:
        Baseline.read(tmp_path / "known.json")
    assert problem in str(error.value)
    assert error.value.remedy


def test_other_broken_ones(tmp_path: Path) -> None:
    (tmp_path / "latin.json").write_bytes(b'{"findings": ["\xe9"]}')
    for path, problem in (("latin.json", "not UTF-8"), ("none.json", "no such baseline"), (".", "cannot be read")):
        with pytest.raises(BaselineError, match=problem):
            Baseline.read(tmp_path / path)
