"""Constructions that deal out several figures over several things or years."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from lt_by_claims.clause import Clause, Word, words_of
from lt_by_claims.grammar import VERBAL, child, children, is_plural, noun_phrase, subject, subject_head
from lt_by_claims.inflection import BE
from lt_by_claims.rule import rule
from lt_by_claims.split.coordination import keep_first, keep_other

YEAR = re.compile(r"(?:1[5-9]|20)[0-9]{2}")
SCALE = frozenset({"%", "percent", "per", "cent", "hundred", "thousand", "million", "billion", "trillion", "bn", "m"})
LIMIT = frozenset(
    {
        "about",
        "between",
        "around",
        "some",
        "nearly",
        "almost",
        "roughly",
        "over",
        "under",
        "only",
        "just",
        "less",
        "more",
        "than",
        "up",
        "at",
        "least",
        "most",
    }
)


def is_year(token: Token) -> bool:
    """Is the word a year?"""
    return YEAR.fullmatch(token.text) is not None and token.dep_ not in {"nummod", "compound", "quantmod"}


def is_figure(token: Token) -> bool:
    """Is the word part of a figure: a number, a currency sign, a scale, a percent sign?"""
    if is_year(token):
        return False
    return (
        token.tag_ in {"$", "CD"}
        or (token.lower_ in SCALE and token.i > 0 and token.nbor(-1).like_num)
        or token.text == "%"
    )


def figures(tokens: Sequence[Token]) -> list[list[Token]]:
    """The figures among some words, each as its run of words."""
    runs: list[list[Token]] = []
    for token in tokens:
        if is_figure(token):
            if runs and runs[-1][-1].i == token.i - 1 and token.tag_ != "$":
                runs[-1].append(token)
            else:
                runs.append([token])
    return [run for run in runs if any(t.like_num or any(c.isdigit() for c in t.text) for t in run)]


@rule(
    examples={
        "Coal and oil accounted for 21% and 43% of the cargo, respectively.": [
            "Coal accounted for 21% of the cargo.",
            "Oil accounted for 43% of the cargo.",
        ]
    },
    leaves_alone=["Coal and oil accounted for 64% of the cargo."],
)
def respectively(clause: Clause) -> Iterator[Clause]:
    """ "Respectively" deals out the members of one list over those of another."""
    word = next((t for t in clause.tokens if t.lower_ == "respectively"), None)
    if word is None:
        return
    chains = [chain for chain in lists_before(clause, word) if len(chain) > 1]
    if len(chains) >= 2 and len(chains[-2]) == len(chains[-1]):
        whole = clause.cut(word)
        for place in range(len(chains[-1])):
            yield pick(pick(whole, chains[-2], place), chains[-1], place)


def lists_before(clause: Clause, word: Token) -> list[list[Token]]:
    """The coordinations that stand before a word, each with its members, in order."""
    joined = set(clause.find("conj"))
    return [
        [t, *(c for c in t.conjuncts if c in joined)]
        for t in clause.tokens
        if t.i < word.i and t not in joined and t.conjuncts
    ]


def pick(clause: Clause, members: Sequence[Token], place: int) -> Clause:
    """The clause with one member of a list in the place of all."""
    while len(members) > 1:
        if place == 0:
            return keep_first(clause, members[1])
        clause, members, place = keep_other(clause, members[1]), members[1:], place - 1
    return clause


@rule(
    examples={
        "Exports grew by 13% in 2021, to 236,000 tonnes.": [
            "Exports grew by 13% in 2021.",
            "Exports grew in 2021, to 236,000 tonnes.",
        ],
        "The number of firms rose from 387 in 2019 to 466 in 2021.": [
            "The number of firms was 387 in 2019.",
            "The number of firms rose to 466 in 2021.",
        ],
    },
    leaves_alone=["The route runs from Riga to Tallinn.", "Prices rose by 3% in 2021."],
)
def ends_of_a_change(clause: Clause) -> Iterator[Clause]:
    """The amount of a change, what it began with and what it came to are a claim each."""
    ends = {
        t.lower_: t
        for t in children(clause.root, "prep")
        if t.lower_ in {"by", "from", "to"} and t in clause.tokens and counted(t)
    }
    if "from" in ends and "to" in ends and ends["from"].i < ends["to"].i:
        begun = [t for t in clause.tokens if ends["from"].i <= t.i < ends["to"].i]
        head = subject_head(clause)
        be = Word(BE["past", head is not None and is_plural(head)])
        yield clause.make(clause.root, be, begun[1:], subject=subject(clause))
        yield clause.without(begun)
    elif "by" in ends and "to" in ends:
        yield clause.cut(ends["to"])
        yield clause.without(set(ends["by"].subtree) - set(ends["to"].subtree))


def counted(preposition: Token) -> bool:
    """Does the preposition lead to a figure?"""
    noun = child(preposition, "pobj")
    return noun is not None and bool(figures([t for t in noun.subtree if t.i <= noun.i]))


@rule(
    examples={
        "Exports fell by 12% and imports by 7%.": ["Exports fell by 12%.", "Imports fell by 7%."],
        "Exports to Poland were worth €5 million and those to Latvia €7 million.": [
            "Exports to Poland were worth €5 million.",
            "Exports to Latvia were worth €7 million.",
        ],
    },
    leaves_alone=["Exports fell by 12% and 7%.", "The port handled coal and 12 ships."],
)
def ellipsis(clause: Clause) -> Iterator[Clause]:
    """A second thing and its figure share the verb of the first."""
    for joiner in (t for t in clause.tokens if t.dep_ == "cc" and t.head in clause.tokens):
        verb = clause.root
        later = [t for t in clause.tokens if t.i > joiner.i]
        run = list(up_to_verb_or_joiner(later))
        start = figure_start(clause, verb, run)
        if start is None or not any(t.pos_ in {"NOUN", "PROPN", "PRON"} or t.lower_ == "those" for t in run[:start]):
            continue
        said = said_before(clause, verb, run[start], joiner)
        if said is None or (len(run) < len(later) and any(t.pos_ in VERBAL for t in later[:1])):
            continue
        mark = {t for t in clause.tokens if t.i == joiner.i - 1 and t.text == ","}
        yield clause.without({joiner, *mark, *run})
        yield replace(clause, words=words_of(said[0], named(run[:start], clause), said[1], run[start:]))
        return


def up_to_verb_or_joiner(tokens: Sequence[Token]) -> Iterator[Token]:
    """The words up to the next verb, conjunction, bracket or comma."""
    for token in tokens:
        if token.pos_ in VERBAL or token.dep_ == "cc" or token.text in {"(", ")", ",", ";"}:
            return
        yield token


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
    rest = [
        t
        for t in clause.tokens
        if max(t.i for t in own) < t.i < joiner.i
        and t.i >= min(verb.i, *(a.i for a in (verb, *verb.lefts) if a.dep_ in {"aux", "auxpass", "neg"} or a == verb))
    ]
    for place, token in enumerate(rest):
        twin = token.pos_ == "ADP" and figure.pos_ == "ADP" and token.lower_ == figure.lower_
        amount = figure.pos_ != "ADP" and (
            is_figure(token) or (token.lower_ in LIMIT and figures(rest[place : place + 4]))
        )
        if place > 0 and (twin or amount):
            return opening, list(words_of(rest[:place]))
    return None


def named(words: Sequence[Token], clause: Clause) -> list[Word]:
    """The second thing, with the first one's noun for "those" or "that"."""
    head = subject_head(clause)
    if head is None or words[0].lower_ not in {"those", "that"}:
        return list(words_of(words))
    noun = " ".join([*(t.text for t in head.lefts if t.dep_ in {"amod", "compound"}), head.text])
    return [Word(noun, words[0]), *words_of(words[1:])]


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


