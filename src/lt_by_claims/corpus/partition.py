"""A run of texts that is drafted, written and kept as one."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from lt_by_claims.corpus.settings import Settings
from lt_by_claims.corpus.source import Source

TEXTS = 100
"""Texts of a partition, on average."""

MOST = 2_000_000
"""Characters from which a partition is full, however few its texts are."""


@dataclass(frozen=True, slots=True)
class Partition:
    """Some texts, and the name of their files: a hash of all that the rows depend on."""

    name: str
    sources: tuple[Source, ...]

    @classmethod
    def of(cls, sources: Sequence[Source], settings: Settings) -> Partition:
        """The texts under the name that they and the settings give."""
        prints = hashlib.sha256("\n".join([settings.print, *(source.print for source in sources)]).encode())
        return cls(f"part-{prints.hexdigest()[:20]}", tuple(sources))

    def without(self, failed: Sequence[Source]) -> Partition:
        """The same partition with some of its texts set aside."""
        by_place = {(source.place, source.name): source for source in failed}
        return replace(self, sources=tuple(by_place.get((s.place, s.name), s) for s in self.sources))


def partitions(sources: Iterable[Source], settings: Settings, texts: int = TEXTS) -> Iterator[Partition]:
    """The texts cut into partitions of about so many, in order, one held at a time.

    A cut falls after a text whose name says so. So a text that comes or goes moves no cut but its own, and only the
    partition that it is in gets another name.
    """
    held: list[Source] = []
    for source in sources:
        held.append(source)
        if is_full(held, texts):
            yield Partition.of(held, settings)
            held = []
    if held:
        yield Partition.of(held, settings)


def is_full(held: Sequence[Source], texts: int) -> bool:
    """Is the partition to be cut after its last text?"""
    least = (texts + 1) // 2
    if len(held) >= 2 * texts or sum(source.size for source in held) >= MOST:
        return True
    return len(held) >= least and chance(held[-1].name) % least == 0


def chance(name: str) -> int:
    """A number that only the name decides."""
    return int.from_bytes(hashlib.blake2b(name.encode("utf-8", "surrogatepass"), digest_size=8).digest())


def named_once(sources: Iterable[Source]) -> Iterator[Source]:
    """The texts; a second one of a name is set aside."""
    seen: set[int] = set()
    for source in sources:
        key = chance(source.name)
        if source.problem is None and key in seen:
            what = f"{source.place}: another text is named {source.name} too, and came first: rename one"
            yield source.failed("twice", what)
            continue
        seen.add(key)
        yield source
