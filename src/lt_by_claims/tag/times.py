"""When a statement holds, as EDTF, and the words of a text that say so without its day of publication."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from lt_by_claims.calendar import CLOSING, OPENING, Dated, Moment, from_on, is_compared, moments, up_to, words_in
from lt_by_claims.calendar import RULES as CALENDAR
from lt_by_claims.period import days
from lt_by_claims.rule import Rule, applicable, rule

WITHIN = r" (?:[^\s,;:]+ ){1,12}$"
AFTER_EVENT = re.compile(rf"\b(?:after|since|following|in the wake of){WITHIN}", re.IGNORECASE)
BEFORE_EVENT = re.compile(rf"\b(?:until|before|prior to|ahead of){WITHIN}", re.IGNORECASE)
AS_OF = re.compile(r"\bas of (?:[0-9]{1,2} )?$", re.IGNORECASE)
REACH = 200
PERFECT = re.compile(r"\b(?:has|have) (?:\w+ )?(?:been|not|n't|\w+ed|\w+en)\b")


def before(dated: Dated, moment: Moment) -> str:
    """The text before the moment, as much as can bear on it."""
    return dated.text[max(0, moment.start - REACH) : moment.start]


@rule(
    examples={
        "It rose from 12 in 2018 to 15 in August 2020.": ["2018/2020-08"],
        "It lay between 12 in May 2018 and 15 in 2019.": ["2018-05/2019"],
    },
    leaves_alone=["In 2015 it grew.", "It fell from 2015.", "It grew in 2014 and in 2015."],
    needs=[{"from", "between"}],
)
def span(dated: Dated) -> Iterator[str]:
    """From one moment to another, with what was so then."""
    for first, last in pairwise(dated.told):
        opened = re.search(r"\b(?:(from)|between)\b[^,;]{0,40}$", before(dated, first), re.IGNORECASE)
        joint = dated.text[first.end : last.start]
        to = r" (?:to|until|till|through)\b[^,;]{0,40}$"
        if opened and re.match(to if opened[1] else r" and [^,;]{0,40}$", joint):
            begin, end = first.edtf.split("/")[0], last.edtf.split("/")[-1]
            yield f"{begin}/{end}"


@rule(
    examples={
        "Since 2014 it has fallen.": ["2014/.."],
        "It left after the 2019 elections.": ["2019/.."],
        "After the signing of the treaty in Rome on 25 March 1957, it grew.": ["1957-03-25/.."],
    },
    leaves_alone=["In 2014 it fell.", "After the talks, it fell in 2014.", "From 2014 to 2018 it fell."],
    needs=[OPENING | {"wake"}],
)
def since(dated: Dated) -> Iterator[str]:
    """From a moment on, or from an event of that time."""
    yield from (moment.edtf for moment in from_on(dated))
    for moment in dated.told:
        if AFTER_EVENT.search(before(dated, moment)) and not moment.edtf.startswith(".."):
            yield f"{moment.edtf.split('/')[0]}/.."


@rule(
    examples={
        "It will close two plants by 2030.": ["../2030"],
        "Until 2019, it grew.": ["../2019"],
        "It grew until the vote of May 2019.": ["../2019-05"],
    },
    leaves_alone=["It grew in 2019.", "It was shown by the September 2020 visit."],
    needs=[CLOSING],
)
def until(dated: Dated) -> Iterator[str]:
    """Up to a moment, or to an event of that time."""
    yield from (moment.edtf for moment in up_to(dated))
    for moment in dated.told:
        if BEFORE_EVENT.search(before(dated, moment)) and not moment.edtf.endswith(".."):
            yield f"../{moment.edtf.split('/')[-1]}"


@rule(
    examples={"As of October 2020, no drops have been recorded.": ["../2020-10"]},
    leaves_alone=["As of October 2020, 575 firms are registered."],
    needs=[{"as"}, {"has", "have"}],
)
def up_to_now(dated: Dated) -> Iterator[str]:
    """What has been done as of a moment was done at any time before it."""
    for moment in dated.told:
        if AS_OF.search(before(dated, moment)) and PERFECT.search(dated.text):
            yield f"../{moment.edtf.split('/')[-1]}"


@rule(
    examples={"In 2019, it sold less than in 2015.": ["2019"], "It fell in August 2020.": ["2020-08"]},
    leaves_alone=["It sold less than in 2015.", "It fell."],
)
def at(dated: Dated) -> Iterator[str]:
    """The first moment that is not there to compare with."""
    for moment in dated.told:
        if not is_compared(dated.text, moment.start):
            yield moment.edtf


RELATIONS: tuple[Rule[Dated, str], ...] = (span, since, until, up_to_now, at)
"""How a moment bounds the time of a statement; the first that fits."""

RULES: tuple[Rule[Any, Any], ...] = (*CALENDAR, *RELATIONS)
"""All that read the time of a statement."""


def times(text: str, published: str | None, told: str | None = None) -> str | None:
    """When the statement holds, as EDTF, or None where no word of the calendar says so.

    Words that point from the day of publication ("last year", "so far") count where `published` (EDTF) is given, those
    that point from the time told last ("a year earlier") where the text or `told` (EDTF) has one.
    """
    found = moments(text, published, told)
    if not found:
        return None
    dated, words = Dated.of(text, published, found), words_in(text)
    said = (edtf for relation in applicable(RELATIONS, words) for edtf in relation(dated))
    return next(filter(is_edtf, said), None)


def is_edtf(text: str) -> bool:
    """Is it a date or an interval that does not end before it begins?"""
    try:
        return days(text) != (None, None)
    except ValueError:
        return False


def resolve(text: str, published: str | None, told: str | None = None) -> list[tuple[int, int, str]]:
    """The stretches that need the day of publication or `told`, as (start, end, the words to put there)."""
    return [(m.start, m.end, m.absolute) for m in moments(text, published, told) if m.absolute]


def is_ahead(time: str | None, published: str | None) -> bool:
    """Does the time lie wholly after the publication?"""
    if not time or time.startswith(".."):
        return False
    begin, today = time.split("/")[0], Dated.of("", published).edtf
    return bool(today) and begin[: len(today)] > today[: len(begin)]
