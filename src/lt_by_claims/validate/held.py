"""A table as far as it can be checked, and problems with its rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

import pyarrow
import pyarrow.compute as pc

from lt_by_claims.problem import Problem, Severity
from lt_by_claims.tables.arrays import FALSE

BATCH = 65_536
"""So many rows are looked at at once."""


@dataclass(frozen=True, slots=True)
class Held:
    """A table with all its columns, each of its type; what could not be held is empty.

    `path` is what messages call it; `told` has the cells (row from 0 and column) that are told already, with None for
    a whole column.
    """

    name: str
    table: pyarrow.Table
    path: str
    told: frozenset[tuple[int | None, str]] = frozenset()

    def __getitem__(self, column: str) -> pyarrow.ChunkedArray:
        return self.table[column]

    def is_told(self, row: int | None, columns: Iterable[str]) -> bool:
        """Is one of the cells told already?"""
        return bool(self.told) and any((row, name) in self.told or (None, name) in self.told for name in columns)

    def batches(self) -> Iterator[tuple[int, pyarrow.RecordBatch]]:
        """The table in parts, each with the number of its first row."""
        for first in range(0, len(self.table), BATCH):
            (batch,) = self.table.slice(first, BATCH).combine_chunks().to_batches()
            yield first, batch

    def row(self, at: int) -> dict[str, Any]:
        """The cells of one row."""
        row: dict[str, Any] = self.table.slice(at, 1).to_pylist()[0]
        return row

    def problem(
        self,
        at: int | None,
        check: str,
        what: str,
        to_do: str = "",
        column: str = "",
        severity: Severity = "error",
    ) -> Problem:
        """A problem with a row, or with the table."""
        known = Problem(path=self.path, check=check, what=what, to_do=to_do, column=column, severity=severity)
        if at is None:
            return known
        name, claim = self.named(at)
        return replace(known, row=at + 1, who=name, claim=claim)

    def named(self, at: int) -> tuple[str, str]:
        """The name of a row and of its claim, empty where it has no fit one."""
        keys = {"claims": "claim_id", "quantities": "claim_id"}
        name, claim = (
            self.table[key][at].as_py() if key else None for key in (self.table.column_names[0], keys.get(self.name))
        )
        return fit(name), fit(claim)


def fit(name: Any) -> str:
    """A name that can be told in a message."""
    return name if isinstance(name, str) and name.isprintable() and len(name) <= 120 else ""


Dataset = Mapping[str, Held]
"""The tables by name."""


def rows_where(mask: pyarrow.Array | pyarrow.ChunkedArray) -> list[int]:
    """The numbers of the rows where it is true."""
    if isinstance(mask, pyarrow.ChunkedArray):
        mask = mask.combine_chunks()
    rows: list[int] = pc.indices_nonzero(pc.fill_null(mask, FALSE)).to_pylist()
    return rows
