"""Find the drafts that the paths of a command line stand for, and read their bytes; write files whole or not at all."""

from __future__ import annotations

import errno
import os
import secrets
import stat
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from linter.config import is_pattern, spec_of
from linter.draft import MAX_BYTES, DraftError

if TYPE_CHECKING:
    import pathspec

    Ignores = tuple[tuple[Path, pathspec.GitIgnoreSpec], ...]

TEXT_ENDINGS = frozenset((".txt", ".text", ".md", ".markdown", ".mdown", ".mkd"))
STDIN = "-"

Excludes = Callable[[Path, bool], bool]


@dataclass(frozen=True, slots=True)
class Source:
    """A draft to read: the path to report, and the absolute place; `error` where it cannot be read."""

    path: str
    location: Path | None = None
    error: DraftError | None = None
    stdin: bool = False


@dataclass(frozen=True, slots=True)
class Choosing:
    """How drafts are chosen. `excludes` answers for an absolute path, and whether it is a folder."""

    excludes: Excludes = lambda _path, _folder: False
    force_exclude: bool = False
    gitignore: bool = True
    stdin_filename: str | None = None


def find(paths: Sequence[str], choosing: Choosing) -> list[Source]:
    """The drafts that the paths stand for, sorted by path, none twice; a path that gives none comes with its error.

    A file named explicitly is always taken, unless it is excluded and `force_exclude` is set.
    """
    found: dict[str, Source] = {}
    for path in dict.fromkeys(paths):
        for source in _sources(path, choosing):
            key = os.path.realpath(source.location) if source.location is not None else source.path
            found.setdefault(STDIN if source.stdin else key, source)
    return sorted(found.values(), key=lambda source: source.path)


def read(path: Path) -> bytes:
    """The bytes of a file, at most one more than a draft may have. Raises `DraftError`."""
    try:
        with path.open("rb") as file:
            size = os.fstat(file.fileno()).st_size
            if size > MAX_BYTES:
                raise DraftError(
                    f"{size:,} bytes are more than a draft can have ({MAX_BYTES:,})",
                    "Split the file, or exclude it.",
                    0,
                    0,
                )
            return file.read(MAX_BYTES + 1)
    except OSError as error:
        raise _unreadable(error) from None


def write(path: Path, data: bytes) -> None:
    """Write a file whole or not at all, with the permissions that it has; links are followed. Raises `OSError`."""
    target = Path(os.path.realpath(path))
    if target.exists() and not target.is_file():  # a pipe or a device takes bytes, not another file in its place
        target.write_bytes(data)
        return
    mode = target.stat().st_mode if target.exists() else None
    if mode is not None and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(target))
    draft = target.with_name(f".{target.name[:100]}.{secrets.token_hex(4)}")
    try:
        with draft.open("xb") as file:
            file.write(data)
        if mode is not None:
            draft.chmod(stat.S_IMODE(mode))
        draft.replace(target)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise


def absolute(path: str) -> Path:
    """The absolute path, symbolic links left as they are: configuration is looked for where the user sees the file."""
    return Path(os.path.abspath(path))  # noqa: PTH100


def _sources(path: str, choosing: Choosing) -> Iterator[Source]:
    if path == STDIN:
        name = choosing.stdin_filename
        location = absolute(name) if name is not None else None
        if location is None or not (choosing.force_exclude and choosing.excludes(location, False)):
            yield Source(name or STDIN, location, stdin=True)
        return
    location = absolute(path)
    try:
        mode = location.stat().st_mode
    except (OSError, ValueError) as error:
        yield Source(path, location, _unreadable(error))
        return
    if choosing.force_exclude and choosing.excludes(location, stat.S_ISDIR(mode)):
        return
    if not stat.S_ISDIR(mode):
        yield Source(path, location)
        return
    ignores = _ignores_above(location) if choosing.gitignore else ()
    if _ignored(location, True, ignores):  # but named: what ignores it has no say about what is in it
        ignores = ((location, spec_of([])),)
    walk = _Walk(choosing)
    yield from walk.folder(Path(path), location, ignores)
    if not walk.taken:
        problem = "there is no text file in this folder to check"
        if walk.passed_over:
            problem += f" ({walk.passed_over} excluded or ignored)"
        remedy = f"Name the file itself; taken from folders are {', '.join(sorted(TEXT_ENDINGS))}."
        yield Source(path, location, DraftError(problem, remedy, 0, 0))


