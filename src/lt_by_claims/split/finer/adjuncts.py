"""One detail at a time: where, when, how, with whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lt_by_claims.clause import Clause
from lt_by_claims.grammar import VERBAL, child, governor, in_brackets, is_infinitive, subject_of
from lt_by_claims.parse import Token
from lt_by_claims.rule import rule
from lt_by_claims.split.figures import figures
from lt_by_claims.split.finer.weakening import (
    FACTIVE,
    PLACE_OR_TIME,
    is_episode,
    is_past,
    is_plain,
    may_lose,
    verbs_of,
)
from lt_by_claims.words import word_list


@rule(
    examples={
        "The poet died at home in May after a short illness.": [
            "The poet died.",
            "The poet died at home.",
            "The poet died in May.",
            "The poet died after a short illness.",
        ],
        "The bishop said that two monks were arrested in Lhasa.": [
            "The bishop said that two monks were arrested.",
            "The bishop said that two monks were arrested in Lhasa.",
        ],
    },
    leaves_alone=[
        "No pupil passed the test in May.",
        "Only nurses were tested in May.",
        "Prices would fall in May.",
        "The plan depends on the weather.",
        "The council banned fishing in the bay.",
    ],
)
def one_detail_each(clause: Clause) -> Iterator[Clause]:
    """What happened, and each of its details (where, when, how) alone, where what happened is true without them."""
    found = details(clause)
    if found:
        yield less(clause, found)
        for detail in found:
            around = set(detail.ancestors)
            yield less(clause, [other for other in found if other != detail and other not in around])


def less(clause: Clause, gone: Sequence[Token]) -> Clause:
    """The clause without some details, each with the marks around it."""
    for detail in gone:
        if detail in clause.tokens:
            clause = clause.cut(detail)
    return clause


def details(clause: Clause) -> list[Token]:
    """The heads of the phrases that can be left out, in order."""
    verbs = [verb for verb in verbs_of(clause) if may_lose(clause, verb)]
    tokens = set(clause.tokens)
    found = [t for verb in verbs for t in verb.children if t in tokens and is_detail(clause, verb, t)]
    nouns = [t for verb in verbs for t in verb.children if t in tokens and t.dep_ in {"nsubjpass", "nsubj", "dobj"}]
    found += [t for noun in nouns for t in noun.children if t in tokens and is_detail_of_noun(noun, t)]
    found += [t for t in clause.find("prep") if names_examples(t) and governor(t) in verbs]
    return sorted(set(found), key=lambda t: t.i)


def is_detail(clause: Clause, verb: Token, token: Token) -> bool:
    """Is it a phrase of place, time or manner on a verb, without which the verb says enough?"""
    if in_brackets(token) or any(t.tag_ in {"WDT", "WP", "WP$", "WRB"} for t in token.subtree if t.head == token):
        return False
    if token.dep_ == "npadvmod":
        return token.ent_type_ in {"DATE", "TIME"} and is_episode(verb) and verb.lemma_ != "be"
    if token.dep_ == "advcl":
        return is_side_clause(verb, token)
    if token.dep_ == "agent":
        return is_past(verb) and child(verb, "auxpass") is not None
    return token.dep_ == "prep" and is_adjunct(verb, token) and not is_maker(token)


def is_maker(preposition: Token) -> bool:
    """Does it name who made the noun before it ("a film by Ana Ruiz"), and not when or how something was done?"""
    noun = child(preposition, "pobj")
    return preposition.lower_ == "by" and noun is not None and noun.pos_ == "PROPN" and noun.ent_type_ != "DATE"


def is_side_clause(verb: Token, side: Token) -> bool:
    """Is it a clause that tells when or to what end something happened?"""
    mark = child(side, "mark") or child(side, "advmod")
    if not is_past(verb) or verb.lemma_ == "be":
        return False
    if is_infinitive(side):
        return child(side, "mark") is None and side.i > verb.i
    return mark is not None and mark.lower_ in FACTIVE and mark.i < side.i


def is_adjunct(verb: Token, preposition: Token) -> bool:
    """Is it a phrase of place or time, and no complement, frame or measure?"""
    noun = child(preposition, "pobj", "pcomp")
    if preposition.lower_ not in PLACE_OR_TIME or noun is None or noun.lemma_ in word_list("framing_nouns"):
        return False
    if child(preposition, "mark", "advmod", "prep", "neg") is not None or not is_told(verb, noun):
        return False
    if preposition.lower_ in {"from", "by"} and figures(list(preposition.subtree)):
        return False
    return not completes_verb(verb, preposition, noun)


def is_told(verb: Token, noun: Token) -> bool:
    """Does the verb tell of an event, or say of somebody in particular what is so whatever the time?"""
    if verb.lemma_ == "be":
        attribute = child(verb, "attr")
        return attribute is not None and is_plain(attribute) and not figures(list(attribute.subtree))
    subject = subject_of(verb)
    named = subject is not None and (is_plain(subject) or subject.pos_ == "PRON")
    return is_episode(verb) or (named and noun.ent_type_ not in {"DATE", "TIME"} and not is_infinitive(verb))


def completes_verb(verb: Token, preposition: Token, noun: Token) -> bool:
    """Does the verb say too little without the phrase: is it its first, and the verb one that needs one?"""
    if verb.lemma_ not in word_list("complement_verbs") and verb.lemma_ not in word_list("change_verbs"):
        return False
    if child(verb, "dobj", "attr", "acomp", "oprd") is not None and verb.lemma_ in {
        "be",
        "have",
        "make",
        "take",
        "set",
    }:
        return noun.ent_type_ not in {"DATE", "TIME"} and preposition.lower_ == "for"
    first = next((t for t in verb.rights if t.dep_ == "prep"), None)
    return first == preposition and noun.ent_type_ not in {"DATE", "TIME"}


def names_examples(preposition: Token) -> bool:
    """Does it lead to examples of the noun before it ("cities such as Oslo")?"""
    such = preposition.lower_ == "as" and any(t.lower_ == "such" for t in preposition.children)
    return (such or preposition.lower_ == "including") and preposition.head.pos_ in {"NOUN", "PROPN"}


def is_detail_of_noun(noun: Token, token: Token) -> bool:
    """Is it a phrase on a noun that is plain without it?"""
    some = noun.tag_ == "NNS" and noun.dep_ == "dobj" and is_past(noun.head) and not list(noun.lefts)
    if token.dep_ != "prep" or token.i < noun.i or token.lower_ not in PLACE_OR_TIME or not (some or is_plain(noun)):
        return False
    inner = child(token, "pobj", "pcomp")
    return inner is not None and inner.pos_ not in VERBAL and not in_brackets(token) and not figures([*noun.lefts])
