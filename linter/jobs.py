"""Check many drafts at once, in worker processes of our own where they pay; a worker that dies stops no other draft."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from typing import TypeVar

Draft = TypeVar("Draft")
Result = TypeVar("Result")

CHUNK = 24  # drafts that go to a worker at once
# Drafts that a process should have to itself: a forked one finds everything compiled, a spawned one imports spaCy first.
_FORKED, _SPAWNED = 60, 300
_DIED = "the process that checked it ended unexpectedly"

_work: list[Callable[..., object]] = []  # what a forked worker inherits


def processes(wanted: int | None, drafts: int) -> int:
    """How many processes check so many drafts: as many as wanted, else as many as pay on this machine."""
    if wanted is not None:
        return max(1, min(wanted, -(-drafts // CHUNK)))
    return max(1, min(_cores(), drafts // (_FORKED if _forks() else _SPAWNED)))


def each(
    drafts: Sequence[Draft], check: Callable[[Draft], Result], failed: Callable[[Draft, str], Result], count: int
) -> Iterator[Result]:
    """The outcomes of `check`, in the order of the drafts, from `count` worker processes.

    `failed` makes the outcome of a draft whose worker died. Where processes cannot be forked, `check` has to be one that can be
    pickled. Raises what `check` raises.
    """
    chunks = [drafts[first : first + CHUNK] for first in range(0, len(drafts), CHUNK)]
    done = 0
    while done < len(chunks):
        pool = _pool(check, count)
        try:
            with _interrupts_wait():
                futures: list[Future[list[Result]]] = [pool.submit(_checked, chunk) for chunk in chunks[done:]]
            for future in futures:
                yield from future.result()
                done += 1
        except BrokenProcessPool:
            for draft in chunks[done]:
                yield _alone(draft, check, failed)
            done += 1
        finally:
            pool.shutdown(cancel_futures=True)


def _alone(draft: Draft, check: Callable[[Draft], Result], failed: Callable[[Draft, str], Result]) -> Result:
    """The outcome for one draft of those that a worker died over."""
    with _pool(check, 1) as pool:
        future: Future[list[Result]] = pool.submit(_checked, [draft])
        try:
            return future.result()[0]
        except BrokenProcessPool:
            return failed(draft, _DIED)


def _pool(check: Callable[[Draft], Result], count: int) -> ProcessPoolExecutor:
    _work[:] = [check]
    given = () if _forks() else (check,)
    context = multiprocessing.get_context("fork" if _forks() else "spawn")
    return ProcessPoolExecutor(count, mp_context=context, initializer=_begin, initargs=given)


@contextmanager
def _interrupts_wait() -> Iterator[None]:
    """Let an interrupt wait until the workers run: one that comes in the middle of a fork would be lost, or kill the worker."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin(*given: Callable[..., object]) -> None:
    """In a worker: take the work over; an interrupt is the parent's affair."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if given:
        _work[:] = given


def _checked(chunk: Sequence[Draft]) -> list[Result]:
    (check,) = _work
    return [check(draft) for draft in chunk]  # type: ignore[misc]


def _forks() -> bool:
    """Whether processes are forked: where that is safe, since nothing here runs in threads."""
    return sys.platform.startswith("linux")


def _cores() -> int:
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity is not None else os.cpu_count() or 1
