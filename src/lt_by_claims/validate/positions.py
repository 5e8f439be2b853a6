"""The claims of a document are numbered in the order of the text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pyarrow.compute as pc

from lt_by_claims.problem import Problem
from lt_by_claims.tables.arrays import INT64, scalar
from lt_by_claims.validate.held import Dataset, Held


def positions_count_up(tables: Dataset) -> Iterator[Problem]:
    """The claims of a document are numbered from 1 in the order of their quotes, each number once."""
    claims = tables["claims"]
    if claims.is_told(None, ["document_id", "position", "quote_start", "quote_end"]) or in_order(claims):
        return
    columns = ("document_id", "position", "quote_start", "quote_end", "quote")
    rows = list(enumerate(zip(*(claims[name].to_pylist() for name in columns), strict=True)))
    for document, some in by_first(rows).items():
        if document is not None:
            yield from misnumbered(claims, [(row[1], at, row[2:]) for at, row in some if row[1] is not None])


def misnumbered(claims: Held, placed: list[tuple[int, int, tuple[Any, ...]]]) -> Iterator[Problem]:
    """Claims of a document, each with its position and row, that do not count up, or not in the order of the text."""
    taken = Counter(position for position, _, _ in placed)
    for position, at, _ in placed:
        if position > len(placed):
            what = f"position is {position}, but its document has {len(placed)} claims"
            yield claims.problem(at, "position", what, "count from 1", "position")
        if taken[position] > 1:
            what = f"position is {position}, and so is another claim's of its document"
            yield claims.problem(at, "position", what, "count up", "position")
    sound = [
        (at, start, end)
        for _, at, (start, end, quote) in sorted(placed, key=lambda row: row[:2])
        if fills(start, end, quote)
    ]
    for (_, *before), (at, *span) in pairwise(sound):
        if span < before:
            what = f"the quote at {span[0]} to {span[1]} stands before that of the claim before, at {before[0]}"
            yield claims.problem(at, "position", what, "number the claims in the order of the text", "position")


def fills(start: int | None, end: int | None, quote: str | None) -> bool:
    """Does the quote fill its span? If not, that is told elsewhere."""
    return start is not None and end is not None and quote is not None and len(quote) == end - start


def by_first(rows: list[tuple[int, tuple[Any, ...]]]) -> dict[Any, list[tuple[int, tuple[Any, ...]]]]:
    """The rows with their numbers, by their first cell."""
    groups: dict[Any, list[tuple[int, tuple[Any, ...]]]] = {}
    for at, row in rows:
        groups.setdefault(row[0], []).append((at, row))
    return groups


def in_order(claims: Held) -> bool:
    """Do the claims of each document stand together, count up from 1, and follow their quotes? This is quick to see."""
    document, position, start, end = (claims[name] for name in ("document_id", "position", "quote_start", "quote_end"))
    if not len(document):
        return True
    if any(column.null_count for column in (document, position, start, end)):
        return False
    follows = pc.equal(document[1:], document[:-1])
    counts = pc.equal(position[1:], pc.if_else(follows, pc.add(position[:-1], scalar(1, INT64)), scalar(1, INT64)))
    later = pc.greater(start[1:], start[:-1])
    later = pc.or_(later, pc.and_(pc.equal(start[1:], start[:-1]), pc.greater_equal(end[1:], end[:-1])))
    parts = 1 + pc.sum(pc.invert(follows), min_count=0).as_py()
    good = pc.and_(counts, pc.or_(later, pc.invert(follows)))
    all_good = position[0].as_py() == 1 and pc.all(good, min_count=0).as_py()
    return bool(all_good) and parts == pc.count_distinct(document).as_py()
