"""Constructions that leave out what the reader can supply: a second verb, the figures of a second year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from lt_by_claims.clause import Clause, Word, words_of, written
from lt_by_claims.grammar import VERBAL, after_mark, auxiliaries, child, children, is_plural, noun_phrase, subject_head
from lt_by_claims.parse import Token
from lt_by_claims.rule import rule
from lt_by_claims.split.coordination import agreeing
from lt_by_claims.split.figures import (
    FIGURE,
    LIMIT,
    exchange,
    figures,
    is_figure,
    is_share,
    is_year,
    names_amount,
    up_to_verb_or_joiner,
)


@rule(
    examples={
        "Exports fell by 12% and imports by 7%.": ["Exports fell by 12%.", "Imports fell by 7%."],
        "Exports to Poland were worth €5 million and those to Latvia €7 million.": [
            "Exports to Poland were worth €5 million.",
            "Exports to Latvia were worth €7 million.",
        ],
        "The pay of nurses was €5 and that of cooks €7.": [
            "The pay of nurses was €5.",
            "The pay of cooks was €7.",
        ],
        "Exports fell by 12%, imports by 7%.": ["Exports fell by 12%.", "Imports fell by 7%."],
        "Prices for bread rose by 5% and for milk by 8%.": [
            "Prices for bread rose by 5%.",
            "Prices for milk rose by 8%.",
        ],
        "Rents rose by 5% in May and in June by 8%.": ["Rents rose by 5% in May.", "Rents rose in June by 8%."],
        "Ghana spends 5% of its budget on schools, Chad 2%.": [
            "Ghana spends 5% of its budget on schools.",
            "Chad spends 2% of its budget on schools.",
        ],
        "In 2019, rents rose by 5%, and in 2020, by 8%.": ["In 2019, rents rose by 5%.", "Rents rose in 2020 by 8%."],
    },
    leaves_alone=[
        "Exports fell by 12% and 7%.",
        "The port handled coal and 12 ships.",
        "Ghana has 30 ports and exports 90% of its gas.",
    ],
    needs=[FIGURE, {"cc", ",", "and"}],
)
def ellipsis(clause: Clause) -> Iterator[Clause]:
    """A second thing and its figure share the verb of the first."""
    for joiner in (t for t in clause.tokens if joins_another(clause, t)):
        verb = clause.root
        later = [t for t in clause.tokens if t.i > joiner.i]
        comma = comma_after_opening(later)
        run = list(up_to_verb_or_joiner([t for t in later if t != comma]))
        start = figure_start(clause, verb, run)
        if start is None or not any(map(names_something, run[:start])):
            continue
        if start == 1 and run[0].tag_ == "NNS" and is_of_other_unit(clause, run[start:], joiner):
            continue
        said = said_before(clause, verb, run[start], joiner)
        if said is None or (len(run) < len(later) and any(t.pos_ in VERBAL for t in later[:1])):
            continue
        mark = {t for t in clause.tokens if t.i == joiner.i - 1 and t.text == ","}
        yield clause.without({joiner, *mark, *run, *([comma] if comma else [])})
        name, rest = named(run[:start], clause)
        opening = [] if rest and begins_alike(said[0], rest) else said[0]
        tail = said_after(clause, joiner) if names_amount(run[0]) else []
        yield replace(clause, words=words_of(opening, name, said[1], rest, run[start:], tail))
        return


def is_of_other_unit(clause: Clause, second: Sequence[Token], joiner: Token) -> bool:
    """Is the second figure, without a preposition of its own, a share where the first is none, or the other way round?

    Then a plural before it is no second subject but a verb that the parser took for one: "employs 300 people and
    exports 90% of its output".
    """
    first = next(iter(figures([t for t in clause.tokens if t.i < joiner.i])), [])
    shares = {any(is_share(t) for t in run) for run in (first, figures(second)[0])}
    return second[0].pos_ != "ADP" and bool(first) and len(shares) > 1


def comma_after_opening(words: Sequence[Token]) -> Token | None:
    """The comma that sets off a phrase which opens these words: "in 2020, by 8%"."""
    comma = next((t for t in words if t.text == ","), None)
    opens = comma is not None and words[0].pos_ == "ADP" and words[0].right_edge in {comma, comma.nbor(-1)}
    return comma if opens else None


def names_something(token: Token) -> bool:
    """Can it be the second thing, or when that was?"""
    return token.pos_ in {"NOUN", "PROPN", "PRON"} or token.lower_ == "those" or is_year(token)


def begins_alike(opening: Sequence[Word], phrase: Sequence[Token]) -> bool:
    """Does what opens the sentence ("In 2019, …") say of the first what the phrase says of the second?"""
    return bool(opening) and opening[0].text.lower() == phrase[0].lower_


@rule(
    examples={
        "The former will provide ships, the latter pilots.": [
            "The former will provide ships.",
            "The latter will provide pilots.",
        ],
        "The former sells gas to Chad and the latter to Mali.": [
            "The former sells gas to Chad.",
            "The latter sells gas to Mali.",
        ],
    },
    leaves_alone=["The former will provide ships, and the latter will pay.", "The mayor bought ships, the latter old."],
    needs=[{"former"}, {"latter"}],
)
def former_and_latter(clause: Clause) -> Iterator[Clause]:
    """What "the latter" does after "the former" has the verb of that."""
    head, verb = subject_head(clause), clause.root
    if head is None or head.lower_ != "former":
        return
    latter = next((t for t in clause.tokens if t.lower_ == "latter" and t.nbor(-1).lower_ == "the"), None)
    joiner = latter.nbor(-2) if latter is not None and latter.i > verb.i + 1 else None
    if latter is None or joiner is None or not (joiner.text == "," or joiner.lower_ == "and"):
        return
    later = [t for t in clause.tokens if t.i > latter.i and t.text != "."]
    if not later or any(t.pos_ in VERBAL for t in later):
        return
    first = [t for t in clause.tokens if head.i < t.i < joiner.i]
    shared = alike_from(first, verb, later[0])
    yield clause.without([joiner, latter.nbor(-1), latter, *later])
    yield clause.make(verb, latter.nbor(-1), latter, shared, later)


def alike_from(words: Sequence[Token], verb: Token, other: Token) -> list[Token]:
    """The words from a subject up to what the other subject has a word of its own for: its object, or "to …"."""
    twin = [t for t in words if t.i > verb.i and other.pos_ == "ADP" and t.lower_ == other.lower_]
    end = twin[0].i if twin else verb.i + 1
    return [t for t in words if t.i < end]


def joins_another(clause: Clause, token: Token) -> bool:
    """Is it a conjunction, or a comma between a figure and a noun, or before a name with an amount?"""
    is_joiner = token.dep_ == "cc"
    if token.i == 0 or token.i + 1 >= len(token.doc) or not (is_joiner or token.text == ","):
        return False
    after, is_late = token.nbor(1), token.i > clause.root.i
    if is_late and names_amount(after):
        return True
    if is_joiner:
        return token.head in clause.tokens
    if not is_late:
        return False
    return is_figure(token.nbor(-1)) and after.pos_ in {"NOUN", "PROPN", "DET", "ADJ", "PRON"} and not is_figure(after)


def figure_start(clause: Clause, verb: Token, run: Sequence[Token]) -> int | None:
    """Where, in the words of the second thing, its figure begins, with the preposition or hedge before it."""
    found = figures(run)
    if not found:
        return None
    place = run.index(found[0][0])
    while place > 0 and (run[place - 1].lower_ in LIMIT or run[place - 1].dep_ in {"quantmod"}):
        place -= 1
    twins = {t.lower_ for t in children(verb, "prep")}
    if place > 0 and run[place - 1].pos_ == "ADP":
        return place - 1 if run[place - 1].lower_ in twins else None
    after_noun = place > 0 and run[place - 1].pos_ in {"NOUN", "PROPN"}
    return place if after_noun else None


def said_before(clause: Clause, verb: Token, figure: Token, joiner: Token) -> tuple[list[Word], list[Word]] | None:
    """What stands before the first subject, and from it to the first figure: the words that the second thing shares."""
    head = subject_head(clause)
    if head is None:
        return None
    own = noun_phrase(head)
    opening = [w for w in clause.words if w.token is not None and w.token.i < min(t.i for t in own)]
    negation = children(verb, "neg")
    start = min(t.i for t in (verb, *auxiliaries(verb), *negation))
    rest = [t for t in clause.tokens if max(start - 1, *(t.i for t in own)) < t.i < joiner.i]
    for place, token in enumerate(rest):
        twin = token.pos_ == "ADP" and figure.pos_ == "ADP" and token.lower_ == figure.lower_
        amount = figure.pos_ != "ADP" and (
            is_figure(token) or (token.lower_ in LIMIT and figures(rest[place : place + 4]))
        )
        if place > 0 and (twin or amount):
            return opening, list(words_of(rest[:place]))
    return None


def said_after(clause: Clause, joiner: Token) -> list[Token]:
    """What follows the first figure, up to a mark: "of its budget on schools"."""
    first = figures(clause.tokens)[0]
    return list(takewhile(lambda t: t.i < joiner.i and t.text != ",", [t for t in clause.tokens if t.i > first[-1].i]))


def named(words: Sequence[Token], clause: Clause) -> tuple[Sequence[Word | Token], Sequence[Token]]:
    """The second thing before the verb, with the first one's noun for "those" or "that", and what follows the verb.

    Of a phrase ("for milk", "in June"), the subject is that of the first, with the phrase for its own of that sort.
    """
    head = subject_head(clause)
    if head is not None and words[0].pos_ == "ADP":
        phrase = noun_phrase(head)
        twin = next((t for t in phrase if t.head == head and t.lower_ == words[0].lower_), None)
        if twin is None:
            return phrase, [t for t in words if t.text != ","]
        return [*(t for t in phrase if t.i < twin.i), *words], ()
    if head is None or words[0].lower_ not in {"those", "that"}:
        return words, ()
    own = words[1].lower_ if len(words) > 1 else ""
    of = [t for part in head.rights if part.lower_ == "of" != own for t in part.subtree]
    article = [t for t in head.lefts if t.lower_ == "the"]
    noun = written(words_of([*article, *(t for t in head.lefts if t.dep_ in {"amod", "compound"}), head, *of]))
    return [Word(noun, words[0]), *words[1:]], ()


@dataclass(frozen=True, slots=True)
class SecondYear:
    """Figures in brackets for another year, each with the figure before the brackets that it repeats."""

    year: Token
    pairs: tuple[tuple[tuple[Token, ...], tuple[Token, ...]], ...]

    def of(self, clause: Clause) -> Iterator[Clause]:
        """What a clause that states one of the figures says for the other year."""
        tokens = set(clause.tokens)
        for figure, other in self.pairs:
            if set(figure) <= tokens:
                yield self.moved(exchanged(clause, figure, other))

    def moved(self, clause: Clause) -> Clause:
        """The clause with the other year in the place of its own, or before it."""
        year = next((t for t in clause.tokens if is_year(t)), None)
        made_by = (*clause.made_by, "second year")
        if year is not None:
            return replace(clause.swap(year, self.year), made_by=made_by)
        return replace(clause, words=words_of("In", self.year, ",", clause.words), made_by=made_by)


def unit(figure: Sequence[Token]) -> tuple[str, ...]:
    """The words and signs of a figure that are no numbers."""
    return tuple(t.lower_ for t in figure if (not t.like_num and t.is_alpha) or t.text in {"%", "€", "$", "£"})


def exchanged(clause: Clause, figure: Sequence[Token], other: Sequence[Token]) -> Clause:
    """The clause with another figure in the place of one, and without that one's hedges."""
    hedges = {t for part in figure for t in part.subtree if t.lower_ in LIMIT}
    return exchange(clause.without(hedges), figure, other)


