"""A reviewed file read as claims, or every problem in it with its line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lt_by_claims.claim import Claim, Quantity
from lt_by_claims.document import Document
from lt_by_claims.review.block import Block
from lt_by_claims.review.lineage import Retired, retired_in
from lt_by_claims.review.nodes import Items, Node, Pairs, Scalar, parse
from lt_by_claims.review.problems import Problems
from lt_by_claims.review.quotes import find, with_line_ends_of
from lt_by_claims.tables import CLAIM_TYPES, COMPARATORS, KINDS, MODALITIES, TOPICS

GUIDELINES = ("2",)
"""The versions of the annotation guidelines that a file may follow."""

LARGEST = 10_000_000
"""Bytes of the largest file that is read."""

FILE_NEEDS, FILE_MAY = ("document", "guidelines"), ("claims", "retired")
CLAIM_NEEDS = ("id", "claim", "quote", "claim_type", "topics")
CLAIM_MAY = ("occurrence", "attribution", "negated", "modality", "actors", "time", "quantities")
QUANTITY_NEEDS = ("text", "kind")
QUANTITY_MAY = ("occurrence", "low", "high", "comparator", "unit", "measure", "period")


@dataclass(frozen=True, slots=True)
class Review:
    """What a reviewed file says: the claims of its document, in order, and what became of those it no longer makes."""

    claims: tuple[Claim, ...]
    retired: Retired


def review(path: Path, document: Document) -> list[Claim]:
    """The claims of a reviewed file, in its order; `ReviewError` lists all that is wrong with it."""
    return list(reviewed(path, document).claims)


def reviewed(path: Path, document: Document) -> Review:
    """All that a reviewed file says; `ReviewError` lists all that is wrong with it."""
    problems = Problems(path)
    root = parse(decoded(bytes_of(path, problems), problems), problems)
    block = file_block(root, problems)
    if (named := block.text("document")) not in (None, document.document_id):
        block.wrong(f"document {named!r} is not the text reviewed here, {document.document_id!r}", block.at("document"))
    lines: dict[str, int] = {}
    claims = tuple(claims_of(block, document, lines))
    return checked(Review(claims, retired_in(block, lines)), problems)


def withdrawn(path: Path) -> Review:
    """What is left of a reviewed file when its text is taken away: nothing but its retired claims."""
    problems = Problems(path)
    block = file_block(parse(decoded(bytes_of(path, problems), problems), problems), problems)
    retired = retired_in(block, {})
    if not retired or list(block.items("claims")):
        text = f"put {path.stem}.txt into data/raw, or leave nothing here but `retired`"
        block.wrong(f"reviews a text that is not there: {text}")
    return checked(Review((), retired), problems)


def file_block(root: Node, problems: Problems) -> Block:
    """The whole file as a block."""
    block = Block(root, "", FILE_NEEDS, FILE_MAY, problems)
    block.choice("guidelines", GUIDELINES, "")
    return block


def checked(review: Review, problems: Problems) -> Review:
    """What was read, if nothing is wrong with it."""
    if problems.found:
        raise problems.error()
    return review


def document_of(path: Path) -> str:
    """The document that a reviewed file says it is of."""
    problems = Problems(path)
    root = parse(decoded(bytes_of(path, problems), problems), problems)
    pairs = root.pairs if isinstance(root, Pairs) else ()
    named = (v.text for k, v in pairs if isinstance(k, Scalar) and k.text == "document" and isinstance(v, Scalar))
    return next(named, "") or problems.stop(root.line, "document is missing")


def bytes_of(path: Path, problems: Problems) -> bytes:
    """The bytes of the file; one of a project is no link, for that may lead anywhere."""
    if path.is_symlink() and path.absolute().parts[-3:-1] == ("data", "reviewed"):
        problems.stop(1, "is a link: put the file itself here")
    try:
        if path.stat().st_size > LARGEST:
            problems.stop(1, f"has more than {LARGEST:,} bytes: a review of one text is never so long")
        return path.read_bytes()
    except OSError as error:
        problems.stop(1, f"cannot be opened: {error.strerror or error}")


def decoded(raw: bytes, problems: Problems) -> str:
    """The bytes as text."""
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        problems.stop(line, f"not UTF-8 (byte 0x{raw[error.start]:02x}): save the file as UTF-8")


def claims_of(block: Block, document: Document, lines: dict[str, int]) -> Iterator[Claim]:
    """The claims of the file, no two of one id; the line of each is noted in `lines`."""
    for number, node in enumerate(block.items("claims"), start=1):
        claim = claim_of(node, number, document, block.problems)
        if claim.id in lines:
            what = f"id stands in line {lines[claim.id]} too: give this one another"
            block.problems.add(node.line, what, f"claim {claim.id}")
        if claim.id:
            lines[claim.id] = node.line
        yield claim


def claim_of(node: Node, number: int, document: Document, problems: Problems) -> Claim:
    """One claim."""
    block = Block(node, f"claim {id_in(node) or f'no. {number}'}", CLAIM_NEEDS, CLAIM_MAY, problems)
    start, end = span(block, document)
    return Claim(
        id=block.read("id", "[0-9a-f]{8}", str, "not 8 hexadecimal digits (0-9, a-f)"),
        claim=sentence(block),
        start=start,
        end=end,
        claim_type=block.choice("claim_type", CLAIM_TYPES, ""),
        topics=topics(block),
        attribution=block.text("attribution"),
        negated=block.flag("negated"),
        modality=block.choice("modality", MODALITIES, "asserted"),
        actors=block.texts("actors"),
        time=block.period("time"),
        quantities=tuple(quantity_of(n, block.who, start, end, document, problems) for n in block.items("quantities")),
    )


def id_in(node: Node) -> str | None:
    """The id that a claim's block gives, to speak of the claim by."""
    pairs = node.pairs if isinstance(node, Pairs) else ()
    texts = (v.text for k, v in pairs if isinstance(k, Scalar) and k.text == "id" and isinstance(v, Scalar))
    return next((text for text in texts if re.fullmatch("[0-9a-f]{8}", text)), None)


