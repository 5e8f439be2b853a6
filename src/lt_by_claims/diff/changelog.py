"""The entry of a difference in the changelog, under the heading Data of what is not released yet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from lt_by_claims.diff.difference import Change, Difference
from lt_by_claims.diff.saying import counted
from lt_by_claims.errors import UsageError
from lt_by_claims.markdown import safe

FILE = Path("CHANGELOG.md")
HEAD = "# Changelog\n\n## [Unreleased]\n"


def entry(told: Difference) -> str:
    """What changed, as an item of a list: a line for each document, and one for the columns."""
    if not told.changes:
        return ""
    since = f"Since {told.old_version or told.old}"
    return "\n".join([f"- {since}, a {told.step} step:", *(f"  - {line}" for line in lines(told))])


def lines(told: Difference) -> Iterator[str]:
    """One line for each document that changed, and one for the columns."""
    titles = dict(told.titles)
    for name in dict.fromkeys(change.document for change in told.changes):
        some = [change for change in told.changes if change.document == name]
        what = ", ".join(group(told, table, sort, found) for table, sort, found in told.grouped(some))
        yield f"{f'*{safe(titles[name])}* (`{name}`)' if name in titles else f'`{name}`' if name else 'All'}: {what}."


def group(told: Difference, table: str, sort: str, changes: list[Change]) -> str:
    """The changes of a sort, those by id that who cites a claim must know of."""
    named = sort in ("lost", "retired", "split", "merged", "re-used", "forgotten") or table == "columns"
    return f"{counted(len(changes), table)} {sort}" + (f" ({', '.join(map(known, changes))})" if named else "")


def known(change: Change) -> str:
    """A change by its id, with what says it now."""
    name, *into = (f"`{one.rpartition('/')[2]}`" for one in (change.name, *change.into))
    return f"{name} → {', '.join(into)}" if into else name


def written(changelog: str, told: Difference) -> str:
    """The changelog with the entry under *Data* of what is not released yet, in the place of an earlier one."""
    new = entry(told)
    text = changelog or HEAD
    start = re.search(r"^## \[?Unreleased\]?.*$", text, re.MULTILINE | re.IGNORECASE)
    if start is None:
        raise UsageError(f"{FILE}: has no heading `## [Unreleased]` to write under: add one")
    after = re.search(r"^## ", text[start.end() :], re.MULTILINE)
    end = start.end() + after.start() if after else len(text)
    return text[: start.end()] + in_part(text[start.end() : end], new) + text[end:]


def in_part(part: str, new: str) -> str:
    """The part of the changelog with the entry in it."""
    first = new.partition(",")[0]
    body = re.sub(rf"^{re.escape(first)},[^\n]*\n(?:  .*\n?)*", "", part, flags=re.MULTILINE)
    data = re.search(r"^### Data *\n+", body, re.MULTILINE)
    if data is None:
        return f"{body.rstrip()}\n\n### Data\n\n{new}\n\n"
    return f"{body[: data.end()]}{new}\n{body[data.end() :]}"


def write(project: Path, told: Difference) -> Path:
    """Write the entry into the changelog of a project."""
    path = project / FILE
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    path.write_text(written(text, told), encoding="utf-8", newline="\n")
    return path
