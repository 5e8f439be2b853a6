"""Where the tables lie, also while a build takes them away for a moment."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

PACKAGE = Path(__file__).parents[1]
HOMES = (PACKAGE / "data", PACKAGE.parents[1] / "data" / "processed")
"""Where the dataset lies: within an installed wheel, or in a checkout."""

SUMS = "SHA256SUMS"
"""The file beside the tables with the hash of each."""


def places(folder: Path | str | None) -> Iterator[Path]:
    """The folders that may hold the tables; during a build they are set aside for a moment."""
    for home in HOMES if folder is None else (Path(folder), Path(folder) / "data" / "processed"):
        yield from (home, set_aside(home), home)


def set_aside(home: Path) -> Path:
    """Where the tables of the last build lie while those of the next take their place."""
    return home.with_name(f".{home.name}.old")


def lock(home: Path) -> Path:
    """The file that is there while a build writes the folder."""
    return home.with_name(f".{home.name}.lock")


def is_partitioned(folder: Path | str) -> bool:
    """Is it the folder of a corpus, with a folder for each table?"""
    return (Path(folder) / "claims").is_dir()
