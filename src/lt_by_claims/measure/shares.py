"""Parts and multiples as amounts: half of, a third of, 1/3, twofold, 10-fold."""

from __future__ import annotations

from fractions import Fraction

from lt_by_claims.measure.amount import Amount
from lt_by_claims.measure.figures import VULGAR, stroke_at
from lt_by_claims.measure.lexicon import words
from lt_by_claims.measure.numbers import number_at, part_of_scale
from lt_by_claims.measure.numerals import SMALL, Number
from lt_by_claims.measure.parts import part_at
from lt_by_claims.measure.tokens import Place
from lt_by_claims.measure.units import Unit, unit_after

MULTIPLE = Unit("", "ratio")
AFTER_PART = words("ratios", "after_part")
AFTER_HALF = words("ratios", "after_half")
BEFORE_HALF = words("ratios", "before_half")
NOT_HALF = words("ratios", "not_half")


def fold_at(here: Place) -> Amount | None:
    """Twofold, two-fold, 10-fold."""
    word = here[0].lower
    if word.endswith("fold") and word[:-4] in SMALL:
        return Amount(Number(Fraction(SMALL[word[:-4]]), 1), 1, MULTIPLE)
    if not (here[0].sort == "figure" or word in SMALL) or not here.hyphen(1) or here[2].lower != "fold":
        return None
    number = number_at(here)
    return Amount(number, 3, MULTIPLE) if number else None


def share_at(here: Place) -> Amount | None:
    """A part of a whole, in words or as a stroke between two figures: half of, a third of, 1/3."""
    part = part_at(here) or written_part(here)
    if part is None or part_of_scale(here):
        return None
    if of := of_unit_after(here + part.length):
        return Amount(part, part.length + of[0], of[1])
    after = here[part.length]
    fits = half_fits(here) if here[0].lower == "half" else after.sort != "word" or after.lower in AFTER_PART
    return Amount(part, part.length, MULTIPLE) if fits and not here.hyphen(part.length) else None


def of_unit_after(here: Place) -> tuple[int, Unit] | None:
    """A unit after "of a": half of a percentage point."""
    if here[0].lower != "of" or here[1].lower not in {"a", "an", "one"}:
        return None
    after = unit_after(here + 2)
    return (after[0] + 2, after[1]) if after and after[1].kind != "duration" else None


def half_fits(here: Place) -> bool:
    """Is "half" a part of what follows or of what was named, and no first or second half?"""
    before = here[-1].lower
    return before not in NOT_HALF and (here[1].lower in AFTER_HALF or before in BEFORE_HALF or here.is_all(1))


def written_part(here: Place) -> Number | None:
    """1/3, ¾."""
    return Number(VULGAR[here[0].text], 1) if here[0].text in VULGAR else stroke_at(here)