@dataclass(slots=True)
class _Walk:
    """One walk through a folder: remembers where it has been, and how many files it took and passed over."""

    choosing: Choosing
    taken: int = 0
    passed_over: int = 0
    been: set[tuple[int, int]] = field(default_factory=set)

    def folder(self, path: Path, location: Path, ignores: Ignores) -> Iterator[Source]:
        """The drafts in a folder and below."""
        try:
            status = location.stat()
            if (status.st_dev, status.st_ino) in self.been:  # a symbolic link back, or a second one here
                return
            self.been.add((status.st_dev, status.st_ino))
            entries = sorted(os.scandir(location), key=lambda entry: entry.name)
        except OSError as error:
            self.taken += 1
            yield Source(str(path), location, _unreadable(error))
            return
        if self.choosing.gitignore:
            ignores = _ignores_in(location, ignores)
        for entry in entries:
            yield from self._entry(entry, path / entry.name, location / entry.name, ignores)

    def _entry(self, entry: os.DirEntry[str], path: Path, location: Path, ignores: Ignores) -> Iterator[Source]:
        folder = location.is_dir()  # an entry's own answer raises for a link to itself
        if folder and entry.name.startswith("."):
            return
        if not folder and path.suffix.lower() not in TEXT_ENDINGS:
            return
        if _ignored(location, folder, ignores) or self.choosing.excludes(location, folder):
            self.passed_over += not folder
            return
        if folder:
            yield from self.folder(path, location, ignores)
            return
        self.taken += 1
        if location.is_file() or location.is_symlink():  # a dangling link is an error when it is read
            yield Source(str(path), location)
        else:
            yield Source(str(path), location, DraftError("this is not a regular file", "Exclude it.", 0, 0))


def _ignores_above(folder: Path) -> Ignores:
    """The .gitignore files from the root of the folder's repository down to its parent; none outside a repository."""
    above: list[Path] = []
    for parent in (folder, *folder.parents):
        if parent != folder:
            above.append(parent)
        if (parent / ".git").exists():
            break
    else:
        return ()
    ignores: Ignores = ((folder, spec_of([])),)  # says: we are in a repository
    for parent in reversed(above):
        ignores = _ignores_in(parent, ignores)
    return ignores


def _ignores_in(folder: Path, ignores: Ignores) -> Ignores:
    """What is ignored in a folder, given what is ignored above: a repository within another starts afresh."""
    repository = (folder / ".git").exists()
    if repository:
        ignores = ((folder, spec_of([])),)
    if not ignores:
        return ()
    try:
        lines = (folder / ".gitignore").read_bytes().decode("utf-8", "surrogateescape").splitlines()
    except OSError:
        return ignores
    return (*ignores, (folder, spec_of([line for line in lines if is_pattern(line)])))


def _ignored(location: Path, folder: bool, ignores: Ignores) -> bool:
    """Whether git would ignore this: the deepest .gitignore with an opinion decides."""
    for base, spec in reversed(ignores):
        if not location.is_relative_to(base):
            continue
        verdict = spec.check_file(location.relative_to(base).as_posix() + ("/" if folder else "")).include
        if verdict is not None:
            return verdict
    return False


def _unreadable(error: OSError | ValueError) -> DraftError:
    if isinstance(error, FileNotFoundError):
        return DraftError("there is no such file or folder", "Mend the path.", 0, 0)
    reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
    return DraftError(
        f"the file cannot be read: {reason[0].lower()}{reason[1:]}", "Mend its permissions, or exclude it."
    )
