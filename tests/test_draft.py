"""A text drafted end to end: quotes that are the text's own characters, ids, dates, numbers, tables, and errors."""

from __future__ import annotations

import importlib.util
import random
import time
from datetime import date
from pathlib import Path

import pandas as pd
import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lt_by_claims.claim import TABLE_NAMES, Claim
from lt_by_claims.document import Document, Link
from lt_by_claims.draft import claims, dated, draft, drafted_rows
from lt_by_claims.errors import DocumentError, ModelError
from lt_by_claims.metadata import arrow_schema, as_arrow
from lt_by_claims.quantify import quantities
from lt_by_claims.read import read_text
from lt_by_claims.split import parser, split
from lt_by_claims.standalone import standalone

TEXT = """# Ports and rail

Last year, the [port authority](https://example.org/a_(b)) and the **railway** reported losses of €3 million and
€5 million, respectively. Freight fell by 12%, to 3.1 million tonnes, although transit from Kazakhstan, which uses the
[northern route](#), grew.

- Exports rose by 5% in 2019.
- Imports, however, fell.

The authority currently employs about 2,000 people. It will not close the terminal before it finds a buyer.
"""
PIECES = yaml.safe_load((Path(__file__).parent / "examples" / "pieces.yaml").read_text("utf-8"))
HOSTILE = st.lists(st.sampled_from(PIECES["words"] + PIECES["marks"]), max_size=80).map(" ".join)


@pytest.fixture(scope="module")
def document() -> Document:
    return read_text(TEXT, document_id="ports", published="2021-03-15")


def cuts(claim: Claim, link: Link) -> bool:
    """Does the quote hold a part of the link, and not all of it?"""
    return claim.start < link.end and link.start < claim.end and not claim.start <= link.start < link.end <= claim.end


def said(text: str, published: str | None = None) -> list[str]:
    return [claim.claim for claim in draft(read_text(text, published=published))]


def test_quotes_are_verbatim_and_hold_the_numbers(document: Document) -> None:
    made = draft(document)
    assert len(made) >= 9
    for claim in made:
        quote = document.text[claim.start : claim.end]
        assert quote == quote.strip()
        for quantity in claim.quantities:
            assert document.text[quantity.start : quantity.end] == quantity.text
            assert claim.start <= quantity.start < quantity.end <= claim.end


def test_every_number_of_the_text_belongs_to_a_claim(document: Document) -> None:
    found = {quantity.text for claim in draft(document) for quantity in claim.quantities}
    assert found == {"€3 million", "€5 million", "12%", "3.1 million tonnes", "5%", "about 2,000"}


def test_no_quote_cuts_a_link(document: Document) -> None:
    assert [link.url for link in document.links] == ["https://example.org/a_(b)", None]
    assert not any(cuts(claim, link) for claim in draft(document) for link in document.links)


def test_links_of_a_quote_come_with_their_targets(document: Document) -> None:
    rows = drafted_rows(document)["claims"]
    assert {(text, url) for row in rows for text, url in zip(row["link_texts"], row["link_urls"], strict=True)} == {
        ("port authority", "https://example.org/a_(b)"),
        ("northern route", None),
    }


def test_claims_are_sentences_in_the_order_of_the_text(document: Document) -> None:
    made = draft(document)
    assert all(claim.claim[0].isupper() and claim.claim.endswith(".") for claim in made)
    assert all(mark not in claim.claim for claim in made for mark in ("[", "]", "**", "#", "\n"))
    assert [(claim.start, claim.end) for claim in made] == sorted((claim.start, claim.end) for claim in made)


def test_ids_are_unique_and_the_same_every_time(document: Document) -> None:
    ids = [row["claim_id"] for row in drafted_rows(document)["claims"]]
    assert len(set(ids)) == len(ids)
    assert ids == [row["claim_id"] for row in drafted_rows(document)["claims"]]
    assert all(len(name) == len("ports/") + 8 and name.startswith("ports/") for name in ids)


def test_a_statement_that_a_text_repeats_has_an_id_each_time() -> None:
    rows = drafted_rows(read_text("Rents rose.\n\nWages fell.\n\nRents rose."))["claims"]
    assert [row["claim"] for row in rows] == ["Rents rose.", "Wages fell.", "Rents rose."]
    assert len({row["claim_id"] for row in rows}) == 3


