from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd
import pandera.pandas as pandera
import pyarrow
import pyarrow.compute as pc
import pytest

from lt_by_claims.metadata import arrow_schema, said
from lt_by_claims.tables import TABLES, Claims, Documents, Quantities, Table, checks

COLUMNS = [(name, column) for name, table in TABLES.items() for column in table.to_schema().columns.values()]


@pytest.mark.parametrize(("table", "column"), COLUMNS, ids=lambda value: getattr(value, "name", value))
def test_every_column_says_what_it_means(table: str, column: pandera.Column) -> None:
    assert column.description
    assert column.description.endswith((".", "?", "…"))
    assert ("form" in (column.metadata or {})) == any(check.name == "str_matches" for check in column.checks)


def test_every_table_says_what_a_row_is() -> None:
    assert all(table.__doc__ and table.__doc__.startswith("One row for each ") for table in TABLES.values())


def test_every_code_has_a_meaning() -> None:
    coded = [column for _, column in COLUMNS if "codes" in (column.metadata or {})]
    assert [column.name for column in coded] == ["url_status", "claim_type", "topic", "modality", "kind", "comparator"]
    assert all(meaning for column in coded for meaning in column.metadata["codes"].values())


def test_references_name_a_table_and_its_key() -> None:
    referring = [said(field, "refers_to") for name in TABLES for field in arrow_schema(name)]
    assert [name for name in referring if name] == ["documents.document_id", "claims.claim_id"]


@pytest.mark.parametrize(
    ("table", "column", "fits", "fits_not"),
    [
        (Documents, "document_id", ["lt-2020", "a", "2020"], ["LT", "a_b", "-a", "a-", "a--b", "a\n", "", "ą"]),
        (Documents, "language", ["en", "pt-BR", "zh-Hant-TW"], ["english language", "e", "en_GB", "en\n"]),
        (
            Documents,
            "url",
            ["https://a.org/b?c=%20", "http://a"],
            ["ftp://a", "https://a b", "https://ą", "https://a\n"],
        ),
        (Claims, "claim_id", ["lt-2020/0123abcd"], ["lt-2020/0123abc", "lt-2020/0123ABCD", "0123abcd", "a/0123abcd\n"]),
        (
            Claims,
            "claim",
            ["It fell.", "Did it?", "It “fell.”"],
            ["It fell", "It\nfell.", "It fell.\n", " It fell.", "."],
        ),
        (
            Quantities,
            "quantity_id",
            ["a/0123abcd/q1", "a/0123abcd/q12"],
            ["a/0123abcd/q0", "a/0123abcd", "a/0123abcd/q1\n"],
        ),
    ],
)
def test_a_pattern_fits_the_whole_cell(table: Any, column: str, fits: list[str], fits_not: list[str]) -> None:
    check = next(check for check in table.to_schema().columns[column].checks if check.name == "str_matches")
    cells = pyarrow.table({column: [*fits, *fits_not]}).to_pandas(types_mapper=lambda kind: None)[column]
    typed = cells.astype("string[pyarrow]").astype(pd.ArrowDtype(pyarrow.string()))
    assert check(typed).check_output.tolist() == [True] * len(fits) + [False] * len(fits_not)


DAYS_2019 = (date(2019, 1, 1), date(2019, 12, 31))


