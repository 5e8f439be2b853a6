"""What stands beside a name says what is named."""

from __future__ import annotations

from collections.abc import Iterator

from lt_by_claims.clause import Clause, Word
from lt_by_claims.grammar import SUBJECT, after_mark, child, noun_phrase, subject_head
from lt_by_claims.parse import Token
from lt_by_claims.rule import rule
from lt_by_claims.split.figures import YEAR

SMALL = frozenset({"of", "in", "the", "a", "an", "on", "with", "for", "to", "'s", "’s", "&", ":"})
"""Words without a capital within a title."""

AFTER_A_COMMA = 2

VOWELS = frozenset("aeiou")


@rule(
    examples={
        "Peruvian goalkeeper Luis Vega joined the club.": [
            "Luis Vega joined the club.",
            "Luis Vega is a Peruvian goalkeeper.",
        ],
        "The plant was built by the German company Nordal.": [
            "The plant was built by Nordal.",
            "Nordal is a German company.",
        ],
    },
    leaves_alone=["Mr Vega joined the club.", "The Vega family left.", "A goalkeeper joined the club."],
)
def described_name(clause: Clause) -> Iterator[Clause]:
    """A common noun right before a name says what the named is."""
    for said, name in described_in(clause):
        if clause.root not in {*said, *name}:
            yield clause.without(said)
            yield clause.make(name[-1], "is", with_article(said), subject=clause.within(name))
            return


def described_in(clause: Clause) -> Iterator[tuple[list[Token], list[Token]]]:
    """The common nouns right before a name in a clause, each with what belongs to it, and the name."""
    tokens = set(clause.tokens)
    for noun in clause.tokens:
        if noun.pos_ == "NOUN" and noun.tag_ == "NN" and noun.is_lower and noun.i + 1 < len(noun.doc):
            name = name_after(noun)
            if name and set(name) <= tokens and is_of_name(noun, name):
                yield description(clause, noun), name


def name_after(noun: Token) -> list[Token]:
    """The proper nouns right after a noun, if they are a name of more than a letter and no date."""
    name: list[Token] = []
    for token in noun.doc[noun.i + 1 : noun.sent.end]:
        if token.pos_ != "PROPN" or not token.text[0].isupper():
            break
        name.append(token)
    whole = bool(name) and len(name[-1]) > 1 and not any(t.ent_type_ in {"DATE", "NORP"} for t in name)
    return name if whole and name[-1].dep_ not in {"compound", "nmod", "poss"} else []


def is_of_name(noun: Token, name: list[Token]) -> bool:
    """Does the parser see the noun and the name after it as one phrase?"""
    inside = {name[-1], *name}
    hung = noun.dep_ in {"compound", "nmod", "amod"} and noun.head in inside
    return hung or (name[-1].dep_ == "appos" and name[-1].head == noun)


def description(clause: Clause, noun: Token) -> list[Token]:
    """A noun with the words before it that belong to it, and its article."""
    tokens = set(clause.tokens)
    words = [noun]
    while words[0].i > 0 and (before := words[0].nbor(-1)) in tokens and before.pos_ in {"ADJ", "NOUN", "PROPN", "ADV"}:
        words.insert(0, before)
    article = words[0].nbor(-1) if words[0].i > 0 else None
    return [article, *words] if article is not None and article.lower_ in {"the", "a", "an"} else words


def with_article(said: list[Token]) -> list[Word | Token]:
    """A description with "a", unless it has an owner."""
    if any(t.dep_ == "poss" for t in said) or said[0].lower_ in {"a", "an"}:
        return list(said)
    article = said[0] if said[0].pos_ == "DET" else None
    rest = said[1:] if article is not None else said
    return [Word("an" if rest[0].lower_[0] in VOWELS else "a", article), *rest]


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
        paired = (
            places and outer.left_edge.i == inner.i + AFTER_A_COMMA and not inner.conjuncts and not list(outer.rights)
        )
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
    leaves_alone=[
        "The festival (founded in 2004) opened in May.",
        "Trade grew in a good year (2004).",
        "The firm won a prize in Riga (2019).",
        "The festival opened with Salt (",
        "Wages rose, as OECD (2019) shows.",
    ],
)
def year_of_a_work(clause: Clause) -> Iterator[Clause]:
    """A year in brackets after the title of a work says when that came out."""
    for bracket in (t for t in clause.tokens if t.text == "(" and t.i + 2 < len(t.doc)):
        year = bracket.nbor(1)
        work = title_before(year) if is_year_number(year) and bracket.i > 0 else []
        named = bool(work) and work[-1].i == bracket.i - 1 and not is_actor(work)
        if named and clause.root not in {year, *work} and year in clause.tokens:
            yield clause.without([bracket, year, year.nbor(1)])
            yield clause.make(work[-1], "is", "from", year, subject=clause.within(work))
            return


def is_actor(name: list[Token]) -> bool:
    """Is it where something was, or a body that published something in the year ("OECD (2019)")?"""
    where = name[0].i > 0 and name[0].nbor(-1).lower_ in {"in", "at", "from", "near"} and name[-1].ent_type_ == "GPE"
    return where or (name[-1].text.isupper() and len(name[-1]) > 1)


def title_before(year: Token) -> list[Token]:
    """The words of a title before a bracket: those in capitals, and small words between them."""
    words: list[Token] = []
    for token in reversed(year.doc[year.sent.start : year.i - 1]):
        if not (token.text[0].isupper() or token.lower_ in SMALL) or token.dep_ in SUBJECT:
            break
        words.insert(0, token)
    while words and not words[0].text[0].isupper():
        words.pop(0)
    return words


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
    article = next((t for t in attribute.lefts if t.dep_ == "det" and t in clause.tokens), None)
    origin = next((t for t in attribute.lefts if t.ent_type_ == "NORP" and t.dep_ == "amod"), None)
    person = subject.ent_type_ == "PERSON" or subject.lower_ in {"he", "she"}
    if (
        origin is None
        or origin not in clause.tokens
        or article is None
        or article.lower_ not in {"a", "an"}
        or not person
    ):
        return
    following = next((t for t in attribute.subtree if t.i > article.i and t != origin), attribute)
    new = "an" if following.lower_[0] in VOWELS else "a"
    yield clause.without([origin]).swap(article, Word(new, article))
    yield clause.make(clause.root, clause.root, origin, subject=clause.within(noun_phrase(subject)))
