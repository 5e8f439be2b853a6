"""Two workers against one, ten times the texts against once, and a Dask cluster against the pool.

    python benchmarks/engines.py [--texts 1000] [--rounds 3] [--short]

Each round runs all of them, one after the other, so that what else the machine does meets all alike. Each is timed from
its first finished partition to its last, with the texts in between, so that starting processes and loading the model,
which happens once, is told apart (`start`).
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from lt_by_claims.corpus import corpus
from results import middle, save
from texts import texts, write


def main() -> None:
    """Measure, and save what is found."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--partition", type=int, default=20, help="texts of a partition")
    parser.add_argument("--short", action="store_true", help="texts of one paragraph")
    parser.add_argument("--only", nargs="*", choices=("workers", "scale", "dask"), default=("workers", "scale", "dask"))
    given = parser.parse_args()
    size = (1, 1) if given.short else (4, 8)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write(folder / "once.jsonl", texts(given.texts, paragraphs=size))
        run = Runs(folder, given.partition)
        shared = {"texts": given.texts, "rounds": given.rounds, "paragraphs": size, "partition": given.partition}
        if "workers" in given.only:
            pairs = [(run.pool("once", 1), run.pool("once", 2)) for _ in range(given.rounds)]
            found = {"ratio": middle([one / two for one, two in pairs]), "one": middle([one for one, _ in pairs])}
            save("workers", {**shared, **found, "two": middle([two for _, two in pairs])})
        if "dask" in given.only:
            with cluster() as client:
                pairs = [(run.pool("once", 2), run.dask("once", client)) for _ in range(given.rounds)]
            save("dask", {**shared, "ratio": middle([dask / pool for pool, dask in pairs])})
        if "scale" in given.only:
            write(folder / "tenfold.jsonl", texts(10 * given.texts, paragraphs=size))
            pairs = [(run.pool("once", 2), run.pool("tenfold", 2)) for _ in range(max(1, given.rounds // 3))]
            save("scale", {**shared, "ratio": middle([tenfold / once for once, tenfold in pairs])})


class Runs:
    """Timed runs over files of a folder."""

    def __init__(self, folder: Path, partition: int) -> None:
        self.folder, self.partition, self.number = folder, partition, 0

    def pool(self, name: str, workers: int) -> float:
        """Seconds a text, times the texts, with worker processes."""
        return self.timed(name, workers=workers)

    def dask(self, name: str, client: Any) -> float:
        """The same on a cluster."""
        return self.timed(name, scheduler=client)

    def timed(self, name: str, **engine: Any) -> float:
        """Seconds for all texts with warm workers, reckoned from the texts after the first."""
        seen: list[tuple[float, int]] = []

        def watch(manifests: Iterable[Any], total: Callable[[], int]) -> Iterator[Any]:
            for manifest in manifests:
                seen.append((time.perf_counter(), manifest.texts))
                yield manifest

        self.number += 1
        out = self.folder / f"out-{self.number}"
        corpus(self.folder / f"{name}.jsonl", out, texts=self.partition, watch=watch, **engine)
        warm = 4  # partitions until every worker has its model
        counted = sum(texts for _, texts in seen[warm:])
        return (seen[-1][0] - seen[warm - 1][0]) / counted * sum(texts for _, texts in seen)


@contextmanager
def cluster() -> Iterator[Any]:
    """A cluster of two processes on this machine."""
    from distributed import Client, LocalCluster

    with (
        LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None, memory_limit=None) as local,
        Client(local) as client,
    ):
        yield client


if __name__ == "__main__":
    main()
