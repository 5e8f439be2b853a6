# ruff: noqa: E501  (tables of cases read best a line each)
"""A project built from end to end, and everything that keeps it from being built."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from conftest import ROOT
from lt_by_claims.build import build
from lt_by_claims.errors import (
    ClaimsError,
    DocumentError,
    ModelError,
    ReviewError,
    UsageError,
)
from lt_by_claims.split.parser import model_name
from small_project import REVIEW, TOML, contents, small, write

__all__ = ["small"]


def test_reviewed_texts_and_drafts_are_published_together(small: Path) -> None:
    built = build(small)
    assert (built.summary.texts, built.summary.reviewed, built.summary.claims, built.summary.numbers) == (2, 1, 5, 1)
    assert built.summary.topics == {"trade": 2, "energy": 3}
    assert built.summary.claim_types == {"state": 3, "statistic": 1, "assessment": 1}
    claims = pq.ParquetFile(small / "data/processed/claims.parquet").read().to_pylist()
    assert {(row["document_id"], row["reviewed"]) for row in claims} == {("trade", True), ("power", False)}
    texts = pq.ParquetFile(small / "data/processed/documents.parquet").read().to_pylist()
    text = {row["document_id"]: row["text"] for row in texts}
    assert all(text[row["document_id"]][row["quote_start"] : row["quote_end"]] == row["quote"] for row in claims)


def test_the_tables_say_what_parsed_their_drafts(small: Path) -> None:
    build(small)
    assert pq.read_schema(small / "data/processed/claims.parquet").metadata[b"model"] == model_name().encode()
    (small / "data/raw/power.txt").unlink()
    (small / "data/raw/power.toml").unlink()
    (small / "data/processed").rename(small / "before")
    build(small)
    assert b"model" not in pq.read_schema(small / "data/processed/claims.parquet").metadata


def test_the_summary_is_a_small_table(small: Path) -> None:
    first = str(build(small)).splitlines()
    assert first[0].endswith("2 texts (1 reviewed), 5 claims, 1 number")
    assert first[2].split() == ["topic", "type", "number"]
    assert first[3].split() == ["energy", "3", "state", "3", "money", "1"]
    assert [line.split() for line in first[-5:-2]] == [
        ["in", "some", "claim", "sentences", "numbers"],
        ["power", "2", "of", "2", "0", "of", "0"],
        ["trade", "3", "of", "3", "1", "of", "1"],
    ]
    assert first[-1] == "the first build: nothing to compare it with"
    assert str(build(small)).splitlines()[-1] == "against the last build: nothing changed"


def test_what_changed_is_told_by_the_ids_of_the_claims(small: Path) -> None:
    build(small)
    edited = REVIEW.replace("claim: Trade has grown in 2020.", "claim: Trade grew in 2020.")
    edited = edited.replace("id: 5e6f7a8b", "id: 00000001") + "\nretired:\n  5e6f7a8b: 00000001\n"
    write(small, "data/reviewed/trade.yaml", edited)
    assert changed(small) == [
        ("re-worded", "trade/1a2b3c4d"),
        ("added", "trade/00000001"),
        ("retired", "trade/5e6f7a8b"),
    ]
    write(small, "data/reviewed/trade.yaml", edited.replace("measure: Norwegian exports", "measure: exports"))
    assert changed(small) == [("re-valued", "trade/1a2b0000"), ("re-valued", "trade/1a2b0000/q1")]


def test_a_claim_that_only_moves_is_told_as_such(small: Path) -> None:
    build(small)
    raw = small / "data/raw/trade.txt"
    raw.write_text("Nothing is known of Iceland.\n\n" + raw.read_text())
    names = ("trade/1a2b3c4d", "trade/1a2b0000", "trade/5e6f7a8b")
    assert changed(small) == [("re-read", "trade"), *(("moved", name) for name in names)]


def changed(folder: Path) -> list[tuple[str, str]]:
    """The sort and id of each change that a build makes."""
    told = build(folder).difference
    assert told is not None
    return [(change.sort, change.name) for change in told.changes]


def test_a_build_twice_gives_the_same_bytes(small: Path) -> None:
    build(small)
    before = contents(small)
    build(small)
    assert contents(small) == before


BAD = {
    "quote not in the text": ("quote: Trade has grown this year", "quote: Trade had grown this year", "trade.yaml:8: claim 1a2b3c4d: quote is not in the text"),
    "quote twice": ("quote: Norway exported goods worth around €60 million in 2019", "quote: power", "quote stands 2 times in the text: add `occurrence`"),
    "wrong topic": ("topics: [trade]", "topics: [fish]", "trade.yaml:10: claim 1a2b3c4d: topics 'fish' is none of"),
    "duplicate id": ("id: 1a2b0000", "id: 1a2b3c4d", "trade.yaml:12: claim 1a2b3c4d: id stands in line 6 too"),
    "tab": ("  claim_type: state", "\tclaim_type: state", "trade.yaml:9: a tab: indent with spaces"),
    "alias": ("topics: [trade]", "topics: *t", "trade.yaml:10: alias `*t`"),
    "unknown key": ("  claim_type: state", "  type: state", "trade.yaml:9: claim 1a2b3c4d: unknown key 'type'"),
    "not UTF-8": ("Norwegian", "\udce9", "trade.yaml:26: not UTF-8 (byte 0xe9)"),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new", "says"), BAD.values(), ids=BAD)
def test_a_bad_review_leaves_what_was_published(small: Path, old: str, new: str, says: str) -> None:
    build(small)
    before = contents(small)
    assert old in REVIEW
    write(small, "data/reviewed/trade.yaml", REVIEW.replace(old, new, 1).encode(errors="surrogateescape"))
    with pytest.raises(ReviewError) as caught:
        build(small)
    assert any(says in problem for problem in caught.value.problems), caught.value.problems
    assert contents(small) == before


RAW = {
    "not UTF-8": ("power.txt", b"Trade \xe9 has grown.", "power.txt:1: "),
    "empty": ("power.txt", b"", "power.txt: is empty"),
    "blank": ("power.txt", b" \n\n\t\n", "power.txt: is empty"),
    "a NUL byte": ("power.txt", b"Trade has\x00 grown.", "power.txt:1: character 9 (U+0000)"),
    "a very long line": ("power.txt", b"Trade has grown. " * 3_000_000, "power.txt: 51,000,000 bytes are too many"),
    "a sidecar without a title": ("power.toml", TOML.replace("title", "# title").encode(), "title is missing"),
    "a sidecar with a wrong date": (
        "power.toml",
        TOML.replace("2020-10", "last autumn").encode(),
        "'last autumn' is no EDTF",
    ),
    "a sidecar that is no TOML": ("power.toml", b"title = Trade", "power.toml:1: is not TOML"),
}


@pytest.mark.parametrize(("name", "content", "says"), RAW.values(), ids=RAW)
def test_a_bad_text_leaves_what_was_published(small: Path, name: str, content: bytes, says: str) -> None:
    build(small)
    before = contents(small)
    write(small, f"data/raw/{name}", content)
    with pytest.raises(DocumentError) as caught:
        build(small)
    assert any(says in problem for problem in caught.value.problems), caught.value.problems
    assert contents(small) == before


def test_the_problems_of_all_texts_come_at_once(small: Path) -> None:
    write(small, "data/raw/power.txt", b"")
    write(small, "data/reviewed/trade.yaml", REVIEW.replace("[trade]", "[fish]").replace("time: 2019", "time: then"))
    write(small, "data/reviewed/other.yaml", "document: other\n")
    write(small, "data/reviewed/more.yml", "document: more\n")
    write(small, "data/raw/trade.md", "Trade has grown.")
    write(small, "data/raw/trade.toml", TOML)
    with pytest.raises(ClaimsError) as caught:
        build(small)
    text = str(caught.value)
    for says in (
        "power.txt: is empty",
        "trade.yaml:10: ",
        "trade.yaml:18: ",
        "other.yaml:1: reviews a text that is not there",
        "more.yml: is not read, for a review is named <document>.yaml",
        "trade.md: another text is named trade too",
    ):
        assert says in text
    assert len(set(caught.value.problems)) == len(caught.value.problems)
    assert not contents(small)


def test_a_folder_without_raw_texts_is_wrong_use(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no project, for it has no folder data/raw"):
        build(tmp_path)
    (tmp_path / "data/raw").mkdir(parents=True)
    with pytest.raises(UsageError, match="no text in it"):
        build(tmp_path)


def test_without_a_model_reviewed_texts_are_built_all_the_same(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_model(document: object) -> list[object]:
        raise ModelError("no English model is installed")

    monkeypatch.setattr("lt_by_claims.project.drafted", no_model)
    with pytest.raises(ModelError):
        build(small)
    (small / "data/raw/power.txt").unlink()
    (small / "data/raw/power.toml").unlink()
    assert build(small).summary.texts == 1


WITHOUT_SPACY = """
import sys
sys.modules["spacy"] = None
from pathlib import Path
from lt_by_claims.build import build
from lt_by_claims.errors import ModelError
try:
    build(Path(sys.argv[1]))
