"""The peak memory of a worker, for few texts and for many.

    python benchmarks/memory.py [--few 1000] [--many 100000] [--workers 2]

The texts are of one paragraph, so that many of them take minutes and not hours; a worker holds a partition of them
whatever their number. The peak is what the kernel says of the process (VmHWM), so this runs on Linux.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import psutil

from lt_by_claims.corpus import corpus
from results import save
from texts import texts, write


def main() -> None:
    """Measure, and save what is found."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--few", type=int, default=1000)
    parser.add_argument("--many", type=int, default=100_000)
    parser.add_argument("--workers", type=int, default=2)
    given = parser.parse_args()
    few, many = (peak(number, given.workers) for number in (given.few, given.many))
    found = {"few": given.few, "many": given.many, "few_mb": few, "many_mb": many, "ratio": round(many / few, 3)}
    save("memory", found)


def peak(number: int, workers: int) -> float:
    """The peak memory of the worker that took most, in MB."""
    peaks: dict[int, float] = {}

    def watch(manifests: Iterable[Any], total: Callable[[], int]) -> Iterator[Any]:
        for manifest in manifests:
            for child in psutil.Process().children(recursive=True):
                peaks[child.pid] = max(peaks.get(child.pid, 0.0), high_water(child.pid))
            yield manifest

    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "texts.jsonl"
        write(source, texts(number, paragraphs=(1, 1)))
        corpus(source, Path(folder) / "out", workers=workers, watch=watch)
    return round(max(peaks.values()), 1)


def high_water(pid: int) -> float:
    """The most memory that a process has held, in MB; 0 where it is gone."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM")), 0.0)


if __name__ == "__main__":
    main()
