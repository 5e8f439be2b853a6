"""The page as a person uses it, in a real Chromium: by mouse, by keyboard alone, on a telephone, on paper."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

from browsing import HOSTILE, browser, hostile, opened, publish
from lt_by_claims import cite, load
from lt_by_claims.explore import explore
from lt_by_claims.shown import plain
from made import made

__all__ = ["browser"]

ROOT = Path(__file__).parents[1]
CLAIMS = load()
NUMBERS = load("quantities")


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The page of the dataset."""
    path = tmp_path_factory.mktemp("page") / "claims.html"
    explore(ROOT, path)
    return path.as_uri()


@pytest.fixture
def page(browser: Browser, address: str) -> Page:
    return opened(browser, address)


@pytest.fixture(autouse=True)
def _nothing_is_amiss(request: pytest.FixtureRequest) -> object:
    """No error, dialog, request or broken policy, whatever a test does."""
    yield
    if "browser" in request.fixturenames:
        for context in request.getfixturevalue("browser").contexts:
            for one in context.pages:
                amiss = one.amiss  # type: ignore[attr-defined]
                context.close()
                assert amiss == []


def listed(page: Page) -> list[str]:
    """The claims of the list, all of them."""
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    return page.locator("#list .statement").all_inner_texts()


def box(page: Page, facet: str, value: str) -> Locator:
    return page.locator(f"[data-facet={facet}] input[value='{value}']")


def claims(query: Callable[[pd.DataFrame], pd.Series]) -> list[str]:
    found: list[str] = CLAIMS[query(CLAIMS)]["claim"].tolist()
    return found


def has(column: str, value: str) -> Callable[[pd.DataFrame], pd.Series]:
    return lambda frame: frame[column].map(lambda values: value in values)


def number_of_kind(kind: str) -> Callable[[pd.DataFrame], pd.Series]:
    return lambda frame: frame["claim_id"].isin(NUMBERS[NUMBERS["kind"] == kind]["claim_id"])


@pytest.mark.parametrize(
    ("facet", "value", "query"),
    [
        ("topic", "energy", has("topics", "energy")),
        ("topic", "trade", has("topics", "trade")),
        ("type", "forecast", lambda frame: frame["claim_type"] == "forecast"),
        ("actor", "Poland", has("actors", "PL")),
        ("actor", "NATO", has("actors", "NATO")),
        ("modality", "hedged", lambda frame: frame["modality"] == "hedged"),
        ("numbers", "money", number_of_kind("money")),
        ("numbers", "with a number", lambda frame: frame["claim_id"].isin(NUMBERS["claim_id"])),
    ],
)
def test_a_filter_shows_what_the_tables_have(
    page: Page, facet: str, value: str, query: Callable[[pd.DataFrame], pd.Series]
) -> None:
    told = page.locator(f"[data-facet={facet}] label:has([value='{value}']) .count").inner_text()
    box(page, facet, value).check()
    assert listed(page) == claims(query)
    assert int(told) == len(claims(query))
    expect(page.locator("#status")).to_have_text(f"{told} of {len(CLAIMS)} claims")


def test_values_of_one_facet_add_and_facets_narrow(page: Page) -> None:
    box(page, "topic", "energy").check()
    box(page, "topic", "aid").check()
    either = lambda frame: has("topics", "energy")(frame) | has("topics", "aid")(frame)  # noqa: E731
    assert listed(page) == claims(either)
    box(page, "type", "intention").check()
    assert listed(page) == claims(lambda frame: either(frame) & (frame["claim_type"] == "intention"))
    page.get_by_role("button", name="Clear all").click()
    assert listed(page) == CLAIMS["claim"].tolist()
    expect(box(page, "topic", "energy")).not_to_be_checked()


def test_each_choice_tells_what_it_would_leave(page: Page) -> None:
    box(page, "topic", "trade").check()
    of_trade = CLAIMS[has("topics", "trade")(CLAIMS)]
    for value, count in of_trade["claim_type"].value_counts().items():
        expect(page.locator(f"[data-facet=type] label:has([value={value}]) .count")).to_have_text(str(count))
    security = CLAIMS["topics"].map(lambda topics: "security" in topics).sum()
    expect(page.locator("[data-facet=topic] label:has([value=security]) .count")).to_have_text(str(security))


