"""A claim marked in its source."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest

from lt_by_claims.build import build
from lt_by_claims.dataset import load
from lt_by_claims.errors import NotBuiltError, UsageError
from lt_by_claims.shown import found, show, wrapped
from small_project import REVIEW, TRADE, small, write

__all__ = ["small"]


@pytest.fixture
def built(small: Path) -> Path:
    build(small)
    return small / "data/processed"


def marked(text: str, mark: str) -> str:
    """The characters that stand above a mark."""
    lines = text.splitlines()
    pairs = [(above, below) for above, below in pairwise(lines) if set(below) <= set(" ~=") and below]
    return "".join(c for above, below in pairs for c, m in zip(above, below, strict=False) if m in mark)


def test_the_quote_and_its_numbers_are_marked(built: Path) -> None:
    text = str(show("trade/1a2b0000", built))
    assert marked(text, "~=") == "Norway exported goods worth around €60 million in 2019"
    assert marked(text, "=") == "around €60 million"
    assert text.splitlines()[:2] == ["trade/1a2b0000", "Norway exported goods worth around €60 million in 2019."]


def test_all_that_is_known_is_said(built: Path) -> None:
    said = dict(
        re.split(r"  +", line, maxsplit=1) for line in str(show("1a2b0000", built)).split("\n\n")[-1].splitlines()
    )
    assert said == {
        "source": "Trade and Power, A. Writer, 2020-10",
        "link": said["link"],
        "type": "statistic",
        "topics": "trade, business",
        "modality": "asserted",
        "actors": "NO",
        "time": "2019",
        "number": "around €60 million: money ~ 60,000,000 EUR (Norwegian exports, 2019)",
        "settled by": "a reviewer",
        "before it": "Trade has grown in 2020. (trade/1a2b3c4d)",
        "after it": said["after it"],
    }
    assert said["link"].startswith("data/raw/trade.txt#char=")


def test_a_draft_says_what_made_it(built: Path) -> None:
    ids = load("claims", engine="arrow", folder=built)["claim_id"].to_pylist()
    draft = show(next(one for one in ids if one.startswith("power/")), built)
    assert "settled by  nobody yet: stand-in" in str(draft).splitlines()


def test_the_first_claim_of_a_text_has_a_neighbour_only_after_it(built: Path) -> None:
    first = show("1a2b3c4d", built)
    assert [first.side(other) for other in first.neighbours] == ["after it"]
    assert [other["claim_id"] for other in first.neighbours] == ["trade/1a2b0000"]


def test_a_notebook_shows_hostile_text_as_text(built: Path) -> None:
    html = show("5e6f7a8b", built)._repr_html_()
    tags: list[str] = []
    parser = HTMLParser()
    parser.handle_starttag = lambda tag, attrs: tags.append(tag)  # type: ignore[method-assign]
    parser.feed(html)
    assert set(tags) == {"div", "style", "p", "strong", "code", "blockquote", "mark", "table", "tr", "th", "td"}
    assert "&lt;script&gt;alert(&quot;x &amp; y&quot;)&lt;/script&gt; is no power</mark>" in html


def test_numbers_are_marked_within_the_quote_in_a_notebook(built: Path) -> None:
    html = show("1a2b0000", built)._repr_html_()
    assert (
        "<mark>Norway exported goods worth </mark><mark><b>around €60 million</b></mark><mark> in 2019</mark>" in html
    )


def test_control_characters_do_not_reach_the_terminal(small: Path) -> None:
    raw = TRADE.replace("Estonia sells", "Estonia \u202esells")
    write(small, "data/raw/trade.txt", raw)
    write(small, "data/reviewed/trade.yaml", REVIEW)
    build(small)
    text = str(show("5e6f7a8b", small / "data/processed"))
    assert "Estonia �sells" in text
    assert marked(text, "~") == '<script>alert("x & y")</script> is no power'


IDS = ("trade/1a2b3c4d", "trade/1a2b0000", "power/5e6f7a8b", "powers/00000000")


@pytest.mark.parametrize(
    ("asked", "one"),
    [
        ("trade/1a2b3c4d", "trade/1a2b3c4d"),
        ("1a2b3c4d", "trade/1a2b3c4d"),
        ("1a2b3", "trade/1a2b3c4d"),
        ("trade/1a2b0", "trade/1a2b0000"),
        ("5", "power/5e6f7a8b"),
        ("power/", "power/5e6f7a8b"),
    ],
)
def test_an_id_may_be_short(asked: str, one: str) -> None:
    assert found(asked, IDS) == one


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ("1a2b", "1a2b: 2 claims begin so: trade/1a2b3c4d, trade/1a2b0000"),
        ("1a2b3c4e", "1a2b3c4e: no claim has this id; did you mean 1a2b3c4d"),
        ("zzz", "zzz: no claim has this id"),
        ("", ": no claim has this id"),
    ],
)
def test_an_id_that_is_not_one_is_answered_in_words(asked: str, says: str) -> None:
    with pytest.raises(UsageError) as caught:
        found(asked, IDS)
    assert str(caught.value).startswith(says)


def test_nothing_is_shown_before_a_build(tmp_path: Path) -> None:
    with pytest.raises(NotBuiltError):
        show("1a2b3c4d", tmp_path)


@pytest.mark.parametrize("text", ["word " * 60, "x" * 450, "a\nb   c" * 40, "", "   "])
def test_lines_hold_all_words_and_are_short(text: str) -> None:
    lines = [text[start:end] for start, end in wrapped(text, 0, len(text))]
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(len(line) <= 100 for line in lines)
