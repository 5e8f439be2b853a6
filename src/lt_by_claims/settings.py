"""What a project says of itself, in the table `[tool.lt_by_claims]` of its pyproject.toml."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lt_by_claims.errors import UsageError
from lt_by_claims.version import Version

FILE = Path("pyproject.toml")
TABLE = "tool.lt_by_claims"


@dataclass(frozen=True, slots=True)
class Settings:
    """The version that the dataset says it is of, and the line where it says so; a project may say none.

    `coverage` is what it says of how much of each text must belong to a claim, as it stands there.
    """

    version: Version | None = None
    line: int = 0
    coverage: Mapping[str, Any] = field(default_factory=dict)

    @property
    def written(self) -> str:
        """The version for the tables; 0.0.0 where the project says none, and promises nothing."""
        return str(self.version or Version(0, 0, 0))


def settings(project: Path) -> Settings:
    """The settings of a project; UsageError where they are not as they must be."""
    text = text_of(project / FILE)
    said = table(text)
    coverage = said.get("coverage", {})
    coverage = coverage if isinstance(coverage, dict) else {"coverage": coverage}
    if "dataset" not in said:
        return Settings(coverage=coverage)
    line = line_of(text, "dataset")
    try:
        return Settings(Version.of(str(said["dataset"])), line, coverage)
    except ValueError as error:
        raise UsageError(f"{FILE}:{line}: dataset of [{TABLE}] {error}") from error


def text_of(path: Path) -> str:
    """The text of the file, empty where there is none."""
    try:
        return path.read_text(encoding="utf-8") if path.exists() else ""
    except UnicodeDecodeError as error:
        raise UsageError(f"{FILE}: is not UTF-8 (byte 0x{error.object[error.start]:02x}): save it as UTF-8") from error
    except OSError as error:
        raise UsageError(f"{FILE}: cannot be read: {error.strerror or error}: make it a file that is yours") from error


def table(text: str) -> dict[str, Any]:
    """The table of the file, empty where there is none."""
    try:
        found: Any = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"at line (\d+)", str(error))
        raise UsageError(f"{FILE}{f':{line[1]}' if line else ''}: is not TOML: {error}") from error
    for name in TABLE.split("."):
        found = found.get(name, {}) if isinstance(found, dict) else {}
    return found if isinstance(found, dict) else {}


def line_of(text: str, key: str) -> int:
    """The line of a key of the table."""
    lines = text.splitlines()
    begin = next((number for number, line in enumerate(lines) if line.strip().startswith(f"[{TABLE}")), 0)
    of_key = re.compile(rf"\s*{key}\s*=")
    return next((n for n, line in enumerate(lines[begin:], begin + 1) if of_key.match(line)), begin + 1)
