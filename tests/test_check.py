"""What is published, held against what it was made from."""

from __future__ import annotations

from pathlib import Path

import pyarrow.parquet as pq
import pytest

from lt_by_claims.build import build
from lt_by_claims.check import check
from lt_by_claims.errors import NotBuiltError, TableError
from small_project import REVIEW, contents, small, write

__all__ = ["small"]


def problems(folder: Path) -> list[str]:
    with pytest.raises(TableError) as caught:
        check(folder)
    return list(caught.value.problems)


def test_what_was_just_built_is_in_order_and_stays_untouched(small: Path) -> None:
    with pytest.raises(NotBuiltError):
        check(small)
    build(small)
    before = contents(small)
    assert check(small).claims == 5
    assert contents(small) == before


def test_a_review_that_was_edited_since_is_named_by_its_rows(small: Path) -> None:
    build(small)
    write(small, "data/reviewed/trade.yaml", REVIEW.replace("Norwegian exports", "exports"))
    assert problems(small) == [
        "data/processed/quantities.parquet: 1 row not as the texts and reviews give (trade/1a2b0000/q1): "
        "run lt-by-claims build"
    ]


def test_a_text_that_came_since_is_named(small: Path) -> None:
    build(small)
    write(small, "data/raw/more.txt", (small / "data/raw/power.txt").read_bytes())
    write(small, "data/raw/more.toml", (small / "data/raw/power.toml").read_bytes())
    found = problems(small)
    assert found[0].startswith("data/processed/documents.parquet: 1 row not as the texts and reviews give (more)")
    assert found[1].startswith("data/processed/claims.parquet: 2 rows not as the texts and reviews give (more/")


def test_a_table_that_was_edited_by_hand_is_found(small: Path) -> None:
    build(small)
    path = small / "data/processed/claims.parquet"
    table = pq.ParquetFile(path).read()
    field = table.schema.get_field_index("claim")
    pq.write_table(table.set_column(field, table.schema.field("claim"), [["Lies."] * 5]), path)
    found = problems(small)
    assert found[0].startswith("data/processed/claims.parquet: 5 rows not as the texts and reviews give (")
    assert found[1] == "data/processed/claims.parquet: was changed after it was published: run lt-by-claims build"


def test_metadata_edited_by_hand_or_lost_is_found(small: Path) -> None:
    build(small)
    (small / "data/processed/datapackage.json").write_text("{}")
    (small / "data/processed/README.md").unlink()
    assert sorted(problems(small)) == [
        "data/processed/README.md: is missing: run lt-by-claims build",
        "data/processed/datapackage.json: was changed after it was published: run lt-by-claims build",
    ]
    (small / "data/processed/SHA256SUMS").unlink()
    assert problems(small) == ["data/processed/SHA256SUMS: is missing or empty: run lt-by-claims build"]
