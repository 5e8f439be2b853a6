"""What the tables say, apart from how a file holds it: rows in order, and their hash."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

import pyarrow
from pyarrow.compute import min_max

from lt_by_claims.metadata.arrow import as_arrow
from lt_by_claims.tables import TABLES

if TYPE_CHECKING:
    import pandas as pd


def in_order(tables: Mapping[str, pd.DataFrame]) -> dict[str, pyarrow.Table]:
    """The tables as Arrow, sorted by document, place in the text, and number of the value."""
    documents, claims, quantities, retired = (as_arrow(name, tables[name]) for name in TABLES)
    claims = claims.sort_by([("document_id", "ascending"), ("position", "ascending")])
    place = {claim_id: at for at, claim_id in enumerate(claims["claim_id"].to_pylist())}
    names = quantities["quantity_id"].to_pylist()
    keys = [(place[name.rpartition("/")[0]], int(name.rpartition("/q")[2])) for name in names]
    order = sorted(range(len(names)), key=keys.__getitem__)
    return {
        "documents": documents.sort_by("document_id"),
        "claims": claims,
        "quantities": quantities.take(pyarrow.array(order, pyarrow.int64())),
        "retired": retired.sort_by("claim_id"),
    }


def content_hash(tables: Mapping[str, pd.DataFrame]) -> str:
    """SHA-256 over the rows as JSON lines: the same content gives the same hash, whatever wrote the files."""
    return hash_of(in_order(tables))


def hash_of(tables: Mapping[str, pyarrow.Table]) -> str:
    """The hash of tables that are in order."""
    digest = hashlib.sha256()
    for name, table in tables.items():
        digest.update(f"{name}\n".encode())
        for row in table.to_pylist():
            digest.update(json.dumps(row, ensure_ascii=False, separators=(",", ":"), default=date.isoformat).encode())
            digest.update(b"\n")
    return f"sha256:{digest.hexdigest()}"


def covered(claims: pyarrow.Table) -> tuple[date, date] | None:
    """The first and the last day that the claims tell of, where they tell of any."""
    first, last = min_max(claims["time_start"]).as_py()["min"], min_max(claims["time_end"]).as_py()["max"]
    return (first, last) if first and last else None
