"""The word lists of reading, which are data beside this module."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def words(name: str) -> Mapping[str, frozenset[str]]:
    """The lists of `<name>.toml`, each written as an array or as words between white space."""
    lists = tomllib.loads(files(__package__).joinpath(f"{name}.toml").read_text("utf-8"))
    return {key: frozenset(value.split() if isinstance(value, str) else value) for key, value in lists.items()}
