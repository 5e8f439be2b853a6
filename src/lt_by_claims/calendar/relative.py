"""Years, quarters, seasons and spans that point from the day of publication: last year, a decade ago, so far."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lt_by_claims.calendar.moment import (
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
    last_words,
    months_away,
    number,
    ordinal,
    placed,
    run,
)
from lt_by_claims.calendar.tense import looks_ahead
from lt_by_claims.rule import Rule, rule

SEASONS = any_of(WORDS["seasons"])
SEASON = re.compile(rf"{PREPOSITION}\b(?P<turn>last|this|next|past) (?P<season>{SEASONS}){OWNER}", re.IGNORECASE)
A_YEAR = r"(?:calendar )?(?:year|yr)"
TURN_OF_YEAR = re.compile(
    rf"{PREPOSITION}\b(?:(?P<turn>last|this|next) {A_YEAR}|(?:the )?{TURN.replace('turn', 'the_turn')} {A_YEAR}){OWNER}"
    r"(?! (?:or|and|of)\b)",
    re.IGNORECASE,
)
QUARTER = re.compile(rf"{PREPOSITION}\b(?:the )?{TURN} (?:quarter|qtr){OWNER}", re.IGNORECASE)
LONE_QUARTER = re.compile(
    r"(?<!\ba )\b(?P<which>(?i:first|second|third|fourth|1st|2nd|3rd|4th))[ -](?:quarter|qtr)"
    r"(?![\w’'-]| of\b| ?final|,? (?:in )?[0-9]{4})"
)
QUARTERS = re.compile(rf"\b(?P<turn>last|past|previous|next|coming) {NUMBER} quarters\b", re.IGNORECASE)
UNIT = r"(?P<unit>decade|year|yr|month)s?"
AGO = re.compile(rf"{PREPOSITION}\b{NUMBER} {UNIT} (?:ago|back){OWNER}", re.IGNORECASE)
IN_SO_MANY = re.compile(rf"\b(?:in {NUMBER} {UNIT}(?: from now|[’']s? time)?|{NUMBER.replace('number', 'count')} "
                        rf"{UNIT.replace('unit', 'units')} (?:from (?:now|today)|hence))\b", re.IGNORECASE)  # fmt: skip
SPAN = rf"(?:{NUMBER} )?{UNIT}"
RECENT = re.compile(rf"\b(?:last|past|previous|recent) {SPAN}\b(?![’'])", re.IGNORECASE)
COMING = re.compile(
    rf"\b(?:(?:next|coming|following|upcoming) {NUMBER}|{NUMBER.replace('number', 'count')} (?:next|coming|upcoming))"
    rf" {UNIT}\b"
)
NEXT_DECADE = re.compile(r"\b(?:next|coming) decade\b")
NOW = re.compile(rf"\b(?:{any_of(WORDS['words']['now'])})\b(?![’']s)", re.IGNORECASE)
SO_FAR = re.compile(rf"\b(?:{any_of(WORDS['words']['so_far'])})\b", re.IGNORECASE)

MONTHS_IN = {"decade": 120, "year": 12, "yr": 12, "month": 1}
QUARTERS_IN_WORDS = ("first", "second", "third", "fourth")
EARLIEST = 1000
LATEST = 2999


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
        year = dated.year + (turn == "next" and begun) - (turn in {"last", "past"} and not begun)
        yield placed(dated, found, edtf(year, code), f"the {found['season'].lower()} of {year}")


@rule(
    examples={
        "Trade fell last year.": ["in 2019 (2019)"],
        "Last year, trade fell.": ["In 2019 (2019)"],
        "It split after last year's vote.": ["the 2019 (2019)"],
        "The plan was dropped earlier this year.": ["in 2020 (2020)"],
        "It will end by next year.": ["2021 (2021)"],
        "In the current year it fell.": ["2020 (2020)"],
    },
    leaves_alone=["Trade fell in the last year of the war.", "A year passed.", "It fell in the past year."],
    needs=[{"year", "yr"}, WORDS["turns"]],
)
def turn_of_year(dated: Dated) -> Iterator[Moment]:
    """This, the last or the next year."""
    for found in TURN_OF_YEAR.finditer(dated.text):
        turn = (found["turn"] or found["the_turn"]).lower()
        if found["turn"] or turn in {"current", "coming"}:
            year = edtf(dated.year + int(WORDS["turns"][turn]))
            yield placed(dated, found, year, year)


@rule(
    examples={
        "It grew last quarter.": ["in the third quarter of 2020 (2020-07/2020-09)"],
        "Growth in the current quarter is slow.": ["the fourth quarter of 2020 (2020-10/2020-12)"],
    },
    leaves_alone=["The last quarter of the match was dull.", "Last quarter-final."],
    needs=[WORDS["turns"]],
)
def turn_of_quarter(dated: Dated) -> Iterator[Moment]:
    """This, the last or the next quarter."""
    for found in QUARTER.finditer(dated.text) if dated.month else ():
        if re.match("-| of", dated.text[found.end() :]):
            continue
        away = 3 * int(WORDS["turns"][found["turn"].lower()])
        year, month = months_away(dated.year, (dated.month - 1) // 3 * 3 + 1, away)
        named = f"the {QUARTERS_IN_WORDS[month // 3]} quarter of {year}"
        yield placed(dated, found, run(year, month, month + 2), named)


@rule(
    examples={
        "It grew by 2% in the third quarter.": ["third quarter of 2020 (2020-07/2020-09)"],
        "Fourth-quarter sales fell.": ["2019-10/2019-12"],
    },
    leaves_alone=["In the first quarter of the match it led.", "In the third quarter-final it lost."],
)
def lone_quarter(dated: Dated) -> Iterator[Moment]:
    """A quarter without its year: the last of that number that was over, or the next where the text looks ahead."""
    for found in LONE_QUARTER.finditer(dated.text) if dated.month else ():
        last = 3 * (1 + (ordinal(found["which"]) - 1))
        over = dated.month > last
        ahead = looks_ahead(dated.text, found.start())
        year = dated.year + over if ahead else dated.year - (not over)
        yield Moment(*found.span(), run(year, last - 2, last), None if "-" in found[0] else f"{found[0]} of {year}")


@rule(
    examples={"It has grown over the last two quarters.": ["2020-04/2020-09"]},
    leaves_alone=["It grew last quarter."],
)
def quarters(dated: Dated) -> Iterator[Moment]:
    """So many whole quarters before the one of the publication, or after it; the words stay."""
    for found in QUARTERS.finditer(dated.text) if dated.month else ():
        many, here = 3 * number(found["number"]), (dated.month - 1) // 3 * 3 + 1
        back = found["turn"].lower() in {"last", "past", "previous"}
        first = months_away(dated.year, here, -many if back else 3)
        last = months_away(dated.year, here, -1 if back else many + 2)
        if first[0] > EARLIEST and last[0] < LATEST:
            yield Moment(*found.span(), f"{edtf(*first)}/{edtf(*last)}")


@rule(
    examples={
        "It was smaller a decade ago.": ["in 2010 (2010)"],
        "Three years ago, it fell.": ["In 2017 (2017)"],
        "It fell two months ago.": ["in August 2020 (2020-08)"],
    },
    leaves_alone=["It fell long ago.", "It lasted three years."],
    needs=[{"ago", "back"}],
)
def ago(dated: Dated) -> Iterator[Moment]:
    """So many years or months before the publication."""
    for found in AGO.finditer(dated.text):
        yield from away(dated, found, found["unit"].lower(), -number(found["number"]))


@rule(
    examples={
        "It will open in two years.": ["in 2022 (2022)"],
        "The vote will be held in three months' time.": ["in January 2021 (2021-01)"],
        "A year from now, it ends.": ["In 2021 (2021)"],
    },
    leaves_alone=["It was built in two years.", "It fell in two years of war."],
    needs=[{"in", "from", "hence"}],
)
def in_so_many(dated: Dated) -> Iterator[Moment]:
    """So many years or months after the publication, where the text looks ahead."""
    for found in IN_SO_MANY.finditer(dated.text):
        if found["count"]:
            words, unit = found["count"], found["units"]
        elif looks_ahead(dated.text, found.start()) and not dated.text.startswith(" of", found.end()):
            words, unit = found["number"], found["unit"]
        else:
            continue
        yield from away(dated, found, unit.lower(), number(words))


def away(dated: Dated, found: re.Match[str], unit: str, many: int) -> Iterator[Moment]:
    """The month or year so many units from the publication, said as the time that it is."""
    year, month = months_away(dated.year, dated.month or 1, many * MONTHS_IN[unit])
    if not EARLIEST < year < LATEST:
        return
    time, words = (edtf(year, month), f"{NAMES[month]} {year}") if unit == "month" else (edtf(year), str(year))
    if unit == "month" and not dated.month:
        time, words = edtf(year), str(year)
    if many < 0:
        yield placed(dated, found, time, words)
    else:
        yield Moment(*found.span(), time, as_written(found[0][0], f"in {words}"))


@rule(
    examples={
        "Trade has grown in the last decade.": ["2010/2020"],
        "Over the past three years it fell.": ["2017/2020"],
        "Over the past year it fell.": ["2019/2020"],
    },
    leaves_alone=["It fell last year.", "It fell in the last days of the war."],
    needs=[{"last", "past", "previous", "recent"}],
)
def recent(dated: Dated) -> Iterator[Moment]:
    """A run of years or months that ends with the publication; its words stay."""
    for found in RECENT.finditer(dated.text):
        unit, many = found["unit"].lower(), found["number"]
        whole = unit == "decade" or found[0].lower().startswith("past")
        if not many and (not whole or found[0].lower().endswith("s")):
            continue
        if dated.text.startswith(" of", found.end()):
            continue
        year, month = months_away(dated.year, dated.month or 1, -(number(many) if many else 1) * MONTHS_IN[unit])
        by_month = unit == "month" and dated.month
        if year > EARLIEST:
            first, last = edtf(year, month if by_month else 0), edtf(dated.year, dated.month if by_month else 0)
            yield Moment(*found.span(), f"{first}/{last}")


@rule(
    examples={
        "It will grow over the next five years.": ["2020/2025"],
        "In the next decade it will close.": ["2020/2030"],
    },
    leaves_alone=["It will close next year.", "The next five votes count."],
    needs=[{"next", "coming", "following", "upcoming"}],
)
def coming(dated: Dated) -> Iterator[Moment]:
    """A run of years or months that begins with the publication; its words stay."""
    spans = [(found, found["number"] or found["count"], found["unit"].lower()) for found in COMING.finditer(dated.text)]
    for found, many, unit in [*spans, *((found, "1", "decade") for found in NEXT_DECADE.finditer(dated.text))]:
        year, month = months_away(dated.year, dated.month or 1, number(many) * MONTHS_IN[unit])
        by_month = unit == "month" and dated.month
        if year < LATEST:
            first, last = edtf(dated.year, dated.month if by_month else 0), edtf(year, month if by_month else 0)
            yield Moment(*found.span(), f"{first}/{last}")


@rule(
    examples={"Currently, 575 firms are registered.": ["As of October 2020 (2020-10)"]},
    leaves_alone=["It needs nothing at presentations.", "The current plan fails."],
    needs=[last_words(WORDS["words"]["now"])],
)
def now(dated: Dated) -> Iterator[Moment]:
    """The time of the publication, to the month."""
    for found in NOW.finditer(dated.text):
        yield Moment(*found.span(), dated.edtf, as_written(found[0][0], f"as of {dated.words}"))


@rule(
    examples={"No drop has been recorded so far.": ["as of October 2020 (../2020-10)"]},
    leaves_alone=["It is so far from here.", "He went up to now-closed gates."],
    needs=[last_words(WORDS["words"]["so_far"])],
)
def so_far(dated: Dated) -> Iterator[Moment]:
    """All time up to the publication."""
    for found in SO_FAR.finditer(dated.text):
        if not re.match(r" (?:from|away|as|that|unsuccessful)\b|-", dated.text[found.end() :]):
            yield Moment(*found.span(), f"../{dated.edtf}", as_written(found[0][0], f"as of {dated.words}"))


QUARTERS_RECKONED: tuple[Rule[Dated, Moment], ...] = (turn_of_quarter, lone_quarter, quarters)
YEARS_RECKONED: tuple[Rule[Dated, Moment], ...] = (turn_of_year, ago, in_so_many, recent, coming)
NOW_AND_SO_FAR: tuple[Rule[Dated, Moment], ...] = (now, so_far)
