"""A project, and what it has published, held against its texts and reviews."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from lt_by_claims.build import Summary, Watch, counted, make
from lt_by_claims.changes import published
from lt_by_claims.claim import Row, Rows
from lt_by_claims.errors import TableError
from lt_by_claims.project import PROCESSED
from lt_by_claims.validate import validate

SUMS = "SHA256SUMS"
AGAIN = "run lt-by-claims build"


def check(folder: Path, watch: Watch = iter) -> Summary:
    """Hold the published tables against what a build would make now; nothing is written."""
    made = make(folder, watch)
    validate(made.rows)
    target = folder / PROCESSED
    if problems := [*differences(published(target), made.rows), *altered(target)]:
        raise TableError(problems)
    return Summary.of(made)


def differences(before: Rows, made: Rows) -> Iterator[str]:
    """The tables that do not hold what the texts and reviews give."""
    for name, now in made.items():
        differ = differing(before[name], now)
        if differ:
            some = ", ".join(differ[:5]) + (", …" if len(differ) > 5 else "")
            what = f"{counted(len(differ), 'row')} not as the texts and reviews give"
            yield f"{PROCESSED / name}.parquet: {what} ({some}): {AGAIN}"


def differing(before: list[Row], now: list[Row]) -> list[str]:
    """The keys of the rows that are not the same in both."""
    key = next(iter((before or now or [{}])[0]), "")
    old, new = ({row[key]: row for row in table} for table in (before, now))
    return sorted(one for one in old.keys() | new.keys() if old.get(one) != new.get(one))


def altered(folder: Path) -> Iterator[str]:
    """The published files whose bytes are not those that were published."""
    lines = (folder / SUMS).read_text(encoding="utf-8").splitlines() if (folder / SUMS).is_file() else []
    sums = {name: digest for digest, name in (line.split(maxsplit=1) for line in lines)}
    if not sums:
        yield f"{PROCESSED / SUMS}: is missing or empty: {AGAIN}"
    for name, digest in sums.items():
        path = folder / name
        if not path.is_file():
            yield f"{PROCESSED / name}: is missing: {AGAIN}"
        elif hashlib.sha256(path.read_bytes()).hexdigest() != digest:
            yield f"{PROCESSED / name}: was changed after it was published: {AGAIN}"
