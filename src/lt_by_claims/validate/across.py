"""What must hold between rows: references, and the text that quotes and values are taken from."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from lt_by_claims.claim import Row
from lt_by_claims.metadata.arrow import arrow_schema, said
from lt_by_claims.validate.cells import Problem, shortened

SENTENCE_END = re.compile(r"""(?<=[a-z0-9)%"”’][a-z0-9)%"”’\]])[.!?]["'”’)\]]*\s+(?=["“‘(\[€$£]?[A-Z0-9])""")
"""Between two sentences; an initial or a title of two letters ends none."""

Cells = Mapping[str, Sequence[Row]]
"""The rows of each table, each cell of its type or None."""


def across(tables: Cells) -> Iterator[Problem]:
    """All that is wrong between rows."""
    for check in CHECKS:
        yield from check(tables)


def having(rows: Sequence[Row], *columns: str) -> Iterator[tuple[int, Row]]:
    """The rows that have a value in all these columns, each with its number."""
    return ((at, row) for at, row in enumerate(rows) if all(row[key] is not None for key in columns))


def references_hold(tables: Cells) -> Iterator[Problem]:
    """A row that is referred to is there."""
    for name, rows in tables.items():
        for field in arrow_schema(name):
            other, _, key = (said(field, "refers_to") or "").partition(".")
            there = {row[key] for row in tables.get(other, ())}
            for at, row in having(rows, field.name) if other else ():
                if row[field.name] not in there:
                    what = f"{field.name} is {shortened(row[field.name])}, which is not in the table {other}"
                    yield Problem(name, at, what)


def quotes_are_the_texts(tables: Cells) -> Iterator[Problem]:
    """A quote is the text of its document, character for character."""
    texts = texts_of(tables)
    for at, row in having(tables["claims"], "document_id", "quote", "quote_start", "quote_end"):
        text, quote, start, end = texts.get(row["document_id"]), row["quote"], row["quote_start"], row["quote_end"]
        if text is not None and len(quote) == end - start and text[start:end] != quote:
            yield Problem("claims", at, misplaced("the quote", quote, text, start, end))


def values_are_the_texts(tables: Cells) -> Iterator[Problem]:
    """A value stands where it says, in the quote of its claim or in the sentence around it."""
    texts = texts_of(tables)
    claims = {row["claim_id"]: row for _, row in having(tables["claims"], "document_id", "quote_start", "quote_end")}
    for at, row in having(tables["quantities"], "claim_id", "text", "start", "end"):
        claim, start, end = claims.get(row["claim_id"]), row["start"], row["end"]
        text = texts.get(claim["document_id"]) if claim else None
        if claim is None or text is None or len(row["text"]) != end - start:
            continue
        first, last = sentences_around(text, claim["quote_start"], claim["quote_end"])
        if text[start:end] != row["text"]:
            yield Problem("quantities", at, misplaced("the value", row["text"], text, start, end))
        elif not first <= start <= end <= last:
            where = f"{shortened(row['text'])} at {start} to {end}"
            yield Problem("quantities", at, f"{where} lies neither in the quote of its claim nor in that sentence")


def positions_count_up(tables: Cells) -> Iterator[Problem]:
    """The claims of a document are numbered from 1, each number once."""
    placed = list(having(tables["claims"], "document_id", "position"))
    claims = Counter(row["document_id"] for _, row in placed)
    places = Counter((row["document_id"], row["position"]) for _, row in placed)
    for at, row in placed:
        position, number = row["position"], claims[row["document_id"]]
        if position > number:
            yield Problem("claims", at, f"position is {position}, but its document has {number} claims: count from 1")
        if places[row["document_id"], position] > 1:
            yield Problem("claims", at, f"position is {position}, and so is another claim's of its document: count up")


def reviews_are_whole(tables: Cells) -> Iterator[Problem]:
    """A document is reviewed with all its claims, or not at all."""
    reviewed = {row["document_id"]: row["reviewed"] for _, row in having(tables["documents"], "reviewed")}
    for at, row in having(tables["claims"], "reviewed"):
        if row["reviewed"] != reviewed.get(row["document_id"], row["reviewed"]):
            yield Problem("claims", at, f"reviewed is {row['reviewed']}, but its document says {not row['reviewed']}")


CHECKS = (references_hold, quotes_are_the_texts, values_are_the_texts, positions_count_up, reviews_are_whole)


def texts_of(tables: Cells) -> dict[str, str]:
    """The text of each document."""
    return {row["document_id"]: row["text"] for _, row in having(tables["documents"], "document_id", "text")}


def misplaced(what: str, written: str, text: str, start: int, end: int) -> str:
    """A piece of text that does not stand where it says, and where it does."""
    places = [match.start() for match in re.finditer(re.escape(written), text)][:3]
    where = " and ".join(f"{place} to {place + len(written)}" for place in places)
    hint = f"it stands at {where}" if places else "it stands nowhere in the text: copy it from there"
    return f"{what} {shortened(written)} is not what stands at {start} to {end}, {shortened(text[start:end])}: {hint}"


def sentences_around(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch, widened to the ends of the sentences that it touches."""
    ends = sentence_ends(text)
    before, after = bisect_left(ends, start + 1), bisect_left(ends, end)
    return ends[before - 1] if before else 0, ends[after] if after < len(ends) else len(text)


@lru_cache(maxsize=16)
def sentence_ends(text: str) -> list[int]:
    """Where sentences end, as far as marks and capitals tell."""
    return [match.end() for match in SENTENCE_END.finditer(text)]