@pytest.mark.parametrize(
    ("sought", "found"),
    [
        ("linkevicius", "Linkevičius"),
        ("KLAIPĖDA port", "Klaipėda"),
        ('"economic losses"', "economic losses"),
        ("€160 million", "€160 million"),
    ],
)
def test_the_search_asks_for_all_words_and_minds_neither_case_nor_accents(page: Page, sought: str, found: str) -> None:
    page.get_by_role("searchbox").fill(sought)
    expect(page.locator("#status")).to_contain_text(f"of {len(CLAIMS)} claims")
    told = listed(page)
    assert 0 < len(told) < len(CLAIMS) / 4
    assert any(found in claim for claim in told)
    assert page.locator("#list mark").count() > 0


def test_the_search_marks_the_words_that_it_found(page: Page) -> None:
    page.get_by_role("searchbox").fill("linkevicius")
    expect(page.locator("#list mark").first).to_have_text("Linkevičius")


def test_what_is_not_there_is_said(page: Page) -> None:
    page.get_by_role("searchbox").fill("zeppelin")
    expect(page.get_by_text("No claim is like this.")).to_be_visible()
    expect(page.locator("#claim-count")).to_have_text("0")
    assert page.locator("#article .mark").count() == 0


def marked(page: Page) -> str:
    """The quote that is marked in the text."""
    return "".join(page.locator("#article .mark.current").all_inner_texts())


def test_a_claim_leads_to_its_quote(page: Page) -> None:
    claim = CLAIMS.iloc[100]
    page.get_by_role("searchbox").fill(claim["claim_id"].rpartition("/")[2])
    expect(page.locator("#list .statement")).to_have_count(1)
    page.locator("#list .statement").click()
    assert marked(page) == " ".join(claim["quote"].split())
    expect(page.locator("#article .mark.current").first).to_be_in_viewport()
    assert page.url.endswith(f"#{claim['claim_id']}")


def test_every_claim_marks_its_quote(page: Page) -> None:
    for claim in CLAIMS.itertuples():
        page.evaluate("id => { location.hash = id; }", claim.claim_id)
        expect(page.locator(".claim.current code")).to_have_text(claim.claim_id)
        assert "".join(marked(page).split()) == "".join(claim.quote.split())


def test_a_mark_leads_to_its_claims_one_after_the_other(page: Page) -> None:
    mark = page.locator("#article .mark", has_text="changed to being increasingly involved")
    seen = []
    for _ in range(4):
        mark.click()
        seen.append(page.locator(".claim.current .statement").inner_text())
        expect(page.locator(".claim.current")).to_be_in_viewport()
    quoted = claims(lambda frame: frame["quote"].str.contains("changed to being increasingly involved", regex=False))
    assert sorted(seen[:3]) == sorted(quoted)
    assert seen[3] == seen[0]


@pytest.mark.parametrize("name", ["whole", "digits"])
def test_a_link_opens_its_claim(browser: Browser, address: str, name: str) -> None:
    claim = CLAIMS.iloc[-1]
    asked = claim["claim_id"] if name == "whole" else claim["claim_id"].rpartition("/")[2]
    page = opened(browser, f"{address}#{asked}")
    expect(page.locator(".claim.current .statement")).to_have_text(claim["claim"])
    expect(page.locator(".claim.current")).to_be_in_viewport()
    expect(page.locator("#article .mark.current").first).to_be_in_viewport()


def test_a_link_to_no_claim_is_answered(browser: Browser, address: str) -> None:
    page = opened(browser, f"{address}#nobody/00000000")
    expect(page.locator("#status")).to_have_text("No claim has this address.")


def test_a_link_goes_before_the_filters(page: Page) -> None:
    box(page, "topic", "energy").check()
    other = CLAIMS[~has("topics", "energy")(CLAIMS)].iloc[0]
    page.evaluate("id => { location.hash = id; }", other["claim_id"])
    expect(page.locator(".claim.current .statement")).to_have_text(other["claim"])
    expect(page.locator("#status")).to_have_text("The filters were cleared to show this claim.")


