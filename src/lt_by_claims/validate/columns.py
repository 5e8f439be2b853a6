"""What Pandera finds wrong with a table, in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd
import pandera.pandas as pandera

from lt_by_claims.claim import Row
from lt_by_claims.tables import TABLES
from lt_by_claims.validate.cells import Problem, shortened


def failures(name: str, frame: pd.DataFrame, rows: list[Row]) -> Iterator[tuple[str, Problem]]:
    """Each failed check with the column that it is of; a check of whole rows is of none, and fails once a row."""
    try:
        TABLES[name].validate(frame, lazy=True)
    except pandera.errors.SchemaErrors as errors:
        found = errors.failure_cases
    else:
        return
    of_row = found.schema_context == "DataFrameSchema"
    for failure in found[~of_row | ~found.duplicated(["check", "index"])].itertuples():
        at = None if pd.isna(failure.index) else int(failure.index)
        if at is None:
            yield "", Problem(name, None, f"{failure.check} cannot be checked: {failure.failure_case}")
        elif failure.schema_context == "DataFrameSchema":
            cells = {key: Shortened(value) for key, value in rows[at].items()}
            yield "", Problem(name, at, failure.check.format_map(cells))
        else:
            yield failure.column, Problem(name, at, f"{failure.column} {in_words(name, failure, rows[at])}")


class Shortened:
    """A cell as messages show it: long texts cut, empty ones called so."""

    def __init__(self, value: Any) -> None:
        self.value = value

    def __repr__(self) -> str:
        return "empty" if self.value is None else shortened(self.value)

    def __str__(self) -> str:
        return self.value if isinstance(self.value, str) else "empty" if self.value is None else str(self.value)


def in_words(name: str, failure: Any, row: Row) -> str:
    """What is wrong with a cell, and what it should be."""
    column = TABLES[name].to_schema().columns[failure.column]
    value, known = shortened(row[failure.column]), column.metadata or {}
    match failure.check.partition("(")[0]:
        case "not_nullable":
            return "is empty: it must be given"
        case "field_uniqueness":
            return f"is {value} in more than one row: names must be unique"
        case "isin":
            return f"is {value}: use one of {', '.join(known['codes'])}"
        case "str_matches":
            return f"is {value}: write {known['form']}"
        case "greater_than" | "greater_than_or_equal_to":
            least = failure.check.partition("(")[2].rstrip(")")
            return f"is {value}: it must be {'more than' if 'equal' not in failure.check else 'at least'} {least}"
        case "str_length":
            return "is an empty text: it must have a character, or be left empty where that is allowed"
        case _:
            return f"is {value}: {failure.check}"
