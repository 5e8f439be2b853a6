"""What holds a number and is no value: dates, and names."""

from __future__ import annotations

from lt_by_claims.measure.names import NAMES, code, mark_in_text, name_of_number_words
from lt_by_claims.measure.reading import MeasureRule, Reading, first_reading
from lt_by_claims.measure.times import TIMES, clock_time, month_and_day, ordinal_of_time
from lt_by_claims.measure.tokens import Place, remembered

LEFT: tuple[MeasureRule, ...] = (*TIMES, *NAMES)
"""In order; the first that applies counts."""

IN_WORDS = (clock_time, month_and_day, ordinal_of_time, name_of_number_words)
"""Those that can begin with a word."""

IN_FIGURES = tuple(rule for rule in LEFT if rule not in (month_and_day, name_of_number_words))
"""Those that can begin with a figure."""

ALONE = tuple(rule for rule in IN_FIGURES if rule not in (code, mark_in_text))
"""Those that can begin with a figure that is written together with nothing else."""

CLOSING = frozenset(",.;:%)")
"""A figure before them is as good as alone."""


@remembered
def left_alone(here: Place) -> Reading | None:
    """The date or the name that begins here."""
    sort = here[0].sort
    if sort != "figure":
        return first_reading(here, IN_WORDS if sort == "word" else LEFT)
    is_alone = not here.joined() and (not here.joined(1) or here[1].text in CLOSING)
    return first_reading(here, ALONE if is_alone else IN_FIGURES)
