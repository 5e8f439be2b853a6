"""Tables → data/processed: Parquet, and files that say what is in it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow
from pyarrow import parquet

from lt_by_claims import __version__
from lt_by_claims.dataset.places import SUMS
from lt_by_claims.metadata import Edition, PublishedTable, Release, describe
from lt_by_claims.publish.content import content_hash, covered, hash_of, in_order
from lt_by_claims.publish.swap import replace
from lt_by_claims.review.writing import GUIDELINES

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["content_hash", "publish"]


def publish(
    tables: Mapping[str, pd.DataFrame], folder: Path | str, *, version: str = "0.0.0", model: str | None = None
) -> None:
    """Write validated tables and their metadata into a folder, all of them or none.

    `version` is that of the dataset, `model` the name of the parser's model where some claims are drafts. The same
    tables give the same bytes, and no file says when it was written. PublishError where the folder cannot be written,
    holds other files, or is being written by another process; it then holds what it held before.
    """
    sorted_tables = in_order(tables)
    release = Release(version, hash_of(sorted_tables), __version__, str(GUIDELINES), model)
    replace(Path(folder), lambda made: write(made, sorted_tables, release))


def write(folder: Path, tables: Mapping[str, pyarrow.Table], release: Release) -> None:
    """All files of the dataset."""
    published = tuple(write_parquet(folder, name, table, release) for name, table in tables.items())
    edition = Edition(release, published, tuple(tables["documents"].to_pylist()), covered(tables["claims"]))
    for name, text in describe(edition).items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    sums = [f"{sha256(path)}  {path.name}\n" for path in sorted(folder.iterdir())]
    (folder / SUMS).write_text("".join(sums), encoding="utf-8", newline="\n")


def write_parquet(folder: Path, name: str, table: pyarrow.Table, release: Release) -> PublishedTable:
    """One table as a Parquet file, which says what release it is of, and has a checksum for each of its pages."""
    path = folder / f"{name}.parquet"
    said = {**table.schema.metadata, **release.said}
    parquet.write_table(table.replace_schema_metadata(said), path, compression="zstd", write_page_checksum=True)
    return PublishedTable(table.schema, table.num_rows, path.stat().st_size, sha256(path))


def sha256(path: Path) -> str:
    """The hash of a file's bytes."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
