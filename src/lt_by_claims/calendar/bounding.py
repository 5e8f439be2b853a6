"""A moment with the word that opens one of its ends: since 2014, before 2018, until late July, 2012 or later."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lt_by_claims.calendar.moment import Dated, Moment, edtf, months_away
from lt_by_claims.rule import rule

VAGUE = r"(?P<vague>(?:(?:in|on|the|early|late|mid-?|(?:very )?(?:end|beginning|start|middle) of|as early as) ?)*)$"
A_YEAR = r"(?: the year)? "
SINCE = re.compile(rf"\b(?:since|from|starting|beginning|no earlier than)(?: (?:in|on))? {VAGUE}", re.IGNORECASE)
AFTER = re.compile(rf"\b(?:after|following){A_YEAR}{VAGUE}", re.IGNORECASE)
UNTIL = re.compile(rf"\b(?:until|till|by|up to|through|(?:no|not) later than) {VAGUE}", re.IGNORECASE)
BEFORE = re.compile(rf"\b(?:before|prior to|ahead of){A_YEAR}{VAGUE}", re.IGNORECASE)
BY_WHOM = re.compile(r"\bby the (?:early |late )?$", re.IGNORECASE)
OR_LATER = re.compile(r" (?:(?:or|and) (?:later|after|afterwards|beyond)(?! [a-z0-9])|onwards?\b)", re.IGNORECASE)
OR_EARLIER = re.compile(r" (?:or|and) (?:earlier|before)(?! [a-z0-9])", re.IGNORECASE)
FROM = re.compile(r"\bfrom (?:the )?$", re.IGNORECASE)
RUN = re.compile(r"[0-9a-z] ?[–—~-] ?[0-9A-Z]| (?:to|until|till|through|thru|and) ", re.IGNORECASE)
"""Both ends are said: "from 2014–2018", "from 3 to 5 May"."""

FROM_NOW = re.compile(rf"\b(?:between now and|from now (?:on )?(?:until|till|to)) {VAGUE}", re.IGNORECASE)
OWNER = re.compile(r"[’']s$")
"""An event of that time is meant: "after last year's vote"."""

LEVELS = re.compile(r" (?:levels?|baseline|figures?)\b")
"""After a time that others are held against: "a fall by half from 1990 levels"."""

REACH = 60
OPENING = frozenset(
    {"since", "from", "starting", "beginning", "earlier", "after", "following", "or", "and", "onward", "onwards"}
)
CLOSING = frozenset({"until", "till", "by", "to", "through", "later", "before", "prior", "ahead", "or", "and"})
"""Words, one of which stands by a moment that opens or closes a time."""

FIRST_YEAR, LAST_YEAR = 1000, 2999


@rule(
    examples={
        "Since 2014 it has fallen.": ["2014/.."],
        "Talks are to resume from November 2020.": ["2020-11/.."],
        "After 2016 it fell, and after 3 May 2019 it rose.": ["2017/..", "2019-05-03/.."],
        "It fell after the 2019 vote, and after last year's.": ["2019/..", "2019/.."],
        "It has grown since late 2019.": ["2019/.."],
        "It counts in 2018 or later, and from 2020 onwards.": ["2018/..", "2020/.."],
    },
    leaves_alone=["In 2014 it fell.", "It rose in 2014 and later fell.", "It fell by half from 1990 levels."],
    needs=[OPENING],
)
def from_on(dated: Dated) -> Iterator[Moment]:
    """From a moment on; a whole year or month that something comes after is not part of it, a day may be."""
    for moment in dated.told:
        before = dated.text[max(0, moment.start - REACH) : moment.start]
        begin = moment.edtf.split("/")[0]
        tail = OR_LATER.match(dated.text, moment.end)
        if LEVELS.match(dated.text, moment.end):
            continue
        if RUN.search(dated.text, moment.start, moment.end) and FROM.search(before):
            continue
        if begin == ".." or not (found := SINCE.search(before) or AFTER.search(before) or tail):
            continue
        start = moment.start if found is tail else moment.start - len(before) + found.start()
        if AFTER.match(found[0]) and not found["vague"] and not OWNER.search(dated.text, moment.start, moment.end):
            begin = next_to(moment.edtf.split("/")[-1], 1) or begin
        yield opened(dated, moment, start, tail.end() if tail else moment.end, f"{begin}/..")


@rule(
    examples={
        "It will close two plants by 2030.": ["../2030"],
        "Until 2019, it grew.": ["../2019"],
        "It must close by the end of 2025.": ["../2025"],
        "Before 2018 it grew, and before June 2019.": ["../2017", "../2019-05"],
    },
    leaves_alone=["It grew in 2019.", "It was shown by the September 2020 visit."],
    needs=[CLOSING],
)
def up_to(dated: Dated) -> Iterator[Moment]:
    """Up to a moment; a whole year or month that something comes before is not part of it, a day may be."""
    for moment in dated.told:
        before = dated.text[max(0, moment.start - REACH) : moment.start]
        end = moment.edtf.split("/")[-1]
        tail = OR_EARLIER.match(dated.text, moment.end)
        if end == ".." or not (found := UNTIL.search(before) or BEFORE.search(before) or tail):
            continue
        if BY_WHOM.search(before) and re.match(r" [a-z]{4,}", dated.text[moment.end :]):
            continue
        start = moment.start if found is tail else moment.start - len(before) + found.start()
        if BEFORE.match(found[0]) and not found["vague"] and not OWNER.search(dated.text, moment.start, moment.end):
            end = next_to(moment.edtf.split("/")[0], -1) or end
        yield opened(dated, moment, start, tail.end() if tail else moment.end, f"../{end}")


@rule(
    examples={"Between now and 2030, it must close two plants.": ["2020-10/2030"]},
    leaves_alone=["It must close by 2030."],
    needs=[{"now"}],
)
def from_now(dated: Dated) -> Iterator[Moment]:
    """From the publication to a moment."""
    for moment in dated.told if dated.year else ():
        before = dated.text[max(0, moment.start - REACH) : moment.start]
        end = moment.edtf.split("/")[-1]
        if end != ".." and (found := FROM_NOW.search(before)):
            begin = str(dated.today) if dated.today and len(end) == len("2020-10-15") else dated.edtf
            if begin[: len(end)] <= end[: len(begin)]:
                yield opened(dated, moment, moment.start - len(before) + found.start(), moment.end, f"{begin}/{end}")


def next_to(time: str, away: int) -> str | None:
    """The year or month before or after one, None for what is neither."""
    found = re.fullmatch(r"([0-9]{4})(?:-(0[1-9]|1[0-2]))?", time)
    if not found:
        return None
    if not found[2]:
        return edtf(int(found[1]) + away) if FIRST_YEAR < int(found[1]) < LAST_YEAR else None
    return edtf(*months_away(int(found[1]), int(found[2]), away))


def opened(dated: Dated, moment: Moment, start: int, end: int, time: str) -> Moment:
    """The moment with the word that opens it."""
    words = None
    if moment.absolute:
        words = dated.text[start : moment.start] + moment.absolute + dated.text[moment.end : end]
    return Moment(start, end, time, words)


BOUNDING = (from_on, up_to, from_now)
"""How a word opens one end of a moment."""
