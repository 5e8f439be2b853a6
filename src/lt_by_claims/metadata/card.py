"""The dataset card, with the front matter that the Hugging Face hub reads."""

from __future__ import annotations

from typing import Any

import yaml

from lt_by_claims.markdown import link, safe
from lt_by_claims.metadata.dictionary import section
from lt_by_claims.metadata.edition import ABOUT, NAME, RIGHTS, TITLE, Edition

SIZES = (
    (1_000, "n<1K"),
    (10_000, "1K<n<10K"),
    (100_000, "10K<n<100K"),
    (1_000_000, "100K<n<1M"),
    (10_000_000, "1M<n<10M"),
)

HEAD = f"""# {TITLE}

{ABOUT}

```python
from lt_by_claims import load

load()                # the claims
load("quantities")    # their numbers
load("documents")     # the texts
load("retired")       # claims of earlier versions, and what replaced them
```

{RIGHTS}"""


def card(edition: Edition) -> str:
    """The card, as `README.md` beside the tables."""
    front = yaml.safe_dump(front_matter(edition), sort_keys=False, allow_unicode=True)
    parts = [f"---\n{front}---", HEAD, contents(edition), "## Texts", texts(edition)]
    tables = ("\n".join(section(table.schema)).rstrip() for table in edition.tables)
    return "\n\n".join([*parts, *tables]).rstrip() + "\n"


def front_matter(edition: Edition) -> dict[str, Any]:
    """What the hub asks for."""
    rows = {table.name: table.rows for table in edition.tables}
    return {
        "pretty_name": TITLE,
        "language": edition.languages,
        "license": "other",
        "license_name": "mit-without-the-texts",
        "task_categories": ["text-classification", "token-classification"],
        "tags": ["claims", "policy", "political-science", NAME],
        "size_categories": [size_of(rows.get("claims", 0))],
        "configs": [
            {
                "config_name": table.name,
                "data_files": table.file,
                **({"default": True} if table.name == "claims" else {}),
            }
            for table in edition.tables
        ],
    }


def size_of(rows: int) -> str:
    """The hub's word for so many rows."""
    return next((name for most, name in SIZES if rows < most), "n>10M")


def contents(edition: Edition) -> str:
    """Version, content and size."""
    counts = ", ".join(f"{table.name} {table.rows}" for table in edition.tables)
    rows = f"Version {edition.version}; rows: {counts}.\nContent: `{edition.content_hash}`."
    return f"{rows}\nMade with {edition.made_with}."


def texts(edition: Edition) -> str:
    """The texts that the dataset is made from."""
    return "\n".join(f"- {source(document)}" for document in edition.documents)


def source(document: dict[str, Any]) -> str:
    """A text as a reference, with what may be done with it."""
    published = ", ".join(filter(None, (document["publisher"], document["published"])))
    said = (safe(", ".join(document["authors"])), title_of(document), safe(published), safe(document["rights"] or ""))
    return ". ".join(part.rstrip(".") for part in said if part) + "."


def title_of(document: dict[str, Any]) -> str:
    """The title, and the address where it is known."""
    return link(document["title"], document["url"]) if document["url"] else safe(document["title"])
