"""How to cite the dataset, and the texts that it is made from, as a Citation File (version 1.2.0)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import yaml

from lt_by_claims.metadata.edition import ABOUT, CREATOR, KEYWORDS, TITLE, Edition


def citation(edition: Edition) -> str:
    """The text of `CITATION.cff`."""
    return yaml.safe_dump(cited(edition), sort_keys=False, allow_unicode=True, width=110)


def cited(edition: Edition) -> dict[str, Any]:
    """What it says."""
    return {
        "cff-version": "1.2.0",
        "message": "If you use the dataset or the software, please cite it, and the texts of the claims that you use.",
        "title": f"lt_by_claims: {TITLE[0].lower()}{TITLE[1:]}",
        "type": "dataset",
        "version": edition.version,
        "authors": [{"name": CREATOR}],
        "abstract": f"{ABOUT} {counted(edition)}",
        "keywords": KEYWORDS,
        "license": "MIT",
        "identifiers": [
            {"type": "other", "value": edition.content_hash, "description": "The hash of the content of this version."}
        ],
        **({"references": references(edition.documents)} if edition.documents else {}),
    }


def counted(edition: Edition) -> str:
    """How much there is of it."""
    rows = {table.name: table.rows for table in edition.tables}
    return f"Texts: {rows.get('documents', 0)}; claims: {rows.get('claims', 0)}; numbers: {rows.get('quantities', 0)}."


def references(documents: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """The texts that the dataset is made from, none twice: a citation file lists nothing twice."""
    found: list[dict[str, Any]] = []
    for document in documents:
        if (one := reference(document)) not in found:
            found.append(one)
    return found


def reference(document: dict[str, Any]) -> dict[str, Any]:
    """A text that the dataset is made from."""
    year = (document["published"] or "")[:4]
    language = document["language"].partition("-")[0].lower()
    known = {
        "authors": [{"name": name} for name in dict.fromkeys(filter(None, document["authors"])) or ["anonymous"]],
        "publisher": document["publisher"] and {"name": document["publisher"]},
        "year": int(year) if year.isdigit() else None,
        "url": document["url"],
        "languages": [language] if len(language) in (2, 3) else None,  # ISO 639 has codes of two and three letters
    }
    return {"type": "article", "title": document["title"], **{key: value for key, value in known.items() if value}}
