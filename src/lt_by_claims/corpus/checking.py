"""The rows of a partition → Arrow tables that hold to all that is known of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pyarrow

from lt_by_claims.claim import TABLE_NAMES, Row, Rows, joined
from lt_by_claims.corpus.drafting import DRAFTED, Drafted, said
from lt_by_claims.corpus.errors import errors_table
from lt_by_claims.corpus.source import Source
from lt_by_claims.errors import TableError
from lt_by_claims.metadata.arrow import arrow_schema
from lt_by_claims.validate import Held, found_in

Tables = dict[str, pyarrow.Table]


def tables_of(made: Drafted, sources: Sequence[Source]) -> tuple[Tables, list[Source]]:
    """The tables of a partition, and the texts that were set aside; those whose rows break a rule are among them."""
    failures = list(made.failures)
    try:
        tables = sound(made.rows)
    except Exception:  # rows of a crawl may hold what Arrow cannot
        kept, wrong = parted(made.rows, {source.name: source for source in sources})
        tables, failures = sound(joined(kept)), failures + wrong
    return {**tables, "errors": errors_table(failures)}, failures


def parted(rows: Rows, sources: dict[str, Source]) -> tuple[list[Rows], list[Source]]:
    """The rows of the documents that are sound, and the texts of those that are not."""
    kept: list[Rows] = []
    wrong: list[Source] = []
    for name, own in by_document(rows):
        try:
            sound(own)
            kept.append(own)
        except TableError as error:
            wrong.append(sources[name].failed("invalid", "; ".join(map(str, error.problems))))
        except Exception as error:
            wrong.append(sources[name].failed("invalid", f"{sources[name].place}: {said(error)}"))
    return kept, wrong


def by_document(rows: Rows) -> Iterator[tuple[str, Rows]]:
    """The rows of each document."""
    parts: dict[str, Rows] = {row["document_id"]: {table: [] for table in DRAFTED} for row in rows["documents"]}
    for table, some in rows.items():
        for row in some:
            parts[row["claim_id"].rpartition("/")[0] if "claim_id" in row else row["document_id"]][table].append(row)
    yield from parts.items()


def sound(rows: Rows) -> Tables:
    """The rows as tables; TableError where they break a rule."""
    tables = {name: arrow_table(name, rows.get(name, [])) for name in TABLE_NAMES}
    if problems := list(found_in({name: Held(name, table, name) for name, table in tables.items()})):
        raise TableError(problems)
    return {name: tables[name] for name in DRAFTED}


def arrow_table(name: str, rows: Sequence[Row]) -> pyarrow.Table:
    """Rows as an Arrow table of the very schema that is published, column by column."""
    schema = arrow_schema(name)
    columns = [pyarrow.array([row[field.name] for row in rows], field.type) for field in schema]
    table = pyarrow.Table.from_arrays(columns, schema=schema)
    table.validate(full=True)
    return table
