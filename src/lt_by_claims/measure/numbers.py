"""A number at a place of the text, in figures, in words, or in both: 1,200 · 16.4 million · one and a half."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from lt_by_claims.measure.lexicon import lexicon
from lt_by_claims.measure.tokens import Place
from lt_by_claims.measure.units import unit_after

NUMBERS = lexicon("numbers")
SMALL: dict[str, int] = NUMBERS["small"]
TENS: dict[str, int] = NUMBERS["tens"]
SCALES: dict[str, Fraction] = {word: Fraction(10) ** power for word, power in NUMBERS["scales"].items()}
LETTERS: dict[str, Fraction] = {word: Fraction(10) ** power for word, power in NUMBERS["letters"].items()}
MONEY_LETTERS: dict[str, Fraction] = {word: Fraction(10) ** power for word, power in NUMBERS["money_letters"].items()}
ORDINALS: dict[str, int] = NUMBERS["ordinals"]
PARTS: dict[str, int] = NUMBERS["parts"]
VULGAR: dict[str, Fraction] = {sign: Fraction(parts) for sign, parts in NUMBERS["vulgar"].items()}

DIGITS = frozenset("123456789")
BELOW = frozenset({"2", "3", "4", "5", "6", "8", "10"})
"""What stands before and after the stroke of a fraction; 9/11 and 24/7 are none."""

LONGEST = 40
"""More characters than that, or more words, are no number that anyone reads."""

HABITS = (
    (re.compile(r"[0-9]+"), ""),
    (re.compile(r"[0-9]*\.[0-9]+"), ""),
    (re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?"), ","),
    (re.compile(r"[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}(?:\.[0-9]+)?"), ","),
    (re.compile(r"[0-9]{1,3}(?:['’ ][0-9]{3})+(?:\.[0-9]+)?"), "'’ "),
    (re.compile(r"[0-9]{1,3}(?:[.][0-9]{3}){2,}"), "."),
    (re.compile(r"[0-9]{1,3}(?:[. ][0-9]{3})+,[0-9]+"), ". "),
    (re.compile(r"[0-9]+,[0-9]+"), ""),
)
"""The ways in which figures are parted, and what parts their thousands; a comma left over is the decimal comma."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number and the tokens that say it; `scale` is its last scale word, which the other end of a range may share."""

    value: Fraction
    length: int
    scale: Fraction = Fraction(1)


def figure(text: str) -> Fraction | None:
    """What a figure says, in whichever habit of parting thousands and decimals; None where it is none."""
    if text in VULGAR:
        return VULGAR[text]
    if len(text) > LONGEST:
        return None
    text = re.sub("[\u00a0\u2009\u202f]", " ", text)
    for habit, parting in HABITS:
        if habit.fullmatch(text):
            return Fraction("".join("." if sign == "," else sign for sign in text if sign not in (parting or " ")))
    return None


def number_at(here: Place, *, joins_and: bool = True) -> Number | None:
    """The number that begins here; `joins_and` lets it run on in "two hundred and five"."""
    first = opening(here)
    return first and larger(here, first, joins_and=joins_and)


def opening(here: Place) -> Number | None:
    """The first piece of a number: a figure, a small number word, "a" before a scale, a half of a scale."""
    token = here[0]
    if token.sort == "figure":
        value = figure(token.text)
        return stroke_at(here) or (None if value is None else with_part(here, Number(value, 1)))
    if token.lower in SMALL or token.lower in TENS:
        return under_hundred(here)
    if token.lower in {"a", "an"} and (here[1].lower in SCALES or here[1].lower == "dozen"):
        return Number(Fraction(1), 1)
    if token.lower == "half" and here[1].lower in SCALES:
        return Number(Fraction(1, 2), 1)
    if token.lower in {"half", "quarter"} and here[1].lower in {"a", "an", "of"}:
        k = 2 if here[1].lower != "of" else 3
        if here[k].lower in SCALES or here[k].lower == "dozen" or (k == 2 and unit_after(here + k)):
            return Number(Fraction(1, PARTS[token.lower]), k)
    return None


def with_part(here: Place, number: Number) -> Number:
    """2½, 2 ½ and 2 1/2 are two and a half."""
    if number.value.denominator == 1 and here[1].sort == "figure":
        if here[1].text in VULGAR:
            return Number(number.value + VULGAR[here[1].text], 2)
        if part := stroke_at(here + 1):
            return Number(number.value + part.value, 4)
    return number


def stroke_at(here: Place) -> Number | None:
    """A small part of a whole, of two figures with a stroke: 1/3."""
    above, below = here[0].text, here[2].text
    if here[1].text != "/" or not (here.joined(1) and here.joined(2)) or here.joined():
        return None
    is_part = above in DIGITS and below in BELOW and int(above) < int(below)
    return Number(Fraction(int(above), int(below)), 3) if is_part else None


