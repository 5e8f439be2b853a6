"""Claims that say the same as another of their document, in the same words or nearly."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

import pyarrow
import pyarrow.compute as pc

from lt_by_claims.likeness import POSSESSIVE, TOKEN, token_f1, tokens
from lt_by_claims.problem import Problem
from lt_by_claims.tables.arrays import repeated, rows_where, scalar
from lt_by_claims.validate.held import Held
from lt_by_claims.validate.shown import shortened
from lt_by_claims.words import word_list

SAYS_NOTHING = r"\b(?:the|a|an)\b|['’]s\b|[^\pL\pN%€$£]+"
"""Articles, possessive endings, marks and spaces: two claims that differ in these alone are the same."""

ALIKE = 0.6
"""Claims that differ in small words alone have this share of all their words in common, or are not called alike."""

Core = tuple[frozenset[tuple[str, int]], tuple[str, ...]]
"""What a claim tells: its words and numbers but for the small ones, and its names in their order."""


def claims_are_said_once(tables: Mapping[str, Held]) -> Iterator[Problem]:
    """No claim says what another of its document says; this is a warning, for a text may repeat itself."""
    claims = tables["claims"]
    if claims.is_told(None, ["claim", "document_id"]):
        return
    same = dict(in_the_same_words(claims))
    for at, before in sorted({**dict(in_nearly_the_same(claims)), **same}.items()):
        texts = [claims["claim"][row].as_py() for row in (before, at)]
        what = f"says the same as {claims.named(before)[0] or f'row {before + 1}'}"
        how = "" if texts[0] == texts[1] else f", {shortened(texts[0])}, in nearly the same words"
        yield claims.problem(at, "duplicate", what + how, "keep one of the two", "claim", severity="warning")


def in_the_same_words(claims: Held) -> Iterator[tuple[int, int]]:
    """Claims that differ in case, articles and marks alone from one before, and that one."""
    said = pc.binary_join_element_wise(claims["document_id"], told_plainly(claims["claim"]), scalar(" "))
    twice = repeated(said)
    first: dict[str, int] = {}
    for at in rows_where(pc.is_in(said, twice)) if len(twice) else ():
        before = first.setdefault(said[at].as_py(), at)
        if before != at:
            yield at, before


def told_plainly(claims: pyarrow.ChunkedArray) -> pyarrow.ChunkedArray:
    """The words of claims, without case, articles and marks."""
    return pc.replace_substring_regex(pc.utf8_lower(claims), SAYS_NOTHING, "")


def in_nearly_the_same(claims: Held) -> Iterator[tuple[int, int]]:
    """Claims that tell the same words, names and numbers as one before, and that one.

    A share of words in common does not tell it: in a long sentence another verb or name makes another claim. So all
    that tells something must be the same, and what is the same is found under one key.
    """
    first: dict[tuple[str, Core], int] = {}
    pairs = zip(claims["document_id"].to_pylist(), claims["claim"].to_pylist(), strict=True)
    for at, (document, claim) in enumerate(pairs):
        if document is None or claim is None:
            continue
        before = first.setdefault((document, core(claim)), at)
        if before != at and token_f1(tokens(claim), tokens(claims["claim"][before].as_py())) >= ALIKE:
            yield at, before


def core(claim: str) -> Core:
    """The words of a claim that tell something, whatever their order, and its names in theirs."""
    little = word_list("saying_little")
    words = TOKEN.findall(POSSESSIVE.sub("", claim))
    names = tuple(word for word in words[1:] if word[0].isupper() and word.lower() not in little)
    telling = Counter(singular(word) for word in words if word.lower() not in little)
    return frozenset(telling.items()), names


def singular(word: str) -> str:
    """A word without the ending of a plural, or of a verb in the third person."""
    small = word.casefold()
    return small[:-1] if len(small) > 3 and small.endswith("s") and small[-2] not in "sui" else small
