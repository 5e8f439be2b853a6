"""How quick the page of `lt-by-claims explore` is with many claims.

    python benchmarks/explore.py [CLAIMS] [--texts N]

The dataset of the package is repeated until it has so many claims (10,000), in one text or in N. Told are the size of
the page, its first paint, and how long the slowest of several filters and searches took from the key or click to the
frame that shows it: the median and the worst of five visits, in a real Chromium.
"""

from __future__ import annotations

import argparse
import os
import shutil
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

import pyarrow
from playwright.sync_api import Page, sync_playwright
from pyarrow import parquet

from lt_by_claims import load
from lt_by_claims.explore import explore

VISITS = 5

ACTIONS = """async () => {
  const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const timed = async (act) => {
    const start = performance.now();
    act();
    await frame();
    return performance.now() - start;
  };
  const box = (facet, at) => document.querySelectorAll(`[data-facet=${facet}] input`)[at];
  const search = document.getElementById("search");
  const look = (words) => {
    search.value = words;
    document.getElementById("filters").dispatchEvent(new Event("change"));    // as typing does, without its pause
  };
  await new Promise((done) => setTimeout(done, 1500));
  const taken = {};
  taken["filter by topic"] = await timed(() => box("topic", 3).click());
  taken["filter by type too"] = await timed(() => box("type", 0).click());
  taken["filter by number too"] = await timed(() => box("numbers", 0).click());
  taken["clear"] = await timed(() => document.getElementById("clear").click());
  taken["search one letter"] = await timed(() => look("e"));
  taken["search two words"] = await timed(() => look("belarus export"));
  taken["clear search"] = await timed(() => look(""));
  taken["open a claim"] = await timed(() => document.querySelector("#list .statement").click());
  return taken;
}"""


def repeated(claims: int, texts: int, folder: Path) -> None:
    """The dataset of the package, repeated."""
    tables = {name: load(name, engine="arrow") for name in ("documents", "claims", "quantities")}
    once = {name: table.to_pylist() for name, table in tables.items()}
    made: dict[str, list[dict[str, Any]]] = {name: [] for name in once}
    for text in range(texts):
        for name, rows in one_text(once, f"text-{text + 1}", claims // texts).items():
            made[name].extend(rows)
    for name, table in tables.items():
        parquet.write_table(pyarrow.Table.from_pylist(made[name], schema=table.schema), folder / f"{name}.parquet")


def one_text(once: dict[str, list[dict[str, Any]]], name: str, claims: int) -> dict[str, list[dict[str, Any]]]:
    """A text that is the dataset's own again and again, with so many claims."""
    (document,) = once["documents"]
    copies = -(-claims // len(once["claims"]))
    whole = "\n\n".join([document["text"]] * copies)
    made: dict[str, list[dict[str, Any]]] = {"claims": [], "quantities": []}
    made["documents"] = [{**document, "document_id": name, "title": name.capitalize(), "text": whole}]
    for position in range(1, claims + 1):
        copy, at = divmod(position - 1, len(once["claims"]))
        claim, shift = once["claims"][at], copy * (len(document["text"]) + 2)
        own = {"claim_id": f"{name}/{position:08x}", "document_id": name, "position": position}
        made["claims"].append(claim | own | {key: claim[key] + shift for key in ("quote_start", "quote_end")})
        made["quantities"].extend(
            number | {"claim_id": own["claim_id"]} | {key: number[key] + shift for key in ("start", "end")}
            for number in once["quantities"]
            if number["claim_id"] == claim["claim_id"]
        )
    return made


def visit(page: Page, address: str) -> dict[str, float]:
    """The milliseconds of one visit."""
    page.goto(address)
    paint = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0]?.startTime")
    return {"first paint": paint, **page.evaluate(ACTIONS)}


def main() -> None:
    """Make the page, visit it, and tell the times."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("claims", type=int, nargs="?", default=10_000)
    asked.add_argument("--texts", type=int, default=25)
    given = asked.parse_args()
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
    with TemporaryDirectory() as folder, sync_playwright() as play:
        repeated(given.claims, given.texts, Path(folder))
        path = Path(folder, "page.html")
        print(f"{explore(folder, path)}; {path.stat().st_size / 1e6:.1f} MB")
        browser = play.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        visits = []
        for _ in range(VISITS):
            page = browser.new_page(viewport={"width": 1440, "height": 900})
            visits.append(visit(page, path.as_uri()))
            page.close()
        for name in visits[0]:
            times = [one[name] for one in visits]
            print(f"{name:22} median {median(times):7.0f} ms   worst {max(times):7.0f} ms")


if __name__ == "__main__":
    main()
