"""What pronouns and short names stand for, over a whole document.

A wrong name is worse than none: where two antecedents come equally near, the words stay as they are.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, field, replace

from lt_by_claims.clause import Clause, Word
from lt_by_claims.grammar import child, governor, subject_of
from lt_by_claims.inflection import owned
from lt_by_claims.parse import Doc, Span, Token
from lt_by_claims.standalone.counted import of_number
from lt_by_claims.standalone.doubts import doubts
from lt_by_claims.standalone.markers import without_markers
from lt_by_claims.standalone.mentions import Mention, mentioned, one_of_row, seen_again
from lt_by_claims.standalone.names import PLACES, TITLES, of_acronym, of_last_name, spelled_out
from lt_by_claims.standalone.pairs import FIGURES, PAIR, is_of_pair, member, of_two_figures
from lt_by_claims.standalone.pronouns import POSSESSIVE, PRONOUNS, is_pleonastic, of_pronoun, owner_near
from lt_by_claims.standalone.quotations import quoted
from lt_by_claims.standalone.short_names import is_bare, of_short_name

SHARES = frozenset({"all", "any", "both", "each", "few", "half", "many", "most", "none", "several", "some", "third"})
"""Words for a share, before "of"."""

STANDING = frozenset({"PRON", "NUM", "NOUN", "PROPN"})
"""Parts of speech of words that stand for something named before."""

OF_TWO = PAIR | FIGURES
"""Words that stand for one of two, whatever the parser takes them to be."""

REMEMBERED = 200
"""Mentions that are kept in mind; what lies further back is not meant."""


def standalone(clauses: Iterable[Clause]) -> list[Clause]:
    """The clauses of a document with what their pronouns and short names stand for, and without discourse markers."""
    given = list(clauses)
    docs = list(dict.fromkeys(clause.root.doc for clause in given))
    uttered = frozenset(token for doc in docs for token in quoted(doc))
    names = references(docs, uttered)
    settled = names.keys() | uttered
    return [without_markers(doubted(with_names(clause, names), settled)) for clause in given]


def references(docs: Sequence[Doc], uttered: Container[Token]) -> dict[Token, Mention]:
    """What each pronoun and short name of a document stands for, where that is certain; what is uttered stays."""
    found: dict[Token, Mention] = {}
    known = Known()
    for doc in docs:
        for sentence in doc.sents:
            known.begin(sentence)
            for token in sentence:
                if token not in uttered and (mention := antecedent(token, known)):
                    found[token] = mention
                    known.mentions.append(seen_again(mention, token, known.number))
                elif token.pos_ in {"NOUN", "PROPN", "ADJ"} and (mention := mentioned(token, known.number)):
                    known.mentions.append(mention)
    return found


@dataclass(slots=True)
class Known:
    """What a text has named up to a sentence: its mentions, its acronyms, and the last two sentences."""

    number: int = 0
    mentions: list[Mention] = field(default_factory=list)
    spelled: dict[str, str] = field(default_factory=dict)
    last: tuple[Span, ...] = ()

    def begin(self, sentence: Span) -> None:
        """Go on to the next sentence."""
        self.number += 1
        self.mentions = self.mentions[-REMEMBERED:]
        self.last = (*self.last[-1:], sentence)
        self.spelled |= spelled_out(sentence)


def antecedent(token: Token, known: Known) -> Mention | None:
    """What a word stands for, if it stands for another and that is certain."""
    if token.pos_ not in STANDING and token.lower_ not in OF_TWO:
        return None
    if token.pos_ == "PRON" and token.lower_ in POSSESSIVE and (owner := owner_near(token)) is not None:
        return one_of_row(owner, known.number)
    if token.pos_ == "PRON" and token.lower_ in PRONOUNS:
        return None if is_pleonastic(token) else of_pronoun(token, known.number, known.mentions)
    if token.pos_ == "NUM":
        return of_number(token, known.number, known.last)
    if is_of_pair(token):
        meant = member(token, known.last)
        return one_of_row(meant, known.number) if meant is not None else None
    if token.pos_ == "PROPN" and token.text in known.spelled:
        full, mention = of_acronym(token, known.spelled), mentioned(token, known.number)
        return replace(mention, given_name=full) if full and mention else None
    if token.pos_ == "PROPN" and token.ent_type_ not in PLACES and (person := of_last_name(token, known.mentions)):
        return person
    if token.lower_ in FIGURES and (figure := of_two_figures(token, known.number, known.last)):
        return figure
    if token.pos_ in {"NOUN", "PROPN"} and is_bare(token):
        return of_short_name(token, known.number, known.mentions)
    return None


def doubted(clause: Clause, settled: Container[Token]) -> Clause:
    """The clause with a doubt for each word that may stand for another and was left as it is."""
    found = dict.fromkeys((*clause.doubts, *doubts(clause, settled)))
    return replace(clause, doubts=tuple(found)) if found else clause


def with_names(clause: Clause, names: dict[Token, Mention]) -> Clause:
    """The clause with names for its pronouns and short names, where the clause does not name the same thing before."""
    if names.keys().isdisjoint(clause.tokens):
        return clause
    said: set[str] = set()
    words: list[Word] = []
    for word in clause.words:
        mention = names.get(word.token) if word.token is not None and word.is_source else None
        if (
            word.token is not None
            and mention is not None
            and mention.name not in said
            and is_away(clause, word.token, mention)
        ):
            determiners = {t for t in word.token.lefts if t.dep_ == "det" or t.lower_ in TITLES | PAIR}
            determiners |= {word.token.nbor(-1)} if is_of_pair(word.token) else set()
            words = [w for w in words if w.token not in determiners]
            words.append(Word(named(word.token, mention), word.token))
            said.add(mention.name)
        else:
            words.append(word)
            said |= {word.text}
    return clause.saying(words)


def is_away(clause: Clause, token: Token, mention: Mention) -> bool:
    """Does the clause lack what the word stands for, and not because another subject has taken its place?"""
    members = {mention.token, *mention.token.conjuncts} if mention.plural else {mention.token}
    if (members - {token}) & clause.inside:
        return False
    verb = governor(token)
    beside = token.head.dep_ == "conj" and token.head.head == mention.token
    return token.lower_ not in POSSESSIVE or beside or verb != clause.root or subject_of(verb) != mention.token


def named(token: Token, mention: Mention) -> str:
    """The name in the form that the word it is put for has."""
    if token.lower_ not in POSSESSIVE or token.tag_ == "PRP":
        return f"the {mention.name}" if is_part(token) and is_bare_plural(mention) else mention.name
    return owned(mention.name)


def is_part(token: Token) -> bool:
    """Is it what a share, or a number, is of: "most of them"?"""
    of = token.head
    return of.lower_ == "of" and (of.head.lower_ in SHARES or of.head.like_num)


def is_bare_plural(mention: Mention) -> bool:
    """Is it a plural without an article, owner or capital?"""
    first = mention.name.split()[0]
    articled = child(mention.token, "det", "poss") is not None or first.lower() == "the"
    return mention.plural and not articled and mention.token.pos_ == "NOUN"
