"""What the dataset says of itself, each text read off the Arrow schemas: Frictionless, Croissant, schema.org, card."""

from __future__ import annotations

import json
from typing import Any

from lt_by_claims.metadata.arrow import arrow_schema, as_arrow, said
from lt_by_claims.metadata.card import card
from lt_by_claims.metadata.citation import citation
from lt_by_claims.metadata.croissant import croissant
from lt_by_claims.metadata.dictionary import dictionary
from lt_by_claims.metadata.edition import Edition, PublishedTable, Release
from lt_by_claims.metadata.frictionless import data_package
from lt_by_claims.metadata.schema_org import schema_org
from lt_by_claims.tables import TABLES

__all__ = ["Edition", "PublishedTable", "Release", "arrow_schema", "as_arrow", "data_dictionary", "describe", "said"]


def describe(edition: Edition) -> dict[str, str]:
    """The files that stand beside the tables, by name."""
    return {
        "datapackage.json": as_json(data_package(edition)),
        "croissant.json": as_json(croissant(edition)),
        "dataset.jsonld": as_json(schema_org(edition)),
        "CITATION.cff": citation(edition),
        "README.md": card(edition),
    }


def data_dictionary() -> str:
    """The text of `docs/data-dictionary.md`."""
    return dictionary(map(arrow_schema, TABLES))


def as_json(value: dict[str, Any]) -> str:
    """JSON that people can read."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
