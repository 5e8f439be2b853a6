"""Verbs that the parser joins to the wrong word."""

from __future__ import annotations

from lt_by_claims.grammar import VERBAL, after_mark, child, children, has_subject, is_finite, is_infinitive
from lt_by_claims.parse import Token
from lt_by_claims.split.repair.mending import is_aided, repair


@repair(
    "amod",
    examples={
        "Norway also introduced, and then extended, national taxes targeting banks.": [
            "extended/conj>introduced",
            "taxes/dobj>extended",
        ]
    },
    leaves_alone=["Norway introduced new national taxes."],
)
def second_verb_before_its_object(verb: Token) -> None:
    """ "Latvia introduced, and later extended, sanctions": the participle is no adjective, but a second verb."""
    noun = verb.head
    if verb.dep_ != "amod" or verb.tag_ not in {"VBD", "VBN"} or noun.dep_ != "conj" or noun.head.tag_ != "VBD":
        return
    joiners = [t for t in children(noun.head, "cc") if t.i < verb.i]
    if joiners and joiners[-1].i >= verb.left_edge.i - 2 and child(noun.head, "dobj") is None:
        verb.head, verb.dep_, verb.tag_ = noun.head, "conj", "VBD"
        noun.head, noun.dep_ = verb, "dobj"


@repair(
    "advcl",
    examples={
        "After the talks, Latvia recalled its envoy and, together with Estonia, demanded that Rome act.": [
            "recalled/ROOT>recalled",
            "demanded/conj>recalled",
        ]
    },
    leaves_alone=["Having recalled its envoy, Latvia demanded a ban."],
)
def first_of_two_verbs(verb: Token) -> None:
    """ "Latvia recalled its envoy and, with Estonia, demanded …": what comes before "and" is no subordinate clause."""
    second = verb.head
    joiner = child(verb, "cc")
    if verb.dep_ != "advcl" or second.i < verb.i or joiner is None or child(verb, "mark") or not is_finite(verb):
        return
    if has_subject(verb) and not has_subject(second) and second.pos_ in VERBAL and joiner.i > verb.i:
        above, relation = second.head, second.dep_
        verb.head = verb if above == second else above
        verb.dep_ = relation
        second.head, second.dep_ = verb, "conj"


@repair(
    "xcomp",
    "advcl",
    examples={"The minister wants to ban the sale, to increase fines and to tighten controls.": ["increase/conj>ban"]},
    leaves_alone=["The minister wants to ban the sale."],
)
def list_of_infinitives(verb: Token) -> None:
    """ "… to ban sales, to raise fines and to tighten controls": the second of three is joined to the first."""
    first = verb.head
    if verb.dep_ in {"xcomp", "advcl"} and is_infinitive(verb) and is_infinitive(first) and after_mark(verb):
        third = child(verb, "conj")
        if third is not None and is_infinitive(third) and child(verb, "cc") is not None:
            verb.dep_ = "conj"


@repair(
    "conj",
    examples={"Moldova neither produces gas nor stores it.": ["nor/cc>produces", "stores/conj>produces"]},
    leaves_alone=["Moldova produces gas and oil."],
)
def verb_joined_to_a_noun(verb: Token) -> None:
    """ "… produces gas nor stores it": a finite verb after "and" is joined to a verb, not to the noun before it."""
    noun = verb.head
    main = next((t for t in noun.ancestors if t.pos_ in VERBAL), None)
    if verb.dep_ != "conj" or verb.pos_ != "VERB" or noun.pos_ not in {"NOUN", "PROPN"} or main is None:
        return
    if verb.tag_ in {"VBZ", "VBD", "VBP"} and verb.tag_ == main.tag_ and not has_subject(verb):
        for joiner in children(noun, "cc"):
            joiner.head = main
        verb.head = main


