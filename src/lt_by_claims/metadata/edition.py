"""One edition of the dataset: what its descriptions say beyond the columns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pyarrow

NAME = "lt-by-claims"
TITLE = "Policy texts as claims"
ABOUT = "Policy texts as a table of atomic, source-linked claims, with every number in them as data."
RIGHTS = "Each text remains its owner's: see the column `rights` of the documents. The rest is under the MIT License."
LICENSE = "https://opensource.org/license/mit"


@dataclass(frozen=True, slots=True)
class PublishedTable:
    """A table as it was written: its schema and its file."""

    schema: pyarrow.Schema
    rows: int
    size: int
    sha256: str

    @property
    def name(self) -> str:
        """The table's name."""
        return text_of(self.schema, "name")

    @property
    def about(self) -> str:
        """What a row of it is."""
        return text_of(self.schema, "description")

    @property
    def file(self) -> str:
        """The name of its file."""
        return f"{self.name}.parquet"


@dataclass(frozen=True, slots=True)
class Edition:
    """The tables of a version, the hash of their content, and the documents they were made from."""

    version: str
    content_hash: str
    tables: tuple[PublishedTable, ...]
    documents: tuple[dict[str, Any], ...]

    @property
    def languages(self) -> list[str]:
        """The languages of the documents."""
        return sorted({document["language"] for document in self.documents})


def text_of(schema: pyarrow.Schema, key: str) -> str:
    """What a schema's metadata says under a key."""
    value: bytes = schema.metadata[key.encode()]
    return value.decode()
