"""What an amount is: a number and its unit."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from lt_by_claims.measure.numerals import Number
from lt_by_claims.measure.units import Unit

ONCE = Fraction(1)


class Amount(NamedTuple):
    """A number and its unit, where it has one, as they stand in `length` tokens from a place."""

    number: Number
    length: int
    unit: Unit | None = None

    def ends(self, unit: Unit, scale: Fraction = ONCE) -> Fraction:
        """What it comes to in base units, of another amount's unit and scale where it has none of its own."""
        return self.number.value * scale * unit.factor
