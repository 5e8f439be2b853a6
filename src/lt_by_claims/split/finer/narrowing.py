"""What narrows a noun, said of the noun as a fact of its own."""

from __future__ import annotations

from collections.abc import Iterator

from lt_by_claims.clause import Clause, Word, lowered, words_of
from lt_by_claims.grammar import (
    SUBJECT,
    VERBAL,
    after_mark,
    child,
    children,
    governor,
    has_subject,
    in_brackets,
    is_finite,
    is_infinitive,
    is_plural,
    noun_phrase,
    subject_head,
    topmost,
)
from lt_by_claims.parse import Token
from lt_by_claims.rule import rule
from lt_by_claims.split.finer.weakening import is_episode, is_plain, may_lose, verbs_of
from lt_by_claims.split.relatives import the, uncounted
from lt_by_claims.split.verbs import finite_form

HAPPENED = frozenset({"after", "when", "as", "while", "because"})
"""Conjunctions of a side clause that tells what has happened too."""


@rule(
    examples={
        "The harbour bought a crane that lifts 900 tonnes.": [
            "The harbour bought a crane.",
            "The crane lifts 900 tonnes.",
        ],
        "The fire destroyed the mill that her father built.": [
            "The fire destroyed the mill.",
            "Her father built the mill.",
        ],
    },
    leaves_alone=[
        "Ships that sail under a foreign flag pay more.",
        "The council wants a law that protects tenants.",
        "Every clinic that opened in May has closed.",
    ],
)
def narrowing_relative(clause: Clause) -> Iterator[Clause]:
    """A relative clause that narrows a noun tells something of what is meant, where an event is told of it."""
    for verb in clause.find("relcl"):
        noun, pronoun = verb.head, relative_pronoun(verb)
        if pronoun is not None and not after_mark(verb) and is_meant(clause, noun) and is_finite(verb):
            name = known(clause, noun, verb)
            rest = [t for t in verb.subtree if t != pronoun]
            yield clause.cut(verb) if is_plain(noun) else clause
            if pronoun.dep_ in SUBJECT:
                yield clause.make(verb, rest, subject=name)
            else:
                later = [t for t in rest if t.i > verb.i]
                yield clause.make(verb, [t for t in rest if t.i <= verb.i], lowered(name), later)
            return


def relative_pronoun(verb: Token) -> Token | None:
    """The "who", "which" or "that" which is the subject or the object of a relative clause."""
    opening = next(iter(verb.lefts), None)
    wanted = {*SUBJECT, "dobj"}
    if opening is None or opening.tag_ not in {"WDT", "WP"} or opening.dep_ not in wanted:
        return None
    return opening if opening.dep_ in SUBJECT or has_subject(verb) else None


def is_meant(clause: Clause, noun: Token) -> bool:
    """Is the noun one of somebody or something in particular, of which an event is told?"""
    verb = governor(noun)
    if verb is None or verb not in verbs_of(clause) or not (may_lose(clause, verb) and is_episode(verb)):
        return False
    counted = is_plain(noun) or noun.tag_ == "NNS"
    return (
        counted and noun.pos_ in {"NOUN", "PROPN"} and not any(t.lower_ in {"no", "any", "every"} for t in noun.lefts)
    )


def known(clause: Clause, noun: Token, modifier: Token) -> tuple[Word, ...]:
    """The noun as something that was spoken of, without one of its modifiers."""
    phrase = set(noun_phrase(noun)) & uncounted(noun) - set(modifier.subtree)
    return tuple(the(list(clause.within(phrase)), noun))


@rule(
    examples={
        "Ada Long is a chemist who founded two firms.": ["Ada Long is a chemist.", "Ada Long founded two firms."],
        "The Alma is a river rising in the hills.": ["The Alma is a river.", "The Alma rises in the hills."],
    },
    leaves_alone=[
        "Ada Long is the chemist who founded it.",
        "Those are firms that pollute.",
        "It is a law that hurts.",
    ],
)
def said_of_its_kind(clause: Clause) -> Iterator[Clause]:
    """What narrows the kind of thing that something is holds of that thing."""
    attribute, subject = child(clause.root, "attr"), subject_head(clause)
    if attribute is None or subject is None or subject.pos_ != "PROPN" or not may_lose(clause, clause.root):
        return
    if not any(t.lower_ in {"a", "an"} for t in attribute.lefts) or clause.root.lemma_ != "be":
        return
    verb = next((t for t in children(attribute, "relcl", "acl") if t in clause.tokens and not after_mark(t)), None)
    told = kind_tells(verb, plural=is_plural(subject)) if verb is not None else []
    if verb is not None and told:
        yield clause.cut(verb)
        yield clause.make(verb, told, subject=clause.within(noun_phrase(subject)))


