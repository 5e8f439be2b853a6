"""The noun phrases of a document that a later word may stand for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property

from lt_by_claims.clause import Word, trimmed, words_of, written
from lt_by_claims.codes import states_of_today
from lt_by_claims.grammar import SUBJECT, is_plural, noun_phrase
from lt_by_claims.parse import Span, Token
from lt_by_claims.words import word_list

UNNAMED = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "CARDINAL", "ORDINAL", "QUANTITY"})
"""Entities that no later word stands for."""

VAGUE = frozenset({"no", "neither", "each", "any", "every", "either", "nor"})
"""Before a noun that names no certain thing."""

POINTING = frozenset({"this", "these", "that", "those"})
"""Before a noun that itself points to something said before."""


@dataclass(frozen=True)
class Mention:
    """A noun phrase that a later word may stand for."""

    token: Token
    kind: str
    plural: bool
    sentence: int
    subject: bool
    owner: bool
    given_name: str | None = None

    @cached_property
    def name(self) -> str:
        """What is put for a word that stands for it."""
        return self.given_name or name_of(self.token)


def mentioned(token: Token, sentence: int) -> Mention | None:
    """The mention that a noun makes; an adjective of nationality mentions its state."""
    entity = entity_of(token)
    if entity is not None and entity.label_ == "GPE" and len(entity) > 1 and bare(entity) in states():
        return (
            Mention(token, "state", False, sentence, token.dep_ in SUBJECT, token.dep_ == "poss")
            if (token == entity.root)
            else None
        )
    state = None if is_inside_name(token) else states().get(token.text)
    if token.pos_ == "ADJ" or (state and state != token.text):
        owner = token.dep_ == "amod" and token.head.dep_ in SUBJECT
        return Mention(token, "state", False, sentence, False, owner, state) if state and token.text != state else None
    if (
        token.ent_type_ in UNNAMED
        or (token.dep_ in {"compound", "nmod"} and not state)
        or any(t.lower_ in VAGUE for t in token.children)
    ):
        return None
    kind = "state" if state else kind_of(token)
    plural = is_plural(token) and (token.pos_ != "PROPN" or bool(token.conjuncts))
    name = None if plural else bare(entity) if kind == "person" and entity is not None else state
    return Mention(token, kind, plural, sentence, token.dep_ in SUBJECT, token.dep_ == "poss", name)


def one_of_row(token: Token, sentence: int) -> Mention:
    """The mention of one noun of a coordination, by itself."""
    kind = "state" if token.text in states() else kind_of(token)
    many = token.tag_ in {"NNS", "NNPS"}
    return Mention(token, kind, many, sentence, False, False, name_of(token, alone=True))


def entity_of(token: Token) -> Span | None:
    """The name that a word is part of."""
    if not token.ent_type_:
        return None
    tokens = token.doc.tokens
    start, end = token.i, token.i + 1
    while start > 0 and tokens[start].ent_iob_ == "I":
        start -= 1
    while end < len(tokens) and tokens[end].ent_iob_ == "I":
        end += 1
    return Span(token.doc, start, end, token.ent_type_)


def bare(entity: Span) -> str:
    """A name without its article and the mark of an owner."""
    text = entity.text.removesuffix("'s").removesuffix("’s").rstrip("'’")
    return text[4:] if text.startswith(("The ", "the ")) else text


def is_inside_name(token: Token) -> bool:
    """Is the word one of several in the name of a body or person ("Bank of Lithuania")?"""
    goes_on = token.i + 1 < len(token.doc) and token.nbor(1).ent_iob_ == "I"
    return token.ent_type_ in {"ORG", "PERSON", "FAC"} and (token.ent_iob_ == "I" or goes_on)


def kind_of(noun: Token) -> str:
    """What sort of thing a noun names: a person, an office, a body that acts, a place, or a thing."""
    if noun.pos_ == "PROPN" and not (noun.lower_ in word_list("offices") and not noun.ent_type_):
        return {"PERSON": "person", "ORG": "body", "GPE": "place"}.get(noun.ent_type_, "thing")
    if noun.lemma_ in word_list("offices"):
        return "office"
    return "body" if noun.lemma_ in word_list("bodies") else "thing"


def name_of(noun: Token, *, alone: bool = False) -> str:
    """The noun phrase as a name: what narrows the noun, without dates, judgements and what comments on it."""
    gone = {t for c in noun.children if leaves_name(c) for t in c.subtree}
    row = [] if alone else coordinated(noun)
    whole = [t for part in (noun, *row) for t in noun_phrase(part)]
    parts = sorted({*whole, *joiners(noun, row)}, key=lambda t: t.i)
    phrase = [t for t in parts if t not in gone and not (t.dep_ == "case" and t.head == noun)]
    name = written(trimmed(words_of(definite(phrase, noun))))
    plain = bool(phrase) and phrase[0].pos_ != "PROPN" and phrase[0].ent_type_ in {"", "CARDINAL"}
    small = (plain and not name[:2].isupper()) or name.startswith(("The ", "A ", "An "))
    return name[:1].lower() + name[1:] if small else name


def coordinated(noun: Token) -> list[Token]:
    """The nouns that are joined to this one by "and"."""
    return [t for t in noun.conjuncts if t.i > noun.i and t.pos_ in {"NOUN", "PROPN"}] if is_plural(noun) else []


def joiners(noun: Token, others: Sequence[Token]) -> list[Token]:
    """The "and" and the commas between coordinated nouns."""
    if not others:
        return []
    return [
        t
        for t in noun.doc[noun.i + 1 : others[-1].i]
        if t.dep_ == "cc" or (t.text == "," and t.head in {noun, *others})
    ]


def definite(phrase: Sequence[Token], noun: Token) -> list[Word | Token]:
    """The noun phrase with "the" for "a" and for a number: what is named again is a certain thing."""
    numbers = {t for number in noun.children if number.dep_ == "nummod" for t in number.subtree}
    kept: list[Word | Token] = [t for t in phrase if t not in numbers]
    article = next((t for t in noun.lefts if t.lower_ in {"a", "an"}), None)
    if article is not None:
        such = "such a" if any(t.lower_ == "such" for t in noun.lefts) else "the"
        return [Word(such, article) if t == article else t for t in kept]
    determined = any(t.dep_ in {"det", "poss"} for t in noun.lefts)
    return [Word("the"), *kept] if numbers and not determined else kept


def leaves_name(modifier: Token) -> bool:
    """Is the modifier left out where the noun is named again: a date, a judgement, a quantity?"""
    dated = modifier.dep_ in {"prep", "npadvmod"} and any(t.ent_type_ in UNNAMED for t in modifier.subtree)
    judging = modifier.dep_ == "amod" and modifier.lower_ in word_list("judging")
    return (
        dated
        or judging
        or modifier.dep_ in {"predet", "preconj"}
        or (modifier.dep_ == "advmod" and modifier.i < modifier.head.i)
    )


def seen_again(mention: Mention, token: Token, sentence: int) -> Mention:
    """The mention in another place, where a pronoun or short name stands for it."""
    again = Mention(token, mention.kind, mention.plural, sentence, token.dep_ in SUBJECT, token.dep_ == "poss")
    return replace(again, given_name=mention.name)


@cache
def states() -> dict[str, str]:
    """The name of the state for each name and adjective of a state."""
    named: dict[str, str] = {}
    for state in states_of_today():
        named |= {name: name for name in state.names} | dict.fromkeys(state.demonyms, state.name)
    return named
