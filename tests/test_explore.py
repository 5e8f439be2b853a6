"""What is written into the page."""

from __future__ import annotations

import json
import re
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

from browsing import HOSTILE, hostile, publish
from lt_by_claims import load
from lt_by_claims.errors import ClaimsError, NotBuiltError, UsageError
from lt_by_claims.explore import explore
from lt_by_claims.explore.contents import gathered
from lt_by_claims.explore.layout import blocks, places
from lt_by_claims.explore.page import SCRIPTS, escaped, part, source
from made import made

ROOT = Path(__file__).parents[1]


class Elements(HTMLParser):
    """Scripts, styles, and what every element asks to be fetched."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None], str]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs), ""))

    def handle_endtag(self, tag: str) -> None:
        self.found.append(("", {}, ""))

    def handle_data(self, data: str) -> None:
        if self.found:
            tag, attributes, before = self.found[-1]
            self.found[-1] = (tag, attributes, before + data)

    def named(self, name: str) -> list[tuple[dict[str, str | None], str]]:
        return [(attributes, text) for tag, attributes, text in self.found if tag == name]


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("page") / "claims.html"
    explore(ROOT, path)
    return path.read_text(encoding="utf-8")


def test_the_page_tells_what_is_in_it(tmp_path: Path) -> None:
    told = explore(ROOT, tmp_path / "claims.html")
    assert str(told) == f"{len(load())} claims, 1 text, {len(load('quantities'))} numbers"


def test_the_page_holds_all_claims_and_numbers(page: str) -> None:
    ((_, data),) = ((a, text) for a, text in Elements(page).named("script") if a.get("id") == "data")
    told = json.loads(data)
    assert [claim["claim"] for claim in told["claims"]] == load()["claim"].tolist()
    assert [number["text"] for number in told["numbers"]] == load("quantities")["text"].tolist()
    for claim, quote in zip(told["claims"], load()["quote"], strict=True):
        assert told["documents"][claim["document"]]["text"][claim["start"] : claim["end"]] == quote


def test_the_policy_lets_in_nothing_but_this_script_and_this_style(page: str) -> None:
    found = Elements(page)
    (policy,) = (a["content"] for a, _ in found.named("meta") if a.get("http-equiv") == "Content-Security-Policy")
    ((_, style),) = found.named("style")
    (script,) = (text for a, text in found.named("script") if a.get("type") == "module")
    assert policy is not None
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert rules == {
        "default-src": "'none'",
        "script-src": source(script),
        "style-src": source(style),
        "base-uri": "'none'",
        "form-action": "'none'",
        "require-trusted-types-for": "'script'",
        "trusted-types": "'none'",
    }


def test_the_page_asks_for_nothing_and_does_nothing_inline(page: str) -> None:
    attributes = {name for _, attributes, _ in Elements(page).found for name in attributes}
    assert attributes.isdisjoint({"src", "srcset", "style", "action", "poster"})
    assert [name for name in attributes if name.startswith("on")] == []
    assert Elements(page).named("link") == []


def test_the_scripts_make_no_markup_of_text() -> None:
    code = "\n".join(part(f"scripts/{name}.js") for name in SCRIPTS)
    assert (
        re.findall(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function|fetch\(", code) == []
    )
    assert "</" not in code
    assert {path.stem for path in (ROOT / "src/lt_by_claims/explore/scripts").iterdir()} == set(SCRIPTS)


def test_the_same_dataset_gives_the_same_page(page: str, tmp_path: Path) -> None:
    explore(ROOT, tmp_path / "again.html")
    assert (tmp_path / "again.html").read_text(encoding="utf-8") == page


@pytest.mark.parametrize("harm", HOSTILE)
def test_no_text_ends_the_data(harm: str) -> None:
    written = escaped([harm])
    assert json.loads(written) == [harm]
    assert set(written).isdisjoint("<>&\u2028\u2029")


def test_no_text_becomes_an_element(tmp_path: Path) -> None:
    explore(publish(hostile(), tmp_path), tmp_path / "claims.html")
    found = Elements((tmp_path / "claims.html").read_text(encoding="utf-8"))
    assert len(found.named("script")) == 2
    assert found.named("img") == []
    ((_, title),) = found.named("title")
    assert title.startswith("<script>alert(1)</script> </script>")


def test_places_are_those_of_a_browser() -> None:
    text = "a🦊b🦊🦊c"
    wide = text.encode("utf-16-le")
    place = places(text)
    for at, character in enumerate(text):
        assert wide[2 * place(at) : 2 * place(at + 1)].decode("utf-16-le") == character


TEXT = """A title

# First

Ports. The ports lost
goods.

Ports

- one
- two
  of them

3) A list of one.
"""


def test_a_text_is_laid_out_in_blocks() -> None:
    found = list(blocks(TEXT, "A title", ["Ports", "First"]))
    assert [(TEXT[block.start : block.end].split("\n")[0], block.kind) for block in found] == [
        ("A title", "title"),
        ("# First", "heading"),
        ("Ports. The ports lost", "paragraph"),
        ("Ports", "heading"),
        ("- one", "lines"),
        ("3) A list of one.", "lines"),
    ]
    assert TEXT[found[2].start : found[2].lead] == "Ports."
    assert all(block.lead == block.start for block in found if block.start != found[2].start)


@pytest.mark.parametrize("text", ["", "\n\n", " \t \n a", "a\r\n\r\nb\r\n", "\x0ca\x0b", "a " * 50 + "\n" * 50])
def test_blocks_hold_all_that_is_to_be_read(text: str) -> None:
    assert "".join("".join(text[b.start : b.end] for b in blocks(text, "", [])).split()) == "".join(text.split())


def test_states_are_told_by_their_names() -> None:
    (actors,) = (facet for facet in gathered(ROOT).facets if facet.name == "actor")
    counts = {choice.label: choice.count for choice in actors.choices}
    told = load()["actors"].explode().value_counts()
    assert (counts["Lithuania"], counts["NATO"]) == (told["LT"], told["NATO"])


def test_a_facet_tells_what_its_codes_mean() -> None:
    facets = {facet.name: {choice.value: choice.meaning for choice in facet.choices} for facet in gathered(ROOT).facets}
    assert facets["type"]["statistic"] == "Its point is a figure."
    assert facets["topic"]["energy"] == "Power plants, fuels, grids."


def test_what_all_claims_share_is_no_choice(tmp_path: Path) -> None:
    names = [facet.name for facet in gathered(publish(made(), tmp_path)).facets]
    assert names == ["topic", "modality", "numbers", "actor"]


def test_a_dataset_without_claims_has_a_page(tmp_path: Path) -> None:
    rows = made() | {"claims": [], "quantities": []}
    assert str(explore(publish(rows, tmp_path), tmp_path / "claims.html")) == "0 claims, 1 text, 0 numbers"


def test_what_cannot_be_written_is_said(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"nowhere.*: No such file or directory: name a file that can be written"):
        explore(ROOT, tmp_path / "nowhere" / "claims.html")


def test_nothing_is_shown_before_a_build(tmp_path: Path) -> None:
    with pytest.raises(NotBuiltError):
        explore(tmp_path, tmp_path / "claims.html")


def test_who_has_no_jinja_is_told_how_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "jinja2", None)
    with pytest.raises(ClaimsError, match=r'pip install "lt-by-claims\[explore\]"'):
        explore(ROOT, tmp_path / "claims.html")
