"""What the rules of language say of themselves."""

from __future__ import annotations

import pytest

from lt_by_claims.errors import UsageError
from lt_by_claims.explain import explain, listing, rules
from lt_by_claims.measure import RULES as NUMBERS
from lt_by_claims.rule import Rule
from lt_by_claims.split import CONSTRUCTIONS
from lt_by_claims.tag.times import RULES as TIMES


@pytest.fixture
def two_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two rules in the place of all."""
    one: Rule[str, str] = Rule(
        "joined clauses", "Two clauses\n    come apart.\n", list, {"A; b.": ["A.", "B."]}, ["A."]
    )
    two: Rule[str, str] = Rule("apposition", "What it is.", list, {"A, b.": ["A."]}, [])
    monkeypatch.setattr("lt_by_claims.explain.rules", lambda: {rule.name: rule for rule in (one, two)})


@pytest.mark.usefixtures("two_rules")
@pytest.mark.parametrize("name", ["joined clauses", "joined_clauses", "Joined-Clauses", "  joined  clauses "])
def test_a_rule_is_found_however_its_words_are_joined(name: str) -> None:
    assert explain(name) == (
        "joined clauses\nTwo clauses come apart.\n\n  A; b.\n    → A.\n    → B.\n\nIt leaves alone:\n  A."
    )


@pytest.mark.usefixtures("two_rules")
def test_a_rule_without_counter_examples_has_no_empty_heading() -> None:
    assert explain("apposition").splitlines()[-1] == "    → A."


@pytest.mark.usefixtures("two_rules")
@pytest.mark.parametrize(
    ("name", "near"), [("clause", "joined clauses"), ("aposition", "apposition"), ("xyz", "joined clauses, apposition")]
)
def test_an_unknown_rule_is_answered_with_those_like_it(name: str, near: str) -> None:
    with pytest.raises(UsageError) as caught:
        explain(name)
    assert str(caught.value) == f"{name}: no rule; there are: {near}"


@pytest.mark.usefixtures("two_rules")
def test_the_list_has_a_line_a_rule() -> None:
    assert listing().splitlines() == ["joined clauses  Two clauses", "apposition      What it is."]


def test_every_rule_of_the_package_explains_itself() -> None:
    assert {rule.name for rule in (*CONSTRUCTIONS, *NUMBERS, *TIMES)} <= set(rules())
    for name, rule in rules().items():
        told = explain(name)
        assert all(example in told for example in (*rule.examples, *rule.leaves_alone))
    assert len(listing().splitlines()) == len(rules())
