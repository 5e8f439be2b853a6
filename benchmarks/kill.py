"""kill −9 at random instants: of a worker, of the run, of the scheduler; after a restart the rows are as undisturbed.

    python benchmarks/kill.py [--instants 20] [--texts 40] [--seed 0] [--only worker run scheduler]

A run is killed at an instant that is drawn from the length of an undisturbed one, and started again until it is done.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

import psutil

from lt_by_claims.dataset import load
from results import save
from texts import texts, write

TABLES = ("documents", "claims", "quantities", "errors")
COMMAND = [sys.executable, "-m", "lt_by_claims", "corpus"]
QUIET = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}


def main() -> None:
    """Kill, and save what came of it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--instants", type=int, default=20)
    parser.add_argument("--texts", type=int, default=40)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--only", nargs="*", choices=tuple(VICTIMS), default=tuple(VICTIMS))
    given = parser.parse_args()
    chance = Random(given.seed)
    found: dict[str, object] = {"texts": given.texts, "instants": given.instants}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write(folder / "texts.jsonl", texts(given.texts, paragraphs=(1, 2)))
        started = time.perf_counter()
        subprocess.run(command(folder, "--workers", "2"), check=True, **QUIET)
        length, undisturbed = time.perf_counter() - started, content(folder / "out")
        for victim in given.only:
            same = []
            for _ in range(given.instants):
                shutil.rmtree(folder / "out")
                kept = VICTIMS[victim](folder, chance.uniform(0.1, 0.95) * length)
                same.append(content(folder / "out") == undisturbed)
                print(victim, len(same), "as undisturbed" if same[-1] else "OTHER ROWS", kept)
            found[victim] = {"as_undisturbed": sum(same), "of": len(same)}
    save("kill", found)


def command(folder: Path, *engine: str) -> list[str]:
    """The run as a command."""
    return [*COMMAND, str(folder / "texts.jsonl"), str(folder / "out"), "--texts", "4", *engine]


def kill_worker(folder: Path, after: float) -> str:
    """One of two workers is killed, if there are any yet; the run goes on by itself."""
    with subprocess.Popen(command(folder, "--workers", "2"), **QUIET) as run:
        wait(run, after)
        workers = [child for child in children(run.pid) if "spawn_main" in " ".join(child.cmdline())]
        for worker in workers[:1]:
            os.kill(worker.pid, signal.SIGKILL)
    return "by itself" if run.returncode == 0 else again(command(folder, "--workers", "2"))


def kill_run(folder: Path, after: float) -> str:
    """The run itself is killed, and started again."""
    with subprocess.Popen(command(folder, "--workers", "2"), **QUIET) as run:
        wait(run, after)
        run.kill()
    return again(command(folder, "--workers", "2"))


def kill_scheduler(folder: Path, after: float) -> str:
    """The scheduler of a cluster is killed; cluster and run are started again."""
    with cluster(folder) as (scheduler, address):
        run = subprocess.Popen(command(folder, "--scheduler", address), **QUIET)
        wait(run, after)
        scheduler.kill()
        try:
            run.wait(120)
        except subprocess.TimeoutExpired:
            run.kill()
    with cluster(folder) as (_, address):
        return again(command(folder, "--scheduler", address))


VICTIMS: dict[str, Callable[[Path, float], str]] = {
    "worker": kill_worker,
    "run": kill_run,
    "scheduler": kill_scheduler,
}


def wait(run: subprocess.Popen[bytes], seconds: float) -> None:
    """Wait for an instant, or for the end of the run if that comes first."""
    until = time.perf_counter() + seconds
    while run.poll() is None and time.perf_counter() < until:
        time.sleep(0.02)


def again(run: list[str]) -> str:
    """Start the run until it is done."""
    for tries in range(1, 6):
        if subprocess.run(run, check=False, **QUIET).returncode == 0:
            return f"after {tries} more"
    return "never"


def children(pid: int) -> list[psutil.Process]:
    """The processes that one has started."""
    try:
        return psutil.Process(pid).children(recursive=True)
    except psutil.NoSuchProcess:
        return []


@contextmanager
def cluster(folder: Path) -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    """A scheduler and two workers as processes; the scheduler and its address."""
    file = folder / "scheduler.json"
    file.unlink(missing_ok=True)
    dask = [sys.executable, "-m", "dask"]
    options = ["--scheduler-file", str(file)]
    scheduler = subprocess.Popen(
        [*dask, "scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", *options], **QUIET
    )
    while not file.exists():
        time.sleep(0.05)
    workers = [
        *dask,
        "worker",
        *options,
        "--nworkers",
        "2",
        "--nthreads",
        "1",
        "--no-dashboard",
        "--death-timeout",
        "20",
    ]
    started = subprocess.Popen(workers, cwd=folder, **QUIET)
    try:
        yield scheduler, json.loads(file.read_text())["address"]
    finally:
        for process in (*children(started.pid), started, scheduler):
            process.kill()
        started.wait()
        scheduler.wait()


def content(folder: Path) -> str:
    """A hash of all rows, in the order of their names."""
    hashed = hashlib.sha256()
    for table in TABLES:
        rows = load(table, engine="arrow", folder=folder).to_pylist()
        hashed.update("\n".join(sorted(repr(row) for row in rows)).encode())
    return hashed.hexdigest()


if __name__ == "__main__":
    main()
