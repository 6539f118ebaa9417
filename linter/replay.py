"""Give the stored answer to a command that was asked before, where nothing that shaped it has changed since.

This comes before every other import of a command. It does not parse the arguments: a question is the arguments as they are, where
they are asked, and what the terminal is like. An answer lists its witnesses, everything that it was made from, with the state that
each was in; all of them are looked at again. Whenever in doubt there is no answer, and the command runs.
"""

from __future__ import annotations

import io
import json
import os
import stat
import sys

from linter.identity import identity, rules_digest
from linter.store import Store, default_folder, digest

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import TextIO

    Witness = tuple[str, str]  # what kind of thing it is, and its absolute path

STDIN = ("stdin", "")
CONFIGURATIONS = (".proposal-lint.yaml", ".proposal-lint.yml", "pyproject.toml")
# The variables that an answer may hang on: those that this package and its reports read.
VARIABLES = (
    *("COLUMNS", "LINES", "NO_COLOR", "FORCE_COLOR", "TERM", "PYTHONIOENCODING", "PYTHONUTF8", "LANG", "LC_ALL"),
    *("GITHUB_WORKSPACE", "CI_PROJECT_DIR"),
)
MOST_ENTRIES = 50_000  # in the folders that an answer was made from
_MOST_BYTES = 8_000_001  # of a witness: one more than a draft may have
INTERRUPTED = 130
_COMPLETION = "_PROPOSAL_LINT_COMPLETE"


def answer(arguments: Sequence[str], folder: str | None = None) -> int | None:
    """Print the stored answer to a command and return its exit code; None where there is none, or none that still holds."""
    name = question(arguments)
    stored = Store(folder or default_folder()).get(name) if name is not None else None
    if stored is None:
        return None
    try:
        found = json.loads(stored)
        witnesses = [(kind, path, state) for kind, path, state in found["witnesses"]]
        transcript = [(int(stream), str(text)) for stream, text in found["transcript"]]
        code = int(found["code"])
    except (ValueError, KeyError, TypeError):
        return None
    witnesses.sort(key=lambda witness: witness[0] == STDIN[0])  # what is read from a pipe is gone
    if all(state_of((kind, path)) == state for kind, path, state in witnesses) and _print(transcript):
        return code
    return None


def question(arguments: Sequence[str]) -> str | None:
    """The name under which the answer to these arguments is stored; None where there cannot be one."""
    if (
        not arguments
        or "--no-cache" in arguments
        or _COMPLETION in os.environ
        or sys.stdout is None
        or sys.stderr is None
    ):
        return None
    try:
        parts = [identity(), os.getcwd(), repr(_terminal(sys.stdout)), repr(_terminal(sys.stderr))]
    except (OSError, ValueError):
        return None
    parts += [f"{name}={os.environ.get(name)}" for name in VARIABLES]
    parts += ["", *arguments]
    return "answers/" + digest(part.encode("utf-8", "surrogateescape") for part in parts)


def state_of(witness: Witness) -> str | None:
    """The state that a witness is in; None where that cannot be told, and nothing may be answered or stored."""
    kind, path = witness
    try:
        if kind == "stdin":
            return digest([_read_input()])
        if kind == "file":
            return _file_state(path)
        if kind == "rules":
            return rules_digest(json.loads(path))
        if kind == "folders":
            return digest(_walk(path))
        if kind == "exists":
            return str(os.path.lexists(path))
    except (OSError, ValueError, AttributeError):
        return None
    return None


def _terminal(stream: TextIO) -> tuple[object, ...]:
    interactive = stream.isatty()
    return stream.encoding, interactive, os.get_terminal_size(stream.fileno()).columns if interactive else 0


def _file_state(path: str) -> str:
    """A digest of a file's bytes and of where they really are; raises `OSError` for what is no plain file."""
    try:
        file = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except (FileNotFoundError, NotADirectoryError):
        return "absent"
    with os.fdopen(file, "rb") as stream:
        if not stat.S_ISREG(os.fstat(file).st_mode):
            raise OSError("not a plain file")
        data = stream.read(_MOST_BYTES)
    if len(data) == _MOST_BYTES:
        raise OSError("too long")
    return digest((os.fsencode(os.path.realpath(path)), data))


def _walk(top: str) -> Iterator[bytes]:
    """What is in a folder and below, by name and kind, with the bytes of whatever configures a run or says what git ignores."""
    been: set[tuple[int, int]] = set()
    count = 0
    folders = [top]
    while folders:
        folder = folders.pop()
        status = os.stat(folder)
        if (status.st_dev, status.st_ino) in been:
            continue
        been.add((status.st_dev, status.st_ino))
        yield os.fsencode(folder)
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
        count += len(entries)
        if count > MOST_ENTRIES:
            raise OSError("too many files")
        for entry in entries:
            directory = os.path.isdir(entry.path)  # an entry's own answer raises for a link to itself
            link = os.path.realpath(entry.path) if entry.is_symlink() else ""
            yield f"{entry.name}\0{directory}{entry.is_file(follow_symlinks=False)}\0{link}".encode(
                "utf-8", "surrogateescape"
            )
            if directory and not entry.name.startswith("."):
                folders.append(entry.path)
            elif entry.name in (".gitignore", *CONFIGURATIONS):
                yield _file_state(entry.path).encode()


def _read_input() -> bytes:
    """Standard input, which whoever comes next finds as if it had not been read."""
    data = sys.stdin.buffer.read(_MOST_BYTES)
    sys.stdin = io.TextIOWrapper(io.BytesIO(data), encoding="utf-8")
    return data


def _print(transcript: list[tuple[int, str]]) -> bool:
    """Write what an answer says; False where it cannot be written, which is for the command to say."""
    for number, text in transcript:
        stream = sys.stdout if number == 1 else sys.stderr
        try:
            stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
            stream.write(text)
            stream.flush()
        except BrokenPipeError:
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, stream.fileno())
            os.close(nowhere)
        except (OSError, ValueError, AttributeError):
            return False
    return True
