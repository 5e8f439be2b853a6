"""What taking a parse apart costs, as a share of the parse itself.

    python benchmarks/cost.py [TEXT ...]

The same components in one process, on the raw texts of the project and those of the tests unless others are named: the
bare parse of spaCy (tags, dependencies, names), then all else that a draft takes: the parse read and repaired, split,
standalone, measure and tag.
Medians of several rounds.
"""

from __future__ import annotations

import gc
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from functools import _lru_cache_wrapper
from itertools import chain
from pathlib import Path
from unittest.mock import patch

import lt_by_claims.split as split
from lt_by_claims.document import Document
from lt_by_claims.draft import draft
from lt_by_claims.errors import DocumentError
from lt_by_claims.parse import Doc
from lt_by_claims.read import read_text
from lt_by_claims.split import parser
from lt_by_claims.split.repair import repaired

ROUNDS = 7
HERE = Path(__file__).parents[1]


def texts() -> list[Path]:
    """The texts that are named, else those of the project and of the tests."""
    named = [Path(name) for name in sys.argv[1:]]
    return named or sorted(chain((HERE / "data" / "raw").glob("*.txt"), (HERE / "tests" / "texts").glob("*.txt")))


def documents() -> Iterator[tuple[str, Document]]:
    """The documents that have something to split."""
    for path in texts():
        try:
            yield path.name, read_text(path.read_text("utf-8"), published="2021-03-15")
        except (DocumentError, UnicodeDecodeError):
            continue


def seconds(action: Callable[[], object]) -> float:
    """The median time of a few rounds, in seconds of this process."""
    taken = []
    for _ in range(ROUNDS):
        forget()
        started = time.process_time()
        action()
        taken.append(time.process_time() - started)
    return statistics.median(taken)


def forget() -> None:
    """Empty what remembers texts; word lists, which have no bound, stay as they do from text to text."""
    for remembered in gc.get_objects():
        if isinstance(remembered, _lru_cache_wrapper) and remembered.cache_info().maxsize is not None:
            remembered.cache_clear()


def main() -> None:
    """Print the shares."""
    model = parser.english()
    parsing = working = 0.0
    for name, document in documents():
        words = [parser.with_sentences(paragraph) for paragraph in document.paragraphs]
        parse = seconds(lambda words=words: list(model.pipe([doc.copy() for doc in words], batch_size=64)))
        parsed = list(zip(document.paragraphs, model.pipe(words), strict=True))
        with patch.object(split, "parse", lambda *_, parsed=parsed, **__: ((p, repaired(Doc(d))) for p, d in parsed)):
            work = seconds(lambda document=document: draft(document))
        print(f"{name}: parse {parse:.3f} s, work {work:.3f} s, share {work / parse:.0%}")
        parsing, working = parsing + parse, working + work
    print(f"all: share {working / parsing:.1%}")


if __name__ == "__main__":
    main()
