"""What is wrong with the cells of each column, and with the rows of each table."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pyarrow
import pyarrow.compute as pc

from lt_by_claims.problem import Problem
from lt_by_claims.tables import TABLES
from lt_by_claims.tables.arrays import INT32, INT64, array, has_no_gaps, repeated, rows_where, scalar
from lt_by_claims.tables.column import Column, RowCheck
from lt_by_claims.validate.held import Held
from lt_by_claims.validate.shown import Shown

Wrong = Callable[[pyarrow.Array], pyarrow.BooleanArray]
"""Which cells of a column are wrong."""


def failures(held: Held) -> Iterator[Problem]:
    """All that is wrong with a table by itself."""
    columns = TABLES[held.name].columns.values()
    checks = [(column, what) for column in columns for what in cell_checks(column)]
    needed = TABLES[held.name].needed()
    for first, batch in held.batches():
        for column, (check, to_do, wrong) in checks:
            for at in rows_where(wrong(batch[column.name])):
                if not held.is_told(first + at, [column.name]):
                    what = f"{column.name} is {Shown(batch[column.name][at].as_py())!r}"
                    yield held.problem(first + at, check, what, to_do, column.name)
        for row_check in TABLES[held.name].checks:
            for at in rows_where(pc.invert(row_check.passes(batch, needed))):
                if not held.is_told(first + at, row_check.columns):
                    yield of_row(held, first + at, row_check)
    for column in columns:
        if column.unique:
            yield from standing_twice(held, column)


def cell_checks(column: Column) -> Iterator[tuple[str, str, Wrong]]:
    """What must hold of each cell: the name of the check, what to do where it fails, and where that is."""
    if not column.nullable:
        yield "empty", "it must be given", pc.is_null
    if column.type == pyarrow.float64():
        yield "finite", "give a finite number", lambda cells: pc.invert(pc.is_finite(cells))
    if pyarrow.types.is_list(column.type) and not column.gaps:
        yield "empty", "a list has no gaps here", lambda lists: pc.invert(has_no_gaps(lists))
    if column.codes:
        codes = array(column.codes)
        yield "code", f"use one of {', '.join(column.codes)}", lambda cells: not_among(cells, codes)
    if pattern := column.str_matches:
        yield "form", f"write {column.form}", lambda cells: pc.invert(pc.match_substring_regex(cells, pattern))
    if column.ge is not None:
        yield "limit", f"it must be at least {column.ge}", lambda cells: pc.less(cells, scalar(column.ge, INT64))
    if column.gt is not None:
        yield "limit", f"it must be more than {column.gt}", lambda cells: pc.less_equal(cells, scalar(column.gt, INT64))
    if column.str_length:
        least = column.str_length["min_value"]
        to_do = "it must have a character, or be left empty where that is allowed"
        yield "length", to_do, lambda cells: pc.less(pc.utf8_length(cells), scalar(least, INT32))


def not_among(cells: pyarrow.Array, codes: pyarrow.Array) -> pyarrow.BooleanArray:
    """Which cells are given, and none of the codes."""
    return pc.and_(pc.is_valid(cells), pc.invert(pc.is_in(cells, codes)))


def of_row(held: Held, at: int, check: RowCheck) -> Problem:
    """A check of whole rows that failed."""
    cells = {key: Shown(value) for key, value in held.row(at).items()}
    what, to_do = check.what.format_map(cells), check.to_do
    return held.problem(at, check.name, what, to_do, check.columns[0])


def standing_twice(held: Held, column: Column) -> Iterator[Problem]:
    """Names that stand in more than one row."""
    cells = held[column.name]
    twice = repeated(cells)
    if not len(twice):
        return
    for at in rows_where(pc.is_in(cells, twice)):
        what = f"{column.name} is {Shown(cells[at].as_py())!r} in more than one row"
        yield held.problem(at, "unique", what, "names must be unique", column.name)
