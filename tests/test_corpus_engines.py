"""The same corpus by worker processes and on a cluster, whatever dies on the way."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Any

import psutil
import pytest

from corpora import errors, json_lines, records, rows
from lt_by_claims.corpus import corpus
from lt_by_claims.corpus.folder import Folder
from lt_by_claims.corpus.partition import partitions
from lt_by_claims.corpus.pool import Here, Pool
from lt_by_claims.corpus.run import Run
from lt_by_claims.corpus.settings import Settings
from lt_by_claims.corpus.sources import files_of, texts_of
from lt_by_claims.dataset import load
from lt_by_claims.errors import UsageError

NUMBER = 12


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with some texts."""
    return json_lines(tmp_path_factory.mktemp("source") / "notes.jsonl", records(NUMBER))


@pytest.fixture(scope="module")
def made(source: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The corpus of them, made in this process."""
    out = tmp_path_factory.mktemp("made") / "out"
    corpus(source, out)
    return out


def test_two_workers_give_the_same_rows_and_one_that_dies_is_replaced(source: Path, made: Path, tmp_path: Path) -> None:
    killed: list[int] = []

    def killing(manifests: Any, total: Callable[[], int]) -> Iterator[Any]:
        for manifest in manifests:
            if not killed:
                workers = [
                    child for child in psutil.Process().children(recursive=True) if "spawn_main" in str(child.cmdline())
                ]
                killed.append(workers[0].pid)
                os.kill(workers[0].pid, signal.SIGKILL)
            yield manifest

    corpus(source, tmp_path / "out", workers=2, texts=2, watch=killing)
    assert killed
    assert rows(tmp_path / "out") == rows(made)
    assert errors(tmp_path / "out") == {}


class Mortal(Here):
    """A worker that dies over one text."""

    died = (BrokenProcessPool,)

    def __init__(self, deadly: str) -> None:
        self.deadly, self.deaths = deadly, 0

    def submit(self, function: Callable[..., Any], *given: Any) -> Future[Any]:
        """Die over the text, and over no other."""
        if not any(source.name == self.deadly and source.problem is None for source in given[0].sources):
            return super().submit(function, *given)
        self.deaths += 1
        future: Future[Any] = Future()
        future.set_exception(BrokenProcessPool("gone"))
        return future


def test_a_text_that_kills_its_worker_is_set_aside(source: Path, tmp_path: Path) -> None:
    folder, engine, settings = Folder(str(tmp_path / "out")), Mortal("note-005"), Settings.of(None)
    folder.prepare()
    run = Run(engine, folder, settings)
    manifests = list(run.finish(partitions(texts_of(files_of(source)), settings, 4)))
    assert sum(manifest.texts for manifest in manifests) == NUMBER
    assert errors(tmp_path / "out") == {"note-005": "killed its worker"}
    assert engine.deaths == 4
    assert len(load("documents", folder=tmp_path / "out")) == NUMBER - 1


def test_workers_that_die_over_everything_end_the_run(source: Path, tmp_path: Path) -> None:
    class Doomed(Mortal):
        def submit(self, function: Callable[..., Any], *given: Any) -> Future[Any]:
            future: Future[Any] = Future()
            future.set_exception(BrokenProcessPool("gone")) if function.__name__ == "work" else future.set_result(None)
            return future

    folder, settings = Folder(str(tmp_path / "out")), Settings.of(None)
    folder.prepare()
    with pytest.raises(UsageError, match="is memory short"):
        list(Run(Doomed(""), folder, settings).finish(partitions(texts_of(files_of(source)), settings)))


def silent(beat: Callable[[], None]) -> None:
    """Work that never comes back."""
    time.sleep(600)


def test_a_worker_that_is_silent_too_long_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lt_by_claims.corpus.pool.STARTING", 0.0)
    pool = Pool(1)
    try:
        future = pool.submit(silent)
        until = time.monotonic() + 60
        while not future.done() and time.monotonic() < until:
            pool.check(0.0)
            time.sleep(0.05)
        with pytest.raises(BrokenProcessPool):
            future.result(timeout=0)
    finally:
        pool.close()


def alive(pids: list[int]) -> list[int]:
    """Those of the processes that still run."""
    return [pid for pid in pids if psutil.pid_exists(pid) and psutil.Process(pid).status() != psutil.STATUS_ZOMBIE]


def test_a_run_that_is_killed_leaves_no_workers_and_goes_on(source: Path, made: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    command = [sys.executable, "-m", "lt_by_claims", "corpus", str(source), str(out), "--workers", "1", "--texts", "2"]
    with subprocess.Popen(command) as run:
        until = time.monotonic() + 120
        while not list(out.glob("_partitions/*.json")) and run.poll() is None and time.monotonic() < until:
            time.sleep(0.02)
        workers = [child.pid for child in psutil.Process(run.pid).children(recursive=True)]
        run.kill()
    until = time.monotonic() + 30
    while alive(workers) and time.monotonic() < until:
        time.sleep(0.1)
    assert not alive(workers)
    assert corpus(source, out, texts=2).kept > 0
    assert rows(out) == rows(made)


def test_a_cluster_gives_the_same_rows(source: Path, made: Path, tmp_path: Path) -> None:
    distributed = pytest.importorskip("distributed")
    with (
        distributed.LocalCluster(
            n_workers=1, threads_per_worker=2, processes=False, dashboard_address=None, memory_limit=None
        ) as cluster,
        distributed.Client(cluster) as client,
    ):
        corpus(source, tmp_path / "out", scheduler=client, texts=2)
        assert client.status == "running"
        corpus(source, tmp_path / "again", scheduler=cluster.scheduler_address, texts=6)
    assert rows(tmp_path / "out") == rows(tmp_path / "again") == rows(made)


def test_a_scheduler_that_is_not_there_is_said(source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lt_by_claims.corpus.cluster.WAIT", 1)
    with pytest.raises(UsageError, match="no Dask scheduler"):
        corpus(source, tmp_path / "out", scheduler="tcp://127.0.0.1:1")
