"""Rows as a typed frame, and every cell that is not of its column's type."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from math import isfinite
from typing import Any, NamedTuple

import pandas as pd
import pyarrow

from lt_by_claims.claim import Row
from lt_by_claims.dataset import as_frame
from lt_by_claims.metadata.arrow import arrow_schema

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


class Problem(NamedTuple):
    """What is wrong, and with which row of which table; no row where it is the table itself."""

    table: str
    row: int | None
    what: str


class Typed(NamedTuple):
    """A table as far as its cells are of their types: the others are empty, and told in `problems`."""

    frame: pd.DataFrame
    problems: list[Problem]
    told: set[tuple[int, str]]


def typed(name: str, rows: Sequence[Row]) -> Typed:
    """The rows as a frame of the table's types."""
    schema = arrow_schema(name)
    lacking = {(at, key) for key in schema.names for at, row in enumerate(rows) if key not in row}
    wrong = {(at, field.name): says for field in schema for at, says in wrong_cells(field, rows)}
    columns = [
        pyarrow.array(
            [None if (at, field.name) in wrong else row.get(field.name) for at, row in enumerate(rows)], field.type
        )
        for field in schema
    ]
    nullable = pyarrow.schema([field.with_nullable(True) for field in schema])
    problems = [*strange_columns(name, rows, lacking), *(Problem(name, at, says) for (at, _), says in wrong.items())]
    return Typed(as_frame(pyarrow.table(columns, schema=nullable)), problems, lacking | set(wrong))


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
            return isinstance(value, int | float | Decimal) and not isinstance(value, bool) and isfinite(value)
        case "bool":
            return isinstance(value, bool)
        case "date32[day]":
            return isinstance(value, date) and not isinstance(value, datetime)
        case _:
            members = value if isinstance(value, list | tuple) else (0,)
            return all(is_of("string", member) or (member is None and "not null" not in kind) for member in members)


def is_unicode(text: str) -> bool:
    """Can it be written as UTF-8? Half a surrogate pair cannot."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def strange_columns(name: str, rows: Sequence[Row], lacking: set[tuple[int, str]]) -> Iterator[Problem]:
    """Columns that rows lack, told once where all do, and columns that the table does not know."""
    names = arrow_schema(name).names
    for key in names:
        without = [at for at in range(len(rows)) if (at, key) in lacking]
        for at in [None] if len(without) == len(rows) > 0 else without:
            yield Problem(name, at, f"column {key} is missing: give it, empty where nothing is known")
    for key in dict.fromkeys(key for row in rows for key in row if key not in names):
        yield Problem(name, None, f"column {key!r} is unknown: the table has {', '.join(names)}")


def shortened(value: Any) -> str:
    """A value as it is written in a message."""
    written = ascii(value) if isinstance(value, str) and not is_unicode(value) else repr(value)
    return written if len(written) <= 80 else f"{written[:60]} … {written[-15:]}"
