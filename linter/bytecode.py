"""Byte code of what the standard library compiles from text at every start: methods of dataclasses, annotations in quotes.

The libraries and this package have some nine hundred such pieces; compiling them takes a tenth of a cold start. A piece is found by
its whole text, so the stored ones never have to be looked at again. Byte code is run as it is, so it is taken only from a store that
cannot have come with somebody's drafts: never from one in the working folder, or in the checkout of a repository.
"""

from __future__ import annotations

import contextlib
import dataclasses
import marshal
import os
import sys
import typing
from pathlib import Path
from types import CodeType
from typing import Any

from linter.store import Store, default_folder, digest

MOST = 5_000  # pieces; from then on only those that the last process met are kept
_FEW = 10  # new pieces that are not worth the writing
_CHECKOUTS = (".git", ".hg", ".svn")


class Pieces:
    """Byte code by mode and text; `install` has the standard library ask here, `keep` stores what is new."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._name = "pieces/" + digest((sys.version.encode(), repr(sys.flags).encode(), str(marshal.version).encode()))
        self._known: dict[str, CodeType] = {}
        self._new: dict[str, CodeType] = {}

    def install(self) -> None:
        """Stand in for the functions that `dataclasses` and `typing` compile with: their globals hide the built-in ones."""
        with contextlib.suppress(ValueError, EOFError, TypeError):  # whole, and yet not what we write
            found = marshal.loads(self._store.get(self._name) or b"")
            if isinstance(found, dict):
                self._known = found
        vars(dataclasses)["exec"] = self._exec
        vars(typing)["compile"] = self._compile

    def keep(self) -> None:
        """Store the pieces, unless hardly any are new."""
        if len(self._new) >= _FEW:
            every = {**self._known, **self._new}
            self._store.put(self._name, marshal.dumps(every if len(every) <= MOST else self._new))

    def _code(self, source: str, mode: str) -> CodeType:
        key = mode + source
        code = self._known.get(key) or self._new.get(key)
        if code is None:
            # what this module imports from `__future__` does not hold for the piece
            code = self._new[key] = compile(source, "<string>", mode, dont_inherit=True)
        return code

    def _exec(self, source: Any, *names: Any) -> None:
        exec(self._code(source, "exec") if type(source) is str and names else source, *names)

    def _compile(self, source: Any, name: str, mode: str, *more: Any, **options: Any) -> Any:
        if type(source) is str and (name, mode) == ("<string>", "eval") and not more and not options:
            return self._code(source, mode)
        return compile(source, name, mode, *more, **options)


def is_private(store: Store) -> bool:
    """Whether what is in a store can only be this user's own doing: it is the user's cache, or nothing that others hand out."""
    if not os.environ.get("PROPOSAL_LINT_CACHE_DIR") and store.folder == default_folder():
        return True
    folder, here = Path(os.path.realpath(store.folder)), Path(os.path.realpath("."))
    above = (folder, *folder.parents)
    return here not in above and not any(os.path.lexists(part / name) for part in above for name in _CHECKOUTS)
