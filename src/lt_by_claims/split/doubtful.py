"""What in a statement may hang on the wrong word, so that a reviewer looks there first."""

from __future__ import annotations

from collections.abc import Iterator

from lt_by_claims.clause import Clause
from lt_by_claims.grammar import SUBJECT, VERBAL, auxiliaries, child, is_finite, is_plural, subject_of
from lt_by_claims.inflection import BE_FORMS
from lt_by_claims.parse import Token

LONG = 35
"""Words of a statement in which something is likely left to split."""

HUNG = frozenset({"prep", "relcl", "acl", "advcl"})
"""Relations of phrases and side clauses, which say little without the word that they hang on."""

JOINED = HUNG | {"conj"}

NOMINAL = frozenset({"NOUN", "PROPN"})


def doubtful(clause: Clause) -> Iterator[str]:
    """What is not certain of how the words of a statement hang together."""
    if not is_stated(clause) and not is_supplied(clause):
        yield "states this without a finite verb"
    elif lacks_subject(clause):
        yield f"who or what is it that “{clause.root.text}”?"
    if len(clause.words) > LONG:
        yield f"long: {len(clause.words)} words"
    yield from loose_ends(clause)


def is_stated(clause: Clause) -> bool:
    """Has it a verb that states something: the main verb, a finite one, or one made finite?"""
    if clause.root.pos_ in VERBAL and clause.root in clause.inside:
        return True
    verbs = [(word, word.token) for word in clause.words if word.token is not None and word.token.pos_ in VERBAL]
    return any(not word.is_source or is_finite(verb) for word, verb in verbs)


def lacks_subject(clause: Clause) -> bool:
    """Has the main verb neither a subject nor any noun before it?"""
    root = clause.root
    if root.pos_ not in VERBAL or not is_finite(root) or subject_of(root) is not None:
        return False
    return not any(t.i < root.i and t.pos_ in NOMINAL | {"PRON"} for t in clause.tokens) and not clause.subject


def is_supplied(clause: Clause) -> bool:
    """Has the split supplied the verb ("Riga is the capital")?"""
    return any(word.text in BE_FORMS and not word.is_source for word in clause.words)


def loose_ends(clause: Clause) -> Iterator[str]:
    """The words of a statement that seem to hang on the wrong word, or on none of it."""
    for last, token in zip((None, *clause.tokens), clause.tokens, strict=False):
        if token.dep_ not in JOINED or token is clause.root:
            continue
        if token.dep_ == "conj" and token.head in clause.inside and are_unlike(token, token.head):
            yield f"are “{token.head.text}” and “{token.text}” joined?"
        elif token.dep_ == "relcl" and token.head in clause.inside and disagrees(token):
            yield f"is “{token.text}” said of “{token.head.text}”?"
        elif (
            token.dep_ in HUNG and token.head.pos_ in NOMINAL and token.head not in clause.inside and not is_taken(last)
        ):
            yield f"what does “{token.text}” belong to?"


def is_taken(word: Token | None) -> bool:
    """Is the word before one on which the phrase can hang just as well: a noun, a figure, or none at all?"""
    return word is None or word.pos_ in NOMINAL | {"NUM", "SYM", "PRON", "PUNCT"}


def are_unlike(one: Token, other: Token) -> bool:
    """Is one of two words that are joined a verb, and the other a noun without a figure?"""
    counted = any(child(word, "nummod") is not None for word in (one, other))
    return not counted and {one.pos_, other.pos_} in ({"VERB", "NOUN"}, {"VERB", "PROPN"})


def disagrees(verb: Token) -> bool:
    """Has the verb of a relative clause another number than its noun ("towns in the region which is …")?"""
    finite = next((t for t in (*auxiliaries(verb), verb) if t.tag_ in {"VBZ", "VBP"}), None)
    pronoun = child(verb, *SUBJECT)
    if finite is None or pronoun is None or pronoun.tag_ not in {"WDT", "WP"}:
        return False
    return (finite.tag_ == "VBP") != (is_plural(verb.head) or bool(verb.head.conjuncts))
