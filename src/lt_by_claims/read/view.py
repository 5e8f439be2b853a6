"""A view of a text: some of its characters, each with its place in the raw text."""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

Change = str | Callable[[re.Match[str]], str | None]
"""What stands in the place of a match: a text no longer than it, or None where the match stays as it is."""


@dataclass(frozen=True, slots=True)
class View:
    """Characters and their places in the raw text; every step of reading makes a new view of an old one."""

    text: str
    places: array[int]

    @classmethod
    def of(cls, text: str) -> View:
        """The whole of a raw text."""
        return cls(text, array("i", range(len(text))))

    @classmethod
    def join(cls, views: Iterable[View]) -> View:
        """Several views as one, with nothing between."""
        text, places = [], array("i")
        for view in views:
            text.append(view.text)
            places += view.places
        return cls("".join(text), places)

    def __getitem__(self, part: slice) -> View:
        return View(self.text[part], self.places[part])

    def __bool__(self) -> bool:
        return bool(self.text)

    def edit(self, edits: Iterable[tuple[int, int, str]]) -> View:
        """The view with a new text for each stretch (start, end, new): in order, disjoint, none longer than before."""
        changes = list(edits)
        return View.join(self.edited(changes)) if changes else self

    def edited(self, edits: Iterable[tuple[int, int, str]]) -> Iterator[View]:
        """The pieces that an edited view is made of."""
        done = 0
        for start, end, new in edits:
            yield self[done:start]
            yield View(new, self.places[start : start + len(new)])
            done = end
        yield self[done:]

    def sub(self, pattern: re.Pattern[str], new: Change = "") -> View:
        """The view with every match replaced, as `re.sub` would; by default the matches are left out."""
        if not pattern.search(self.text):
            return self
        changes = ((match, new if isinstance(new, str) else new(match)) for match in pattern.finditer(self.text))
        return self.edit((match.start(), match.end(), change) for match, change in changes if change is not None)

    def strip(self) -> View:
        """The view without white space at its ends."""
        kept = self.text.strip()
        start = len(self.text) - len(self.text.lstrip())
        return self if len(kept) == len(self.text) else self[start : start + len(kept)]
