"""What must hold between rows: references, order, and the text that quotes and values are taken from."""

from __future__ import annotations

from collections.abc import Iterator

import pyarrow.compute as pc

from lt_by_claims.problem import Problem
from lt_by_claims.tables.arrays import rows_where
from lt_by_claims.validate.held import BATCH, Dataset, references
from lt_by_claims.validate.lineage import lineage_holds
from lt_by_claims.validate.positions import positions_count_up
from lt_by_claims.validate.shown import misplaced, shortened
from lt_by_claims.validate.values import values_are_the_texts, values_count_up, values_stand_once


def across(tables: Dataset) -> Iterator[Problem]:
    """All that is wrong between rows."""
    for check in CHECKS:
        yield from check(tables)


def references_hold(tables: Dataset) -> Iterator[Problem]:
    """A row that is referred to is there."""
    for table, column, other, key in references():
        if tables[other].is_told(None, [key]):
            continue
        held = tables[table]
        for at in rows_where(pc.and_(pc.is_valid(held[column]), pc.is_null(tables.leads[table, column]))):
            what = f"{column} is {shortened(held[column][at].as_py())}, which is not in the table {other}"
            yield held.problem(at, "reference", what, f"add it there, or take this row out of {table}", column)


def quotes_are_the_texts(tables: Dataset) -> Iterator[Problem]:
    """A quote is the text of its document, character for character."""
    claims, texts = tables["claims"], tables.texts
    cells = claims.table.select(["quote", "quote_start", "quote_end"]).add_column(
        0, "document", tables.leads["claims", "document_id"]
    )
    for first in range(0, len(cells), BATCH):
        rows = zip(*(column.to_pylist() for column in cells.slice(first, BATCH).columns), strict=True)
        for at, (document, quote, start, end) in enumerate(rows, start=first):
            text = None if document is None else texts[document]
            if text is None or quote is None or start is None or text.startswith(quote, start) or end is None:
                continue
            if len(quote) == end - start:
                yield claims.problem(at, "quote", *misplaced("the quote", quote, text, start, end), "quote")


def reviews_are_whole(tables: Dataset) -> Iterator[Problem]:
    """A document is reviewed with all its claims, or not at all."""
    claims = tables["claims"]
    of_document = tables["documents"]["reviewed"].take(tables.leads["claims", "document_id"])
    for at in rows_where(pc.not_equal(claims["reviewed"], of_document)):
        reviewed = claims["reviewed"][at].as_py()
        what = f"reviewed is {reviewed}, but its document says {not reviewed}"
        yield claims.problem(
            at, "reviewed", what, "a document is reviewed with all its claims, or not at all", "reviewed"
        )


CHECKS = (
    references_hold,
    quotes_are_the_texts,
    values_are_the_texts,
    positions_count_up,
    values_count_up,
    values_stand_once,
    reviews_are_whole,
    lineage_holds,
)
