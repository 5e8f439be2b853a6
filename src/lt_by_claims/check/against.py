"""What is published, row by row, against what the texts and reviews give."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lt_by_claims.check.published import AGAIN
from lt_by_claims.claim import Row
from lt_by_claims.problem import Problem
from lt_by_claims.validate import Held
from lt_by_claims.validate.shown import Shown


def differences(published: Mapping[str, Held], made: Mapping[str, list[Row]]) -> Iterator[Problem]:
    """Each row of a published table that is not as it would be made now, and those that are lost or strange."""
    for name, held in published.items():
        if (None, held.table.column_names[0]) not in held.told:
            yield from of_table(held, made[name])


def of_table(held: Held, rows: list[Row]) -> Iterator[Problem]:
    """The rows of one table."""
    key = held.table.column_names[0]
    made = {row[key]: row for row in rows}
    seen = set[str]()
    for at, row in enumerate(held.table.to_pylist()):
        name = row[key]
        seen.add(name)
        if name not in made:
            yield held.problem(at, "published", "the texts and reviews do not give this row", AGAIN)
        elif other := [
            column for column in row if row[column] != made[name][column] and not held.is_told(at, [column])
        ]:
            what = "; ".join(
                f"{column} is {Shown(row[column])!r}, not {Shown(made[name][column])!r}" for column in other
            )
            yield held.problem(at, "published", f"{what}, as the texts and reviews give it", AGAIN, other[0])
    for name, row in made.items():
        if name not in seen:
            claim = row.get("claim_id", "")
            what = "the texts and reviews give this row, and it is not there"
            yield Problem(path=held.path, who=name, claim=claim, check="published", what=what, to_do=AGAIN)
