"""A few of the many inputs of `benchmarks/fuzz.py`."""

from __future__ import annotations

import importlib
import importlib.util
from pathlib import Path

import pytest

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
