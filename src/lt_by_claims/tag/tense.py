"""Does a text look back or ahead at a place in it? The verb that stands nearest tells, without a parse."""

from __future__ import annotations

import re

from lt_by_claims.inflection import irregular_pasts
from lt_by_claims.tag.moment import WORDS, any_of

SAID = WORDS["words"]
PASTS = any_of(past for base, past in irregular_pasts().items() if past != base)
AHEAD = rf"(?P<ahead>{any_of(SAID['to_come'])})"
BACK = rf"(?P<back>was|were|had|did|has|have|(?!(?:{any_of(SAID['no_pasts'])})\b)[a-z]{{2,}}ed|{PASTS})"
CUE = re.compile(rf"\b(?:{AHEAD}|{BACK})\b")
TELLS_NOTHING = re.compile(
    rf"\b(?:{any_of(SAID['before_participle'])})(?: not| also| \w+ly)* (?:have )?$", re.IGNORECASE
)
"""Before a form that has no tense of its own: "will be closed", "the united parties"."""

NEW_STATEMENT = re.compile(r"\bthat\b|[;:]")
NEW_STATEMENT_OR_AIM = re.compile(rf"{NEW_STATEMENT.pattern}|\bto(?= [a-z])")
DEADLINE = re.compile(r"\b(?:by|until|till) (?:the end of |early |late |mid-)?$")
"""Before a month to which an aim reaches: "it decided to close the plant by December"."""

REACH = 300
"""So far from the place, in characters, a verb may stand."""


def looks_ahead(text: str, place: int) -> bool | None:
    """True where the last verb before the place looks ahead, False where it looks back, else as the next one after it.

    None where no verb tells.
    """
    text, place = text[max(0, place - REACH) : place + REACH], min(place, REACH)
    begins = NEW_STATEMENT_OR_AIM if DEADLINE.search(text[:place]) else NEW_STATEMENT
    begin = max((match.end() for match in begins.finditer(text, 0, place)), default=0)
    cues = [cue for cue in CUE.finditer(text, begin) if cue["ahead"] or not TELLS_NOTHING.search(text[: cue.start()])]
    before = [cue for cue in cues if cue.end() <= place]
    nearest = before[-1:] or cues[:1]
    return bool(nearest[0]["ahead"]) if nearest else None
