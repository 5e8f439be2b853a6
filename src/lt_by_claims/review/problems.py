"""What is wrong with a reviewed file, collected until all of it can be said at once."""

from __future__ import annotations

from pathlib import Path
from typing import NoReturn

from lt_by_claims.errors import ReviewError


class Problems:
    """The problems of one file, each with its line; the only value here that grows.

    A file of a project is named from the project's root.
    """

    def __init__(self, path: Path) -> None:
        self.shown = Path(*path.parts[-3:]) if path.parts[-3:-1] == ("data", "reviewed") else path
        self.found: set[tuple[int, str]] = set()

    def add(self, line: int, what: str) -> None:
        """Note a problem and go on."""
        self.found.add((line, what))

    def stop(self, line: int, what: str) -> NoReturn:
        """Note a problem after which nothing more can be read."""
        self.add(line, what)
        raise self.error()

    def error(self) -> ReviewError:
        """All problems as one error, in the order of the file's lines."""
        return ReviewError([f"{self.shown}:{line}: {what}" for line, what in sorted(self.found)])
