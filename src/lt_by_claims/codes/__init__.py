"""The codes of other people's standards, with the names that texts know them by: states and currencies.

`states.csv`       ISO 3166-1; several names in a cell are parted by ";". `status` is `state` (what texts speak of as an
                   actor; so Kosovo, whose code `XK` is in use), `territory` or `withdrawn`.
`currencies.csv`   ISO 4217, and the Unicode CLDR's codes of older ones; written by `scripts/currencies.py`.

Codes that were withdrawn stay, for texts speak of the litas and the Soviet Union.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class State:
    """A state or territory: its two letters, and what it, its people, its capital and its government are called."""

    code: str
    name: str
    also: tuple[str, ...]
    demonyms: tuple[str, ...]
    capitals: tuple[str, ...]
    seats: tuple[str, ...]
    status: str

    @property
    def names(self) -> tuple[str, ...]:
        """What it is called, its usual name first."""
        return (self.name, *self.also)


@dataclass(frozen=True, slots=True)
class Currency:
    """A currency: its three letters, its name for one and for many, its sign, and the last year of its use."""

    code: str
    singular: str
    plural: str
    sign: str
    until: str

    @property
    def in_use(self) -> bool:
        """Does one still pay with it?"""
        return not self.until


@cache
def states() -> Mapping[str, State]:
    """Every state and territory by its code, those of former times too."""
    return {row["code"]: state(row) for row in rows("states")}


def state(row: Mapping[str, str]) -> State:
    """The state of a row."""
    also, demonyms, capitals, seats = (each(row[key]) for key in ("also", "demonyms", "capitals", "seats"))
    return State(row["code"], row["name"], also, demonyms, capitals, seats, row["status"])


@cache
def states_of_today() -> tuple[State, ...]:
    """The states that texts speak of as actors."""
    return tuple(state for state in states().values() if state.status == "state")


@cache
def currencies() -> Mapping[str, Currency]:
    """Every currency by its code, those of former times too."""
    return {row["code"]: Currency(**row) for row in rows("currencies")}


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a table beside this module."""
    return list(csv.DictReader((files(__package__) / f"{name}.csv").read_text(encoding="utf-8").splitlines()))


def each(cell: str) -> tuple[str, ...]:
    """The names in a cell."""
    return tuple(filter(None, cell.split(";")))
