"""The moments of a text, in order."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterable
from functools import lru_cache

from lt_by_claims.calendar.bounding import BOUNDING
from lt_by_claims.calendar.days import DAYS, DAYS_IN_FIGURES, DAYS_OF_TURN
from lt_by_claims.calendar.joining import two_ends
from lt_by_claims.calendar.moment import MONTHS, WEEKDAYS, WORDS, Dated, Moment, last_words, words_in
from lt_by_claims.calendar.months import MONTHS_IN_FIGURES, MONTHS_NAMED, MONTHS_RECKONED, turn_of_the_month
from lt_by_claims.calendar.relative import NOW_AND_SO_FAR, QUARTERS_RECKONED, YEARS_RECKONED, season_this_year
from lt_by_claims.calendar.told import TOLD
from lt_by_claims.calendar.weekdays import DAYS_RECKONED, NTH_WEEKDAYS, WEEKDAYS_RECKONED, WEEKS_RECKONED
from lt_by_claims.calendar.years import CENTURIES, DECADES, PARTS, YEARS_AND_PARTS
from lt_by_claims.rule import Rule, applicable

MomentRule = Rule[Dated, Moment]
Groups = tuple[tuple[str, tuple[MomentRule, ...]], ...]

NAMED: Groups = (
    ("month", (*DAYS, *MONTHS_NAMED)),
    ("figures", (*DAYS_IN_FIGURES, *MONTHS_IN_FIGURES)),
    ("year", (*YEARS_AND_PARTS, *PARTS, *DECADES)),
    ("weekday", NTH_WEEKDAYS),
    ("decade", DECADES),
    ("century", CENTURIES),
)
"""The rules that need no day of publication, by the sort of word that they need."""

RECKONED: Groups = (
    ("month", MONTHS_RECKONED),
    ("weekday", WEEKDAYS_RECKONED),
    ("day", DAYS_RECKONED),
    ("week", WEEKS_RECKONED),
    ("unit", (*YEARS_RECKONED, *PARTS, *DAYS_OF_TURN, turn_of_the_month)),
    ("quarter", QUARTERS_RECKONED),
    ("season", (season_this_year,)),
    ("now", NOW_AND_SO_FAR),
)
"""Those that reckon from it."""

FROM_TOLD: Groups = (("unit", TOLD), ("same", TOLD), ("week", TOLD))
"""Those that reckon from a moment told before."""

READING: tuple[MomentRule, ...] = tuple(
    {each.name: each for _, rules in (*NAMED, *RECKONED, *FROM_TOLD) for each in rules}.values()
)
"""All that see a moment; what they yield is tried against each other."""

UNITS = ("year", "years", "yr", "month", "months", "decade", "decades")
SORTS = {
    **dict.fromkeys(MONTHS, "month"),
    **dict.fromkeys(WEEKDAYS, "weekday"),
    **dict.fromkeys(("today", "tomorrow", "yesterday"), "day"),
    **dict.fromkeys(("week", "weeks", "day", "days"), "week"),
    **dict.fromkeys(UNITS, "unit"),
    **dict.fromkeys(("quarter", "quarters", "qtr"), "quarter"),
    **dict.fromkeys(WORDS["seasons"], "season"),
    **dict.fromkeys(last_words(WORDS["words"]["now"] + WORDS["words"]["so_far"]), "now"),
    **dict.fromkeys(("century", "centuries"), "century"),
    **dict.fromkeys(WORDS["decades"], "decade"),
    "same": "same",
}
"""The words without which no rule sees a moment, by what they are words of."""

POINTING_BACK = frozenset(word for word, sort in SORTS.items() if sort in dict(FROM_TOLD))
"""Those without which none points to a time told before."""


FIGURES_JOINED = re.compile("[0-9][-/.][0-9]")
"""What a date or a month in figures holds."""


def sorts(text: str) -> set[str]:
    """The sorts of words of time among the words of a text."""
    words = words_in(text)
    found = {SORTS[word] for word in SORTS.keys() & words}
    figures = [word for word in words if word < "a"]
    if any(len(word) == 4 for word in figures):
        found.add("year")
    if figures and "s" in words:
        found.add("decade")
    if len(figures) > 1 and FIGURES_JOINED.search(text):
        found.add("figures")
    return found


def reading(groups: Groups, seen: set[str], dated: Dated) -> list[Moment]:
    """What the rules of the groups that have their words see."""
    wanted = {each.name: each for sort, rules in groups if sort in seen for each in rules}
    return [moment for each in applicable(wanted.values(), words_in(dated.text)) for moment in each(dated)]


def points_back(text: str) -> bool:
    """May a text point to a time told before it?"""
    return not POINTING_BACK.isdisjoint(words_in(text))


def apart(found: Iterable[Moment]) -> tuple[Moment, ...]:
    """The moments in order; of two that share words, the one with more of them."""
    kept: list[Moment] = []
    for moment in sorted(found, key=lambda m: (m.start - m.end, m.start, m.absolute or "")):
        place = bisect(kept, moment.start, key=lambda m: m.start)
        is_clear_before = not place or kept[place - 1].end <= moment.start
        if is_clear_before and (place == len(kept) or moment.end <= kept[place].start):
            kept.insert(place, moment)
    return tuple(kept)


@lru_cache(maxsize=512)
def moments(text: str, published: str | None, before: str | None = None) -> tuple[Moment, ...]:
    """The moments of a text, in order, none within another.

    Words that point from the day of publication count where `published` (EDTF) is given, and no moment is more precise
    than that allows; `before` is the time told last before the text, for "the same year" and "a year earlier".
    """
    if not (seen := sorts(text)):
        return ()
    dated = Dated.of(text, published)
    found = apart(reading((*NAMED, *RECKONED) if dated.year else NAMED, seen, dated))
    if points_back(text):
        found = apart((*found, *reading(FROM_TOLD, seen, Dated.of(text, published, found, before))))
    return apart((*found, *two_ends(Dated.of(text, published, found)))) if len(found) > 1 else found


@lru_cache(maxsize=256)
def expressions(text: str, published: str | None) -> tuple[Moment, ...]:
    """The moments of a text, each with the word that opens one of its ends: "since 2014" is 2014/.. ."""
    found = moments(text, published)
    if not found:
        return ()
    dated, words = Dated.of(text, published, found), words_in(text)
    return apart((*found, *[opened for each in applicable(BOUNDING, words) for opened in each(dated)]))
