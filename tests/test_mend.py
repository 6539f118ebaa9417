"""Drafts fixed where they stand: byte by byte, whole or not at all."""

from __future__ import annotations

import stat
import subprocess
from pathlib import Path
from typing import Any

import pytest

from linter import files
from linter.draft import Draft
from linter.mend import unified_diff
from linter.options import Options
from linter.result import FileResult, Mended
from linter.run import check
from linter.settings import Fixing

pytestmark = pytest.mark.usefixtures("compiled")

BEFORE = "Hi Dana,\n\nTwo days, $300. Call me on (415) 555-0132 to discuss it — ça va?\n"
AFTER = BEFORE.replace("Call me on (415) 555-0132", "Message me here")


def fix(path: Path, *, unsafe: bool = False, write: bool = True, **options: Any) -> FileResult:
    (result,) = check([str(path)], Options(isolated=True, fixing=Fixing(unsafe, write), **options)).files
    return result


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "draft.txt"
    path.write_bytes(BEFORE.encode())
    return path


def test_a_draft_is_fixed_and_the_outcome_tells_what_is_left(draft: Path) -> None:
    draft.write_bytes((BEFORE + "We both save the Upwork fee.\n").encode())
    result = fix(draft)
    assert draft.read_text(encoding="utf-8") == AFTER + "We both save the Upwork fee.\n"
    assert result.mended is not None
    assert result.mended.count == 2
    assert [finding.rule for finding in result.findings] == ["off-platform/payment"]
    assert result.draft == Draft.from_text(draft.read_text(encoding="utf-8"), str(draft))


@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_nothing_else_changes_by_a_byte(draft: Path, bom: bytes, newline: str) -> None:
    draft.write_bytes(bom + BEFORE.replace("\n", newline).encode())
    fix(draft)
    assert draft.read_bytes() == bom + AFTER.replace("\n", newline).encode()


def test_permissions_and_links_are_kept(draft: Path, tmp_path: Path) -> None:
    draft.chmod(0o640)
    (tmp_path / "sub").mkdir()
    link = tmp_path / "sub" / "link.txt"
    link.symlink_to("../draft.txt")
    fix(link)
    assert link.is_symlink()
    assert draft.read_text(encoding="utf-8") == AFTER
    assert stat.S_IMODE(draft.stat().st_mode) == 0o640
    assert sorted(path.name for path in tmp_path.iterdir()) == ["draft.txt", "sub"]


