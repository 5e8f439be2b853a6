"""What the dataset is: its release, its tables, and what every column means; for a terminal and for a notebook."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path
from textwrap import indent

from lt_by_claims.columns import columns, html, html_columns
from lt_by_claims.dataset import release
from lt_by_claims.dataset.arrow import opened
from lt_by_claims.dataset.places import places
from lt_by_claims.metadata.dictionary import meaning, type_of
from lt_by_claims.metadata.edition import text_of
from lt_by_claims.tables import TABLES


@dataclass(frozen=True, slots=True, repr=False)
class TableInfo:
    """A table: what a row is, how many there are, and each column with its type and meaning."""

    name: str
    about: str
    rows: int
    columns: Mapping[str, tuple[str, str]]

    @property
    def size(self) -> str:
        """How many rows there are, in words."""
        return f"{self.rows:,} {'row' if self.rows == 1 else 'rows'}"

    def __str__(self) -> str:
        told = columns((name, kind, meaning) for name, (kind, meaning) in self.columns.items())
        return f"{self.name}: {self.size}. {self.about}\n\n{indent(told, '  ')}"

    def __repr__(self) -> str:
        return str(self)

    def _repr_html_(self) -> str:
        return html(self.folded)

    @property
    def folded(self) -> str:
        """The table as HTML, its columns folded away."""
        told = ((f"<code>{escape(name)}</code>", *map(with_code, said)) for name, said in self.columns.items())
        head = f"<strong>{escape(self.name)}</strong>: {self.size}. {escape(self.about)}"
        return f"<details><summary>{head}</summary>{html_columns(told)}</details>"


@dataclass(frozen=True, slots=True, repr=False)
class Info:
    """The release of a dataset, and its tables by their names."""

    release: Mapping[str, str]
    tables: Mapping[str, TableInfo]

    def __str__(self) -> str:
        return "\n\n".join([columns(self.release.items()), *map(str, self.tables.values())])

    def __repr__(self) -> str:
        return str(self)

    def _repr_html_(self) -> str:
        told = html_columns((escape(key), escape(said)) for key, said in self.release.items())
        return html(told + "".join(table.folded for table in self.tables.values()))


def with_code(text: str) -> str:
    """A text as HTML, what stands between backticks as code."""
    return re.sub(r"`([^`]+)`", r"<code>\1</code>", escape(text))


def info(folder: Path | str | None = None) -> Info:
    """What the dataset is: version, content hash, and every table with its columns and what they mean.

    The dataset is the one that came with the package, or that of `folder`. NotBuiltError where there is none yet.
    """
    return Info(release(folder), {name: table_info(name, folder) for name in TABLES})


def table_info(name: str, folder: Path | str | None) -> TableInfo:
    """What a table says of itself in its file; no row is read."""
    with opened(name, places(folder)) as file:
        schema, rows = file.schema_arrow, file.metadata.num_rows
    return TableInfo(
        name, text_of(schema, "description"), rows, {field.name: (type_of(field), meaning(field)) for field in schema}
    )
