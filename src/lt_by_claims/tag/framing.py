"""The time that a statement has from the words around it: those of its sentence, or of the sentence before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lt_by_claims.calendar import Moment, expressions, is_compared, moments, points_back
from lt_by_claims.clause import Clause
from lt_by_claims.grammar import VERBAL, governor, tense
from lt_by_claims.parse import Span, Token

FRONT = re.compile(
    r"[“\"]?(?:(?:in|during|over|throughout|on|at|by|as of|already|also|and|but|early|late|mid|the|end|beginning|start"
    r"|of|however|thus),?[ -])*",
    re.IGNORECASE,
)
"""What may stand before a time that frames its sentence."""

FARTHEST = 2
"""So many sentences back such a time may stand."""


def told_before(clause: Clause, published: str | None) -> str | None:
    """The last closed time that the paragraph tells before a statement whose words may point to it, as EDTF."""
    if not points_back(clause.text):
        return None
    own = {token.idx for token in clause.tokens}
    for moment in reversed(moments(clause.paragraph.text, published)):
        within = range(moment.start, moment.end)
        if moment.end <= clause.root.idx and ".." not in moment.edtf and own.isdisjoint(within):
            return moment.edtf
    return None


def framed(clause: Clause, published: str | None, places: Sequence[int]) -> str | None:
    """The time that frames a statement which names none, as EDTF; `places` are those of the figures that it states.

    A time that opens a sentence holds for all that is joined to its verb in the same tense; one that stands later, and
    one that opened a sentence before, holds for a statement with a figure.
    """
    if not expressions(clause.paragraph.text, published):
        return None
    doc = clause.root.doc
    figures = [token for place in places for token in doc.between(place, place + 1)]
    if clause.root.pos_ not in VERBAL:
        figures = [token for token in figures if token in clause.root.subtree]
    token = figures[0] if figures else clause.root
    verbs = [word for word in (token, *token.ancestors) if word.pos_ in VERBAL]
    if not verbs or (token == clause.root and token.pos_ not in VERBAL):
        return None
    said = list(told_in(token.sent, clause, published))
    for moment in said:
        if (figures or is_front(moment, token.sent)) and governs(moment, verbs):
            return moment.edtf
    return before(token, verbs[0], clause, published) if figures and not said else None


def told_in(sentence: Span, clause: Clause, published: str | None) -> Iterator[Moment]:
    """The times that a sentence tells of itself: none to compare with, none in brackets."""
    text = clause.paragraph.text
    begin, end = sentence[0].idx, sentence[-1].idx + len(sentence[-1])
    for moment in expressions(text, published):
        if begin <= moment.start and moment.end <= end:
            ahead = text[begin : moment.start]
            if not is_compared(text, moment.start) and ahead.count("(") == ahead.count(")"):
                yield moment


def is_front(moment: Moment, sentence: Span) -> bool:
    """Does the time open the sentence?"""
    return bool(FRONT.fullmatch(sentence.doc.text[sentence[0].idx : moment.start]))


def governs(moment: Moment, verbs: Sequence[Token]) -> bool:
    """Does the time stand with one of these verbs, and in the tense of the first?"""
    verb = governor(verbs[0].doc.between(moment.start, moment.end).root)
    return verb is not None and verb in verbs and tense(verb) == tense(verbs[0])


def before(token: Token, verb: Token, clause: Clause, published: str | None) -> str | None:
    """The time that opened the nearest sentence before that tells one, where the statement is told in the past."""
    if tense(verb) != "past":
        return None
    sentences = [sentence for sentence in token.doc.sents if sentence.end <= token.sent.start]
    for sentence in sentences[: -FARTHEST - 1 : -1]:
        said = list(told_in(sentence, clause, published))
        if said:
            return said[0].edtf if is_front(said[0], sentence) and ".." not in said[0].edtf else None
        if tense(sentence.root) != "past":
            return None
    return None
