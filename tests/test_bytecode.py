"""Stored byte code does what its text says, and is taken only from where nobody else can have put it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from linter import bytecode
from linter.bytecode import Pieces, is_private
from linter.store import Store

ROOT = Path(__file__).parent.parent
CODE = """
import json, sys
from linter.bytecode import Pieces
from linter.store import Store
pieces = Pieces(Store(sys.argv[1]))
pieces.install()
import dataclasses, typing
@dataclasses.dataclass(frozen=True, order=True)
class Point:
    x: "int"
    y: "list[int] | None" = dataclasses.field(default=None, compare=False)
class Row(typing.TypedDict):
    point: "Point"
    names: "dict[str, 'Point']"
found = [repr(Point(1, [2])), Point(1) == Point(1, []), Point(1) < Point(2), hash(Point(1)) == hash(Point(1)),
         {name: repr(kind) for name, kind in typing.get_type_hints(Row).items()}]
for wrong in ("a b", "(", "x = 1"):
    try:
        typing.ForwardRef(wrong)
    except SyntaxError:
        found.append(wrong)
new = len(pieces._new)
pieces.keep()
print(json.dumps([new, len(pieces._known), found]))
"""


def run(store: Path) -> Any:
    """How many pieces were new and how many stored, and what a process does with them."""
    call = [sys.executable, "-c", CODE, str(store)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(call, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_stored_pieces_do_what_compiled_ones_do(tmp_path: Path) -> None:
    new, known, first = run(tmp_path)
    assert (new > 10, known) == (True, 0)
    assert first[:4] == ["Point(x=1, y=[2])", True, True, True]
    assert first[5:] == ["a b", "(", "x = 1"]
    assert run(tmp_path) == [0, new, first]


@pytest.mark.parametrize("data", [b"", b"\xe9", b"no code", b"N"])
def test_what_we_did_not_write_is_compiled_around(tmp_path: Path, data: bytes) -> None:
    store = Store(str(tmp_path))
    store.put(Pieces(store)._name, data)
    new, known, _ = run(tmp_path)
    assert (new > 10, known) == (True, 0)


def test_pieces_do_not_grow_without_bound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bytecode, "MOST", 15)
    for first in (0, 10):
        pieces = Pieces(Store(str(tmp_path)))
        data = Store(str(tmp_path)).get(pieces._name)
        pieces._known = bytecode.marshal.loads(data) if data else {}
        for number in range(first, first + 10):
            pieces._code(f"x{number}", "eval")
        pieces.keep()
    assert sorted(bytecode.marshal.loads(Store(str(tmp_path)).get(pieces._name) or b"")) == [
        f"evalx{number}" for number in range(10, 20)
    ]


def test_a_store_that_may_have_come_with_the_drafts_is_not_trusted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    checkout, work = tmp_path / "checkout", tmp_path / "work"
    for folder in (checkout / ".git", checkout / "a", work):
        folder.mkdir(parents=True)
    monkeypatch.chdir(work)
    trusted = {"elsewhere": tmp_path / "cache", "checkout": checkout / "a" / "cache", "here": work / "cache"}
    assert {name: is_private(Store(str(folder))) for name, folder in trusted.items()} == {
        "elsewhere": True,
        "checkout": False,
        "here": False,
    }
    (work / "link").symlink_to(checkout / "a")
    assert not is_private(Store(str(work / "link")))
    (tmp_path / "in").symlink_to(work)
    assert not is_private(Store(str(tmp_path / "in" / "cache")))


def test_the_users_own_cache_is_trusted_wherever_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from linter.store import default_folder

    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    monkeypatch.delenv("PROPOSAL_LINT_CACHE_DIR")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    if sys.platform.startswith("linux"):
        assert is_private(Store(default_folder()))
    monkeypatch.setenv("PROPOSAL_LINT_CACHE_DIR", str(tmp_path / "mine"))
    assert not is_private(Store(default_folder()))
