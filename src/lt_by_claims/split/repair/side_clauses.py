"""Clauses and explanations that the parser hangs on the wrong word."""

from __future__ import annotations

from functools import cache

from lt_by_claims.grammar import FINITE, VERBAL, after_mark, child, children, has_subject
from lt_by_claims.inflection import irregular_participles, irregular_pasts
from lt_by_claims.parse import Token
from lt_by_claims.split.repair.mending import is_aided, repair
from lt_by_claims.words import word_list


@repair(
    "ccomp",
    "conj",
    "advcl",
    "dep",
    "parataxis",
    examples={
        "The state plans a package of €48 million for the region, of which €31 million is to come from EU funds.": [
            "is/relcl>region"
        ]
    },
    leaves_alone=["The state knows of the plan."],
)
def relative_after_a_preposition(verb: Token) -> None:
    """ "…, of which half is lost": a clause that opens with a preposition and "which" hangs on the noun before it."""
    if (
        verb.pos_ not in VERBAL
        or verb.dep_ not in {"ccomp", "conj", "advcl", "dep", "parataxis"}
        or not after_mark(verb)
    ):
        return
    first = verb.left_edge
    if first.pos_ == "ADP" and first.i + 1 < len(verb.doc) and first.nbor(1).tag_ in {"WDT", "WP"} and first.i > 1:
        noun = first.nbor(-2)
        if noun.pos_ in {"NOUN", "PROPN"} or noun.ent_type_:
            verb.head, verb.dep_ = noun, "relcl"


@repair(
    "dobj",
    "pobj",
    examples={"Donors financed Norway and the Arctic Council, a group of lawyers, in May.": ["group/appos>Council"]},
    leaves_alone=["Donors financed Norway in May."],
)
def apposition_with_an_article(noun: Token) -> None:
    """ "…support the Council, a body of the opposition, in …": a second object after a comma explains the first."""
    if noun.dep_ not in {"dobj", "pobj"} or not after_mark(noun) or noun.left_edge.lower_ not in {"a", "an"}:
        return
    last = noun.left_edge.nbor(-2) if noun.left_edge.i > 1 else noun
    if last.pos_ == "PROPN" and any(t.dep_ == noun.dep_ and t.i < noun.left_edge.i for t in noun.head.children):
        noun.head, noun.dep_ = last, "appos"


@repair(
    "conj",
    examples={
        "This is shown by the exercises of both armies, carried out near the border and after the vote.": [
            "carried/acl>exercises"
        ]
    },
    leaves_alone=[
        "The army left the city, and returned in May.",
        "Sales rose in 14 of the 20 towns, stayed low in four and fell in two.",
        "The firm was founded in Lima, Peru, grew in Boston before moving to Rome.",
    ],
)
def participle_after_a_comma(verb: Token) -> None:
    """ "… by the exercises, carried out abroad": a second past tense without "and" and object is a participle."""
    first = verb.head
    if (
        verb.dep_ != "conj"
        or verb.tag_ not in {"VBD", "VBN"}
        or not after_mark(verb)
        or has_subject(verb)
        or is_aided(verb)
        or is_past_only(verb)
    ):
        return
    joined = any(first.i < t.i < verb.i for t in children(first, "cc"))
    noun = verb.left_edge.nbor(-2) if verb.left_edge.i > 1 else verb
    listed = child(verb, "cc") is not None and any(t.tag_ == verb.tag_ for t in children(verb, "conj"))
    plain = child(verb, "dobj", "ccomp", "xcomp", "attr", "acomp") is None
    if not joined and not listed and plain and noun.pos_ in {"NOUN", "PROPN"}:
        owners = [t for t in (noun, *noun.ancestors) if t.pos_ in {"NOUN", "PROPN"} and t.i < verb.i]
        verb.head, verb.dep_, verb.tag_ = owners[-1], "acl", "VBN"


@repair(
    "aux",
    "auxpass",
    examples={
        "For Poland, which trades with Latvia and whose terminals at the border are overloaded, it is a risk.": [
            "terminals/nsubj>overloaded"
        ]
    },
    leaves_alone=["The terminals are overloaded."],
)
def subject_of_an_auxiliary(auxiliary: Token) -> None:
    """ "whose ports are closed": the subject hangs on the verb, not on its auxiliary."""
    if auxiliary.dep_ not in {"aux", "auxpass"}:
        return
    for subject in children(auxiliary, "nsubj", "nsubjpass"):
        subject.head = auxiliary.head


