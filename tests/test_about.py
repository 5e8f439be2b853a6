"""What the dataset says of itself."""

from __future__ import annotations

import subprocess
import sys

import pytest

from lt_by_claims import info, load
from lt_by_claims.errors import NotBuiltError
from lt_by_claims.tables import TABLES


def test_every_table_is_told_with_its_rows_and_columns() -> None:
    told = info()
    assert list(told.tables) == list(TABLES)
    for name, table in told.tables.items():
        frame = load(name)
        assert (table.rows, list(table.columns)) == (len(frame), list(frame.columns))
        assert all(meaning for _, meaning in table.columns.values())


def test_text_and_html_tell_the_same() -> None:
    told = info()
    text, html = str(told), told._repr_html_()
    for said in (told.release["content_hash"], told.release["version"], "Where the quote ends, exclusive."):
        assert said in text
        assert said in html
    assert text.count("\n") > 50


def test_no_frame_is_needed() -> None:
    code = "import sys; from lt_by_claims import info; str(info()); print(*sys.modules)"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert {"pandas", "pandera", "spacy"}.isdisjoint(told.stdout.split())


def test_before_a_build_it_is_an_error(tmp_path) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(NotBuiltError, match="run lt-by-claims build"):
        info(tmp_path)
