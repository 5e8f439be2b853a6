"""Constructions that say something about a noun on the way."""

from __future__ import annotations

from collections.abc import Iterator

from lt_by_claims.clause import Clause, lowered
from lt_by_claims.grammar import (
    after_mark,
    child,
    children,
    coordination,
    in_brackets,
    is_plural,
    noun_phrase,
    topmost,
)
from lt_by_claims.inflection import BE
from lt_by_claims.parse import Span, Token
from lt_by_claims.rule import rule
from lt_by_claims.split.figures import figures, is_figure, names_amount
from lt_by_claims.split.relatives import is_bounded
from lt_by_claims.words import word_list

CHANGE = frozenset({"increase", "decrease", "rise", "fall", "drop", "decline", "growth", "reduction", "jump", "cut"})
"""What an apposition with one of these is about is the whole clause, not the noun before it."""

OLDEST = 120
"""Years that nobody has lived."""

QUANTIFIER = frozenset({"all", "some", "most", "many", "each", "both", "none", "several", "few"})
EXAMPLE = frozenset({"especially", "particularly", "notably", "such", "including", "namely"})


@rule(
    examples={
        "Invest Lithuania, a state agency, advises companies.": [
            "Invest Lithuania advises companies.",
            "Invest Lithuania is a state agency.",
        ],
        "The strongest party—the Union of Centres—left the coalition.": [
            "The strongest party left the coalition.",
            "The strongest party is the Union of Centres.",
        ],
        "The law protects a former minister, Ana Ruiz.": [
            "The law protects a former minister.",
            "Ana Ruiz is a former minister.",
        ],
    },
    leaves_alone=[
        "President Lukashenko visited Moscow.",
        "The navy has only one cutter, the Alma.",
        "The policy moves the countries of the region, especially Latvia.",
        "The Investment Agency (IA) advises companies.",
    ],
    needs=[{"appos"}],
)
def apposition(clause: Clause) -> Iterator[Clause]:
    """A noun phrase between commas or dashes says what the noun before it is."""
    for noun in clause.find("appos"):
        if after_mark(noun) and explains(noun) and not is_bounded(noun.head) and clause.root not in set(noun.subtree):
            owner = described(noun)
            be = BE["present", is_plural(owner) and (owner.pos_ != "PROPN" or is_plural(noun))]
            phrase = coordination(owner) if is_plural(noun) and owner.conjuncts else noun_phrase(owner)
            said = clause.within(t for t in phrase if t not in set(noun.subtree))
            yield clause.cut(noun)
            if is_name_of(noun, owner):
                yield clause.make(owner, be, lowered(said), subject=clause.within(noun.subtree))
            else:
                yield clause.make(noun, be, noun.subtree, subject=said)
            return


def is_name_of(noun: Token, owner: Token) -> bool:
    """Is it the name of somebody or something that was spoken of with "a" ("a former minister, Ana Ruiz")?"""
    return noun.pos_ == "PROPN" and owner.pos_ == "NOUN" and any(t.lower_ in {"a", "an"} for t in owner.lefts)


def explains(noun: Token) -> bool:
    """Can the noun phrase say what the noun before it is?"""
    joined = any(t.dep_ == "cc" for t in noun.doc[max(noun.left_edge.i - 2, noun.head.i + 1) : noun.left_edge.i])
    nominal = noun.pos_ in {"NOUN", "PROPN"} and not in_brackets(noun) and not joined
    of_figure = is_figure(topmost(noun.head)) or topmost(noun.head).lower_ in {"percent", "%"}
    return (
        nominal
        and noun.lemma_ not in CHANGE
        and (noun.ent_type_ != "DATE" or noun.head.ent_type_ == "DATE")
        and not is_example(noun)
        and not is_place_around(noun)
        and not names_amount(noun)
        and (not of_figure or bool(figures([*noun.subtree])))
    )


def is_place_around(noun: Token) -> bool:
    """Is it the town or state around a place ("Lock Street, Accra")? That says where the place is, not what."""
    return noun.ent_type_ == "GPE" and noun.head.pos_ == "PROPN" and child(noun, "det") is None


