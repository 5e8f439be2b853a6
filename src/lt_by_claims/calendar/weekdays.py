"""Days and weeks that point from the day of publication, where that is known: yesterday, on Monday, last week."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from lt_by_claims.calendar.moment import (
    MONTH,
    MONTHS,
    NAMES,
    NUMBER,
    ORDINAL,
    OWNER,
    PREPOSITION,
    WEEKDAYS,
    WORDS,
    YEAR,
    Dated,
    Moment,
    any_of,
    as_written,
    day_in_words,
    months_away,
    number,
    ordinal,
    placed,
)
from lt_by_claims.calendar.tense import looks_ahead, nearest_year
from lt_by_claims.rule import Rule, rule

AWAY = {"the day before yesterday": -2, "yesterday": -1, "today": 0, "tomorrow": 1, "the day after tomorrow": 2}
NEAR_DAY = re.compile(rf"{PREPOSITION}\b(?P<day>{any_of(AWAY)})(?![’']?s\b(?<!’s)(?<!'s)){OWNER}", re.IGNORECASE)
TURNS = "last|past|previous|this|next|coming|following"
OF_WEEK = r"(?:,? (?:of |from )?(?P<week>last|this|next) week)?"
EVERY_CASE = rf"(?P<weekday>(?i:{any_of(names[0] for names in WORDS['weekdays'])}))"
LONE_WEEKDAY = re.compile(rf"{PREPOSITION}\b(?:(?P<turn>(?i:{TURNS})) )?{EVERY_CASE}{OF_WEEK}{OWNER}(?! ?[–-])")
IN_NAME = re.compile(r"(?:\b(?:[Ee]very|[Ee]ach|[Ee]aster|[Ii]n|[A-Z][a-z]*[’']?s?)|[’']s) $")
MAY_STAND = re.compile(r"\b(?:On|Since|Last|This|Next|Until|By|From|Before|After|The) $")
A_MONTH = rf"(?:{MONTH}(?:,? (?:of )?{YEAR})?|(?P<turn>last|this|next) month|(?P<the_month>the month)(?! of))"
NTH_WEEKDAY = re.compile(rf"\b(?P<which>{ORDINAL}|last) {EVERY_CASE} (?:of|in) {A_MONTH}")
WEEK = re.compile(rf"{PREPOSITION}\b(?:the )?(?P<turn>{TURNS}|current) week{OWNER}", re.IGNORECASE)
SO_MANY = rf"{NUMBER} (?P<unit>day|week)s?"
DAYS_AWAY = re.compile(
    rf"\b(?:in {SO_MANY}(?:[’']s? time)?|{SO_MANY.replace('number', 'count').replace('unit', 'units')}"
    r" (?P<way>ago|back|hence|from now|(?:from|before|after) (?P<from>today|tomorrow|yesterday)))\b",
    re.IGNORECASE,
)
RECENT_DAYS = re.compile(rf"\b(?P<turn>last|past|previous|next|coming) {SO_MANY}\b", re.IGNORECASE)

FARTHEST = 1000
"""So many days or weeks at most are reckoned from the publication."""


@rule(
    examples={
        "Talks ended yesterday.": ["on 14 October 2020 (2020-10-14)"],
        "Tomorrow's vote counts.": ["The 16 October 2020 (2020-10-16)"],
        "They meet the day after tomorrow.": ["on 17 October 2020 (2020-10-17)"],
    },
    leaves_alone=["All our yesterdays."],
)
def near_day(dated: Dated) -> Iterator[Moment]:
    """Today and the days next to it; "today" counts as the month where no more is known of the publication."""
    for found in NEAR_DAY.finditer(dated.text):
        away = AWAY[found["day"].lower()]
        if dated.today:
            day = dated.today + timedelta(away)
            yield placed(dated, found, day.isoformat(), day_in_words(day), "on")
        elif not away and not found["owner"]:
            yield Moment(*found.span("day"), dated.edtf, as_written(found["day"][0], f"as of {dated.words}"))


@rule(
    examples={
        "The minister resigned on Monday.": ["12 October 2020 (2020-10-12)"],
        "They will meet on Monday.": ["19 October 2020 (2020-10-19)"],
        "Last Friday, talks broke down.": ["On 9 October 2020 (2020-10-09)"],
        "The vote is next Tuesday.": ["on 20 October 2020 (2020-10-20)"],
        "It ends on Friday this week.": ["16 October 2020 (2020-10-16)"],
    },
    leaves_alone=["Shops close on Mondays.", "Black Friday sales fell.", "It happens every Sunday."],
)
def weekday(dated: Dated) -> Iterator[Moment]:
    """A day by its name: the last where the text looks back, else the next; with "last" or "next" that of the week."""
    if not (today := dated.today):
        return
    for found in LONE_WEEKDAY.finditer(dated.text):
        before = dated.text[max(0, found.start() - 20) : found.start()]
        if IN_NAME.search(before) and not MAY_STAND.search(before):
            continue
        turn = (found["turn"] or found["week"] or "").lower()
        day = the_weekday(today, WEEKDAYS[found["weekday"].lower()], turn, looks_ahead(dated.text, found.start()))
        yield placed(dated, found, day.isoformat(), day_in_words(day), "on")


def the_weekday(today: date, which: int, turn: str, ahead: bool | None) -> date:
    """The day of that name which is meant."""
    monday, after = today - timedelta(today.weekday()), (which - today.weekday() - 1) % 7 + 1
    match turn:
        case "this" | "last" | "previous" | "next" | "following":
            return monday + timedelta(which + 7 * int(WORDS["turns"].get(turn, 1)))
        case "past":
            return today + timedelta(after - 7 or -7)
        case "":
            return today + timedelta(after - 7 if ahead is False else after)
    return today + timedelta(after)


@rule(
    examples={
        "It votes on the first Monday of March 2021.": ["2021-03-01"],
        "It was held on the last Sunday of September.": ["last Sunday of September 2020 (2020-09-27)"],
        "It was held on the second Friday of last month.": ["second Friday of September 2020 (2020-09-11)"],
    },
    leaves_alone=["The first Monday was grey.", "It votes on the fifth Monday of February 2021."],
)
def nth_weekday(dated: Dated) -> Iterator[Moment]:
    """A weekday by its place in a month."""
    for found in NTH_WEEKDAY.finditer(dated.text):
        if not found["year"] and not dated.month:
            continue
        if found["month"]:
            month = MONTHS[found["month"].lower()]
            year = int(found["year"]) if found["year"] else nearest_year(dated, found.start("month"), month)
        else:
            year, month = months_away(dated.year, dated.month, int(WORDS["turns"][(found["turn"] or "this").lower()]))
        day = day_in_month(year, month, WEEKDAYS[found["weekday"].lower()], found["which"].lower())
        if day:
            words = f"{found['which']} {found['weekday']} of {NAMES[month]} {year}"
            yield Moment(*found.span(), day.isoformat(), None if found["year"] else words)


def day_in_month(year: int, month: int, weekday: int, which: str) -> date | None:
    """The n-th such weekday of the month, None where it has not so many."""
    first = date(year, month, 1)
    first += timedelta((weekday - first.weekday()) % 7)
    days = [day for k in range(5) if (day := first + timedelta(7 * k)).month == month]
    n = len(days) if which == "last" else ordinal(which)
    return days[n - 1] if 1 <= n <= len(days) else None


@rule(
    examples={
        "Talks ended last week.": ["in the week of 5 October 2020 (2020-10-05/2020-10-11)"],
        "Next week's vote counts.": ["The 19–25 October 2020 (2020-10-19/2020-10-25)"],
    },
    leaves_alone=["It fell in the last week of the war.", "It was a long week."],
)
def week(dated: Dated) -> Iterator[Moment]:
    """This, the last or the next week, from Monday to Sunday."""
    if not (today := dated.today):
        return
    for found in WEEK.finditer(dated.text):
        if dated.text.startswith(" of", found.end()):
            continue
        turn = int(WORDS["turns"].get(found["turn"].lower(), 1))
        first = today + timedelta(7 * turn - today.weekday())
        last = first + timedelta(6)
        shown = str(first.day) if first.month == last.month else f"{first.day} {NAMES[first.month]}"
        words = f"{shown}–{day_in_words(last)}" if found["owner"] else f"the week of {day_in_words(first)}"
        yield placed(dated, found, f"{first}/{last}", words)


@rule(
    examples={
        "It ended three days ago.": ["on 12 October 2020 (2020-10-12)"],
        "It ended two weeks ago.": ["around 1 October 2020 (2020-10-01~)"],
        "It will end in two weeks.": ["around 29 October 2020 (2020-10-29~)"],
        "It ends 3 days from today.": ["on 18 October 2020 (2020-10-18)"],
    },
    leaves_alone=["It was built in two weeks.", "It lasted three weeks."],
)
def days_away(dated: Dated) -> Iterator[Moment]:
    """So many days or weeks from the publication; of weeks the day is near, not sure."""
    if not (today := dated.today):
        return
    for found in DAYS_AWAY.finditer(dated.text):
        if found["number"] and not looks_ahead(dated.text, found.start()):
            continue
        many, unit = number(found["number"] or found["count"]), (found["unit"] or found["units"]).lower()
        if many > FARTHEST:
            continue
        way = (found["way"] or "").lower()
        sign = -1 if way in {"ago", "back"} or way.startswith("before") else 1
        base = today + timedelta(AWAY[(found["from"] or "today").lower()])
        day = base + timedelta(sign * many * (7 if unit == "week" else 1))
        sure = unit == "day" or found["from"]
        words = f"{'on' if sure else 'around'} {day_in_words(day)}"
        yield Moment(*found.span(), f"{day}" if sure else f"{day}~", as_written(found[0][0], words))


@rule(
    examples={"It has rained for the past three days.": ["2020-10-12/2020-10-14"]},
    leaves_alone=["It rained for three days."],
)
def recent_days(dated: Dated) -> Iterator[Moment]:
    """A run of days or weeks before the publication or after it; its words stay."""
    if not (today := dated.today):
        return
    for found in RECENT_DAYS.finditer(dated.text):
        many = number(found["number"]) * (7 if found["unit"].lower() == "week" else 1)
        if many > 7 * FARTHEST:
            continue
        back = found["turn"].lower() in {"last", "past", "previous"}
        first, last = (-many, -1) if back else (1, many)
        yield Moment(*found.span(), f"{today + timedelta(first)}/{today + timedelta(last)}")


DAYS_RECKONED: tuple[Rule[Dated, Moment], ...] = (near_day,)
WEEKDAYS_RECKONED: tuple[Rule[Dated, Moment], ...] = (weekday,)
NTH_WEEKDAYS: tuple[Rule[Dated, Moment], ...] = (nth_weekday,)
WEEKS_RECKONED: tuple[Rule[Dated, Moment], ...] = (week, days_away, recent_days)
