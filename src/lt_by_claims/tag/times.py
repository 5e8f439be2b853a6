"""When a statement holds, as EDTF, and the words of a text that say so without its day of publication."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from lt_by_claims.period import days
from lt_by_claims.rule import Rule, rule
from lt_by_claims.tag.dates import CALENDAR
from lt_by_claims.tag.moment import MONTHS, PUBLISHED, WORDS, Dated, Moment, any_of
from lt_by_claims.tag.months import NEAREST
from lt_by_claims.tag.relative import RELATIVE

FROM_PUBLICATION = NEAREST + RELATIVE
HINT = re.compile(
    rf"[0-9]|\b(?:{any_of(MONTHS)}|{any_of(WORDS['words']['now'] + WORDS['words']['so_far'])}|ago"
    rf"|decades?|(?:years?|months?)\b|(?:last|this|next) (?:{any_of(WORDS['seasons'])}))\b",
    re.IGNORECASE,
)
"""Without one of these no rule finds a moment."""

CLOSE = r"(?: (?:in|on|the|early|late|mid-?|end of|beginning of|start of))*\s?$"
WITHIN = r" (?:[^\s,;:]+ ){1,12}$"
COMPARISON = r"\b(?:than|levels? of|compared (?:with|to)|as in|unlike|relative to|up from|down from)\b[^,;]{0,30}$"
BEGINS = re.compile(rf"\b(?:since|after|following|from|starting|beginning){CLOSE}", re.IGNORECASE)
ENDS = re.compile(rf"\b(?:until|till|by|before|prior to|ahead of|up to|through){CLOSE}", re.IGNORECASE)
AFTER_EVENT = re.compile(rf"\b(?:after|since|following|in the wake of){WITHIN}", re.IGNORECASE)
BEFORE_EVENT = re.compile(rf"\b(?:until|before|prior to|ahead of){WITHIN}", re.IGNORECASE)
BY_WHOM = re.compile(r"\bby the (?:early |late )?$", re.IGNORECASE)
COMPARED = re.compile(COMPARISON, re.IGNORECASE)
AS_OF = re.compile(r"\bas of (?:[0-9]{1,2} )?$", re.IGNORECASE)
REACH = 200
PERFECT = re.compile(r"\b(?:has|have) (?:\w+ )?(?:been|not|n't|\w+ed|\w+en)\b")


@dataclass(frozen=True, slots=True)
class Found:
    """A text and the moments in it, in order."""

    text: str
    moments: tuple[Moment, ...]

    @classmethod
    def of(cls, text: str, published: str | None = PUBLISHED) -> Found:
        """The text with its moments."""
        return cls(text, moments(text, published))

    def before(self, moment: Moment) -> str:
        """The text before the moment, as much as can bear on it."""
        return self.text[max(0, moment.start - REACH) : moment.start]


@rule(
    examples={
        "Trade grew between 2010 and 2015.": ["2010/2015"],
        "From 2014 to 2018, it fell.": ["2014/2018"],
        "It rose from 12 in 2018 to 15 in August 2020.": ["2018/2020-08"],
        "It lasted from May until August 2020.": ["2020-05/2020-08"],
    },
    leaves_alone=["In 2015 it grew.", "It fell from 2015."],
)
def span(found: Found) -> Iterator[str]:
    """From one moment to another."""
    for first, last in zip(found.moments, found.moments[1:], strict=False):
        opened = re.search(r"\b(?:(from)|between)\b[^,;]{0,40}$", found.before(first), re.IGNORECASE)
        joint = found.text[first.end : last.start]
        if opened and re.match(r" (?:to|until|till|through)\b[^,;]{0,40}$" if opened[1] else r" and (?:in )?$", joint):
            begin, end = first.edtf.split("/")[0], last.edtf.split("/")[-1]
            yield f"{begin}/{end}"


@rule(
    examples={
        "Since 2014 it has fallen.": ["2014/.."],
        "It left after the 2019 elections.": ["2019/.."],
        "After the signing of the treaty in Rome on 25 March 1957, it grew.": ["1957-03-25/.."],
        "Talks are to resume from November 2020.": ["2020-11/.."],
    },
    leaves_alone=["In 2014 it fell.", "After the talks, it fell in 2014."],
)
def since(found: Found) -> Iterator[str]:
    """From a moment on."""
    for moment in found.moments:
        before = found.before(moment)
        if BEGINS.search(before) or AFTER_EVENT.search(before):
            yield f"{moment.edtf.split('/')[0]}/.."


@rule(
    examples={
        "It will close two plants by 2030.": ["../2030"],
        "Until 2019, it grew.": ["../2019"],
        "It must close by the end of 2025.": ["../2025"],
    },
    leaves_alone=["It grew in 2019.", "It was shown by the September 2020 visit."],
)
def until(found: Found) -> Iterator[str]:
    """Up to a moment."""
    for moment in found.moments:
        before = found.before(moment)
        agent = BY_WHOM.search(before) and re.match(r" [a-z]{4,}", found.text[moment.end :])
        if (ENDS.search(before) and not agent) or BEFORE_EVENT.search(before):
            yield f"../{moment.edtf.split('/')[-1]}"


@rule(
    examples={"As of October 2020, no drops have been recorded.": ["../2020-10"]},
    leaves_alone=["As of October 2020, 575 firms are registered."],
)
def up_to_now(found: Found) -> Iterator[str]:
    """What has been done as of a moment was done at any time before it."""
    for moment in found.moments:
        if AS_OF.search(found.before(moment)) and PERFECT.search(found.text):
            yield f"../{moment.edtf.split('/')[-1]}"


@rule(
    examples={"In 2019, it sold less than in 2015.": ["2019"], "It fell in August 2020.": ["2020-08"]},
    leaves_alone=["It sold less than in 2015.", "It fell."],
)
def at(found: Found) -> Iterator[str]:
    """The first moment that is not there to compare with."""
    for moment in found.moments:
        if not COMPARED.search(found.before(moment)):
            yield moment.edtf


RELATIONS: tuple[Rule[Found, str], ...] = (span, since, until, up_to_now, at)
"""How a moment bounds the time of a statement; the first that fits."""


RULES: tuple[Rule[Any, Any], ...] = (*CALENDAR, *FROM_PUBLICATION, *RELATIONS)


@lru_cache(maxsize=16)
def moments(text: str, published: str | None) -> tuple[Moment, ...]:
    """The moments of a text in order; of two that share words, the one with more of them."""
    if not HINT.search(text):
        return ()
    dated = Dated.of(text, published)
    rules = CALENDAR + FROM_PUBLICATION if dated.year else CALENDAR
    kept: list[Moment] = []
    for moment in sorted((m for r in rules for m in r(dated)), key=lambda m: m.start - m.end):
        if all(moment.end <= other.start or other.end <= moment.start for other in kept):
            kept.append(moment)
    return tuple(sorted(kept, key=lambda moment: moment.start))


def times(text: str, published: str | None) -> str | None:
    """When the statement holds, as EDTF, or None where no word of the calendar says so.

    Words that point from the day of publication ("last year", "so far") count where `published` (EDTF) is given.
    """
    found = Found.of(text, published)
    said = (edtf for relation in RELATIONS for edtf in relation(found)) if found.moments else ()
    return next(filter(is_edtf, said), None)


def is_edtf(text: str) -> bool:
    """Is it a date or an interval that does not end before it begins?"""
    try:
        return days(text) != (None, None)
    except ValueError:
        return False


def resolve(text: str, published: str | None) -> list[tuple[int, int, str]]:
    """The stretches that point from the day of publication, as (start, end, the words to put there)."""
    return [(m.start, m.end, m.absolute) for m in moments(text, published) if m.absolute]


def is_ahead(time: str | None, published: str | None) -> bool:
    """Does the time lie wholly after the publication?"""
    begin, today = (time or "..").split("/")[0], Dated.of("", published).edtf
    return bool(today) and begin != ".." and begin[: len(today)] > today[: len(begin)]
