"""The dataset as a Frictionless Data Package (version 2)."""

from __future__ import annotations

from typing import Any

import pyarrow

from lt_by_claims.metadata.arrow import said
from lt_by_claims.metadata.edition import ABOUT, LICENSE, NAME, RIGHTS, TITLE, Edition, PublishedTable

TYPES = {"string": "string", "int64": "integer", "double": "number", "bool": "boolean", "date32[day]": "date"}


MADE_WITH = ("package", "guidelines", "model")


def data_package(edition: Edition) -> dict[str, Any]:
    """The descriptor `datapackage.json`."""
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": NAME,
        "title": TITLE,
        "description": f"{ABOUT} {RIGHTS}",
        "version": edition.version,
        "licenses": [{"name": "MIT", "path": LICENSE, "title": "MIT License; not for the texts"}],
        "sources": [source(document) for document in edition.documents],
        "resources": [resource(table) for table in edition.tables],
        "contentHash": edition.content_hash,
        "madeWith": {key: value for key, value in edition.release.said.items() if key in MADE_WITH},
    }


def source(document: dict[str, Any]) -> dict[str, Any]:
    """A text that the dataset is made from."""
    return {"title": document["title"], **({"path": document["url"]} if document["url"] else {})}


def resource(table: PublishedTable) -> dict[str, Any]:
    """One table and its file."""
    return {
        "name": table.name,
        "type": "table",
        "path": table.file,
        "format": "parquet",
        "mediatype": "application/vnd.apache.parquet",
        "hash": f"sha256:{table.sha256}",
        "description": table.about,
        "schema": schema(table.schema),
    }


def schema(table: pyarrow.Schema) -> dict[str, Any]:
    """The fields of a table, its key, and what it refers to."""
    references = [(field.name, said(field, "refers_to").split(".")) for field in table if said(field, "refers_to")]
    return {
        "fields": [described(field) for field in table],
        "primaryKey": [table.names[0]],
        "foreignKeys": [
            {"fields": [name], "reference": {"resource": other, "fields": [key]}} for name, (other, key) in references
        ],
    }


def described(field: pyarrow.Field) -> dict[str, Any]:
    """A field with its type, meaning and constraints."""
    known = {name: said(field, name) for name in ("pattern", "minimum")}
    constraints = {
        "required": not field.nullable,
        "unique": said(field, "unique"),
        "enum": list(said(field, "codes") or ()),
    }
    return {
        "name": field.name,
        "type": TYPES.get(str(field.type), "any"),  # lists: frictionless reads them as numpy's, which it calls no array
        "description": said(field, "description"),
        **({"unit": said(field, "unit")} if said(field, "unit") else {}),
        "constraints": {
            key: value for key, value in {**constraints, **known}.items() if value not in (None, [], False)
        },
    }