def test_back_leads_back(page: Page) -> None:
    statements = page.locator("#list .statement")
    statements.nth(2).click()
    statements.nth(4).click()
    page.go_back()
    expect(page.locator(".claim.current .statement")).to_have_text(CLAIMS["claim"][2])


def copied(page: Page, name: str) -> str:
    page.get_by_role("button", name=f"Copy {name}").click()
    expect(page.locator("#status")).to_have_text(f"{name[0].upper()}{name[1:]} copied.")
    text: str = page.evaluate("copied")
    return text


def test_a_citation_is_that_of_cite(page: Page) -> None:
    for place in (0, 5, 12):
        page.locator("#list .statement").nth(place).click()
        claim = CLAIMS["claim_id"][place]
        assert copied(page, "citation") == cite(claim)
        assert copied(page, "BibTeX") == cite(claim, "bibtex")
        assert copied(page, "link") == page.url


def test_a_citation_is_copied_where_the_clipboard_is_closed_to_scripts(browser: Browser, address: str) -> None:
    page = opened(browser, address)
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('closed')); }")
    page.evaluate(
        "document.addEventListener('copy', () => { globalThis.copied = String(document.activeElement.value); })"
    )
    page.locator("#list .statement").nth(1).click()
    assert copied(page, "citation") == cite(CLAIMS["claim_id"][1])


def cells(page: Page, column: int) -> list[str]:
    return page.locator(f"#rows tr > :nth-child({column})").all_inner_texts()


def test_the_numbers_are_a_table_that_can_be_sorted(page: Page) -> None:
    page.get_by_role("tab", name="Numbers").click()
    assert [cell.split("\n")[0] for cell in cells(page, 1)] == NUMBERS["text"].tolist()
    page.get_by_role("button", name="Measure").click()
    assert cells(page, 2) == sorted(cells(page, 2), key=str.casefold)
    expect(page.locator("th", has_text="Measure")).to_have_attribute("aria-sort", "ascending")
    page.get_by_role("button", name="Measure").click()
    assert cells(page, 2) == sorted(cells(page, 2), key=str.casefold, reverse=True)
    expect(page.locator("th", has_text="Measure")).to_have_attribute("aria-sort", "descending")
    page.get_by_role("button", name="Value").click()
    money = [cell.split("\n")[0] for cell in cells(page, 1) if "EUR" in cell]
    assert money == NUMBERS.query("unit == 'EUR'").sort_values("value")["text"].tolist()


def test_the_numbers_are_those_of_the_claims_shown(page: Page) -> None:
    box(page, "numbers", "percent").check()
    page.get_by_role("tab", name="Numbers").click()
    assert [cell.split("\n")[0] for cell in cells(page, 1)] == NUMBERS.query("kind == 'percent'")["text"].tolist()


def test_where_no_claim_has_a_number_this_is_said(page: Page) -> None:
    page.locator("#tab-numbers").click()
    expect(page.locator("#no-numbers")).to_be_hidden()
    page.locator("#search").fill("nothing of the kind")
    expect(page.locator("#no-numbers")).to_be_visible()
    expect(page.locator("#numbers table")).to_be_hidden()
    page.locator("#clear").click()
    expect(page.locator("#numbers table")).to_be_visible()
    expect(page.locator("#no-numbers")).to_be_hidden()


@pytest.mark.parametrize("width", [390, 800, 1440])
def test_the_table_of_numbers_fits_beside_all_else(browser: Browser, address: str, width: int) -> None:
    page = opened(browser, address, width)
    page.locator("#tab-numbers").click()
    assert page.locator("#numbers .table").evaluate("(one) => one.scrollWidth - one.clientWidth") == 0


def test_the_bars_are_as_long_as_the_values(page: Page) -> None:
    page.get_by_role("tab", name="Numbers").click()
    page.get_by_label("Unit", exact=True).select_option("EUR")
    rows = page.locator(".bars .row")
    widest = NUMBERS.query("unit == 'EUR'")["value"].max()
    for row in rows.all():
        text = row.locator(".value").inner_text()
        value = NUMBERS.set_index("text")["value"][text]
        bar, track = row.locator(".track > span").bounding_box(), row.locator(".track").bounding_box()
        assert bar is not None
        assert track is not None
        assert bar["width"] / track["width"] == pytest.approx(value / widest, abs=0.01)
        assert row.locator(".track .open").count() == text.startswith("less than")
    assert rows.count() == len(NUMBERS.query("unit == 'EUR'"))