def test_a_document_drafts_alone_as_among_others(document: Document) -> None:
    alone = draft(document)
    draft(read_text("Peru exports copper. It is rich."))
    assert draft(document) == alone


def test_headings_and_marks_give_no_claims(document: Document) -> None:
    assert not any("Ports and rail" in claim.claim for claim in draft(document))


@pytest.mark.parametrize(
    ("text", "published", "claim"),
    [
        ("Rents rose last year.", "2021-03", "Rents rose in 2020."),
        ("In May this year, rents rose.", "2021-06", "In May 2021, rents rose."),
        ("Currently, rents are rising.", "2021-03", "As of March 2021, rents are rising."),
        ("Rents rose last year.", None, "Rents rose last year."),
        ("Rents rose in 2019.", "2021-03", "Rents rose in 2019."),
    ],
)
def test_relative_dates_are_reckoned_from_the_publication(text: str, published: str | None, claim: str) -> None:
    assert said(text, published) == [claim]


def test_dates_are_exchanged_from_the_last_to_the_first() -> None:
    text = "In May last year, rents fell; next year, rents will rise."
    assert dated(text, "2021-03") == "In May 2020, rents fell; in 2022, rents will rise."


def test_tables_have_their_columns_and_types() -> None:
    for table, frame in (("claims", claims(TEXT)), ("quantities", quantities(TEXT))):
        schema = arrow_schema(table)
        assert isinstance(frame, pd.DataFrame)
        assert list(frame.columns) == schema.names
        assert as_arrow(table, frame).schema.types == schema.types
        assert len(frame) >= 6


def test_the_numbers_of_a_text_belong_to_its_claims() -> None:
    of_claims, of_numbers = claims(TEXT, published="2021-03-15"), quantities(TEXT, published="2021-03-15")
    assert set(of_numbers["claim_id"]) <= set(of_claims["claim_id"])
    lost = of_numbers.set_index("text").loc["€3 million"]
    assert (lost["unit"], lost["value"], lost["period_start"]) == ("EUR", 3e6, date(2020, 1, 1))


def test_a_text_without_claims_gives_empty_tables() -> None:
    assert (len(claims("Annex II")), len(quantities("Annex II"))) == (0, 0)
    assert list(claims("Annex II").columns) == arrow_schema("claims").names


def test_rows_have_all_tables() -> None:
    made = drafted_rows(read_text("Rents rose."))
    assert tuple(made) == TABLE_NAMES
    assert not made["claims"][0]["reviewed"]


@pytest.mark.parametrize("text", ["", "  \n\n ", "\ufeff", "Rents\x00 rose."])
def test_what_is_no_text_is_an_error(text: str) -> None:
    with pytest.raises(DocumentError):
        claims(text)


def test_without_a_model_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    there = importlib.util.find_spec
    monkeypatch.setattr(parser, "find_spec", lambda name: None if name in parser.MODELS else there(name))
    parser.installed.cache_clear()
    try:
        with pytest.raises(ModelError, match=r"pip install"):
            claims("Rents rose.")
    finally:
        parser.installed.cache_clear()


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(HOSTILE, st.text(max_size=200)))
def test_any_text_is_drafted_or_refused(text: str) -> None:
    try:
        document = read_text(text, published="2021-03")
    except DocumentError:
        return
    for claim in draft(document):
        assert 0 <= claim.start < claim.end <= len(text)
        assert claim.claim
        for quantity in claim.quantities:
            assert text[quantity.start : quantity.end] == quantity.text
        assert not any(cuts(claim, link) for link in document.links)


def test_splitting_costs_a_small_share_of_the_parse() -> None:
    names = ["Chile", "Peru", "Mali", "Fiji", "Oman"]
    chosen = random.Random(7)
    text = "\n\n".join(
        f"{chosen.choice(names)}, which joined in {year}, and {chosen.choice(names)} raised taxes by {year % 9 + 1}%, "
        f"although the bank, led by Ana Ruiz, cut its rate and sold {year % 50} ships. It said that it would not stop."
        for year in range(1950, 2050)
    )
    document = read_text(text)
    parser.english()
    started = time.process_time()
    list(parser.parse(document.paragraphs))
    parsed = time.process_time()
    standalone(split(document))
    ended = time.process_time()
    assert ended - parsed < 3 * (parsed - started)
