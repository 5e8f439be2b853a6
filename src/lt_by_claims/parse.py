"""A parse as plain values: words, and what hangs on what, named as in spaCy.

Rules ask for the same few things of a word again and again, so they are looked up once when a parse is read; objects of
spaCy stay behind. Only `head`, `dep_`, `tag_` and `pos_` are ever changed, by the repairs, before anything is split.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, overload

COPIED = (
    *("i", "idx", "text", "lower_", "whitespace_", "lemma_", "pos_", "tag_", "dep_", "ent_type_", "ent_iob_"),
    *("is_sent_start", "is_space", "is_stop", "like_num"),
)
"""What a word has from the parser, besides its head."""

COPY = attrgetter(*COPIED)
PLACE = attrgetter("i")


class Token:
    """A word or mark of a parse."""

    __slots__ = (*COPIED, "_head", "_left", "_right", "_subtree", "children", "doc", "lefts", "rights", "sent")

    i: int
    idx: int
    text: str
    lower_: str
    whitespace_: str
    lemma_: str
    pos_: str
    tag_: str
    dep_: str
    ent_type_: str
    ent_iob_: str
    is_sent_start: bool | None
    is_space: bool
    is_stop: bool
    like_num: bool
    doc: Doc
    sent: Span
    lefts: tuple[Token, ...]
    rights: tuple[Token, ...]
    children: tuple[Token, ...]
    _head: Token
    _subtree: tuple[Token, ...] | None
    _left: Token | None
    _right: Token | None

    def __init__(self, doc: Doc, parsed: Any) -> None:
        self.doc = doc
        (
            self.i,
            self.idx,
            self.text,
            self.lower_,
            self.whitespace_,
            self.lemma_,
            self.pos_,
            self.tag_,
            self.dep_,
            self.ent_type_,
            self.ent_iob_,
            self.is_sent_start,
            self.is_space,
            self.is_stop,
            self.like_num,
        ) = COPY(parsed)
        self.lefts = self.rights = self.children = ()
        self._head = self
        self._subtree = self._left = self._right = None

    def __repr__(self) -> str:
        return self.text

    def __len__(self) -> int:
        return len(self.text)

    @property
    def is_alpha(self) -> bool:
        """Is it all letters?"""
        return self.text.isalpha()

    @property
    def is_lower(self) -> bool:
        """Has it letters, and all of them small?"""
        return self.text.islower()

    @property
    def head(self) -> Token:
        """What it hangs on; a root hangs on itself."""
        return self._head

    @head.setter
    def head(self, head: Token) -> None:
        """Hang it on another word."""
        before, self._head = self._head, head
        for changed in (before, head):
            changed.link({t for t in (*changed.children, self) if t is not changed and t._head is changed})
            for above in (changed, *changed.ancestors):
                above._subtree = above._left = above._right = None

    def link(self, children: Iterable[Token]) -> None:
        """Note what hangs on it."""
        self.children = tuple(sorted(children, key=PLACE))
        at = bisect_left(self.children, self.i, key=PLACE)
        self.lefts, self.rights = self.children[:at], self.children[at:]

    @property
    def subtree(self) -> tuple[Token, ...]:
        """It and all that hangs on it, in order."""
        if self._subtree is None:
            below = [self]
            for token in below:
                below += [child for child in token.children if child._subtree is None]
            for token in reversed(below):  # from below, and not by recursion, for a chain may be long
                left = [t for child in token.lefts for t in child._subtree or ()]
                right = [t for child in token.rights for t in child._subtree or ()]
                token._subtree = (*left, token, *right)
        return self._subtree or ()

    @property
    def left_edge(self) -> Token:
        """The first word of its subtree."""
        if self._left is None:
            self._left = min(self.subtree, key=PLACE) if self.children else self
        return self._left

    @property
    def right_edge(self) -> Token:
        """The last word of its subtree."""
        if self._right is None:
            self._right = max(self.subtree, key=PLACE) if self.children else self
        return self._right

    @property
    def ancestors(self) -> Iterator[Token]:
        """What it hangs on, upwards."""
        token = self
        for _ in self.doc.tokens:
            if token._head is token:
                return
            token = token._head
            yield token

    @property
    def conjuncts(self) -> tuple[Token, ...]:
        """The other words of the row of coordinated words that it is in."""
        first = self
        while first.dep_ == "conj" and first._head is not first:
            first = first._head
        row = [first]
        for token in row:
            row += [t for t in token.rights if t.dep_ == "conj"]
        return tuple(token for token in row if token is not self)

    def nbor(self, steps: int = 1) -> Token:
        """The word so many places on; IndexError where the parse ends before."""
        place = self.i + steps
        if place < 0:
            raise IndexError(place)
        return self.doc.tokens[place]


@dataclass(frozen=True, slots=True)
class Span:
    """Some words of a parse that stand side by side, from `start` up to `end`."""

    doc: Doc
    start: int
    end: int
    label_: str = ""

    def __iter__(self) -> Iterator[Token]:
        return iter(self.doc.tokens[self.start : self.end])

    def __len__(self) -> int:
        return self.end - self.start

    def __getitem__(self, place: int) -> Token:
        return self.doc.tokens[range(self.start, self.end)[place]]

    @property
    def text(self) -> str:
        """The words as they stand."""
        return self.doc.text[self[0].idx : self[-1].idx + len(self[-1])] if len(self) else ""

    @property
    def root(self) -> Token:
        """The first word that hangs on itself, else the first that hangs on a word outside."""
        root = next((token for token in self if token.head is token), None)
        return root or next(token for token in self if not self.start <= token.head.i < self.end)


class Doc:
    """The words of a paragraph, parsed."""

    __slots__ = ("ents", "sents", "starts", "text", "tokens")

    def __init__(self, parsed: Any) -> None:
        """Read a parse of spaCy."""
        self.tokens = [Token(self, token) for token in parsed]
        self.text = "".join([token.text + token.whitespace_ for token in self.tokens])
        self.starts = [token.idx for token in self.tokens]
        self.ents = [Span(self, entity.start, entity.end, entity.label_) for entity in parsed.ents]
        hanging: dict[int, list[Token]] = {}
        for token, steps in zip(self.tokens, parsed.to_array("HEAD").astype("int64").tolist(), strict=True):
            if steps:
                token._head = self.tokens[token.i + steps]
                hanging.setdefault(token._head.i, []).append(token)
        for place, children in hanging.items():
            self.tokens[place].link(children)
        begins = [token.i for token in self.tokens if token.is_sent_start or token.i == 0]
        self.sents = [Span(self, *ends) for ends in zip(begins, [*begins[1:], len(self.tokens)], strict=True)]
        for sentence in self.sents:
            for token in sentence:
                token.sent = sentence

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    def __len__(self) -> int:
        return len(self.tokens)

    @overload
    def __getitem__(self, place: int) -> Token: ...
    @overload
    def __getitem__(self, place: slice) -> Span: ...
    def __getitem__(self, place: int | slice) -> Token | Span:
        if isinstance(place, slice):
            start, end, _ = place.indices(len(self.tokens))
            return Span(self, start, max(start, end))
        return self.tokens[place]

    def between(self, start: int, end: int) -> Span:
        """The words that stand, wholly or in part, between two places of the text."""
        first = max(bisect_right(self.starts, start) - 1, 0)
        first += self.starts[first] + len(self.tokens[first]) <= start
        return Span(self, first, max(first, bisect_left(self.starts, end)))
