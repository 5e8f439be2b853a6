"""What became of the numbers of each claim, whatever their order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lt_by_claims.claim import Row, Rows
from lt_by_claims.diff.difference import Change

PLACE = ("quantity_id", "start", "end")
FOLLOW = frozenset({"quantity_id", "claim_id", "value", "period_start", "period_end", "start", "end"})
"""Columns that only follow others, or say the place."""


def quantity_changes(old: Rows, new: Rows, claim_changes: Sequence[Change]) -> Iterator[Change]:
    """The changes of the quantities; one that moves with its claim has not changed."""
    before, now = by_claim(old), by_claim(new)
    moving = {change.name for change in claim_changes if change.sort in ("moved", "re-quoted")}
    for name in dict.fromkeys([*now, *before]):
        yield from of_claim(before.get(name, []), now.get(name, []), moving=name in moving)


def by_claim(rows: Rows) -> dict[str, list[Row]]:
    """The quantities of each claim."""
    found: dict[str, list[Row]] = {}
    for row in rows["quantities"]:
        found.setdefault(row["claim_id"], []).append(row)
    return found


def of_claim(old: Sequence[Row], new: Sequence[Row], *, moving: bool) -> Iterator[Change]:
    """The changes of the quantities of one claim."""
    pairs = paired(old, new)
    for one, other in pairs:
        fields = tuple((k, one[k], other[k]) for k in other if k in one and k not in FOLLOW and one[k] != other[k])
        if fields:
            yield Change("quantities", "re-valued", other["quantity_id"], fields, text=other["text"])
        elif not moving and one["start"] != other["start"]:
            places = (("start", one["start"], other["start"]),)
            yield Change("quantities", "moved", other["quantity_id"], places, text=other["text"])
    kept = {id(row) for pair in pairs for row in pair}
    for sort, rows in (("added", new), ("removed", old)):
        for row in rows:
            if id(row) not in kept:
                yield Change("quantities", sort, row["quantity_id"], text=row["text"])


def paired(old: Sequence[Row], new: Sequence[Row]) -> list[tuple[Row, Row]]:
    """Each new quantity with the old one that it is: of the same content, else of the same text, else of one name."""
    pairs: list[tuple[Row, Row]] = []
    ahead, left = list(new), list(old)
    for same in (said, lambda row: row["text"], lambda row: row["quantity_id"]):
        for row in tuple(ahead):
            one = next((one for one in left if same(one) == same(row)), None)
            if one is not None:
                pairs.append((one, row))
                left.remove(one)
                ahead.remove(row)
    return pairs


def said(row: Row) -> Row:
    """What a quantity says, wherever it stands."""
    return {key: value for key, value in row.items() if key not in PLACE}
