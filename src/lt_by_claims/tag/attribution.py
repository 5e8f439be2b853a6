"""Who holds or utters a statement, where its text names them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lt_by_claims.clause import Clause, written
from lt_by_claims.grammar import noun_phrase, subject
from lt_by_claims.parse import Token
from lt_by_claims.tag.lexicon import frames, words
from lt_by_claims.tag.predicate import Predicate, agent, reported, takes_as
from lt_by_claims.tag.stance import is_denied

FINDING, FORESEES, PEOPLE = words("finding"), frames("foresees"), words("people")
JUDGING_SPEECH = words("judging_speech") - words("merely_acting")
VIEW, REPORT = words("view"), words("report")
BRACKETS = re.compile(r"(?<!\s)\s*+\([^)]*\)?")
ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
OWNER = re.compile(r"[’']s?$")
NOBODY = words("nobody")
LOOSE = frozenset({"relcl", "acl", "appos", "advcl", "punct", "prep_as"})


def attribution(clause: Clause, told: Sequence[Predicate]) -> str | None:
    """Who holds or utters the statement, the outermost first, joined by "; "; None where nobody is named."""
    names = [name for name in (*sources(clause), *holders(clause, told)) if name and name.lower() not in NOBODY]
    return "; ".join(dict.fromkeys(names)) or None


def sources(clause: Clause) -> Iterator[str]:
    """Who stands after "according to", or whose view it is."""
    for token in clause.tokens:
        if token.lower_ == "according":
            named = [noun for to in token.children for noun in to.children if to.lower_ == "to" and is_source(noun)]
            yield from (name(clause, source(noun)) for noun in named)
        elif token.dep_ == "pobj" and token.lemma_.lower() in VIEW and token.head.lower_ in {"in", "from"}:
            yield from (name(clause, owner) for owner in owners(token) if owner in clause.inside)


def is_source(noun: Token) -> bool:
    """Can something be said according to it? "Paid according to results" names no source."""
    certain = any(t.dep_ in {"det", "poss", "nummod"} for t in noun.children)
    return certain or can_hold(noun) or noun.pos_ == "PROPN" or noun.lemma_.lower() in REPORT


def owners(noun: Token) -> Iterator[Token]:
    """Whose it is: X's view, the view of X."""
    yield from (t for t in noun.children if t.dep_ == "poss")
    yield from (t for of in noun.children if of.lower_ in {"of", "from", "by"} for t in of.children if t.dep_ == "pobj")


def source(noun: Token) -> Token:
    """Who stands behind the data or the report that is named, else what is named."""
    return next(owners(noun), noun) if noun.lemma_.lower() in REPORT else noun


def holders(clause: Clause, told: Sequence[Predicate]) -> Iterator[str]:
    """Who utters what, from the outermost verb in."""
    for place, predicate in enumerate(told):
        if not utters(predicate):
            continue
        if predicate.is_passive:
            by = agent(predicate)
            yield name(clause, by) if by is not None and can_hold(by) else ""
        else:
            yield speaker(clause, predicate, outermost=place == 0)


def utters(predicate: Predicate) -> bool:
    """Does the predicate say that somebody holds something?"""
    if reported(predicate) is not None:
        return not (predicate.lemma in FINDING and is_finding(predicate.first("nsubj")))
    if predicate.lemma in JUDGING_SPEECH:
        return bool(predicate.follows & {"dobj", "passive"})
    if predicate.lemma in FORESEES and FORESEES[predicate.lemma] & predicate.follows:
        return FORESEES[predicate.lemma] != {"out"} or is_denied(predicate)
    return predicate.lemma == "complain" or takes_as(predicate)


def is_finding(noun: Token | None) -> bool:
    """Is it a thing that shows, and nobody who holds?"""
    return noun is not None and not can_hold(noun)


def can_hold(noun: Token) -> bool:
    """Is it somebody who can hold a view: a name, or one of a people or a body?"""
    return noun.ent_type_ in {"PERSON", "ORG", "GPE", "NORP"} or noun.lemma_.lower() in PEOPLE or noun.lower_ in PEOPLE


def speaker(clause: Clause, predicate: Predicate, *, outermost: bool) -> str:
    """The subject of the verb by name."""
    noun = predicate.first("nsubj")
    if noun is not None:
        return name(clause, noun)
    return cleaned(written(subject(clause))) if outermost else ""


def name(clause: Clause, noun: Token) -> str:
    """The noun as the claim has it, without its article, its comments and its bracketed acronym."""
    phrase = set(noun_phrase(noun))
    for modifier in noun.children:
        if modifier.dep_ in LOOSE:
            phrase -= set(modifier.subtree)
    phrase |= (
        {t for c in noun.children if c.dep_ in {"conj", "cc"} for t in c.subtree} if noun.dep_ != "poss" else set()
    )
    return cleaned(written(clause.within(phrase)))


def cleaned(text: str) -> str:
    """The name without article, bracketed acronym and the mark of the owner."""
    return OWNER.sub("", ARTICLE.sub("", BRACKETS.sub("", text).strip(" ,;:"))).strip(" ,;:")
