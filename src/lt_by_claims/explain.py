"""What the rules of language do, each with the examples that prove it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any

from lt_by_claims.columns import columns
from lt_by_claims.errors import UsageError
from lt_by_claims.rule import Rule


def rules() -> dict[str, Rule[Any, Any]]:
    """All rules by name, in the order in which they are tried."""
    return {rule.name: rule for rule in every_rule()}


def every_rule() -> tuple[Rule[Any, Any], ...]:
    """The repairs of parses, the constructions of both grains, the rules of numbers and the rules of times."""
    from lt_by_claims.measure import BORROWING
    from lt_by_claims.measure import RULES as NUMBERS
    from lt_by_claims.split import CONSTRUCTIONS
    from lt_by_claims.split.finer import FINER
    from lt_by_claims.split.repair import REPAIRS
    from lt_by_claims.tag.times import RULES as TIMES

    return (*REPAIRS, *CONSTRUCTIONS, *FINER, *NUMBERS, *BORROWING, *TIMES)


def listing() -> str:
    """The names of all rules, and what each does."""
    return columns((rule.name, first_line(rule)) for rule in rules().values())


def explain(name: str) -> str:
    """A rule in words: what it does, what it makes of its examples, and what it leaves alone."""
    return "\n".join(told(found(name, rules())))


def found(name: str, known: Mapping[str, Rule[Any, Any]]) -> Rule[Any, Any]:
    """The rule of this name, however its words are joined."""
    plain = " ".join(name.lower().replace("_", " ").replace("-", " ").split())
    if plain in known:
        return known[plain]
    near = [one for one in known if is_near(plain, one)] or known
    raise UsageError(f"{name}: no rule; there are: {', '.join(near)}")


def is_near(asked: str, name: str) -> bool:
    """Is a word of the name much like a word that is asked for?"""
    return any(get_close_matches(word, name.split(), cutoff=0.75) for word in asked.split())


def told(rule: Rule[Any, Any]) -> Iterator[str]:
    """The lines that explain a rule."""
    yield rule.name
    yield " ".join(rule.about.split())
    for given, made in rule.examples.items():
        yield f"\n  {given}"
        yield from (f"    → {one}" for one in made)
    if rule.leaves_alone:
        yield "\nIt leaves alone:"
        yield from (f"  {one}" for one in rule.leaves_alone)


def first_line(rule: Rule[Any, Any]) -> str:
    """What a rule does, in short."""
    return rule.about.strip().partition("\n")[0]
