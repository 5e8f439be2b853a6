"""What is shipped: the archives hold all that the package needs, and nothing is left behind."""

from __future__ import annotations

import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = {path.relative_to(ROOT / "src").as_posix() for path in (ROOT / "src" / "lt_by_claims").rglob("*.*")}
DATA = {path.name for path in (ROOT / "data" / "processed").glob("*")}


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A source archive, and the wheel that is built from it."""
    folder = tmp_path_factory.mktemp("dist")
    build = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(build, check=True, capture_output=True)
    return folder


def test_the_wheel_holds_the_package_its_data_and_its_license(shipped: Path) -> None:
    (wheel,) = shipped.glob("*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    info = {name for name in names if ".dist-info/" in name}
    package = {name for name in PACKAGE if "__pycache__" not in name}
    assert names - info == package | {f"lt_by_claims/data/{name}" for name in DATA}
    assert "lt_by_claims/py.typed" in names
    assert [name for name in info if name.endswith("licenses/LICENSE")]


def test_the_source_holds_all_that_a_checkout_is_tested_with(shipped: Path) -> None:
    (archive,) = shipped.glob("*.tar.gz")
    with tarfile.open(archive) as tar:
        names = {name.partition("/")[2] for name in tar.getnames()}
    assert {"LICENSE", "README.md", "CHANGELOG.md", "CONTRIBUTING.md", "CITATION.cff", "pyproject.toml"} <= names
    assert {f"src/{name}" for name in PACKAGE if "__pycache__" not in name} <= names
    for folder in ("data", "docs", "scripts", "tests"):
        assert [name for name in names if name.startswith(f"{folder}/")]
