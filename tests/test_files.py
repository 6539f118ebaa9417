"""Which drafts the paths of a command line stand for."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from linter import files
from linter.draft import MAX_BYTES, DraftError
from linter.files import Choosing, find, read


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder."""
    work = tmp_path / "work"
    work.mkdir()
    monkeypatch.chdir(work)
    return work


def write(*names: str) -> None:
    for name in names:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text("x\n", encoding="utf-8")


def ignore(folder: str, *lines: str) -> None:
    Path(folder).mkdir(parents=True, exist_ok=True)
    Path(folder, ".gitignore").write_text("\n".join(lines) + "\n", encoding="utf-8")


def found(*paths: str, choosing: Choosing | None = None) -> list[str]:
    sources = find(paths, choosing or Choosing())
    assert [source for source in sources if source.error] == []
    return [source.path for source in sources]


def errors(*paths: str, choosing: Choosing | None = None) -> dict[str, str]:
    return {source.path: str(source.error) for source in find(paths, choosing or Choosing()) if source.error}


def test_folders_are_searched_for_text_files(folder: Path) -> None:
    write("a.txt", "b.md", "c.py", "d/e.markdown", "d/f/g.TXT", "d/h.docx", ".hidden/i.txt", ".notes.txt")
    assert found(".") == [".notes.txt", "a.txt", "b.md", "d/e.markdown", "d/f/g.TXT"]
    assert found("d", "a.txt") == ["a.txt", "d/e.markdown", "d/f/g.TXT"]
    assert found(str(folder / "d")) == [str(folder / "d/e.markdown"), str(folder / "d/f/g.TXT")]


def test_a_named_file_is_taken_whatever_its_ending() -> None:
    write("c.py", ".hidden/i.txt")
    assert found("c.py", ".hidden/i.txt", ".hidden") == [".hidden/i.txt", "c.py"]


def test_no_file_comes_twice(folder: Path) -> None:
    write("a.txt", "d/b.txt")
    Path("d/link.txt").symlink_to("b.txt")
    assert found("a.txt", ".", "./a.txt", "d", str(folder / "a.txt")) == ["a.txt", "d/b.txt"]


def test_links_are_followed_and_loops_end() -> None:
    write("d/a.txt", "elsewhere/b.txt")
    Path("d/up").symlink_to("..")
    Path("d/other").symlink_to("../elsewhere")
    Path("d/self").symlink_to("self")
    assert found("d") == ["d/a.txt", "d/other/b.txt"]


def test_a_missing_path_is_an_error_beside_the_others() -> None:
    write("a.txt")
    assert [source.path for source in find(["a.txt", "nope.txt"], Choosing())] == ["a.txt", "nope.txt"]
    assert "there is no such file" in errors("a.txt", "nope.txt")["nope.txt"]


@pytest.mark.parametrize("names", [(), ("a.py",), (".hidden/a.txt",), ("d/e/a.png",)])
def test_a_folder_without_text_files_is_an_error(names: tuple[str, ...]) -> None:
    write(*names)
    assert "there is no text file in this folder" in errors(".")["."]


def test_a_folder_of_ignored_files_is_an_error_that_says_so() -> None:
    write("a.txt", "b.txt")
    choosing = Choosing(excludes=lambda path, _: path.suffix == ".txt")
    assert "(2 excluded or ignored)" in errors(".", choosing=choosing)["."]


def test_links_that_lead_nowhere_are_taken_and_fail_when_read(folder: Path) -> None:
    Path("a.txt").symlink_to("nowhere")
    assert found(".") == ["a.txt"]
    with pytest.raises(DraftError, match="no such file"):
        read(folder / "a.txt")


def test_what_is_no_regular_file_is_an_error() -> None:
    write("b.txt")
    os.mkfifo("a.txt")
    assert "not a regular file" in errors(".")["a.txt"]


def test_a_folder_named_like_a_file_is_a_folder(folder: Path) -> None:
    write("x.txt/a.txt")
    assert found("x.txt") == ["x.txt/a.txt"]
    with pytest.raises(DraftError, match="is a directory"):
        read(folder / "x.txt")


