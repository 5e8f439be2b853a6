"""Constructions that deny several things at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lt_by_claims.clause import Clause, Word, words_of
from lt_by_claims.grammar import SUBJECT, VERBAL, auxiliaries, child, children, governor, is_clause, is_plural, tense
from lt_by_claims.inflection import finite
from lt_by_claims.parse import Token
from lt_by_claims.rule import rule
from lt_by_claims.split.coordination import agreeing, keep_first, keep_other, role


@rule(
    examples={
        "Neither Latvia nor Estonia supported the ban.": [
            "Latvia did not support the ban.",
            "Estonia did not support the ban.",
        ],
        "Moldova neither produces gas nor stores it.": [
            "Moldova does not produce gas.",
            "Moldova does not store it.",
        ],
        "Neither the north nor the islands have a port.": [
            "The north does not have a port.",
            "The islands do not have a port.",
        ],
        "The board will neither cut rates nor sell bonds.": [
            "The board will not cut rates.",
            "The board will not sell bonds.",
        ],
        "The plan has neither a budget nor a deadline.": [
            "The plan does not have a budget.",
            "The plan does not have a deadline.",
        ],
        "The dam would be neither closed nor rebuilt.": [
            "The dam would not be closed.",
            "The dam would not be rebuilt.",
        ],
    },
    leaves_alone=[
        "Latvia and Estonia supported the ban.",
        "The party did not vote or speak.",
        "Neither a doctor nor a nurse has left.",
    ],
    needs=[{"conj"}, {"neither"}],
)
def neither_nor(clause: Clause) -> Iterator[Clause]:
    """ "Neither … nor" denies two things, each of which is a statement."""
    pair = next((t for t in clause.find("conj") if denies_both(t)), None)
    if pair is None or all(t.lower_ != "neither" for t in clause.tokens):
        return
    verb = pair.head if pair.head.pos_ in VERBAL else governor(pair)
    vague = any(t.lower_ in {"a", "an"} for t in pair.head.lefts) and pair.head.dep_ in SUBJECT
    if verb is None or verb not in {clause.root, pair} or vague:
        return
    for part, said in ((keep_first(clause, pair), pair.head), (keep_other(clause, pair), pair)):
        main = said if said.pos_ in VERBAL and pair.head.pos_ in VERBAL else verb
        one = said.dep_ in SUBJECT or role(said) in SUBJECT
        plural = is_plural(said) if one else main.tag_ == "VBP"
        counted = agreeing(part, main, plural=plural) if one else part
        yield denied(without_neither(counted), main, plural=plural)


def denies_both(other: Token) -> bool:
    """Is it the second of two words joined by "neither … nor"?"""
    joiner = next((t for t in children(other.head, "cc") if t.i < other.i and t.lower_ == "nor"), None)
    return joiner is not None and any(
        t.lower_ == "neither" for t in other.doc[max(other.head.left_edge.i - 2, 0) : joiner.i]
    )


def without_neither(clause: Clause) -> Clause:
    """The clause without "neither"."""
    return clause.without([t for t in clause.tokens if t.lower_ in {"neither", "nor"}])


def denied(clause: Clause, verb: Token, *, plural: bool) -> Clause:
    """The clause with "not" in it."""
    helpers = [*auxiliaries(verb), *auxiliaries(verb.head), *([verb] if verb.lemma_ == "be" else [])]
    helper = next((t for t in helpers if t in clause.tokens), None)
    if helper is not None:
        words = [w for word in clause.words for w in ((word, Word("not")) if word.token == helper else (word,))]
        return replace(clause, words=tuple(words))
    when = "past" if verb.tag_ == "VBD" else "present"
    helped = Word(finite("do", when, plural=plural))
    return clause.swap(verb, helped, Word("not"), Word(verb.lemma_, verb))


@rule(
    examples={
        "Chad did not join the mission, nor did it close its border.": [
            "Chad did not join the mission.",
            "It did not close its border.",
        ]
    },
    leaves_alone=["Chad did not join the mission, but it closed its border."],
    needs=[{"conj"}, {"nor"}],
)
def nor_clause(clause: Clause) -> Iterator[Clause]:
    """ "Nor" with the verb before the subject denies a second statement."""
    for verb in clause.find("conj"):
        helper, subject = child(verb, "aux", "auxpass"), child(verb, *SUBJECT)
        if helper is None or subject is None:
            continue
        joined = any(t.lower_ == "nor" for t in (*children(verb, "cc", "preconj"), *children(verb.head, "cc")))
        if joined and helper.i < subject.i:
            yield clause.cut(verb)
            rest = [t for t in verb.subtree if t.i > subject.right_edge.i]
            said = clause.make(verb, subject.subtree, helper, "not", rest)
            yield replace(said, words=words_of(said.words))
            return


@rule(
    examples={
        "Not only did rents rise, but wages fell.": ["Rents rose.", "Wages fell."],
        "Not only has the law failed, but it has also raised costs.": ["The law has failed.", "It has raised costs."],
        "Not only is the plan costly, but it is late.": ["The plan is costly.", "It is late."],
    },
    leaves_alone=["Not only nurses have left the clinics.", "Rents not only rose but doubled."],
    needs=[{"not"}, {"only"}, {"conj"}],
)
def not_only_clause(clause: Clause) -> Iterator[Clause]:
    """ "Not only" with the verb before the subject opens the first of two statements."""
    verb = clause.root
    other, subject = next(filter(is_clause, clause.find("conj")), None), child(verb, *SUBJECT)
    opening = [t.lower_ for t in clause.tokens[:2]]
    helper = next((t for t in (*auxiliaries(verb), verb) if subject is not None and t.i < subject.i), None)
    if opening != ["not", "only"] or other is None or other.head != verb or subject is None or helper is None:
        return
    rest = [t for t in keep_first(clause, other).tokens if t.i > subject.right_edge.i]
    if helper.lemma_ == "do" and helper != verb:
        said = Word(finite(verb.lemma_, tense(verb), plural=is_plural(subject)), verb)
        yield clause.make(verb, subject.subtree, [said if t == verb else t for t in rest])
    else:
        yield clause.make(verb, subject.subtree, helper, rest)
    yield clause.make(other, [t for t in other.subtree if t.lower_ != "also"])


@rule(
    examples={
        "Quotas are set by the council, not by scientists.": [
            "Quotas are set by the council.",
            "Quotas are not set by scientists.",
        ],
    },
    leaves_alone=["Quotas are not set by scientists.", "The council met, but not in May."],
    needs=[{"not"}],
)
def denied_instead(clause: Clause) -> Iterator[Clause]:
    """A phrase with "not" after a comma denies of one thing what is said of another."""
    verb = clause.root
    helper = next(iter(auxiliaries(verb)), None)
    for word in clause.find("neg", "advmod"):
        if word.lower_ != "not" or helper is None or word.i < verb.i or word.nbor(-1).text != ",":
            continue
        other = next((t for t in verb.rights if t.i == word.i + 1 and t.dep_ in {"prep", "agent"}), None)
        first = next((t for t in verb.rights if other is not None and t.lower_ == other.lower_ and t.i < word.i), None)
        if other is not None and first is not None:
            own = {*other.subtree} - {word}
            yield clause.without({word.nbor(-1), word, *own})
            rest = clause.without({*first.subtree, word.nbor(-1), word} - own)
            words = [w for part in rest.words for w in ((part, Word("not")) if part.token == helper else (part,))]
            yield replace(rest, words=tuple(words))
            return
