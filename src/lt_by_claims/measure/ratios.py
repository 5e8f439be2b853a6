"""Parts and multiples of a whole: a third of · one in five · 7 out of 10 · three times as many · doubled."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from lt_by_claims.measure.lexicon import lexicon, words
from lt_by_claims.measure.numbers import number_at
from lt_by_claims.measure.reading import Reading, exactly
from lt_by_claims.measure.tokens import Place
from lt_by_claims.measure.units import unit_after
from lt_by_claims.rule import rule

RATIOS = lexicon("ratios")
VERBS: dict[str, Fraction] = {word: Fraction(value) for word, value in RATIOS["verbs"].items()}
BARE: dict[str, Fraction] = {word: Fraction(value) for word, value in RATIOS["bare"].items()}
BEFORE_BARE = words("ratios", "before_bare")
AFTER_MULTIPLE = words("ratios", "after_multiple")
NOT_MULTIPLE = words("ratios", "not_multiple")


@rule(
    examples={
        "One in five plans to move.": ["ratio 0.2"],
        "There one job in eight depends on freight.": ["ratio 0.125"],
        "At least 3 in 10 firms agree.": ["ratio >= 0.3"],
    },
    leaves_alone=["One in the city agrees.", "It fell to 12 in 2019.", "They met two partners in three cities."],
)
def some_in_many(here: Place) -> Iterable[Reading]:
    """So many in so many, with the thing counted after the first number where that is one."""
    part = number_at(here)
    if not part or part.value > 10:
        return
    for k in range(part.length, part.length + (3 if part.value == 1 else 1)):
        if here[k].lower == "in" and (whole := number_at(here + (k + 1))) and part.value < whole.value <= 1000:
            after = unit_after(here + (k + 1 + whole.length))
            if not after and "hundred" not in here[k + 1].lower:
                yield exactly(k + 1 + whole.length, "ratio", part.value / whole.value)
            return


@rule(
    examples={"Seven out of 10 want it, and 9 out of every 10 know it.": ["ratio 0.7", "ratio 0.9"]},
    leaves_alone=["Two out of the group went.", "It got 10 out of Minsk."],
)
def some_out_of_many(here: Place) -> Iterable[Reading]:
    """So many out of so many."""
    part = number_at(here)
    if part and here[part.length].lower == "out" and here[part.length + 1].lower == "of":
        k = part.length + 2 + (here[part.length + 2].lower == "every")
        if (whole := number_at(here + k)) and part.value < whole.value:
            yield exactly(k + whole.length, "ratio", part.value / whole.value)


@rule(
    examples={"The part is one over twenty.": ["ratio 0.05"]},
    leaves_alone=["It rose by one over 20 years.", "Only one over three tonnes came.", "Prices were 5 over."],
)
def some_over_many(here: Place) -> Iterable[Reading]:
    """A fraction read out: one over twenty, with nothing counted after it."""
    above = number_at(here)
    if not above or here[above.length].lower != "over" or here[-1].lower in {"only", "just", "by"}:
        return
    below = number_at(here + (above.length + 1))
    length = above.length + 1 + (below.length if below else 0)
    if below and below.value and here[length].sort in {"nothing", "mark"} and not unit_after(here + length):
        yield exactly(length, "ratio", above.value / below.value)


@rule(
    examples={
        "It more than tripled the list.": ["ratio > 3"],
        "Trade almost doubled, freight halved.": ["ratio ~ 2", "ratio 0.5"],
    },
    leaves_alone=["They doubled down on it.", "They redoubled it."],
)
def multiplied(here: Place) -> Iterable[Reading]:
    """A verb that says a multiple: doubled, tripled, halved."""
    if here[0].lower in VERBS and here[1].lower not in NOT_MULTIPLE and here[-1].lower not in {"two", "both"}:
        yield exactly(1, "ratio", VERBS[here[0].lower])


@rule(
    examples={"It is nearly twice the level of 2016.": ["ratio ~ 2"], "They plan to double exports.": ["ratio 2"],
              "It is double that of Latvia.": ["ratio 2"]},
    leaves_alone=["They met twice a week.", "It is a double standard.", "He was elected twice."],
)  # fmt: skip
def multiple_of(here: Place) -> Iterable[Reading]:
    """Twice, double, triple, where they compare."""
    word = here[0].lower
    if word not in BARE or here.hyphen(1) or here[1].lower in NOT_MULTIPLE:
        return
    as_verb = word not in {"twice", "thrice"} and here[-1].lower in BEFORE_BARE
    is_all = here[1].sort == "nothing" and (here[-1].sort == "nothing" or here[-1].lower in BEFORE_BARE)
    if as_verb or is_all or here[1].lower in AFTER_MULTIPLE:
        yield exactly(1, "ratio", BARE[word])


RATIO_RULES = (some_in_many, some_out_of_many, some_over_many, multiplied, multiple_of)
"""In order; the first that applies counts."""
