"""The pages of the project say what is so: what is written from code, what they show of Python, and where they lead."""

from __future__ import annotations

import ast
import json
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from doctest import ELLIPSIS, OutputChecker
from pathlib import Path

import pytest
import typer
import write_docs
import yaml

import lt_by_claims
from lt_by_claims import tables
from lt_by_claims.cli import app
from lt_by_claims.read import read
from lt_by_claims.review import review

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
GUIDELINES = (ROOT / "docs" / "guidelines.md").read_text(encoding="utf-8")
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "data" / "processed").glob("*.md")])
HOW_TO = sorted((ROOT / "docs" / "how-to").glob("*.md"))

FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"(?<!\\)\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
FIGURE = re.compile(r"\b[01]\.[0-9]{3}\b")


def name(value: object) -> str | None:
    return value.relative_to(ROOT).as_posix() if isinstance(value, Path) else None


def blocks(text: str, language: str) -> list[str]:
    """The fenced blocks of a language."""
    return [block for found, block in FENCE.findall(text) if found == language]


def dialogue(block: str) -> Iterator[tuple[str, str]]:
    """What is typed, line by line, and what is printed; an answer may have empty lines."""
    for turn in re.split(r"^(?=>>> )", block, flags=re.MULTILINE)[1:]:
        lines = turn.splitlines()
        typed = 1 + next(
            (i for i, line in enumerate(lines[1:]) if line != "..." and not line.startswith("... ")), len(lines) - 1
        )
        yield "\n".join(line[4:] for line in lines[:typed]), "\n".join(lines[typed:])


def answers(typed: list[str]) -> list[str]:
    """What a new session of Python prints on each line, less spaces at the ends of lines."""
    command = [sys.executable, Path(__file__).with_name("session.py")]
    done = subprocess.run(command, input=json.dumps(typed), capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.returncode == 0, done.stderr
    return ["\n".join(line.rstrip() for line in out.splitlines()) for out in json.loads(done.stdout)]


def without_code(text: str) -> str:
    """A page without its blocks and spans of code."""
    return re.sub(r"`[^`\n]*`", "", FENCE.sub("", text))


def anchors(page: str) -> set[str]:
    """The places of a page that a link can name, as GitHub writes them."""
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in HEADING.findall(page)}


@pytest.mark.parametrize(("path", "text"), write_docs.pages().items(), ids=name)
def test_pages_from_code_are_as_the_code_says(path: Path, text: str) -> None:
    assert path.read_text(encoding="utf-8") == text, "stale: run python scripts/write_docs.py"


def test_the_figures_of_the_readme_are_those_measured() -> None:
    (shown,) = write_docs.FIGURES.findall(README)
    figures = [[float(figure) for figure in FIGURE.findall(text)] for text in (shown, write_docs.measured())]
    assert figures[0] == pytest.approx(figures[1], abs=0.02), "stale: run python scripts/write_docs.py"


@pytest.mark.parametrize("path", [path for path in PAGES if "```pycon" in path.read_text(encoding="utf-8")], ids=name)
def test_python_prints_what_a_page_shows(path: Path) -> None:
    turns = [turn for block in blocks(path.read_text(encoding="utf-8"), "pycon") for turn in dialogue(block)]
    for (typed, shown), out in zip(turns, answers([typed for typed, _ in turns]), strict=True):
        assert OutputChecker().check_output(f"{shown}\n", f"{out}\n", ELLIPSIS), f"{typed}\n{out}"


@pytest.mark.parametrize("path", [path for path in HOW_TO if "```sh" in path.read_text(encoding="utf-8")], ids=name)
def test_what_a_page_tells_to_type_runs_in_an_empty_folder(path: Path, tmp_path: Path) -> None:
    typed = "\n".join(blocks(path.read_text(encoding="utf-8"), "sh"))
    found = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", typed],
        cwd=tmp_path,
        env={**os.environ, "PATH": found},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"


@pytest.mark.parametrize("path", PAGES, ids=name)
def test_blocks_of_python_are_python(path: Path) -> None:
    for block in blocks(path.read_text(encoding="utf-8"), "python"):
        ast.parse(block)


@pytest.mark.parametrize("path", PAGES, ids=name)
def test_links_lead_somewhere(path: Path) -> None:
    for target in LINK.findall(without_code(path.read_text(encoding="utf-8"))):
        if not re.match(r"https?:", target):
            file, _, anchor = target.partition("#")
            there = path.parent / file if file else path
            assert there.exists(), f"{target}: there is no such file"
            assert not anchor or anchor in anchors(there.read_text(encoding="utf-8")), f"{target}: no such heading"


@pytest.mark.parametrize("codes", ["URL_STATUS", "CLAIM_TYPES", "TOPICS", "MODALITIES", "KINDS", "COMPARATORS"])
def test_the_guidelines_explain_every_code(codes: str) -> None:
    assert [code for code in getattr(tables, codes) if f"\n| `{code}` | " not in GUIDELINES] == []


def test_the_guidelines_block_is_one_that_is_read(tmp_path: Path) -> None:
    (block,) = blocks(GUIDELINES, "yaml")
    document = read(ROOT / "data" / "raw" / "pism-2020-lithuania-belarus.txt", ROOT)
    (tmp_path / "x.yaml").write_text(f"document: {document.document_id}\nguidelines: 2\nclaims:\n{block}", "utf-8")
    (claim,) = review(tmp_path / "x.yaml", document)
    assert [quantity.text for quantity in claim.quantities] == ["around 60"]


def test_the_readme_names_every_command() -> None:
    told = re.findall(r"^\| `lt-by-claims (\w+)", README, re.MULTILINE)
    assert told == list(typer.main.get_command(app).commands)  # type: ignore[attr-defined]


def test_the_layers_are_those_that_are_checked() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    checked = settings["tool"]["importlinter"]["contracts"][0]["layers"][1:]
    (*_, told) = blocks((ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"), "text")
    assert [line.split("  ")[0].replace("·", "|") for line in told.splitlines()] == checked


def test_the_design_has_a_place_for_every_module() -> None:
    design = (ROOT / "docs" / "design.md").read_text(encoding="utf-8")
    parts = (path for path in (ROOT / "src" / "lt_by_claims").iterdir() if path.suffix in ("", ".py"))
    names = [path.stem for path in parts if not path.stem.startswith("_")]
    assert [name for name in names if not re.search(rf"`{name}/?`", design)] == []


def test_two_commands_set_up_and_run() -> None:
    """Those that `.ci/run` takes from the README."""
    assert [line for line in README.splitlines() if line.startswith("pip install -e ")] == [
        'pip install -e ".[draft]" && lt-by-claims build',
        'pip install -e ".[dev]" && pytest',
    ]


def test_the_citation_is_of_the_version_that_is_published() -> None:
    said = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert {"cff-version", "message", "title", "authors"} <= said.keys()
    assert said["version"] == lt_by_claims.load("documents", folder=ROOT).attrs["version"]
