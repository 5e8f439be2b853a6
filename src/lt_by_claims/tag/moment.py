"""A moment: the stretch of a text that names a time, and what a rule needs to know to read one."""

from __future__ import annotations

import re
import tomllib
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

WORDS = tomllib.loads(Path(__file__).with_name("calendar.toml").read_text(encoding="utf-8"))
MONTHS = {name: number for number, names in enumerate(WORDS["months"], start=1) for name in names}
NAMES = {number: names[0] for number, names in enumerate(WORDS["months"], start=1)}

PUBLISHED = "2020-10-15"
"""The day on which the examples of the rules are taken to be published."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A text and when it was published; 0 for what is not known of that."""

    text: str
    year: int = 0
    month: int = 0
    day: int = 0

    @classmethod
    def of(cls, text: str, published: str | None) -> Dated:
        """The text with the (first) day of an EDTF publication date."""
        found = re.match(r"([0-9]{4})(?:-(0[1-9]|1[0-2])(?:-([0-3][0-9]))?)?", published or "")
        return cls(text, *(int(part or 0) for part in found.groups())) if found else cls(text)

    @property
    def edtf(self) -> str:
        """When it was published, to the month where that is known."""
        return edtf(self.year, self.month) if self.year else ""

    @property
    def words(self) -> str:
        """When it was published, in words: October 2020."""
        return f"{NAMES[self.month]} {self.year}" if self.month else str(self.year)


@dataclass(frozen=True, slots=True)
class Moment:
    """The stretch of a text that names a time, and the same in words that need no publication date."""

    start: int
    end: int
    edtf: str
    absolute: str | None = None

    def __str__(self) -> str:
        return f"{self.absolute} ({self.edtf})" if self.absolute else self.edtf


def edtf(year: int, month: int = 0, day: int = 0) -> str:
    """An EDTF date: 2020, 2020-08 or 2020-08-17; a day that the month has not got is left out."""
    if 1 <= month <= 12 and day > monthrange(year, month)[1]:
        day = 0
    return f"{year:04}" + (f"-{month:02}" if month else "") + (f"-{day:02}" if month and day else "")


def months_away(year: int, month: int, away: int) -> tuple[int, int]:
    """The year and month that many months later, or earlier where `away` is negative."""
    years, month = divmod(year * 12 + month - 1 + away, 12)
    return years, month + 1


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of these words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


MONTH = rf"(?P<month>{any_of(MONTHS)})"
DAY = r"(?P<day>[12][0-9]|3[01]|0?[1-9])(?:st|nd|rd|th)?"
CENTURY_AND_YEAR = "(?:1[5-9]|20)[0-9]{2}"
YEAR = rf"(?P<year>{CENTURY_AND_YEAR})(?![0-9]|[.,][0-9]|s\b|[’']s\b|[%€$£°])"
NUMBER = rf"(?P<number>[0-9]{{1,3}}|{any_of(WORDS['numbers'])})"


def again(pattern: str) -> str:
    """The pattern for a second use in one expression: its group `x` is called `x_again`."""
    return pattern.replace(">", "_again>", 1)


def number(word: str) -> int:
    """The number that a figure or a word names."""
    return int(word) if word.isdecimal() else int(WORDS["numbers"][word.lower()])


TURN = rf"(?P<turn>{any_of(WORDS['turns'])})"
PREPOSITION = rf"(?P<preposition>\b(?:{any_of(WORDS['prepositions'])}) )?"
OWNER = r"(?P<owner>[’']s)?(?![\w’'])"
HAS_ARTICLE = re.compile(r"(?:\b(?:the|a|its|their|his|her)|[’']s?) $", re.IGNORECASE)


def turned(dated: Dated, found: re.Match[str]) -> int:
    """The year that "this", "last" or "next" year is."""
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
