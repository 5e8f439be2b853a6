"""What stands beside a name says what is named."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from lt_by_claims.clause import Clause, Word
from lt_by_claims.grammar import after_mark, child, in_brackets, noun_phrase, subject_head
from lt_by_claims.rule import rule
from lt_by_claims.split.figures import YEAR

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
        if description and clause.root not in {*description, *name}:
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
        if paired and child(outer, "det") is None and clause.root != inner:
            yield clause.cut(outer)
            yield clause.make(inner, "is", "in", outer.subtree, subject=clause.within([*inner.lefts, inner]))
            return


@rule(
    examples={
        "The festival opened with Salt (2004) in May.": [
            "The festival opened with Salt in May.",
            "Salt is from 2004.",
        ],
    },
    leaves_alone=["The festival (founded in 2004) opened in May.", "Trade grew in a good year (2004)."],
)
def year_of_a_work(clause: Clause) -> Iterator[Clause]:
    """A year in brackets after the title of a work says when that came out."""
    for year in clause.find("appos", "npadvmod", "nummod"):
        work = year.head
        if is_year_number(year) and in_brackets(year) and work.pos_ == "PROPN" and clause.root not in {work, year}:
            title = [t for t in noun_phrase(work) if t.i < year.i and t.pos_ == "PROPN"]
            yield clause.cut(year)
            yield clause.make(work, "is", "from", year, subject=clause.within(title))
            return


def is_year_number(token: Token) -> bool:
    """Is it a year, whatever it hangs on, with its bracket closed right after it?"""
    closed = token.i + 1 < len(token.doc) and token.nbor(1).text == ")"
    return YEAR.fullmatch(token.text) is not None and closed and not list(token.children)


@rule(
    examples={
        "Maria Lopez is an Ecuadorian surgeon.": ["Maria Lopez is a surgeon.", "Maria Lopez is Ecuadorian."],
    },
    leaves_alone=["Maria Lopez is a skilled surgeon.", "It is the Ecuadorian parliament."],
)
def origin_of_a_person(clause: Clause) -> Iterator[Clause]:
    """An adjective of nation before what a person is says a second thing of the person."""
    attribute = child(clause.root, "attr")
    subject = subject_head(clause)
    if attribute is None or attribute not in clause.tokens or subject is None or clause.root.lemma_ != "be":
        return
    article, *rest = [t for t in attribute.lefts if t in clause.tokens] or [None]
    origin = next((t for t in rest if t.ent_type_ == "NORP" and t.dep_ == "amod"), None)
    person = subject.ent_type_ == "PERSON" or subject.lower_ in {"he", "she"}
    if origin is None or article is None or article.lower_ not in {"a", "an"} or not person:
        return
    following = next((t for t in attribute.subtree if t.i > article.i and t != origin), attribute)
    new = "an" if following.lower_[0] in VOWELS else "a"
    yield clause.without([origin]).swap(article, Word(new, article))
    yield clause.make(clause.root, clause.root, origin, subject=clause.within(noun_phrase(subject)))
