"""Write to the terminal, and stay quiet where nobody reads any more."""

from __future__ import annotations

import os
import sys
from typing import TextIO

from linter.errors import UsageProblem

_listeners: list[list[tuple[int, str]]] = []


def listen(transcript: list[tuple[int, str]]) -> None:
    """Note all that is written from now on: 1 or 2 for the stream, and the text."""
    _listeners[:] = [transcript]


def prepare() -> None:
    """Make the streams take any text: what the terminal's encoding lacks is written as an escape."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")


def out(text: str) -> None:
    """Write to standard output, as it is."""
    _write(sys.stdout, text)


def out_bytes(data: bytes) -> None:
    """Write to standard output byte by byte: a draft keeps its encoding and its line ends."""
    buffer = getattr(sys.stdout, "buffer", None)
    if buffer is None:  # closed before we started, or none of the system's
        _write(sys.stdout, data.decode())
        return
    sys.stdout.flush()
    try:
        buffer.write(data)
        buffer.flush()
    except BrokenPipeError:
        _drop(sys.stdout)
    except OSError as error:
        _drop(sys.stdout)
        raise UsageProblem(f"the output cannot be written: {error.strerror or error}", "Make room for it.") from None


def err_text(text: str) -> None:
    """Write a report to standard error, as it is."""
    _write(sys.stderr, text)


def err(line: str) -> None:
    """Write a line to standard error, without control characters of drafts and file names."""
    from linter.report._terminal import printable

    _write(sys.stderr, "".join(printable(part) + "\n" for part in line.split("\n")))


def drop_output() -> None:
    """Send standard output nowhere, so that nothing complains when the process ends."""
    _drop(sys.stdout)


def _write(stream: TextIO | None, text: str) -> None:
    for transcript in _listeners:
        transcript.append((1 if stream is sys.stdout else 2, text))
    if stream is None:  # closed before we started
        return
    try:
        stream.write(text)
        stream.flush()
    except BrokenPipeError:
        _drop(stream)
    except OSError as error:
        _drop(stream)
        raise UsageProblem(f"the output cannot be written: {error.strerror or error}", "Make room for it.") from None


def _drop(stream: TextIO) -> None:
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
