"""The published tables, read again."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, overload

from lt_by_claims.dataset.asked import Filters, one_of
from lt_by_claims.dataset.places import is_partitioned, places
from lt_by_claims.errors import VersionError

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import pyarrow

__all__ = ["assert_version", "load", "release"]


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
    """A table of the dataset: `claims`, `quantities`, `documents` or `retired`.

    The dataset is the one that came with the package, or that of `folder`: a project, any folder with the tables in
    it, or one that `lt-by-claims corpus` wrote, which has a table `errors` too. Dates come as dates, whole numbers
    whole, lists as lists, and what is empty as None or NA. `engine` is `pandas` (with Arrow types), `arrow` or
    `polars`; `columns` and `filters` choose what is read, in the form that pandas and Arrow read Parquet with.

    In pandas, codes are categories (`claim_type`, `topic`, `modality`, `kind`, `comparator`, `url_status`): all that
    there are, in the order of the guidelines, so that tables and plots keep that order and a count tells what does not
    occur. In Arrow and Polars they are texts.

    A frame of pandas says in `attrs` what `version` and `content_hash` it is of. What is read is checked: NotBuiltError
    where there is no dataset yet, where a file is damaged, or where the tables are not of one release; ValueError for a
    table, an engine or a column that there is not.
    """
    one_of("engine", [engine], ENGINES)
    return ENGINES[engine](table, folder, columns, filters)


def with_pandas(table: str, *asked: Any) -> pd.DataFrame:
    """A table as a frame of pandas."""
    from lt_by_claims.dataset.pandas import coded_frame

    return coded_frame(with_arrow(table, *asked))


def with_arrow(table: str, *asked: Any) -> pyarrow.Table:
    """A table as Arrow has it."""
    from lt_by_claims.dataset.arrow import read

    return read(table, *asked)


def with_polars(
    table: str, folder: Path | str | None, columns: Sequence[str] | None, filters: Filters | None
) -> pl.DataFrame:
    """A table as a frame of Polars, without Arrow where that can be."""
    from lt_by_claims.dataset.polars import from_arrow, vouched

    if not filters and not (folder and is_partitioned(folder)):
        frame = vouched(table, places(folder), columns)
        if frame is not None:
            return frame
    return from_arrow(with_arrow(table, folder, columns, filters))


ENGINES = {"pandas": with_pandas, "arrow": with_arrow, "polars": with_polars}


def release(folder: Path | str | None = None) -> dict[str, str]:
    """What the tables say of themselves: version, content hash, and the package, guidelines and model they came from.

    NotBuiltError where there is no dataset yet.
    """
    from lt_by_claims.dataset.arrow import of_release, opened

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
