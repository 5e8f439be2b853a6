"""A block of lines that belong together, and what stands around a line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from lt_by_claims.read.lines import Line
from lt_by_claims.read.marks import Mark
from lt_by_claims.read.view import View

Kind = Literal["prose", "item", "heading", "note", "caption", "skipped"]

NOTHING = View.of("")


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that belong together, their marks gone.

    `level` of a heading is 0 where nothing marks it as one, 7 where it is only bold; `label` is the mark of an item.
    """

    kind: Kind
    view: View
    line_count: int = 1
    level: int = 0
    indent: int = 0
    mark: Mark | None = None
    label: View = NOTHING


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around a line: the block and the line before it, a blank line perhaps, and the lines after."""

    block: Block | None
    before: Line | None
    is_after_blank: bool
    after: Line | None
    is_before_blank: bool
    in_notes: bool = False

    @property
    def is_alone(self) -> bool:
        """Are there blank lines, or the ends of the text, before and after?"""
        return self.is_after_blank and self.is_before_blank


def with_surroundings(lines: list[Line]) -> Iterator[tuple[Line, Around]]:
    """Each line that is not blank, with what stands around it."""
    said = [(number, line) for number, line in enumerate(lines) if line.text]
    for (_, before), (number, line), (_, after) in zip([(0, None), *said], said, [*said[1:], (0, None)], strict=False):
        is_after_blank = number == 0 or not lines[number - 1].text
        is_before_blank = number + 1 == len(lines) or not lines[number + 1].text
        yield line, Around(None, before, is_after_blank, after, is_before_blank)
