"""Constructions that give one thing several figures, or deal several figures out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from lt_by_claims.clause import Clause, Word, words_of
from lt_by_claims.grammar import (
    VERBAL,
    after_mark,
    auxiliaries,
    child,
    children,
    is_plural,
    noun_phrase,
    subject,
    subject_head,
)
from lt_by_claims.inflection import BE, finite
from lt_by_claims.parse import Token
from lt_by_claims.rule import rule
from lt_by_claims.split.coordination import agreeing, keep_first, keep_other
from lt_by_claims.words import word_list

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

FIGURE = frozenset({"$", "CD", "%"}) | SCALE
"""Tags and words, one of which a figure has."""

OUT_OF = 3
"""Words of "74 out of" before the second number."""

THREE = 3

DATED = 2
"""Words of "in 2020"."""

MULTIPLE = frozenset({"twice", "double", "triple", "thrice", "half"})
BEFORE_COMPARISON = (LIMIT - {"less", "more"}) | {"a", "to"}
COMPARED = frozenset({"less", "more", "fewer", "higher", "lower", "above", "below", "times", "up", "down", "as"})

EXPECTING = frozenset({"aim", "expect", "forecast", "foresee", "plan", "predict", "project"})
"""Verbs whose figure is one of times to come, so that a former one was none of theirs."""


def is_year(token: Token) -> bool:
    """Is the word a year?"""
    return YEAR.fullmatch(token.text) is not None and token.dep_ not in {"nummod", "compound", "quantmod"}


def is_date(token: Token) -> bool:
    """Is the word a year, or the name of a month or day?"""
    return is_year(token) or (token.pos_ == "PROPN" and token.ent_type_ == "DATE")


def names_amount(name: Token) -> bool:
    """Does an amount follow the name at once, of which that is said: "Latvia 2.1%"?"""
    after = name.doc[name.i + 1 : name.i + 3]
    return name.pos_ == "PROPN" and any(is_share(t) or t.tag_ == "$" for t in after)


def is_share(token: Token) -> bool:
    """Does the word make a figure a share?"""
    return token.text == "%" or token.lower_ in {"percent", "cent"}


def is_figure(token: Token) -> bool:
    """Is the word part of a figure: a number, a currency sign, a scale, a percent sign?"""
    if token.tag_ in {"$", "CD"} or token.text == "%":
        return not is_year(token)
    before = token.nbor(-1) if token.i > 0 else token
    return token.lower_ in SCALE and (before.like_num or (token.lower_, before.lower_) == ("cent", "per"))


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
        ],
        "Fiji and Tonga received, respectively, €3 million and €5 million.": [
            "Fiji received €3 million.",
            "Tonga received €5 million.",
        ],
        "Fiji, Tonga and Samoa grew by 3%, 5% and 7%, respectively.": [
            "Fiji grew by 3%.",
            "Tonga grew by 5%.",
            "Samoa grew by 7%.",
        ],
    },
    leaves_alone=["Coal and oil accounted for 64% of the cargo."],
    needs=[{"respectively"}],
)
def respectively(clause: Clause) -> Iterator[Clause]:
    """ "Respectively" deals out the members of one list over those of another."""
    word = next((t for t in clause.tokens if t.lower_ == "respectively"), None)
    if word is None:
        return
    chains = [chain for chain in lists_in(clause) if len(chain) > 1]
    if len(chains) >= 2 and len(chains[-2]) == len(chains[-1]) and not is_cut_short(clause, chains[-1]):
        whole = clause.cut(word)
        for place in range(len(chains[-1])):
            yield pick(pick(whole, chains[-2], place), chains[-1], place)
    else:
        yield from dealt_in_order(clause, word)


def is_cut_short(clause: Clause, members: Sequence[Token]) -> bool:
    """Has the clause more figures after its verb than the parser sees in a list of them?"""
    after = figures([t for t in clause.tokens if t.i > clause.root.i])
    return len(after) > len(members) and any(is_figure(t) for t in members)


def dealt_in_order(clause: Clause, word: Token) -> Iterator[Clause]:
    """The subjects before the verb and the figures after it, one by one, where both are plain rows of three or more."""
    verb = clause.root
    start = min((verb, *auxiliaries(verb)), key=lambda t: t.i).i
    names = parted([t for t in clause.tokens if t.i < start])
    later = [t for t in clause.tokens if t.i >= start and t != word and t.text != "."]
    found = figures(later)
    if len(names) != len(found) or len(found) < THREE or not is_row(later, found) or names[0][0].pos_ == "ADP":
        return
    lead = [t for t in later if t.i < found[0][0].i]
    tail = [t for t in later if t.i > found[-1][-1].i and t.text != ","]
    for name, figure in zip(names, found, strict=True):
        said = clause.make(verb, name, lead, figure, tail)
        yield agreeing(said, verb, plural=name[-1].tag_ in {"NNS", "NNPS"})


def parted(tokens: Sequence[Token]) -> list[list[Token]]:
    """The members of a row, parted by commas and "and"."""
    members: list[list[Token]] = [[]]
    for token in tokens:
        if token.text == "," or token.lower_ == "and":
            members.append([])
        else:
            members[-1].append(token)
    return [member for member in members if member]


def is_row(tokens: Sequence[Token], found: Sequence[Sequence[Token]]) -> bool:
    """Stands nothing between the figures but commas and "and"?"""
    inside = {t for run in found for t in run}
    first, last = found[0][0].i, found[-1][-1].i
    return all(t in inside or t.text == "," or t.lower_ == "and" for t in tokens if first < t.i < last)


def lists_in(clause: Clause) -> list[list[Token]]:
    """The coordinations of a clause, each with its members, in order."""
    joined = set(clause.find("conj"))
    firsts = [t for t in clause.tokens if t not in joined and t.conjuncts]
    return [[first, *(t for t in first.conjuncts if t in joined)] for first in firsts]


def pick(clause: Clause, members: Sequence[Token], place: int) -> Clause:
    """The clause with one member of a list in the place of all."""
    while len(members) > 1:
        if place == 0:
            return keep_first(clause, members[1])
        clause, members, place = keep_other(clause, members[1]), members[1:], place - 1
    return clause


@rule(
    examples={
        "Exports were worth €141 million in 2020 and €153 million in 2021.": [
            "Exports were worth €141 million in 2020.",
            "Exports were worth €153 million in 2021.",
        ],
        "Life expectancy was 81 years for women and 75 years for men.": [
            "Life expectancy was 81 years for women.",
            "Life expectancy was 75 years for men.",
        ],
        "The bank lent €3 million to Chad and €5 million to Mali.": [
            "The bank lent €3 million to Chad.",
            "The bank lent €5 million to Mali.",
        ],
        "Gas made up 57% of the power in 2019 and just 30% in 2023.": [
            "Gas made up 57% of the power in 2019.",
            "Gas made up just 30% of the power in 2023.",
        ],
        "Output fell by 30% in March and 12% in April.": [
            "Output fell by 30% in March.",
            "Output fell by 12% in April.",
        ],
        "Output rose by 3% in the north and 5% in the south.": [
            "Output rose by 3% in the north.",
            "Output rose by 5% in the south.",
        ],
    },
    leaves_alone=["Exports were worth €141 million in 2020 and 2021.", "Exports fell in 2020 and in 2021."],
    needs=[{"and", "but", ","}, FIGURE],
)
def figures_of_several_years(clause: Clause) -> Iterator[Clause]:
    """Figures with a date or a group each, joined by "and", are a statement each."""
    tokens = clause.tokens
    for place in (place for place, t in enumerate(tokens) if t.lower_ in {"and", "but", ","}):
        joiner = tokens[place]
        second = dated_figure(later := list(up_to_verb_or_joiner(tokens[place + 1 :])))
        earlier = dated_figure(tokens[:place]) if second else []
        whole = parted_in_years(tokens[:place], second) if second and not earlier and joiner.text != "," else []
        if whole and whole[-1] is tokens[place - 1] and later == second:
            yield clause.without([joiner, *second])
            yield exchange(
                clause.without([joiner, *second]), whole, [*second[:-DATED], *whole_of(whole), *second[-DATED:]]
            )
            return
        if second and earlier and earlier[-1] is tokens[place - 1] and later[: len(second)] == second:
            yield clause.without([joiner, *second])
            yield exchange(clause.without([joiner, *second]), earlier, second)
            return


def parted_in_years(tokens: Sequence[Token], second: Sequence[Token]) -> list[Token]:
    """The last figure of some words with what it is of and the year after that ("57% of the power in 2019")."""
    found = figures(tokens)
    after = [t for t in tokens if found and t.i > found[-1][-1].i]
    dated = len(after) > DATED and after[-DATED].pos_ == "ADP" and is_year(after[-1]) and is_year(second[-1])
    plain = dated and after[0].lower_ == "of" and not any(t.pos_ in VERBAL or t.text == "," for t in after)
    first = found[-1][0].i if plain else 0
    while plain and first > tokens[0].i and tokens[0].doc[first - 1].lower_ in LIMIT - {"up"}:
        first -= 1
    return [t for t in tokens if t.i >= first] if plain else []


def whole_of(words: Sequence[Token]) -> list[Token]:
    """What a figure is of, among its words: from "of" to the date."""
    place = next(at for at, t in enumerate(words) if t.lower_ == "of")
    return list(words[place:-DATED])


def dated_figure(tokens: Sequence[Token]) -> list[Token]:
    """The last figure of some words with the date or group that follows it ("€5 million in 2020", "3% for women")."""
    found = figures(tokens)
    if not found:
        return []
    last = found[-1][-1]
    after = [t for t in tokens if t.i > last.i and t is not last.head]
    dated = is_of_group(after) or (len(after) == DATED and after[0].pos_ == "ADP" and is_date(after[1]))
    first = figure_phrase(tokens)[:1] if dated else []
    return [t for t in tokens if t.i >= first[0].i] if first else []


def is_of_group(words: Sequence[Token]) -> bool:
    """Do the words after a figure say for whom or where it is ("for women", "in the north", "to Chad")?"""
    if not DATED <= len(words) <= DATED + 1 or words[0].lower_ not in {"for", "among", "in", "of", "to", "from"}:
        return False
    between = all(t.lower_ == "the" or t.pos_ in {"ADJ", "PROPN"} for t in words[1:-1])
    return between and words[-1].pos_ in {"NOUN", "PROPN"} and words[-1].ent_type_ not in {"DATE", "TIME"}


@rule(
    examples={
        "Exports grew by 13% in 2021, to 236,000 tonnes.": [
            "Exports grew by 13% in 2021.",
            "Exports grew in 2021 to 236,000 tonnes.",
        ],
        "The number of firms rose from 387 in 2019 to 466 in 2021.": [
            "The number of firms was 387 in 2019.",
            "The number of firms rose to 466 in 2021.",
        ],
        "Permits rose by 4% to 300, the highest level in a decade.": [
            "Permits rose by 4%.",
            "Permits rose to 300, the highest level in a decade.",
        ],
        "Its share dropped to 12%, from 41% before the war.": [
            "Its share was 41% before the war.",
            "Its share dropped to 12%.",
        ],
        "Ghana raised the fine from $1 million to $5 million.": [
            "The fine was $1 million.",
            "Ghana raised the fine to $5 million.",
        ],
    },
    leaves_alone=["The route runs from Riga to Tallinn.", "Prices rose by 3% in 2021."],
    needs=[{"from", "by"}, {"to"}],
)
def ends_of_a_change(clause: Clause) -> Iterator[Clause]:
    """The amount of a change, what it began with and what it came to are a claim each."""
    ends = change_of(clause) if clause.root.lemma_ in word_list("change_verbs") else {}
    if "from" in ends and "to" in ends:
        begun = former_end(clause, ends["from"], ends["to"])
        changed = child(clause.root, "dobj") or subject_head(clause)
        be = Word(BE["past", changed is not None and is_plural(changed)])
        mark = {t for t in clause.tokens if t.i == begun[0].i - 1 and t.text == ","}
        thing = (
            clause.within(noun_phrase(changed)) if changed in clause.tokens and changed is not None else subject(clause)
        )
        yield clause.make(clause.root, be, begun[1:], subject=thing)
        yield clause.without({*begun, *mark})
    elif "by" in ends and "to" in ends:
        mark = {t for t in clause.tokens if t.i == ends["to"].i - 1 and t.text == ","}
        yield clause.cut(ends["to"]).without(said_of_end(clause, ends["to"]))
        yield clause.without(({*ends["by"].subtree} - set(ends["to"].subtree)) | mark)


def change_of(clause: Clause) -> dict[str, Token]:
    """The prepositions of the main verb, or of one another, that lead to the figures of a change, by their word."""
    thing = child(clause.root, "dobj")
    near = [*children(clause.root, "prep"), *(children(thing, "prep") if thing is not None else ())]
    found = [t for t in (*near, *(c for t in near for c in children(t, "prep"))) if t in clause.tokens]
    return {t.lower_: t for t in found if t.lower_ in {"by", "from", "to"} and counted(t)}


def said_of_end(clause: Clause, end: Token) -> set[Token]:
    """What is said of the end of a change after a comma: "to 300, the highest level in a decade"."""
    said = [t for t in clause.root.rights if t.dep_ in {"npadvmod", "appos"} and t.i > end.i and after_mark(t)]
    return {t for noun in said if noun.pos_ == "NOUN" and noun.ent_type_ != "DATE" for t in noun.subtree}


def former_end(clause: Clause, begin: Token, end: Token) -> list[Token]:
    """The words of the end that a change began with, in whichever order the two ends stand."""
    if begin.i < end.i:
        return [t for t in clause.tokens if begin.i <= t.i < end.i]
    return [begin, *up_to_verb_or_joiner([t for t in clause.tokens if t.i > begin.i])]


def counted(preposition: Token) -> bool:
    """Does the preposition lead to a figure?"""
    noun = child(preposition, "pobj")
    return noun is not None and bool(figures([t for t in noun.subtree if t.i <= noun.i]))


@rule(
    examples={
        "Imports reached €313 million, nearly twice the level of 2016.": [
            "Imports reached €313 million.",
            "Imports reached nearly twice the level of 2016.",
        ],
        "Rents fell by 20%, twice as fast as in Benin.": [
            "Rents fell by 20%.",
            "Rents fell twice as fast as in Benin.",
        ],
        "The ports handled 45 million tonnes in 2020, 35% less than in 2011.": [
            "The ports handled 45 million tonnes in 2020.",
            "The ports handled 35% less than in 2011 in 2020.",
        ],
        "Turnout was 47%, four points lower than in 2016 and the lowest since 1990.": [
            "Turnout was 47%.",
            "Turnout was four points lower than in 2016.",
            "Turnout was the lowest since 1990.",
        ],
    },
    leaves_alone=["The fund holds €5 million, mostly in bonds.", "In May, half of the staff left."],
    needs=[{","}, MULTIPLE | COMPARED],
)
def compared_figure(clause: Clause) -> Iterator[Clause]:
    """A comparison after a comma says the figure before it in other terms."""
    tokens = clause.tokens
    for place in (place for place, t in enumerate(tokens) if t.text == ","):
        run = comparison(tokens[place + 1 :])
        figure = figure_phrase(tokens[:place]) if compares(run) else []
        if figure:
            record = superlative_after(tokens[place + 1 + len(run) :])
            rest = clause.without([tokens[place], *run, *record])
            yield rest
            by = [t for t in tokens if t.i == figure[0].i - 1 and t.lower_ == "by"]
            adverb = len(run) > 1 and run[0].lower_ in MULTIPLE and run[1].lower_ == "as"
            yield exchange(rest, [*by, *figure] if adverb else figure, run)
            if record:
                yield exchange(rest, [*by, *figure], record[1:])
            return


def superlative_after(tokens: Sequence[Token]) -> list[Token]:
    """What calls a figure a record after it was compared, with the "and" before it: "and the lowest since 1990"."""
    record = list(up_to_verb_or_joiner(tokens[1:]))
    is_record = len(record) > 1 and record[0].lower_ == "the" and record[1].tag_ in {"JJS", "RBS"}
    return [tokens[0], *record] if is_record and tokens[0].lower_ == "and" else []


def comparison(tokens: Sequence[Token]) -> list[Token]:
    """The words up to the next verb or mark; a verb after "than" belongs to them."""
    run = list(up_to_verb_or_joiner(tokens))
    if run and run[-1].lower_ == "than":
        run += [t for t in tokens[len(run) : len(run) + 1] if t.pos_ in VERBAL]
    return run


def compares(run: Sequence[Token]) -> bool:
    """Do the words compare: "twice the …", "about 35% less"?"""
    if any(t.tag_ in {"WP", "WDT"} for t in run):
        return False
    bare = [t for t in run if t.lower_ not in BEFORE_COMPARISON]
    if bare and bare[0].lower_ in MULTIPLE:
        return len(bare) > 1
    return len(bare) > 2 and bare[0].like_num and any(t.lower_ in COMPARED for t in bare[1:4])


def up_to_verb_or_joiner(tokens: Sequence[Token]) -> Iterator[Token]:
    """The words up to the next verb, conjunction, bracket or comma."""
    for token in tokens:
        if token.pos_ in VERBAL or token.dep_ == "cc" or token.text in {"(", ")", ",", ";", "."}:
            return
        yield token


def figure_phrase(tokens: Sequence[Token]) -> list[Token]:
    """The last figure among some words, with its hedges and what is counted."""
    found = figures(tokens)
    if not found:
        return []
    first, last = found[-1][0].i, found[-1][-1]
    while first > tokens[0].i and last.doc[first - 1].lower_ in LIMIT:
        first -= 1
    ranged = [run for run in found[:-1] if run[-1].i == first - 2 and last.doc[first - 1].lower_ == "and"]
    if ranged and last.doc[max(ranged[-1][0].i - 1, 0)].lower_ == "between":
        first = ranged[-1][0].i - 1
    if [t.lower_ for t in last.doc[max(first - 2, 0) : first]] == ["out", "of"]:
        first -= OUT_OF
    counted_thing = last.head if last.dep_ in {"nummod", "compound"} else last
    phrase = {t.i for t in counted_thing.subtree if t.ent_type_ != "DATE"} if counted_thing.i >= last.i else set()
    return [t for t in tokens if first <= t.i <= last.i or (t.i > last.i and t.i in phrase)]


def exchange(clause: Clause, gone: Sequence[Token], put: Sequence[Token]) -> Clause:
    """The clause with other words in the place of some."""
    return clause.without(gone[1:]).swap(gone[0], put)


@rule(
    examples={
        "Transit generates 3% of income, down from 5% a decade ago.": [
            "Transit generates 3% of income.",
            "Transit generated 5% of income a decade ago.",
        ],
        "The share rose to 44%, up from 31% in 2010.": ["The share rose to 44%.", "The share was 31% in 2010."],
    },
    leaves_alone=[
        "The slow train came down from Riga.",
        "The bank expects growth of 2.5%, up from 1.8% in 2020.",
    ],
    needs=[{"up", "down"}, {"from"}, FIGURE],
)
def former_figure(clause: Clause) -> Iterator[Clause]:
    """ "Up from" and "down from" give the figure of an earlier time."""
    tokens = clause.tokens
    places = [p for p, t in enumerate(tokens[:-1]) if t.lower_ in {"up", "down"} and tokens[p + 1].lower_ == "from"]
    for place in places:
        run = list(up_to_verb_or_joiner(tokens[place:]))
        now, former = figure_phrase(tokens[:place]), figures(run)
        if now and former and says_now(clause, now[-1]):
            mark = [t for t in tokens[max(place - 1, 0) : place] if t.text == ","]
            rest = clause.without([*mark, *run])
            yield rest
            if clause.root.lemma_ in word_list("change_verbs"):
                head = subject_head(clause)
                be = Word(BE["past", head is not None and is_plural(head)])
                own = (
                    clause.within(noun_phrase(head)) if head in clause.tokens and head is not None else subject(clause)
                )
                yield clause.make(clause.root, be, [t for t in run if t.i >= former[0][0].i], subject=own)
                return
            number = [t for t in now if is_figure(t) or t.lower_ in LIMIT]
            earlier = exchange(rest, number, former[0])
            after = [t for t in run if t.i > former[0][-1].i]
            yield in_the_past(replace(earlier, words=(*(w for w in earlier.words if w.text != "."), *words_of(after))))
            return


def says_now(clause: Clause, figure: Token) -> bool:
    """Is the figure that of the main verb, and that verb a plain present or past that looks for nothing to come?"""
    plain = clause.root.lemma_ not in EXPECTING and not any(t.tag_ == "MD" for t in auxiliaries(clause.root))
    return plain and next((t for t in figure.ancestors if t.pos_ in VERBAL), None) == clause.root


def in_the_past(clause: Clause) -> Clause:
    """The clause with its main verb in the past."""
    verb = next((t for t in (*auxiliaries(clause.root), clause.root) if t.tag_ in {"VBZ", "VBP"}), None)
    if verb is None:
        return clause
    return clause.swap(verb, Word(finite(verb.lemma_, "past", plural=verb.tag_ == "VBP"), verb))
