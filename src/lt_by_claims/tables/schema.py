"""The tables as schemas of Pandera: the same columns and the same checks, for who works with frames."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import pandas as pd
import pandera.pandas as pandera
import pyarrow
import pyarrow.compute as pc

from lt_by_claims.tables.arrays import TRUE, has_no_gaps

if TYPE_CHECKING:
    from lt_by_claims.tables.column import Column, RowCheck, Table


def schema(table: type[Table]) -> pandera.DataFrameSchema:
    """The schema of a table: its columns and no others, in order, each of its very type."""
    return pandera.DataFrameSchema(
        {name: pandera_column(column) for name, column in table.columns.items()},
        checks=[of_rows(check, table.needed()) for check in table.checks],
        name=table.__name__,
        description=table.__doc__,
        strict=True,
        ordered=True,
        coerce=True,
    )


def pandera_column(column: Column) -> pandera.Column:
    """One column."""
    return pandera.Column(
        pd.ArrowDtype(without_names(column.type)),
        list(checks(column)),
        nullable=column.nullable,
        unique=column.unique,
        description=column.description,
        metadata=column.metadata or None,
    )


def without_names(kind: pyarrow.DataType) -> pyarrow.DataType:
    """A type as frames have it: they forget whether the members of a list may be empty."""
    return pyarrow.list_(kind.value_type) if pyarrow.types.is_list(kind) else kind


def checks(column: Column) -> list[pandera.Check]:
    """What must hold of each cell of a column."""
    asked: dict[str, Any] = {
        "isin": {"allowed_values": list(column.codes)} if column.codes else None,
        "str_matches": column.str_matches and {"pattern": column.str_matches},
        "str_length": column.str_length,
        "greater_than_or_equal_to": None if column.ge is None else {"min_value": column.ge},
        "greater_than": None if column.gt is None else {"min_value": column.gt},
    }
    made = [getattr(pandera.Check, name)(**limits) for name, limits in asked.items() if limits]
    return [*made, *checks_of_type(column)]


def checks_of_type(column: Column) -> Iterator[pandera.Check]:
    """What must hold of each cell by its type, where Pandera has no word for it."""
    if column.type == pyarrow.float64():
        yield pandera.Check(of_cells(pc.is_finite), name="finite")
    if pyarrow.types.is_list(column.type) and not column.gaps:
        yield pandera.Check(of_cells(has_no_gaps), name="empty")


def of_cells(holds: Callable[[pyarrow.Array], pyarrow.BooleanArray]) -> Callable[[pd.Series[Any]], pd.Series[bool]]:
    """A question about an array as one about a column of a frame; where the answer is null, it holds."""

    def passes(cells: pd.Series[Any]) -> pd.Series[bool]:
        (held,) = pyarrow.Table.from_pandas(cells.to_frame(), preserve_index=False).columns
        passed = pc.fill_null(holds(held.combine_chunks()), TRUE)
        return pd.Series(passed.to_pylist(), index=cells.index, dtype=bool)

    return passes


def of_rows(check: RowCheck, needed: dict[str, bool]) -> pandera.Check:
    """A check of whole rows."""

    def passes(frame: pd.DataFrame) -> pd.Series[bool]:
        cells = pyarrow.Table.from_pandas(frame[list(check.columns)], preserve_index=False)
        passed = (check.passes(batch, needed).to_pylist() for batch in cells.combine_chunks().to_batches())
        return pd.Series([one for batch in passed for one in batch], index=frame.index, dtype=bool)

    return pandera.Check(passes, name=check.name, error=f"{check.what}: {check.to_do}")
