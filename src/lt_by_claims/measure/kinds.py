"""Single values by their kind: amounts in a unit, and counts."""

from __future__ import annotations

from collections.abc import Iterable

from lt_by_claims.measure.amounts import amount_at
from lt_by_claims.measure.counts import hyphen_counts, one_counts
from lt_by_claims.measure.lexicon import words
from lt_by_claims.measure.reading import Reading, exactly
from lt_by_claims.measure.tokens import Place
from lt_by_claims.measure.units import Unit
from lt_by_claims.rule import rule


@rule(
    examples={
        "Trade came to €1.1465 billion.": ["1146500000 EUR"],
        "They paid 25 million zlotys and US$1.2bn.": ["25000000 PLN", "1200000000 USD"],
        "It fell by three per cent, or 0.5 percentage points.": ["3 %", "0.5 pp"],
        "The rate rose by 25 basis points.": ["0.25 pp"],
        "The route is 380 km long and carries 6 million tonnes.": ["380000 m", "6000000 t"],
        "It takes 24 hours, and took three full years.": [],
        "Two thirds of it is three times as much.": ["ratio 0.666666", "ratio 3"],
        "A twofold rise and a ten-fold one came.": ["ratio 2", "ratio 10"],
        "Almost a quarter of the staff left.": ["ratio ~ 0.25"],
    },
    leaves_alone=["It has 575 companies.", "A third country joined.", "In the second half it fell."],
)
def amount(here: Place) -> Iterable[Reading]:
    """A number with a unit of money, share, physics or time, a part or a multiple."""
    found = amount_at(here)
    if found and found.unit:
        yield exactly(found.length, found.unit.kind, found.ends(found.unit), found.unit)


@rule(
    examples={"Ona Petraitytė, 25, and Jonas Kazlauskas, 64, left.": []},
    leaves_alone=["In Kaunas, 25, in Riga, 30 left.", "Of Baltic Ports, 25% went."],
)
def age(here: Place) -> Iterable[Reading]:
    """A number between commas after the name of a person, in two words."""
    is_alone = here[-1].text == here[1].text == "," and here[0].text.isdecimal() and len(here[0].text) < 3
    is_person = here[-2].is_capitalised and here[-3].is_capitalised and here[-3].lower not in NEVER
    if is_alone and is_person:
        yield exactly(1, "duration", int(here[0].text), YEAR)


@rule(
    examples={
        "Currently, 575 Lithuanian companies work there.": ["575 companies"],
        "Around 60 firms and two dozen banks left.": ["~ 60 firms", "24 banks"],
        "One company stayed, but 12 have left.": ["1", "12"],
        "It is a 27-member bloc.": ["27 members"],
    },
    leaves_alone=[
        "It is one of them.",
        "A two-sided plan, zero tolerance.",
        "Dozens of firms, hundreds of people and several others left.",
    ],
)
def count(here: Place) -> Iterable[Reading]:
    """A bare number."""
    found = amount_at(here)
    if not found or found.unit:
        return
    if here[0].lower == "one" and found.length == 1 and not one_counts(here):
        return
    if here[0].lower == "zero" and here[1].lower in AFTER_ZERO:
        return
    if here.hyphen(found.length) and not hyphen_counts(here, found.length):
        return
    yield exactly(found.length, "count", found.number.value)


YEAR = Unit("a", "duration")
NEVER = words("names", "never")
AFTER_ZERO = words("counts", "after_zero")
SINGLE = (amount, age, count)
"""In order; the first that applies counts."""
