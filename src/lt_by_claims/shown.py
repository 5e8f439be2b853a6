"""A claim marked in its source, between its neighbours, for a terminal and for a notebook."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from html import escape
from itertools import pairwise
from pathlib import Path

from lt_by_claims.claim import Row
from lt_by_claims.columns import columns, html, html_columns
from lt_by_claims.dataset import load
from lt_by_claims.errors import UsageError

WIDTH = 100
AROUND = 700
"""So many characters of a long paragraph are shown before the quote, and after it."""

QUOTE, NUMBER = "~", "="
"""What stands below the characters of the quote, and of the numbers in it."""

UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]")
"""What would steer a terminal, or turn the text around, and is no part of what it says."""

Marks = Sequence[tuple[int, int, str]]


@dataclass(frozen=True, slots=True, repr=False)
class Shown:
    """A claim with its document and its numbers; text in a terminal, marked text in a notebook."""

    claim: Row
    document: Row
    numbers: tuple[Row, ...]
    neighbours: tuple[Row, ...] = ()
    """The claims right before and after it in the text."""

    @property
    def passage(self) -> tuple[int, int]:
        """The paragraph around the quote, as (start, end) in the raw text."""
        text, start, end = self.document["text"], self.claim["quote_start"], self.claim["quote_end"]
        first, last = max(start - AROUND, 0), end + AROUND
        breaks = [match.end() for match in re.finditer(r"\n[ \t\r]*\n\s*", text[first:start])]
        after = re.search(r"(?<!\s)\s*\n[ \t\r]*\n", text[end:last])
        return first + (breaks[-1] if breaks else 0), end + after.start() if after else min(last, len(text))

    @property
    def marks(self) -> Marks:
        """The quote and its numbers, as (start, end, mark) in the raw text."""
        quote = (self.claim["quote_start"], self.claim["quote_end"], QUOTE)
        return (quote, *((number["start"], number["end"], NUMBER) for number in self.numbers))

    @property
    def fields(self) -> list[tuple[str, str]]:
        """What the tables say of the claim, where they say something."""
        claim, document = self.claim, self.document
        links = zip(claim["link_texts"], claim["link_urls"], strict=True)
        said = [
            ("source", ", ".join(filter(None, (document["title"], *document["authors"], document["published"])))),
            ("section", claim["section"]),
            ("link", claim["source_link"]),
            ("type", claim["claim_type"]),
            ("topics", ", ".join(claim["topics"])),
            ("says", claim["attribution"]),
            ("negated", "yes" if claim["negated"] else ""),
            ("modality", claim["modality"]),
            ("actors", ", ".join(claim["actors"])),
            ("time", claim["time"]),
            *(("number", value) for value in map(number_in_words, self.numbers)),
            *(("links to", f"{text} ({url or 'target lost'})") for text, url in links),
            (
                "settled by",
                "a reviewer" if claim["reviewed"] else f"nobody yet: {', '.join(claim['made_by']) or 'a draft'}",
            ),
            *(("doubt", doubt) for doubt in claim["doubts"]),
            *((self.side(other), f"{other['claim']} ({other['claim_id']})") for other in self.neighbours),
        ]
        return [(name, str(value)) for name, value in said if value]

    def side(self, other: Row) -> str:
        """On which side of the claim a neighbour stands."""
        return "before it" if other["position"] < self.claim["position"] else "after it"

    def __str__(self) -> str:
        start, end = self.passage
        text = list(marked_lines(self.document["text"], start, end, self.marks))
        head = [self.claim["claim_id"], self.claim["claim"], ""]
        return plain("\n".join([*head, *text, "", columns(self.fields)]))

    def __repr__(self) -> str:
        return str(self)

    def _repr_html_(self) -> str:
        start, end = self.passage
        text = "".join(marked_html(self.document["text"], start, end, self.marks))
        fields = html_columns((escape(name), linked(value)) for name, value in self.fields)
        claim, name = escape(self.claim["claim"]), escape(self.claim["claim_id"])
        return html(f"<p><strong>{claim}</strong></p><p><code>{name}</code></p><blockquote>{text}</blockquote>{fields}")


def show(claim_id: str, folder: Path | None = None) -> Shown:
    """A claim in its source; its id, the 8 digits of it, or the beginning of either that no other claim has."""
    name = found(claim_id, load("claims", engine="arrow", folder=folder, columns=["claim_id"])["claim_id"].to_pylist())
    claim = rows("claims", folder, ("claim_id", "==", name))[0]
    document = rows("documents", folder, ("document_id", "==", claim["document_id"]))[0]
    return Shown(
        claim, document, tuple(rows("quantities", folder, ("claim_id", "==", name))), neighbours(claim, folder)
    )


def neighbours(claim: Row, folder: Path | None) -> tuple[Row, ...]:
    """The claims right before and after one in its document."""
    beside = [claim["position"] - 1, claim["position"] + 1]
    found = rows("claims", folder, ("document_id", "==", claim["document_id"]), ("position", "in", beside))
    return tuple(sorted(found, key=lambda row: row["position"]))


def rows(table: str, folder: Path | None, *conditions: tuple[str, str, object]) -> list[Row]:
    """The rows of a table that meet all conditions."""
    found: list[Row] = load(table, engine="arrow", folder=folder, filters=conditions).to_pylist()
    return found


def found(asked: str, ids: Sequence[str]) -> str:
    """The one id that is meant."""
    digits = {one: one.rpartition("/")[2] for one in ids}
    exact = [one for one in ids if asked in (one, digits[one])]
    begun = exact or [one for one in ids if asked and (one.startswith(asked) or digits[one].startswith(asked))]
    if len(begun) == 1:
        return begun[0]
    if begun:
        some = ", ".join(begun[:5]) + (", …" if len(begun) > 5 else "")
        raise UsageError(f"{asked}: {len(begun)} claims begin so: {some}")
    near = get_close_matches(asked, [*ids, *digits.values()], n=3, cutoff=0.5)
    raise UsageError(f"{asked}: no claim has this id" + (f"; did you mean {' or '.join(near)}?" if near else ""))


def marked_lines(text: str, start: int, end: int, marks: Marks) -> Iterator[str]:
    """The passage in lines, with marks below the characters that they are of."""
    for first, last in wrapped(text, start, end):
        yield "  " + re.sub(r"\s", " ", text[first:last])
        below = "".join(mark_at(place, marks) for place in range(first, last)).rstrip()
        if below:
            yield "  " + below


def wrapped(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Lines of whole words no longer than `WIDTH`, as (start, end); a longer word is cut."""
    first = last = start
    for word in re.compile(rf"\S{{1,{WIDTH}}}").finditer(text, start, end):
        if word.end() - first > WIDTH and last > first:
            yield first, last
            first = word.start()
        last = word.end()
    if last > first:
        yield first, last


