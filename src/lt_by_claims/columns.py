"""Rows of words in columns: as text for terminals and pipes alike, and as HTML for notebooks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

STYLE = """
.lt-by-claims { max-width: 60rem; line-height: 1.5; }
.lt-by-claims table { border: 0 !important; border-collapse: collapse; margin: 0.5em 0; width: auto; display: table; }
.lt-by-claims table tr > * {
  padding: 0.25em 1em 0.25em 0.5em !important; border: 0 !important;
  text-align: left !important; vertical-align: top !important; white-space: normal !important;
  font-weight: normal; overflow-wrap: anywhere; min-width: 0; max-width: none;
}
.lt-by-claims table tr > th { white-space: nowrap !important; opacity: 0.75; }
.lt-by-claims table code { white-space: nowrap !important; overflow-wrap: normal; word-break: normal; }
.lt-by-claims p { margin: 0.25em 0; }
.lt-by-claims blockquote {
  margin: 0.75em 0; padding: 0.1em 1em; border-left: 3px solid #8888; color: inherit; font-style: normal;
}
.lt-by-claims summary { padding: 0.25em 0; cursor: pointer; }
.lt-by-claims mark { background: #ffe48a; color: #1e2227; }
"""
"""How it looks, whatever the notebook makes of tables: many align them to the right, and let no line break."""


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


def html(content: str) -> str:
    """HTML in the package's own style, which touches nothing else of a notebook."""
    return f'<div class="lt-by-claims"><style>{STYLE}</style>{content}</div>'


def html_columns(rows: Iterable[Sequence[str]]) -> str:
    """Rows of HTML as a table, the first cell of each its head."""
    parts = (f"<th scope='row'>{head}</th>{''.join(f'<td>{cell}</td>' for cell in cells)}" for head, *cells in rows)
    return f"<table>{''.join(f'<tr>{part}</tr>' for part in parts)}</table>"
