"""A small dataset, made in memory: what tests of the tables start from."""

from __future__ import annotations

import hashlib
from decimal import Decimal

from lt_by_claims.claim import Claim, Quantity, Rows, retired_rows, rows
from lt_by_claims.document import Document, Link, Paragraph

TEXT = """Latvia and transit

Trade fell by 12% in 2019, to less than €800 million. [Ports](#) lost “some 60” firms.

Lithuania may follow, the ministry says."""


def document(document_id: str = "lv-2021", text: str = TEXT, published: str | None = "2021-03") -> Document:
    """A document of the blocks of a text."""
    paragraphs, start = [], 0
    for number, block in enumerate(text.split("\n\n"), start=1):
        begin = text.index(block, start)
        start = begin + len(block)
        paragraphs.append(Paragraph(number, "", block, range(begin, start), ((0, len(block)),)))
    link = text.find("[Ports](#)")
    return Document(
        document_id,
        text,
        tuple(paragraphs),
        (Link(link, link + 10, "Ports", None),) if link >= 0 else (),
        title="Latvia and transit",
        authors=("A. Ozola",),
        published=published,
        url="https://example.org/latvia",
        url_status="verified",
        raw_path=f"data/raw/{document_id}.txt",
        sha256=hashlib.sha256(text.encode()).hexdigest(),
    )


def quantity(text: str, kind: str, low: str | None, high: str | None, comparator: str, unit: str) -> Quantity:
    """A value of the text, found in it."""
    start = TEXT.index(text)
    low_end, high_end = (None if end is None else Decimal(end) for end in (low, high))
    return Quantity(text, start, start + len(text), kind, low_end, high_end, comparator, unit, "trade", "2019")


def claim(quote: str, statement: str, *quantities: Quantity, topic: str = "trade", **fields: object) -> Claim:
    """A claim whose quote is found in the text."""
    start = TEXT.index(quote)
    given = {"claim_type": "state", "topics": (topic, "russia"), **fields}
    return Claim(statement, start, start + len(quote), quantities=quantities, **given)  # type: ignore[arg-type]


def claims() -> list[Claim]:
    """Four claims with three values."""
    return [
        claim(
            "Trade fell by 12% in 2019",
            "Trade fell by 12%.",
            quantity("12%", "percent", "12", "12", "=", "%"),
            time="2019",
        ),
        claim(
            "Trade fell by 12% in 2019, to less than €800 million",
            "Trade fell to less than €800 million.",
            quantity("less than €800 million", "money", None, "800000000", "<", "EUR"),
        ),
        claim(
            "[Ports](#) lost “some 60” firms",
            "Ports lost some 60 firms.",
            quantity("some 60", "count", "60", "60", "~", "firms"),
        ),
        claim(
            "Lithuania may follow",
            "Lithuania may follow.",
            actors=("LT", "EU"),
            modality="hedged",
            attribution="the ministry",
        ),
    ]


def made(document_id: str = "lv-2021", *, reviewed: bool = True) -> Rows:
    """The rows of the small dataset, which once had one more claim."""
    made = rows(document(document_id), claims(), reviewed=reviewed)
    heir = made["claims"][0]["claim_id"].rpartition("/")[2]
    made["retired"] = retired_rows(document_id, {"0000aaaa": [heir]}, {}, "0.1.0")
    return made
