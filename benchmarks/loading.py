"""`load` of a million claims in partitions, with filters, against PyArrow and the other readers.

    python benchmarks/loading.py [--claims 1000000] [--rounds 7]

The claims are those of generated texts, repeated under other names. Turn by turn: `load(engine="arrow")` and
`pyarrow.dataset` with the same filter and columns; Polars and DuckDB, where they are there, must find as many rows.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pyarrow
import pyarrow.compute
import pyarrow.dataset
from pyarrow import parquet

from lt_by_claims.corpus import corpus
from lt_by_claims.dataset import load
from results import middle, save
from texts import texts, write

TRADE = [("topic", "==", "trade")]
COLUMNS = ["claim_id", "claim", "time_start"]


def main() -> None:
    """Measure, and save what is found."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=7)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        rows = grown(folder, given.claims)
        asked = pyarrow.dataset.field("topic") == "trade"

        def ours() -> int:
            return load(engine="arrow", folder=folder / "out", columns=COLUMNS, filters=TRADE).num_rows

        def theirs() -> int:
            found = pyarrow.dataset.dataset(folder / "out" / "claims", format="parquet")
            return found.to_table(columns=COLUMNS, filter=asked).num_rows

        assert ours() == theirs() == by_polars(folder) == by_duckdb(folder)
        rounds = [(timed(ours), timed(theirs)) for _ in range(given.rounds)]
        found = {"claims": rows, "found": ours(), "ratio": middle([one / other for one, other in rounds])}
        save("loading", {**found, "seconds": middle([one for one, _ in rounds])})


def grown(folder: Path, wanted: int) -> int:
    """A corpus whose claims are repeated until there are so many; how many there are."""
    write(folder / "texts.jsonl", texts(100))
    corpus(folder / "texts.jsonl", folder / "out")
    first = sorted((folder / "out" / "claims").iterdir())
    table = pyarrow.concat_tables(parquet.read_table(path) for path in first)
    rows = table.num_rows
    for number in range(wanted // table.num_rows):
        named = pyarrow.compute.binary_join_element_wise(f"copy{number}", table["claim_id"], "-")
        parquet.write_table(
            table.set_column(0, table.schema.field(0), named),
            first[0].with_name(f"part-{number}.parquet"),
            compression="zstd",
        )
        rows += table.num_rows
    return rows


def by_polars(folder: Path) -> int:
    """How many rows Polars finds."""
    import polars

    return (
        polars.scan_parquet(folder / "out" / "claims" / "*.parquet")
        .filter(polars.col("topic") == "trade")
        .select("claim")
        .collect()
        .height
    )


def by_duckdb(folder: Path) -> int:
    """How many rows DuckDB finds; as many as Polars where it is not installed."""
    try:
        import duckdb
    except ImportError:
        return by_polars(folder)
    query = f"select count(*) from '{folder}/out/claims/*.parquet' where topic = 'trade'"
    return int(duckdb.sql(query).fetchall()[0][0])


def timed(work: Callable[[], object]) -> float:
    """The seconds that something takes."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
