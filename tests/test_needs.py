"""A rule that is not tried, for lack of what it says that it needs, would have made nothing: on all texts at hand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from lt_by_claims.calendar import PUBLISHED, RULES, Dated, expressions, moments, words_in
from lt_by_claims.calendar import days as days_of_the_calendar
from lt_by_claims.calendar import months as months_of_the_calendar
from lt_by_claims.calendar.moment import near_months
from lt_by_claims.clause import Clause
from lt_by_claims.errors import DocumentError
from lt_by_claims.explain import every_rule
from lt_by_claims.read import read_text
from lt_by_claims.rule import Rule, applicable
from lt_by_claims.split import CONSTRUCTIONS
from lt_by_claims.split.parser import parse
from lt_by_claims.tag.times import RELATIONS

ROOT = Path(__file__).parents[1]
BEFORE = "2019-05-03"
"""A time told before each text, so that rules which point to one have it."""


def strings(value: Any) -> Iterator[str]:
    """All strings of a file of examples."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (text for pair in value.items() for part in pair for text in strings(part))
    elif isinstance(value, list):
        yield from (text for part in value for text in strings(part))


def texts() -> list[str]:
    """The examples and counter-examples of every rule, those of the long tail, and whole texts."""
    shown = [text for rule in every_rule() for text in (*rule.examples, *rule.leaves_alone)]
    listed = [
        text
        for path in (ROOT / "tests" / "examples").glob("*.yaml")
        for text in strings(yaml.safe_load(path.read_text("utf-8")))
    ]
    whole = [
        path.read_text("utf-8")
        for path in (*(ROOT / "data" / "raw").glob("*.txt"), *(ROOT / "tests" / "texts").glob("*"))
    ]
    return [*shown, *listed, *whole]


@pytest.fixture(scope="module")
def clauses() -> list[Clause]:
    """The sentences of all texts as clauses, and what any construction makes of them."""
    paragraphs = []
    for text in texts():
        try:
            paragraphs += read_text(text).paragraphs
        except DocumentError:
            continue
    whole = [Clause.of_sentence(sentence, p) for p, doc in parse(paragraphs) for sentence in doc.sents]
    return [*whole, *(part for clause in whole for rule in CONSTRUCTIONS for part in rule(clause))]


@pytest.mark.parametrize("rule", [rule for rule in CONSTRUCTIONS if rule.needs], ids=lambda rule: rule.name)
def test_a_construction_makes_nothing_of_a_clause_without_what_it_needs(
    rule: Rule[Clause, Clause], clauses: list[Clause]
) -> None:
    untried = [clause for clause in clauses if not list(applicable([rule], clause.features))]
    assert len(untried) > len(clauses) / 20
    assert [clause.text for clause in untried if rule(clause)] == []


@pytest.mark.parametrize("rule", [rule for rule in (*RULES, *RELATIONS) if rule.needs], ids=lambda rule: rule.name)
def test_a_rule_of_times_sees_nothing_in_a_text_without_what_it_needs(rule: Rule[Dated, Any]) -> None:
    given = [text for text in texts() if not list(applicable([rule], words_in(text)))]
    assert given
    dated = [Dated.of(text, PUBLISHED, found, BEFORE) for text in given for found in told(text)]
    assert [each.text for each in dated if rule(each)] == []


def told(text: str) -> Iterator[tuple[Any, ...]]:
    """The moments that a rule may be given with a text."""
    yield moments(text, PUBLISHED, BEFORE)
    yield expressions(text, PUBLISHED)


PATTERNS = {
    "DATE": (days_of_the_calendar, 48),
    "DAYS_OF_MONTH": (days_of_the_calendar, 40),
    "MONTH_WITH_DAYS": (days_of_the_calendar, 0),
    "MONTHS_OF_YEAR": (months_of_the_calendar, 0),
    "MONTHS_JOINED": (months_of_the_calendar, 0),
    "MONTH_OF_YEAR": (months_of_the_calendar, 5),
    "MONTH_THIS_YEAR": (months_of_the_calendar, 0),
    "TURN_OF_MONTH": (months_of_the_calendar, 20),
    "LONE_MONTH": (months_of_the_calendar, 24),
}
"""Patterns that hold the name of a month, their module, and how far before it they may begin."""

LONGEST = [
    "It was shut on Wednesday, the twenty-seventh day of September 2019, and throughout the early May 2020.",
    "It ran from the 21st through the 30th of September 2019 and on Thursday, the September 3rd, last year.",
    "Throughout last December’s talks, in January–March 2021, on 2019-May-3 and by mid-June of this year it held.",
]


@pytest.mark.parametrize("name", PATTERNS)
def test_looking_near_months_finds_what_looking_everywhere_does(name: str) -> None:
    module, reach = PATTERNS[name]
    pattern = getattr(module, name)
    every = [*texts(), *LONGEST, " ".join(LONGEST)]
    assert any(pattern.search(text) for text in every)
    assert [spans(near_months(pattern, text, reach)) for text in every] == [
        spans(pattern.finditer(text)) for text in every
    ]


def spans(found: Iterator[re.Match[str]]) -> list[tuple[int, int]]:
    return [match.span() for match in found]


@pytest.mark.parametrize(
    ("present", "expected"), [("ac", ["one", "free"]), ("bc", ["one", "free"]), ("ab", ["free"]), ("", ["free"])]
)
def test_of_each_set_one_must_be_present(present: str, expected: list[str]) -> None:
    one: Rule[str, str] = Rule("one", "", list, {}, [], needs=(frozenset("ab"), frozenset("c")))
    free: Rule[str, str] = Rule("free", "", list, {}, [])
    assert [rule.name for rule in applicable([one, free], frozenset(present))] == expected
