"""What "the country", "the Union", "the ministry" and "the regime" stand for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from lt_by_claims.codes import states_of_today
from lt_by_claims.grammar import children
from lt_by_claims.inflection import owned
from lt_by_claims.parse import Token
from lt_by_claims.standalone.mentions import Mention
from lt_by_claims.words import word_list

POINTING = frozenset({"the", "this", "that", "these", "those"})
COUNTRY = frozenset({"country", "state", "nation", "republic"})
SHORT = {"union": "EU", "alliance": "NATO", "bloc": "EU"}
FIRMS = frozenset({"airline", "carrier", "company", "corporation", "firm", "manufacturer", "operator", "retailer"})
OF_A_STATE = frozenset({"government", "parliament", "cabinet"})
"""What a state has one of."""

TIME = frozenset({"year", "month", "day", "week", "time", "decade", "century", "moment", "period", "end", "beginning"})

LONGEST = 9
"""Words of the longest name that is put for a short one."""


def is_bare(noun: Token) -> bool:
    """Is it a noun with nothing but "the", "this" or "that" before it?"""
    narrowing = [t for t in noun.children if t.dep_ not in {"det", "punct", "case", "cc", "conj", "appos", "relcl"}]
    determiner = next((t for t in noun.lefts if t.dep_ == "det"), None)
    return not narrowing and determiner is not None and determiner.lower_ in POINTING


def of_short_name(noun: Token, sentence: int, mentions: Sequence[Mention]) -> Mention | None:
    """What "the country", "this state", "the Union", "the regime" stand for, where the text has named it."""
    if noun.pos_ == "PROPN" and (whole := longer_name(noun, mentions)):
        return whole
    if noun.lower_ in SHORT and noun.text[0].isupper():
        full = SHORT[noun.lower_]
        return next(
            (
                replace(m, given_name=f"the {full}" if full == "EU" else full)
                for m in reversed(mentions)
                if full in m.name.split()
            ),
            None,
        )
    if noun.lower_ in COUNTRY and noun.tag_ == "NN":
        return of_country(noun, mentions)
    if noun.lower_ in TIME:
        return None
    return (
        fuller(noun, mentions)
        or of_body(noun, mentions)
        or of_state(noun, mentions)
        or of_firm(noun, sentence, mentions)
    )


def longer_name(noun: Token, mentions: Sequence[Mention]) -> Mention | None:
    """The name that ends with this one: "the African Union" for "the Union"."""
    same = (m for m in reversed(mentions) if m.token.text == noun.text and m.token.pos_ == "PROPN")
    return next((m for m in same if any(t.dep_ == "compound" for t in m.token.lefts)), None)


def of_country(noun: Token, mentions: Sequence[Mention]) -> Mention | None:
    """The state that "the country" means: the last subject or owner; that "that country" means: the one named last."""
    states_named = [named for m in mentions if (named := state_of(m)) is not None]
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
    others = {m.name for m in recent if m.token.dep_ in {"dobj", "pobj"}} - names
    return next(m for m in reversed(recent) if m.name in names) if len(names) == 1 and not others else None


def state_of(mention: Mention) -> Mention | None:
    """The mention of a state, or of the state whose capital acts in its place ("Lima has recalled its envoy")."""
    if mention.kind == "state":
        return mention
    state = capitals().get(mention.token.text) if mention.kind == "place" and mention.subject else None
    acts = state is not None and mention.token.head.lemma_ in word_list("agentive_verbs")
    return replace(mention, kind="state", given_name=state) if acts else None


@cache
def capitals() -> dict[str, str]:
    """The state of each capital that stands for no other power."""
    return {city: state.name for state in states_of_today() for city in state.capitals if city != "Brussels"}


def fuller(noun: Token, mentions: Sequence[Mention]) -> Mention | None:
    """The fuller name that the text has given a thing before: "the Belarusian regime" for "the regime"."""
    for mention in reversed(mentions):
        same = mention.token.lemma_ == noun.lemma_ and mention.token.tag_ == noun.tag_ and mention.token.pos_ != "ADJ"
        if same and not is_bare(mention.token) and is_definite(mention.token) and len(mention.name.split()) <= LONGEST:
            return mention
    return None


def of_body(noun: Token, mentions: Sequence[Mention]) -> Mention | None:
    """The one body of this sort that the text has named: "Finland's Ministry of Defence" for "the ministry"."""
    if noun.tag_ != "NN" or noun.lemma_ not in word_list("bodies"):
        return None
    same = [m for m in mentions if m.token.lower_ == noun.lemma_ and not is_bare(m.token)]
    certain = len({m.name for m in same}) == 1 and all(m.token.pos_ == "PROPN" for m in same)
    return same[-1] if certain and len(same[-1].name.split()) <= LONGEST else None


def of_state(noun: Token, mentions: Sequence[Mention]) -> Mention | None:
    """The government or parliament of the one state that the text has named: "Norway's government"."""
    if noun.tag_ != "NN" or noun.lower_ not in OF_A_STATE:
        return None
    named = {m.name: m for m in mentions if m.kind == "state"}
    other = any(m.token.lemma_ == noun.lemma_ and not is_bare(m.token) for m in mentions)
    if len(named) != 1 or other:
        return None
    name, state = next(iter(named.items()))
    return replace(state, token=noun, kind="body", plural=False, given_name=f"{owned(name)} {noun.lower_}")


def of_firm(noun: Token, sentence: int, mentions: Sequence[Mention]) -> Mention | None:
    """The one body that the sentence before names, as its subject: "Latvian Railway" for "the company"."""
    if noun.tag_ != "NN" or noun.lemma_ not in FIRMS:
        return None
    near = [m for m in mentions if sentence - m.sentence <= 1 and m.kind == "body" and m.token.pos_ == "PROPN"]
    names = {m.name for m in near}
    return near[-1] if len(names) == 1 and any(m.subject and m.sentence < sentence for m in near) else None


def is_definite(noun: Token) -> bool:
    """Has the noun phrase an article or owner that makes it a certain one, and a word that says which?"""
    owners = [t for t in children(noun, "det", "poss") if t.pos_ != "PRON"]  # not "our army"
    definite = any(t.lower_ == "the" or t.dep_ == "poss" for t in owners)
    of_name = any(t.pos_ == "PROPN" for of in children(noun, "prep") if of.lower_ == "of" for t in children(of, "pobj"))
    return definite and (of_name or any(t.dep_ in {"amod", "compound", "poss", "nmod"} for t in noun.children))
