"""A folder of files that only save time: any of them may be missing, broken or somebody else's, and nobody minds.

Nothing here raises for a full disk, a folder that cannot be written, or a file that was cut short: what cannot be read in full,
as it was written, by a file of our own that nobody else may write to, is not there. Every file is written aside and then moved
into place, so that any number of processes may read and write at once.
"""

from __future__ import annotations

import contextlib
import os
import stat

try:
    from _blake2 import blake2b  # what hashlib gives; hashlib itself loads OpenSSL
except ImportError:  # pragma: no cover  (another Python)
    from hashlib import blake2b

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

MAX_BYTES = 32_000_000  # of one file
SHARD_FILES = 40  # in each of the 256 folders of a kind, and
SHARD_BYTES = 400_000  # together: 10,000 files and 100 MB of a kind at most
_SIZE = 20  # of a digest, in bytes
KINDS = ("answers", "findings", "patterns", "pieces", "rules")
_MARK = b"proposal-lint 1\n"
_ABANDONED = 3600.0  # seconds after which a file that was not moved into place never will be


def digest(parts: Iterable[bytes]) -> str:
    """A fingerprint of some bytes, 40 hexadecimal digits; parts do not run into each other."""
    total = blake2b(digest_size=_SIZE)
    for part in parts:
        total.update(len(part).to_bytes(8, "little"))
        total.update(part)
    return total.hexdigest()


def default_folder() -> str:
    """The folder for this user's files: `PROPOSAL_LINT_CACHE_DIR`, or where the system keeps caches."""
    given = os.environ.get("PROPOSAL_LINT_CACHE_DIR")
    if given:
        return os.path.abspath(given)
    import platformdirs  # noqa: PLC0415

    return platformdirs.user_cache_dir("proposal-lint", appauthor=False)


class Store:
    """Bytes by name, in a folder that only its owner may write to. A name is one of `KINDS`, `/` and a digest."""

    def __init__(self, folder: str) -> None:
        self.folder = folder

    def get(self, name: str) -> bytes | None:
        """What was put under a name; None where it is not there in full."""
        try:
            file = os.open(self._path(name), os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0))
        except (OSError, ValueError):
            return None
        try:
            status = os.fstat(file)
            if not (stat.S_ISREG(status.st_mode) and _is_ours(status) and status.st_size <= MAX_BYTES):
                return None
            with os.fdopen(file, "rb", closefd=False) as stream:
                data = stream.read(MAX_BYTES + 1)
        except OSError:
            return None
        finally:
            os.close(file)
        head, body = data[: len(_MARK) + _SIZE], data[len(_MARK) + _SIZE :]
        return body if head == _MARK + _seal(name, body) else None

    def put(self, name: str, data: bytes) -> bool:
        """Keep bytes under a name, dropping the oldest of their shard where it is full; False where that did not work."""
        path = self._path(name)
        folder = os.path.dirname(path)
        aside = f"{path}.{os.getpid()}.{os.urandom(6).hex()}.tmp"
        try:
            if len(data) > MAX_BYTES - 100 or not self._prepare(folder):
                return False
            file = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
        except OSError:
            return False
        try:
            with os.fdopen(file, "wb") as stream:
                stream.write(_MARK + _seal(name, data) + data)
            os.replace(aside, path)
        except OSError:
            with contextlib.suppress(OSError):
                os.unlink(aside)
            return False
        _tidy(folder, path)
        return True

    def clean(self) -> tuple[int, int]:
        """Remove what was put here, and nothing else; how many files those were, and their bytes. Raises `OSError`."""
        count = size = 0
        for kind in KINDS:
            for folder in _entries(os.path.join(self.folder, kind)):
                for file in _entries(folder.path):
                    if _is_own(file.name):
                        size += file.stat(follow_symlinks=False).st_size
                        os.unlink(file.path)
                        count += 1
                _remove_empty(folder.path)
            _remove_empty(os.path.join(self.folder, kind))
        _remove_empty(self.folder)
        return count, size

    def _prepare(self, folder: str) -> bool:
        """Make the shard's folder where it is missing; whether it is ours to write to, not root's in somebody's home or another's."""
        if not os.path.isdir(folder):
            os.makedirs(os.path.dirname(self.folder), exist_ok=True)
            for part in (self.folder, os.path.dirname(folder), folder):
                with contextlib.suppress(FileExistsError):
                    os.mkdir(part, 0o700)
        return all(_is_ours(os.stat(part), stat.S_IWOTH) for part in (self.folder, folder))

    def _path(self, name: str) -> str:
        kind, _, key = name.partition("/")
        return os.path.join(self.folder, kind, key[:2], key + ".bin")


def _seal(name: str, data: bytes) -> bytes:
    """What shows that a file is whole, and is the one of its name."""
    return bytes.fromhex(digest((name.encode(), data)))


def _entries(folder: str) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except (FileNotFoundError, NotADirectoryError):
        return []


def _remove_empty(folder: str) -> None:
    with contextlib.suppress(OSError):  # not empty: something that is not ours lies in it
        os.rmdir(folder)


def _is_own(name: str) -> bool:
    """Whether a file is named as those that are put here, or put aside for it."""
    key, _, ending = name.partition(".")
    own = ending == "bin" or (ending.startswith("bin.") and ending.endswith(".tmp"))
    return own and len(key) == 2 * _SIZE and all(digit in "0123456789abcdef" for digit in key)


def _is_ours(status: os.stat_result, others: int = stat.S_IWGRP | stat.S_IWOTH) -> bool:
    """Whether this process's user owns it, and none of the `others` may write to it. Only POSIX tells."""
    if not hasattr(os, "geteuid"):  # the user's folder is private there
        return True
    return status.st_uid == os.geteuid() and not status.st_mode & others


def _tidy(folder: str, newest: str) -> None:
    """Drop the oldest files of a folder until the rest are few and small; and what killed processes left behind."""
    try:
        found = [(file.stat(follow_symlinks=False), file.path) for file in _entries(folder) if _is_own(file.name)]
        found.sort(key=lambda one: (one[1] == newest, one[0].st_mtime_ns), reverse=True)
        size = 0
        for number, (status, path) in enumerate(found):
            size += status.st_size
            if path.endswith(".tmp"):
                unwanted = found[0][0].st_mtime - status.st_mtime > _ABANDONED
            else:
                unwanted = number > 0 and (number >= SHARD_FILES or size > SHARD_BYTES)
            if unwanted:
                os.unlink(path)
    except OSError:  # another process was quicker
        return
