"""What a project says of itself, in the table `[tool.lt_by_claims]` of its pyproject.toml."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lt_by_claims.errors import UsageError
from lt_by_claims.version import Version

FILE = Path("pyproject.toml")
TABLE = "tool.lt_by_claims"


@dataclass(frozen=True, slots=True)
class Settings:
    """The version that the dataset says it is of, and the line where it says so; a project may say none."""

    version: Version | None = None
    line: int = 0

    @property
    def written(self) -> str:
        """The version for the tables; 0.0.0 where the project says none, and promises nothing."""
        return str(self.version or Version(0, 0, 0))


def settings(project: Path) -> Settings:
    """The settings of a project; UsageError where they are not as they must be."""
    path = project / FILE
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    said = table(path, text).get("dataset")
    if said is None:
        return Settings()
    line = line_of(text, "dataset")
    try:
        return Settings(Version.of(str(said)), line)
    except ValueError as error:
        raise UsageError(f"{FILE}:{line}: dataset of [{TABLE}] {error}") from error


def table(path: Path, text: str) -> dict[str, Any]:
    """The table of the file, empty where there is none."""
    try:
        found = tomllib.loads(text).get("tool", {}).get("lt_by_claims", {})
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{path}: is not TOML: {error}") from error
    return found if isinstance(found, dict) else {}


def line_of(text: str, key: str) -> int:
    """The line of a key of the table."""
    lines = text.splitlines()
    begin = next((number for number, line in enumerate(lines) if line.strip().startswith(f"[{TABLE}")), 0)
    of_key = re.compile(rf"\s*{key}\s*=")
    return next((n for n, line in enumerate(lines[begin:], begin + 1) if of_key.match(line)), begin + 1)
