"""Constructions around a second verb without a subject of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lt_by_claims.clause import Clause, Word
from lt_by_claims.grammar import (
    SUBJECT,
    VERBAL,
    after_mark,
    auxiliaries,
    before,
    child,
    coordination,
    governor,
    has_subject,
    in_brackets,
    is_infinitive,
    is_plural,
    noun_phrase,
    opens_sentence,
    subject,
    subject_head,
    tense,
    topmost,
)
from lt_by_claims.inflection import BE, finite
from lt_by_claims.parse import Token
from lt_by_claims.rule import rule
from lt_by_claims.split.coordination import is_denied_too, keep_first, keep_other, opening_of
from lt_by_claims.split.relatives import figures_of, is_bounded, the
from lt_by_claims.words import word_list

SPINE = frozenset({"ROOT", "xcomp", "ccomp", "conj", "relcl", "acl", "advcl"})


@rule(
    examples={
        "The government condemned the election and recalled its ambassador.": [
            "The government condemned the election.",
            "The government recalled its ambassador.",
        ],
        "The ministry will build and operate the line.": [
            "The ministry will build the line.",
            "The ministry will operate the line.",
        ],
        "The party wants to cut taxes and to raise wages.": [
            "The party wants to cut taxes.",
            "The party wants to raise wages.",
        ],
        "Latvia introduced, and later extended, sanctions.": [
            "Latvia introduced sanctions.",
            "Latvia later extended sanctions.",
        ],
    },
    leaves_alone=["Latvia and Estonia imposed sanctions.", "To cut costs and raise output, the firm hired engineers."],
    needs=[{"conj"}],
)
def shared_subject(clause: Clause) -> Iterator[Clause]:
    """Two verbs that share one subject."""
    for verb in clause.find("conj"):
        verbs = verb.pos_ in VERBAL and verb.head.pos_ in VERBAL and not has_subject(verb)
        if verbs and not is_denied_too(verb) and reaches(clause, verb.head):
            yield keep_first(clause, verb)
            yield keep_other(clause, verb)
            return


def reaches(clause: Clause, verb: Token) -> bool:
    """Is it the clause's main verb, or one that completes it to the right of it?"""
    while verb != clause.root:
        completes = verb.dep_ in {"ccomp", "xcomp", "pcomp", "conj"} or (verb.dep_ == "advcl" and not after_mark(verb))
        if not completes or verb.i < clause.root.i:
            return False
        verb = governor(verb) or clause.root
    return True


@rule(
    examples={
        "Lithuania, striving for stability, defines events through security.": [
            "Lithuania defines events through security.",
            "Lithuania strives for stability.",
        ],
        "The policy changed, making exports cheaper.": ["The policy changed.", "The policy made exports cheaper."],
        "The plan, approved in March, covers three regions.": [
            "The plan covers three regions.",
            "The plan was approved in March.",
        ],
        "Ada Long (born 1931) runs a clinic.": ["Ada Long runs a clinic.", "Ada Long was born 1931."],
    },
    leaves_alone=[
        "People living near the border need visas.",
        "The law covers many goods, including cars.",
        "According to the ministry, exports fell.",
    ],
    needs=[{"acl", "advcl"}, {"VBG", "VBN"}],
)
def participial(clause: Clause) -> Iterator[Clause]:
    """A participle between commas or in brackets states a second thing about its noun or about the subject."""
    for verb in clause.find("acl", "advcl"):
        if verb.tag_ in {"VBG", "VBN"} and not has_subject(verb) and not child(verb, "mark") and stands_apart(verb):
            owner = owner_of(clause, verb)
            if owner and not (owner == verb.head and is_bounded(owner)):
                yield clause.cut(verb)
                said = tuple(w for w in owner_words(clause, owner) if w.token not in set(verb.subtree))
                yield clause.make(verb, finite_form(verb, plural=is_plural(owner)), subject=said)
                return


def stands_apart(verb: Token) -> bool:
    """Is the participle set off by a mark, or does it open the sentence, with no auxiliary of its own?"""
    set_off = after_mark(verb) or opens_sentence(verb) or (in_brackets(verb) and verb.tag_ == "VBN")
    return set_off and not any(t.tag_ in {"TO", "MD", "VBD", "VBP", "VBZ"} for t in auxiliaries(verb))


def owner_of(clause: Clause, verb: Token) -> Token | None:
    """The noun that a participle speaks of: the one that it follows, or the subject where it tells what that does."""
    mark = before(verb)
    last = mark.nbor(-1) if mark is not None and mark.i > 0 else None
    if verb.dep_ == "acl" and verb.head.pos_ in {"NOUN", "PROPN"}:
        return topmost(verb.head) if after_mark(verb) else verb.head
    if verb.tag_ == "VBN" and last is not None and not opens_sentence(verb):
        nouns = [t for t in (last, *last.ancestors) if t.pos_ in {"NOUN", "PROPN"} and t.right_edge.i == last.i]
        if nouns:
            return nouns[-1]
    agent = child(clause.root, "agent")
    head = subject_head(clause)
    if agent is not None and agent.i < verb.i and head is not None and head.pos_ == "PRON":
        return child(agent, "pobj")
    return head


def owner_words(clause: Clause, owner: Token) -> tuple[Word, ...]:
    """The noun phrase of a participle's noun."""
    return subject(clause) if owner == subject_head(clause) else clause.within(noun_phrase(owner))


