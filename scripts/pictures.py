"""Write the pictures of docs/pictures from the published dataset.

    python scripts/pictures.py

The same dataset gives the same bytes, as far as matplotlib and its fonts are the same.
"""

from __future__ import annotations

from pathlib import Path

import matplotlib
import matplotlib.pyplot as plt

from lt_by_claims import plot

FOLDER = Path(__file__).parents[1] / "docs" / "pictures"

PICTURES = {"numbers": plot.numbers, "topics": plot.topics, "actors": plot.actors, "places": plot.places}

STEADY = {"svg.hashsalt": "lt-by-claims", "svg.fonttype": "none", "font.size": 10}
"""No picture says when it was made, or names its parts by chance; words are words, in whatever font the reader has."""


def draw(name: str, folder: Path) -> Path:
    """Write one picture."""
    with matplotlib.rc_context(STEADY):
        figure = PICTURES[name]().get_figure()
        assert figure is not None
        path = folder / f"{name}.svg"
        figure.savefig(path, metadata={"Date": None, "Creator": None})  # type: ignore[call-arg]
        plt.close("all")
    return path


if __name__ == "__main__":
    matplotlib.use("agg")
    FOLDER.mkdir(exist_ok=True)
    for name in PICTURES:
        print(draw(name, FOLDER))
