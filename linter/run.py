"""Check drafts: find them, and check each, here or in worker processes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from linter import files
from linter.checker import Checker
from linter.errors import PlacedError
from linter.options import Options
from linter.result import FileResult, RunResult


def check(
    paths: Sequence[str],
    options: Options,
    stdin: Callable[[], bytes] | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> RunResult:
    """The outcome for the drafts that the paths stand for; `-` is what `stdin` gives.

    `progress` is told after each draft how many are done, and how many there are. Raises `UsageProblem` for a flag that names something unknown and `ConfigError` for a broken explicit configuration.
    """
    checker = Checker(options)
    sources = files.find(paths, checker.choosing())
    results = []
    for result in _outcomes(checker, sources, stdin):
        results.append(result)
        if progress is not None:
            progress(len(results), len(sources))
    checker.linters.keep()
    return RunResult(tuple(results))


def _outcomes(
    checker: Checker, sources: Sequence[files.Source], stdin: Callable[[], bytes] | None
) -> Iterator[FileResult]:
    """The outcomes, in order. The first drafts are checked here: they compile what the workers then share."""
    if len(sources) == 1:
        yield _guarded(sources[0], checker=checker, stdin=stdin)
        return
    from linter import jobs  # noqa: PLC0415

    count = 1 if any(source.stdin for source in sources) else jobs.processes(checker.options.jobs, len(sources))
    here = len(sources) if count == 1 else jobs.CHUNK
    for source in sources[:here]:
        yield _guarded(source, checker=checker, stdin=stdin)
    if here < len(sources):
        yield from jobs.each(sources[here:], partial(_guarded, checker=checker), _failed, count)


def _guarded(source: files.Source, checker: Checker, stdin: Callable[[], bytes] | None = None) -> FileResult:
    return guarded(source.path, partial(_checked, checker, source, stdin))


def _failed(source: files.Source, problem: str) -> FileResult:
    return FileResult(
        source.path, problems=(PlacedError(source.path, problem, "Check it alone, and report it.", 0, 0),)
    )


def _checked(checker: Checker, source: files.Source, stdin: Callable[[], bytes] | None) -> FileResult:
    """One draft's outcome, after its fixes where they are asked for."""
    if checker.options.fixing is None:
        return checker.check_source(source, stdin)
    from linter.mend import mend_source  # noqa: PLC0415

    return mend_source(checker, source, stdin or bytes, checker.options.fixing)


def guarded(path: str, check: Callable[[], FileResult]) -> FileResult:
    """One draft's outcome; a fault of the linter itself is that draft's problem and stops no other."""
    try:
        return check()
    except PlacedError:
        raise
    except Exception as error:
        what = f"the linter failed with {type(error).__name__}: {error}"
        problem = PlacedError(path, what, "Please report it; -v shows where.", 0, 0)
        problem.__cause__ = error
        return FileResult(path, problems=(problem,))
