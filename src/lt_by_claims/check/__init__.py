"""A project, and what it has published, held against its texts and reviews; or published tables by themselves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from lt_by_claims.build import Made, Summary, Watch, gathered
from lt_by_claims.check.against import differences
from lt_by_claims.check.annotated import by_annotators
from lt_by_claims.check.files import altered, of_one_release, unlike_described
from lt_by_claims.check.order import rows_are_in_order
from lt_by_claims.check.placing import beside, on_lines
from lt_by_claims.check.published import AGAIN, published
from lt_by_claims.check.raw import changed_since, without_text
from lt_by_claims.check.release import of_release
from lt_by_claims.check.thresholds import too_little
from lt_by_claims.errors import UsageError
from lt_by_claims.problem import Problem
from lt_by_claims.project import PROCESSED, RAW, REVIEWED
from lt_by_claims.validate import Held, checked, found_in
from lt_by_claims.validate.again import places_are_the_texts
from lt_by_claims.validate.duplicates import claims_are_said_once


@dataclass(frozen=True, slots=True)
class Checked:
    """All that is wrong, by file and line, and what there is; no summary where there are only tables."""

    problems: tuple[Problem, ...]
    summary: Summary | None = None

    def fails(self, on: str = "error") -> bool:
        """Is one of the problems bad enough?"""
        return any(on == "warning" or problem.severity == "error" for problem in self.problems)


def check(folder: Path, watch: Watch = iter) -> Checked:
    """Every problem of a project, or of a folder with nothing but published tables; nothing is written."""
    if (folder / RAW).is_dir():
        return of_project(folder, watch)
    if (folder / RAW).exists() or (folder / REVIEWED).exists():
        what, to_do = "is no folder, and the project has reviews or tables of texts", "bring it back with the texts"
        return Checked((Problem(path=RAW.as_posix(), check="raw file", what=what, to_do=to_do),))
    for home in (folder, folder / PROCESSED):
        if any(home.glob("*.parquet")):
            return Checked(in_order(of_tables(home)))
    raise UsageError(f"{folder}: neither a project, with texts in {RAW}, nor a folder with published tables")


def of_project(folder: Path, watch: Watch) -> Checked:
    """A project: its texts, its reviews, and its tables."""
    made, errors = gathered(folder, watch)
    problems = [problem for error in errors for problem in error.found]
    held, wrong = checked(made.rows)
    problems += on_lines([*wrong, *claims_are_said_once(held)], folder, made.rows)
    problems += too_little(made)
    sound = all(problem.severity != "error" for problem in problems)
    problems += by_annotators(folder)
    problems += without_text(folder)
    problems += of_release(folder, made) if sound else ()
    problems += beside(of_published(folder, made if sound else None), folder)
    return Checked(in_order(problems), Summary.of(made))


def of_published(folder: Path, made: Made | None) -> Iterator[Problem]:
    """The published tables of a project; where all that is made is sound, they are held against it."""
    home, shown = folder / PROCESSED, f"{PROCESSED.as_posix()}/"
    if not home.is_dir():
        yield Problem(path=PROCESSED.as_posix(), check="file", what="nothing is published there yet", to_do=AGAIN)
        return
    tables, problems = published(home, shown)
    yield from problems
    yield from changed_since(folder, tables["documents"])
    unlike = list(differences(tables, made.rows)) if made else []
    yield from unlike
    if unlike or problems or not made:  # else they are what is made, which was checked already
        yield from by_themselves(tables)
    yield from rows_are_in_order(tables)
    yield from of_files(home, shown, tables, sound=not problems)


def of_tables(home: Path) -> Iterator[Problem]:
    """Published tables without the texts that they were made from: the texts are in them."""
    tables, problems = published(home, "")
    yield from problems
    yield from by_themselves(tables)
    yield from claims_are_said_once(tables)
    yield from rows_are_in_order(tables)
    yield from of_files(home, "", tables, sound=not problems)


def by_themselves(tables: Mapping[str, Held]) -> Iterator[Problem]:
    """What the rows say of each other, and of the texts in them."""
    yield from found_in(tables)
    yield from places_are_the_texts(tables)


def of_files(home: Path, shown: str, tables: Mapping[str, Held], *, sound: bool) -> Iterator[Problem]:
    """What lies in the folder; tables that stand alone need no metadata beside them."""
    alone = {path.name for path in home.iterdir() if not path.name.startswith(".")} == {f"{n}.parquet" for n in tables}
    if not alone:
        yield from altered(home, shown)
    if sound:
        yield from of_one_release(home, shown, tables)
        if not alone:
            yield from unlike_described(home, shown, tables)


def in_order(problems: Iterator[Problem] | list[Problem]) -> tuple[Problem, ...]:
    """The problems by file and line, each once."""
    return tuple(sorted(dict.fromkeys(problems), key=lambda problem: problem.order))
