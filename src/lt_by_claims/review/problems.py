"""What is wrong with a reviewed file, collected until all of it can be said at once."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NoReturn

from lt_by_claims.errors import ReviewError
from lt_by_claims.problem import Problem

CLAIM = re.compile("claim ([0-9a-f]{8})")


class Problems:
    """The problems of one file, each with its line; the only value here that grows.

    A file of a project is named from the project's root.
    """

    def __init__(self, path: Path) -> None:
        self.shown = Path(*path.parts[-3:]) if path.parts[-3:-1] == ("data", "reviewed") else path
        self.found: set[Problem] = set()

    def add(self, line: int, what: str, who: str = "") -> None:
        """Note a problem, of the file or of one of its claims, and go on."""
        named = CLAIM.match(who)
        claim = f"{self.shown.stem.partition('.')[0]}/{named[1]}" if named else ""
        path = self.shown.as_posix()
        self.found.add(Problem(path=path, line=line, who=who, claim=claim, check="review", what=what))

    def stop(self, line: int, what: str) -> NoReturn:
        """Note a problem after which nothing more can be read."""
        self.add(line, what)
        raise self.error()

    def error(self) -> ReviewError:
        """All problems as one error, in the order of the file's lines."""
        found = sorted(self.found, key=lambda problem: problem.order)
        return ReviewError(found)
