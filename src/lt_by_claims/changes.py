"""What is new in a dataset against the one published before: claims added, removed and changed, by their ids."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from lt_by_claims.claim import TABLE_NAMES, Row, Rows
from lt_by_claims.dataset import load
from lt_by_claims.errors import NotBuiltError

PLACE = frozenset(
    {"position", "paragraph", "quote_start", "quote_end", "start", "end", "source_link", "made_by", "doubts"}
)
"""Columns that may change though the claim stays the same."""

SHOWN = 10
"""So many ids of a sort are listed."""


@dataclass(frozen=True, slots=True)
class Changes:
    """Ids of claims, in order; at a first build there is nothing to compare with."""

    added: tuple[str, ...]
    removed: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    first: bool = False

    def __str__(self) -> str:
        if self.first:
            return "the first build: nothing to compare it with"
        sorts = (("added", self.added), ("removed", self.removed), ("changed", self.changed))
        told = [listed(name, ids) for name, ids in sorts if ids]
        return "\n".join(["against the last build:", *told]) if told else "against the last build: nothing changed"


def listed(name: str, ids: tuple[str, ...]) -> str:
    """How many claims, and the first of them."""
    more = [f"    … and {len(ids) - SHOWN} more"] if len(ids) > SHOWN else []
    return "\n".join([f"  {len(ids)} {name}", *(f"    {one}" for one in ids[:SHOWN]), *more])


def changes(before: Rows | None, now: Rows) -> Changes:
    """What `now` has that `before` had not, and the other way round."""
    new = contents(now)
    if before is None:
        return Changes(added=tuple(new), first=True)
    old = contents(before)
    return Changes(
        added=tuple(one for one in new if one not in old),
        removed=tuple(one for one in old if one not in new),
        changed=tuple(one for one in new if one in old and new[one] != old[one]),
    )


def contents(rows: Rows) -> Mapping[str, list[Row]]:
    """What each claim says, its numbers included, wherever it stands."""
    said: dict[str, list[Row]] = {row["claim_id"]: [without_place(row)] for row in rows["claims"]}
    for row in rows["quantities"]:
        said[row["claim_id"]].append(without_place(row))
    return said


def without_place(row: Row) -> Row:
    """The row but for where it stands."""
    return {column: value for column, value in row.items() if column not in PLACE}


def published(folder: Path) -> Rows:
    """The rows that were published in a folder; NotBuiltError where a table is not there."""
    try:
        return {name: load(name, engine="arrow", folder=folder).to_pylist() for name in TABLE_NAMES}
    except ValueError as error:
        raise NotBuiltError(f"{folder}: {error}: run lt-by-claims build") from error


def published_before(folder: Path) -> Rows | None:
    """The rows that the last build published in a folder, None where there was none."""
    try:
        return published(folder)
    except NotBuiltError:
        return None
