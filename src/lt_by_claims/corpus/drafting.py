"""A partition → the rows of its texts, and the texts that gave none with the reason."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from lt_by_claims.claim import Rows, joined, rows
from lt_by_claims.corpus.limit import TooSlowError, within
from lt_by_claims.corpus.settings import Settings
from lt_by_claims.corpus.source import Source, document_of
from lt_by_claims.document import Document
from lt_by_claims.errors import DocumentError, ModelError

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

DRAFTED = ("documents", "claims", "quantities")
"""The tables that a draft fills; only reviews retire claims."""

BATCH = 20_000
"""Characters of the texts that are parsed together; more of them are not parsed faster."""

Beat = Callable[[], None]
"""What is called as the work goes on, so that others see that it does."""


@dataclass(slots=True)
class Drafted:
    """The rows of some texts, and the texts that were set aside."""

    rows: Rows = field(default_factory=lambda: {name: [] for name in DRAFTED})
    failures: list[Source] = field(default_factory=list)


def draft_all(sources: Sequence[Source], settings: Settings, beat: Beat = lambda: None) -> Drafted:
    """The rows of texts, in their order; each text gives its rows or stands among the failures."""
    made = Drafted()
    for batch in batches(sources):
        beat()
        drafted = attempted(batch, settings) if len(batch) > 1 else None
        for part in [drafted] if drafted else (alone(source, settings, beat) for source in batch):
            made.failures += part.failures
            for name, some in made.rows.items():
                some += part.rows[name]
    return made


def batches(sources: Sequence[Source]) -> Iterator[list[Source]]:
    """The texts in runs that are parsed together."""
    read, places = 0, []
    for source in sources:
        places.append(read // BATCH)
        read += source.size
    for _, run in groupby(zip(places, sources, strict=True), key=lambda pair: pair[0]):
        yield [source for _, source in run]


def attempted(batch: Sequence[Source], settings: Settings) -> Drafted | None:
    """The texts drafted together; None where one of them fails or is slow, and no one knows which."""
    try:
        return together(batch, settings)
    except ModelError:
        raise
    except Exception:
        return None


def together(batch: Sequence[Source], settings: Settings) -> Drafted:
    """The texts drafted with common parses, all within the time of one."""
    from lt_by_claims.draft import collector_at_rest, drafts

    documents, failures = read_all(batch, settings)
    with within(settings.seconds), memory(), collector_at_rest():
        parts = [rows(d, claims, reviewed=False) for d, claims in zip(documents, drafts(documents), strict=True)]
    return Drafted(joined(parts), failures)


def alone(source: Source, settings: Settings, beat: Beat) -> Drafted:
    """One text drafted by itself; whatever goes wrong is its reason."""
    beat()
    try:
        return together([source], settings)
    except ModelError:
        raise
    except TooSlowError as error:
        sort, problem = "too slow", f"{source.place}: {error}"
    except Exception as error:  # a text of a crawl may hold anything, and the others must go on
        sort, problem = "failed", f"{source.place}: {said(error)}"
    return Drafted(failures=[source.failed(sort, problem)])


def read_all(batch: Sequence[Source], settings: Settings) -> tuple[list[Document], list[Source]]:
    """The texts as documents, and those that are none."""
    documents: list[Document] = []
    failures: list[Source] = []
    for source in batch:
        document = read_or_failure(source, settings.largest)
        (documents if isinstance(document, Document) else failures).append(document)  # type: ignore[arg-type]
    return documents, failures


def read_or_failure(source: Source, largest: int) -> Document | Source:
    """A text as a document, or set aside where it is too large or none."""
    if source.problem is not None:
        return source
    if source.size > largest:
        size = f"{source.size:,} {'characters' if isinstance(source.text, str) else 'bytes'}"
        return source.failed("too large", f"{source.place}: {size} are too many ({largest:,} at most)")
    try:
        return document_of(source)
    except DocumentError as error:
        return source.failed("unreadable", "; ".join(map(str, error.problems)))


def memory() -> AbstractContextManager[object]:
    """A stretch of work after which the parser forgets the words it met, so that a worker never grows."""
    from lt_by_claims.split.parser import english

    zone = getattr(english(), "memory_zone", None)
    return zone() if zone else nullcontext()


def said(error: Exception) -> str:
    """A program error in a line, with the place in the code."""
    last = traceback.extract_tb(error.__traceback__)[-1:]
    where = "".join(f" ({Path(frame.filename).name}:{frame.lineno}, {frame.name})" for frame in last)
    return f"{type(error).__name__}: {' '.join(str(error).split())[:200]}{where}"
