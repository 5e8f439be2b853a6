"""The rows of published tables stand in one order: by document, place in the text, and number of the value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any

from lt_by_claims.problem import Problem
from lt_by_claims.validate import Held


def rows_are_in_order(tables: Mapping[str, Held]) -> Iterator[Problem]:
    """No row stands before one that comes after it."""
    claims, values = tables["claims"], tables["quantities"]
    yield from sorted_by(tables["documents"], tables["documents"]["document_id"].to_pylist())
    yield from sorted_by(tables["retired"], tables["retired"]["claim_id"].to_pylist())
    places = list(zip(claims["document_id"].to_pylist(), claims["position"].to_pylist(), strict=True))
    yield from sorted_by(claims, places)
    place = dict(zip(claims["claim_id"].to_pylist(), places, strict=True))
    pairs = zip(values["claim_id"].to_pylist(), values["quantity_id"].to_pylist(), strict=True)
    yield from sorted_by(values, [(*place.get(claim, (None, None)), number(name)) for claim, name in pairs])


def number(name: str | None) -> int | None:
    """The number of a value within its claim."""
    found = (name or "").rpartition("/q")[2]
    return int(found) if found.isdecimal() and len(found) < 10 else None


def sorted_by(held: Held, keys: list[Any]) -> Iterator[Problem]:
    """Rows whose key is less than that of the row before; rows without a key are told elsewhere."""
    told = [(at, key) for at, key in enumerate(keys) if None not in (key if isinstance(key, tuple) else (key,))]
    for (_, before), (at, key) in pairwise(told):
        if key < before:
            what = "stands after a row that comes after it"
            yield held.problem(at, "order", what, "sort the rows as build does: run lt-by-claims build")
