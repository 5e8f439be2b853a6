"""Arrow tables as frames of pandas."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pyarrow
import pyarrow.compute as pc

from lt_by_claims.dataset.arrow import of_release

if TYPE_CHECKING:
    import pandas as pd


def as_frame(table: pyarrow.Table) -> pd.DataFrame:
    """An Arrow table as a frame that keeps its types, and says in `attrs` what release it is of."""
    import pandas as pd

    def as_it_is(kind: pyarrow.DataType) -> pd.ArrowDtype | None:
        return None if pyarrow.types.is_dictionary(kind) else pd.ArrowDtype(kind)  # None: as pandas has it

    frame: pd.DataFrame = table.replace_schema_metadata(None).to_pandas(types_mapper=as_it_is)
    frame.attrs |= of_release(table.schema.metadata)
    return frame


def coded_frame(table: pyarrow.Table) -> pd.DataFrame:
    """Likewise, with its codes as categories: all codes that there are, in the order of the guidelines."""
    for at, field in enumerate(table.schema):
        if codes := (field.metadata or {}).get(b"codes"):
            table = table.set_column(at, field.name, coded(table.column(at), list(json.loads(codes))))
    return as_frame(table)


def coded(cells: pyarrow.ChunkedArray, codes: list[str]) -> pyarrow.DictionaryArray:
    """Cells as numbers of codes; what is none of them is a code of its own, after all others."""
    known = pyarrow.array([*codes, *(cell for cell in cells.unique().to_pylist() if cell not in {*codes, None})])
    return pyarrow.DictionaryArray.from_arrays(pc.index_in(cells, value_set=known).combine_chunks(), known)