except ModelError as error:
    print(error)
(Path(sys.argv[1]) / "data/raw/power.txt").unlink()
print(build(Path(sys.argv[1])).summary.claims, sys.modules["spacy"])
"""


def test_who_has_reviewed_all_texts_needs_no_spacy(small: Path) -> None:
    told = subprocess.run([sys.executable, "-c", WITHOUT_SPACY, small], capture_output=True, text=True, check=True)
    assert told.stdout.splitlines() == ['no English model is installed: pip install "lt-by-claims[draft]"', "3 None"]


HASHES = """
import hashlib, sys
from pathlib import Path
import pyarrow.parquet as pq
from lt_by_claims.build import build
folder = Path(sys.argv[1])
build(folder)
tables = sorted((folder / "data/processed").glob("*.parquet"))
rows = [pq.ParquetFile(path).read().to_pylist() for path in tables]
print(len(tables), hashlib.sha256(repr(rows).encode()).hexdigest())
"""


SURROUNDINGS = (("0", "UTC", "C"), ("1", "Pacific/Kiritimati", "C.UTF-8"), ("7", "America/Lima", "POSIX"))
"""Hash seed, time zone and locale."""


def built_in(folder: Path, surroundings: tuple[str, str, str]) -> str:
    """How many tables a new process builds, and the hash of their rows."""
    seed, zone, locale = surroundings
    more = {"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale, "LANG": locale}
    command = [sys.executable, "-c", HASHES, folder]
    return subprocess.run(command, env=os.environ | more, capture_output=True, text=True, check=True).stdout


def test_a_build_does_not_hang_on_hash_seed_time_zone_or_locale(small: Path) -> None:
    (small / "data/raw/power.txt").unlink()
    told = {built_in(small, surroundings) for surroundings in SURROUNDINGS}
    assert len(told) == 1
    assert told.pop().startswith("4 ")


def test_nor_does_a_build_of_a_draft(tmp_path: Path) -> None:
    text = ROOT / "tests" / "texts" / "housing-report.md"
    write(tmp_path, f"data/raw/{text.name}", text.read_bytes())
    write(tmp_path, "data/raw/housing-report.toml", TOML)
    told = {built_in(tmp_path, surroundings) for surroundings in SURROUNDINGS[1:]}
    assert len(told) == 1
    assert pq.ParquetFile(tmp_path / "data/processed/claims.parquet").metadata.num_rows > 10
