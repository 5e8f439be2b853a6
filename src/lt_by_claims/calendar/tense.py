"""Does a text look back or ahead at a place in it? The verb that stands nearest tells, without a parse."""

from __future__ import annotations

import re

from lt_by_claims.calendar.moment import WORDS, Dated, any_of
from lt_by_claims.inflection import irregular_pasts

SAID = WORDS["words"]
PASTS = any_of(past for base, past in irregular_pasts().items() if past != base)
AHEAD = rf"(?P<ahead>(?i:{any_of(SAID['to_come'])}))"
BACK = rf"(?P<back>was|were|had|did|has|have|(?!(?:{any_of(SAID['no_pasts'])})\b)[a-z]{{2,}}ed|{PASTS})"
CUE = re.compile(rf"\b(?=[A-Za-z])(?:{AHEAD}|{BACK})\b")
TELLS_NOTHING = re.compile(
    rf"\b(?:{any_of(SAID['before_participle'])})(?: not| also| \w+ly)* (?:have )?$", re.IGNORECASE
)
"""Before a form that has no tense of its own: "will be closed", "the united parties"."""

NEW_STATEMENT = re.compile(r"\bthat\b|[;:]")
NEW_STATEMENT_OR_AIM = re.compile(rf"{NEW_STATEMENT.pattern}|\bto(?= [a-z])")
DEADLINE = re.compile(r"\b(?:by|until|till) (?:the end of |early |late |mid-)?$")
"""Before a month to which an aim reaches: "it decided to close the plant by December"."""

NEAR = 40
REACH = 300
"""So far from the place, in characters, a verb may stand."""


def looks_ahead(text: str, place: int) -> bool | None:
    """True where the last verb before the place looks ahead, False where it looks back, else as the next one after it.

    None where no verb tells.
    """
    text, place = text[max(0, place - REACH) : place + REACH], min(place, REACH)
    begins = NEW_STATEMENT_OR_AIM if DEADLINE.search(text, max(0, place - NEAR), place) else NEW_STATEMENT
    begin = max((match.end() for match in begins.finditer(text, 0, place)), default=0)
    ahead = None
    for cue in CUE.finditer(text, begin):
        if ahead is not None and cue.end() > place:
            break
        if cue["ahead"] or not tells_nothing(text, cue.start()):
            ahead = bool(cue["ahead"])
    return ahead


def tells_nothing(text: str, place: int) -> bool:
    """Does a word before the place take the tense from what stands there?"""
    return bool(TELLS_NOTHING.search(text[max(0, place - NEAR) : place]))


HALF_A_YEAR = 6
NAMING_REACH = 20
NAMING = re.compile(r"(?:\b(?:the|its|their|a)|[’']s) (?:early |late |mid-)?$", re.IGNORECASE)
"""Before a month that tells things of a sort apart: "would not recognise the August vote"."""

STARTING = re.compile(r"\bfrom (?:early |late |mid-)?$", re.IGNORECASE)


def nearest_year(dated: Dated, place: int, month: int, day: int = 0) -> int:
    """The year of a month that has none: the last such month where the text looks back, the next where it looks ahead.

    Where no verb tells, and for a month that only names a thing, the nearer one counts; after "from" the next.
    """
    if not dated.month:
        return dated.year
    since, before = dated.month - month, dated.text[max(0, place - NAMING_REACH) : place]
    passed = since > 0 or (since == 0 and day <= (dated.day or 31))
    match looks_ahead(dated.text, place):
        case True:
            over = since > (HALF_A_YEAR if NAMING.search(before) else 0) or (since == 0 and 0 < day < dated.day)
            return dated.year + over
        case False:
            return dated.year - (not passed)
        case _:
            return dated.year - (since < -HALF_A_YEAR and not STARTING.search(before))
