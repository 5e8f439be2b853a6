"""A claim as a citation: its source, this dataset and its version, and the link that leads to the very quote."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from lt_by_claims.claim import Row
from lt_by_claims.dataset import load
from lt_by_claims.dataset.asked import one_of
from lt_by_claims.shown import found, plain, rows

DATASET = "lt-by-claims"

AROUND = 32
"""So many characters before and after a quote tell its place from others, as W3C's Web Annotations have them."""

DATE = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?([?~%]?)")
"""A day, month or year as EDTF, and whether it is uncertain."""

TEX = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"} | {
    sign: f"\\{sign}" for sign in "{}$&#%_"
}


@dataclass(frozen=True, slots=True)
class Release:
    """A version of the dataset, and the hash of its content."""

    version: str
    content_hash: str

    def __str__(self) -> str:
        return f"{DATASET} {self.version} ({self.content_hash[: len('sha256:') + 12]})"


def cite(claim_id: str, style: str = "text", folder: Path | None = None) -> str:
    """A claim as a citation, in one of five styles.

    `text` is for a footnote, `bibtex` and `csl-json` are for reference managers, `web-annotation` is the W3C's and
    `schema.org` its Claim, both as JSON-LD. The id may be short, as for `show`. UsageError where no claim has it,
    ValueError for a style that there is not.
    """
    one_of("style", [style], STYLES)
    ids = load("claims", engine="arrow", folder=folder, columns=["claim_id"])
    claim = rows("claims", folder, ("claim_id", "==", found(claim_id, ids["claim_id"].to_pylist())))[0]
    document = rows("documents", folder, ("document_id", "==", claim["document_id"]))[0]
    cited = STYLES[style](claim, document, release(ids.schema.metadata))
    return plain(cited) if isinstance(cited, str) else json.dumps(cited, ensure_ascii=False, indent=2)


def release(metadata: Mapping[bytes, bytes] | None) -> Release:
    """The release that a table says it is of."""
    said = metadata or {}
    return Release(*(said.get(key, b"unknown").decode() for key in (b"version", b"content_hash")))


def text(claim: Row, document: Row, of: Release) -> str:
    """The citation in words."""
    head = f"{', '.join(document['authors'])} ({document['published'] or 'no date'})".strip()
    parts = (head, document["title"], document["publisher"], f"{told(claim)} In: {of}", claim["source_link"])
    return " ".join(
        part if part.endswith((".", "?", "!", claim["source_link"])) else f"{part}." for part in parts if part
    )


def told(claim: Row) -> str:
    """The claim itself, with its id."""
    return f"Claim {claim['claim_id'].rpartition('/')[2]}: “{claim['claim']}”"


def bibtex(claim: Row, document: Row, of: Release) -> str:
    """The citation for BibTeX and BibLaTeX: the text, with the claim in a note."""
    date = DATE.match(document["published"] or "")
    fields = {
        "author": tex(" and ".join(document["authors"])),
        "title": f"{{{tex(document['title'])}}}",
        "howpublished": tex(document["publisher"] or ""),
        "year": date[1] if date else "",
        "month": str(int(date[2])) if date and date[2] else "",
        "url": claim["source_link"],
        "note": f"{tex(told(claim))} In: {tex(str(of))}",
    }
    lines = (f"  {name} = {{{value}}}" for name, value in fields.items() if value)
    return f"@misc{{{claim['claim_id']},\n" + ",\n".join(lines) + "\n}"


def tex(said: str) -> str:
    """A text in which TeX finds no commands."""
    return "".join(TEX.get(character, character) for character in said)


def csl(claim: Row, document: Row, of: Release) -> list[dict[str, Any]]:
    """The citation as CSL-JSON, which Zotero and Pandoc read."""
    item = {
        "id": claim["claim_id"],
        "type": "report",
        "title": document["title"],
        "author": [{"literal": name} for name in document["authors"]],
        "publisher": document["publisher"],
        "issued": issued(document["published"]),
        "language": document["language"],
        "URL": claim["source_link"],
        "note": f"{told(claim)} In: {of}",
    }
    return [{key: value for key, value in item.items() if value}]


def issued(published: str | None) -> dict[str, Any] | None:
    """A date as CSL-JSON has it."""
    date = DATE.fullmatch(published or "")
    if not date:
        return {"raw": published} if published else None
    return {"date-parts": [[int(part) for part in date.groups()[:3] if part]]} | ({"circa": True} if date[4] else {})


def web_annotation(claim: Row, document: Row, of: Release) -> dict[str, Any]:
    """The claim as a W3C Web Annotation: the statement is the body, its quote in the text the target."""
    start, end, whole = claim["quote_start"], claim["quote_end"], document["text"]
    quote = {
        "type": "TextQuoteSelector",
        "exact": claim["quote"],
        "prefix": whole[max(start - AROUND, 0) : start],
        "suffix": whole[end : end + AROUND],
    }
    place = {"type": "TextPositionSelector", "start": start, "end": end}
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": uuid5(NAMESPACE_URL, f"{DATASET}/{claim['claim_id']}").urn,
        "type": "Annotation",
        "motivation": "describing",
        "generator": {"type": "Software", "name": str(of)},
        "body": {"type": "TextualBody", "value": claim["claim"], "format": "text/plain", "language": "en"},
        "target": [
            {"source": source, "selector": selector}
            for source, selector in ((document["url"], quote), (document["raw_path"], place))
            if source
        ],
    }


def schema_org(claim: Row, document: Row, of: Release) -> dict[str, Any]:
    """The claim as schema.org's Claim."""
    named = {"url": document["url"], "datePublished": document["published"]}
    return {
        "@context": "https://schema.org",
        "@type": "Claim",
        "identifier": claim["claim_id"],
        "text": claim["claim"],
        "keywords": claim["topics"],
        "url": claim["source_link"],
        "appearance": {
            "@type": "Report",
            "name": document["title"],
            "author": [{"@type": "Person", "name": name} for name in document["authors"]],
            **(
                {"publisher": {"@type": "Organization", "name": document["publisher"]}} if document["publisher"] else {}
            ),
            "inLanguage": document["language"],
            **{key: value for key, value in named.items() if value},
        },
        "isPartOf": {"@type": "Dataset", "name": DATASET, "version": of.version, "identifier": of.content_hash},
    }


STYLES = {
    "text": text,
    "bibtex": bibtex,
    "csl-json": csl,
    "web-annotation": web_annotation,
    "schema.org": schema_org,
}