def described(noun: Token) -> Token:
    """The noun that an apposition is about: the one before it, or one above that with the apposition's number."""
    head = noun.head
    agrees = topmost(head, plural=True) if is_plural(noun) and not is_plural(head) else head
    return agrees if is_plural(agrees) == is_plural(noun) else head


def is_example(noun: Token) -> bool:
    """Is the noun phrase an example of the noun before it, or the thing that a name in brackets repeats?"""
    return (
        any(t.lower_ in EXAMPLE for t in noun.lefts) or noun.left_edge.lower_ in EXAMPLE | QUANTIFIER or is_listed(noun)
    )


def is_listed(noun: Token) -> bool:
    """Is it one of a list of places or names that the parser took for an explanation of the one before?"""
    names = noun.pos_ == "PROPN" and noun.head.pos_ == "PROPN" and child(noun, "det") is None
    chained = noun.head.dep_ == "appos" or child(noun, "appos") is not None
    joined = any(t.pos_ == "PROPN" for t in noun.conjuncts) and not is_plural(noun.head)
    return names and (chained or joined or noun.ent_type_ == noun.head.ent_type_ in {"GPE", "PERSON"})


@rule(
    examples={
        "He met National Security Advisor Robert Smith in Riga.": [
            "He met Robert Smith in Riga.",
            "Robert Smith is National Security Advisor.",
        ],
        "Minister of Transport Anna Berg visited Tashkent.": [
            "Anna Berg visited Tashkent.",
            "Anna Berg is Minister of Transport.",
        ],
        "Chile's finance minister Ana Ruiz resigned.": ["Ana Ruiz resigned.", "Ana Ruiz is Chile's finance minister."],
        "The Chilean opposition leader Ana Ruiz resigned.": [
            "Ana Ruiz resigned.",
            "Ana Ruiz is the Chilean opposition leader.",
        ],
        "The then mayor Ana Ruiz resigned.": ["Ana Ruiz resigned.", "Ana Ruiz was the then mayor."],
    },
    leaves_alone=[
        "Mr Smith visited Riga.",
        "The minister visited Anna Berg.",
        "She was treasurer of Ana Ruiz and Partners.",
    ],
    needs=[word_list("offices")],
)
def title(clause: Clause) -> Iterator[Clause]:
    """A title before a person's name says what the person is."""
    for person in people(clause):
        office = office_before(clause, person)
        if office and clause.root not in office:
            yield clause.without(office)
            # The office is said of the person: the name is the subject, whatever the parser hung on what.
            name = clause.within(person)
            be = BE["past" if any(t.lower_ == "then" for t in office) else "present", False]
            yield clause.make(office[-1], be, lowered(clause.within(office)), subject=name)
            return


def people(clause: Clause) -> list[Span]:
    """The names of persons that stand whole in the clause."""
    tokens = set(clause.tokens)
    return [entity for entity in clause.root.doc.ents if entity.label_ == "PERSON" and set(entity) <= tokens]


def office_before(clause: Clause, person: Span) -> list[Token]:
    """The words of an office right before a name, with its article, or nothing."""
    tokens = set(clause.tokens)
    office: list[Token] = []
    offices = word_list("offices")
    token = person[0]
    while token.i > 0 and (token := token.nbor(-1)) in tokens and belongs_to_office(token):
        office.insert(0, token)
    while office and not (office[0].lower_ in offices or office[0].pos_ in {"NOUN", "PROPN", "ADJ", "DET", "PRON"}):
        office.pop(0)
    named = bool(office) and office[-1].pos_ in {"NOUN", "PROPN", "ADJ"}  # no "treasurer of Omega"
    return office if named and any(t.lower_ in offices for t in office) else []


def belongs_to_office(token: Token) -> bool:
    """Can the word be part of an office: a noun, an adjective, an article, "of", "for", "and"?"""
    if token.dep_ in {"poss", "case"}:
        return token.ent_type_ != "PERSON" or token.dep_ == "case"
    if token.pos_ in {"NOUN", "PROPN", "ADJ"}:
        return token.ent_type_ != "PERSON"
    return token.lower_ in {"of", "for", "the", "and", "then"} and (token.lower_ == "the" or not token.is_sent_start)


