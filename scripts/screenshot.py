"""Write docs/pictures/explore.png: the page of `lt-by-claims explore` as a browser shows it.

    python scripts/screenshot.py [CHROMIUM]

It needs Playwright, and Chromium or another browser of its kind.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright

from lt_by_claims.explore import explore

ROOT = Path(__file__).parents[1]
PICTURE = ROOT / "docs" / "pictures" / "explore.png"
CLAIM = "b16e8939"
"""The claim that is open."""


def main() -> None:
    """Make the page and take its picture."""
    browser = sys.argv[1] if len(sys.argv) > 1 else shutil.which("chromium")
    with TemporaryDirectory() as folder, sync_playwright() as play:
        path = Path(folder) / "claims.html"
        explore(ROOT, path)
        page = play.chromium.launch(executable_path=browser, args=["--no-sandbox"]).new_page(
            viewport={"width": 1440, "height": 860}
        )
        page.goto(f"{path.as_uri()}#{CLAIM}")
        page.wait_for_timeout(500)  # until colours have changed
        page.screenshot(path=PICTURE)


if __name__ == "__main__":
    main()