def kind_tells(verb: Token, *, plural: bool) -> list[Word]:
    """The words of a relative clause or a participle without the pronoun, finite; nothing where it tells no fact."""
    pronoun = relative_pronoun(verb)
    if verb.dep_ == "relcl":
        if pronoun is None or pronoun.dep_ not in SUBJECT or not is_finite(verb):
            return []
        return list(words_of(t for t in verb.subtree if t != pronoun))
    participle = verb.tag_ in {"VBG", "VBN"} and not has_subject(verb) and child(verb, "mark") is None
    return finite_form(verb, plural=plural) if participle and not is_infinitive(verb) else []


@rule(
    examples={
        "Divers found a chest filled with coins.": ["Divers found a chest.", "The chest was filled with coins."],
        "The trial of drugs made in Ghana began in May.": [
            "The trial of drugs made in Ghana began in May.",
            "The drugs were made in Ghana.",
        ],
    },
    leaves_alone=["Firms founded in 2010 pay less.", "The state seeks a firm willing to build."],
)
def narrowing_participle(clause: Clause) -> Iterator[Clause]:
    """A participle that narrows a noun tells something of what is meant, where an event is told of it."""
    for verb in clause.find("acl"):
        noun = verb.head
        told = verb.tag_ in {"VBG", "VBN"} and not has_subject(verb) and not in_brackets(verb) and not after_mark(verb)
        if told and child(verb, "aux", "mark") is None and is_meant(clause, noun) and noun.pos_ in {"NOUN", "PROPN"}:
            yield clause.cut(verb) if is_plain(noun) and noun == topmost(noun) else clause
            yield clause.make(verb, finite_form(verb, plural=is_plural(noun)), subject=known(clause, noun, verb))
            return


@rule(
    examples={
        "The mayor resigned after a bridge collapsed.": [
            "The mayor resigned after a bridge collapsed.",
            "A bridge collapsed.",
        ],
        "The pilot was fined after missing two checks.": [
            "The pilot was fined after missing two checks.",
            "The pilot missed two checks.",
        ],
    },
    leaves_alone=[
        "The mayor resigned before the court ruled.",
        "The mayor will resign after the court has ruled.",
        "Pupils read when they are bored.",
    ],
)
def event_beside(clause: Clause) -> Iterator[Clause]:
    """What something happened after, or while which it happened, has happened too."""
    for verb in clause.find("advcl", "pcomp"):
        main = verb.head if verb.dep_ == "advcl" else verb.head.head
        if main.pos_ in VERBAL and is_past_event(clause, main) and (said := beside(clause, main, verb)):
            yield clause
            yield said
            return


def beside(clause: Clause, main: Token, verb: Token) -> Clause | None:
    """What a side clause tells: its own words, or its participle said of the subject of the main verb."""
    subject = child(main, "nsubj", "nsubjpass")
    opening = child(verb, "mark", "advmod") if verb.dep_ == "advcl" else verb.head
    if opening is None or subject is None or subject not in clause.tokens or child(verb, "neg") is not None:
        return None
    if verb.dep_ == "advcl" and opening.lower_ in HAPPENED and has_subject(verb):
        told = verb.tag_ in {"VBD", "VBN"} and is_finite(verb)
        return clause.make(verb, [t for t in verb.subtree if t != opening]) if told else None
    if verb.dep_ == "pcomp" and opening.lower_ == "after" and verb.tag_ == "VBG":
        return clause.make(
            verb, finite_form(verb, plural=is_plural(subject)), subject=clause.within(noun_phrase(subject))
        )
    return None


def is_past_event(clause: Clause, verb: Token) -> bool:
    """Is it the main verb, or one that this says, and tells of something past that is not denied?"""
    return verb in verbs_of(clause) and verb.tag_ in {"VBD", "VBN"} and is_finite(verb) and may_lose(clause, verb)
