"""The words of numbers, and a number of one or two of them: seventeen, twenty-one."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from lt_by_claims.measure.lexicon import lexicon
from lt_by_claims.measure.tokens import Place

NUMBERS = lexicon("numbers")
SMALL: dict[str, int] = NUMBERS["small"]
TENS: dict[str, int] = NUMBERS["tens"]
SCALES: dict[str, Fraction] = {word: Fraction(10) ** power for word, power in NUMBERS["scales"].items()}
LETTERS: dict[str, Fraction] = {word: Fraction(10) ** power for word, power in NUMBERS["letters"].items()}
MONEY_LETTERS: dict[str, Fraction] = {word: Fraction(10) ** power for word, power in NUMBERS["money_letters"].items()}
ORDINALS: dict[str, int] = NUMBERS["ordinals"]
PARTS: dict[str, int] = NUMBERS["parts"]

LONGEST = 40
"""More characters than that, or more words, are no number that anyone reads."""


class Number(NamedTuple):
    """A number and the tokens that say it; `scale` is its last scale word, which the other end of a range may share."""

    value: Fraction
    length: int
    scale: Fraction = Fraction(1)


def is_numeral(word: str) -> bool:
    """Is it a word for a number below a hundred?"""
    return word in SMALL or word in TENS


def dash_after(here: Place, k: int) -> int:
    """How many tokens a hyphen between two words of a number takes here, with or without spaces: one or none."""
    return 1 if here.hyphen(k) or (here[k].text == "-" and not here.joined(k) and not here.joined(k + 1)) else 0


def under_hundred(here: Place) -> Number:
    """A number word, or two as in "twenty-one" and "twenty one"."""
    word = here[0].lower
    if word in SMALL:
        return Number(Fraction(SMALL[word]), 1)
    k = 1 + dash_after(here, 1)
    ones = SMALL.get(here[k].lower, 0)
    return Number(Fraction(TENS[word] + ones), k + 1) if 0 < ones < 10 else Number(Fraction(TENS[word]), 1)
