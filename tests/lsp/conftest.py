"""Servers in processes of their own, each with a client."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.lsp.client import Client

Start = Callable[..., Client]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Starts a server for a folder; it is ended after the test."""
    clients: list[Client] = []

    def started(folder: Path = tmp_path, **more: Any) -> Client:
        clients.append(Client(folder, **more))
        return clients[-1]

    yield started
    for client in clients:
        client.kill()


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    """One server for all tests that leave it as it was; each opens documents in a folder of its own."""
    client = Client(tmp_path_factory.mktemp("workspace"))
    yield client
    assert client.stop() == 0
    client.kill()
