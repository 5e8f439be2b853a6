"""A corpus: the same rows for any batches and order, what fails set aside, and what is finished kept."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import fsspec
import polars
import pyarrow.dataset
import pytest
from typer.testing import CliRunner

from corpora import errors, json_lines, records, rows
from lt_by_claims.cli import app
from lt_by_claims.corpus import corpus
from lt_by_claims.corpus import drafting as drafting_module
from lt_by_claims.corpus.folder import Folder
from lt_by_claims.corpus.limit import TooSlowError, within
from lt_by_claims.corpus.partition import Partition, partitions
from lt_by_claims.corpus.settings import BESIDES, Settings, rules
from lt_by_claims.corpus.source import Source
from lt_by_claims.dataset import load
from lt_by_claims.draft import drafted_rows
from lt_by_claims.errors import ModelError, PublishError, UsageError
from lt_by_claims.read import read_text

NUMBER = 24


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with some texts."""
    return json_lines(tmp_path_factory.mktemp("source") / "notes.jsonl", records(NUMBER))


@pytest.fixture(scope="module")
def made(source: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The corpus of them, in several partitions."""
    out = tmp_path_factory.mktemp("made") / "out"
    assert corpus(source, out, texts=5).partitions > 2
    return out


def files(folder: Path) -> dict[str, int]:
    """When each file of a corpus was written."""
    return {str(path.relative_to(folder)): path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()}


def test_the_rows_are_those_of_each_text_alone(made: Path) -> None:
    alone: dict[str, list[Any]] = {"documents": [], "claims": [], "quantities": []}
    for record in records(NUMBER):
        document = read_text(record["text"], document_id=record["document_id"], published=record["published"])
        made_alone = drafted_rows(document)
        for name, some in alone.items():
            some += made_alone[name]
    assert rows(made) == {name: sorted(some, key=lambda row: next(iter(row.values()))) for name, some in alone.items()}


def test_neither_batches_nor_order_change_a_row(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shuffled = records(NUMBER)
    random.Random(1).shuffle(shuffled)
    monkeypatch.setattr(drafting_module, "BATCH", 300)
    corpus(json_lines(tmp_path / "shuffled.jsonl", shuffled), tmp_path / "out", texts=50)
    assert rows(tmp_path / "out") == rows(made)


def test_everyone_reads_it(made: Path) -> None:
    number = len(load(folder=made))
    assert number > NUMBER
    assert load(folder=made, engine="polars", columns=["claim"]).height == number
    assert polars.read_parquet(made / "claims" / "*.parquet").height == number
    assert pyarrow.dataset.dataset(made / "claims").count_rows() == number
    assert set(load("quantities", folder=made, filters=[("value", ">", 20)]).kind) == {"percent"}
    assert load("documents", folder=made, columns=["title"], filters=[("document_id", "==", "note-003")]).shape == (
        1,
        1,
    )
    with pytest.raises(ValueError, match="there are claims, documents, errors, quantities"):
        load("topics", folder=made)
    with pytest.raises(ValueError, match="no column 'cheese'"):
        load(folder=made, columns=["cheese"])


def test_every_partition_has_the_published_schema(made: Path) -> None:
    from lt_by_claims.metadata.arrow import arrow_schema

    for name in ("documents", "claims", "quantities"):
        for path in (made / name).iterdir():
            assert pyarrow.parquet.read_schema(path).equals(arrow_schema(name), check_metadata=True)


def test_what_is_finished_is_not_made_again(source: Path, made: Path) -> None:
    before = files(made)
    summary = corpus(source, made, texts=5)
    assert summary.kept == summary.partitions
    assert summary.texts == NUMBER
    assert files(made) == before


def test_only_the_partition_of_a_changed_text_is_made_again(made: Path, tmp_path: Path) -> None:
    out, changed = tmp_path / "out", records(NUMBER)
    corpus(json_lines(tmp_path / "a.jsonl", changed), out, texts=5)
    before = files(out)
    changed[7]["text"] = "Kenya's exports fell by 99%."
    del changed[20]
    summary = corpus(json_lines(tmp_path / "a.jsonl", changed), out, texts=5)
    assert summary.partitions - summary.kept in {1, 2}
    assert summary.texts == NUMBER - 1
    assert files(out).items() & before.items()
    assert 99.0 in load("quantities", folder=out).value.tolist()
    corpus(json_lines(tmp_path / "a.jsonl", changed), tmp_path / "anew", texts=50)
    assert rows(out) == rows(tmp_path / "anew")


def test_what_a_killed_run_has_left_is_cleared_away(source: Path, made: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    corpus(source, out, texts=5)
    first = sorted((out / "_partitions").iterdir())[0]
    first.unlink()
    (out / "claims" / ".part-abc.parquet.0123").write_bytes(b"half a fi")
    (out / "claims" / "part-of-others.parquet").write_bytes(b"")
    assert corpus(source, out, texts=5).kept > 0
    assert rows(out) == rows(made)
    assert not list((out / "claims").glob(".*"))


@pytest.fixture(scope="module")
def bad(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of what a crawl may hold."""
    folder = tmp_path_factory.mktemp("bad")
    (folder / "bytes.txt").write_bytes(bytes(random.Random(2).randrange(256) for _ in range(5000)))
    (folder / "empty.txt").write_text(" \n")
    (folder / "line.md").write_text("word " * 30_000)
    (folder / "large.txt").write_text("Rents rose by 3%. " * 80_000)
    (folder / "deep.md").write_text("> " * 3000 + "[" * 3000 + "*" * 3000 + "text")
    (folder / "arabic.txt").write_text("ارتفعت الأسعار بنسبة ٣٪ في عام ٢٠٢١. " * 20, encoding="utf-8")
    (folder / "fine.txt").write_text("Rents rose by 3%.")
    (folder / "fine.md").write_text("Rents rose by 4%.")
    (folder / "known.txt").write_text("Rents rose by 3%.")
    (folder / "known.toml").write_text('published = "soon"')
    (folder / "half.jsonl").write_text('{"document_id": "half", "text": "Rents \\ud800 rose."}\n{"document_id"')
    return folder


def test_each_text_gives_rows_or_a_reason(bad: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    summary = corpus(bad, out)
    given = set(load("documents", folder=out).document_id)
    assert errors(out) == {
        "bytes": "unreadable",
        "empty": "unreadable",
        "half": "unreadable",
        "half.jsonl:2": "unreadable",
        "fine": "twice",
        "known": "unreadable",
        "large": "too large",
        "line": "unreadable",
    }
    assert given == {"arabic", "deep", "fine"}
    assert summary.texts == 11
    assert "1 too large" in str(summary)


def test_an_error_of_the_program_is_a_reason_and_may_be_retried(
    source: Path, made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = drafting_module.rows

    def failing(document: Any, claims: Any, *, reviewed: bool) -> Any:
        if document.document_id in {"note-003", "note-004"}:
            raise RecursionError("too deep")
        return whole(document, claims, reviewed=reviewed)

    monkeypatch.setattr(drafting_module, "rows", failing)
    out = tmp_path / "out"
    assert corpus(source, out, texts=5).problems == {"failed": 2}
    assert errors(out) == {"note-003": "failed", "note-004": "failed"}
    assert "RecursionError: too deep (test_corpus.py" in load("errors", folder=out).problem[0]
    monkeypatch.setattr(drafting_module, "rows", whole)
    assert corpus(source, out, texts=5).problems == {"failed": 2}
    assert corpus(source, out, texts=5, retry=True).problems == {}
    assert rows(out) == rows(made)


def test_rows_that_break_a_rule_are_set_aside(source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = drafting_module.rows

    def wrong(document: Any, claims: Any, *, reviewed: bool) -> Any:
        made = whole(document, claims, reviewed=reviewed)
        if document.document_id == "note-005":
            made["claims"][0]["quote_start"] += 1
        return made

    monkeypatch.setattr(drafting_module, "rows", wrong)
    out = tmp_path / "out"
    corpus(source, out)
    assert errors(out) == {"note-005": "invalid"}
    assert "note-005" not in set(load("claims", folder=out).document_id)


def test_a_slow_text_does_not_hold_the_others(source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = drafting_module.rows

    def slow(document: Any, claims: Any, *, reviewed: bool) -> Any:
        until = time.process_time() + (60 if document.document_id == "note-002" else 0)
        while time.process_time() < until:
            pass
        return whole(document, claims, reviewed=reviewed)

    monkeypatch.setattr(drafting_module, "rows", slow)
    out = tmp_path / "out"
    corpus(json_lines(tmp_path / "a.jsonl", records(4)), out, seconds=2)
    assert errors(out) == {"note-002": "too slow"}
    assert len(load("documents", folder=out)) == 3


def for_ever() -> None:
    """Work without end."""
    while True:
        pass


def test_time_runs_out_only_within_its_bound() -> None:
    with pytest.raises(TooSlowError, match=r"took longer than 0\.05 seconds"), within(0.05):
        for_ever()
    with within(0.05):
        pass
    time.sleep(0.1)


def test_it_is_written_to_any_file_system(source: Path, made: Path) -> None:
    corpus(source, "memory://corpus/out", texts=5)
    assert corpus(source, "memory://corpus/out", texts=5).kept > 0
    system = fsspec.filesystem("memory")
    found = pyarrow.dataset.dataset("/corpus/out/claims", filesystem=system).to_table()
    assert found.num_rows == len(rows(made)["claims"])


def test_it_goes_into_no_folder_of_others(source: Path, tmp_path: Path) -> None:
    (tmp_path / "thesis.docx").write_text("years of work")
    with pytest.raises(UsageError, match=r"thesis\.docx"):
        corpus(source, tmp_path)
    with pytest.raises(UsageError, match="is a file"):
        corpus(source, tmp_path / "thesis.docx")


def test_two_runs_do_not_share_a_folder(source: Path, tmp_path: Path) -> None:
    from lt_by_claims.publish.swap import locked

    with locked((tmp_path / "out").resolve()), pytest.raises(PublishError, match=f"process {os.getpid()}"):
        corpus(source, tmp_path / "out")


def test_a_model_that_is_not_installed_is_said(source: Path, tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="en_core_web_gigantic"):
        corpus(source, tmp_path / "out", model="en_core_web_gigantic")
    assert not (tmp_path / "out").exists()


def test_the_name_of_a_partition_tells_all_that_its_rows_depend_on() -> None:
    settings = Settings("model", "1", "rules", 100)
    source = Source("a", "x:1", "Rents rose.", {"published": "2021"})

    def name(source: Source = source, settings: Settings = settings) -> str:
        return Partition.of([source], settings).name

    changed = [
        name(Source("b", "x:1", "Rents rose.", {"published": "2021"})),
        name(Source("a", "x:1", "Rents fell.", {"published": "2021"})),
        name(Source("a", "x:1", "Rents rose.", {"published": "2022"})),
        *(name(settings=Settings(*given)) for given in (("m", "1", "rules", 100), ("model", "2", "rules", 100))),
        *(name(settings=Settings(*given)) for given in (("model", "1", "r", 100), ("model", "1", "rules", 99))),
    ]
    assert len({name(), *changed}) == 8
    assert name() == name(Source("a", "x:2", "Rents rose.", {"published": "2021"}))
    assert name() == name(settings=Settings("model", "1", "rules", 100, 5.0))


def test_the_rules_are_all_that_rows_come_from() -> None:
    package = Path(drafting_module.__file__).parents[1]
    assert not [name for name in BESIDES if not (package / name).exists()]
    drafted = "import sys, lt_by_claims.draft; print(*(n for n in sys.modules if n.startswith('lt_by_claims.')))"
    done = subprocess.run([sys.executable, "-c", drafted], capture_output=True, text=True, check=True)
    parts = {name.split(".")[1] for name in done.stdout.split()}
    assert parts & {Path(name).stem for name in BESIDES} <= {"metadata", "dataset", "version", "settings"}
    assert len(rules()) == 64


def test_a_text_more_moves_no_other_cut() -> None:
    settings = Settings()
    sources = [Source(f"note-{at}", f"x:{at}", f"Rents rose by {at}%.") for at in range(400)]
    before = {partition.name for partition in partitions(sources, settings, 20)}
    more = [*sources[:77], Source("new", "x:0", "Rents fell."), *sources[77:]]
    after = {partition.name for partition in partitions(more, settings, 20)}
    assert len(before) > 10
    assert len(after - before) <= 2


def test_partitions_end_where_they_are_full(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lt_by_claims.corpus.partition.MOST", 100)
    sources = [Source(f"note-{at}", "x", "x" * 60) for at in range(9)]
    assert [len(partition.sources) for partition in partitions(sources, Settings(), 50)] == [2, 2, 2, 2, 1]


def test_the_command_says_what_it_has_made(source: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    told = CliRunner().invoke(app, ["corpus", str(source), str(source.parent), str(out), "--workers", "0"])
    assert told.exit_code == 0, told.output
    assert f"{NUMBER} texts" in told.output
    assert CliRunner().invoke(app, ["corpus", str(tmp_path / "none"), str(out), "--workers", "0"]).exit_code == 2


def test_a_manifest_that_is_damaged_counts_as_none(tmp_path: Path) -> None:
    folder = Folder(str(tmp_path / "out"))
    folder.prepare()
    (tmp_path / "out" / "_partitions" / "part-1.json").write_text("{")
    assert folder.manifest("part-1") is None
    (tmp_path / "out" / "_partitions" / "part-1.json").write_text(json.dumps({"strange": 1}))
    assert folder.manifest("part-1") is None
