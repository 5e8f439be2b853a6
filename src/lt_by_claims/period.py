"""A stretch of time, written in the Extended Date/Time Format (EDTF), and the days that it spans."""

from __future__ import annotations

import re
from calendar import monthrange
from contextlib import redirect_stdout
from datetime import date
from functools import lru_cache
from io import StringIO
from math import isinf
from time import struct_time

NO_END = re.compile(r"^/|/$|\s")
"""An interval with nothing at an end, for which the parser would take ten years; it also reads over spaces."""


PLAIN = re.compile(r"(?P<year>[0-9]{4})(?:-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>[0-9]{2}))?)?[?~%]?", re.ASCII)
"""What nearly all dates are, sure or not; months from 21 on are seasons, and no plain ones."""


@lru_cache(maxsize=4096)
def days(edtf: str) -> tuple[date | None, date | None]:
    """First and last day of an EDTF date or interval, None at an open end; ValueError where it is none."""
    return plain_days(edtf) or parsed_days(edtf)


def parsed_days(edtf: str) -> tuple[date | None, date | None]:
    """The same for any date or interval; the parser is imported only here, for that takes a while."""
    from edtf import parse_edtf
    from edtf.parser.edtf_exceptions import EDTFParseException

    try:
        if NO_END.search(edtf):
            raise ValueError("an end has no date")
        # the parser prints what it tries on intervals that it cannot read
        with redirect_stdout(StringIO()):
            parsed = parse_edtf(edtf)
            first, last = day(parsed.lower_strict()), day(parsed.upper_strict())
    except (EDTFParseException, AttributeError, OverflowError, TypeError, ValueError, RecursionError) as error:
        raise ValueError(f"{edtf!r} is no EDTF date (2020, 2020-08, 2020-09-17, 2010/2020, 2020-08/..)") from error
    if first and last and first > last:
        raise ValueError(f"{edtf!r} ends before it begins")
    return first, last


def plain_days(edtf: str) -> tuple[date | None, date | None] | None:
    """The same for a year, a month, a day or two of them; None for all else, which takes the parser (and its time)."""
    ends = edtf.split("/")
    found = [PLAIN.fullmatch(end) for end in ends]
    if not any(found) or len(ends) > 2 or not all(match or end == ".." for match, end in zip(found, ends, strict=True)):
        return None
    try:
        first = end_of(found[0], last=False) if found[0] else None
        last = end_of(found[-1], last=True) if found[-1] else None
    except ValueError:
        return None
    return None if first and last and first > last else (first, last)


def end_of(plain: re.Match[str], *, last: bool) -> date:
    """The first or last day of a year, a month or a day."""
    year = int(plain["year"])
    month = int(plain["month"] or (12 if last else 1))
    return date(year, month, int(plain["day"] or (monthrange(year, month)[1] if last else 1)))


def day(moment: struct_time | float) -> date | None:
    """The calendar day of one end of an interval, None where it is open."""
    if isinstance(moment, float) and isinf(moment):
        return None
    assert isinstance(moment, struct_time)
    return date(moment.tm_year, moment.tm_mon, moment.tm_mday)