@pytest.mark.parametrize(
    ("check", "holds", "fails"),
    [
        (checks.published_is_a_date, [(None,), ("2020-10?",), ("2020",)], [("October",), ("2020-13",), ("",)]),
        (checks.raw_file_is_named_for_its_document,
         [("data/raw/a-b.txt", "a-b"), ("data/raw/a.md", "a"), ("notes/b.txt", "a"), (None, "a")],
         [("data/raw/b.txt", "a"), ("../a.txt", "a"), ("data/raw/../a.txt", "a"), ("/etc/a.txt", "a"),
          ("c:/a.txt", "a"), ("data\\raw\\a.txt", "a"), ("~/a.txt", "a"), ("data/raw/a.txt\n", "a")]),
        (checks.actors_are_names,
         [(["EU", "NATO", "al-Qaeda", "eBay", "5G Action"], True), (["the ministry"], False), (None, True)],
         [(["nato"], True), (["Nato"], True), (["the ministry"], True), ([""], True), (["Sei\u200bmas"], True)]),
        (checks.no_actor_twice,
         [(["LT", "BY"],), ([],), (["BY"],), ([str(n) for n in range(50)],), (None,)],
         [(["LT", "BY", "LT"],), (["A", "B", "B"],), ([*map(str, range(50)), "3"],), ([*map(str, range(15)), "0"],)]),
        (checks.states_are_coded, [(["LT"], True), (["Lithuania"], False)], [(["BY", "Lithuania"], True)]),
        (checks.claim_is_plain,
         [("It fell by 5 µm.", True), ("It\u200b fell.", False), ("Šimonytė fell.", True), ("Минск fell.", True),
          ("", True), (" “It” – fell.", True), ("It\u00a0fell.", True)],
         [("It\u200b fell.", True), ("It  fell.", True), ("It fell. ", True), ("S\u030cimonyte fell.", True),
          ("It f\u0435ll.", True), ("It\tfell.", True), ("It\u2028fell.", True), ("It\u00adfell.", True)]),
        (checks.attribution_is_plain, [("the ministry", True), (None, True)], [("the ministry ", True), ("", True)]),
        (checks.quote_has_no_space_around, [("It fell", True), (" It", False)],
         [(" It", True), ("It ", True), ("It\n", True), ("\u00a0It", True), ("\ufeffIt", True)]),
        (checks.address_agrees, [("u", "verified"), (None, "missing")], [(None, "inferred"), ("u", "missing")]),
        (checks.claim_is_named_for_its_document,
         [("a-b/1", "a-b"), ("a/01234567", "a")],
         [("a/1", "a-b"), ("1", "a"), ("a/01234567", "b"), ("", "a")]),
        (checks.quote_fills_its_span, [("abc", 2, 5)], [("abc", 2, 4), ("abc", 5, 2)]),
        (checks.main_topic_comes_first, [("a", ["a", "b"])], [("b", ["a", "b"]), ("a", [])]),
        (checks.no_topic_twice, [(["a", "b"],), ([],)], [(["a", "a"],)]),
        (checks.topics_are_known, [(["trade", "aid"],)], [(["trade", "cheese"],)]),
        (checks.actors_have_codes, [(["LT", "EU", "NATO", "Seimas"],), (["XK", "SU"],)], [(["UK"],), (["lt"],)]),
        (checks.time_has_its_days,
         [("2019", *DAYS_2019), (None, None, None), ("2019/..", DAYS_2019[0], None), ("no", None, None)],
         [("2019", None, None), (None, *DAYS_2019), ("2019/..", *DAYS_2019)]),
        (checks.links_have_targets, [([], []), (["a"], [None])], [(["a"], []), ([], ["u"])]),
        (checks.review_names_no_construction, [(True, []), (False, ["x"])], [(True, ["x"])]),
        (checks.quantity_is_named_for_its_claim, [("a/1/q1", "a/1")], [("a/2/q1", "a/1"), ("q1", "a/1")]),
        (checks.text_fills_its_span, [("7", 3, 4)], [("7", 3, 5)]),
        (checks.ends_are_in_order, [(1, 2), (1, 1), (None, 1), (-2, -1)], [(2, 1), (-1, -2)]),
        (checks.comparator_agrees_with_the_ends,
         [("=", 1, 1), ("~", 1, 2), ("<", None, 1), ("<=", None, 1), (">", 1, None), (">=", 1, None)],
         [("=", None, 1), ("~", 1, None), ("=", None, None), ("<", 1, 1), ("<=", 1, None), (">", None, 1)]),
        (checks.value_lies_in_the_middle, [(30, 40, 35), (None, 8, 8), (7, None, 7), (1 / 3, 1 / 3, 1 / 3), (-1, 1, 0)],
         [(30, 40, 30), (None, 8, 4), (1, 1, 1.0001)]),
        (checks.unit_fits_the_kind,
         [("money", "EUR"), ("money", "LTL"), ("percent", "%"), ("percent", "pp"), ("rank", None), ("ratio", None)],
         [("money", "euro"), ("money", None), ("percent", None), ("rank", "th"), ("ratio", "%")]),
        (checks.unit_fits_the_kind, [("count", "firms"), ("count", None), ("measure", "W.h")],
         [("count", ""), ("measure", None), ("measure", "")]),
        (checks.period_has_its_days, [("2019", *DAYS_2019)], [("2019", DAYS_2019[0], None)]),
    ],
)  # fmt: skip
def test_what_must_hold_in_a_row(check: Any, holds: list[tuple[Any, ...]], fails: list[tuple[Any, ...]]) -> None:
    assert asked(check, [*holds, *fails]) == [True] * len(holds) + [False] * len(fails)


def asked(check: Any, rows: list[tuple[Any, ...]]) -> list[bool]:
    """What a check says of each row, its columns of their types; true where it has nothing to say."""
    table = next(table for table in TABLES.values() if check in [one.holds for one in table.checks])
    columns = next(one.columns for one in table.checks if one.holds is check)
    cells = zip(*rows, strict=True)
    arrays = [pyarrow.array(some, table.columns[name].type) for name, some in zip(columns, cells, strict=True)]
    return pc.fill_null(check(*arrays), True).to_pylist()  # type: ignore[no-any-return]


@pytest.mark.parametrize("table", TABLES.values(), ids=list(TABLES))
def test_a_check_of_rows_takes_a_part_of_a_table_and_an_empty_one(table: type[Table]) -> None:
    empty = pyarrow.schema([(column.name, column.type) for column in table.columns.values()]).empty_table()
    (batch,) = empty.to_batches() or [pyarrow.RecordBatch.from_pylist([], empty.schema)]
    assert all(len(check.passes(batch, table.needed())) == 0 for check in table.checks)


@pytest.mark.parametrize("check", [checks.no_actor_twice, checks.states_are_coded, checks.main_topic_comes_first])
def test_a_check_of_lists_takes_a_slice_of_a_column(check: Any) -> None:
    lists = pyarrow.array([["LT"], ["A", "A"], [], ["LT", "Lithuania"], ["A"], None], pyarrow.list_(pyarrow.string()))
    others = {"reviewed": pyarrow.array([True] * 6), "topic": pyarrow.array(["LT"] * 6)}
    columns = next(one.columns for one in Claims.checks if one.holds is check)
    arrays = [others.get(name, lists) for name in columns]
    whole = check(*arrays).to_pylist()
    assert check(*(column[1:5] for column in arrays)).to_pylist() == whole[1:5]
    assert False in whole[1:5]


def test_a_character_that_is_seen_is_composed_shown_and_of_one_alphabet() -> None:
    characters = pyarrow.array([chr(code) for code in range(1, 0xD800)])
    seen = characters.filter(pc.match_substring_regex(characters, f"^[{checks.SEEN}]$"))
    assert len(seen) > 400
    assert pc.all(checks.is_plain_beyond(seen)).as_py()
    assert not pc.any(pc.match_substring_regex(seen, r"^[\p{M}\p{Cyrillic}\p{Greek}]$")).as_py()
