"""The schema of Pandera and the checks of Arrow, both read off the same tables, refuse the same corruptions."""

from __future__ import annotations

import shutil
from pathlib import Path

import pandas as pd
import pandera.errors
import pytest
from pyarrow import parquet

from conftest import ROOT
from corruptions import TABLES as CORRUPTIONS
from corruptions import Do, cells
from lt_by_claims.check.published import published
from lt_by_claims.dataset.pandas import as_frame
from lt_by_claims.tables import TABLES
from lt_by_claims.validate.columns import failures

SCHEMAS = {name: table.to_schema() for name, table in TABLES.items()}
ROWS = {f"{check.what}: {check.to_do}": check.name for table in TABLES.values() for check in table.checks}

ALIKE = {
    "not_nullable": "empty",
    "field_uniqueness": "unique",
    "isin": "code",
    "str_matches": "form",
    "str_length": "length",
    "greater_than_or_equal_to": "limit",
    "greater_than": "limit",
    "column_in_dataframe": "schema",
    "column_in_schema": "schema",
    "column_ordered": "schema",
}
"""What Pandera calls a check of cells or columns, and what messages call it."""

OF_THE_FILE = {
    **dict.fromkeys(
        (
            "a day as a moment",
            "a large text",
            "a text as bytes",
            "a code as dictionary",
            "a small whole number",
            "a whole number as float",
            "a flag as number",
            "a large list",
        ),
        "Pandera takes a frame for what can be made of it without loss; a file must have the very types",
    ),
    "a small float": "likewise; what was lost of the value, both see where it is made large again",
    "a column that may be empty": "a frame does not know whether a column may be empty",
    **dict.fromkeys(
        (
            "a column that says nothing",
            "a column with other codes",
            "a table that says nothing",
            "a table without version",
            "a table without hash",
            "a table of another name",
        ),
        "a frame carries none of the metadata of its file",
    ),
}
"""What Arrow alone refuses, and why: it is wrong with the file, and a frame is none."""

UNREADABLE = [name for name, _, check, _ in CORRUPTIONS if check == "file"]
"""Of these there is no frame."""

IN_A_TABLE = [one for one in CORRUPTIONS if one[0] not in UNREADABLE]

MORE: tuple[tuple[str, Do, str, str], ...] = (
    ("no number at all", cells("quantities", 0, low=float("nan")), "finite", "quantities.parquet row 1"),
)


@pytest.fixture
def alone(tmp_path: Path) -> Path:
    """The published tables, and nothing else."""
    for path in (ROOT / "data/processed").glob("*.parquet"):
        shutil.copy(path, tmp_path)
    return tmp_path


def refused_by_pandera(name: str, frame: pd.DataFrame) -> set[str]:
    """The checks of Pandera that a frame does not pass, as messages call them."""
    try:
        SCHEMAS[name].validate(frame, lazy=True)
    except pandera.errors.SchemaErrors as errors:
        told = [str(check) for check in errors.failure_cases["check"]]
        return {ROWS.get(one) or ALIKE.get(one.partition("(")[0], one) for one in told}
    return set()


def refused_by_arrow(name: str, folder: Path) -> set[str]:
    """The checks of Arrow that a table does not pass by itself."""
    held, problems = published(folder, "")
    of_schema = {problem.check for problem in problems if problem.path == f"{name}.parquet"}
    return of_schema | {problem.check for problem in failures(held[name])}


@pytest.mark.parametrize(
    ("name", "do", "check", "place"), [*IN_A_TABLE, *MORE], ids=lambda one: one if isinstance(one, str) else ""
)
def test_both_refuse_the_same(alone: Path, name: str, do: Do, check: str, place: str) -> None:
    do(alone)
    table = place.partition(".")[0]
    frame = as_frame(parquet.ParquetFile(alone / f"{table}.parquet").read())
    arrow, pandera_too = refused_by_arrow(table, alone), refused_by_pandera(table, frame)
    if name in OF_THE_FILE:
        assert arrow == {"schema"}
        assert pandera_too <= {"value_lies_in_the_middle"}
    elif "empty" in arrow:
        assert arrow - {"schema"} == pandera_too  # the schema of the file says that the column may be empty
    else:
        assert arrow == pandera_too


def test_what_differs_by_design_is_in_the_catalogue() -> None:
    assert OF_THE_FILE.keys() <= {name for name, *_ in IN_A_TABLE}


def test_a_gap_in_a_list_is_refused_in_a_frame_too() -> None:
    frame = as_frame(parquet.ParquetFile(ROOT / "data/processed/claims.parquet").read())
    frame["actors"] = pd.Series([["LT", None], *frame["actors"].tolist()[1:]], dtype=frame["actors"].dtype)
    assert refused_by_pandera("claims", frame) == {"empty"}
