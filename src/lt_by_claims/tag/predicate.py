"""What a clause says of its subject: the verb that it hangs on, and what helps and completes it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from lt_by_claims.clause import Clause
from lt_by_claims.parse import Token
from lt_by_claims.tag.lexicon import words

SPEECH = words("speech")
NEEDS_AS = words("needs_as")
COMPLEMENTS = ("ccomp", "xcomp", "acomp", "attr", "oprd", "dobj")
SHORT = {"'ll": "will", "’ll": "will", "'d": "would", "’d": "would", "ca": "can", "wo": "will"}
WILL, MAY = frozenset({"will", "would", "shall"}), frozenset({"may", "might"})

Links = Mapping[Token, Sequence[tuple[str, Token]]]
"""What hangs on each token of a clause, and in which relation."""


class Predicate:
    """A word that a statement hangs on, seen among the words that its clause has."""

    def __init__(self, head: Token, links: Links) -> None:
        self.head, self.links = head, links
        self.lemma = head.lemma_.lower()
        self.auxiliaries = self.having("aux", "auxpass")
        self.modals = frozenset([SHORT.get(t.lower_, t.lower_) for t in self.auxiliaries if t.tag_ == "MD"])
        """Its modal verbs, in lower case: will, would, may …"""

    def having(self, *relations: str) -> list[Token]:
        """What hangs on the head in one of these relations."""
        return self.under(self.head, *relations)

    def under(self, token: Token, *relations: str) -> list[Token]:
        """What hangs on a word of the same clause in one of these relations."""
        return [under for relation, under in self.links.get(token, ()) if relation in relations]

    def first(self, *relations: str) -> Token | None:
        """The first that hangs on the head in one of these relations."""
        having = self.having(*relations)
        return having[0] if having else None

    def of(self, head: Token) -> Predicate:
        """Another predicate of the same clause."""
        return Predicate(head, self.links)

    @property
    def is_passive(self) -> bool:
        """Is it a passive, or a participle like one: seen as a threat?"""
        participle = self.head.tag_ == "VBN" and not any(t.lemma_ == "have" for t in self.auxiliaries)
        return participle or self.first("auxpass", "nsubjpass") is not None

    @property
    def is_past(self) -> bool:
        """Does it, or its first auxiliary, stand in the past tense?"""
        finite = next((t for t in (*self.auxiliaries, self.head) if t.tag_ in {"VBD", "VBP", "VBZ", "MD"}), None)
        return self.head.tag_ == "VBN" and not self.auxiliaries if finite is None else finite.tag_ == "VBD"

    @property
    def is_perfect(self) -> bool:
        """Is it a perfect: has voted?"""
        return self.head.tag_ in {"VBN", "VBD"} and any(t.lemma_ == "have" for t in self.auxiliaries)

    @property
    def is_progressive(self) -> bool:
        """Is it a progressive: is voting?"""
        return self.head.tag_ == "VBG" and any(t.lemma_ == "be" for t in self.auxiliaries)

    @cached_property
    def complement(self) -> Token | None:
        """The adjective or noun that a copula says of its subject."""
        if self.head.pos_ not in {"VERB", "AUX"}:
            return self.head
        return self.first("acomp", "attr", "oprd")

    @cached_property
    def follows(self) -> frozenset[str]:
        """What completes it: relations and prepositions, `passive`, and `gerund`."""
        kinds = {relation for relation, _ in self.links.get(self.head, ()) if relation in COMPLEMENTS}
        kinds |= {t.lower_ for t in self.having("prep", "prt", "dative")}
        kinds |= {"prep"} if self.first("prep") else set()
        kinds |= {"passive"} if self.is_passive else set()
        kinds |= {"gerund"} if any(t.tag_ == "VBG" for t in self.having("xcomp", "ccomp", "dobj")) else set()
        return frozenset(kinds)


def predicates(clause: Clause) -> tuple[Predicate, ...]:
    """The predicate of the clause, then what it says that someone says, from outside in."""
    links = links_of(clause)
    found = [Predicate(clause.root, links)]
    for above in clause.root.ancestors:
        if above in clause.inside and above.lemma_.lower() in SPEECH and said_by(clause.root, above):
            found.insert(0, Predicate(above, links))
    while (said := reported(found[-1])) is not None:
        found.append(found[-1].of(said))
    return tuple(found)


def links_of(clause: Clause) -> Links:
    """What hangs on what; a coordinated word stands for the first of its row, where the clause has not got that."""
    tokens, root = clause.inside, clause.root
    twins = {token for token in row(root) if token not in tokens}
    links: dict[Token, list[tuple[str, Token]]] = defaultdict(list)
    for token in clause.tokens:
        if token is root:
            continue
        relation, head = token.dep_, token.head
        if head not in tokens:
            for first in row(token):
                relation, head = first.dep_, first.head
                if head in tokens:
                    break
        links[root if head in twins else head].append((relation, token))
    return links


def row(token: Token) -> Iterator[Token]:
    """The words before it in a row of coordinated words, backwards."""
    while token.dep_ == "conj":
        token = token.head
        yield token


def said_by(verb: Token, speech: Token) -> bool:
    """Is the verb, or the first of its row, what the speech verb says?"""
    return any(token.dep_ == "ccomp" and token.head == speech for token in (verb, *row(verb)))


def reported(predicate: Predicate) -> Token | None:
    """The verb of the proposition that the predicate utters, if it utters one."""
    if predicate.lemma not in SPEECH:
        return None
    return next((t for t in predicate.having("ccomp") if t.pos_ in {"VERB", "AUX"} and not is_to(t)), None)


def agent(predicate: Predicate) -> Token | None:
    """Who does what a passive says."""
    doers = [noun for by in predicate.having("agent")[:1] for noun in predicate.under(by, "pobj")]
    return doers[0] if doers else None


def is_to(verb: Token) -> bool:
    """Is the verb a to-infinitive?"""
    return any(t.tag_ == "TO" for t in verb.children)


def takes_as(predicate: Predicate) -> bool:
    """Does the predicate take a thing to be something: sees it as a threat, considers it unlikely, is identified as?"""
    if predicate.lemma not in NEEDS_AS:
        return False
    things = [t for noun in predicate.having("dobj") for _, t in predicate.links.get(noun, ())]
    near = (*predicate.having("prep", "advcl", "mark"), *things)
    return any(map(has_as, near)) or any(map(is_small, predicate.having("oprd", "ccomp", "xcomp")))


def has_as(word: Token) -> bool:
    """Is the word "as", or does "as" lead it?"""
    return any(t.lower_ == "as" and t.tag_ == "IN" for t in (word, *word.children))


def is_small(complement: Token) -> bool:
    """Is it a clause without a verb, or with "to be": (considers it) unlikely?"""
    return complement.pos_ not in {"VERB", "AUX"} or complement.lemma_ == "be"
