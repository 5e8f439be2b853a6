"""What is made and what is published, against the version that the project says, and against the last release."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lt_by_claims.build import Made
from lt_by_claims.check.published import AGAIN
from lt_by_claims.dataset import release
from lt_by_claims.errors import NotBuiltError
from lt_by_claims.problem import Problem
from lt_by_claims.project import PROCESSED
from lt_by_claims.update import refused


def of_release(folder: Path, made: Made) -> Iterator[Problem]:
    """Claims that are silently gone, a version that has not risen enough, and tables of another version."""
    yield from refused(made.difference, made.settings)
    try:
        version = release(folder / PROCESSED).get("version", "none")
    except NotBuiltError:  # that is told where the tables are looked at
        return
    if version != made.settings.written:
        what = f"is of version {version}, but the project says {made.settings.written}"
        yield Problem(path=f"{PROCESSED.as_posix()}/claims.parquet", check="release", what=what, to_do=AGAIN)
