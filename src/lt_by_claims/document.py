"""A policy text with its paragraphs and links, every offset counted in the raw text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Link:
    """A hyperlink `[text](url)` of the raw text; `url` is None where the source lost it."""

    start: int
    end: int
    text: str
    url: str | None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph as it is read: markup gone and broken lines joined, each character with its place in the raw text.

    `text` is a view, `offsets[i]` the place of `text[i]` in the document's raw text. Offsets rise; there are gaps in
    them, as after the words of a lead-in that an item of a list begins with. `sentences` are (start, end) in `text`.
    """

    position: int
    section: str
    text: str
    offsets: Sequence[int] = field(repr=False, hash=False)
    sentences: tuple[tuple[int, int], ...]

    def raw(self, start: int, end: int) -> tuple[int, int]:
        """Where `text[start:end]` stands in the raw text, as (start, end)."""
        return self.offsets[start], self.offsets[end - 1] + 1


@dataclass(frozen=True, slots=True)
class Document:
    """A raw policy text, what is known of it, and how it is read."""

    document_id: str
    text: str = field(repr=False)
    paragraphs: tuple[Paragraph, ...] = field(repr=False)
    links: tuple[Link, ...] = field(repr=False, default=())
    title: str = ""
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    published: str | None = None
    language: str = "en"
    url: str | None = None
    url_status: str = "missing"
    rights: str | None = None
    raw_path: str | None = None
    sha256: str = ""

    def around_links(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the raw text, widened so that it cuts no link in two."""
        if not self.links:
            return start, end
        cut = [link for link in self.links if link.start < end and start < link.end]
        return min([start, *(link.start for link in cut)]), max([end, *(link.end for link in cut)])

    def links_in(self, start: int, end: int) -> tuple[Link, ...]:
        """The links that stand within a stretch of the raw text."""
        return tuple(link for link in self.links if start <= link.start and link.end <= end)

    def paragraph_at(self, offset: int) -> Paragraph | None:
        """The paragraph that holds the character at this place of the raw text, or None where it is markup."""
        index = bisect_left(self.paragraphs, offset, key=lambda paragraph: paragraph.offsets[-1])
        holds = (p for p in self.paragraphs[index : index + 1] if p.offsets[0] <= offset)
        return next(holds, None)
