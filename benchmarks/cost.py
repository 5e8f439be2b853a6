"""What taking a parse apart costs, as a share of the parse itself.

    python benchmarks/cost.py [TEXT ...] [--rounds 15]

The same components in one process, on the raw texts of the project and those of the tests unless others are named. In
each round, text by text: the bare parse of spaCy (words, tags, dependencies, names), then all else that a draft takes:
the parse read and repaired, split, standalone, measure and tag. What remembers texts is emptied before.
"""

from __future__ import annotations

import argparse
import gc
import time
from collections.abc import Callable, Iterator
from functools import _lru_cache_wrapper
from pathlib import Path
from unittest.mock import patch

import lt_by_claims.split as split
from lt_by_claims.document import Document, Paragraph
from lt_by_claims.draft import draft
from lt_by_claims.errors import DocumentError
from lt_by_claims.parse import Doc
from lt_by_claims.read import read_text
from lt_by_claims.split import parser
from lt_by_claims.split.repair import repaired
from results import middle, save
from texts import real


def main() -> None:
    """Measure, and save what is found."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("texts", nargs="*", type=Path, metavar="TEXT")
    arguments.add_argument("--rounds", type=int, default=15)
    given = arguments.parse_args()
    found = list(documents(given.texts or real()))
    rounds = [[timed(document) for _, document in found] for _ in range(given.rounds)]
    shares = [sum(work for _, work in times) / sum(parse for parse, _ in times) for times in rounds]
    by_text = {
        name: middle([work / parse for parse, work in times])
        for (name, _), times in zip(found, zip(*rounds, strict=True), strict=True)
    }
    tokens = sum(len(parser.with_sentences(p)) for _, document in found for p in document.paragraphs)
    save("cost", {"rounds": given.rounds, "tokens": tokens, "share": middle(shares), "by_text": by_text})


def documents(paths: list[Path]) -> Iterator[tuple[str, Document]]:
    """The texts that have something to split."""
    for path in sorted(paths):
        try:
            yield path.name, read_text(path.read_text("utf-8"), published="2021-03-15")
        except (DocumentError, UnicodeDecodeError):
            continue


def timed(document: Document) -> tuple[float, float]:
    """The seconds of this process that the bare parse of a document takes, and all else that its draft takes."""
    forget()
    parsed = list(zip(document.paragraphs, parse(document.paragraphs), strict=True))
    with patch.object(split, "parse", lambda *_, **__: ((p, repaired(Doc(doc))) for p, doc in parsed)):
        return seconds(lambda: parse(document.paragraphs)), seconds(lambda: draft(document))


def parse(paragraphs: tuple[Paragraph, ...]) -> list[object]:
    """The bare parse."""
    return list(parser.english().pipe(map(parser.with_sentences, paragraphs), batch_size=64))


def seconds(action: Callable[[], object]) -> float:
    """The seconds of this process that something takes."""
    started = time.process_time()
    action()
    return time.process_time() - started


def forget() -> None:
    """Empty what remembers texts; word lists, which have no bound, stay as they do from text to text."""
    for remembered in gc.get_objects():
        if isinstance(remembered, _lru_cache_wrapper) and remembered.cache_info().maxsize is not None:
            remembered.cache_clear()


if __name__ == "__main__":
    main()