def test_too_large_a_file_is_not_read(folder: Path) -> None:
    with Path("a.txt").open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    with pytest.raises(DraftError, match="more than a draft can have"):
        read(folder / "a.txt")


def test_gitignore_holds_at_all_levels() -> None:
    Path(".git").mkdir()
    ignore(".", "*.md", "/build/", "!keep.md")
    ignore("d", "secret*", "!/shown.md")
    write("a.txt", "a.md", "keep.md", "build/a.txt", "d/build/a.txt", "d/secret.txt", "d/shown.md", "d/e/shown.md")
    assert found(".") == ["a.txt", "d/build/a.txt", "d/shown.md", "keep.md"]
    assert found("d") == ["d/build/a.txt", "d/shown.md"]
    assert "build/a.txt" in found(".", choosing=Choosing(gitignore=False))
    assert found("a.md") == ["a.md"]


def test_a_named_folder_is_entered_even_if_git_ignores_it() -> None:
    Path(".git").mkdir()
    ignore(".", "drafts/")
    write("drafts/a.txt", "b.txt")
    assert found("drafts") == ["drafts/a.txt"]
    assert found(".") == ["b.txt"]


def test_gitignore_counts_only_within_a_repository() -> None:
    ignore("..", "*.txt")
    ignore(".", "*.txt")
    write("a.txt", "d/a.txt")
    assert found(".") == ["a.txt", "d/a.txt"]


def test_a_repository_within_another_starts_afresh() -> None:
    Path(".git").mkdir()
    ignore(".", "*.txt")
    write("a.txt", "inner/a.txt", "b.md")
    Path("inner/.git").mkdir()
    assert found(".") == ["b.md", "inner/a.txt"]
    assert found("inner") == ["inner/a.txt"]


def test_a_gitignore_with_odd_lines_is_read() -> None:
    Path(".git").mkdir()
    Path(".gitignore").write_bytes(b"!\n\\\ncaf\xe9.txt\nb.txt\n")
    write("a.txt", "b.txt")
    assert found(".") == ["a.txt"]


def test_excluded_files_are_left_out_unless_named(folder: Path) -> None:
    write("a.txt", "old/b.txt", "old/deep/c.txt")
    old = folder / "old"
    choosing = Choosing(excludes=lambda path, _: path == old or old in path.parents)
    assert found(".", choosing=choosing) == ["a.txt"]
    assert found("old/b.txt", choosing=choosing) == ["old/b.txt"]
    forced = Choosing(excludes=choosing.excludes, force_exclude=True)
    assert found("old/b.txt", "old", "a.txt", choosing=forced) == ["a.txt"]


def test_standard_input_has_the_name_that_it_is_given(folder: Path) -> None:
    assert found("-", "-") == ["-"]
    source = find(["-"], Choosing(stdin_filename="d/a.txt"))[0]
    assert (source.path, source.location, source.stdin) == ("d/a.txt", folder / "d/a.txt", True)
    excluding = Choosing(excludes=lambda _, __: True, stdin_filename="d/a.txt")
    assert found("-", choosing=excluding) == ["d/a.txt"]
    assert found("-", choosing=Choosing(excluding.excludes, force_exclude=True, stdin_filename="d/a.txt")) == []


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.txt"
    files.write(file, b"one")
    assert file.stat().st_mode & 0o111 == 0
    file.chmod(0o640)
    link = tmp_path / "link"
    link.symlink_to(file)
    files.write(link, b"two")
    assert (file.read_bytes(), link.is_symlink(), file.stat().st_mode & 0o777) == (b"two", True, 0o640)

    def fail(*_: object) -> None:
        raise OSError("no")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OSError, match="no"):
        files.write(file, b"three")
    assert (file.read_bytes(), sorted(path.name for path in tmp_path.glob(".*"))) == (b"two", [])


def test_a_pipe_stays_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    files.write(pipe, b"one")
    assert os.read(reader, 10) == b"one"
    os.close(reader)
    assert pipe.is_fifo()
