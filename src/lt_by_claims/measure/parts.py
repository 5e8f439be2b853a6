"""Parts of a whole in words: half, a third, three quarters, and a half, point eight four."""

from __future__ import annotations

from fractions import Fraction

from lt_by_claims.measure.numerals import LONGEST, PARTS, SMALL, TENS, Number, dash_after, is_numeral, under_hundred
from lt_by_claims.measure.tokens import Place

ZERO = frozenset({"o", "oh", "zero", "nought", "naught"})
"""What a zero is called after the point."""

RATHER_A_PLACE = frozenset({"hundredth", "thousandth", "millionth"})
"""After "one" they are a place in an order where no "of" follows."""


def part_at(here: Place) -> Number | None:
    """A part of a whole: half, a third, two-thirds, three quarters, three twenty-firsts."""
    word = here[0].lower
    if word == "half":
        return Number(Fraction(1, 2), 1)
    if word in {"a", "one"}:
        return one_part(here)
    if not is_numeral(word):
        return None
    count = under_hundred(here)
    k = count.length + dash_after(here, count.length)
    below = denominator(here + k)
    if below is None or not here[k + below.length - 1].lower.endswith("s") or not 1 < count.value < below.value:
        return None
    return Number(count.value / below.value, k + below.length)


def one_part(here: Place) -> Number | None:
    """A third, one-fifth, one hundredth of."""
    k = 1 + dash_after(here, 1)
    part = here[k].lower
    if (
        part not in PARTS
        or part.endswith("s")
        or (here[0].lower == "one" and part in RATHER_A_PLACE and here[k + 1].lower != "of")
    ):
        return None
    return Number(Fraction(1, PARTS[part]), k + 1)


def denominator(here: Place) -> Number | None:
    """What a whole is divided by, in one word or two: quarters, hundredths, twenty-firsts."""
    word = here[0].lower
    if word in PARTS:
        return Number(Fraction(PARTS[word]), 1)
    if word in TENS:
        k = 1 + dash_after(here, 1)
        ones = 1 if here[k].lower == "firsts" else PARTS.get(here[k].lower, 10)
        return Number(Fraction(TENS[word] + ones), k + 1) if ones < 10 and here[k].lower != "halves" else None
    return None


def fraction_after(here: Place) -> Number | None:
    """And a half, and a quarter, and three quarters."""
    if here[0].lower != "and":
        return None
    part = part_at(here + 1)
    return part and Number(part.value, part.length + 1)


def decimals_after(here: Place) -> Number | None:
    """Point eight four, point o five, point seventy-one."""
    if here[0].lower != "point":
        return None
    digits, k = "", 1
    while len(digits) < LONGEST and (piece := digit_at(here + k)):
        digits, k = digits + piece[0], k + piece[1]
    return Number(Fraction(f"0.{digits}"), k) if digits else None


def digit_at(here: Place) -> tuple[str, int] | None:
    """The figures that a word after the point stands for, and its length."""
    word = here[0].lower
    if word in ZERO:
        return "0", 1
    if not is_numeral(word):
        return None
    number = under_hundred(here)
    return str(number.value), number.length


def is_digit_word(word: str) -> bool:
    """Is it a word for one figure?"""
    return word in ZERO or SMALL.get(word, 10) < 10