def second_year(clause: Clause) -> tuple[Clause, SecondYear | None]:
    """The clause without a bracket of figures for a second year ("(in 2010, €5 million)"), and that bracket."""
    if not {"(", ")"} <= clause.features:
        return clause, None
    tokens = clause.tokens
    texts = [t.text for t in tokens]
    opening = texts.index("(")
    if ")" not in texts[opening:]:
        return clause, None
    closing = texts.index(")", opening)
    inside = tokens[opening + 1 : closing]
    year = next((t for t in inside if is_year(t)), None)
    others, outside = figures(inside), figures(tokens[:opening])
    if year is None or not others or len(outside) < len(others) or any(t.pos_ in VERBAL for t in inside):
        return clause, None
    alike = [run for run in outside if unit(run) == unit(others[0])]
    matched = alike if len(alike) >= len(others) else outside
    pairs = zip(matched[-len(others) :], others, strict=True)
    return clause.without(tokens[opening : closing + 1]), SecondYear(
        year, tuple((tuple(a), tuple(b)) for a, b in pairs)
    )


@rule(
    examples={
        "Subsidies fell, as did wages.": ["Subsidies fell.", "Wages fell."],
        "Estonia has joined the fund, as has Latvia.": ["Estonia has joined the fund.", "Latvia has joined the fund."],
        "Malta left the pact in May, as Cyprus did.": ["Malta left the pact in May.", "Cyprus left the pact in May."],
    },
    leaves_alone=["Subsidies fell as fast as wages did.", "Subsidies fell, as the bank had said."],
    needs=[{"advcl"}, {"as"}],
)
def as_another_does(clause: Clause) -> Iterator[Clause]:
    """ "As did", "as do" and "as has" say the same of a second subject."""
    for verb in clause.find("advcl"):
        mark, subject, head = child(verb, "mark"), child(verb, "nsubj"), subject_head(clause)
        alone = mark is not None and subject is not None and set(verb.subtree) == {mark, verb, *subject.subtree}
        if not alone or head is None or subject is None or not after_mark(verb) or mark is None or mark.lower_ != "as":
            continue
        if verb.head == clause.root and verb.lemma_ in {"do", "have", "be"} and head in clause.tokens:
            rest = clause.cut(verb)
            yield rest
            own = set(noun_phrase(head))
            words = [w for w in rest.words if w.token not in own]
            place = next(i for i, w in enumerate(rest.words) if w.token in own)
            swapped = replace(rest, words=(*words[:place], *words_of(subject.subtree), *words[place:]))
            yield agreeing(swapped, clause.root, plural=is_plural(subject))
            return
