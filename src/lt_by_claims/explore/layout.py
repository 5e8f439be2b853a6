"""A raw text as a page lays it out: its blocks, and its places as a browser counts them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass

BLOCK = re.compile(r"\S(?:.*\S)?(?:[ \t\r]*\n[ \t]*\S(?:.*\S)?)*")
"""Lines without an empty one between them."""

LINES = re.compile(r"^[ \t]*(?:[-*+•–|>#]|\d{1,3}[.)])[ \t]", re.MULTILINE)
"""A line that begins so is one of a list, a table or a quotation, and is not joined to the one before it."""

HEADING = re.compile(r"#{1,6}[ \t]+")


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the raw text, as a `title`, `heading`, `lines` or `paragraph`; a heading may lead into it."""

    start: int
    end: int
    kind: str
    lead: int


def blocks(text: str, title: str, sections: Iterable[str]) -> Iterator[Block]:
    """The blocks of a text, in order."""
    headings = sorted(set(sections), key=len, reverse=True)
    for found in BLOCK.finditer(text):
        kind = kind_of(found[0], title, headings)
        lead = next((len(one) + 1 for one in headings if found[0].startswith(f"{one}.")), 0)
        yield Block(found.start(), found.end(), kind, found.start() + (lead if kind == "paragraph" else 0))


def kind_of(block: str, title: str, headings: Collection[str]) -> str:
    """What a block is."""
    bare = HEADING.sub("", block).strip()
    if bare == title:
        return "title"
    if "\n" not in bare and (bare in headings or HEADING.match(block)):
        return "heading"
    return "lines" if LINES.search(block) else "paragraph"


def places(text: str) -> Callable[[int], int]:
    """From places in code points, as the tables count, to UTF-16 units, as JavaScript does."""
    wide = [place for place, character in enumerate(text) if character > "\uffff"]
    return lambda place: place + bisect_left(wide, place)
