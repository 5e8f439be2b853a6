"""Years and their parts, decades and centuries: 2020, Q3 2021, the summer of 2020, the 1990s, the 19th century."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lt_by_claims.calendar.moment import (
    CENTURY_AND_YEAR,
    ORDINAL,
    TURN,
    WORDS,
    YEAR,
    YEARS,
    Dated,
    Moment,
    again,
    any_of,
    edtf,
    number,
    ordinal,
    run,
    turned,
)
from lt_by_claims.rule import Rule, rule

COUNT = rf"(?P<number>[0-9]{{1,2}}|{any_of(WORDS['numbers'])})"
PART = rf"(?P<which>{ORDINAL}|last|final) (?:{COUNT} )?(?P<unit>{any_of(WORDS['parts'])})"
ITS_YEAR = rf"(?: of(?: the(?: year)?)?| in|,)? (?:{YEAR}|(?:the )?{TURN} year\b)"
PART_OF_YEAR = re.compile(rf"\b{PART}{ITS_YEAR}", re.IGNORECASE)
LETTERED = r"(?:(?P<letter>[QH])(?P<number>[1-4])|(?P<number_again>[1-4])(?P<letter_again>[QH]))"
QUARTER = re.compile(
    rf"\b(?:{LETTERED}(?:[ /-]| of )?{YEAR}"
    rf"|(?P<year_first>{CENTURY_AND_YEAR})[ /-]?(?P<last_letter>[QHqh])(?P<last>[1-4]))\b"
)
QUARTERS = re.compile(rf"\bQ(?P<number>[1-4]) ?(?:[–-]|to|and) ?Q(?P<last>[1-4])(?: of)? {YEAR}")
SEASON = re.compile(rf"\b(?P<season>{any_of(WORDS['seasons'])}),? (?:(?:of|in) )?{YEAR}", re.IGNORECASE)
LAST_YEAR = r"(?P<last>(?:[0-9]{2}){1,2})(?![0-9]|[.,][0-9]|-[0-9])"
RUN_OF_YEARS = re.compile(rf"(?=[0-9])(?<![0-9.,€$£])(?P<first>{CENTURY_AND_YEAR}) ?[–—/~-] ?{LAST_YEAR}")
DECADE = re.compile(r"(?=[0-9’'])(?:\b(?P<decade>(?:1[5-9]|20)[0-9])|(?<!\w)[’'](?P<short>[1-9]))0 ?(?:s|’s|'s)\b")
NAMED_DECADE = re.compile(rf"\b(?:the|in|early|late|mid-?) ?(?P<name>{any_of(WORDS['decades'])})\b", re.IGNORECASE)
NTH = rf"(?P<number>{ORDINAL})"
CENTURY = re.compile(
    rf"\b{NTH}(?:(?: and | to |–|-)(?:the )?{again(NTH)})?[ -](?P<unit>century|centuries)\b", re.IGNORECASE
)
LONE_YEAR = re.compile(rf"(?=[0-9])(?:(?<=mid-)|(?<![\w.,€$£/–-])){YEAR}")

IN_NAME = re.compile(r"\w[’']?s? [A-Z]\w+ $")
ROUGHLY = re.compile(rf"\b(?:{any_of(WORDS['words']['before_amount'])}) $")
COUNTED = re.compile(rf" (?:{any_of(WORDS['words']['counted'])})\b")


@rule(
    examples={
        "It grew in the first half of 2021.": ["2021-01/2021-06"],
        "In the third quarter of 2021, it fell.": ["2021-07/2021-09"],
        "In the first nine months of 2021, it fell.": ["2021-01/2021-09"],
        "Over the last four months of 2021 it fell.": ["2021-09/2021-12"],
        "It grew in the first half of this year.": ["first half of 2020 (2020-01/2020-06)"],
    },
    leaves_alone=["The first half of the match was dull.", "The first half of the year was dull."],
    needs=[WORDS["parts"], YEARS | {"year"}],
)
def part_of_year(dated: Dated) -> Iterator[Moment]:
    """A half, a quarter or some months of a year."""
    for found in PART_OF_YEAR.finditer(dated.text):
        months = months_of_part(found)
        if not months or (found["turn"] and not dated.year):
            continue
        year = int(found["year"]) if found["year"] else turned(dated, found)
        words = None if found["year"] else f"{found[0][: found.end('unit') - found.start()]} of {year}"
        yield Moment(*found.span(), run(year, *months), words)


def months_of_part(found: re.Match[str]) -> tuple[int, int] | None:
    """The first and last month of a part of a year, None where it has no such part."""
    many = number(found["number"]) if found["number"] else 1
    months = int(WORDS["parts"][found["unit"].lower()]) * many
    last = 12 if found["which"].lower() in {"last", "final"} else months * ordinal(found["which"])
    return (last - months + 1, last) if 0 < months <= last <= 12 else None


@rule(
    examples={
        "It grew in Q2 2021.": ["2021-04/2021-06"],
        "Sales in H1 2021 and 2019 Q4 fell.": ["2021-01/2021-06", "2019-10/2019-12"],
    },
    leaves_alone=["Q2 was weak.", "H3 2021 is no half."],
    needs=[{"q", "h"}],
)
def quarter(dated: Dated) -> Iterator[Moment]:
    """A quarter or half of a year, as tables write it."""
    for found in QUARTER.finditer(dated.text):
        letter = (found["letter"] or found["letter_again"] or found["last_letter"]).upper()
        months, last = (3 if letter == "Q" else 6), int(found["number"] or found["number_again"] or found["last"])
        if months * last <= 12:
            year = int(found["year"] or found["year_first"])
            yield Moment(*found.span(), run(year, months * (last - 1) + 1, months * last))


@rule(
    examples={"It grew in Q1–Q3 2020.": ["2020-01/2020-09"]},
    leaves_alone=["It grew in Q3 2020.", "It grew in Q3–Q1 2020."],
    needs=[{"q"}],
)
def quarters_of_year(dated: Dated) -> Iterator[Moment]:
    """Several quarters of a named year."""
    for found in QUARTERS.finditer(dated.text):
        first, last = int(found["number"]), int(found["last"])
        if first < last:
            yield Moment(*found.span(), run(int(found["year"]), 3 * first - 2, 3 * last))


@rule(
    examples={"They protested in the summer of 2020.": ["2020-22"], "In spring 2021 it ended.": ["2021-21"]},
    leaves_alone=["A dry spring."],
    needs=[WORDS["seasons"]],
)
def season(dated: Dated) -> Iterator[Moment]:
    """A season of a named year, in EDTF's codes."""
    for found in SEASON.finditer(dated.text):
        yield Moment(*found.span(), edtf(int(found["year"]), WORDS["seasons"][found["season"].lower()]))


