"""The lines of a text, without what is no text: comments, scripts, code, invisible characters, marks of quotation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lt_by_claims.read.decode import LINE_END
from lt_by_claims.read.inline import INVISIBLE
from lt_by_claims.read.view import View

SOFT_BREAK = re.compile(r"[\u00ad¬][ \t]*+(?:\r\n|[\r\n])[ \t>]*+")
"""A soft hyphen at the end of a line: the word goes on at once."""

HIDDEN = [
    (re.compile(r"<!--"), re.compile(r"-->")),
    *(
        (re.compile(rf"<{tag}\b[^<>]*+>", re.IGNORECASE), re.compile(rf"</{tag}\s*+>", re.IGNORECASE))
        for tag in ("script", "style", "table", "pre", "svg", "math")
    ),
]
"""What opens and closes a stretch that is not read."""

LINE = re.compile(r"[^\n]*+\n?")
QUOTE = re.compile(r" {0,3}(?:>[ \t]?)+")
FENCE = re.compile(r" {0,3}(`{3,}+|~{3,}+)(?!.*`)")
MATTER = re.compile(r"\A(?:[\w-]+\s*:.*|\s+.*|#.*|-\s.*|)")
"""A line of YAML front matter."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line with its end; `quoted` where it stood in a block quote."""

    view: View
    quoted: bool = False

    @property
    def text(self) -> str:
        """What the line says."""
        return self.view.text.strip()

    @property
    def indent(self) -> int:
        """The columns before its text."""
        text = self.view.text.expandtabs(4)
        return len(text) - len(text.lstrip(" "))


def lines_of(text: str) -> list[Line]:
    """The lines of a raw text that are there to be read."""
    whole = View.of(text).sub(SOFT_BREAK).sub(INVISIBLE).sub(LINE_END, "\n")
    for opening, closing in HIDDEN:
        whole = whole.edit(hidden(whole.text, opening, closing))
    lines = [unquoted(whole[line.start() : line.end()]) for line in LINE.finditer(whole.text) if line[0]]
    return list(without_code(without_matter(lines)))


def hidden(text: str, opening: re.Pattern[str], closing: re.Pattern[str]) -> Iterator[tuple[int, int, str]]:
    """The stretches from an opening to its closing, as edits that leave them out."""
    end = 0
    while (start := opening.search(text, end)) and (close := closing.search(text, start.end())):
        end = close.end()
        yield start.start(), end, ""


def unquoted(view: View) -> Line:
    """A line without the marks of a block quote."""
    marks = QUOTE.match(view.text)
    return Line(view[marks.end() :], quoted=True) if marks else Line(view)


def without_matter(lines: list[Line]) -> list[Line]:
    """The lines after YAML front matter."""
    if not lines or lines[0].text != "---":
        return lines
    for number, line in enumerate(lines[1:], start=1):
        if line.text in ("---", "..."):
            return lines[number + 1 :] if number > 1 else lines
        if not MATTER.fullmatch(line.view.text.rstrip()):
            break
    return lines


def without_code(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines with an empty one for each block of fenced code; a fence that is never closed is but a line."""
    waiting: list[Line] = []
    fence = ""
    for line in lines:
        mark = FENCE.match(line.view.text)
        if fence and line.text.startswith(fence) and not line.text.strip(fence[0]):
            waiting, fence = [], ""
            yield Line(line.view[:0])
        elif fence:
            waiting.append(line)
        elif mark:
            fence = mark[1]
        else:
            yield line
    yield from waiting
