"""Constructions that join whole clauses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lt_by_claims.clause import Clause, Word
from lt_by_claims.grammar import (
    SUBJECT,
    VERBAL,
    after,
    after_mark,
    auxiliaries,
    child,
    children,
    has_subject,
    is_clause,
)
from lt_by_claims.parse import Token
from lt_by_claims.rule import rule
from lt_by_claims.split.coordination import is_denied_too, keep_first, keep_other, opening_of
from lt_by_claims.words import word_list

CONCESSION = frozenset({"although", "though", "while", "whereas"})
REASON = frozenset({"because", "since", "as"})


@rule(
    examples={
        "The costs are not evenly spread: unemployment is high in the east.": [
            "The costs are not evenly spread.",
            "Unemployment is high in the east.",
        ],
        "Exports fell; imports rose.": ["Exports fell.", "Imports rose."],
    },
    leaves_alone=["The fund has three aims: growth, jobs and clean water."],
    needs=[{":", ";"}],
)
def parallel_clauses(clause: Clause) -> Iterator[Clause]:
    """A colon or semicolon between two clauses parts two statements."""
    tokens = clause.tokens
    for place, mark in enumerate(tokens):
        if mark.text in {":", ";"}:
            left, right = tokens[:place], tokens[place + 1 :]
            tops = top_clause(left), top_clause(right)
            if tops[0] and tops[1] and not any(is_subordinate(top) for top in tops if top):
                yield clause.make(tops[0], clause.within(left))
                yield clause.make(tops[1], clause.within(right))
                return


def top_clause(tokens: tuple[Token, ...]) -> Token | None:
    """The highest verb of a run of tokens that has a subject there, if there is one."""
    inside = set(tokens)
    verbs = [t for t in tokens if is_clause(t) and child(t, *SUBJECT) in inside]
    return min(verbs, key=lambda verb: len(list(verb.ancestors)), default=None)


def pair_of(clause: Clause, opening: str, closing: str) -> tuple[int, int]:
    """The places of the first pair of marks among the tokens of a clause; (0, 0) where there is none."""
    texts = [t.text for t in clause.tokens]
    if opening not in texts:
        return 0, 0
    first = texts.index(opening)
    last = texts.index(closing, first + 1) if closing in texts[first + 1 :] else 0
    return (first, last) if first < last else (0, 0)


def is_subordinate(verb: Token) -> bool:
    """Is it the verb of a relative clause, or of one with a conjunction?"""
    return verb.dep_ in {"relcl", "acl"} or (child(verb, "mark") is not None and verb.dep_ != "ccomp")


@rule(
    examples={
        "Latvia imposed sanctions, and Estonia closed its border.": [
            "Latvia imposed sanctions.",
            "Estonia closed its border.",
        ],
        "In 2020, exports fell by a tenth, but imports rose.": [
            "In 2020, exports fell by a tenth.",
            "In 2020, imports rose.",
        ],
        "If the threat were carried out, the port would suffer and the railway would lose customers.": [
            "If the threat were carried out, the port would suffer.",
            "If the threat were carried out, the railway would lose customers.",
        ],
    },
    leaves_alone=["Latvia and Estonia imposed sanctions."],
    needs=[{"conj"}],
)
def joined_clauses(clause: Clause) -> Iterator[Clause]:
    """Two clauses with subjects of their own, joined by a conjunction; what opens the sentence goes for both."""
    for verb in clause.find("conj"):
        if verb.head.pos_ in VERBAL and has_subject(verb) and is_verb_of(clause, verb) and not is_denied_too(verb):
            yield keep_first(clause, verb)
            # Joined to a verb that has its subject from another one, a clause shares nothing with that.
            alone = verb.head.dep_ == "conj" and not has_subject(verb.head)
            yield clause.make(verb, verb.subtree) if alone else keep_other(clause, verb)
            return


def is_verb_of(clause: Clause, verb: Token) -> bool:
    """Is it a verb, joined to the main one or to the one that this says, wants or begins?"""
    return verb.pos_ in VERBAL and on_spine(clause, verb.head)


def on_spine(clause: Clause, verb: Token) -> bool:
    """Is it the clause's main verb, or the verb that this one says, wants or begins?"""
    while verb != clause.root:
        if verb.dep_ not in {"ccomp", "xcomp"} or verb.head == verb:
            return False
        verb = verb.head
    return True


