"""How fast numbers are found, against quantulum3 on the same texts in the same run.

    pip install -e ".[bench]" && python benchmarks/measure.py [TEXT ...]

Without arguments the texts are those of `data/raw`. Prints, for each text, words a CPU second of both and how many
times as fast `find` is; the best of several runs each. `find` needs no parse; the last two figures are with one, as
`measure` has it: with all of the model, and without its recogniser of names, which other stages ask.
"""

from __future__ import annotations

import sys
import time
import warnings
from collections.abc import Callable, Sequence
from pathlib import Path

from lt_by_claims.measure import find

RAW = Path(__file__).parents[1] / "data" / "raw"
RUNS = 5


def seconds(reader: Callable[[str], object], paragraphs: Sequence[str], runs: int) -> float:
    """The CPU seconds that a reader takes for the paragraphs, in the best of its runs."""
    spent = []
    for _ in range(runs):
        begun = time.process_time()
        for paragraph in paragraphs:
            reader(paragraph)
        spent.append(time.process_time() - begun)
    return min(spent)


def compared(path: Path, peer: Callable[[str], object]) -> str:
    """A line on one text: words a second of the peer and of `find`, and the ratio."""
    paragraphs = [line for line in path.read_text("utf-8").splitlines() if line.strip()]
    words = sum(len(paragraph.split()) for paragraph in paragraphs)
    theirs, ours = seconds(peer, paragraphs, 2), seconds(find, paragraphs, RUNS)
    speeds = f"quantulum3 {words / theirs:,.0f}/s, find {words / ours:,.0f}/s"
    whole, without_names = (theirs / parsing(paragraphs, unused) for unused in ([], ["ner"]))
    parsed = f"with the parse × {whole:.2f}, without names × {without_names:.2f}"
    return f"{path.name}: {words} words; {speeds}, × {theirs / ours:.1f}; {parsed}"


def parsing(paragraphs: Sequence[str], unused: Sequence[str]) -> float:
    """The CPU seconds of parse and `find` together, without some parts of the model."""
    return seconds(find, paragraphs, RUNS) + seconds_of_parse(paragraphs, unused)


def seconds_of_parse(paragraphs: Sequence[str], unused: Sequence[str]) -> float:
    """The CPU seconds of the parse of all paragraphs, in batches."""
    from lt_by_claims.split.parser import english

    model, spent = english(), []
    for _ in range(RUNS):
        begun = time.process_time()
        for _ in model.pipe(paragraphs, disable=unused):
            pass
        spent.append(time.process_time() - begun)
    return min(spent)


def main(paths: Sequence[Path]) -> None:
    """Compare both on each text."""
    warnings.simplefilter("ignore")
    from quantulum3 import parser  # only this comparison needs it

    parser.parse("5 km and $3")  # it reads its tables when it is first asked
    for path in paths:
        print(compared(path, parser.parse))


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]] or sorted(RAW.glob("*.txt")))
