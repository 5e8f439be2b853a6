"""What must hold between rows: references, order, and the text that quotes and values are taken from."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Any

import pyarrow
import pyarrow.compute as pc

from lt_by_claims.metadata.arrow import arrow_schema, said
from lt_by_claims.problem import Problem
from lt_by_claims.tables.arrays import INT64, scalar
from lt_by_claims.validate.held import BATCH, Dataset, Held, rows_where
from lt_by_claims.validate.lineage import lineage_holds
from lt_by_claims.validate.shown import shortened

SENTENCE_END = re.compile(r"""(?<=[a-z0-9)%"”’][a-z0-9)%"”’\]])[.!?]["'”’)\]]*\s+(?=["“‘(\[€$£]?[A-Z0-9])""")
"""Between two sentences; an initial or a title of two letters ends none."""


def across(tables: Dataset) -> Iterator[Problem]:
    """All that is wrong between rows."""
    for check in CHECKS:
        yield from check(tables)


def references_hold(tables: Dataset) -> Iterator[Problem]:
    """A row that is referred to is there."""
    for held in tables.values():
        for field in arrow_schema(held.name):
            other, _, key = (said(field, "refers_to") or "").partition(".")
            if other not in tables or tables[other].is_told(None, [key]):
                continue
            cells = held[field.name]
            there = pc.is_in(cells, tables[other][key].combine_chunks())
            for at in rows_where(pc.and_(pc.is_valid(cells), pc.invert(there))):
                what = f"{field.name} is {shortened(cells[at].as_py())}, which is not in the table {other}"
                yield held.problem(
                    at, "reference", what, f"add it there, or take this row out of {held.name}", field.name
                )


def quotes_are_the_texts(tables: Dataset) -> Iterator[Problem]:
    """A quote is the text of its document, character for character."""
    claims, texts = tables["claims"], texts_of(tables)
    for first in range(0, len(claims.table), BATCH):
        some = claims.table.slice(first, BATCH)
        cells = (some[name].to_pylist() for name in ("document_id", "quote", "quote_start", "quote_end"))
        for at, (document, quote, start, end) in enumerate(zip(*cells, strict=True), start=first):
            text = texts.get(document)
            if text is None or quote is None or start is None or text.startswith(quote, start) or end is None:
                continue
            if len(quote) == end - start:
                yield claims.problem(at, "quote", *misplaced("the quote", quote, text, start, end), "quote")


def values_are_the_texts(tables: Dataset) -> Iterator[Problem]:
    """A value stands where it says, in the quote of its claim or in the sentence around it."""
    held, texts = tables["quantities"], texts_of(tables)
    claims = claims_of_values(tables)
    cells = (*(held[name].to_pylist() for name in ("text", "start", "end")), *(claim.to_pylist() for claim in claims))
    for at, (written, start, end, document, quote_start, quote_end) in enumerate(zip(*cells, strict=True)):
        text = texts.get(document)
        if text is None or None in (written, start, end, quote_start, quote_end) or len(written) != end - start:
            continue
        first, last = sentences_around(text, quote_start, quote_end)
        if text[start:end] != written:
            yield held.problem(at, "value", *misplaced("the value", written, text, start, end), "text")
        elif not first <= start <= end <= last:
            what = (
                f"{shortened(written)} at {start} to {end} lies neither in the quote of its claim nor in that sentence"
            )
            yield held.problem(at, "value", what, "give it to the claim that it stands in", "start")


def claims_of_values(tables: Dataset) -> list[pyarrow.ChunkedArray]:
    """For each value, of its claim: the document, and the two ends of the quote."""
    claims = tables["claims"]
    at = pc.index_in(tables["quantities"]["claim_id"], claims["claim_id"].combine_chunks())
    return [claims[name].take(at) for name in ("document_id", "quote_start", "quote_end")]


def positions_count_up(tables: Dataset) -> Iterator[Problem]:
    """The claims of a document are numbered from 1 in the order of their quotes, each number once."""
    claims = tables["claims"]
    if claims.is_told(None, ["document_id", "position", "quote_start", "quote_end"]) or in_order(claims):
        return
    columns = ("document_id", "position", "quote_start", "quote_end", "quote")
    rows = list(enumerate(zip(*(claims[name].to_pylist() for name in columns), strict=True)))
    for document, some in by_first(rows).items():
        if document is not None:
            yield from misnumbered(claims, [(row[1], at, row[2:]) for at, row in some if row[1] is not None])


def misnumbered(claims: Held, placed: list[tuple[int, int, tuple[Any, ...]]]) -> Iterator[Problem]:
    """Claims of a document, each with its position and row, that do not count up, or not in the order of the text."""
    taken = Counter(position for position, _, _ in placed)
    for position, at, _ in placed:
        if position > len(placed):
            what = f"position is {position}, but its document has {len(placed)} claims"
            yield claims.problem(at, "position", what, "count from 1", "position")
        if taken[position] > 1:
            what = f"position is {position}, and so is another claim's of its document"
            yield claims.problem(at, "position", what, "count up", "position")
    sound = [
        (at, start, end)
        for _, at, (start, end, quote) in sorted(placed, key=lambda row: row[:2])
        if fills(start, end, quote)
    ]
    for (_, *before), (at, *span) in pairwise(sound):
        if span < before:
            what = f"the quote at {span[0]} to {span[1]} stands before that of the claim before, at {before[0]}"
            yield claims.problem(at, "position", what, "number the claims in the order of the text", "position")


def fills(start: int | None, end: int | None, quote: str | None) -> bool:
    """Does the quote fill its span? If not, that is told elsewhere."""
    return start is not None and end is not None and quote is not None and len(quote) == end - start


def by_first(rows: list[tuple[int, tuple[Any, ...]]]) -> dict[Any, list[tuple[int, tuple[Any, ...]]]]:
    """The rows with their numbers, by their first cell."""
    groups: dict[Any, list[tuple[int, tuple[Any, ...]]]] = {}
    for at, row in rows:
        groups.setdefault(row[0], []).append((at, row))
    return groups


def in_order(claims: Held) -> bool:
    """Do the claims of each document stand together, count up from 1, and follow their quotes? This is quick to see."""
    document, position, start, end = (claims[name] for name in ("document_id", "position", "quote_start", "quote_end"))
    if not len(document):
        return True
    if any(column.null_count for column in (document, position, start, end)):
        return False
    follows = pc.equal(document[1:], document[:-1])
    counts = pc.equal(position[1:], pc.if_else(follows, pc.add(position[:-1], scalar(1, INT64)), scalar(1, INT64)))
    later = pc.greater(start[1:], start[:-1])
    later = pc.or_(later, pc.and_(pc.equal(start[1:], start[:-1]), pc.greater_equal(end[1:], end[:-1])))
    parts = 1 + pc.sum(pc.invert(follows), min_count=0).as_py()
    good = pc.and_(counts, pc.or_(later, pc.invert(follows)))
    all_good = position[0].as_py() == 1 and pc.all(good, min_count=0).as_py()
    return bool(all_good) and parts == pc.count_distinct(document).as_py()


def values_count_up(tables: Dataset) -> Iterator[Problem]:
    """The values of a claim are numbered q1, q2 and so on."""
    held = tables["quantities"]
    pairs = list(enumerate(zip(held["claim_id"].to_pylist(), held["quantity_id"].to_pylist(), strict=True)))
    numbers = {claim: len(rows) for claim, rows in by_first(pairs).items()}
    for at, (claim, name) in pairs:
        number = (name or "").rpartition("/q")[2]
        if claim is not None and number.isdecimal() and int(number) > numbers[claim]:
            what = f"quantity_id is {shortened(name)}, but its claim has {numbers[claim]} values"
            yield held.problem(at, "position", what, "number them from q1", "quantity_id")


def values_stand_once(tables: Dataset) -> Iterator[Problem]:
    """No claim has the same value twice."""
    held = tables["quantities"]
    columns = ("claim_id", "start", "end", "low", "high", "measure", "period")
    seen: dict[tuple[Any, ...], int] = {}
    for at, cells in enumerate(zip(*(held[name].to_pylist() for name in columns), strict=True)):
        first = seen.setdefault(cells, at)
        if first != at and None not in cells[:3]:
            what = f"the value is the same as {held.named(first)[0] or f'row {first + 1}'}"
            yield held.problem(at, "repeated value", what, "take one of them out", "text")


def reviews_are_whole(tables: Dataset) -> Iterator[Problem]:
    """A document is reviewed with all its claims, or not at all."""
    claims, documents = tables["claims"], tables["documents"]
    at_document = pc.index_in(claims["document_id"], documents["document_id"].combine_chunks())
    of_document = documents["reviewed"].take(at_document)
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


def texts_of(tables: Dataset) -> dict[str, str]:
    """The text of each document."""
    documents = tables["documents"]
    pairs = zip(documents["document_id"].to_pylist(), documents["text"].to_pylist(), strict=True)
    return {name: text for name, text in pairs if name is not None and text is not None}


def misplaced(what: str, written: str, text: str, start: int, end: int) -> tuple[str, str]:
    """A piece of text that does not stand where it says, and where it does."""
    places = [match.start() for match in re.finditer(re.escape(written), text)][:3]
    where = " and ".join(f"{place} to {place + len(written)}" for place in places)
    hint = f"it stands at {where}" if places else "it stands nowhere in the text: copy it from there"
    return f"{what} {shortened(written)} is not what stands at {start} to {end}, {shortened(text[start:end])}", hint


def sentences_around(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch, widened to the ends of the sentences that it touches."""
    ends = sentence_ends(text)
    before, after = bisect_left(ends, start + 1), bisect_left(ends, end)
    return ends[before - 1] if before else 0, ends[after] if after < len(ends) else len(text)


@lru_cache(maxsize=16)
def sentence_ends(text: str) -> list[int]:
    """Where sentences end, as far as marks and capitals tell."""
    return [match.end() for match in SENTENCE_END.finditer(text)]
