"""The word lists beside this module, and phrases of several words looked up among tokens."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Mapping, Sequence
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
        self, here: Place, entries: Sequence[tuple[tuple[str, ...], Meaning]], *, backward: bool
    ) -> tuple[int, Meaning] | None:
        """The first of the entries, the longest of which comes first, whose words all stand here."""
        longest = len(entries[0][0])
        near = [here[k] for k in (range(-longest, 0) if backward else range(longest))]
        spelled = tuple([token.text if self.by_case else token.lower for token in near])
        for parts, meaning in entries:
            length = len(parts)
            stands = parts == (spelled[-length:] if backward else spelled[:length])
            if stands and (length == 1 or figures_joined(here, parts, -length if backward else 0)):
                return length, meaning
        return None


def figures_joined(here: Place, parts: Sequence[str], first: int) -> bool:
    """Is each figure inside a phrase, as in m2, written right after the token before it?"""
    return all(here.joined(first + k) for k, part in enumerate(parts) if k and part.isdecimal())
