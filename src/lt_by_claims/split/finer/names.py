"""What stands beside a name says what is named."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from lt_by_claims.clause import Clause, Word
from lt_by_claims.grammar import after_mark, child
from lt_by_claims.rule import rule

NAMED = frozenset({"PERSON", "ORG", "WORK_OF_ART", "FAC", "PRODUCT"})
VOWELS = frozenset("aeiou")


@rule(
    examples={
        "Peruvian goalkeeper Luis Vega joined the club.": [
            "Luis Vega joined the club.",
            "Luis Vega is a Peruvian goalkeeper.",
        ],
    },
    leaves_alone=["Mr Vega joined the club.", "The Vega family left.", "A goalkeeper joined the club."],
)
def described_name(clause: Clause) -> Iterator[Clause]:
    """A common noun right before a name says what the named is."""
    for name in named_in(clause):
        description = description_before(clause, name[0])
        if description and clause.root not in description and len(name) < len(clause.tokens):
            yield clause.without(description)
            yield clause.make(name[-1], "is", with_article(description), subject=clause.within(name))
            return


def named_in(clause: Clause) -> Iterator[list[Token]]:
    """The names of persons, bodies and works in a clause, each as its words."""
    tokens = set(clause.tokens)
    for entity in clause.root.sent.ents:
        words = [t for t in entity if t.pos_ == "PROPN"]
        if entity.label_ in NAMED and words and set(words) <= tokens and words[-1].i == entity[-1].i:
            yield words


def description_before(clause: Clause, first: Token) -> list[Token]:
    """The noun before a name with the words that belong to it, without an article."""
    noun = first.nbor(-1) if first.i > 0 else first
    tokens = set(clause.tokens)
    near = noun.pos_ == "NOUN" and noun.is_lower and noun in tokens and noun.i < first.i
    belongs = near and (noun.head in {first, *first.ancestors} or first.head == noun or first.dep_ == "appos")
    if not belongs or noun.tag_ != "NN" or noun.dep_ not in {"compound", "nmod", "amod", "appos"}:
        return []
    words = [noun]
    while words[0].i > 0 and (before := words[0].nbor(-1)) in tokens and before.pos_ in {"ADJ", "NOUN", "PROPN", "ADV"}:
        words.insert(0, before)
    article = words[0].nbor(-1) if words[0].i > 0 else None
    return [article, *words] if article is not None and article.lower_ in {"the", "a", "an"} else words


def with_article(description: list[Token]) -> list[Word | Token]:
    """A description with "a", unless it has an article or an owner."""
    first = description[0]
    if first.pos_ == "DET" or any(t.dep_ == "poss" for t in description):
        return list(description)
    return [Word("an" if first.lower_[0] in VOWELS else "a"), *description]


@rule(
    examples={
        "The fire broke out in Lyon, France.": ["The fire broke out in Lyon.", "Lyon is in France."],
    },
    leaves_alone=["The fire hit Lyon and Nice.", "Lyon, the second city, was hit."],
)
def place_in_a_place(clause: Clause) -> Iterator[Clause]:
    """A place with a larger one after a comma lies there."""
    for outer in clause.find("appos", "npadvmod", "conj"):
        inner = outer.head
        places = outer.ent_type_ == inner.ent_type_ == "GPE" and after_mark(outer) and outer.pos_ == "PROPN"
        paired = places and outer.left_edge.nbor(-2) == inner and not inner.conjuncts and not list(outer.rights)
        if paired and child(outer, "det") is None:
            yield clause.cut(outer)
            yield clause.make(inner, "is", "in", outer.subtree, subject=clause.within([*inner.lefts, inner]))
            return