@rule(
    examples={
        "The country condemned the rigged elections.": [
            "The country condemned the elections.",
            "The elections were rigged.",
        ],
        "The conservative Homeland Party asked for help.": [
            "The Homeland Party asked for help.",
            "The Homeland Party is conservative.",
        ],
    },
    leaves_alone=["The Lithuanian parliament adopted a resolution.", "The country held presidential elections."],
    needs=[{"amod"}],
)
def judging_word(clause: Clause) -> Iterator[Clause]:
    """A word before a noun that judges it, or describes what a name has picked out already, states something."""
    for word in clause.find("amod"):
        noun = word.head
        if (
            word.i < noun.i
            and (judges(word) or describes_name(word))
            and not word.conjuncts
            and child(noun, "det", "poss")
        ):
            person = [t for t in noun.lefts if t.lower_ == "the" and noun.ent_type_ == "PERSON"]
            yield clause.without([*word.subtree, *person])
            when = "past" if word.tag_ == "VBN" or judges(word) else "present"
            rest = [t for t in noun_phrase(noun) if t not in {*word.subtree, *person}]
            yield clause.make(word, BE[when, is_plural(noun)], word.subtree, subject=clause.within(rest))
            return


def judges(word: Token) -> bool:
    """Is it one of the words that judge a thing without picking it out?"""
    return word.lower_ in word_list("judging") and noun_is_definite(word.head)


def describes_name(word: Token) -> bool:
    """Is it a plain adjective before a name with "the"?"""
    noun = word.head
    return (
        noun.pos_ == "PROPN"
        and (noun.ent_type_ in {"ORG", "PERSON", "FAC"} or child(noun, "compound") is not None)
        and child(noun, "nummod") is None
        and not any(t.ent_type_ == "ORDINAL" or t.tag_ == "JJS" for t in noun.lefts)
        and word.tag_ == "JJ"
        and word.is_lower
        and word.is_alpha
        and noun_is_definite(noun)
        and not word.lower_.startswith(("former", "then", "late", "new", "same", "whole", "first", "other"))
        and not list(word.lefts)
    )


def noun_is_definite(noun: Token) -> bool:
    """Has the noun phrase "the" or an owner?"""
    return any(t.lower_ == "the" or t.dep_ == "poss" for t in children(noun, "det", "poss"))


@rule(
    examples={
        "Ada Long, 88, runs a clinic.": ["Ada Long runs a clinic.", "Ada Long is 88."],
        "The prize went to Tom Reed (34).": ["The prize went to Tom Reed.", "Tom Reed is 34."],
    },
    leaves_alone=["Exports, 88 tonnes in all, fell.", "The firm won in Riga (2019).", "In Group 3, 88 took part."],
    needs=[{"appos", "nummod"}],
)
def age_of_a_person(clause: Clause) -> Iterator[Clause]:
    """A number set off after the name of a person is the person's age."""
    for number in clause.find("appos", "nummod"):
        person = number.head
        if person.pos_ != "PROPN" or person.i > number.i:
            continue
        bare = person.dep_ == "nsubj" and child(person, "det") is None and after_mark(number)
        if (person.ent_type_ == "PERSON" or bare) and is_age(number) and clause.root not in {person, number}:
            yield clause.cut(number)
            name = [*(t for t in person.lefts if t.dep_ == "compound"), person]
            yield clause.make(person, "is", number, subject=clause.within(name))
            return


def is_age(number: Token) -> bool:
    """Is it a number of years that somebody can have lived, between two commas or brackets?"""
    set_off = (after_mark(number) or in_brackets(number)) and number.right_edge == number
    closed = number.i + 1 < len(number.doc) and number.nbor(1).text in {",", ")", "."}
    return number.text.isdigit() and int(number.text) <= OLDEST and set_off and closed
