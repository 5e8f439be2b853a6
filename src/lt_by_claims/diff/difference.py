"""What is other in one state of the dataset than in another, and what it demands of the version."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from lt_by_claims.version import Version, largest

TABLES = ("documents", "claims", "quantities", "columns", "retired")
"""What changes are of, in the order in which they are told."""

DEMANDS = {
    "lost": "major",
    "retired": "patch",
    "split": "patch",
    "merged": "patch",
    "redrawn": "patch",
    "withdrawn": "major",
    "re-used": "major",
    "forgotten": "major",
    "retyped": "major",
    "added": "minor",
    "removed": "patch",
    "re-worded": "patch",
    "re-quoted": "patch",
    "re-tagged": "patch",
    "re-valued": "patch",
    "moved": "patch",
    "settled": "patch",
    "re-described": "patch",
    "re-read": "patch",
    "re-traced": "patch",
}
"""The sorts of change in the order in which they are told, each with the step that it demands by itself."""


@dataclass(frozen=True, slots=True)
class Change:
    """What happened to a document, a claim, a quantity or a column.

    `fields` are what it was and is, column by column; `into` what says it now; `text` how it reads, now or at last.
    """

    table: str
    sort: str
    name: str
    fields: tuple[tuple[str, Any, Any], ...] = ()
    into: tuple[str, ...] = ()
    text: str = ""

    @property
    def step(self) -> str:
        """The step of the version that it demands: who retires a claim to nothing has lost it."""
        return "major" if self.sort == "retired" and not self.into else DEMANDS[self.sort]

    @property
    def document(self) -> str:
        """The document that it is of; a column is of none."""
        return "" if self.table == "columns" else self.name.partition("/")[0]


@dataclass(frozen=True, slots=True)
class Difference:
    """All changes from an old state to a new one, by table and sort; the states by name and version."""

    old: str
    new: str
    changes: tuple[Change, ...]
    old_version: Version | None = None
    new_version: Version | None = None
    titles: tuple[tuple[str, str], ...] = ()
    """The title of each document."""

    @property
    def step(self) -> str | None:
        """The step of the version that all changes together demand; None where nothing changed."""
        return largest({change.step for change in self.changes})

    @property
    def demands(self) -> Version | None:
        """The lowest version that the new state may have, where that of the old one is known and was released."""
        before = self.old_version
        return before.after(self.step) if before and before.released else None

    def of(self, table: str, *sorts: str) -> tuple[Change, ...]:
        """The changes of a table, of these sorts or of all."""
        return tuple(one for one in self.changes if one.table == table and (not sorts or one.sort in sorts))

    def grouped(self, changes: Iterable[Change] | None = None) -> Iterator[tuple[str, str, list[Change]]]:
        """The changes, or some of them, by table and sort, in the order in which they are told."""
        some = self.changes if changes is None else tuple(changes)
        for table in TABLES:
            for sort in DEMANDS:
                if found := [one for one in some if (one.table, one.sort) == (table, sort)]:
                    yield table, sort, found
