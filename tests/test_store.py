"""Stored files only save time: nothing breaks where they are broken, missing, somebody else's, or fought over."""

from __future__ import annotations

import errno
import multiprocessing
import os
import stat
from pathlib import Path

import pytest

from linter import store as module
from linter.store import SHARD_BYTES, SHARD_FILES, Store, default_folder, digest

KEY = digest((b"a", b"b"))
NAME = f"answers/{KEY}"


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(str(tmp_path / "cache"))


def file_of(store: Store, name: str = NAME) -> Path:
    """Where a store keeps a name."""
    return Path(store._path(name))


def test_what_is_put_is_got(store: Store) -> None:
    assert store.get(NAME) is None
    assert store.put(NAME, b"one")
    assert store.put(NAME, b"two")
    assert store.get(NAME) == b"two"
    assert store.get(f"rules/{KEY}") is None


def test_parts_of_a_digest_do_not_run_into_each_other() -> None:
    assert len({digest((b"ab", b"c")), digest((b"a", b"bc")), digest((b"abc",)), digest((b"abc", b""))}) == 4
    assert len(KEY) == 40


@pytest.mark.parametrize("keep", [0, 1, 30, -1])
def test_a_file_cut_short_is_not_there(store: Store, keep: int) -> None:
    store.put(NAME, b"an answer of some length")
    whole = file_of(store).read_bytes()
    file_of(store).write_bytes(whole[:keep])
    assert store.get(NAME) is None
    assert store.put(NAME, b"again")
    assert store.get(NAME) == b"again"


def test_a_changed_byte_or_another_name_is_noticed(store: Store) -> None:
    store.put(NAME, b"an answer")
    data = bytearray(file_of(store).read_bytes())
    data[-3] ^= 1
    file_of(store).write_bytes(data)
    assert store.get(NAME) is None
    store.put(NAME, b"an answer")
    other = f"answers/{digest((b'other',))}"
    file_of(store, other).parent.mkdir(parents=True, exist_ok=True)
    os.link(file_of(store), file_of(store, other))
    assert store.get(other) is None


def test_files_are_the_users_alone_whatever_the_umask(store: Store) -> None:
    before = os.umask(0o002)
    try:
        assert store.put(NAME, b"x")
    finally:
        os.umask(before)
    path = file_of(store)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert {stat.S_IMODE(folder.stat().st_mode) for folder in list(path.parents)[:3]} == {0o700}


@pytest.mark.parametrize("mode", [0o620, 0o602])
def test_a_file_that_others_may_write_to_is_not_read(store: Store, mode: int) -> None:
    store.put(NAME, b"x")
    file_of(store).chmod(mode)
    assert store.get(NAME) is None


def test_another_users_files_are_neither_read_nor_added_to(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.put(NAME, b"x")
    monkeypatch.setattr(os, "geteuid", lambda: 4242)
    assert store.get(NAME) is None
    assert not store.put(f"rules/{KEY}", b"y")


def test_a_folder_that_all_may_write_to_is_not_used(store: Store) -> None:
    Path(store.folder).mkdir()
    Path(store.folder).chmod(0o777)
    assert not store.put(NAME, b"x")


def test_a_symbolic_link_is_not_followed(store: Store, tmp_path: Path) -> None:
    store.put(NAME, b"x")
    moved = tmp_path / "moved"
    file_of(store).rename(moved)
    file_of(store).symlink_to(moved)
    assert store.get(NAME) is None


def test_a_folder_that_cannot_be_made_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    store = Store(str(tmp_path / "file" / "cache"))
    assert not store.put(NAME, b"x")
    assert store.get(NAME) is None
    assert store.clean() == (0, 0)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_folder_is_no_error(store: Store) -> None:
    store.put(NAME, b"x")
    file_of(store).parent.chmod(0o500)
    assert not store.put(NAME, b"y")
    assert store.get(NAME) == b"x"


@pytest.mark.parametrize("call", ["open", "replace", "mkdir"])
def test_a_full_or_read_only_disk_is_no_error(store: Store, monkeypatch: pytest.MonkeyPatch, call: str) -> None:
    def fail(*args: object, **kwargs: object) -> None:
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr(module.os, call, fail)
    assert not store.put(NAME, b"x")
    monkeypatch.undo()
    assert store.get(NAME) is None
    assert [path for path in Path(store.folder).rglob("*") if path.is_file()] == []


def test_a_disk_that_fills_while_writing_leaves_nothing_behind(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    class Full:
        def __init__(self, number: int) -> None:
            self.number = number

        def __enter__(self) -> Full:
            return self

        def __exit__(self, *error: object) -> None:
            os.close(self.number)

        def write(self, data: bytes) -> None:
            os.write(self.number, data[:5])
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(module.os, "fdopen", lambda number, mode: Full(number))
    assert not store.put(NAME, b"x")
    monkeypatch.undo()
    assert store.get(NAME) is None
    assert [path for path in Path(store.folder).rglob("*") if path.is_file()] == []


def test_a_shard_keeps_the_newest_within_bounds(store: Store) -> None:
    names = [f"answers/{'ab' + digest((str(number).encode(),))[2:]}" for number in range(SHARD_FILES + 10)]
    for number, name in enumerate(names):
        store.put(name, b"x" * 100)
        os.utime(file_of(store, name), (number, number))
    assert [store.get(name) is not None for name in names] == [False] * 10 + [True] * SHARD_FILES
    store.put(names[0], b"y" * SHARD_BYTES * 2)
    assert [name for name in names if store.get(name) is not None] == names[:1]


def test_what_a_killed_process_left_is_removed(store: Store) -> None:
    store.put(NAME, b"x")
    litter = Path(f"{file_of(store)}.123.abcdef.tmp")
    fresh = Path(f"{file_of(store)}.124.abcdef.tmp")
    litter.write_bytes(b"half")
    fresh.write_bytes(b"half")
    os.utime(litter, (1, 1))
    store.put(NAME, b"y")
    assert (litter.exists(), fresh.exists()) == (False, True)


def test_cleaning_removes_what_was_put_and_nothing_else(store: Store) -> None:
    store.put(NAME, b"x")
    store.put(f"rules/{KEY}", b"y")
    mine = file_of(store).with_name("letter.bin")
    mine.write_bytes(b"dear")
    assert store.clean()[0] == 2
    assert store.get(NAME) is None
    assert mine.exists()
    mine.unlink()
    assert store.clean() == (0, 0)
    assert not Path(store.folder).exists()


def _fight(folder: str, number: int) -> int:
    """Write and read one name again and again; how often something was read that nobody wrote."""
    store, wrong = Store(folder), 0
    for turn in range(60):
        store.put(NAME, bytes([65 + number]) * (1000 + 100 * turn))
        data = store.get(NAME)
        wrong += data is not None and (len(set(data)) != 1 or len(data) < 1000)
    return wrong


def test_many_processes_write_at_once(store: Store) -> None:
    with multiprocessing.get_context("spawn").Pool(4) as pool:
        assert sum(pool.starmap(_fight, [(store.folder, number) for number in range(4)])) == 0
    assert store.get(NAME) is not None
    assert len(list(file_of(store).parent.iterdir())) == 1


def test_the_folder_is_the_users_cache(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("PROPOSAL_LINT_CACHE_DIR", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert default_folder().endswith("proposal-lint")
    monkeypatch.setenv("PROPOSAL_LINT_CACHE_DIR", str(tmp_path / "mine"))
    assert default_folder() == str(tmp_path / "mine")
