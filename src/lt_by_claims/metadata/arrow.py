"""The Arrow schema of each table, which carries what is known of its columns into the Parquet file."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any

import pyarrow

from lt_by_claims.errors import TableError
from lt_by_claims.tables import TABLES
from lt_by_claims.tables.column import Column

if TYPE_CHECKING:
    import pandas as pd


@cache
def arrow_schema(name: str) -> pyarrow.Schema:
    """The schema of a table; each field says its description, unit, codes and form in its metadata."""
    columns = TABLES[name].columns.values()
    return pyarrow.schema(map(arrow_field, columns), metadata={"name": name, "description": TABLES[name].__doc__})


def arrow_field(column: Column) -> pyarrow.Field:
    """A column as a field of an Arrow schema."""
    said = {key: json.dumps(value, ensure_ascii=False) for key, value in {**column.metadata, **limits(column)}.items()}
    return pyarrow.field(
        column.name, column.type, nullable=column.nullable, metadata={"description": column.description, **said}
    )


def limits(column: Column) -> dict[str, Any]:
    """What is checked of a column and other schemas have a word for too."""
    found = {"pattern": column.str_matches, "minimum": column.ge, "unique": column.unique or None}
    return {key: value for key, value in found.items() if value is not None}


def said(field: pyarrow.Field, key: str) -> Any:
    """What a field's metadata says under a key, or None."""
    value = (field.metadata or {}).get(key.encode())
    return value and (value.decode() if key == "description" else json.loads(value))


def as_arrow(name: str, frame: pd.DataFrame) -> pyarrow.Table:
    """A frame as the Arrow table of that name; TableError where it is not of the very schema."""
    schema = arrow_schema(name)
    if list(frame.columns) != schema.names:
        raise TableError(f"{name}: the columns are {', '.join(map(str, frame.columns))}: validate the rows first")
    try:
        table = pyarrow.Table.from_pandas(frame, schema=schema.remove_metadata(), preserve_index=False)
        table.validate(full=True)
    except (pyarrow.ArrowException, ValueError) as error:
        raise TableError(f"{name}: not of the schema that is published: {error}: validate the rows first") from error
    return table.cast(schema)
