"""The folder of a corpus: a folder a table, a Parquet file a partition, and what is finished.

    claims/part-….parquet  quantities/  documents/  errors/    the tables
    _partitions/part-….json                                    what is finished, and how it was made

A file is written under another name and then renamed, and a partition is finished when its manifest stands; so whatever
ends a run, the files that have their names are whole, and what has no manifest is made again under the same name.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any
from uuid import uuid4

import pyarrow
from pyarrow import parquet

from lt_by_claims import __version__
from lt_by_claims.corpus.drafting import DRAFTED
from lt_by_claims.corpus.errors import AGAIN
from lt_by_claims.corpus.settings import Settings
from lt_by_claims.corpus.source import Source
from lt_by_claims.corpus.sources import system_of
from lt_by_claims.errors import PublishError, UsageError

TABLES = (*DRAFTED, "errors")
MANIFESTS = "_partitions"


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a finished partition holds, and what made it."""

    partition: str
    rows: Mapping[str, int]
    problems: Mapping[str, int]
    """How many texts were set aside, by sort of reason."""
    texts: int
    seconds: float
    model: str
    rules: str
    version: str = __version__
    kept: bool = field(default=False)
    """Was it finished before this run?"""

    @property
    def may_go_better(self) -> bool:
        """Was a text set aside for what may not happen again?"""
        return bool(AGAIN & self.problems.keys())


class Folder:
    """A folder of a corpus, on any file system."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.system, self.path = system_of(url)

    @property
    def is_local(self) -> bool:
        """Is it on this machine's own file system?"""
        protocol = self.system.protocol
        return "file" in ([protocol] if isinstance(protocol, str) else protocol)

    def prepare(self) -> None:
        """Make the folder with those of its tables; UsageError where it holds something else."""
        if self.system.isfile(self.path):
            raise UsageError(f"{self.url}: is a file; name a folder for the corpus")
        there = self.names("")
        strange = sorted(name for name in there if name not in {*TABLES, MANIFESTS} and not name.startswith("."))
        if strange and MANIFESTS not in there:
            raise UsageError(f"{self.url}: holds other files ({strange[0]}): name a new folder for the corpus")
        try:
            for name in (MANIFESTS, *TABLES):
                self.system.makedirs(f"{self.path}/{name}", exist_ok=True)
        except OSError as error:
            raise PublishError(f"{self.url}: cannot be written: {error.strerror or error}") from error

    def finished(self) -> set[str]:
        """The names of the partitions that are finished."""
        return {name.removesuffix(".json") for name in self.names(MANIFESTS) if name.endswith(".json")}

    def manifest(self, partition: str) -> Manifest | None:
        """What a partition says of itself, None where it is not finished."""
        try:
            said = json.loads(self.system.cat_file(f"{self.path}/{MANIFESTS}/{partition}.json"))
            return Manifest(**{**said, "kept": True})
        except (FileNotFoundError, ValueError, TypeError):
            return None

    def write(self, tables: Mapping[str, pyarrow.Table], manifest: Manifest) -> None:
        """Write the files of a partition, its manifest last."""
        for name, table in tables.items():
            sink = pyarrow.BufferOutputStream()
            parquet.write_table(table, sink, compression="zstd")
            self.put(f"{name}/{manifest.partition}.parquet", sink.getvalue())
        said = {key: value for key, value in asdict(manifest).items() if key != "kept"}
        self.put(f"{MANIFESTS}/{manifest.partition}.json", json.dumps(said, indent=1).encode())

    def put(self, name: str, content: Any) -> None:
        """Write a file whole: under a hidden name, and then renamed."""
        folder, _, last = name.rpartition("/")
        beside = f"{self.path}/{folder}/.{last}.{uuid4().hex[:12]}"
        with self.system.open(beside, "wb") as file:
            file.write(content)
            if self.is_local:
                file.flush()
                os.fsync(file.fileno())
        self.system.mv(beside, f"{self.path}/{name}")

    def sweep(self, wanted: Collection[str]) -> None:
        """Take away what belongs to no partition that is wanted: files that were begun, partitions of other inputs."""
        for folder in (MANIFESTS, *TABLES):  # a manifest goes first: without it, nothing counts as finished
            for name in self.names(folder):
                if name.partition(".")[0] not in wanted and name.lstrip(".").startswith("part-"):
                    self.system.rm_file(f"{self.path}/{folder}/{name}")

    def names(self, folder: str) -> list[str]:
        """The names in one of its folders."""
        path = f"{self.path}/{folder}".rstrip("/")
        try:
            self.system.invalidate_cache(path)
            found = self.system.ls(path, detail=False)
        except FileNotFoundError:
            return []
        return [name.rstrip("/").rpartition("/")[2] for name in found]


def manifest_of(
    partition: str, tables: Mapping[str, pyarrow.Table], failures: Sequence[Source], settings: Settings, seconds: float
) -> Manifest:
    """What a partition says of itself once it is drafted."""
    return Manifest(
        partition=partition,
        rows={name: tables[name].num_rows for name in DRAFTED},
        problems=dict(Counter(str(failure.sort) for failure in failures)),
        texts=tables["documents"].num_rows + len(failures),
        seconds=round(seconds, 2),
        model=f"{settings.model} {settings.model_version}",
        rules=settings.rules,
    )
