"""Clause → topics, claim type, modality, negation, attribution, actors, time."""

from __future__ import annotations

from dataclasses import dataclass

from lt_by_claims.clause import Clause
from lt_by_claims.tag.actors import actors
from lt_by_claims.tag.attribution import attribution
from lt_by_claims.tag.claim_type import claim_type
from lt_by_claims.tag.predicate import predicates
from lt_by_claims.tag.stance import modality, negated
from lt_by_claims.tag.times import is_ahead, times
from lt_by_claims.tag.topics import topics


@dataclass(frozen=True, slots=True)
class Tags:
    """What is said of a statement besides its words; codes as in `tables`, `time` in EDTF."""

    claim_type: str
    topics: tuple[str, ...]
    attribution: str | None
    negated: bool
    modality: str
    actors: tuple[str, ...]
    time: str | None


def tag(clause: Clause, *, section: str, published: str | None, numbers: int, time: str | None = None) -> Tags:
    """The tags of a final clause; `section` is its heading, `numbers` how many quantities it has.

    `time` is when it holds, where more than its own words has told that.
    """
    time = time or times(clause.text, published)
    who = actors(clause)
    told = predicates(clause)
    return Tags(
        claim_type=claim_type(clause, told, numbers=numbers, ahead=is_ahead(time, published)),
        topics=topics(clause, told, section=section, actors=who),
        attribution=attribution(clause, told),
        negated=negated(clause, told),
        modality=modality(told),
        actors=who,
        time=time,
    )
