"""Values with two ends, and the words before and after a value that bound it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction

from lt_by_claims.measure.amount import ONCE, Amount
from lt_by_claims.measure.amounts import amount_at
from lt_by_claims.measure.left import left_alone
from lt_by_claims.measure.lexicon import Phrases, lexicon
from lt_by_claims.measure.reading import Reading, exactly
from lt_by_claims.measure.tokens import Place
from lt_by_claims.measure.units import Unit
from lt_by_claims.rule import rule

COMPARATORS = lexicon("comparators")
BEFORE: Phrases[str] = Phrases({phrase: sign for sign, all_ in COMPARATORS["before"].items() for phrase in all_})
AFTER: Phrases[str] = Phrases({phrase: sign for sign, all_ in COMPARATORS["after"].items() for phrase in all_})
CHANGE = frozenset(COMPARATORS["change"]["words"])

BOUNDS = frozenset({"<", "<=", ">", ">="})

BARE = Unit("", "count")
"""What a number without a unit has."""

OPEN = frozenset({"<", ">"})
"""Comparators that leave their bound out."""

NEAR = 6
"""So many words before "from" a verb of change is looked for."""


@rule(
    examples={
        "It has more than 20 and at most 35 members.": ["20..35 members"],
        "The share was above 5% but below 8%.": ["5..8 %"],
        "Fewer than 900, but no less than 700 tonnes came.": ["700..900 t"],
    },
    leaves_alone=["It has more than 20 ports and at most 35 ships.", "It is more than 40 or less than 10."],
)
def two_bounds(here: Place) -> Iterable[Reading]:
    """A number that is bounded below, and the same bounded above."""
    first = BEFORE.before(here)
    if first is None or first[1] not in BOUNDS:
        return
    one = amount_at(here, joins_and=False)
    k = one.length if one else 0
    k += (here[k].text == ",") + (here[k + (here[k].text == ",")].lower in {"and", "but"})
    second = BEFORE.at(here + k) if one and k > one.length else None
    if one is None or second is None or second[1] not in BOUNDS or first[1][0] == second[1][0]:
        return
    other = amount_at(here + (k + second[0]))
    if other:
        low, high = (one, other) if first[1][0] == ">" else (other, one)
        yield from (replace(made, before=first[0]) for made in ordered(low, high, k + second[0] + other.length, "="))


@rule(
    examples={
        "It would lose between 8% and 11% of it.": ["8..11 %"],
        "Between two hundred and three hundred firms left.": ["200..300 firms"],
        "It is between about $5 and $7 million.": ["~ 5000000..7000000 USD"],
    },
    leaves_alone=["Between 2014 and 2020 it grew.", "Talks between the two countries went on."],
)
def between_and(here: Place) -> Iterable[Reading]:
    """Between one end and the other."""
    if here[0].lower == "between":
        yield from two_ends(here, 1, {"and"})


@rule(
    examples={
        "Costs run from €5 to €7 million.": ["5000000..7000000 EUR"],
        "From 20 to 30 firms left.": ["20..30 firms"],
    },
    leaves_alone=["It rose from 387 to 466.", "Exports went up from €5 to €7 million.", "From 2014 to 2020 it grew."],
)
def from_to(here: Place) -> Iterable[Reading]:
    """From one end to the other, where nothing changes from the one to the other."""
    if here[0].lower == "from" and not changes(here):
        yield from two_ends(here, 1, {"to"})


@rule(
    examples={
        "The rate went up from 4 to 6%.": ["4 %", "6 %"],
        "Exports fell from €8 to €6 million.": ["8000000 EUR", "6000000 EUR"],
    },
    leaves_alone=["The rate is from 4 to 6%.", "It rose from 900 tonnes to 1,000 tonnes.", "It rose from 387 to 466."],
)
def change_from(here: Place) -> Iterable[Reading]:
    """The first of two ends of a change, with the unit or the scale that only the second names."""
    if here[-1].lower != "from":
        return
    low = amount_at(here, joins_and=False)
    if low is None or here[low.length].lower != "to":
        return
    high = amount_at(here + (low.length + 1), joins_and=False, money=low.unit is not None and low.unit.kind == "money")
    if high is None or high.unit is None or not belong_together(low, high) or high.unit.kind == "ratio":
        return
    shares_scale = low.number.scale == 1 and low.number.value < 1000
    if not changes(here + -1) and low.number.value < high.number.value / high.number.scale:
        return
    if low.unit is None or (shares_scale and high.number.scale > 1):
        value = low.ends(low.unit or high.unit, high.number.scale if shares_scale else ONCE)
        yield exactly(low.length, high.unit.kind, value, low.unit or high.unit)


@rule(
    examples={
        "Belarus makes 30–40% of the turnover.": ["30..40 %"],
        "It costs some €60–70 million a year.": ["~ 60000000..70000000 EUR"],
        "It moved 8-10 million tonnes, or two or three trains.": ["8000000..10000000 t", "2..3 trains"],
        "Twenty to thirty firms left.": ["20..30 firms"],
    },
    leaves_alone=[
        "It rose from 20 to 30.",
        "It rose 3% to 20 tonnes.",
        "They won by 4-3.",
        "In 2014–2020 it grew.",
        "It has 20 or two.",
    ],
)
def one_to_the_other(here: Place) -> Iterable[Reading]:
    """Two ends with a dash, "to" or "or" between them."""
    if here[-1].lower == "from":
        return
    links = (
        {"–", "-", "—", "or"} if here[-1].lower != "by" and changes(here) else {"–", "-", "—", "to", "or", "through"}
    )
    yield from two_ends(here, 0, links)


@rule(
    examples={"It is 5 ± 2 km.": ["3000..7000 m"], "The error is ±3%.": ["-3..3 %"]},
    leaves_alone=["It is 5 - 2.", "It is more or less 3%."],
)
def plus_minus(here: Place) -> Iterable[Reading]:
    """A number with what it may be off by."""
    middle = amount_at(here)
    k = middle.length if middle else 0
    if here[k].text == "±" and (off := amount_at(here + (k + 1))):
        at = middle.number.value if middle else Fraction(0)
        unit = off.unit or (middle.unit if middle else None) or BARE
        low, high = (unit.factor * (at + sign * abs(off.number.value)) for sign in (-1, 1))
        yield Reading(k + 1 + off.length, unit.kind, low, high, unit=unit)


def changes(here: Place) -> bool:
    """Does a word of change stand before here, in the same stretch of the sentence?"""
    for k in range(-1, -NEAR - 1, -1):
        if here[k].text in {".", ";", ":", "!", "?"} or here[k].sort == "nothing":
            return False
        if here[k].lower in CHANGE:
            return True
    return False


def two_ends(here: Place, k: int, links: set[str]) -> Iterable[Reading]:
    """The range whose lower end begins `k` tokens from here."""
    about, low = with_about(here + k, joins_and=False)
    if low is None:
        return
    k += about + low.length
    k += here[k].text == "-" and here.joined(k) and here[k + 1].lower == "to"
    link = here[k].lower
    if link not in links or (link in {"–", "-", "—"} and here.joined(k) != here.joined(k + 1)):
        return
    in_money = low.unit is not None and low.unit.kind == "money"
    more, high = with_about(here + (k + 1), joins_and=True, money=in_money)
    if high is not None and belong_together(low, high) and not (link == "or" and not are_alternatives(low, high)):
        comparator = "~" if about or more else "="
        yield from ordered(low, high, k + 1 + more + high.length, comparator)


def with_about(here: Place, *, joins_and: bool, money: bool = False) -> tuple[int, Amount | None]:
    """The amount here, after "about" or the like: how many tokens that takes, and the amount."""
    about = BEFORE.at(here)
    skip = about[0] if about and about[1] == "~" else 0
    is_other = left_alone(here + skip) is not None
    return skip, None if is_other else amount_at(here + skip, joins_and=joins_and, money=money)


def belong_together(low: Amount, high: Amount) -> bool:
    """Have the two ends one unit, or does that of one stand for both: €60–70 million, 30–40%?"""
    if low.unit is None or (high.unit is None and low.unit.kind == "money"):
        return True
    return high.unit is not None and low.unit.code == high.unit.code


def are_alternatives(low: Amount, high: Amount) -> bool:
    """Are they near enough for "or" to mean one number not quite known: two or three, 10 or 15?"""
    return low.unit is None and low.number.value < high.number.value / high.number.scale <= 2 * low.number.value


def ordered(low: Amount, high: Amount, length: int, comparator: str) -> Iterable[Reading]:
    """The range, each end with its own unit and scale, or with the other's where it has none."""
    scale = high.number.scale
    shares_scale = low.number.scale == 1 and low.number.value < high.number.value / scale
    unit = low.unit or high.unit or BARE
    first = low.ends(low.unit or unit, scale if shares_scale else ONCE)
    second = high.ends(high.unit or unit)
    if first < second:
        yield Reading(length, unit.kind, first, second, comparator, unit)


