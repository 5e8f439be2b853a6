"""The whole pipeline in one process against the bare parse of spaCy: the same components, texts and run.

    python benchmarks/pipeline.py [--texts 10] [--rounds 40]

In each round, turn by turn: `nlp.pipe` alone over the paragraphs, and all from the raw text to the Parquet files
(reading, parsing, splitting, standalone, measure, tag, rows, checks, writing). Ratios are of processor time, which
other work on the machine disturbs least; the clock is told beside it. Rounds are short and many, for the speed of a
rented machine drifts from one minute to the next.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from lt_by_claims.corpus.folder import Folder
from lt_by_claims.corpus.partition import Partition
from lt_by_claims.corpus.settings import Settings
from lt_by_claims.corpus.source import Source, document_of
from lt_by_claims.corpus.work import work
from lt_by_claims.split.parser import english, has_words, with_sentences
from results import middle, save
from texts import texts


def main() -> None:
    """Measure, and save what is found."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=int, default=10)
    parser.add_argument("--rounds", type=int, default=40)
    given = parser.parse_args()
    settings = Settings.of(None)
    sources = [Source.of_record(record, "made") for record in texts(given.texts)]
    with tempfile.TemporaryDirectory() as folder:
        Folder(folder).prepare()
        whole = partial(work, Partition.of(sources, settings), folder, settings)
        work(Partition.of(sources[:20], settings), folder, settings)
        rounds = [(timed(partial(parsed, sources)), timed(whole)) for _ in range(given.rounds)]
        written = Partition.of(sources, settings).name
        sizes = {path.parent.name: path.stat().st_size for path in Path(folder).glob(f"*/{written}.parquet")}
        rows = Folder(folder).manifest(written)
    tokens = parsed(sources)
    save(
        "pipeline",
        {
            "texts": given.texts,
            "tokens": tokens,
            "rounds": given.rounds,
            "rows_per_text": {name: number / given.texts for name, number in rows.rows.items()} if rows else {},
            "bytes_per_text": {name: round(size / given.texts) for name, size in sizes.items()},
            "ratio": middle([whole[0] / bare[0] for bare, whole in rounds]),
            "ratio_by_clock": middle([whole[1] / bare[1] for bare, whole in rounds]),
            "parse_tokens_per_second": middle([tokens / bare[0] for bare, _ in rounds]),
            "whole_tokens_per_second": middle([tokens / whole[0] for _, whole in rounds]),
            "whole_texts_per_second": middle([given.texts / whole[0] for _, whole in rounds]),
        },
    )


def parsed(sources: list[Source]) -> int:
    """The bare parse, with what must be read and tokenised for it; how many tokens there are."""
    paragraphs = [p for source in sources for p in document_of(source).paragraphs if has_words(p)]
    return sum(len(doc) for doc in english().pipe(map(with_sentences, paragraphs), batch_size=64))


def timed(work: Callable[[], object]) -> tuple[float, float]:
    """The seconds of the processor and of the clock that something takes."""
    processor, clock = time.process_time(), time.perf_counter()
    work()
    return time.process_time() - processor, time.perf_counter() - clock


if __name__ == "__main__":
    main()
