"""Worker processes of this machine.

Each worker is an executor of its own with one process. So a process that dies breaks nothing but what it was at: the
others go on, it is known which partition it was, and a new process takes its place. (One executor with many processes,
of the standard library or of loky, fails all that is under way when one dies, and does not tell which.)
"""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from multiprocessing import get_context, parent_process
from threading import Thread
from typing import Any

LATEST: list[Any] = []
"""In a worker: where it notes when it last went on."""

PATIENCE = 10
"""How many times the seconds of a text a worker may be silent."""

STARTING = 60.0
"""Seconds that a process may take to start, and to load the model."""


class Worker:
    """A process that does one thing at a time; it is started when it is needed, and replaced where it dies."""

    def __init__(self) -> None:
        self.executor: ProcessPoolExecutor | None = None
        self.now: Future[Any] | None = None

    def start(self) -> ProcessPoolExecutor:
        """Start a process; it is told to stand by for work, and says its number."""
        context = get_context("spawn")
        self.latest = context.Value("d", time.time(), lock=False)
        self.executor = ProcessPoolExecutor(1, mp_context=context, initializer=stand_by, initargs=(self.latest,))
        self.process = self.executor.submit(os.getpid)
        return self.executor

    def do(self, function: Callable[..., Any], *given: Any) -> Future[Any]:
        """Give it work; a process that has died meanwhile is replaced first."""
        try:
            self.now = (self.executor or self.start()).submit(function, *given)
        except BrokenProcessPool:
            self.now = self.start().submit(function, *given)
        self.latest.value = time.time()
        return self.now

    def is_free(self) -> bool:
        """Can it be given work?"""
        return self.now is None or self.now.done()

    def is_stuck(self, seconds: float) -> bool:
        """Has it been silent for so long?"""
        return not self.is_free() and time.time() - self.latest.value > seconds + STARTING

    def kill(self) -> None:
        """End its process."""
        with suppress(BrokenProcessPool, ProcessLookupError):
            if self.process.done():
                os.kill(self.process.result(), getattr(signal, "SIGKILL", signal.SIGTERM))

    def close(self) -> None:
        """End its process, whatever it is at."""
        if not self.is_free():
            self.kill()
        if self.executor is not None:
            self.executor.shutdown(cancel_futures=True)


class Pool:
    """Some worker processes, as an engine."""

    died: tuple[type[BaseException], ...] = (BrokenProcessPool,)

    def __init__(self, workers: int) -> None:
        self.workers = [Worker() for _ in range(workers)]
        self.ahead = workers

    def submit(self, function: Callable[..., Any], *given: Any) -> Future[Any]:
        """Give the work to a free worker; there must be one."""
        return next(worker for worker in self.workers if worker.is_free()).do(function, *given, beat)

    def check(self, seconds: float) -> None:
        """End the workers that have been silent for much longer than a text may take, on however busy a machine."""
        for worker in self.workers:
            if worker.is_stuck(PATIENCE * seconds):
                worker.kill()

    def close(self) -> None:
        """End all workers."""
        for worker in self.workers:
            worker.close()


class Here:
    """No workers: all is done in this process, as an engine."""

    died: tuple[type[BaseException], ...] = ()
    ahead: int = 1

    def submit(self, function: Callable[..., Any], *given: Any) -> Future[Any]:
        """Do the work at once."""
        future: Future[Any] = Future()
        try:
            future.set_result(function(*given))
        except Exception as error:
            future.set_exception(error)
        return future

    def check(self, seconds: float) -> None:
        """Nothing is under way."""

    def close(self) -> None:
        """Nothing is open."""


def stand_by(latest: Any) -> None:
    """In a new worker: heed no Ctrl-C, which is for the run, and end when the run has ended."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    LATEST[:] = [latest]
    Thread(target=end_with_the_run, daemon=True).start()


def end_with_the_run() -> None:
    """Wait until the process that started this one is gone, however it went."""
    run = parent_process()
    if run is not None:
        run.join()
        os._exit(1)


def beat() -> None:
    """In a worker: note that it goes on."""
    for latest in LATEST:
        latest.value = time.time()
