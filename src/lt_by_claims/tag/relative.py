"""Moments that point from the day of publication: last year, in September, a decade ago, currently."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lt_by_claims.rule import Rule, rule
from lt_by_claims.tag.moment import (
    DAY,
    MONTH,
    MONTHS,
    NAMES,
    NUMBER,
    WORDS,
    Dated,
    Moment,
    again,
    any_of,
    edtf,
    months_away,
    number,
)

TURN = rf"(?P<turn>{any_of(WORDS['turns'])})"
PREPOSITION = rf"(?P<preposition>\b(?:{any_of(WORDS['prepositions'])}) )?"
OWNER = r"(?P<owner>[’']s)?(?![\w’'])"

MONTH_THIS_YEAR = re.compile(rf"\b(?:(?:the )?{DAY}(?: of)? )?{MONTH},?(?: of)? {TURN} year\b")
TURN_OF_MONTH = re.compile(rf"{PREPOSITION}\b(?P<turn>last|this|next) {MONTH}{OWNER}(?! [0-9])", re.IGNORECASE)
DAY_FIRST = rf"{DAY}(?: of)? {MONTH}(?!,? (?:[0-9]{{4}}|of|this|last|next)\b)"
MONTH_FIRST = rf"{again(MONTH)} {again(DAY)}\b(?!,? [0-9]{{4}}|,[0-9]|%| [a-z]+s\b)"
LONE_DAY = re.compile(rf"\b(?:{DAY_FIRST}|{MONTH_FIRST})")
BEFORE_MONTH = rf"(?:\b(?:{any_of(WORDS['before_month'])})|[’']s) (?:early |late |mid-)?"
LONE_MONTH = re.compile(
    rf"{BEFORE_MONTH}{MONTH}(?![\w’-])(?!,? (?:of )?(?:[0-9]|this |last |next ))",
    re.IGNORECASE,
)
PART_THIS_YEAR = re.compile(rf"\b(?P<part>{any_of(WORDS['parts'])}) of {TURN} year\b", re.IGNORECASE)
SEASON = re.compile(
    rf"{PREPOSITION}\b(?P<turn>last|this|next) (?P<season>{any_of(WORDS['seasons'])}){OWNER}", re.IGNORECASE
)
TURN_OF_YEAR = re.compile(rf"{PREPOSITION}\b(?P<turn>last|this|next) year{OWNER}(?! (?:or|and|of)\b)", re.IGNORECASE)
TURN_MONTH = re.compile(rf"{PREPOSITION}\b(?P<turn>last|this|next) month{OWNER}", re.IGNORECASE)
AGO = re.compile(rf"{PREPOSITION}\b{NUMBER} (?P<unit>decade|year|month)s? ago{OWNER}", re.IGNORECASE)
RECENT = re.compile(
    rf"\b(?:last|past|previous|recent) (?:{NUMBER} )?(?P<unit>decade|year|month)s?\b(?![’'])", re.IGNORECASE
)
NOW = re.compile(rf"\b(?:{any_of(WORDS['words']['now'])})\b(?![’']s)", re.IGNORECASE)
SO_FAR = re.compile(rf"\b(?:{any_of(WORDS['words']['so_far'])})\b", re.IGNORECASE)

TO_COME = re.compile(rf"\b(?:{any_of(WORDS['words']['to_come'])})\b")
GONE = re.compile(r"\b(?:was|were|had|did|has|have|[a-z]{2,}ed)\b")
LONG_PAST = 6
"""So many months ago, a month in a sentence that looks ahead is rather the coming one."""

EARLIEST = 1000
HAS_ARTICLE = re.compile(r"(?:\b(?:the|a|its|their|his|her)|[’']s?) $", re.IGNORECASE)
MONTHS_IN = {"decade": 120, "year": 12, "month": 1}


def nearest_year(dated: Dated, month: int, day: int | None = None) -> int:
    """The year of a month that has none: the last such month, or the coming one where the text looks ahead."""
    assert dated.year is not None
    since = (dated.month or 12) - month
    ahead = bool(TO_COME.search(dated.text))
    if since > 0 or (since == 0 and (day or 0) <= (dated.day or 31)):
        return dated.year + (ahead and dated.month is not None and since > LONG_PAST)
    return dated.year - (not ahead and bool(GONE.search(dated.text)))


def turned(dated: Dated, found: re.Match[str]) -> int:
    """The year that "this", "last" or "next" year is."""
    assert dated.year is not None
    return dated.year + int(WORDS["turns"][found["turn"].lower()])


def placed(dated: Dated, found: re.Match[str], time: str, words: str) -> Moment:
    """The moment in its place: after a preposition, as an owner ("the 2019 vote"), else as an adverb ("in 2019")."""
    start = found.end("preposition") if found["preposition"] else found.start()
    if found["owner"]:
        words = words if HAS_ARTICLE.search(dated.text[:start]) else f"the {words}"
    elif not found["preposition"]:
        words = f"in {words}"
    return Moment(start, found.end(), time, as_written(dated.text[start], words))


def as_written(first: str, words: str) -> str:
    """The words with a capital where the words they replace had one."""
    return words[0].upper() + words[1:] if first.isupper() else words


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
        yield Moment(*found.span(), edtf(year, MONTHS[found["month"]], int(day) if day else None), words)


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
        if found["month"] not in MONTHS or dated.month is None or dated.year is None:
            continue
        month, turn = MONTHS[found["month"]], found["turn"].lower()
        year = dated.year + (turn == "next" and month <= dated.month) - (turn == "last" and month >= dated.month)
        yield placed(dated, found, edtf(year, month), f"{NAMES[month]} {year}")


@rule(
    examples={
        "It was signed on 17 September.": ["17 September 2020 (2020-09-17)"],
        "The measures take effect on 8 December.": ["8 December 2020 (2020-12-08)"],
        "It was signed on December 8.": ["December 8, 2019 (2019-12-08)"],
        "It enters into force on 1 January.": ["1 January 2021 (2021-01-01)"],
    },
    leaves_alone=["It was signed on 17 September 2020.", "It sent 17 in September 2019."],
)
def lone_day(dated: Dated) -> Iterator[Moment]:
    """A day without its year."""
    for found in LONE_DAY.finditer(dated.text):
        month, day = MONTHS[found["month"] or found["month_again"]], int(found["day"] or found["day_again"])
        year = nearest_year(dated, month, day)
        yield Moment(*found.span(), edtf(year, month, day), f"{found[0]}{' ' if found['month'] else ', '}{year}")


@rule(
    examples={
        "In September, it voted.": ["September 2020 (2020-09)"],
        "The September visit helped.": ["September 2020 (2020-09)"],
        "Trains are to run from November.": ["November 2020 (2020-11)"],
        "It was founded in December.": ["December 2019 (2019-12)"],
    },
    leaves_alone=["It may fall.", "It fell in August this year.", "In May 2019 it fell.", "They march on."],
)
def lone_month(dated: Dated) -> Iterator[Moment]:
    """A month without its year."""
    for found in LONE_MONTH.finditer(dated.text):
        if found["month"] in MONTHS:
            month = MONTHS[found["month"]]
            year = nearest_year(dated, month)
            yield Moment(*found.span("month"), edtf(year, month), f"{found['month']} {year}")


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
        if dated.text.startswith(" of", found.end()) or dated.year is None:
            continue
        code, turn = WORDS["seasons"][found["season"].lower()], found["turn"].lower()
        begun = dated.month is None or (code - 20) * 3 <= dated.month
        year = dated.year + (turn == "next" and begun) - (turn == "last" and not begun)
        yield placed(dated, found, edtf(year, code), f"the {found['season'].lower()} of {year}")


@rule(
    examples={
        "Trade fell last year.": ["in 2019 (2019)"],
        "Last year, trade fell.": ["In 2019 (2019)"],
        "It moved after last year's elections.": ["the 2019 (2019)"],
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
        "It fell last month.": ["in September 2020 (2020-09)"],
        "Next month's summit is a test.": ["The November 2020 (2020-11)"],
    },
    leaves_alone=["It fell in the last months of the war."],
)
def turn_of_the_month(dated: Dated) -> Iterator[Moment]:
    """This, the last or the next month."""
    for found in TURN_MONTH.finditer(dated.text):
        if dated.year is None or dated.month is None:
            continue
        year, month = months_away(dated.year, dated.month, int(WORDS["turns"][found["turn"].lower()]))
        yield placed(dated, found, edtf(year, month), f"{NAMES[month]} {year}")


@rule(
    examples={
        "It was 5.5% a decade ago.": ["in 2010 (2010)"],
        "Three years ago, it fell.": ["In 2017 (2017)"],
        "It fell two months ago.": ["in August 2020 (2020-08)"],
    },
    leaves_alone=["It fell long ago.", "It lasted three years."],
)
def ago(dated: Dated) -> Iterator[Moment]:
    """So many years or months before the publication."""
    for found in AGO.finditer(dated.text):
        assert dated.year is not None
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
        if dated.year is None or (not many and (unit != "decade" or found[0].lower().endswith("s"))):
            continue
        away = (number(many) if many else 1) * MONTHS_IN[unit]
        year, month = months_away(dated.year, dated.month or 1, -away)
        if year < EARLIEST:
            continue
        by_month = unit == "month" and dated.month
        first, last = edtf(year, month if by_month else None), edtf(dated.year, dated.month if by_month else None)
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


RELATIVE: tuple[Rule[Dated, Moment], ...] = (
    month_this_year,
    turn_of_month,
    lone_day,
    lone_month,
    part_this_year,
    season_this_year,
    turn_of_year,
    turn_of_the_month,
    ago,
    recent,
    now,
    so_far,
)
"""Where two read the same words, the one that reads more of them is right."""
