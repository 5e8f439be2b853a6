"""Rows → tables, or every problem in words.

`validate` takes rows and gives frames, which Pandera has passed as well; `found_in` takes Arrow tables of any size and
gives every problem as a value.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from lt_by_claims.claim import Row
from lt_by_claims.errors import TableError
from lt_by_claims.problem import Problem
from lt_by_claims.tables import TABLES
from lt_by_claims.validate.across import across
from lt_by_claims.validate.cells import typed
from lt_by_claims.validate.columns import failures
from lt_by_claims.validate.held import Dataset, Held
from lt_by_claims.validate.numbers import values_say_their_figures
from lt_by_claims.validate.shown import shortened

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Held", "Tables", "checked", "found_in", "validate"]

Tables = dict[str, "pd.DataFrame"]
"""The frame of each table, by its name."""


def validate(rows: Mapping[str, Sequence[Row]]) -> Tables:
    """The rows as typed frames; TableError lists all that is wrong with them, by table and row."""
    held, problems = checked(rows)
    if problems:
        raise TableError(problems)
    return {name: framed(table) for name, table in held.items()}


def checked(rows: Mapping[str, Sequence[Row]]) -> tuple[dict[str, Held], list[Problem]]:
    """The rows as tables, and all that is wrong with them, in the order of the tables and their rows."""
    given = {name: [row for row in rows.get(name, ()) if isinstance(row, dict)] for name in TABLES}
    made = {name: typed(name, given[name]) for name in TABLES}
    held = {name: table for name, (table, _) in made.items()}
    wrong = [problem for _, problems in made.values() for problem in problems]
    return held, [*strange_tables(rows), *in_order([*wrong, *found_in(held)])]


def found_in(tables: Mapping[str, Held]) -> Iterator[Problem]:
    """All that is wrong with tables, each by itself and between them."""
    for held in tables.values():
        yield from failures(held)
    whole = Dataset(tables)
    yield from across(whole)
    yield from values_say_their_figures(whole)


def in_order(problems: Sequence[Problem]) -> list[Problem]:
    """The problems in the order of the tables and their rows."""
    tables = list(TABLES)
    return sorted(problems, key=lambda problem: (tables.index(problem.path), problem.row or 0))


def strange_tables(rows: Mapping[str, Sequence[Row]]) -> Iterator[Problem]:
    """Tables that are missing or unknown, and what is no row at all."""
    for name in (name for name in TABLES if name not in rows):
        yield Problem(
            path=name, check="tables", what="the table is missing", to_do="give it, with no rows where there are none"
        )
    for name in (name for name in rows if name not in TABLES):
        yield Problem(path=name, check="tables", what="no such table", to_do=f"there are {', '.join(TABLES)}")
    for name in TABLES:
        for at, row in enumerate(rows.get(name, ()), start=1):
            if not isinstance(row, dict):
                what = f"{shortened(row)} is not a row"
                yield Problem(path=name, row=at, check="tables", what=what, to_do="give a dict of columns")


def framed(held: Held) -> pd.DataFrame:
    """A table as a frame that the very schema of Arrow and that of Pandera let pass."""
    from lt_by_claims.dataset.pandas import as_frame
    from lt_by_claims.metadata.arrow import as_arrow

    frame = as_frame(held.table)
    as_arrow(held.name, frame)
    return TABLES[held.name].validate(frame)
