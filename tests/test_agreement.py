"""Several annotators of one text."""

from __future__ import annotations

from math import isnan
from pathlib import Path

import pytest
from typer.testing import CliRunner

from lt_by_claims.agreement import agreement, alike, alpha, apart, differ
from lt_by_claims.build import build
from lt_by_claims.cli import app
from lt_by_claims.dataset import load
from lt_by_claims.errors import UsageError
from lt_by_claims.evaluate import evaluate
from releases import project
from small_project import REVIEW, write
from test_evaluate import claim

__all__ = ["project"]

KRIPPENDORFF = [
    "aa.a", "bbcb", "cccc", "cccc", "bbbb", "abcd", "dddd", "aaba", "bbbb", ".eee", "..aa", "..c.",
]  # fmt: skip
"""What four observers say of twelve units in K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), D."""


def test_alpha_of_nominal_codes_is_that_of_the_handbook() -> None:
    units = [[code for code in unit if code != "."] for unit in KRIPPENDORFF]
    assert alpha(units, differ) == pytest.approx(0.743, abs=0.0005)


@pytest.mark.parametrize(
    ("units", "expected"),
    [
        (["aa", "bb"], 1.0),
        (["ab", "ba"], -0.5),
        (["aa", "aa"], 1.0),
        (["aa", "ab", "bb", "bb", "bb", "aa", "aa", "bb", "ab", "bb"], 1 - 0.2 / (2 * 8 * 12 / (20 * 19))),
    ],
)
def test_alpha_of_two(units: list[str], expected: float) -> None:
    assert alpha(units, differ) == pytest.approx(expected, abs=0.001)


def test_alpha_of_sets_counts_what_they_have_in_common() -> None:
    same = [[frozenset("ab"), frozenset("ab")], [frozenset("c"), frozenset("c")]]
    near = [[frozenset("ab"), frozenset("a")], [frozenset("c"), frozenset("c")]]
    far = [[frozenset("ab"), frozenset("d")], [frozenset("c"), frozenset("c")]]
    assert 1 == alpha(same, apart) > alpha(near, apart) > alpha(far, apart)
    assert isnan(alpha([["a"]], differ))


def test_claims_of_three_are_one_where_they_are_alike() -> None:
    readings = {
        "anna": [claim("Latvia sells power."), claim("Latvia buys power.")],
        "ben": [claim("Latvia sells its power.")],
        "cleo": [claim("Latvia sells power."), claim("Nothing like it.")],
    }
    pairs = [("anna", "ben"), ("anna", "cleo"), ("ben", "cleo")]
    (unit,) = alike(readings, [evaluate(readings[one], readings[other]) for one, other in pairs])
    assert {one.claim for one in unit} == {"Latvia sells power.", "Latvia sells its power."}
    assert len(unit) == 3


@pytest.fixture
def annotated(project: Path) -> Path:
    """The project with a settled file and two annotators, one of whom differs in a topic and lacks a claim."""
    write(project, "data/reviewed/trade.anna.yaml", REVIEW)
    other = REVIEW[: REVIEW.index("- id: 5e6f7a8b")].replace("topics: [trade]\n", "topics: [business]\n")
    write(project, "data/reviewed/trade.ben.yaml", other)
    return project


def test_annotators_are_compared_with_each_other_and_with_what_was_settled(annotated: Path) -> None:
    found = agreement(annotated)
    assert found.documents == ("trade",)
    assert set(found.pairs) == {("anna", "ben")}
    assert found.f1 == pytest.approx(2 * 2 / (3 + 2))
    assert found.settled["anna"].claims().f1 == 1.0
    assert (found.alpha("claim type"), found.kappa("claim type")) == (1.0, 1.0)
    assert found.alpha("topic") < 1
    assert "| anna, ben | 3 | 2 | 2 | 0.800 | 1.000 |" in found.markdown()


def test_annotators_are_told_and_not_published(annotated: Path) -> None:
    told = CliRunner().invoke(app, ["evaluate", "--annotators", "--project", str(annotated)])
    assert told.exit_code == 0, told.output
    lines = [line.split() for line in told.stdout.splitlines()]
    assert lines[0] == ["1", "read", "by", "several:", "trade"]
    assert ["anna,", "ben", "3", "2", "2", "0.800", "1.000"] in lines
    assert ["claim", "type", "1.000", "1.000"] in lines
    build(annotated)
    assert len(load(folder=annotated)) == 3


def test_one_annotator_agrees_with_nobody(annotated: Path) -> None:
    (annotated / "data/reviewed/trade.ben.yaml").unlink()
    with pytest.raises(UsageError, match="no document has two annotators"):
        agreement(annotated)