@repair(
    "conj",
    examples={"Norway drafted, and later repealed, export quotas.": ["repealed/conj>drafted"]},
    leaves_alone=["The law was drafted and repealed."],
)
def second_finite_form(verb: Token) -> None:
    """ "She attended school and then transferred": a verb joined to a finite one without an auxiliary is finite too."""
    first = verb.head
    if verb.dep_ == "conj" and verb.pos_ in VERBAL and not is_aided(verb) and not is_aided(first):
        alike = {("VBN", "VBD"): "VBD", ("VB", "VBP"): "VBP"}
        verb.tag_ = alike.get((verb.tag_, first.tag_), verb.tag_)


@repair(
    "conj",
    examples={
        "They accuse the government of dragging its feet and want the Commission to act.": [
            "and/cc>accuse",
            "want/conj>accuse",
        ]
    },
    leaves_alone=["They accuse it of dragging its feet and wasting time."],
)
def finite_verb_joined_to_another_form(verb: Token) -> None:
    """ "They accuse it of dragging its feet and want action": a finite verb is joined to a finite one."""
    first = verb.head
    if verb.dep_ != "conj" or verb.tag_ not in {"VB", "VBZ", "VBP", "VBD"} or has_subject(verb) or is_aided(verb):
        return
    tag = "VBP" if verb.tag_ == "VB" else verb.tag_
    above = next((t for t in first.ancestors if t.tag_ == tag and t.pos_ in VERBAL), None)
    if first.tag_ == "VBG" and not is_aided(first) and above is not None:
        for joiner in [t for t in children(first, "cc") if t.i < verb.i]:
            joiner.head = above
        verb.head, verb.tag_ = above, tag


@repair(
    "conj",
    examples={
        "Turkey bought 12 jets, four of which were delivered in 2023, and plans to order more.": [
            "and/cc>bought",
            "plans/conj>bought",
        ]
    },
    leaves_alone=["Sudan, which exports crude oil and imports diesel, has no refinery."],
)
def verb_after_a_closed_relative(verb: Token) -> None:
    """ "… jets, four of which are here, and plans to order more": after the second comma the main clause goes on."""
    relative = verb.head
    joiner = next((t for t in reversed(children(relative, "cc")) if t.i < verb.i), None)
    if (
        verb.dep_ != "conj"
        or relative.dep_ != "relcl"
        or joiner is None
        or not after_mark(relative)
        or has_subject(verb)
    ):
        return
    main = next((t for t in relative.head.ancestors if t.pos_ in VERBAL), None)
    closed = joiner.nbor(-1).text == "," and joiner.i > relative.i
    if closed and is_finite(verb) and main is not None and main.i < relative.i:
        joiner.head = main
        verb.head = main


@repair(
    "conj",
    examples={
        "The fund, said to be worth €3 billion, has yet to pay.": [
            "fund/nsubj>has",
            "said/acl>fund",
            "has/ROOT>has",
            "./punct>has",
        ]
    },
    leaves_alone=["The fund grew, paid its debts and closed."],
)
def participle_taken_for_the_main_verb(verb: Token) -> None:
    """ "The fund, said to be rich, has yet to pay": between two commas stands a participle, the main verb after it."""
    first = verb.head
    subject = child(first, "nsubj", "nsubjpass")
    if subject is None or first.tag_ not in {"VBD", "VBN"} or is_aided(first) or child(first, "cc", "dobj") is not None:
        return
    if not subject.right_edge.i < first.i < verb.i:
        return
    opened = first.left_edge == subject.left_edge and first.nbor(-1).text == ","
    closed = verb.nbor(-1).text == "," and is_finite(verb) and not has_subject(verb) and first.dep_ == "ROOT"
    if opened and closed and child(verb, "conj") is None:
        for shared in (subject, *(t for t in first.children if t.i > verb.i)):
            shared.head = verb
        verb.head, verb.dep_ = verb, "ROOT"
        first.head, first.dep_, first.tag_ = subject, "acl", "VBN"
