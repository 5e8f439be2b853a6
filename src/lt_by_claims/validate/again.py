"""A text read again: paragraph, section and links of each claim are those that the tables have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from lt_by_claims.claim import Claim, Row, claim_row
from lt_by_claims.document import Document
from lt_by_claims.problem import Problem
from lt_by_claims.source_link import Page
from lt_by_claims.validate.held import Held
from lt_by_claims.validate.reading import read_again
from lt_by_claims.validate.shown import Shown

DERIVED = ("paragraph", "section", "source_link", "link_texts", "link_urls")
"""Columns that say nothing of their own: the text and the place of the quote give them."""

KNOWN = (
    "document_id",
    "title",
    "publisher",
    "published",
    "language",
    "url",
    "url_status",
    "rights",
    "raw_path",
    "sha256",
)
NEEDED = ("document_id", "quote", "quote_start", "quote_end", "claim", "claim_type", "topic", "topics")


def places_are_the_texts(tables: Mapping[str, Held]) -> Iterator[Problem]:
    """Each claim stands in the paragraph and section, and has the links, that its text gives."""
    claims, documents = tables["claims"], tables["documents"]
    own = rows_by(claims["document_id"].to_pylist())
    for row in documents.table.to_pylist():
        if row["document_id"] is None or row["text"] is None:
            continue
        document = document_of(row)
        if not document.paragraphs:
            continue
        page = Page.of(document)
        for at in own.get(row["document_id"], ()):
            yield from misplaced(claims, at, document, page)


def rows_by(names: Iterable[Any]) -> dict[Any, list[int]]:
    """The numbers of the rows of each name."""
    rows: dict[Any, list[int]] = {}
    for at, name in enumerate(names):
        rows.setdefault(name, []).append(at)
    return rows


def document_of(row: Mapping[str, Any]) -> Document:
    """The document of a row, read again; without paragraphs where it cannot be."""
    return replace(read_again(row["text"]), **{name: row[name] for name in KNOWN})


def misplaced(claims: Held, at: int, document: Document, page: Page) -> Iterator[Problem]:
    """The derived cells of a claim that the text does not give."""
    row = claims.row(at)
    if (
        any(row[name] is None for name in NEEDED)
        or document.text[row["quote_start"] : row["quote_end"]] != row["quote"]
    ):
        return
    given = derived(document, page, row)
    for name in DERIVED:
        if row[name] != given[name] and not claims.is_told(at, [name]):
            what = f"{name} is {Shown(row[name])!r}, but the text gives {Shown(given[name])!r}"
            yield claims.problem(at, "place", what, "write what the text gives: run lt-by-claims build", name)


def derived(document: Document, page: Page, row: Row) -> Row:
    """The row of a claim, as its text gives it."""
    claim = Claim(row["claim"], row["quote_start"], row["quote_end"], row["claim_type"], (row["topic"],))
    return claim_row(document, page, claim, row["position"], reviewed=row["reviewed"])
