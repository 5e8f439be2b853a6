"""What can be left out of a statement so that the rest still follows from it."""

from __future__ import annotations

from lt_by_claims.clause import Clause
from lt_by_claims.grammar import SUBJECT, VERBAL, auxiliaries, child, children, has_subject, is_infinitive, subject_of
from lt_by_claims.parse import Token
from lt_by_claims.words import word_list

PLACE_OR_TIME = word_list("adding_prepositions")
"""Prepositions of a phrase that only adds to what is said."""

FACTIVE = frozenset({"after", "as", "because", "before", "since", "until", "when", "while"})
"""Conjunctions of a side clause without which a past event is still told."""

RESERVED = frozenset({"would", "could", "should", "might", "may", "must", "shall", "ought", "can", "need", "'d", "ca"})
"""Auxiliaries under which a detail may be a condition."""


def may_lose(clause: Clause, verb: Token) -> bool:
    """Does what a verb says of its subject stay true with fewer details: is it neither denied, bounded nor reserved?"""
    subject = subject_of(verb)
    if subject is None or subject not in clause.tokens or is_bounded(clause, verb):
        return False
    return verb.lemma_ not in word_list("denying_verbs") and not any(t.lower_ in RESERVED for t in spine_helpers(verb))


def spine_helpers(verb: Token) -> list[Token]:
    """The auxiliaries of a verb and of those that it completes."""
    above = verb.head if verb.dep_ in {"xcomp", "ccomp", "conj"} and verb.head.pos_ in VERBAL else None
    return [*auxiliaries(verb), *(auxiliaries(above) if above is not None else [])]


def is_bounded(clause: Clause, verb: Token) -> bool:
    """Is there a word on the verb, or in its subject, under which fewer details say more?"""
    bounds = word_list("bounding_words")
    subject = subject_of(verb)
    near = [t for t in verb.children if t in clause.tokens]
    near += list(subject.subtree) if subject is not None else []
    near += [c for t in near if t.dep_ in {"dobj", "attr", "acomp", "advmod", "mark"} for c in t.children]
    return any(t.lower_ in bounds and not is_of_number(t) for t in near)


def is_of_number(token: Token) -> bool:
    """Does the word only round a number ("more than 40 ships"), or join two clauses?"""
    return (token.lower_ in {"than", "least"} and token.head.like_num) or token.dep_ == "cc"


def is_past(verb: Token) -> bool:
    """Has what the verb tells happened?"""
    helpers = auxiliaries(verb)
    return verb.tag_ == "VBD" or any(t.tag_ == "VBD" or t.lemma_ == "have" for t in helpers)


def is_episode(verb: Token) -> bool:
    """Does the verb tell of one event: is it past, future or in progress, and no general truth?"""
    return is_past(verb) or any(t.lower_ in {"will", "is", "are", "'ll"} for t in auxiliaries(verb))


def is_plain(noun: Token) -> bool:
    """Is the noun definite or counted, with nothing that makes its details pick it out from all others?"""
    if any(t.tag_ in {"JJS", "RBS", "JJR"} or t.lower_ in word_list("bounding_words") for t in noun.lefts):
        return False
    if any(t.ent_type_ == "ORDINAL" or t.lower_ in {"all", "most", "those", "such", "same"} for t in noun.lefts):
        return False
    return child(noun, "det", "poss", "nummod") is not None or noun.pos_ == "PROPN"


def verbs_of(clause: Clause) -> list[Token]:
    """The main verb, and those that it says, begins or wants, as far as nothing there is denied."""
    verbs = [clause.root]
    while verbs[-1].lemma_ not in word_list("denying_verbs"):
        following = next((t for t in children(verbs[-1], "ccomp", "xcomp") if t in clause.tokens), None)
        if following is None or following.pos_ not in VERBAL or not completes(following):
            break
        verbs.append(following)
    return verbs


def completes(verb: Token) -> bool:
    """Is it a clause that is said, or an infinitive?"""
    mark = child(verb, "mark")
    return (is_infinitive(verb) or has_subject(verb)) and (mark is None or mark.lower_ == "that")


def is_subject(token: Token) -> bool:
    """Does the word stand in a subject?"""
    return token.dep_ in SUBJECT
