"""What a corpus came to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lt_by_claims.corpus.folder import Manifest


@dataclass(frozen=True, slots=True)
class Summary:
    """How many texts, rows and failures there are, and how many partitions stood already."""

    url: str
    texts: int
    rows: Mapping[str, int]
    problems: Mapping[str, int]
    partitions: int
    kept: int
    seconds: float = 0.0

    @classmethod
    def of(cls, url: str, manifests: Iterable[Manifest]) -> Summary:
        """The summary of partitions, one held at a time."""
        rows: Counter[str] = Counter()
        problems: Counter[str] = Counter()
        texts = partitions = kept = 0
        for manifest in manifests:
            rows.update(manifest.rows)
            problems.update(manifest.problems)
            texts, partitions, kept = texts + manifest.texts, partitions + 1, kept + manifest.kept
        return cls(url, texts, rows, problems, partitions, kept)

    def __str__(self) -> str:
        told = f"{self.url}: {self.texts:,} texts, {self.rows['claims']:,} claims, {self.rows['quantities']:,} numbers"
        stood = f" ({self.kept:,} of {self.partitions:,} partitions stood already)" if self.kept else ""
        aside = ", ".join(f"{count:,} {sort}" for sort, count in sorted(self.problems.items()))
        return f"{told}{stood}" + (f"\nset aside, see errors: {aside}" if aside else "")
