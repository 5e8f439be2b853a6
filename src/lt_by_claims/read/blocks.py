"""The lines of a text as blocks: paragraphs, items, headings, notes, and what is not read."""

from __future__ import annotations

import re
from dataclasses import replace

from lt_by_claims.read.block import Around, Block, with_surroundings
from lt_by_claims.read.headings import OPENS_SENTENCE, STRONG, is_heading_line, is_title
from lt_by_claims.read.lines import Line
from lt_by_claims.read.marks import Mark, Place, all_counts, begins_item, mark_of
from lt_by_claims.read.unread import is_skipped
from lt_by_claims.read.view import View
from lt_by_claims.read.words import words

WORDS = words("words")

UNDERLINE = re.compile(r"=+|-{2,}")
HASHES = re.compile(r" {0,3}(#{1,6})[ \t]+")
CLOSING_HASHES = re.compile(r"(?<!\s)\s++#++\s*+\Z")
HEADING_TAG = re.compile(r"\A\s*<h([1-6])\b[^<>]*>", re.IGNORECASE)
NOTE = re.compile(r" {0,3}(?:\[\^[^\[\]\s]{1,40}\]:|\[[0-9]{1,3}\]|[⁰¹²³⁴-⁹]{1,3})\s+(?=\S)")
NUMBERED_NOTE = re.compile(r"\A\s*[0-9]{1,3}[.)]?\s+(?=\S)")
CAPTION = re.compile(
    rf"\A\W*(?:{'|'.join(map(re.escape, sorted(WORDS['captions'])))})\s*[0-9]*[a-z]?\s*[:.–—|]", re.IGNORECASE
)
LONG_LINE = 200
"""Characters that no hard-wrapped line has: a longer line is a paragraph of its own."""


def blocks_of(lines: list[Line]) -> list[Block]:
    """The blocks of a text in order, notes and what is not read among them."""
    counts = all_counts(lines)
    made: list[tuple[Block, list[View]]] = []
    latest: dict[str, Mark] = {}
    in_notes = False
    for line, around in with_surroundings(lines):
        block = made[-1][0] if made else None
        in_notes = is_notes(line, around, in_notes)
        around = replace(around, block=block, in_notes=in_notes)
        if block and is_underline(line, around, len(made[-1][1])):
            made[-1] = (replace(block, kind="heading", level=1 if "=" in line.text else 2), made[-1][1])
        elif begun := begin(line, around) or begin_item(line, around, latest, counts) or begin_prose(line, around):
            if begun.mark:
                latest[begun.mark.style] = begun.mark
            made.append((begun, [begun.view]))
        else:
            made[-1][1].append(line.view)
    return [replace(block, view=View.join(views), line_count=len(views)) for block, views in made]


def is_notes(line: Line, around: Around, in_notes: bool) -> bool:
    """Does the line stand among the notes, or head them? The next heading ends them."""
    if line.text.strip("#*_: ").lower() in WORDS["notes"]:
        return True
    return in_notes and not HASHES.match(line.view.text) and not (around.is_alone and is_title(line.text))


def is_underline(line: Line, around: Around, line_count: int) -> bool:
    """Does the line underline a heading?"""
    if around.is_after_blank or not around.block or around.block.kind != "prose" or not UNDERLINE.fullmatch(line.text):
        return False
    heading = around.before.text if around.before else ""
    return line_count <= 2 and len(heading) <= 120 and is_heading_text(heading)


def begin(line: Line, around: Around) -> Block | None:
    """The block that a line begins by its marks, or None."""
    text, view = line.text, line.view
    if hashes := HASHES.match(view.text):
        return Block("heading", view[hashes.end() :].sub(CLOSING_HASHES), level=len(hashes[1]))
    if tag := HEADING_TAG.match(view.text):
        return Block("heading", view, level=int(tag[1]))
    if is_skipped(line, around):
        return Block("skipped", view)
    if around.is_after_blank and CAPTION.match(text):
        return Block("caption", view)
    if NOTE.match(view.text) or (around.in_notes and NUMBERED_NOTE.match(view.text)):
        return Block("note", view)
    strong = STRONG.fullmatch(text)
    if strong and strong[1] in ("**", "__", "***") and len(text.split()) <= 14 and is_heading_text(strong[2]):
        return Block("heading", view, level=7)
    return None


def is_heading_text(text: str) -> bool:
    """Can a line in bold be a heading? Not where it is a sentence."""
    return text.rstrip()[-1] not in ".,;!" or is_title(text.rstrip(" ."))


def begin_item(line: Line, around: Around, latest: dict[str, Mark], counts: frozenset[tuple[str, int]]) -> Block | None:
    """The item that a line begins, or None."""
    mark = mark_of(line.view.text)
    if mark is None:
        return None
    place = Place(
        before=around.before.text if around.before else "",
        is_after_blank=around.is_after_blank,
        in_item=around.block is not None and around.block.kind in ("item", "heading"),
        last=latest.get(mark.style),
        after=around.after.text if around.after else "",
    )
    if not begins_item(line, mark, place, counts):
        return None
    return Block("item", line.view[mark.end :], indent=line.indent, mark=mark, label=line.view[: mark.end])


def begin_prose(line: Line, around: Around) -> Block | None:
    """The paragraph that a line begins, or None where it goes on with the block before."""
    block, before = around.block, around.before
    if block is None or before is None or around.is_after_blank or block.kind in ("heading", "skipped"):
        return prose(line, around)
    if block.kind in ("note", "caption"):
        return None
    if (
        max(len(line.text), len(before.text)) > LONG_LINE
        or line.quoted != before.quoted
        or is_set_off(line, block, before)
    ):
        return prose(line, around)
    return None


def is_set_off(line: Line, block: Block, before: Line) -> bool:
    """Does a line after the end of a sentence begin a paragraph: indented, or no longer so after an item?"""
    if not before.text.endswith((".", "!", "?")) or not OPENS_SENTENCE.match(line.text):
        return False
    if block.kind == "item":
        return line.indent < block.indent or (line.indent == 0 and len(before.text) < 0.7 * len(line.text))
    return line.indent >= 2 and not before.indent


def prose(line: Line, around: Around) -> Block:
    """A new paragraph, or the heading that stands on its first line, much shorter than the next."""
    after = around.after.text if around.after and not around.is_before_blank else ""
    if len(after) > 1.6 * len(line.text) and OPENS_SENTENCE.match(after) and is_heading_line(line.text, False):
        return Block("heading", line.view)
    return Block("prose", line.view, indent=line.indent)
