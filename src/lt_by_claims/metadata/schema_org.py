"""The dataset as schema.org has it, in JSON-LD: what search engines for data read."""

from __future__ import annotations

from typing import Any

from lt_by_claims.metadata.arrow import said
from lt_by_claims.metadata.edition import (
    ABOUT,
    CREATOR,
    KEYWORDS,
    LICENSE,
    NAME,
    RIGHTS,
    TITLE,
    Edition,
    PublishedTable,
)


def schema_org(edition: Edition) -> dict[str, Any]:
    """The description `dataset.jsonld`."""
    about = [work(document) for document in edition.documents]
    days = "/".join(day.isoformat() for day in edition.days or ())
    return {
        "@context": "https://schema.org/",
        "@type": "Dataset",
        "name": TITLE,
        "alternateName": NAME,
        "description": f"{ABOUT} {RIGHTS}",
        "version": edition.version,
        "identifier": edition.content_hash,
        "license": LICENSE,
        "creator": {"@type": "Organization", "name": CREATOR},
        "keywords": KEYWORDS,
        "inLanguage": edition.languages,
        "isAccessibleForFree": True,
        **({"temporalCoverage": days} if days else {}),
        "isBasedOn": about,
        "measurementTechnique": f"Made with {edition.made_with}.",
        "variableMeasured": [variable for table in edition.tables for variable in variables(table)],
        "distribution": [download(table) for table in edition.tables],
    }


def work(document: dict[str, Any]) -> dict[str, Any]:
    """A text that the dataset is made from."""
    authors = [{"@type": "Person", "name": name} for name in document["authors"]]
    known = {"url": document["url"], "author": authors, "publisher": document["publisher"]}
    return {"@type": "CreativeWork", "name": document["title"], **{key: value for key, value in known.items() if value}}


def variables(table: PublishedTable) -> list[dict[str, Any]]:
    """The columns of a table, each with its meaning."""
    return [
        {
            "@type": "PropertyValue",
            "name": f"{table.name}.{field.name}",
            "description": said(field, "description"),
            **({"unitText": said(field, "unit")} if said(field, "unit") else {}),
        }
        for field in table.schema
    ]


def download(table: PublishedTable) -> dict[str, Any]:
    """The file of a table."""
    return {
        "@type": "DataDownload",
        "name": table.name,
        "contentUrl": table.file,
        "contentSize": f"{table.size} B",
        "encodingFormat": "application/vnd.apache.parquet",
        "sha256": table.sha256,
    }
