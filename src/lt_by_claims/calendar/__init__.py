"""Text to moments: the stretches that name a time, each as EDTF, by the calendar or reckoned from the publication.

`days`, `months` and `years` see what the calendar names, `weekdays` and `relative` what points from the day of
publication, `told` what points from a time told before; `joining` makes one moment of two, `bounding` opens one end,
and `reading` puts all in order.
"""

from __future__ import annotations

from lt_by_claims.calendar.bounding import BOUNDING, CLOSING, OPENING, from_on, up_to
from lt_by_claims.calendar.joining import JOINING
from lt_by_claims.calendar.moment import PUBLISHED, Dated, Moment, is_compared, words_in
from lt_by_claims.calendar.reading import READING, expressions, moments, points_back
from lt_by_claims.calendar.told import TOLD

RULES = (*READING, *JOINING, *BOUNDING)
"""All that read a time, in the order in which they are used."""

__all__ = [
    "BOUNDING",
    "CLOSING",
    "JOINING",
    "OPENING",
    "PUBLISHED",
    "READING",
    "RULES",
    "TOLD",
    "Dated",
    "Moment",
    "expressions",
    "from_on",
    "is_compared",
    "moments",
    "points_back",
    "up_to",
    "words_in",
]
