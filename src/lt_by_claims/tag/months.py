"""Months and days that have no year of their own: in September, on 8 December, last August, next month."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lt_by_claims.rule import Rule, rule
from lt_by_claims.tag.moment import (
    DAY,
    MONTH,
    MONTHS,
    NAMES,
    OWNER,
    PREPOSITION,
    TURN,
    WORDS,
    Dated,
    Moment,
    again,
    any_of,
    edtf,
    months_away,
    placed,
    turned,
)
from lt_by_claims.tag.tense import looks_ahead

MONTH_THIS_YEAR = re.compile(rf"\b(?:(?:the )?{DAY}(?: of)? )?{MONTH},?(?: of)? {TURN} year\b")
TURN_OF_MONTH = re.compile(rf"{PREPOSITION}\b(?P<turn>last|this|next) {MONTH}{OWNER}(?! [0-9])", re.IGNORECASE)
DAY_FIRST = rf"{DAY}(?: of)? {MONTH}(?!,? (?:[0-9]{{4}}|of|this|last|next)\b)"
MONTH_FIRST = rf"{again(MONTH)} {again(DAY)}\b(?!,? [0-9]{{4}}|,[0-9]|%| [a-z]+s\b)"
LONE_DAY = re.compile(rf"\b(?:{DAY_FIRST}|{MONTH_FIRST})")
BEFORE_MONTH = rf"(?:\b(?:{any_of(WORDS['before_month'])})|[’']s) (?:early |late |mid-)?"
NO_YEAR = r"(?![\w’-])(?!,? (?:of )?(?:[0-9]|this |last |next ))"
LONE_MONTH = re.compile(rf"{BEFORE_MONTH}{MONTH}{NO_YEAR}", re.IGNORECASE)
TURN_MONTH = re.compile(rf"{PREPOSITION}\b(?P<turn>last|this|next) month{OWNER}", re.IGNORECASE)

HALF_A_YEAR = 6
REACH = 20
NAMING = re.compile(r"(?:\b(?:the|its|their|a)|[’']s) (?:early |late |mid-)?$", re.IGNORECASE)
"""Before a month that tells things of a sort apart: "would not recognise the August vote"."""

STARTING = re.compile(r"\bfrom (?:early |late |mid-)?$", re.IGNORECASE)


def nearest_year(dated: Dated, place: int, month: int, day: int = 0) -> int:
    """The year of a month that has none: the last such month where the text looks back, the next where it looks ahead.

    Where no verb tells, and for a month that only names a thing, the nearer one counts; after "from" the next.
    """
    if not dated.month:
        return dated.year
    since, before = dated.month - month, dated.text[max(0, place - REACH) : place]
    passed = since > 0 or (since == 0 and day <= (dated.day or 31))
    match looks_ahead(dated.text, place):
        case True:
            over = since > (HALF_A_YEAR if NAMING.search(before) else 0) or (since == 0 and 0 < day < dated.day)
            return dated.year + over
        case False:
            return dated.year - (not passed)
        case _:
            return dated.year - (since < -HALF_A_YEAR and not STARTING.search(before))


@rule(
    examples={
        "It fell in August this year.": ["August 2020 (2020-08)"],
        "It fell on 9 August last year.": ["9 August 2019 (2019-08-09)"],
    },
    leaves_alone=["It fell in August 2020.", "It fell this year."],
)
def month_this_year(dated: Dated) -> Iterator[Moment]:
    """A month, or a day of it, of this, the last or the next year."""
    for found in MONTH_THIS_YEAR.finditer(dated.text):
        year, day = turned(dated, found), found["day"]
        words = " ".join([*([day] if day else []), NAMES[MONTHS[found["month"]]], str(year)])
        yield Moment(*found.span(), edtf(year, MONTHS[found["month"]], int(day or 0)), words)


@rule(
    examples={
        "It voted last August.": ["in August 2020 (2020-08)"],
        "It votes next March.": ["in March 2021 (2021-03)"],
        "Since last December, it waits.": ["December 2019 (2019-12)"],
    },
    leaves_alone=["It voted last time.", "It voted in August 2019."],
)
def turn_of_month(dated: Dated) -> Iterator[Moment]:
    """The last, this or the next month of that name."""
    for found in TURN_OF_MONTH.finditer(dated.text):
        if found["month"] not in MONTHS or not dated.month:
            continue
        month, turn = MONTHS[found["month"]], found["turn"].lower()
        year = dated.year + (turn == "next" and month <= dated.month) - (turn == "last" and month >= dated.month)
        yield placed(dated, found, edtf(year, month), f"{NAMES[month]} {year}")


@rule(
    examples={
        "It was signed on 17 September.": ["17 September 2020 (2020-09-17)"],
        "The law takes effect on 10 December.": ["10 December 2020 (2020-12-10)"],
        "It was signed on December 8.": ["December 8, 2019 (2019-12-08)"],
        "It enters into force on 1 January.": ["1 January 2021 (2021-01-01)"],
    },
    leaves_alone=["It was signed on 17 September 2020.", "It sent 17 in September 2019."],
)
def lone_day(dated: Dated) -> Iterator[Moment]:
    """A day without its year."""
    for found in LONE_DAY.finditer(dated.text):
        month, day = MONTHS[found["month"] or found["month_again"]], int(found["day"] or found["day_again"])
        year = nearest_year(dated, found.start(), month, day)
        yield Moment(*found.span(), edtf(year, month, day), f"{found[0]}{' ' if found['month'] else ', '}{year}")


@rule(
    examples={
        "In September, it voted.": ["September 2020 (2020-09)"],
        "The September visit helped.": ["September 2020 (2020-09)"],
        "Talks are to resume from November.": ["November 2020 (2020-11)"],
        "It was founded in December.": ["December 2019 (2019-12)"],
    },
    leaves_alone=["It may fall.", "It fell in August this year.", "In May 2019 it fell.", "They march on."],
)
def lone_month(dated: Dated) -> Iterator[Moment]:
    """A month without its year."""
    for found in LONE_MONTH.finditer(dated.text):
        if found["month"] in MONTHS:
            month = MONTHS[found["month"]]
            year = nearest_year(dated, found.start("month"), month)
            yield Moment(*found.span("month"), edtf(year, month), f"{found['month']} {year}")


@rule(
    examples={
        "It fell last month.": ["in September 2020 (2020-09)"],
        "Next month's summit is a test.": ["The November 2020 (2020-11)"],
    },
    leaves_alone=["It fell in the last months of the war."],
)
def turn_of_the_month(dated: Dated) -> Iterator[Moment]:
    """This, the last or the next month."""
    for found in TURN_MONTH.finditer(dated.text):
        if dated.year is None or not dated.month:
            continue
        year, month = months_away(dated.year, dated.month, int(WORDS["turns"][found["turn"].lower()]))
        yield placed(dated, found, edtf(year, month), f"{NAMES[month]} {year}")


NEAREST: tuple[Rule[Dated, Moment], ...] = (month_this_year, turn_of_month, lone_day, lone_month, turn_of_the_month)
