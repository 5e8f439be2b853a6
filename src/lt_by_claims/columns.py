"""Rows of words as text in columns, for terminals and pipes alike."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def columns(rows: Iterable[Sequence[object]], *, right: Sequence[int] = ()) -> str:
    """The rows with their columns aligned, those named in `right` to the right; nothing but spaces between."""
    table = [[str(cell) for cell in row] for row in rows]
    widths = [max(map(len, cells)) for cells in zip(*table, strict=True)]
    return "\n".join(aligned(row, widths, right) for row in table)


def aligned(row: Sequence[str], widths: Sequence[int], right: Sequence[int]) -> str:
    """One row."""
    pairs = enumerate(zip(row, widths, strict=True))
    cells = (cell.rjust(width) if at in right else cell.ljust(width) for at, (cell, width) in pairs)
    return "  ".join(cells).rstrip()