def test_a_number_leads_to_its_claim(page: Page) -> None:
    page.get_by_role("tab", name="Numbers").click()
    page.get_by_role("link", name="less than €800 million").click()
    expect(page.locator(".claim.current .statement")).to_contain_text("less than €800 million")
    expect(page.locator(".mark.current b").last).to_have_text("less than €800 million")


def focused(page: Page) -> Locator:
    return page.locator(":focus")


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def tab_to(page: Page, target: Locator) -> None:
    """Go on with the Tab key until the target has the focus."""
    for _ in range(80):
        page.keyboard.press("Tab")
        if target.evaluate("element => element === document.activeElement"):
            return
    pytest.fail(f"the Tab key does not lead to {target}")


def test_every_filter_works_by_keyboard_alone(page: Page) -> None:
    for facet in ("topic", "type", "modality", "numbers", "actor"):
        first = page.locator(f"[data-facet={facet}] input").first
        tab_to(page, first)
        press(page, "Space")
        expect(first).to_be_checked()
        expect(page.locator("#status")).to_contain_text(" of ")
        press(page, "Space")
        expect(first).not_to_be_checked()
    tab_to(page, page.locator("#search"))
    page.keyboard.type("klaipeda")
    expect(page.locator("#list mark").first).to_have_text("Klaipėda")


def test_claims_and_text_work_by_keyboard_alone(page: Page) -> None:
    press(page, "Tab", "Tab", "Tab", "Enter")
    expect(page.locator("#claims")).to_be_focused()
    press(page, "ArrowDown", "ArrowDown", "ArrowDown", "ArrowUp")
    expect(focused(page)).to_have_text(CLAIMS["claim"][1])
    press(page, "End")
    expect(focused(page)).to_have_text(CLAIMS["claim"].iloc[-1])
    press(page, "Home", "ArrowDown", "Enter")
    assert "".join(marked(page).split()) == "".join(CLAIMS["quote"][1].split())
    expect(focused(page)).to_have_text(CLAIMS["claim"][1])
    press(page, "Tab", "Tab")
    expect(focused(page)).to_have_text("Find in the text")
    press(page, "Enter")
    expect(focused(page)).to_have_class("mark type-3 current")
    press(page, "ArrowRight", "ArrowRight", "ArrowLeft", "Enter")
    expect(focused(page)).to_have_class("statement")
    expect(page.locator(".claim.current .statement")).to_be_focused()
    press(page, "Tab", "Tab", "Tab", "Enter")
    expect(page.locator("#status")).to_have_text("Citation copied.")


def test_numbers_work_by_keyboard_alone(page: Page) -> None:
    press(page, "Tab", "Tab", "Tab", "Tab", "Enter")
    expect(page.locator("#numbers")).to_be_focused()
    tab_to(page, page.get_by_label("Unit", exact=True))
    press(page, "ArrowDown")
    expect(page.locator(".bars")).not_to_have_attribute("aria-label", "EUR")
    tab_to(page, page.get_by_role("button", name="Value"))
    press(page, "Enter")
    expect(page.locator("th", has_text="Value")).to_have_attribute("aria-sort", "ascending")
    tab_to(page, page.locator("#rows a").first)
    press(page, "Enter")
    expect(page.locator(".claim.current .statement")).to_be_focused()


WALK = """() => {
  const seen = [];
  for (;;) {
    const before = document.activeElement;
    before.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowRight", bubbles: true }));
    if (document.activeElement === before) return seen;
    seen.push(document.activeElement.textContent);
  }
}"""


def test_the_arrow_keys_walk_through_all_marks(page: Page) -> None:
    page.locator("#text").focus()
    whole = "".join("".join(page.evaluate(WALK)).split())
    text = load("documents")["text"][0]
    quoted = {at for claim in CLAIMS.itertuples() for at in range(claim.quote_start, claim.quote_end)}
    assert whole == "".join("".join(text[at] for at in sorted(quoted)).split())


