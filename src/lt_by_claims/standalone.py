"""What pronouns and short names stand for, over a whole document.

A wrong name is worse than none: where two antecedents come equally near, the words stay as they are.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from spacy.tokens import Doc, Token

from lt_by_claims.clause import Clause, Word, trimmed, words_of, written
from lt_by_claims.grammar import SUBJECT, VERBAL, children, governor, is_plural, noun_phrase
from lt_by_claims.words import word_list

IT = frozenset({"it", "its", "itself"})
THEY = frozenset({"they", "them", "their", "themselves"})
PERSON = frozenset({"he", "she", "him", "her", "his", "himself", "herself"})
POSSESSIVE = frozenset({"its", "their", "his", "her"})
POINTING = frozenset({"the", "this", "that", "these", "those"})
COUNTRY = frozenset({"country", "state", "nation", "republic"})
SHORT = {"union": "EU", "alliance": "NATO", "bloc": "EU"}
WINDOW = 2
"""Sentences, its own included, in which a pronoun finds its name."""

TOPIC_WINDOW = 4
"""Sentences back to the state or body that the text is about."""

UNNAMED = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "CARDINAL", "ORDINAL", "QUANTITY"})
"""Entities that no later word stands for."""

TIME = frozenset({"year", "month", "day", "week", "time", "decade", "century", "moment", "period", "end", "beginning"})

LONGEST = 9
"""Words of the longest noun phrase that is put for a pronoun."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A noun phrase that a later word may stand for."""

    token: Token
    name: str
    kind: str
    plural: bool
    sentence: int
    subject: bool
    owner: bool


def standalone(clauses: Iterable[Clause]) -> list[Clause]:
    """The clauses of a document with what their pronouns and short names stand for, and without discourse markers."""
    given = list(clauses)
    names = references(list(dict.fromkeys(clause.root.doc for clause in given)))
    return [without_markers(with_names(clause, names)) for clause in given]


def references(docs: Sequence[Doc]) -> dict[Token, Mention]:
    """What each pronoun and short name of a document stands for, where that is certain."""
    found: dict[Token, Mention] = {}
    mentions: list[Mention] = []
    number = 0
    for doc in docs:
        for sentence in doc.sents:
            number += 1
            for token in sentence:
                if mention := antecedent(token, number, mentions):
                    found[token] = mention
                    mentions.append(seen_again(mention, token, number))
                elif token.pos_ in {"NOUN", "PROPN", "ADJ"} and (mention := mentioned(token, number)):
                    mentions.append(mention)
            mentions = mentions[-200:]
    return found


def seen_again(mention: Mention, token: Token, sentence: int) -> Mention:
    """The mention in another place, where a pronoun or short name stands for it."""
    return replace(mention, token=token, sentence=sentence, subject=token.dep_ in SUBJECT, owner=token.dep_ == "poss")


def mentioned(token: Token, sentence: int) -> Mention | None:
    """The mention that a noun makes; an adjective of nationality mentions its state."""
    state = states().get(token.text)
    if token.pos_ == "ADJ" or (state and state != token.text):
        owner = token.dep_ == "amod" and token.head.dep_ in SUBJECT
        return Mention(token, state, "state", False, sentence, False, owner) if state and token.text != state else None
    if token.ent_type_ in UNNAMED or (token.dep_ in {"compound", "nmod"} and not state):
        return None
    name = name_of(token)
    kind = "state" if state else kind_of(token)
    plural = is_plural(token) and (token.pos_ != "PROPN" or bool(token.conjuncts))
    return Mention(token, state or name, kind, plural, sentence, token.dep_ in SUBJECT, token.dep_ == "poss")


def kind_of(noun: Token) -> str:
    """What sort of thing a noun names: a person, a body that acts, a place, or a thing."""
    if noun.pos_ == "PROPN":
        return {"PERSON": "person", "ORG": "body", "GPE": "place"}.get(noun.ent_type_, "thing")
    return "body" if noun.lemma_ in word_list("bodies") else "thing"


