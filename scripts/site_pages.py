"""A hook of MkDocs: pages of the project that stand outside `docs`, and links between both."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from mkdocs.structure.files import File, Files

ROOT = Path(__file__).parents[1]

PAGES = {
    "README.md": "index.md",
    "CONTRIBUTING.md": "contributing.md",
    "CHANGELOG.md": "changelog.md",
    "SECURITY.md": "security.md",
}
"""Files of the root, and what they are called on the site."""

LINK = re.compile(r"(?<!!)\[(?P<text>[^\]]*)\]\((?P<target>[^)#:\s]*)(?P<anchor>#[^)\s]*)?\)")
OF_NOTEBOOK = re.compile(r'(?<=href=")[^":#]+\.md(?=[#"])')
PICTURE = re.compile(r"(?<=\]\()docs/(?=[^)\s]*\.(?:png|svg)\))")


def on_files(files: Files, config: Any) -> Files:
    """The pages of `docs`, and those of the root with them."""
    for source, page in PAGES.items():
        text = (ROOT / source).read_text(encoding="utf-8")
        files.append(File.generated(config, page, content=PICTURE.sub("", text)))
    return files


def on_page_markdown(markdown: str, page: Any, files: Files, **_: Any) -> str:
    """The page with its links as the site has them; what is on the repository only becomes plain text."""
    own = page.file.src_uri
    home = ROOT if own in PAGES.values() else (ROOT / "docs" / own).parent
    return LINK.sub(lambda link: linked(link, home, own, files), markdown)


def on_page_content(html: str, page: Any, files: Files, **_: Any) -> str:
    """A notebook with its links as the site has them, for it is not read as Markdown."""
    if not page.file.src_uri.endswith(".ipynb"):
        return html
    return OF_NOTEBOOK.sub(lambda link: files.src_uris[link[0]].url_relative_to(page.file), html)


def linked(link: re.Match[str], home: Path, own: str, files: Files) -> str:
    """One link of a page."""
    if not link["target"]:
        return link[0]
    target = (home / link["target"]).resolve()
    if not target.is_relative_to(ROOT):
        return link[0]
    name = target.relative_to(ROOT).as_posix()
    page = PAGES.get(name, name.removeprefix("docs/"))
    if files.get_file_from_path(page) is None:
        return link["text"]
    up = "../" * own.count("/")
    return f"[{link['text']}]({up}{page}{link['anchor'] or ''})"
