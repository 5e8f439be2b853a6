"""The word lists of `predicates.toml`: what a verb, an adjective or a noun says about its statement."""

from __future__ import annotations

import tomllib
from pathlib import Path

TABLE: dict[str, str] = tomllib.loads(Path(__file__).with_name("predicates.toml").read_text(encoding="utf-8"))


def words(name: str) -> frozenset[str]:
    """The words of a list."""
    return frozenset(TABLE[name].split())


def frames(name: str) -> dict[str, frozenset[str]]:
    """What must follow a word for it to count, by the word: "call=on,for"."""
    pairs = (entry.split("=") for entry in TABLE[name].split())
    return {word: frozenset(what.split(",")) for word, what in pairs}
