from __future__ import annotations

from datetime import date
from time import perf_counter
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lt_by_claims.claim import Claim, Rows, joined, rows
from lt_by_claims.errors import TableError
from lt_by_claims.validate import validate
from lt_by_claims.validate.sentences import sentences_around
from made import document, made


def problems(changed: Rows) -> list[str]:
    """All that is wrong with some rows."""
    with pytest.raises(TableError) as error:
        validate(changed)
    return list(error.value.problems)


def changed(table: str, row: int, **cells: Any) -> Rows:
    """The rows, with other cells in one of them."""
    changed = made()
    changed[table][row] |= cells
    return changed


def test_sound_rows_become_frames_of_their_types() -> None:
    tables = validate(made())
    assert {name: len(frame) for name, frame in tables.items()} == {
        "documents": 1,
        "claims": 4,
        "quantities": 3,
        "retired": 1,
    }
    assert all(isinstance(dtype, pd.ArrowDtype) for frame in tables.values() for dtype in frame.dtypes)
    claims = tables["claims"]
    assert claims.time_start[0] == date(2019, 1, 1)
    assert claims.link_urls[2] == [None]
    assert tables["quantities"].high.tolist() == [12.0, 800_000_000.0, 60.0]


def test_no_claims_are_sound_too() -> None:
    assert validate(rows(document(), [], reviewed=False))["claims"].empty


@pytest.mark.parametrize(
    ("table", "row", "cells", "message"),
    [
        ("documents", 0, {"document_id": "LV 2021"}, "document_id is 'LV 2021': write small letters"),
        ("documents", 0, {"title": ""}, "title is '': it must have a character"),
        ("documents", 0, {"published": "March"}, "published is 'March', which is no EDTF date"),
        ("documents", 0, {"url": None}, "url is empty, but url_status is 'verified'"),
        ("documents", 0, {"url": "www.example.org"}, "url is 'www.example.org': write http:// or https://"),
        ("documents", 0, {"sha256": "0" * 64}, "sha256 is not the hash of the text"),
        ("documents", 0, {"reviewed": "yes"}, "reviewed is 'yes', which is not true or false"),
        ("claims", 0, {"claim_id": "lv-2021/1"}, "claim_id is 'lv-2021/1': write the document's name, a slash"),
        ("claims", 0, {"claim_id": "lt-2020/12345678"}, "claim_id does not begin with the document's name lv-2021/"),
        ("claims", 0, {"position": 0}, "position is 0: it must be at least 1"),
        ("claims", 0, {"position": "1"}, "position is '1', which is not a whole number"),
        ("claims", 0, {"position": 7}, "position is 7, but its document has 4 claims"),
        ("claims", 0, {"position": 2}, "position is 2, and so is another claim's"),
        ("claims", 0, {"claim": "Trade fell.\n"}, r"claim is 'Trade fell.\n': write one line that ends with a stop"),
        ("claims", 0, {"quote": "Trade rose by 12% in 2019"}, "it stands nowhere in the text"),
        ("claims", 0, {"quote": "€800 million", "quote_end": 32}, "it stands at 60 to 72"),
        ("claims", 0, {"quote_end": 12}, "as lie from quote_start 20 to quote_end 12"),
        ("claims", 0, {"claim_type": "fact"}, "claim_type is 'fact': use one of statistic, forecast"),
        ("claims", 0, {"topic": "russia"}, "topic is 'russia', but topics is ['trade', 'russia']"),
        ("claims", 0, {"topics": ["trade", "trade"]}, "topics is ['trade', 'trade']: name each once"),
        ("claims", 0, {"topics": ["trade", "cheese"]}, "topics is ['trade', 'cheese']: use only democratisation"),
        ("claims", 0, {"topics": ["trade", None]}, "topics is ['trade', None], which is not a list of texts"),
        ("claims", 0, {"topics": "trade"}, "topics is 'trade', which is not a list of texts"),
        ("claims", 0, {"actors": ["QQ"]}, "must be the ISO 3166-1 code of a state, or EU"),
        ("claims", 0, {"time": "in 2019"}, "time is 'in 2019', which is no EDTF date"),
        ("claims", 0, {"time_end": date(2020, 1, 1)}, "are not the first and last day of time '2019'"),
        ("claims", 0, {"time": None}, "are not the first and last day of time empty"),
        ("claims", 0, {"link_urls": [None]}, "differ in length"),
        ("claims", 0, {"made_by": ["joined clauses"]}, "reviewed is true, but made_by is ['joined clauses']"),
        ("claims", 0, {"reviewed": False}, "reviewed is False, but its document says True"),
        ("claims", 0, {"modality": None}, "modality is empty: it must be given"),
        ("claims", 0, {"claim": "\ud800."}, "which is not text"),
        ("quantities", 0, {"start": 35}, "as lie from start 35 to end 37"),
        ("quantities", 0, {"start": 20, "end": 23}, "is not what stands at 20 to 23, 'Tra': it stands at 34 to 37"),
        ("quantities", 0, {"text": "some 60", "start": 91, "end": 98}, "lies neither in the quote of its claim nor in"),
        ("quantities", 0, {"low": 13.0}, "low 13.0 is above high 12.0: swap them"),
        ("quantities", 0, {"low": None, "high": None}, "low is empty and high is empty"),
        ("quantities", 0, {"low": float("nan")}, "low is nan, which is not a finite number"),
        ("quantities", 0, {"low": "12"}, "low is '12', which is not a finite number"),
        ("quantities", 0, {"comparator": ">"}, "comparator is '>', low is 12.0 and high is 12.0"),
        ("quantities", 0, {"comparator": "≈"}, "comparator is '≈': use one of =, ~, <, <=, >, >="),
        ("quantities", 0, {"value": 11.0}, "value is 11.0, but low is 12.0 and high is 12.0"),
        ("quantities", 0, {"unit": "percent"}, "kind is 'percent' and unit is 'percent'"),
        ("quantities", 1, {"unit": "EURO"}, "money has an ISO 4217 code"),
        ("quantities", 2, {"kind": "measure", "unit": None}, "a measure some unit"),
        ("quantities", 0, {"kind": "rank"}, "a rank or ratio none"),
        ("quantities", 0, {"period": "2019-13"}, "period is '2019-13', which is no EDTF date"),
        ("quantities", 0, {"claim_id": "lv-2021/00000000"}, "which is not in the table claims"),
    ],
)  # fmt: skip
def test_one_wrong_cell_is_told_with_its_row(table: str, row: int, cells: dict[str, Any], message: str) -> None:
    rows = changed(table, row, **cells)
    told = [problem for problem in problems(rows) if message in problem]
    assert told, problems(rows)
    key = next(iter(rows[table][row].values()))
    assert told[0].startswith(f"{table} row {row + 1}: {key}: ")


