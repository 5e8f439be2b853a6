"""The documentation as a site: every link leads somewhere, and every page can be found."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

ROOT = Path(__file__).parents[1]

LOADED = {"script": "src", "img": "src", "iframe": "src", "source": "src"}
"""What a browser fetches without being asked; the style sheets and pictures of `link` as well."""


@dataclass
class Read(HTMLParser):
    """A page: its anchors, where it leads, what it loads, and where its navigation leads."""

    anchors: set[str] = field(default_factory=set)
    links: list[str] = field(default_factory=list)
    loads: list[str] = field(default_factory=list)
    navigation: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what a tag says."""
        said = {name: value or "" for name, value in attrs}
        self.anchors |= {said[name] for name in ("id", "name") if name in said}
        if tag == "a" and "href" in said:
            self.links.append(said["href"])
            if "md-nav__link" in said.get("class", "").split():
                self.navigation.add(said["href"])
        if tag == "link" and said.get("rel", "").split()[0] in ("stylesheet", "icon", "preload"):
            self.loads.append(said["href"])
        if LOADED.get(tag) in said:
            self.loads.append(said[LOADED[tag]])


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> dict[Path, Read]:
    """Every page of the site by its file, as MkDocs builds it with its warnings as errors."""
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "--site-dir", str(folder)]
    quiet = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}  # it tells of a version that is not out
    done = subprocess.run(command, cwd=ROOT, env=quiet, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return {path: read(path) for path in sorted(folder.rglob("*.html"))}


def read(path: Path) -> Read:
    """A page, read."""
    page = Read()
    page.feed(path.read_text(encoding="utf-8"))
    return page


def home(site: dict[Path, Read]) -> Path:
    """The folder that the site lies in."""
    return min(path.parent for path in site)


def target(link: str, path: Path, folder: Path) -> Path:
    """The file that a link of a page leads to."""
    place = unquote(urlsplit(link).path)
    found = (folder / place.lstrip("/") if place.startswith("/") else path.parent / place).resolve() if place else path
    return found / "index.html" if found.is_dir() else found


def inner(links: list[str]) -> Iterator[str]:
    """The links that stay on the site."""
    return (link for link in links if not urlsplit(link).scheme and not link.startswith("//"))


def test_every_link_leads_to_a_page_and_its_anchor(site: dict[Path, Read]) -> None:
    folder, broken, followed = home(site), [], 0
    for path, page in site.items():
        for link in {*inner(page.links), *inner(page.loads)}:
            to, anchor = target(link, path, folder), unquote(urlsplit(link).fragment)
            known = to in site and (not anchor or anchor in site[to].anchors)
            if not (known or (to.is_file() and not anchor)):
                broken.append(f"{path.relative_to(folder)}: {link}")
            followed += 1
    assert broken == []
    assert followed > 500


def test_the_navigation_leads_to_every_page(site: dict[Path, Read]) -> None:
    folder = home(site)
    front = folder / "index.html"
    reached = {target(link, front, folder) for link in site[front].navigation if urlsplit(link).path or link == "#"}
    pages = {path for path in site if path.name == "index.html"} - {front}
    assert len(pages) > 20
    assert pages <= reached


def test_no_page_loads_anything_from_elsewhere(site: dict[Path, Read]) -> None:
    loaded = {path.parent.name: [link for link in page.loads if urlsplit(link).netloc] for path, page in site.items()}
    assert {name: links for name, links in loaded.items() if links} == {}
