"""The machine's claims of one text as a file that a person then edits."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from lt_by_claims import project
from lt_by_claims.errors import UsageError
from lt_by_claims.read import read
from lt_by_claims.review import write


@dataclass(frozen=True, slots=True)
class Draft:
    """A reviewed file to be, and the document that it is of."""

    document_id: str
    yaml: str


def draft(folder: Path, name: str) -> Draft:
    """Draft the claims of a text of the project, or of a file anywhere."""
    document = read(project.text(folder, name), folder)
    return Draft(document.document_id, write(document, project.drafted(document)))


def save_review(folder: Path, draft: Draft) -> Path:
    """Save a draft where its review belongs, if the project has the text and no review of it."""
    if draft.document_id not in {path.stem for path in project.texts(folder)}:
        raise UsageError(f"{draft.document_id}: no text of the project {folder}: put it into {project.RAW} first")
    return save_new(project.review_file(folder, draft.document_id), draft.yaml)


def save_new(path: Path, text: str) -> Path:
    """Write a file that is not there yet; what a person may have edited is never overwritten."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("x", encoding="utf-8", newline="") as file:
            file.write(text)
    except FileExistsError:
        raise UsageError(f"{path}: is there already, and may hold a person's work: move it away first") from None
    return path
