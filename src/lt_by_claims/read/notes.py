"""Footnotes: the marks in a text that lead to them, and what the notes say."""

from __future__ import annotations

import re

from lt_by_claims.read.context import Context
from lt_by_claims.read.view import View
from lt_by_claims.read.words import words

WORDS = words("words")

RAISED = re.compile(r"<sup\b[^<>]*+>([^<>]{0,20}+)</sup>", re.IGNORECASE)
BRACKETED = re.compile(r" ?\[\^[^\[\]\s]{1,40}\]| ?\[[0-9]{1,3}(?:\s?[,;–-]\s?[0-9]{1,3}){0,9}\](?!:)")
SUPERSCRIPT = re.compile(r"(?<![⁰¹²³⁴-⁹⁻])[⁰¹²³⁴-⁹]++(?:[,˒][⁰¹²³⁴-⁹]++)*+")
UNIT_BEFORE = re.compile(r"(?<![^\W\d_])(?:[kcdmµ]?m|ft|in|yd|mi|s)\Z|[0-9⁻]\Z")
GLUED = re.compile(r"(?<=[^\W\d_]{2})(?P<stop>[.,;:!?]?[\"”’)]?)(?P<label>[0-9]{1,3})(?=[\s.,;:]|\Z)")
STAR = re.compile(r"(?<=[^\W\d_]{2})(?P<stop>[.,;:!?]?)(?P<label>[*†‡§]{1,3})(?=\s|\Z)")

LABEL = re.compile(r"(?:\[\^[^\[\]\s]{1,40}\]:|\[?\^?[0-9]{1,3}\]?[.):]?|[⁰¹²³⁴-⁹]{1,3}|[*†‡§]{1,3})\s+")
SENTENCE = re.compile(r"\A[\"“(]?[A-Z0-9€$£].*[.!?][\"”)]?", re.DOTALL)
SMALL_WORD = re.compile(r"\b[a-z']+\b")


def without_marks(view: View, context: Context) -> View:
    """The view without the marks of its footnotes; a figure glued to a word goes only where a note has its number."""
    view = view.sub(BRACKETED).sub(SUPERSCRIPT, kept_power)
    labels = [mark for mark in GLUED.finditer(view.text) if is_mark(mark, context)]
    return view.edit((mark.start("label"), mark.end("label"), "") for mark in labels)


def without_raised(view: View) -> View:
    """The view without the marks that `<sup>` raises."""
    return view.sub(RAISED, lambda raised: None if is_power(raised) or re.search("[a-z]{2}", raised[1]) else "")


def without_stars(view: View) -> View:
    """The view without stars and daggers that hang on a word."""
    return view.edit((mark.start("label"), mark.end("label"), "") for mark in STAR.finditer(view.text))


def kept_power(mark: re.Match[str]) -> str | None:
    """Nothing in the place of a raised figure, but None, which leaves it, where it is a power: km², 10³."""
    return None if is_power(mark) else ""


def is_power(mark: re.Match[str]) -> bool:
    """Does a raised figure stand at a unit or a figure?"""
    return UNIT_BEFORE.search(mark.string[max(mark.start() - 4, 0) : mark.start()]) is not None


def is_mark(mark: re.Match[str], context: Context) -> bool:
    """Is a figure glued to a word the mark of a note? Only behind a stop, or a word in small letters."""
    return mark["label"] in context.labels and (bool(mark["stop"]) or mark.string[mark.start() - 1].islower())


def note_of(view: View) -> View:
    """The words of a note, without its label."""
    label = LABEL.match(view.text)
    return view[label.end() :] if label else view


def is_statement(text: str) -> bool:
    """Does a note state something, in whole sentences, rather than point to a source?"""
    first = text.split(maxsplit=1)[0].lower().rstrip(",:") if text.strip() else ""
    if first in WORDS["pointing"] or "://" in text or not SENTENCE.fullmatch(text):
        return False
    verbs = WORDS["finite"] | WORDS["stating"]
    return any(word[0] in verbs for word in SMALL_WORD.finditer(text))
