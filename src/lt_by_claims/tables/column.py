"""What a table is made of: types of cells, columns with their meaning, and checks of whole rows."""

from __future__ import annotations

from collections.abc import Callable
from inspect import signature
from typing import Annotated, Any

import pandas as pd
import pandera.pandas as pa
import pyarrow

Text = Annotated[pd.ArrowDtype, pyarrow.string()]
Texts = Annotated[pd.ArrowDtype, pyarrow.list_(pyarrow.string())]
Whole = Annotated[pd.ArrowDtype, pyarrow.int64()]
Number = Annotated[pd.ArrowDtype, pyarrow.float64()]
Flag = Annotated[pd.ArrowDtype, pyarrow.bool_()]
Day = Annotated[pd.ArrowDtype, pyarrow.date32()]


def column(
    description: str,
    *,
    codes: dict[str, str] | None = None,
    refers_to: str = "",
    unit: str = "",
    form: str = "",
    gaps: bool = False,
    **checks: Any,
) -> Any:
    """A column and its meaning; what Pandera has no word for goes into its metadata.

    `form` says in words what the pattern `str_matches` asks for; a list with `gaps` may have empty members.
    """
    said = {"codes": codes, "refers_to": refers_to, "unit": unit, "form": form, "gaps": gaps}
    if codes:
        checks["isin"] = list(codes)
    return pa.Field(description=description, metadata={key: value for key, value in said.items() if value}, **checks)


def every_row(holds: Callable[..., bool], error: str) -> Any:
    """A check of each row: `holds` is asked with the cells that its parameters name, `error` says what is wrong.

    Braces in `error` stand for cells. A row that lacks a cell it must have is not asked: that is told already.
    """
    names = list(signature(holds).parameters)

    def check(cls: type[Table], table: pd.DataFrame) -> pd.Series[bool]:
        required = [not cls.to_schema().columns[name].nullable for name in names]
        rows = zip(*(pyarrow.array(table[name]).to_pylist() for name in names), strict=True)
        held = (
            any(cell is None and must for cell, must in zip(row, required, strict=True)) or holds(*row) for row in rows
        )
        return pd.Series(list(held), index=table.index, dtype=bool)

    check.__name__, check.__doc__ = holds.__name__, holds.__doc__
    return pa.dataframe_check(error=error)(check)


class Table(pa.DataFrameModel):
    """A table has its columns and no others, in order, each of its type."""

    class Config:
        """Nothing more, nothing less, and of the very type."""

        strict = True
        ordered = True
        coerce = True
