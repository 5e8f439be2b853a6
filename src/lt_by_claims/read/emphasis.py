"""The marks of emphasis and code in Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator

RUN = re.compile(r"(?<!\\)(?:\*+|_+|~~)")
CODE = re.compile(r"(?<!`)(`++)([^`]++)\1(?!`)")

Edit = tuple[int, int, str]


def emphasis_marks(text: str) -> list[Edit]:
    """The marks that emphasis in a text is made with, as edits that leave them out."""
    ticks = list(code_marks(text))
    blank = CODE.sub(lambda code: "`" * len(code[0]), text)
    return sorted([*ticks, *paired_marks(blank)])


def code_marks(text: str) -> Iterator[Edit]:
    """The ticks around code."""
    for code in CODE.finditer(text):
        yield code.start(), code.start(2), ""
        yield code.end(2), code.end(), ""


def paired_marks(text: str) -> Iterator[Edit]:
    """The runs of `*`, `_` and `~~` that open and close; one that finds no partner stays."""
    opened: dict[str, list[tuple[int, int]]] = {"*": [], "_": [], "~": []}
    for run in RUN.finditer(text):
        before, after = text[run.start() - 1 : run.start()], text[run.end() : run.end() + 1]
        waiting = opened[run[0][0]]
        start, left = run.start(), len(run[0])
        while left and waiting and closes(run[0][0], before, after):
            place, length = waiting.pop()
            taken = min(length, left)
            yield place + length - taken, place + length, ""
            yield start, start + taken, ""
            start, left = start + taken, left - taken
            if length > taken:
                waiting.append((place, length - taken))
        if left and opens(run[0][0], before, after):
            waiting.append((start, left))


def opens(mark: str, before: str, after: str) -> bool:
    """Can a run between these characters open emphasis?"""
    return bool(after.strip()) and not inside_word(mark, before, after) and not (mark == "_" and before.isalnum())


def closes(mark: str, before: str, after: str) -> bool:
    """Can a run between these characters close emphasis?"""
    return bool(before.strip()) and not inside_word(mark, before, after) and not (mark == "_" and after.isalnum())


def inside_word(mark: str, before: str, after: str) -> bool:
    """Does the run join two figures, or, for `_`, two parts of a word?"""
    return (before.isdigit() and after.isdigit()) or (mark == "_" and before.isalnum() and after.isalnum())