def finite_form(verb: Token, *, plural: bool) -> list[Word]:
    """What hangs on a participle, with a finite verb in its place."""
    when = tense(verb.head if verb.head.pos_ in VERBAL else governor(verb) or verb.head)
    auxiliary = next((t for t in auxiliaries(verb) if t.lower_ in {"being", "having", "been"}), None)
    if auxiliary is not None:
        lemma = "be" if auxiliary.lower_ == "being" else "have"
        form = {auxiliary: [Word(finite(lemma, "past" if lemma == "have" else when, plural=plural), auxiliary)]}
    elif verb.tag_ == "VBN":
        lasts = verb.lemma_ in word_list("stative_participles")
        form = {verb: [Word(BE[when if lasts else "past", plural]), Word(verb.lower_, verb)]}
    else:
        verbs = [verb, *(t for t in verb.conjuncts if t.tag_ == "VBG" and not auxiliaries(t))]
        form = {t: [Word(finite(t.lemma_, when, plural=plural), t)] for t in verbs}
    before_verb = [t for t in verb.subtree if t.dep_ == "neg" and t.head == verb]
    if before_verb and auxiliary is None and verb.tag_ == "VBG":
        form = {
            verb: [Word(verb.lemma_, verb)],
            before_verb[0]: [Word(finite("do", when, plural=plural)), Word("not", before_verb[0])],
        }
    return [word for t in verb.subtree for word in form.get(t, [Word(t.text, t)])]


@rule(
    examples={
        "Citizens expressed their support, including forming a human chain.": [
            "Citizens expressed their support.",
            "Citizens formed a human chain.",
        ],
        "The plan aims to strengthen ties, including extending the railway.": [
            "The plan aims to strengthen ties.",
            "The plan aims to extend the railway.",
        ],
    },
    leaves_alone=["The law covers many goods, including cars."],
    needs=[{"pcomp"}, {"including"}],
)
def including_an_act(clause: Clause) -> Iterator[Clause]:
    """ "Including" with a participle names an act of its own."""
    for verb in clause.find("pcomp"):
        main = governor(verb.head)
        if verb.head.lower_ == "including" and verb.tag_ == "VBG" and main is not None:
            yield clause.cut(verb.head)
            if is_infinitive(main) and main != clause.root:
                gone = {main, *(t for t in main.subtree if t.i > main.i and t not in set(verb.subtree))}
                yield clause.without(gone).swap(verb, Word(verb.lemma_, verb))
            else:
                head = subject_head(clause)
                plural = head is not None and is_plural(head)
                past = "past" if any(t.lemma_ == "have" for t in auxiliaries(main)) else tense(main)
                said = Word(finite(verb.lemma_, past, plural=plural), verb)
                words = (said if t == verb else Word(t.text, t) for t in verb.subtree)
                yield clause.make(verb, list(words), subject=subject(clause))
            return


@rule(
    examples={
        "Belarus was seventh, with trade valued at five billion roubles.": [
            "Belarus was seventh.",
            "Trade was valued at five billion roubles.",
        ]
    },
    leaves_alone=["Lithuania has a border with Belarus.", "The port works with firms registered abroad."],
    needs=[{"pobj"}, {"with"}],
)
def accompanying_fact(clause: Clause) -> Iterator[Clause]:
    """ "With", after a comma, a noun and a participle say how something stands besides."""
    for noun in clause.find("pobj"):
        verb = child(noun, "acl")
        if noun.head.lower_ == "with" and after_mark(noun.head) and verb is not None and verb.tag_ in {"VBG", "VBN"}:
            main = governor(noun.head)
            if main is None or in_brackets(noun.head):
                continue
            yield clause.cut(noun.head)
            rest = [t for t in noun.subtree if t not in set(verb.subtree)]
            be = Word(BE[tense(main), is_plural(noun)])
            said = clause.make(verb, be, verb.subtree, subject=clause.within(rest))
            yield replace(said, words=(*opening_of(clause, verb), *said.words))
            return


@rule(
    examples={
        "Around 60 companies employing some 2,000 people are interested in moving.": [
            "Around 60 companies are interested in moving.",
            "The companies employ some 2,000 people.",
        ]
    },
    leaves_alone=[
        "Companies employing many people are interested in moving.",
        "Firms founded in 2010 pay less.",
        "The plan sets two goals: cutting costs by 40% and closing all mines.",
    ],
    needs=[{"acl"}, {"VBG"}],
)
def participle_with_a_number(clause: Clause) -> Iterator[Clause]:
    """A participle that narrows its noun is a claim of its own where it carries a number."""
    for verb in clause.find("acl"):
        noun = verb.head
        counted = any(t.dep_ == "nummod" and not t.is_stop and t.head.dep_ == "dobj" for t in verb.subtree)
        listed = any(t.text == ":" for t in verb.doc[noun.i : verb.i])
        if (
            verb.tag_ == "VBG"
            and counted
            and not listed
            and noun.pos_ in {"NOUN", "PROPN"}
            and not child(verb, *SUBJECT)
        ):
            yield clause.cut(verb)
            known = set(noun_phrase_without(noun, verb)) - figures_of(noun)
            owner = tuple(the(list(clause.within(known)), noun))
            yield clause.make(verb, finite_form(verb, plural=is_plural(noun)), subject=owner)
            return


def noun_phrase_without(noun: Token, modifier: Token) -> list[Token]:
    """The noun phrase less one of its modifiers."""
    gone = set(modifier.subtree)
    return [t for t in coordination(noun) if t not in gone]
