"""The published tables, read again."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from time import sleep
from typing import TYPE_CHECKING, Any, Literal, overload

import pyarrow
from pyarrow.parquet import ParquetFile, read_metadata

from lt_by_claims.errors import NotBuiltError, VersionError

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl

PACKAGE = Path(__file__).parent
HOMES = (PACKAGE / "data", PACKAGE.parents[1] / "data" / "processed")
"""Where the dataset lies: within an installed wheel, or in a checkout."""

RELEASE = ("version", "content_hash", "package", "guidelines", "model")
"""What each table says of its release."""

LOOKS, PAUSE = 100, 0.02
"""How often, and after how many seconds, a folder is looked into again while a build is at it."""

Filters = Sequence[tuple[str, str, Any]] | Sequence[Sequence[tuple[str, str, Any]]]
"""Conditions that all hold, or several such lists of which one holds: `[("topic", "==", "trade")]`."""


@overload
def load(
    table: str = ...,
    *,
    engine: Literal["pandas"] = ...,
    folder: Path | str | None = ...,
    columns: Sequence[str] | None = ...,
    filters: Filters | None = ...,
) -> pd.DataFrame: ...
@overload
def load(
    table: str = ...,
    *,
    engine: Literal["arrow"],
    folder: Path | str | None = ...,
    columns: Sequence[str] | None = ...,
    filters: Filters | None = ...,
) -> pyarrow.Table: ...
@overload
def load(
    table: str = ...,
    *,
    engine: Literal["polars"],
    folder: Path | str | None = ...,
    columns: Sequence[str] | None = ...,
    filters: Filters | None = ...,
) -> pl.DataFrame: ...
def load(
    table: str = "claims",
    *,
    engine: str = "pandas",
    folder: Path | str | None = None,
    columns: Sequence[str] | None = None,
    filters: Filters | None = None,
) -> Any:
    """A table of the dataset: `claims`, `quantities` or `documents`.

    The dataset is the one that came with the package, or that of `folder`: a project, any folder with the tables in
    it, or one that `lt-by-claims corpus` wrote, which has a table `errors` too. Dates come as dates, whole numbers
    whole, lists as lists, and what is empty as None or NA. `engine` is `pandas` (with Arrow types), `arrow` or
    `polars`; `columns` and `filters` choose what is read, in the form that pandas and Arrow read Parquet with.

    A frame says in `attrs` what `version` and `content_hash` it is of. What is read is checked: NotBuiltError where
    there is no dataset yet, where a file is damaged, or where the tables are not of one release; ValueError for a
    table, an engine or a column that there is not.
    """
    one_of("engine", [engine], ENGINES)
    if folder is not None and is_partitioned(folder):
        return ENGINES[engine](from_partitions(Path(folder), table, columns, filters))
    with opened(table, places(folder)) as file, sound(table):
        names = file.schema_arrow.names
        asked, conditions = list(columns or names), list(filtered(filters))
        one_of("column", [*asked, *conditions], names)
        found = file.read(list(dict.fromkeys([*asked, *conditions])))
    if filters:
        found = found.filter(condition(filters))
    return ENGINES[engine](found.select(asked))


@contextmanager
def sound(table: str) -> Iterator[None]:
    """Say it in words where a page of the file is not what its checksum says."""
    try:
        yield
    except OSError as error:
        raise NotBuiltError(f"the table {table} is damaged: run lt-by-claims build again ({error})") from error


def release(folder: Path | str | None = None) -> dict[str, str]:
    """What the tables say of themselves: version, content hash, and the package, guidelines and model they came from.

    NotBuiltError where there is no dataset yet.
    """
    with opened("claims", places(folder)) as file:
        return of_release(file.schema_arrow.metadata)


def assert_version(wanted: str, folder: Path | str | None = None) -> None:
    """Make sure that the dataset is of a version: `1.2` is any release 1.2.x, `1.2.3` just that one.

    For a paper or a notebook, whose figures hold for one version. VersionError where it is another.
    """
    has = release(folder).get("version", "")
    if has != wanted and ("-" in has or has.split(".")[: wanted.count(".") + 1] != wanted.split(".")):
        where = f" in {folder}" if folder else ""
        raise VersionError(
            f"the dataset{where} is of version {has or 'unknown'}, and {wanted} is asked for: "
            "install the package that brings it, or check out the tag of that release"
        )


def is_partitioned(folder: Path | str) -> bool:
    """Is it the folder of a corpus, with a folder for each table?"""
    return (Path(folder) / "claims").is_dir()


def from_partitions(folder: Path, table: str, columns: Sequence[str] | None, filters: Filters | None) -> pyarrow.Table:
    """A table of a corpus; of each partition, no more is read than is asked for."""
    from pyarrow import dataset

    there = sorted(path.name for path in folder.iterdir() if path.is_dir() and not path.name.startswith((".", "_")))
    one_of("table", [table], there)
    found = dataset.dataset(folder / table, format="parquet")
    one_of("column", [*(columns or ()), *filtered(filters)], found.schema.names)
    return found.to_table(columns=list(columns) if columns else None, filter=condition(filters))


def condition(filters: Filters | None) -> Any:
    """Filters as an expression of Arrow, None where there are none."""
    if not filters:
        return None
    from pyarrow.parquet import filters_to_expression  # brings pandas, which not every engine needs

    return filters_to_expression(filters)


def places(folder: Path | str | None) -> Iterator[Path]:
    """The folders that may hold the tables; during a build they are set aside for a moment."""
    for home in HOMES if folder is None else (Path(folder), Path(folder) / "data" / "processed"):
        yield from (home, set_aside(home), home)


def set_aside(home: Path) -> Path:
    """Where the tables of the last build lie while those of the next take their place."""
    return home.with_name(f".{home.name}.old")


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


def lock(home: Path) -> Path:
    """The file that is there while a build writes the folder."""
    return home.with_name(f".{home.name}.lock")


def found_in(folder: Path, table: str) -> ParquetFile | None:
    """The table's file in a folder; None where there is none, or a build has just taken it away."""
    try:
        return ParquetFile(folder / f"{table}.parquet", page_checksum_verification=True)
    except FileNotFoundError:
        return None
    except pyarrow.ArrowInvalid as error:
        raise NotBuiltError(f"{folder / table}.parquet is damaged: run lt-by-claims build again") from error


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


def filtered(filters: Filters | None) -> Iterator[str]:
    """The columns that filters ask for."""
    for part in filters or ():
        if isinstance(part[0], str):
            yield part[0]
        else:
            yield from (condition[0] for condition in part)


def one_of(what: str, names: Iterable[str], known: Collection[str]) -> None:
    """Hold names against those that there are; ValueError tells the choice."""
    for name in names:
        if name not in known:
            raise ValueError(f"no {what} {name!r}: there are {', '.join(known)}")


def as_frame(table: pyarrow.Table) -> pd.DataFrame:
    """An Arrow table as a frame that keeps its types, and says in `attrs` what release it is of."""
    import pandas as pd

    frame: pd.DataFrame = table.replace_schema_metadata(None).to_pandas(types_mapper=pd.ArrowDtype)
    frame.attrs |= of_release(table.schema.metadata)
    return frame


def as_polars(table: pyarrow.Table) -> pl.DataFrame:
    """An Arrow table as a frame of Polars."""
    try:
        import polars as pl
    except ImportError as error:
        raise ImportError('engine "polars" needs Polars: pip install "lt-by-claims[polars]"') from error
    frame = pl.from_arrow(table)
    assert isinstance(frame, pl.DataFrame)
    return frame


ENGINES = {"pandas": as_frame, "arrow": lambda table: table, "polars": as_polars}
