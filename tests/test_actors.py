from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from lt_by_claims.clause import Clause, Word
from lt_by_claims.codes import states_of_today
from lt_by_claims.tag.actors import Piece, actors, full_name
from lt_by_claims.tag.bodies import bodies, cut

Reader = Callable[[str], Clause]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lithuanian exports to Belarus fell.", ["LT", "BY"]),
        ("The U.S. and the UK warned the Russians.", ["US", "GB", "RU"]),
        ("The Polish government met the Czechs.", ["PL", "CZ"]),
        ("Côte d'Ivoire and Bosnia and Herzegovina agreed.", ["CI", "BA"]),
        ("North Korea threatens South Korea.", ["KP", "KR"]),
        ("Lisbon could ask Rome for a loan.", ["PT", "IT"]),
        ("Moscow's policy worries Brussels.", ["RU", "EU"]),
        ("The Kremlin denied it.", ["RU"]),
        ("The authorities in Vilnius refused.", ["LT"]),
        ("The talks between Athens and Skopje failed.", ["GR", "MK"]),
        ("The minister visited Tashkent.", []),
        ("Wine is bottled in Lisbon.", []),
        ("Oslo's airport was closed.", []),
        ("Vilnius is the capital of Lithuania.", ["LT"]),
        ("The European Union and the Alliance agreed.", ["EU", "NATO"]),
        ("The Union delayed its decision.", ["EU"]),
        ("The Customs Union failed.", ["Customs Union"]),
        ("The Soviet Union collapsed.", []),
        ("The World Bank and the IMF lent money to Ukraine.", ["World Bank", "International Monetary Fund", "UA"]),
        ("The Bank of Finland raised rates.", ["Bank of Finland"]),
        ("Angela Merkel met Emmanuel Macron in Paris.", ["Angela Merkel", "Emmanuel Macron"]),
        ("The Spanish Minister of Foreign Affairs resigned.", ["ES"]),
        ("Latvia left; Latvia returned.", ["LV"]),
        ("Farmers protested in the region.", []),
        ("", []),
    ],
)
def test_actors_in_order_of_appearance(clause_of: Reader, text: str, expected: list[str]) -> None:
    assert list(actors(clause_of(text or "."))) == expected


def test_a_name_that_stands_for_a_pronoun_counts(clause_of: Reader) -> None:
    clause = clause_of("It sold ships.")
    named = replace(clause, words=(Word("Finnish Railways", clause.words[0].token), *clause.words[1:]))
    assert actors(named) == ("Finnish Railways",)


def test_a_state_that_stands_for_a_pronoun_counts(clause_of: Reader) -> None:
    clause = clause_of("It sold ships.")
    named = replace(clause, words=(Word("the Finnish government", clause.words[0].token), *clause.words[1:]))
    assert actors(named) == ("FI",)


@pytest.mark.parametrize(("name", "expected"), [("EC", []), ("II", []), ("UN", ["United Nations"]), ("ECR", ["ECR"])])
def test_an_unknown_name_of_two_letters_is_not_taken_for_a_state(name: str, expected: list[str]) -> None:
    assert list(full_name([Piece(name, Word(name))])) == expected


def test_a_last_name_is_filled_from_its_paragraph(clause_of: Reader) -> None:
    clause = clause_of("Angela Merkel resigned, and Merkel left Berlin.")
    later = replace(clause, words=clause.words[5:])
    assert actors(later) == ("Angela Merkel",)


def test_no_name_or_people_stands_for_two_states() -> None:
    owners: dict[str, set[str]] = {}
    for state in states_of_today():
        for name in (*state.names, *state.demonyms, *state.capitals):
            owners.setdefault(name, set()).add(state.code)
    assert {name: codes for name, codes in owners.items() if len(codes) > 1} == {}


def test_the_first_name_of_every_state_is_known() -> None:
    assert all(bodies()[cut(state.name)].actor == state.code for state in states_of_today())
