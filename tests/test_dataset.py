from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Literal

import pandas as pd
import polars as pl
import pyarrow
import pytest

import lt_by_claims
from lt_by_claims.claim import joined
from lt_by_claims.dataset import assert_version, load
from lt_by_claims.dataset.pandas import coded
from lt_by_claims.errors import NotBuiltError, VersionError
from lt_by_claims.metadata import as_arrow
from lt_by_claims.publish import publish
from lt_by_claims.tables import CLAIM_TYPES, COMPARATORS, MODALITIES, TABLES, TOPICS
from lt_by_claims.validate import validate
from made import made

ROOT = Path(__file__).parents[1]
HEAVY = ("pandas", "pandera", "polars", "spacy", "dask", "numpy", "pyarrow", "yaml", "typer")
ENGINES = ("pandas", "arrow", "polars")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with the small dataset published."""
    project = tmp_path_factory.mktemp("project")
    publish(validate(joined([made("a-2021"), made("b-2021")])), project / "data" / "processed")
    return project


def python(code: str, *path: Path, cwd: Path | None = None) -> str:
    """What a process of its own prints, with these folders before all others."""
    head = "".join(f"import sys; sys.path.insert(0, {str(folder)!r})\n" for folder in path)
    done = subprocess.run([sys.executable, "-c", head + code], capture_output=True, text=True, cwd=cwd, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def heavy(code: str) -> set[str]:
    """The heavy packages that some lines import."""
    return set(python(f"{code}\nimport sys; print(*(name for name in {HEAVY} if name in sys.modules))").split())


def test_claims_come_with_types_that_fit(folder: Path) -> None:
    claims = load(folder=folder)
    assert isinstance(claims, pd.DataFrame)
    assert len(claims) == 8
    assert claims.time_start[0] == date(2019, 1, 1)
    assert claims.position.sum() == 20
    assert claims.topics[0] == ["trade", "russia"]
    assert claims.attribution.isna().sum() == 6
    assert len(claims.query("topic == 'trade' and modality == 'hedged'")) == 2
    assert not claims[~claims.negated].empty


def test_a_folder_is_a_project_or_holds_the_tables(folder: Path) -> None:
    assert load(folder=str(folder)).equals(load(folder=folder / "data" / "processed"))


def test_every_table_loads(folder: Path) -> None:
    assert [len(load(name, folder=folder)) for name in ("documents", "claims", "quantities")] == [2, 8, 6]


def test_engines_give_the_same_rows(folder: Path) -> None:
    arrow, polars = load(engine="arrow", folder=folder), load(engine="polars", folder=folder)
    assert isinstance(arrow, pyarrow.Table)
    assert isinstance(polars, pl.DataFrame)
    assert polars.to_dicts() == arrow.to_pylist()
    assert load(folder=folder).claim_id.tolist() == arrow["claim_id"].to_pylist()


def test_columns_and_filters_choose_what_is_read(folder: Path) -> None:
    asked = load(folder=folder, columns=["claim", "topic"], filters=[("modality", "==", "hedged")])
    assert list(asked.columns) == ["claim", "topic"]
    assert set(asked.claim) == {"Lithuania may follow."}
    either = [[("kind", "==", "money")], [("kind", "==", "count"), ("value", ">", 50)]]
    assert set(load("quantities", folder=folder, filters=either).text) == {"less than €800 million", "some 60"}


def test_codes_are_categories_in_the_order_of_the_guidelines(folder: Path) -> None:
    claims, numbers = load(folder=folder), load("quantities", folder=folder)
    for codes, cells in ((TOPICS, claims.topic), (CLAIM_TYPES, claims.claim_type), (MODALITIES, claims.modality)):
        assert cells.cat.categories.tolist() == list(codes)
    assert numbers.comparator.cat.categories.tolist() == list(COMPARATORS)
    assert numbers.kind.tolist() == load("quantities", engine="arrow", folder=folder)["kind"].to_pylist()
    assert claims.topic.value_counts()["aid"] == 0
    assert load("documents", folder=folder).url_status.dtype == "category"


@pytest.mark.parametrize("table", TABLES)
def test_a_frame_with_categories_is_still_of_the_schema(table: str, folder: Path) -> None:
    frame = load(table, folder=folder)
    assert as_arrow(table, frame).equals(load(table, engine="arrow", folder=folder))
    assert len(TABLES[table].validate(frame)) == len(frame)


def test_a_code_that_the_tables_do_not_know_yet_is_kept() -> None:
    cells = coded(pyarrow.chunked_array([["b", None], ["new"]]), ["a", "b"])
    assert cells.to_pylist() == ["b", None, "new"]
    assert cells.dictionary.to_pylist() == ["a", "b", "new"]


def test_polars_reads_alike_where_no_checksums_are_beside_the_tables(folder: Path, tmp_path: Path) -> None:
    for path in (folder / "data" / "processed").glob("*.parquet"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    for table in TABLES:
        vouched, alone = (load(table, engine="polars", folder=one) for one in (folder, tmp_path))
        assert vouched.equals(alone)
        assert vouched.schema == alone.schema
    asked = load(engine="polars", folder=folder, columns=["topic", "claim"])
    assert asked.equals(load(engine="polars", folder=tmp_path, columns=["topic", "claim"]))
    assert asked.columns == ["topic", "claim"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"table": "people"}, "no table 'people': there are claims, documents, quantities"),
        ({"engine": "duckdb"}, "no engine 'duckdb': there are pandas, arrow, polars"),
        ({"columns": ["claim", "colour"]}, "no column 'colour': there are claim_id, document_id, position"),
        ({"filters": [("colour", "==", "red")]}, "no column 'colour'"),
        ({"filters": [[("topic", "==", "aid")], [("colour", "==", "red")]]}, "no column 'colour'"),
    ],
)
def test_what_there_is_not_is_told_with_what_there_is(arguments: dict[str, object], message: str, folder: Path) -> None:
    with pytest.raises(ValueError, match=message):
        load(folder=folder, **arguments)  # type: ignore[call-overload]


def test_before_a_build_load_says_what_to_run(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "data" / "processed"):
        with pytest.raises(NotBuiltError) as caught:
            load(folder=folder)
        assert str(caught.value) == f"{folder}: no dataset is built there yet: run lt-by-claims build"


def test_a_damaged_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "claims.parquet").write_bytes(b"PAR1")
    with pytest.raises(NotBuiltError, match=r"claims.parquet is damaged: run lt-by-claims build again"):
        load(folder=tmp_path)


def test_a_frame_says_what_release_it_is_of(tmp_path: Path) -> None:
    publish(validate(made()), tmp_path, version="1.2.3", model="en_core_web_md 3.7.1")
    said = load(folder=tmp_path).attrs
    assert (said["version"], said["model"]) == ("1.2.3", "en_core_web_md 3.7.1")
    assert said["content_hash"].startswith("sha256:")
    assert load("quantities", engine="arrow", folder=tmp_path).schema.metadata[b"version"] == b"1.2.3"
    assert load(folder=tmp_path).query("topic == 'trade'").attrs == said


@pytest.mark.parametrize(
    ("wanted", "fits"),
    [
        ("1.2.3", True),
        ("1.2", True),
        ("1", True),
        ("1.2.4", False),
        ("1.3", False),
        ("1.2.30", False),
        ("2", False),
        ("", False),
    ],
)
def test_a_paper_can_ask_for_a_version(wanted: str, fits: bool, tmp_path: Path) -> None:
    publish(validate(made()), tmp_path, version="1.2.3")
    if fits:
        assert_version(wanted, tmp_path)
        return
    with pytest.raises(VersionError, match=rf"is of version 1\.2\.3, and {wanted} is asked for: install"):
        assert_version(wanted, tmp_path)


def test_what_is_not_out_is_no_version_to_cite(tmp_path: Path) -> None:
    publish(validate(made()), tmp_path, version="1.2.0-dev")
    assert_version("1.2.0-dev", tmp_path)
    with pytest.raises(VersionError):
        assert_version("1.2", tmp_path)


@pytest.mark.parametrize("engine", ENGINES)
def test_a_changed_byte_is_found(engine: Literal["pandas", "arrow", "polars"], tmp_path: Path) -> None:
    publish(validate(made()), tmp_path)
    path = tmp_path / "claims.parquet"
    content = bytearray(path.read_bytes())
    content[60] ^= 1
    path.write_bytes(content)
    with pytest.raises(NotBuiltError, match="the table claims is damaged: run lt-by-claims build again"):
        load(engine=engine, folder=tmp_path)


@pytest.mark.parametrize("engine", ENGINES)
def test_tables_of_two_releases_are_no_dataset(engine: Literal["pandas", "arrow", "polars"], tmp_path: Path) -> None:
    publish(validate(made()), tmp_path / "one")
    publish(validate(made("a-2021")), tmp_path / "two")
    (tmp_path / "one/claims.parquet").write_bytes((tmp_path / "two/claims.parquet").read_bytes())
    with pytest.raises(NotBuiltError, match="its tables are not of one release: run lt-by-claims build"):
        load("quantities", engine=engine, folder=tmp_path / "one")


def test_polars_is_asked_for_by_the_name_of_its_extra(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "polars", None)
    with pytest.raises(ImportError, match=r'pip install "lt-by-claims\[polars\]"'):
        load(engine="polars", folder=folder)


def test_importing_the_package_imports_nothing_heavy() -> None:
    assert heavy("import lt_by_claims") == set()
    assert heavy("from lt_by_claims import TableError, load") == set()


def test_load_imports_only_what_it_gives(folder: Path) -> None:
    call = f"import lt_by_claims; lt_by_claims.load(folder={str(folder)!r}, engine="
    assert heavy(f"{call}'arrow')") == {"pyarrow", "numpy"}
    assert heavy(f"{call}'pandas')") == {"pyarrow", "numpy", "pandas"}
    assert heavy(f"{call}'polars')") == {"polars"}


def test_the_package_gives_the_names_that_it_lists() -> None:
    assert set(dir(lt_by_claims)) == set(lt_by_claims.__all__)
    assert all(getattr(lt_by_claims, name) is not None for name in lt_by_claims.__all__)
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        lt_by_claims.nothing  # noqa: B018


def test_load_works_from_a_checkout_wherever_it_is_called(tmp_path: Path) -> None:
    code = "import lt_by_claims; print(lt_by_claims.__file__, len(lt_by_claims.load()))"
    home, claims = python(code, ROOT / "src", cwd=tmp_path).split()
    assert Path(home).is_relative_to(ROOT / "src")
    assert int(claims) == len(load(folder=ROOT))


def test_load_works_from_an_installed_wheel(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(tmp_path), str(ROOT)]
    subprocess.run(build, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    install = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", str(tmp_path / "site")]
    subprocess.run([*install, str(wheel)], check=True, capture_output=True)
    code = "import lt_by_claims; print(lt_by_claims.__file__, len(lt_by_claims.load()))"
    home, claims = python(code, tmp_path / "site", cwd=tmp_path).split()
    assert Path(home).is_relative_to(tmp_path / "site")
    assert int(claims) == len(load(folder=ROOT))
