"""Constructions that list things one after another."""

from __future__ import annotations

from collections.abc import Iterator

from lt_by_claims.clause import Clause
from lt_by_claims.grammar import SUBJECT, after_mark, child, governor, is_plural, subject_head, subtrees
from lt_by_claims.parse import Token
from lt_by_claims.rule import rule
from lt_by_claims.split.coordination import agreeing, keep_first, keep_other, role
from lt_by_claims.split.parser import verbs
from lt_by_claims.split.sentences import on_spine
from lt_by_claims.split.verbs import reaches
from lt_by_claims.words import word_list

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
        "Law and order broke down.",
        "The Norwegian Water Resources and Energy Directorate approved the line.",
        "Chile and the Republic of Fiji, but not Peru, backed the plan.",
    ],
    needs=[{"conj"}],
)
def coordinated_subjects(clause: Clause) -> Iterator[Clause]:
    """What is said of two subjects is said of each, unless they act as one."""
    for noun in clause.find("conj"):
        first = noun.head
        if role(first) not in SUBJECT:
            continue
        top = first_of(noun)
        verb = clause.root if top == subject_head(clause) or top.dep_ == "conj" else top.head
        if on_spine(clause, verb) and are_listed(clause, noun) and apart(verb):
            yield agreeing(keep_first(clause, noun), verb, plural=is_many(first))
            yield agreeing(keep_other(clause, noun), verb, plural=is_plural(noun))
            return


def first_of(noun: Token) -> Token:
    """The first of the list that a noun stands in."""
    return min((noun, *noun.conjuncts), key=lambda t: t.i)


def is_many(noun: Token) -> bool:
    """Is the noun itself plural?"""
    return noun.tag_ in {"NNS", "NNPS"}


def are_listed(clause: Clause, noun: Token) -> bool:
    """Are two nouns joined by "and", with no number among them, in a clause whose words do not bind them together?"""
    joiner = child(noun.head, "cc")
    joined = joiner is None or joiner.lower_ in {"and", "but", "as"} or joiner.lower_ == "&"
    counted = any(t.like_num for t in (*noun.subtree, *noun.head.lefts))
    denied = any(t.dep_ == "neg" for t in first_of(noun).subtree)
    nominal = {t.pos_ for t in (noun, *noun.conjuncts)} <= {"NOUN", "PROPN"}
    pair = f"{noun.head.lower_} and {noun.lower_}" in word_list("fixed_pairs")
    bound = (
        pair
        or is_one_name(noun)
        or any(t.lower_ in TOGETHER for t in clause.tokens)
        or any(has_comment(clause, t) for t in (noun, noun.head))
    )
    return joined and nominal and not counted and not denied and not bound


def is_one_name(noun: Token) -> bool:
    """Do two words joined by "and" stand in one name ("the Water and Energy Directorate (WED)")?"""
    first, joiner = noun.head, child(noun.head, "cc")
    if joiner is None or not first.i < joiner.i < noun.i or {first.pos_, noun.pos_} != {"PROPN"}:
        return False
    inside = all(t.ent_iob_ == "I" for t in noun.doc[joiner.i : noun.i + 1])
    return inside and noun.ent_type_ == "ORG"


def has_comment(clause: Clause, noun: Token) -> bool:
    """Is the noun still commented on by what may go for the whole list?"""
    return any(t.dep_ in {"appos", "relcl"} and after_mark(t) and t in clause.tokens for t in noun.children)


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
    needs=[{"conj"}],
)
def coordinated_objects(clause: Clause) -> Iterator[Clause]:
    """What is done to two objects is done to each, unless the verb joins them."""
    for noun in clause.find("conj"):
        verb = governor(noun.head) if is_object(noun.head) else None
        listed = verb is not None and reaches(clause, verb) and are_listed(clause, noun)
        if listed and verb is not None and apart(verb) and not hides_a_verb(verb, noun):
            yield keep_first(clause, noun)
            yield keep_other(clause, noun)
            return


def hides_a_verb(verb: Token, noun: Token) -> bool:
    """Can the second object begin with a verb that the parser has missed ("will ration water and close pools")?"""
    first = noun.left_edge
    if first == noun or first.tag_ == "DT":
        return False
    form = verb.tag_ == "VB" and first.tag_ in {"JJ", "NN", "VB"} and first.lower_ in verbs()
    return form or (verb.tag_ == first.tag_ == "VBG")


def is_object(noun: Token) -> bool:
    """Is it the object of a verb, or the agent of a passive?"""
    return role(noun) == "dobj" or (noun.dep_ == "pobj" and noun.head.dep_ == "agent")


