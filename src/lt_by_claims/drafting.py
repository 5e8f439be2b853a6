"""The machine's claims of one text as a file that a person then edits."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from lt_by_claims import project
from lt_by_claims.errors import UsageError
from lt_by_claims.period import days
from lt_by_claims.read import read
from lt_by_claims.review import DOUBT, write


def draft(folder: Path, name: str, published: str | None = None) -> str:
    """A reviewed file to be: the machine's claims of a text of the project, or of a file anywhere.

    `published` (EDTF) says when the text came out, instead of the `.toml` beside it.
    """
    document = read(project.text(folder, name), folder)
    if published is not None:
        document = replace(document, published=date(published))
    return write(document, project.drafted(document))


def doubtful(written: str) -> str:
    """How many doubts a draft has, and how they are marked."""
    number = sum(line.startswith(DOUBT) for line in written.splitlines())
    return f"{number} doubts, each in a line “{DOUBT}…” above its claim" if number else "no doubts"


def date(published: str) -> str:
    """The date of publication, if it is one."""
    try:
        days(published)
    except ValueError as error:
        raise UsageError(f"--published: {error}") from error
    return published


def review_file(folder: Path, name: str) -> Path:
    """Where the review of a text belongs, if the project has the text and no review of it."""
    text = project.text(folder, name)
    if text.absolute() not in {path.absolute() for path in project.texts_or_none(folder)}:
        raise UsageError(f"{name}: no text of the project {folder}: put it into {project.RAW} first")
    return new(project.review_file(folder, text.stem))


def output_file(name: str) -> Path | None:
    """The file that a draft is written to; None for stdout, which is named -."""
    return None if name == "-" else new(Path(name))


def new(path: Path) -> Path:
    """A file that is not there yet; what a person may have edited is never overwritten."""
    if path.exists():
        raise is_there(path)
    return path


def save(path: Path, text: str) -> Path:
    """Write a new file, with the folders that it needs."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("x", encoding="utf-8", newline="") as file:
            file.write(text)
    except FileExistsError:
        raise is_there(path) from None
    return path


def is_there(path: Path) -> UsageError:
    """That a file is there."""
    return UsageError(f"{path}: is there already, and may hold a person's work: move it away first")
