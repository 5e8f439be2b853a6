"""`measure` against other readers of numbers: tokens a second on the same texts in the same run.

    pip install quantulum3 recognizers-text-suite    # those that are not there are left out
    python benchmarks/measuring.py [--texts 20] [--rounds 7]

Each reads the paragraphs of texts, turn by turn; ours twice more as `quantities` has it, with what each number
measures: by the parse of the sentences that hold one, and with claims and references, by the parse of the whole text.
The texts are real ones (those of the project and of its tests) and generated ones, half of whose words stand in
sentences with a number. Found beside it: of the numbers that the generated texts are known to hold, the share that each
names with its value, whatever else it says of them.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Callable, Iterable
from importlib import import_module
from typing import Any

from lt_by_claims import quantities
from lt_by_claims.document import Document
from lt_by_claims.measure import find
from lt_by_claims.read import read_text
from results import middle, save
from texts import known, real, texts

Reader = Callable[[list[str]], list[float]]
"""The values that it finds in some paragraphs."""


def ours() -> Reader:
    """The values that `measure` finds."""
    return each(
        lambda text: [float(end) for value in find(text) for end in [value.low or value.high] if end is not None]
    )


def with_parse() -> Reader:
    """The same with what each measures and when, by the parse of the sentences that hold a number."""
    return table_of(context=False)


def with_whole_parse() -> Reader:
    """The same by the parse of the whole text, with names for pronouns and the claim that states each."""
    return table_of(context=True)


def table_of(*, context: bool) -> Reader:
    """The values of the table that `quantities` makes."""

    def values(texts: list[str]) -> list[float]:
        found = quantities("\n\n".join(texts), context=context).drop_duplicates(["start", "end"])
        return list(found["low"].fillna(found["high"]))

    return values


def each(read: Callable[[str], list[float]]) -> Reader:
    """What is read of each paragraph, one after another."""
    return lambda texts: [value for text in texts for value in read(text)]


def quantulum() -> Reader:
    """Those of quantulum3, without its classifier, as it comes."""
    parser = import_module("quantulum3.parser")
    return each(lambda text: [found.value for found in parser.parse(text)])


def recognizers() -> Reader:
    """Those of Microsoft's Recognizers-Text: numbers, percentages, ordinals, currencies, dimensions."""
    suite = import_module("recognizers_suite")
    english = suite.Culture.English
    models = (
        suite.recognize_number,
        suite.recognize_ordinal,
        suite.recognize_percentage,
        suite.recognize_currency,
        suite.recognize_dimension,
    )
    return each(
        lambda text: [
            value for model in models for found in model(text, english) for value in numbers_in(found.resolution or {})
        ]
    )


def numbers_in(resolution: dict[str, str]) -> Iterable[float]:
    """The number of a resolution, if it is one."""
    try:
        yield float(str(resolution.get("value")).removesuffix("%"))
    except ValueError:
        return


OURS = {"lt_by_claims": ours, "with the parse": with_parse, "with the whole parse": with_whole_parse}
READERS = {**OURS, "quantulum3": quantulum, "Recognizers-Text": recognizers}


def main() -> None:
    """Measure, and save what is found."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=int, default=20)
    parser.add_argument("--rounds", type=int, default=7)
    given = parser.parse_args()
    generated = [read_text(record["text"]) for record in texts(given.texts)]
    own = [read_text(path.read_text("utf-8")) for path in real()]
    readers = {name: reader for name, make in READERS.items() if (reader := made(make))}
    found = {
        "real": measured(readers, [paragraphs(document) for document in own], given.rounds),
        "generated": measured(readers, [paragraphs(document) for document in generated], given.rounds),
    }
    shares = {name: share(reader, [paragraphs(one) for one in generated]) for name, reader in readers.items()}
    save("measuring", {"rounds": given.rounds, **found, "share_of_known_values": shares})


def paragraphs(document: Document) -> list[str]:
    """The paragraphs of a document, as text."""
    return [paragraph.text for paragraph in document.paragraphs]


def measured(readers: dict[str, Reader], texts: list[list[str]], rounds: int) -> dict[str, Any]:
    """How fast each reader is on texts, and how many times as fast as each other one ours are."""
    words = sum(len(text.split()) for some in texts for text in some)
    seconds: dict[str, list[float]] = {name: [] for name in readers}
    for _ in range(rounds):
        for name, reader in readers.items():
            seconds[name].append(timed(reader, texts))
    speeds = {name: middle([words / one for one in taken]) for name, taken in seconds.items()}
    peers = [name for name in readers if name not in OURS]
    ratios = {name: {mine: ratio(seconds, mine, name) for mine in OURS} for name in peers}
    return {"texts": len(texts), "words": words, "words_per_second": speeds, "times_as_fast_as": ratios}


def ratio(seconds: dict[str, list[float]], mine: str, other: str) -> dict[str, float]:
    """How many times as fast as the other we are, round by round."""
    return middle([b / a for a, b in zip(seconds[mine], seconds[other], strict=True)])


def made(make: Callable[[], Reader]) -> Reader | None:
    """A reader that has read something, None where it is not installed."""
    try:
        reader = make()
    except ImportError:
        return None
    reader(["In 2021, rents rose by 3%, to €12 million."])
    return reader


def timed(reader: Reader, paragraphs: list[list[str]]) -> float:
    """The seconds of the processor that it takes over all texts."""
    started = time.process_time()
    for some in paragraphs:
        reader(some)
    return time.process_time() - started


def share(reader: Reader, paragraphs: list[list[str]]) -> float:
    """The share of the known values that it names, text by text."""
    right = wanted = 0
    for some, told in zip(paragraphs, known(len(paragraphs)), strict=True):
        there = Counter(round(number["value"], 6) for number in told["numbers"])
        named = Counter(round(value, 6) for value in reader(some))
        right, wanted = right + sum((there & named).values()), wanted + sum(there.values())
    return round(right / wanted, 4)


if __name__ == "__main__":
    main()
