from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lt_by_claims.claim import Claim, Quantity, born_id, joined, rows
from lt_by_claims.tables import TABLES
from made import TEXT, claims, document, made


@pytest.mark.parametrize(
    ("low", "high", "value"),
    [("30", "40", 35.0), ("7", "7", 7.0), (None, "800000000", 8e8), ("5", None, 5.0), (None, None, None)],
)
def test_the_value_is_the_number_the_middle_or_the_bound(
    low: str | None, high: str | None, value: float | None
) -> None:
    ends = [None if end is None else Decimal(end) for end in (low, high)]
    assert Quantity("x", 0, 1, "count", *ends).value == value


def test_an_id_is_eight_digits_of_document_quote_and_claim() -> None:
    assert born_id("a", "b", "c") == "ea7fb08b"
    assert len({born_id("a", "b", "c"), born_id("a", "c", "b"), born_id("b", "a", "c"), born_id("a", "b", "d")}) == 4


@given(st.text(), st.text(), st.text())
def test_an_id_is_the_same_wherever_it_is_born(document_id: str, quote: str, claim: str) -> None:
    try:
        (document_id + quote + claim).encode()
    except UnicodeEncodeError:
        return
    assert born_id(document_id, quote, claim) == born_id(document_id, quote, claim)


def test_rows_have_the_columns_of_their_tables_in_order() -> None:
    for name, some in made().items():
        assert all(list(row) == list(TABLES[name].columns) for row in some)


def test_claims_stand_in_the_order_of_the_text_whatever_order_they_came_in() -> None:
    backwards = rows(document(), reversed(claims()), reviewed=True)
    assert all(backwards[name] == made()[name] for name in ("documents", "claims", "quantities"))
    assert [row["position"] for row in backwards["claims"]] == [1, 2, 3, 4]


def test_a_claim_carries_what_its_quote_and_paragraph_say() -> None:
    first, _, third, last = made()["claims"]
    assert first["quote"] == TEXT[first["quote_start"] : first["quote_end"]] == "Trade fell by 12% in 2019"
    assert (first["paragraph"], last["paragraph"]) == (2, 3)
    assert (first["time_start"], first["time_end"]) == (date(2019, 1, 1), date(2019, 12, 31))
    assert (third["link_texts"], third["link_urls"]) == (["Ports"], [None])
    assert (last["topic"], last["topics"]) == ("trade", ["trade", "russia"])
    assert last["source_link"] == "https://example.org/latvia#:~:text=Lithuania%20may%20follow"


def test_what_is_not_said_is_empty_and_no_empty_text() -> None:
    row = rows(document(), [Claim("It.", 0, 6, "state", ("trade",), attribution="")], reviewed=False)["claims"][0]
    assert [row[key] for key in ("attribution", "section", "time", "time_start")] == [None] * 4


def test_an_id_that_was_given_stays() -> None:
    claim = Claim("Latvia.", 0, 6, "state", ("trade",), id="0a1b2c3d")
    assert rows(document(), [claim], reviewed=True)["claims"][0]["claim_id"] == "lv-2021/0a1b2c3d"


def test_values_are_numbered_within_their_claim() -> None:
    named = [row["quantity_id"].rpartition("/")[::2] for row in made()["quantities"]]
    assert named == [(row["claim_id"], "q1") for row in made()["claims"][:3]]


def test_documents_join_as_they_are() -> None:
    one, other = made("a"), made("b")
    both = joined([one, other])
    assert all(both[name] == one[name] + other[name] for name in both)
    assert joined([]) == {name: [] for name in TABLES}
