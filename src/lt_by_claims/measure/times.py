"""Years, dates, decades and clock times: they hold numbers that are no quantities. (Durations are amounts of time.)"""

from __future__ import annotations

import re
from collections.abc import Iterable

from lt_by_claims.measure.amounts import is_plural
from lt_by_claims.measure.counts import is_of_phrase
from lt_by_claims.measure.lexicon import Phrases, words
from lt_by_claims.measure.numerals import SCALES
from lt_by_claims.measure.ordinals import ordinal_at
from lt_by_claims.measure.reading import Reading
from lt_by_claims.measure.tokens import Place
from lt_by_claims.measure.units import unit_after, unit_before
from lt_by_claims.rule import rule

MONTHS = words("times", "months")
BEFORE_YEAR = words("times", "before_year")
SURELY_YEAR = words("times", "surely_year")
BEFORE_COUNT = words("times", "before_count")
AFTER_ORDINAL = words("times", "after_ordinal")
CLOCK = Phrases(dict.fromkeys(words("times", "clock"), True))

ERAS = Phrases(dict.fromkeys(words("times", "eras"), True))
LENGTH_OF_YEAR = 4

DATE = re.compile(r"[0-9]{1,2}\.[0-9]{1,2}(?:\.(?:[0-9]{2}){1,2})|[0-9]{4}\.[0-9]{1,2}\.[0-9]{1,2}")
LINKS = frozenset({"–", "-", "—", "/", "to", "and", "or", ","})


def is_month(here: Place, k: int) -> bool:
    """Is the k-th token a month; "may" only with a capital?"""
    return here[k].lower in MONTHS and here[k].is_capitalised


def is_day(here: Place, k: int) -> bool:
    """Is the k-th token a day of a month in figures?"""
    return here[k].sort == "figure" and here[k].text.isdecimal() and 1 <= int(here[k].text[:3]) <= 31


def is_year(here: Place, k: int = 0) -> bool:
    """Is the k-th token four figures that can be a year?"""
    text = here[k].text
    return len(text) == 4 and text.isdecimal() and here[k].sort == "figure" and "1000" <= text <= "2199"


def suffix(here: Place, k: int) -> int:
    """How many tokens the ending of an ordinal takes here: one or none."""
    return 1 if here.joined(k) and here[k].lower in {"st", "nd", "rd", "th"} else 0


@rule(
    examples={
        "The declaration of 17 September names it.": [],
        "From 17th of September to 3 October 2020 it stood.": [],
        "Between 17 and 19 September talks went on.": [],
        "Exercises on 17–18 September drew 250 soldiers.": ["250 soldiers"],
    },
    leaves_alone=["17 soldiers left in September."],
)
def day_and_month(here: Place) -> Iterable[Reading]:
    """A day, or several of them, and the month; with the year where it follows."""
    k = 0
    while is_day(here, k) and k < 12:
        k += 1 + suffix(here, k + 1)
        if is_month(here, k + (here[k].lower == "of")):
            k += 1 + (here[k].lower == "of")
            yield Reading(k + year_after(here, k), "time")
            return
        if here[k].text not in LINKS:
            return
        k += 1


@rule(
    examples={
        "On September 17, 2020 it was signed.": [],
        "Since Sept. 17th, 12 companies left.": ["12 companies"],
        "In August 2020 nothing happened.": [],
    },
    leaves_alone=["In September 575 companies were registered.", "It may 17 times fail."],
)
def month_and_day(here: Place) -> Iterable[Reading]:
    """A month before a day or a year."""
    if not is_month(here, 0):
        return
    k = 2 if here[1].text == "." else 1
    k += here[k].lower == "the"
    if is_year(here, k):
        yield Reading(k + 1, "time")
    elif is_day(here, k) and not counts_something(here + k):
        k += 1 + suffix(here, k + 1)
        if here[k].text in {"–", "-", "/", "and"} and is_day(here, k + 1):
            k += 2 + suffix(here, k + 2)
        yield Reading(k + year_after(here, k), "time")


def year_after(here: Place, k: int) -> int:
    """How many tokens a year takes here, with the comma before it."""
    comma = here[k].text == ","
    return 1 + comma if is_year(here, k + comma) and not (comma and counts_something(here + (k + 1))) else 0


def counts_something(here: Place) -> bool:
    """Does a unit, a scale or a plural follow the figure here?"""
    return unit_after(here + 1) is not None or here[1].lower in SCALES or is_plural(here[1].lower)


@rule(
    examples={
        "In 2019 exports fell.": [],
        "In 2010/2011 and 2014–20 it grew.": [],
        "The 1990s were hard, and so was mid-2005.": [],
        "Around 2000 employees left in 2020.": ["~ 2000 employees"],
        "Since 1569 and until 1795 they were allies.": [],
    },
    leaves_alone=["2,019 employees left.", "€2019 was paid.", "It produced 2015 MWh."],
)
def year(here: Place) -> Iterable[Reading]:
    """A year, a span of years, a decade."""
    if here[0].text in {"'", "’"} and here[1].text.isdecimal() and here[2].lower == "s" and here.joined(2):
        yield Reading(3, "time")
    elif here[0].text.isdecimal() and here.joined(1) and here[1].lower in {"s", "'s", "’s"}:
        yield Reading(2, "time")
    elif is_year(here) and meant_as_year(here):
        yield Reading(1 + second_year(here), "time")


