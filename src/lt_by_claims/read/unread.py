"""Lines that are not read: rules, page numbers, tables, the targets of links."""

from __future__ import annotations

import re

from lt_by_claims.read.block import Around
from lt_by_claims.read.context import DEFINITION
from lt_by_claims.read.lines import Line

RULE = re.compile(r"(?:[-*_=~–—•·#]\s?){2,}")
PAGE = re.compile(
    r"[-–—]\s*[0-9]{1,4}\s*[-–—]|(?:page|p\.)\s*[0-9]{1,4}.{0,9}|[0-9]{1,4}\s*(?:of|/)\s*[0-9]{1,4}", re.IGNORECASE
)
PAGE_NUMBER = re.compile(r"\A\W*(?:[0-9]{1,4}|[ivxlc]{1,6}|[IVXLC]{1,6})\W*")
"""What may be the number of a page, where it stands alone."""

TABLE_RULE = re.compile(r"\A(?=[\s|:+=]*+-)[\s|:+=-]*+")
GAP = re.compile(r"\t\s*+| {3,}+\s*+")


def is_skipped(line: Line, around: Around) -> bool:
    """Is the line no text: a rule, a page number, a row of a table, the target of a link?"""
    text = line.text
    if RULE.fullmatch(text) or DEFINITION.match(line.view.text.rstrip()):
        return True
    if around.is_alone and PAGE_NUMBER.fullmatch(text):
        return True
    return is_row(line, around) or (
        (around.is_after_blank or around.is_before_blank) and PAGE.fullmatch(text) is not None
    )


def is_row(line: Line, around: Around) -> bool:
    """Is the line a row of a table: between bars, under or over a ruled line, or of cells set apart?"""
    text = line.text
    if (text.startswith("|") and text.count("|") > 1) or ("|" in text and TABLE_RULE.fullmatch(text)):
        return True
    neighbours = [other.text for other in (around.before, around.after) if other]
    if "|" in text and any("|" in other and TABLE_RULE.fullmatch(other) for other in neighbours):
        return True
    in_table = around.block is not None and around.block.kind == "skipped" and not around.is_after_blank
    if "|" in text and in_table:
        return True
    return has_cells(text) and (
        in_table or (not around.is_before_blank and around.after is not None and has_cells(around.after.text))
    )


def has_cells(text: str) -> bool:
    """Are there cells in the line: wide gaps between three parts, or between words and a figure?"""
    cells = GAP.split(text)
    return len(cells) > 2 or (len(cells) == 2 and any(not re.search(r"[^\W\d_]{2}", cell) for cell in cells))
