"""The tour is run from its first cell to its last, and prints what it shows."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient
from nbformat import NotebookNode

ROOT = Path(__file__).parents[1]
TOUR = ROOT / "docs" / "tour.ipynb"


def said(notebook: NotebookNode) -> Iterator[tuple[str, str]]:
    """What each cell of code prints or gives, as text; a picture is told as one."""
    for cell in notebook.cells:
        for output in cell.get("outputs", ()):
            data = output.get("data", {})
            text = "picture" if "image/png" in data else data.get("text/plain") or output.get("text", "")
            yield cell.source, text


@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::RuntimeWarning", "ignore::ResourceWarning")
def test_the_tour_prints_what_it_shows() -> None:
    shown, made = (nbformat.read(TOUR, as_version=4) for _ in range(2))
    NotebookClient(made, timeout=300, resources={"metadata": {"path": str(ROOT)}}).execute()
    assert list(said(made)) == list(said(shown)), "stale: run python scripts/write_tour.py"
    assert sum(text == "picture" for _, text in said(shown)) == 2
