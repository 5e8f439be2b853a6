"""Each way in which a dataset can go wrong is found, by the check that is meant for it, and told at its place."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from conftest import ROOT
from corruptions import PROJECT, TABLES, Do
from lt_by_claims.check import check
from lt_by_claims.errors import UsageError


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of this project's data."""
    shutil.copytree(ROOT / "data", tmp_path / "data")
    return tmp_path


@pytest.fixture
def alone(tmp_path: Path) -> Path:
    """The published tables, and nothing else."""
    for path in (ROOT / "data/processed").glob("*.parquet"):
        shutil.copy(path, tmp_path)
    return tmp_path


def found(folder: Path, check_name: str, place: str) -> bool:
    """Is it found by this check, at this place?"""
    problems = check(folder).problems
    told = [problem for problem in problems if problem.check == check_name and str(problem).startswith(place)]
    assert told, [f"{problem.check}: {problem}"[:200] for problem in problems[:12]]
    assert all("\n" not in str(problem) for problem in told)
    return bool(told)


def test_there_are_enough_kinds() -> None:
    assert len({name for name, *_ in (*TABLES, *PROJECT)}) == len(TABLES) + len(PROJECT) >= 120


@pytest.mark.parametrize(("name", "do", "check_name", "place"), TABLES, ids=[name for name, *_ in TABLES])
def test_tables_by_themselves(alone: Path, name: str, do: Do, check_name: str, place: str) -> None:
    assert check(alone).problems == ()
    do(alone)
    assert found(alone, check_name, place)


@pytest.mark.parametrize(("name", "do", "check_name", "place"), PROJECT, ids=[name for name, *_ in PROJECT])
def test_a_project(project: Path, name: str, do: Do, check_name: str, place: str) -> None:
    do(project)
    assert found(project, check_name, place)


def test_a_project_whose_text_is_lost(project: Path) -> None:
    next((project / "data/raw").glob("*.txt")).unlink()
    with pytest.raises(UsageError, match="no text in it"):
        check(project)


def test_the_published_dataset_has_no_problem() -> None:
    told = check(ROOT)
    assert told.problems == ()
    assert not told.fails("warning")
