"""What validation costs: of this project, against reading one table with pandas; of a million claims, against checks
that are written by hand for Arrow, in the same process and by turns.

python benchmarks/validate.py [--claims 1000000] [--runs 5]
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow
import pyarrow.compute as pc
from pyarrow.parquet import ParquetFile

from results import middle, save

ROOT = Path(__file__).parents[1]
TABLES = ("documents", "claims", "quantities")
READING = "import pandas; pandas.read_parquet('data/processed/claims.parquet')"


def cpu_of(command: list[str]) -> float:
    """Seconds of CPU of a process."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def project(runs: int) -> dict[str, Any]:
    """The whole project as a process, by turns with what it is measured against."""
    validate = [sys.executable, "-m", "lt_by_claims", "validate"]
    pairs = [(cpu_of(validate), cpu_of([sys.executable, "-c", READING])) for _ in range(runs)]
    return {"rounds": runs, "claims": claims_published(), "ratio": ratio(pairs)}


def ratio(pairs: list[tuple[float, float]]) -> dict[str, float]:
    """The seconds of the one against those of the other, round by round."""
    return middle([own / other for own, other in pairs])


def claims_published() -> int:
    """How many claims the project has."""
    return int(ParquetFile(ROOT / "data/processed/claims.parquet").metadata.num_rows)


def many(number: int) -> dict[str, pyarrow.Table]:
    """The published tables again and again, each time under another document's name, in one piece as files are read."""
    small = {name: ParquetFile(ROOT / f"data/processed/{name}.parquet").read() for name in TABLES}
    (document,) = small["documents"]["document_id"].to_pylist()
    copies = range(-(-number // len(small["claims"])))
    return {
        name: pyarrow.concat_tables([renamed(table, document, copy) for copy in copies]).combine_chunks()
        for name, table in small.items()
    }


def renamed(table: pyarrow.Table, document: str, copy: int) -> pyarrow.Table:
    """The table of a copy: its ids and raw file are of its own document."""
    for name in ("document_id", "claim_id", "quantity_id", "raw_path"):
        if name in table.schema.names:
            at = table.schema.get_field_index(name)
            ids = pc.replace_substring(table[name], document, f"{document}-{copy:06}")
            table = table.set_column(at, table.schema.field(at), ids)
    return table


def by_hand(tables: dict[str, pyarrow.Table]) -> int:
    """The same promises, as one would write them down for these three tables: how many rows break one."""
    documents, claims, values = (tables[name] for name in TABLES)
    texts = dict(zip(documents["document_id"].to_pylist(), documents["text"].to_pylist(), strict=True))
    wrong = [
        *(pc.is_null(table[field.name]) for table in tables.values() for field in table.schema if not field.nullable),
        *(
            pc.invert(pc.is_in(table[field.name], pyarrow.array(list(json.loads(field.metadata[b"codes"])))))
            for table in tables.values()
            for field in table.schema
            if b"codes" in field.metadata
        ),
        *(
            pc.invert(pc.match_substring_regex(table[field.name], json.loads(field.metadata[b"pattern"])))
            for table in tables.values()
            for field in table.schema
            if b"pattern" in field.metadata
        ),
        pc.invert(pc.is_in(claims["document_id"], documents["document_id"].combine_chunks())),
        pc.invert(pc.is_in(values["claim_id"], claims["claim_id"].combine_chunks())),
        pc.not_equal(pc.utf8_length(claims["quote"]), pc.subtract(claims["quote_end"], claims["quote_start"])),
        pc.not_equal(pc.utf8_length(values["text"]), pc.subtract(values["end"], values["start"])),
        pc.greater(values["low"], values["high"]),
        pc.less(claims["position"], 1),
        pc.not_equal(pc.list_value_length(claims["link_texts"]), pc.list_value_length(claims["link_urls"])),
        pc.and_(claims["reviewed"], pc.greater(pc.list_value_length(claims["made_by"]), 0)),
        pc.not_equal(pc.list_element(claims["topics"], 0), claims["topic"]),
    ]
    found = sum(pc.sum(pc.fill_null(mask, False)).as_py() or 0 for mask in wrong)
    for table, key in (("documents", "document_id"), ("claims", "claim_id"), ("quantities", "quantity_id")):
        found += len(tables[table]) - pc.count_distinct(tables[table][key]).as_py()
    spans = (claims[name].to_pylist() for name in ("document_id", "quote", "quote_start"))
    found += sum(not texts[document].startswith(quote, start) for document, quote, start in zip(*spans, strict=True))
    return int(found)


def timed(what: Callable[[], Any]) -> tuple[float, Any]:
    """Seconds of CPU, and what came out."""
    began = time.process_time()
    result = what()
    return time.process_time() - began, result


def peak() -> int:
    """Bytes that the process has had at most."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def million(number: int, runs: int) -> dict[str, Any]:
    """Many claims, in one process: memory first, then the time of each by turns, after a round that does not count."""
    from lt_by_claims.validate import Held, found_in

    tables = many(number)
    size = sum(table.nbytes for table in tables.values())
    retired = ParquetFile(ROOT / "data/processed/retired.parquet").read()
    held = {name: Held(name, table, name) for name, table in {**tables, "retired": retired}.items()}

    def own() -> int:
        return len(list(found_in(held)))

    def hand() -> int:
        return by_hand(tables)

    assert own() == 0
    memory = peak()
    assert hand() == 0
    rounds = [(timed(own), timed(hand)) for _ in range(runs)]
    assert {found for both in rounds for _, found in both} == {0}
    return {
        "rounds": runs,
        "claims": len(tables["claims"]),
        "megabytes": round(size / 1e6),
        "seconds": middle([seconds for (seconds, _), _ in rounds]),
        "seconds_by_hand": middle([seconds for _, (seconds, _) in rounds]),
        "ratio": ratio([(mine, other) for (mine, _), (other, _) in rounds]),
        "memory_mb": round(memory / 1e6),
        "memory_ratio": round(memory / size, 2),
    }


def main() -> None:
    """Both measures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, default=1_000_000)
    parser.add_argument("--runs", type=int, default=5)
    asked = parser.parse_args()
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # processes import what is compiled, as they do for users
    save("validate", {"project": project(asked.runs), "many": million(asked.claims, asked.runs)})


if __name__ == "__main__":
    main()
