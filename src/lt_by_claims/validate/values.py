"""Values stand where they say, within their claims, in their order, and each once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pyarrow.compute as pc

from lt_by_claims.problem import Problem
from lt_by_claims.tables.arrays import INT64, repeated, rows_where, scalar
from lt_by_claims.validate.held import Dataset
from lt_by_claims.validate.sentences import sentences_around
from lt_by_claims.validate.shown import misplaced, shortened

SAME = ("claim_id", "start", "end", "low", "high", "measure", "period")
"""Two values that agree in these are one."""

FAR = 2**32
"""No text is that long."""


def values_are_the_texts(tables: Dataset) -> Iterator[Problem]:
    """A value stands where it says, in the quote of its claim or in the sentence around it."""
    held, texts = tables["quantities"], tables.texts
    cells = (*(held[name].to_pylist() for name in ("text", "start", "end")), *places_of_claims(tables))
    for at, (written, start, end, document, quote_start, quote_end) in enumerate(zip(*cells, strict=True)):
        text = None if document is None else texts[document]
        if text is None or None in (written, start, end, quote_start, quote_end) or len(written) != end - start:
            continue
        if not text.startswith(written, start):
            yield held.problem(at, "value", *misplaced("the value", written, text, start, end), "text")
        elif not lies_within(text, (start, end), (quote_start, quote_end)):
            what = (
                f"{shortened(written)} at {start} to {end} lies neither in the quote of its claim nor in that sentence"
            )
            yield held.problem(at, "value", what, "give it to the claim that it stands in", "start")


def places_of_claims(tables: Dataset) -> Iterator[list[Any]]:
    """For each value, of its claim: the row of its document, and the two ends of the quote."""
    claims = tables["claims"]
    for column in (tables.leads["claims", "document_id"], claims["quote_start"], claims["quote_end"]):
        yield column.take(tables.leads["quantities", "claim_id"]).to_pylist()


def lies_within(text: str, value: tuple[int, int], quote: tuple[int, int]) -> bool:
    """Does a value lie in the quote, as most do, or else in the sentences that the quote touches?"""
    inside = quote[0] <= value[0] and value[1] <= quote[1]
    first, last = quote if inside else sentences_around(text, *quote)
    return first <= value[0] <= value[1] <= last


def values_count_up(tables: Dataset) -> Iterator[Problem]:
    """The values of a claim are numbered q1, q2 and so on."""
    held = tables["quantities"]
    later = rows_where(pc.invert(pc.ends_with(held["quantity_id"], "/q1")))  # a first one is never too many
    numbers = Counter(held["claim_id"].to_pylist()) if later else Counter()
    for at in later:
        claim, name = held["claim_id"][at].as_py(), held["quantity_id"][at].as_py()
        number = name.rpartition("/q")[2]
        if claim is not None and number.isdecimal() and int(number) > numbers[claim]:
            what = f"quantity_id is {shortened(name)}, but its claim has {numbers[claim]} values"
            yield held.problem(at, "position", what, "number them from q1", "quantity_id")


def values_stand_once(tables: Dataset) -> Iterator[Problem]:
    """No claim has the same value twice."""
    held = tables["quantities"]
    seen: dict[tuple[Any, ...], int] = {}
    for at in at_one_place(tables):
        cells = tuple(held[name][at].as_py() for name in SAME)
        first = seen.setdefault(cells, at)
        if first != at and None not in cells[:3]:
            what = f"the value is the same as {held.named(first)[0] or f'row {first + 1}'}"
            yield held.problem(at, "repeated value", what, "take one of them out", "text")


def at_one_place(tables: Dataset) -> list[int]:
    """Values of one claim that begin at one place; where numbers are very large, perhaps some others."""
    claim, start = tables.leads["quantities", "claim_id"], tables["quantities"]["start"]
    places = pc.add(pc.multiply(claim.cast(INT64), scalar(FAR, INT64)), start)
    twice = repeated(places)
    return rows_where(pc.is_in(places, twice)) if len(twice) else []
