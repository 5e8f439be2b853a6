"""Two states of a project's data compared, as a person asks for it."""

from __future__ import annotations

from pathlib import Path

from lt_by_claims.diff import Difference, diff, side_of_folder
from lt_by_claims.diff.changelog import write
from lt_by_claims.diff.finding import before, found
from lt_by_claims.diff.saying import FORMATS
from lt_by_claims.errors import UsageError
from lt_by_claims.project import PROCESSED


def compared(folder: Path, old: str | None, new: str | None) -> Difference:
    """What changed from one state to another: by default from the last release to the tables of the project."""
    one = found(folder, old) if old else before(folder)
    other = found(folder, new) if new else side_of_folder(folder / PROCESSED, PROCESSED.as_posix())
    if one is None:
        raise UsageError(f"{folder}: nothing was released before: name what to compare with, as HEAD~1")
    return diff(one, other)


def told_as(form: str, told: Difference) -> str:
    """The difference in a format; UsageError where there is no such."""
    if form not in FORMATS:
        raise UsageError(f"--format {form}: there are {', '.join(FORMATS)}")
    return FORMATS[form](told)


def recorded(folder: Path, told: Difference) -> str:
    """What was written into the changelog, in a line."""
    return f"{write(folder, told)}: written under Data" if told.changes else "nothing changed, so nothing was written"
