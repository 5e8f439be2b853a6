"""The tables read by Arrow, with the checksum of every page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from time import sleep

import pyarrow
from pyarrow.parquet import ParquetFile, read_metadata

from lt_by_claims.dataset.asked import Filters, condition, filtered, one_of
from lt_by_claims.dataset.places import is_partitioned, lock, places
from lt_by_claims.errors import NotBuiltError

RELEASE = ("version", "content_hash", "package", "guidelines", "model")
"""What each table says of its release."""

LOOKS, PAUSE = 100, 0.02
"""How often, and after how many seconds, a folder is looked into again while a build is at it."""


def read(
    table: str, folder: Path | str | None, columns: Sequence[str] | None, filters: Filters | None
) -> pyarrow.Table:
    """A table of a dataset or of a corpus: of it, what is asked for."""
    if folder is not None and is_partitioned(folder):
        return from_partitions(Path(folder), table, columns, filters)
    with opened(table, places(folder)) as file, sound(table):
        names = file.schema_arrow.names
        asked, conditions = list(columns or names), list(filtered(filters))
        if twice := {name for name in asked if names.count(name) > 1}:
            raise NotBuiltError(f"the table {table} has {', '.join(sorted(twice))} twice: run lt-by-claims build again")
        one_of("column", [*asked, *conditions], names)
        found = file.read(list(dict.fromkeys([*asked, *conditions])))
    return (found.filter(condition(filters)) if filters else found).select(asked)


def from_partitions(folder: Path, table: str, columns: Sequence[str] | None, filters: Filters | None) -> pyarrow.Table:
    """A table of a corpus; of each partition, no more is read than is asked for."""
    from pyarrow import dataset

    there = sorted(path.name for path in folder.iterdir() if path.is_dir() and not path.name.startswith((".", "_")))
    one_of("table", [table], there)
    found = dataset.dataset(folder / table, format="parquet")
    one_of("column", [*(columns or ()), *filtered(filters)], found.schema.names)
    return found.to_table(columns=list(columns) if columns else None, filter=condition(filters))


@contextmanager
def sound(table: str) -> Iterator[None]:
    """Say it in words where a page of the file is not what its checksum says."""
    try:
        yield
    except OSError as error:
        raise NotBuiltError(f"the table {table} is damaged: run lt-by-claims build again ({error})") from error


def opened(table: str, folders: Iterable[Path]) -> ParquetFile:
    """The table's file in the first of the folders that has it; where a build is at it, after a moment."""
    tried = list(folders)
    for _ in range(LOOKS):
        busy = any(lock(folder).exists() for folder in tried)
        mixed = [folder for folder in tried if is_mixed(folder)]
        if file := next(filter(None, (found_in(folder, table) for folder in tried if folder not in mixed)), None):
            return file
        if not busy:
            break
        sleep(PAUSE)
    for folder in tried:
        if tables := sorted(path.stem for path in folder.glob("*.parquet")):
            one_of("table", [table], tables)
    if mixed:
        raise NotBuiltError(f"{mixed[0]}: its tables are not of one release: run lt-by-claims build")
    raise NotBuiltError(f"{tried[0]}: no dataset is built there yet: run lt-by-claims build")


def found_in(folder: Path, table: str) -> ParquetFile | None:
    """The table's file in a folder; None where there is none, or a build has just taken it away."""
    try:
        return ParquetFile(folder / f"{table}.parquet", page_checksum_verification=True)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except pyarrow.ArrowInvalid as error:
        raise NotBuiltError(f"{folder / table}.parquet is damaged: run lt-by-claims build again") from error
    except OSError as error:
        what = f"cannot be read ({error.strerror or error})"
        raise NotBuiltError(f"{folder / table}.parquet {what}: make it a file that is yours") from error


def is_mixed(folder: Path) -> bool:
    """Do the tables of a folder say that they are of different content?"""
    contents = set()
    for path in folder.glob("*.parquet"):
        try:
            contents.add(of_release(read_metadata(path).metadata or {}).get("content_hash"))
        except (OSError, pyarrow.ArrowInvalid):  # taken away, or damaged: that is told when it is read
            continue
    return len(contents - {None}) > 1


def of_release(metadata: Mapping[bytes, bytes] | None) -> dict[str, str]:
    """What the metadata of a table say of its release."""
    said = metadata or {}
    return {key: said[key.encode()].decode() for key in RELEASE if key.encode() in said}
