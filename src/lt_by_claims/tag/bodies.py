"""The names of states, the EU, NATO and other known bodies, and what each stands for."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from lt_by_claims.codes import State, each, states_of_today

PIECE = re.compile(r"[^\W_](?:[\w’'.&+-]*[\w.+])?|[^\s\w]")


@dataclass(frozen=True, slots=True)
class Body:
    """Whom a name stands for: a state's code, or a name in full; `is_seat` where it is the name of a city."""

    actor: str
    is_seat: bool = False


def organisations() -> list[dict[str, str]]:
    """Other bodies that act: `name`, and what it is `also` called and its `seats`, several parted by ";"."""
    with Path(__file__).with_name("organisations.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def bodies() -> dict[tuple[str, ...], Body]:
    """What each name, cut into words, stands for; a name goes before a capital of the same name."""
    states, known = states_of_today(), organisations()
    cities = {cut(city): Body(state.code, is_seat=True) for state in states for city in state.capitals}
    names = {cut(name): Body(state.code) for state in states for name in names_of(state)}
    seats = {cut(seat): Body(body["name"], is_seat=True) for body in known for seat in each(body["seats"])}
    others = {cut(name): Body(body["name"]) for body in known for name in each(body["also"])}
    return cities | seats | names | others


@cache
def lengths() -> dict[str, list[int]]:
    """How many words the names in `bodies` have, the most first, by their first word."""
    found: dict[str, set[int]] = {}
    for name in bodies():
        found.setdefault(name[0], set()).add(len(name))
    return {first: sorted(numbers, reverse=True) for first, numbers in found.items()}


def names_of(state: State) -> list[str]:
    """What a state, its people and its government are called."""
    return [*state.demonyms, *map(plural, state.demonyms), *state.names, *state.seats]


def plural(demonym: str) -> str:
    """More than one of a people."""
    return demonym if demonym.endswith(("s", "sh", "ch", "ese", "men", "z")) else f"{demonym}s"


@lru_cache(maxsize=1024)
def cut(name: str) -> tuple[str, ...]:
    """The words of a name."""
    return (name,) if name.isalpha() else tuple(PIECE.findall(name))
