"""A git history of a small project: each release is built, committed and tagged as a maintainer would."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from lt_by_claims.build import build
from small_project import REVIEW, TOML, TRADE, write

PYPROJECT = """[project]
name = "claims-of-mine"

[tool.lt_by_claims]
dataset = "{version}"
"""


def git(folder: Path, *words: str) -> str:
    """What git says; it knows nothing of the user's settings."""
    told = ("-c", "user.name=A. Writer", "-c", "user.email=a.writer@example.org", "-c", "commit.gpgsign=false")
    done = subprocess.run(["git", "-C", str(folder), *told, *words], capture_output=True, text=True, check=True)
    return done.stdout


def versioned(folder: Path, version: str, review: str = REVIEW) -> None:
    """Say a version of the dataset, and a review."""
    write(folder, "pyproject.toml", PYPROJECT.format(version=version))
    write(folder, "data/reviewed/trade.yaml", review)


def release(folder: Path, version: str, review: str = REVIEW) -> None:
    """Build, commit and tag a version."""
    versioned(folder, version, review)
    build(folder)
    commit(folder, f"Version {version}")
    git(folder, "tag", f"v{version}")


def commit(folder: Path, message: str) -> None:
    """Commit all that there is."""
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", message)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with one reviewed text, under git, not yet built."""
    folder = tmp_path / "project"
    write(folder, "data/raw/trade.txt", TRADE)
    write(folder, "data/raw/trade.toml", TOML)
    versioned(folder, "0.1.0")
    git(folder, "init", "-q", "-b", "main")
    return folder


@pytest.fixture
def released(project: Path) -> Path:
    """The project with its version 0.1.0 released."""
    release(project, "0.1.0")
    return project
