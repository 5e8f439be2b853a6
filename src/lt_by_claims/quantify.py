"""Every number of a text, with the claim that states it where one does."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from lt_by_claims.claim import Quantity, Row, quantity_row
from lt_by_claims.document import Document, Paragraph
from lt_by_claims.draft import drafted_rows, stated_quantities
from lt_by_claims.errors import DocumentError, ModelError
from lt_by_claims.measure import Value, find
from lt_by_claims.read import read_text
from lt_by_claims.read.sidecar import wrong_date

if TYPE_CHECKING:
    import pandas as pd

Values = Mapping[Paragraph, Sequence[Value]]
"""The paragraphs of a text with the values in each."""

NO_CLAIM = ""
"""The name of the claim of a number that none states."""

BLOCK = re.compile(r"\S.*?(?=\n[ \t]*\n|\Z)", re.DOTALL)
LINE = re.compile(r"\S.*")


def quantities(text: str, *, published: str | None = None, beyond: bool = False, context: bool = True) -> pd.DataFrame:
    """Every number of any English text, by machine: columns as in `load("quantities")`, in the order of the text.

    `start` and `end` count characters of `text`. `claim_id` is empty where no claim states the number: in a heading, in
    a fragment such as "£19.99", or where no English model is installed. `published` is as for `claims`. `beyond` adds
    values that no claim has as a quantity, each of a kind of its own: `duration` (ages too; unit `a`, `mo`, `wk`, `d`,
    `h`, `min` or `s`), `ordinal` (a second visit, no rank), `magnitude` (thousands of people, up to ten times as many)
    and `one` (one of the ports). Without `context` each sentence that holds a number is read by itself, in a third of
    the time or less: `measure` leaves pronouns and short names as they stand, `period` knows what the sentence says,
    and `claim_id` is empty. Raises `DocumentError` only where `published` is no date.
    """
    import pyarrow

    from lt_by_claims.dataset.pandas import coded_frame
    from lt_by_claims.metadata import arrow_schema

    if published is not None and (problem := wrong_date(published)):
        raise DocumentError(f"published: {problem}")
    made = sorted(
        quantity_rows(text, published, beyond=beyond, context=context), key=lambda row: (row["start"], row["end"])
    )
    return coded_frame(pyarrow.Table.from_pylist(made, arrow_schema("quantities")))


def quantity_rows(text: str, published: str | None, *, beyond: bool, context: bool = True) -> list[Row]:
    """A row for each number: those that claims state, and all others."""
    document = read(text, published)
    paragraphs = document.paragraphs if document else ()
    found = {paragraph: find(paragraph.text) for paragraph in paragraphs}
    stated = stated_rows(document, found, context=context) if document else []
    values = {paragraph: find(paragraph.text, beyond=True) for paragraph in paragraphs} if beyond else found
    taken = [(row["start"], row["end"]) for row in stated]
    alone = {place: value for place, value in placed(text, values, beyond=beyond) if not touches(place, taken)}
    others = (quantity(text, *place, value) for place, value in alone.items())
    before = sum(row["claim_id"] == NO_CLAIM for row in stated)
    return stated + [quantity_row(NO_CLAIM, number, other) for number, other in enumerate(others, start=before + 1)]


def read(text: str, published: str | None) -> Document | None:
    """The text as a document; None where it is none, such as an empty one."""
    try:
        return read_text(text, published=published)
    except DocumentError:
        return None


def stated_rows(document: Document, values: Values, *, context: bool) -> list[Row]:
    """The rows of the numbers that sentences state; none where no English model is installed."""
    try:
        return drafted_rows(document)["quantities"] if context else lone_rows(document, sentences_with_numbers(values))
    except ModelError:
        return []


def lone_rows(document: Document, sentences: Values) -> list[Row]:
    """The rows of the numbers of each sentence, read by itself."""
    parts = [replace(sentence, position=place) for place, sentence in enumerate(sentences, start=1)]
    values = dict(enumerate(sentences.values(), start=1))
    found = {(one.start, one.end): one for one in stated_quantities(replace(document, paragraphs=tuple(parts)), values)}
    return [quantity_row(NO_CLAIM, number, one) for number, one in enumerate(found.values(), start=1)]


def sentences_with_numbers(values: Values) -> Values:
    """Those sentences that hold a number, each as a paragraph of its own, with the values in it."""
    return {
        piece(paragraph, start, end): held
        for paragraph, found in values.items()
        for start, end in paragraph.sentences
        if (held := [moved(value, -start) for value in found if start <= value.start < end])
    }


def piece(paragraph: Paragraph, start: int, end: int) -> Paragraph:
    """A sentence of a paragraph as a paragraph."""
    text, offsets = paragraph.text[start:end], paragraph.offsets[start:end]
    return replace(paragraph, text=text, offsets=offsets, sentences=((0, len(text)),))


def moved(value: Value, by: int) -> Value:
    """The value so many characters farther on."""
    return replace(value, start=value.start + by, end=value.end + by)


def placed(text: str, values: Values, *, beyond: bool) -> Iterator[tuple[tuple[int, int], Value]]:
    """Each value with its place in the text: of the paragraphs, and of each line that is in none."""
    for paragraph, found in values.items():
        for value in found:
            yield paragraph.raw(value.start, value.end), value
    read = sorted((min(paragraph.offsets), max(paragraph.offsets) + 1) for paragraph in values)
    for start, end in stretches(text, read, LINE if values else BLOCK):
        for value in find(text[start:end], beyond=beyond):
            yield (start + value.start, start + value.end), value


def stretches(text: str, read: Iterable[tuple[int, int]], piece: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """The pieces of the text outside what is read."""
    end = 0
    for start, after in (*read, (len(text), len(text))):
        yield from ((found.start(), found.end()) for found in piece.finditer(text, end, max(start, end)))
        end = max(end, after)


def touches(place: tuple[int, int], taken: Iterable[tuple[int, int]]) -> bool:
    """Does a place share a character with one that is taken?"""
    return any(start < place[1] and place[0] < end for start, end in taken)


def quantity(text: str, start: int, end: int, value: Value) -> Quantity:
    """A value as a number that no claim states."""
    return Quantity(text[start:end], start, end, value.kind, value.low, value.high, value.comparator, value.unit)
