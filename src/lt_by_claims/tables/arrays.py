"""Questions about Arrow arrays that Arrow has no word for."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import pyarrow
import pyarrow.compute as pc


def each_distinct(ask: Callable[[Any], Any], cells: pyarrow.Array, kind: pyarrow.DataType) -> pyarrow.Array:
    """What `ask` answers for each cell, asked once for each distinct one; null where the cell is empty."""
    coded = cells.dictionary_encode()
    return pyarrow.array([ask(cell) for cell in coded.dictionary.to_pylist()], kind).take(coded.indices)


def same(one: pyarrow.Array, other: pyarrow.Array) -> pyarrow.BooleanArray:
    """Are the cells equal, or both empty?"""
    both_empty = pc.and_(pc.is_null(one), pc.is_null(other))
    return pc.or_(pc.fill_null(pc.equal(one, other), False), both_empty)


def first_members(lists: pyarrow.ListArray) -> pyarrow.Array:
    """The first member of each list, null where it has none."""
    begins = pc.if_else(pc.greater(pc.list_value_length(lists), 0), lists.offsets[:-1], None)
    return lists.values.take(begins)


def members_hold(lists: pyarrow.ListArray, holds: Callable[[pyarrow.Array], pyarrow.Array]) -> pyarrow.BooleanArray:
    """Does it hold for all members of each list?"""
    wrong = pc.invert(pc.fill_null(holds(lists.flatten()), True))
    return but_for(len(lists), pc.list_parent_indices(lists).filter(wrong))


def no_member_twice(lists: pyarrow.ListArray) -> pyarrow.BooleanArray:
    """Is each member once in its list?"""
    members = pyarrow.table({"list": pc.list_parent_indices(lists), "member": lists.flatten()})
    counts = members.group_by(["list", "member"]).aggregate([([], "count_all")])
    return but_for(len(lists), counts.filter(pc.greater(counts["count_all"], 1))["list"])


def but_for(length: int, wrong: pyarrow.Array | pyarrow.ChunkedArray) -> pyarrow.BooleanArray:
    """True in every row but the wrong ones."""
    if not len(wrong):
        return pyarrow.repeat(True, length)
    rows = set(wrong.to_pylist())
    return pyarrow.array([row not in rows for row in range(length)])


def all_of(*held: pyarrow.BooleanArray) -> pyarrow.BooleanArray:
    """Do all hold?"""
    return joined(pc.and_kleene, held)


def any_of(*held: pyarrow.BooleanArray) -> pyarrow.BooleanArray:
    """Does one hold?"""
    return joined(pc.or_kleene, held)


def joined(join: Callable[..., pyarrow.Array], arrays: Iterable[pyarrow.Array]) -> pyarrow.Array:
    """The arrays as one, by a function of two."""
    first, *others = arrays
    for other in others:
        first = join(first, other)
    return first