@rule(
    examples={
        "Rents are rising, the city has frozen new permits.": ["Rents are rising.", "The city has frozen new permits."],
        "The dam failed, so the village was flooded.": ["The dam failed.", "So the village was flooded."],
        "Costs are high – wages are low.": ["Costs are high.", "Wages are low."],
        "Exports rose, imports fell, prices stayed flat.": ["Exports rose.", "Imports fell, prices stayed flat."],
    },
    leaves_alone=[
        "Rents are rising, the mayor said.",
        "Should rents rise, the mayor will act.",
        "The law, the court said, was sound.",
        "Every time rents rise, the mayor acts.",
        "The more rents rise, the less people save.",
    ],
    needs=[{"ccomp", "advcl"}],
)
def run_on_clauses(clause: Clause) -> Iterator[Clause]:
    """A comma or dash between two clauses parts two statements, unless the second says who says the first."""
    for verb in clause.find("ccomp", "advcl"):
        if verb.head != clause.root or verb.i > clause.root.i or not is_clause(verb):
            continue
        mark, subjects = after(verb), children(clause.root, *SUBJECT)
        if mark is None or mark.text not in {",", "–", "—"} or not subjects or any(t.i < mark.i for t in subjects):
            continue
        if stands_alone(verb) and says_no_word(clause.root) and not asks(verb) and not is_proportion(mark, verb):
            yield clause.make(verb, verb.subtree)
            yield clause.make(clause.root, [t for t in clause.tokens if t.i > mark.i])
            return


def stands_alone(verb: Token) -> bool:
    """Is it the verb of no side clause: one taken for what is said, or whose subject, no conjunction or time, opens?"""
    if verb.dep_ == "ccomp":
        return True
    subject = child(verb, "nsubj", "nsubjpass")
    if subject is None or subject.tag_ in {"WP", "WDT"}:
        return False
    return all(t.dep_ == "punct" for t in verb.subtree if t.i < subject.left_edge.i)


def is_proportion(mark: Token, verb: Token) -> bool:
    """Is it "the more …, the more …", of which no half says anything alone?"""
    halves = (verb.left_edge, mark.nbor(1))
    return all(t.lower_ == "the" and t.nbor(1).tag_ in {"RBR", "JJR"} for t in halves)


def asks(verb: Token) -> bool:
    """Does an auxiliary stand before the subject, as in questions and in "should prices rise, …"?"""
    subject = child(verb, *SUBJECT)
    return subject is not None and any(t.i < subject.i for t in auxiliaries(verb))


def says_no_word(verb: Token) -> bool:
    """Is it no verb of saying, after which a clause is what is said?"""
    return verb.lemma_ not in word_list("saying")


@rule(
    examples={
        "The plan (the parliament had rejected it twice) returned in June.": [
            "The plan returned in June.",
            "The parliament had rejected it twice.",
        ],
        "The plan—the parliament had rejected it twice—returned in June.": [
            "The plan returned in June.",
            "The parliament had rejected it twice.",
        ],
    },
    leaves_alone=[
        "The exercise—a large one—began in May.",
        "Exports rose—imports, too.",
        "The mayor had promised homes) in May.",
    ],
    needs=[{"—", "–", "("}],
)
def between_dashes(clause: Clause) -> Iterator[Clause]:
    """A clause between two dashes, or in brackets, stands on its own."""
    for opening, closing in (("—", "—"), ("–", "–"), ("(", ")")):
        first, last = pair_of(clause, opening, closing)
        if not last:
            continue
        inside = clause.tokens[first + 1 : last]
        verb = top_clause(inside)
        around = clause.without(clause.tokens[first : last + 1])
        main = clause.root if clause.root not in inside else top_clause(around.tokens)
        if verb is not None and main is not None:
            yield replace(around, root=main)
            yield clause.make(verb, [t for t in inside if t in set(verb.subtree)])
            return


