"""An amount: a number with its unit before or after it, or with the thing counted."""

from __future__ import annotations

from fractions import Fraction

from lt_by_claims.measure.amount import Amount
from lt_by_claims.measure.lexicon import lexicon, words
from lt_by_claims.measure.numbers import number_at
from lt_by_claims.measure.numerals import LETTERS, MONEY_LETTERS, SCALES, Number
from lt_by_claims.measure.shares import MULTIPLE, fold_at, of_unit_after, share_at
from lt_by_claims.measure.tokens import Place, remembered
from lt_by_claims.measure.units import PARTS, SIGNS_BEFORE, Unit, money, unit_after, unit_before

BETWEEN_TIMES = words("times", "between")
AFTER_METRES = words("counts", "ends") | words("counts", "after_metres")
AFTER_MULTIPLE = words("ratios", "after_multiple")
PLURALS = words("counts", "plurals")
SINGULARS = words("counts", "singulars")
WEIGHING = frozenset(lexicon("units")["weighing"]["words"])
INCH = "[in_i]"
POUNDS = frozenset({"pound", "pounds"})
POUND_MASS = Unit("[lb_av]", "measure")
THOUSAND = Fraction(1000)
HUNDREDTH = Fraction(1, 100)
BEFORE_SIGN = frozenset({"<", ">", "=", "≤", "≥", "(", "[", "~", "≈", "“", '"', "*", "/"})
"""What may be joined to a sign before a figure and leaves it a sign."""
BEFORE_NEGATIVE = frozenset({"", "is", "was", "are", "were", "of", "to", "at", "equals"})


def amount_at(here: Place, *, joins_and: bool = True, money: bool = False) -> Amount | None:
    """The amount that begins here: €1.1465 billion · EUR 4.5 bn · 380 km · 30 per cent · 24 hours · a third · 575.

    `joins_and` lets a number run on in "two hundred and five"; `money` says that letters after it are those of money.
    """
    amount = whole_amount_at(here, money)
    if joins_and or amount is None or not any(here[k].lower == "and" for k in range(1, amount.length)):
        return amount
    return fold_at(here) or share_at(here) or figure_amount_at(here, joins_and=False, money=money)


@remembered
def whole_amount_at(here: Place, money: bool) -> Amount | None:
    """The amount that begins here, as far as it goes."""
    return fold_at(here) or share_at(here) or figure_amount_at(here, joins_and=True, money=money)


def figure_amount_at(here: Place, *, joins_and: bool, money: bool) -> Amount | None:
    """The amount that begins here, of a number with or without a sign and a unit."""
    length, sign = sign_at(here)
    before, unit = unit_before(here + length) or (0, None)
    if before and not length:
        more, sign = sign_at(here + before)
        before += more
    length += before
    number = number_at(here + length, joins_and=joins_and)
    if number is None or (unit and here[length].sort != "figure"):
        return None
    signed = number._replace(value=-number.value) if sign < 0 else number
    amount = with_unit(here, signed, length, unit, money=money or unit is not None)
    return with_rest(here, amount) if amount.unit else amount


def sign_at(here: Place) -> tuple[int, int]:
    """How many tokens a sign takes here, and -1 for a minus: joined to what follows, with nothing joined before it."""
    word = here[0].lower
    if (word == "minus" and here[-1].sort != "figure") or (word == "negative" and here[-1].lower in BEFORE_NEGATIVE):
        return 1 + here.hyphen(1), -1
    if here[0].text not in {"-", "−", "–", "+"} or not here.joined(1):
        return 0, 1
    if here[-1].sort == "figure" or not (here[1].sort == "figure" or unit_before(here + 1)):
        return 0, 1
    if here.joined() and here[-1].text not in BEFORE_SIGN and not SIGNS_BEFORE.before(here):
        return 0, 1
    return 1, 1 if here[0].text == "+" else -1


