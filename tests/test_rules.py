"""Every rule of language does what its examples say, and leaves its counter-examples alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lt_by_claims.clause import Clause
from lt_by_claims.rule import Rule
from lt_by_claims.split import CONSTRUCTIONS

Read = Callable[[str], Clause]
EXAMPLES = [(rule, text, claims) for rule in CONSTRUCTIONS for text, claims in rule.examples.items()]
ALONE = [(rule, text) for rule in CONSTRUCTIONS for text in rule.leaves_alone]


def name(value: object) -> str | None:
    return value.name if isinstance(value, Rule) else None


@pytest.mark.parametrize(("rule", "text", "claims"), EXAMPLES, ids=name)
def test_splits_its_example(rule: Rule[Clause, Clause], text: str, claims: list[str], clause_of: Read) -> None:
    assert [part.text for part in rule(clause_of(text))] == list(claims)


@pytest.mark.parametrize(("rule", "text"), ALONE, ids=name)
def test_leaves_its_counter_example_alone(rule: Rule[Clause, Clause], text: str, clause_of: Read) -> None:
    assert rule(clause_of(text)) == []


def test_every_construction_is_shown_and_bounded() -> None:
    assert [rule.name for rule in CONSTRUCTIONS if not (rule.examples and rule.leaves_alone and rule.about)] == []
