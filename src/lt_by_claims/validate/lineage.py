"""What must hold between claims and those of earlier versions: no id comes back, and what replaces one is there."""

from __future__ import annotations

from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter

from lt_by_claims.problem import Problem
from lt_by_claims.validate.held import Dataset
from lt_by_claims.validate.shown import shortened

BACK = "a retired id never comes back: give the claim another"
HEIRS = "name claims of the document that say it now, or leave the list empty"


def lineage_holds(tables: Dataset) -> Iterator[Problem]:
    """A retired claim is none any more, and leads to claims of its document, or to others that are retired."""
    held = tables["retired"]
    names, heirs = held["claim_id"].to_pylist(), [found or [] for found in held["replaced_by"].to_pylist()]
    if not names:
        return
    claims, retired = set(tables["claims"]["claim_id"].to_pylist()), set(names)
    for at, (name, others) in enumerate(zip(names, heirs, strict=True)):
        if name is not None and name in claims:
            yield held.problem(at, "lineage", "claim_id is that of a claim", BACK, "claim_id")
        for what in wrong_heirs(name, others, claims | retired):
            yield held.problem(at, "lineage", f"replaced_by has {what}", HEIRS, "replaced_by")
    for name in ring({name: others for name, others in zip(names, heirs, strict=True) if name is not None}):
        yield held.problem(names.index(name), "lineage", "replaced_by leads back to the claim", HEIRS, "replaced_by")


def wrong_heirs(name: str | None, others: list[str], known: set[str | None]) -> Iterator[str]:
    """What is wrong with the claims that replace one."""
    for at, other in enumerate(others):
        if other not in known:
            yield f"{shortened(other)}, which is neither a claim nor retired itself"
        elif name is not None and other.rpartition("/")[0] != name.rpartition("/")[0]:
            yield f"{shortened(other)}, a claim of another document"
        elif other in others[:at]:
            yield f"{shortened(other)} twice"


def ring(heirs: dict[str, list[str]]) -> list[str]:
    """Some claims each of which the next replaces, and the last the first; none where there are no such."""
    try:
        TopologicalSorter(heirs).prepare()
    except CycleError as error:
        return list(error.args[1][:1])
    return []
