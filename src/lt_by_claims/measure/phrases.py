"""What a value measures, in a few words of its clause: Latvian exports to Belarus · share of X in Y · X among Y."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from spacy.tokens import Token

from lt_by_claims.clause import MARKS, Clause, Word, written
from lt_by_claims.grammar import NOMINAL, SUBJECT, VERBAL, auxiliaries, child, noun_phrase, subject, subject_of
from lt_by_claims.inflection import with_s
from lt_by_claims.measure.lexicon import words
from lt_by_claims.measure.value import Value

GROWTH = words("phrases", "growth")
FALL = words("phrases", "fall")
LESS = words("phrases", "less")
MORE = words("phrases", "more")
LEVEL = words("phrases", "value")
SHARE = words("phrases", "share")
PLACES = frozenset({"GPE", "LOC"})

LONGEST = 16
"""So many words at most."""

EDGE = (
    frozenset({"a", "an", "the", "only", "just", "also", "already", "and", "or", "but", "of", "as", ".", "to"}) | MARKS
)
"""Words that mean nothing at the edge of a phrase."""


def measured_by(clause: Clause, tokens: Sequence[Token], value: Value) -> str | None:
    """What the value in these tokens measures; None where the clause does not show it."""
    says = Says(clause, tokens)
    by_kind = {"rank": says.order, "percent": says.share, "ratio": says.share, "count": says.things}
    return shortened(by_kind.get(value.kind, says.amount)()) or None


class Says:
    """A clause and a value in it: what the clause says of the value, as phrases."""

    def __init__(self, clause: Clause, tokens: Sequence[Token]) -> None:
        self.clause, self.value = clause, set(tokens)
        self.top = next((token for token in tokens if token.head not in self.value), tokens[-1])
        self.last = tokens[-1]
        above = [self.top, *self.top.ancestors]
        self.verb = next((token for token in above if token.pos_ in VERBAL), clause.root)

    # by the kind of the value

    def order(self) -> str:
        """Belarus among countries of origin in Lithuanian imports."""
        among = self.after("among", "amongst")
        if among is not None:
            return joined(self.subject(self.verb), "among", self.noun(child(among, "pobj")))
        noun = self.top if self.top.pos_ in NOMINAL else self.top.head
        if noun.pos_ in NOMINAL and noun.i > self.last.i:
            return joined(self.subject(self.verb), "among", self.noun(noun, plural=True))
        return self.subject(self.verb)

    def share(self) -> str:
        """Share of transit in Latvia's GDP; growth of containers; unemployment to the average."""
        if self.top.pos_ in VERBAL and self.top == self.verb:
            return joined("fall in" if self.top.lemma_ in FALL else "growth of", self.changed())
        if whole := self.whole() or self.inside():
            return joined("share of", whole, self.role()) if self.top.dep_ in SUBJECT else self.part_of(whole)
        if self.top.dep_ in SUBJECT:
            return joined("share", self.role())
        if change := self.compared() or self.change():
            return joined(change, self.changed())
        if self.top.head.dep_ in {"attr", "dobj"} and self.top.head.i > self.last.i:
            return joined(self.located(), "to", self.noun(self.top.head))
        return self.located()

    def things(self) -> str:
        """Lithuanian companies registered in Belarus."""
        noun = self.top.head
        if noun.pos_ in NOMINAL and noun.i > self.top.i:
            return joined(self.noun(noun), self.role(noun))
        whole = self.whole()
        return joined(whole, self.role()) if whole or self.top.dep_ in SUBJECT else self.located()

    def amount(self) -> str:
        """Latvian exports to Belarus; freight that Latvian Railways transported; support package for the region."""
        if whole := self.whole():
            return self.part_of(whole) if self.verb.lemma_ in SHARE else joined(whole, self.role())
        if holder := self.holder():
            named = self.noun(holder)
            return named if " " in named else joined(named, self.role(holder))
        if self.top.dep_ in SUBJECT:
            return self.role()
        if self.top.dep_ == "dobj" and self.verb.lemma_ not in LEVEL:
            return joined(self.subject(self.verb), self.verbs(self.verb))
        return joined(self.change(), self.changed()) if self.change() else self.located()

    # what the value hangs on

    def after(self, *prepositions: str) -> Token | None:
        """One of these prepositions after the value, on it or on its verb."""
        right = (t for token in (self.top, self.verb) for t in token.rights if t.i > self.last.i)
        return next((token for token in right if token.lower_ in prepositions), None)

    def whole(self) -> str:
        """The whole that the value is of: "30% of the turnover", "22 million tonnes of freight"."""
        of = (t for token in self.value for t in token.children if t.lower_ == "of" and t.i > self.last.i)
        return self.noun(child(next(of, self.top), "pobj"))

    def inside(self) -> str:
        """The things counted inside the value: "one job in eight"."""
        noun = next((token for token in self.value if token.pos_ == "NOUN" and token.text.isalpha()), None)
        return "" if noun is None or noun == self.last or noun.like_num else with_s(noun.lower_)

    def holder(self) -> Token | None:
        """The noun that the value says the size of: "package of €48 million", "exchange valued at €1 billion"."""
        link = self.top.head
        above = link if self.top.dep_ == "appos" else link.head.head if link.head.dep_ == "acl" else link.head
        fits = self.top.dep_ == "appos" or (
            self.top.dep_ == "pobj" and (link.lower_ == "of" or link.head.dep_ == "acl")
        )
        return above if fits and above.pos_ in NOMINAL and above in self.clause.tokens else None

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
        if noun.head not in self.clause.tokens:
            return ""
        if noun.dep_ in SUBJECT:
            return self.predicate(noun.head)
        return joined(self.subject(noun.head), self.verbs(noun.head)) if noun.dep_ == "dobj" else ""

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
        own = subject_of(verb)
        some = self.clause.within(noun_phrase(own)) if own is not None else ()
        return self.text(some or subject(self.clause)).removeprefix("number of ")

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
        own = self.clause.within(noun_phrase(noun))
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
        """Is it a word of the value, or the "of" that the value hangs on?"""
        return token in self.value or (token.lower_ == "of" and child(token, "pobj") in self.value)


def plainly(word: Word) -> Word:
    """The word without the capital that it has as the first of its sentence."""
    token = word.token
    if token is None or not word.is_source or not token.is_sent_start or token.pos_ == "PROPN" or token.ent_type_:
        return word
    return Word(token.text.lower(), token) if token.text[1:].islower() else word


def has_value(word: Word) -> bool:
    """Is it a number, and no year?"""
    return word.token is not None and word.token.like_num and not (len(word.text) == 4 and word.text.isdecimal())


def in_plural(word: Word, noun: Token) -> Word:
    """The word, in the plural where it is the noun."""
    return Word(with_s(word.text)) if word.token == noun and noun.tag_ in {"NN", "NNP"} else word


def joined(*parts: str) -> str:
    """The parts that say something, in order."""
    return " ".join(filter(None, parts))


def shortened(phrase: str) -> str:
    """The phrase, not too many words of it."""
    return " ".join(phrase.split()[:LONGEST])
