"""Every number of any text: with its claim, in a heading, in a fragment, without a model, in what is no text."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterable, Iterator
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lt_by_claims.errors import DocumentError
from lt_by_claims.measure import find
from lt_by_claims.metadata import arrow_schema
from lt_by_claims.quantify import placed, quantities, read
from lt_by_claims.split import parser

TEXT = """# 40 ports in 3 seas

In 2020 the port lost €3 million,
or around two hundred
and five tonnes a day.

| cranes | 12 |
"""


@pytest.fixture
def without_a_model(monkeypatch: pytest.MonkeyPatch) -> None:
    there = importlib.util.find_spec
    monkeypatch.setattr(parser, "find_spec", lambda name: None if name in parser.MODELS else there(name))
    parser.installed.cache_clear()
    monkeypatch.setattr("lt_by_claims.quantify.drafted_rows", lambda document: [parser.english()])


def test_numbers_in_and_outside_claims_stand_in_the_order_of_the_text() -> None:
    table = quantities(TEXT)
    assert list(table["text"]) == ["40", "3", "€3 million", "around two hundred\nand five tonnes", "12"]
    assert [TEXT[start:end] for start, end in zip(table["start"], table["end"], strict=True)] == list(table["text"])
    assert [bool(claim) for claim in table["claim_id"]] == [False, False, True, True, False]
    assert list(table.columns) == arrow_schema("quantities").names
    assert table["quantity_id"].is_unique


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [("two hundred and five", 205, None), ("£19.99", 19.99, "GBP"), ("about 5 km", 5000, "m"), ("12%", 12, "%")],
)
def test_a_fragment_has_its_number(text: str, value: float, unit: str | None) -> None:
    (row,) = quantities(text).to_dict("records")
    assert (row["text"], row["start"], row["end"], row["value"]) == (text, 0, len(text), value)
    assert (None if pd.isna(row["unit"]) else row["unit"]) == unit
    assert row["claim_id"] == ""


@pytest.mark.usefixtures("without_a_model")
def test_without_a_model_the_values_are_there() -> None:
    table = quantities("Rents rose by 5% to €700.")
    assert list(table["text"]) == ["5%", "€700"]
    assert set(table["claim_id"]) == {""}


RAIL = """Railways carried 4 million passengers in 2019. They are owned by the state.

Their turnover fell by 12%, to €3.1 million. In 2021 it grew. Nobody knows why.
"""


def test_without_context_the_same_numbers_are_there_each_sentence_read_by_itself() -> None:
    for text in (TEXT, RAIL):
        whole, lone = quantities(text), quantities(text, context=False)
        same = ["text", "start", "end", "kind", "low", "high", "comparator", "unit"]
        assert lone[same].to_dict("records") == whole[same].to_dict("records")
        assert set(lone["claim_id"]) == {""}
        assert lone["quantity_id"].is_unique
    assert whole["measure"].to_list()[1:] == ["fall in railways' turnover", "railways' turnover"]
    assert lone["measure"].to_list()[1:] == ["fall in their turnover", "their turnover"]


def test_without_context_only_sentences_with_a_number_are_parsed_and_no_name_is_looked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    seen: list[tuple[list[str], tuple[str, ...]]] = []
    pipe = parser.english().pipe

    def watched(docs: Iterable[Any], **options: Any) -> Iterator[Any]:
        docs = list(docs)
        if options.get("as_tuples"):
            seen.append(([doc.text for doc, _ in docs], options["disable"]))
        return pipe(docs, **options)

    monkeypatch.setattr(parser.english(), "pipe", watched)
    quantities(RAIL, context=False)
    sentences = ["Railways carried 4 million passengers in 2019.", "Their turnover fell by 12%, to €3.1 million."]
    assert seen == [(sentences, ("ner",))]


@pytest.mark.parametrize("text", ["", "  \n\n ", "\ufeff", "No number."])
def test_a_text_without_numbers_gives_an_empty_table(text: str) -> None:
    table = quantities(text)
    assert (len(table), list(table.columns)) == (0, arrow_schema("quantities").names)


def test_what_no_claim_has_as_a_quantity_is_there_for_the_asking() -> None:
    text = "A second visit took three hours."
    assert len(quantities(text)) == 0
    table = quantities(text, beyond=True)
    assert list(zip(table["text"], table["kind"], table["value"], strict=True)) == [
        ("second", "ordinal", 2),
        ("three hours", "duration", 3),
    ]


def test_a_date_of_publication_that_is_none_is_an_error() -> None:
    with pytest.raises(DocumentError, match="published"):
        quantities("5 km", published="soon")


@settings(deadline=None)
@given(st.text(alphabet="12 ,.€%\n#|-a third") | st.text())
def test_every_value_stands_where_it_says(text: str) -> None:
    document = read(text, None)
    paragraphs = document.paragraphs if document else ()
    values = dict(placed(text, {one: find(one.text, beyond=True) for one in paragraphs}, beyond=True))
    assert all(0 <= start < end <= len(text) for start, end in values)
