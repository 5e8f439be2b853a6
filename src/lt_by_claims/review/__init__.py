"""The claims of a document as a reviewer settled them: a YAML file that a person enjoys editing.

`review` reads it, `write` makes a draft of it. The file is the truth for its document, whole; its quotes are found in
the text character for character, or not at all.
"""

from __future__ import annotations

from lt_by_claims.review.lineage import Retired
from lt_by_claims.review.reading import Review, document_of, review, reviewed, withdrawn
from lt_by_claims.review.writing import DOUBT, write

__all__ = ["DOUBT", "Retired", "Review", "document_of", "review", "reviewed", "withdrawn", "write"]
