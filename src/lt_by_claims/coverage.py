"""What of a document belongs to no claim: its sentences, and its numbers."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate

from lt_by_claims.claim import Rows
from lt_by_claims.document import Document
from lt_by_claims.measure import find

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Gap:
    """A sentence or a number that no claim takes up, with its place in the raw text; `line` is as `file:3`."""

    line: str
    what: str
    start: int
    end: int
    text: str

    def __str__(self) -> str:
        return f"{self.line}: the {self.what} belongs to no claim: {self.text!r}"


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many sentences and numbers a document has, and those that belong to no claim."""

    sentences: int
    numbers: int
    gaps: tuple[Gap, ...]

    def __str__(self) -> str:
        return " and ".join(f"{share} {what}s" for what, share in self.shares.items()) + " belong to a claim"

    @property
    def shares(self) -> dict[str, str]:
        """How many of all sentences belong to a claim, and how many of all numbers."""
        missing = Counter(gap.what for gap in self.gaps)
        wholes = {"sentence": self.sentences, "number": self.numbers}
        return {what: f"{whole - missing[what]} of {whole}" for what, whole in wholes.items()}


def coverage(document: Document, rows: Rows) -> Coverage:
    """Hold a document against the rows of its claims: a quote covers the sentences that it touches."""
    claims = {row["claim_id"]: row for row in rows["claims"] if row["document_id"] == document.document_id}
    quotes = [(row["quote_start"], row["quote_end"]) for row in claims.values()]
    values = [(row["start"], row["end"]) for row in rows["quantities"] if row["claim_id"] in claims]
    sentences, numbers = dict(sentences_of(document)), dict(numbers_of(document))
    gaps = (*uncovered("sentence", sentences, quotes), *uncovered("number", numbers, values))
    found = (Gap(line_of(document, span[0]), what, *span, text) for what, span, text in gaps)
    return Coverage(len(sentences), len(numbers), tuple(sorted(found, key=lambda gap: (gap.start, gap.end))))


def line_of(document: Document, start: int) -> str:
    """The file of a document and the line of a place in it."""
    line = document.text.count("\n", 0, start) + 1
    return f"{document.raw_path or document.document_id}:{line}"


def sentences_of(document: Document) -> Iterator[tuple[Span, str]]:
    """Each sentence with its place in the raw text; of a list's item, what comes after the lead-in."""
    read = 0
    for paragraph in document.paragraphs:
        for start, end in paragraph.sentences:
            own = [at for at in range(start, end) if paragraph.offsets[at] >= read]
            if any(paragraph.text[at].isalnum() for at in own):
                yield paragraph.raw(own[0], end), paragraph.text[own[0] : end]
        read = max(read, paragraph.offsets[-1] + 1)


def numbers_of(document: Document) -> Iterator[tuple[Span, str]]:
    """Each number with its place in the raw text."""
    for paragraph in document.paragraphs:
        for value in find(paragraph.text):
            yield paragraph.raw(value.start, value.end), value.text


def uncovered(what: str, wanted: dict[Span, str], spans: Iterable[Span]) -> Iterator[tuple[str, Span, str]]:
    """Those that touch none of the spans."""
    ordered = sorted(spans)
    starts = [start for start, _ in ordered]
    ends = list(accumulate((end for _, end in ordered), max))  # how far the spans reach up to here
    for (start, end), text in wanted.items():
        before = bisect_right(starts, end - 1)
        if not before or ends[before - 1] <= start:
            yield what, (start, end), text
