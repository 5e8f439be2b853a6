"""Do the figures in a value's text say what its bounds, comparator and unit say?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from lt_by_claims.measure import Value, find
from lt_by_claims.problem import Problem
from lt_by_claims.validate.held import Dataset, Held
from lt_by_claims.validate.reading import read_again
from lt_by_claims.validate.sentences import sentences_around
from lt_by_claims.validate.shown import shortened

COLUMNS = ("text", "kind", "low", "high", "comparator", "unit")
TOLERANCE = 1e-9
PAGE_BREAK = re.compile(r"(?<!\s)[^\S\n]*+\n[^\S\n]*+\n.*\n[^\S\n]*+\n\s*+", re.DOTALL)
"""The foot of a page and the head of the next, which a value may stand around."""

NAMED_ELSEWHERE = frozenset({"count"})
"""The kinds whose unit is not in the text of the value, but a noun beside it."""

OPEN_ENDS = {"<": "low", "<=": "low", ">": "high", ">=": "high"}
"""The end that a comparator leaves open."""

Said = tuple[str, float | None, float | None, str, str | None]
"""Kind, low, high, comparator and unit."""


def values_say_their_figures(tables: Dataset) -> Iterator[Problem]:
    """What a value's text says by itself, or else within its sentence or paragraph, is what its cells say."""
    held = tables["quantities"]
    for at, (written, *said) in enumerate(zip(*(held[name].to_pylist() for name in COLUMNS), strict=True)):
        stored: Said = tuple(said)
        if written is None or stored[0] is None or stored[3] is None or says_by_itself(written, stored):
            continue
        if contradicts_itself(stored) or held.is_told(at, (*COLUMNS, "start", "end")):
            continue
        around, paragraph = said_around(tables, at)
        if not any(agrees(reading, stored) for reading in (*around, *paragraph)):
            yield told(held, at, written, readings_of(plain(written)) or around, stored)


@lru_cache(maxsize=4096)
def says_by_itself(written: str, stored: Said) -> bool:
    """Does the text of a value alone say what is stored?"""
    return any(agrees(reading, stored) for reading in readings_of(plain(written)))


def plain(written: str) -> str:
    """The text of a value on one page."""
    return PAGE_BREAK.sub(" ", written)


def said_around(tables: Dataset, at: int) -> tuple[tuple[Value, ...], tuple[Value, ...]]:
    """The values where one stands: those of its sentence, and that of its paragraph without markup."""
    start, end = (tables["quantities"][name][at].as_py() for name in ("start", "end"))
    text, quote_start, quote_end = tables.quote_of(at)
    if text is None or start is None or end is None or quote_start is None or quote_end is None:
        return (), ()
    first, last = sentences_around(text, quote_start, quote_end)
    around = (
        value for value in readings_of(text[first:last]) if value.start < end - first and start - first < value.end
    )
    return tuple(around), tuple(read_at(text, start, end))


def contradicts_itself(stored: Said) -> bool:
    """Do the ends not go with the comparator, or with each other? Then that is told already."""
    _, low, high, comparator, _ = stored
    ends = {"low": low is not None, "high": high is not None}
    unfit = any(there == (OPEN_ENDS.get(comparator) == end) for end, there in ends.items())
    return unfit or (low is not None and high is not None and low > high)


@lru_cache(maxsize=4096)
def readings_of(text: str) -> tuple[Value, ...]:
    """The values of a text."""
    return tuple(find(text))


def read_at(text: str, start: int, end: int) -> Iterator[Value]:
    """The values that stand at a place of a text as it is read: without markup, and with its lines joined."""
    paragraph = read_again(text).paragraph_at(start)
    for value in readings_of(paragraph.text) if paragraph else ():
        if paragraph and paragraph.raw(value.start, value.end) == (start, end):
            yield value


def agrees(value: Value, stored: Said) -> bool:
    """Is it the value that is stored? What is counted, the text of the value does not tell."""
    kind, low, high, comparator, unit = stored
    same = value.kind == kind and value.comparator == comparator and near(value.low, low) and near(value.high, high)
    return same and (kind in NAMED_ELSEWHERE or value.unit == unit)


def near(read: object, stored: float | None) -> bool:
    """Are both ends open, or the same number?"""
    if read is None or stored is None:
        return read is stored
    number = float(read)  # type: ignore[arg-type]
    return abs(number - stored) <= TOLERANCE * max(abs(number), abs(stored))


def told(held: Held, at: int, written: str, readings: Iterable[Value], stored: Said) -> Problem:
    """A value that is not what its text says, or whose text says none."""
    said = " or ".join(dict.fromkeys(map(notation, readings)))
    kind, low, high, comparator, unit = stored
    ends = f"low {low}, high {high}, comparator {comparator!r}, kind {kind}, unit {unit!r}".replace("None", "empty")
    if not said:
        what, to_do = f"{shortened(written)} has no figures that can be read", "copy the number as the text has it"
        return held.problem(at, "number", what, to_do, "text")
    return held.problem(
        at, "number", f"{shortened(written)} says {said}, not {ends}", "correct the one or the other", "low"
    )


def notation(value: Value) -> str:
    """A value in its notation, with its kind."""
    return f"{value} ({value.kind})"
