"""A state of the dataset that can be compared: its rows, its columns, and the version that it says it is of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pyarrow

from lt_by_claims.claim import TABLE_NAMES, Rows
from lt_by_claims.dataset import load
from lt_by_claims.errors import NotBuiltError
from lt_by_claims.metadata.arrow import arrow_schema, said
from lt_by_claims.version import Version

Columns = dict[str, tuple[str, tuple[str, ...]]]
"""The type of each column, and the codes that it may hold, by `table.column`."""

LATER = frozenset({"retired"})
"""Tables that older versions have not."""


TEXT = "string"
NEEDED = {
    "documents": {"document_id": TEXT, "title": TEXT, "text": TEXT, "reviewed": "bool"},
    "claims": {"claim_id": TEXT, "document_id": TEXT, "claim": TEXT, "quote": TEXT, "reviewed": "bool"},
    "quantities": {"quantity_id": TEXT, "claim_id": TEXT, "text": TEXT, "start": "int64"},
    "retired": {"claim_id": TEXT, "replaced_by": f"list of {TEXT}", "retired_in": TEXT},
}
"""What a comparison asks of each row."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of two states that are compared."""

    name: str
    rows: Rows
    columns: Columns
    version: Version | None = None


def side_of_rows(name: str, rows: Rows, version: Version | None) -> Side:
    """The state that some rows would be when they are published."""
    return Side(name, rows, columns_of({table: arrow_schema(table) for table in TABLE_NAMES}), version)


def side_of_tables(name: str, tables: Mapping[str, pyarrow.Table]) -> Side:
    """The state that was published as these tables; those that are not there have no rows."""
    for table, found in tables.items():
        if twice := sorted({column for column in found.schema.names if found.schema.names.count(column) > 1}):
            raise NotBuiltError(f"{name}: {table} has {', '.join(twice)} more than once: run lt-by-claims build again")
    rows = {table: tables[table].to_pylist() if table in tables else [] for table in TABLE_NAMES}
    schemas = {table: found.schema for table, found in tables.items() if table in TABLE_NAMES}
    return Side(name, rows, columns_of(schemas), version_of(schemas))


def side_of_folder(folder: Path, name: str = "") -> Side:
    """What is published in a folder, a project's or one with the tables; NotBuiltError where a table is not there."""
    tables: dict[str, pyarrow.Table] = {}
    for table in TABLE_NAMES:
        try:
            tables[table] = load(table, engine="arrow", folder=folder)
        except ValueError as error:
            if table not in LATER:
                raise NotBuiltError(f"{folder}: {error}: run lt-by-claims build") from error
    return side_of_tables(name or str(folder), tables)


def is_sound(side: Side) -> bool:
    """Have all rows what a comparison needs, of the type that it needs?"""
    there = {name.partition(".")[0] for name in side.columns}
    return there >= NEEDED.keys() - LATER and not any(lacking(side))


def lacking(side: Side) -> Iterator[str]:
    """The columns, of the tables that are there, that have not what a comparison needs, of the type that it needs."""
    for table in {name.partition(".")[0] for name in side.columns}:
        for column, kind in NEEDED[table].items():
            of_type = side.columns.get(f"{table}.{column}", ("",))[0] == kind
            if not (of_type and all(row[column] is not None for row in side.rows[table])):
                yield f"{table}.{column}"


def whole(side: Side) -> Side:
    """The state, if it can be compared."""
    if lost := sorted(lacking(side)):
        what = f"{side.name}: {', '.join(lost)} cannot be compared"
        raise NotBuiltError(f"{what}: lt-by-claims validate says what is wrong, build again puts it right")
    return side


def columns_of(schemas: Mapping[str, pyarrow.Schema]) -> Columns:
    """The columns of all tables."""
    return {
        f"{table}.{field.name}": (kind_of(field), tuple(said(field, "codes") or ()))
        for table, schema in schemas.items()
        for field in schema
    }


def kind_of(field: pyarrow.Field) -> str:
    """The type of a column, whatever the members of its lists are called."""
    kind = field.type
    return f"list of {kind.value_type}" if pyarrow.types.is_list(kind) else str(kind)


def version_of(schemas: Mapping[str, pyarrow.Schema]) -> Version | None:
    """The version that the tables say they are of."""
    for schema in schemas.values():
        try:
            return Version.of((schema.metadata or {}).get(b"version", b"").decode())
        except ValueError:
            continue
    return None