def test_tabs_are_chosen_by_arrow_keys(page: Page) -> None:
    page.get_by_role("tab", name="Claims").focus()
    press(page, "ArrowRight")
    expect(page.get_by_role("tab", name="Numbers")).to_have_attribute("aria-selected", "true")
    expect(page.locator("#numbers")).to_be_visible()
    press(page, "ArrowRight")
    expect(page.get_by_role("tab", name="Claims")).to_be_focused()


RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.mark.parametrize("width", [390, 800, 1440])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_is_accessible(browser: Browser, address: str, width: int, scheme: str) -> None:
    page = opened(browser, address, width, scheme)
    page.locator("#list .statement").nth(3).click()
    for view in ("claims", "text", "numbers"):
        if page.locator(f"#tab-{view}").is_visible():
            page.locator(f"#tab-{view}").click()
        if view == "text" and page.locator("#show-filters").is_visible():
            page.locator("#show-filters").click()
        page.wait_for_timeout(250)  # until colours have changed
        found = Axe().run(page, options={"runOnly": RULES, "resultTypes": ["violations"]}).response
        assert [(rule["id"], [node["target"] for node in rule["nodes"]]) for rule in found["violations"]] == []
        assert len(found["passes"]) > 25


@pytest.mark.parametrize("width", [320, 390, 640, 704, 800, 1152, 1440])
def test_nothing_stands_out_at_the_side(browser: Browser, address: str, width: int) -> None:
    page = opened(browser, address, width)
    page.locator("#list .statement").nth(3).click()
    for view in ("claims", "text", "numbers"):
        if page.locator(f"#tab-{view}").is_visible():
            page.locator(f"#tab-{view}").click()
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [390, 800, 1440])
def test_what_one_clicks_is_large_enough(browser: Browser, address: str, width: int) -> None:
    page = opened(browser, address, width)
    page.locator("#list .statement").nth(3).click()
    for target in page.locator("button:visible, select:visible, label:has(input):visible, .statement:visible").all():
        size = target.bounding_box()
        assert size is not None
        assert min(size["width"], size["height"]) >= 24, target.inner_text()


def test_a_telephone_shows_one_thing_at_a_time(browser: Browser, address: str) -> None:
    page = opened(browser, address, 390)
    expect(page.locator("#text")).to_be_hidden()
    page.locator("#list .statement").nth(5).click()
    page.get_by_role("button", name="Find in the text").click()
    expect(page.locator("#claims")).to_be_hidden()
    expect(page.locator("#article .mark.current").first).to_be_in_viewport()
    page.locator("#article .mark", has_text="Lithuania's relations with Belarus").first.click()
    expect(page.locator("#text")).to_be_hidden()
    expect(page.locator(".claim.current")).to_be_in_viewport()


def test_light_and_dark_follow_the_system_and_the_reader(browser: Browser, address: str) -> None:
    page = opened(browser, address, scheme="dark")
    paper = "getComputedStyle(document.documentElement).backgroundColor"
    before = page.evaluate(paper)
    page.get_by_role("button", name="Light").click()
    assert page.evaluate(paper) == "rgb(250, 249, 246)"
    page.get_by_role("button", name="Dark").click()
    assert page.evaluate(paper) == before == "rgb(21, 23, 27)"


def test_all_is_on_paper(page: Page) -> None:
    box(page, "topic", "trade").check()
    page.emulate_media(media="print")
    page.pdf()
    assert page.locator("#list .statement").all_inner_texts() == claims(has("topics", "trade"))
    expect(page.locator("#rows")).to_be_visible()
    expect(page.locator("#filters")).to_be_hidden()
    last = page.locator("#article .mark[data-ends]").last
    assert last.get_attribute("data-ends") in CLAIMS[has("topics", "trade")(CLAIMS)]["position"].astype(str).tolist()


