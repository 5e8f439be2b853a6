"""Nouns and figures that the parser hangs on the wrong word."""

from __future__ import annotations

from lt_by_claims.grammar import VERBAL, after_mark, child, children, has_subject
from lt_by_claims.parse import Token
from lt_by_claims.split.repair.mending import is_aided, repair


@repair(
    "conj",
    examples={"Wind and solar power supplied 34% and 11% of the Union's electricity.": ["and/cc>%", "%/conj>%"]},
    leaves_alone=["Wind supplied 34% of the power."],
)
def figure_after_and(noun: Token) -> None:
    """ "… supplied 34% and 11% of the power": a figure after "and" is joined to the figure before it."""
    verb = noun.head
    if (
        noun.dep_ != "conj"
        or verb.pos_ not in VERBAL
        or noun.pos_ not in {"NOUN", "NUM", "SYM"}
        or noun.left_edge.i < 2
    ):
        return
    joiner, before = noun.left_edge.nbor(-1), noun.left_edge.nbor(-2)
    if joiner.dep_ == "cc" and before.head == verb and before.lower_ == noun.lower_:
        noun.head = before
        joiner.head = before


@repair(
    "conj",
    examples={"The firm cut taxes and demand fell in May.": ["demand/nsubj>fell"]},
    leaves_alone=["The firm cut prices and hired engineers."],
)
def subject_after_and(verb: Token) -> None:
    """ "Tolls rose by 8% and fares rose by 5%": the noun between "and" and the verb is the verb's subject."""
    if verb.dep_ != "conj" or verb.tag_ not in {"VBD", "VBZ", "VBP"} or has_subject(verb):
        return
    joiner = next((t for t in reversed(children(verb.head, "cc")) if t.i < verb.i), None)
    between = [t for t in verb.head.rights if joiner is not None and joiner.i < t.i < verb.i]
    nouns = [t for t in between if t.pos_ in {"NOUN", "PROPN"} and t.right_edge.i == verb.left_edge.i - 1]
    if len(nouns) == 1 and nouns[0].tag_ in ({"NN", "NNP"} if verb.tag_ == "VBZ" else {"NN", "NNP", "NNS", "NNPS"}):
        nouns[0].head, nouns[0].dep_ = verb, "nsubj"


@repair(
    "conj",
    examples={
        "Unless action is taken, 100,000 fishers will lose their livelihoods and food prices will rise in Accra.": [
            "and/cc>lose",
            "prices/nsubj>rise",
        ]
    },
    leaves_alone=["Fishers will lose their boats and nets."],
)
def subject_joined_to_an_object(verb: Token) -> None:
    """ "They will lose jobs and prices will rise": the noun right before the second verb is its subject."""
    if verb.dep_ != "conj" or not is_aided(verb) or has_subject(verb) or verb.left_edge.i == 0:
        return
    ends_before = [t for t in verb.doc[: verb.left_edge.i] if t.right_edge.i == verb.left_edge.i - 1]
    noun = next((t for t in ends_before if is_joined_object(t)), None)
    if noun is not None and noun.head.head == verb.head:
        for joiner in [t for t in children(noun.head, "cc") if t.i < noun.i]:
            joiner.head = verb.head
        noun.head, noun.dep_ = verb, "nsubj"


def is_joined_object(noun: Token) -> bool:
    """Is the noun joined to the object of a verb?"""
    return noun.dep_ == "conj" and noun.head.dep_ == "dobj" and noun.pos_ in {"NOUN", "PROPN"}


@repair(
    "quantmod",
    examples={
        "Ghana raised the fine from $1 million to $5 million.": [
            "$/quantmod>million",
            "1/quantmod>million",
            "million/pobj>from",
            "to/prep>raised",
            "million/pobj>to",
        ]
    },
    leaves_alone=["Ghana raised the fine to $5 million."],
)
def both_ends_of_a_change(end: Token) -> None:
    """ "… raised the fine from $1 million to $5 million": the two figures are two ends, not one range."""
    last, before = end.head, end.nbor(-1) if end.i > 0 else end
    begin = last.head
    if end.lower_ != "to" or end.dep_ != "quantmod" or begin.lower_ != "from" or begin.head.pos_ not in VERBAL:
        return
    if before.head != last or not (before.like_num or before.text == "%"):
        return
    for part in [t for t in last.lefts if begin.i < t.i < before.i]:
        part.head = before
    before.head, before.dep_ = begin, "pobj"
    end.head, end.dep_ = begin.head, "prep"
    last.head, last.dep_ = end, "pobj"


@repair(
    "appos",
    examples={"The school has a library, a pool and a garden.": ["pool/conj>library"]},
    leaves_alone=["The school hired Ana Ruiz, a lawyer and activist.", "The school has two aims, growth and order."],
)
def list_taken_for_an_apposition(noun: Token) -> None:
    """ "… has a library, a pool and a garden": the second of three things is no explanation of the first."""
    first = noun.head
    joiner, third = child(noun, "cc"), child(noun, "conj")
    if joiner is None or third is None or joiner.lower_ not in {"and", "or"} or not after_mark(noun):
        return
    if child(noun, "advmod") is not None or noun.left_edge.tag_ == "RB":
        return  # "crops, especially rice and maize"
    names = {first.pos_, noun.pos_, third.pos_} == {"PROPN"}
    things = {first.pos_, noun.pos_, third.pos_} == {"NOUN"} and article(first) == article(noun) != "the"
    alike = first.tag_ == noun.tag_ or ({first.tag_, noun.tag_} <= {"NN", "NNS"} and article(first) == "")
    closed = third.right_edge.i + 1 < len(third.doc) and third.right_edge.nbor(1).text == ","
    if (names or (things and article(first) in {"a", ""})) and alike and not closed and is_first_of_its_kind(first):
        noun.dep_ = "conj"


def article(noun: Token) -> str:
    """The article of a noun, "an" as "a"; another determiner as it is; "" where there is none."""
    word = next((t.lower_ for t in noun.lefts if t.dep_ in {"det", "poss", "nummod"}), "")
    return "a" if word == "an" else word


def is_first_of_its_kind(noun: Token) -> bool:
    """Is the noun no member of another list, and not plural with what it holds after it?"""
    return noun.dep_ in {"dobj", "pobj", "attr", "nsubj", "nsubjpass", "conj"}
