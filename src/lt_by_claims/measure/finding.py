"""Every numeric value of running text, by the text alone."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

from lt_by_claims.measure.bounds import RANGES, bounded
from lt_by_claims.measure.counts import noun_after
from lt_by_claims.measure.kinds import SINGLE
from lt_by_claims.measure.names import NAMES
from lt_by_claims.measure.numbers import ORDINALS, SMALL, TENS
from lt_by_claims.measure.ranks import RANK_RULES
from lt_by_claims.measure.ratios import BARE, RATIO_RULES, VERBS
from lt_by_claims.measure.reading import MeasureRule, Reading, first_reading
from lt_by_claims.measure.times import MONTHS, TIMES
from lt_by_claims.measure.tokens import Place, Token, scan
from lt_by_claims.measure.units import SIGNS_BEFORE
from lt_by_claims.measure.value import Value

RULES: tuple[MeasureRule, ...] = (*TIMES, *NAMES, *RATIO_RULES, *RANK_RULES, *RANGES, *SINGLE)
"""In order: what is no quantity first, then what takes most words; at each place the first that applies counts."""

OPENING = frozenset(
    {"a", "an", "half", "quarter", "between", "from", "-", "−", "–", "±", "'", "’", "minus", "+"}
    | {*SMALL, *TENS, *ORDINALS, *VERBS, *BARE, *MONTHS}
    | {sign.lower() for sign in SIGNS_BEFORE.forward}
)
"""What a value, a date or a name with a number can begin with, besides a figure."""


def find(text: str) -> list[Value]:
    """Every numeric value in running text, in order; years, dates, durations and names that hold a number are none.

    "Several", "both", "dozens of" and "hundreds of" name no number and are no values.
    """
    tokens = scan(text)
    return [value(text, place, reading) for place, reading in read(Place(tokens, 0)) if reading.is_value]


def read(start: Place) -> Iterable[tuple[Place, Reading]]:
    """Every reading from a place to the end of the text, values and others."""
    at, free = start.at, 0
    while at < len(start.tokens):
        here = Place(start.tokens, at) if opens(start.tokens[at]) else None
        reading = first_reading(here, RULES) if here else None
        if here is None or reading is None:
            at, free = at + 1, free + 1
        else:
            reading = bounded(here, reading, free)
            yield here, reading
            at, free = at + reading.length, 0


def opens(token: Token) -> bool:
    """Can anything that holds a number begin with this token?"""
    return token.sort == "figure" or token.lower in OPENING or token.lower.endswith("fold")


def value(text: str, place: Place, reading: Reading) -> Value:
    """The value that a reading stands for."""
    start, end = place[-reading.before].start, place[reading.length - 1].end
    counted = noun_after(place + reading.length) if reading.kind == "count" else None
    unit, noun = counted or (reading.unit, None)
    low, high = decimal(reading.low), decimal(reading.high)
    return Value(text[start:end], start, end, reading.kind, low, high, reading.comparator, unit, noun)


def decimal(number: Fraction | None) -> Decimal | None:
    """The number as a decimal, exact where it ends."""
    return None if number is None else Decimal(number.numerator) / Decimal(number.denominator)
