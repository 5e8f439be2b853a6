"""The names of states, the EU, NATO and other known bodies, and what each stands for."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

PIECE = re.compile(r"[^\W_](?:[\w’'.&+-]*[\w.+])?|[^\s\w]")


@dataclass(frozen=True, slots=True)
class Body:
    """Whom a name stands for: a state's code, or a name in full; `is_seat` where it is the name of a city."""

    actor: str
    is_seat: bool = False


@cache
def states() -> tuple[dict[str, str], ...]:
    """The states of ISO 3166-1: `code`, and `names`, `demonyms`, `capital` and `seats`, several parted by ";"."""
    return table("states.csv")


def table(name: str) -> tuple[dict[str, str], ...]:
    """The rows of a table beside this module."""
    with Path(__file__).with_name(name).open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


@cache
def bodies() -> dict[tuple[str, ...], Body]:
    """What each name, cut into words, stands for; a name goes before a capital of the same name."""
    cities = {cut(city): Body(state["code"], is_seat=True) for state in states() for city in each(state["capital"])}
    names = {cut(name): Body(state["code"]) for state in states() for name in names_of(state)}
    known = table("organisations.csv")
    seats = {cut(seat): Body(body["name"], is_seat=True) for body in known for seat in each(body["seats"])}
    others = {cut(name): Body(body["name"]) for body in known for name in each(body["also"])}
    return cities | seats | names | others


def names_of(state: dict[str, str]) -> list[str]:
    """What a state, its people and its government are called."""
    people = each(state["demonyms"])
    return [*people, *map(plural, people), *each(state["names"]), *each(state["seats"])]


def each(cell: str) -> list[str]:
    """The entries of a cell."""
    return [entry for entry in cell.split(";") if entry]


def plural(demonym: str) -> str:
    """More than one of a people."""
    return demonym if demonym.endswith(("s", "sh", "ch", "ese", "men", "z")) else f"{demonym}s"


def cut(name: str) -> tuple[str, ...]:
    """The words of a name."""
    return tuple(PIECE.findall(name))