def sentence(block: Block) -> str:
    """The claim's sentence."""
    text = block.text("claim") or ""
    if "\n" in text or "\t" in text or text != text.strip():
        block.wrong("claim has a line break, a tab or a space at its end: write one line", block.at("claim"))
    elif text and not text.endswith((".", "?", "!")):
        block.wrong("claim has no full stop", block.at("claim"))
    return text


def topics(block: Block) -> tuple[str, ...]:
    """The topics, of which there is one at least."""
    found = block.texts("topics", TOPICS)
    if isinstance(block.values.get("topics"), Items) and not found:
        block.wrong("topics needs one topic at least, the main one first", block.at("topics"))
    return found


def span(block: Block, document: Document) -> tuple[int, int]:
    """Where the quote stands in the text, as (start, end)."""
    occurrence = block.whole("occurrence")
    quote = with_line_ends_of(document.text, block.text("quote") or "")
    start = place(block, "quote", document.text, quote, occurrence)
    end = start + len(quote)
    if start >= 0 and document.around_links(start, end) != (start, end):
        block.wrong("quote cuts a link in two: take the whole `[text](target)`, or none of it", block.at("quote"))
    return start, end


def place(block: Block, key: str, text: str, quote: str, occurrence: int | None) -> int:
    """Where a quote begins in a text, -1 where that is not sure."""
    if not quote:
        return -1
    try:
        return find(text, quote, occurrence, "the text" if key == "quote" else "the quote")
    except ValueError as error:
        block.wrong(f"{key} {error}", block.at(key))
        return -1


def quantity_of(
    node: Node, who: str, claim_start: int, claim_end: int, document: Document, problems: Problems
) -> Quantity:
    """One numeric value of a claim, its text found within the claim's quote."""
    block = Block(node, f"{who}, quantity", QUANTITY_NEEDS, QUANTITY_MAY, problems)
    quote = document.text[max(claim_start, 0) : max(claim_end, 0)] if claim_start >= 0 else ""
    text = with_line_ends_of(quote, block.text("text") or "")
    occurrence = block.whole("occurrence")
    start = claim_start + place(block, "text", quote, text, occurrence) if quote else -1
    low, high = block.number("low"), block.number("high")
    comparator = block.choice("comparator", COMPARATORS, "=")
    if low is not None and high is not None and low > high:
        block.wrong(f"low {low} is above high {high}", block.at("low"))
    if missing := missing_end(block, comparator):
        block.wrong(missing)
    kind, unit = block.choice("kind", KINDS, ""), block.text("unit")
    if kind in UNITS and not unit:
        block.wrong(f"unit is missing: give {UNITS[kind]}")
    return Quantity(
        text=text,
        start=start,
        end=start + len(text),
        kind=kind,
        low=low,
        high=high,
        comparator=comparator,
        unit=unit,
        measure=block.text("measure"),
        period=block.period("period"),
    )


UNITS = {
    "money": "the ISO 4217 code of the currency",
    "percent": "% or pp",
    "count": "the thing counted, in the plural",
    "measure": "its UCUM code",
}
"""What the unit of a value is, for the kinds that have one."""

ENDS = {"<": "high", "<=": "high", ">": "low", ">=": "low"}
"""The one end that a bound has."""


def missing_end(block: Block, comparator: str) -> str | None:
    """What is wrong with the ends that are given, for this comparator."""
    given = [key for key in ("low", "high") if key in block.values]
    if comparator in ENDS and given != [ENDS[comparator]]:
        return f"comparator {comparator} bounds one side: give {ENDS[comparator]}, and that alone"
    if comparator in ("=", "~") and len(given) < 2:
        return f"comparator {comparator} needs both low and high, equal for one number"
    return None
