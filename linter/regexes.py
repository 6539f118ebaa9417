"""Regular expressions that an earlier process compiled. For the command-line process only, as a start-up trick.

Compiling some 400 patterns, spaCy's and ours, takes a sixth of a run. `re` keeps what it makes of a pattern as a list of integers,
from which its engine, which checks them, builds the pattern at once. They are stored for exactly this Python; where its `re` does
not look as expected, nothing is stored and everything is compiled as always.
"""

from __future__ import annotations

import json
import sys
from array import array
from types import SimpleNamespace
from typing import Any

from linter.store import Store, digest

MOST = 3_000  # patterns; those of rules and libraries are some 600
_FEW = 4
_LONGEST = 200_000  # integers of one pattern


class Regexes:
    """Stands in for the compiler of `re`: patterns come from a store, and go there when the process ends."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._codes: dict[str, list[Any]] = {}
        self._numbers: memoryview = memoryview(b"")
        self._new: dict[str, tuple[list[Any], array[int]]] = {}
        self._made: tuple[Any, ...] | None = None
        self._engine: Any = None

    def install(self) -> bool:
        """Take the place of the compiler; False where this Python's is not one that we know."""
        compiler: Any = sys.modules.get("re._compiler") or sys.modules.get("sre_compile")
        engine = getattr(compiler, "_sre", None)
        if sys.implementation.name != "cpython" or engine is None or not {"compile", "MAGIC"} <= vars(engine).keys():
            return False
        self._name = "patterns/" + digest((sys.version.encode(), str(engine.MAGIC).encode(), sys.byteorder.encode()))
        self._engine, self._compile = engine, compiler.compile
        compiler._sre = SimpleNamespace(**{**vars(engine), "compile": self._record})
        compiler.compile = self.compile
        self._read()
        return True

    def compile(self, pattern: Any, flags: int = 0) -> Any:
        """What `re` makes of a pattern."""
        if type(pattern) is not str:
            return self._compile(pattern, flags)
        key = digest((b"%d" % int(flags), pattern.encode("utf-8", "surrogatepass")))
        stored = self._codes.get(key)
        if stored is not None:
            start, stop, all_flags, groups, names, indices = stored
            code = self._numbers[start:stop].tolist()
            try:
                return self._engine.compile(pattern, all_flags, code, groups, names, tuple(indices))
            except (RuntimeError, ValueError, TypeError, OverflowError):
                del self._codes[key]
        self._made = None
        found = self._compile(pattern, flags)
        if self._made is not None and self._made[0] == pattern and len(self._codes) + len(self._new) < MOST:
            _, all_flags, code, groups, names, indices = self._made
            if len(code) <= _LONGEST:
                self._new[key] = [all_flags, groups, dict(names), list(indices)], array("I", code)
        return found

    def keep(self) -> None:
        """Store the patterns that were not there yet, unless they are few: some are put together anew by each process."""
        if len(self._new) < _FEW:
            return
        numbers = array("I", self._numbers.tolist())
        for key, (rest, code) in self._new.items():
            self._codes[key] = [len(numbers), len(numbers) + len(code), *rest]
            numbers.extend(code)
        self._new = {}
        head = json.dumps(self._codes).encode("utf-8", "surrogatepass")
        self._store.put(self._name, len(head).to_bytes(8, "little") + head + numbers.tobytes())

    def _record(self, pattern: Any, flags: int, code: list[int], *rest: Any) -> Any:
        self._made = (pattern, flags, code, *rest)
        return self._engine.compile(pattern, flags, code, *rest)

    def _read(self) -> None:
        data = self._store.get(self._name)
        if data is None:
            return
        start = 8 + int.from_bytes(data[:8], "little")
        try:
            codes = json.loads(data[8:start])
            self._numbers = memoryview(data)[start:].cast("I")
        except (ValueError, TypeError):
            return
        self._codes = codes
