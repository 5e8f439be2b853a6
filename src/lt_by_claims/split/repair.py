"""Habits of the parser that general rules can mend before anything is split."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from lt_by_claims.grammar import VERBAL, after_mark, child, children, has_subject, is_finite, is_infinitive


def repaired(doc: Doc) -> Doc:
    """The parse with its known mistakes mended, in place."""
    for token in doc:
        for repair in REPAIRS:
            repair(token)
    return doc


def second_verb_before_its_object(verb: Token) -> None:
    """ "Latvia introduced, and later extended, sanctions": the participle is no adjective, but a second verb."""
    noun = verb.head
    if verb.dep_ != "amod" or verb.tag_ not in {"VBD", "VBN"} or noun.dep_ != "conj" or noun.head.tag_ != "VBD":
        return
    joiners = [t for t in children(noun.head, "cc") if t.i < verb.i]
    if joiners and joiners[-1].i >= verb.left_edge.i - 2 and child(noun.head, "dobj") is None:
        verb.head, verb.dep_, verb.tag_ = noun.head, "conj", "VBD"
        noun.head, noun.dep_ = verb, "dobj"


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


def relative_after_a_preposition(verb: Token) -> None:
    """ "…, of which half is lost": a clause that opens with a preposition and "which" hangs on the noun before it."""
    if (
        verb.pos_ not in VERBAL
        or verb.dep_ not in {"ccomp", "conj", "advcl", "dep", "parataxis"}
        or not after_mark(verb)
    ):
        return
    first = verb.left_edge
    if first.pos_ == "ADP" and first.i + 1 < len(verb.doc) and first.nbor(1).tag_ == "WDT" and first.i > 1:
        noun = first.nbor(-2)
        if noun.pos_ in {"NOUN", "PROPN"} or noun.ent_type_:
            verb.head, verb.dep_ = noun, "relcl"


def apposition_with_an_article(noun: Token) -> None:
    """ "…support the Council, a body of the opposition, in …": a second object after a comma explains the first."""
    if noun.dep_ not in {"dobj", "pobj"} or not after_mark(noun) or noun.left_edge.lower_ not in {"a", "an"}:
        return
    last = noun.left_edge.nbor(-2) if noun.left_edge.i > 1 else noun
    if last.pos_ == "PROPN" and any(t.dep_ == noun.dep_ and t.i < noun.left_edge.i for t in noun.head.children):
        noun.head, noun.dep_ = last, "appos"


def participle_after_a_comma(verb: Token) -> None:
    """ "… by the exercises, carried out abroad": a second past tense without "and" and object is a participle."""
    first = verb.head
    if (
        verb.dep_ != "conj"
        or verb.tag_ not in {"VBD", "VBN"}
        or not after_mark(verb)
        or has_subject(verb)
        or is_aided(verb)
    ):
        return
    joined = any(first.i < t.i < verb.i for t in children(first, "cc"))
    noun = verb.left_edge.nbor(-2) if verb.left_edge.i > 1 else verb
    if not joined and child(verb, "dobj", "ccomp", "xcomp", "attr") is None and noun.pos_ in {"NOUN", "PROPN"}:
        owners = [t for t in (noun, *noun.ancestors) if t.pos_ in {"NOUN", "PROPN"} and t.i < verb.i]
        verb.head, verb.dep_, verb.tag_ = owners[-1], "acl", "VBN"


def is_aided(verb: Token) -> bool:
    """Has the verb an auxiliary?"""
    return child(verb, "aux", "auxpass") is not None


def subject_of_an_auxiliary(auxiliary: Token) -> None:
    """ "whose ports are closed": the subject hangs on the verb, not on its auxiliary."""
    if auxiliary.dep_ not in {"aux", "auxpass"}:
        return
    for subject in children(auxiliary, "nsubj", "nsubjpass"):
        subject.head = auxiliary.head


def present_tense(verb: Token) -> None:
    """ "The measures take effect": a base form with a subject and no auxiliary is a present tense."""
    if verb.tag_ == "VB" and verb.pos_ in VERBAL and child(verb, "nsubj") is not None and not children(verb, "aux"):
        verb.tag_ = "VBP" if verb.dep_ in {"ROOT", "conj", "relcl", "advcl"} else verb.tag_


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


def list_of_infinitives(verb: Token) -> None:
    """ "… to ban sales, to raise fines and to tighten controls": the second of three is joined to the first."""
    first = verb.head
    if verb.dep_ in {"xcomp", "advcl"} and after_mark(verb) and is_infinitive(verb) and is_infinitive(first):
        third = child(verb, "conj")
        if third is not None and is_infinitive(third) and child(verb, "cc") is not None:
            verb.dep_ = "conj"


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


def relative_as_adverbial(verb: Token) -> None:
    """ "The port was closed, which led to losses": a clause with "which" for its subject is a relative one."""
    subject = child(verb, "nsubj", "nsubjpass")
    if verb.dep_ in {"advcl", "ccomp", "dep"} and subject is not None and subject.tag_ == "WDT" and after_mark(verb):
        verb.dep_ = "relcl"


def second_that_clause(verb: Token) -> None:
    """ "The bank argues that rates fall, and that wages rise": the second "that" goes with the first."""
    said = next((t for t in children(verb.head, "ccomp") if t.i < verb.i), None)
    mark = child(verb, "mark")
    if verb.dep_ == "conj" and mark is not None and mark.lower_ == "that" and said is not None:
        for joiner in [t for t in children(verb.head, "cc") if said.i < t.i < verb.i]:
            joiner.head = said
        verb.head = said


def subject_after_and(verb: Token) -> None:
    """ "Tolls rose by 8% and fares rose by 5%": the noun between "and" and the verb is the verb's subject."""
    if verb.dep_ != "conj" or verb.tag_ not in {"VBD", "VBZ", "VBP"} or has_subject(verb):
        return
    joiner = next((t for t in reversed(children(verb.head, "cc")) if t.i < verb.i), None)
    between = [t for t in verb.head.rights if joiner is not None and joiner.i < t.i < verb.i]
    nouns = [t for t in between if t.pos_ in {"NOUN", "PROPN"} and t.right_edge.i == verb.left_edge.i - 1]
    if len(nouns) == 1 and nouns[0].tag_ in ({"NN", "NNP"} if verb.tag_ == "VBZ" else {"NN", "NNP", "NNS", "NNPS"}):
        nouns[0].head, nouns[0].dep_ = verb, "nsubj"


def second_finite_form(verb: Token) -> None:
    """ "She attended school and then transferred": a verb joined to a finite one without an auxiliary is finite too."""
    first = verb.head
    if verb.dep_ == "conj" and verb.pos_ in VERBAL and not is_aided(verb) and not is_aided(first):
        alike = {("VBN", "VBD"): "VBD", ("VB", "VBP"): "VBP"}
        verb.tag_ = alike.get((verb.tag_, first.tag_), verb.tag_)


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


REPAIRS = (
    both_ends_of_a_change,
    finite_verb_joined_to_another_form,
    subject_joined_to_an_object,
    second_finite_form,
    second_that_clause,
    subject_after_and,
    verb_joined_to_a_noun,
    relative_as_adverbial,
    figure_after_and,
    list_of_infinitives,
    present_tense,
    subject_of_an_auxiliary,
    participle_after_a_comma,
    second_verb_before_its_object,
    first_of_two_verbs,
    relative_after_a_preposition,
    apposition_with_an_article,
)
