"""Arrow arrays out of Python values, and questions about them that Arrow has no word for.

PyArrow imports pandas as soon as it turns a Python value into one of its own, and that takes longer than all checks of
a project. `array` and `scalar` do without: they write texts, and let Arrow read them.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from itertools import accumulate
from typing import Any

import pyarrow
import pyarrow.compute as pc
from pyarrow.lib import StringBuilder

STRING, BOOL, DOUBLE = pyarrow.string(), pyarrow.bool_(), pyarrow.float64()
INT32, INT64 = pyarrow.int32(), pyarrow.int64()

LONG = 16
"""A list with more members than that is looked at by itself."""


def array(values: Iterable[Any], kind: pyarrow.DataType = STRING) -> pyarrow.Array:
    """Values as an array of their type: texts, numbers, days, truths, or lists of texts."""
    if pyarrow.types.is_list(kind):
        return lists_of(list(values), kind)
    builder = StringBuilder()
    builder.append_values([None if value is None else written(value) for value in values])
    return builder.finish().cast(kind)


def lists_of(lists: Sequence[Sequence[str | None] | None], kind: pyarrow.DataType) -> pyarrow.ListArray:
    """Lists of texts as an array; an empty place among the offsets stands for no list."""
    members = array((member for one in lists for member in one or ()), kind.value_type)
    begins = accumulate((len(one or ()) for one in lists), initial=0)
    offsets = [None if one is None else begin for one, begin in zip([*lists, ()], begins, strict=True)]
    return pyarrow.ListArray.from_arrays(array(offsets, INT32), members, type=kind)


def written(value: Any) -> str:
    """A value as Arrow reads it."""
    match value:
        case bool():
            return "true" if value else "false"
        case date():
            return value.isoformat()
        case Decimal():
            return repr(float(value))
        case _:
            return str(value)


@cache
def scalar(value: Any, kind: pyarrow.DataType = STRING) -> pyarrow.Scalar:
    """One value."""
    return array([value], kind)[0]


TRUE, FALSE, NO_NUMBER = scalar(True, BOOL), scalar(False, BOOL), scalar(None, INT32)


def each_distinct(ask: Callable[[Any], Any], cells: pyarrow.Array, kind: pyarrow.DataType) -> pyarrow.Array:
    """What `ask` answers for each cell, asked once for each distinct one; null where the cell is empty."""
    coded = cells.dictionary_encode()
    return array([ask(cell) for cell in coded.dictionary.to_pylist()], kind).take(coded.indices)


def of_distinct(holds: Callable[[pyarrow.Array], pyarrow.Array], cells: pyarrow.Array) -> pyarrow.Array:
    """What a question about arrays gives, asked with the distinct cells alone; null where the cell is empty."""
    coded = cells.dictionary_encode()
    return holds(coded.dictionary).take(coded.indices)


def same(one: pyarrow.Array, other: pyarrow.Array) -> pyarrow.BooleanArray:
    """Are the cells equal, or both empty?"""
    both_empty = pc.and_(pc.is_null(one), pc.is_null(other))
    return pc.or_(pc.fill_null(pc.equal(one, other), FALSE), both_empty)


def has_members(lists: pyarrow.ListArray) -> pyarrow.BooleanArray:
    """Has a list any members?"""
    return pc.greater(pc.list_value_length(lists), scalar(0, INT32))


def has_no_gaps(lists: pyarrow.ListArray) -> pyarrow.BooleanArray:
    """Has a list no empty member?"""
    gaps = pc.list_parent_indices(lists).filter(pc.is_null(lists.flatten()))
    return but_for(len(lists), set(gaps.to_pylist()))


def first_members(lists: pyarrow.ListArray) -> pyarrow.Array:
    """The first member of each list, null where it has none."""
    begins = pc.if_else(has_members(lists), lists.offsets[:-1], NO_NUMBER)
    return lists.values.take(begins)


def members_hold(lists: pyarrow.ListArray, holds: Callable[[pyarrow.Array], pyarrow.Array]) -> pyarrow.BooleanArray:
    """Does it hold for all members of each list?"""
    wrong = pc.invert(pc.fill_null(of_distinct(holds, lists.flatten()), TRUE))
    return but_for(len(lists), set(pc.list_parent_indices(lists).filter(wrong).to_pylist()))


def no_member_twice(lists: pyarrow.ListArray) -> pyarrow.BooleanArray:
    """Is each member once in its list?

    Each member is held against the next of its list, then against the one after that, and so on; long lists, which are
    few, are looked at one by one.
    """
    parents, members = pc.list_parent_indices(lists), lists.flatten().dictionary_encode().indices
    lengths = pc.fill_null(pc.list_value_length(lists), scalar(0, INT32))
    wrong = {at for at in rows_where(pc.greater(lengths, scalar(LONG, INT32))) if has_twice(lists[at].as_py())}
    for step in range(1, min(pc.max(lengths).as_py() or 0, LONG)):
        again = pc.and_(pc.equal(parents[step:], parents[:-step]), pc.equal(members[step:], members[:-step]))
        wrong.update(parents[step:].filter(again).to_pylist())
    return but_for(len(lists), wrong)


def has_twice(members: Sequence[Any]) -> bool:
    """Does a member stand there twice?"""
    return len(set(members)) < len(members)


def repeated(cells: pyarrow.Array | pyarrow.ChunkedArray) -> pyarrow.Array:
    """The values that stand more than once among the cells."""
    if len(pc.unique(cells)) == len(cells) - cells.null_count + bool(cells.null_count):
        return pyarrow.nulls(0, cells.type)
    counts = pc.value_counts(cells)
    return counts.field("values").filter(pc.greater(counts.field("counts"), scalar(1, INT64))).drop_null()


def but_for(length: int, wrong: Collection[int]) -> pyarrow.BooleanArray:
    """True in every row but the wrong ones."""
    if not wrong:
        return pyarrow.repeat(TRUE, length)
    return array((row not in wrong for row in range(length)), BOOL)


def or_else(
    quick: pyarrow.BooleanArray, ask: Callable[..., pyarrow.BooleanArray], *cells: pyarrow.Array
) -> pyarrow.BooleanArray:
    """True where the quick answer is; elsewhere what `ask` says, which takes long, of the cells of those rows alone."""
    rest = pc.invert(pc.fill_null(quick, FALSE))
    return pc.replace_with_mask(quick, rest, ask(*(cell.filter(rest) for cell in cells)))


def rows_where(mask: pyarrow.Array | pyarrow.ChunkedArray) -> list[int]:
    """The numbers of the rows where it is true."""
    rows: list[int] = pc.indices_nonzero(pc.fill_null(mask, FALSE)).to_pylist()
    return rows


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
