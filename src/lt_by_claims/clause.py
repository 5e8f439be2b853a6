"""A clause: one statement inside a sentence, as the words that make it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from lt_by_claims.document import Paragraph
from lt_by_claims.parse import PLACE, Doc, Span, Token

CLOSES = frozenset(",.;:%)]?!”…") | {"'s", "’s", "'", "’", "n't", "n’t"}
"""Written without a space before it."""

OPENS = frozenset("([“€$£")
"""Written without a space after it."""

MARKS = frozenset(",;—–()")
"""Set around a part that can be taken out."""

STOPS = frozenset(",;:.-–—…(") | {"and", "or", "but"}
"""Never first or last in a statement."""


class Word(NamedTuple):
    """A word of a statement: its text, and the token of the source that it is or stands for."""

    text: str
    token: Token | None = None

    @property
    def is_source(self) -> bool:
        """Does it stand in the source just so, but for a capital?"""
        token = self.token
        return token is not None and (self.text is token.text or self.text.lower() == token.lower_)


Piece = Word | Token | str | Iterable["Word | Token"]
"""What a clause is made of: words, tokens, a word that a construction supplies, or a run of these."""


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
                words += [part if isinstance(part, Word) else Word(part.text, part) for part in piece]
    return tuple([word for word in words if word.token is None or not word.token.is_space])


LOOSE = frozenset(",;:)")
"""Left out where nothing, or another mark, stands before it."""

BEFORE_MARK = MARKS - {")"}


@dataclass(frozen=True)
class Clause:
    """The words of one statement in reading order, and the word they hang on."""

    root: Token
    words: tuple[Word, ...]
    paragraph: Paragraph
    subject: tuple[Word, ...] = ()
    """The words of a subject that the construction brought from elsewhere; empty where the root has its own."""
    made_by: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    """What a reviewer should look at first: a construction that was refused, a word without a certain name."""

    @classmethod
    def of_sentence(cls, sentence: Span, paragraph: Paragraph) -> Clause:
        """The clause that a whole sentence is before anything is split."""
        return cls(sentence.root, tuple([Word(t.text, t) for t in sentence if not t.is_space]), paragraph)

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens of the source that the statement uses, or speaks of in other words."""
        return tuple([word.token for word in self.words if word.token is not None])

    @cached_property
    def inside(self) -> frozenset[Token]:
        """The same, to ask whether one is among them."""
        return frozenset(self.tokens)

    @cached_property
    def features(self) -> frozenset[str]:
        """The relations, tags and words, in lower case, that a rule may need to apply."""
        root, inside, tokens = self.root, self.inside, self.tokens
        relations = [t.dep_ for t in tokens if t.head in inside and t is not root]
        return frozenset(relations).union([t.tag_ for t in tokens], [t.lower_ for t in tokens])

    def find(self, *relations: str) -> list[Token]:
        """The tokens, but for the root, that stand in one of these relations to another token of the clause."""
        root, inside = self.root, self.inside
        return [t for t in self.tokens if t.dep_ in relations and t.head in inside and t is not root]

    def within(self, tokens: Iterable[Token]) -> tuple[Word, ...]:
        """The words of the clause for these tokens, in the clause's order."""
        wanted = set(tokens)
        return tuple([word for word in self.words if word.token in wanted])

    def without(self, tokens: Iterable[Token]) -> Clause:
        """The clause less these tokens."""
        gone = set(tokens)
        return self.saying([word for word in self.words if word.token not in gone])

    def cut(self, token: Token) -> Clause:
        """The clause without what hangs on the token, and without the pair of marks around it."""
        gone = set(token.subtree)
        first, last = token.left_edge.i, token.right_edge.i
        gone |= {t for joiner in joiners_before(token.doc, first) for t in joiner.subtree}
        bracketed = first > 0 and token.doc[first - 1].text == "(" and token.doc[last + 1 : last + 2].text == ")"
        while first > 0 and (is_mark(token.doc[first - 1], bracketed) or token.doc[first - 1] in gone):
            first -= 1
            gone.add(token.doc[first])
        if bracketed or not self.opens_with(last):
            gone |= {t for t in token.doc[last + 1 : last + 2] if is_mark(t, bracketed)}
        return self.without(gone)

    def opens_with(self, last: int) -> bool:
        """Is the word at this place still in what opens the sentence, before the subject of the root?"""
        subject = next((t for t in self.root.lefts if t.dep_ in {"nsubj", "nsubjpass", "expl"}), None)
        return subject is not None and last < subject.left_edge.i

    def make(self, root: Token, *pieces: Piece, subject: Iterable[Word | Token] = ()) -> Clause:
        """A new clause around `root`: the subject brought along, then these pieces as far as this clause has them."""
        brought = tuple(trimmed(words_of(*subject)))
        words = (*brought, *words_of(*pieces))
        kept = tuple([word for word in words if word.token is None or word.token in self.inside])
        return Clause(root, kept, self.paragraph, brought, self.made_by, self.doubts)

    def swap(self, token: Token, *pieces: Piece) -> Clause:
        """The clause with other words in the place of a token."""
        put = words_of(*pieces)
        return self.saying(w for word in self.words for w in (put if word.token == token else (word,)))

    def saying(self, words: Iterable[Word]) -> Clause:
        """The clause in these words."""
        return Clause(self.root, tuple(words), self.paragraph, self.subject, self.made_by, self.doubts)

    def by(self, construction: str) -> Clause:
        """The clause as one that a construction has made."""
        made_by = (*self.made_by, construction)
        return Clause(self.root, self.words, self.paragraph, self.subject, made_by, self.doubts)

    @cached_property
    def said(self) -> tuple[Word, ...]:
        """The words without stray marks."""
        return tuple(trimmed(self.words))

    @cached_property
    def text(self) -> str:
        """The statement written as a sentence of its own."""
        return as_sentence(written(lowered(self.said)))

    @property
    def span(self) -> tuple[int, int]:
        """The smallest stretch of the raw text that holds all its tokens but stray marks, as (start, end)."""
        tokens = [word.token for word in self.said if word.token is not None]
        first, last = min(tokens, key=PLACE), max(tokens, key=PLACE)
        return self.paragraph.raw(first.idx, last.idx + len(last))


