"""The word lists beside this module, and phrases of several words looked up among tokens."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any, Generic, TypeVar

from lt_by_claims.measure.tokens import Place, scan

Meaning = TypeVar("Meaning")


@cache
def lexicon(name: str) -> dict[str, Any]:
    """The tables of `<name>.toml`."""
    return tomllib.loads((files(__package__) / f"{name}.toml").read_text("utf-8"))


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of `<name>.csv`."""
    return tuple(csv.DictReader((files(__package__) / f"{name}.csv").read_text("utf-8").splitlines()))


def words(name: str, table: str) -> frozenset[str]:
    """A list of single words."""
    return frozenset(lexicon(name)[table])


class Phrases(Generic[Meaning]):
    """Phrases and what they mean; the longest that stands at a place is the one that counts."""

    def __init__(self, meanings: Mapping[str, Meaning], *, by_case: bool = False) -> None:
        self.by_case = by_case
        self.forward: dict[str, list[tuple[tuple[str, ...], Meaning]]] = {}
        self.backward: dict[str, list[tuple[tuple[str, ...], Meaning]]] = {}
        for phrase, meaning in meanings.items():
            parts = tuple(token.text if by_case else token.lower for token in scan(phrase))
            self.forward.setdefault(parts[0], []).append((parts, meaning))
            self.backward.setdefault(parts[-1], []).append((parts, meaning))
        for index in (self.forward, self.backward):
            for entries in index.values():
                entries.sort(key=lambda entry: -len(entry[0]))

    def at(self, here: Place) -> tuple[int, Meaning] | None:
        """How many tokens the phrase that begins here has, and its meaning."""
        entries = self.forward.get(here[0].text if self.by_case else here[0].lower)
        return self.standing(here, entries, backward=False) if entries else None

    def before(self, here: Place) -> tuple[int, Meaning] | None:
        """How many tokens the phrase that ends right before here has, and its meaning."""
        entries = self.backward.get(here[-1].text if self.by_case else here[-1].lower)
        return self.standing(here, entries, backward=True) if entries else None

    def standing(
        self, here: Place, entries: Iterable[tuple[tuple[str, ...], Meaning]], *, backward: bool
    ) -> tuple[int, Meaning] | None:
        """The first of the entries whose words all stand here."""
        for parts, meaning in entries:
            first = -len(parts) if backward else 0
            if len(parts) == 1 or all(self.stands(here, first + k, part, k > 0) for k, part in enumerate(parts)):
                return len(parts), meaning
        return None

    def stands(self, here: Place, k: int, part: str, inside: bool) -> bool:
        """Is the part the k-th token; a figure inside a phrase, as in m2, right after the token before it?"""
        spelling = here[k].text if self.by_case else here[k].lower
        return spelling == part and not (inside and part.isdecimal() and not here.joined(k))
