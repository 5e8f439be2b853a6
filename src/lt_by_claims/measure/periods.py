"""The time that a value is for."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lt_by_claims.calendar import Moment, expressions, moments
from lt_by_claims.clause import Clause
from lt_by_claims.measure.lexicon import words
from lt_by_claims.measure.value import Value

NEXT_TO = re.compile(r"(?: [\w-]+)? (?:(?:in|for|during|at the end of|as of) (?:the )?|\()", re.IGNORECASE)
BY_COMPARISON = frozenset({"percent", "ratio", "pp"})
COMPARED = re.compile(
    r"[^.;()]{0,40}\b(?:levels? of|than(?: in)?|as in|compared (?:with|to)|(?:up|down) on|against|over|from) (?:the )?$"
)
DIFFERS = re.compile(rf" (?:{'|'.join((*words('phrases', 'less'), *words('phrases', 'more')))})\b(?! than)")
YEARS = re.compile(r"[0-9]{4}/[0-9]{4}")
FROM = re.compile(r"\bfrom (?:about |around |some )?$")
TO = re.compile(r"[^.;,()0-9]{0,40} to (?=[^a-z]*[0-9])")
FROM_AND_TO = re.compile(
    r"\bfrom (?:[^.;,()]|[.,][0-9]){0,80}[0-9](?:[^.;,()]|[.,][0-9]){0,80} to (?:about |around |some )?$"
)
FURTHEST = 300
"""So far from a value, in characters, a bracket may begin or end."""

NEAR = 80
"""So far after a value, in characters, a time may stand that it is compared with."""


def period(clause: Clause, value: Value, time: str | None, published: str | None = None) -> str | None:
    """The time in the bracket that the value stands in, else the one right after it, else the clause's; as EDTF.

    A value that compares two times is for the stretch from the one to the other.
    """
    found = moments(clause.paragraph.text, published)
    own = in_bracket(clause, value, found) or right_after(clause, value, found) or time or only_time(clause, published)
    own = end_of(own, clause.paragraph.text, value)
    return between(compared_with(clause, value, found), own) or own


def in_bracket(clause: Clause, value: Value, found: Iterable[Moment]) -> str | None:
    """The one time of the bracket around the value: (in 2010, €300 million)."""
    text = clause.paragraph.text
    opening = text.rfind("(", max(value.start - FURTHEST, 0), value.start)
    closing = text.find(")", value.end, value.end + FURTHEST)
    if opening < 0 or closing < 0 or ")" in text[opening : value.start]:
        return None
    return the_time(moment for moment in found if opening < moment.start and moment.end <= closing)


def right_after(clause: Clause, value: Value, found: Iterable[Moment]) -> str | None:
    """The time that follows the value at once: 387 in 2019."""
    text = clause.paragraph.text
    for moment in found:
        if value.end <= moment.start < value.end + NEAR and adjoins(text[value.end : moment.start], moment):
            return moment.edtf
    return None


def adjoins(between: str, moment: Moment) -> bool:
    """Does the moment say when, with these words between it and a value: " in ", or " " before "a year earlier"?"""
    is_adverb = between == " " and (moment.absolute or "").startswith(("in ", "on ", "around "))
    return is_adverb or bool(NEXT_TO.fullmatch(between))


def end_of(time: str | None, text: str, value: Value) -> str | None:
    """Of a run of years the first for "from 5%" and the last for "to 8%", where a value rose or fell in it."""
    if not time or not YEARS.fullmatch(time):
        return time
    if FROM.search(text[max(0, value.start - NEAR) : value.start]) and TO.match(text, value.end):
        return time[:4]
    return time[5:] if FROM_AND_TO.search(text[max(0, value.start - NEAR) : value.start]) else time


def only_time(clause: Clause, published: str | None) -> str | None:
    """The time of the clause, where it names just one."""
    return the_time(expressions(" ".join(word.text for word in clause.words), published))


def the_time(found: Iterable[Moment]) -> str | None:
    """The time of some moments, where it is just one."""
    told = {moment.edtf for moment in found}
    return told.pop() if len(told) == 1 else None


def compared_with(clause: Clause, value: Value, found: tuple[Moment, ...]) -> str | None:
    """The time that a share or a multiple compares with: named after it, or for "35% less" told last before it."""
    if value.kind not in BY_COMPARISON:
        return None
    text = clause.paragraph.text
    for moment in found:
        if value.end <= moment.start < value.end + NEAR and COMPARED.fullmatch(text, value.end, moment.start):
            return moment.edtf
    if not DIFFERS.match(text, value.end):
        return None
    begin = max((start for start, _ in clause.paragraph.sentences if start <= value.start), default=0)
    earlier = [moment.edtf for moment in found if moment.end <= begin and ".." not in moment.edtf]
    return earlier[-1] if earlier else None


def between(first: str | None, last: str | None) -> str | None:
    """From one time to a later one, as EDTF; None where either is open or missing."""
    if not first or not last or ".." in first + last or "/" in first + last:
        return None
    return f"{first}/{last}" if first[: len(last)] < last[: len(first)] else None
