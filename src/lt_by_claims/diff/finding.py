"""What a person means by OLD and NEW: a folder, a file, or a git revision."""

from __future__ import annotations

from pathlib import Path

import pyarrow
from pyarrow.parquet import ParquetFile

from lt_by_claims import claim, project
from lt_by_claims.claim import TABLE_NAMES
from lt_by_claims.diff import Side, is_sound, side_of_folder, side_of_rows, side_of_tables
from lt_by_claims.diff.git import last_release, revision
from lt_by_claims.diff.side import whole
from lt_by_claims.errors import NotBuiltError, UsageError
from lt_by_claims.read import read
from lt_by_claims.review import document_of, reviewed


def found(folder: Path, asked: str) -> Side:
    """The state that is meant, in the project `folder`; UsageError where there is none of that name."""
    path = Path(asked)
    if path.is_dir():
        return whole(side_of_folder(path, asked))
    if path.is_file():
        return whole(of_file(folder, path))
    return revision(folder, asked)


def of_file(folder: Path, path: Path) -> Side:
    """The state that a file is: one table, or the reviewed claims of one document."""
    match path.suffix:
        case ".parquet":
            return of_table(path)
        case ".yaml":
            document = read(project.text(folder, document_of(path)), folder)
            said = reviewed(path, document)
            rows = claim.rows(document, said.claims, reviewed=True)
            rows["retired"] = claim.retired_rows(document.document_id, said.retired, {}, "0.0.0")
            return side_of_rows(str(path), rows, None)
        case _:
            raise UsageError(f"{path}: neither a table (.parquet) nor a reviewed file (.yaml)")


def of_table(path: Path) -> Side:
    """The state that one Parquet file is; the other tables are empty."""
    try:
        table = ParquetFile(path).read()
    except (pyarrow.ArrowInvalid, OSError) as error:
        raise UsageError(f"{path}: is no Parquet file: {error}") from error
    name = (table.schema.metadata or {}).get(b"name", path.stem.encode()).decode()
    if name not in TABLE_NAMES:
        raise UsageError(f"{path}: no table of the dataset: there are {', '.join(TABLE_NAMES)}")
    return side_of_tables(str(path), {name: table})


def before(folder: Path) -> Side | None:
    """What counts as published before: the last release in git, else the tables of the project.

    None at first, and where the tables are so damaged that nothing can be held against them.
    """
    release = last_release(folder)
    if release is None:
        try:
            release = side_of_folder(folder / project.PROCESSED, "the last build")
        except NotBuiltError:
            return None
    return release if is_sound(release) else None
