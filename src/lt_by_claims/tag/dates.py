"""Moments that the calendar names, whenever the text was published."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lt_by_claims.rule import Rule, rule
from lt_by_claims.tag.moment import (
    CENTURY_AND_YEAR,
    DAY,
    MONTH,
    MONTHS,
    WORDS,
    YEAR,
    Dated,
    Moment,
    again,
    any_of,
    edtf,
)

DAY_FIRST = rf"(?:the )?{DAY}(?: of)? {MONTH},? {YEAR}"
MONTH_FIRST = rf"{again(MONTH)} {again(DAY)},? {again(YEAR)}"
DATE = re.compile(rf"\b(?:{DAY_FIRST}|{MONTH_FIRST}|(?P<iso>(?:19|20)[0-9]{{2}}-(?:0[1-9]|1[0-2])-[0-3][0-9])\b)")
DAYS_OF_MONTH = re.compile(rf"\b{DAY} ?(?:–|-|to|and) ?{again(DAY)} {MONTH},? {YEAR}")
MONTHS_OF_YEAR = re.compile(rf"\b{MONTH} ?(?:–|-|to|and|or) ?{again(MONTH)},?(?: of)? {YEAR}")
MONTH_OF_YEAR = re.compile(rf"\b{MONTH},?(?: of)? {YEAR}")
PART_OF_YEAR = re.compile(rf"\b(?P<part>{any_of(WORDS['parts'])}) of {YEAR}", re.IGNORECASE)
QUARTER = re.compile(rf"\b(?P<letter>[QH])(?P<number>[1-4])[ /]{YEAR}")
SEASON = re.compile(rf"\b(?P<season>{any_of(WORDS['seasons'])}) (?:of )?{YEAR}", re.IGNORECASE)
LAST_YEAR = r"(?P<last>(?:[0-9]{2}){1,2})(?![0-9]|[.,][0-9]|-[0-9])"
YEARS = re.compile(rf"(?<![0-9.,€$£])(?P<first>{CENTURY_AND_YEAR})[–/-]{LAST_YEAR}")
DECADE = re.compile(r"\b(?P<decade>(?:1[5-9]|20)[0-9])0(?:s|’s|'s)\b")
CENTURY = re.compile(r"\b(?P<number>1[5-9]|2[01])(?:th|st)[ -]century\b", re.IGNORECASE)
LONE_YEAR = re.compile(rf"(?:(?<=mid-)|(?<![\w.,€$£/–-])){YEAR}")

IN_NAME = re.compile(r"\w[’']?s? [A-Z]\w+ $")
ROUGHLY = re.compile(rf"\b(?:{any_of(WORDS['words']['before_amount'])}) $")
COUNTED = re.compile(rf" (?:{any_of(WORDS['words']['counted'])})\b")


@rule(
    examples={
        "It was signed on 17 September 2020.": ["2020-09-17"],
        "On September 17, 2020, it was signed.": ["2020-09-17"],
        "The record of 2020-09-17 says so.": ["2020-09-17"],
    },
    leaves_alone=["It was signed on 17 September.", "It sent 17 in September 2020."],
)
def day(dated: Dated) -> Iterator[Moment]:
    """A day of a named year."""
    for found in DATE.finditer(dated.text):
        if found["iso"]:
            yield Moment(*found.span(), edtf(*map(int, found["iso"].split("-"))))
        else:
            year, month = found["year"] or found["year_again"], MONTHS[found["month"] or found["month_again"]]
            yield Moment(*found.span(), edtf(int(year), month, int(found["day"] or found["day_again"])))


@rule(
    examples={"They met on 3–5 May 2021.": ["2021-05-03/2021-05-05"]},
    leaves_alone=["They met on 5 May 2021."],
)
def days_of_month(dated: Dated) -> Iterator[Moment]:
    """Several days of one month."""
    for found in DAYS_OF_MONTH.finditer(dated.text):
        year, month = int(found["year"]), MONTHS[found["month"]]
        if int(found["day"]) < int(found["day_again"]):
            first, last = edtf(year, month, int(found["day"])), edtf(year, month, int(found["day_again"]))
            yield Moment(*found.span(), f"{first}/{last}")


@rule(
    examples={
        "It fell in January–June 2021.": ["2021-01/2021-06"],
        "In May and June 2021 it rose.": ["2021-05/2021-06"],
    },
    leaves_alone=["It fell in June 2021."],
)
def months_of_year(dated: Dated) -> Iterator[Moment]:
    """Several months of one year."""
    for found in MONTHS_OF_YEAR.finditer(dated.text):
        year, first, last = int(found["year"]), MONTHS[found["month"]], MONTHS[found["month_again"]]
        if first < last:
            yield Moment(*found.span(), f"{edtf(year, first)}/{edtf(year, last)}")


@rule(
    examples={"In August 2020, it fell.": ["2020-08"], "It fell in Sept. of 2019.": ["2019-09"]},
    leaves_alone=["It may 2020 times fall.", "It fell in August."],
)
def month_of_year(dated: Dated) -> Iterator[Moment]:
    """A month of a named year."""
    for found in MONTH_OF_YEAR.finditer(dated.text):
        yield Moment(*found.span(), edtf(int(found["year"]), MONTHS[found["month"]]))


@rule(
    examples={
        "It grew in the first half of 2021.": ["2021-01/2021-06"],
        "In the third quarter of 2021, it fell.": ["2021-07/2021-09"],
    },
    leaves_alone=["The first half of the match was dull."],
)
def part_of_year(dated: Dated) -> Iterator[Moment]:
    """A half or a quarter of a named year."""
    for found in PART_OF_YEAR.finditer(dated.text):
        first, last = WORDS["parts"][found["part"].lower()]
        yield Moment(*found.span(), f"{edtf(int(found['year']), first)}/{edtf(int(found['year']), last)}")


@rule(
    examples={"It grew in Q2 2021.": ["2021-04/2021-06"], "Sales in H1 2021 fell.": ["2021-01/2021-06"]},
    leaves_alone=["Q2 was weak.", "H3 2021 is no half."],
)
def quarter(dated: Dated) -> Iterator[Moment]:
    """A quarter or half of a year, as tables write it."""
    for found in QUARTER.finditer(dated.text):
        months, last = (3 if found["letter"] == "Q" else 6), int(found["number"])
        if months * last <= 12:
            year = int(found["year"])
            yield Moment(*found.span(), f"{edtf(year, months * (last - 1) + 1)}/{edtf(year, months * last)}")


@rule(
    examples={"They protested in the summer of 2020.": ["2020-22"], "In spring 2021 it ended.": ["2021-21"]},
    leaves_alone=["A spring in 2020 ran dry."],
)
def season(dated: Dated) -> Iterator[Moment]:
    """A season of a named year, in EDTF's codes."""
    for found in SEASON.finditer(dated.text):
        yield Moment(*found.span(), edtf(int(found["year"]), WORDS["seasons"][found["season"].lower()]))


