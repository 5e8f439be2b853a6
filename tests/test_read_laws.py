"""What holds for the reading of any text."""

from __future__ import annotations

import pickle
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lt_by_claims.document import Document
from lt_by_claims.errors import DocumentError
from lt_by_claims.read import read_text

PIECES = [
    *"\n\n\n  .,:;-–—*_`#>|<[]()!?&^\\\"'“”\t\r\f\u00a0\u00ad\u200b\ufeff",
    *[
        "\r\n",
        "# ",
        "- ",
        "1. ",
        "a) ",
        "> ",
        "**",
        "[^1]",
        "[^1]: ",
        "](",
        "[a](#)",
        "![",
        "<!--",
        "-->",
        "&amp;",
        "²",
    ],
    *["<b>", "</b>", "<br>", "---\n", "```\n", "| a | b |\n", "|---|---|\n", "The plan is to:\n", "Trade. ", "U.S. "],
    *["the", "Lithuania ", "rose by 5% ", "exports.1 ", "which", "It fell. ", "demo-\ncratic ", "http://a.b "],
]
TEXTS = st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=40).map("".join))


def read_or_none(text: str) -> Document | None:
    try:
        return read_text(text)
    except DocumentError:
        return None


@settings(max_examples=500, deadline=None)
@given(TEXTS)
def test_every_character_of_a_view_has_its_place_in_the_text(text: str) -> None:
    document = read_or_none(text)
    for paragraph in document.paragraphs if document else ():
        assert len(paragraph.offsets) == len(paragraph.text) > 0
        assert list(paragraph.offsets) == sorted(set(paragraph.offsets))
        for character, place in zip(paragraph.text, paragraph.offsets, strict=True):
            raw = text[place]
            assert raw == character or character == " " or raw == "&" or raw.lower() == character


@settings(deadline=None)
@given(TEXTS)
def test_paragraphs_follow_each_other_and_are_found_by_place(text: str) -> None:
    document = read_or_none(text)
    paragraphs = document.paragraphs if document else ()
    assert [paragraph.position for paragraph in paragraphs] == list(range(1, len(paragraphs) + 1))
    assert [p.offsets[-1] for p in paragraphs] == sorted({p.offsets[-1] for p in paragraphs})
    for paragraph in paragraphs:
        assert document is not None
        assert document.paragraph_at(paragraph.offsets[-1]) == paragraph
        assert paragraph.text == " ".join(paragraph.text.split())


@settings(deadline=None)
@given(TEXTS)
def test_links_stand_in_the_text_one_after_another(text: str) -> None:
    document = read_or_none(text)
    links = document.links if document else ()
    ends = [end for link in links for end in (link.start, link.end)]
    assert ends == sorted(ends)
    assert all(text[link.start] in "[<" and text[link.end - 1] in ")]>" and link.url != "" for link in links)


def test_a_document_is_hashable_and_travels_between_processes() -> None:
    document = read_text("It fell. It rose [again](#).")
    assert pickle.loads(pickle.dumps(document)) == document
    assert len({document, document}) == 1


HOSTILE = ["[", "(", "](", "](a", "![", "<", "<a ", "<!--", "> ", "*", "a*", "_", "`a", "&a", ".", "A. ", '"', "“a. B"]
HOSTILE += ["- ", "1. ", "a-\n", "|a\n", "# A\n", "```\n", "[^1]", "¹", "\\", "\u00ad\n", " ", "\t", "[a]: b\n", "ab.C"]


@pytest.mark.parametrize("unit", HOSTILE)
def test_hostile_marks_are_read_or_refused_in_seconds(unit: str) -> None:
    line = (unit * 50_000)[:50_000]
    started = time.process_time()
    read_or_none("Trade rose. It fell.\n\n" + "\n\n".join([line] * 5))
    read_or_none("Trade rose. It fell.\n\n" + line * 10)
    assert time.process_time() - started < 20
