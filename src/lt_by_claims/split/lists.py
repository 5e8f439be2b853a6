"""Constructions that list things one after another."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from lt_by_claims.clause import Clause
from lt_by_claims.grammar import SUBJECT, VERBAL, child, children, is_plural
from lt_by_claims.rule import rule
from lt_by_claims.split.coordination import agreeing, keep_first, keep_other
from lt_by_claims.split.sentences import on_spine
from lt_by_claims.split.words import word_list

TOGETHER = frozenset({"together", "jointly", "mutual", "mutually", "respectively", "alike", "apart", "equally"})
"""Words that make a list act as one."""


@rule(
    examples={
        "Latvia and Estonia introduced sanctions.": ["Latvia introduced sanctions.", "Estonia introduced sanctions."],
        "The ministry and the bank have approved the plan.": [
            "The ministry has approved the plan.",
            "The bank has approved the plan.",
        ],
    },
    leaves_alone=[
        "Poland and Lithuania cooperate closely.",
        "Poland and Lithuania signed the treaty together.",
        "Latvia and Estonia are neighbours.",
        "Cooperation between Poland and Lithuania has grown.",
    ],
)
def coordinated_subjects(clause: Clause) -> Iterator[Clause]:
    """What is said of two subjects is said of each, unless they act as one."""
    for noun in clause.find("conj"):
        first = noun.head
        if first.dep_ in SUBJECT and on_spine(clause, first.head) and are_listed(clause, noun) and apart(first.head):
            yield agreeing(keep_first(clause, noun), first.head, plural=is_many(first))
            yield agreeing(keep_other(clause, noun), first.head, plural=is_plural(noun))
            return


def is_many(noun: Token) -> bool:
    """Is the noun itself plural?"""
    return noun.tag_ in {"NNS", "NNPS"}


def are_listed(clause: Clause, noun: Token) -> bool:
    """Are two nouns joined by "and", with no number among them, in a clause whose words do not bind them together?"""
    joiner = child(noun.head, "cc")
    joined = joiner is None or joiner.lower_ in {"and", "but", "as"} or joiner.lower_ == "&"
    counted = any(t.like_num for t in (*noun.subtree, *noun.head.lefts))
    nominal = noun.pos_ in {"NOUN", "PROPN"} and noun.head.pos_ in {"NOUN", "PROPN"}
    return joined and nominal and not counted and not any(t.lower_ in TOGETHER for t in clause.tokens)


def apart(verb: Token) -> bool:
    """Does a verb say of each of its subjects, or treat each of its objects, on its own?"""
    if verb.lemma_ in word_list("collective_verbs"):
        return False
    attribute = child(verb, "attr")
    return attribute is None or not is_plural(attribute)


@rule(
    examples={
        "The country seeks foreign investors and engineers.": [
            "The country seeks foreign investors.",
            "The country seeks foreign engineers.",
        ],
        "The bank increased the scope and the speed of the reform.": [
            "The bank increased the scope of the reform.",
            "The bank increased the speed of the reform.",
        ],
    },
    leaves_alone=[
        "The treaty links Poland and Lithuania.",
        "The agency seeks partners in Poland and Latvia.",
        "Riga exports timber or grain.",
    ],
)
def coordinated_objects(clause: Clause) -> Iterator[Clause]:
    """What is done to two objects is done to each, unless the verb joins them."""
    for noun in clause.find("conj"):
        first = noun.head
        if first.dep_ == "dobj" and completes(clause, first.head) and are_listed(clause, noun) and apart(first.head):
            yield keep_first(clause, noun)
            yield keep_other(clause, noun)
            return


def completes(clause: Clause, verb: Token) -> bool:
    """Is it the clause's main verb or one that completes it?"""
    while verb != clause.root:
        if verb.dep_ not in {"ccomp", "xcomp", "pcomp"} or verb.i < clause.root.i:
            return False
        verb = next((t for t in verb.ancestors if t.pos_ in VERBAL), clause.root)
    return True


@rule(
    examples={
        "The policy stems both from its history and from its geography.": [
            "The policy stems from its history.",
            "The policy stems from its geography.",
        ]
    },
    leaves_alone=["The talks ran from Monday to Friday.", "Its exports go to Russia and Ukraine."],
)
def repeated_preposition(clause: Clause) -> Iterator[Clause]:
    """Two phrases that repeat their preposition after "and" are two things said."""
    for other in clause.find("conj"):
        first = next((t for t in clause.find("prep") if t.lower_ == other.lower_ and t.i < other.i), None)
        if other.pos_ == "ADP" and first is not None and first.head == clause.root and child(other, "pobj", "pcomp"):
            gone = set(other.subtree)
            joiners = {t for t in clause.tokens if t.i < other.i and t.i > first.i and t.dep_ == "cc" and t.i >= other.i - 2}
            both = {t for t in children(clause.root, "preconj") } | {t for t in clause.tokens if t.dep_ == "preconj" and t.i < first.i}
            yield clause.without(gone | joiners | both)
            yield clause.without((set(first.subtree) - gone) | joiners | both)
            return
