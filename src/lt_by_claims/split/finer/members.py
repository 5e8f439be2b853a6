"""Each member of a list alone, wherever the list stands."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from lt_by_claims.clause import Clause, Word
from lt_by_claims.grammar import VERBAL, child, governor, is_plural, subject_head
from lt_by_claims.parse import Token
from lt_by_claims.rule import rule
from lt_by_claims.split.coordination import is_inside_brackets, keep_first, keep_other, role
from lt_by_claims.split.finer.weakening import is_bounded, verbs_of
from lt_by_claims.split.lists import TOGETHER
from lt_by_claims.words import word_list

PAIR = 2

INCLUDING = frozenset({"include", "comprise"})
"""Verbs before a list of what is only a part, or all, of something."""

SPREADING = frozenset(
    {
        "in",
        "on",
        "at",
        "for",
        "from",
        "to",
        "as",
        "like",
        "via",
        "including",
        "about",
        "against",
        "by",
        "through",
        "into",
        "during",
    }
)
"""Prepositions whose phrase holds of each member of a list in it."""


@rule(
    examples={
        "The choir sang in Oslo and Bergen.": ["The choir sang in Oslo.", "The choir sang in Bergen."],
        "Her novels include Fog and Salt.": ["Her novels include Fog.", "Her novels include Salt."],
        "Their early novels include Fog, Salt: A Sea Story, The Mill and Stone.": [
            "Their early novels include Fog.",
            "Their early novels include Salt: A Sea Story.",
            "Their early novels include The Mill.",
            "Their early novels include Stone.",
        ],
        "She is an actor, singer and director.": [
            "She is an actor.",
            "She is a singer.",
            "She is a director.",
        ],
    },
    leaves_alone=[
        "Ana Silva and Leo Costa are a doctor and a nurse.",
        "The river flows between Oslo and Bergen.",
        "The choir did not sing in Oslo and Bergen.",
        "The treaty links Oslo and Bergen.",
        "The choir sang in Oslo or Bergen.",
    ],
)
def each_member(clause: Clause) -> Iterator[Clause]:
    """A list after a preposition or a verb that holds of each member is taken apart."""
    if names := row_of_names(clause):
        yield from (picked(clause, names, place) for place in range(len(names)))
        return
    for noun in clause.find("conj"):
        first = noun.head
        verb = governor(first)
        if verb not in verbs_of(clause) or verb is None or is_bounded(clause, verb) or not spreads(clause, noun):
            continue
        if members := enumeration(clause, first):
            yield from (picked(clause, members, place) for place in range(len(members)))
        elif len(first.conjuncts) == 1 and is_even(first, noun):
            yield keep_first(clause, noun)
            yield keep_other(clause, noun)
        return


def row_of_names(clause: Clause) -> list[list[Token]]:
    """The names at the end of a clause after "include", however they were parsed, each as its words."""
    verb = clause.root
    if verb.lemma_ not in INCLUDING or is_bounded(clause, verb):
        return []
    rest = [t for t in clause.tokens if t.i > verb.i and t.text != "."]
    commas = [t.i for t in rest if t.text == "," and not is_inside_brackets(t)]
    joiner = next((t.i for t in rest if commas and t.i > commas[-1] and t.lower_ in {"and", "&"}), None)
    ends = [verb.i, *(i for i in commas if i + 1 != joiner), joiner, rest[-1].i + 1] if joiner else []
    names = [[t for t in rest if begin < t.i < end] for begin, end in pairwise(ends)]
    return names if len(names) > PAIR and all(map(is_name, names)) else []


def is_name(words: list[Token]) -> bool:
    """Begin and end the words like a name or title: with a capital, or a number last?"""
    return bool(words) and words[0].text[0].isupper() and not words[-1].text[0].islower()


def enumeration(clause: Clause, first: Token) -> list[list[Token]]:
    """The members of a list of three or more, each as its words; nothing where it is not plain."""
    start, end = first.left_edge.i, first.right_edge.i
    members: list[list[Token]] = [[]]
    joiners: list[set[str]] = []
    depth = 0
    for token in (t for t in clause.tokens if start <= t.i <= end and t.text != "."):
        depth += (token.text in {"(", "“"}) - (token.text in {")", "”"})
        if depth or token.lower_ not in {",", "and", "&"}:
            members[-1].append(token)
        elif members[-1]:
            members.append([])
            joiners.append({token.lower_})
        elif joiners:
            joiners[-1].add(token.lower_)
    closed = len(members) > PAIR and joiners[-1] != {","} and all(joiner == {","} for joiner in joiners[:-1])
    return members if closed and all(is_member(words) for words in members) else []


def is_member(words: list[Token]) -> bool:
    """Are the words a noun phrase, with no clause in it?"""
    nominal = any(t.pos_ in {"NOUN", "PROPN"} for t in words)
    return nominal and not any(t.pos_ in VERBAL or t.tag_ in {"WDT", "WP", "IN"} for t in words[:1] + words[-1:])


def picked(clause: Clause, members: list[list[Token]], place: int) -> Clause:
    """The clause with one member of a list, and an article before a bare one where the first has it."""
    listed = {t for words in members for t in words}
    start = min(t.i for t in listed)
    last = max(t.i for t in listed)
    kept = clause.without(t for t in clause.tokens if start <= t.i <= last and t not in members[place])
    head, own = members[0][0], members[place][0]
    if place == 0 or head.lower_ not in {"a", "an"} or own.pos_ in {"DET", "PROPN"} or members[place][-1].tag_ != "NN":
        return kept
    return kept.swap(own, Word("an" if own.lower_[0] in "aeiou" else "a"), own)


def spreads(clause: Clause, noun: Token) -> bool:
    """Is what is said of a list said of each of two members of it?"""
    first = noun.head
    nominal = {noun.pos_, first.pos_} <= {"NOUN", "PROPN"}
    if not nominal or not plainly_joined(noun):
        return False
    if any(t.lower_ in TOGETHER for t in clause.tokens) or (counted(first) and not counted(noun)):
        return False
    head = first
    while head.dep_ == "conj":
        head = head.head
    if role(noun) == "pobj":
        return head.head.lower_ in SPREADING
    if role(noun) == "attr":
        return not is_many(clause) and all(t.tag_ in {"NN", "NNP"} for t in (head, *head.conjuncts))
    return role(noun) == "dobj" and head.head.lemma_ not in word_list("collective_verbs") - {"include", "comprise"}


def is_many(clause: Clause) -> bool:
    """Is the subject plural, or several?"""
    subject = subject_head(clause)
    return subject is None or is_plural(subject) or bool(subject.conjuncts)


def is_even(first: Token, noun: Token) -> bool:
    """Does the second of two members begin right after the first and what joins them, with nothing else between?"""
    later = set(noun.subtree)
    own = [t.i for t in first.subtree if t not in later and t.i < noun.left_edge.i]
    gap = set(range(first.i, noun.left_edge.i)) - set(own)
    return (
        not gap
        and noun.left_edge.i > first.i
        and not any(t.dep_ == "appos" for t in first.children if t.text[0].isupper())
    )


def plainly_joined(noun: Token) -> bool:
    """Is it joined by a comma or by "and"?"""
    joiner = next((t for member in (noun, *noun.conjuncts) if (t := child(member, "cc")) is not None), None)
    return joiner is None or joiner.lower_ in {"and", "&"}


def counted(noun: Token) -> bool:
    """Has the noun a number?"""
    return child(noun, "nummod") is not None
