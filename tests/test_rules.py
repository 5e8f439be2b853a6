"""Every rule of language does what its examples say, and leaves its counter-examples alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from importlib import import_module
from pkgutil import walk_packages

import pytest

import lt_by_claims
from lt_by_claims.clause import Clause
from lt_by_claims.explain import every_rule, rules
from lt_by_claims.parse import Doc
from lt_by_claims.rule import Rule
from lt_by_claims.split import CONSTRUCTIONS
from lt_by_claims.split.finer import FINER
from lt_by_claims.split.repair import REPAIRS, Repair

Read = Callable[[str], Clause]
EXAMPLES = [(rule, text, claims) for rule in (*CONSTRUCTIONS, *FINER) for text, claims in rule.examples.items()]
ALONE = [(rule, text) for rule in (*CONSTRUCTIONS, *FINER) for text in rule.leaves_alone]


def name(value: object) -> str | None:
    return value.name if isinstance(value, Rule) else None


@pytest.mark.parametrize(("rule", "text", "claims"), EXAMPLES, ids=name)
def test_splits_its_example(rule: Rule[Clause, Clause], text: str, claims: list[str], clause_of: Read) -> None:
    assert [part.text for part in rule(clause_of(text))] == list(claims)


@pytest.mark.parametrize(("rule", "text"), ALONE, ids=name)
def test_leaves_its_counter_example_alone(rule: Rule[Clause, Clause], text: str, clause_of: Read) -> None:
    assert rule(clause_of(text)) == []


@pytest.mark.parametrize(("repair", "text", "mended"), [(r, t, m) for r in REPAIRS for t, m in r.examples.items()])
def test_mends_its_example(repair: Repair, text: str, mended: list[str], parse_of: Callable[[str], Doc]) -> None:
    assert repair(parse_of(text)) == list(mended)


@pytest.mark.parametrize(("repair", "text"), [(r, t) for r in REPAIRS for t in r.leaves_alone], ids=name)
def test_leaves_a_sound_parse_alone(repair: Repair, text: str, parse_of: Callable[[str], Doc]) -> None:
    assert repair(parse_of(text)) == []


def test_every_rule_is_shown_and_bounded() -> None:
    assert [rule.name for rule in every_rule() if not (rule.examples and rule.leaves_alone and rule.about)] == []


def test_no_two_rules_share_a_name() -> None:
    assert {name: n for name, n in Counter(rule.name for rule in every_rule()).items() if n > 1} == {}


def test_every_rule_of_the_package_is_known() -> None:
    names = (found.name for found in walk_packages(lt_by_claims.__path__, "lt_by_claims."))
    modules = (import_module(name) for name in names if not name.endswith("__main__"))
    written = {
        id(value): value.name for module in modules for value in vars(module).values() if isinstance(value, Rule)
    }
    assert set(written.values()) == set(rules())
