"""A real Chromium for the tests of the page, and what the pages are made of."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow
import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright
from pyarrow import parquet

from lt_by_claims import load
from made import made

expect.set_options(timeout=15_000)  # a machine may be busy with other things

NAMES = ("chromium", "chromium-browser", "google-chrome")


def chromium() -> str:
    """The browser that is installed; where there is none, tests are left out, but never where CI runs."""
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if not found:
        end = pytest.fail if os.environ.get("CI") else pytest.skip
        end("no Chromium is installed: apt-get install chromium, or name one in CHROMIUM")
    return str(found)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """The browser."""
    path = chromium()
    with sync_playwright() as play:
        started = play.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield started
        started.close()


def opened(browser: Browser, address: str, width: int = 1440, scheme: str = "light") -> Page:
    """A page in a window of its own, which notes what must not happen: errors, dialogs, requests, broken policies."""
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
    page.amiss = []  # type: ignore[attr-defined]
    note = page.amiss.append  # type: ignore[attr-defined]
    page.on("pageerror", lambda error: note(str(error)))
    page.on("console", lambda message: note(message.text))
    page.on("dialog", lambda dialog: (note(dialog.message), dialog.dismiss()))
    page.on("request", lambda request: None if request.is_navigation_request() else note(request.url))
    page.add_init_script("navigator.clipboard.writeText = async (text) => { globalThis.copied = text; }")
    page.goto(address)
    return page


def publish(rows: dict[str, list[dict[str, Any]]], folder: Path) -> Path:
    """Tables as the package publishes them, of any rows."""
    for name, of_table in rows.items():
        schema = load(name, engine="arrow").schema
        missing = {field.name: None for field in schema}
        table = pyarrow.Table.from_pylist([missing | row for row in of_table], schema=schema)
        parquet.write_table(table, folder / f"{name}.parquet")
    return folder


HOSTILE = (
    "<script>alert(1)</script>",
    "</script><script>alert(2)</script>",
    "<!-- <script>",
    "<img src=x onerror=alert(3)>",
    "]]>&lt;b&gt;&amp;",
    "{{ 7 * 7 }} ${alert(4)} \\u003c",
    "\u202ereversed\u202c \u2066isolated",
    "العربية و עברית",
    "🦊 beyond the basic plane 🦊",
    "line\u2028and\u2029paragraph",
)
"""Texts that would do something if anything took them for more than text."""


def hostile() -> dict[str, list[dict[str, Any]]]:
    """Rows of a dataset in which every text means harm."""
    rows = made("lv-2021")
    (document,), like = rows["documents"], rows["claims"][0]
    text, claims = "", []
    for number, harm in enumerate(HOSTILE, start=1):
        text += "Before it 🦊 "
        span = {"quote_start": len(text), "quote_end": len(text) + len(harm), "quote": harm}
        text += f"{harm} and after.\n\n"
        own = {"claim_id": f"lv-2021/{number:08x}", "position": number, "claim": f"{harm}.", "section": harm}
        claims.append(
            like
            | span
            | own
            | {"attribution": harm, "actors": [harm], "source_link": "javascript:alert(5)", "topics": [harm]}
            | {"topic": harm, "link_texts": [harm], "link_urls": ["javascript:alert(6)"]}
        )
    harm = " ".join(HOSTILE)
    number = rows["quantities"][0] | {"claim_id": "lv-2021/00000001", "measure": harm, "unit": harm, "text": harm}
    place = {"start": claims[0]["quote_start"], "end": claims[0]["quote_end"]}
    own_document = {"text": text, "title": harm, "authors": [harm], "rights": harm, "url": "javascript:alert(7)"}
    return {"documents": [document | own_document], "claims": claims, "quantities": [number | place]}
