"""What holds a number and is no value: dates, and names."""

from __future__ import annotations

from lt_by_claims.measure.names import NAMES, code, mark_in_text, name_of_number_words
from lt_by_claims.measure.reading import MeasureRule, Reading, first_reading
from lt_by_claims.measure.times import TIMES
from lt_by_claims.measure.tokens import Place, remembered

LEFT: tuple[MeasureRule, ...] = (*TIMES, *NAMES)
"""In order; the first that applies counts."""

GLUED = frozenset({code.name, mark_in_text.name})
"""They read only what is written together with something else."""

IN_FIGURES = tuple(rule for rule in LEFT if rule.name != name_of_number_words.name)
ALONE = tuple(rule for rule in IN_FIGURES if rule.name not in GLUED)
CLOSING = frozenset(",.;:%)")
"""A figure before them is as good as alone."""


@remembered
def left_alone(here: Place) -> Reading | None:
    """The date or the name that begins here."""
    if here[0].sort != "figure":
        return first_reading(here, LEFT)
    is_alone = not here.joined() and (not here.joined(1) or here[1].text in CLOSING)
    return first_reading(here, ALONE if is_alone else IN_FIGURES)
