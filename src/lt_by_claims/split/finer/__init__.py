"""The finer grain: constructions that take a claim apart into single facts, one detail each."""

from __future__ import annotations

from lt_by_claims.clause import Clause
from lt_by_claims.rule import Rule
from lt_by_claims.split.finer.adjuncts import one_detail_each
from lt_by_claims.split.finer.members import each_member
from lt_by_claims.split.finer.names import described_name, origin_of_a_person, place_in_a_place, year_of_a_work
from lt_by_claims.split.finer.narrowing import (
    event_beside,
    narrowing_participle,
    narrowing_relative,
    said_of_its_kind,
)

FINER: tuple[Rule[Clause, Clause], ...] = (
    described_name,
    place_in_a_place,
    year_of_a_work,
    said_of_its_kind,
    each_member,
    narrowing_relative,
    narrowing_participle,
    event_beside,
    origin_of_a_person,
    one_detail_each,
)
"""In the order in which they are tried, on what `CONSTRUCTIONS` have left."""
