"""Read the model's arrays without reading all of them: a draft's sentences touch a few of its million rows."""

from __future__ import annotations

import mmap
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray


def read_arrays(path: Path) -> dict[str, NDArray[Any]]:
    """The arrays of an `.npz` file, by name, not to be written to.

    What the file holds uncompressed, as `numpy.savez` writes it, is mapped into memory and read when it is used; only what does
    not lie as its numbers need is copied. The rest is read at once.
    """
    found: dict[str, NDArray[Any]] = {}
    with zipfile.ZipFile(path) as archive, path.open("rb") as file:
        data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        for member in archive.infolist():
            name = member.filename.removesuffix(".npy")
            if member.compress_type != zipfile.ZIP_STORED:
                with archive.open(member) as packed:
                    found[name] = np.lib.format.read_array(packed, allow_pickle=False)
                continue
            file.seek(member.header_offset + 26)  # where the two lengths stand that its own header has
            file.seek(int.from_bytes(file.read(2), "little") + int.from_bytes(file.read(2), "little"), 1)
            version = np.lib.format.read_magic(file)
            assert version == (1, 0)
            shape, by_column, kind = np.lib.format.read_array_header_1_0(file)
            count = int(np.prod(shape, dtype=np.int64))
            array = np.frombuffer(data, kind, count, file.tell()).reshape(shape, order="F" if by_column else "C")
            found[name] = array if array.flags.aligned else array.copy()
    return found
