"""What others read out of the published folder: data engines, and the libraries of the metadata's own makers."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import polars as pl
import pyarrow
import pytest
from pyarrow.parquet import ParquetFile

from lt_by_claims.metadata import arrow_schema
from lt_by_claims.publish import publish
from lt_by_claims.tables import TABLES
from lt_by_claims.validate import validate
from made import made

ROWS = {"documents": 1, "claims": 4, "quantities": 3, "retired": 1}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small dataset, published."""
    folder = tmp_path_factory.mktemp("data") / "processed"
    publish(validate(made()), folder, version="1.2.3")
    return folder


def told(code: str, folder: Path, **environment: str) -> Any:
    """What another process says as JSON of the folder `folder`; its libraries warn of what is theirs to mend."""
    head = f"import json\nfolder = {str(folder)!r}\n"
    done = subprocess.run(
        [sys.executable, "-c", head + code],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def kind(of: pyarrow.DataType) -> str:
    """A type, whatever size its offsets have and its members are called."""
    if pyarrow.types.is_list(of) or pyarrow.types.is_large_list(of):
        return f"list of {kind(of.value_type)}"
    return "string" if pyarrow.types.is_large_string(of) or pyarrow.types.is_string_view(of) else str(of)


def with_duckdb(path: Path) -> pyarrow.Table:
    return duckdb.connect().read_parquet(str(path)).to_arrow_table()


def with_polars(path: Path) -> pyarrow.Table:
    return pl.read_parquet(path).to_arrow()


def with_pandas(path: Path) -> pyarrow.Table:
    return pyarrow.Table.from_pandas(pd.read_parquet(path, dtype_backend="pyarrow"), preserve_index=False)


def with_arrow(path: Path) -> pyarrow.Table:
    return pyarrow.dataset.dataset(path).to_table()


@pytest.mark.parametrize("read", [with_duckdb, with_polars, with_pandas, with_arrow])
@pytest.mark.parametrize("name", TABLES)
def test_every_engine_reads_the_same_values_and_types(name: str, read: Any, folder: Path) -> None:
    path = folder / f"{name}.parquet"
    found = read(path)
    assert found.to_pylist() == ParquetFile(path).read().to_pylist()
    assert [(field.name, kind(field.type)) for field in found.schema] == [
        (field.name, kind(field.type)) for field in arrow_schema(name)
    ]


FRICTIONLESS = """
from frictionless import Package, validate
report = validate(f"{folder}/datapackage.json")
rows = {task.name: task.stats["rows"] for task in report.tasks}
print(json.dumps([report.valid, report.flatten(["title", "message"]), rows]))
"""


def test_frictionless_validates_the_data_package_and_its_rows(folder: Path) -> None:
    assert told(FRICTIONLESS, folder) == [True, [], ROWS]


def test_frictionless_finds_what_is_wrong(tmp_path: Path) -> None:
    publish(validate(made()), tmp_path / "out")
    path = tmp_path / "out" / "datapackage.json"
    package = json.loads(path.read_text(encoding="utf-8"))
    fields = package["resources"][1]["schema"]["fields"]
    next(field for field in fields if field["name"] == "topic")["constraints"]["enum"] = ["aid"]
    path.write_text(json.dumps(package), encoding="utf-8")
    valid, errors, _ = told(FRICTIONLESS, tmp_path / "out")
    assert not valid
    assert {title for title, _ in errors} == {"Constraint Error"}


CROISSANT = """
import mlcroissant
dataset = mlcroissant.Dataset(jsonld=f"{folder}/croissant.json")
issues = dataset.metadata.issues
rows = {one.name: [dict(row) for row in dataset.records(one.name)] for one in dataset.metadata.record_sets}
texts = [row["claims/claim"].decode() for row in rows["claims"]]
print(json.dumps([
    [str(dataset.metadata.ctx.conforms_to.value), sorted(issues.errors), sorted(issues.warnings)],
    {name: len(some) for name, some in rows.items()},
    texts,
    [code.decode() for code in rows["claims"][0]["claims/topics"]],
]))
"""


def test_mlcroissant_validates_the_description_and_reads_the_rows(folder: Path) -> None:
    said, rows, texts, topics = told(CROISSANT, folder)
    undated = 'Property "https://schema.org/datePublished" is recommended, but does not exist.'
    assert said == ["http://mlcommons.org/croissant/1.1", [], [f"[Metadata(lt-by-claims)] {undated}"]]
    assert rows == ROWS
    assert texts == [row["claim"] for row in made()["claims"]]
    assert topics == ["trade", "russia"]


HUB = """
from datasets import get_dataset_config_names, load_dataset
names = get_dataset_config_names(folder)
loaded = {name: load_dataset(folder, name)["train"] for name in names}
print(json.dumps([load_dataset(folder)["train"]["claim"][:], {name: len(one) for name, one in loaded.items()},
    str(loaded["claims"].features["time_start"].dtype), loaded["claims"][0]["topics"]]))
"""


def test_the_hubs_library_loads_the_folder(folder: Path, tmp_path: Path) -> None:
    offline = {"HF_HUB_OFFLINE": "1", "HF_HOME": str(tmp_path), "HF_DATASETS_DISABLE_PROGRESS_BARS": "1"}
    texts, rows, day, topics = told(HUB, folder, **offline)
    assert texts == [row["claim"] for row in made()["claims"]]
    assert rows == ROWS
    assert (day, topics) == ("date32", ["trade", "russia"])
