"""The Arrow schema of each table, which carries what is known of its columns into the Parquet file."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import pandas as pd
import pandera.pandas as pandera
import pyarrow

from lt_by_claims.errors import TableError
from lt_by_claims.tables import TABLES


@cache
def arrow_schema(name: str) -> pyarrow.Schema:
    """The schema of a table; each field says its description, unit, codes and form in its metadata."""
    columns = TABLES[name].to_schema().columns.values()
    return pyarrow.schema(map(arrow_field, columns), metadata={"name": name, "description": TABLES[name].__doc__})


def arrow_field(column: pandera.Column) -> pyarrow.Field:
    """A column as a field of an Arrow schema."""
    known = column.metadata or {}
    kind = column.dtype.type.pyarrow_dtype
    if pyarrow.types.is_list(kind):  # Pandera forgets whether members may be empty
        kind = pyarrow.list_(pyarrow.field("element", kind.value_type, nullable=known.get("gaps", False)))
    said = {key: json.dumps(value, ensure_ascii=False) for key, value in {**known, **limits(column)}.items()}
    return pyarrow.field(
        column.name, kind, nullable=column.nullable, metadata={"description": column.description, **said}
    )


def limits(column: pandera.Column) -> dict[str, Any]:
    """What Pandera checks of a column and other schemas have a word for too."""
    known = {"str_matches": ("pattern", "pattern"), "greater_than_or_equal_to": ("minimum", "min_value")}
    found = {
        known[check.name][0]: check.statistics[known[check.name][1]] for check in column.checks if check.name in known
    }
    return {**found, **({"unique": True} if column.unique else {})}


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
