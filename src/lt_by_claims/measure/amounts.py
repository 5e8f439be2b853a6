"""An amount: a number with its unit before or after it, or with the thing counted."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from lt_by_claims.measure.lexicon import words
from lt_by_claims.measure.numbers import LETTERS, MONEY_LETTERS, SMALL, VULGAR, Number, number_at, part_at, stroke_at
from lt_by_claims.measure.tokens import Place
from lt_by_claims.measure.units import SIGNS_BEFORE, Unit, unit_after, unit_before

ONCE = Fraction(1)
BETWEEN_TIMES = words("times", "between")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number and its unit, where it has one, as they stand in `length` tokens from a place."""

    number: Number
    length: int
    unit: Unit | None = None

    def ends(self, unit: Unit, scale: Fraction = ONCE) -> Fraction:
        """What it comes to in base units, of another amount's unit and scale where it has none of its own."""
        return self.number.value * scale * unit.factor


def amount_at(here: Place, *, joins_and: bool = True, money: bool = False) -> Amount | None:
    """The amount that begins here: €1.1465 billion · EUR 4.5 bn · 380 km · 30 per cent · 24 hours · a third · 575.

    `joins_and` lets a number run on in "two hundred and five"; `money` says that letters after it are those of money.
    """
    return fold_at(here) or share_at(here) or figure_amount_at(here, joins_and=joins_and, money=money)


def figure_amount_at(here: Place, *, joins_and: bool, money: bool) -> Amount | None:
    """The amount that begins here, of a number with or without a sign and a unit."""
    sign = sign_at(here)
    length, unit = unit_before(here + abs(sign)) or (0, None)
    sign = sign or (sign_at(here + length) if length else 0)
    length += abs(sign)
    number = number_at(here + length, joins_and=joins_and)
    if number is None or (unit and here[length].sort != "figure"):
        return None
    signed = Number(-number.value if sign < 0 else number.value, number.length, number.scale)
    return with_unit(here, signed, length, unit, money=money or unit is not None)


def sign_at(here: Place) -> int:
    """-1 for a minus here, 1 for a plus, written together with what follows and with nothing before but a currency."""
    if here[0].lower == "minus" and here[-1].sort != "figure":
        return -1
    if not here.joined(1) or not (here[1].sort == "figure" or unit_before(here + 1)):
        return 0
    if here.joined() and not SIGNS_BEFORE.before(here):
        return 0
    return -1 if here[0].text in {"-", "−", "–"} else 1 if here[0].text == "+" else 0


def with_unit(here: Place, number: Number, length: int, before: Unit | None, *, money: bool) -> Amount:
    """The amount with the unit that follows the number, where none stands before it."""
    end = length + number.length
    if number.scale == 1 and (scale := joined_letter(here + end, money=money)):
        number, end = Number(number.value * scale, number.length + 1, scale), end + 1
    place = here + end
    after = unit_after(place) or time_after(place) or times_after(place) or of_unit_after(place)
    if after and (before is None or after[1].code == before.code):
        return Amount(number, end + after[0], before or after[1])
    return Amount(number, end, before)


def joined_letter(here: Place, *, money: bool) -> Fraction | None:
    """A letter for a scale after a figure; m is a million in money, and where something counted follows."""
    letter = here[0]
    if here[-1].sort != "figure" or (here[1].sort == "figure" and here.joined(1)):
        return None
    if money:
        return MONEY_LETTERS.get(letter.text) or LETTERS.get(letter.text)
    counts = here.joined() and here[1].sort == "word" and (here[1].lower == "of" or here[1].lower not in AFTER_METRES)
    return MONEY_LETTERS.get(letter.text) if letter.text in {"m", "b"} and counts else None


def is_plural(word: str) -> bool:
    """Does it look like the plural of a noun?"""
    if word in PLURALS:
        return True
    return (
        len(word) > 3
        and word.endswith("s")
        and not word.endswith(("ss", "us", "is", "'s", "’s"))
        and word not in SINGULARS
    )


def time_after(here: Place) -> tuple[int, Unit] | None:
    """A unit of time with words between: two consecutive years."""
    for k in (1, 2):
        if here[k - 1].lower not in BETWEEN_TIMES:
            return None
        if (after := unit_after(here + k)) and after[1].kind == "time":
            return after[0] + k, after[1]
    return None


def of_unit_after(here: Place) -> tuple[int, Unit] | None:
    """A unit after "of a": half of a percentage point."""
    if here[0].lower != "of" or here[1].lower not in {"a", "an", "one"}:
        return None
    after = unit_after(here + 2)
    return (after[0] + 2, after[1]) if after and after[1].kind != "time" else None


def times_after(here: Place) -> tuple[int, Unit] | None:
    """Times, where a comparison follows: three times as many."""
    if here[0].lower == "times" and here[1].lower in AFTER_MULTIPLE:
        return 1, MULTIPLE
    return None


def fold_at(here: Place) -> Amount | None:
    """Twofold, two-fold, 10-fold."""
    word = here[0].lower
    if word.endswith("fold") and word[:-4] in SMALL:
        return Amount(Number(Fraction(SMALL[word[:-4]]), 1), 1, MULTIPLE)
    number = number_at(here) if here.hyphen(1) and here[2].lower == "fold" else None
    return Amount(number, 3, MULTIPLE) if number else None


def share_at(here: Place) -> Amount | None:
    """A part of a whole, in words or as a stroke between two figures: half of, a third of, 1/3."""
    part = part_at(here) or written_part(here)
    if part is None:
        return None
    if of := of_unit_after(here + part.length):
        return Amount(part, part.length + of[0], of[1])
    after = here[part.length]
    fits = half_fits(here) if here[0].lower == "half" else after.sort != "word" or after.lower in AFTER_PART
    return Amount(part, part.length, MULTIPLE) if fits and not here.hyphen(part.length) else None


def half_fits(here: Place) -> bool:
    """Is "half" a part of what follows or of what was named, and no first or second half?"""
    before = here[-1].lower
    return (
        not number_at(here)
        and before not in NOT_HALF
        and (here[1].lower in AFTER_HALF or before in BEFORE_HALF or here.is_all(1))
    )


def written_part(here: Place) -> Number | None:
    """1/3, ¾."""
    return Number(VULGAR[here[0].text], 1) if here[0].text in VULGAR else stroke_at(here)


MULTIPLE = Unit("", "ratio")
AFTER_METRES = words("counts", "ends") | words("counts", "after_metres")
AFTER_MULTIPLE = words("ratios", "after_multiple")
AFTER_PART = words("ratios", "after_part")
AFTER_HALF = words("ratios", "after_half")
BEFORE_HALF = words("ratios", "before_half")
NOT_HALF = words("ratios", "not_half")
PLURALS = words("counts", "plurals")
SINGULARS = words("counts", "singulars")