def name_of(noun: Token) -> str:
    """The noun phrase as a name: what narrows the noun, without dates, judgements and what comments on it."""
    gone = {t for c in noun.children if leaves_name(c) for t in c.subtree}
    whole = [t for part in (noun, *coordinated(noun)) for t in noun_phrase(part)]
    phrase = [
        t for t in sorted({*whole, *joiners(noun)}) if t not in gone and not (t.dep_ == "case" and t.head == noun)
    ]
    name = written(trimmed(words_of(definite(phrase, noun))))
    plain = bool(phrase) and phrase[0].pos_ != "PROPN" and phrase[0].ent_type_ in {"", "CARDINAL"}
    return name[:1].lower() + name[1:] if plain or name.startswith(("The ", "A ", "An ")) else name


def coordinated(noun: Token) -> list[Token]:
    """The nouns that are joined to this one by "and"."""
    return [t for t in noun.conjuncts if t.i > noun.i and t.pos_ in {"NOUN", "PROPN"}] if is_plural(noun) else []


def joiners(noun: Token) -> list[Token]:
    """The "and" and the commas between coordinated nouns."""
    others = coordinated(noun)
    if not others:
        return []
    return [
        t
        for t in noun.doc[noun.i + 1 : others[-1].i]
        if t.dep_ == "cc" or (t.text == "," and t.head in {noun, *others})
    ]


def definite(phrase: Sequence[Token], noun: Token) -> list[Word | Token]:
    """The noun phrase with "the" for "a" and for a number: what is named again is a certain thing."""
    words: list[Word | Token] = []
    for token in phrase:
        if token.head == noun and (token.lower_ in {"a", "an"} or (token.dep_ == "nummod" and token == phrase[0])):
            words.append(Word("such a" if any(t.lower_ == "such" for t in noun.lefts) else "the", token))
        else:
            words.append(token)
    return words


def leaves_name(modifier: Token) -> bool:
    """Is the modifier left out where the noun is named again: a date, a judgement, a quantity?"""
    dated = modifier.dep_ in {"prep", "npadvmod"} and any(t.ent_type_ in UNNAMED for t in modifier.subtree)
    judging = modifier.dep_ == "amod" and modifier.lower_ in word_list("judging")
    return (
        dated
        or judging
        or modifier.dep_ in {"predet", "preconj"}
        or (modifier.dep_ == "advmod" and modifier.i < modifier.head.i)
    )


def antecedent(token: Token, sentence: int, mentions: Sequence[Mention]) -> Mention | None:
    """What a word stands for, if it stands for another and that is certain."""
    if token.pos_ == "PRON" and token.lower_ in IT | THEY | PERSON:
        return None if is_pleonastic(token) else of_pronoun(token, sentence, mentions)
    if token.pos_ in {"NOUN", "PROPN"} and is_bare(token):
        return of_short_name(token, mentions)
    return None


def is_pleonastic(token: Token) -> bool:
    """Is it the "it" of "it is likely that"?"""
    if token.lower_ != "it" or token.dep_ not in SUBJECT:
        return False
    return any(
        t.dep_ in {"ccomp", "xcomp", "advcl", "csubj"} and t.i > token.head.i for t in token.head.children
    ) and any(t.dep_ in {"acomp", "attr"} for t in token.head.children)


def of_pronoun(token: Token, sentence: int, mentions: Sequence[Mention]) -> Mention | None:
    """What a pronoun stands for: the mention that agrees and stands out, or nothing where two come equally near."""
    scored: dict[str, tuple[float, Mention]] = {}
    for mention in mentions:
        near = sentence - mention.sentence < WINDOW and mention.token.pos_ != "ADJ"
        if near and agrees(token, mention) and not same_clause(token, mention):
            points = salience(token, mention, sentence)
            if mention.name not in scored or points >= scored[mention.name][0]:
                scored[mention.name] = (points, mention)
    best = sorted(scored.values(), key=lambda pair: pair[0], reverse=True)
    if not best and is_agent(token):
        return topic(sentence, mentions)
    if not best or (len(best) > 1 and best[0][0] - best[1][0] < 1) or len(best[0][1].name.split()) > LONGEST:
        return None
    return best[0][1]


def topic(sentence: int, mentions: Sequence[Mention]) -> Mention | None:
    """The state or body that the text has been about: the subject of the last main clause that has one."""
    for mention in reversed(mentions):
        if sentence - mention.sentence > TOPIC_WINDOW:
            return None
        if mention.subject and mention.kind in {"state", "body"} and mention.token.head.dep_ == "ROOT":
            return mention
    return None


