"""Document → claims, by machine: the one place where the stages of language meet."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, get_args

from lt_by_claims.claim import Claim, Quantity, Rows, rows
from lt_by_claims.clause import Clause
from lt_by_claims.document import Document
from lt_by_claims.errors import UsageError
from lt_by_claims.measure import find, measure, stated_in
from lt_by_claims.measure.value import Value
from lt_by_claims.read import read_text
from lt_by_claims.split import Grain, split, statements_of
from lt_by_claims.split.parser import parses
from lt_by_claims.standalone import standalone
from lt_by_claims.tag import tag
from lt_by_claims.tag.framing import framed, told_before
from lt_by_claims.tag.times import resolve, times

if TYPE_CHECKING:
    import pandas as pd


def draft(document: Document, *, grain: Grain = "claim") -> list[Claim]:
    """The claims that the machine sees in a document, in the order of the text; single facts with the grain "fact"."""
    return claims_of(document, split(document, grain=grain))


def drafts(documents: Sequence[Document]) -> Iterator[list[Claim]]:
    """The claims of each of some documents, parsed together: faster where they are short, with the same claims."""
    for document, parsed in zip(documents, parses(documents), strict=True):
        yield claims_of(document, statements_of(parsed))


def claims_of(document: Document, clauses: Iterable[Clause]) -> list[Claim]:
    """The statements of a document as claims, in the order of the text."""
    with collector_at_rest():
        values = values_of(document)
        made = (drafted(clause, values[clause.paragraph.position], document) for clause in standalone(clauses))
        return sorted(unique(made), key=lambda claim: (claim.start, claim.end))


def values_of(document: Document) -> dict[int, list[Value]]:
    """The numeric values of each paragraph, by its position."""
    return {paragraph.position: find(paragraph.text) for paragraph in document.paragraphs}


def stated_quantities(document: Document, values: Mapping[int, Sequence[Value]]) -> Iterator[Quantity]:
    """The quantities of the statements of a document as they stand: no name for a pronoun, no name looked for.

    `values` are those of each paragraph, by its position.
    """
    with collector_at_rest():
        for clause in split(document, names=False):
            own, published = values[clause.paragraph.position], document.published
            time = time_of(clause, own, published, told_before(clause, published))
            yield from measure(clause, own, document, time)


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """Let the garbage collector wait: it would walk through the whole model again and again, a third of the time."""
    was_at_work = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_at_work:
            gc.enable()


def drafted(clause: Clause, values: Sequence[Value], document: Document) -> Claim:
    """One statement as a claim, with its quote, its tags and its numbers."""
    start, end = document.around_links(*clause.span)
    text, published = clause.text, document.published
    told = told_before(clause, published)
    time = time_of(clause, values, published, told)
    quantities = measure(clause, values, document, time)
    tags = tag(clause, section=clause.paragraph.section, published=published, time=time, numbers=len(quantities))
    return Claim(
        claim=dated(text, published, told),
        start=start,
        end=end,
        claim_type=tags.claim_type,
        topics=tags.topics,
        attribution=tags.attribution,
        negated=tags.negated,
        modality=tags.modality,
        actors=tags.actors,
        time=tags.time,
        quantities=quantities,
        made_by=tuple(dict.fromkeys(clause.made_by)),
        doubts=clause.doubts,
    )


def time_of(clause: Clause, values: Sequence[Value], published: str | None, told: str | None) -> str | None:
    """When a statement holds: by its own words and what the paragraph has told, else by what frames its figures."""
    if time := times(clause.text, published, told):
        return time
    return framed(clause, published, [value.start for value in stated_in(clause, values)])


def dated(text: str, published: str | None, told: str | None = None) -> str:
    """The statement with dates for the words that point from the publication, or the time told last, to others."""
    for start, end, words in reversed(resolve(text, published, told)):
        text = text[:start] + words + text[end:]
    return text


def unique(claims: Iterable[Claim]) -> Iterator[Claim]:
    """The claims, each statement of a quote once."""
    return iter({(claim.start, claim.end, claim.claim): claim for claim in claims}.values())


def claims(text: str, *, published: str | None = None, grain: Grain = "claim") -> pd.DataFrame:
    """The claims of any English text, by machine: columns as in `load("claims")`.

    `published` is the date of the text (EDTF), from which "last year" and "currently" are reckoned. `grain` is "claim"
    as the guidelines have it, or "fact" for single facts, one detail each. Raises `DocumentError` where the text
    cannot be read, `ModelError` where no English model is installed, `UsageError` for any other grain.
    """
    if grain not in get_args(Grain):
        raise UsageError(f"grain {grain!r}: there are: {', '.join(get_args(Grain))}")
    import pyarrow

    from lt_by_claims.dataset.pandas import coded_frame
    from lt_by_claims.metadata import arrow_schema

    made = drafted_rows(read_text(text, published=published), grain=grain)
    return coded_frame(pyarrow.Table.from_pylist(made["claims"], arrow_schema("claims")))


def drafted_rows(document: Document, *, grain: Grain = "claim") -> Rows:
    """The rows of all tables for one document, by machine."""
    return rows(document, draft(document, grain=grain), reviewed=False)
