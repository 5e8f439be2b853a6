"""Claims that are no longer made: what a reviewed file says of them, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from lt_by_claims.build import build
from lt_by_claims.dataset import load
from lt_by_claims.errors import ReviewError, TableError, VersionError
from lt_by_claims.validate import validate
from made import made
from releases import project, release, released, versioned
from small_project import REVIEW, write

__all__ = ["project", "released"]

DROPPED = REVIEW[: REVIEW.index("- id: 5e6f7a8b")]
"""The review without its last claim."""


def test_what_replaced_a_claim_is_a_table(released: Path) -> None:
    assert load("retired", folder=released).empty
    release(released, "1.0.0", f"{DROPPED}\nretired:\n  5e6f7a8b: [1a2b3c4d, 1a2b0000]\n")
    assert load("retired", engine="arrow", folder=released).to_pylist() == [
        {
            "claim_id": "trade/5e6f7a8b",
            "document_id": "trade",
            "replaced_by": ["trade/1a2b3c4d", "trade/1a2b0000"],
            "retired_in": "1.0.0",
        }
    ]


def test_the_version_in_which_it_was_retired_stays(released: Path) -> None:
    review = f"{DROPPED}\nretired:\n  5e6f7a8b:\n"
    release(released, "1.0.0", review)
    release(released, "1.0.1", review.replace("Trade has grown in 2020.", "Trade grew in 2020."))
    assert load("retired", folder=released).retired_in.tolist() == ["1.0.0"]


def test_a_claim_that_is_silently_gone_is_refused(released: Path) -> None:
    versioned(released, "1.0.0", DROPPED)
    with pytest.raises(VersionError) as caught:
        build(released)
    assert caught.value.problems == (
        "data/reviewed/trade.yaml: claim 5e6f7a8b: was published and is gone: write under `retired` what says it now, "
        "as `5e6f7a8b: [new ids]`, or `5e6f7a8b:` where nothing does",
    )
    assert len(load(folder=released)) == 3


def test_the_word_on_a_retired_claim_stays_for_good(released: Path) -> None:
    release(released, "1.0.0", f"{DROPPED}\nretired:\n  5e6f7a8b: 1a2b3c4d\n")
    for review in (DROPPED, REVIEW):
        versioned(released, "2.0.0", review)
        with pytest.raises(VersionError, match=r"claim 5e6f7a8b: was retired, and is no longer under `retired`"):
            build(released)


def test_an_id_never_comes_to_stand_for_another_claim(released: Path) -> None:
    other = REVIEW.replace('<script>alert("x & y")</script> is no power', "Estonia sells power to Latvia")
    versioned(released, "2.0.0", other.replace("  negated: true\n", ""))
    with pytest.raises(VersionError, match=r"claim 5e6f7a8b: names another claim than it did: give the new one an id"):
        build(released)


def test_a_withdrawn_text_leaves_its_retired_claims(released: Path) -> None:
    write(released, "data/raw/other.txt", "Trade has grown.\n")
    write(released, "data/raw/other.toml", (released / "data/raw/trade.toml").read_bytes())
    write(released, "data/reviewed/other.yaml", "document: other\nguidelines: 2\nclaims: []\n")
    for suffix in (".txt", ".toml"):
        (released / f"data/raw/trade{suffix}").unlink()
    ids = ("1a2b3c4d", "1a2b0000", "5e6f7a8b")
    left = "document: trade\nguidelines: 2\nretired:\n" + "".join(f"  {name}:\n" for name in ids)
    versioned(released, "1.0.0", left)
    build(released)
    assert load("documents", folder=released).document_id.tolist() == ["other"]
    assert set(load("retired", folder=released).claim_id) == {f"trade/{name}" for name in ids}


@pytest.mark.parametrize(
    ("part", "line", "says"),
    [
        ("retired: none\n", 36, "retired is no block: write `retired` as lines `old id: new id`"),
        ("retired:\n  abc:\n", 37, "retired: 'abc' is not 8 hexadecimal digits"),
        ("retired:\n  00000001:\n  00000001:\n", 38, "retired: 00000001 stands in line 37 too: keep one"),
        ("retired:\n  1a2b3c4d:\n", 37, "retired: 1a2b3c4d is a claim in line 6: a retired id never comes back"),
        ("retired:\n  00000001: 99999999\n", 37, "replaced by 99999999, which is neither a claim of this file nor"),
        ("retired:\n  00000001: NO\n", 37, "replaced by 'NO', which is not 8 hexadecimal digits"),
        ("retired:\n  00000001: [1a2b3c4d, 1a2b3c4d]\n", 37, "replaced by '1a2b3c4d', which stands twice"),
        ("retired:\n  00000001: 00000002\n  00000002: 00000001\n", 37, "in the end 00000001 is replaced by itself"),
    ],
)
def test_what_is_wrong_with_the_part_is_told_with_its_line(project: Path, part: str, line: int, says: str) -> None:
    write(project, "data/reviewed/trade.yaml", f"{REVIEW}\n{part}")
    with pytest.raises(ReviewError) as caught:
        build(project)
    (problem,) = caught.value.problems
    assert problem.startswith(f"data/reviewed/trade.yaml:{line}: ")
    assert says in problem


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"claim_id": None}, "retired row 1: claim_id is empty"),
        ({"document_id": "other"}, "claim_id does not begin with the document's name other/"),
        ({"replaced_by": ["lv-2021/99999999"]}, "'lv-2021/99999999', which is neither a claim nor retired itself"),
        ({"replaced_by": ["lv-2021/0000aaaa"]}, "replaced_by leads back to the claim: name claims of the document"),
        ({"replaced_by": None}, "replaced_by is empty"),
        ({"retired_in": "soon"}, "retired_in is 'soon': write three numbers, as 1.2.0"),
    ],
)
def test_rows_that_tell_no_lineage_are_refused(fields: dict[str, object], says: str) -> None:
    rows = made()
    rows["retired"][0] |= fields
    with pytest.raises(TableError) as caught:
        validate(rows)
    assert says in str(caught.value)


def test_a_claim_is_either_made_or_retired() -> None:
    rows = made()
    rows["retired"][0]["claim_id"] = rows["claims"][1]["claim_id"]
    with pytest.raises(TableError, match="claim_id is that of a claim: a retired id never comes back"):
        validate(rows)
