"""The states of the dataset that git remembers."""

from __future__ import annotations

import re
import subprocess
from io import BytesIO
from pathlib import Path

import pyarrow
from pyarrow.parquet import ParquetFile

from lt_by_claims.diff.side import Side, side_of_tables
from lt_by_claims.errors import UsageError
from lt_by_claims.project import PROCESSED

RELEASES = "v[0-9]*"
"""The tags that name releases: v1.2.0."""


def last_release(project: Path) -> Side | None:
    """The tables of the newest release that the project's history holds: a tag v1.2.0; None where there is none."""
    if not any((folder / ".git").exists() for folder in (project.absolute(), *project.absolute().parents)):
        return None
    tag = git(project, "describe", "--tags", "--abbrev=0", f"--match={RELEASES}")
    if not tag:
        return None
    name = tag.decode().strip()
    tables = tables_at(project, name, PROCESSED)
    return side_of_tables(f"the release {name}", tables) if tables else None


def revision(project: Path, asked: str) -> Side:
    """The tables at a git revision, as v0.1.0 or HEAD~1; REVISION:FOLDER where they are not in data/processed."""
    name, _, folder = asked.partition(":")
    if git(project, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}") is None:
        there = "no folder, no file and no git revision"
        raise UsageError(f"{asked}: {there} of {project}: name a folder with tables, or a revision such as HEAD~1")
    tables = tables_at(project, name, Path(folder) if folder else PROCESSED)
    if "claims" not in tables:
        raise UsageError(f"{asked}: has no tables in {folder or PROCESSED}: name another revision, or REVISION:FOLDER")
    return side_of_tables(asked, tables)


def tables_at(project: Path, name: str, folder: Path) -> dict[str, pyarrow.Table]:
    """The tables of a folder of the project at a revision, by name; none where the folder was not there."""
    if re.match("-", name):
        return {}
    archive = git(project, "archive", "--format=tar", name, "--", folder.as_posix())
    found: dict[str, pyarrow.Table] = {}
    if not archive:
        return found
    import tarfile  # only who has releases needs it

    with tarfile.open(fileobj=BytesIO(archive)) as tar:
        for member in tar:
            path, file = Path(member.name), tar.extractfile(member)
            if path.suffix == ".parquet" and path.parent == folder and file:
                found[path.stem] = read(f"{name}:{path.as_posix()}", file.read())
    return found


def read(name: str, content: bytes) -> pyarrow.Table:
    """A table out of the bytes of its file."""
    try:
        return ParquetFile(pyarrow.BufferReader(content)).read()
    except pyarrow.ArrowInvalid as error:
        raise UsageError(f"{name}: is no Parquet file: {error}") from error


def git(project: Path, *words: str) -> bytes | None:
    """What git says in the project's folder; None where it has nothing to say, or there is no git."""
    try:
        done = subprocess.run(["git", "-C", str(project), *words], capture_output=True, check=False)
    except FileNotFoundError:
        return None
    return done.stdout if done.returncode == 0 else None
