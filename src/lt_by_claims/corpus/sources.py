"""Where the texts of a corpus come from: files, folders, globs, lists, JSON Lines and Parquet, on any file system.

A folder gives all its files, however deep, by name: `.txt` and `.md` (with what is known of each in the `.toml` beside
it), `.jsonl` and `.parquet`; `.jsonl` may be compressed. `@FILE` is a list of paths, one a line. What the same sources
hold is told in the same order each time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

from lt_by_claims.corpus.records import json_lines, lines_in, parquet_rows, rows_in
from lt_by_claims.corpus.source import Source, known_of
from lt_by_claims.errors import DocumentError, UsageError
from lt_by_claims.read import slug
from lt_by_claims.read.decode import LARGEST
from lt_by_claims.read.sidecar import parsed

Given = str | Path | Iterable[str | Path]
"""One source or several."""


class File(NamedTuple):
    """A file of texts: its file system, its path there, and its path as shown in messages and in `raw_path`."""

    system: Any
    path: str
    shown: str

    @property
    def suffix(self) -> str:
        """The ending that tells what it holds, without that of a compression."""
        return PurePosixPath(self.path.removesuffix(".gz").removesuffix(".zst")).suffix.lower()


@dataclass(frozen=True, slots=True)
class Reader:
    """How the texts of a file are read, and how many it holds."""

    read: Callable[[File], Iterator[Source]]
    count: Callable[[File], int]


def one_text(file: File) -> Iterator[Source]:
    """The file as one text."""
    found = Source(slug(file.shown.rpartition(".")[0]), file.shown, known={"raw_path": file.shown})
    try:
        with file.system.open(file.path, "rb") as opened:
            raw = opened.read(LARGEST + 1)
        yield replace(found, text=raw, known={**found.known, **beside(file)})
    except DocumentError as error:
        yield found.failed("unreadable", "; ".join(map(str, error.problems)))
    except OSError as error:
        yield found.failed("unreadable", f"{file.shown}: cannot be opened: {error.strerror or error}")


def beside(file: File) -> dict[str, Any]:
    """What the `.toml` beside a text tells of it, if there is one."""
    path, shown = (f"{name.rpartition('.')[0]}.toml" for name in (file.path, file.shown))
    if not file.system.exists(path):
        return {}
    try:
        return dict(known_of(parsed(file.system.cat_file(path).decode("utf-8"), shown)))
    except UnicodeDecodeError as error:
        raise DocumentError(f"{shown}: is not UTF-8; save the file as UTF-8") from error


def of_json(file: File) -> Iterator[Source]:
    """The texts of a file of JSON Lines."""
    yield from json_lines(file.system, file.path, file.shown)


def of_parquet(file: File) -> Iterator[Source]:
    """The texts of a Parquet file."""
    yield from parquet_rows(file.system, file.path, file.shown)


TEXT = Reader(one_text, lambda file: 1)
JSON_LINES = Reader(of_json, lambda file: lines_in(file.system, file.path))
PARQUET = Reader(of_parquet, lambda file: rows_in(file.system, file.path))

READERS: dict[str, Reader] = {
    ".txt": TEXT,
    ".md": TEXT,
    ".jsonl": JSON_LINES,
    ".ndjson": JSON_LINES,
    ".parquet": PARQUET,
}
"""How a file is read, by its ending."""


def texts_of(files: Iterable[File]) -> Iterator[Source]:
    """The texts of some files, one after the other."""
    for file in files:
        yield from READERS[file.suffix].read(file)


def number_of(files: Iterable[File]) -> int:
    """How many texts some files hold; JSON Lines are counted line by line."""
    return sum(READERS[file.suffix].count(file) for file in files)


def files_of(given: Given, besides: str = "") -> list[File]:
    """The files of the sources, but those within the folder `besides`; UsageError where a source holds none."""
    sources = [given] if isinstance(given, str | Path) else list(given)
    found = [file for source in sources for file in files_in(str(source), besides)]
    return list({(file.path, type(file.system)): file for file in found}.values())


def files_in(source: str, besides: str) -> list[File]:
    """The files of one source."""
    if source.startswith("@"):
        return [file for line in listed(source[1:]) for file in files_in(line, besides)]
    system, path = system_of(source)
    if any(mark in source for mark in "*?["):
        found = [File(system, name, name_of(name)) for name in sorted(system.glob(path)) if is_text(system, name)]
    elif system.isdir(path):
        found = [File(system, name, name.removeprefix(path).lstrip("/")) for name in sorted(system.find(path))]
        found = [file for file in found if file.suffix in READERS and not is_hidden(file.shown)]
    elif system.isfile(path):
        found = [File(system, path, name_of(path))]
        if found[0].suffix not in READERS:
            raise UsageError(f"{source}: is read as no kind of text: there are {', '.join(READERS)}")
    else:
        raise UsageError(f"{source}: no such file or folder")
    kept = [file for file in found if not besides or not file.path.startswith(f"{besides}/")]
    if not kept:
        raise UsageError(f"{source}: no text in it: there must be files {', '.join(READERS)}")
    return kept


def listed(path: str) -> Sequence[str]:
    """The paths that a list holds, one a line."""
    system, name = system_of(path)
    if not system.isfile(name):
        raise UsageError(f"@{path}: no such list of paths")
    lines = system.cat_file(name).decode("utf-8", "surrogateescape").splitlines()
    return [line.strip() for line in lines if line.strip()]


def system_of(path: str) -> tuple[Any, str]:
    """The file system that a path is on, and the path there."""
    try:
        from fsspec.core import url_to_fs
    except ImportError as error:
        raise UsageError('a corpus needs fsspec: pip install "lt-by-claims[corpus]"') from error
    try:
        system, name = url_to_fs(path)
    except (ImportError, ValueError) as error:
        raise UsageError(f"{path}: {error}") from error
    return system, name


def is_text(system: Any, path: str) -> bool:
    """Is it a file that is read, and not hidden?"""
    name = name_of(path)
    return File(system, path, name).suffix in READERS and not is_hidden(name) and bool(system.isfile(path))


def is_hidden(shown: str) -> bool:
    """Is the file, or a folder that it lies in, hidden?"""
    return any(part.startswith(".") for part in shown.split("/"))


def name_of(path: str) -> str:
    """The last part of a path."""
    return PurePosixPath(path).name
