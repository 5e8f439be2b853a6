"""Times that point from the one told before them: a year earlier, the same period last year, by the end of the year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from lt_by_claims.calendar.moment import (
    NUMBER,
    OWNER,
    PREPOSITION,
    WORDS,
    YEAR,
    Dated,
    Moment,
    day_in_words,
    edtf,
    months_away,
    number,
    placed,
    run,
)
from lt_by_claims.calendar.words import in_words
from lt_by_claims.calendar.years import PART, months_of_part
from lt_by_claims.rule import Rule, rule

FROM_TOLD = re.compile(
    rf"{PREPOSITION}\b{NUMBER} (?P<unit>decade|year|month|week|day)s?"
    rf" (?P<way>earlier|later|before(?= ?[.,;)]| ?$)){OWNER}",
    re.IGNORECASE,
)
NEXT_TO_TOLD = re.compile(
    rf"{PREPOSITION}\b(?:the )?(?:(?P<way>previous|preceding|following) (?P<unit>year|month)"
    rf"|(?:year|month) (?P<after>before|after)(?= ?[.,;)]| ?$)){OWNER}",
    re.IGNORECASE,
)
SAME = re.compile(
    rf"{PREPOSITION}\b(?:the same|that(?= year)) (?P<unit>year|month|day){OWNER}(?! (?:as|of|last)\b)", re.IGNORECASE
)
SAME_PERIOD = re.compile(
    r"\b(?:the )?same (?:period|months?|quarter|half|season|time|day|weeks?) ?(?:of |in |\()?(?:the )?"
    rf"(?:{YEAR}|(?P<last>(?:last|previous|preceding) year|year (?:before|earlier)|a year (?:earlier|before|ago)))",
    re.IGNORECASE,
)
STRETCHES = ("end", "beginning", "start", "middle", "course", "rest", "remainder", "close", "turn")
ENDS = frozenset({"early", "late", "mid", *STRETCHES})
ITS_END = rf"(?:early|late|mid|(?:{'|'.join(STRETCHES)}) of)"
IN_THE_YEAR = re.compile(
    rf"\b(?P<end>{ITS_END}[ -])(?P<words>the (?P<unit>year|month|decade))(?![\w’'-]| (?:of|before|after)\b)",
    re.IGNORECASE,
)


OFFSET = re.compile(
    rf"\b{NUMBER} (?P<unit>decade|year|month|week|day)s? (?P<way>before|prior to|after|following|from) (?:the )?$",
    re.IGNORECASE,
)
PART_OF_THE_YEAR = re.compile(rf"\b{PART} of the year(?![\w’'-]| (?:of|before|after)\b)", re.IGNORECASE)
MONTHS_TO = re.compile(
    rf"\b(?:{NUMBER} months|(?<=the )year) (?:to|ending|ended|through)(?: in)? (?:the end of )?$", re.IGNORECASE
)
MONTH_ALONE = re.compile("[0-9]{4}-(?:0[1-9]|1[0-2])")
REACH = 40


def shifted(time: str, months: int, *, to_the_day: bool = False) -> str | None:
    """The time so many months away, a day as its month if not `to_the_day`; None where it is less precise than that."""
    ends = []
    for end in time.split("/"):
        found = re.fullmatch(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2})~?)?", end)
        if not found or (months % 12 and not found[2]):
            return None
        if found[2] and int(found[2]) > 12:
            ends.append(f"{int(found[1]) + months // 12:04}-{found[2]}")
            continue
        year, month = months_away(int(found[1]), int(found[2] or 1), months)
        if not 1000 <= year <= 2999:
            return None
        ends.append(edtf(year, month if found[2] else 0, int(found[3] or 0) if to_the_day else 0))
    return "/".join(ends)


def day_of(time: str | None) -> date | None:
    """The day that the time is, if it is one."""
    return date.fromisoformat(time) if time and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", time) else None


def year_told(dated: Dated, place: int) -> int:
    """The one year that was told before, 0 where there is none."""
    years = set(re.findall(r"(?<![0-9-])[0-9]{4}", dated.told_before(place) or ""))
    return int(years.pop()) if len(years) == 1 else 0


@rule(
    examples={
        "In 2019 it sold 5 tonnes, and a year earlier 6.": ["2019", "in 2018 (2018)"],
        "In May 2020 it sold more than a year earlier.": ["2020-05", "in May 2019 (2019-05)"],
        "It opened in May 2019; three months later it shut.": ["2019-05", "in August 2019 (2019-08)"],
        "It opened on 3 May 2019 and shut ten days later.": ["2019-05-03", "on 13 May 2019 (2019-05-13)"],
    },
    leaves_alone=["A year earlier it fell.", "In 2019 it opened; three months later it shut."],
    needs=[{"earlier", "later", "before"}],
)  # fmt: skip
def from_told(dated: Dated) -> Iterator[Moment]:
    """So long before the time told last, or after it."""
    for found in FROM_TOLD.finditer(dated.text):
        told, unit = dated.told_before(found.start()), found["unit"].lower()
        many = number(found["number"]) * (1 if found["way"].lower() == "later" else -1)
        if unit in {"week", "day"}:
            if (base := day_of(told)) and abs(many) <= 1000:
                day = base + timedelta(many * (7 if unit == "week" else 1))
                near = f"{day}~" if unit == "week" else f"{day}"
                yield placed(dated, found, near, day_in_words(day), "around" if unit == "week" else "on")
        elif told and (time := shifted(told, many * {"decade": 120, "year": 12, "month": 1}[unit])):
            yield placed(dated, found, time, in_words(time) or time)


@rule(
    examples={
        "It fell in 2018 and rose the following year.": ["2018", "in 2019 (2019)"],
        "In 2018 it sold more than in the previous year.": ["2018", "2017 (2017)"],
        "It fell in 2018, after a rise the year before.": ["2018", "in 2017 (2017)"],
    },
    leaves_alone=["The following year was good.", "In 2018 the previous years mattered."],
    needs=[{"previous", "preceding", "following", "before", "after"}, {"year", "month"}],
)
def next_to_told(dated: Dated) -> Iterator[Moment]:
    """The year or month before the one told last, or after it."""
    for found in NEXT_TO_TOLD.finditer(dated.text):
        way = (found["way"] or found["after"]).lower()
        months = 1 if "month" in found[0].lower() else 12
        told = dated.told_before(found.start()) if months == 1 else str(year_told(dated, found.start()) or "")
        if told and (time := shifted(told, months if way in {"following", "after"} else -months)):
            yield placed(dated, found, time, in_words(time) or time)


@rule(
    examples={
        "It opened in May 2019 and closed in the same year.": ["2019-05", "2019 (2019)"],
        "It opened on 3 May 2019 and closed the same month.": ["2019-05-03", "in May 2019 (2019-05)"],
    },
    leaves_alone=["It closed in the same year as the port.", "In 2019 it closed in the same month."],
    needs=[{"same", "that"}, {"year", "month", "day"}],
)
def same(dated: Dated) -> Iterator[Moment]:
    """The year, month or day told last."""
    for found in SAME.finditer(dated.text):
        told, length = dated.told_before(found.start()) or "", {"year": 4, "month": 7, "day": 10}[found["unit"].lower()]
        ends = {end[:length] for end in told.split("/")}
        if len(ends) == 1 and len(time := ends.pop()) == length and (words := in_words(time)):
            yield placed(dated, found, time, words, "on" if length == 10 else "in")


@rule(
    examples={
        "In the first half of 2020 it sold more than in the same period last year.": [
            "2020-01/2020-06", "the first half of 2019 (2019-01/2019-06)",
        ],
        "It rose in May 2020, compared with the same month of 2018.": ["2020-05", "May 2018 (2018-05)"],
    },
    leaves_alone=["It rose in the same period.", "It did the same last year."],
    needs=[{"same"}],
)  # fmt: skip
def same_period(dated: Dated) -> Iterator[Moment]:
    """The time told last, in another year."""
    for found in SAME_PERIOD.finditer(dated.text):
        years = re.findall(r"(?<![0-9-])[0-9]{4}", told := dated.told_before(found.start()) or "")
        if years and told != years[0]:
            away = int(found["year"]) - int(years[0]) if found["year"] else -1
            if time := shifted(told, 12 * away):
                yield Moment(*found.span(), time, in_words(time))


@rule(
    examples={
        "It must close by the end of the year.": ["2020 (2020)"],
        "It opened in May 2017 and closed at the end of the year.": ["2017-05", "2017 (2017)"],
    },
    leaves_alone=["It was the event of the year.", "It ended at the end of the year of the flood."],
    needs=[ENDS, {"year", "month", "decade"}],
)
def in_the_year(dated: Dated) -> Iterator[Moment]:
    """An end or a part of "the year", "the month", "the decade" that was told last, else of the publication."""
    for found in IN_THE_YEAR.finditer(dated.text):
        year = year_told(dated, found.start()) or dated.year
        unit, first = found["unit"].lower(), year // 10 * 10
        if unit == "decade" and year:
            yield Moment(*found.span("words"), f"{first}/{first + 9}", f"the {first}s")
        elif unit == "year" and year:
            yield Moment(*found.span("words"), f"{year:04}", f"{year}")
        elif unit == "month" and dated.month and not dated.told_before(found.start()):
            yield Moment(*found.span("words"), dated.edtf, dated.words)


@rule(
    examples={
        "It grew in the first quarter of the year.": ["first quarter of 2020 (2020-01/2020-03)"],
        "In 2018 it grew in the first half of the year.": ["2018", "first half of 2018 (2018-01/2018-06)"],
    },
    leaves_alone=["It was the best quarter of the year.", "In the third half of the year it fell."],
    needs=[{"year"}, WORDS["parts"]],
)
def part_of_the_year(dated: Dated) -> Iterator[Moment]:
    """A half, a quarter or some months of "the year" that was told last, else of the publication."""
    for found in PART_OF_THE_YEAR.finditer(dated.text):
        year = year_told(dated, found.start()) or dated.year
        if year and (months := months_of_part(found)):
            yield Moment(*found.span(), run(year, *months), f"{found[0].rsplit(' of the', 1)[0]} of {year}")


@rule(
    examples={
        "It left two weeks before 13 May 2019.": ["2019-04-29"],
        "It will end two months after the 2021-03-15 vote.": ["2021-05-15"],
    },
    leaves_alone=["It left two weeks before the vote of 2019.", "It left before 13 May 2019."],
    needs=[{"before", "prior", "after", "following", "from"}],
)
def offset(dated: Dated) -> Iterator[Moment]:
    """So long before a moment, or after it."""
    for moment in dated.told:
        before = dated.text[max(0, moment.start - REACH) : moment.start]
        if not (found := OFFSET.search(before)):
            continue
        many = number(found["number"]) * (-1 if found["way"].lower() in {"before", "prior to"} else 1)
        start, unit = moment.start - len(before) + found.start(), found["unit"].lower()
        if unit in {"week", "day"}:
            if (base := day_of(moment.edtf)) and abs(many) <= 1000:
                day = base + timedelta(many * (7 if unit == "week" else 1))
                yield Moment(start, moment.end, day.isoformat(), f"on {day_in_words(day)}" if moment.absolute else None)
        elif time := shifted(moment.edtf, many * {"decade": 120, "year": 12, "month": 1}[unit], to_the_day=True):
            yield Moment(start, moment.end, time, f"in {in_words(time)}" if moment.absolute else None)


@rule(
    examples={
        "In the year to September 2019 it grew.": ["2018-10/2019-09"],
        "Sales in the three months to June fell.": ["three months to June 2020 (2020-04/2020-06)"],
    },
    leaves_alone=["It grew in the year to 2019.", "It lasted three months, to June."],
    needs=[{"to", "ending", "ended", "through"}, {"months", "year"}],
)
def months_to(dated: Dated) -> Iterator[Moment]:
    """A year or so many months that end with a month."""
    for moment in dated.told:
        before = dated.text[max(0, moment.start - REACH) : moment.start]
        if not (MONTH_ALONE.fullmatch(moment.edtf) and (found := MONTHS_TO.search(before))):
            continue
        many = number(found["number"]) if found["number"] else 12
        if many > 0 and (first := shifted(moment.edtf, 1 - many)):
            start = moment.start - len(before) + found.start()
            words = dated.text[start : moment.start] + moment.absolute if moment.absolute else None
            yield Moment(start, moment.end, f"{first}/{moment.edtf}", words)


TOLD: tuple[Rule[Dated, Moment], ...] = (
    from_told, next_to_told, same, same_period, part_of_the_year, in_the_year, offset,
    months_to,
)  # fmt: skip
