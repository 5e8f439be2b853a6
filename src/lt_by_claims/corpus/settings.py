"""What the rows of a corpus depend on besides its texts, and the bounds that keep a text from holding a worker."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

PACKAGE = Path(__file__).parents[1]

STAGES = (
    *("read", "split", "standalone", "measure", "tag", "words", "codes", "tables"),
    *("claim", "clause", "document", "draft", "grammar", "inflection", "period", "rule", "source_link"),
)
"""The folders and modules that rows come from; a change in any other leaves all rows as they are."""

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
    paths = sorted(path for stage in STAGES for path in files_of(PACKAGE / stage))
    hashed = hashlib.sha256()
    for path in paths:
        hashed.update(f"{path.relative_to(PACKAGE).as_posix()}\n".encode())
        hashed.update(path.read_bytes())
    return hashed.hexdigest()


def files_of(stage: Path) -> list[Path]:
    """The files of a folder or module."""
    if not stage.is_dir():
        return [path for path in [stage.with_suffix(".py")] if path.is_file()]
    return [path for path in stage.rglob("*") if path.is_file() and path.suffix in {".py", ".toml", ".csv", ".txt"}]
