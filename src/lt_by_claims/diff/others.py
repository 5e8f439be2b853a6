"""What became of documents, of columns and codes, and of the word on retired claims."""

from __future__ import annotations

from collections.abc import Iterator

from lt_by_claims.claim import Rows
from lt_by_claims.diff.difference import Change
from lt_by_claims.diff.side import Columns

READ = ("text", "sha256")
FOLLOW = frozenset({"document_id", "sha256"})


def document_changes(old: Rows, new: Rows) -> Iterator[Change]:
    """The changes of the documents."""
    before = {row["document_id"]: row for row in old["documents"]}
    now = {row["document_id"]: row for row in new["documents"]}
    for name, row in now.items():
        if name not in before:
            yield Change("documents", "added", name, text=row["title"])
            continue
        one = before[name]
        other = [key for key in row if key in one and key not in FOLLOW and one[key] != row[key]]
        for sort, columns in (("re-read", {"text"}), ("settled", {"reviewed"})):
            if columns & set(other):
                yield Change("documents", sort, name, text=row["title"])
        if said := tuple((key, one[key], row[key]) for key in other if key not in ("text", "reviewed")):
            yield Change("documents", "re-described", name, said, text=row["title"])
    for name, row in before.items():
        if name not in now:
            yield Change("documents", "withdrawn", name, text=row["title"])


def column_changes(old: Columns, new: Columns) -> Iterator[Change]:
    """The changes of the columns, and of the codes that they may hold."""
    for name, (kind, codes) in new.items():
        if name not in old:
            yield Change("columns", "added", name, text=kind)
            continue
        was, had = old[name]
        if was != kind:
            yield Change("columns", "retyped", name, (("type", was, kind),), text=kind)
        for code in codes:
            if had and code not in had:
                yield Change("columns", "added", f"{name}={code}", text="a code")
        for code in had:
            if codes and code not in codes:
                yield Change("columns", "lost", f"{name}={code}", text="a code")
    for name, (kind, _) in old.items():
        if name not in new:
            yield Change("columns", "lost", name, text=kind)


def lineage_changes(old: Rows, new: Rows) -> Iterator[Change]:
    """The changes of what is said of claims that were retired before."""
    now = {row["claim_id"]: row for row in new["retired"]}
    for row in old["retired"]:
        name, was = row["claim_id"], tuple(row["replaced_by"])
        if name not in now:
            yield Change("retired", "forgotten", name, into=was)
        elif was != tuple(now[name]["replaced_by"]):
            yield Change("retired", "re-traced", name, (("replaced_by", list(was), list(now[name]["replaced_by"])),))
