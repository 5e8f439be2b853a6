"""Run the tour (docs/tour.ipynb) and keep what it shows.

python scripts/write_tour.py
"""

from __future__ import annotations

from pathlib import Path

import nbformat
from nbclient import NotebookClient

ROOT = Path(__file__).parents[1]
TOUR = ROOT / "docs" / "tour.ipynb"

if __name__ == "__main__":
    tour = nbformat.read(TOUR, as_version=4)
    NotebookClient(tour, timeout=300, resources={"metadata": {"path": str(ROOT)}}).execute()
    for cell in tour.cells:
        cell.metadata.clear()  # when it was run is nobody's business
    nbformat.write(tour, TOUR)