def test_one_wrong_cell_is_told_once() -> None:
    assert len(problems(changed("claims", 1, modality=3))) == 1
    assert len(problems(changed("claims", 1, quote_start=0))) == 1
    assert len(problems(changed("quantities", 1, comparator=">"))) == 1


def test_all_problems_come_at_once_in_the_order_of_the_rows() -> None:
    rows = changed("claims", 1, topic="cheese", modality=None)
    rows["quantities"][0]["unit"] = None
    rows["documents"][0]["language"] = "english language"
    told = problems(rows)
    tables = [problem.split()[0] for problem in told]
    assert tables == sorted(tables, key=["documents", "claims", "quantities"].index)
    for said in ("language is 'english language'", "topic is 'cheese'", "modality is empty", "unit is empty"):
        assert any(said in problem for problem in told)


def test_names_are_unique() -> None:
    rows = made()
    rows["claims"][1]["claim_id"] = rows["claims"][0]["claim_id"]
    assert sum("in more than one row: names must be unique" in problem for problem in problems(rows)) == 2


def test_columns_are_all_there_and_no_others() -> None:
    rows = made()
    for row in rows["claims"]:
        del row["modality"]
    rows["quantities"][1]["colour"] = "red"
    del rows["quantities"][1]["unit"]
    name = rows["quantities"][1]["quantity_id"]
    assert [problem.partition(",")[0] for problem in problems(rows)] == [
        "claims: column modality is missing: give it",
        "quantities: column 'colour' is unknown: the table has quantity_id",
        f"quantities row 2: {name}: column unit is missing: give it",
    ]


def test_tables_are_all_there_and_no_others() -> None:
    rows: dict[str, Any] = dict(made())
    del rows["quantities"]
    rows["people"] = []
    rows["claims"] = [*rows["claims"], "a claim"]
    told = problems(rows)
    assert told[0].startswith("quantities: the table is missing")
    assert told[1].startswith("people: no such table")
    assert told[2].startswith("claims row 5: 'a claim' is not a row")


def test_a_row_without_a_name_is_told_by_its_number() -> None:
    assert problems(changed("claims", 3, claim_id=None))[0] == "claims row 4: claim_id is empty: it must be given"


@pytest.mark.parametrize(
    ("quote", "sentence"),
    [
        ("fell", "It fell (by 3). "),
        ("fell (by 3). The", "It fell (by 3). The head, Robert C. O'Brien, told Mr. Smith that 5 of 6 had left. "),
        ("left", "The head, Robert C. O'Brien, told Mr. Smith that 5 of 6 had left. "),
        ("more", "“No more.” "),
        ("End", "End"),
    ],
)
def test_a_quote_is_widened_to_its_sentences(quote: str, sentence: str) -> None:
    text = "It fell (by 3). The head, Robert C. O'Brien, told Mr. Smith that 5 of 6 had left. “No more.” End"
    start = text.index(quote)
    assert text[slice(*sentences_around(text, start, start + len(quote)))] == sentence


scalars = st.none() | st.text(max_size=3) | st.integers() | st.floats() | st.booleans() | st.dates()
cells = scalars | st.lists(scalars, max_size=2)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_whatever_the_cells_the_answer_is_tables_or_words(data: st.DataObject) -> None:
    rows = made()
    table = data.draw(st.sampled_from(sorted(rows)))
    row = data.draw(st.sampled_from(rows[table]))
    row |= data.draw(st.dictionaries(st.sampled_from(list(row)), cells, min_size=1, max_size=5))
    told: tuple[str, ...] = ()
    try:
        validate(rows)
    except TableError as error:
        told = error.problems
    assert all(problem.startswith(("documents", "claims", "quantities", "retired")) for problem in told)
    assert not any("cannot be checked" in problem for problem in told)


def test_ten_thousand_claims_take_seconds() -> None:
    text = " ".join(f"Trade fell by {number}% in 2019." for number in range(100, 200))
    some = [Claim(f"Trade fell, {at}.", at * 28, at * 28 + 26, "event", ("trade",)) for at in range(100)]
    many = joined(rows(document(f"d-{number}", text), some, reviewed=False) for number in range(100))
    began = perf_counter()
    assert len(validate(many)["claims"]) == 10_000
    assert perf_counter() - began < 8
