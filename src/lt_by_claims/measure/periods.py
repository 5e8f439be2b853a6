"""The time that a value is for."""

from __future__ import annotations

import re

from lt_by_claims.clause import Clause
from lt_by_claims.measure.value import Value

MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
YEAR = "(?:1[5-9]|20)[0-9]{2}"
PARTS = {"first half": ("01", "06"), "second half": ("07", "12"), "first quarter": ("01", "03"),
         "second quarter": ("04", "06"), "third quarter": ("07", "09"), "fourth quarter": ("10", "12")}  # fmt: skip

DATE = re.compile(
    rf"(?:(?P<part>{'|'.join(PARTS)}) of )?(?:(?P<month>{MONTHS}),? )?"
    rf"(?<![0-9.,€$£])(?P<year>{YEAR})(?![0-9]|[.,][0-9])"
)
NEXT_TO = re.compile(rf"(?: [\w-]+)? (?:in|for|at the end of) (?:the )?(?={DATE.pattern})")

FURTHEST = 300
"""So far from a value, in characters, a bracket may begin or end."""


def period(clause: Clause, value: Value, time: str | None) -> str | None:
    """The date in the bracket that the value stands in, else the one right after it, else the clause's; as EDTF."""
    return in_bracket(clause, value) or right_after(clause, value) or time or only_date(clause)


def in_bracket(clause: Clause, value: Value) -> str | None:
    """The one date of the bracket around the value: (in 2010, €300 million)."""
    text = clause.paragraph.text
    before = text[max(value.start - FURTHEST, 0) : value.start]
    opening = before.rfind("(")
    if opening < 0 or ")" in before[opening:]:
        return None
    closing = text.find(")", value.end, value.end + FURTHEST)
    return the_date(before[opening:] + "|" + text[value.end : closing]) if closing >= 0 else None


def right_after(clause: Clause, value: Value) -> str | None:
    """The date that follows the value at once: 387 in 2019."""
    text = clause.paragraph.text[value.end : value.end + 60]
    start = NEXT_TO.match(text)
    found = DATE.match(text, start.end()) if start else None
    return edtf(found) if found else None


def only_date(clause: Clause) -> str | None:
    """The date of the clause, where it names just one."""
    return the_date(" ".join(word.text for word in clause.words))


def the_date(text: str) -> str | None:
    """The date in a text that names just one."""
    found = {edtf(date) for date in DATE.finditer(text)}
    return found.pop() if len(found) == 1 else None


def edtf(date: re.Match[str]) -> str:
    """A date in words as EDTF: 2010, 2010-08, 2010-01/2010-06."""
    year, month, part = date["year"], date["month"], date["part"]
    if part:
        first, last = PARTS[part]
        return f"{year}-{first}/{year}-{last}"
    return f"{year}-{MONTHS.split('|').index(month) + 1:02}" if month else str(year)
