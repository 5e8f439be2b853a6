"""What the rows of a corpus depend on besides its texts, and the bounds that keep a text from holding a worker."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

PACKAGE = Path(__file__).parents[1]

BESIDES = frozenset(
    {
        *("corpus", "check", "dataset", "diff", "explore", "metadata", "publish", "report", "review", "validate"),
        *("__init__.py", "__main__.py", "about.py", "agreement.py", "build.py", "citation.py", "cli.py", "columns.py"),
        *("comparing.py", "completion.py", "coverage.py", "drafting.py", "evaluate.py", "explain.py", "matching.py"),
        *("plot.py", "project.py", "quantify.py", "readings.py", "settings.py", "shown.py", "update.py", "version.py"),
    }
)
"""The folders and modules of the package that no row of a draft comes from; what is not named here counts as a rule."""

LARGEST = 1_000_000
"""Characters of the largest text that is drafted."""

SECONDS = 120.0
"""Seconds that a text may take."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The model by its package, its version, the rules, the largest text in characters, and seconds for a text."""

    model: str | None = None
    model_version: str = ""
    rules: str = ""
    largest: int = LARGEST
    seconds: float = SECONDS

    @classmethod
    def of(cls, model: str | None, largest: int = LARGEST, seconds: float = SECONDS) -> Settings:
        """The settings with what is installed here; ModelError where the model is not."""
        from lt_by_claims.split.parser import installed

        package = installed(model)
        return cls(package, version_of(package), rules(), largest, seconds)

    @property
    def print(self) -> str:
        """A hash of all in them that rows depend on; the seconds are no part, as they should never decide."""
        said = repr((self.model, self.model_version, self.rules, self.largest))
        return hashlib.sha256(said.encode()).hexdigest()


def version_of(package: str) -> str:
    """The version of an installed package, empty where it has none."""
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


@cache
def rules() -> str:
    """A hash of the code and the word lists that rows come from."""
    hashed = hashlib.sha256()
    for path in sorted(path for path in PACKAGE.rglob("*") if is_rule(path.relative_to(PACKAGE))):
        hashed.update(f"{path.relative_to(PACKAGE).as_posix()}\n".encode())
        hashed.update((PACKAGE / path).read_bytes())
    return hashed.hexdigest()


def is_rule(path: Path) -> bool:
    """Is it a file of the package that rows come from?"""
    return path.suffix in {".py", ".toml", ".csv", ".txt"} and path.parts[0] not in BESIDES | {"data"}
