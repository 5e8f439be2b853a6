"""Claims written as a reviewed file: one short block each, without what goes without saying."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

import yaml

from lt_by_claims.claim import Claim, Quantity, with_ids
from lt_by_claims.document import Document
from lt_by_claims.review.quotes import places, with_line_ends_of

GUIDELINES = 2

DOUBT = "# doubt: "
"""Begins a line above a claim that tells a reviewer what to look at first."""

CHANGED = re.compile("[\r\x85\u2028\u2029]")
"""Line ends that YAML reads as plain ones."""


def write(document: Document, claims: Iterable[Claim]) -> str:
    """The claims as the text of a reviewed file; `review` reads the same claims from it."""
    blocks = [claim_block(document, claim) for claim in with_ids(document, claims)]
    head = f"document: {document.document_id}\nguidelines: {GUIDELINES}\n\nclaims:"
    return "\n\n".join([head, *blocks]) + "\n" if blocks else f"{head} []\n"


def claim_block(document: Document, claim: Claim) -> str:
    """One claim, as an item of the list."""
    quote = document.text[claim.start : claim.end]
    pairs = (
        ("id", scalar(claim.id)),
        ("claim", scalar(claim.claim)),
        ("quote", quoted(document.text, quote)),
        ("occurrence", occurrence(document.text, quote, claim.start)),
        ("claim_type", scalar(claim.claim_type)),
        ("topics", flow(claim.topics)),
        ("attribution", scalar(claim.attribution)),
        ("negated", scalar("true" if claim.negated else None)),
        ("modality", scalar(None if claim.modality == "asserted" else claim.modality)),
        ("actors", flow(claim.actors)),
        ("time", scalar(claim.time)),
        ("quantities", block_list(quantity_block(quote, claim.start, quantity) for quantity in claim.quantities)),
    )
    written = yaml.serialize(listed([mapping(pairs)]), Dumper=yaml.BaseDumper, allow_unicode=True, width=10**9)
    return "\n".join([*(f"{DOUBT}{one_line(doubt)}" for doubt in claim.doubts), str(written).rstrip("\n")])


def one_line(text: str) -> str:
    """A text without what would end a comment."""
    return " ".join(text.split())


def quantity_block(quote: str, claim_start: int, quantity: Quantity) -> yaml.Node:
    """One numeric value."""
    text = quote[quantity.start - claim_start : quantity.end - claim_start]
    return mapping(
        (
            ("text", quoted(quote, text)),
            ("occurrence", occurrence(quote, text, quantity.start - claim_start)),
            ("kind", scalar(quantity.kind)),
            ("low", scalar(number(quantity.low))),
            ("high", scalar(number(quantity.high))),
            ("comparator", scalar(None if quantity.comparator == "=" else quantity.comparator, style='"')),
            ("unit", scalar(quantity.unit)),
            ("measure", scalar(quantity.measure)),
            ("period", scalar(quantity.period)),
        )
    )


def quoted(text: str, quote: str) -> yaml.Node | None:
    """A quote, over several lines where it holds line breaks that `review` can tell."""
    plain = quote.replace("\r\n", "\n")
    told = plain if with_line_ends_of(text, plain) == quote else quote
    return scalar(told, style="|" if "\n" in told else None)


def occurrence(text: str, quote: str, start: int) -> yaml.Node | None:
    """Which of the places of a quote is meant, where it has several."""
    found = list(places(text, quote))
    return scalar(str(found.index(start) + 1)) if len(found) > 1 else None


def number(value: Decimal | None) -> str | None:
    """A number in digits."""
    return None if value is None else format(value, "f")


def scalar(text: str | None, style: str | None = None) -> yaml.Node | None:
    """A text, unless there is none; in double quotes, with escapes, where YAML would change it."""
    if not text:
        return None
    changed = text == "null" or CHANGED.search(text)
    return yaml.ScalarNode("tag:yaml.org,2002:str", text, style='"' if changed else style)


def flow(texts: Iterable[str]) -> yaml.Node | None:
    """Some texts as `[one, two]`, unless there are none."""
    items = [scalar(text) for text in texts]
    return listed(items, flow_style=True) if items else None


def block_list(items: Iterable[yaml.Node]) -> yaml.Node | None:
    """Some blocks, one below the other, unless there are none."""
    found = list(items)
    return listed(found) if found else None


def listed(items: Sequence[yaml.Node | None], *, flow_style: bool = False) -> yaml.Node:
    """A list."""
    return yaml.SequenceNode("tag:yaml.org,2002:seq", list(items), flow_style=flow_style)


def mapping(pairs: Iterable[tuple[str, yaml.Node | None]]) -> yaml.Node:
    """A block of the pairs that have a value."""
    told = [(scalar(key), value) for key, value in pairs if value is not None]
    return yaml.MappingNode("tag:yaml.org,2002:map", told, flow_style=False)
