"""The words of direct quotations, which stay as they were said."""

from __future__ import annotations

from collections.abc import Iterator

from lt_by_claims.parse import Doc, Token

PAIRS = {"“": "”", "„": "“", "«": "»", '"': '"'}
"""The marks that open a quotation, and those that close it."""


def quoted(doc: Doc) -> Iterator[Token]:
    """The words between two quotation marks of a paragraph; a mark without its other opens nothing."""
    opened, closing = 0, ""
    for token in doc:
        if closing and token.text == closing:
            yield from doc[opened + 1 : token.i]
            closing = ""
        elif not closing and token.text in PAIRS:
            opened, closing = token.i, PAIRS[token.text]
