"""What lies beside the published tables: checksums, metadata, and nothing else."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from lt_by_claims.check.published import AGAIN
from lt_by_claims.dataset.arrow import of_release
from lt_by_claims.dataset.places import SUMS
from lt_by_claims.metadata import Edition, PublishedTable, Release, describe
from lt_by_claims.problem import Problem
from lt_by_claims.validate import Held

LINE = re.compile(r"([0-9a-f]{64})  ([^/\\\x00-\x1f]{1,200})")


def altered(folder: Path, shown: str) -> Iterator[Problem]:
    """The published files whose bytes are not those that were published, and files that were not."""
    file = folder / SUMS
    lines = file.read_text(encoding="utf-8", errors="replace").splitlines() if file.is_file() else []
    if not lines:
        yield Problem(path=f"{shown}{SUMS}", check="checksum", what="is missing or empty", to_do=AGAIN)
        return
    if file.read_bytes() != "".join(f"{line}\n" for line in sorted(set(lines), key=lambda line: line[66:])).encode():
        what = "is not as it was written: each file once, in order, one a line"
        yield Problem(path=f"{shown}{SUMS}", check="checksum", what=what, to_do=AGAIN)
    sums: dict[str, str] = {}
    for number, line in enumerate(lines, start=1):
        found = LINE.fullmatch(line)
        if found is None:
            what = "is no line of a checksum and a name"
            yield Problem(path=f"{shown}{SUMS}", line=number, check="checksum", what=what, to_do=AGAIN)
        else:
            sums[found[2]] = found[1]
    for name, digest in sums.items():
        known = Problem(path=f"{shown}{name}", check="checksum", what="", to_do=AGAIN)
        if not (folder / name).is_file():
            yield replace(known, what="is missing")
        elif hashlib.sha256((folder / name).read_bytes()).hexdigest() != digest:
            yield replace(known, what="was changed after it was published")
    for path in sorted(folder.iterdir()):
        if path.name not in sums and path.name != SUMS and not path.name.startswith("."):
            yield Problem(
                path=f"{shown}{path.name}", check="extra file", what="was not published", to_do="move it away"
            )


def unlike_described(folder: Path, shown: str, tables: Mapping[str, Held]) -> Iterator[Problem]:
    """Descriptions that do not say what the tables are."""
    for name, text in describe(edition(folder, tables)).items():
        path = folder / name
        if path.is_file() and path.read_bytes() != text.encode():
            what = "does not say what the tables say of themselves"
            yield Problem(path=f"{shown}{name}", check="metadata", what=what, to_do=AGAIN)
        elif not path.is_file():
            yield Problem(path=f"{shown}{name}", check="metadata", what="is missing", to_do=AGAIN)


def edition(folder: Path, tables: Mapping[str, Held]) -> Edition:
    """The edition that the files of the folder are of."""
    from pyarrow.parquet import ParquetFile

    from lt_by_claims.publish.content import covered

    files = {name: folder / f"{name}.parquet" for name in tables}
    schemas = {name: ParquetFile(path).schema_arrow for name, path in files.items()}
    said = of_release(schemas["claims"].metadata)
    release = Release(
        said.get("version", ""),
        said.get("content_hash", ""),
        said.get("package", ""),
        said.get("guidelines", ""),
        said.get("model"),
    )
    published = tuple(
        PublishedTable(schemas[name], len(tables[name].table), path.stat().st_size, sha256(path))
        for name, path in files.items()
    )
    documents = tuple(tables["documents"].table.to_pylist())
    return Edition(release, published, documents, covered(tables["claims"].table))


def sha256(path: Path) -> str:
    """The hash of a file's bytes."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def of_one_release(folder: Path, shown: str, tables: Mapping[str, Held]) -> Iterator[Problem]:
    """The tables are of one version and one content, and that is theirs."""
    from pyarrow.parquet import ParquetFile

    from lt_by_claims.publish.content import hash_of

    footers = {name: ParquetFile(folder / f"{name}.parquet").schema_arrow.metadata or {} for name in tables}
    content = hash_of({name: held.table for name, held in tables.items()})
    versions = {said.get(b"version") for said in footers.values()}
    for name, said in footers.items():
        known = Problem(path=f"{shown}{name}.parquet", check="release", what="", to_do=AGAIN)
        if said.get(b"content_hash", b"").decode(errors="replace") != content:
            yield replace(known, what="the content hash in its metadata is not that of the tables")
        if len(versions) > 1:
            yield replace(
                known,
                what=f"says version {(said.get(b'version') or b'none').decode(errors='replace')}, "
                "and another table another",
            )
