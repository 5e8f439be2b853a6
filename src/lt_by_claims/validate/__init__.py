"""Rows → tables, or every problem in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import pandas as pd
import pyarrow

from lt_by_claims.claim import Row
from lt_by_claims.errors import TableError
from lt_by_claims.metadata.arrow import arrow_schema, as_arrow
from lt_by_claims.tables import TABLES
from lt_by_claims.validate.across import across
from lt_by_claims.validate.cells import Problem, Typed, shortened, typed
from lt_by_claims.validate.columns import failures

Tables = dict[str, pd.DataFrame]
"""The frame of each table, by its name."""


def validate(rows: Mapping[str, Sequence[Row]]) -> Tables:
    """The rows as typed frames; TableError lists all that is wrong with them, by table and row."""
    given = {name: [row for row in rows.get(name, ()) if isinstance(row, dict)] for name in TABLES}
    held = {name: typed(name, given[name]) for name in TABLES}
    cells = {name: as_cells(held[name].frame) for name in TABLES}
    problems = [problem for name in TABLES for problem in of_one_table(name, held[name], cells[name])]
    problems += across(cells)
    if said := [*strange_tables(rows), *in_order(problems, given)]:
        raise TableError(said)
    frames = {name: held[name].frame for name in TABLES}
    for name in TABLES:
        as_arrow(name, frames[name])  # the second gate: the very schema that is published
    return frames


def of_one_table(name: str, held: Typed, cells: list[Row]) -> Iterator[Problem]:
    """What is wrong with a table by itself; a cell of a wrong type is not also called empty."""
    yield from held.problems
    for column, problem in failures(name, held.frame, cells):
        if (problem.row, column) not in held.told:
            yield problem


def as_cells(frame: pd.DataFrame) -> list[Row]:
    """The rows of a frame, None where a cell is empty."""
    rows: list[Row] = pyarrow.Table.from_pandas(frame, preserve_index=False).to_pylist()
    return rows


def strange_tables(rows: Mapping[str, Sequence[Row]]) -> Iterator[str]:
    """Tables that are missing or unknown, and what is no row at all."""
    for name in (name for name in TABLES if name not in rows):
        yield f"{name}: the table is missing: give it, with no rows where there are none"
    for name in (name for name in rows if name not in TABLES):
        yield f"{name}: no such table: there are {', '.join(TABLES)}"
    for name in TABLES:
        for at, row in enumerate(rows.get(name, ()), start=1):
            if not isinstance(row, dict):
                yield f"{name} row {at}: {shortened(row)} is not a row: give a dict of columns"


def in_order(problems: Sequence[Problem], rows: Mapping[str, Sequence[Row]]) -> Iterator[str]:
    """The problems in the order of the tables and their rows, each with the row's name."""
    tables = list(TABLES)
    for problem in sorted(problems, key=lambda p: (tables.index(p.table), -1 if p.row is None else p.row)):
        yield f"{problem.table}{named(problem, rows)}: {problem.what}"


def named(problem: Problem, rows: Mapping[str, Sequence[Row]]) -> str:
    """The name of the problem's row, or its number where it has no fit name."""
    if problem.row is None:
        return ""
    name = rows[problem.table][problem.row].get(arrow_schema(problem.table).names[0])
    return f" {name}" if isinstance(name, str) and name.isprintable() and name else f" row {problem.row + 1}"
