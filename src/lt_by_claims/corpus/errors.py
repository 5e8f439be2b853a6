"""The table of the texts that gave no rows, and why."""

from __future__ import annotations

import json
from collections.abc import Sequence

import pyarrow

from lt_by_claims.corpus.source import Source

SORTS = {
    "unreadable": "It is no text, or what is known of it is wrong.",
    "twice": "Another text of the corpus has its name.",
    "too large": "It is longer than the bound.",
    "too slow": "It took longer than the bound.",
    "killed its worker": "Its worker died twice over it.",
    "failed": "A program error; the reason says where.",
    "invalid": "Its rows break a rule of the tables.",
}

AGAIN = frozenset({"too slow", "killed its worker", "failed"})
"""What may go better another time."""

DESCRIPTIONS = {
    "document_id": "Name of the text, empty where it has none.",
    "place": "Where it was found: a file, and the line or row in it.",
    "sort": "Why it gave no rows.",
    "problem": "What is wrong, in words.",
}

SCHEMA = pyarrow.schema(
    [
        pyarrow.field(
            name,
            pyarrow.string(),
            nullable=name == "document_id",
            metadata={"description": said, **({"codes": json.dumps(SORTS)} if name == "sort" else {})},
        )
        for name, said in DESCRIPTIONS.items()
    ],
    metadata={"name": "errors", "description": "One row for each text that was set aside."},
)


def errors_table(failures: Sequence[Source]) -> pyarrow.Table:
    """The texts that were set aside, as a table."""
    columns = {
        "document_id": [source.name or None for source in failures],
        "place": [writable(source.place) for source in failures],
        "sort": [source.sort for source in failures],
        "problem": [writable(source.problem or "") for source in failures],
    }
    arrays = [pyarrow.array(columns[field.name], field.type) for field in SCHEMA]
    return pyarrow.Table.from_arrays(arrays, schema=SCHEMA)


def writable(text: str) -> str:
    """A message that can be written as UTF-8, whatever it quotes."""
    return text.encode("utf-8", "backslashreplace").decode()