def agrees(token: Token, mention: Mention) -> bool:
    """Can the pronoun stand for the mention?"""
    if token.lower_ in PERSON:
        return mention.kind == "person" and not any(t.lower_ in PERSON for t in mention.token.subtree)
    if token.lower_ in THEY:
        return mention.plural or mention.kind == "people"
    if mention.plural or mention.kind == "person":
        return False
    if is_amount(token):
        return mention.kind == "thing"
    return not is_agent(token) or (mention.kind != "thing" and is_fit_agent(token, mention))


def is_agent(token: Token) -> bool:
    """Is the word the subject of a verb that only a person, a state or a body can be the subject of?"""
    if token.dep_ != "nsubj":
        return False
    return token.head.lemma_ in word_list("agentive_verbs") or is_role(token.head)


def is_role(verb: Token) -> bool:
    """Does the verb say that its subject is a partner, a member, an ally: something that only an actor is?"""
    attributes = children(verb, "attr")
    nouns = [*attributes, *(t for a in attributes if a.lower_ == "one" for t in a.subtree if t.dep_ == "pobj")]
    return any(t.lemma_ in word_list("roles") for t in nouns)


def is_fit_agent(token: Token, mention: Mention) -> bool:
    """Stands the mention high enough to act in the next main clause: no subject of a subordinate clause does."""
    if token.head.dep_ != "ROOT" or is_role(token.head):
        return True
    return not mention.subject or mention.token.head.dep_ in {"ROOT", "conj", "ccomp"}


def is_amount(token: Token) -> bool:
    """Is the word said to be a figure ("it was €5 million")?"""
    attribute = next(iter(children(token.head, "attr")), None)
    return (
        token.dep_ in SUBJECT
        and attribute is not None
        and any(t.like_num for t in attribute.subtree if t.i <= attribute.i)
    )


def same_clause(token: Token, mention: Mention) -> bool:
    """Is the mention the subject of the verb that the pronoun is an object of? Then it would be called "itself"."""
    if token.lower_ in POSSESSIVE or token.dep_ in SUBJECT:
        return False
    return mention.subject and governor(mention.token) == governor(token)


def salience(token: Token, mention: Mention, sentence: int) -> float:
    """How much a mention stands out: subjects and owners first, names before things, the nearest first."""
    points = 3.0 * (is_amount(token) and mention.sentence == sentence)
    points += 4.0 * mention.subject + 3.0 * mention.owner - 3.0 * (sentence - mention.sentence)
    points += 1.5 * (mention.kind in {"state", "body", "person"})
    if token.lower_ in POSSESSIVE and mention.subject and governor(mention.token) == governor(token):
        points += 3
    if mention.subject and mention.token.head.dep_ in {"ROOT", "conj"}:
        points += 1
    if mention.token.pos_ == "ADJ":
        points -= 2
    if mention.sentence == sentence and mention.token.i > token.i:
        points -= 20
    return points


def is_bare(noun: Token) -> bool:
    """Is it a noun with nothing but "the", "this" or "that" before it?"""
    narrowing = [t for t in noun.children if t.dep_ not in {"det", "punct", "case", "cc", "conj", "appos", "relcl"}]
    determiner = next((t for t in noun.lefts if t.dep_ == "det"), None)
    return not narrowing and determiner is not None and determiner.lower_ in POINTING


def of_short_name(noun: Token, mentions: Sequence[Mention]) -> Mention | None:
    """What "the country", "this state", "the Union", "the regime" stand for, where the text has named it."""
    if noun.lower_ in SHORT and noun.text[0].isupper():
        full = SHORT[noun.lower_]
        return next(
            (
                replace(m, name=f"the {full}" if full == "EU" else full)
                for m in reversed(mentions)
                if full in m.name.split()
            ),
            None,
        )
    if noun.lower_ in COUNTRY and noun.tag_ == "NN":
        return of_country(noun, mentions)
    return None if noun.lower_ in TIME else fuller(noun, mentions)


