"""Where the texts of a corpus come from."""

from __future__ import annotations

import datetime
import gzip
import json
from pathlib import Path
from typing import Any

import fsspec
import pyarrow
import pytest
import zstandard
from pyarrow import parquet

from corpora import json_lines, records
from lt_by_claims.corpus.records import lines
from lt_by_claims.corpus.source import Source, document_of
from lt_by_claims.corpus.sources import files_of, number_of, texts_of
from lt_by_claims.errors import DocumentError, UsageError

TEXT = "Rents rose by 3%.\n"


def found(*given: str | Path, besides: str = "") -> list[Source]:
    """The texts of some sources."""
    return list(texts_of(files_of(list(given), besides)))


def names(*given: str | Path) -> list[str]:
    """The names of the texts of some sources."""
    return [source.name for source in found(*given)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with texts, one of them deeper, one with what is known of it, and files that are none."""
    (tmp_path / "2021").mkdir()
    (tmp_path / "b.txt").write_text(TEXT)
    (tmp_path / "2021" / "A Report.md").write_text(TEXT)
    (tmp_path / "b.toml").write_text('title = "Rents"\npublished = "2021-03"\n')
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    (tmp_path / ".hidden.txt").write_text(TEXT)
    return tmp_path


def test_a_folder_gives_all_its_texts_by_name(folder: Path) -> None:
    assert names(folder) == ["2021-a-report", "b"]
    assert found(folder)[1].known == {"title": "Rents", "published": "2021-03", "raw_path": "b.txt"}


def test_a_glob_a_list_and_a_file_name_texts(folder: Path) -> None:
    (folder / "texts.lst").write_text(f"{folder}/b.txt\n\n{folder}/2021/*.md\n")
    assert names(f"{folder}/**/*.md") == ["a-report"]
    assert names(f"@{folder}/texts.lst") == ["b", "a-report"]
    assert names(folder / "b.txt") == ["b"]


def test_what_is_named_twice_is_read_once(folder: Path) -> None:
    assert names(folder / "b.txt", folder / "b.txt") == ["b"]


def test_the_dataset_itself_is_no_source(folder: Path) -> None:
    (folder / "out" / "claims").mkdir(parents=True)
    (folder / "out" / "claims" / "part-1.parquet").write_bytes(b"")
    assert [source.name for source in found(folder, besides=str(folder / "out"))] == ["2021-a-report", "b"]


def test_json_lines_may_be_compressed(tmp_path: Path) -> None:
    plain = json_lines(tmp_path / "a.jsonl", records(3))
    (tmp_path / "b.jsonl.gz").write_bytes(gzip.compress(plain.read_bytes()))
    (tmp_path / "c.jsonl.zst").write_bytes(zstandard.compress(plain.read_bytes()))
    read = [[(s.name, s.text, s.known) for s in found(path)] for path in sorted(tmp_path.iterdir())]
    assert len(read[0]) == 3
    assert read[0] == read[1] == read[2]
    assert number_of(files_of(tmp_path)) == 9


def test_parquet_gives_its_rows_and_the_columns_that_are_known(tmp_path: Path) -> None:
    table = pyarrow.table(
        {
            "document_id": ["x/1", None],
            "text": [TEXT, TEXT],
            "published": [datetime.date(2021, 3, 4), None],
            "authors": [["Ana Ruiz"], []],
            "score": [0.5, 0.7],
        }
    )
    parquet.write_table(table, tmp_path / "t.parquet")
    first, second = found(tmp_path / "t.parquet")
    assert (first.name, first.known) == ("x-1", {"published": "2021-03-04", "authors": ["Ana Ruiz"]})
    assert (second.name[:5], second.known) == ("text-", {})
    assert number_of(files_of(tmp_path)) == 2


def test_any_file_system_will_do() -> None:
    with fsspec.open("memory://crawl/a.jsonl", "wb") as file:
        file.write(b'{"text": "Rents rose."}\n')
    assert [source.text for source in found("memory://crawl")] == ["Rents rose."]
    assert [source.text for source in found("memory://crawl/*.jsonl")] == ["Rents rose."]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (b"{", "is no JSON"),
        (b"[1]", "is no record"),
        (b'{"document_id": "a"}', "has no text"),
        (b'{"text": 5}', "has no text"),
        (b"\xff\xfe", "is no JSON"),
        (b"[" * 100_000, "is no JSON"),
    ],
)
def test_a_line_that_is_no_record_gives_a_reason(tmp_path: Path, line: bytes, said: str) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(line + b'\n\n{"document_id": "b", "text": "Rents rose."}\n')
    bad, good = found(path)
    assert bad.problem is not None
    assert said in bad.problem
    assert bad.place == "a.jsonl:1"
    assert (good.name, good.problem) == ("b", None)


def test_what_is_cut_off_is_told_and_the_rest_is_kept(tmp_path: Path) -> None:
    whole = gzip.compress(json_lines(tmp_path / "a.jsonl", records(200)).read_bytes())
    (tmp_path / "b.jsonl.gz").write_bytes(whole[:-200])
    (tmp_path / "c.parquet").write_bytes(b"PAR1 nothing")
    assert found(tmp_path / "b.jsonl.gz")[-1].sort == "unreadable"
    assert [source.sort for source in found(tmp_path / "c.parquet")] == ["unreadable"]
    assert number_of(files_of(tmp_path / "c.parquet")) == 1


def test_a_line_is_never_held_whole_where_it_is_too_long(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("lt_by_claims.corpus.records.LONGEST_LINE", 10)
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"x" * 35 + b"\nshort\n" + b"y" * 30)
    with path.open("rb") as file:
        assert list(lines(file)) == [None, b"short\n", None]


@pytest.mark.parametrize("given", ["nothing", "*.nothing", "@nothing", "picture.png", "empty", "gopher://x"])
def test_a_source_that_is_not_there_is_said(folder: Path, given: str, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "empty").mkdir()
    monkeypatch.chdir(folder)
    with pytest.raises(UsageError):
        files_of(given)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2021-03", "2021-03"),
        ("2021-03-04T10:20:30Z", "2021-03-04"),
        ("2021-03-04 10:20:30.123+02:00", "2021-03-04"),
        (2021, "2021"),
        ("", None),
        (None, None),
    ],
)
def test_a_date_is_read_as_it_is_usually_written(written: Any, read: str | None) -> None:
    record = {"text": TEXT, "published": written, "url": "https://example.org/a"}
    document = document_of(Source.of_record(json.loads(json.dumps(record)), "a:1"))
    assert document.published == read
    assert document.url_status == "inferred"


@pytest.mark.parametrize(
    "known",
    [{"published": "last week"}, {"url": "example"}, {"url_status": "verified"}, {"title": 5}, {"language": "?"}],
)
def test_what_is_known_wrongly_is_told(known: dict[str, Any]) -> None:
    with pytest.raises(DocumentError, match="a:1"):
        document_of(Source.of_record({"text": TEXT, **known}, "a:1"))
