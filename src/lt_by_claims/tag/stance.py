"""With what reserve a statement is made, and whether it is denied."""

from __future__ import annotations

from collections.abc import Sequence

from lt_by_claims.clause import Clause
from lt_by_claims.parse import Token
from lt_by_claims.tag.lexicon import words
from lt_by_claims.tag.predicate import MAY, Predicate, agent

ADVERBS, ADJECTIVES, VERBS = words("hedging_adverbs"), words("hedging_adjectives"), words("hedging_verbs")
HEARSAY, CONDITIONS = words("hearsay"), words("conditions")
NOTHING = frozenset({"no", "neither", "nor"})
NOBODY = frozenset({"nobody", "none", "nothing", "neither"})
BOUNDS = frozenset({"more", "less", "fewer", "later", "earlier", "longer"})
DENIALS = NOTHING | NOBODY | {"not", "never", "longer"}
"""Nothing is denied without one of these, or another word that the parser takes for a negation."""

NOT_ONLY = frozenset({"only", "just", "merely", "simply", "least", "solely"})


def modality(told: Sequence[Predicate]) -> str:
    """`asserted`, `hedged` or `conditional`, by what is told from outside in."""
    if any(is_conditional(predicate, teller) for teller, predicate in zip((None, *told), told, strict=False)):
        return "conditional"
    return "hedged" if any(map(is_hedged, told)) else "asserted"


def is_conditional(predicate: Predicate, teller: Predicate | None) -> bool:
    """Is it said for a case that may not come? "Would" after a past verb of saying is but its "will"."""
    if predicate.modals & MAY:
        return False
    if any(map(is_condition, predicate.having("advcl"))):
        return True
    return "would" in predicate.modals and not (teller is not None and teller.is_past)


def is_condition(verb: Token) -> bool:
    """Is it the verb of a condition: if …, unless …"""
    return any(t.dep_ == "mark" and t.lower_ in CONDITIONS for t in verb.children)


def is_hedged(predicate: Predicate) -> bool:
    """Is it said with reserve?"""
    if predicate.modals & MAY or ("could" in predicate.modals and not is_denied(predicate)):
        return True
    if predicate.lemma in VERBS and predicate.follows & {"xcomp", "oprd", "acomp", "ccomp", "attr"}:
        return True
    if predicate.lemma in HEARSAY and predicate.is_passive and predicate.follows & {"xcomp"} and not agent(predicate):
        return True
    if predicate.lemma == "rule" and "out" in predicate.follows and is_denied(predicate):
        return True
    complement = predicate.complement
    if complement is not None and complement.lower_ in ADJECTIVES:
        return True
    return any(t.lower_ in ADVERBS for t in predicate.having("advmod"))


def negated(clause: Clause, told: Sequence[Predicate]) -> bool:
    """Is what is told denied, in its verb, or in its subject or object by "no"?"""
    supplied = [text.lower() for text, token in clause.words if token is None]
    if "not" in supplied or "never" in supplied:
        return True
    denials = [token for token in clause.tokens if token.lower_ in DENIALS or token.dep_ == "neg"]
    return bool(denials) and any(map(is_denied, told))


def is_denied(predicate: Predicate) -> bool:
    """Is the verb denied, or its subject or object by "no"?"""
    verbs, nouns = (predicate.head, *predicate.auxiliaries), predicate.having("nsubj", "nsubjpass", "dobj", "attr")
    adverbs = [adverb for verb in verbs for adverb in predicate.under(verb, "neg", "advmod", "preconj", "cc")]
    determiners = [word for noun in nouns for word in predicate.under(noun, "det", "preconj", "neg")]
    return any(map(denies, adverbs)) or any(map(is_nobody, nouns)) or any(map(denies_noun, determiners))


def denies(adverb: Token) -> bool:
    """Does the word deny its verb: not, never, no longer; but not "not only"?"""
    if adverb.dep_ == "neg" or adverb.lower_ in {"never", "not", "neither"}:
        return following(adverb) not in NOT_ONLY
    return adverb.lower_ == "longer" and any(t.lower_ == "no" for t in adverb.children)


def following(token: Token) -> str:
    """The word after it, in lower case."""
    return token.nbor().lower_ if token.i + 1 < len(token.doc) else ""


def is_nobody(noun: Token) -> bool:
    """Is it "nobody", or a word like it?"""
    return noun.lower_ in NOBODY


def denies_noun(determiner: Token) -> bool:
    """Is it "no", and not that of "no more than"?"""
    return determiner.lower_ in NOTHING and following(determiner) not in BOUNDS
