from __future__ import annotations

from pathlib import Path

import pytest

from lt_by_claims.errors import DocumentError
from lt_by_claims.read import read, read_text

SIDECAR = 'title = "Rents"\nlanguage = "en"\nurl_status = "missing"\n'


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "data/raw").mkdir(parents=True)
    return tmp_path


def written(
    project: Path, text: bytes | str = "It fell.", sidecar: bytes | str | None = SIDECAR, name: str = "x"
) -> Path:
    """A text and its sidecar in a project's data/raw."""
    path = project / f"data/raw/{name}.txt"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    if sidecar is not None:
        path.with_suffix(".toml").write_bytes(sidecar.encode() if isinstance(sidecar, str) else sidecar)
    return path


def problems(path: Path) -> tuple[str, ...]:
    with pytest.raises(DocumentError) as caught:
        read(path)
    return caught.value.problems


def test_a_text_and_its_sidecar_make_a_document(project: Path) -> None:
    sidecar = (
        SIDECAR.replace("missing", "verified") + 'url = "https://a.b"\nauthors = ["A", "B"]\npublished = "2020-10?"'
    )
    document = read(written(project, "It fell.\r\n", sidecar, "rents-2020"))
    assert (document.document_id, document.title, document.authors) == ("rents-2020", "Rents", ("A", "B"))
    assert (document.url, document.url_status, document.published) == ("https://a.b", "verified", "2020-10?")
    assert (document.raw_path, document.text) == ("data/raw/rents-2020.txt", "It fell.\r\n")


@pytest.mark.parametrize(
    ("raw", "problem"),
    [
        (b"It fell.\nIt \xe9rose.", "x.txt:2: byte 12 (0xe9) is not UTF-8; save the file as UTF-8"),
        ("It fell.".encode("utf-16"), "x.txt:1: byte 0 (0xff) is not UTF-8; it looks like UTF-16; save"),
        (b"", "x.txt: is empty"),
        (" \n\u00a0\ufeff\n".encode(), "x.txt: is empty"),
        (b"It fell.\r\nIt\x00 rose.", "x.txt:2: character 12 (U+0000) is no text"),
        (b"It fell.\n\n" + b"a" * 100_001, "x.txt:3: the paragraph is too long (100,001 characters, 100,000 at most)"),
        (b"It fell.\n\n" + b"it fell\n\n" * 13_000, "x.txt:3: the paragraph is too long"),
    ],
)
def test_a_text_that_cannot_be_read(project: Path, raw: bytes, problem: str) -> None:
    (found,) = problems(written(project, raw))
    assert found.startswith(f"data/raw/{problem}")


def test_a_file_that_is_too_large_is_not_even_opened(project: Path) -> None:
    path = written(project)
    with path.open("r+b") as file:
        file.truncate(50_000_000)
    assert problems(path) == (
        "data/raw/x.txt: 50,000,000 bytes are too many (10,000,000 at most); split the text into parts",
    )


