"""Items of lists as statements: behind the words of the lead-in that they depend on."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from lt_by_claims.read.context import Context
from lt_by_claims.read.sections import Piece
from lt_by_claims.read.sentences import sentences
from lt_by_claims.read.view import View
from lt_by_claims.read.words import words

WORDS = words("words")

ITEM_END = re.compile(r"(?<!\s)(?:\s*+[;,](?:\s*+(?:and|or|and/or|but))?|\s++(?:and|or|and/or))\s*+\Z")
OUTSIDE = -1
"""The indent of a paragraph that leads into a list."""

SUBJECT_WORDS = 5
"""Words of the longest subject that a lead-in ends with."""

LONGEST_LEAD_IN = 400
"""Characters that a lead-in may have, with those that it hangs on itself."""


@dataclass(frozen=True, slots=True)
class Lead:
    """A lead-in or item that deeper items may hang on: how far it is indented, its mark, and the words it lends."""

    indent: int
    style: str
    words: View | None


def with_lead_ins(pieces: Sequence[Piece], context: Context) -> Iterator[Piece]:
    """The pieces with each item behind its lead-in, and without the lead-ins that are nothing alone."""
    opened: Sequence[Lead] = ()
    for piece, after in zip(pieces, [*pieces[1:], None], strict=False):
        if piece.style is None:
            opened, here, view = (), Lead(OUTSIDE, "", None), piece.view
        else:
            here = Lead(piece.indent, piece.style, None)
            opened = parent(opened, here)
            view = without_end(piece.view)
        alone, hanging = lead_in(view, after) if after and leads(opened, here, after) else (view, None)
        base = opened[-1].words if opened else None
        if alone:
            yield replace(piece, view=led(base, alone, context))
        opened = [*opened, replace(here, words=hanging and led(base, hanging, context))]


def leads(opened: Sequence[Lead], here: Lead, after: Piece | None) -> bool:
    """Is the next piece an item that hangs on this one?"""
    if after is None or after.style is None:
        return False
    return list(parent([*opened, here], Lead(after.indent, after.style, None)))[-1:] == [here]


def parent(opened: Sequence[Lead], item: Lead) -> Sequence[Lead]:
    """The leads of the list that an item stands in, outermost first."""
    for depth, lead in enumerate(opened):
        if (lead.indent, lead.style) == (item.indent, item.style):
            return opened[:depth]
    while opened and (opened[-1].indent, opened[-1].words is None) > (item.indent, False):
        opened = opened[:-1]
    return opened


def without_end(item: View) -> View:
    """An item without the mark or the "and" that leads to the next."""
    return item.sub(ITEM_END)


def lead_in(paragraph: View, item: Piece) -> tuple[View, View | None]:
    """A paragraph before a list as (what stands alone, the words that each item completes), or (all of it, None)."""
    spans = sentences(paragraph.text)
    start = spans[-1][0] if spans else 0
    last = paragraph[start : len(paragraph.text.rstrip(" :—–-…"))]
    hangs = is_incomplete(last.text, paragraph.text) or is_subject_of(last.text, item.view.text)
    if len(last.text) > LONGEST_LEAD_IN or not hangs:
        return paragraph, None
    return paragraph[:start].strip(), last


def is_incomplete(sentence: str, paragraph: str) -> bool:
    """Does a sentence before a list need an item to be whole? Its last word tells."""
    if paragraph.endswith((".", "!", "?", ";")) or not sentence:
        return False
    words = [word.lower() for word in sentence.split()]
    ends = words[-1] in WORDS["dangling"] or words[-1] in WORDS["leading"]
    return ends or ends_with_past(sentence.split()) or ends_with_subject(words)


def ends_with_past(words: Sequence[str]) -> bool:
    """Do the words end with a past that wants an object ("The port lost:"), and no participle ("The jobs lost:")?"""
    before = words[-2] if len(words) > 1 else ""
    may_be_participle = not before or before in WORDS["passive"] or (before.islower() and before.endswith("s"))
    return words[-1].lower() in WORDS["leading_after_singular"] and not may_be_participle


def ends_with_subject(words: Sequence[str]) -> bool:
    """Do the words end with a subject whose verb the items bring ("… recommends that governments:")?"""
    if "that" not in words:
        return False
    after = words[len(words) - words[::-1].index("that") :]
    return 0 < len(after) <= SUBJECT_WORDS and not any(word in WORDS["finite"] for word in after)


def is_subject_of(sentence: str, item: str) -> bool:
    """Is a lead-in without a verb what an item that begins with a past tense is about ("The teams: - delivered …")?"""
    said = [word.lower().strip(",") for word in sentence.split()]
    first = item.split(maxsplit=1)[0] if item.strip() else ""
    verbless = bool(said) and not any(word in WORDS["finite"] or word.endswith("ed") for word in said)
    return verbless and first.islower() and first.endswith("ed")


def led(leading: View | None, item: View, context: Context) -> View:
    """An item behind the words of its lead-in, if it has one; a capital goes where only the list called for it."""
    if leading is None or len(leading.text) > LONGEST_LEAD_IN:
        return item
    gap = View(" ", array("i", [leading.places[-1] + 1]))
    return View.join([leading, gap, lowered(item, leading.text, context)])


def lowered(item: View, leading: str, context: Context) -> View:
    """An item with a small first letter, unless it begins with a name or an acronym."""
    first = item.text.split(maxsplit=1)[0] if item.text.strip() else ""
    if not first[:1].isupper() or (len(first) > 1 and not first[1:].islower()):
        return item
    is_verb = leading.split()[-1].lower() in WORDS["before_verb"]
    if not is_verb and first.lower() not in context.words | WORDS["small"]:
        return item
    small = item.text[0].lower()
    return View(small + item.text[1:], item.places) if len(small) == 1 else item
