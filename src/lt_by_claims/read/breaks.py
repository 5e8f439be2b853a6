"""Line ends inside a paragraph: a space, or the two halves of a word."""

from __future__ import annotations

import re

from lt_by_claims.read.context import Context
from lt_by_claims.read.view import View
from lt_by_claims.read.words import words

WORDS = words("words")

SPACES = re.compile(r"[ \n]{2,}")
NO_SPACE = re.compile(r"(?<=\S[—―])\n|\n(?=[—―]\S)|(?<=\w/)\n(?=\w)|(?<=\w--)\n(?=\w)")
HYPHENATED = re.compile(r"(?<=[^\W_])[-‐]\n(?=[^\W_])")
WORD_END = re.compile(r"(?<![^\W_])(?<![^\W_][-‐])[^\W_]++(?:[-‐][^\W_]++)*+\Z")
WORD_START = re.compile(r"[^\W_]{1,60}")
LONGEST_WORD = 60

SUSPENDED = frozenset({"and", "or", "to", "nor", "but"})
"""What follows a hyphen that stands for the rest of the next compound: "short- and long-term"."""


def in_one_line(view: View, context: Context) -> View:
    """The view with single spaces for all white space, and words whole that a line end cut."""
    view = view.sub(SPACES, lambda spaces: "\n" if "\n" in spaces[0] else " ")
    view = view.sub(HYPHENATED, lambda hyphen: hyphen_left(hyphen, context)).sub(NO_SPACE)
    return view.sub(re.compile("\n"), " ").strip()


def hyphen_left(hyphen: re.Match[str], context: Context) -> str:
    """What becomes of a hyphen at the end of a line: nothing, itself, or itself and a space."""
    before = WORD_END.search(hyphen.string[max(hyphen.start() - LONGEST_WORD, 0) : hyphen.start()])
    after = WORD_START.match(hyphen.string, hyphen.end())
    left, right = before[0] if before else "", after[0] if after else ""
    if right in SUSPENDED:
        return "- "
    return "-" if is_compound(left, right, context) else ""


def is_compound(left: str, right: str, context: Context) -> bool:
    """Do two parts of a word keep the hyphen between them? The rest of the text knows best."""
    if not right[0].islower() or left[-1].isdigit():
        return True
    if context.knows(left + right):
        return False
    if context.knows(f"{left}-{right}") or "-" in left or left.isupper():
        return True
    return left.lower() in WORDS["hyphen_after"] or right in WORDS["hyphen_before"]
