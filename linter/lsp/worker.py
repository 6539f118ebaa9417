"""The thread that checks, beside the one that talks with the editor."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from linter.store import Store

if TYPE_CHECKING:
    from linter.lsp.analysis import Analyser

Answer = TypeVar("Answer")


@dataclass(slots=True)
class Worker:
    """The one thread that checks: spaCy is loaded in it, once, while the editor goes on."""

    store: Store | None = None
    executor: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(1, "proposal-lint"))
    _analyser: Analyser | None = None

    async def run(self, work: Callable[[Analyser], Answer]) -> Answer:
        """The answer of `work`, in its turn; if the caller is cancelled first, it is not begun."""
        return await asyncio.get_running_loop().run_in_executor(self.executor, lambda: work(self._ready()))

    def _ready(self) -> Analyser:
        if self._analyser is None:
            from linter.lsp.analysis import Analyser  # noqa: PLC0415  (takes long; the editor's first answer need not)

            self._analyser = Analyser(self.store)
        return self._analyser
