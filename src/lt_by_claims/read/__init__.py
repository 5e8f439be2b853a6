"""A raw file as a Document: its text, what is known of it, its paragraphs, sentences and links."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import ParamSpec, TypeVar
from unicodedata import combining, normalize

from lt_by_claims.document import Document, Link, Paragraph
from lt_by_claims.errors import DocumentError
from lt_by_claims.read.block import Block
from lt_by_claims.read.blocks import blocks_of
from lt_by_claims.read.context import Context
from lt_by_claims.read.decode import bytes_of, checked, line_of, text_of
from lt_by_claims.read.frame import title_and_body, with_headings
from lt_by_claims.read.joining import joined
from lt_by_claims.read.lines import lines_of
from lt_by_claims.read.lists import with_lead_ins
from lt_by_claims.read.sections import Piece, pieces_of
from lt_by_claims.read.sentences import sentences
from lt_by_claims.read.sidecar import SLUG, about, wrong_date

__all__ = ["LONGEST_PARAGRAPH", "read", "read_text"]

Given = ParamSpec("Given")
Made = TypeVar("Made")

LONGEST_PARAGRAPH = 100_000
"""Characters of the longest paragraph that is taken for one."""


def read(path: Path, root: Path | None = None) -> Document:
    """The document of a raw text file and of the `.toml` beside it; DocumentError with all that is wrong with them.

    A text in `data/raw` of a project is named as a document is, and has its `.toml`; any other file may do without.
    Paths in the document and in messages are relative to `root`, which for a file in `data/raw` is found alone.
    """
    shown, beside = shown_path(path, root), path.with_suffix(".toml")
    of_project = project_of(path) is not None
    name = path.stem if of_project else slug(path.stem)
    problems: list[str] = []
    if not SLUG.fullmatch(name):
        problems.append(f"{shown}: {name!r} is no name for a document; use small letters, figures and hyphens")
    known = tried(problems, about, beside, shown_path(beside, root)) if of_project or beside.exists() else {}
    raw = tried(problems, bytes_of, path, shown)
    document = tried(problems, read_bytes, raw, name, shown) if raw is not None else None
    if problems or document is None or known is None:
        raise DocumentError(problems)
    return replace(document, **known, raw_path=shown)


def read_bytes(raw: bytes, document_id: str, shown: str) -> Document:
    """The document of the bytes of a file, as far as the text itself tells."""
    return read_text(text_of(raw, shown), document_id=document_id, shown=shown)


def read_text(
    text: str, *, document_id: str = "text", published: str | None = None, shown: str | None = None
) -> Document:
    """The document of a text, with nothing known of it but when it was published.

    Markdown is read in every text, as plain ones hold links and lists as well. The lines before the first paragraph
    are its title and authors. A footnote gives a paragraph only where it states something in a whole sentence; tables,
    code, captions and lists of references give none. `shown` names the text in messages.
    """
    name = shown or document_id
    if published is not None and (problem := wrong_date(published)):
        raise DocumentError(f"{name}: published: {problem}")
    context = Context.of(checked(text, name))
    title, body = title_and_body(with_headings(blocks_of(lines_of(text)), context), context)
    blocks = within_limit(joined(body, context), text, name)
    pieces = list(pieces_of(blocks, context))
    return Document(
        document_id=document_id,
        text=text,
        paragraphs=tuple(paragraphs_of(with_lead_ins(pieces, context))),
        links=links_of(pieces),
        title=title or document_id,
        published=published,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
    )


def paragraphs_of(pieces: Iterable[Piece]) -> Iterable[Paragraph]:
    """The pieces as paragraphs, numbered from 1, in sentences."""
    for position, piece in enumerate(pieces, start=1):
        view = piece.view
        yield Paragraph(position, piece.section, view.text, view.places, sentences(view.text))


def links_of(pieces: Iterable[Piece]) -> tuple[Link, ...]:
    """The links of all pieces, in order."""
    return tuple(sorted((link for piece in pieces for link in piece.links), key=lambda link: link.start))


def within_limit(blocks: list[Block], text: str, shown: str) -> list[Block]:
    """The blocks; DocumentError for each that is longer than any paragraph."""
    long = [block for block in blocks if len(block.view.text) > LONGEST_PARAGRAPH]
    if long:
        raise DocumentError([too_long(block, text, shown) for block in long])
    return blocks


def too_long(block: Block, text: str, shown: str) -> str:
    """What to say of a paragraph that is too long."""
    size = f"{len(block.view.text):,} characters, {LONGEST_PARAGRAPH:,} at most"
    line = line_of(text, block.view.places[0])
    return f"{shown}:{line}: the paragraph is too long ({size}); part it with blank lines"


def tried(problems: list[str], step: Callable[Given, Made], *given: Given.args, **named: Given.kwargs) -> Made | None:
    """What a step gives, or None where it fails; then its problems are noted."""
    try:
        return step(*given, **named)
    except DocumentError as error:
        problems += error.problems
        return None


def shown_path(path: Path, root: Path | None) -> str:
    """A path as it is written in messages: from the root of the project, or as given."""
    full, root = path.absolute(), root or project_of(path)
    if root and full.is_relative_to(root.absolute()):
        return full.relative_to(root.absolute()).as_posix()
    return path.as_posix()


def project_of(path: Path) -> Path | None:
    """The root of the project that a file in `data/raw` belongs to, None for any other file."""
    full = path.absolute()
    return full.parents[2] if full.parts[-3:-1] == ("data", "raw") else None


def slug(name: str) -> str:
    """The name of a file as a document is named: small letters and figures, with hyphens between."""
    plain = "".join(letter for letter in normalize("NFKD", name).lower() if not combining(letter))
    return "-".join(re.findall("[a-z0-9]+", plain)) or "text"
