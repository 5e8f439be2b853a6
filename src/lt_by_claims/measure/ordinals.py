"""A place in an order, in figures or in words: 14th, seventh, twenty-first, one hundred and fifth."""

from __future__ import annotations

from fractions import Fraction

from lt_by_claims.measure.figures import figure
from lt_by_claims.measure.numbers import number_at
from lt_by_claims.measure.numerals import LONGEST, ORDINALS, SCALES, Number, dash_after, is_numeral
from lt_by_claims.measure.tokens import Place, remembered

SUFFIXES = frozenset({"st", "nd", "rd", "th"})


@remembered
def ordinal_at(here: Place) -> Number | None:
    """The ordinal that begins here."""
    word = here[0].lower
    if here[0].sort == "figure":
        return ordinal_in_figures(here) if here[1].lower in SUFFIXES and here.joined(1) else None
    if word in ORDINALS:
        return Number(Fraction(ORDINALS[word]), 1)
    return ordinal_in_words(here) if is_numeral(word) or (word == "a" and here[1].lower in SCALES) else None


def ordinal_in_figures(here: Place) -> Number | None:
    """14th, 1,000th."""
    value = figure(here[0].text)
    return None if value is None or value.denominator != 1 else Number(value, 2)


def ordinal_in_words(here: Place) -> Number | None:
    """Twenty-first, one hundred and fifth, two millionth."""
    k = 0
    while k < LONGEST and (is_numeral(here[k].lower) or here[k].lower in SCALES or here[k].lower in {"a", "and", "-"}):
        k += 1
    if k == 0 or here[k].lower not in ORDINALS:
        return None
    number, last = number_at(here), Fraction(ORDINALS[here[k].lower])
    link = 0 if number is None else (here[number.length].lower == "and") + dash_after(here, number.length)
    if number is None or number.length + link != k:
        return None
    if last >= 100:
        return Number(number.value * last, k + 1) if number.value < 1000 else None
    rest = number.value % 100
    fits = rest == 0 or (last < 10 and rest >= 20 and rest % 10 == 0)
    return Number(number.value + last, k + 1) if fits else None
