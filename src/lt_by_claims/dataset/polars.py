"""The tables as frames of Polars, read by Polars itself where nothing speaks against it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from lt_by_claims.dataset.places import SUMS

if TYPE_CHECKING:
    import polars as pl
    import pyarrow


def polars() -> ModuleType:
    """The library, which is an extra."""
    try:
        import polars
    except ImportError as error:
        raise ImportError('engine "polars" needs Polars: pip install "lt-by-claims[polars]"') from error
    return polars


def from_arrow(table: pyarrow.Table) -> pl.DataFrame:
    """An Arrow table as a frame of Polars."""
    frame: pl.DataFrame = polars().from_arrow(table)
    return frame


def vouched(table: str, folders: Iterable[Path], columns: Sequence[str] | None) -> pl.DataFrame | None:
    """A table that the checksums beside it vouch for, with all others there; else None, and Arrow must see to it.

    Polars does not look at the checksums of pages, but it reads without Arrow, whose import takes longer than all else.
    """
    folder = next((folder for folder in folders if (folder / f"{table}.parquet").is_file()), None)
    content = None if folder is None else vouched_bytes(folder, table)
    if content is None or not set(columns or ()) <= set(polars().read_parquet_schema(BytesIO(content))):
        return None
    frame: pl.DataFrame = polars().read_parquet(BytesIO(content), columns=list(columns) if columns else None)
    return frame.select(columns) if columns else frame


def vouched_bytes(folder: Path, table: str) -> bytes | None:
    """The bytes of a table's file, where every table of the folder is what the checksums say, and so of one build."""
    try:
        said = set((folder / SUMS).read_text(encoding="utf-8").splitlines())
        contents = {path.name: path.read_bytes() for path in folder.glob("*.parquet")}
    except (OSError, UnicodeDecodeError):  # none there, or a build has just taken them away
        return None
    have = {f"{sha256(content).hexdigest()}  {name}" for name, content in contents.items()}
    return contents.get(f"{table}.parquet") if have <= said else None
