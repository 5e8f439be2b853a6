"""How quick the page of `lt-by-claims explore` is with many claims.

    python benchmarks/explore.py [CLAIMS] [--texts N]

The dataset of the package is repeated until it has so many claims (10,000), in one text or in N. Measured are the first
paint of the page, and how long each of several filters and searches takes from the click to the frame that shows it,
by the clock and in time of the processor, over five visits in a real Chromium.
"""

from __future__ import annotations

import argparse
import os
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pyarrow
from playwright.sync_api import CDPSession, Page, sync_playwright
from pyarrow import parquet

from lt_by_claims import load
from lt_by_claims.explore import explore
from results import middle, save

VISITS = 5

ACTIONS = {
    "filter by topic": "box('topic', 3).click()",
    "filter by type too": "box('type', 0).click()",
    "filter by number too": "box('numbers', 0).click()",
    "clear": "document.getElementById('clear').click()",
    "search one letter": "look('e')",
    "search two words": "look('belarus export')",
    "clear search": "look('')",
    "open a claim": "document.querySelector('#list .statement').click()",
}

TIMED = """async () => {
  const box = (facet, at) => document.querySelectorAll(`[data-facet=${facet}] input`)[at];
  const look = (words) => {
    document.getElementById("search").value = words;
    document.getElementById("filters").dispatchEvent(new Event("change"));    // as typing does, without its pause
  };
  const start = performance.now();
  ACTION;
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  return performance.now() - start;
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


def visit(page: Page, address: str) -> tuple[dict[str, float], dict[str, float]]:
    """The milliseconds of one visit: as the clock tells them, and as the processor spent them on the page."""
    page.goto(address)
    page.wait_for_timeout(1500)  # until the search is ready
    clock = {"first paint": page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime")}
    spent = {}
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    for name, action in ACTIONS.items():
        before = busy(session)
        clock[name] = page.evaluate(TIMED.replace("ACTION", action))
        spent[name] = busy(session) - before
    return clock, spent


def busy(session: CDPSession) -> float:
    """The milliseconds that the page has had of the processor."""
    metrics = session.send("Performance.getMetrics")["metrics"]
    return 1000 * float(next(one["value"] for one in metrics if one["name"] == "TaskDuration"))


def main() -> None:
    """Make the page, visit it, and keep the times."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("claims", type=int, nargs="?", default=10_000)
    asked.add_argument("--texts", type=int, default=25)
    given = asked.parse_args()
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
    with TemporaryDirectory() as folder, sync_playwright() as play:
        repeated(given.claims, given.texts, Path(folder))
        path = Path(folder, "page.html")
        explore(folder, path)
        browser = play.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        visits = []
        for _ in range(VISITS):
            page = browser.new_page(viewport={"width": 1440, "height": 900})
            visits.append(visit(page, path.as_uri()))
            page.close()
        clock, spent = (
            {name: middle([one[name] for one in some]) for name in some[0]} for some in zip(*visits, strict=True)
        )
        size = round(path.stat().st_size / 1e6, 1)
        found = {
            "claims": given.claims,
            "texts": given.texts,
            "megabytes": size,
            "visits": VISITS,
        }
        save("explore", {**found, "milliseconds": clock, "processor_milliseconds": spent})


if __name__ == "__main__":
    main()
