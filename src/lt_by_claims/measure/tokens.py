"""Running text as figures, words and marks, and a place among them to read from."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Sequence
from functools import wraps
from typing import Any, NamedTuple, TypeVar, TypeVarTuple, Unpack

Given = TypeVarTuple("Given")
Found = TypeVar("Found")

SPACE = "[ \u00a0\u2009\u202f]"
"""What may part the thousands of a figure."""

VULGAR = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
HYPHENS = frozenset("-‑–")
RAISED = "²³¹⁰⁴⁵⁶⁷⁸⁹"

TOKEN = re.compile(
    rf"""
      (?P<address>(?i:https?://|www\.|doi:)\S+)
    | (?P<figure>
          [0-9]{{1,3}}(?:{SPACE}[0-9]{{3}})+(?:[.,][0-9]+)?(?![0-9])   # 1 200 000,5
        | [0-9]+(?:[.,'’][0-9]+)*                                      # 1,200,000.5 and any other habit
        | (?<![\w.])\.[0-9]+                                           # .5
        | [{VULGAR}])
    | (?P<word>[^\W\d_{RAISED}{VULGAR}]+(?:['’][^\W\d_]+)*)
    | (?P<mark>\S)
    """,
    re.VERBOSE,
)


class Token(NamedTuple):
    """A figure, a word, a mark or a whole address, as it stands from `start` to `end`."""

    text: str
    start: int
    end: int
    sort: str
    lower: str

    @property
    def is_capitalised(self) -> bool:
        """Does it begin with a capital letter?"""
        return self.text[:1].isupper()


NOTHING = Token("", -1, -2, "nothing", "")
"""What stands before the first token and after the last."""

UNSEEN = object()
"""What is remembered of a place that has not been looked at."""

MARGIN = (NOTHING,) * 128
"""So far from a place no rule looks."""


def scan(text: str) -> tuple[Token, ...]:
    """The tokens of a text, in order, in time that grows as the text does."""
    return tuple(
        [
            Token(word := found[0], *found.span(), found.lastgroup or "mark", word.lower())
            for found in TOKEN.finditer(text)
        ]
    )


def beginning(tokens: Sequence[Token]) -> Place:
    """The place of the first token of a text."""
    return Place((*tokens, *MARGIN), {}, 0)


class Place:
    """A place among the tokens; `here[0]` stands there, `here[1]` after it, `here[-1]` before it.

    `seen` holds what functions found at places of these tokens; see `remembered`. After the last token, and so before
    the first, stands the margin.
    """

    __slots__ = ("at", "seen", "tokens")

    def __init__(self, tokens: Sequence[Token], seen: dict[Hashable, Any], at: int) -> None:
        self.tokens, self.seen, self.at = tokens, seen, at

    def __getitem__(self, k: int) -> Token:
        """The k-th token from here, `NOTHING` where the text has none."""
        return self.tokens[self.at + k]

    def __add__(self, k: int) -> Place:
        return Place(self.tokens, self.seen, self.at + k)

    def joined(self, k: int = 0) -> bool:
        """Is the k-th token from here written right after the one before it?"""
        k += self.at
        return self.tokens[k].start == self.tokens[k - 1].end

    def hyphen(self, k: int = 0) -> bool:
        """Is the k-th token a hyphen between two words written together?"""
        return self[k].text in HYPHENS and self.joined(k) and self.joined(k + 1) and self[k + 1].sort != "mark"

    def suspended(self) -> int:
        """How many tokens on the hyphen stands that the one here waits for: 7- or 8-inch; 0 where it waits for none."""
        if self[0].text not in HYPHENS or not self.joined() or (self.joined(1) and self[1].text != ","):
            return 0
        return next((k for k in range(2, 9) if self.hyphen(k)), 0) if self[-1].sort in {"figure", "word"} else 0

    def is_all(self, length: int) -> bool:
        """Do these tokens make the whole text?"""
        return self[-1].sort == "nothing" and self[length].sort == "nothing"

    def begins_sentence(self) -> bool:
        """Does a sentence begin here, as far as the marks tell?"""
        return self[-1].sort == "nothing" or self[-1].text in {".", "!", "?", ":", "•", "“", '"', "(", "*", "—"}


def remembered(function: Callable[[Place, Unpack[Given]], Found]) -> Callable[[Place, Unpack[Given]], Found]:
    """The function, which looks at each place of a text only once, though many rules ask for what stands there."""

    @wraps(function)
    def look(here: Place, *given: *Given) -> Found:
        key = (function, here.at, given)
        found: Found = here.seen.get(key, UNSEEN)
        if found is UNSEEN:
            found = here.seen[key] = function(here, *given)
        return found

    return look
