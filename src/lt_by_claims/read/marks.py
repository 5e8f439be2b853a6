"""The marks that items of lists begin with: bullets, figures, letters and Roman numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from lt_by_claims.read.lettered import counts_of
from lt_by_claims.read.lines import Line

MARK = re.compile(
    r"\A\s*(?:(?P<bullet>[-*+–—·•‣◦▪▫●○■□➢➤✓])(?P<box> \[[ xX]\])?"
    r"|(?P<level>[0-9]{1,2}(?:\.[0-9]{1,2}){1,3}[.)]?)"
    r"|(?P<open>\(?)(?P<number>[0-9]{1,3}|[A-Za-z]|[ivxIVX]{2,5})(?P<close>\)|\.\)?))\s+(?=\S)"
)
MARKDOWN_BULLETS = "-*+"
SURE_BULLETS = frozenset("•‣◦▪▫●○■□➢➤✓")
ENDS = re.compile(r"[.!?…:;,][\"”’'»)\]*_]*\Z")
"""Where a line may end before an item begins without a blank line."""


@dataclass(frozen=True, slots=True)
class Mark:
    """The mark of an item: its kind (`-`, `1.`, `(a)`), what it may count as, and where the item's words begin."""

    style: str
    counts: frozenset[int]
    text: str
    end: int

    @property
    def is_bullet(self) -> bool:
        """Is it a bullet, not a number or letter?"""
        return not self.counts and not self.is_level

    @property
    def is_level(self) -> bool:
        """Is it a number of several levels: 2.1?"""
        return self.style == "1.1"

    def follows(self, other: Mark) -> bool:
        """Is it the next after the other mark?"""
        return self.style == other.style and any(count - 1 in other.counts for count in self.counts)


def mark_of(text: str) -> Mark | None:
    """The mark that a line begins with, or None."""
    found = MARK.match(text)
    if not found:
        return None
    if found["bullet"]:
        return Mark(found["bullet"], frozenset(), found["bullet"], found.end())
    if found["level"]:
        return Mark("1.1", frozenset(), found["level"], found.end())
    number = found["number"]
    kind = "1" if number.isdigit() else "a" if number.islower() else "A"
    text = f"{found['open']}{number}{found['close']}"
    return Mark(f"{found['open']}{kind}{found['close']}", counts_of(number), text, found.end())


def all_counts(lines: Iterable[Line]) -> frozenset[tuple[str, int]]:
    """Every number that a line of the text begins with, and the style of its mark."""
    marks = (mark for line in lines if (mark := mark_of(line.view.text)))
    return frozenset((mark.style, count) for mark in marks for count in mark.counts)


@dataclass(frozen=True, slots=True)
class Place:
    """What stands around a line: the line before it, whether a blank one is between, the list it may go on."""

    before: str
    is_after_blank: bool
    in_item: bool
    last: Mark | None
    after: str


def begins_item(line: Line, mark: Mark, place: Place, counts: frozenset[tuple[str, int]]) -> bool:
    """Does a line with this mark begin an item, and not just happen to begin with a dash, a figure or an initial?"""
    may_begin = place.in_item or not place.before or ENDS.search(place.before) is not None
    if mark.is_bullet:
        return begins_bullet(mark, place)
    if mark.is_level:
        return place.is_after_blank and may_begin and line.view.text[mark.end].isupper()
    if place.last and mark.follows(place.last):
        return place.is_after_blank or may_begin
    has_neighbour = any((mark.style, count + step) in counts for count in mark.counts for step in (1, -1))
    if place.is_after_blank:
        return has_neighbour or (may_begin and (mark.style[-2:] in ("1.", "1)") or mark.style.endswith(")")))
    return may_begin and has_neighbour and 1 in mark.counts


def begins_bullet(mark: Mark, place: Place) -> bool:
    """Does a line with this bullet begin an item? One that may be a dash needs a reason."""
    if mark.style in SURE_BULLETS or not place.before or ENDS.search(place.before) or has_sibling(mark, place):
        return True
    in_list = place.in_item and (mark.style in MARKDOWN_BULLETS or place.last is not None)
    return in_list or (place.is_after_blank and mark.style in MARKDOWN_BULLETS)


def has_sibling(mark: Mark, place: Place) -> bool:
    """Does the next line, or the one before, begin with the same mark?"""
    return any((other := mark_of(text)) and other.style == mark.style for text in (place.after, place.before))
