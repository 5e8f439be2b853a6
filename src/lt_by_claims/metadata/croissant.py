"""The dataset as MLCommons Croissant (version 1.1)."""

from __future__ import annotations

from typing import Any

import pyarrow

from lt_by_claims.metadata.arrow import said
from lt_by_claims.metadata.edition import ABOUT, LICENSE, NAME, RIGHTS, TITLE, Edition, PublishedTable

CONTEXT = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "arrayShape": "cr:arrayShape",
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "conformsTo": "dct:conformsTo",
    "containedIn": "cr:containedIn",
    "cr": "http://mlcommons.org/croissant/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/",
    "description": {"@container": "@language"},
    "equivalentProperty": "cr:equivalentProperty",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "extract": "cr:extract",
    "field": "cr:field",
    "fileObject": "cr:fileObject",
    "fileProperty": "cr:fileProperty",
    "fileSet": "cr:fileSet",
    "format": "cr:format",
    "includes": "cr:includes",
    "isArray": "cr:isArray",
    "isLiveDataset": "cr:isLiveDataset",
    "jsonPath": "cr:jsonPath",
    "key": "cr:key",
    "md5": "cr:md5",
    "name": {"@container": "@language"},
    "parentField": "cr:parentField",
    "path": "cr:path",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "recordSet": "cr:recordSet",
    "references": "cr:references",
    "regex": "cr:regex",
    "repeated": "cr:repeated",
    "replace": "cr:replace",
    "samplingRate": "cr:samplingRate",
    "sc": "https://schema.org/",
    "separator": "cr:separator",
    "source": "cr:source",
    "subField": "cr:subField",
    "transform": "cr:transform",
}

TYPES = {
    "string": "sc:Text",
    "int64": "sc:Integer",
    "double": "sc:Float",
    "bool": "sc:Boolean",
    "date32[day]": "sc:Date",
}


def croissant(edition: Edition) -> dict[str, Any]:
    """The description `croissant.json`."""
    return {
        "@context": CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": "http://mlcommons.org/croissant/1.1",
        "name": NAME,
        "description": f"{ABOUT} {RIGHTS}",
        "version": edition.version,
        "license": LICENSE,
        "citeAs": f"{TITLE} ({NAME}), version {edition.version}, {edition.content_hash}.",
        "inLanguage": edition.languages,
        "isBasedOn": [document["url"] for document in edition.documents if document["url"]],
        "distribution": [file(table) for table in edition.tables],
        "recordSet": [record_set(table) for table in edition.tables],
    }


def file(table: PublishedTable) -> dict[str, Any]:
    """The file of a table."""
    return {
        "@type": "cr:FileObject",
        "@id": table.file,
        "name": table.file,
        "contentUrl": table.file,
        "contentSize": f"{table.size} B",
        "encodingFormat": "application/x-parquet",
        "sha256": table.sha256,
    }


def record_set(table: PublishedTable) -> dict[str, Any]:
    """The columns of a table."""
    return {
        "@type": "cr:RecordSet",
        "@id": table.name,
        "name": table.name,
        "description": table.about,
        "key": {"@id": f"{table.name}/{table.schema.names[0]}"},
        "field": [described(table, field) for field in table.schema],
    }


def described(table: PublishedTable, field: pyarrow.Field) -> dict[str, Any]:
    """A column with its type, its meaning, and what it refers to."""
    listed, refers_to = pyarrow.types.is_list(field.type), said(field, "refers_to")
    return {
        "@type": "cr:Field",
        "@id": f"{table.name}/{field.name}",
        "name": field.name,
        "description": said(field, "description"),
        "dataType": TYPES[str(field.type.value_type if listed else field.type)],
        **({"isArray": True, "arrayShape": "-1"} if listed else {}),
        **({"references": column_of(*refers_to.split("."))} if refers_to else {}),
        "source": column_of(table.name, field.name),
    }


def column_of(table: str, name: str) -> dict[str, Any]:
    """A column of a file; readers follow references from file to file, but not from field to field to field."""
    return {"fileObject": {"@id": f"{table}.parquet"}, "extract": {"column": name}}