def test_hostile_text_is_text(browser: Browser, tmp_path: Path) -> None:
    explore(publish(hostile(), tmp_path), tmp_path / "claims.html")
    page = opened(browser, (tmp_path / "claims.html").as_uri())
    assert page.title().startswith("<script>alert(1)</script> </script><script>alert(2)</script> <!-- <script>")
    statements = page.locator("#list .statement")
    for place, harm in enumerate(HOSTILE):
        statements.nth(place).click()
        expect(page.locator(".claim.current")).to_have_count(1)
        assert statements.nth(place).evaluate("element => element.textContent") == f"{plain(harm)}."
        assert "".join(page.locator(".mark.current").evaluate_all("all => all.map(one => one.textContent)")) == plain(
            harm
        )
        said = page.locator(".claim.current").evaluate("element => element.textContent")
        assert plain(harm) in said.replace(f"{plain(harm)}.", "", 1)
    page.get_by_role("tab", name="Numbers").click()
    expect(page.locator("#rows tr")).to_have_count(1)
    assert page.locator("img, [href^='javascript:' i], main script").count() == 0
    assert page.evaluate("document.scripts.length") == 2


def test_what_turns_text_around_stays_within_its_claim(browser: Browser, tmp_path: Path) -> None:
    explore(publish(hostile(), tmp_path), tmp_path / "claims.html")
    page = opened(browser, (tmp_path / "claims.html").as_uri())
    shown = page.locator("main").evaluate("element => element.textContent")
    assert set("\u202e\u202c\u2066").isdisjoint(shown)
    assert "\ufffdreversed\ufffd \ufffdisolated" in shown
    for statement in page.locator("#list .statement").all():
        assert statement.evaluate("element => getComputedStyle(element).unicodeBidi") == "isolate"


def test_a_hostile_claim_is_cited_as_text(browser: Browser, tmp_path: Path) -> None:
    folder = publish(hostile(), tmp_path)
    explore(folder, tmp_path / "claims.html")
    page = opened(browser, (tmp_path / "claims.html").as_uri())
    for place in (0, 5, 8):
        page.locator("#list .statement").nth(place).click()
        for name, style in (("citation", "text"), ("BibTeX", "bibtex")):
            assert copied(page, name) == cite(f"lv-2021/{place + 1:08x}", style, folder)


def test_several_texts_share_a_page(browser: Browser, tmp_path: Path) -> None:
    one, other = made("lv-2021"), made("ee-2022")
    rows = {table: [*one[table], *other[table]] for table in one}
    explore(publish(rows, tmp_path), tmp_path / "claims.html")
    page = opened(browser, (tmp_path / "claims.html").as_uri())
    expect(page.get_by_role("heading", level=1)).to_have_text("2 policy texts")
    assert page.locator("#list .statement").count() == len(rows["claims"])
    page.locator("#list .statement").last.click()
    expect(page.get_by_label("Text", exact=True).and_(page.locator("select"))).to_have_value("1")
    expect(page.locator("#article .mark.current")).to_have_text("Lithuania may follow")
    page.locator("select#document").select_option("0")
    expect(page.locator("#article .mark.current")).to_have_count(0)
    box(page, "document", "ee-2022").check()
    assert page.locator("#list .statement").count() == len(other["claims"])
    expect(page.locator("select#document")).to_have_value("1")


def test_ten_thousand_claims_are_drawn_a_few_at_a_time(browser: Browser, tmp_path: Path) -> None:
    rows = made()
    many = [
        rows["claims"][at % 4] | {"claim_id": f"lv-2021/{at:08x}", "position": at + 1, "claim": f"Claim {at} is made."}
        for at in range(10_000)
    ]
    explore(publish(rows | {"claims": many, "quantities": []}, tmp_path), tmp_path / "claims.html")
    page = opened(browser, (tmp_path / "claims.html").as_uri())
    expect(page.locator("#claim-count")).to_have_text("10,000")
    assert 10 < page.locator(".claim").count() < 200
    page.locator("#claims").focus()
    press(page, "End")
    expect(focused(page)).to_have_text("Claim 9999 is made.")
    expect(focused(page)).to_be_in_viewport()
    assert focused(page).locator("..").get_attribute("aria-posinset") == "10000"
    press(page, "Enter")
    expect(page.locator(".claim.current .statement")).to_be_in_viewport()
    assert page.locator(".claim").count() < 300
    page.get_by_role("searchbox").fill('"claim 777"')
    expect(page.locator("#claim-count")).to_have_text("11")
