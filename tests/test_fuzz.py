"""A few of the many inputs of `benchmarks/fuzz.py`; and patterns whose time grows as their text does."""

from __future__ import annotations

import importlib
import importlib.util
import pkgutil
import re
from pathlib import Path
from time import process_time

import pytest

import lt_by_claims
from conftest import ROOT

SPEC = importlib.util.spec_from_file_location("fuzz", ROOT / "benchmarks/fuzz.py")
assert SPEC is not None
assert SPEC.loader is not None
fuzz = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(fuzz)


@pytest.mark.parametrize("what", fuzz.targets(Path()))
def test_nothing_comes_of_any_input_but_words(what: str, tmp_path: Path) -> None:
    strategy, target = fuzz.targets(tmp_path)[what]

    assert fuzz.fed(strategy, target, 40)["fed"] >= 40


def patterns() -> dict[str, re.Pattern[str]]:
    """Every pattern that a module of the package has compiled."""
    found = {}
    for module in pkgutil.walk_packages(lt_by_claims.__path__, "lt_by_claims."):
        if module.name.rpartition(".")[2] == "__main__":
            continue
        try:
            names = vars(importlib.import_module(module.name))
        except ImportError:  # an extra that is not installed
            continue
        found.update({f"{module.name}.{n}": p for n, p in names.items() if isinstance(p, re.Pattern)})
    return {name: pattern for name, pattern in found.items() if isinstance(pattern.pattern, str)}


PIECES = (
    " ",
    "a",
    "A",
    "1",
    "1,",
    "-",
    "a ",
    "A. ",
    "(",
    "[",
    "“",
    "\n",
    "| ",
    "* ",
    ".",
    "a'",
    "&",
    "1 000 ",
    "/",
    "_",
)


def seconds(pattern: re.Pattern[str], text: str) -> float:
    """The time of all that the pattern finds in a text."""
    began = process_time()
    for _ in pattern.finditer(text):
        pass
    pattern.fullmatch(text)
    return process_time() - began


@pytest.mark.parametrize("name", patterns())
def test_no_pattern_takes_four_times_as_long_for_twice_the_text(name: str) -> None:
    pattern = patterns()[name]
    for piece in PIECES:
        text = piece * (8000 // len(piece)) + "\x01"
        if seconds(pattern, text) > 0.02:  # else it is quick enough whatever its law
            times = [min(seconds(pattern, part) for _ in range(3)) for part in (text, text + text)]
            assert times[1] < 3 * times[0] + 0.01, (piece, times)
