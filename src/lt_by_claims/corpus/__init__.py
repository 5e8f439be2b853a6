"""Any number of texts → a partitioned dataset, on the processors of this machine or on a cluster.

Texts are read one after the other (`sources`), cut into partitions (`partition`), and given to an engine (`pool`,
`cluster`), whose workers draft a partition (`drafting`) and write its files (`folder`). `run` keeps so many partitions
under way and tries again what dies. A partition is named for all that its rows depend on: what stands under its name is
finished, and is never made again.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from lt_by_claims.corpus.folder import Folder
from lt_by_claims.corpus.partition import TEXTS, Partition, named_once, partitions
from lt_by_claims.corpus.pool import Here, Pool
from lt_by_claims.corpus.progress import Watch, unwatched
from lt_by_claims.corpus.run import Engine, Run
from lt_by_claims.corpus.settings import LARGEST, SECONDS, Settings
from lt_by_claims.corpus.sources import Given, files_of, number_of, texts_of
from lt_by_claims.corpus.summary import Summary
from lt_by_claims.publish.swap import locked

if TYPE_CHECKING:
    from distributed import Client

__all__ = ["Summary", "corpus"]


def corpus(
    sources: Given,
    out: str | Path,
    *,
    workers: int = 0,
    scheduler: str | Client | None = None,
    model: str | None = None,
    texts: int = TEXTS,
    largest: int = LARGEST,
    seconds: float = SECONDS,
    retry: bool = False,
    watch: Watch = unwatched,
) -> Summary:
    """Draft the claims of all texts of the sources into the folder `out`, which `load(folder=out)` reads.

    `sources` are files, folders, globs and `@lists`, on any file system that fsspec knows. The work is done by so many
    worker processes, by a Dask cluster (`scheduler`: its address, or a client), or by neither in this process; the rows
    are the same. A partition holds about so many `texts`. A text of more characters than `largest`, or that takes more
    than `seconds`, is set aside in the table `errors`, and so is one that cannot be read or drafted. What a run before
    has finished is kept, where texts, model and rules are the same; with `retry`, what was set aside for time or for an
    error of the program is tried again. What `out` holds of other texts goes.

    UsageError for a source, folder or scheduler that is not there; ModelError where the model is not installed.
    """
    started, folder = time.perf_counter(), Folder(str(out))
    files, settings = files_of(sources, besides=folder.path), Settings.of(model, largest, seconds)
    folder.prepare()
    wanted: set[str] = set()
    cut = noted(partitions(named_once(texts_of(files)), settings, texts), wanted)
    with alone(folder), ready(workers, scheduler) as engine:
        run = Run(engine, folder, settings, retry)
        summary = Summary.of(folder.url, watch(run.finish(cut), lambda: number_of(files)))
        folder.sweep(wanted)
    return replace(summary, seconds=time.perf_counter() - started)


def noted(cut: Iterable[Partition], wanted: set[str]) -> Iterator[Partition]:
    """The partitions, their names noted."""
    for partition in cut:
        wanted.add(partition.name)
        yield partition


@contextmanager
def ready(workers: int, scheduler: str | Client | None) -> Iterator[Engine]:
    """What does the work, as long as it is needed."""
    engine = engine_of(workers, scheduler)
    try:
        yield engine
    finally:
        engine.close()


def engine_of(workers: int, scheduler: str | Client | None) -> Engine:
    """A cluster, a pool of processes, or this process."""
    if scheduler is not None:
        from lt_by_claims.corpus.cluster import Cluster  # only here is Dask needed

        return Cluster(scheduler)
    return Pool(workers) if workers > 0 else Here()


def alone(folder: Folder) -> AbstractContextManager[None]:
    """Keep other runs from the folder, where it is on this machine."""
    return locked(Path(folder.path)) if folder.is_local else nullcontext()
