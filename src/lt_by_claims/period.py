"""A stretch of time, written in the Extended Date/Time Format (EDTF), and the days that it spans."""

from __future__ import annotations

import re
from contextlib import redirect_stdout
from datetime import date
from functools import lru_cache
from io import StringIO
from math import isinf
from time import struct_time

from edtf import parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException

NO_END = re.compile(r"^/|/$|\s")
"""An interval with nothing at an end, for which the parser would take ten years; it also reads over spaces."""


@lru_cache(maxsize=4096)
def days(edtf: str) -> tuple[date | None, date | None]:
    """First and last day of an EDTF date or interval, None at an open end; ValueError where it is none."""
    try:
        if NO_END.search(edtf):
            raise ValueError("an end has no date")
        # the parser prints what it tries on intervals that it cannot read
        with redirect_stdout(StringIO()):
            parsed = parse_edtf(edtf)
            first, last = day(parsed.lower_strict()), day(parsed.upper_strict())
    except (EDTFParseException, AttributeError, OverflowError, TypeError, ValueError) as error:
        raise ValueError(f"{edtf!r} is no EDTF date (2020, 2020-08, 2020-09-17, 2010/2020, 2020-08/..)") from error
    if first and last and first > last:
        raise ValueError(f"{edtf!r} ends before it begins")
    return first, last


def day(moment: struct_time | float) -> date | None:
    """The calendar day of one end of an interval, None where it is open."""
    if isinstance(moment, float) and isinf(moment):
        return None
    assert isinstance(moment, struct_time)
    return date(moment.tm_year, moment.tm_mon, moment.tm_mday)
