"""Small corpora for the tests, and their rows in an order that no run decides."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from lt_by_claims.dataset import load

PLACES = ("Ghana", "Peru", "Norway", "Chile", "Kenya", "Nepal")


def records(number: int) -> list[dict[str, Any]]:
    """So many short texts, each with a claim and a number of its own."""
    return [
        {
            "document_id": f"note-{at:03}",
            "text": f"In {2000 + at % 20}, {PLACES[at % 6]}'s exports fell by {at + 1}%, while imports rose. It left.",
            "published": "2021-03",
        }
        for at in range(number)
    ]


def json_lines(path: Path, made: Iterable[Mapping[str, Any]]) -> Path:
    """Records in a file."""
    path.write_text("".join(f"{json.dumps(record)}\n" for record in made), encoding="utf-8")
    return path


def rows(folder: Path) -> dict[str, list[dict[str, Any]]]:
    """All rows of a corpus, by table, in the order of their names."""
    found = {
        name: load(name, engine="arrow", folder=folder).to_pylist() for name in ("documents", "claims", "quantities")
    }
    return {name: sorted(table, key=lambda row: str(next(iter(row.values())))) for name, table in found.items()}


def errors(folder: Path) -> dict[str, str]:
    """Why texts were set aside, by their names or places."""
    return {
        row["document_id"] or row["place"]: row["sort"]
        for row in load("errors", engine="arrow", folder=folder).to_pylist()
    }
