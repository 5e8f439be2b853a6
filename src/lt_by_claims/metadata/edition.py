"""One edition of the dataset: what its descriptions say beyond the columns."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

import pyarrow

NAME = "lt-by-claims"
TITLE = "Policy texts as claims"
ABOUT = "Policy texts as a table of atomic, source-linked claims, with every number in them as data."
RIGHTS = "Each text remains its owner's: see the column `rights` of the documents. The rest is under the MIT License."
LICENSE = "https://opensource.org/license/mit"
CREATOR = "the lt_by_claims developers"
KEYWORDS = ["claims", "policy", "political science", "dataset"]


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
class Release:
    """What the tables are: the version and content of the dataset, and what they were made with."""

    version: str
    content_hash: str
    package: str
    guidelines: str
    model: str | None = None
    """Name and version of the parser's model; None where every claim was settled by a reviewer."""

    @property
    def said(self) -> dict[str, str]:
        """As it stands in the footer of each Parquet file, where there is something to say."""
        return {key: value for key, value in asdict(self).items() if value is not None}


@dataclass(frozen=True, slots=True)
class Edition:
    """The tables of a release, the documents they were made from, and the days that they tell of."""

    release: Release
    tables: tuple[PublishedTable, ...]
    documents: tuple[dict[str, Any], ...]
    days: tuple[date, date] | None = None

    @property
    def version(self) -> str:
        """The version of the dataset."""
        return self.release.version

    @property
    def content_hash(self) -> str:
        """The hash of its content."""
        return self.release.content_hash

    @property
    def made_with(self) -> str:
        """Package, guidelines and model, in words."""
        model = f", drafts parsed by {self.release.model}" if self.release.model else ""
        return f"lt-by-claims {self.release.package}, annotation guidelines {self.release.guidelines}{model}"

    @property
    def languages(self) -> list[str]:
        """The languages of the documents."""
        return sorted({document["language"] for document in self.documents})


def text_of(schema: pyarrow.Schema, key: str) -> str:
    """What a schema's metadata says under a key."""
    value: bytes = schema.metadata[key.encode()]
    return value.decode()
