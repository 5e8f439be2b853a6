"""The codes of other people's standards: states (ISO 3166-1) and currencies (ISO 4217).

Codes that were withdrawn stay, for texts speak of the litas and the Soviet Union; so does `XK`, Kosovo's code in use.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def states() -> Mapping[str, str]:
    """The name of each state by its two letters."""
    return read("states.csv")


@cache
def currencies() -> Mapping[str, str]:
    """The name of each currency by its three letters."""
    return read("currencies.csv")


def read(name: str) -> Mapping[str, str]:
    """A list of codes beside this module, as name by code."""
    lines = (files(__package__) / name).read_text(encoding="utf-8").splitlines()
    return {row["code"]: row["name"] for row in csv.DictReader(lines)}