def exchanged(clause: Clause, figure: Sequence[Token], other: Sequence[Token]) -> Clause:
    """The clause with another figure in the place of one, and without that one's hedges."""
    hedges = {t for part in figure for t in part.subtree if t.lower_ in LIMIT}
    first, *rest = figure
    return clause.without({*rest, *hedges}).swap(first, other)


def second_year(clause: Clause) -> tuple[Clause, SecondYear | None]:
    """The clause without a bracket of figures for a second year ("(in 2010, €5 million)"), and that bracket."""
    tokens = clause.tokens
    opening = next((place for place, t in enumerate(tokens) if t.text == "("), None)
    closing = next(
        (place for place, t in enumerate(tokens) if t.text == ")" and opening is not None and place > opening), None
    )
    if opening is None or closing is None:
        return clause, None
    inside = tokens[opening + 1 : closing]
    year = next((t for t in inside if is_year(t)), None)
    others, outside = figures(inside), figures(tokens[:opening])
    if year is None or not others or len(outside) < len(others) or any(t.pos_ in VERBAL for t in inside):
        return clause, None
    pairs = zip(outside[-len(others) :], others, strict=True)
    return clause.without(tokens[opening : closing + 1]), SecondYear(
        year, tuple((tuple(a), tuple(b)) for a, b in pairs)
    )
