"""The part `retired` of a reviewed file: claims that are no longer made, each with what says it now."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter

from lt_by_claims.review.block import Block
from lt_by_claims.review.nodes import Items, Node, Pairs, Scalar

Retired = dict[str, tuple[str, ...]]
"""The ids that replace a retired one, by it; both as 8 hexadecimal digits."""

HOW = "write `retired` as lines `old id: new id`, `old id: [new id, new id]` or `old id:`"


def retired_in(block: Block, claims: Mapping[str, int]) -> Retired:
    """The retired claims of a file, whose claims stand in these lines."""
    found: Retired = {}
    lines: dict[str, int] = {}
    for key, value in pairs(block):
        name = key.text if isinstance(key, Scalar) else "?"
        if not is_id(name):
            block.wrong(f"retired: {name!r} is not 8 hexadecimal digits (0-9, a-f): {HOW}", key.line)
        elif name in lines:
            block.wrong(f"retired: {name} stands in line {lines[name]} too: keep one", key.line)
        elif name in claims:
            block.wrong(f"retired: {name} is a claim in line {claims[name]}: a retired id never comes back", key.line)
        else:
            lines[name] = key.line
            found[name] = tuple(successors(block, name, value))
    for name, others in found.items():
        for other in others:
            if other not in claims and other not in found:
                what = "is neither a claim of this file nor retired itself"
                block.wrong(f"retired: {name} is replaced by {other}, which {what}", lines[name])
    if names := cycle(found):
        what = f"in the end {names[0]} is replaced by itself, over {' and '.join(names[1:-1]) or 'none'}"
        block.wrong(f"retired: {what}: name what says it now", lines[names[0]])
    return found


def pairs(block: Block) -> Iterator[tuple[Node, Node]]:
    """The lines of the part."""
    match block.values.get("retired"):
        case Pairs(pairs=found):
            yield from found
        case Scalar() | Items() as other:
            block.wrong(f"retired is no block: {HOW}", other.line)


def successors(block: Block, name: str, value: Node) -> Iterator[str]:
    """The ids that replace a claim, none twice."""
    match value:
        case Scalar(text=""):
            items: tuple[Node, ...] = ()
        case Items(items=several):
            items = several
        case _:
            items = (value,)
    seen = set[str]()
    for item in items:
        other = item.text if isinstance(item, Scalar) else "?"
        if not is_id(other) or other in seen:
            what = "stands twice" if other in seen else "is not 8 hexadecimal digits (0-9, a-f)"
            block.wrong(f"retired: {name} is replaced by {other!r}, which {what}: {HOW}", item.line)
        else:
            seen.add(other)
            yield other


def cycle(found: Retired) -> list[str]:
    """Ids of which each replaces the next, the last of them the first again; none where there are no such."""
    try:
        TopologicalSorter(found).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def is_id(text: str) -> bool:
    """Does it name a claim within its document?"""
    return re.fullmatch("[0-9a-f]{8}", text) is not None
