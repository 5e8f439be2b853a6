"""Ways in which a dataset can go wrong: what is done to it, the check that is meant for it, and where it is told."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any
from unicodedata import normalize

import pyarrow
from pyarrow import parquet

NAME = "pism-2020-lithuania-belarus"
REVIEW, RAW, TOML = f"data/reviewed/{NAME}.yaml", f"data/raw/{NAME}.txt", f"data/raw/{NAME}.toml"
Do = Callable[[Path], None]
Corruption = tuple[str, Do, str, str]
"""Its name, what does it to a folder, the check that finds it, and how the line begins that tells it."""


def read(folder: Path, table: str) -> pyarrow.Table:
    return parquet.ParquetFile(folder / f"{table}.parquet").read()


def keep(folder: Path, table: str, made: pyarrow.Table) -> None:
    parquet.write_table(made, folder / f"{table}.parquet")


def rows(table: str, change: Callable[[list[dict[str, Any]]], object]) -> Do:
    """Rows are changed in place; the schema with all it says stays."""

    def do(folder: Path) -> None:
        held = read(folder, table)
        some = held.to_pylist()
        change(some)
        keep(folder, table, pyarrow.Table.from_pylist(some, schema=open_to(some, held.schema)))

    return do


def open_to(some: list[dict[str, Any]], schema: pyarrow.Schema) -> pyarrow.Schema:
    """The schema, its columns open for empty cells where there are any."""
    gaps = {key for row in some for key, value in row.items() if value is None}
    fields = [field.with_nullable(True) if field.name in gaps else field for field in schema]
    return pyarrow.schema(fields, metadata=schema.metadata)


def cells(table: str, at: int, **changed: Any) -> Do:
    """Cells of one row; a function is asked with what was there."""

    def change(some: list[dict[str, Any]]) -> None:
        row = some[at]
        row.update({key: value(row[key]) if callable(value) else value for key, value in changed.items()})

    return rows(table, change)


def shape(table: str, change: Callable[[pyarrow.Table], pyarrow.Table]) -> Do:
    return lambda folder: keep(folder, table, change(read(folder, table)))


def of_type(table: str, column: str, kind: pyarrow.DataType) -> Do:
    def change(held: pyarrow.Table) -> pyarrow.Table:
        at = held.schema.get_field_index(column)
        return held.set_column(at, held.schema.field(at).with_type(kind), held[column].cast(kind))

    return shape(table, change)


def with_field(table: str, column: str, change: Callable[[pyarrow.Field], pyarrow.Field]) -> Do:
    def do(held: pyarrow.Table) -> pyarrow.Table:
        at = held.schema.get_field_index(column)
        return held.cast(held.schema.set(at, change(held.schema.field(at))))

    return shape(table, do)


def with_metadata(table: str, **said: str | None) -> Do:
    def do(held: pyarrow.Table) -> pyarrow.Table:
        kept = {key.decode(): value.decode() for key, value in held.schema.metadata.items()} | said
        return held.replace_schema_metadata({key: value for key, value in kept.items() if value is not None})

    return shape(table, do)


def swapped(one: int, other: int) -> Callable[[list[dict[str, Any]]], None]:
    def change(some: list[dict[str, Any]]) -> None:
        some[one], some[other] = some[other], some[one]

    return change


def exchanged(column: str, one: int, other: int) -> Callable[[list[dict[str, Any]]], None]:
    def change(some: list[dict[str, Any]]) -> None:
        some[one][column], some[other][column] = some[other][column], some[one][column]

    return change


def moved_quote(some: list[dict[str, Any]]) -> None:
    some[4]["quote_start"] += 1
    some[4]["quote_end"] += 1


def wider_quote(some: list[dict[str, Any]]) -> None:
    some[4]["quote"] = f" {some[4]['quote']}"
    some[4]["quote_start"] -= 1


def times(factor: float) -> Callable[[list[dict[str, Any]]], None]:
    def change(some: list[dict[str, Any]]) -> None:
        for key in ("low", "high", "value"):
            some[-1][key] *= factor

    return change


def file(name: str, change: Callable[[bytes], bytes]) -> Do:
    return lambda folder: (folder / name).write_bytes(change((folder / name).read_bytes())) and None


def words(name: str, old: str, new: str, count: int = 1) -> Do:
    """A piece of a text file is another."""

    def change(raw: bytes) -> bytes:
        assert old.encode() in raw, old
        return raw.replace(old.encode(), new.encode(), count)

    return file(name, change)


def linked(name: str, target: str) -> Do:
    def do(folder: Path) -> None:
        (folder / name).unlink()
        (folder / name).symlink_to(target)

    return do


def written(name: str, text: str) -> Do:
    return lambda folder: (folder / name).write_text(text, encoding="utf-8") and None


def file_for(name: str) -> Do:
    def do(folder: Path) -> None:
        shutil.rmtree(folder / name)
        (folder / name).write_text("x")

    return do


def in_folder(name: str, inside: str) -> Do:
    def do(folder: Path) -> None:
        (folder / name).mkdir()
        (folder / name / inside).write_text("A text.")

    return do


def gone(name: str) -> Do:
    return lambda folder: (folder / name).unlink()


def each(table: str, at: int, *several: tuple[str, Any, str]) -> Iterable[Corruption]:
    """Corruptions of single cells of a row: column, what is put there, and the check."""
    for number, (column, value, check) in enumerate(several, start=1):
        shown = "changed" if callable(value) else repr(value)[:30]
        yield (
            f"{table} {at + 1}.{number}: {column} {shown}",
            cells(table, at, **{column: value}),
            check,
            f"{table}.parquet row {at + 1}",
        )


def homoglyph(text: str) -> str:
    return text.replace("a", "а", 1)


TABLES: tuple[Corruption, ...] = (
    *each("claims", 4,
          ("claim_id", lambda name: name.upper(), "form"),
          ("claim_id", lambda name: name[:-1], "form"),
          ("claim_id", None, "empty"),
          ("claim_id", lambda name: f"other-{name}", "claim_is_named_for_its_document"),
          ("document_id", "other", "reference"),
          ("document_id", None, "empty"),
          ("position", 0, "limit"),
          ("position", -5, "limit"),
          ("position", 999, "position"),
          ("position", 4, "position"),
          ("position", None, "empty"),
          ("paragraph", 0, "limit"),
          ("paragraph", 7, "place"),
          ("paragraph", None, "place"),
          ("section", "The Economic Importance of Belarus", "place"),
          ("claim", lambda text: text.rstrip("."), "form"),
          ("claim", lambda text: text.replace(" ", "\n", 1), "form"),
          ("claim", lambda text: f" {text}", "form"),
          ("claim", lambda text: f"{text} ", "form"),
          ("claim", "", "form"),
          ("claim", None, "empty"),
          ("claim", lambda text: text.replace("r", "r\u200b", 1), "claim_is_plain"),
          ("claim", lambda text: text.replace(" ", "  ", 1), "claim_is_plain"),
          ("claim", lambda text: text.replace("L", "L\u0301", 1), "claim_is_plain"),
          ("claim", homoglyph, "claim_is_plain"),
          ("claim", lambda text: text.replace(" ", "\t", 1), "claim_is_plain"),
          ("claim", lambda text: text.replace(" ", " \u202e", 1), "claim_is_plain"),
          ("quote", homoglyph, "quote"),
          ("quote", lambda text: text.replace("r", "n", 1), "quote"),
          ("quote", lambda text: text.swapcase(), "quote"),
          ("quote", lambda text: text[:-1], "quote_fills_its_span"),
          ("quote", lambda text: f"{text}\u200b", "quote_fills_its_span"),
          ("quote", "", "length"),
          ("quote_start", -1, "limit"),
          ("quote_start", lambda start: start - 1, "quote_fills_its_span"),
          ("quote_start", None, "empty"),
          ("quote_end", 0, "limit"),
          ("quote_end", 10**9, "quote_fills_its_span"),
          ("source_link", "https://www.pism.pl/", "place"),
          ("source_link", "javascript:alert(1)", "place"),
          ("source_link", lambda link: link.replace("%20", "+", 1), "place"),
          ("source_link", lambda link: link[:-1], "place"),
          ("source_link", None, "empty"),
          ("claim_type", "fact", "code"),
          ("claim_type", "Assessment", "code"),
          ("claim_type", None, "empty"),
          ("topic", "cheese", "code"),
          ("topic", "aid", "main_topic_comes_first"),
          ("topics", [], "main_topic_comes_first"),
          ("topics", lambda topics: topics[::-1], "main_topic_comes_first"),
          ("topics", lambda topics: [*topics, topics[0]], "no_topic_twice"),
          ("topics", lambda topics: [*topics, "cheese"], "topics_are_known"),
          ("topics", None, "empty"),
          ("attribution", "", "attribution_is_plain"),
          ("attribution", "the\u200bministry", "attribution_is_plain"),
          ("negated", None, "empty"),
          ("modality", "certain", "code"),
          ("modality", None, "empty"),
          ("actors", ["lt", "BY"], "actors_have_codes"),
          ("actors", ["UK"], "actors_have_codes"),
          ("actors", ["LT", "BY", "LT"], "no_actor_twice"),
          ("actors", ["Lithuania"], "states_are_coded"),
          ("actors", ["the ministry"], "actors_are_names"),
          ("actors", ["Nato"], "actors_are_names"),
          ("actors", ["Sei\u200bmas"], "actors_are_names"),
          ("actors", [""], "actors_are_names"),
          ("actors", None, "empty"),
          ("time", "in 2019", "time_is_a_date"),
          ("time", "2019-13", "time_is_a_date"),
          ("time", "2019/", "time_is_a_date"),
          ("time", "2019", "time_has_its_days"),
          ("time_start", date(2019, 1, 1), "time_has_its_days"),
          ("time_end", date(2019, 1, 1), "time_has_its_days"),
          ("link_texts", ["one"], "links_have_targets"),
          ("link_urls", [None], "links_have_targets"),
          ("reviewed", False, "reviewed"),
          ("reviewed", None, "empty"),
          ("made_by", ["joined clauses"], "review_names_no_construction"),
          ),
    *each("quantities", -1 + 14,
          ("quantity_id", lambda name: name.replace("q1", "q0"), "form"),
          ("quantity_id", lambda name: name.replace("q1", "q2"), "position"),
          ("quantity_id", lambda name: name.replace("/", "/0", 1)[:-4] + "/q1", "quantity_is_named_for_its_claim"),
          ("claim_id", f"{NAME}/00000000", "reference"),
          ("claim_id", None, "empty"),
          ("text", lambda text: text.replace("2", "3"), "value"),
          ("text", lambda text: f"{text} ", "text_fills_its_span"),
          ("start", -1, "limit"),
          ("start", lambda start: start + 1, "text_fills_its_span"),
          ("end", None, "empty"),
          ("kind", "amount", "code"),
          ("kind", "measure", "number"),
          ("kind", "rank", "unit_fits_the_kind"),
          ("low", 3000.0, "ends_are_in_order"),
          ("low", None, "comparator_agrees_with_the_ends"),
          ("high", None, "comparator_agrees_with_the_ends"),
          ("high", 2001.0, "number"),
          ("value", 1.0, "value_lies_in_the_middle"),
          ("value", float("nan"), "finite"),
          ("value", float("inf"), "finite"),
          ("low", float("-inf"), "finite"),
          ("comparator", "≈", "code"),
          ("comparator", "<", "comparator_agrees_with_the_ends"),
          ("comparator", "=", "number"),
          ("unit", "", "unit_fits_the_kind"),
          ("unit", " ", "unit_is_named"),
          ("measure", "", "measure_is_named"),
          ("measure", " firms", "measure_is_named"),
          ("period", "last year", "period_is_a_date"),
          ("period", "1999", "period_has_its_days"),
          ("period_end", date(2019, 1, 1), "period_has_its_days"),
          ),
    *each("quantities", 3,
          ("unit", "EUX", "unit_fits_the_kind"),
          ("unit", "eur", "unit_fits_the_kind"),
          ("unit", "USD", "number"),
          ("unit", None, "unit_fits_the_kind"),
          ),
    *each("quantities", 1, ("unit", "pp", "number"), ("unit", "EUR", "unit_fits_the_kind"), ("low", 31.0, "number")),
    *each("quantities", 0, ("unit", "th", "unit_fits_the_kind"), ("kind", "count", "number")),
    *each("documents", 0,
          ("document_id", "PISM", "form"),
          ("title", "", "length"),
          ("authors", None, "empty"),
          ("published", "autumn", "published_is_a_date"),
          ("language", "English language", "form"),
          ("url", "ftp://example.org", "form"),
          ("url", "javascript:alert(1)", "form"),
          ("url", None, "address_agrees"),
          ("url_status", "missing", "address_agrees"),
          ("url", "https://u@example.org", "address_names_a_host"),
          ("url", "https://?a", "address_names_a_host"),
          ("title", "The End\u200b", "title_is_plain"),
          ("authors", ["A", "A"], "no_author_twice"),
          ("authors", [""], "authors_are_plain"),
          ("publisher", "", "publisher_is_plain"),
          ("url_status", "sure", "code"),
          ("raw_path", "../secret.txt", "raw_file_is_named_for_its_document"),
          ("raw_path", "/etc/passwd", "raw_file_is_named_for_its_document"),
          ("raw_path", "data/raw/other.txt", "raw_file_is_named_for_its_document"),
          ("sha256", "0" * 64, "hash_is_the_texts"),
          ("sha256", "0" * 63, "form"),
          ("text", lambda text: text.replace("a", "b", 1), "hash_is_the_texts"),
          ("text", lambda text: text.replace("\n", "\r\n"), "hash_is_the_texts"),
          ("text", None, "empty"),
          ("reviewed", None, "empty"),
          ),
    ("a quote moved by a character", rows("claims", moved_quote), "quote", "claims.parquet row 5"),
    ("a quote with a space before it", rows("claims", wider_quote), "quote_has_no_space_around", "claims.parquet row 5"),
    ("the text in CRLF", cells("documents", 0, text=lambda t: t.replace("\n", "\r\n")), "quote", "claims.parquet row"),
    ("the text in NFD", cells("documents", 0, text=lambda t: normalize("NFD", t)), "quote", "claims.parquet row"),
    ("a link of another claim", rows("claims", exchanged("source_link", 4, 9)), "place", "claims.parquet row 5"),
    ("a place of another claim", rows("claims", exchanged("position", 4, 9)), "position", "claims.parquet row"),
    ("an id of another claim", rows("claims", lambda r: r[4].update(claim_id=r[5]["claim_id"])), "unique",
     "claims.parquet row 5"),
    ("a value of another claim", rows("quantities", lambda r: r[0].update(claim_id=r[13]["claim_id"])),
     "quantity_is_named_for_its_claim", "quantities.parquet row 1"),
    ("a value in another sentence", rows("quantities", lambda r: r[0].update({k: r[1][k] for k in ("text", "start", "end")})),
     "value", "quantities.parquet row 1"),
    ("a thousand times too much", rows("quantities", times(1000)), "number", "quantities.parquet row 14"),
    ("a comma read as a point", rows("quantities", times(0.001)), "number", "quantities.parquet row 14"),
    ("a value twice", rows("quantities", lambda r: r.append({**r[13], "quantity_id": r[13]["quantity_id"][:-1] + "2"})),
     "repeated value", "quantities.parquet row 15"),
    ("claims re-ordered", rows("claims", swapped(3, 4)), "order", "claims.parquet row 5"),
    ("values re-ordered", rows("quantities", swapped(3, 9)), "order", "quantities.parquet row"),
    ("a claim lost", rows("claims", lambda r: r.pop(4)), "position", "claims.parquet row"),
    ("the last claim lost", rows("claims", lambda r: r.pop()), "release", "claims.parquet"),
    ("a claim with values lost", rows("claims", lambda r: [r.pop(i) for i in range(132, 20, -1)]), "reference",
     "quantities.parquet row"),
    ("a value lost", rows("quantities", lambda r: r.pop(2)), "release", "quantities.parquet"),
    ("the document lost", rows("documents", lambda r: r.clear()), "reference", "claims.parquet row 1"),
    ("the document twice", rows("documents", lambda r: r.append(dict(r[0]))), "unique", "documents.parquet row 1"),
    ("all claims lost", rows("claims", lambda r: r.clear()), "reference", "quantities.parquet row 1"),
    ("a column more", shape("claims", lambda t: t.append_column("mood", t["claim"])), "schema", "claims.parquet"),
    ("a column less", shape("claims", lambda t: t.drop_columns(["modality"])), "schema", "claims.parquet"),
    ("a column renamed",
     shape("claims", lambda t: t.rename_columns([n.replace("modality", "mood") for n in t.schema.names])),
     "schema", "claims.parquet"),
    ("columns re-ordered", shape("claims", lambda t: t.select(t.schema.names[::-1])), "schema", "claims.parquet"),
    ("a day as a moment", of_type("claims", "time_start", pyarrow.timestamp("us")), "schema", "claims.parquet"),
    ("a large text", of_type("claims", "quote", pyarrow.large_string()), "schema", "claims.parquet"),
    ("a text as bytes", of_type("claims", "quote", pyarrow.binary()), "schema", "claims.parquet"),
    ("a code as dictionary", of_type("claims", "topic", pyarrow.dictionary(pyarrow.int32(), pyarrow.string())),
     "schema", "claims.parquet"),
    ("a small whole number", of_type("claims", "position", pyarrow.int32()), "schema", "claims.parquet"),
    ("a whole number as float", of_type("claims", "position", pyarrow.float64()), "schema", "claims.parquet"),
    ("a small float", of_type("quantities", "value", pyarrow.float32()), "schema", "quantities.parquet"),
    ("a flag as number", of_type("claims", "negated", pyarrow.int8()), "schema", "claims.parquet"),
    ("a large list", of_type("claims", "topics", pyarrow.large_list(pyarrow.string())), "schema", "claims.parquet"),
    ("a column that may be empty", with_field("claims", "topic", lambda f: f.with_nullable(True)), "schema", "claims.parquet"),
    ("a column that says nothing", with_field("claims", "topic", lambda f: f.remove_metadata()), "schema", "claims.parquet"),
    ("a column with other codes",
     with_field("claims", "topic", lambda f: f.with_metadata({**f.metadata, b"codes": b"{}"})), "schema", "claims.parquet"),
    ("a table that says nothing", shape("claims", lambda t: t.replace_schema_metadata(None)), "schema", "claims.parquet"),
    ("a table without version", with_metadata("claims", version=None), "schema", "claims.parquet"),
    ("a table without hash", with_metadata("claims", content_hash=None), "schema", "claims.parquet"),
    ("a table of another name", with_metadata("claims", name="facts"), "schema", "claims.parquet"),
    ("a table of another version", with_metadata("claims", version="9.9.9"), "release", "claims.parquet"),
    ("another hash", with_metadata("claims", content_hash="sha256:" + "0" * 64), "release", "claims.parquet"),
    ("half a file", file("claims.parquet", lambda raw: raw[: len(raw) // 2]), "file", "claims.parquet"),
    ("no Parquet", file("claims.parquet", lambda raw: b"claims"), "file", "claims.parquet"),
    ("an empty file", file("claims.parquet", lambda raw: b""), "file", "claims.parquet"),
    ("a file lost", gone("quantities.parquet"), "file", "quantities.parquet"),
    ("a link for a file", linked("claims.parquet", "/etc/hostname"), "file", "claims.parquet"),
)  # fmt: skip

FIRST = "- id: e6ec4214"
TEXT = "Until the post-election protests in Belarus, Lithuania's policy towards that country"
CLAIM = "Until the post-election protests in Belarus, Lithuania's policy towards Belarus"

PROJECT: tuple[Corruption, ...] = (
    ("a raw byte changed", words(RAW, "risk", "rish"), "raw file", f"{RAW}: has changed"),
    ("CRLF where LF was", words(RAW, "\n", "\r\n", -1), "raw file", f"{RAW}: has changed"),
    ("a mark before the text", file(RAW, lambda raw: b"\xef\xbb\xbf" + raw), "raw file", f"{RAW}: has changed"),
    ("a space at the end of the text", file(RAW, lambda raw: raw + b" "), "raw file", f"{RAW}: has changed"),
    ("no UTF-8", file(RAW, lambda raw: raw + b"\xff"), "raw file", f"{RAW}:"),
    ("UTF-16", file(RAW, lambda raw: raw.decode().encode("utf-16")), "raw file", f"{RAW}:"),
    ("a NUL", file(RAW, lambda raw: raw + b"\0"), "raw file", f"{RAW}:"),
    ("an empty text", file(RAW, lambda raw: b""), "raw file", f"{RAW}: is empty"),
    ("another character in a quoted text", words(RAW, "carries the risk", "carries the rіsk"), "review", f"{REVIEW}:"),
    ("a text of the same name", lambda folder: (folder / f"data/raw/{NAME}.md").write_text("A text.") and None,
     "problem", f"data/raw/{NAME}."),
    ("a text that is a link out", linked(RAW, "/etc/hostname"), "raw file", f"{RAW}: is a link"),
    ("known facts that are a link out", linked(TOML, "/etc/hostname"), "raw file", f"{TOML}: is a link"),
    ("a review that is a link out", linked(REVIEW, "/etc/hostname"), "review", f"{REVIEW}:1: is a link"),
    ("nothing known of the text", gone(TOML), "raw file", f"{TOML}: is missing"),
    ("no TOML", written(TOML, "title ="), "raw file", f"{TOML}:1: is not TOML"),
    ("an unknown field", file(TOML, lambda raw: raw + b'colour = "red"\n'), "raw file", f"{TOML}:9: colour"),
    ("no title", words(TOML, "title =", "#"), "raw file", f"{TOML}: title is missing"),
    ("an empty title", words(TOML, 'language = "en"', 'language = ""'), "raw file", f"{TOML}:5: language"),
    ("an address of no page", words(TOML, "https://", "file://"), "raw file", f"{TOML}:6: url"),
    ("a strange status", words(TOML, '"inferred"', '"sure"'), "raw file", f"{TOML}:7: url_status"),
    ("a status without address", words(TOML, '"inferred"', '"missing"'), "raw file", f"{TOML}:7: url_status"),
    ("a date that is none", words(TOML, '"2020-10?"', '"2020-13"'), "raw file", f"{TOML}:4: published"),
    ("authors that are no list", words(TOML, '["Kinga Raś"]', '"Kinga Raś"'), "raw file", f"{TOML}:2: authors"),
    ("another title", words(TOML, "Cautious", "Careful"), "published", "data/processed/documents.parquet row 1"),
    ("a title with a hidden character", words(TOML, 'title = "', 'title = "\\u202e'), "title_is_plain", f"{TOML}:1: title"),
    ("a title of two lines", words(TOML, 'title = "', 'title = "A\\n'), "title_is_plain", f"{TOML}:1: title"),
    ("an author with two spaces", words(TOML, "Kinga Raś", "Kinga  Raś"), "authors_are_plain", f"{TOML}:2: authors"),
    ("a homoglyph in an author", words(TOML, "Kinga Raś", "Kingа Raś"), "authors_are_plain", f"{TOML}:2: authors"),
    ("an author twice", words(TOML, '["Kinga Raś"]', '["Kinga Raś", "Kinga Raś"]'), "raw file", f"{TOML}:2: authors"),
    ("a publisher with a space at its end", words(TOML, 'Bulletin"', 'Bulletin "'), "publisher_is_plain", f"{TOML}:3: publ"),
    ("an address with a user", words(TOML, "https://", "https://u:p@"), "raw file", f"{TOML}:6: url"),
    ("an address without host", words(TOML, "https://", "https://?"), "raw file", f"{TOML}:6: url"),
    ("facts of no text", written("data/raw/other.toml", 'title = "A"'), "raw file", "data/raw/other.toml: warning: describes"),
    ("a text that ends in capitals", written("data/raw/other.TXT", "A text."), "problem", "data/raw/other.TXT: is not read"),
    ("a folder of texts", in_folder("data/raw/more", "other.txt"), "problem", "data/raw/more: is a folder"),
    ("a folder for a review", in_folder("data/reviewed/other.yaml", "x"), "problem", "data/reviewed/other.yaml: is a folder"),
    ("the texts lost", lambda folder: shutil.rmtree(folder / "data/raw"), "raw file", "data/raw: is no folder"),
    ("a file for the texts", file_for("data/raw"), "raw file", "data/raw: is no folder"),
    ("a file for the reviews", file_for("data/reviewed"), "problem", "data/reviewed: is a file"),
    ("a word of YAML for nothing", words(REVIEW, FIRST, f"{FIRST}\n  attribution: ~"), "attribution_is_plain",
     f"{REVIEW}:14: claim"),
    ("an actor that is a mark", words(REVIEW, "actors: [BY, LT]", "actors: [BY, '-']"), "actors_are_names", f"{REVIEW}:14"),
    ("a measure of a space", words(REVIEW, "measure: Lithuanian exports to Belarus", "measure: ' '"), "measure_is_named",
     f"{REVIEW}:"),
    ("a letter of another width", words(REVIEW, f"claim: {CLAIM}", f"claim: {CLAIM}".replace("protests", "ｐrotests")),
     "claim_is_plain", f"{REVIEW}:14: claim"),
    ("an article in Cyrillic", words(REVIEW, f"claim: {CLAIM}", f"claim: {CLAIM}".replace("in Bel", "in а Bel")),
     "claim_is_plain", f"{REVIEW}:14: claim"),
    ("a quote off by a character", words(REVIEW, f"quote: {TEXT}", f"quote: {TEXT[:-1]}"), "review", f"{REVIEW}:16: claim"),
    ("a homoglyph in a quote", words(REVIEW, f"quote: {TEXT}", f"quote: {homoglyph(TEXT)}"), "review", f"{REVIEW}:16: claim"),
    ("a quote without its case", words(REVIEW, f"quote: {TEXT}", f"quote: {TEXT.lower()}"), "review", f"{REVIEW}:16: claim"),
    ("a quote that is lost", words(REVIEW, f"quote: {TEXT}", "# "), "review", f"{REVIEW}:14: claim"),
    ("a claim without a stop", words(REVIEW, "characterised by pragmatism.", "pragmatism"), "review", f"{REVIEW}:15: claim"),
    ("a hidden character", words(REVIEW, f"claim: {CLAIM}", f"claim: {CLAIM}\u200b"), "claim_is_plain", f"{REVIEW}:14: claim"),
    ("a homoglyph in a claim", words(REVIEW, f"claim: {CLAIM}", f"claim: {homoglyph(CLAIM)}"), "claim_is_plain",
     f"{REVIEW}:14: claim"),
    ("a claim in NFD", words(REVIEW, f"claim: {CLAIM}", f"claim: Šimonytė and {CLAIM}".replace("Š", "S\u030c")),
     "claim_is_plain", f"{REVIEW}:14: claim"),
    ("two spaces", words(REVIEW, f"claim: {CLAIM}", f"claim: {CLAIM} "), "claim_is_plain", f"{REVIEW}:14: claim"),
    ("an id twice", words(REVIEW, "id: 96cdc764", "id: e6ec4214"), "review", f"{REVIEW}:21: claim e6ec4214"),
    ("an id of seven", words(REVIEW, "id: e6ec4214", "id: e6ec421"), "review", f"{REVIEW}:14: claim no. 1"),
    ("an id in capitals", words(REVIEW, "id: e6ec4214", "id: E6EC4214"), "review", f"{REVIEW}:14: claim no. 1"),
    ("an id that is new", words(REVIEW, "id: e6ec4214", "id: 00000001"), "published", "data/processed/claims.parquet"),
    ("an unknown key", words(REVIEW, FIRST, f"{FIRST}\n  colour: red"), "review", f"{REVIEW}:15: claim"),
    ("a key twice", words(REVIEW, FIRST, f"{FIRST}\n  id: e6ec4214"), "review", f"{REVIEW}:15: claim"),
    ("an unknown topic", words(REVIEW, "[bilateral-relations]", "[cheese]"), "review", f"{REVIEW}:18: claim"),
    ("a topic twice", words(REVIEW, "[bilateral-relations]", "[trade, trade]"), "review", f"{REVIEW}:18: claim"),
    ("no topic", words(REVIEW, "[bilateral-relations]", "[]"), "review", f"{REVIEW}:18: claim"),
    ("topics re-ordered", words(REVIEW, "[bilateral-relations, democratisation]", "[democratisation, bilateral-relations]"),
     "published", "data/processed/claims.parquet row 2"),
    ("an unknown type", words(REVIEW, "claim_type: assessment", "claim_type: fact"), "review", f"{REVIEW}:17: claim"),
    ("an unknown modality", words(REVIEW, FIRST, f"{FIRST}\n  modality: sure"), "review", f"{REVIEW}:15: claim"),
    ("a flag that is none", words(REVIEW, FIRST, f"{FIRST}\n  negated: yes"), "review", f"{REVIEW}:15: claim"),
    ("a time that is none", words(REVIEW, FIRST, f"{FIRST}\n  time: 2019-02-30"), "review", f"{REVIEW}:15: claim"),
    ("an occurrence too high", words(REVIEW, FIRST, f"{FIRST}\n  occurrence: 2"), "review", f"{REVIEW}:"),
    ("a state in small letters", words(REVIEW, "actors: [BY, LT]", "actors: [by, LT]"), "actors_have_codes", f"{REVIEW}:14"),
    ("a code that is none", words(REVIEW, "actors: [BY, LT]", "actors: [QQ]"), "actors_have_codes", f"{REVIEW}:14: claim"),
    ("a state by its name", words(REVIEW, "actors: [BY, LT]", "actors: [Belarus]"), "states_are_coded", f"{REVIEW}:14"),
    ("an actor twice", words(REVIEW, "actors: [BY, LT]", "actors: [BY, BY]"), "review", f"{REVIEW}:19: claim"),
    ("a currency that is none", words(REVIEW, "unit: EUR", "unit: EUX"), "unit_fits_the_kind", f"{REVIEW}:"),
    ("another currency", words(REVIEW, "unit: EUR", "unit: USD"), "number", f"{REVIEW}:"),
    ("a comma in a number", words(REVIEW, "low: 1146500000", "low: 1,146,500,000"), "review", f"{REVIEW}:"),
    ("a point for a comma", words(REVIEW, "low: 2000\n    high: 2000", "low: 2.000\n    high: 2.000"), "number", f"{REVIEW}:"),
    ("a word for a number", words(REVIEW, "low: 1146500000", "low: much"), "review", f"{REVIEW}:"),
    ("no number", words(REVIEW, "low: 1146500000", "low: .nan"), "review", f"{REVIEW}:"),
    ("bounds swapped", words(REVIEW, "low: 30\n    high: 40", "low: 40\n    high: 30"), "review", f"{REVIEW}:"),
    ("a bound of the other side", words(REVIEW, "high: 800000000", "low: 800000000"), "review", f"{REVIEW}:"),
    ("another bound", words(REVIEW, "low: 30\n", "low: 31\n"), "number", f"{REVIEW}:"),
    ("another sign", words(REVIEW, 'comparator: "<"', 'comparator: "<="'), "number", f"{REVIEW}:"),
    ("an unknown sign", words(REVIEW, 'comparator: "<"', 'comparator: "≈"'), "review", f"{REVIEW}:"),
    ("a kind that is none", words(REVIEW, "kind: money", "kind: amount"), "review", f"{REVIEW}:"),
    ("a value outside of its quote", words(REVIEW, "text: less than €800 million", "text: €300 million"), "review", f"{REVIEW}:"),
    ("another measure", words(REVIEW, "measure: Lithuanian exports to", "measure: exports to"), "published",
     "data/processed/quantities.parquet row"),
    ("an alias", words(REVIEW, "topics: [bilateral-relations]", "topics: *t"), "review", f"{REVIEW}:18"),
    ("an anchor", words(REVIEW, "topics: [bilateral", "topics: &t [bilateral"), "review", f"{REVIEW}:18"),
    ("a tag", words(REVIEW, "claim_type: assess", "claim_type: !!python/name:os.system assess"), "review", f"{REVIEW}:17"),
    ("too deep", words(REVIEW, "topics: [bilateral-relations]", f"topics: {'[' * 50}{']' * 50}"), "review", f"{REVIEW}:18"),
    ("a tab", words(REVIEW, "  claim_type", "\tclaim_type"), "review", f"{REVIEW}:"),
    ("a second YAML document", file(REVIEW, lambda raw: raw + b"\n---\na: b\n"), "review", f"{REVIEW}:"),
    ("no YAML", words(REVIEW, "guidelines: 2", "guidelines: ["), "review", f"{REVIEW}:"),
    ("another document", words(REVIEW, f"document: {NAME}", "document: other"), "review", f"{REVIEW}:7"),
    ("a path for a document", words(REVIEW, f"document: {NAME}", "document: ../../etc"), "review", f"{REVIEW}:7"),
    ("other guidelines", words(REVIEW, "guidelines: 2", "guidelines: 1"), "review", f"{REVIEW}:8"),
    ("an empty review", written(REVIEW, ""), "review", f"{REVIEW}:1"),
    ("a review in Latin-1", file(REVIEW, lambda raw: raw + b"# caf\xe9\n"), "review", f"{REVIEW}:"),
    ("a review under another name", lambda folder: (folder / REVIEW).rename(folder / "data/reviewed/other.yml") and None,
     "problem", "data/reviewed/other.yml"),
    ("the published folder lost", lambda folder: shutil.rmtree(folder / "data/processed"), "file",
     "data/processed: nothing"),
    ("the data package edited", words("data/processed/datapackage.json", "claims", "facts"), "metadata",
     "data/processed/datapackage.json"),
    ("Croissant edited", words("data/processed/croissant.json", "claims", "facts"), "metadata", "data/processed/croissant.json"),
    ("the card edited", words("data/processed/README.md", "claims", "facts"), "metadata", "data/processed/README.md"),
    ("the card lost", gone("data/processed/README.md"), "metadata", "data/processed/README.md"),
    ("the checksums lost", gone("data/processed/SHA256SUMS"), "checksum", "data/processed/SHA256SUMS"),
    ("a checksum changed", file("data/processed/SHA256SUMS", lambda raw: b"0" * 64 + raw[64:]), "checksum", "data/processed/"),
    ("a checksum of a file elsewhere", file("data/processed/SHA256SUMS", lambda raw: raw + b"0" * 64 + b"  ../../x\n"),
     "checksum", "data/processed/SHA256SUMS"),
    ("checksums in another order", file("data/processed/SHA256SUMS", lambda raw: b"".join(raw.splitlines(True)[::-1])),
     "checksum", "data/processed/SHA256SUMS"),
    ("a checksum twice", file("data/processed/SHA256SUMS", lambda raw: raw + raw.splitlines(True)[0]), "checksum",
     "data/processed/SHA256SUMS"),
    ("checksums in CRLF", file("data/processed/SHA256SUMS", lambda raw: raw.replace(b"\n", b"\r\n")), "checksum",
     "data/processed/SHA256SUMS"),
    ("a file more", written("data/processed/notes.txt", "x"), "extra file", "data/processed/notes.txt"),
    ("a folder more", lambda folder: (folder / "data/processed/more").mkdir(), "extra file", "data/processed/more"),
)  # fmt: skip


def in_processed(corruption: Corruption) -> Corruption:
    """A corruption of a table, in a project."""
    name, do, _, place = corruption
    return name, lambda folder: do(folder / "data/processed"), "", f"data/processed/{place.split()[0]}"
