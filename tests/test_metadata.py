from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pyarrow
import pytest
import yaml

from lt_by_claims.errors import TableError
from lt_by_claims.metadata import arrow_schema, as_arrow, data_dictionary, said
from lt_by_claims.metadata.card import size_of
from lt_by_claims.metadata.citation import references
from lt_by_claims.publish import content_hash, publish
from lt_by_claims.tables import TABLES, TOPICS
from lt_by_claims.validate import validate
from made import made

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small dataset, published."""
    folder = tmp_path_factory.mktemp("data") / "processed"
    publish(validate(made()), folder, version="1.2.3")
    return folder


def read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def test_the_schema_says_what_the_model_says() -> None:
    field = arrow_schema("claims").field("quote_start")
    assert said(field, "description") == "Where the quote begins in the document's text."
    assert (said(field, "unit"), said(field, "minimum"), said(field, "codes")) == ("code points", 0, None)
    assert said(arrow_schema("claims").field("topic"), "codes") == TOPICS


@pytest.mark.parametrize(
    ("table", "column", "kind", "nullable"),
    [
        ("claims", "topics", pyarrow.list_(pyarrow.field("element", pyarrow.string(), nullable=False)), False),
        ("claims", "link_urls", pyarrow.list_(pyarrow.field("element", pyarrow.string())), False),
        ("claims", "time_start", pyarrow.date32(), True),
        ("claims", "negated", pyarrow.bool_(), False),
        ("quantities", "low", pyarrow.float64(), True),
        ("quantities", "value", pyarrow.float64(), False),
        ("documents", "url", pyarrow.string(), True),
    ],
)
def test_types_say_what_may_be_empty(table: str, column: str, kind: pyarrow.DataType, nullable: bool) -> None:
    field = arrow_schema(table).field(column)
    assert (field.type, field.nullable) == (kind, nullable)


def test_a_frame_of_another_schema_is_refused() -> None:
    claims = validate(made())["claims"]
    wrongs = (
        claims.drop(columns="topic"),
        claims.assign(position="one"),
        claims.assign(topic=None),
        claims.assign(a=1),
    )
    for wrong in wrongs:
        with pytest.raises(TableError, match=r"^claims: .*: validate the rows first$"):
            as_arrow("claims", wrong)


def test_the_data_package_tells_every_column(folder: Path) -> None:
    package = read(folder / "datapackage.json")
    assert (package["version"], package["contentHash"]) == ("1.2.3", content_hash(validate(made())))
    assert [resource["name"] for resource in package["resources"]] == list(TABLES)
    for resource in package["resources"]:
        assert (folder / resource["path"]).is_file()
        names = [field["name"] for field in resource["schema"]["fields"]]
        assert names == arrow_schema(resource["name"]).names
        assert resource["schema"]["primaryKey"] == names[:1]
    topic = next(f for f in package["resources"][1]["schema"]["fields"] if f["name"] == "topic")
    assert topic["constraints"] == {"required": True, "enum": list(TOPICS)}
    assert package["resources"][2]["schema"]["foreignKeys"] == [
        {"fields": ["claim_id"], "reference": {"resource": "claims", "fields": ["claim_id"]}}
    ]


def test_croissant_tells_every_column_and_file(folder: Path) -> None:
    described = read(folder / "croissant.json")
    files = {file["@id"]: file for file in described["distribution"]}
    assert all((folder / file["contentUrl"]).is_file() for file in files.values())
    sums = dict(line.split()[::-1] for line in (folder / "SHA256SUMS").read_text().splitlines())
    assert {name: file["sha256"] for name, file in files.items()} == {name: sums[name] for name in files}
    fields = {field["@id"]: field for records in described["recordSet"] for field in records["field"]}
    assert set(fields) == {f"{name}/{column}" for name in TABLES for column in arrow_schema(name).names}
    assert fields["claims/topics"]["isArray"]
    assert fields["claims/time_start"]["dataType"] == "sc:Date"
    assert fields["quantities/claim_id"]["references"] == {
        "fileObject": {"@id": "claims.parquet"},
        "extract": {"column": "claim_id"},
    }
    assert all(field["source"]["fileObject"]["@id"] in files for field in fields.values())


def test_the_card_begins_with_what_the_hub_reads(folder: Path) -> None:
    text = (folder / "README.md").read_text(encoding="utf-8")
    front = yaml.safe_load(text.split("---\n")[1])
    assert front["language"] == ["en"]
    assert front["size_categories"] == ["n<1K"]
    assert [config["config_name"] for config in front["configs"] if config.get("default")] == ["claims"]
    assert all((folder / config["data_files"]).is_file() for config in front["configs"])
    assert "A. Ozola. [Latvia and transit](https://example.org/latvia). 2021-03." in text


def test_texts_of_others_are_no_markup_in_the_card(tmp_path: Path) -> None:
    rows = made()
    hostile = "# Head [x](javascript:alert(1)) <script>alert(1)</script>"
    rows["documents"][0].update(title=hostile, publisher=hostile, rights=hostile, url="https://example.org/a)b(c")
    publish(validate(rows), tmp_path / "out")
    card = (tmp_path / "out" / "README.md").read_text(encoding="utf-8")
    assert "<script>" not in card
    assert "[x](" not in card
    assert "\n# Head" not in card
    assert "](https://example.org/a%29b%28c)" in card


def test_search_engines_and_reference_managers_are_told(folder: Path) -> None:
    said = read(folder / "dataset.jsonld")
    assert (said["@type"], said["version"], said["temporalCoverage"]) == ("Dataset", "1.2.3", "2019-01-01/2019-12-31")
    assert {part["contentUrl"] for part in said["distribution"]} == {f"{name}.parquet" for name in TABLES}
    assert len(said["variableMeasured"]) == sum(len(arrow_schema(name)) for name in TABLES)
    cited = yaml.safe_load((folder / "CITATION.cff").read_text(encoding="utf-8"))
    assert (cited["cff-version"], cited["type"], cited["version"]) == ("1.2.0", "dataset", "1.2.3")
    assert cited["references"][0] == {
        "type": "article",
        "title": "Latvia and transit",
        "authors": [{"name": "A. Ozola"}],
        "year": 2021,
        "url": "https://example.org/latvia",
        "languages": ["en"],
    }


CFF = jsonschema.Draft7Validator(read(ROOT / "tests" / "cff-1.2.0.schema.json"))
"""The schema of the Citation File Format 1.2.0, by Druskat and others (CC BY 4.0): doi.org/10.5281/zenodo.5171937."""


def test_the_citation_file_is_one(folder: Path) -> None:
    for path in (folder / "CITATION.cff", ROOT / "CITATION.cff"):
        cited = yaml.safe_load(path.read_text(encoding="utf-8"))
        assert [error.message for error in CFF.iter_errors(cited)] == []
        assert not CFF.is_valid({**cited, "colour": "red"})
        assert not CFF.is_valid({**cited, "references": [{**cited["references"][0], "languages": ["English"]}]})


@pytest.mark.parametrize(
    "known",
    [
        {"language": "EN-gb"},
        {"language": "qaaaa"},
        {"authors": []},
        {"authors": ["", "A. Ozola", "A. Ozola"]},
        {"published": None, "publisher": None, "url": None},
        {"published": "../2020", "publisher": "A: B # c"},
    ],
)
def test_whatever_is_known_of_a_text_its_citation_is_one(known: dict[str, Any]) -> None:
    (document,) = made()["documents"]
    odd = {**document, **known}
    cited = {"cff-version": "1.2.0", "message": "m", "title": "t", "authors": [{"name": "a"}]}
    assert [error.message for error in CFF.iter_errors({**cited, "references": references([odd, odd, document])})] == []


@pytest.mark.parametrize(("rows", "size"), [(0, "n<1K"), (1_000, "1K<n<10K"), (999_999, "100K<n<1M"), (10**9, "n>10M")])
def test_sizes_in_the_hubs_words(rows: int, size: str) -> None:
    assert size_of(rows) == size


def test_no_description_says_when_or_where_it_was_written(folder: Path) -> None:
    for path in folder.iterdir():
        assert str(ROOT).encode() not in path.read_bytes()
        assert b"datePublished" not in path.read_bytes()


def test_the_data_dictionary_names_every_column_and_code() -> None:
    text = data_dictionary()
    for name in TABLES:
        assert f"## {name}\n" in text
        for field in arrow_schema(name):
            assert f"| `{field.name}` | " in text
            assert all(f"| `{code}` | {meaning} |" in text for code, meaning in (said(field, "codes") or {}).items())


def test_the_data_dictionary_in_docs_is_the_one_that_is_written(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-m", "lt_by_claims.metadata", str(tmp_path / "dictionary.md")], check=True)
    written = (tmp_path / "dictionary.md").read_text(encoding="utf-8")
    there = (ROOT / "docs" / "data-dictionary.md").read_text(encoding="utf-8")
    assert there == written, "run python -m lt_by_claims.metadata docs/data-dictionary.md"
