"""Partitions through an engine: so many under way, and what dies is tried again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, CancelledError, Future, wait
from dataclasses import dataclass, field, replace
from typing import Any, Protocol

from lt_by_claims.corpus.folder import Folder, Manifest
from lt_by_claims.corpus.partition import Partition
from lt_by_claims.corpus.settings import Settings
from lt_by_claims.corpus.source import Source
from lt_by_claims.corpus.work import probe, work
from lt_by_claims.errors import UsageError

DEATHS = 2
"""Deaths of a worker over a partition after which its texts are tried one by one, and over a text that end it."""

ROUNDS = 5
"""How often the texts of a partition are tried one by one before the run gives up."""

PAUSE = 1.0
"""Seconds between two looks at workers that may be stuck."""


class Engine(Protocol):
    """What does the work: `ahead` pieces at a time, and `died` tells that a worker died over one."""

    ahead: int
    died: tuple[type[BaseException], ...]

    def submit(self, function: Callable[..., Any], *given: Any) -> Future[Any]:
        """Begin a piece of work."""

    def check(self, seconds: float) -> None:
        """Look whether workers are stuck."""

    def close(self) -> None:
        """End it."""


@dataclass(slots=True)
class Run:
    """A run over partitions, which are written into a folder."""

    engine: Engine
    folder: Folder
    settings: Settings
    retry: bool = False
    deaths: Counter[str] = field(default_factory=Counter)
    under_way: dict[Future[Any], Partition] = field(default_factory=dict)

    def finish(self, partitions: Iterable[Partition]) -> Iterator[Manifest]:
        """What each partition came to, as they are finished; no more are held than are under way."""
        there = self.folder.finished()
        for partition in partitions:
            manifest = self.folder.manifest(partition.name) if partition.name in there else None
            if manifest and not (self.retry and manifest.may_go_better):
                yield manifest
                continue
            self.begin(partition)
            while len(self.under_way) >= self.engine.ahead:
                yield from self.done()
        while self.under_way:
            yield from self.done()

    def begin(self, partition: Partition) -> None:
        """Begin with a partition."""
        self.under_way[self.engine.submit(work, partition, self.folder.url, self.settings)] = partition

    def done(self) -> Iterator[Manifest]:
        """The partitions that have come to an end; those whose worker died begin again."""
        for future in self.waited_for(self.under_way):
            partition = self.under_way.pop(future)
            try:
                yield future.result()
            except self.engine.died:
                self.again(partition)
            except CancelledError as error:
                raise gone() from error

    def waited_for(self, futures: Iterable[Future[Any]]) -> set[Future[Any]]:
        """Those that have come to an end, one at least."""
        while True:
            ended, _ = wait(futures, timeout=PAUSE, return_when=FIRST_COMPLETED)
            if ended:
                return ended
            self.engine.check(self.settings.seconds)

    def again(self, partition: Partition) -> None:
        """A partition whose worker died begins again, without the texts that kill their workers."""
        self.deaths[partition.name] += 1
        if self.deaths[partition.name] > DEATHS * ROUNDS:
            raise UsageError(f"{self.folder.url}: workers die over and over, and over no one text: is memory short?")
        if self.deaths[partition.name] % DEATHS == 0:
            partition = partition.without(list(self.killers(partition)))
        self.begin(partition)

    def killers(self, partition: Partition) -> Iterator[Source]:
        """The texts over which a worker dies, one after the other, set aside."""
        for source in partition.sources:
            deaths = 0
            while source.problem is None and deaths < DEATHS and self.dies_over(replace(partition, sources=(source,))):
                deaths += 1
            if deaths == DEATHS:
                yield source.failed("killed its worker", f"{source.place}: its worker died over it {DEATHS} times")

    def dies_over(self, partition: Partition) -> bool:
        """Does a worker die over it?"""
        if len(self.under_way) >= self.engine.ahead:  # a worker must be free
            self.waited_for(self.under_way)
        future = self.engine.submit(probe, partition, self.settings)
        self.waited_for([future])
        try:
            future.result()
        except self.engine.died:
            return True
        except CancelledError as error:
            raise gone() from error
        return False


def gone() -> UsageError:
    """That the cluster has let the work fall."""
    return UsageError("the cluster has gone: start it and the run again; what is finished is kept")