def of_country(noun: Token, mentions: Sequence[Mention]) -> Mention | None:
    """The state that "the country" means: the last subject or owner; that "that country" means: the one named last."""
    states_named = [m for m in mentions if m.kind == "state"]
    if not states_named:
        return None
    last = states_named[-1].sentence
    recent = [m for m in states_named if m.sentence == last]
    named_so = [m for m in recent if m.token.pos_ != "ADJ"]
    determiner = next(t.lower_ for t in noun.lefts if t.dep_ == "det")
    if determiner == "that":
        return (named_so or recent)[-1]
    topics = [m for m in recent if m.subject or m.owner]
    names = {m.name for m in topics} or {m.name for m in recent}
    return next(m for m in reversed(recent) if m.name in names) if len(names) == 1 else None


def fuller(noun: Token, mentions: Sequence[Mention]) -> Mention | None:
    """The fuller name that the text has given a thing before: "the Belarusian regime" for "the regime"."""
    for mention in reversed(mentions):
        same = mention.token.lemma_ == noun.lemma_ and mention.token.tag_ == noun.tag_ and mention.token.pos_ != "ADJ"
        if same and not is_bare(mention.token) and is_definite(mention.token) and len(mention.name.split()) <= LONGEST:
            return mention
    return None


def is_definite(noun: Token) -> bool:
    """Has the noun phrase an article or owner that makes it a certain one, and a word that says which?"""
    definite = any(t.lower_ == "the" or t.dep_ == "poss" for t in children(noun, "det", "poss"))
    return definite and any(t.dep_ in {"amod", "compound", "poss", "nmod"} for t in noun.children)


@cache
def states() -> dict[str, str]:
    """The name of the state for each name and adjective of a state."""
    table = files("lt_by_claims").joinpath("tag", "states.csv").read_text("utf-8")
    named: dict[str, str] = {}
    for row in csv.DictReader(table.splitlines()):
        names, adjectives = row["names"].split(";"), row["demonyms"].split(";")
        for name in (*names, *adjectives):
            if name:
                named[name] = names[0] if name in adjectives else name
    return named


def with_names(clause: Clause, names: dict[Token, Mention]) -> Clause:
    """The clause with names for its pronouns and short names, where the clause does not name the same thing before."""
    said: set[str] = set()
    words: list[Word] = []
    for word in clause.words:
        mention = names.get(word.token) if word.token is not None and word.is_source else None
        if (
            word.token is not None
            and mention is not None
            and mention.name not in said
            and mention.token not in clause.tokens
        ):
            determiners = {t for t in word.token.lefts if t.dep_ == "det"}
            words = [w for w in words if w.token not in determiners]
            words.append(Word(named(word.token, mention), word.token))
            said.add(mention.name)
        else:
            words.append(word)
            said |= {word.text}
    return replace(clause, words=tuple(words))


def named(token: Token, mention: Mention) -> str:
    """The name in the form that the word it is put for has."""
    if token.lower_ not in POSSESSIVE:
        return mention.name
    return f"{mention.name}'" if mention.name.endswith("s") else f"{mention.name}'s"


@cache
def markers() -> frozenset[tuple[str, ...]]:
    """The discourse markers, each as its words."""
    return frozenset(tuple(marker.split()) for marker in word_list("discourse_markers"))


def without_markers(clause: Clause) -> Clause:
    """The clause without the words that only tie it to its neighbours."""
    gone = {place for start, end in found_markers(clause.words) for place in range(start, end)}
    return replace(clause, words=tuple(word for place, word in enumerate(clause.words) if place not in gone))


def found_markers(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Where discourse markers stand, with the commas that set them off."""
    texts = [word.text.lower() for word in words]
    for start in range(len(words)):
        for length in range(4, 0, -1):
            end = start + length
            if tuple(texts[start:end]) in markers() and is_set_off(words, start, end):
                first = start - 1 if start > 0 and texts[start - 1] == "," else start
                yield first, end + 1 if texts[end : end + 1] == [","] else end
                break


def is_set_off(words: Sequence[Word], start: int, end: int) -> bool:
    """Does a marker stand apart, at the beginning, between commas, or as an adverb of the verb?"""
    token = words[start].token
    if end - start == 1 and token is not None:
        commas = start == 0 and words[end].text == "," if end < len(words) else False
        return token.dep_ in {"advmod", "cc", "mark"} and (commas or token.head.pos_ in VERBAL)
    return True
