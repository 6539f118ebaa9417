"""Fixtures for all tests; nothing in them may reach the network."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from typing import Any

import pytest

from linter.engine import Linter
from linter.rulebook import Rulebook, load_rulebook


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail whatever opens a connection."""

    def refuse(*args: Any, **kwargs: Any) -> None:
        raise AssertionError("a test reached for the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


@pytest.fixture(autouse=True, scope="session")
def _own_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep what is stored between processes away from the user's own; the processes of one run of the tests share it."""
    folder = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        folder = folder.parent
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PROPOSAL_LINT_CACHE_DIR", str(folder / "store"))
        yield


@pytest.fixture(scope="session")
def rulebook() -> Rulebook:
    """The built-in rules."""
    return load_rulebook()


@pytest.fixture(scope="session")
def linter(rulebook: Rulebook) -> Linter:
    """A linter of the built-in rules, compiled once."""
    return Linter(rulebook)


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch, linter: Linter, rulebook: Rulebook) -> None:
    """Lets whatever checks in this process have the built-in rules as they were compiled for all tests."""
    monkeypatch.setattr("linter.linters.load_rulebook", lambda folders: load_rulebook(folders) if folders else rulebook)
    monkeypatch.setattr("linter.linters.Stored", lambda _store: None)
    monkeypatch.setattr("linter.engine.Linter", lambda _book, communication: linter.speaking(communication))