def test_a_clean_draft_is_not_touched(draft: Path) -> None:
    draft.write_bytes(AFTER.encode())
    before = draft.stat()
    assert fix(draft).mended is None
    assert (draft.stat().st_ino, draft.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_a_second_run_changes_nothing(draft: Path) -> None:
    fix(draft, unsafe=True)
    once = draft.read_bytes()
    assert fix(draft, unsafe=True).mended is None
    assert draft.read_bytes() == once


def test_what_would_be_fixed_is_told_and_not_written(draft: Path) -> None:
    result = fix(draft, write=False)
    assert draft.read_text(encoding="utf-8") == BEFORE
    assert result.mended == Mended(BEFORE.encode(), AFTER.encode(), 2)


@pytest.mark.parametrize(
    "directive",
    ["%% proposal-lint: ignore-file[contact/phone, off-platform]\n", "%% proposal-lint: ignore-next[contact]\n"],
)
def test_what_a_directive_takes_back_is_not_fixed(draft: Path, directive: str) -> None:
    text = directive + BEFORE.removeprefix("Hi Dana,\n\n")
    draft.write_bytes(text.encode())
    assert fix(draft).mended is None
    assert draft.read_text(encoding="utf-8") == text


def test_a_fix_of_one_finding_leaves_a_suppressed_one_beside_it(draft: Path) -> None:
    text = "Two days. Email me at jane@tallpine.io or call 555-867-5309. <!-- proposal-lint: ignore[contact/email, off-platform] asked -->\n"
    draft.write_text(text, encoding="utf-8")
    fix(draft, unsafe=True)
    assert "jane@tallpine.io" in draft.read_text(encoding="utf-8")
    assert "proposal-lint: ignore" in draft.read_text(encoding="utf-8")


def test_a_dead_directive_is_taken_out(draft: Path) -> None:
    draft.write_text(
        "%% proposal-lint: ignore-next[contact/email]\nTwo days. <!-- proposal-lint: ignore[contact] --> Call 555-867-5309.\n"
        "<!-- proposal-lint: ignore[contact/email, contact/phone] demo -->\nTel. 555-867-5309\n",
        encoding="utf-8",
    )
    fix(draft)
    assert draft.read_text(encoding="utf-8") == (
        "Two days. <!-- proposal-lint: ignore[contact] --> Call 555-867-5309.\n"
        "<!-- proposal-lint: ignore[contact/phone] demo -->\nTel. 555-867-5309\n"
    )


def test_a_selection_is_all_that_is_fixed(draft: Path) -> None:
    from linter.settings import Flags, Selection

    draft.write_text("Two days.\n\n- Tel. 555-867-5309\n- jane@tallpine.io\n- Lisbon\n", encoding="utf-8")
    fix(draft, flags=Flags(selection=Selection(("contact/phone",))))
    assert draft.read_text(encoding="utf-8") == "Two days.\n\n- jane@tallpine.io\n- Lisbon\n"


def test_a_draft_with_a_problem_is_left_as_it_is(draft: Path) -> None:
    text = "%% proposal-lint: ignore-file[contact/fone]\n" + BEFORE
    draft.write_text(text, encoding="utf-8")
    result = fix(draft)
    assert "contact/fone" in result.problems[0].problem
    assert draft.read_text(encoding="utf-8") == text


def test_masks_are_for_the_report_alone(draft: Path) -> None:
    draft.write_text(BEFORE + "We both save the Upwork fee.\n", encoding="utf-8")
    result = fix(draft, redact=True)
    assert draft.read_text(encoding="utf-8") == AFTER + "We both save the Upwork fee.\n"
    assert "save the Upwork fee" not in str(result.findings)


def test_a_file_that_cannot_be_written_is_a_problem(draft: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path, data: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files, "write", full)
    result = fix(draft)
    assert str(result.problems[0]).endswith(
        "the fixed file cannot be written: No space left on device. Mend its permissions."
    )
    assert [finding.rule for finding in result.findings] == ["off-platform/invitation", "contact/phone"]
    assert draft.read_text(encoding="utf-8") == BEFORE


def test_a_file_that_somebody_else_changes_is_not_written_over(draft: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read = files.read
    asked: list[Path] = []

    def changed(path: Path) -> bytes:
        asked.append(path)
        return read(path) + b"More." * (len(asked) > 1)

    monkeypatch.setattr(files, "read", changed)
    assert "has changed meanwhile" in fix(draft).problems[0].problem
    assert draft.read_text(encoding="utf-8") == BEFORE


def test_standard_input_comes_back_fixed_or_as_it_was() -> None:
    def run(data: bytes) -> FileResult:
        (result,) = check(["-"], Options(isolated=True, fixing=Fixing()), lambda: data).files
        return result

    mended = run(BEFORE.encode()).mended
    assert mended is not None
    assert mended.after == AFTER.encode()
    for data in (AFTER.encode(), b"\xff\xfe broken", b"%% proposal-lint: ignore-file[x]\nCall 555-867-5309"):
        assert run(data).mended == Mended(data, data)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (BEFORE, AFTER),
        ("one\r\ntwo\r\nthree\r\n", "one\r\nthree\r\n"),
        ("one\ntwo", "one"),
        ("one\ntwo\u2028three\x0bfour\n", "one\n"),
        ("\ufeffone\ntwo\n", "\ufefftwo\n"),
    ],
)
def test_a_diff_is_a_patch(tmp_path: Path, before: str, after: str) -> None:
    (tmp_path / "a b.txt").write_bytes(before.encode())
    patch = unified_diff("a b.txt", Mended(before.encode(), after.encode()))
    git = ["git", "-c", "core.autocrlf=false", "apply", "--unsafe-paths", "-"]
    subprocess.run(git, cwd=tmp_path, input=patch.encode(), check=True)
    assert (tmp_path / "a b.txt").read_bytes() == after.encode()
