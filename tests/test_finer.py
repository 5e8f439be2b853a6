"""The finer grain: one detail a fact where the rest still follows, and all details kept where it would not."""

from __future__ import annotations

import pytest

from lt_by_claims import UsageError, claims
from lt_by_claims.draft import draft
from lt_by_claims.read import read_text
from lt_by_claims.split import split


def facts(text: str) -> list[str]:
    return [claim.claim for claim in draft(read_text(text), grain="fact")]


@pytest.mark.parametrize(
    ("text", "made"),
    [
        (
            "The clinic opened in Lagos in 2019 after a long delay.",
            [
                "The clinic opened.",
                "The clinic opened in Lagos.",
                "The clinic opened in 2019.",
                "The clinic opened after a long delay.",
            ],
        ),
        (
            "Divers found a chest that held 300 coins.",
            ["Divers found a chest.", "The chest held 300 coins."],
        ),
        (
            "The striker left the club after a fight broke out.",
            ["The striker left the club.", "The striker left the club after a fight broke out.", "A fight broke out."],
        ),
        (
            "The union said that two miners were hurt in Ruda.",
            ["The union said that two miners were hurt.", "The union said that two miners were hurt in Ruda."],
        ),
        (
            "Ada Long is a Welsh chemist who founded two firms.",
            ["Ada Long is a chemist.", "Ada Long is Welsh.", "Ada Long founded two firms."],
        ),
        (
            "If it rains, the match will be played in the hall.",
            ["If it rains, the match will be played.", "If it rains, the match will be played in the hall."],
        ),
        (
            "The fund built clinics in Mali, Niger and Chad.",
            [
                "The fund built clinics.",
                "The fund built clinics in Mali.",
                "The fund built clinics in Niger.",
                "The fund built clinics in Chad.",
            ],
        ),
    ],
)
def test_gives_one_detail_each(text: str, made: list[str]) -> None:
    assert sorted(facts(text)) == sorted(made)


@pytest.mark.parametrize(
    "text",
    [
        "The clinic did not open in 2019.",
        "No clinic opened in Lagos.",
        "Nobody was hurt in the crash.",
        "The team never won in Oslo.",
        "Neither pilot was hurt in the crash.",
        "Only nurses were tested in May.",
        "Few pupils passed in June.",
        "Fewer than 40 pupils passed in June.",
        "Pupils hardly learned anything in May.",
        "Prices would fall in May.",
        "Prices could fall in spring.",
        "The bill may pass in autumn.",
        "Patients should rest after the treatment.",
        "Drivers must stop at red lights.",
        "The council banned fishing in the bay.",
        "The minister denied that the reactor had leaked in May.",
        "The region lacks doctors in rural areas.",
        "Prices rise in winter.",
        "Ships that sail under a foreign flag pay more.",
        "Every clinic that opened in May has closed.",
        "The plan depends on the weather.",
        "Unemployment is high in the north.",
        "According to the auditor, the airport is bankrupt.",
        "In the opinion of the auditor, the airport is bankrupt.",
        "The largest port in Kenya was closed.",
        "The firm refused to pay in May.",
        "In theory, the fund has ended.",
    ],
)
def test_keeps_what_cannot_be_left_out(text: str) -> None:
    assert facts(text) == [text]


def test_is_asked_for_by_name() -> None:
    text = "The clinic opened in Lagos in 2019."
    assert list(claims(text)["claim"]) == [text]
    assert len(claims(text, grain="fact")) == 3


def test_another_grain_is_an_error() -> None:
    with pytest.raises(UsageError, match="claim, fact"):
        claims("Rents rose.", grain="word")  # type: ignore[arg-type]


def test_each_fact_names_the_rules_that_made_it() -> None:
    made = {clause.made_by for clause in split(read_text("The clinic opened in Lagos in May."), grain="fact")}
    assert {rules[0] for rules in made} == {"one detail each"}


def test_a_claim_of_the_guidelines_is_covered_by_its_facts() -> None:
    text = "The clinic, which has 30 beds, opened in Lagos in 2019 and treated 400 patients from six states."
    words = {word.strip(".,") for fact in facts(text) for word in fact.lower().split()}
    assert {"30", "beds", "lagos", "2019", "400", "patients", "six", "states"} <= words
