"""Arrays are the same mapped as read, however they lie in the file."""

from __future__ import annotations

import mmap
from pathlib import Path

import numpy as np
import pytest

from linter.signals.arrays import read_arrays
from linter.signals.classifier import WEIGHTS

ARRAYS = {
    "a": np.arange(30, dtype=np.int8).reshape(10, 3),
    "halves": np.linspace(0, 1, 7, dtype=np.float16),
    "by_column": np.asfortranarray(np.arange(12, dtype=np.float32).reshape(3, 4)),
    "none": np.zeros((0, 9), dtype=np.float32),
    "one": np.array(3.5),
}


@pytest.mark.parametrize("write", [np.savez, np.savez_compressed])
def test_what_was_written_is_read(tmp_path: Path, write: object) -> None:
    path = tmp_path / "arrays.npz"
    write(path, **ARRAYS)  # type: ignore[operator]
    found = read_arrays(path)
    assert found.keys() == ARRAYS.keys()
    for name, array in ARRAYS.items():
        assert (found[name].dtype, found[name].shape) == (array.dtype, array.shape)
        assert (found[name] == array).all()
        assert found[name].flags.aligned


def test_the_model_is_mapped() -> None:
    array = read_arrays(WEIGHTS)["gram_weights"]
    base: object = array
    while isinstance(base, np.ndarray):
        base = base.base
    assert isinstance(base, memoryview | mmap.mmap)
    assert not array.flags.writeable