def test_what_is_no_file(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(project).unlink()
    assert problems(project / "data/raw/x.txt") == ("data/raw/x.txt: there is no such file",)
    (project / "data/raw/x.txt").mkdir()
    assert problems(project / "data/raw/x.txt")[0].startswith("data/raw/x.txt: is not a file")

    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    path = written(project, name="y")
    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert "data/raw/y.txt: cannot be opened: Permission denied" in problems(path)


@pytest.mark.parametrize(
    ("sidecar", "problem"),
    [
        (None, "x.toml: is missing; write it beside the text, with at least title, language, url_status and url in it"),
        (b'title = "\xe9"', "x.toml:1: byte 9 (0xe9) is not UTF-8; save the file as UTF-8"),
        ('title = "A"\nlanguage = ', "x.toml:2: is not TOML: Invalid value (at end of document)"),
        ('title = "A"\n\nlanguage en', "x.toml:3: is not TOML: Expected '=' after a key"),
        (SIDECAR.replace('title = "Rents"', ""), "x.toml: title is missing; add it"),
        (SIDECAR + "titel = 1", "x.toml:4: titel is no field; the fields are title, authors"),
        (SIDECAR + 'authors = "A"', "x.toml:4: authors: A is not a list of texts"),
        (SIDECAR + "authors = [1]", "x.toml:4: authors: 1 is not a text"),
        (SIDECAR + "published = 2020-10-05", "x.toml:4: published: 2020-10-05 is not a text in quotes"),
        (SIDECAR + 'published = "autumn"', "x.toml:4: published: 'autumn' is no EDTF date"),
        (SIDECAR + 'rights = " "', "x.toml:4: rights: is empty; write it, or leave the field out"),
        (SIDECAR + 'url = "http://a.b"', "x.toml:3: url_status says that the url is missing, but there is one"),
        (SIDECAR.replace("missing", "verified"), "x.toml:3: url is missing; add it, or say url_status"),
        (SIDECAR.replace("missing", "sure"), "x.toml:3: url_status: 'sure' is none of verified, inferred, missing"),
        (SIDECAR.replace("missing", "inferred") + 'url = "a.b"', "x.toml:4: url: 'a.b' is no web address"),
        (SIDECAR.replace('"en"', '"English!"'), "x.toml:2: language: 'English!' is no BCP 47 language tag"),
    ],
)
def test_a_sidecar_that_says_too_little_or_too_much(project: Path, sidecar: bytes | str | None, problem: str) -> None:
    (found,) = problems(written(project, sidecar=sidecar))
    assert found.startswith(f"data/raw/{problem}")


def test_all_problems_are_told_at_once(project: Path) -> None:
    sidecar = 'title = ""\npublished = "soon"\nurl_status = "missing"\nurl = "x y"\n'
    found = problems(written(project, b"\xff", sidecar, "My Text"))
    assert [problem.split("; ")[0] for problem in found] == [
        "data/raw/My Text.txt: 'My Text' is no name for a document",
        "data/raw/My Text.toml: language is missing",
        "data/raw/My Text.toml:3: url_status says that the url is missing, but there is one",
        "data/raw/My Text.toml:1: title: is empty",
        "data/raw/My Text.toml:2: published: 'soon' is no EDTF date (2020, 2020-08, 2020-09-17, 2010/2020, 2020-08/..)",
        "data/raw/My Text.toml:4: url: 'x y' is no web address: http:// or https://, a host, and no spaces",
        "data/raw/My Text.txt:1: byte 0 (0xff) is not UTF-8",
    ]


def test_paths_are_told_from_the_root_or_as_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "x.md").write_text("It fell.", "utf-8")
    (tmp_path / "x.toml").write_text(SIDECAR, "utf-8")
    assert read(tmp_path / "x.md", tmp_path.parent).raw_path == f"{tmp_path.name}/x.md"
    monkeypatch.chdir(tmp_path)
    assert read(Path("x.md")).raw_path == "x.md"


def test_a_file_anywhere_needs_neither_a_sidecar_nor_a_slug(tmp_path: Path) -> None:
    path = tmp_path / "Šiaulių uostas, 2021.md"
    path.write_text("# Rents in town\n\nThey fell.", "utf-8")
    document = read(path)
    assert (document.document_id, document.title, document.language) == ("siauliu-uostas-2021", "Rents in town", "en")
    path.with_suffix(".toml").write_text('title = "Rents"', "utf-8")
    assert [problem.split("; ")[0] for problem in problems(path)] == [
        f"{path.with_suffix('.toml').as_posix()}: language is missing",
        f"{path.with_suffix('.toml').as_posix()}: url_status is missing",
    ]


def test_a_file_name_without_a_letter_is_a_text(tmp_path: Path) -> None:
    (tmp_path / "报告.txt").write_text("It fell.", "utf-8")
    assert read(tmp_path / "报告.txt").document_id == "text"


def test_a_bare_text_is_held_to_the_same() -> None:
    with pytest.raises(DocumentError, match="text: is empty"):
        read_text(" ")
    with pytest.raises(DocumentError, match=r"text:1: character 1 \(U\+DC80\) is no text"):
        read_text("a\udc80")
    with pytest.raises(DocumentError, match="text: published: 'soon' is no EDTF date"):
        read_text("It fell.", published="soon")


def test_a_text_without_a_verb_is_read() -> None:
    assert [p.text for p in read_text("Rents, homes, tenants, and towns.").paragraphs] == [
        "Rents, homes, tenants, and towns."
    ]
