"""What became of each claim: the same under its id, or gone with or without word of what says it now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from lt_by_claims.claim import Row, Rows
from lt_by_claims.diff.difference import Change
from lt_by_claims.likeness import token_f1, tokens

SORTS = {
    "re-worded": ("claim",),
    "re-quoted": ("quote",),
    "moved": ("quote_start", "quote_end", "paragraph", "section", "source_link"),
    "settled": ("reviewed",),
}
"""The columns whose change has a name of its own; that of any other is called re-tagged."""

FOLLOW = frozenset({"claim_id", "document_id", "position", "time_start", "time_end", "topic"})
"""Columns that only follow others, or never change."""

UNLIKE = 0.3
"""Below this share of common words, in claim and quote alike, an id stands for another claim."""


def claim_changes(old: Rows, new: Rows) -> Iterator[Change]:
    """The changes of the claims, in the order of the new state and then of the old one."""
    before = {row["claim_id"]: row for row in old["claims"]}
    now = {row["claim_id"]: row for row in new["claims"]}
    moved = reordered([name for name in before if name in now], [name for name in now if name in before])
    for name, row in now.items():
        if name in before:
            yield from kept(before[name], row, moved=name in moved)
        else:
            yield Change("claims", "added", name, text=row["claim"])
    yield from gone([row for name, row in before.items() if name not in now], before, new)


def kept(old: Row, new: Row, *, moved: bool) -> Iterator[Change]:
    """The changes of a claim that is there before and after."""
    name, both = new["claim_id"], [key for key in new if key in old and key not in FOLLOW]
    other = [key for key in both if old[key] != new[key]]
    if {"claim", "quote"} <= set(other) and unlike(old["claim"], new["claim"]) and unlike(old["quote"], new["quote"]):
        yield changed("re-used", name, old, new, ("claim", "quote"))
        return
    for sort, columns in SORTS.items():
        found = [key for key in columns if key in other]
        if sort == "moved" and moved:
            found.append("position")
        if found and not (sort == "moved" and "quote" in other):  # a quote that is cut anew has new ends
            yield changed(sort, name, old, new, found)
    named = {key for columns in SORTS.values() for key in columns}
    if tags := [key for key in other if key not in named]:
        yield changed("re-tagged", name, old, new, tags)


def changed(sort: str, name: str, old: Row, new: Row, columns: Iterable[str]) -> Change:
    """A change with what it was and is."""
    return Change("claims", sort, name, tuple((key, old[key], new[key]) for key in columns), text=new["claim"])


def unlike(one: str, other: str) -> bool:
    """Have the two next to no words in common?"""
    return token_f1(tokens(one), tokens(other)) < UNLIKE


def reordered(old: Sequence[str], new: Sequence[str]) -> set[str]:
    """The names that must be taken out so that the others stand in the same order in both."""
    if old == new:
        return set()
    kept = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    return set(new) - {name for block in kept for name in new[block.b : block.b + block.size]}


def gone(rows: Sequence[Row], before: Mapping[str, Row], new: Rows) -> Iterator[Change]:
    """The claims that are no longer there, by what is said of them."""
    retired = {row["claim_id"]: tuple(row["replaced_by"]) for row in new["retired"]}
    heirs = Counter(other for row in rows for other in retired.get(row["claim_id"], ()))
    covered = quotes_of(new["claims"])
    for row in rows:
        name = row["claim_id"]
        into = retired.get(name, ())
        if name not in retired:
            redrawn = not row["reviewed"] and covered(row)
            yield Change("claims", "redrawn" if redrawn else "lost", name, text=row["claim"])
        elif len(into) > 1:
            yield Change("claims", "split", name, into=into, text=row["claim"])
        elif into and (heirs[into[0]] > 1 or into[0] in before):
            yield Change("claims", "merged", name, into=into, text=row["claim"])
        else:
            yield Change("claims", "retired", name, into=into, text=row["claim"])


def quotes_of(claims: Iterable[Row]) -> Callable[[Row], bool]:
    """A test whether some claim of the document is made from some of the same words of the text."""
    quotes: dict[str, list[str]] = {}
    for row in claims:
        quotes.setdefault(row["document_id"], []).append(row["quote"])
    return lambda row: any(row["quote"] in q or q in row["quote"] for q in quotes.get(row["document_id"], ()))
