"""Places in an order: 14th · seventh among · fifth-largest."""

from __future__ import annotations

from collections.abc import Iterable

from lt_by_claims.measure.counts import is_of_phrase
from lt_by_claims.measure.lexicon import words
from lt_by_claims.measure.ordinals import ordinal_at
from lt_by_claims.measure.reading import Reading, exactly
from lt_by_claims.measure.tokens import Place
from lt_by_claims.rule import rule

SUPERLATIVES = words("ranks", "superlatives")
BEFORE_FIRST = words("ranks", "before_first")
AFTER_FIRST = words("ranks", "after_first")
BEFORE = words("ranks", "before")
AFTER = words("ranks", "after")
BE = frozenset({"is", "are", "was", "were", "be", "been", "become", "became"})
FURTHEST = 5
"""So many words after "the first" its "to" is looked for."""


@rule(
    examples={"It is the EU's fifth-largest transit country.": ["rank 5"], "It is the 3rd biggest buyer.": ["rank 3"]},
    leaves_alone=["It is one of the largest.", "It is the first most of them saw."],
)
def rank_by_size(here: Place) -> Iterable[Reading]:
    """An ordinal with a superlative."""
    ordinal = ordinal_at(here)
    if ordinal and ordinal.value > 1:
        k = ordinal.length + here.hyphen(ordinal.length)
        if here[k].lower in SUPERLATIVES:
            yield exactly(k + 1, "rank", ordinal.value)


@rule(
    examples={
        "Belarus was the 14th country of origin.": ["rank 14"],
        "It was seventh among export partners.": ["rank 7"],
        "It remained the third, behind Estonia.": ["rank 3"],
        "It came first in the list.": ["rank 1"],
        "They were the first not to recognise him.": ["rank 1"],
    },
    leaves_alone=[
        "It was one of the first to go.",
        "They first met there.",
        "Second, a third party came.",
        "The Second World War and the 24th Mechanised Brigade are names.",
        "A second visit followed.",
    ],
)
def place_in_order(here: Place) -> Iterable[Reading]:
    """An ordinal that is no first, no name and no turn of speech."""
    ordinal = ordinal_at(here)
    if not ordinal:
        return
    before, after = here[-1].lower, here[ordinal.length]
    if ordinal.value == 1:
        fits = before in BEFORE_FIRST or is_first_place(here) or is_first_to_act(here) or here.is_all(1)
    else:
        fits = before not in BEFORE and after.lower not in AFTER and not here.hyphen(ordinal.length)
    if fits and not is_name(here, ordinal.length) and not (here[0].is_capitalised and after.text == ","):
        yield exactly(ordinal.length, "rank", ordinal.value)


@rule(
    examples={"The 2nd Battalion of the 24th Mechanised Brigade left.": []},
    leaves_alone=["The seconds ran.", "24 brigades left."],
)
def other_ordinal(here: Place) -> Iterable[Reading]:
    """An ordinal that is no rank is no number of things either."""
    ordinal = ordinal_at(here)
    if ordinal:
        yield exactly(ordinal.length, "ordinal", ordinal.value)


def is_first_place(here: Place) -> bool:
    """Is it a first place or rank, and not "in the first place"?"""
    return here[1].lower in AFTER_FIRST and (here[-2].lower, here[-1].lower) != ("in", "the")


def is_first_to_act(here: Place) -> bool:
    """Were they the first, or the first of a sort, to do something; or the first that did not?"""
    if here[-1].lower != "the" or here[-2].lower not in BE:
        return False
    k = 1
    while k < FURTHEST and here[k].sort == "word" and here[k].lower not in {"to", "not", "of", "time"}:
        k += 1
    return here[k + (here[k].lower == "not")].lower == "to"


def is_name(here: Place, length: int) -> bool:
    """Is the ordinal part of a name: the 24th Mechanised Brigade, the Second World War?"""
    if here[0].sort == "figure":
        goes_on = is_of_phrase(here, length + 1) and not here[length + 1].is_capitalised
        return here[length].is_capitalised and not goes_on
    return here[0].is_capitalised and not here.begins_sentence()


RANK_RULES = (rank_by_size, place_in_order, other_ordinal)
"""In order; the first that applies counts."""
