"""What changed between two states of the data, how it is told, and what it demands of the version."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path

import pyarrow
import pyarrow.parquet as pq
import pytest
from typer.testing import CliRunner

from lt_by_claims.build import build
from lt_by_claims.check import check
from lt_by_claims.claim import Row, Rows, joined
from lt_by_claims.cli import app
from lt_by_claims.dataset import load
from lt_by_claims.diff import Difference, Side, diff, side_of_rows
from lt_by_claims.diff.changelog import written
from lt_by_claims.diff.finding import found
from lt_by_claims.diff.saying import as_json, brief, in_full, markdown
from lt_by_claims.errors import ClaimsError, UsageError, VersionError
from lt_by_claims.version import Version
from made import made
from releases import commit, git, project, release, released, versioned
from small_project import REVIEW, write

__all__ = ["project", "released"]

OLD, NEW = Version(1, 2, 3), None


def side(rows: Rows, version: Version | None = OLD) -> Side:
    return side_of_rows("rows", rows, version)


def edited(edit: Callable[[Rows], object]) -> Difference:
    """What an edit of the small dataset changes."""
    rows = deepcopy(made())
    edit(rows)
    return diff(side(made()), side(rows, None))


def sorts(told: Difference) -> list[tuple[str, str]]:
    return [(change.table, change.sort) for change in told.changes]


def added(rows: Rows, name: str, **fields: object) -> Row:
    """A claim as the first one, under another name."""
    row = {**rows["claims"][0], "claim_id": f"lv-2021/{name}", "position": 5, **fields}
    rows["claims"].append(row)
    return row


def retired(rows: Rows, at: int, *into: str) -> None:
    """Retire a claim with its numbers."""
    name = rows["claims"].pop(at)["claim_id"]
    rows["quantities"] = [row for row in rows["quantities"] if row["claim_id"] != name]
    heirs = [f"lv-2021/{one}" for one in into]
    rows["retired"].append({"claim_id": name, "document_id": "lv-2021", "replaced_by": heirs, "retired_in": "2.0.0"})


def split(rows: Rows) -> None:
    added(rows, "00000001")
    added(rows, "00000002")
    retired(rows, 3, "00000001", "00000002")


def merged(rows: Rows) -> None:
    added(rows, "00000001")
    retired(rows, 3, "00000001")
    retired(rows, 2, "00000001")


def reordered(rows: Rows) -> None:
    rows["claims"][0], rows["claims"][1] = rows["claims"][1], rows["claims"][0]


def other_claim(row: Row) -> None:
    row.update(claim="Estonia sells power.", quote="Estonia sells its power")


CHANGES: dict[str, tuple[Callable[[Rows], object], list[tuple[str, str]], str | None]] = {
    "nothing": (lambda rows: None, [], None),
    "added": (lambda rows: added(rows, "00000001"), [("claims", "added")], "minor"),
    "re-worded": (lambda rows: rows["claims"][3].update(claim="Lithuania may."), [("claims", "re-worded")], "patch"),
    "re-quoted": (
        lambda rows: rows["claims"][3].update(quote="may follow", quote_start=100),
        [("claims", "re-quoted")],
        "patch",
    ),
    "re-tagged": (
        lambda rows: rows["claims"][3].update(topics=["aid"], topic="aid"),
        [("claims", "re-tagged")],
        "patch",
    ),
    "moved": (lambda rows: rows["claims"][3].update(quote_start=9, quote_end=29), [("claims", "moved")], "patch"),
    "reordered": (reordered, [("claims", "moved")], "patch"),
    "settled": (lambda rows: rows["claims"][3].update(reviewed=False), [("claims", "settled")], "patch"),
    "re-valued": (
        lambda rows: rows["quantities"][0].update(low=11.0, high=11.0, value=11.0),
        [("claims", "re-valued"), ("quantities", "re-valued")],
        "patch",
    ),
    "number added": (
        lambda rows: rows["quantities"].append({**rows["quantities"][0], "quantity_id": "x/q2", "text": "2"}),
        [("claims", "re-valued"), ("quantities", "added")],
        "minor",
    ),
    "number removed": (
        lambda rows: rows["quantities"].pop(0),
        [("claims", "re-valued"), ("quantities", "removed")],
        "patch",
    ),
    "lost": (lambda rows: rows["claims"].pop(3), [("claims", "lost")], "major"),
    "retired to nothing": (lambda rows: retired(rows, 3), [("claims", "retired")], "major"),
    "replaced": (
        lambda rows: (added(rows, "00000001"), retired(rows, 3, "00000001")),
        [("claims", "added"), ("claims", "retired")],
        "minor",
    ),
    "split": (split, [("claims", "added"), ("claims", "added"), ("claims", "split")], "minor"),
    "merged": (
        merged,
        [("claims", "added"), ("claims", "merged"), ("claims", "merged"), ("quantities", "removed")],
        "minor",
    ),
    "merged into one that was there": (
        lambda rows: retired(rows, 3, rows["claims"][0]["claim_id"].partition("/")[2]),
        [("claims", "merged")],
        "patch",
    ),
    "id for another claim": (lambda rows: other_claim(rows["claims"][3]), [("claims", "re-used")], "major"),
    "forgotten": (lambda rows: rows["retired"].clear(), [("retired", "forgotten")], "major"),
    "re-traced": (lambda rows: rows["retired"][0].update(replaced_by=[]), [("retired", "re-traced")], "patch"),
    "re-described": (
        lambda rows: rows["documents"][0].update(title="Latvia"),
        [("documents", "re-described")],
        "patch",
    ),
    "re-read": (lambda rows: rows["documents"][0].update(text="x", sha256="y"), [("documents", "re-read")], "patch"),
}


@pytest.mark.parametrize(("edit", "expected", "step"), CHANGES.values(), ids=CHANGES)
def test_each_sort_of_change(edit: Callable[[Rows], object], expected: list[tuple[str, str]], step: str | None) -> None:
    told = edited(edit)
    assert sorts(told) == expected
    assert told.step == step


def test_documents_come_and_go() -> None:
    both = joined([made("a-2021"), made("b-2021")])
    told = diff(side(made("a-2021")), side(both))
    assert {(one.sort, one.document) for one in told.changes} == {("added", "b-2021")}
    assert (told.step, str(told.demands)) == ("minor", "1.3.0")
    back = diff(side(both), side(made("a-2021")))
    assert back.of("documents", "withdrawn")[0].name == "b-2021"
    assert (back.step, str(back.demands)) == ("major", "2.0.0")


def test_a_draft_that_is_drawn_anew_has_lost_nothing() -> None:
    old, new = made(reviewed=False), made(reviewed=False)
    new["claims"][3]["claim_id"] = "lv-2021/00000001"
    assert sorts(diff(side(old), side(new))) == [("claims", "added"), ("claims", "redrawn")]
    del new["claims"][3]
    assert sorts(diff(side(old), side(new))) == [("claims", "lost")]


def test_columns_and_codes_come_and_go() -> None:
    now = side(made())
    columns = {name: kind for name, kind in now.columns.items() if name != "claims.negated"}
    kind, codes = columns["claims.topic"]
    fewer = Side("x", now.rows, {**columns, "claims.topic": (kind, codes[1:]), "claims.position": ("string", ())}, OLD)
    assert {(one.sort, one.name, one.step) for one in diff(now, fewer).changes} == {
        ("lost", f"claims.topic={codes[0]}", "major"),
        ("retyped", "claims.position", "major"),
        ("lost", "claims.negated", "major"),
    }
    assert {one.step for one in diff(fewer, now).changes if one.sort == "added"} == {"minor"}


@pytest.mark.parametrize(
    ("before", "step", "demands"),
    [("1.2.3", "patch", "1.2.4"), ("1.2.3", "minor", "1.3.0"), ("0.2.3", "major", "1.0.0"), ("1.2.3", None, "1.2.3")],
)
def test_steps_of_versions(before: str, step: str | None, demands: str) -> None:
    assert str(Version.of(before).after(step)) == demands


def test_versions_are_in_order() -> None:
    written = ["0.9.0", "0.10.0-dev", "0.10.0", "1.0.0-a", "1.0.0-b", "1.0.0"]
    assert sorted(map(Version.of, reversed(written))) == list(map(Version.of, written))
    for wrong in ("1.2", "v1.2.3", "01.2.3", "1.2.3.4", ""):
        with pytest.raises(ValueError, match="is no version: write three numbers"):
            Version.of(wrong)


WORDED = edited(lambda rows: rows["claims"][3].update(claim="Lithuania may <b>.", topics=["aid"]))


def test_a_difference_reads_well() -> None:
    name = made()["claims"][3]["claim_id"]
    assert brief(WORDED).splitlines() == [
        "against the last build (patch step, from 1.2.3 to 1.2.4):",
        "  1 claim re-worded",
        f"    {name}",
        "  1 claim re-tagged",
        f"    {name}",
    ]
    assert in_full(WORDED).splitlines() == [
        "rows → rows (patch step, from 1.2.3 to 1.2.4)",
        "",
        "1 claim re-worded",
        f"  {name}",
        "    claim: Lithuania may follow. → Lithuania may <b>.",
        "",
        "1 claim re-tagged",
        f"  {name}",
        "      Lithuania may <b>.",
        "    topics: [trade, russia] → [aid]",
    ]
    assert in_full(edited(lambda rows: None)) == "rows → rows: nothing changed"


def test_markdown_takes_no_text_for_markup() -> None:
    told = markdown(WORDED)
    assert "| 1 | claim re-worded | patch |" in told
    assert r"claim: Lithuania may follow. → Lithuania may \<b\>." in told
    assert "<b>" not in told


def test_json_says_all() -> None:
    said = json.loads(as_json(WORDED))
    assert (said["step"], said["demands"], said["old"]["version"]) == ("patch", "1.2.4", "1.2.3")
    assert said["changes"][0]["fields"] == {"claim": {"old": "Lithuania may follow.", "new": "Lithuania may <b>."}}


LOG = """# Changelog

