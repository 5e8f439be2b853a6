"""The construction that comments on a noun, or on a whole clause, with "which", "who", "whose" and "where"."""

from __future__ import annotations

from collections.abc import Iterator

from lt_by_claims.clause import Clause, Word, lowered, trimmed, written
from lt_by_claims.grammar import (
    SUBJECT,
    VERBAL,
    after_mark,
    auxiliaries,
    child,
    children,
    coordination,
    governor,
    is_clause,
    is_plural,
    noun_phrase,
    topmost,
)
from lt_by_claims.inflection import owned
from lt_by_claims.parse import Token
from lt_by_claims.rule import rule
from lt_by_claims.split.figures import is_figure
from lt_by_claims.words import word_list

BOUNDS = frozenset({"any", "each", "every", "few", "no", "only", "hardly", "scarcely"})
"""Before a noun that is no certain thing without them."""

NEAR, COUNTED = 3, 6
"""Words among which a relative pronoun comes, and where a number opens the clause ("60 per cent of which")."""

PLURAL = frozenset({"NNS", "NNPS"})

AMOUNTS = frozenset(
    {"amount", "cost", "level", "number", "price", "proportion", "rate", "share", "size", "total", "value", "volume"}
)
"""Nouns for what rises and falls, of the things after their "of"."""

COMING_TO = frozenset({"average", "be", "exceed", "peak", "reach", "stand"})
"""Verbs that tell an amount where a figure follows them."""


@rule(
    examples={
        "Lithuania, which borders Belarus, supports the opposition.": [
            "Lithuania supports the opposition.",
            "Lithuania borders Belarus.",
        ],
        "Poland, whose ports are full, competes with Latvia.": [
            "Poland competes with Latvia.",
            "Poland's ports are full.",
        ],
        "The talks took place in Riga, where the agency has its seat.": [
            "The talks took place in Riga.",
            "In Riga, the agency has its seat.",
        ],
        "The council adopted a budget, which the ministry had rejected.": [
            "The council adopted a budget.",
            "The ministry had rejected the budget.",
        ],
        "The port was closed, which led to losses.": [
            "The port was closed.",
            "That the port was closed led to losses.",
        ],
        "The scheme is worth €3 million, from which only boats would benefit.": [
            "The scheme is worth €3 million.",
            "From the scheme, only boats would benefit.",
        ],
        "The number of permits, which had fallen, rose in May.": [
            "The number of permits rose in May.",
            "The number of permits had fallen.",
        ],
        "The law, which the party wrote and which the court upheld, is old.": [
            "The law is old.",
            "The party wrote the law and the court upheld the law.",
        ],
    },
    leaves_alone=["Persons who support the regime face sanctions."],
    needs=[{"relcl"}],
)
def commenting_relative(clause: Clause) -> Iterator[Clause]:
    """A relative clause between commas states a second thing about its noun."""
    for verb in clause.find("relcl"):
        pronoun = relative_word(verb) if after_mark(verb) else None
        if pronoun is None:
            continue
        noun = antecedent(verb, pronoun)
        of_noun = noun.pos_ not in VERBAL or follows_from_clause(verb, noun)
        if of_noun and not is_bounded(noun):
            yield clause.cut(verb)
            yield related(clause, verb, noun, pronoun)
            return


def is_bounded(noun: Token) -> bool:
    """Is there "only", "no" or the like on the noun, so that what is said of it cannot be said alone?"""
    return any(t.lower_ in BOUNDS for left in noun.lefts for t in left.subtree)


def relative_word(verb: Token) -> Token | None:
    """The relative pronoun or adverb that opens a relative clause."""
    opening = [t for t in verb.subtree if t.i < verb.i]
    near = opening[: COUNTED if opening and opening[0].like_num else NEAR]
    return next((t for t in near if t.tag_ in {"WDT", "WP", "WP$", "WRB"} and t.lower_ != "that"), None)


def antecedent(verb: Token, pronoun: Token | None) -> Token:
    """The noun that a relative clause is about: one that agrees with its verb, and no date unless it says when."""
    noun = verb.head
    if pronoun is not None and pronoun.lower_ != "when" and noun.ent_type_ == "DATE":
        main = governor(noun) or noun
        governed = child(main, "dobj") or child(main, "attr", "nsubj")
        return governed if governed is not None and governed.i < verb.i else noun
    if pronoun is not None and pronoun.lower_ == "whom" and noun.ent_type_ == "GPE":
        return next((t for t in noun.ancestors if t.tag_ == "NNS"), noun)
    if pronoun is not None and pronoun.head.lower_ == "of" and any(t.like_num for t in verb.subtree):
        whole = topmost(noun)
        amount = child(governor(noun) or noun, "dobj")
        parts = [t for t in (noun, amount, whole) if t is not None and t.i < verb.i]
        return next((t for t in parts if any(n.like_num for n in t.subtree if n.i < verb.left_edge.i)), noun)
    if pronoun is not None and pronoun.dep_ == "pobj" and not any(shares_out(t, noun) for t in verb.subtree):
        return valued(noun)
    if pronoun is None or pronoun.dep_ not in SUBJECT:
        return noun
    number = next((t.tag_ for t in (*auxiliaries(verb), verb) if t.tag_ in {"VBZ", "VBP"}), None)
    if number is None:
        amount = topmost(noun)
        return amount if amount.lemma_ in AMOUNTS and tells_amount(verb) else noun
    agrees = topmost(noun, plural=number == "VBP")
    return agrees if is_plural(agrees) == (number == "VBP") else noun