@rule(
    examples={"Trade grew in 2010–2019.": ["2010/2019"], "The 2014–20 budget ended.": ["2014/2020"]},
    leaves_alone=["Trade grew in 2019.", "The number is 2019-5."],
)
def years(dated: Dated) -> Iterator[Moment]:
    """A run of years joined by a dash."""
    for found in YEARS.finditer(dated.text):
        first, last = found["first"], found["first"][: -len(found["last"])] + found["last"]
        if first < last and not re.fullmatch(r"0[1-9]|1[0-2]", found["last"]):
            yield Moment(*found.span(), f"{first}/{last}")


@rule(
    examples={"It closed in the 1990s.": ["1990/1999"]},
    leaves_alone=["It closed in 1990."],
)
def decade(dated: Dated) -> Iterator[Moment]:
    """A decade by its number."""
    for found in DECADE.finditer(dated.text):
        yield Moment(*found.span(), f"{found['decade']}0/{found['decade']}9")


@rule(
    examples={"The border dates from the 19th century.": ["1801/1900"]},
    leaves_alone=["A century ended."],
)
def century(dated: Dated) -> Iterator[Moment]:
    """A century by its number."""
    for found in CENTURY.finditer(dated.text):
        last = int(found["number"]) * 100
        yield Moment(*found.span(), f"{last - 99}/{last}")


@rule(
    examples={"In 2020 it fell.": ["2020"], "After the 2020 elections it fell.": ["2020"]},
    leaves_alone=[
        "It cost €2020.",
        "Around 2000 soldiers left.",
        "The plant has 1500 MW.",
        "It has 2020 employees.",
        "The Horizon 2020 budget fell.",
    ],
)
def lone_year(dated: Dated) -> Iterator[Moment]:
    """A year by its number."""
    for found in LONE_YEAR.finditer(dated.text):
        before, after = dated.text[max(0, found.start() - 50) : found.start()], dated.text[found.end() :][:20]
        if not ROUGHLY.search(before) and not IN_NAME.search(before) and not COUNTED.match(after):
            yield Moment(*found.span(), found["year"])


CALENDAR: tuple[Rule[Dated, Moment], ...] = (
    day,
    days_of_month,
    months_of_year,
    month_of_year,
    part_of_year,
    quarter,
    season,
    years,
    decade,
    century,
    lone_year,
)
"""Where two read the same words, the one that reads more of them is right."""
