"""A claim and its quantities, and the rows that they become."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import chain, count
from typing import Any

from lt_by_claims.document import Document
from lt_by_claims.period import days
from lt_by_claims.source_link import Page, source_link

Row = dict[str, Any]
Rows = dict[str, list[Row]]
"""The rows of each table, by its name."""

TABLE_NAMES = ("documents", "claims", "quantities", "retired")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A numeric value: as it stands in the raw text from `start` to `end`, and what it says."""

    text: str
    start: int
    end: int
    kind: str
    low: Decimal | None
    high: Decimal | None
    comparator: str = "="
    unit: str | None = None
    measure: str | None = None
    period: str | None = None

    @property
    def value(self) -> float | None:
        """One number for plots: the number, the middle of a range, or the one bound."""
        ends = [float(end) for end in (self.low, self.high) if end is not None]
        return sum(ends) / len(ends) if ends else None


@dataclass(frozen=True, slots=True)
class Claim:
    """A self-contained statement, and the stretch of the raw text (`start` to `end`) that supports it."""

    claim: str
    start: int
    end: int
    claim_type: str
    topics: tuple[str, ...]
    attribution: str | None = None
    negated: bool = False
    modality: str = "asserted"
    actors: tuple[str, ...] = ()
    time: str | None = None
    quantities: tuple[Quantity, ...] = ()
    id: str | None = None
    made_by: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()


def born_id(document_id: str, quote: str, claim: str) -> str:
    """The 8 hex digits that name a claim within its document, taken from its content when it is first written."""
    return hashlib.sha256("\n".join((document_id, quote, claim)).encode()).hexdigest()[:8]


def with_ids(document: Document, claims: Iterable[Claim]) -> list[Claim]:
    """The claims, each with an id of its own; a statement that the text repeats is told apart by its number."""
    given = list(claims)
    taken = {claim.id for claim in given if claim.id}
    named: list[Claim] = []
    for claim in given:
        quote = document.text[claim.start : claim.end]
        numbered = chain([claim.claim], (f"{claim.claim}\n{number}" for number in count(2)))
        born = (born_id(document.document_id, quote, text) for text in numbered)
        name = claim.id or next(one for one in born if one not in taken)
        taken.add(name)
        named.append(replace(claim, id=name))
    return named


def rows(document: Document, claims: Iterable[Claim], *, reviewed: bool) -> Rows:
    """The rows of all tables for one document, its claims in the order of the text."""
    page = Page.of(document) if document.url else None
    ordered = with_ids(document, sorted(claims, key=lambda claim: (claim.start, claim.end)))
    made: Rows = {name: [] for name in TABLE_NAMES}
    made["documents"].append(document_row(document, reviewed=reviewed))
    for position, claim in enumerate(ordered, start=1):
        row = claim_row(document, page, claim, position, reviewed=reviewed)
        made["claims"].append(row)
        made["quantities"] += quantity_rows(row["claim_id"], claim.quantities)
    return made


def joined(parts: Iterable[Mapping[str, list[Row]]]) -> Rows:
    """The rows of several documents as one."""
    together: Rows = {name: [] for name in TABLE_NAMES}
    for part in parts:
        for name, some in part.items():
            together[name] += some
    return together


def retired_rows(
    document_id: str, retired: Mapping[str, Iterable[str]], since: Mapping[str, str], version: str
) -> list[Row]:
    """The rows of the retired table for one document: ids and those that replace them, as of now or since earlier."""
    return [
        {
            "claim_id": f"{document_id}/{name}",
            "document_id": document_id,
            "replaced_by": [f"{document_id}/{other}" for other in others],
            "retired_in": since.get(f"{document_id}/{name}", version),
        }
        for name, others in retired.items()
    ]


def document_row(document: Document, *, reviewed: bool) -> Row:
    """The row of the documents table."""
    return {
        "document_id": document.document_id,
        "title": document.title,
        "authors": list(document.authors),
        "publisher": document.publisher,
        "published": document.published,
        "language": document.language,
        "url": document.url,
        "url_status": document.url_status,
        "rights": document.rights,
        "raw_path": document.raw_path,
        "sha256": document.sha256,
        "text": document.text,
        "reviewed": reviewed,
    }


def claim_row(document: Document, page: Page | None, claim: Claim, position: int, *, reviewed: bool) -> Row:
    """The row of the claims table."""
    quote = document.text[claim.start : claim.end]
    paragraph = document.paragraph_at(claim.start)
    links = document.links_in(claim.start, claim.end)
    first, last = days(claim.time) if claim.time else (None, None)
    return {
        "claim_id": f"{document.document_id}/{claim.id or born_id(document.document_id, quote, claim.claim)}",
        "document_id": document.document_id,
        "position": position,
        "paragraph": paragraph.position if paragraph else None,
        "section": (paragraph.section if paragraph else "") or None,
        "claim": claim.claim,
        "quote": quote,
        "quote_start": claim.start,
        "quote_end": claim.end,
        "source_link": source_link(document, claim.start, claim.end, page),
        "claim_type": claim.claim_type,
        "topic": claim.topics[0],
        "topics": list(claim.topics),
        "attribution": claim.attribution or None,
        "negated": claim.negated,
        "modality": claim.modality,
        "actors": list(claim.actors),
        "time": claim.time,
        "time_start": first,
        "time_end": last,
        "link_texts": [link.text for link in links],
        "link_urls": [link.url for link in links],
        "reviewed": reviewed,
        "made_by": list(claim.made_by),
        "doubts": list(claim.doubts),
    }


def quantity_rows(claim_id: str, quantities: Iterable[Quantity]) -> list[Row]:
    """The rows of the quantities table for one claim."""
    return [quantity_row(claim_id, number, quantity) for number, quantity in enumerate(quantities, start=1)]


def quantity_row(claim_id: str, number: int, quantity: Quantity) -> Row:
    """One row of the quantities table."""
    first, last = days(quantity.period) if quantity.period else (None, None)
    return {
        "quantity_id": f"{claim_id}/q{number}",
        "claim_id": claim_id,
        "text": quantity.text,
        "start": quantity.start,
        "end": quantity.end,
        "kind": quantity.kind,
        "low": None if quantity.low is None else float(quantity.low),
        "high": None if quantity.high is None else float(quantity.high),
        "value": quantity.value,
        "comparator": quantity.comparator,
        "unit": quantity.unit or None,
        "measure": quantity.measure or None,
        "period": quantity.period,
        "period_start": first,
        "period_end": last,
    }
