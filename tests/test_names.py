"""The names that a user asks the package for, whatever was imported before."""

from __future__ import annotations

import subprocess
import sys
from pkgutil import iter_modules

import pytest

import lt_by_claims

FUNCTIONS = ("claims", "load", "quantities", "show")

AFTER_ALL_MODULES = f"""
from importlib import import_module
from pkgutil import walk_packages
import lt_by_claims
for module in walk_packages(lt_by_claims.__path__, "lt_by_claims."):
    if not module.name.endswith("__main__"):
        import_module(module.name)
print([name for name in {FUNCTIONS} if not callable(getattr(lt_by_claims, name))])
"""


def test_no_module_has_the_name_of_a_function() -> None:
    assert {module.name for module in iter_modules(lt_by_claims.__path__)}.isdisjoint(lt_by_claims.__all__)


def test_functions_stay_functions_when_every_module_is_imported() -> None:
    told = subprocess.run([sys.executable, "-c", AFTER_ALL_MODULES], capture_output=True, text=True, check=True)
    assert told.stdout == "[]\n"


def test_the_package_alone_brings_no_other_module() -> None:
    code = "import sys; before = {*sys.modules}; import lt_by_claims; print(*sorted({*sys.modules} - before))"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert set(told.stdout.split()) <= {"__future__", "lt_by_claims"}


@pytest.mark.parametrize("name", lt_by_claims.__all__)
def test_every_name_is_there(name: str) -> None:
    value = getattr(lt_by_claims, name)
    assert callable(value) is (name != "__version__")


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'loads'"):
        lt_by_claims.loads  # noqa: B018
    assert dir(lt_by_claims) == sorted(lt_by_claims.__all__)
