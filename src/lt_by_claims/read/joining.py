"""Paragraphs that the end of a page or column cuts in two, joined again."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from lt_by_claims.read.block import Block
from lt_by_claims.read.context import Context
from lt_by_claims.read.inline import cleaned
from lt_by_claims.read.sentences import ABBREVIATIONS
from lt_by_claims.read.view import View
from lt_by_claims.read.words import words

WORDS = words("words")

STOPPED = re.compile(r"[.!?…。！？][\"”’'»)\]]*\Z")
HALTED = re.compile(r"[.!?…。！？:;][\"”’'»)\]]*\Z")
LONG_PROSE = 12
"""Words of a paragraph that is surely no heading or label."""

EDGE = 400
"""Characters at either end of a block that tell whether it is whole."""


def joined(blocks: Iterable[Block], context: Context) -> list[Block]:
    """The blocks with what a page break cut in one piece; what stood between, a page number or header, is left out."""
    groups: list[list[Block]] = []
    between: list[Block] = []
    for block in blocks:
        if groups and block.kind == "prose" and goes_on(groups[-1][-1], block, between, context):
            groups[-1].append(block)
            between = []
        elif groups and is_passed_over(block):
            between.append(block)
        else:
            groups += [[passed] for passed in between]
            groups.append([block])
            between = []
    groups += [[passed] for passed in between]
    return [whole(group) for group in groups]


def whole(group: list[Block]) -> Block:
    """The blocks of a group as the first of them."""
    views = [block.view for block in group]
    if len(group) == 1:
        return group[0]
    return replace(group[0], view=View.join(views), line_count=sum(block.line_count for block in group))


def is_passed_over(block: Block) -> bool:
    """Can the block stand between two halves of a paragraph: a page number, a note, an unmarked heading?"""
    return block.kind in ("skipped", "caption", "note") or (block.kind == "heading" and block.level == 0)


def goes_on(first: Block, second: Block, between: list[Block], context: Context) -> bool:
    """Does the second block go on with a sentence that the first one breaks off?"""
    if first.kind not in ("prose", "item"):
        return False
    end, start = edge(first.view[-EDGE:], context), edge(second.view[:EDGE], context)
    if not end or not start:
        return False
    if start.lstrip("\"“‘'«([")[:1].islower() or start[0] in ",;)–—":
        return not is_stopped(end) and (first.kind == "prose" or not end.endswith((":", ";")))
    if HALTED.search(end) or any(block.kind == "heading" for block in between) or first.kind == "item":
        return False
    return end.split()[-1].lower() in WORDS["dangling"] or len(end.split()) >= LONG_PROSE


def edge(view: View, context: Context) -> str:
    """One end of a block as it is read."""
    return cleaned(view, context)[0].text


def is_stopped(text: str) -> bool:
    """Does the text end like a sentence, and not with an abbreviation?"""
    if not STOPPED.search(text):
        return False
    last = text.split()[-1].removesuffix(".")
    return last not in ABBREVIATIONS["within"] | ABBREVIATIONS["before_figure"] and not re.fullmatch(
        r"(?:\w\.)+\w", last
    )
