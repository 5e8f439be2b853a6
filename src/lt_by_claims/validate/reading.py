"""The text of a document read again, once for all that ask."""

from __future__ import annotations

from functools import lru_cache

from lt_by_claims.document import Document
from lt_by_claims.errors import DocumentError
from lt_by_claims.read import read_text


@lru_cache(maxsize=16)
def read_again(text: str) -> Document:
    """A text as it is read; without paragraphs where it cannot be."""
    try:
        return read_text(text)
    except DocumentError:
        return Document("", text, ())
