"""Values with two ends, and the words before and after a value that bound it."""

from __future__ import annotations

from collections.abc import Iterable, Set
from fractions import Fraction

from lt_by_claims.measure.amounts import ONCE, Amount, amount_at
from lt_by_claims.measure.lexicon import Phrases, lexicon
from lt_by_claims.measure.names import NAMES
from lt_by_claims.measure.reading import Reading, first_reading
from lt_by_claims.measure.times import TIMES
from lt_by_claims.measure.tokens import Place
from lt_by_claims.measure.units import Unit
from lt_by_claims.rule import rule

COMPARATORS = lexicon("comparators")
BEFORE: Phrases[str] = Phrases({phrase: sign for sign, all_ in COMPARATORS["before"].items() for phrase in all_})
AFTER: Phrases[str] = Phrases({phrase: sign for sign, all_ in COMPARATORS["after"].items() for phrase in all_})
CHANGE = frozenset(COMPARATORS["change"]["words"])

BARE = Unit("", "count")
"""What a number without a unit has."""

LINKS = frozenset({"–", "-", "—", "to", "or", "through"})
"""What stands between two ends of a range."""

FAR = 16
"""So many words of a number and its unit, at most, before what links it to another."""

NEAR = 6
"""So many words before "from" a verb of change is looked for."""


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
    if here[-1].lower == "from" or not any(here[k].lower in LINKS for k in range(1, FAR)):
        return
    links = {"–", "-", "—", "or"} if here[-1].lower != "by" and changes(here) else LINKS
    yield from two_ends(here, 0, links)


@rule(
    examples={"It is 5 ± 2 km.": ["3000..7000 m"], "The error is ±3%.": ["-3..3 %"]},
    leaves_alone=["It is 5 - 2.", "It is more or less 3%."],
)
def plus_minus(here: Place) -> Iterable[Reading]:
    """A number with what it may be off by."""
    if not any(here[k].text == "±" for k in range(FAR)):
        return
    middle = amount_at(here)
    k = middle.length if middle else 0
    if here[k].text == "±" and (off := amount_at(here + (k + 1))):
        at = middle.number.value if middle else Fraction(0)
        unit = off.unit or (middle.unit if middle else None) or BARE
        low, high = (unit.factor * (at + sign * abs(off.number.value)) for sign in (-1, 1))
        yield Reading(k + 1 + off.length, unit.kind, low, high, unit=unit.code or None)


def changes(here: Place) -> bool:
    """Does a word of change stand before here, in the same stretch of the sentence?"""
    for k in range(-1, -NEAR - 1, -1):
        if here[k].text in {".", ";", ":", "!", "?"} or here[k].sort == "nothing":
            return False
        if here[k].lower in CHANGE:
            return True
    return False


def two_ends(here: Place, k: int, links: Set[str]) -> Iterable[Reading]:
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
    is_other = first_reading(here + skip, (*TIMES, *NAMES)) is not None
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
        yield Reading(length, unit.kind, first, second, comparator, unit.code or None)


def bounded(here: Place, reading: Reading, free: int) -> Reading:
    """The reading with the comparators around it; `free` tokens before it belong to nothing else yet."""
    if not reading.is_value or reading.kind == "rank":
        return reading
    for _ in range(2):
        found = BEFORE.before(here + -reading.before)
        if not found or reading.before + found[0] > free:
            break
        reading = with_comparator(reading, found[1], before=found[0])
    if found := AFTER.at(here + reading.length):
        reading = with_comparator(reading, found[1], after=found[0])
    return reading


def with_comparator(reading: Reading, sign: str, *, before: int = 0, after: int = 0) -> Reading:
    """A bound counts more than "about"; a range keeps both its ends."""
    is_range = reading.low is not None and reading.high is not None and reading.low != reading.high
    if is_range and sign != "~":
        return reading
    if reading.comparator not in {"=", "~"}:
        sign = reading.comparator
    return reading.bounded(sign, before=before, after=after)


RANGES = (between_and, from_to, plus_minus, one_to_the_other)
"""In order; the first that applies counts."""
