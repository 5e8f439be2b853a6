"""What "the former" and "the latter" stand for: the two that the text has just named together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from lt_by_claims.grammar import SUBJECT, children
from lt_by_claims.parse import Span, Token
from lt_by_claims.standalone.mentions import Mention

FIRST, SECOND = "former", "latter"
PAIR = frozenset({FIRST, SECOND})

FIGURES = frozenset({"amount", "figure", "number", "percentage", "share", "sum", "value"})
"""What a figure is called when it is spoken of again."""

COUNTED = frozenset({"MONEY", "PERCENT", "QUANTITY"})
TWO = 2


def is_of_pair(token: Token) -> bool:
    """Is it "the former" or "the latter" as a noun of its own?"""
    if token.lower_ not in {FIRST, SECOND}:
        return False
    alone = token.dep_ not in {"amod", "compound", "nmod"} or token.head.i < token.i
    alone = alone or (token.lower_ == SECOND and any(t.lower_ == FIRST and is_of_pair(t) for t in earlier(token)))
    return alone and token.i > 0 and token.nbor(-1).lower_ == "the"


def earlier(token: Token) -> Span:
    """The words of its sentence before a word."""
    return token.doc[token.sent.start : token.i]


def member(token: Token, sentences: Iterable[Span]) -> Token | None:
    """The one of the last pair that it stands for, where these sentences hold one pair only."""
    pairs = [pair for sentence in sentences for pair in pairs_of(sentence) if comes_before(pair[1], token)]
    return pairs[0][token.lower_ == SECOND] if len(pairs) == 1 else None


def of_two_figures(token: Token, sentence: int, sentences: Iterable[Span]) -> Mention | None:
    """The figure that "the latter figure" stands for: one of the only two of a kind in these sentences."""
    place = next((t.lower_ for t in token.lefts if t.lower_ in PAIR), None)
    if place is None:
        return None
    told: dict[tuple[str, str], list[Span]] = {}
    for span in sentences:
        for figure in span[0].doc.ents:
            if figure.label_ in COUNTED and span.start <= figure.start < span.end and comes_before(figure[0], token):
                told.setdefault((figure.label_, figure[-1].lemma_), []).append(figure)
    pairs = [figures for figures in told.values() if len(figures) == TWO]
    if len(pairs) != 1:
        return None
    figure = pairs[0][place == SECOND]
    return Mention(token, "thing", False, sentence, token.dep_ in SUBJECT, False, f"the {figure.text}")


def comes_before(noun: Token, token: Token) -> bool:
    """Does the noun stand before the word, in this paragraph or the one before it?"""
    return noun.doc is not token.doc or noun.i < token.i


def pairs_of(sentence: Span) -> Iterator[Sequence[Token]]:
    """The nouns of a sentence that "and" or "or" joins by twos."""
    for noun in sentence:
        nominal = noun.pos_ in {"NOUN", "PROPN"} and noun.dep_ != "conj"
        if nominal and children(noun, "cc") and len(noun.conjuncts) == 1 and noun.conjuncts[0].pos_ == noun.pos_:
            yield noun, noun.conjuncts[0]
