"""Does a text look back or ahead at a place in it? By the verbs that stand nearest, without a parse."""

from __future__ import annotations

import re

from lt_by_claims.inflection import irregular_pasts
from lt_by_claims.tag.moment import WORDS, any_of

PASTS = any_of(past for base, past in irregular_pasts().items() if past != base)
NO_PASTS = any_of(WORDS["words"]["no_pasts"])
AHEAD = rf"(?P<ahead>{any_of(WORDS['words']['to_come'])})"
BACK = rf"(?P<back>was|were|had|did|has|have|(?!(?:{NO_PASTS})\b)[a-z]{{2,}}ed|{PASTS})"
CUE = re.compile(rf"\b(?:{AHEAD}|{BACK})\b")
IN_ANOTHER_VERB = re.compile(rf"\b(?:{any_of(WORDS['words']['before_participle'])})(?: not| also| \w+ly)* (?:have )?$")
"""Before a form that tells no tense by itself: "will be closed", "the united parties"."""

THAT = re.compile(r"\bthat\b|[;:]")


def looks_ahead(text: str, place: int) -> bool | None:
    """Ahead or back, by the last verb before the place, else the first one after it; None where none tells."""
    said = [match.end() for match in THAT.finditer(text, 0, place)]
    begin = said[-1] if said else 0
    cues = [match for match in CUE.finditer(text, begin) if match["ahead"] or not IN_ANOTHER_VERB.search(text[: match.start()])]
    before = [cue for cue in cues if cue.end() <= place]
    after = [cue for cue in cues if cue.start() >= place]
    nearest = before[-1:] or after[:1]
    return bool(nearest[0]["ahead"]) if nearest else None
