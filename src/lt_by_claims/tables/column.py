"""What a table is made of: types of cells, columns with their meaning, and checks of whole rows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from inspect import signature
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, get_type_hints

import pyarrow
import pyarrow.compute as pc

from lt_by_claims.tables.arrays import TRUE

if TYPE_CHECKING:
    import pandas as pd
    import pandera.pandas as pandera

Text = Annotated[str, pyarrow.string()]
Texts = Annotated[list[str], pyarrow.list_(pyarrow.string())]
Whole = Annotated[int, pyarrow.int64()]
Number = Annotated[float, pyarrow.float64()]
Flag = Annotated[bool, pyarrow.bool_()]
Day = Annotated[Any, pyarrow.date32()]

Holds = Callable[..., pyarrow.BooleanArray]
"""Arrays of cells in; for each row, does it hold? Null where the check has nothing to say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column: its type and meaning, and what must hold of each of its cells.

    `form` says in words what the pattern `str_matches` asks for; a list with `gaps` may have empty members.
    """

    name: str = ""
    type: pyarrow.DataType | None = None
    description: str
    nullable: bool = False
    unique: bool = False
    codes: Mapping[str, str] | None = None
    refers_to: str = ""
    unit: str = ""
    form: str = ""
    gaps: bool = False
    str_matches: str | None = None
    str_length: Mapping[str, int] | None = None
    ge: int | None = None
    gt: int | None = None

    @property
    def metadata(self) -> dict[str, Any]:
        """What is known of the column beyond its type and limits."""
        said = {key: getattr(self, key) for key in ("codes", "refers_to", "unit", "form", "gaps")}
        return {key: value for key, value in said.items() if value}

    def of(self, name: str, kind: pyarrow.DataType) -> Column:
        """The column under its name, with its type."""
        if pyarrow.types.is_list(kind):
            kind = pyarrow.list_(pyarrow.field("element", kind.value_type, nullable=self.gaps))
        return replace(self, name=name, type=kind)


def column(description: str, **known: Any) -> Any:
    """A column of a table, as `Column` says."""
    return Column(description=description, **known)


@dataclass(frozen=True, slots=True)
class RowCheck:
    """What must hold in each row: `holds` is asked with the columns that its parameters name.

    Braces in `what` and `to_do` stand for cells. A row that lacks a cell it must have is not asked: that is told
    already.
    """

    holds: Holds
    what: str
    to_do: str

    @property
    def name(self) -> str:
        """What the check is called."""
        return self.holds.__name__

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that it looks at."""
        return tuple(signature(self.holds).parameters)

    def passes(self, cells: pyarrow.RecordBatch, needed: Mapping[str, bool]) -> pyarrow.BooleanArray:
        """For each row: does it hold, or is there nothing to ask? `needed` says which columns must be given."""
        lacking = [pc.is_null(cells[name]) for name in self.columns if needed[name]]
        passes = pc.fill_null(self.holds(*(cells[name] for name in self.columns)), TRUE)
        for lacks in lacking:
            passes = pc.or_(passes, lacks)
        return passes


def every_row(holds: Holds, what: str, to_do: str) -> Any:
    """A check of each row."""
    return RowCheck(holds, what, to_do)


class Table:
    """A table has its columns and no others, in order, each of its type; its docstring says what a row is.

    Tables say what is so, once. `validate` holds Arrow tables against them, and `to_schema` gives them as a schema of
    Pandera.
    """

    columns: ClassVar[dict[str, Column]]
    checks: ClassVar[tuple[RowCheck, ...]]

    def __init_subclass__(cls) -> None:
        hints = get_type_hints(cls, include_extras=True)
        own = vars(cls).items()
        cls.columns = {n: value.of(n, hints[n].__metadata__[0]) for n, value in own if isinstance(value, Column)}
        cls.checks = tuple(value for _, value in own if isinstance(value, RowCheck))

    @classmethod
    def needed(cls) -> dict[str, bool]:
        """Which columns must be given."""
        return {name: not column.nullable for name, column in cls.columns.items()}

    @classmethod
    def to_schema(cls) -> pandera.DataFrameSchema:
        """The table as a schema of Pandera, for frames with Arrow types."""
        from lt_by_claims.tables.schema import schema

        return schema(cls)

    @classmethod
    def validate(cls, frame: pd.DataFrame, *, lazy: bool = False) -> pd.DataFrame:
        """The frame, where Pandera finds nothing wrong with it."""
        return cls.to_schema().validate(frame, lazy=lazy)