def second_year(here: Place) -> int:
    """How many tokens the other year of a span takes: 2010/2011, 2014–20, 2019 to 2020."""
    if here[1].text in {"/", "–", "-", "—"} and here.joined(1) and here[2].text.isdecimal():
        return 2 if len(here[2].text) in {2, 4} and here.joined(2) else 0
    return 2 if here[1].text in {"–", "-", "—", "to"} and is_year(here, 2) and not counts_something(here + 2) else 0


def meant_as_year(here: Place) -> bool:
    """Does what stands around four figures speak for a year?"""
    word = here[-1].lower
    if unit_after(here + 1) or here[1].lower in SCALES or unit_before(here + -1) or unit_before(here + -2):
        return False
    if here.joined(1) and here[1].sort == "word":
        return False
    if word in SURELY_YEAR:
        return True
    if is_plural(here[1].lower) and here[1].sort == "word":
        return (
            not (word in BEFORE_COUNT and here[0].text.endswith("0")) and here[0].text >= "1900" and word in BEFORE_YEAR
        )
    return here[0].text >= "1900" or (word in BEFORE_YEAR and not here[0].text.endswith("0"))


@rule(
    examples={"In the 21st century this changed.": [], "The 19th and 20th centuries were theirs.": [],
              "In the first quarter of 2020 and the second half of 2021 it fell.": [],
              "On the 17th it was over.": []},
    leaves_alone=["Belarus was the 14th country of origin.", "A third of the goods went there."],
)  # fmt: skip
def ordinal_of_time(here: Place) -> Iterable[Reading]:
    """A century, a quarter, a half or a day by its place in the order of time."""
    if not (ordinal := ordinal_at(here)):
        return
    k = ordinal.length
    while here[k].text in LINKS and (other := ordinal_at(here + (k + 1))) and k < 12:
        k += 1 + other.length
    k += here.hyphen(k)
    k += here[k].lower in {"full", "consecutive", "calendar", "successive", "straight", "world", "presidential"}
    in_figures = here[0].sort == "figure"
    if here[k].lower in AFTER_ORDINAL:
        yield Reading(k + 1, "time")
    elif (
        in_figures and here[-1].lower == "the" and here[-2].lower in {"on", "until", "by"} and not is_of_phrase(here, k)
    ):
        yield Reading(k, "time")


@rule(
    examples={"At 14:30 or 10 a.m. it began.": [], "By five o’clock 300 people had come.": ["300 people"]},
    leaves_alone=["Ten am radio stations.", "At 14 ports it began."],
)
def clock_time(here: Place) -> Iterable[Reading]:
    """A time of day."""
    if (
        here[0].sort == "figure"
        and here[1].text == ":"
        and here.joined(1)
        and here.joined(2)
        and here[2].sort == "figure"
    ):
        yield Reading(3, "time")
    elif (match := CLOCK.at(here + 1)) and (here[0].sort == "figure" or "clock" in here[1].lower):
        yield Reading(1 + match[0], "time")


@rule(
    examples={"On 17.09.2020 and 2020-09-17 it was said.": [], "It ran until 17/09/2020.": []},
    leaves_alone=["It rose to 17.09 and to 20-30 tonnes."],
)
def date_in_figures(here: Place) -> Iterable[Reading]:
    """A whole date in figures."""
    if DATE.fullmatch(here[0].text):
        yield Reading(1, "time")
    elif here[1].text in {"-", "/"} and here[3].text == here[1].text and all(here.joined(k) for k in (1, 2, 3, 4)):
        yield from [Reading(5, "time")] if all(here[k].text.isdecimal() for k in (0, 2, 4)) else []


@rule(
    examples={
        "Built in 300 BC, it fell in A.D. 476.": [],
        "Between AD 1000 and 1260 three temples rose.": ["3 temples"],
    },
    leaves_alone=["It spent 300 on ads.", "The ad ran 300 times."],
)
def year_of_an_era(here: Place) -> Iterable[Reading]:
    """A year with the era that it is counted in; a second year may follow."""
    if here[0].sort != "figure" or not here[0].text.isdecimal() or len(here[0].text) > LENGTH_OF_YEAR:
        return
    if (after := ERAS.at(here + 1)) and here[1].is_capitalised:
        yield Reading(1 + after[0], "time")
    elif (before := ERAS.before(here)) and here[-before[0]].is_capitalised:
        links = here[1].text in LINKS and is_year(here, 2) and not counts_something(here + 2)
        yield Reading(3 if links else 1, "time")


TIMES = (date_in_figures, clock_time, day_and_month, month_and_day, year_of_an_era, year, ordinal_of_time)
"""In order; the first that applies counts."""