## [Unreleased]

### Added

- A command.

### Data

- First text.

## [1.0.0]

### Data

- Something.
"""


def test_the_entry_stands_under_data_of_what_is_not_released_and_only_once() -> None:
    told = edited(lambda rows: retired(rows, 3))
    name = made()["claims"][3]["claim_id"].partition("/")[2]
    once = written(LOG, told)
    assert once == LOG.replace(
        "- First text.",
        "- Since 1.2.3, a major step:\n"
        f"  - *Latvia and transit* (`lv-2021`): 1 claim retired (`{name}`).\n- First text.",
    )
    assert written(once, told) == once
    assert "re-worded" in written(once, WORDED)
    assert "retired" not in written(once, WORDED)
    assert "### Data\n\n- Since 1.2.3, a patch step:" in written("", WORDED)
    with pytest.raises(UsageError, match="has no heading"):
        written("# Changes\n", WORDED)


def run(*words: object) -> str:
    result = CliRunner().invoke(app, [str(word) for word in words])
    assert result.exit_code == 0, result.output
    return result.stdout


def test_git_revisions_folders_and_files_are_compared(released: Path, tmp_path: Path) -> None:
    release(released, "0.1.1", REVIEW.replace("Trade has grown in 2020.", "Trade grew in 2020."))
    versioned(released, "0.2.0", REVIEW + REVIEW[REVIEW.index("- id: 5e6f7a8b") :].replace("5e6f7a8b", "00000001"))
    build(released)
    commit(released, "More")
    git(released, "mv", "data", "moved")
    git(released, "mv", "moved", "data")
    for old, new, expected in (
        ("v0.1.0", "v0.1.1", ["re-worded"]),
        ("HEAD~1", "HEAD", ["added", "re-worded"]),
        ("v0.1.0", released, ["added"]),
        ("v0.1.0:data/processed", released / "data/processed", ["added"]),
        ("v0.1.1", "v0.1.1", []),
    ):
        told = json.loads(run("diff", old, new, "--format", "json", "--project", released))
        assert sorted(change["sort"] for change in told["changes"]) == expected
    table = released / "data/processed/claims.parquet"
    (tmp_path / "old.parquet").write_bytes(table.read_bytes())
    assert diff(found(released, str(tmp_path / "old.parquet")), found(released, str(table))).changes == ()
    review = tmp_path / "mine.yaml"
    review.write_text(REVIEW.replace("time: 2019\n", "time: 2018\n", 1), encoding="utf-8")
    told = diff(found(released, str(released / "data/reviewed/trade.yaml")), found(released, str(review)))
    assert sorted(sorts(told)) == [("claims", "lost"), ("claims", "re-tagged")]


def test_by_default_the_tables_are_held_against_the_last_release(released: Path) -> None:
    assert run("diff", "--project", released).strip().endswith("nothing changed")
    versioned(released, "0.1.1", REVIEW.replace("Trade has grown in 2020.", "Trade grew in 2020."))
    build(released)
    told = run("diff", "--project", released, "--changelog")
    assert told.startswith("the release v0.1.0 → data/processed (patch step, from 0.1.0 to 0.1.1)")
    log = (released / "CHANGELOG.md").read_text(encoding="utf-8")
    assert "- Since 0.1.0, a patch step:\n  - *Trade and Power* (`trade`): 1 claim re-worded.\n" in log


@pytest.mark.parametrize("what", ["v9.9.9", "--output=x", "HEAD~99", "no/such/folder", "HEAD:nowhere"])
def test_what_cannot_be_compared_is_wrong_use(released: Path, what: str) -> None:
    with pytest.raises(UsageError):
        found(released, what)


def test_the_version_must_rise_by_the_step(released: Path) -> None:
    more = REVIEW + REVIEW[REVIEW.index("- id: 5e6f7a8b") :].replace("5e6f7a8b", "00000001")
    for version in ("0.1.0", "0.1.1"):
        versioned(released, version, more)
        with pytest.raises(VersionError) as caught:
            build(released)
        assert caught.value.problems == (
            f'pyproject.toml:5: dataset is "{version}", and since the release v0.1.0, 0.1.0, there are 1 claim added, '
            'a minor step: set dataset = "0.2.0" in [tool.lt_by_claims]',
        )
        (told,) = [problem for problem in check(released).problems if problem.check == "version"]
        assert str(told) == caught.value.problems[0]
    versioned(released, "0.2.0-dev", more)
    build(released)
    assert load("claims", engine="arrow", folder=released).schema.metadata[b"version"] == b"0.2.0-dev"
    versioned(released, "0.2.0", more)
    build(released)
    assert [problem.check for problem in check(released).problems] == ["duplicate"]
    versioned(released, "0.0.9", REVIEW)
    with pytest.raises(VersionError, match="versions only rise"):
        build(released)


def test_all_changes_until_the_next_release_are_one_step(released: Path) -> None:
    for words in ("Trade grew in 2020.", "Trade did grow in 2020."):
        versioned(released, "0.1.1", REVIEW.replace("Trade has grown in 2020.", words))
        build(released)


def test_without_a_tag_the_published_tables_count_unless_they_are_not_out(project: Path) -> None:
    build(project)
    reworded = REVIEW.replace("Trade has grown in 2020.", "Trade grew in 2020.")
    versioned(project, "0.1.0", reworded)
    with pytest.raises(VersionError, match=r'since the last build, 0\.1\.0, .* set dataset = "0\.1\.1"'):
        build(project)
    for version, review in (("0.2.0-dev", reworded), ("0.2.0-dev", REVIEW), ("0.2.0", reworded)):
        versioned(project, version, review)
        build(project)


def test_a_project_that_says_no_version_promises_none(project: Path) -> None:
    (project / "pyproject.toml").unlink()
    build(project)
    write(project, "data/reviewed/trade.yaml", REVIEW.replace("Trade has grown in 2020.", "Trade grew in 2020."))
    build(project)
    assert load("claims", engine="arrow", folder=project).schema.metadata[b"version"] == b"0.0.0"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('[tool.lt_by_claims]\n\ndataset = "1.2"\n', r"pyproject.toml:3: .*'1.2' is no version: write three numbers"),
        ("[tool.lt_by_claims]\ndataset = 1.2\n", r"pyproject.toml:2: .*'1.2' is no version"),
        ("[tool\n", "pyproject.toml:1: is not TOML"),
    ],
)
def test_a_version_that_is_none_is_wrong_use(project: Path, text: str, says: str) -> None:
    write(project, "pyproject.toml", text)
    with pytest.raises(UsageError, match=says):
        build(project)


DAMAGED: dict[str, tuple[Callable[[Path], object], str]] = {
    "a column lost": (
        lambda path: pq.write_table(pq.read_table(path).drop_columns(["claim_id"]), path),
        "claims.claim_id cannot be compared: lt-by-claims validate says what is wrong",
    ),
    "a column twice": (
        lambda path: pq.write_table(twice(pq.read_table(path), "claim"), path),
        "the table claims has claim twice: run lt-by-claims build again",
    ),
    "no table": (lambda path: path.write_bytes(b"claims"), "claims.parquet is damaged"),
    "a folder": (lambda path: (path.unlink(), path.mkdir()), "claims.parquet cannot be read"),
}


def twice(table: pyarrow.Table, column: str) -> pyarrow.Table:
    """The table with a column more of the same name."""
    return pyarrow.Table.from_arrays([*table.columns, table[column]], names=[*table.schema.names, column])


@pytest.mark.parametrize("name", DAMAGED)
def test_tables_that_cannot_be_compared_are_named(released: Path, tmp_path: Path, name: str) -> None:
    damage, told = DAMAGED[name]
    other = shutil.copytree(released / "data/processed", tmp_path / "other")
    damage(other / "claims.parquet")
    with pytest.raises(ClaimsError) as caught:
        found(Path(), str(other))
    assert told in str(caught.value)
    assert str(caught.value).startswith((str(other), "the table"))