@repair(
    "ROOT",
    "conj",
    "relcl",
    "advcl",
    examples={
        "The measures against the bank, the largest lender, take effect on 8 December.": ["take/ROOT>take"],
        "In 2021 the United States, Kenya's largest donor, suspended deliveries of drugs.": [
            "suspended/ROOT>suspended"
        ],
    },
    leaves_alone=["The measures will take effect in May."],
)
def finite_form(verb: Token) -> None:
    """ "The measures take effect", "The bank suspended trade": a verb with a subject and no auxiliary is finite."""
    finite = {"VB": "VBP", "VBN": "VBD"}.get(verb.tag_)
    if finite and verb.pos_ in VERBAL and child(verb, "nsubj") is not None and not is_aided(verb):
        verb.tag_ = finite if verb.dep_ in {"ROOT", "conj", "relcl", "advcl"} else verb.tag_


@repair(
    "advcl",
    "ccomp",
    "dep",
    examples={"The port was closed, which led to losses.": ["led/relcl>closed"]},
    leaves_alone=["The port was closed when prices fell."],
)
def relative_as_adverbial(verb: Token) -> None:
    """ "The port was closed, which led to losses": a clause with "which" for its subject is a relative one."""
    subject = child(verb, "nsubj", "nsubjpass")
    if verb.dep_ in {"advcl", "ccomp", "dep"} and subject is not None and subject.tag_ == "WDT" and after_mark(verb):
        verb.dep_ = "relcl"


@repair(
    "conj",
    examples={"The bank argues that rates will fall, and that wages are stable.": ["and/cc>fall", "are/conj>fall"]},
    leaves_alone=["The bank argues that rates will fall."],
)
def second_that_clause(verb: Token) -> None:
    """ "The bank argues that rates fall, and that wages rise": the second "that" goes with the first."""
    said = next((t for t in children(verb.head, "ccomp") if t.i < verb.i), None)
    mark = child(verb, "mark")
    if verb.dep_ == "conj" and mark is not None and mark.lower_ == "that" and said is not None:
        for joiner in [t for t in children(verb.head, "cc") if said.i < t.i < verb.i]:
            joiner.head = said
        verb.head = said


@repair(
    "acl",
    examples={"The fleet, made up of 340 trawlers, is old.": ["made/acl>fleet"]},
    leaves_alone=["The fleet, built in Spain, is old."],
)
def participle_taken_for_a_past(verb: Token) -> None:
    """ "The fleet, made up of trawlers, is old": a verb after a comma that hangs on a noun is a participle."""
    if verb.tag_ == "VBD" and not has_subject(verb) and after_mark(verb) and not is_past_only(verb):
        verb.tag_ = "VBN"


def is_past_only(verb: Token) -> bool:
    """Is it a form that is a past and no participle: grew, went, began?"""
    return verb.lower_ in past_only() and not is_aided(verb)


@cache
def past_only() -> frozenset[str]:
    """The pasts of irregular verbs that are no participles."""
    return frozenset(irregular_pasts().values()) - frozenset(irregular_participles().values())


@repair(
    "compound",
    examples={
        "The ferry runs from Lima to the port, a short walk from Mill Lane.": ["The/det>ferry", "ferry/nsubj>runs"]
    },
    leaves_alone=["The ferry company runs a port."],
)
def subject_taken_for_a_compound(noun: Token) -> None:
    """ "The ferry runs to Kiel": the noun right before a finite verb without a subject is the subject."""
    verb = noun.head
    if verb.pos_ not in VERBAL or verb.tag_ not in FINITE or has_subject(verb) or noun.i != verb.i - 1:
        return
    if noun.pos_ not in {"NOUN", "PROPN"} or verb.dep_ not in {"ROOT", "conj", "ccomp"}:
        return
    noun.dep_ = "nsubj"
    for word in children(verb, "det", "amod", "compound", "poss", "nummod"):
        word.head = noun


@repair(
    "conj",
    examples={"The union says that prices rose and demands higher wages.": ["and/cc>says", "demands/conj>says"]},
    leaves_alone=["The union says that wages fell and prices rose.", "The union says that it fights and demands."],
)
def demand_joined_to_what_is_said(verb: Token) -> None:
    """ "It says that prices rose and demands higher wages": who says something demands, not what is spoken of."""
    said = verb.head
    main = said.head
    if said.dep_ != "ccomp" or verb.lemma_ not in word_list("demanding") or has_subject(verb) or is_aided(verb):
        return
    subject = child(main, "nsubj")
    alike = verb.tag_ == main.tag_ and main.lemma_ in word_list("saying")
    if alike and child(verb, "dobj", "ccomp", "prep") is not None and subject is not None and main.i < said.i:
        for joiner in [t for t in children(said, "cc") if t.i < verb.i]:
            joiner.head = main
        verb.head = main
