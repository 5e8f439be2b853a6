"""The link that leads a reader from a claim to its quote.

Where the document has an address, it is that with a text fragment (`#:~:text=[prefix-,]start[,end][,-suffix]`, as the
W3C's URL Fragment Text Directives say), else the raw file with a range of characters (RFC 5147).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, product
from typing import NamedTuple
from unicodedata import normalize
from urllib.parse import quote as percent_encoded

from lt_by_claims.document import Document

SHORT = 120
"""A quote of so many characters is written in full; of a longer one, the first words and the last."""

WORDS_AT_ENDS = (4, 7, 12)
WORDS_AROUND = (0, 1, 2, 3, 5, 8, 13, 21)

LONGEST = 100
"""No word is longer, as far as this module looks."""

WORD = re.compile(r"\w+(?:['’.:·]\w+|(?<=\d)[,;]\d\w*)*")
"""A word as browsers bound it: "U.S", "Lithuania's" and "1,146.5" are one."""

LINE = re.compile(r"[^\W\d_][^\n]*")
BLANK_LINE = re.compile(r"\n[^\S\n]*\r?\n")


class Fragment(NamedTuple):
    """A text directive: what to look for, and what stands around it."""

    prefix: str
    start: str
    end: str
    suffix: str

    def __str__(self) -> str:
        prefix, start, end, suffix = (percent_encoded(part, safe="").replace("-", "%2D") for part in self)
        parts = (prefix and f"{prefix}-", start, end, suffix and f"-{suffix}")
        return ":~:text=" + ",".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class Page:
    """The document as a browser shows it: blocks parted by line breaks, words by one space, and no markup.

    `places[i]` is where `text[i]` stands in the raw text; `folded` is `text` as browsers compare it.
    """

    text: str
    places: tuple[int, ...]
    folded: str

    @classmethod
    def of(cls, document: Document) -> Page:
        """The page that a document makes."""
        shown = list(shown_characters(document))
        text = "".join(character for character, _ in shown)
        return cls(text, tuple(place for _, place in shown), "".join(map(fold, text)))

    def span(self, start: int, end: int) -> tuple[int, int]:
        """A stretch of the raw text on the page, whole words only; empty where none of it shows."""
        first, last = bisect_left(self.places, start), bisect_left(self.places, end)
        first += len(self.text[first:last]) - len(self.text[first:last].lstrip())
        last = first + len(self.text[first:last].rstrip())
        return self.word_at(first)[0], self.word_at(last)[1]

    def word_at(self, index: int) -> tuple[int, int]:
        """The word that a place on the page is inside of, or else the place itself."""
        begin = max(self.text.rfind(" ", 0, index), self.text.rfind("\n", 0, index)) + 1
        spans = (word.span() for word in WORD.finditer(self.text[begin : index + LONGEST]))
        words = ((begin + start, begin + end) for start, end in spans)
        return next(((start, end) for start, end in words if start < index < end), (index, index))

    def found(self, fragment: Fragment) -> Iterator[tuple[int, int]]:
        """All that a browser could mark for a fragment."""
        prefix, start, end, suffix = ("".join(map(fold, part)) for part in fragment)
        for at in places_of(start, self.folded, 0):
            if self.folded[max(at - len(prefix) - 1, 0) : at].rstrip().endswith(prefix):
                stops = (stop + len(end) for stop in places_of(end, self.folded, at + len(start)))
                followed = (
                    stop for stop in stops if self.folded[stop : stop + len(suffix) + 1].lstrip().startswith(suffix)
                )
                yield from ((at, stop) for stop in islice(followed, 1))


def source_link(document: Document, start: int, end: int, page: Page | None = None) -> str:
    """The link to `document.text[start:end]`; give the document's page where many links are made."""
    if document.url:
        page = page or Page.of(document)
        first, last = page.span(start, end)
        if last > first:
            return f"{document.url}{'' if '#' in document.url else '#'}{fragment_for(page, first, last)}"
    return f"{percent_encoded(document.raw_path or '')}#char={start},{end}"


def fragment_for(page: Page, first: int, last: int) -> Fragment:
    """The shortest fragment that leads to this span only; where two places are alike all around, the longest."""
    fragment = Fragment("", "", "", "")
    for fragment in fragments(page, first, last):
        if list(islice(page.found(fragment), 2)) == [(first, last)]:
            break
    return fragment


def fragments(page: Page, first: int, last: int) -> Iterator[Fragment]:
    """What may lead to a span, from short to long."""
    before, after = page.text[:first].rstrip(), page.text[last:].lstrip()
    for words, (start, end) in product(WORDS_AROUND, ends_of(page.text[first:last])):
        prefix, suffix = last_words(before, words), first_words(after, words)
        for left, right in ((prefix, ""), ("", suffix), (prefix, suffix)) if words else (("", ""),):
            yield Fragment(left, start, end, right)


def ends_of(quote: str) -> list[tuple[str, str]]:
    """A quote as a fragment's start and end, from short to long; a short quote in one block needs no end."""
    half = quote.find("\n") if "\n" in quote else quote.find(" ", len(quote) // 2)
    if half < 0 or ("\n" not in quote and len(quote) <= SHORT):
        return [(quote, "")]
    return [(first_words(quote[:half], words), last_words(quote[half:], words)) for words in WORDS_AT_ENDS]


def first_words(text: str, number: int) -> str:
    """The first words of a text, as far as its first block goes."""
    return " ".join(text.partition("\n")[0].split(" ", number)[:number])


def last_words(text: str, number: int) -> str:
    """The last words of a text, as far as its last block goes."""
    return " ".join(text.rpartition("\n")[2].rsplit(" ", number)[-number:]) if number else ""


def places_of(part: str, text: str, start: int) -> Iterator[int]:
    """Where a part of a fragment stands; one that is empty, right at the start and nowhere else."""
    at = text.find(part, start) if part else start
    while at >= 0:
        yield at
        at = text.find(part, at + 1) if part else -1


@lru_cache(maxsize=4096)
def fold(character: str) -> str:
    """A character without case and accents, still one character."""
    folded = normalize("NFKD", character)[:1].casefold()
    return folded if len(folded) == 1 else character


def shown_characters(document: Document) -> Iterator[tuple[str, int]]:
    """Each character that a browser shows, with its place in the raw text; white space is folded."""
    parting = begun = ""
    for character, place in characters(document):
        if character in " \n":
            parting = "\n" if "\n" in (character, parting) else " "
            continue
        if parting and begun:
            yield parting, place
        yield character, place
        parting, begun = "", character


def characters(document: Document) -> Iterator[tuple[str, int]]:
    """The characters of paragraphs and of what stands between them, blocks parted by a line break."""
    read = 0
    for paragraph in document.paragraphs:
        own = [
            pair for pair in zip(paragraph.text, paragraph.offsets, strict=True) if pair[1] >= read
        ]  # no lead-in twice
        yield from between(document.text, read, own[0][1] if own else read)
        for character, place in own:
            if character.isspace():
                yield " ", place
                continue
            if place > read and BLANK_LINE.search(document.text, read, place):
                yield "\n", place
            yield character, place
            read = place + 1
    yield from between(document.text, read, len(document.text))


def between(text: str, start: int, end: int) -> Iterator[tuple[str, int]]:
    """Headings and other lines outside of paragraphs, each a block, without the marks before their first letter."""
    yield "\n", start
    for line in LINE.finditer(text, start, end):
        yield from zip((" " if c.isspace() else c for c in line.group()), range(*line.span()), strict=True)
        yield "\n", line.end()
