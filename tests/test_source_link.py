from __future__ import annotations

import re
from pathlib import Path
from time import perf_counter
from urllib.parse import unquote

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from lt_by_claims.document import Document, Link, Paragraph
from lt_by_claims.source_link import Page, fragments, source_link

ROOT = Path(__file__).parents[1]
URL = "https://www.example.org/page"
LINK = re.compile(r"\[([^\]]*)\]\(([^)]*)\)")


def document(text: str, url: str | None = URL) -> Document:
    """A document whose paragraphs are parted by blank lines, its links read as their texts."""
    paragraphs, links = [], []
    for number, block in enumerate(re.finditer(r"\S(?:(?!\n\s*\n)[\s\S])*", text), start=1):
        hidden: set[int] = set()
        for link in LINK.finditer(text, *block.span()):
            links.append(Link(link.start(), link.end(), link[1], None))
            hidden |= set(range(*link.span())) - set(range(*link.span(1)))
        offsets = [i for i in range(*block.span()) if i not in hidden]
        shown = "".join(" " if text[i].isspace() else text[i] for i in offsets)
        paragraphs.append(Paragraph(number, "", shown, offsets, ((0, len(shown)),)))
    return Document("x", text, tuple(paragraphs), tuple(links), url=url, raw_path="data/raw/x.md")


def blocks(text: str) -> list[str]:
    """What a browser shows of a text, block by block."""
    return [" ".join(LINK.sub(r"\1", block).split()) for block in re.split(r"\n\s*\n", text) if block.strip()]


def marked(text: str, link: str) -> list[str]:
    """All that a browser could mark for a link: a plain reading of the standard, one candidate after the other."""
    parts = link.partition(":~:text=")[2].split(",")
    prefix = unquote(parts.pop(0)[:-1]) if parts[0].endswith("-") else ""
    suffix = unquote(parts.pop()[1:]) if parts[-1].startswith("-") else ""
    start, end = unquote(parts[0]), unquote(parts[1]) if len(parts) > 1 else ""
    shown = "\n".join(blocks(text))
    assert not any("\n" in part for part in (prefix, start, end, suffix)), "no part crosses a block"

    def bounded(a: int, b: int) -> bool:
        return not re.match(r"\w\w", shown[max(a - 1, 0) : a + 1]) and not re.match(r"\w\w", shown[b - 1 : b + 1])

    found = []
    for a in (m.start() for m in re.finditer(f"(?={re.escape(start)})", shown)):
        if prefix and not shown[:a].rstrip().endswith(prefix):
            continue
        ends = [a + len(start)]
        if end:
            ends = [a + len(start) + m.end(1) for m in re.finditer(f"(?=({re.escape(end)}))", shown[a + len(start) :])]
        ends = [b for b in ends if bounded(a, b) and shown[b:].lstrip().startswith(suffix)]
        found += [shown[a : ends[0]]] if ends else []
    return found


TEXT = """Latvia and trade

Trade with Belarus grew. [Trade with Russia](#) fell by 1,000-odd firms & more, and trade with
Belarus fell again. Trade with Belarus grew.

The port’s turnover fell, because the ministry
(in 2010) had said so; Lithuania's turnover did not.

The ministry of transport has said, in a report that was published long after the elections in August and that few \
have read to its end, that the turnover of the port will not fall further."""


@pytest.mark.parametrize(
    ("quote", "directive"),
    [
        ("few have read", "few%20have%20read"),
        ("fell by 1,000-odd firms & more", "fell%20by%201%2C000%2Dodd%20firms%20%26%20more"),
        ("[Trade with Russia](#) fell", "Trade%20with%20Russia%20fell"),
        ("trade with\nBelarus fell", "trade%20with%20Belarus%20fell"),
        ("Lithuania", "Lithuania%27s"),
        (
            "fell again. Trade with Belarus grew.\n\nThe port",
            "fell%20again.%20Trade%20with,The%20port%E2%80%99s",
        ),
    ],
)
def test_a_unique_quote_needs_no_context(quote: str, directive: str) -> None:
    start = TEXT.index(quote)
    assert source_link(document(TEXT), start, start + len(quote)) == f"{URL}#:~:text={directive}"


