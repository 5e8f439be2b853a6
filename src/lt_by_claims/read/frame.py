"""The frame of a text: the title and authors before it, and the headings that stand on lines of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from lt_by_claims.read.block import Block
from lt_by_claims.read.context import Context
from lt_by_claims.read.headings import is_heading_line
from lt_by_claims.read.inline import cleaned
from lt_by_claims.read.joining import is_passed_over, is_stopped
from lt_by_claims.read.marks import Mark
from lt_by_claims.read.view import View
from lt_by_claims.read.words import words

WORDS = words("words")

LONGEST_FRONT = 25
"""Words of the longest line before a text."""

GOES_ON = re.compile(r"\A\W*[a-z]")

SHORT = 400
"""Characters, markup included, of the longest line that may be a heading."""


def with_headings(blocks: Sequence[Block], context: Context) -> list[Block]:
    """The blocks with each lone line that is a heading marked as one."""
    made: list[Block] = []
    before = None
    for block, after in zip(blocks, [*blocks[1:], None], strict=False):
        made.append(as_heading(block, before, after, context))
        before = before if is_passed_over(block) else block
    return made


def as_heading(block: Block, before: Block | None, after: Block | None, context: Context) -> Block:
    """A block of one short line as the heading that it is, or as it was."""
    if block.kind not in ("prose", "item") or block.line_count > 2 or len(block.view.text) > SHORT or after is None:
        return block
    if block.mark and not is_numbered_heading(block.mark, before, after):
        return block
    text = cleaned(block.view, context)[0].text
    if (
        is_cut(before, after)
        or not text
        or not is_heading_line(text, after.kind == "item")
        or (block.mark and text[-1] in ".:?")
    ):
        return block
    level = 6 if block.mark else 0
    return replace(block, kind="heading", view=View.join([block.label, block.view]), level=level, mark=None)


def is_cut(before: Block | None, after: Block) -> bool:
    """Does the next block go on in small letters, though not with the block before this one?"""
    goes_on = after.kind == "prose" and GOES_ON.match(after.view.text) is not None
    return goes_on and (before is None or before.kind != "prose" or is_stopped(before.view.text.rstrip()))


def is_numbered_heading(mark: Mark, before: Block | None, after: Block) -> bool:
    """Can an item be a numbered heading? Not within a list, nor with a bullet or a small letter."""
    if mark.is_bullet or mark.style.strip("().") == "a":
        return False
    in_list = (after.mark and not after.mark.is_level) or (before and before.kind == "item")
    return mark.is_level or not in_list


def title_and_body(blocks: Sequence[Block], context: Context) -> tuple[str, list[Block]]:
    """The title of a text, and its blocks without the title, the authors and other lines before it."""
    title, kept = "", 0
    for number, block in enumerate(blocks[:-1]):
        text = cleaned(block.view, context)[0].text
        if block.kind in ("skipped", "caption", "note") or not text:
            continue
        is_section = block.kind == "heading" and title and is_opening(block, text, blocks[number + 1])
        if is_section or not is_front(block, text) or leads(block, blocks[number + 1]):
            return title, list(blocks[number:])
        title, kept = title or text, number + 1
    return title, list(blocks[kept:])


def is_opening(block: Block, text: str, after: Block) -> bool:
    """Is a heading after the title that of a section, and not an author or a date?"""
    is_marked = 0 < block.level <= 6
    return is_marked or (after.kind != "heading" and text.rstrip(":").lower() in WORDS["openings"])


def leads(block: Block, after: Block) -> bool:
    """Does the line lead into a list?"""
    return block.kind == "prose" and after.kind == "item"


def is_front(block: Block, text: str) -> bool:
    """Is it a line of the kind that stands before a text: short, and no sentence?"""
    if block.kind == "heading":
        return True
    if block.kind != "prose" or len(text.split()) > LONGEST_FRONT or text.endswith((":", ",", ";")):
        return False
    return not is_stopped(text) or text.split()[0].lower().rstrip(":") in WORDS["bylines"]