def mark_at(place: int, marks: Marks) -> str:
    """The mark of a character: that of a number before that of the quote."""
    return max((mark for start, end, mark in marks if start <= place < end), key="~=".index, default=" ")


def marked_html(text: str, start: int, end: int, marks: Marks) -> Iterator[str]:
    """The passage, cut where a mark begins or ends, each piece in its mark."""
    cuts = sorted({start, end, *(place for a, b, _ in marks for place in (a, b) if start < place < end)})
    wraps = {QUOTE: "<mark>{}</mark>", NUMBER: "<mark><b>{}</b></mark>", " ": "{}"}
    for first, last in pairwise(cuts):
        yield wraps[mark_at(first, marks)].format(escape(plain(text[first:last])))


def number_in_words(number: Row) -> str:
    """A numeric value with what is known of it."""
    low, high = (None if number[end] is None else f"{number[end]:,.10g}" for end in ("low", "high"))
    amount = low if low == high else "–".join(filter(None, (low, high)))
    comparator = "" if number["comparator"] == "=" else number["comparator"]
    value = " ".join(filter(None, (comparator, amount, number["unit"])))
    told = ", ".join(filter(None, (number["measure"], number["period"])))
    return f"{number['text']}: {number['kind']} {value}{f' ({told})' if told else ''}"


def linked(value: str) -> str:
    """A field as HTML: a web address as a link, all else as text."""
    if not re.match(r"https?://\S+\Z", value):
        return escape(value)
    page, fragment, _ = value.partition("#:~:text=")
    return f'<a href="{escape(value)}">{escape(page)}{" (the quote on it)" if fragment else ""}</a>'


def plain(text: str) -> str:
    """The text without what would steer a terminal."""
    return UNSEEN.sub("�", text)
