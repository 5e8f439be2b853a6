"""The loop: it goes on until no construction is left, remembers what fired, and knows when to leave a sentence be."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lt_by_claims.clause import Clause
from lt_by_claims.read import read_text
from lt_by_claims.split import CONSTRUCTIONS, LONGEST, MOST, split, statements
from lt_by_claims.split.ellipsis import second_year
from lt_by_claims.split.figures import respectively

Read = Callable[[str], Clause]
NAMES = {rule.name for rule in CONSTRUCTIONS} | {"second year"}
PIECES = yaml.safe_load((Path(__file__).parent / "examples" / "pieces.yaml").read_text("utf-8"))
POLICY = st.lists(st.sampled_from(PIECES["words"]), max_size=60).map(" ".join)


def texts(text: str) -> list[str]:
    return [clause.text for clause in split(read_text(text))]


def of(clause: Clause) -> list[Clause]:
    return statements(clause.root.doc[:], clause.paragraph)


def test_goes_on_with_the_parts_of_parts_until_nothing_fires(clause_of: Read) -> None:
    text = (
        "The minister, who took office in 2019 and left in 2021, was replaced by Ana Ruiz, a lawyer, "
        "but the ministry kept its plans and published them."
    )
    given = of(clause_of(text))
    assert sorted(clause.text for clause in given) == [
        "Ana Ruiz is a lawyer.",
        "The minister left in 2021.",
        "The minister took office in 2019.",
        "The minister was replaced by Ana Ruiz.",
        "The ministry kept its plans.",
        "The ministry published them.",
    ]
    assert all(not rule(clause) for clause in given for rule in CONSTRUCTIONS)


def test_each_clause_names_the_rules_that_made_it_in_their_order(clause_of: Read) -> None:
    given = {
        clause.text: clause.made_by for clause in of(clause_of("Peru, which mines zinc and gold, joined the pact."))
    }
    assert given["Peru joined the pact."] == ("commenting relative",)
    assert given["Peru mines gold."] == ("commenting relative", "coordinated objects")
    assert [clause.made_by for clause in of(clause_of("Peru sells zinc."))] == [()]


def test_rules_have_names_of_their_own() -> None:
    assert len({rule.name for rule in CONSTRUCTIONS}) == len(CONSTRUCTIONS)


@pytest.mark.parametrize(
    "text", ["Energy and transport", "The end of cheap fuel", "Annex II", "* * *", "—", "Why now?"]
)
def test_what_has_no_verb_states_nothing(text: str, clause_of: Read) -> None:
    assert of(clause_of(text)) == []


def test_a_document_without_a_verb_gives_no_clauses() -> None:
    assert texts("Energy and transport\n\nTable 3\n\nAnnex") == []


def test_a_sentence_beyond_all_measure_stays_whole(clause_of: Read) -> None:
    text = "The bank closed, and " + "the old port of the south was sold, and " * (LONGEST // 9) + "the end came."
    given = of(clause_of(text))
    assert [clause.made_by for clause in given] == [()]
    assert given[0].text == text
    assert given[0].doubts == (f"left whole: it has more than {LONGEST} words",)


@pytest.mark.parametrize("members", [10, 40, 200])
def test_a_list_without_end_stays_in_bounds(members: int, clause_of: Read) -> None:
    names = ", ".join(f"Port{number}" for number in range(members))
    started = time.process_time()
    given = of(clause_of(f"{names} and Lima closed roads, sold land and raised taxes."))
    assert 1 <= len(given) <= MOST
    assert time.process_time() - started < 5


def test_clauses_nested_without_end_stay_in_bounds(clause_of: Read) -> None:
    text = "The minister said " + "that the bank, which owns a port, argued " * 12 + "that rents rose."
    assert 1 <= len(of(clause_of(text))) <= MOST


def test_no_statement_comes_twice(clause_of: Read) -> None:
    given = [clause.text for clause in of(clause_of("Rents rose, and rents rose."))]
    assert given == ["Rents rose."]


def test_sentences_come_in_the_order_of_the_text() -> None:
    assert texts("Rents rose.\n\nWages fell. Banks closed.") == ["Rents rose.", "Wages fell.", "Banks closed."]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Oman and Fiji grew by 3% and 5%, respectively.", ["Oman grew by 3%.", "Fiji grew by 5%."]),
        (
            "Oman, Fiji and Mali grew by 3%, 5% and 7%, respectively.",
            ["Oman grew by 3%.", "Fiji grew by 5%.", "Mali grew by 7%."],
        ),
    ],
)
def test_respectively_deals_out(text: str, claims: list[str], clause_of: Read) -> None:
    assert [clause.text for clause in respectively(clause_of(text))] == claims


def test_respectively_with_unequal_lists_leaves_the_sentence_alone(clause_of: Read) -> None:
    assert respectively(clause_of("Oman, Fiji and Mali grew by 3% and 5%, respectively.")) == []


@pytest.mark.parametrize(
    ("text", "left", "year", "pairs"),
    [
        ("Sales were €5 million in 2019 (in 2010, €3 million).", "Sales were €5 million in 2019.", "2010", 1),
        ("Sales were €5 million and costs €4 million (in 2010, €3 million and €2 million).", None, "2010", 2),
    ],
)
def test_a_second_year_in_brackets(text: str, left: str | None, year: str, pairs: int, clause_of: Read) -> None:
    body, other = second_year(clause_of(text))
    assert other is not None
    assert (other.year.text, len(other.pairs)) == (year, pairs)
    assert left is None or body.text == left


@pytest.mark.parametrize(
    "text",
    [
        "Sales were €5 million in 2019.",
        "Sales were €5 million (about 2% of output).",
        "The bank (founded in 2010) lost €3 million.",
        "The bank (which lost €3 million in 2010) closed.",
        "Sales were €5 million in 2019 (in 2010, €3 million and €2 million).",
        "Sales were (in 2010",
    ],
)
def test_other_brackets_hold_no_second_year(text: str, clause_of: Read) -> None:
    clause = clause_of(text)
    assert second_year(clause) == (clause, None)


def test_the_figure_of_the_second_year_keeps_its_rules_and_moves_the_year() -> None:
    given = list(split(read_text("Exports were worth €5 million in 2019 (in 2010, €3 million).")))
    assert [clause.text for clause in given] == [
        "Exports were worth €5 million in 2019.",
        "Exports were worth €3 million in 2010.",
    ]
    assert given[1].made_by == ("second year",)


@pytest.mark.parametrize("text", ["and and and and and.", ". . . . . . .", "— — — — — — ."])
def test_a_sentence_without_a_word_states_nothing(text: str) -> None:
    assert [clause.span for clause in split(read_text(text))] == []


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(POLICY)
def test_any_words_give_statements_within_bounds(text: str) -> None:
    document = read_text(f"{text} rents rose.")
    for clause in split(document):
        start, end = clause.span
        assert 0 <= start < end <= len(document.text)
        assert clause.text[-1] in ".?!"
        assert set(clause.made_by) <= NAMES
