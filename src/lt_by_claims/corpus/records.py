"""The records of JSON Lines and Parquet, one by one, however large the file is."""

from __future__ import annotations

import json
from collections.abc import Iterator
from io import BufferedReader
from typing import Any

from lt_by_claims.corpus.source import KNOWN, Source

LONGEST_LINE = 40_000_000
"""Bytes of the longest line that is read: a text of the largest size with all its letters escaped."""

ROWS = 64
"""Rows of Parquet that are held at a time."""


def json_lines(system: Any, path: str, shown: str) -> Iterator[Source]:
    """The texts of JSON Lines; a line that is no record gives a reason, and blank lines give nothing."""
    try:
        with system.open(path, "rb", compression="infer") as opened, BufferedReader(opened) as file:
            for number, line in enumerate(lines(file), start=1):
                if line is None or line.strip():
                    yield record(line, f"{shown}:{number}")
    except (OSError, EOFError, ValueError) as error:
        yield Source("", shown, problem=f"{shown}: cannot be read on: {error}", sort="unreadable")


def lines(file: Any) -> Iterator[bytes | None]:
    """The lines of a file; None for one that is too long, which is never held whole."""
    while line := file.readline(LONGEST_LINE):
        if len(line) < LONGEST_LINE or line.endswith(b"\n"):
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = file.readline(LONGEST_LINE)
        yield None


def record(line: bytes | None, place: str) -> Source:
    """The text of one line."""
    if line is None:
        return Source("", place, problem=f"{place}: the line is longer than {LONGEST_LINE:,} bytes", sort="too large")
    try:
        found = json.loads(line)
    except (ValueError, RecursionError) as error:
        return Source("", place, problem=f"{place}: is no JSON: {error}", sort="unreadable")
    if not isinstance(found, dict):
        return Source("", place, problem=f"{place}: is no record: give an object with a text", sort="unreadable")
    return Source.of_record(found, place)


def lines_in(system: Any, path: str) -> int:
    """How many lines a file has, as far as it can be read."""
    count = 0
    try:
        with system.open(path, "rb", compression="infer") as file:
            while block := file.read(1 << 20):
                count += block.count(b"\n")
    except (OSError, EOFError, ValueError):
        pass  # said when it is read
    return max(count, 1)


def parquet_rows(system: Any, path: str, shown: str) -> Iterator[Source]:
    """The texts of a Parquet file; only the columns that are known are read."""
    from pyarrow import ArrowException
    from pyarrow.parquet import ParquetFile

    try:
        with system.open(path, "rb") as file:
            opened = ParquetFile(file)
            names = [name for name in ("document_id", "text", *KNOWN) if name in opened.schema_arrow.names]
            number = 0
            for batch in opened.iter_batches(ROWS, columns=names):
                for row in batch.to_pylist():
                    number += 1
                    yield Source.of_record(row, f"{shown}:{number}")
    except (OSError, ArrowException) as error:
        yield Source("", shown, problem=f"{shown}: cannot be read on: {error}", sort="unreadable")


def rows_in(system: Any, path: str) -> int:
    """How many rows a Parquet file has."""
    from pyarrow import ArrowException
    from pyarrow.parquet import ParquetFile

    try:
        with system.open(path, "rb") as file:
            return int(ParquetFile(file).metadata.num_rows)
    except (OSError, ArrowException):
        return 1  # said when it is read
