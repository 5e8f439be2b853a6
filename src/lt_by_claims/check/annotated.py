"""The files of annotators, held against their text as the settled file is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lt_by_claims import project
from lt_by_claims.check.placing import on_lines_of
from lt_by_claims.claim import rows
from lt_by_claims.document import Document
from lt_by_claims.errors import DocumentError, ReviewError
from lt_by_claims.problem import Problem
from lt_by_claims.read import read
from lt_by_claims.review import reviewed
from lt_by_claims.validate import checked
from lt_by_claims.validate.duplicates import claims_are_said_once


def by_annotators(folder: Path) -> Iterator[Problem]:
    """All that is wrong with what annotators wrote, on its lines; a text that cannot be read is told already."""
    for text in project.texts(folder):
        if files := project.annotators(folder, text.stem):
            try:
                document = read(text, folder)
            except DocumentError:
                continue
            for file in files.values():
                yield from by_annotator(file, document)


def by_annotator(file: Path, document: Document) -> Iterator[Problem]:
    """What is wrong with one file."""
    path = (project.REVIEWED / file.name).as_posix()
    try:
        review = reviewed(file, document)
    except ReviewError as error:
        yield from error.found
        return
    held, wrong = checked(rows(document, review.claims, reviewed=True))
    yield from on_lines_of([*wrong, *claims_are_said_once(held)], file, path)
    if review.retired:
        what = "retires claims, which only the settled file of a document does"
        to_do = f"write it in {project.review_file(Path(), document.document_id).as_posix()}"
        yield Problem(path=path, line=retired_line(file), check="review", what=what, to_do=to_do)


def retired_line(file: Path) -> int:
    """The line where a file begins to retire claims."""
    lines = file.read_text(encoding="utf-8-sig").splitlines()
    return next((number for number, line in enumerate(lines, start=1) if line.startswith("retired")), 1)
