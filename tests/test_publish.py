from __future__ import annotations

import hashlib
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import textwrap
import threading
import time
from contextlib import suppress
from pathlib import Path

import pytest
from pyarrow.parquet import ParquetFile, read_schema

from lt_by_claims import __version__
from lt_by_claims.claim import joined
from lt_by_claims.dataset import load
from lt_by_claims.errors import PublishError
from lt_by_claims.publish import content_hash, publish
from lt_by_claims.publish.exchange import exchange
from lt_by_claims.publish.swap import replace
from lt_by_claims.validate import Tables, validate
from made import made

HERE = Path(__file__).parent

FILES = {
    "documents.parquet",
    "claims.parquet",
    "quantities.parquet",
    "retired.parquet",
    "datapackage.json",
    "croissant.json",
    "README.md",
    "CITATION.cff",
    "dataset.jsonld",
    "SHA256SUMS",
}


@pytest.fixture(scope="module")
def tables() -> Tables:
    return validate(joined([made("b-2021"), made("a-2021")]))


@pytest.fixture(scope="module")
def fewer() -> Tables:
    return validate(made("a-2021"))


def bytes_of(folder: Path) -> dict[str, bytes]:
    """What every file of a folder holds."""
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def python(code: str, **environment: str) -> subprocess.Popen[str]:
    """Another process that runs some lines with the small dataset at hand."""
    head = "from made import made; from lt_by_claims.validate import validate; from lt_by_claims.publish import *"
    return subprocess.Popen(
        [sys.executable, "-c", f"{head}\n{textwrap.dedent(code)}"],
        env={**os.environ, "PYTHONPATH": str(HERE), **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_a_folder_is_published_whole_and_can_be_checked(tables: Tables, tmp_path: Path) -> None:
    folder = tmp_path / "project" / "data" / "processed"
    publish(tables, folder)
    assert set(bytes_of(folder)) == FILES
    sums = dict(line.split()[::-1] for line in (folder / "SHA256SUMS").read_text().splitlines())
    assert sums == {n: hashlib.sha256(b).hexdigest() for n, b in bytes_of(folder).items() if n != "SHA256SUMS"}
    assert [path.name for path in folder.parent.iterdir()] == ["processed"]


def test_rows_are_sorted_by_document_and_place(tables: Tables, tmp_path: Path) -> None:
    publish(tables, tmp_path / "out")
    claims, quantities = (load(name, folder=tmp_path / "out") for name in ("claims", "quantities"))
    assert list(zip(claims.document_id, claims.position, strict=True)) == sorted(
        zip(claims.document_id, claims.position, strict=True)
    )
    place = {claim_id: at for at, claim_id in enumerate(claims.claim_id)}
    assert [place[claim_id] for claim_id in quantities.claim_id] == sorted(map(place.get, quantities.claim_id))


def test_the_same_tables_give_the_same_bytes(tables: Tables, tmp_path: Path) -> None:
    publish(tables, tmp_path / "one")
    publish({name: frame.iloc[::-1] for name, frame in reversed(tables.items())}, tmp_path / "two")
    publish(tables, tmp_path / "two")
    assert bytes_of(tmp_path / "one") == bytes_of(tmp_path / "two")


def test_what_is_loaded_publishes_again_as_it_was(tables: Tables, tmp_path: Path) -> None:
    publish(tables, tmp_path / "one")
    publish({name: load(name, folder=tmp_path / "one") for name in tables}, tmp_path / "two")
    assert bytes_of(tmp_path / "one") == bytes_of(tmp_path / "two")


def test_the_hash_is_of_the_content_alone(tables: Tables, fewer: Tables, tmp_path: Path) -> None:
    publish(tables, tmp_path / "out", version="9.9.9")
    hashed = content_hash(tables)
    footers = [read_schema(path).metadata for path in sorted((tmp_path / "out").glob("*.parquet"))]
    assert {footer[b"content_hash"].decode() for footer in footers} == {hashed}
    assert {footer[b"version"] for footer in footers} == {b"9.9.9"}
    assert {(footer[b"package"], footer[b"guidelines"]) for footer in footers} == {(__version__.encode(), b"2")}
    assert not any(b"model" in footer for footer in footers)
    assert json.loads((tmp_path / "out" / "datapackage.json").read_text(encoding="utf-8"))["contentHash"] == hashed
    assert content_hash(fewer) != hashed
    changed = {**tables, "claims": tables["claims"].assign(negated=~tables["claims"].negated)}
    assert content_hash(changed) != hashed


def test_the_hash_is_the_same_in_any_place_and_time(fewer: Tables) -> None:
    code = "print(content_hash(validate(made('a-2021'))))"
    processes = [
        python(code, LC_ALL="C", TZ="Asia/Tokyo", PYTHONHASHSEED="1"),
        python(code, LC_ALL="lt_LT.UTF-8", TZ="America/Lima", PYTHONHASHSEED="2", PYTHONUTF8="0"),
    ]
    assert {process.communicate()[0].strip() for process in processes} == {content_hash(fewer)}


def test_a_second_build_at_once_is_refused(tables: Tables, fewer: Tables, tmp_path: Path) -> None:
    publish(fewer, tmp_path / "out")
    before = bytes_of(tmp_path / "out")

    def write(made: Path) -> None:
        with pytest.raises(PublishError, match=rf"process {os.getpid()} is writing it: wait until it is done"):
            publish(tables, tmp_path / "out")
        assert bytes_of(tmp_path / "out") == before
        (made / "claims.parquet").write_text("done")

    for name in FILES - {"claims.parquet"}:
        (tmp_path / "out" / name).unlink()
    before = bytes_of(tmp_path / "out")
    replace(tmp_path / "out", write)
    assert bytes_of(tmp_path / "out") == {"claims.parquet": b"done"}
    publish(tables, tmp_path / "out")


def test_a_full_disk_leaves_what_was_there(fewer: Tables, tmp_path: Path) -> None:
    publish(fewer, tmp_path / "out")
    before = bytes_of(tmp_path / "out")
    process = python(f"""
        import resource, signal
        tables = validate(made())
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
        publish(tables, {str(tmp_path / "out")!r})
    """)
    assert f"PublishError: {tmp_path / 'out'}: cannot be written, and is as it was" in process.communicate()[1]
    assert bytes_of(tmp_path / "out") == before
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_place_that_is_no_folder_is_refused_in_words(fewer: Tables, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(
        PublishError, match=r"file/out: cannot be written, and is as it was: (Not a directory|File exists)"
    ):
        publish(fewer, tmp_path / "file" / "out")


def test_files_of_others_are_never_thrown_away(fewer: Tables, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(PublishError, match=r"notes.txt: not a file of the dataset, and publishing replaces the folder"):
        publish(fewer, tmp_path)
    assert bytes_of(tmp_path) == {"notes.txt": b"mine"}


def test_hidden_files_are_kept(fewer: Tables, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / ".gitattributes").write_text("*.parquet binary")
    publish(fewer, tmp_path / "out")
    publish(fewer, tmp_path / "out")
    assert set(bytes_of(tmp_path / "out")) == FILES | {".gitattributes"}


@pytest.mark.parametrize(
    ("owner", "function", "call", "new", "one_step"),
    [
        ("parquet", "write_table", 2, False, True),
        ("swap", "settle", 1, False, True),
        ("swap", "exchange", 1, False, True),
        ("swap", "recover", 2, True, True),
        ("Path", "rename", 1, False, False),
        ("Path", "rename", 2, False, False),
        ("swap", "recover", 2, True, False),
    ],
)
def test_a_killed_build_leaves_the_old_or_the_new(
    owner: str, function: str, call: int, new: bool, one_step: bool, fewer: Tables, tmp_path: Path
) -> None:
    publish(fewer, tmp_path / "out")
    old = bytes_of(tmp_path / "out")
    process = python(f"""
        import os, signal
        from itertools import count
        from pathlib import Path
        from pyarrow import parquet
        from lt_by_claims.publish import swap
        if not {one_step}: swap.exchange = lambda *_: False
        calls, real = count(1), {owner}.{function}
        def kill(*_, **__): os.kill(os.getpid(), signal.SIGKILL)
        {owner}.{function} = lambda *a, **k: (kill if next(calls) == {call} else real)(*a, **k)
        publish(validate(made("lv-2021")), {str(tmp_path / "out")!r})
    """)
    process.communicate()
    assert process.returncode == -signal.SIGKILL
    assert set(load(folder=tmp_path / "out").document_id) == ({"lv-2021"} if new else {"a-2021"})
    publish(fewer, tmp_path / "out")
    assert bytes_of(tmp_path / "out") == old
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_folders_change_places_in_one_step(tmp_path: Path) -> None:
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        (tmp_path / name / name).write_text(name)
    if not exchange(tmp_path / "one", tmp_path / "other"):
        pytest.skip("this system cannot exchange folders")
    assert [path.name for path in (tmp_path / "one").iterdir()] == ["other"]
    assert not exchange(tmp_path / "one", tmp_path / "nothing")


def test_builds_killed_at_random_instants_leave_one_state_or_the_other(
    tables: Tables, fewer: Tables, tmp_path: Path
) -> None:
    folder, chance = tmp_path / "out", random.Random(1)
    publish(fewer, folder)
    seen = set[int]()
    for turn in range(20):
        child = os.fork()
        if child == 0:
            with suppress(PublishError):
                publish((tables, fewer)[turn % 2], folder)
            os._exit(0)
        time.sleep(chance.uniform(0, 0.15))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        sums = dict(line.split()[::-1] for line in (folder / "SHA256SUMS").read_text().splitlines())
        assert sums == {n: hashlib.sha256(b).hexdigest() for n, b in bytes_of(folder).items() if n != "SHA256SUMS"}
        seen.add(len(load(folder=folder)))
    assert seen <= {4, 8}


def test_a_folder_taken_away_meanwhile_is_told(fewer: Tables, tmp_path: Path) -> None:
    publish(fewer, tmp_path / "data" / "out")

    def write(made: Path) -> None:
        shutil.rmtree(tmp_path / "data")
        (made / "claims.parquet").write_text("done")

    with pytest.raises(PublishError, match=r"out: cannot be written, and was taken away meanwhile: No such file"):
        replace(tmp_path / "data" / "out", write)


def test_load_never_fails_while_builds_come_and_go(tables: Tables, fewer: Tables, tmp_path: Path) -> None:
    publish(tables, tmp_path / "out")
    seen: set[int] = set()
    stop = threading.Event()

    def read() -> None:
        while not stop.is_set():
            seen.add(load("claims", engine="arrow", folder=tmp_path / "out").num_rows)

    readers = [threading.Thread(target=read) for _ in range(2)]
    for reader in readers:
        reader.start()
    end = time.monotonic() + 1.5
    while time.monotonic() < end:
        publish(fewer, tmp_path / "out")
        publish(tables, tmp_path / "out")
    alive = all(reader.is_alive() for reader in readers)
    stop.set()
    for reader in readers:
        reader.join()
    assert alive, "a reader met a folder without tables"
    assert seen == {4, 8}


def test_parquet_carries_what_columns_mean(tables: Tables, tmp_path: Path) -> None:
    publish(tables, tmp_path / "out")
    field = read_schema(tmp_path / "out" / "claims.parquet").field("topic")
    assert field.metadata[b"description"] == b"What the claim is mainly about."
    assert "trade" in json.loads(field.metadata[b"codes"])
    assert not field.nullable
    assert ParquetFile(tmp_path / "out" / "claims.parquet").metadata.row_group(0).column(0).compression == "ZSTD"
