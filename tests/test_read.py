from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from lt_by_claims.document import Document
from lt_by_claims.read import read

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def first() -> Document:
    return read(ROOT / "data/raw/pism-2020-lithuania-belarus.txt")


def test_the_text_is_the_raw_file(first: Document) -> None:
    raw = (ROOT / "data/raw/pism-2020-lithuania-belarus.txt").read_bytes()
    assert first.text.encode() == raw
    assert first.sha256 == hashlib.sha256(raw).hexdigest()
    assert first.raw_path == "data/raw/pism-2020-lithuania-belarus.txt"


def test_run_in_headings_are_the_sections(first: Document) -> None:
    sections = ["", "Advocate of the Democratisation of Belarus", "Security", "The Economic Importance of Belarus"]
    assert list(dict.fromkeys(p.section for p in first.paragraphs)) == [*sections, "Conclusions and Perspectives"]


def test_paragraphs_that_a_page_break_cut_are_joined(first: Document) -> None:
    assert len(first.paragraphs) == 12
    whole = first.paragraphs[2]
    start = whole.text.index("a body representing the Belarusian opposition, in their efforts")
    assert first.text[slice(*whole.raw(start, start + 49))] == "a body representing the Belarusian\n\nopposition, in"


def test_links_that_lost_their_targets_are_kept(first: Document) -> None:
    assert [link.url for link in first.links] == [None] * 4
    assert all(first.text[link.start : link.end] == f"[{link.text}](#)" for link in first.links)