def tells_amount(verb: Token) -> bool:
    """Does the verb tell how an amount rises or falls, or what figure it came to?"""
    told = (t for t in verb.subtree if t.i > verb.i and t.like_num and t.ent_type_ != "DATE")
    return verb.lemma_ in word_list("change_verbs") or (verb.lemma_ in COMING_TO and any(told))


def shares_out(token: Token, whole: Token) -> bool:
    """Is it a share, or a number of the same kind, into which an amount can be parted?"""
    alike = token.like_num and token.ent_type_ in {whole.ent_type_, "PERCENT"}
    return alike or token.lower_ in {"half", "most", "part", "share", "quarter", "rest", "some", "all"}


def valued(noun: Token) -> Token:
    """The thing of which an amount says the worth ("a fund of €3 million", "the fund is worth €3 million")."""
    if not (noun.like_num or is_figure(noun) or noun.ent_type_ == "MONEY"):
        return noun
    whole, main = topmost(noun), governor(noun)
    subject = child(main, "nsubj") if main is not None and main.lemma_ == "be" else None
    return subject if whole == noun and subject is not None else whole


def related(clause: Clause, verb: Token, noun: Token, pronoun: Token) -> Clause:
    """A relative clause with its noun in the place of the relative word."""
    many = any(t.tag_ == "VBP" for t in (*auxiliaries(verb), verb)) and noun.conjuncts and noun.tag_ not in PLURAL
    phrase = coordination(noun) if many else uncounted(noun)
    owner = tuple(the(list(clause.within(set(phrase) - set(verb.subtree))), noun))
    rest = [t for t in verb.subtree if t != pronoun]
    if pronoun.tag_ == "WRB":
        place = noun.head.lower_
        preposition = place.capitalize() if place in {"in", "at", "on", "under"} else "In"
        return clause.make(verb, preposition, owner, ",", rest)
    if pronoun.tag_ == "WP$":
        return clause.make(verb, named_again([pronoun, *rest], verb, owner))
    if pronoun.dep_ in SUBJECT and pronoun.lower_ == "which" and follows_from_clause(verb, noun):
        return clause.make(verb, rest, subject=(Word("that", pronoun), *fact_before(clause, verb, noun)))
    if pronoun.dep_ in SUBJECT:
        return clause.make(verb, named_again(rest, verb, owner), subject=owner)
    if pronoun.dep_ == "pobj":
        part_of = counted_whole(noun)
        whole = lowered(clause.within(uncounted(part_of) - set(verb.subtree)))
        return clause.make(verb, pronoun.head, the(whole, part_of), ",", [t for t in rest if t != pronoun.head])
    at = [t for t in rest if t.i <= verb.i]
    name = Word(written(lowered(owner)), pronoun)
    return clause.make(verb, at, name, named_again([t for t in rest if t.i > verb.i], verb, owner))


def follows_from_clause(verb: Token, noun: Token) -> bool:
    """Does "which" stand for the whole clause before it: is the verb one of consequence, and the noun no subject?"""
    return verb.lemma_ in word_list("consequence") and noun.dep_ not in SUBJECT


def fact_before(clause: Clause, verb: Token, noun: Token) -> list[Word]:
    """The clause that a relative clause comments on, without its conjunction."""
    main = next((t for t in (noun, *noun.ancestors) if is_clause(t)), clause.root)
    gone = {*verb.subtree, *(t for t in main.children if t.dep_ in {"mark", "punct"})}
    return lowered(trimmed(clause.within(t for t in main.subtree if t not in gone)))


def counted_whole(noun: Token) -> Token:
    """The thing that an amount is of: the freight of "22 million tonnes of freight"."""
    of = child(noun, "prep") if child(noun, "nummod") else None
    return (child(of, "pobj") if of is not None and of.lower_ == "of" else None) or noun


def uncounted(noun: Token) -> set[Token]:
    """The noun phrase that a relative clause is about, without its own figure."""
    if noun.like_num or is_figure(noun) or noun.ent_type_ == "DATE":
        return set(noun_phrase(noun))
    return set(noun_phrase(noun)) - figures_of(noun)


def figures_of(noun: Token) -> set[Token]:
    """The words that say how many or how much of it there is."""
    near = [t for t in noun.children if t.dep_ in {"prep", "nummod"}]
    figures = [t for t in near if any(n.like_num and governor(n) == governor(noun) for n in t.subtree)]
    return {t for figure in figures for t in figure.subtree}


def the(words: list[Word], noun: Token) -> list[Word]:
    """A noun phrase with "the" for "a", and for a number that was left out."""
    if words and words[0].text.lower() in {"a", "an"}:
        return [Word("the", words[0].token), *words[1:]]
    determined = noun.pos_ in {"PROPN", "PRON"} or is_figure(noun) or child(noun, "det", "poss") is not None
    counted = child(noun, "nummod") is not None or noun.dep_ == "pobj"
    return [Word("the"), *words] if words and counted and not determined else words


def named_again(rest: list[Token], verb: Token, owner: tuple[Word, ...]) -> list[Word]:
    """The words of a relative clause, with the noun for any further relative pronoun that is coordinated in it."""
    name = written(lowered(owner))
    words: list[Word] = []
    for token in rest:
        if token.tag_ == "WP$":
            words.append(Word(owned(name), token))
        elif token.tag_ in {"WDT", "WP"} and token.head in verb.conjuncts:
            words += [Word(name, token)] if token.dep_ in SUBJECT else []
        else:
            words.append(Word(token.text, token))
            if token in verb.conjuncts and (pronoun := object_pronoun(token)) is not None:
                words.append(Word(name, pronoun))
    return words


def object_pronoun(verb: Token) -> Token | None:
    """The relative pronoun that is the object of a verb."""
    return next((t for t in children(verb, "dobj") if t.tag_ in {"WDT", "WP"}), None)