@rule(
    examples={
        "Although trade has grown, Belarus is not a leading partner.": [
            "Belarus is not a leading partner.",
            "Trade has grown.",
        ],
        "Coal fell sharply, while timber recovered.": ["Coal fell sharply.", "Timber recovered."],
        "According to the bank, prices fell, although demand rose.": [
            "According to the bank, prices fell.",
            "According to the bank, demand rose.",
        ],
    },
    leaves_alone=["If trade grows, Belarus benefits.", "While in office, the minister travelled little."],
    needs=[{"advcl"}, CONCESSION],
)
def concession(clause: Clause) -> Iterator[Clause]:
    """A clause of concession or contrast stands on its own."""
    for verb in clause.find("advcl"):
        mark = child(verb, "mark")
        frame = said_by(clause, verb)
        if mark and mark.lower_ in CONCESSION and has_subject(verb) and frame is not None:
            yield clause.cut(verb)
            yield clause.make(clause.root if frame else verb, frame, opening_of(clause, verb), without_mark(verb, mark))
            return


@rule(
    examples={
        "Exports fell, because the port was closed.": ["Exports fell.", "The port was closed."],
        "The law will change little, since the courts already apply it.": [
            "The law will change little.",
            "The courts already apply it.",
        ],
    },
    leaves_alone=[
        "Its influence will grow as trade declines.",
        "Trade has fallen since the border closed.",
        "Its exports grew, as France's did.",
    ],
    needs=[{"advcl"}, REASON],
)
def reason(clause: Clause) -> Iterator[Clause]:
    """A reason that is given after a comma, or with "because", stands on its own."""
    for verb in clause.find("advcl"):
        mark = child(verb, "mark")
        frame = said_by(clause, verb)
        if (
            len(children(verb, "mark")) == 1
            and verb.lemma_ != "do"
            and frame is not None
            and mark
            and mark.lower_ in REASON
            and has_subject(verb)
            and (mark.lower_ == "because" or after_mark(verb))
        ):
            yield clause.cut(verb)
            yield clause.make(clause.root if frame else verb, frame, opening_of(clause, verb), without_mark(verb, mark))
            return


def said_by(clause: Clause, verb: Token) -> tuple[Word, ...] | None:
    """The words that a side clause within reported speech needs before it ("The bank says that"); none elsewhere.

    None where it hangs on the verb of saying, for then nobody can tell whether the side clause is part of what is said.
    """
    said = child(clause.root, "ccomp")
    if said is None or said not in clause.tokens or said.i > verb.i:
        return ()
    if said not in verb.ancestors:
        return None
    return tuple(word for word in clause.words if word.token is not None and word.token.i < body_of(said).i)


def body_of(said: Token) -> Token:
    """The first word of what is said, after its "that"."""
    mark = child(said, "mark")
    return mark.nbor(1) if mark is not None else said.left_edge


def without_mark(verb: Token, mark: Token) -> list[Token]:
    """A subordinate clause without its conjunction and that one's adverbs ("even though", "partly because")."""
    adverbs = {t for t in children(verb, "advmod") if t.i < mark.i}
    again = {t for other in verb.conjuncts for t in children(other, "mark") if t.lower_ == mark.lower_}
    return [t for t in verb.subtree if t != mark and t not in adverbs | again and t.head != mark]


@rule(
    examples={
        "It was the Treasury that blocked the plan.": ["The Treasury blocked the plan."],
        "It is nurses who bear the cost.": ["Nurses bear the cost."],
    },
    leaves_alone=[
        "It was a plan that failed in May, and it cost a lot.",
        "It is clear that rents rise.",
        "It is the law.",
    ],
    needs=[{"it"}, {"relcl"}],
)
def cleft(clause: Clause) -> Iterator[Clause]:
    """ "It was … that" only points to who or what it was."""
    verb, subject = clause.root, child(clause.root, "nsubj", "expl")
    noun = child(verb, "attr") if verb.lemma_ == "be" else None
    relative = child(noun, "relcl") if noun is not None else None
    if subject is None or subject.lower_ != "it" or noun is None or relative is None:
        return
    pronoun = next(iter(relative.lefts), None)
    pointed = noun.pos_ in {"PROPN", "PRON"} or not any(t.lower_ in {"a", "an"} for t in noun.lefts)
    plain = child(verb, "neg", "advmod", "aux", "cc") is None and pronoun is not None and pronoun.dep_ in SUBJECT
    if plain and pointed and pronoun is not None and pronoun.tag_ in {"WDT", "WP"} and not after_mark(relative):
        own = [t for t in noun.subtree if t not in set(relative.subtree)]
        yield clause.make(relative, [t for t in relative.subtree if t != pronoun], subject=clause.within(own))
