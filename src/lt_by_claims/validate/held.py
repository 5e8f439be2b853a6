"""A table as far as it can be checked, and problems with its rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import pyarrow
import pyarrow.compute as pc

from lt_by_claims.metadata.arrow import arrow_schema, said
from lt_by_claims.problem import Problem, Severity
from lt_by_claims.tables import TABLES

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


class Dataset(dict[str, Held]):
    """The tables by name, and what the rows of one have to do with those of another, which is looked up once."""

    @cached_property
    def leads(self) -> dict[tuple[str, str], pyarrow.ChunkedArray]:
        """For each table and column that refers to another: the row there that each cell names, null for none."""
        return {
            (table, column): pc.index_in(self[table][column], self[other][key].combine_chunks(), skip_nulls=True)
            for table, column, other, key in references()
        }

    @cached_property
    def texts(self) -> list[str | None]:
        """The text of each document, row by row."""
        texts: list[str | None] = self["documents"]["text"].to_pylist()
        return texts

    def quote_of(self, value: int) -> tuple[str | None, int | None, int | None]:
        """The quote that a value is given with: its text, and its two ends there."""
        claim = self.leads["quantities", "claim_id"][value].as_py()
        if claim is None or (document := self.leads["claims", "document_id"][claim].as_py()) is None:
            return None, None, None
        start, end = (self["claims"][name][claim].as_py() for name in ("quote_start", "quote_end"))
        return self.texts[document], start, end


def references() -> Iterator[tuple[str, str, str, str]]:
    """Which column of which table names rows of another table, by what column there."""
    for table in TABLES:
        for field in arrow_schema(table):
            other, _, key = (said(field, "refers_to") or "").partition(".")
            if other:
                yield table, field.name, other, key
