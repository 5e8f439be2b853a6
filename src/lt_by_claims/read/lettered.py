"""Lists within a sentence: "to (a) set quotas, (b) license vessels and (c) report"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lt_by_claims.read.view import View

MARK = re.compile(r"(?<=[\s—–])(?P<open>\(?)(?P<number>[a-jA-J]|[1-9]|[ivxIVX]{1,4})\)\s(?=[^\W_]|[€$£])")
POINTS = re.compile(
    r"\b(?:annex|articles?|clauses?|indents?|items?|letters?|paragraphs?|points?|sections?|sub-?paragraphs?|tables?)\s\Z",
    re.IGNORECASE,
)
"""Before a mark that leads elsewhere: "under paragraph (a)"."""
NAMES = re.compile(r"(?:and|or|of|above|below)\b|to\s\(")
"""After a mark that is itself a name: "both (a) and (b)"."""
WORD_BEFORE = 20

ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")


def without_letters(view: View) -> View:
    """The view without the letters or numbers of a list within a sentence, where they count from one."""
    marks = list(MARK.finditer(view.text)) if ")" in view.text else []
    return view.edit((mark.start(), mark.end(), "") for mark in counted(marks)) if len(marks) > 1 else view


def counted(marks: list[re.Match[str]]) -> Iterator[re.Match[str]]:
    """The marks that stand in rows of two or more, each counting one on from the last."""
    row: list[re.Match[str]] = []
    for mark in (*(mark for mark in marks if not leads_elsewhere(mark)), None):
        if mark is not None and len(row) + 1 in counts_of(mark["number"]) and (not row or alike(mark, row[0])):
            row.append(mark)
            continue
        yield from row if len(row) > 1 else ()
        row = [mark] if mark is not None and 1 in counts_of(mark["number"]) else []


def alike(mark: re.Match[str], first: re.Match[str]) -> bool:
    """Have two marks the same brackets and the same kind of number?"""
    kinds = [(m["open"], m["number"].isdigit(), m["number"].isupper()) for m in (mark, first)]
    return kinds[0] == kinds[1]


def leads_elsewhere(mark: re.Match[str]) -> bool:
    """Is it a reference to a part of a text, or a name for one?"""
    before = mark.string[max(mark.start() - WORD_BEFORE, 0) : mark.start()]
    return POINTS.search(before) is not None or NAMES.match(mark.string, mark.end()) is not None


def counts_of(number: str) -> frozenset[int]:
    """What a figure, letter or Roman number may count as: `i` is 9 or 1."""
    if number.isdigit():
        return frozenset({int(number)})
    letter = {ord(number.lower()) - ord("a") + 1} if len(number) == 1 else set()
    roman = {ROMAN.index(number.lower()) + 1} if number.lower() in ROMAN else set()
    return frozenset(letter | roman)
