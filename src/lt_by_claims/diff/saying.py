"""A difference in words: in brief, in full, in Markdown for a pull request, and as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from lt_by_claims.diff.difference import Change, Difference
from lt_by_claims.markdown import safe

SHOWN = 10
"""So many ids of a sort are listed in brief."""

LONGEST = 300


def brief(told: Difference, what: str = "the last build") -> str:
    """How many claims, and the first of them."""
    if not told.changes:
        return f"against {what}: nothing changed"
    lines = [f"against {what}{demand(told)}:"]
    for table, sort, changes in told.grouped():
        lines.append(f"  {counted(len(changes), table)} {sort}")
        lines += [f"    {change.name}" for change in changes[:SHOWN]]
        lines += [f"    … and {len(changes) - SHOWN} more"] if len(changes) > SHOWN else []
    return "\n".join(lines)


def in_full(told: Difference) -> str:
    """Every change, with what it was and is."""
    lines = [f"{told.old} → {told.new}{demand(told)}"]
    if not told.changes:
        return f"{lines[0]}: nothing changed"
    for table, sort, changes in told.grouped():
        lines += ["", f"{counted(len(changes), table)} {sort}"]
        lines += [line for change in changes for line in shown(change)]
    return "\n".join(lines)


def shown(change: Change) -> Iterator[str]:
    """A change on lines of its own."""
    into = f" → {', '.join(change.into) or 'nothing'}" if change.sort in ("retired", "split", "merged") else ""
    yield f"  {change.name}{into}"
    if change.text and change.sort != "re-worded":
        yield f"      {one_line(change.text)}"
    for column, old, new in change.fields:
        if isinstance(old, str) and isinstance(new, str) and max(len(old), len(new)) > 40:
            yield from (f"    {column}:", f"    - {one_line(old)}", f"    + {one_line(new)}")
        else:
            yield f"    {column}: {said(old)} → {said(new)}"


def markdown(told: Difference) -> str:
    """The difference as a comment on a pull request."""
    if not told.changes:
        return f"**Data:** nothing changed from {safe(told.old)} to {safe(told.new)}."
    parts = [f"### Data: {safe(told.old)} → {safe(told.new)}{demand(told)}"]
    parts.append("\n".join(["| | what | step |", "| ---: | --- | --- |", *(row(*group) for group in told.grouped())]))
    for table, sort, changes in told.grouped():
        items = "\n".join(f"- {item(change)}" for change in changes)
        head = f"{counted(len(changes), table)} {sort}"
        parts.append(f"<details><summary>{head}</summary>\n\n{items}\n\n</details>")
    return "\n\n".join(parts)


def row(table: str, sort: str, changes: Sequence[Change]) -> str:
    """A line of the summary."""
    steps = {change.step for change in changes}
    return f"| {len(changes)} | {noun(len(changes), table)} {sort} | {', '.join(sorted(steps))} |"


def item(change: Change) -> str:
    """A change in Markdown."""
    into = f" → {', '.join(f'`{name}`' for name in change.into) or 'nothing'}" if change.into else ""
    text = f" {safe(one_line(change.text))}" if change.text and change.sort != "re-worded" else ""
    fields = "".join(f"<br>{column}: {safe(said(old))} → {safe(said(new))}" for column, old, new in change.fields)
    return f"`{change.name}`{into}{text}{fields}"


def as_json(told: Difference) -> str:
    """The difference for programs."""
    versions = (told.old_version, told.new_version, told.demands)
    old, new, demands = (str(version) if version else None for version in versions)
    return json.dumps(
        {
            "old": {"name": told.old, "version": old},
            "new": {"name": told.new, "version": new},
            "step": told.step,
            "demands": demands,
            "changes": [as_dict(change) for change in told.changes],
        },
        ensure_ascii=False,
        indent=2,
        default=str,
    )


def as_dict(change: Change) -> dict[str, Any]:
    """A change as plain values."""
    fields = {column: {"old": old, "new": new} for column, old, new in change.fields}
    into = {"into": list(change.into)} if change.into else {}
    base = {"table": change.table, "sort": change.sort, "name": change.name, "step": change.step}
    return {**base, "text": change.text, "fields": fields, **into}


FORMATS: dict[str, Callable[[Difference], str]] = {"text": in_full, "markdown": markdown, "json": as_json}


def demand(told: Difference) -> str:
    """The step that it is, and the versions where they are known."""
    if told.step is None:
        return ""
    need = f", from {told.old_version} to {told.demands}" if told.demands else ""
    return f" ({told.step} step{need})"


def counted(number: int, table: str) -> str:
    """A number of things of a table."""
    return f"{number} {noun(number, table)}"


def noun(number: int, table: str) -> str:
    """What the rows of a table are called."""
    if table == "retired":
        return "retired claim" if number == 1 else "retired claims"
    one = {"quantities": "quantity"}.get(table, table.removesuffix("s"))
    return one if number == 1 else table


def said(value: Any) -> str:
    """A cell as a person reads it."""
    match value:
        case None:
            return "none"
        case list():
            return f"[{', '.join(map(said, value))}]"
        case float():
            return f"{value:,.12g}"
        case bool():
            return str(value).lower()
        case _:
            return one_line(str(value))


def one_line(text: str) -> str:
    """A text on one line, cut where it is long."""
    flat = " ".join(text.split())
    return flat if len(flat) <= LONGEST else f"{flat[: LONGEST - 1]}…"
