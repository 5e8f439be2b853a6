"""Every numeric value of running text, by the text alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Context, Decimal
from fractions import Fraction
from typing import overload

from lt_by_claims.measure.borrowing import with_borrowed_units
from lt_by_claims.measure.bounds import RANGES, between_and, bounded, from_to
from lt_by_claims.measure.counts import noun_after
from lt_by_claims.measure.kinds import SINGLE
from lt_by_claims.measure.left import LEFT, left_alone
from lt_by_claims.measure.numerals import ORDINALS, PARTS, SCALES, SMALL, TENS
from lt_by_claims.measure.ranks import RANK_RULES
from lt_by_claims.measure.rates import per_after
from lt_by_claims.measure.ratios import BARE, RATIO_RULES, VERBS, multiple_of, multiplied
from lt_by_claims.measure.reading import MeasureRule, Reading, first_reading
from lt_by_claims.measure.times import MONTHS
from lt_by_claims.measure.tokens import Place, Token, beginning, scan
from lt_by_claims.measure.units import SIGNS_BEFORE
from lt_by_claims.measure.vague import MAGNITUDES, VAGUE
from lt_by_claims.measure.value import Value

VALUES: tuple[MeasureRule, ...] = (*RATIO_RULES, *RANK_RULES, *RANGES, *SINGLE, *VAGUE)
RULES: tuple[MeasureRule, ...] = (*LEFT, *VALUES)
"""In order: what is no quantity first, then what takes most words; at each place the first that applies counts."""

ONE = Decimal(1)
RATES = frozenset({"money", "count", "measure", "percent", "ratio"})
"""Kinds of values that can be for each of something."""

EXACT = Context(prec=120)
"""More figures than the longest number that is read."""

BEGIN_WITH_WORDS = (multiplied, multiple_of, between_and, from_to, *VAGUE)
IN_FIGURES = tuple(rule for rule in VALUES if rule not in BEGIN_WITH_WORDS)
"""Those that can begin with a figure."""

OPENING = frozenset(
    {"half", "quarter", "±", "point", *MAGNITUDES} | {*SMALL, *TENS, *SCALES, *ORDINALS, *VERBS, *BARE, *MONTHS}
)
"""What a value, a date or a name with a number can begin with, besides a figure."""

ARTICLES = frozenset({"a", "an"})
AFTER_ARTICLE = frozenset({*SCALES, *PARTS, "dozen"})
MARKS = frozenset({"-", "−", "–", "'", "’", "+"})
BEFORE_NUMBER = frozenset({"between", "from", "minus", "negative"})
LINKING = ARTICLES | MARKS | BEFORE_NUMBER
"""The same, where what they belong to stands after them."""


def find(text: str, *, beyond: bool = False) -> list[Value]:
    """Every numeric value in running text, in order; years, dates, durations and names that hold a number are none.

    "Several", "both", "dozens of" and "hundreds of" name no number and are no values. `beyond` adds values that no
    claim has as a quantity, each of a kind of its own: `duration` (ages too), `ordinal` (a second visit, no rank),
    `magnitude` (thousands of people) and `one` (one of the ports).
    """
    tokens = scan(text)
    readings = read(tokens)
    values = [value(text, place, made) for place, made in readings if made.is_quantity or (beyond and made.is_value)]
    return with_borrowed_units(text, values)


def read(tokens: Sequence[Token]) -> Iterable[tuple[Place, Reading]]:
    """Every reading of a text, values and others."""
    start, end = beginning(tokens), 0
    for at in openings(tokens):
        here = start + at
        if at < end or not (reading := read_at(here)):
            continue
        free = at - end
        reading = bounded(here, replace(reading, before=free) if reading.before > free else reading, free)
        yield here, reading
        end = at + reading.length


def openings(tokens: Sequence[Token]) -> list[int]:
    """Where anything that holds a number can begin."""
    return [
        at
        for at, (text, _, _, sort, word) in enumerate(tokens)
        if sort == "figure"
        or word in OPENING
        or text in SIGNS_BEFORE.forward
        or word[-4:] == "fold"
        or (word in LINKING and leads(tokens, at))
    ]


def leads(tokens: Sequence[Token], at: int) -> bool:
    """Does a number stand after what leads to one?"""
    word, after = tokens[at].lower, tokens[at + 1 : at + 5]
    if word in ARTICLES:
        return bool(after) and after[0].lower in AFTER_ARTICLE
    near = after[:1] if word in MARKS else after
    return any(token.sort == "figure" or token.lower in OPENING or token.text in SIGNS_BEFORE.forward for token in near)


def read_at(here: Place) -> Reading | None:
    """What the first rule that applies here makes of it."""
    return left_alone(here) or first_reading(here, IN_FIGURES if here[0].sort == "figure" else VALUES)


def value(text: str, place: Place, reading: Reading) -> Value:
    """The value that a reading stands for."""
    start, end = place[-reading.before].start, place[reading.length - 1].end
    after = place + reading.length
    counted = noun_after(after) if reading.kind == "count" else None
    named = counted.text if counted else reading.unit and reading.unit.code
    return Value(
        text[start:end],
        start,
        end,
        reading.kind,
        low=decimal(reading.low),
        high=decimal(reading.high),
        comparator=reading.comparator,
        unit=named or None,
        noun=counted.phrase if counted else None,
        factor=decimal(reading.unit.factor) if reading.unit else ONE,
        per=per_after(after + (counted.length if counted else 0)) if reading.kind in RATES else None,
    )


@overload
def decimal(number: Fraction) -> Decimal: ...
@overload
def decimal(number: None) -> None: ...
def decimal(number: Fraction | None) -> Decimal | None:
    """The number as a decimal, exact where it ends."""
    return None if number is None else EXACT.divide(Decimal(number.numerator), Decimal(number.denominator))
