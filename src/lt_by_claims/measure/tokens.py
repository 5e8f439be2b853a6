"""Running text as figures, words and marks, and a place among them to read from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

SPACE = "[ \u00a0\u2009\u202f]"
"""What may part the thousands of a figure."""

VULGAR = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
RAISED = "²³¹⁰⁴⁵⁶⁷⁸⁹"

TOKEN = re.compile(
    rf"""
      (?P<address>(?:https?://|www\.|doi:)\S+)
    | (?P<figure>
          [0-9]{{1,3}}(?:{SPACE}[0-9]{{3}})+(?:[.,][0-9]+)?(?![0-9])   # 1 200 000,5
        | [0-9]+(?:[.,'’][0-9]+)*                                      # 1,200,000.5 and any other habit
        | (?<![\w.])\.[0-9]+                                           # .5
        | [{VULGAR}])
    | (?P<word>[^\W\d_{RAISED}{VULGAR}]+(?:['’][^\W\d_]+)*)
    | (?P<mark>\S)
    """,
    re.VERBOSE | re.IGNORECASE,
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


def scan(text: str) -> tuple[Token, ...]:
    """The tokens of a text, in order, in time that grows as the text does."""
    return tuple(
        Token(found.group(), found.start(), found.end(), found.lastgroup or "mark", found.group().lower())
        for found in TOKEN.finditer(text)
    )


@dataclass(frozen=True, slots=True)
class Place:
    """A place among the tokens; `here[0]` stands there, `here[1]` after it, `here[-1]` before it."""

    tokens: Sequence[Token]
    at: int

    def __getitem__(self, k: int) -> Token:
        """The k-th token from here, `NOTHING` where the text has none."""
        index = self.at + k
        return self.tokens[index] if 0 <= index < len(self.tokens) else NOTHING

    def __add__(self, k: int) -> Place:
        return Place(self.tokens, self.at + k)

    def joined(self, k: int = 0) -> bool:
        """Is the k-th token from here written right after the one before it?"""
        return self[k].start == self[k - 1].end

    def hyphen(self, k: int = 0) -> bool:
        """Is the k-th token a hyphen between two words written together?"""
        return self[k].text in {"-", "‑", "–"} and self.joined(k) and self.joined(k + 1)

    def is_all(self, length: int) -> bool:
        """Do these tokens make the whole text?"""
        return self[-1].sort == "nothing" and self[length].sort == "nothing"

    def begins_sentence(self) -> bool:
        """Does a sentence begin here, as far as the marks tell?"""
        return self[-1].sort == "nothing" or self[-1].text in {".", "!", "?", ":", "•", "“", '"', "(", "*", "—"}
