"""Days of the calendar: 17 September 2020, the 3rd of May, 3–5 May 2021, 15 Feb, 31/12/2020."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from lt_by_claims.calendar.moment import (
    ANY_MONTH,
    ANY_WEEKDAY,
    CENTURY_AND_YEAR,
    DAY,
    DAY_IN_WORDS,
    DAYS_OF_A_MONTH,
    MONTH,
    MONTH_NAME,
    MONTHS,
    POINT,
    TURN,
    WORDS,
    YEAR,
    Dated,
    Moment,
    again,
    day_in_words,
    edtf,
    months_away,
    near_months,
    ordinal,
    turned,
)
from lt_by_claims.calendar.tense import nearest_year
from lt_by_claims.rule import Rule, rule

ITS_YEAR = rf"(?:,? (?:(?:of|in) )?(?:{YEAR}|(?:the )?{TURN} year\b))?"
NO_COUNT = r"(?![.,:]?[0-9]|%|,[0-9]| (?!this\b|was\b|has\b|as\b)[a-z]+s\b)"
DAY_FIRST = rf"(?:the )?(?:{DAY}(?: day)?(?: of)?|{DAY_IN_WORDS}(?: day)? of) {ANY_MONTH}{POINT}"
DAY_LAST = rf"(?:{again(DAY)}{NO_COUNT}|{again(DAY_IN_WORDS)}(?![ -][a-z]))"
MONTH_FIRST = rf"{again(ANY_MONTH)}(?:{POINT} ?|, ?(?=[0-9]{{1,2}}[a-z]))(?:the )?{DAY_LAST}"
DATE = re.compile(rf"{ANY_WEEKDAY}(?:{DAY_FIRST}|{MONTH_FIRST}){ITS_YEAR}")

SEVERAL = r"(?: ?[–-] ?| (?:to|and|or|until|till|through|thru) )(?:the )?"
FIRST_DAY = DAY.replace("-])", "])")
DAYS_OF_MONTH = re.compile(rf"(?:the )?{FIRST_DAY}{SEVERAL}{again(DAY)}(?: of)? {MONTH}{ITS_YEAR}")
MONTH_WITH_DAYS = re.compile(rf"{MONTH} (?:the )?{FIRST_DAY}{SEVERAL}{again(DAY)}{NO_COUNT}{ITS_YEAR}")

YEAR_FIRST = rf"(?P<year>{CENTURY_AND_YEAR})(?P<mark>[-/.])(?P<month>[01]?[0-9])(?P=mark)(?P<day>[0-3]?[0-9])"
YEAR_LAST = r"(?P<one>[0-3]?[0-9])(?P<dash>[-/.])(?P<two>[0-3]?[0-9])(?P=dash)(?P<last>(?:1[5-9]|20)?[0-9]{2})"
IN_FIGURES = re.compile(rf"(?=[0-9])(?<![\w.,/-])(?:{YEAR_FIRST}|{YEAR_LAST})(?![\w/]|[.,-][0-9])")
DAY_FIRST_MARKED = rf"(?P<day>[0-3]?[0-9])(?P<mark>[-/]){MONTH_NAME}(?P=mark)(?P<year>{CENTURY_AND_YEAR}|[0-9]{{2}})"
YEAR_FIRST_MARKED = rf"(?P<year_again>{CENTURY_AND_YEAR})[-/]{again(MONTH_NAME)}[-/](?P<day_again>[0-3]?[0-9])"
MARKED = re.compile(rf"(?=[0-9])\b(?:{DAY_FIRST_MARKED}|{YEAR_FIRST_MARKED})\b")

ALSO_WORDS = frozenset(name.lower() for name in WORDS["also_words"])
SURELY_DAY = re.compile(r"[0-9](?:st|nd|rd|th)\b| of ")
DAY_OF_MONTH = re.compile(rf"(?:the )?(?:{DAY}|{DAY_IN_WORDS})(?: day)? of (?P<turn>last|this|next) month\b")

AHEAD_OF_TODAY = 20
"""So many years from the publication a year of two figures may lie ahead."""


def year_of(dated: Dated, found: re.Match[str], month: int, day: int = 0) -> tuple[int, str]:
    """The year of a date, and how the date would have to name it: not at all where it does."""
    if found["year"]:
        return int(found["year"]), ""
    year = turned(dated, found) if found["turn"] else nearest_year(dated, found.start(), month, day)
    return (year, str(year)) if dated.year else (0, "")


def with_year(found: re.Match[str], named: str, comma: str) -> str | None:
    """The words of the date with the year that they lacked."""
    if not named:
        return None
    words = re.sub(rf",? (?:(?:of|in) )?(?:the )?{TURN} year$", "", found[0])
    return f"{words}{comma} {named}"


@rule(
    examples={
        "It was signed on 17 September 2020.": ["2020-09-17"],
        "On Thursday, September 17, 2020, it was signed.": ["2020-09-17"],
        "It opened on the first of May 2019.": ["2019-05-01"],
        "It was signed on 17 September.": ["17 September 2020 (2020-09-17)"],
        "It fell on 9 August last year.": ["9 August 2019 (2019-08-09)"],
        "The law takes effect on 10 December.": ["10 December 2020 (2020-12-10)"],
        "It was signed on December 8.": ["December 8, 2019 (2019-12-08)"],
        "It enters into force on 1 Jan.": ["1 Jan 2021 (2021-01-01)"],
    },
    leaves_alone=[
        "It sent 17 in September 2020.",
        "In May first results came.",
        "In September 17 firms closed.",
        "It may 3 times.",
    ],
    needs=[DAYS_OF_A_MONTH],
)
def day(dated: Dated) -> Iterator[Moment]:
    """A day of a month, in the year that it names, else in the nearest."""
    for found in near_months(DATE, dated.text, 48):
        if may_be_a_verb(found):
            continue
        month = MONTHS[(found["month"] or found["month_again"]).lower()]
        which = ordinal(found["day"] or found["word"] or found["day_again"] or found["word_again"])
        year, named = year_of(dated, found, month, which)
        if year:
            yield Moment(
                *found.span(), edtf(year, month, which), with_year(found, named, "," if found["month_again"] else "")
            )


def may_be_a_verb(found: re.Match[str]) -> bool:
    """Is the month written like another word, with nothing about it that makes it a month?"""
    month = found["month"] or found["month_again"]
    return month in ALSO_WORDS and not found["year"] and not SURELY_DAY.search(found[0])


@rule(
    examples={
        "They met on 3–5 May 2021.": ["2021-05-03/2021-05-05"],
        "From the 3rd to the 5th of May 2021 they met.": ["2021-05-03/2021-05-05"],
        "They met on September 3-5.": ["September 3-5, 2020 (2020-09-03/2020-09-05)"],
    },
    leaves_alone=["They met on 5 May 2021.", "It rose by 3-5 in May 2021."],
    needs=[DAYS_OF_A_MONTH],
)
def days_of_month(dated: Dated) -> Iterator[Moment]:
    """Several days of one month."""
    for pattern, comma, reach in ((DAYS_OF_MONTH, "", 40), (MONTH_WITH_DAYS, ",", 0)):
        for found in near_months(pattern, dated.text, reach):
            month, first, last = MONTHS[found["month"].lower()], ordinal(found["day"]), ordinal(found["day_again"])
            year, named = year_of(dated, found, month, first)
            if year and first < last:
                days = f"{edtf(year, month, first)}/{edtf(year, month, last)}"
                yield Moment(*found.span(), days, with_year(found, named, comma))


@rule(
    examples={"It was signed on the 20th of last month.": ["20 September 2020 (2020-09-20)"]},
    leaves_alone=["It was signed on the 20th.", "The third of the month was dull."],
    needs=[{"month"}, {"last", "this", "next"}],
)
def day_of_month(dated: Dated) -> Iterator[Moment]:
    """A day of this, the last or the next month."""
    for found in DAY_OF_MONTH.finditer(dated.text) if dated.month else ():
        year, month = months_away(dated.year, dated.month, int(WORDS["turns"][found["turn"]]))
        if made := written(year, month, ordinal(found["day"] or found["word"])):
            yield Moment(*found.span(), made, day_in_words(date.fromisoformat(made)))


@rule(
    examples={
        "The record of 2020-09-17 says so.": ["2020-09-17"],
        "It was signed on 17.09.2020.": ["2020-09-17"],
        "It was signed on 31/12/2019, and ended on 10/12/2020.": ["2019-12-31", "2020-12-10"],
        "It was signed on 10/12/2013.": ["2013-10-12"],
    },
    leaves_alone=["It rose from 17.09 to 20.20.", "Clause 1.2.20 says so.", "Call 10-12-2013-5."],
)
def day_in_figures(dated: Dated) -> Iterator[Moment]:
    """A whole date in figures: the day first between points, or as another date of the text shows; else the month."""
    dates = list(IN_FIGURES.finditer(dated.text))
    day_first = any(found["one"] and int(found["one"]) > 12 >= int(found["two"]) for found in dates)
    for found in dates:
        if found["year"]:
            made = written(found["year"], found["month"], found["day"])
        elif found["dash"] == "." and len(found["last"]) < 4:
            continue
        else:
            one, two = int(found["one"]), int(found["two"])
            first = day_first or found["dash"] == "." or one > 12
            year = in_full(dated, found["last"])
            made = written(year, two, one) if first and two <= 12 else written(year, one, two)
        if made:
            yield Moment(*found.span(), made)


@rule(
    examples={"It ran from 22/Jan/2019 to 5-Mar-20.": ["2019-01-22", "2020-03-05"]},
    leaves_alone=["It ran in 22-May fashion."],
)
def day_between_marks(dated: Dated) -> Iterator[Moment]:
    """A date as tables write it."""
    for found in MARKED.finditer(dated.text):
        month = MONTHS[(found["month"] or found["month_again"]).lower()]
        year = in_full(dated, found["year"] or found["year_again"])
        if made := written(year, month, found["day"] or found["day_again"]):
            yield Moment(*found.span(), made)


def in_full(dated: Dated, year: str) -> int:
    """A year of two figures with the century in which it lies nearest."""
    if len(year) == 4:
        return int(year)
    reached = (dated.year or date.today().year) + AHEAD_OF_TODAY
    return reached - (reached - int(year)) % 100


def written(year: int | str, month: int | str, day: int | str) -> str | None:
    """The day as EDTF, None where the calendar has no such day."""
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


DAYS: tuple[Rule[Dated, Moment], ...] = (day, days_of_month, day_between_marks)
DAYS_OF_TURN: tuple[Rule[Dated, Moment], ...] = (day_of_month,)
DAYS_IN_FIGURES: tuple[Rule[Dated, Moment], ...] = (day_in_figures,)