@rule(
    examples={
        "She is the leader of the party and a member of parliament.": [
            "She is the leader of the party.",
            "She is a member of parliament.",
        ],
        "Vaccination is free and safe.": ["Vaccination is free.", "Vaccination is safe."],
        "The decisive factor is not the price but the risk.": [
            "The decisive factor is not the price.",
            "The decisive factor is the risk.",
        ],
    },
    leaves_alone=["The main exports are oil and timber.", "It is a matter of time and money."],
    needs=[{"conj"}],
)
def coordinated_predicates(clause: Clause) -> Iterator[Clause]:
    """Two things that something is, or that it is not and that it is, are two things said."""
    for noun in clause.find("conj"):
        if are_adjectives(clause, noun):
            yield keep_first(clause, noun)
            yield keep_other(clause, noun)
            return
        first = noun.head if noun.head.pos_ in {"NOUN", "PROPN"} else child(noun.head, "attr")
        joiner = child(noun.head, "cc")
        if (
            first is None
            or first not in clause.tokens
            or first.dep_ != "attr"
            or first.head != clause.root
            or joiner is None
            or noun.pos_ != "NOUN"
        ):
            continue
        denied = child(clause.root, "neg")
        if joiner.lower_ == "but" and denied in clause.tokens and denied.i < first.i:
            yield clause.cut(noun)
            marks = {t for t in clause.tokens if first.i < t.i < noun.i and t.text == ","}
            gone = {*first.subtree, *joiner.subtree, denied, *marks} - set(noun.subtree)
            yield clause.without(gone)
            return
        if joiner.lower_ == "and" and has_article(first) and has_article(noun):
            yield keep_first(clause, noun)
            yield keep_other(clause, noun)
            return


def are_adjectives(clause: Clause, other: Token) -> bool:
    """Are two adjectives said of the subject ("free and safe"), and not one twice ("more and more")?"""
    first, joiner = other.head, child(other.head, "cc")
    plain = first.pos_ == other.pos_ == "ADJ" and first.lemma_ != other.lemma_
    return (
        plain and first.dep_ == "acomp" and first.head == clause.root and joiner is not None and joiner.lower_ == "and"
    )


def has_article(noun: Token) -> bool:
    """Has the noun an article of its own?"""
    return any(t.lower_ in {"a", "an", "the"} for t in noun.lefts)


@rule(
    examples={
        "The policy stems both from its history and from its geography.": [
            "The policy stems from its history.",
            "The policy stems from its geography.",
        ],
        "The country stands out in the Union and even among its neighbours.": [
            "The country stands out in the Union.",
            "The country stands out among its neighbours.",
        ],
        "Exports fell by 12% in 2019 and by 7% in 2020.": [
            "Exports fell by 12% in 2019.",
            "Exports fell by 7% in 2020.",
        ],
    },
    leaves_alone=["The talks ran from Monday to Friday.", "Its exports go to Russia and Ukraine."],
    needs=[{"conj", "prep"}, {"and"}],
)
def joined_phrases(clause: Clause) -> Iterator[Clause]:
    """Two phrases with a preposition each, joined by "and", are two things said."""
    for other in clause.find("conj", "prep"):
        joiner = joiner_before(clause, other)
        first = None if joiner is None else phrase_before(clause, joiner)
        if first is not None and child(other, "pobj", "pcomp"):
            twin = twin_of(clause, first, other)
            later = {*other.subtree, *(subtrees(phrases_after(clause, other)) if twin != first else ())}
            small = {*joined_words(clause, joiner, other), *(t for t in clause.tokens if t.dep_ == "preconj")}
            yield clause.without(later | small)
            earlier = {t for t in clause.tokens if twin.i <= t.i <= first.right_edge.i} | set(first.subtree)
            yield clause.without((earlier - later) | small)
            return


def joiner_before(clause: Clause, other: Token) -> Token | None:
    """The "and" right before a second prepositional phrase, adverbs such as "even" between them left aside."""
    if other.pos_ != "ADP":
        return None
    place = other.i - 1
    while place > 0 and other.doc[place].tag_ == "RB":
        place -= 1
    word = other.doc[place]
    return word if word.lower_ == "and" and word in clause.tokens else None


def phrase_before(clause: Clause, joiner: Token) -> Token | None:
    """The prepositional phrase of the main verb that ends right before "and"."""
    phrases = [t for t in clause.find("prep") if t.head == clause.root and t.i < joiner.i]
    last = phrases[-1] if phrases else None
    reaches_it = last is not None and {t.i for t in last.subtree if t.i < joiner.i} >= set(range(last.i, joiner.i))
    return last if reaches_it and last is not None and last.i > clause.root.i else None


def twin_of(clause: Clause, last: Token, other: Token) -> Token:
    """The phrase that begins what the other replaces: with the same preposition ("by 12% in 2019"), else the last."""
    phrases = [
        t for t in clause.find("prep", "agent", "dative") if t.head == clause.root and clause.root.i < t.i <= last.i
    ]
    return next((t for t in phrases if t.lower_ == other.lower_), last)


def phrases_after(clause: Clause, other: Token) -> list[Token]:
    """The phrases of the main verb right after another phrase, which say more of that: "and by 7% in 2020"."""
    return [t for t in clause.find("prep") if t.head == clause.root and t.i > other.i]


def joined_words(clause: Clause, joiner: Token | None, other: Token) -> set[Token]:
    """The "and" with the adverbs after it."""
    return set() if joiner is None else {t for t in clause.tokens if joiner.i <= t.i < other.i}