def bounded(here: Place, reading: Reading, free: int) -> Reading:
    """The reading with the comparators around it; `free` tokens before it belong to nothing else yet."""
    if not reading.is_value or reading.kind in {"rank", "ordinal"}:
        return reading
    for _ in range(2):
        found = BEFORE.before(here + -reading.before)
        if not found or reading.before + found[0] > free:
            break
        reading = with_comparator(reading, found[1], before=found[0])
    found = AFTER.at(here + reading.length)
    if found and here[reading.length + found[0]].lower != "than":
        reading = with_comparator(reading, found[1], after=found[0])
    return reading


def with_comparator(reading: Reading, sign: str, *, before: int = 0, after: int = 0) -> Reading:
    """A bound counts more than "about"; a range keeps both its ends; "more than 5 or equal" takes 5 in."""
    is_range = reading.low is not None and reading.high is not None and reading.low != reading.high
    if is_range and sign != "~":
        return reading
    if sign == "=":
        sign = reading.comparator + "=" if reading.comparator in OPEN else reading.comparator
    elif reading.comparator not in {"=", "~"}:
        sign = reading.comparator
    return reading.bounded(sign, before=before, after=after)


RANGES = (two_bounds, between_and, from_to, change_from, plus_minus, one_to_the_other)
"""In order; the first that applies counts."""
