"""A moment: the stretch of a text that names a time, and what a rule needs to know to read one."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect
from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from pathlib import Path

WORDS = tomllib.loads(Path(__file__).with_name("calendar.toml").read_text(encoding="utf-8"))
MONTHS = {name.lower(): number for number, names in enumerate(WORDS["months"], start=1) for name in names}
WEEKDAYS = {name.lower(): number for number, names in enumerate(WORDS["weekdays"]) for name in names}
NAMES = {number: names[0] for number, names in enumerate(WORDS["months"], start=1)}

PUBLISHED = "2020-10-15"
"""The day, a Thursday, on which the examples of the rules are taken to be published."""


@dataclass(frozen=True, slots=True)
class Moment:
    """The stretch of a text that names a time, and the same in words that need no publication date."""

    start: int
    end: int
    edtf: str
    absolute: str | None = None

    def __str__(self) -> str:
        return f"{self.absolute} ({self.edtf})" if self.absolute else self.edtf


@dataclass(frozen=True, slots=True)
class Dated:
    """A text and when it was published; 0 for what is not known of that.

    `told` are the moments already seen in it, in order; `before` is the last that was told before the text, as EDTF.
    """

    text: str
    year: int = 0
    month: int = 0
    day: int = 0
    told: tuple[Moment, ...] = ()
    before: str | None = None

    @classmethod
    def of(cls, text: str, published: str | None, told: tuple[Moment, ...] = (), before: str | None = None) -> Dated:
        """The text with the (first) day of an EDTF publication date; one before the year 1000 is not known."""
        return cls(text, *day_told(published), told, before)

    @property
    def today(self) -> date | None:
        """The day of publication, where it is known."""
        return date(self.year, self.month, self.day) if self.year and self.month and self.day else None

    def told_before(self, place: int) -> str | None:
        """The last closed moment told before a place, not to compare with, as EDTF; else the one before the text."""
        last = bisect(self.told, place, key=lambda moment: moment.end)
        told = self.told[last - 1 :: -1] if last else ()
        closed = (
            moment.edtf for moment in told if ".." not in moment.edtf and not is_compared(self.text, moment.start)
        )
        return next(closed, self.before)

    @property
    def edtf(self) -> str:
        """When it was published, to the month where that is known."""
        return edtf(self.year, self.month) if self.year else ""

    @property
    def words(self) -> str:
        """When it was published, in words: October 2020."""
        return f"{NAMES[self.month]} {self.year}" if self.month else str(self.year)


@lru_cache(maxsize=64)
def day_told(published: str | None) -> tuple[int, int, int]:
    """Year, month and day of the (first) day of an EDTF date; 0 for what is not told."""
    found = re.match(r"([1-9][0-9]{3})(?:-(0[1-9]|1[0-2])(?:-([0-3][0-9]))?)?", published or "")
    year, month, day = (int(part or 0) for part in found.groups()) if found else (0, 0, 0)
    return year, month, day if month and day <= monthrange(year or 1, month)[1] else 0


WORD = re.compile("[a-z]+|[0-9]+")


@lru_cache(maxsize=256)
def words_in(text: str) -> frozenset[str]:
    """The words and whole numbers of a text, in lower case, by which it is told which rules may apply."""
    return frozenset(WORD.findall(text.lower()))


def last_words(phrases: Iterable[str]) -> frozenset[str]:
    """The last word of each phrase, by which it is told whether the phrase can stand in a text."""
    return frozenset(WORD.findall(phrase)[-1] for phrase in phrases)


COMPARISON = re.compile(
    r"\b(?:than|levels? of|compared (?:with|to)|as in|unlike|relative to|(?:up|down) (?:from|on))\b[^,;]{0,30}$",
    re.IGNORECASE,
)
LEVEL = re.compile(r"[0-9]{4} (?:levels?|baseline)\b")
COMPARISON_REACH = 60


def is_compared(text: str, place: int) -> bool:
    """Is what stands at this place of a text there to compare with: "less than in 2015", "from 1990 levels"?"""
    before = text[max(0, place - COMPARISON_REACH) : place]
    return bool(COMPARISON.search(before) or LEVEL.match(text, place))


def edtf(year: int, month: int = 0, day: int = 0) -> str:
    """An EDTF date: 2020, 2020-08 or 2020-08-17; a day that the month has not got is left out."""
    if day and 1 <= month <= 12 and day > monthrange(year, month)[1]:
        day = 0
    return f"{year:04}" + (f"-{month:02}" if month else "") + (f"-{day:02}" if month and day else "")


def run(year: int, first: int, last: int) -> str:
    """The months of a year from the first to the last, as EDTF."""
    return f"{edtf(year, first)}/{edtf(year, last)}"


def day_in_words(day: date) -> str:
    """17 September 2020."""
    return f"{day.day} {NAMES[day.month]} {day.year}"


def months_away(year: int, month: int, away: int) -> tuple[int, int]:
    """The year and month that many months later, or earlier where `away` is negative."""
    years, month = divmod(year * 12 + month - 1 + away, 12)
    return years, month + 1


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of these words, the longest first; those with one first letter together, to try few."""
    alike = groupby(sorted(words), key=itemgetter(0))
    return "|".join(f"{first}(?:{longest_first(word[1:] for word in group)})" for first, group in alike)


