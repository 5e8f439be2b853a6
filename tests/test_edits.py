"""Two hundred right edits of the published review: none of them is called wrong."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from conftest import ROOT
from lt_by_claims.build import gathered
from lt_by_claims.check.thresholds import too_little
from lt_by_claims.validate import checked
from lt_by_claims.validate.duplicates import claims_are_said_once

(FILE,) = (ROOT / "data/reviewed").glob("*.yaml")
HEAD, *BLOCKS = re.split(r"(?m)^(?=- id: )", FILE.read_text(encoding="utf-8"))
TOPICS = ("aid", "energy", "russia", "security", "trade")
TYPES = ("assessment", "event", "state", "forecast", "intention", "statistic")
PLAIN = [at for at, block in enumerate(BLOCKS) if "quantities:" not in block]


def edited(at: int, *blocks: str) -> str:
    """The file with other blocks in the place of one."""
    return HEAD + "".join([*BLOCKS[:at], *blocks, *BLOCKS[at + 1 :]])


def line(block: str, key: str, value: str) -> str:
    """The block with another value under a key, or with a key more."""
    found = re.search(rf"(?m)^  {key}: .*$", block)
    if found:
        return block.replace(found[0], f"  {key}: {value}", 1)
    return block.replace("\n  claim_type:", f"\n  {key}: {value}\n  claim_type:", 1)


def named(block: str, number: int) -> str:
    """The block under another id."""
    return re.sub(r"^- id: .*", f"- id: {number:08x}", block, count=1)


def said(block: str) -> str:
    """The sentence of a claim."""
    found = re.search(r"(?m)^  claim: (.*)$", block)
    assert found
    return found[1]


def reworded(block: str, how: str) -> str:
    """The claim in other words."""
    ending = re.search(r"[.?!][\"'”’)]*$", said(block))
    assert ending
    return line(block, "claim", said(block)[: ending.start()] + how + said(block)[ending.start() :])


def edits() -> Iterator[tuple[str, str]]:
    """The edits, each with a name and the whole file."""
    for at in range(0, 120, 3):
        yield f"reword {at}", edited(at, reworded(BLOCKS[at], " in sum"))
    for at in range(1, 120, 3):
        yield f"retag {at}", edited(at, line(BLOCKS[at], "topics", f"[{TOPICS[at % 5]}, bilateral-relations]"))
    for at in range(2, 60, 3):
        yield f"another type {at}", edited(at, line(BLOCKS[at], "claim_type", TYPES[at % 6]))
    for number, at in enumerate(PLAIN[:80:4]):
        yield f"add {at}", edited(at, BLOCKS[at], named(reworded(BLOCKS[at], ", as one sees"), number))
    for number, at in enumerate(PLAIN[1:80:4]):
        parts = (named(reworded(BLOCKS[at], how), 2 * number + half) for half, how in enumerate((" here", " there")))
        yield f"split {at}", edited(at, *parts)
    for at in PLAIN[2:80:4]:
        yield (
            f"attribute {at}",
            edited(at, line(BLOCKS[at], "attribution", "the Minister of Foreign Affairs of Lithuania")),
        )
    for at in PLAIN[3:80:4]:
        yield (
            f"actors {at}",
            edited(at, line(BLOCKS[at], "actors", "[LV, NATO, EU, Seimas, al-Qaeda, 5G Action Group]")),
        )
    for at, time in zip(
        PLAIN[::5], ("2019", "2020-08", "2020-08-09", "2010/2020", "../2020-10", "2020~") * 9, strict=False
    ):
        yield f"time {at}", edited(at, line(BLOCKS[at], "time", time))
    for at in PLAIN[::12]:
        yield f"negate {at}", edited(at, line(line(BLOCKS[at], "negated", "true"), "modality", "hedged"))
    yield "comments", HEAD + "".join(f"# noted\n{block}" for block in BLOCKS)
    yield "line ends of Windows", (HEAD + "".join(BLOCKS)).replace("\n", "\r\n")
    yield "claims in another order", HEAD + "".join(block.rstrip() + "\n\n" for block in BLOCKS[::-1])


EDITS = [(name, text) for name, text in edits() if text != FILE.read_text(encoding="utf-8")]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("edits")
    shutil.copytree(ROOT / "data", folder / "data")
    shutil.copy(ROOT / "pyproject.toml", folder)
    return folder


def test_there_are_enough() -> None:
    assert len({text for _, text in EDITS}) == len(EDITS) >= 200


@pytest.mark.parametrize(("name", "text"), EDITS, ids=[name for name, _ in EDITS])
def test_a_right_edit_is_let_pass(project: Path, name: str, text: str) -> None:
    with (project / "data/reviewed" / FILE.name).open("w", encoding="utf-8", newline="") as file:
        file.write(text)
    made, errors = gathered(project)
    held, wrong = checked(made.rows)
    assert [str(problem) for error in errors for problem in error.found] == []
    assert list(map(str, [*wrong, *claims_are_said_once(held), *too_little(made)])) == []
