"""Two workers against one, ten times the texts against once, and a Dask cluster against the pool.

    python benchmarks/engines.py [--texts 1000] [--rounds 3] [--short]

Each round runs all of them, one after the other, so that what else the machine does meets all alike. Each is timed from
its first finished partition to its last, with the texts in between, so that starting processes and loading the model,
which happens once, is told apart (`start`). How much more two workers can do than one depends on the machine: two
processes that do nothing but parse, side by side, are timed against one in the same rounds.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor, wait
from contextlib import contextmanager
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from lt_by_claims.corpus import corpus
from lt_by_claims.split.parser import english
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
            with bare_parsers() as bare:
                rounds = [(run.pool("once", 1), run.pool("once", 2), bare()) for _ in range(given.rounds)]
            found = {"ratio": middle([one / two for one, two, _ in rounds]), "machine": middle([r[2] for r in rounds])}
            seconds = {"one": middle([one for one, _, _ in rounds]), "two": middle([two for _, two, _ in rounds])}
            save("workers", {**shared, **found, **seconds})
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
def bare_parsers() -> Iterator[Callable[[], float]]:
    """Two processes with the model; how many times as much they parse side by side as one of them alone."""

    def gain() -> float:
        alone = seconds(lambda: wait([pool.submit(parsed)]))
        return 2 * alone / seconds(lambda: wait([pool.submit(parsed), pool.submit(parsed)]))

    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        wait([pool.submit(parsed) for _ in range(4)])
        yield gain


def parsed() -> int:
    """The bare parse of some texts; how many words they have."""
    paragraphs = [paragraph for made in texts(40) for paragraph in made["text"].split("\n\n")]
    return sum(len(doc) for doc in english().pipe(paragraphs, batch_size=64))


def seconds(action: Callable[[], object]) -> float:
    """The seconds by the clock that something takes."""
    started = time.perf_counter()
    action()
    return time.perf_counter() - started


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
