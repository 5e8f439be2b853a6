"""What a reader asks for: names that must be known, and filters."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

Filters = Sequence[tuple[str, str, Any]] | Sequence[Sequence[tuple[str, str, Any]]]
"""Conditions that all hold, or several such lists of which one holds: `[("topic", "==", "trade")]`."""


def one_of(what: str, names: Iterable[str], known: Collection[str]) -> None:
    """Hold names against those that there are; ValueError tells the choice."""
    for name in names:
        if name not in known:
            raise ValueError(f"no {what} {name!r}: there are {', '.join(known)}")


def filtered(filters: Filters | None) -> Iterator[str]:
    """The columns that filters ask for."""
    for part in filters or ():
        if isinstance(part[0], str):
            yield part[0]
        else:
            yield from (condition[0] for condition in part)


def condition(filters: Filters | None) -> Any:
    """Filters as an expression of Arrow, None where there are none."""
    if not filters:
        return None
    from pyarrow.parquet import filters_to_expression  # brings pandas, which not every engine needs

    return filters_to_expression(filters)
