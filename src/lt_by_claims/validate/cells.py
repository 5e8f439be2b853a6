"""Rows as Arrow tables, and every cell that is not of its column's type."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from math import isfinite
from typing import Any

import pyarrow

from lt_by_claims.claim import Row
from lt_by_claims.metadata.arrow import arrow_schema
from lt_by_claims.problem import Problem
from lt_by_claims.tables.arrays import array
from lt_by_claims.validate.held import Held
from lt_by_claims.validate.shown import is_unicode, shortened

LARGEST = 2**63 - 1

TYPES = {
    "string": "text",
    "int64": "a whole number",
    "double": "a finite number",
    "bool": "true or false",
    "date32[day]": "a day",
    "list<element: string>": "a list of texts or gaps",
    "list<element: string not null>": "a list of texts",
}
"""What a type is called in a message."""


def typed(name: str, rows: Sequence[Row]) -> tuple[Held, list[Problem]]:
    """The rows as a table, and what is wrong with their types."""
    schema = arrow_schema(name)
    lacking = {(at, key) for key in schema.names for at, row in enumerate(rows) if key not in row}
    wrong = {(at, field.name): says for field in schema for at, says in wrong_cells(field, rows)}
    columns = [
        array([None if (at, field.name) in wrong else row.get(field.name) for at, row in enumerate(rows)], field.type)
        for field in schema
    ]
    nullable = pyarrow.schema([field.with_nullable(True) for field in schema])
    held = Held(name, pyarrow.Table.from_arrays(columns, schema=nullable), name, frozenset(lacking | set(wrong)))
    cells = [held.problem(at, "type", says, column=column) for (at, column), says in wrong.items()]
    return held, [*strange_columns(held, rows, lacking), *cells]


def wrong_cells(field: pyarrow.Field, rows: Sequence[Row]) -> Iterator[tuple[int, str]]:
    """The rows whose cell is not of the column's type, and what is wrong with it."""
    kind = str(field.type)
    for at, row in enumerate(rows):
        value = row.get(field.name)
        if value is not None and not is_of(kind, value):
            yield at, f"{field.name} is {shortened(value)}, which is not {TYPES[kind]}"


def is_of(kind: str, value: Any) -> bool:
    """Is it a value that a column of this type can hold as it is?"""
    match kind:
        case "string":
            return isinstance(value, str) and is_unicode(value)
        case "int64":
            return isinstance(value, int) and not isinstance(value, bool) and abs(value) <= LARGEST
        case "double":
            return isinstance(value, int | float | Decimal) and not isinstance(value, bool) and is_finite(value)
        case "bool":
            return isinstance(value, bool)
        case "date32[day]":
            return isinstance(value, date) and not isinstance(value, datetime)
        case _:
            members = value if isinstance(value, list | tuple) else (0,)
            return all(is_of("string", member) or (member is None and "not null" not in kind) for member in members)


def is_finite(value: int | float | Decimal) -> bool:
    """Is it a number that a float can come near to?"""
    try:
        return isfinite(float(value))
    except (OverflowError, ValueError):
        return False


def strange_columns(held: Held, rows: Sequence[Row], lacking: set[tuple[int, str]]) -> Iterator[Problem]:
    """Columns that rows lack, told once where all do, and columns that the table does not know."""
    names = arrow_schema(held.name).names
    for key in names:
        without: list[int | None] = [at for at in range(len(rows)) if (at, key) in lacking]
        for at in [None] if len(without) == len(rows) > 0 else without:
            yield held.problem(at, "columns", f"column {key} is missing", "give it, empty where nothing is known", key)
    for key in dict.fromkeys(key for row in rows for key in row if key not in names):
        yield held.problem(None, "columns", f"column {key!r} is unknown", f"the table has {', '.join(names)}")
