"""A clause and a value in it: what the clause says of the value, in its own words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from itertools import takewhile

from lt_by_claims.calendar.moment import MONTHS, WORDS
from lt_by_claims.clause import MARKS, STOPS, Clause, Word, written
from lt_by_claims.codes import states
from lt_by_claims.grammar import NOMINAL, VERBAL, auxiliaries, child, noun_phrase, subject, subject_of
from lt_by_claims.inflection import with_s
from lt_by_claims.measure.lexicon import words
from lt_by_claims.measure.value import Value
from lt_by_claims.parse import Doc, Token

GROWTH = words("phrases", "growth")
FALL = words("phrases", "fall")
LESS = words("phrases", "less")
MORE = words("phrases", "more")
TIMES = frozenset({*MONTHS, *WORDS["seasons"]})

ASIDE = frozenset({"acl", "appos", "npadvmod", "nummod", "advmod", "amod", "relcl"})
"""What hangs so on a noun, and holds a number of its own, is no part of what is measured."""

EDGE = (
    frozenset({"a", "an", "the", "only", "just", "also", "already", "and", "or", "but", "of", "as", ".", "to"}) | MARKS
)
"""Words that mean nothing at the edge of a phrase."""


def tokens_of(clause: Clause, value: Value) -> tuple[Token, ...]:
    """The tokens of the parse that a value stands in, each wholly or in part."""
    return tokens_between(clause.root.doc, value.start, value.end)


@lru_cache(maxsize=32)
def tokens_between(doc: Doc, start: int, end: int) -> tuple[Token, ...]:
    """The words of a paragraph that stand, wholly or in part, between two places: every clause asks for all values."""
    return tuple([token for token in doc.between(start, end) if not token.is_space])


class Says:
    """What a clause says of a value in it; every answer is a phrase, empty where the clause does not say it."""

    def __init__(self, clause: Clause, tokens: Sequence[Token]) -> None:
        self.clause, self.tokens, self.value = clause, tokens, set(tokens)
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
        after = self.words_after()[:1]
        of = after[0].token if after and after[0].text == "of" else None
        return self.noun(child(of, "pobj")) if of is not None else ""

    def sum_in(self) -> str:
        """What an amount comes in: "€5 million in aid", "$3 million a year in revenue"."""
        words = self.words_after()
        words = words[2:] if words and words[0].text in {"a", "per", "an"} else words
        of = words[0].token if words and words[0].text == "in" else None
        thing = child(of, "pobj") if of is not None else None
        if (
            thing is None
            or thing.pos_ != "NOUN"
            or thing.lower_ in TIMES
            or child(thing, "det", "poss", "nummod") is not None
        ):
            return ""
        return self.noun(thing)

    def inside(self) -> str:
        """The things counted inside the value: "one job in eight"."""
        noun = next((token for token in reversed(self.tokens) if token.pos_ == "NOUN" and token.text.isalpha()), None)
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

    def partitive(self) -> str:
        """The whole that the clause opens with: "Of the loan, €3 million are to be paid back"."""
        opening = list(takewhile(lambda word: word.text != ",", self.clause.words))
        is_open = opening and opening[0].text.lower() == "of" and len(opening) < len(self.clause.words)
        return self.text(opening) if is_open else ""

    def infinitive(self) -> str:
        """What follows the value from "to" or "not to" on: "the first not to sign"."""
        after = self.words_after()
        texts = [word.text.lower() for word in after[:2]]
        return written(ended(after)) if texts[:1] == ["to"] or texts == ["not", "to"] else ""

    def words_after(self) -> list[Word]:
        """The words of the clause after the value."""
        place = next((k for k, word in enumerate(self.clause.words) if word.token == self.last), None)
        return [] if place is None else list(self.clause.words[place + 1 :])

    # change

    def comparative(self) -> str:
        """What the value is the measure of, where that is a difference: "380 km longer than the other route"."""
        after = ended(takewhile(lambda word: word.text not in {",", ";"}, self.words_after()))
        compared = any(word.token is not None and word.token.tag_ in {"JJR", "RBR"} for word in after[:3])
        return written(after) if compared else ""

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

    # words

    def verbs(self, verb: Token) -> str:
        """The verb with its auxiliaries."""
        return self.text(self.clause.within([*self.auxiliaries(verb), verb]))

    def auxiliaries(self, verb: Token) -> list[Token]:
        """The auxiliaries of a verb, or those that it shares with the verb it is joined to: "will come and see"."""
        shared = auxiliaries(verb.head) if verb.dep_ == "conj" and not auxiliaries(verb) else []
        return auxiliaries(verb) or [token for token in shared if token in self.clause.tokens]

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
        place = next((p for p in places for noun in p.children if is_place(noun)), None)
        return named if place is None else joined(named, self.text(self.clause.within(place.subtree)))

    def noun(self, noun: Token | None, *, plural: bool = False) -> str:
        """A noun with what narrows it, without the value, as the clause words it."""
        if noun is None:
            return ""
        root = self.clause.root
        said = set(root.subtree) if root != noun and noun in root.ancestors else set()
        for part in noun.children:
            compares = part.lower_ in LESS or part.lower_ in MORE
            if part.dep_ in ASIDE and has_number(part) and (compares or self.value.isdisjoint(part.subtree)):
                said.update(part.subtree)
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


def ended(some: Iterable[Word]) -> list[Word]:
    """The words without marks at the end."""
    kept = list(some)
    while kept and kept[-1].text in STOPS:
        kept.pop()
    return kept


def plainly(word: Word) -> Word:
    """The word without the capital that it has as the first of its sentence."""
    token = word.token
    if token is None or not word.is_source or not token.is_sent_start or is_name(token):
        return word
    return Word(token.text.lower(), token) if token.text[1:].islower() else word


def is_place(noun: Token) -> bool:
    """Can what stands after "in" be a place by its name?"""
    return noun.pos_ == "PROPN" and noun.lower_ not in TIMES


def is_name(token: Token) -> bool:
    """Has the word a capital wherever it stands: a name, or what is made of the name of a state?"""
    return token.pos_ == "PROPN" or token.text in demonyms()


@cache
def demonyms() -> frozenset[str]:
    """What is called after a state: Latvian, French."""
    return frozenset(name for state in states().values() for name in state.demonyms)


def is_supplied_verb(word: Word) -> bool:
    """Is it a verb that a construction supplied?"""
    return word.token is None and word.text in {"is", "are", "was", "were"}


def has_value(word: Word) -> bool:
    """Is it a number, and no year?"""
    return word.token is not None and word.token.like_num and not (len(word.text) == 4 and word.text.isdecimal())


def has_number(part: Token) -> bool:
    """Does a part of a phrase hold a number that is no year?"""
    return any(token.like_num and not (len(token) == 4 and token.text.isdecimal()) for token in part.subtree)


def in_plural(word: Word, noun: Token) -> Word:
    """The word, in the plural where it is the noun."""
    return Word(with_s(word.text)) if word.token == noun and noun.tag_ in {"NN", "NNP"} else word


def joined(*parts: str) -> str:
    """The parts that say something, in order."""
    return " ".join(filter(None, parts))
