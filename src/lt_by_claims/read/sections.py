"""The blocks of a text under their headings, clean of markup."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lt_by_claims.document import Link
from lt_by_claims.read.block import Block
from lt_by_claims.read.context import Context
from lt_by_claims.read.headings import run_in
from lt_by_claims.read.inline import cleaned
from lt_by_claims.read.notes import is_statement, note_of
from lt_by_claims.read.view import View
from lt_by_claims.read.words import words

WORDS = words("words")

NOTES = "Notes"
"""The section of footnotes that state something."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph or item as it is read, and its section; `style` is the kind of an item's mark."""

    section: str
    view: View
    links: tuple[Link, ...]
    indent: int = 0
    style: str | None = None


def pieces_of(blocks: Iterable[Block], context: Context) -> Iterator[Piece]:
    """The paragraphs and items of a text; a heading, or one that a paragraph begins with, is the section of the next.

    A footnote is left out, unless it is a statement in whole sentences; so is everything under "References".
    """
    section = ""
    for block in blocks:
        is_note = block.kind == "note" or section.lower() in WORDS["notes"]
        if block.kind == "heading":
            section = cleaned(block.view, context)[0].text.rstrip(" .:")
        elif block.kind in ("skipped", "caption") or section.lower() in WORDS["references"]:
            continue
        elif is_note:
            yield from note(block, context)
        else:
            heading, rest = run_in(block.view, context)
            view, links = cleaned(rest, context)
            if view:
                yield Piece(heading or section, view, links, block.indent, block.mark.style if block.mark else None)
            if block.mark is None:
                section = heading or section


def note(block: Block, context: Context) -> Iterator[Piece]:
    """A footnote, where it is a statement."""
    view, links = cleaned(note_of(block.view), context)
    if is_statement(view.text):
        yield Piece(NOTES, view, links)
