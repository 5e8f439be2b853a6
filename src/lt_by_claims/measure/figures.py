"""Numbers in figures, in whichever habit: 1,200.5 · 1.200,5 · 3,5 · 1/3 · 2½ · 6.2×10⁻⁴."""

from __future__ import annotations

import re
from fractions import Fraction

from lt_by_claims.measure.numerals import LONGEST, NUMBERS, Number
from lt_by_claims.measure.tokens import RAISED, Place

VULGAR: dict[str, Fraction] = {sign: Fraction(parts) for sign, parts in NUMBERS["vulgar"].items()}

DIGITS = frozenset("123456789")
BELOW = frozenset({"2", "3", "4", "5", "6", "8", "10"})
"""What stands before and after the stroke of a fraction; 9/11 and 24/7 are none."""

LONGEST_PART = 7
FINE = 12
"""Before "of", a stroke with so much below it is a part, and no date such as 9/11."""

TEN = Fraction(10)
LARGEST_POWER = 60
"""A higher power is no number that anyone reads."""

HABITS = (
    (re.compile(r"[0-9]+"), ""),
    (re.compile(r"\A[0-9]*\.[0-9]+"), ""),
    (re.compile(r"(?!0,)[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?"), ","),
    (re.compile(r"[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}(?:\.[0-9]+)?"), ","),
    (re.compile(r"[0-9]{1,3}(?:['’ ][0-9]{3})+(?:\.[0-9]+)?"), "'’ "),
    (re.compile(r"[0-9]{1,3}(?:[.][0-9]{3}){2,}"), "."),
    (re.compile(r"[0-9]{1,3}(?:[. ][0-9]{3})+,[0-9]+"), ". "),
    (re.compile(r"\A[0-9]+,[0-9]+"), ""),
)
"""The ways in which figures are parted, and what parts their thousands; a comma left over is the decimal comma."""

SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")


def figure(text: str) -> Fraction | None:
    """What a figure says, in whichever habit of parting thousands and decimals; None where it is none."""
    if text in VULGAR:
        return VULGAR[text]
    if len(text) > LONGEST:
        return None
    if text.isdecimal() and text.isascii():
        return Fraction(int(text))
    text = re.sub("[\u00a0\u2009\u202f]", " ", text)
    for habit, parting in HABITS:
        if habit.fullmatch(text):
            return Fraction("".join("." if sign == "," else sign for sign in text if sign not in (parting or " ")))
    return None


def figure_at(here: Place) -> Number | None:
    """The number in figures that begins here: 12 · 1/3 · 2 1/2 · 1.3e6 · 6.2×10⁻⁴."""
    if stroke := stroke_at(here):
        return stroke
    value = figure(here[0].text)
    return None if value is None else scientific(here, value) or with_part(here, Number(value, 1))


def with_part(here: Place, number: Number) -> Number:
    """2½, 2 ½ and 2 1/2 are two and a half."""
    if number.value.denominator == 1 and here[1].sort == "figure":
        if here[1].text in VULGAR:
            return Number(number.value + VULGAR[here[1].text], 2)
        if part := stroke_at(here + 1):
            return Number(number.value + part.value, 4)
    return number


def stroke_at(here: Place) -> Number | None:
    """A small part of a whole, of two figures with a stroke: 1/3, 1/40 of; any two where they are the whole text."""
    above, below = here[0].text, here[2].text
    if here[1].text not in {"/", "⁄"} or not (here.joined(1) and here.joined(2)) or here.joined():
        return None
    is_part = above in DIGITS and below in BELOW and int(above) < int(below)
    if here[3].lower == "of" and above.isdecimal() and below.isdecimal() and len(above + below) < LONGEST_PART:
        is_part = is_part or FINE <= int(below) > int(above) > 0
    if here.is_all(3) and above.isdecimal() and below.isdecimal() and len(above + below) < LONGEST:
        is_part = int(below) > 0
    return Number(Fraction(int(above), int(below)), 3) if is_part else None


def scientific(here: Place, value: Fraction) -> Number | None:
    """A figure with a power: 1.3e6, 1.3E+6, 6.2 × 10^-4, 2.5×10⁶, 2^10."""
    if here[1].lower == "e" and here.joined(1):
        found = exponent(here, 2)
        is_plain = found and (here[2].sort != "figure" or value.denominator > 1)
        return Number(value * TEN ** found[0], found[1]) if found and is_plain else None
    if here[1].lower in {"x", "×"} and here[2].text == "10":
        found = exponent(here, 4) if here[3].text == "^" and here.joined(3) else raised(here, 3)
        return Number(value * TEN ** found[0], found[1]) if found else None
    if here[1].text == "^" and here.joined(1) and value and (found := exponent(here, 2)):
        return Number(value ** found[0], found[1])
    return None


def exponent(here: Place, k: int) -> tuple[int, int] | None:
    """The exponent that is the k-th token, with its sign, and the length up to its end."""
    sign = here[k].text in {"-", "−", "+"}
    text, end = here[k + sign].text, k + sign + 1
    is_figure = here.joined(k) and here.joined(end - 1) and here[end - 1].sort == "figure" and text.isdecimal()
    if not is_figure or len(text) > 2 or int(text) > LARGEST_POWER or (here.joined(end) and here[end].sort == "word"):
        return None
    return int(text) * (-1 if here[k].text in {"-", "−"} else 1), end


def raised(here: Place, k: int) -> tuple[int, int] | None:
    """The exponent that is written above the line from the k-th token on, and the length up to its end."""
    text = ""
    while here.joined(k) and here[k].text in {*RAISED, "⁻"} and len(text) < 4:
        text, k = text + here[k].text, k + 1
    text = text.translate(SUPERSCRIPT)
    if not text.removeprefix("-").isdecimal() or abs(int(text)) > LARGEST_POWER:
        return None
    return int(text), k
