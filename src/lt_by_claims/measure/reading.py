"""What a rule makes of the words at a place: a value in the making, or something that holds a number and is none."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from fractions import Fraction

from lt_by_claims.measure.tokens import Place
from lt_by_claims.measure.units import Unit
from lt_by_claims.rule import Rule

LEFT_ALONE = frozenset({"time", "name"})
"""Kinds of readings that are no numeric values."""

BEYOND = frozenset({"duration", "ordinal", "magnitude", "one"})
"""Kinds of values that are no quantities of a claim: three years, a second visit, thousands of men, one of them."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What stands in `length` tokens from a place, and in `before` tokens before it."""

    length: int
    kind: str
    low: Fraction | None = None
    high: Fraction | None = None
    comparator: str = "="
    unit: Unit | None = None
    before: int = 0

    @property
    def is_value(self) -> bool:
        """Is it a numeric value, and no date or name?"""
        return self.kind not in LEFT_ALONE

    @property
    def is_quantity(self) -> bool:
        """Is it a value that a claim states as a quantity?"""
        return self.is_value and self.kind not in BEYOND

    def bounded(self, comparator: str, *, before: int = 0, after: int = 0) -> Reading:
        """The same with a comparator that takes further tokens; one that opens an end leaves that end unsaid."""
        low = None if comparator in {"<", "<="} else self.low
        high = None if comparator in {">", ">="} else self.high
        return replace(
            self, low=low, high=high, comparator=comparator, before=self.before + before, length=self.length + after
        )


MeasureRule = Rule[Place, Reading]


def exactly(length: int, kind: str, value: Fraction | int, unit: Unit | None = None) -> Reading:
    """A reading of one number."""
    end = value if isinstance(value, Fraction) else Fraction(value)
    return Reading(length, kind, end, end, unit=unit)


def first_reading(here: Place, rules: Iterable[MeasureRule]) -> Reading | None:
    """What the first rule that applies here makes of it."""
    for each in rules:
        for reading in each.function(here):
            return reading
    return None
