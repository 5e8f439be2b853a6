"""Years, seasons and spans that point from the day of publication: last year, a decade ago, currently, so far."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lt_by_claims.rule import Rule, rule
from lt_by_claims.tag.moment import (
    NAMES,
    NUMBER,
    OWNER,
    PREPOSITION,
    TURN,
    WORDS,
    Dated,
    Moment,
    any_of,
    as_written,
    edtf,
    months_away,
    number,
    placed,
    turned,
)

PART_THIS_YEAR = re.compile(rf"\b(?P<part>{any_of(WORDS['parts'])}) of {TURN} year\b", re.IGNORECASE)
SEASONS = any_of(WORDS["seasons"])
SEASON = re.compile(rf"{PREPOSITION}\b(?P<turn>last|this|next) (?P<season>{SEASONS}){OWNER}", re.IGNORECASE)
TURN_OF_YEAR = re.compile(rf"{PREPOSITION}\b(?P<turn>last|this|next) year{OWNER}(?! (?:or|and|of)\b)", re.IGNORECASE)
AGO = re.compile(rf"{PREPOSITION}\b{NUMBER} (?P<unit>decade|year|month)s? ago{OWNER}", re.IGNORECASE)
SPAN = rf"(?:{NUMBER} )?(?P<unit>decade|year|month)s?"
RECENT = re.compile(rf"\b(?:last|past|previous|recent) {SPAN}\b(?![’'])", re.IGNORECASE)
NOW = re.compile(rf"\b(?:{any_of(WORDS['words']['now'])})\b(?![’']s)", re.IGNORECASE)
SO_FAR = re.compile(rf"\b(?:{any_of(WORDS['words']['so_far'])})\b", re.IGNORECASE)

MONTHS_IN = {"decade": 120, "year": 12, "month": 1}
EARLIEST = 1000


@rule(
    examples={"It grew in the first half of this year.": ["first half of 2020 (2020-01/2020-06)"]},
    leaves_alone=["It grew in the first half of 2019."],
)
def part_this_year(dated: Dated) -> Iterator[Moment]:
    """A half or quarter of this, the last or the next year."""
    for found in PART_THIS_YEAR.finditer(dated.text):
        year, (first, last) = turned(dated, found), WORDS["parts"][found["part"].lower()]
        yield Moment(*found.span(), f"{edtf(year, first)}/{edtf(year, last)}", f"{found['part']} of {year}")


@rule(
    examples={
        "It ended last spring.": ["in the spring of 2020 (2020-21)"],
        "By this autumn, it ends.": ["the autumn of 2020 (2020-23)"],
    },
    leaves_alone=["It ended in spring.", "This spring of hope ran dry."],
)
def season_this_year(dated: Dated) -> Iterator[Moment]:
    """This, the last or the next spring, summer, autumn or winter."""
    for found in SEASON.finditer(dated.text):
        if dated.text.startswith(" of", found.end()):
            continue
        code, turn = WORDS["seasons"][found["season"].lower()], found["turn"].lower()
        begun = not dated.month or (code - 20) * 3 <= dated.month
        year = dated.year + (turn == "next" and begun) - (turn == "last" and not begun)
        yield placed(dated, found, edtf(year, code), f"the {found['season'].lower()} of {year}")


@rule(
    examples={
        "Trade fell last year.": ["in 2019 (2019)"],
        "Last year, trade fell.": ["In 2019 (2019)"],
        "It split after last year's vote.": ["the 2019 (2019)"],
        "The plan was dropped earlier this year.": ["in 2020 (2020)"],
        "It will end by next year.": ["2021 (2021)"],
    },
    leaves_alone=["Trade fell in the last year of the war.", "A year passed."],
)
def turn_of_year(dated: Dated) -> Iterator[Moment]:
    """This, the last or the next year."""
    for found in TURN_OF_YEAR.finditer(dated.text):
        year = str(turned(dated, found))
        yield placed(dated, found, year, year)


@rule(
    examples={
        "It was smaller a decade ago.": ["in 2010 (2010)"],
        "Three years ago, it fell.": ["In 2017 (2017)"],
        "It fell two months ago.": ["in August 2020 (2020-08)"],
    },
    leaves_alone=["It fell long ago.", "It lasted three years."],
)
def ago(dated: Dated) -> Iterator[Moment]:
    """So many years or months before the publication."""
    for found in AGO.finditer(dated.text):
        away = number(found["number"]) * MONTHS_IN[found["unit"].lower()]
        year, month = months_away(dated.year, dated.month or 1, -away)
        if found["unit"].lower() == "month" and dated.month:
            yield placed(dated, found, edtf(year, month), f"{NAMES[month]} {year}")
        elif year > EARLIEST:
            yield placed(dated, found, edtf(year), str(year))


@rule(
    examples={
        "Trade has grown in the last decade.": ["2010/2020"],
        "Over the past three years it fell.": ["2017/2020"],
    },
    leaves_alone=["It fell last year.", "It fell in the last days of the war."],
)
def recent(dated: Dated) -> Iterator[Moment]:
    """A run of years or months that ends with the publication; its words stay."""
    for found in RECENT.finditer(dated.text):
        unit, many = found["unit"].lower(), found["number"]
        if not many and (unit != "decade" or found[0].lower().endswith("s")):
            continue
        away = (number(many) if many else 1) * MONTHS_IN[unit]
        year, month = months_away(dated.year, dated.month or 1, -away)
        if year < EARLIEST:
            continue
        by_month = unit == "month" and dated.month
        first, last = edtf(year, month if by_month else 0), edtf(dated.year, dated.month if by_month else 0)
        yield Moment(*found.span(), f"{first}/{last}")


@rule(
    examples={"Currently, 575 firms are registered.": ["As of October 2020 (2020-10)"]},
    leaves_alone=["Today's Europe is another.", "The current plan fails."],
)
def now(dated: Dated) -> Iterator[Moment]:
    """The time of the publication."""
    for found in NOW.finditer(dated.text):
        yield Moment(*found.span(), dated.edtf, as_written(found[0][0], f"as of {dated.words}"))


@rule(
    examples={"No drop has been recorded so far.": ["as of October 2020 (../2020-10)"]},
    leaves_alone=["It is so far from here.", "He went up to now-closed gates."],
)
def so_far(dated: Dated) -> Iterator[Moment]:
    """All time up to the publication."""
    for found in SO_FAR.finditer(dated.text):
        if not re.match(r" (?:from|away|as|that|unsuccessful)\b|-", dated.text[found.end() :]):
            yield Moment(*found.span(), f"../{dated.edtf}", as_written(found[0][0], f"as of {dated.words}"))


RELATIVE: tuple[Rule[Dated, Moment], ...] = (part_this_year, season_this_year, turn_of_year, ago, recent, now, so_far)
