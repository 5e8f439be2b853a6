"""Two states of the dataset → what happened to each claim, number, document and column, and the step it demands."""

from __future__ import annotations

from lt_by_claims.diff.claims import claim_changes
from lt_by_claims.diff.difference import Change, Difference
from lt_by_claims.diff.others import column_changes, document_changes, lineage_changes
from lt_by_claims.diff.quantities import quantity_changes
from lt_by_claims.diff.side import Side, is_sound, side_of_folder, side_of_rows, side_of_tables

__all__ = ["Change", "Difference", "Side", "diff", "is_sound", "side_of_folder", "side_of_rows", "side_of_tables"]


COME_OR_GONE = ("added", "lost", "retired", "split", "merged", "redrawn")
"""What happens to claims that are not there both before and after."""


def diff(old: Side, new: Side) -> Difference:
    """All that changed from `old` to `new`; each change is told once, by the sort that says most."""
    claims = tuple(claim_changes(old.rows, new.rows))
    quantities = tuple(quantity_changes(old.rows, new.rows, claims))
    changes = (
        *document_changes(old.rows, new.rows),
        *claims,
        *revalued(claims, quantities),
        *quantities,
        *column_changes(old.columns, new.columns),
        *lineage_changes(old.rows, new.rows),
    )
    titles = {row["document_id"]: row["title"] for side in (old, new) for row in side.rows["documents"]}
    return Difference(old.name, new.name, changes, old.version, new.version, tuple(titles.items()))


def revalued(claims: tuple[Change, ...], quantities: tuple[Change, ...]) -> tuple[Change, ...]:
    """The claims that are there before and after, and whose numbers are not the same."""
    come_or_gone = {one.name for one in claims if one.sort in COME_OR_GONE}
    names = dict.fromkeys(one.name.rpartition("/")[0] for one in quantities if one.sort != "moved")
    return tuple(Change("claims", "re-valued", name) for name in names if name not in come_or_gone)
