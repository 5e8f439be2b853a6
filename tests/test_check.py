"""What is published, held against what it was made from."""

from __future__ import annotations

from pathlib import Path

import pyarrow.parquet as pq
import pytest

from lt_by_claims.build import build
from lt_by_claims.check import Checked, check
from lt_by_claims.errors import UsageError
from small_project import REVIEW, contents, small, write

__all__ = ["small"]


def problems(folder: Path) -> list[str]:
    return list(map(str, check(folder).problems))


def test_what_was_just_built_is_in_order_and_stays_untouched(small: Path) -> None:
    assert problems(small) == ["data/processed: nothing is published there yet: run lt-by-claims build"]
    build(small)
    before = contents(small)
    told = check(small)
    assert told.problems == ()
    assert told.summary is not None
    assert told.summary.claims == 5
    assert contents(small) == before


def test_a_folder_with_nothing_but_tables_is_checked_too(small: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    build(small)
    alone = tmp_path_factory.mktemp("alone")
    for path in (small / "data/processed").glob("*.parquet"):
        (alone / path.name).write_bytes(path.read_bytes())
    assert check(alone) == check(small / "data/processed") == Checked(())
    with pytest.raises(UsageError, match="neither a project"):
        check(alone / "nothing")


def test_a_review_that_was_edited_since_is_named_by_its_rows_and_lines(small: Path) -> None:
    build(small)
    write(small, "data/reviewed/trade.yaml", REVIEW.replace("Norwegian exports", "exports"))
    assert problems(small) == [
        "data/processed/quantities.parquet row 1: trade/1a2b0000/q1: measure is 'Norwegian exports', not 'exports', "
        "as the texts and reviews give it: run lt-by-claims build"
    ]
    (problem,) = check(small).problems
    assert problem.review == ("data/reviewed/trade.yaml", 12)
    assert problem.claim == "trade/1a2b0000"


def test_what_is_wrong_with_rows_is_told_on_the_line_of_the_claim(small: Path) -> None:
    build(small)
    write(small, "data/reviewed/trade.yaml", REVIEW.replace("unit: EUR", "unit: EUX").replace("low: 60", "low: 59"))
    told = [problem for problem in problems(small) if problem.startswith("data/reviewed")]
    assert [problem.partition(", ")[0] for problem in told] == ["data/reviewed/trade.yaml:12: claim 1a2b0000"] * 2
    assert any("money has an ISO 4217 code" in problem for problem in told)
    assert any("'around €60 million' says ~ 60000000 EUR (money), not low 59000000.0" in problem for problem in told)


def test_sound_texts_are_checked_though_others_cannot_be_read(small: Path) -> None:
    build(small)
    write(small, "data/raw/power.toml", "title =")
    write(small, "data/reviewed/trade.yaml", REVIEW.replace("unit: EUR", "unit: EUX"))
    assert {problem.partition(":")[0] for problem in problems(small)} >= {
        "data/raw/power.toml",
        "data/reviewed/trade.yaml",
    }


def test_a_text_that_came_since_is_named(small: Path) -> None:
    build(small)
    write(small, "data/raw/more.txt", (small / "data/raw/power.txt").read_bytes())
    write(small, "data/raw/more.toml", (small / "data/raw/power.toml").read_bytes())
    found = problems(small)
    assert any(one.startswith("data/processed/documents.parquet: more: the texts and reviews give") for one in found)
    assert sum(one.startswith("data/processed/claims.parquet: more/") for one in found) == 2


def test_a_table_that_was_edited_by_hand_is_found(small: Path) -> None:
    build(small)
    path = small / "data/processed/claims.parquet"
    table = pq.ParquetFile(path).read()
    field = table.schema.get_field_index("claim")
    pq.write_table(table.set_column(field, table.schema.field("claim"), [["Lies."] * 5]), path)
    found = problems(small)
    assert sum("claim is 'Lies.', not" in problem for problem in found) == 5
    assert "data/processed/claims.parquet: was changed after it was published: run lt-by-claims build" in found
    assert any("content hash" in problem for problem in found)


def test_metadata_edited_by_hand_or_lost_is_found(small: Path) -> None:
    build(small)
    (small / "data/processed/datapackage.json").write_text("{}")
    (small / "data/processed/README.md").unlink()
    assert {problem.partition(": ")[0] for problem in problems(small)} == {
        "data/processed/README.md",
        "data/processed/datapackage.json",
    }
    (small / "data/processed/SHA256SUMS").unlink()
    assert any(one.startswith("data/processed/SHA256SUMS: is missing or empty") for one in problems(small))


ANNOTATED = {
    "a quote off by a character": ("quote: Trade has grown this", "quote: Trade has grewn this", 8, "quote"),
    "a claim of another text": ("document: trade", "document: power", 1, "is not the text reviewed here, 'trade'"),
    "an id twice": ("id: 1a2b0000", "id: 1a2b3c4d", 12, "id stands in line 6 too"),
    "an unknown key": ("  topics: [trade]\n\n", "  topics: [trade]\n  mood: bad\n\n", 11, "mood"),
    "another number": (
        "low: 60000000\n    high: 60000000",
        "low: 61000000\n    high: 61000000",
        12,
        "says ~ 60000000 EUR",
    ),
    "a hidden character": ("claim: Trade has", "claim: Trade\u200b has", 6, "leave out hidden characters"),
    "claims that are retired": ("claims:", "retired:\n  7e8f9a0b:\nclaims:", 4, "only the settled file"),
}


@pytest.mark.parametrize("name", ANNOTATED)
def test_what_an_annotator_wrote_is_held_against_the_text(small: Path, name: str) -> None:
    old, new, line, told = ANNOTATED[name]
    build(small)
    write(small, "data/reviewed/trade.anna.yaml", REVIEW)
    assert problems(small) == []
    write(small, "data/reviewed/trade.anna.yaml", REVIEW.replace(old, new))
    (problem,) = check(small).problems
    assert str(problem).startswith(f"data/reviewed/trade.anna.yaml:{line}: ")
    assert told in str(problem)


def test_what_annotates_no_text_is_told(small: Path) -> None:
    build(small)
    write(small, "data/reviewed/fish.anna.yaml", REVIEW)
    assert problems(small) == [
        "data/reviewed/fish.anna.yaml: annotates a text that is not there: put fish.txt into data/raw, or take it away"
    ]