def longest_first(words: Iterable[str]) -> str:
    """A pattern for any of these words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


NEEDS_CAPITAL = any_of(form for name in WORDS["also_words"] for form in (name, name.upper()))
ANY_CASE = any_of(name for names in WORDS["months"] for name in names if name not in WORDS["also_words"])
MONTH_OR_OWNER = rf"(?P<month>\b(?:(?:{NEEDS_CAPITAL})|(?i:{ANY_CASE}))(?!\w))"
ANY_MONTH = rf"(?P<month>\b(?i:{any_of(MONTHS)})(?![\w’']))"
MONTH_NAME = rf"{MONTH_OR_OWNER}(?![’'])"
POINT = r"(?:(?:(?<=\b[A-Za-z]{3})(?<!May)|(?<=\b[Ss]ept))\.(?!$))?"
MONTH = rf"{MONTH_NAME}{POINT}"
MONTH_WORD = re.compile(rf"\b(?=\w)(?:{any_of(MONTHS)})(?!\w)", re.IGNORECASE)
ORDINAL = rf"(?:[0-9]{{1,2}}(?:st|nd|rd|th)|{any_of(WORDS['ordinals'])})"
DAY = r"(?P<day>(?<![\w.,/])(?:[12][0-9]|3[01]|0?[1-9])(?:st|nd|rd|th)?)(?![\w-])"
ORDINALS = any_of(WORDS["ordinals"]).replace(r"\-", "[ -]")
DAY_IN_WORDS = rf"(?P<word>\b(?i:{ORDINALS})\b)"
CENTURY_AND_YEAR = "(?:1[5-9]|20)[0-9]{2}"
YEAR = rf"(?P<year>{CENTURY_AND_YEAR})(?![0-9]|[.,][0-9]|s\b|[’']s\b|[%€$£°])"
YEARS = frozenset(map(str, range(1500, 2100)))
"""What `YEAR` can be."""

DAYS_OF_A_MONTH = frozenset({*map(str, range(1, 32)), *map("{:02}".format, range(1, 10))}) | last_words(
    WORDS["ordinals"]
)
"""What the last word of `DAY` or `DAY_IN_WORDS` can be."""

NUMBER = rf"(?P<number>[0-9]{{1,3}}|{any_of(WORDS['numbers'])})"
WEEKDAY = rf"(?P<weekday>{any_of(names[0] for names in WORDS['weekdays'])})"
ANY_WEEKDAY = rf"(?:\b(?:{any_of(name for names in WORDS['weekdays'] for name in names)})\b\.?,? (?:the )?)?"


def again(pattern: str) -> str:
    """The pattern for a second use in one expression: its group `x` is called `x_again`."""
    return pattern.replace(">", "_again>", 1)


@lru_cache(maxsize=256)
def places_of_months(text: str) -> tuple[int, ...]:
    """Where a word stands that can name a month."""
    return tuple([found.start() for found in MONTH_WORD.finditer(text)])


def near_months(pattern: re.Pattern[str], text: str, reach: int = 0) -> Iterator[re.Match[str]]:
    """The matches of a pattern that begin with the name of a month, or at most `reach` before one.

    The same as those of `finditer`, where all that it finds begins so; but looked for only there.
    """
    start = 0
    for place in places_of_months(text):
        start = max(start, place - reach)
        while start <= place:
            if found := pattern.match(text, start):
                yield found
            start = found.end() if found else start + 1


def number(word: str) -> int:
    """The number that a figure or a word names."""
    return int(word) if word.isdecimal() else int(WORDS["numbers"][word.lower()])


def ordinal(word: str) -> int:
    """The number of a day, or of a place in an order: 3, 3rd, third."""
    figures = re.match("[0-9]+", word)
    return int(figures[0]) if figures else int(WORDS["ordinals"][word.lower().replace(" ", "-")])


TURN = rf"(?P<turn>{any_of(WORDS['turns'])})"
PREPOSITION = rf"\b(?=\w)(?P<preposition>(?i:{any_of(WORDS['prepositions'])}) )?"
OWNER = r"(?P<owner>[’']s)?(?![\w’'])"
HAS_ARTICLE = re.compile(r"(?:\b(?:the|a|its|their|his|her)|[’']s?) $", re.IGNORECASE)


def turned(dated: Dated, found: re.Match[str]) -> int:
    """The year that "this", "last" or "next" year is."""
    return dated.year + int(WORDS["turns"][found["turn"].lower()])


def placed(dated: Dated, found: re.Match[str], time: str, words: str, link: str = "in") -> Moment:
    """The moment in its place: after a preposition, as an owner ("the 2019 vote"), else as an adverb ("in 2019")."""
    start = found.end("preposition") if found["preposition"] else found.start()
    if found["owner"]:
        words = words if HAS_ARTICLE.search(dated.text[:start]) else f"the {words}"
    elif not found["preposition"] or found["preposition"].lower() == "than ":
        words = f"{link} {words}"
    return Moment(start, found.end(), time, as_written(dated.text[start], words))


def as_written(first: str, words: str) -> str:
    """The words with a capital where the words they replace had one."""
    return words[0].upper() + words[1:] if first.isupper() else words
