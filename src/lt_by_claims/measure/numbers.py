"""A number at a place of the text, in figures, in words, or in both: 1,200 · 16.4 million · one and a half."""

from __future__ import annotations

from fractions import Fraction

from lt_by_claims.measure.figures import figure, figure_at
from lt_by_claims.measure.lexicon import words
from lt_by_claims.measure.numerals import LETTERS, LONGEST, PARTS, SCALES, Number, dash_after, is_numeral, under_hundred
from lt_by_claims.measure.parts import decimals_after, fraction_after, is_digit_word, part_at
from lt_by_claims.measure.tokens import Place, remembered
from lt_by_claims.measure.units import unit_after

DOZEN = Fraction(12)
HUNDRED = Fraction(100)
BEYOND = Fraction(10) ** 27
"""No scale word says so much."""

GOING_ON = frozenset({*SCALES, "dozen", "and", "point"})
MARKS = frozenset({"-", "‑", "–", ","})
"""What a number can go on with, besides further words for numbers."""

VAGUE = words("numbers", "vague")
ONCE_MORE = frozenset({"a", "an"})


def number_at(here: Place, *, joins_and: bool = True) -> Number | None:
    """The number that begins here; `joins_and` lets it run on in "two hundred and five"."""
    number = whole_number_at(here)
    if joins_and or number is None or not any(here[k].lower == "and" for k in range(1, number.length)):
        return number
    return number_of(here, joins_and=False)


@remembered
def whole_number_at(here: Place) -> Number | None:
    """The number that begins here, as far as it goes."""
    return number_of(here, joins_and=True)


def number_of(here: Place, *, joins_and: bool) -> Number | None:
    """The number that begins here, with all that it goes on in."""
    first = opening(here)
    if first is None or (first.length and not may_go_on(here + first.length)):
        return first
    return larger(here, first, joins_and=joins_and)


def may_go_on(here: Place) -> bool:
    """Can what stands here belong to the number before it?"""
    token = here[0]
    if token.sort != "word":
        return token.text in MARKS or token.sort == "figure"
    return token.lower in GOING_ON or is_numeral(token.lower) or token.text in LETTERS


def opening(here: Place) -> Number | None:
    """The first piece of a number: a figure, a small number word, "a" before a scale, a part of a scale, a scale."""
    token, word = here[0], here[0].lower
    if token.sort == "figure":
        return figure_at(here)
    if token.sort != "word":
        return None
    if part := part_of_scale(here):
        return part
    if is_numeral(word):
        return under_hundred(here)
    if word in ONCE_MORE and (here[1].lower in SCALES or here[1].lower == "dozen"):
        return Number(Fraction(1), 1)
    if word in SCALES and is_bare_scale(here):
        return Number(Fraction(1), 0)
    if word == "point" and here[-1].sort in {"nothing", "mark"} and is_digit_word(here[1].lower):
        return Number(Fraction(0), 0)
    return None


def part_of_scale(here: Place) -> Number | None:
    """Half a million, a quarter of a million, two thirds of a million, half a dozen, half a kilometre."""
    if here[0].lower not in {"half", "quarter"} and not is_numeral(here[0].lower) and here[0].lower != "a":
        return None
    part = Number(Fraction(1, 4), 1) if here[0].lower == "quarter" else part_at(here)
    if part is None:
        return None
    k = part.length
    is_scale = here[k].lower in SCALES
    k += (here[k].lower == "of") if not is_scale else 0
    has_article = here[k].lower in {"a", "an", "one"}
    k += has_article
    if here[k].lower in SCALES or (here[k].lower == "dozen" and has_article):
        return Number(part.value, k)
    is_unit = here[0].lower in PARTS and k == 2 and here[1].lower in ONCE_MORE and unit_after(here + 2)
    return Number(part.value, 2) if is_unit else None


def is_bare_scale(here: Place) -> bool:
    """Does a number begin with the scale here: hundred thousand, million dollars, and not a few hundred?"""
    if here[-1].lower in VAGUE or here[-1].sort == "figure" or (here[-1].text == "-" and here.joined()):
        return False
    unit = unit_after(here + 1)
    return here[1].lower in SCALES or here.is_all(1) or (unit is not None and unit[1].kind == "money")


def larger(here: Place, first: Number, *, joins_and: bool) -> Number:
    """The number with all scales and further pieces that follow: 6 hundred billion, five million two hundred."""
    total, current, length, scale = Fraction(0), first.value, first.length, Fraction(1)
    smallest, after_hundred = BEYOND, False
    while length < LONGEST:
        after = here + length
        goes_on = after_hundred or (total and not current)
        if (step := scale_after(after)) and not current and total and step.value > smallest:
            total, length, scale, smallest = total * step.value, length + step.length, scale * step.value, step.value
        elif step and current and step.value < smallest:
            length += step.length
            if after_hundred := step.value == HUNDRED:
                current, scale = current * HUNDRED, step.value
            else:
                scale = step.value * (HUNDRED if scale == HUNDRED else 1)
                total, current, smallest = total + current * step.value, Fraction(0), step.value
        elif total and not current and joins_and and (step := fraction_after(after)):
            total, length = total + step.value * smallest, length + step.length
        elif current.denominator == 1 and (step := part_after(after, joins_and=joins_and)):
            current, length = current + step.value, length + step.length
        elif goes_on and (step := piece_after(after, smallest, joins_and=joins_and, after_hundred=after_hundred)):
            current, length, scale, after_hundred = current + step.value, length + step.length, Fraction(1), False
        else:
            break
    return Number(total + current, length, scale)


def scale_after(here: Place) -> Number | None:
    """A scale: hundred, million, bn, dozen."""
    k = dash_after(here, 0)
    token = here[k]
    if token.sort != "word":
        return None
    if token.lower in SCALES:
        return Number(SCALES[token.lower], k + 1)
    if token.lower == "dozen":
        return Number(DOZEN, k + 1)
    if token.text in LETTERS and here[-1].sort == "figure":
        return Number(LETTERS[token.text], 1)
    return None


def piece_after(here: Place, smallest: Fraction, *, joins_and: bool, after_hundred: bool) -> Number | None:
    """A further piece, with or without "and" or a comma before it: five, and five, ", two hundred", 3 hundred."""
    k = 1 if here[0].lower == "and" and joins_and else 0
    if here[0].text == "," and here.joined() and smallest >= 1000 and not after_hundred:
        k = 1 if here[2].lower in SCALES or here[3].lower in SCALES or here[4].lower in SCALES else 0
    if is_numeral(here[k].lower):
        piece = under_hundred(here + k)
        return Number(piece.value, piece.length + k)
    if here[k].sort == "figure" and (ends_hundred(here, k) if after_hundred else goes_on(here, k, smallest)):
        value = figure(here[k].text)
        return Number(value, k + 1) if value is not None and value < (HUNDRED if after_hundred else 1000) else None
    return None


def ends_hundred(here: Place, k: int) -> bool:
    """Does the k-th token, a figure, end "3 hundred and 21"?"""
    return k == 1 and here[2].lower not in SCALES


def goes_on(here: Place, k: int, smallest: Fraction) -> bool:
    """Does a smaller scale follow the k-th token, a figure: 4 thousand 3 hundred?"""
    return SCALES.get(here[k + 1].lower, smallest) < smallest


def part_after(here: Place, *, joins_and: bool) -> Number | None:
    """What is less than one and follows a whole number."""
    return (fraction_after(here) if joins_and else None) or decimals_after(here)
