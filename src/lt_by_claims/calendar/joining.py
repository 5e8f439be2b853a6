"""Two moments that make one: from May to October 2020, between 2014 and 2018, March–May."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from lt_by_claims.calendar.moment import MONTHS, Dated, Moment, any_of
from lt_by_claims.rule import rule

IN_IT = r"(?:(?:the )?(?:end|beginning|start|middle) of |the |early |late |mid-? ?|in ){0,3}"
TO = re.compile(rf" ?[–—~-] ?|,? (?:up )?(?:to|until|till|through|thru) {IN_IT}", re.IGNORECASE)
AND = re.compile(rf" and {IN_IT}", re.IGNORECASE)
FROM = re.compile(rf"\bfrom {IN_IT}$", re.IGNORECASE)
BETWEEN = re.compile(rf"\bbetween {IN_IT}$", re.IGNORECASE)
NO_YEAR = re.compile(r"[0-9]{4}(?P<rest>-(?:0[1-9]|1[0-2])(?:-[0-9]{2})?)")
MONTH = re.compile(rf"\b(?:{any_of(MONTHS)})\b", re.IGNORECASE)
REACH = 60
"""So many characters may stand between two ends, or before the first."""


@rule(
    examples={
        "Trade grew between 2010 and 2015.": ["2010/2015"],
        "From 2014 to 2018, it fell.": ["2014/2018"],
        "It lasted from May until August 2020.": ["2020-05/2020-08"],
        "It was shut from 26 June to 3 July.": ["from 26 June 2020 to 3 July 2020 (2020-06-26/2020-07-03)"],
        "It fell from the end of March 2019 to mid-May.": [
            "from the end of March 2019 to mid-May 2019 (2019-03/2019-05)",
        ],
    },
    leaves_alone=["It fell in 2014 and 2018.", "It rose from 12 in 2018 to 15 in August 2020."],
)  # fmt: skip
def two_ends(dated: Dated) -> Iterator[Moment]:
    """From one moment to another that follows it at once; the one that names no year has the other's."""
    for first, last in pairwise(dated.told):
        joint, before = dated.text[first.end : last.start], dated.text[max(0, first.start - REACH) : first.start]
        between = BETWEEN.search(before)
        opening = between or FROM.search(before)
        if len(joint) > REACH or not (AND if between else TO).fullmatch(joint) or ".." in first.edtf + last.edtf:
            continue
        first, last = in_one_time(dated, first, last)
        begin, end = first.edtf.split("/")[0], last.edtf.split("/")[-1]
        if begin[: len(end)] <= end[: len(begin)]:
            start = first.start - len(opening[0]) if opening else first.start
            ends = (dated.text[start : first.start], said(dated, first), joint, said(dated, last))
            words = "".join(ends) if first.absolute or last.absolute else None
            yield Moment(start, last.end, f"{begin}/{end}", words)


def said(dated: Dated, moment: Moment) -> str:
    """The words of a moment that need no publication date."""
    return moment.absolute or dated.text[moment.start : moment.end]


def in_one_time(dated: Dated, first: Moment, last: Moment) -> tuple[Moment, Moment]:
    """The two ends, with the year of the other where one names none."""
    if first.absolute and not last.absolute and (rest := yearless(dated, first)):
        year = int(last.edtf.split("/")[-1][:4])
        time = f"{year - (rest > last.edtf.split('/')[-1][4:])}{rest}"
        return replace(first, edtf=time, absolute=None if time[:4] == str(year) else first.absolute), last
    if last.absolute and (rest := yearless(dated, last)):
        year = int(first.edtf[:4])
        year += rest < first.edtf.split("/")[0][4:]
        return first, replace(last, edtf=f"{year}{rest}", absolute=re.sub("[0-9]{4}$", str(year), last.absolute))
    return first, last


def yearless(dated: Dated, moment: Moment) -> str | None:
    """Month and day of a moment whose words name no year."""
    found = NO_YEAR.fullmatch(moment.edtf)
    said = dated.text[moment.start : moment.end]
    return found["rest"] if found and MONTH.search(said) and not re.search("[0-9]{4}|year", said) else None


JOINING = (two_ends,)
"""How two moments become one."""
