"""With what reserve a statement is made, and whether it is denied."""

from __future__ import annotations

from spacy.tokens import Token

from lt_by_claims.clause import Clause
from lt_by_claims.tag.lexicon import words
from lt_by_claims.tag.predicate import Predicate, predicates

ADVERBS, ADJECTIVES, VERBS = words("hedging_adverbs"), words("hedging_adjectives"), words("hedging_verbs")
HEARSAY, CONDITIONS = words("hearsay"), words("conditions")
NOTHING = frozenset({"no", "neither", "nor"})
NOBODY = frozenset({"nobody", "none", "nothing", "neither"})
NOT_ONLY = frozenset({"only", "just", "merely", "simply", "least", "solely"})


def modality(clause: Clause) -> str:
    """`asserted`, `hedged` or `conditional`."""
    chain = predicates(clause)
    if any(is_conditional(clause, place, chain) for place in range(len(chain))):
        return "conditional"
    return "hedged" if any(is_hedged(predicate) for predicate in chain) else "asserted"


def is_conditional(clause: Clause, place: int, chain: tuple[Predicate, ...]) -> bool:
    """Is it said for a case that may not come? "Would" after a past verb of saying is but its "will"."""
    predicate = chain[place]
    if predicate.modals & {"may", "might"}:
        return False
    if any(t.dep_ == "advcl" and is_condition(t) for t in predicate.having("advcl")):
        return True
    return "would" in predicate.modals and not (place > 0 and chain[place - 1].is_past)


def is_condition(verb: Token) -> bool:
    """Is it the verb of a condition: if …, unless …"""
    return any(t.dep_ == "mark" and t.lower_ in CONDITIONS for t in verb.children)


def is_hedged(predicate: Predicate) -> bool:
    """Is it said with reserve?"""
    if predicate.modals & {"may", "might"} or ("could" in predicate.modals and not is_denied(predicate)):
        return True
    if predicate.lemma in VERBS and predicate.follows & {"xcomp", "oprd", "acomp", "ccomp", "attr"}:
        return True
    if predicate.is_passive and predicate.lemma in HEARSAY and predicate.follows & {"xcomp"} and not agent(predicate):
        return True
    if predicate.lemma == "rule" and "out" in predicate.follows and is_denied(predicate):
        return True
    complement = predicate.complement
    if complement is not None and complement.lower_ in ADJECTIVES:
        return True
    return any(t.lower_ in ADVERBS for t in predicate.having("advmod"))


def agent(predicate: Predicate) -> Token | None:
    """Who does what a passive says."""
    by = predicate.first("agent")
    return next((t for t in by.children if t.dep_ == "pobj"), None) if by is not None else None


def negated(clause: Clause) -> bool:
    """Is the main statement denied, in its verb, or in its subject or object by "no"?"""
    supplied = {word.text.lower() for word in clause.words if word.token is None}
    return bool(supplied & {"not", "never"}) or any(is_denied(predicate) for predicate in predicates(clause))


def is_denied(predicate: Predicate) -> bool:
    """Is the verb denied, or its subject or object by "no"?"""
    near = [*predicate.having("neg", "advmod", "preconj"), *(t for aux in predicate.auxiliaries for t in aux.children)]
    return any(denies(t) for t in near if t in predicate.tokens) or any(
        is_none(t, predicate) for t in predicate.having("nsubj", "nsubjpass", "dobj", "attr")
    )


def denies(adverb: Token) -> bool:
    """Does the word deny its verb: not, never, no longer; but not "not only"?"""
    if adverb.dep_ == "neg" or adverb.lower_ in {"never", "not"}:
        following = adverb.nbor() if adverb.i + 1 < len(adverb.doc) else None
        return following is None or following.lower_ not in NOT_ONLY
    return adverb.lower_ == "longer" and any(t.lower_ == "no" for t in adverb.children)


def is_none(noun: Token, predicate: Predicate) -> bool:
    """Is the noun denied by "no", or is it "nobody"?"""
    if noun.lower_ in NOBODY:
        return True
    return any(
        t.lower_ in NOTHING and t.dep_ in {"det", "preconj", "neg"} and t in predicate.tokens for t in noun.children
    )
