"""Problems of rows put on the lines that a person edits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from lt_by_claims.claim import Row
from lt_by_claims.problem import Problem
from lt_by_claims.project import RAW, review_file
from lt_by_claims.read.sidecar import line_of_field
from lt_by_claims.review.lines import lines_of


def on_lines(problems: Iterable[Problem], folder: Path, rows: Mapping[str, list[Row]]) -> Iterator[Problem]:
    """Problems of rows in memory, where the reviewer wrote the claim, or in the file beside a text."""
    line_of = cache(lambda document: lines_of(review_file(folder, document)))
    raw = {row["document_id"]: row["raw_path"] for row in rows["documents"]}
    for problem in problems:
        document, _, name = (problem.claim or problem.who).partition("/")
        if not name:
            yield beside_text(problem, folder, document) if document else problem
        elif name in line_of(document):
            path = review_file(Path(), document).as_posix()
            yield replace(problem, path=path, line=line_of(document)[name], row=None, who=who(problem))
        else:
            yield replace(problem, path=raw.get(document) or problem.path, row=None)


def beside_text(problem: Problem, folder: Path, document: str) -> Problem:
    """A problem of what is known of a text, on its line in the file beside the text."""
    path = RAW / f"{document}.toml"
    return replace(problem, path=path.as_posix(), line=line_of_field(folder / path, problem.column), row=None, who="")


def on_lines_of(problems: Iterable[Problem], file: Path, path: str) -> Iterator[Problem]:
    """Problems of the claims of one reviewed file, whatever it is called; what no claim has is told elsewhere."""
    line_of = lines_of(file)
    for problem in problems:
        name = problem.claim.partition("/")[2]
        if name in line_of:
            yield replace(problem, path=path, line=line_of[name], row=None, who=who(problem))


def who(problem: Problem) -> str:
    """Whose problem it is, as messages about reviewed files say it."""
    _, _, claim = problem.claim.partition("/")
    value = problem.who.removeprefix(problem.claim).removeprefix("/q")
    return f"claim {claim}{f', quantity {value}' if value else ''}"


def beside(problems: Iterable[Problem], folder: Path) -> Iterator[Problem]:
    """Problems of published rows, each with the line of its claim in the reviewed file."""
    line_of = cache(lambda document: lines_of(review_file(folder, document)))
    for problem in problems:
        document, _, name = problem.claim.partition("/")
        if name and safe(document) and name in line_of(document):
            yield replace(problem, review=(review_file(Path(), document).as_posix(), line_of(document)[name]))
        else:
            yield problem


def safe(document: str) -> bool:
    """Can it be the name of a file of the project?"""
    return document.replace("-", "").isalnum() and document.isascii()
