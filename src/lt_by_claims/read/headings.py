"""What is a heading: by its marks, or by its look, as a phrase in capitals without a verb."""

from __future__ import annotations

import re

from lt_by_claims.read.context import Context
from lt_by_claims.read.inline import cleaned
from lt_by_claims.read.sentences import ABBREVIATIONS, sentences
from lt_by_claims.read.view import View
from lt_by_claims.read.words import words

WORDS = words("words")

LONGEST_TITLE = 8
"""Words of the longest run-in heading."""

LONGEST_LINE = 14
"""Words of the longest heading on a line of its own."""

LONGEST_PHRASE = 10
"""Words of the longest heading that is not in the capitals of a title."""

WORD = re.compile(r"[^\W_]+(?:[.'’][^\W_]+)*")
NUMBER = re.compile(r"(?:[0-9]{1,2}(?:\.[0-9]{1,2}){0,20}\.?|(?<![IVX])[IVX]++\.)\s+")
STRONG = re.compile(r"\A\s*+(\*\*\*|\*\*|__|\*|_)(?=[^\s*_])((?:(?!\1).){1,120})\1(?=(\s*[.:–—-])?)", re.DOTALL)
OPENS_SENTENCE = re.compile(r"\A\s*[\"“‘'«(\[*_]*(?:[A-Z]|[^\W\d_a-z]|[0-9€$£])")


def is_title(text: str, longest: int = LONGEST_TITLE) -> bool:
    """Is it a phrase in the capitals of a title, with only its small words small, and no sentence?"""
    found = WORD.findall(text)
    if not 0 < len(found) <= longest or (not found[0][0].isupper() and not found[0][0].isdigit()):
        return False
    if any(word.lower() in WORDS["finite"] for word in found) or re.search(r"[.!?;][\"”]?\s", text):
        return False
    return all(word[0].isupper() or word[0].isdigit() or word.lower() in WORDS["small"] for word in found)


def run_in(block: View, context: Context) -> tuple[str, View]:
    """The heading that a paragraph begins with, and the rest of the paragraph; "" where it begins without."""
    if strong := STRONG.match(block.text):
        heading, _ = cleaned(block[strong.start(2) : strong.end(2)], context)
        rest = block[strong.end() :]
        if is_marked_off(heading.text, strong[3]) and len(heading.text.split()) <= LONGEST_LINE:
            return heading.text.rstrip(" .:–—-"), rest.sub(re.compile(r"\A\s*[.:–—-]\s*"))
    return title_of(block)


def is_marked_off(heading: str, follows: str | None) -> bool:
    """Is a phrase in bold closed by a stop, a colon or a dash, and not simply part of its sentence?"""
    return bool(follows) or heading.endswith((".", ":", "–", "—"))


def title_of(block: View) -> tuple[str, View]:
    """The title that stands as the first sentence of a paragraph, and the rest; "" where there is none."""
    start = len(block.text) - len(block.text.lstrip())
    head = block.text[start : start + 120]
    first = sentences(head)[:1]
    if not first or not head[: first[0][1]].endswith("."):
        return "", block
    title, rest = " ".join(head[: first[0][1] - 1].split()), block[start + first[0][1] :]
    if not is_title(title) or is_no_heading(title) or not OPENS_SENTENCE.match(rest.text):
        return "", block
    return title, rest


def is_no_heading(title: str) -> bool:
    """Is it a word that stands alone as a sentence, or an abbreviation?"""
    return title.lower() in WORDS["not_headings"] or title in ABBREVIATIONS["within"]


def is_heading_line(text: str, next_is_item: bool) -> bool:
    """Does a lone line look like a heading?"""
    found = WORD.findall(text)
    if not 0 < len(found) <= LONGEST_LINE or not OPENS_SENTENCE.match(text) or text[-1] in ",;!–—-":
        return False
    body = NUMBER.sub("", text, count=1).rstrip(":?.")
    if text[-1] == ".":
        return is_title(body) and not is_no_heading(body)
    if text[-1] == "?":
        return len(found) <= LONGEST_PHRASE
    last = found[-1].lower()
    if last in WORDS["dangling"] or (next_is_item and (last in WORDS["leading"] or text[-1] == ":")):
        return False
    return is_title(body, LONGEST_LINE) or (len(found) <= LONGEST_PHRASE and not has_verb(body))


def has_verb(text: str) -> bool:
    """Has the text a word that only a statement has?"""
    return any(word.lower() in WORDS["finite"] for word in WORD.findall(text))
