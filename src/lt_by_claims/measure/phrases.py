"""What a value measures, in a few words of its clause: Latvian exports to Belarus · share of X in Y · X among Y."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

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
VALUE = words("phrases", "value")
SHARE = words("phrases", "share")
AMONG = frozenset({"among", "amongst"})

LONGEST = 16
"""So many words at most."""

EDGE = frozenset({"a", "an", "the", ",", ";", "only", "just", "also", "and", "or", "but", "of", "as"} | MARKS)


def measured_by(clause: Clause, tokens: Sequence[Token], value: Value) -> str | None:
    """What the value in these tokens measures; None where the clause does not show it."""
    says = Says(clause, tokens)
    by_kind = {"rank": says.order, "percent": says.share, "ratio": says.share, "count": says.things}
    return by_kind.get(value.kind, says.amount)() or None


class Says:
    """A clause and a value in it: what the clause says of the value, as phrases."""

    def __init__(self, clause: Clause, tokens: Sequence[Token]) -> None:
        self.clause, self.value = clause, set(tokens)
        self.top = next((token for token in tokens if token.head not in self.value), tokens[-1])
        self.last = tokens[-1]
        self.verb = next((t for t in self.top.ancestors if t.pos_ in VERBAL), clause.root)

    def order(self) -> str:
        """Belarus among countries of origin in Lithuanian imports."""
        noun = self.top if self.top.pos_ in NOMINAL else self.top.head
        among = self.link(AMONG)
        if among is not None:
            return self.joined(self.subject(), "among", self.noun(child(among, "pobj")))
        if noun.pos_ in NOMINAL and noun.i > self.last.i:
            return self.joined(self.subject(), "among", self.plural(noun))
        return self.subject()

    def link(self, prepositions: Collection[str]) -> Token | None:
        """One of these prepositions after the value, on it or on its verb."""
        after = (t for token in (self.top, self.verb) for t in token.rights if t.i > self.last.i)
        return next((t for t in after if t.lower_ in prepositions), None)

    def share(self) -> str:
        """Share of transit in Latvia's GDP; growth of containers; unemployment in Latgale."""
        whole = self.of()
        if self.top.pos_ in VERBAL:
            return self.joined("fall in" if self.top.lemma_ in FALL else "growth of", self.thing(self.top))
        if whole:
            return self.part_of(whole)
        if change := self.compared() or self.change():
            return self.joined(change, self.thing(self.verb))
        return self.subject()

    def part_of(self, whole: str) -> str:
        """Share of the subject in the whole."""
        part = self.subject()
        return (
            self.joined("share of", part, "in", whole) if part and whole not in part else self.joined("share of", whole)
        )

    def compared(self) -> str:
        """Growth of, fall in: where the word after the value says so: "35% less"."""
        following = self.last.nbor(1).lower_ if self.last.i + 1 < len(self.last.doc) else ""
        return "fall in" if following in LESS else "growth of" if following in MORE else ""

    def change(self) -> str:
        """Growth of, fall in: where the verb says so, and the value is no level that is reached."""
        link = self.top.head.lower_ if self.top.dep_ == "pobj" else "by"
        if link != "by":
            return ""
        return "growth of" if self.verb.lemma_ in GROWTH else "fall in" if self.verb.lemma_ in FALL else ""

    def thing(self, verb: Token) -> str:
        """What a verb changes: its object, else its subject."""
        changed = child(verb, "dobj")
        return self.noun(changed) if changed is not None and changed not in self.value else self.subject()

    def things(self) -> str:
        """Lithuanian companies registered in Belarus."""
        noun = self.top.head if self.top.head.pos_ in NOMINAL and self.top.head.i > self.top.i else None
        if noun is None:
            return self.of() or self.subject()
        return self.in_its_role(noun)

    def amount(self) -> str:
        """Latvian exports to Belarus; freight that Latvian Railways transported; support package for the region."""
        if whole := self.of():
            return self.part_of(whole) if self.verb.lemma_ in SHARE else self.joined(whole, self.doing(self.top))
        holder = self.holder()
        if holder is not None:
            return self.noun(holder)
        if self.top.dep_ == "dobj" and self.verb.lemma_ not in VALUE:
            return self.joined(self.subject(), self.verbs())
        return self.joined(self.change(), self.thing(self.verb))

    def holder(self) -> Token | None:
        """The noun that the value says the size of: "package of €48 million", "exchange valued at €1 billion"."""
        above = self.top.head
        if self.top.dep_ == "pobj" and above.head.pos_ == "NOUN" and above.lower_ == "of":
            return above.head
        if self.top.dep_ == "pobj" and above.head.dep_ == "acl" and above.head.head.pos_ in NOMINAL:
            return above.head.head if above.head.head in self.clause.tokens else None
        return above if self.top.dep_ in {"appos", "nummod"} and above.pos_ == "NOUN" and above.i < self.top.i else None

    def of(self) -> str:
        """The whole that the value is of: "30% of the turnover", "22 million tonnes of freight"."""
        of = next((t for token in self.value for t in token.children if t.lower_ == "of" and t.i > self.last.i), None)
        return self.noun(child(of, "pobj")) if of is not None else ""

    def in_its_role(self, noun: Token) -> str:
        """The noun phrase with what its verb says of it."""
        if noun.dep_ in SUBJECT and noun.head in self.clause.tokens:
            return self.joined(self.noun(noun), self.predicate(noun.head))
        return self.joined(self.noun(noun), self.doing(noun))

    def predicate(self, verb: Token) -> str:
        """What is said of a subject: "registered in Belarus", "that report Belarusian capital"."""
        after = [word for word in self.clause.words if word.token is not None and word.token.i > verb.i]
        if child(verb, "auxpass") is not None:
            return self.text([Word(verb.text, verb), *after])
        if verb.lemma_ == "be":
            return self.text(after)
        own = {*auxiliaries(verb), verb}
        return self.joined("that", self.text([w for w in self.clause.words if w.token in own or w in after]))

    def doing(self, noun: Token) -> str:
        """Who does what with an object: "Latvian Railways transported"."""
        if noun.dep_ != "dobj" or noun.head not in self.clause.tokens:
            return ""
        return self.joined(self.subject(), self.verbs())

    def verbs(self) -> str:
        """The verb with its auxiliaries."""
        own = {*auxiliaries(self.verb), self.verb}
        return self.text([word for word in self.clause.words if word.token in own])

    def subject(self) -> str:
        """The subject of the value's verb or of the clause, without the value; the things of "the number of things"."""
        own = subject_of(self.verb)
        some = self.clause.within(noun_phrase(own)) if own is not None else ()
        return self.text(some or subject(self.clause)).removeprefix("number of ")

    def noun(self, noun: Token | None) -> str:
        """A noun with what narrows it, without the value, as the clause words it."""
        return "" if noun is None else self.text(self.clause.within(noun_phrase(noun)))

    def plural(self, noun: Token) -> str:
        """The noun phrase of a noun, in the plural."""
        own = [replaced(word, noun) for word in self.clause.within(noun_phrase(noun))]
        return self.text(own)

    def text(self, some: Iterable[Word]) -> str:
        """Words as text, without those of the value and without articles and marks at the edges."""
        kept = [plainly(word) for word in some if word.token is None or not self.is_of_value(word.token)]
        return written(trimmed(kept, EDGE))

    def is_of_value(self, token: Token) -> bool:
        """Is it a word of the value, or the "of" that the value hangs on?"""
        return token in self.value or (token.lower_ == "of" and child(token, "pobj") in self.value)

    def joined(self, *parts: str) -> str:
        """The parts in order, not too many words of them."""
        return " ".join(" ".join(filter(None, parts)).split()[:LONGEST])


def plainly(word: Word) -> Word:
    """The word without the capital that it has as the first of its sentence."""
    token = word.token
    if token is None or not word.is_source or not token.is_sent_start or token.pos_ == "PROPN" or token.ent_type_:
        return word
    return Word(token.text.lower(), token) if token.text[1:].islower() else word


def replaced(word: Word, noun: Token) -> Word:
    """The word, in the plural where it is the noun."""
    is_singular = word.token == noun and noun.tag_ in {"NN", "NNP"}
    return Word(with_s(word.text), None) if is_singular else word


def trimmed(some: list[Word], edge: Collection[str]) -> list[Word]:
    """The words without those at the edges that mean nothing there."""
    while some and some[0].text.lower() in edge:
        some = some[1:]
    while some and some[-1].text.lower() in edge:
        some = some[:-1]
    return some
