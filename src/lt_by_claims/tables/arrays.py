"""Arrow arrays out of Python values, and questions about them that Arrow has no word for.

PyArrow imports pandas as soon as it turns a Python value into one of its own, and that takes longer than all checks of
a project. `array` and `scalar` do without: they write texts, and let Arrow read them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from itertools import accumulate
from typing import Any

import pyarrow
import pyarrow.compute as pc
from pyarrow.lib import StringBuilder

STRING, BOOL, INT64, DOUBLE = pyarrow.string(), pyarrow.bool_(), pyarrow.int64(), pyarrow.float64()


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
    return pyarrow.ListArray.from_arrays(array(offsets, pyarrow.int32()), members, type=kind)


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


TRUE, FALSE, NO_NUMBER = scalar(True, BOOL), scalar(False, BOOL), scalar(None, pyarrow.int32())


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
    return pc.greater(pc.list_value_length(lists), scalar(0, pyarrow.int32()))


def first_members(lists: pyarrow.ListArray) -> pyarrow.Array:
    """The first member of each list, null where it has none."""
    begins = pc.if_else(has_members(lists), lists.offsets[:-1], NO_NUMBER)
    return lists.values.take(begins)


def members_hold(lists: pyarrow.ListArray, holds: Callable[[pyarrow.Array], pyarrow.Array]) -> pyarrow.BooleanArray:
    """Does it hold for all members of each list?"""
    wrong = pc.invert(pc.fill_null(of_distinct(holds, lists.flatten()), TRUE))
    return but_for(len(lists), pc.list_parent_indices(lists).filter(wrong))


def no_member_twice(lists: pyarrow.ListArray) -> pyarrow.BooleanArray:
    """Is each member once in its list?"""
    parents, members = pc.list_parent_indices(lists), lists.flatten().dictionary_encode()
    kinds = scalar(len(members.dictionary) or 1, INT64)
    pairs = pc.add(pc.multiply(parents.cast(INT64), kinds), members.indices.cast(INT64))
    return but_for(len(lists), parents.filter(pc.is_in(pairs, repeated(pairs))))


def repeated(cells: pyarrow.Array) -> pyarrow.Array:
    """The values that stand more than once among the cells."""
    if pc.count_distinct(cells, mode="only_valid").as_py() == len(cells) - cells.null_count:
        return cells[:0]
    counts = pc.value_counts(cells)
    return counts.field("values").filter(pc.greater(counts.field("counts"), scalar(1, INT64))).drop_null()


def but_for(length: int, wrong: pyarrow.Array | pyarrow.ChunkedArray) -> pyarrow.BooleanArray:
    """True in every row but the wrong ones."""
    if not len(wrong):
        return pyarrow.repeat(TRUE, length)
    rows = set(wrong.to_pylist())
    return array((row not in rows for row in range(length)), BOOL)


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
