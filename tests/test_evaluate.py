from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from math import isnan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lt_by_claims.claim import Claim, Quantity
from lt_by_claims.evaluate import Evaluation, evaluate, jaccard, kappa, token_f1, tokens


def claim(text: str, start: int = 0, end: int = 10, **said: object) -> Claim:
    return replace(Claim(text, start, end, "state", ("trade",)), **said)  # type: ignore[arg-type]


def money(low: int, unit: str = "EUR") -> Quantity:
    return Quantity("x", 0, 1, "money", Decimal(low), Decimal(low), unit=unit)


REVIEW = [
    claim("Lithuania closed its border in August.", 0, 30, actors=("LT",), time="2020-08", quantities=(money(5),)),
    claim("Latvia may close its border.", 31, 60, modality="hedged", actors=("LV",)),
    claim("Estonia sells power to Latvia.", 61, 90, topics=("energy", "trade"), quantities=(money(7), money(7))),
]


def test_a_reading_agrees_with_itself() -> None:
    result = evaluate(REVIEW, REVIEW)
    assert result.claims().f1 == result.claims(0.75).f1 == result.soft_f1 == result.numbers.f1 == result.actors == 1.0
    assert [(pair.draft, pair.review) for pair in result.pairs] == [(one, one) for one in REVIEW]
    assert result.alone() == []


def test_claims_are_matched_only_where_their_quotes_overlap() -> None:
    elsewhere = [replace(one, start=one.start + 1000, end=one.end + 1000) for one in REVIEW]
    assert evaluate(elsewhere, REVIEW).pairs == ()
    touching = [claim("Lithuania closed its border in August.", 30, 31)]
    assert evaluate(touching, REVIEW).pairs == ()


def test_precision_and_recall_count_what_each_side_has() -> None:
    draft = [REVIEW[0], REVIEW[1], claim("Latvia may close.", 31, 60), claim("Something else.", 200, 210)]
    score = evaluate(draft, REVIEW).claims()
    assert (score.hits, score.drafted, score.reviewed) == (2, 4, 3)
    assert (score.precision, score.recall, score.f1) == (2 / 4, 2 / 3, 4 / 7)


def test_each_field_is_compared_on_the_pairs_that_count() -> None:
    draft = [
        replace(REVIEW[0], time="2020", claim_type="event"),
        replace(REVIEW[1], modality="asserted", actors=("LV", "EE"), attribution="the press"),
        replace(REVIEW[2], topics=("trade",), negated=True),
    ]
    result = evaluate(draft, REVIEW)
    for field in ("topic", "claim type", "modality", "negated", "attribution", "time"):
        assert result.agreement(field) == pytest.approx(2 / 3), field
    assert result.actors == pytest.approx((1 + 0.5 + 1) / 3)
    assert result.values("topic") == [("trade", "trade"), ("trade", "trade"), ("trade", "energy")]


def test_numbers_are_compared_over_the_whole_text() -> None:
    draft = [
        claim("One.", 500, 510, quantities=(money(5), money(7), money(9))),
        claim("Two.", quantities=(money(7, "USD"),)),
    ]
    score = evaluate(draft, REVIEW).numbers
    assert (score.hits, score.drafted, score.reviewed) == (2, 4, 3)


@pytest.mark.parametrize(
    ("kind", "unit", "same"), [("count", "firms", 1), ("money", "USD", 0), ("percent", "pp", 0), ("measure", "t", 1)]
)
def test_units_count_for_money_and_percent_only(kind: str, unit: str, same: int) -> None:
    one = [claim("One.", quantities=(replace(money(5), kind=kind, unit=unit),))]
    other = [claim("One.", quantities=(replace(money(5), kind=kind, unit="other"),))]
    assert evaluate(one, other).numbers.hits == same


def test_period_and_measure_are_compared_on_the_numbers_that_both_have() -> None:
    known = replace(money(5), measure="exports to Latvia", period="2019")
    said = [replace(known, measure="the exports to Latvia"), replace(known, measure="imports", period="2020")]
    result = evaluate([claim("One.", quantities=(*said, money(9)))], [claim("One.", quantities=(known, known))])
    assert (result.numbers.hits, result.periods, result.measures) == (2, 0.5, 0.5)


def test_numbers_of_different_documents_are_never_the_same() -> None:
    one, other = [claim("One.", quantities=(money(5),))], [claim("Two.", quantities=(money(7),))]
    assert Evaluation.together([evaluate(one, other), evaluate(other, one)]).numbers.hits == 0


def test_words_that_say_nothing_are_left_out() -> None:
    assert tokens("The Union’s delay cost €1,146.5 million, a 12% loss.").total() == 9
    assert token_f1(tokens("The exports of Latvia"), tokens("exports of a Latvia")) == 1.0
    assert token_f1(tokens("the"), tokens("the")) == 0.0


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([("a", "a"), ("b", "b")], 1.0),
        ([("a", "b"), ("b", "a")], -1.0),
        ([("a", "a"), ("a", "b"), ("b", "a"), ("b", "b")], 0.0),
        ([("a", "a")], 1.0),
        ([("y", "y")] * 20 + [("y", "n")] * 5 + [("n", "y")] * 10 + [("n", "n")] * 15, 0.4),
    ],
)
def test_kappa(values: list[tuple[str, str]], expected: float) -> None:
    assert kappa(values) == pytest.approx(expected)


def test_nothing_to_compare_is_said_with_dashes() -> None:
    empty = evaluate([], [])
    assert isnan(empty.claims().f1)
    assert isnan(empty.kappa("topic"))
    assert "–" in str(empty)
    assert jaccard(set(), set()) == 1.0


def test_the_table_and_the_misses_read_well() -> None:
    draft = [REVIEW[0], claim("Latvia has some border.", 31, 60), claim("Something else.", 200, 210)]
    result = evaluate(draft, REVIEW)
    table = str(result).splitlines()
    assert table[0].split() == ["draft", "review", "both", "precision", "recall", "F1"]
    assert table[1].split()[-6:] == ["3", "3", "1", "0.333", "0.333", "0.333"]
    misses = result.misses(100).splitlines()
    assert misses[1].split("  ")[0] == "Latvia may close its border."
    assert misses[1].endswith("0.44  Latvia has some border.")
    assert misses[3] == "Estonia sells power to Latvia."
    assert misses[5].strip() == "Something else."


def test_several_documents_are_counted_together() -> None:
    both = Evaluation.together([evaluate(REVIEW, REVIEW), evaluate([], REVIEW)])
    assert both.claims().recall == 0.5
    assert both.claims().precision == 1.0


places = st.integers(0, 40)
any_claim = st.builds(
    lambda words, start, length: claim(" ".join(words), start, start + length),
    st.lists(st.sampled_from(["Latvia", "Estonia", "trades", "power", "with", "may", "sell"]), min_size=1, max_size=6),
    places,
    st.integers(1, 30),
)


@given(st.lists(any_claim, max_size=6), st.lists(any_claim, max_size=6))
def test_turning_the_readings_round_turns_precision_and_recall_round(one: list[Claim], other: list[Claim]) -> None:
    there, back = evaluate(one, other), evaluate(other, one)
    assert there.soft_f1 == pytest.approx(back.soft_f1, nan_ok=True)
    assert len(there.alone()) >= abs(len(one) - len(other))