def joiners_before(doc: Doc, first: int) -> list[Token]:
    """The conjunction right before a place, or with nothing but an adverb or a mark between."""
    near = [t for t in doc.tokens[max(first - 2, 0) : first] if t.dep_ == "cc"]
    return [t for t in near if all(w.tag_ == "RB" or w.text in MARKS for w in doc[t.i + 1 : first])]


def is_mark(token: Token, bracketed: bool) -> bool:
    """Is it a mark that goes with what it sets off? A bracket does only where both stand around it."""
    return token.text in MARKS and (bracketed or token.text not in {"(", ")"})


def trimmed(words: Iterable[Word]) -> list[Word]:
    """The words without stray marks: none first or last, and no comma after another mark."""
    kept: list[Word] = []
    for word in words:
        if word.text not in LOOSE:
            kept.append(word)
        elif word.text == ")" and kept and kept[-1].text == "(":
            kept.pop()
        elif word.text == ")" or not (not kept or kept[-1].text in BEFORE_MARK):
            kept.append(word)
    while kept and (kept[-1].text in STOPS or (kept[-1].text == ")" and all(word.text != "(" for word in kept))):
        kept.pop()
    while kept and kept[0].text.lower() in STOPS:
        kept.pop(0)
    return kept


def lowered(words: Iterable[Word]) -> list[Word]:
    """The words with a small letter where one has its capital only from the beginning of its sentence."""
    return [
        Word(word.text[:1].lower() + word.text[1:], word.token)
        if word.token is not None and word.token.is_sent_start and begins_in_capitals(word.token)
        else word
        for word in words
    ]


def begins_in_capitals(token: Token) -> bool:
    """Has the first word of a sentence its capital only from that?"""
    return token.text.istitle() and token.text != "I" and token.pos_ != "PROPN" and not token.ent_type_


def written(words: Iterable[Word]) -> str:
    """The words as text, spaced as in the source where they stand side by side there."""
    text, before = "", None
    for word in words:
        token = word.token
        if before is not None and token is not None and token.i == before.i + 1:
            text += before.whitespace_
        elif text and word.text not in CLOSES and text[-1] not in OPENS:
            text += " "
        text += word.text
        before = token
    return text


def as_sentence(text: str) -> str:
    """The text with a capital first and one full stop last."""
    text = text.strip().rstrip(",;:.")
    return f"{text[:1].upper()}{text[1:]}{'' if text.endswith(('?', '!')) else '.'}"
