"""What the page knows: the tables, with every place counted as a browser counts."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow

from lt_by_claims.citation import Release, bibtex, release, text
from lt_by_claims.claim import Row
from lt_by_claims.codes import states
from lt_by_claims.dataset import load
from lt_by_claims.explore.facets import Facet, facets
from lt_by_claims.explore.layout import Block, blocks, places
from lt_by_claims.shown import plain

DIGITS, CLAIM, LINK = "\ue000", "\ue001", "\ue002"
"""What stands in a citation for what is the claim's own; the page puts it in."""

Rows = list[dict[str, Any]]
Place = Callable[[int], int]


@dataclass(frozen=True, slots=True)
class Contents:
    """Documents, claims and numbers as the page needs them, what one can choose from, and the types of claims."""

    release: Release
    documents: Rows
    claims: Rows
    numbers: Rows
    facets: tuple[Facet, ...]
    types: tuple[str, ...]

    @property
    def title(self) -> str:
        """The one text's title, or what several have in common."""
        return str(self.documents[0]["title"]) if len(self.documents) == 1 else f"{len(self.documents)} policy texts"

    @property
    def data(self) -> dict[str, Any]:
        """What is written into the page."""
        tables = {"documents": self.documents, "claims": self.claims, "numbers": self.numbers}
        return {**tables, "types": self.types}

    def __str__(self) -> str:
        counts = (("claim", self.claims), ("text", self.documents), ("number", self.numbers))
        return ", ".join(f"{len(rows):,} {name}{'' if len(rows) == 1 else 's'}" for name, rows in counts)


def gathered(folder: Path | str | None = None) -> Contents:
    """All that a page shows of a dataset."""
    tables = [load(table, engine="arrow", folder=folder) for table in ("documents", "claims", "quantities")]
    documents, claims, numbers = ([readable(row) for row in table.to_pylist()] for table in tables)
    of, known = release(tables[1].schema.metadata), meanings(table.schema for table in tables)
    document_at = at(documents, "document_id")
    claims.sort(key=lambda row: (document_at[row["document_id"]], row["position"]))
    claim_at = at(claims, "claim_id")
    text_of = [document_at[row["document_id"]] for row in claims]
    place_in = [places(row["text"]) for row in documents]
    sections: list[set[str]] = [set() for _ in documents]
    for row, text_at in zip(claims, text_of, strict=True):
        sections[text_at].add(row["section"] or "")
    return Contents(
        of,
        [document(row, of, place_in[place], sections[place]) for place, row in enumerate(documents)],
        [claim(row, place, place_in[place]) for row, place in zip(claims, text_of, strict=True)],
        [number(row, claim_at[row["claim_id"]], place_in[text_of[claim_at[row["claim_id"]]]]) for row in numbers],
        facets(documents, claims, numbers, known),
        tuple(dict.fromkeys([*known.get("claim_type", ()), *(row["claim_type"] for row in claims)])),
    )


def readable(row: Row) -> Row:
    """A row with the names of states for their codes, and without what would turn a text around; no place moves."""
    named = {**row, "actors": list(map(name_of, row["actors"]))} if "actors" in row else row
    return {name: cleaned(value) for name, value in named.items()}


def cleaned(value: Any) -> Any:
    """A text, or a list of texts, as it may be shown; all else as it is."""
    if isinstance(value, list):
        return list(map(cleaned, value))
    return plain(value) if isinstance(value, str) else value


def at(rows: Rows, key: str) -> dict[str, int]:
    """The place of each row, by its key."""
    return {row[key]: place for place, row in enumerate(rows)}


def meanings(schemas: Iterable[pyarrow.Schema]) -> dict[str, dict[str, str]]:
    """What the codes of a column mean, as the tables themselves say it."""
    fields = (field for schema in schemas for field in schema)
    return {field.name: json.loads(field.metadata[b"codes"]) for field in fields if b"codes" in (field.metadata or {})}


def document(row: Row, of: Release, place: Place, sections: set[str]) -> dict[str, Any]:
    """A text, its blocks, and its citations with blanks for a claim."""
    blank = {"claim_id": f"{row['document_id']}/{DIGITS}", "claim": CLAIM, "source_link": LINK}
    return said(
        id=row["document_id"],
        title=row["title"],
        byline=", ".join(filter(None, (*row["authors"], row["publisher"], row["published"]))),
        language=row["language"],
        url=row["url"],
        rights=row["rights"],
        text=row["text"],
        blocks=[placed(block, place) for block in blocks(row["text"], row["title"], sections - {""})],
        cite={"text": text(blank, row, of), "bibtex": bibtex(blank, row, of)},
    )


def placed(block: Block, place: Place) -> tuple[int, int, str, int]:
    """A block as start, end, kind, end of its lead."""
    return place(block.start), place(block.end), block.kind, place(block.lead)


def claim(row: Row, document: int, place: Place) -> dict[str, Any]:
    """A claim; what is empty or usual is left out."""
    links = zip(row["link_texts"], row["link_urls"], strict=True)
    return said(
        id=row["claim_id"],
        document=document,
        position=row["position"],
        section=row["section"],
        claim=row["claim"],
        start=place(row["quote_start"]),
        end=place(row["quote_end"]),
        link=row["source_link"],
        type=row["claim_type"],
        topics=row["topics"],
        says=row["attribution"],
        negated=row["negated"],
        modality=row["modality"],
        actors=row["actors"],
        time=row["time"],
        links=[list(link) for link in links],
        made_by=row["made_by"],
        doubts=row.get("doubts"),
        reviewed=row["reviewed"],
    )


def number(row: Row, claim: int, place: Place) -> dict[str, Any]:
    """A numeric value of a claim."""
    kept = ("text", "kind", "low", "high", "value", "comparator", "unit", "measure", "period")
    return {"claim": claim} | said(
        start=place(row["start"]), end=place(row["end"]), **{column: row[column] for column in kept}
    )


def said(**fields: Any) -> dict[str, Any]:
    """The fields that say something; zero does."""
    return {name: value for name, value in fields.items() if value or (value == 0 and value is not False)}


def name_of(actor: str) -> str:
    """The name of a state for its code; all others stay what they are called."""
    known: Mapping[str, Any] = states()
    return str(known[actor].name) if actor in known else actor
