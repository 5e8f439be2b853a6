"""The readings of a project's texts, compared: drafts with reviews, or two reviewed files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from lt_by_claims import project
from lt_by_claims.errors import ReviewError, UsageError
from lt_by_claims.evaluate import Evaluation, evaluate
from lt_by_claims.read import read
from lt_by_claims.review import document_of, review

Watch = Callable[[Sequence[Path]], Iterable[Path]]


def evaluated(folder: Path, names: Sequence[str], watch: Watch = iter) -> Evaluation:
    """Two reviewed files compared, or the drafts of these documents (by default all reviewed) with their reviews."""
    if any(name.endswith(".yaml") for name in names):
        return two_reviews(folder, *pair_of_files(names))
    texts = [project.text(folder, name) for name in names] or project.texts(folder)
    reviewed = [path for path in texts if names or project.review_file(folder, path.stem).is_file()]
    if not reviewed:
        raise UsageError(f"{folder / project.REVIEWED}: nothing is reviewed yet, so there is nothing to compare with")
    return Evaluation.together(draft_and_review(folder, path) for path in watch(reviewed))


def draft_and_review(folder: Path, text: Path) -> Evaluation:
    """The draft of a text against its review."""
    file = project.review_file(folder, text.stem)
    if not file.is_file():
        raise UsageError(f"{file}: {text.stem} has no review to compare its draft with")
    document = read(text, folder)
    reviews = review(file, document)
    return evaluate(project.drafted(document), reviews)


def two_reviews(folder: Path, one: Path, other: Path) -> Evaluation:
    """One annotator against another, who is taken as the truth."""
    names = {file: document_of(file) for file in (one, other)}
    if names[one] != names[other]:
        raise ReviewError(f"{one}: is of {names[one]}, but {other} of {names[other]}: compare two of one document")
    document = read(project.text(folder, names[one]), folder)
    return replace(evaluate(review(one, document), review(other, document)), names=(one.stem, other.stem))


def pair_of_files(names: Sequence[str]) -> tuple[Path, Path]:
    """Two files that are there."""
    if len(names) != 2:
        raise UsageError("two reviewed files are compared: name A.yaml and B.yaml")
    for name in names:
        if not Path(name).is_file():
            raise UsageError(f"{name}: no such file")
    return Path(names[0]), Path(names[1])
