"""The data dictionary: every column of every table, and every code, in Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pyarrow

from lt_by_claims.metadata.arrow import said
from lt_by_claims.metadata.edition import text_of

TYPES = {"string": "text", "int64": "whole number", "double": "number", "bool": "true or false", "date32[day]": "day"}


def dictionary(schemas: Iterable[pyarrow.Schema]) -> str:
    """The whole dictionary, as `docs/data-dictionary.md`."""
    head = [
        "# Data dictionary",
        "",
        "Written from `lt_by_claims.tables` by `lt_by_claims.metadata`: edit it there.",
        "",
    ]
    return "\n".join([*head, *(line for schema in schemas for line in section(schema))])


def section(schema: pyarrow.Schema) -> Iterator[str]:
    """One table: its columns, then the codes of each."""
    yield from (f"## {text_of(schema, 'name')}", "", text_of(schema, "description"), "")
    yield from ("| column | type | meaning |", "| --- | --- | --- |")
    yield from (f"| `{field.name}` | {type_of(field)} | {meaning(field)} |" for field in schema)
    yield ""
    for field in schema:
        if codes := said(field, "codes"):
            yield from (f"### Codes of `{field.name}`", "", "| code | meaning |", "| --- | --- |")
            yield from (f"| `{code}` | {what} |" for code, what in codes.items())
            yield ""


def type_of(field: pyarrow.Field) -> str:
    """The type of a column in words."""
    listed = pyarrow.types.is_list(field.type)
    kind = f"list of {TYPES[str(field.type.value_type)]}s" if listed else TYPES[str(field.type)]
    return f"{kind}, or empty" if field.nullable else kind


def meaning(field: pyarrow.Field) -> str:
    """What a column says, in what unit or form, and what it refers to."""
    unit, form, refers_to = (said(field, key) for key in ("unit", "form", "refers_to"))
    more = (unit and f"In {unit}.", form and f"Form: {form}.", refers_to and f"Refers to `{refers_to}`.")
    return " ".join([said(field, "description"), *filter(None, more)])
