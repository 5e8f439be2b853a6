"""What a process of its own spends to import the package, and to load the claims with each engine.

    python benchmarks/imports.py [--rounds 15]

Processor time of whole processes, their threads too, turn by turn: bare Python, the import, `pandas.read_parquet` of
the same file, and `load` with each engine. Ratios are taken within a turn. Python must be allowed to keep what it has
compiled, which the first turn, not counted, sees to.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import subprocess
import sys

from lt_by_claims.dataset import ENGINES
from lt_by_claims.dataset.places import HOMES
from results import middle, save

CLAIMS = next(home / "claims.parquet" for home in HOMES if (home / "claims.parquet").is_file())

PANDAS = f"import pandas; pandas.read_parquet({str(CLAIMS)!r})"
"""What the engines are held against."""

CODE = {
    "bare": "",
    "import": "import lt_by_claims",
    "read_parquet": PANDAS,
    **{name: f"import lt_by_claims; lt_by_claims.load(engine={name!r})" for name in ENGINES},
}

ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def main() -> None:
    """Measure, and save what is found."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=15)
    given = parser.parse_args()
    turn()
    turns = [turn() for _ in range(given.rounds)]
    found = {
        "rounds": given.rounds,
        "import_milliseconds": middle([1000 * (one["import"] - one["bare"]) for one in turns]),
        "read_parquet_milliseconds": round(1000 * statistics.median(one["read_parquet"] for one in turns)),
        "ratios": {name: middle([one[name] / one["read_parquet"] for one in turns]) for name in ENGINES},
    }
    save("imports", found)


def turn() -> dict[str, float]:
    """The seconds of each process, one after the other."""
    return {name: spent(code) for name, code in CODE.items()}


def spent(code: str) -> float:
    """The seconds of the processor that a process needs for some lines."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-c", code], check=True, env=ENVIRONMENT)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    main()
