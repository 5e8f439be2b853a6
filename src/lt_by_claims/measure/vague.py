"""Words that name no number of things and yet say something of it: one of the ports, tens of thousands of people."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from lt_by_claims.measure.lexicon import lexicon, words
from lt_by_claims.measure.reading import Reading, exactly
from lt_by_claims.measure.tokens import Place
from lt_by_claims.measure.units import unit_after
from lt_by_claims.rule import rule

MAGNITUDES: dict[str, Fraction] = {word: Fraction(value) for word, value in lexicon("numbers")["magnitudes"].items()}
OF_WHICH = words("numbers", "of_which")
NOT_BEFORE_ONE = frozenset({"the", "no", "any", "every", "each"})
TEN = 10


@rule(
    examples={"Tens of thousands of people, and hundreds of ports, cost millions of euros.": []},
    leaves_alone=["Three thousand people left.", "The thousands who left came back.", "It costs five million euros."],
)
def magnitude(here: Place) -> Iterable[Reading]:
    """An order of magnitude: from as much as it says to ten times that."""
    if here[0].lower not in MAGNITUDES or here[1].lower != "of" or here[-1].sort == "figure":
        return
    low, k = MAGNITUDES[here[0].lower], 2
    if here[2].lower in MAGNITUDES and here[3].lower == "of":
        low, k = low * MAGNITUDES[here[2].lower], 4
    length, unit = unit_after(here + k) or (0, None)
    if unit and unit.kind != "duration":
        yield Reading(k + length, "magnitude", low * unit.factor, TEN * low * unit.factor, unit=unit)
    else:
        yield Reading(k - 1, "magnitude", low, TEN * low)


@rule(
    examples={"One of the ports closed, and one of its berths too.": []},
    leaves_alone=["One port closed.", "No one of them knew.", "The one of 2019 is theirs."],
)
def one_of(here: Place) -> Iterable[Reading]:
    """One of several."""
    is_one = here[0].lower == "one" and here[1].lower == "of" and here[-1].lower not in NOT_BEFORE_ONE
    if is_one and (here[2].lower in OF_WHICH or here[2].is_capitalised):
        yield exactly(1, "one", 1)


VAGUE = (magnitude, one_of)
"""In order; the first that applies counts."""
