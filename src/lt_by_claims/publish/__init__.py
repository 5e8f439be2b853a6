"""Tables → data/processed: Parquet, and files that say what is in it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow
from pyarrow import parquet

from lt_by_claims import __version__
from lt_by_claims.metadata import Edition, PublishedTable, describe
from lt_by_claims.publish.content import content_hash, hash_of, in_order
from lt_by_claims.publish.swap import replace

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["content_hash", "publish"]

SUMS = "SHA256SUMS"


def publish(tables: Mapping[str, pd.DataFrame], folder: Path | str, *, version: str = __version__) -> None:
    """Write validated tables and their metadata into a folder, all of them or none.

    The same tables give the same bytes, and no file says when it was written. PublishError where the folder cannot be
    written, holds other files, or is being written by another process; it then holds what it held before.
    """
    sorted_tables = in_order(tables)
    content = hash_of(sorted_tables)
    replace(Path(folder), lambda made: write(made, sorted_tables, version, content))


def write(folder: Path, tables: Mapping[str, pyarrow.Table], version: str, content: str) -> None:
    """All files of the dataset."""
    published = tuple(write_parquet(folder, name, table, version, content) for name, table in tables.items())
    edition = Edition(version, content, published, tuple(tables["documents"].to_pylist()))
    for name, text in describe(edition).items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    sums = [f"{sha256(path)}  {path.name}\n" for path in sorted(folder.iterdir())]
    (folder / SUMS).write_text("".join(sums), encoding="utf-8", newline="\n")


def write_parquet(folder: Path, name: str, table: pyarrow.Table, version: str, content: str) -> PublishedTable:
    """One table as a Parquet file, which says what version and content it is of."""
    path = folder / f"{name}.parquet"
    said = {"version": version, "content_hash": content}
    parquet.write_table(table.replace_schema_metadata({**table.schema.metadata, **said}), path, compression="zstd")
    return PublishedTable(table.schema, table.num_rows, path.stat().st_size, sha256(path))


def sha256(path: Path) -> str:
    """The hash of a file's bytes."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