def under_hundred(here: Place) -> Number:
    """A number word, or two as in "twenty-one" and "twenty one"."""
    word = here[0].lower
    if word in SMALL:
        return Number(Fraction(SMALL[word]), 1)
    k = 2 if here.hyphen(1) else 1
    ones = SMALL.get(here[k].lower, 0)
    return Number(Fraction(TENS[word] + ones), k + 1) if 0 < ones < 10 else Number(Fraction(TENS[word]), 1)


def larger(here: Place, first: Number, *, joins_and: bool) -> Number:
    """The number with all scales and further pieces that follow: 6 hundred billion, five million two hundred."""
    total, current, length, scale = Fraction(0), first.value, first.length, Fraction(1)
    smallest, after_hundred = Fraction(10) ** 27, False
    while length < LONGEST:
        after = here + length
        if current.denominator == 1 and (step := part_after(after, joins_and=joins_and)):
            current, length = current + step.value, length + step.length
        elif (step := scale_after(after)) and not current and total and step.value > smallest:
            total, length, scale, smallest = total * step.value, length + step.length, scale * step.value, step.value
        elif (step := scale_after(after)) and current and step.value < smallest:
            length += step.length
            if after_hundred := step.value == 100:
                current, scale = current * 100, step.value
            else:
                scale = step.value * (100 if scale == 100 else 1)
                total, current, smallest = total + current * step.value, Fraction(0), step.value
        elif (step := piece_after(after, joins_and=joins_and)) and (after_hundred or (total and not current)):
            current, length, scale, after_hundred = current + step.value, length + step.length, Fraction(1), False
        else:
            break
    return Number(total + current, length, scale)


def scale_after(here: Place) -> Number | None:
    """A scale: hundred, million, bn, dozen."""
    k = 1 if here.hyphen(0) else 0
    token = here[k]
    if token.lower in SCALES:
        return Number(SCALES[token.lower], k + 1)
    if token.lower == "dozen":
        return Number(Fraction(12), k + 1)
    if token.text in LETTERS and here[-1].sort == "figure":
        return Number(LETTERS[token.text], 1)
    return None


def piece_after(here: Place, *, joins_and: bool) -> Number | None:
    """A further number word, with or without "and" before it."""
    k = 1 if here[0].lower == "and" and joins_and else 0
    if here[k].lower in SMALL or here[k].lower in TENS:
        piece = under_hundred(here + k)
        return Number(piece.value, piece.length + k)
    return None


def part_after(here: Place, *, joins_and: bool) -> Number | None:
    """What is less than one and follows a whole number."""
    return (fraction_after(here) if joins_and else None) or decimals_after(here)


def fraction_after(here: Place) -> Number | None:
    """And a half, and a quarter, and three quarters."""
    if here[0].lower != "and":
        return None
    part = part_at(here + 1)
    return part and Number(part.value, part.length + 1)


def decimals_after(here: Place) -> Number | None:
    """Point eight four."""
    if here[0].lower != "point":
        return None
    digits = ""
    while len(digits) < LONGEST and SMALL.get(here[1 + len(digits)].lower, 10) < 10:
        digits += str(SMALL[here[1 + len(digits)].lower])
    return Number(Fraction(f"0.{digits}"), 1 + len(digits)) if digits else None


def part_at(here: Place) -> Number | None:
    """A part of a whole: half, a third, two-thirds, three quarters, one-fifth."""
    word = here[0].lower
    if word == "half":
        return Number(Fraction(1, 2), 1)
    count = 1 if word in {"a", "one"} else SMALL.get(word, 0)
    k = 2 if here.hyphen(1) else 1
    part = here[k].lower
    if part in PARTS and 0 < count < PARTS[part] and (count > 1) == part.endswith("s"):
        return Number(Fraction(count, PARTS[part]), k + 1)
    return None


def ordinal_at(here: Place) -> Number | None:
    """A place in an order, in figures or in words: 14th, seventh, twenty-first."""
    if here[0].sort == "figure" and here.joined(1) and here[1].lower in {"st", "nd", "rd", "th"}:
        value = figure(here[0].text)
        return None if value is None or value.denominator != 1 else Number(value, 2)
    if here[0].lower in ORDINALS:
        return Number(Fraction(ORDINALS[here[0].lower]), 1)
    if here[0].lower in TENS:
        k = 2 if here.hyphen(1) else 1
        if ORDINALS.get(here[k].lower, 10) < 10:
            return Number(Fraction(TENS[here[0].lower] + ORDINALS[here[k].lower]), k + 1)
    return None
