"""Months, with a year or without: in August 2020, Dec-2018, last March, in September."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lt_by_claims.calendar.moment import (
    CENTURY_AND_YEAR,
    MONTH,
    MONTH_OR_OWNER,
    MONTHS,
    NAMES,
    OWNER,
    PREPOSITION,
    TURN,
    WORDS,
    YEAR,
    YEARS,
    Dated,
    Moment,
    again,
    any_of,
    edtf,
    months_away,
    near_months,
    placed,
    turned,
)
from lt_by_claims.calendar.tense import nearest_year
from lt_by_claims.rule import Rule, rule

MONTHS_OF_YEAR = re.compile(rf"{MONTH} ?(?:–|-|to|and|or|through) ?{again(MONTH)},?(?: (?:of|in))? {YEAR}")
MONTHS_JOINED = re.compile(rf"{MONTH}[–-]{again(MONTH)}(?!,? (?:(?:of|in) )?[0-9]|[-/][0-9])")
MONTH_OF_YEAR = re.compile(
    rf"{MONTH}(?:,? (?:(?:of|in) )?|[-/,]){YEAR}|\b(?P<year_again>{CENTURY_AND_YEAR}) {again(MONTH)}"
)
IN_FIGURES = re.compile(
    rf"(?=[0-9])(?<![\w.,/–-])(?:(?P<year>{CENTURY_AND_YEAR})-(?P<month>0[1-9]|1[0-2])|(?P<month_again>0?[1-9]|1[0-2])[/-]"
    rf"(?P<year_again>(?:19|20)[0-9]{{2}}))(?![\w/–-]|[.,][0-9])"
)
MONTH_THIS_YEAR = re.compile(rf"{MONTH},?(?: of)? (?:the )?{TURN} year\b")
NOT_A_DAY = r"(?!,? (?:the )?[0-9])"
TURN_OF_MONTH = re.compile(
    rf"{PREPOSITION}\b(?P<turn>[Ll]ast|[Tt]his|[Nn]ext|[Pp]ast) {MONTH_OR_OWNER}{OWNER}{NOT_A_DAY}"
)
FULL_NAMES = any_of(names[0] for names in WORDS["months"] if names[0] not in WORDS["also_words"])
NEEDS_CAPITAL = any_of(names[0] for names in WORDS["months"] if names[0] in WORDS["also_words"])
SHORT_NAMES = any_of(name for names in WORDS["months"] for name in names[1:] if name not in WORDS["also_names"])
BEFORE_MONTH = rf"(?:\b(?i:{any_of(WORDS['before_month'])})|[’']s) (?:the )?(?:[Ee]arly |[Ll]ate |[Mm]id-? ?)?"
NO_YEAR = r"(?![\w’]|-(?!to-)[a-z])(?!,? (?:(?:of|in) )?(?:[0-9]|this |last |next ))"
LONE_MONTH = re.compile(
    rf"{BEFORE_MONTH}(?P<month>(?i:{FULL_NAMES})|{NEEDS_CAPITAL}|(?:{SHORT_NAMES})\b(?! [A-Z])){NO_YEAR}"
)
TURN_OF_THE_MONTH = re.compile(rf"{PREPOSITION}\b(?:the )?{TURN} month{OWNER}", re.IGNORECASE)


@rule(
    examples={
        "It fell in January–June 2021.": ["2021-01/2021-06"],
        "In May and June 2021 it rose.": ["2021-05/2021-06"],
        "It was shut in Nov-Feb 2017.": ["2016-11/2017-02"],
    },
    leaves_alone=["It fell in June 2021."],
    needs=[YEARS],
)
def months_of_year(dated: Dated) -> Iterator[Moment]:
    """Several months up to one of a named year."""
    for found in near_months(MONTHS_OF_YEAR, dated.text):
        year, first, last = int(found["year"]), MONTHS[found["month"].lower()], MONTHS[found["month_again"].lower()]
        yield Moment(*found.span(), f"{edtf(year - (first > last), first)}/{edtf(year, last)}")


@rule(
    examples={
        "It fell in January–August.": ["January–August 2020 (2020-01/2020-08)"],
        "The November-February talks failed.": ["November-February 2020 (2019-11/2020-02)"],
    },
    leaves_alone=["It fell in January–August 2019.", "It fell in May, June was better."],
)
def months_without_year(dated: Dated) -> Iterator[Moment]:
    """Several months joined by a dash, up to the nearest of the last name."""
    for found in near_months(MONTHS_JOINED, dated.text):
        first, last = MONTHS[found["month"].lower()], MONTHS[found["month_again"].lower()]
        year = nearest_year(dated, found.start(), last)
        time = f"{edtf(year - (first > last), first)}/{edtf(year, last)}"
        yield Moment(*found.span(), time, f"{found[0]} {year}")


@rule(
    examples={
        "In August 2020, it fell.": ["2020-08"],
        "It fell in Sept. of 2019 and in Dec/2018.": ["2019-09", "2018-12"],
    },
    leaves_alone=["It may 2020 times fall.", "It fell in August."],
    needs=[YEARS],
)
def month_of_year(dated: Dated) -> Iterator[Moment]:
    """A month of a named year."""
    for found in near_months(MONTH_OF_YEAR, dated.text, 5):
        year, month = int(found["year"] or found["year_again"]), found["month"] or found["month_again"]
        yield Moment(*found.span(), edtf(year, MONTHS[month.lower()]))


@rule(
    examples={"The figures are of 2019-12 and 03/2020.": ["2019-12", "2020-03"]},
    leaves_alone=["In 2008-10 it fell.", "In 2011-12 it fell.", "It is 3/20."],
)
def month_in_figures(dated: Dated) -> Iterator[Moment]:
    """A month in figures, where it cannot be the last year of a run."""
    for found in IN_FIGURES.finditer(dated.text):
        year, month = int(found["year"] or found["year_again"]), int(found["month"] or found["month_again"])
        if found["month_again"] or month <= year % 100:
            yield Moment(*found.span(), edtf(year, month))


@rule(
    examples={"It fell in August this year.": ["August 2020 (2020-08)"]},
    leaves_alone=["It fell in August 2020.", "It fell this year."],
    needs=[{"year"}, WORDS["turns"]],
)
def month_this_year(dated: Dated) -> Iterator[Moment]:
    """A month of this, the last or the next year."""
    for found in near_months(MONTH_THIS_YEAR, dated.text):
        year, month = turned(dated, found), MONTHS[found["month"].lower()]
        yield Moment(*found.span(), edtf(year, month), f"{NAMES[month]} {year}")


@rule(
    examples={
        "It voted last August.": ["in August 2020 (2020-08)"],
        "It votes next March.": ["in March 2021 (2021-03)"],
        "Since last December, it waits.": ["December 2019 (2019-12)"],
    },
    leaves_alone=["It voted last time.", "It voted in August 2019.", "The last May 9 parade was held."],
    needs=[{"last", "this", "next", "past"}],
)
def turn_of_month(dated: Dated) -> Iterator[Moment]:
    """The last, this or the next month of that name."""
    for found in near_months(TURN_OF_MONTH, dated.text, 20) if dated.month else ():
        month, turn = MONTHS[found["month"].lower()], found["turn"].lower()
        year = dated.year + (turn == "next" and month <= dated.month)
        year -= turn in {"last", "past"} and month >= dated.month
        yield placed(dated, found, edtf(year, month), f"{NAMES[month]} {year}")


@rule(
    examples={
        "In September, it voted.": ["September 2020 (2020-09)"],
        "The September visit helped.": ["September 2020 (2020-09)"],
        "Talks are to resume from November.": ["November 2020 (2020-11)"],
        "It was founded in December.": ["December 2019 (2019-12)"],
        "It has fallen since late July.": ["July 2020 (2020-07)"],
    },
    leaves_alone=[
        "It may fall.", "It fell in August this year.", "In May 2019 it fell.", "They march on.",
        "It was led by Jan Kos.",
    ],
)  # fmt: skip
def lone_month(dated: Dated) -> Iterator[Moment]:
    """A month without its year."""
    for found in near_months(LONE_MONTH, dated.text, 24):
        month = MONTHS[found["month"].lower()]
        year = nearest_year(dated, found.start("month"), month)
        yield Moment(*found.span("month"), edtf(year, month), f"{found['month']} {year}")


@rule(
    examples={
        "It fell last month.": ["in September 2020 (2020-09)"],
        "Next month's summit is a test.": ["The November 2020 (2020-11)"],
        "By the coming month it will end.": ["November 2020 (2020-11)"],
    },
    leaves_alone=["It fell in the last months of the war.", "It fell in the last month of the war."],
    needs=[{"month"}, WORDS["turns"]],
)
def turn_of_the_month(dated: Dated) -> Iterator[Moment]:
    """This, the last or the next month."""
    for found in TURN_OF_THE_MONTH.finditer(dated.text) if dated.month else ():
        if not dated.text.startswith(" of", found.end()):
            year, month = months_away(dated.year, dated.month, int(WORDS["turns"][found["turn"].lower()]))
            yield placed(dated, found, edtf(year, month), f"{NAMES[month]} {year}")


MONTHS_NAMED: tuple[Rule[Dated, Moment], ...] = (months_of_year, month_of_year)
MONTHS_IN_FIGURES: tuple[Rule[Dated, Moment], ...] = (month_in_figures,)
MONTHS_RECKONED: tuple[Rule[Dated, Moment], ...] = (
    month_this_year,
    turn_of_month,
    months_without_year,
    lone_month,
)
