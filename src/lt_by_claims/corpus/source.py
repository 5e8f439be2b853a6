"""A text of a corpus before it is read, and what is known of it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from lt_by_claims.document import Document
from lt_by_claims.errors import DocumentError
from lt_by_claims.read import read_text, slug
from lt_by_claims.read.decode import text_of
from lt_by_claims.read.sidecar import FIELDS, problem_of

KNOWN = (*FIELDS, "raw_path")
"""What a record may tell of its text, besides its name and the text; all else in it is passed over."""

DAY_AND_HOUR = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})[T ][0-9]{2}:[0-9]{2}[0-9:.,]*(?:Z|[+-][0-9]{2}:?[0-9]{2})?")


@dataclass(frozen=True, slots=True)
class Source:
    """A text as it was found: its name, the place for messages, words or bytes, and what is known of it.

    `problem` says why there is nothing to draft; `sort` is a code of `errors.SORTS`.
    """

    name: str
    place: str
    text: str | bytes = field(default="", repr=False)
    known: Mapping[str, Any] = field(default_factory=dict)
    problem: str | None = None
    sort: str | None = None

    @classmethod
    def of_record(cls, record: Mapping[str, Any], place: str) -> Source:
        """The text of a record of JSON Lines or Parquet; one without a name is named for its content."""
        text = record.get("text")
        if not isinstance(text, str):
            return cls("", place, problem=f"{place}: has no text: give it in the field text", sort="unreadable")
        given = record.get("document_id")
        name = slug(str(given)) if given not in (None, "") else f"text-{digest(text)[:16]}"
        return cls(name, place, text, dict(known_of(record)))

    def failed(self, sort: str, problem: str) -> Source:
        """The text set aside, for a reason."""
        return replace(self, text="", problem=problem, sort=sort)

    @property
    def size(self) -> int:
        """How long the text is: characters, or bytes where it is not decoded yet."""
        return len(self.text)

    @property
    def print(self) -> str:
        """A hash of all that the rows of the text depend on."""
        return digest(repr((self.name, self.text, sorted(self.known.items()), self.problem)))


def digest(text: str) -> str:
    """The SHA-256 of a text; half a surrogate pair, which JSON can hold, counts as it is."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def known_of(record: Mapping[str, Any]) -> Iterable[tuple[str, Any]]:
    """What a record tells of its text, as the documents table has it; what is missing stays empty."""
    for key in KNOWN:
        value = record.get(key)
        if value is not None and value != "" and value != []:
            yield key, plain(key, value)
    if record.get("url") and not record.get("url_status"):
        yield "url_status", "inferred"  # an address that nobody vouches for


def plain(key: str, value: Any) -> Any:
    """A value as a text or a list of texts: a day as EDTF, one author as a list of one."""
    if isinstance(value, date | datetime):
        return value.isoformat()[:10]
    if key == "authors":
        return [value] if isinstance(value, str) else list(value) if isinstance(value, Iterable) else value
    if key == "published" and isinstance(value, int):
        return str(value)
    if key == "published" and isinstance(value, str) and (found := DAY_AND_HOUR.fullmatch(value)):
        return found[1]
    return value


def document_of(source: Source) -> Document:
    """The text as a document; DocumentError with all that is wrong with it or with what is known of it."""
    problems = list(problems_of(source))
    if problems:
        raise DocumentError(problems)
    text = source.text if isinstance(source.text, str) else text_of(source.text, source.place)
    known: dict[str, Any] = {key: tuple(v) if isinstance(v, list) else v for key, v in source.known.items()}
    document = read_text(text, document_id=source.name, published=known.get("published"), shown=source.place)
    return replace(document, **known)


def problems_of(source: Source) -> Iterator[str]:
    """What is wrong with what is known of a text."""
    for key, value in source.known.items():
        if key in FIELDS and (problem := problem_of(key, value)):
            yield f"{source.place}: {key}: {problem}"
    if (source.known.get("url") is None) != (source.known.get("url_status", "missing") == "missing"):
        yield f"{source.place}: url_status: it is missing just where there is no url"
