"""A Dask cluster as an engine: the only module that knows of Dask."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from typing import TYPE_CHECKING, Any

from lt_by_claims.errors import UsageError

if TYPE_CHECKING:
    from distributed import Client

WAIT = 180
"""Seconds in which a scheduler must answer and have a worker."""


class Cluster:
    """The workers of a Dask cluster, as an engine; two partitions a thread are under way, so that none waits."""

    def __init__(self, scheduler: str | Client) -> None:
        distributed = imported()
        self.died: tuple[type[BaseException], ...] = (distributed.scheduler.KilledWorker,)
        self.own = isinstance(scheduler, str)
        try:
            client: Any = distributed.Client(scheduler, timeout=WAIT) if self.own else scheduler
            client.wait_for_workers(1, timeout=WAIT)
        except (OSError, TimeoutError, ValueError) as error:
            raise UsageError(f"{scheduler}: no Dask scheduler with workers answers there: {error}") from error
        self.client, self.executor = client, client.get_executor(pure=False)
        self.ahead: int = 2 * max(1, sum(client.nthreads().values()))

    def submit(self, function: Callable[..., Any], *given: Any) -> Future[Any]:
        """Give the work to the cluster, which tries it again on other workers where one dies."""
        future: Future[Any] = self.executor.submit(function, *given)
        return future

    def check(self, seconds: float) -> None:
        """Silent workers are the scheduler's matter (`distributed.scheduler.worker-ttl`); one that is gone is told."""
        if self.client.status not in {"running", "connecting"}:
            raise UsageError("the Dask scheduler is gone: start it and the run again; what is finished is kept")

    def close(self) -> None:
        """Leave the cluster, and close the client that was opened for it."""
        self.executor.shutdown(wait=False)
        if self.own:
            self.client.close()


def imported() -> Any:
    """Dask, or how to install it."""
    try:
        import distributed
    except ImportError as error:
        raise UsageError('--scheduler needs Dask: pip install "lt-by-claims[corpus]"') from error
    return distributed
