"""The words of a statement that may stand for something the text has named, and were left as they are."""

from __future__ import annotations

from collections.abc import Container, Iterator

from lt_by_claims.clause import Clause
from lt_by_claims.grammar import SUBJECT, child
from lt_by_claims.parse import Token
from lt_by_claims.standalone.counted import is_bare_number
from lt_by_claims.standalone.mentions import mentioned
from lt_by_claims.standalone.pairs import is_of_pair
from lt_by_claims.standalone.pronouns import PRONOUNS, agrees, is_pleonastic
from lt_by_claims.standalone.short_names import COUNTRY, FIRMS, TIME, is_bare

MAY_POINT = frozenset({"PRON", "NOUN", "ADJ", "NUM"})
POINTERS = frozenset({"this", "these"})
SHORT = COUNTRY | FIRMS | {"agency", "government", "ministry", "party"}
"""Nouns that name nothing without a name before them."""


def doubts(clause: Clause, settled: Container[Token]) -> Iterator[str]:
    """What each word of a statement leaves open that points to something outside it."""
    for place, word in enumerate(clause.words):
        token = word.token
        if token is None or token.pos_ not in MAY_POINT:
            continue
        if word.is_source and token not in settled and points_out(token, clause):
            before = [other.token for other in clause.words[:place] if other.token is not None]
            if not any(may_stand_for(token, noun) for noun in before):
                yield f"“{pointing_words(token)}” stands for what?"


def points_out(token: Token, clause: Clause) -> bool:
    """Does the word of a clause stand for something named elsewhere?"""
    if token.pos_ == "PRON":
        points = token.lower_ in POINTERS or (token.lower_ == "those" and child(token, "prep") is not None)
        alone = points and token.dep_ in {"nsubj", "nsubjpass", "dobj", "pobj"}
        return alone or (token.lower_ in PRONOUNS and not is_pleonastic(token))
    if token.pos_ == "NUM":
        counts = token.dep_ in SUBJECT and is_bare_number(token)
        return counts and all(word.text.lower() != "of" for word in clause.words)
    return is_of_pair(token) or (token.pos_ == "NOUN" and is_short(token))


def is_short(noun: Token) -> bool:
    """Is it "this decision", "these plans", or a bare "the country"?"""
    determiner = child(noun, "det")
    if determiner is None or noun.lower_ in TIME:
        return False
    return determiner.lower_ in POINTERS or (noun.lower_ in SHORT and is_bare(noun))


def may_stand_for(token: Token, noun: Token) -> bool:
    """Can the pronoun stand for a noun of its own statement?"""
    if token.pos_ != "PRON" or noun.pos_ not in {"NOUN", "PROPN"}:
        return False
    mention = mentioned(noun, 0)
    return mention is not None and agrees(token, mention)


def pointing_words(token: Token) -> str:
    """The word with its determiner."""
    determiner = child(token, "det")
    return f"{determiner.lower_} {token.text}" if determiner is not None else token.lower_