def test_a_repeated_quote_is_told_apart() -> None:
    made = document(TEXT)
    places = [m.span() for m in re.finditer("Trade with Belarus grew", TEXT)]
    links = [source_link(made, *place) for place in places]
    assert links[0] != links[1]
    assert [marked(TEXT, link) for link in links] == [["Trade with Belarus grew"]] * 2


def test_a_long_quote_gives_its_ends() -> None:
    quote = blocks(TEXT)[-1]
    start = TEXT.index("The ministry of transport")
    link = source_link(document(TEXT), start, len(TEXT))
    assert len(link) < len(quote) / 1.5
    assert marked(TEXT, link) == [quote]


def test_the_link_into_a_link_keeps_its_place() -> None:
    made = document("Trade grew.")
    there = Document("x", made.text, made.paragraphs, url=f"{URL}#part-2")
    assert source_link(there, 0, 5) == f"{URL}#part-2:~:text=Trade"


def test_without_an_address_the_raw_file_is_linked() -> None:
    assert source_link(document(TEXT, url=None), 12, 40) == "data/raw/x.md#char=12,40"


def test_a_text_without_a_file_is_linked_by_the_range_alone() -> None:
    assert source_link(Document("text", "Trade grew.", ()), 0, 5) == "#char=0,5"


def test_what_a_browser_does_not_show_is_linked_in_the_raw_file() -> None:
    made = document("Trade [grew](#).")
    assert source_link(made, 11, 14) == "data/raw/x.md#char=11,14"


def test_headings_outside_of_paragraphs_count_too() -> None:
    text = "# Trade grew\n\nTrade grew in 2019."
    made = Document("x", text, (Paragraph(1, "Trade grew", text[14:], range(14, len(text)), ()),), url=URL)
    assert source_link(made, 14, 24) != f"{URL}#:~:text=Trade%20grew"


def test_every_sentence_of_the_first_text_has_a_link_of_its_own() -> None:
    text = (ROOT / "data/raw/pism-2020-lithuania-belarus.txt").read_text(encoding="utf-8")
    made = document(text)
    spans = [m.span() for m in re.finditer(r"\b[A-Z](?:[^.\n]|\.(?=\S)|\n\n(?=[a-z]))*\.(?=\s|$)", text)]
    began = perf_counter()
    page = Page.of(made)
    links = [source_link(made, *span, page) for span in spans]
    assert perf_counter() - began < 1
    for span, link in zip(spans, links, strict=True):
        found = marked(text, link)
        assert len(found) == 1, link
        assert found[0].replace("\n", " ") == " ".join(LINK.sub(r"\1", text[slice(*span)]).split())


words = st.lists(
    st.sampled_from(["trade", "fell", "EU", "(in", "2010)", "1,000", "Latvia's", "\n\n", "&", "x-y"]),
    min_size=3,
    max_size=40,
)


@given(words, st.data())
def test_a_link_leads_to_its_quote_alone_wherever_that_can_be_told(parts: list[str], data: st.DataObject) -> None:
    text = " ".join(parts)
    spans = [m.span() for m in re.finditer(r"\S+", text)]
    if not spans:
        return
    first = data.draw(st.integers(0, len(spans) - 1))
    last = data.draw(st.integers(first, len(spans) - 1))
    start, end = spans[first][0], spans[last][1]
    made = document(text)
    page = Page.of(made)
    place = page.span(start, end)
    assume(any(list(page.found(fragment)) == [place] for fragment in fragments(page, *place)))
    found = marked(text, source_link(made, start, end))
    assert [" ".join(one.split()) for one in found] == [" ".join(text[start:end].split())]