@rule(
    examples={"Trade grew in 2010–2019.": ["2010/2019"], "The 2014–20 budget ended.": ["2014/2020"]},
    leaves_alone=[
        "Trade grew in 2019.",
        "In 2019 – 20 more than before – it fell.",
        "The number is 2019-5.",
        "In 2019-12 it fell.",
    ],
)
def years(dated: Dated) -> Iterator[Moment]:
    """A run of years joined by a dash."""
    for found in RUN_OF_YEARS.finditer(dated.text):
        first, last = found["first"], found["first"][: -len(found["last"])] + found["last"]
        if first < last and not (" " in found[0] and len(found["last"]) < 4):
            yield Moment(*found.span(), f"{first}/{last}")


@rule(
    examples={
        "It closed in the 1990s.": ["1990/1999"],
        "In the early 2000s and the late ’80s it grew.": ["2000/2009", "1980/1989"],
        "In the late nineties it grew.": ["1990/1999"],
    },
    leaves_alone=["It closed in 1990.", "He is in his nineties."],
    needs=[{"s", *WORDS["decades"]}],
)
def decade(dated: Dated) -> Iterator[Moment]:
    """A decade by its number or its name."""
    for found in DECADE.finditer(dated.text):
        first = int(found["decade"]) * 10 if found["decade"] else 1900 + int(found["short"]) * 10
        yield Moment(*found.span(), f"{first}/{first + 9}")
    for found in NAMED_DECADE.finditer(dated.text):
        first = WORDS["decades"][found["name"].lower()]
        yield Moment(*found.span("name"), f"{first}/{first + 9}")


@rule(
    examples={
        "The border dates from the 19th century.": ["1801/1900"],
        "In the nineteenth and twentieth centuries it grew.": ["1801/2000"],
    },
    leaves_alone=["A century ended.", "The fourth century-old law fell.", "It fell in the 5th century BC."],
)
def century(dated: Dated) -> Iterator[Moment]:
    """A century by its number, or several."""
    for found in CENTURY.finditer(dated.text):
        first, last = ordinal(found["number"]), ordinal(found["number_again"] or found["number"])
        if first <= last <= 21 and not re.match(r"-old| B\.?C", dated.text[found.end() :]):
            yield Moment(*found.span(), f"{first * 100 - 99:04}/{last * 100:04}")


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


YEARS_AND_PARTS: tuple[Rule[Dated, Moment], ...] = (quarter, quarters_of_year, season, years, lone_year)
PARTS: tuple[Rule[Dated, Moment], ...] = (part_of_year,)
DECADES: tuple[Rule[Dated, Moment], ...] = (decade,)
CENTURIES: tuple[Rule[Dated, Moment], ...] = (century,)
