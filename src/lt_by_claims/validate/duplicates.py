"""Claims that say the same as another of their document, in the same words or nearly."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pyarrow
import pyarrow.compute as pc

from lt_by_claims.problem import Problem
from lt_by_claims.tables.arrays import repeated, rows_where, scalar
from lt_by_claims.validate.held import Held
from lt_by_claims.validate.shown import shortened

SAYS_NOTHING = r"\b(?:the|a|an)\b|['’]s\b|[^\pL\pN%€$£]+"
"""Articles, possessive endings, marks and spaces: two claims that differ in these alone are nearly the same."""


def claims_are_said_once(tables: Mapping[str, Held]) -> Iterator[Problem]:
    """No claim says what another of its document says; this is a warning, for a text may repeat itself."""
    claims = tables["claims"]
    if claims.is_told(None, ["claim", "document_id"]):
        return
    said = pc.binary_join_element_wise(claims["document_id"], told_plainly(claims["claim"]), scalar(" "))
    twice = repeated(said)
    first: dict[str, int] = {}
    for at in rows_where(pc.is_in(said, twice)) if len(twice) else ():
        before = first.setdefault(said[at].as_py(), at)
        if before != at:
            texts = [claims["claim"][row].as_py() for row in (before, at)]
            what = f"says the same as {claims.named(before)[0] or f'row {before + 1}'}"
            how = "" if texts[0] == texts[1] else f", {shortened(texts[0])}, in nearly the same words"
            yield claims.problem(at, "duplicate", what + how, "keep one of the two", "claim", severity="warning")


def told_plainly(claims: pyarrow.ChunkedArray) -> pyarrow.ChunkedArray:
    """The words of claims, without case, articles and marks."""
    return pc.replace_substring_regex(pc.utf8_lower(claims), SAYS_NOTHING, "")
