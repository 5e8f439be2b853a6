"""An EDTF time in plain words: 2019, August 2020, the first half of 2021, 2010–2015."""

from __future__ import annotations

import re

from lt_by_claims.calendar.moment import NAMES, WORDS

SEASONS = {code: name for name, code in WORDS["seasons"].items() if name != "fall"}
PARTS = {
    (1, 6): "the first half of", (7, 12): "the second half of", (1, 3): "the first quarter of",
    (4, 6): "the second quarter of", (7, 9): "the third quarter of", (10, 12): "the fourth quarter of",
    (1, 9): "the first nine months of",
}  # fmt: skip
DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


def in_words(edtf: str) -> str | None:
    """The time in words that need no publication date, None where it has no plain ones."""
    ends = [DATE.fullmatch(end) for end in edtf.split("/")]
    if not all(ends):
        return None
    (first, *more) = [(int(end[1]), int(end[2] or 0), int(end[3] or 0)) for end in ends if end]
    if not more:
        return date_in_words(*first)
    last = more[0]
    if first[0] == last[0] and not first[2] and not last[2] and (named := PARTS.get((first[1], last[1]))):
        return f"{named} {first[0]}"
    if first[1] or last[1]:
        words = [date_in_words(*end) for end in (first, last)]
        return " to ".join(filter(None, words)) if all(words) else None
    decade = first[0] % 10 == 0 and last[0] == first[0] + 9
    return f"the {first[0]}s" if decade else f"{first[0]}–{last[0]}"


def date_in_words(year: int, month: int, day: int) -> str | None:
    """A year, a season, a month or a day in words."""
    if month > 12:
        return f"the {SEASONS[month]} of {year}" if month in SEASONS else None
    return " ".join(filter(None, (str(day or ""), NAMES.get(month, ""), str(year))))
