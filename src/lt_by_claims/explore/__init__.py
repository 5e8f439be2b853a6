"""The dataset as one page for a browser: each text with its claims marked in it, the claims, and their numbers."""

from __future__ import annotations

from pathlib import Path

from lt_by_claims.errors import UsageError
from lt_by_claims.explore.contents import Contents, gathered
from lt_by_claims.explore.page import html

__all__ = ["Contents", "explore"]


def explore(folder: Path | str | None = None, path: Path | str = "claims.html") -> Contents:
    """Write the page of a dataset, and return what is in it.

    The dataset is the one that came with the package, or that of `folder`, as for `load`. The page is one file that
    needs no network and no server. NotBuiltError where there is no dataset yet, UsageError where the page cannot be
    written.
    """
    told = gathered(folder)
    try:
        Path(path).write_text(html(told), encoding="utf-8", newline="\n")
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror}: name a file that can be written with --output") from error
    return told
