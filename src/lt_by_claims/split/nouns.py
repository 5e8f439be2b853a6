"""Constructions that say something about a noun on the way."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from lt_by_claims.clause import Clause, Word, lowered, trimmed, written
from lt_by_claims.grammar import (
    SUBJECT,
    VERBAL,
    after_mark,
    auxiliaries,
    child,
    children,
    coordination,
    governor,
    in_brackets,
    is_clause,
    is_plural,
    noun_phrase,
    topmost,
)
from lt_by_claims.inflection import BE
from lt_by_claims.rule import rule
from lt_by_claims.words import word_list

RELATIVE = frozenset({"which", "who", "whom", "that", "whose"})
CHANGE = frozenset({"increase", "decrease", "rise", "fall", "drop", "decline", "growth", "reduction", "jump", "cut"})
"""What an apposition with one of these is about is the whole clause, not the noun before it."""

QUANTIFIER = frozenset({"all", "some", "most", "many", "each", "both", "none", "several", "few"})
EXAMPLE = frozenset({"especially", "particularly", "notably", "such", "including", "namely"})


@rule(
    examples={
        "Lithuania, which borders Belarus, supports the opposition.": [
            "Lithuania supports the opposition.",
            "Lithuania borders Belarus.",
        ],
        "Poland, whose ports are full, competes with Latvia.": [
            "Poland competes with Latvia.",
            "Poland's ports are full.",
        ],
        "The talks took place in Riga, where the agency has its seat.": [
            "The talks took place in Riga.",
            "In Riga, the agency has its seat.",
        ],
        "The council adopted a budget, which the ministry had rejected.": [
            "The council adopted a budget.",
            "The ministry had rejected a budget.",
        ],
        "The port was closed, which led to losses.": [
            "The port was closed.",
            "That the port was closed led to losses.",
        ],
        "The law, which the party wrote and which the court upheld, is old.": [
            "The law is old.",
            "The party wrote the law and the court upheld the law.",
        ],
    },
    leaves_alone=["Persons who support the regime face sanctions."],
)
def commenting_relative(clause: Clause) -> Iterator[Clause]:
    """A relative clause between commas states a second thing about its noun."""
    for verb in clause.find("relcl"):
        pronoun = relative_word(verb)
        noun = antecedent(verb, pronoun)
        of_noun = noun.pos_ not in VERBAL or follows_from_clause(verb, noun)
        if pronoun is not None and after_mark(verb) and of_noun:
            yield clause.cut(verb)
            yield related(clause, verb, noun, pronoun)
            return


def relative_word(verb: Token) -> Token | None:
    """The relative pronoun or adverb that opens a relative clause."""
    opening = [t for t in verb.subtree if t.i < verb.i][:3]
    return next((t for t in opening if t.tag_ in {"WDT", "WP", "WP$", "WRB"} and t.lower_ != "that"), None)


def antecedent(verb: Token, pronoun: Token | None) -> Token:
    """The noun that a relative clause is about: one that agrees with its verb, and no date unless it says when."""
    noun = verb.head
    if pronoun is not None and pronoun.lower_ != "when" and noun.ent_type_ == "DATE":
        main = governor(noun) or noun
        governed = child(main, "dobj") or child(main, "attr", "nsubj")
        return governed if governed is not None and governed.i < verb.i else noun
    if pronoun is not None and pronoun.head.lower_ == "of" and any(t.like_num for t in verb.subtree):
        whole = topmost(noun)
        amount = child(governor(noun) or noun, "dobj")
        parts = [t for t in (amount, whole) if t is not None and t.i < verb.i]
        return next((t for t in parts if any(n.like_num for n in t.subtree if n.i < verb.left_edge.i)), noun)
    number = next((t.tag_ for t in (*auxiliaries(verb), verb) if t.tag_ in {"VBZ", "VBP"}), None)
    if pronoun is None or pronoun.dep_ not in SUBJECT or number is None:
        return noun
    agrees = topmost(noun, plural=number == "VBP")
    return agrees if is_plural(agrees) == (number == "VBP") else noun


def related(clause: Clause, verb: Token, noun: Token, pronoun: Token) -> Clause:
    """A relative clause with its noun in the place of the relative word."""
    many = any(t.tag_ == "VBP" for t in (*auxiliaries(verb), verb)) and noun.conjuncts and not is_plural(noun)
    owner = clause.within(set(coordination(noun) if many else noun_phrase(noun)) - set(verb.subtree))
    rest = [t for t in verb.subtree if t != pronoun]
    if pronoun.tag_ == "WRB":
        place = noun.head.lower_
        preposition = place.capitalize() if place in {"in", "at", "on", "under"} else "In"
        return clause.make(verb, preposition, owner, ",", rest)
    if pronoun.tag_ == "WP$":
        return clause.make(verb, named_again([pronoun, *rest], verb, owner))
    if pronoun.dep_ in SUBJECT and pronoun.lower_ == "which" and follows_from_clause(verb, noun):
        return clause.make(verb, rest, subject=(Word("that", pronoun), *fact_before(clause, verb, noun)))
    if pronoun.dep_ in SUBJECT:
        return clause.make(verb, named_again(rest, verb, owner), subject=owner)
    if pronoun.dep_ == "pobj":
        whole = lowered(clause.within(uncounted(noun, verb)))
        return clause.make(verb, pronoun.head, the(whole), ",", [t for t in rest if t != pronoun.head])
    at = [t for t in rest if t.i <= verb.i]
    name = Word(written(lowered(owner)), pronoun)
    return clause.make(verb, at, name, named_again([t for t in rest if t.i > verb.i], verb, owner))


def follows_from_clause(verb: Token, noun: Token) -> bool:
    """Does "which" stand for the whole clause before it: is the verb one of consequence, and the noun no subject?"""
    return verb.lemma_ in word_list("consequence") and noun.dep_ not in SUBJECT


def fact_before(clause: Clause, verb: Token, noun: Token) -> list[Word]:
    """The clause that a relative clause comments on, without its conjunction."""
    main = next((t for t in (noun, *noun.ancestors) if is_clause(t)), clause.root)
    gone = {*verb.subtree, *(t for t in main.children if t.dep_ == "mark" or t.is_punct)}
    return lowered(trimmed(clause.within(t for t in main.subtree if t not in gone)))


def uncounted(noun: Token, verb: Token) -> set[Token]:
    """The noun phrase that a relative clause takes a part of, without its own figure."""
    if child(noun, "nummod") and (of := child(noun, "prep")) and (whole := child(of, "pobj")):
        noun = whole
    figures = [t for t in noun.children if t.dep_ in {"prep", "nummod"} and any(n.like_num for n in t.subtree)]
    return set(noun_phrase(noun)) - set(verb.subtree) - {t for figure in figures for t in figure.subtree}


def the(words: list[Word]) -> list[Word]:
    """A noun phrase with "the" for "a" or nothing."""
    first = words[0]
    if first.text in {"a", "an"}:
        return [Word("the", first.token), *words[1:]]
    named = first.token is None or first.token.pos_ in {"PROPN", "DET", "PRON"}
    return words if named else [Word("the"), *words]


def named_again(rest: list[Token], verb: Token, owner: tuple[Word, ...]) -> list[Word]:
    """The words of a relative clause, with the noun for any further relative pronoun that is coordinated in it."""
    name = written(lowered(owner))
    words: list[Word] = []
    for token in rest:
        if token.tag_ == "WP$":
            words.append(Word(owned(name), token))
        elif token.tag_ in {"WDT", "WP"} and token.head in verb.conjuncts:
            words += [Word(name, token)] if token.dep_ in SUBJECT else []
        else:
            words.append(Word(token.text, token))
            if token in verb.conjuncts and (pronoun := object_pronoun(token)) is not None:
                words.append(Word(name, pronoun))
    return words


def object_pronoun(verb: Token) -> Token | None:
    """The relative pronoun that is the object of a verb."""
    return next((t for t in children(verb, "dobj") if t.tag_ in {"WDT", "WP"}), None)


def owned(name: str) -> str:
    """A name in the possessive."""
    return f"{name}'" if name.endswith("s") else f"{name}'s"


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
    },
    leaves_alone=[
        "President Lukashenko visited Moscow.",
        "The policy moves the countries of the region, especially Latvia.",
        "The Investment Agency (IA) advises companies.",
    ],
)
def apposition(clause: Clause) -> Iterator[Clause]:
    """A noun phrase between commas or dashes says what the noun before it is."""
    for noun in clause.find("appos"):
        if after_mark(noun) and explains(noun) and clause.root not in set(noun.subtree):
            owner = described(noun)
            be = BE["present", is_plural(noun if owner.pos_ == "PROPN" else owner)]
            phrase = coordination(owner) if is_plural(noun) and owner.conjuncts else noun_phrase(owner)
            said = clause.within(t for t in phrase if t not in set(noun.subtree))
            yield clause.cut(noun)
            yield clause.make(noun, be, noun.subtree, subject=said)
            return


def explains(noun: Token) -> bool:
    """Can the noun phrase say what the noun before it is?"""
    nominal = noun.pos_ in {"NOUN", "PROPN"} and not in_brackets(noun)
    return nominal and noun.lemma_ not in CHANGE and not is_example(noun)


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
    return names and (chained or noun.ent_type_ == noun.head.ent_type_ == "GPE")


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
    },
    leaves_alone=["Mr Smith visited Riga.", "The minister visited Anna Berg."],
)
def title(clause: Clause) -> Iterator[Clause]:
    """A title before a person's name says what the person is."""
    for person in people(clause):
        office = office_before(clause, person)
        if office and clause.root not in office:
            yield clause.without(office)
            # The office is said of the person: the name is the subject, whatever the parser hung on what.
            name = clause.within(person)
            yield clause.make(office[-1], "is", office, subject=name)
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
    while office and not (office[0].lower_ in offices or office[0].pos_ in {"NOUN", "PROPN", "ADJ", "DET"}):
        office.pop(0)
    return office if any(t.lower_ in offices for t in office) else []


def belongs_to_office(token: Token) -> bool:
    """Can the word be part of an office: a noun, an adjective, an article, "of", "for", "and"?"""
    if token.pos_ in {"NOUN", "PROPN", "ADJ"}:
        return token.ent_type_ != "PERSON"
    return token.lower_ in {"of", "for", "the", "and"} and token.i > 0 and not token.is_sent_start


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
)
def judging_word(clause: Clause) -> Iterator[Clause]:
    """A word before a noun that judges it, or describes what a name has picked out already, states something."""
    for word in clause.find("amod"):
        noun = word.head
        if (
            word.i < noun.i
            and not word.conjuncts
            and (judges(word) or describes_name(word))
            and child(noun, "det", "poss")
        ):
            yield clause.without(word.subtree)
            when = "past" if word.tag_ == "VBN" or judges(word) else "present"
            rest = [t for t in noun_phrase(noun) if t not in set(word.subtree)]
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