def with_unit(here: Place, number: Number, length: int, before: Unit | None, *, money: bool) -> Amount:
    """The amount with the unit that follows the number, where none stands before it."""
    end = length + number.length
    if number.scale == 1 and (letter := joined_letter(here + end, money=money)):
        number, end = Number(number.value * letter, number.length + 1, letter), end + 1
    place = here + end
    after = unit_after(place) or time_after(place) or times_after(place) or of_unit_after(place)
    if before is None and after and here[end + after[0] - 1].lower in POUNDS and weighs(here, end + after[0]):
        after = after[0], POUND_MASS
    if after and (before is None or after[1].code == before.code):
        amount = Amount(number, end + after[0], before or after[1])
        return with_scale_after(here, amount) or with_stroke(here, amount)
    return Amount(number, end, before)


def with_scale_after(here: Place, amount: Amount) -> Amount | None:
    """The amount with a scale that follows its currency: 75 USD million."""
    number, unit = amount.number, amount.unit
    scale = SCALES.get(here[amount.length].lower)
    if not (scale and scale >= THOUSAND and number.scale == 1 and unit and unit.kind == "money"):
        return None
    return Amount(Number(number.value * scale, number.length, scale), amount.length + 1, unit)


def with_stroke(here: Place, amount: Amount) -> Amount:
    """The amount for each of another unit, where a stroke and that unit follow: 10 kV/cm."""
    k, unit = amount.length, amount.unit
    if unit is None or unit.kind != "measure" or here[k].text != "/" or not (here.joined(k) and here.joined(k + 1)):
        return amount
    each = unit_after(here + (k + 1))
    if each is None or each[1].kind not in {"measure", "duration"}:
        return amount
    return Amount(amount.number, k + 1 + each[0], unit / each[1])


def with_rest(here: Place, amount: Amount) -> Amount:
    """The amount with what it goes on in: 5 feet 2 inches, four dollars and sixty-nine cents, 15 dollars and 50."""
    unit, k = amount.unit, amount.length
    if unit is None or not (unit.code in PARTS or (unit.kind == "money" and unit.factor == 1)):
        return amount
    k += here[k].lower == "and"
    rest = number_at(here + k, joins_and=False)
    if rest is None or amount.number.value.denominator != 1 or rest.value.denominator != 1:
        return amount
    part, many = PARTS.get(unit.code, (unit.code, 100))
    length, small = unit_after(here + (k + rest.length)) or (0, None)
    if unit.kind == "money":
        fits = small == money(unit.code, HUNDREDTH) or (k > amount.length and closes(here, k, rest.length))
    else:
        is_inch = part == INCH and here[k + rest.length].lower == "in"
        length, fits = (1, True) if is_inch else (length, small is not None and small.code == part)
    if not fits or not 0 < rest.value < many:
        return amount
    return Amount(amount.number._replace(value=amount.number.value + rest.value / many), k + rest.length + length, unit)


def closes(here: Place, k: int, length: int) -> bool:
    """Do two figures stand there, and nothing that they could count: 15 dollars and 50?"""
    return (
        length == 1 and len(here[k].text) == 2 and here[k].text.isdecimal() and here[k + 1].sort in {"nothing", "mark"}
    )


def weighs(here: Place, length: int) -> bool:
    """Does a word of weighing stand near pounds, so that they are no money?"""
    return any(here[k].lower in WEIGHING for k in (-4, -3, -2, -1, length, length + 1))


def joined_letter(here: Place, *, money: bool) -> Fraction | None:
    """A letter for a scale after a figure; m is a million in money, and where something counted follows."""
    letter = here[0]
    if letter.sort != "word" or here[-1].sort != "figure" or (here[1].sort == "figure" and here.joined(1)):
        return None
    if money:
        return MONEY_LETTERS.get(letter.text) or LETTERS.get(letter.text)
    if letter.text == "b" and here.joined() and ("." in here[-1].text or here[-2].sort == here[1].sort == "nothing"):
        return MONEY_LETTERS["b"]
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
        if (after := unit_after(here + k)) and after[1].kind == "duration":
            return after[0] + k, after[1]
    return None


def times_after(here: Place) -> tuple[int, Unit] | None:
    """Times, where a comparison follows: three times as many."""
    if here[0].lower == "times" and here[1].lower in AFTER_MULTIPLE:
        return 1, MULTIPLE
    return None
