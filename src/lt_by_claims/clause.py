"""A clause: one statement inside a sentence, as the words that make it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Span, Token

from lt_by_claims.document import Paragraph

CLOSES = frozenset(",.;:%)]?!”…") | {"'s", "’s", "'", "’", "n't", "n’t"}
"""Written without a space before it."""

OPENS = frozenset("([“€$£")
"""Written without a space after it."""

STOPS = frozenset(",;:.-–—…") | {"and", "or", "but"}
"""Never first or last in a statement."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a statement: its text, and the token of the source that it is or stands for."""

    text: str
    token: Token | None = None

    @property
    def is_source(self) -> bool:
        """Does it stand in the source just so?"""
        return self.token is not None and self.text == self.token.text


Piece = Word | Token | str | Iterable[Token]
"""What a clause is made of: words, tokens, a word that a construction supplies, or a run of tokens."""


def words_of(*pieces: Piece) -> tuple[Word, ...]:
    """The words of some pieces, in order."""
    words: list[Word] = []
    for piece in pieces:
        match piece:
            case Word():
                words.append(piece)
            case Token():
                words.append(Word(piece.text, piece))
            case str():
                words += [Word(piece)] if piece else []
            case _:
                words += [Word(token.text, token) for token in piece]
    return tuple(word for word in words if word.token is None or not word.token.is_space)


@dataclass(frozen=True, slots=True)
class Clause:
    """The words of one statement in reading order, and the word they hang on."""

    root: Token
    words: tuple[Word, ...]
    paragraph: Paragraph
    made_by: tuple[str, ...] = ()

    @classmethod
    def of_sentence(cls, sentence: Span, paragraph: Paragraph) -> Clause:
        """The clause that a whole sentence is before anything is split."""
        return cls(sentence.root, words_of(sentence), paragraph)

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens of the source that the statement uses, or speaks of in other words."""
        return tuple(word.token for word in self.words if word.token is not None)

    def find(self, *relations: str) -> Iterator[Token]:
        """The tokens that stand in one of these relations to another token of the clause."""
        tokens = set(self.tokens)
        for token in self.tokens:
            if token != self.root and token.dep_ in relations and token.head in tokens:
                yield token

    def within(self, tokens: Iterable[Token]) -> tuple[Word, ...]:
        """The words of the clause for these tokens, in the clause's order."""
        wanted = set(tokens)
        return tuple(word for word in self.words if word.token in wanted)

    def without(self, tokens: Iterable[Token]) -> Clause:
        """The clause less these tokens."""
        gone = set(tokens)
        return replace(self, words=tuple(word for word in self.words if word.token not in gone))

    def cut(self, token: Token) -> Clause:
        """The clause without what hangs on the token, and without the pair of marks around it."""
        gone = set(token.subtree)
        first, last = min(t.i for t in gone), max(t.i for t in gone)
        gone |= {t for t in token.doc[max(first - 2, 0) : first] if t.text in {",", ";", "—", "–"} or t.dep_ == "cc"}
        gone |= {t for t in token.doc[last + 1 : last + 2] if t.text in {",", ";", "—", "–"}}
        return self.without(gone)

    def make(self, root: Token, *pieces: Piece) -> Clause:
        """A new clause around `root`, of these pieces as far as this clause has their tokens."""
        tokens = set(self.tokens)
        words = words_of(*pieces)
        return replace(self, root=root, words=tuple(w for w in words if w.token is None or w.token in tokens))

    def swap(self, token: Token, *pieces: Piece) -> Clause:
        """The clause with other words in the place of a token."""
        put = words_of(*pieces)
        return replace(self, words=tuple(w for word in self.words for w in (put if word.token == token else (word,))))

    @property
    def text(self) -> str:
        """The statement written as a sentence of its own."""
        words = list(self.words)
        while words and words[-1].text in STOPS:
            words.pop()
        while words and words[0].text in STOPS:
            words.pop(0)
        return as_sentence(written(words))

    @property
    def span(self) -> tuple[int, int]:
        """The smallest stretch of the raw text that holds all its tokens, as (start, end)."""
        places = [self.paragraph.raw(token.idx, token.idx + len(token)) for token in self.tokens]
        return min(start for start, _ in places), max(end for _, end in places)


def written(words: Iterable[Word]) -> str:
    """The words as text, spaced as in the source where they stand side by side there."""
    text, before = "", None
    for word in words:
        if before is not None and before.token and word.token and word.token.i == before.token.i + 1:
            text += before.token.whitespace_
        elif text and word.text not in CLOSES and text[-1] not in OPENS:
            text += " "
        text += word.text
        before = word
    return text


def as_sentence(text: str) -> str:
    """The text with a capital first and one full stop last."""
    text = text.strip().rstrip(",;:.")
    return f"{text[:1].upper()}{text[1:]}{'' if text.endswith(('?', '!')) else '.'}"
