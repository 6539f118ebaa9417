"""Errors that a user can mend: every one says where, what is wrong and how to mend it."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from typing import Any


class PlacedError(Exception):
    """A fault at a place in a file; `path` is '' on the command line, `line` is 0 where the whole file is meant."""

    def __init__(self, path: object, problem: str, remedy: str = "", line: int = 1, column: int = 1) -> None:
        super().__init__(problem)
        self.path, self.problem, self.remedy, self.line, self.column = str(path), problem, remedy, line, column

    def __reduce__(self) -> tuple[Any, ...]:
        import traceback  # noqa: PLC0415

        cause = "".join(traceback.format_exception(self.__cause__)) if self.__cause__ is not None else ""
        return _restored, (type(self), self.args, vars(self), cause)

    def __str__(self) -> str:
        place = f":{self.line}:{self.column}" if self.line else ""
        return (
            f"{self.path}{place}: " * bool(self.path) + f"{self.problem}." + (f" {self.remedy}" if self.remedy else "")
        )


class UsageProblem(PlacedError):
    """A fault of the command line, such as a name that nothing has."""

    def __init__(self, problem: str, remedy: str = "") -> None:
        super().__init__("", problem, remedy)


def _restored(kind: type[PlacedError], args: tuple[object, ...], values: dict[str, Any], cause: str) -> PlacedError:
    """An error that another process has sent."""
    error = kind.__new__(kind)
    error.args = args
    vars(error).update(values)
    error.__cause__ = RuntimeError(f"in a worker process\n{cause}") if cause else None
    return error


def did_you_mean(name: object, names: Iterable[str]) -> str:
    """`Did you mean 'x'?` for the nearest of the names; '' where none is near."""
    near = difflib.get_close_matches(str(name), list(names), 1, 0.6)
    return f"Did you mean '{near[0]}'?" if near else ""
