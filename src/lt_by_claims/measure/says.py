"""A clause and a value in it: what the clause says of the value, in its own words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise, takewhile

from lt_by_claims.clause import MARKS, Clause, Word, written
from lt_by_claims.grammar import NOMINAL, SUBJECT, VERBAL, auxiliaries, child, noun_phrase, subject, subject_of
from lt_by_claims.inflection import with_s
from lt_by_claims.measure.lexicon import words
from lt_by_claims.parse import Token

GROWTH = words("phrases", "growth")
FALL = words("phrases", "fall")
LESS = words("phrases", "less")
MORE = words("phrases", "more")
PLACES = frozenset({"GPE", "LOC"})

EDGE = (
    frozenset({"a", "an", "the", "only", "just", "also", "already", "and", "or", "but", "of", "as", ".", "to"}) | MARKS
)
"""Words that mean nothing at the edge of a phrase."""


class Says:
    """What a clause says of a value in it; every answer is a phrase, empty where the clause does not say it."""

    def __init__(self, clause: Clause, tokens: Sequence[Token]) -> None:
        self.clause, self.value = clause, set(tokens)
        self.top = next((token for token in tokens if token.head not in self.value), tokens[-1])
        self.last = tokens[-1]
        above = [self.top, *self.top.ancestors]
        self.verb = next((token for token in above if token.pos_ in VERBAL), clause.root)
        self.links = set(takewhile(lambda token: token.dep_ in {"prep", "acl"}, self.top.ancestors))

    # what the value hangs on

    def after(self, *prepositions: str) -> Token | None:
        """One of these prepositions after the value, on it or on its verb."""
        right = (t for token in (self.top, self.verb) for t in token.rights if t.i > self.last.i)
        return next((token for token in right if token.lower_ in prepositions), None)

    def whole(self) -> str:
        """The whole that the value is of: "30% of the turnover", "22 million tonnes of freight"."""
        after = next((after for word, after in pairwise(self.clause.words) if word.token == self.last), None)
        of = after.token if after is not None and after.text == "of" else None
        return self.noun(child(of, "pobj")) if of is not None else ""

    def inside(self) -> str:
        """The things counted inside the value: "one job in eight"."""
        noun = next((token for token in self.value if token.pos_ == "NOUN" and token.text.isalpha()), None)
        return "" if noun is None or noun == self.last or noun.like_num else with_s(noun.lower_)

    def holder(self) -> Token | None:
        """The noun that the value says the size of: "package of €48 million", "exchange valued at €1 billion"."""
        link = self.top.head
        if self.top.dep_ == "appos":
            above = link
        elif self.top.dep_ == "pobj" and link.lower_ == "of":
            above = link.head
        elif self.top.dep_ == "pobj" and link.head.dep_ == "acl" and link.head != self.clause.root:
            above = link.head.head
        else:
            return None
        return above if above.pos_ in NOMINAL and above in self.clause.tokens else None

    def part_of(self, whole: str) -> str:
        """Share of the subject in the whole."""
        part = self.subject(self.verb)
        return joined("share of", *([part, "in"] if part and whole not in part else []), whole)

    # change

    def compared(self) -> str:
        """Growth of, fall in: where the word after the value says so: "35% less"."""
        following = self.last.nbor(1).lower_ if self.last.i + 1 < len(self.last.doc) else ""
        return "fall in" if following in LESS else "growth of" if following in MORE else ""

    def change(self) -> str:
        """Growth of, fall in: where the verb says so, and the value is no level that is reached."""
        if self.top.dep_ == "pobj" and self.top.head.lower_ != "by":
            return ""
        return "growth of" if self.verb.lemma_ in GROWTH else "fall in" if self.verb.lemma_ in FALL else ""

    def changed(self) -> str:
        """What the verb changes: its object, else its subject."""
        thing = child(self.verb, "dobj")
        return self.noun(thing) if thing is not None and thing not in self.value else self.subject(self.verb)

    # what the clause says of a noun

    def role(self, noun: Token | None = None) -> str:
        """What the verb says of the noun, or of the value itself: as its subject or as its object."""
        noun = noun or self.top
        verb = noun.head
        if verb not in self.clause.tokens or verb.pos_ not in VERBAL:
            return ""
        if noun.dep_ in SUBJECT:
            return self.predicate(verb)
        return joined(self.subject(verb), self.verbs(verb)) if noun.dep_ == "dobj" else ""

    def predicate(self, verb: Token) -> str:
        """What is said of a subject: "registered in Belarus", "interested in moving", "that report a loss"."""
        after = [word for word in self.clause.words if word.token is not None and word.token.i > verb.i]
        if child(verb, "attr") is not None or any(has_value(word) for word in after):
            return ""
        if child(verb, "auxpass") is not None:
            return self.text([Word(verb.text, verb), *after])
        if verb.lemma_ == "be":
            return self.text(after)
        own = {*auxiliaries(verb), verb}
        return joined("that", self.text(word for word in self.clause.words if word.token in own or word in after))

    def verbs(self, verb: Token) -> str:
        """The verb with its auxiliaries."""
        return self.text(self.clause.within([*auxiliaries(verb), verb]))

    def subject(self, verb: Token) -> str:
        """The subject of the verb, or of the clause; of "the number of things" the things."""
        named = self.noun(subject_of(verb)) or self.text(subject(self.clause)) or self.text(self.before_verb())
        return named.removeprefix("number of ")

    def before_verb(self) -> list[Word]:
        """The words before the verb, after the last comma: the subject of a clause that was put together."""
        verbs = {*auxiliaries(self.verb), self.verb}
        some = list(takewhile(lambda word: word.token not in verbs and not is_supplied_verb(word), self.clause.words))
        comma = max((k for k, word in enumerate(some) if word.text == ","), default=-1)
        return some[comma + 1 :] if len(some) < len(self.clause.words) else []

    def located(self) -> str:
        """The subject, and where it is lone, the place that the clause names: unemployment in Latgale."""
        named = self.subject(self.verb)
        places = (p for p in self.verb.children if p.dep_ == "prep" and p.lower_ == "in" and " " not in named)
        place = next((p for p in places for noun in p.children if noun.ent_type_ in PLACES), None)
        return named if place is None else joined(named, self.text(self.clause.within(place.subtree)))

    # words

    def noun(self, noun: Token | None, *, plural: bool = False) -> str:
        """A noun with what narrows it, without the value, as the clause words it."""
        if noun is None:
            return ""
        root = self.clause.root
        said = set(root.subtree) if root != noun and noun in root.ancestors else set()
        own = self.clause.within(token for token in noun_phrase(noun) if token not in said)
        return self.text(in_plural(word, noun) for word in own) if plural else self.text(own)

    def text(self, some: Iterable[Word]) -> str:
        """Words as text, without those of the value and without what means nothing at the edges."""
        kept = [plainly(word) for word in some if word.token is None or not self.is_of_value(word.token)]
        while kept and kept[0].text.lower() in EDGE:
            kept.pop(0)
        while kept and kept[-1].text.lower() in EDGE:
            kept.pop()
        return written(kept)

    def is_of_value(self, token: Token) -> bool:
        """Is it a word of the value, or a word that links it to its noun: package of, exchange valued at?"""
        return token in self.value or token in self.links


def plainly(word: Word) -> Word:
    """The word without the capital that it has as the first of its sentence."""
    token = word.token
    if token is None or not word.is_source or not token.is_sent_start or token.pos_ == "PROPN" or token.ent_type_:
        return word
    return Word(token.text.lower(), token) if token.text[1:].islower() else word


def is_supplied_verb(word: Word) -> bool:
    """Is it a verb that a construction supplied?"""
    return word.token is None and word.text in {"is", "are", "was", "were"}


def has_value(word: Word) -> bool:
    """Is it a number, and no year?"""
    return word.token is not None and word.token.like_num and not (len(word.text) == 4 and word.text.isdecimal())


def in_plural(word: Word, noun: Token) -> Word:
    """The word, in the plural where it is the noun."""
    return Word(with_s(word.text)) if word.token == noun and noun.tag_ in {"NN", "NNP"} else word


def joined(*parts: str) -> str:
    """The parts that say something, in order."""
    return " ".join(filter(None, parts))
