"""The published tables as they lie in a folder, and what is wrong with their files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pyarrow
from pyarrow.parquet import ParquetFile

from lt_by_claims.metadata.arrow import arrow_schema
from lt_by_claims.problem import Problem
from lt_by_claims.tables import TABLES
from lt_by_claims.validate import Held

AGAIN = "run lt-by-claims build"

OWN = (b"name", b"description")
"""What the metadata of every table says of itself, whatever the release."""


def published(folder: Path, shown: str) -> tuple[dict[str, Held], list[Problem]]:
    """The tables of a folder, as far as they can be held, and what is wrong with their schemas."""
    held: dict[str, Held] = {}
    problems: list[Problem] = []
    for name in TABLES:
        path = f"{shown}{name}.parquet"
        table = read(folder / f"{name}.parquet", path)
        if isinstance(table, Problem):
            problems.append(table)
            held[name] = Held(name, empty(name), path, told_whole(arrow_schema(name).names))
        else:
            problems += strange_schema(table.schema, name, path)
            held[name] = as_held(table, name, path)
    return held, problems


def read(file: Path, path: str) -> pyarrow.Table | Problem:
    """The table of a file, or why there is none."""
    if not file.is_file() or file.is_symlink():
        return Problem(path=path, check="file", what="is missing, or no plain file", to_do=AGAIN)
    try:
        table = ParquetFile(file).read()
        table.validate(full=True)
    except (pyarrow.ArrowException, OSError, ValueError) as error:
        what = f"is no sound Parquet file ({' '.join(str(error).split())[:120]})"
        return Problem(path=path, check="file", what=what, to_do=AGAIN)
    return table


def strange_schema(schema: pyarrow.Schema, name: str, path: str) -> Iterator[Problem]:
    """Where a schema is not the very one that is published."""
    wanted = arrow_schema(name)

    def problem(what: str, column: str = "") -> Problem:
        return Problem(path=path, check="schema", what=what, to_do=AGAIN, column=column)

    for field in wanted:
        if schema.names.count(field.name) != 1:
            times = "is missing" if field.name not in schema.names else "is there more than once"
            yield problem(f"column {field.name} {times}", field.name)
            continue
        there = schema.field(field.name)
        if there.type != field.type or str(there.type) != str(field.type):
            yield problem(f"column {field.name} is of type {there.type}, not {field.type}", field.name)
        elif there.nullable != field.nullable:
            may = "may be empty, but must not" if there.nullable else "must not be empty, but may"
            yield problem(f"column {field.name} {may}", field.name)
        elif not there.equals(field, check_metadata=True):
            yield problem(f"column {field.name} does not say in its metadata what it means", field.name)
    for extra in dict.fromkeys(extra for extra in schema.names if extra not in wanted.names):
        yield problem(f"column {extra!r} is unknown")
    if sorted(schema.names) == sorted(wanted.names) and schema.names != wanted.names:
        yield problem(f"the columns are in another order than {', '.join(wanted.names)}")
    said = schema.metadata or {}
    for key in OWN:
        if said.get(key) != wanted.metadata[key]:
            yield problem(f"the metadata of the file does not say the table's {key.decode()}")
    for key in (b"version", b"content_hash"):
        if not said.get(key):
            yield problem(f"the metadata of the file does not say the {key.decode().replace('_', ' ')}")


def as_held(table: pyarrow.Table, name: str, path: str) -> Held:
    """The table with its columns in order; those of another type are empty, and told."""
    wanted = arrow_schema(name)
    sound = {
        field.name
        for field in wanted
        if table.schema.names.count(field.name) == 1 and str(table.schema.field(field.name).type) == str(field.type)
    }
    columns = [table[field.name] if field.name in sound else pyarrow.nulls(len(table), field.type) for field in wanted]
    nullable = pyarrow.schema([field.with_nullable(True) for field in wanted])
    lost = [field.name for field in wanted if field.name not in sound]
    return Held(name, pyarrow.Table.from_arrays(columns, schema=nullable), path, told_whole(lost))


def told_whole(columns: list[str]) -> frozenset[tuple[int | None, str]]:
    """Whole columns as told."""
    return frozenset((None, name) for name in columns)


def empty(name: str) -> pyarrow.Table:
    """A table without rows."""
    return pyarrow.schema([field.with_nullable(True) for field in arrow_schema(name)]).empty_table()
