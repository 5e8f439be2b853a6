"""What a statement is about: the topics whose terms it has, weighed."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path

from lt_by_claims.clause import Clause
from lt_by_claims.parse import Token
from lt_by_claims.tag.lexicon import words
from lt_by_claims.tag.predicate import Predicate

WORD = re.compile(r"[^\W_]+(?:[.’'-][^\W_]+)*")

STEP, LEAST, ASIDE = 0.8, 0.3, 0.4
"""A term counts less with each step down from the verb, not less than the least, and less again in an aside."""

FARTHEST = 15
BEFORE_ASIDE = words("before_aside")
SENTENCE, HEADING = 0.3, 0.2
"""What a term of the source sentence and of the heading counts beside one of the claim."""

BACKGROUND = 0.8
"""What a term of the source sentence counts for a fact that it mentions by the way: an apposition, a title."""

BILATERAL, UNION = 1.0, 1.0
"""What two states in one claim count for their relations, and the EU as its subject for the EU's policy."""

ENOUGH = 2.0
"""A further topic has at least this score …"""

SHARE = 0.5
"""… and this share of the main topic's."""

NO_STEP = frozenset({"compound", "amod", "poss", "aux", "det", "conj"})
BY_THE_WAY = frozenset({"appos", "compound", "nmod", "acl", "relcl", "poss"})

BY_ACTOR = {"RU": "russia", "EU": "eu-policy", "NATO": "security"}
"""What a statement without any term is about, where one of these takes part in it."""

Term = tuple[str, ...]


@cache
def terms() -> dict[str, list[tuple[Term, str, float]]]:
    """The terms of all topics as (words, topic, weight), by the first four letters of their first word."""
    table = tomllib.loads(Path(__file__).with_name("topics.toml").read_text(encoding="utf-8"))
    found: dict[str, list[tuple[Term, str, float]]] = {}
    for topic, groups in table.items():
        for weight, lines in groups.items():
            for term in lines.split(","):
                words = tuple(term.strip().lower().split())
                if words:
                    found.setdefault(words[0].rstrip("*")[:3], []).append((words, topic, float(weight)))
    return found


@lru_cache(maxsize=64)
def scores(text: str) -> Mapping[str, float]:
    """How much each topic's terms weigh in a text."""
    total: dict[str, float] = defaultdict(float)
    for _, _, weights in in_words(parts(text)):
        for topic, weight in weights.items():
            total[topic] += weight
    return total


def parts(text: str) -> list[str]:
    """The words of a text, in lower case and without the mark of an owner."""
    if text.isalpha():
        return [text.lower()]
    return [word.removesuffix("’s").removesuffix("'s") for word in WORD.findall(text.lower())]


def in_words(words: Sequence[str]) -> Iterator[tuple[int, int, Mapping[str, float]]]:
    """The terms among some words: where they stand, and what they weigh; within a longer term no shorter one counts."""
    end = 0
    for at, word in enumerate(words):
        if at < end:
            continue
        for rest, weights in beginning(word):
            stop = at + 1 + len(rest)
            if stop < end:
                break
            if not rest or goes_on(rest, words[at + 1 : stop]):
                end = stop
                yield at, end, weights


@cache
def beginning(word: str) -> tuple[tuple[Term, dict[str, float]], ...]:
    """The terms that may begin with a word, longest first: what follows it, and what they weigh for each topic."""
    begun: dict[Term, dict[str, float]] = {}
    for (first, *rest), topic, weight in terms().get(word[:3], ()):
        if fits(first, word):
            begun.setdefault(tuple(rest), {})[topic] = weight
    return tuple(sorted(begun.items(), key=lambda term: -len(term[0])))


def goes_on(rest: Term, words: Sequence[str]) -> bool:
    """Does a term go on with these words, "export*" standing for all that begins so?"""
    return len(rest) == len(words) and rest[0][0] == words[0][0] and all(map(fits, rest, words))


def fits(part: str, word: str) -> bool:
    """Is the word the part of a term, or in the plural, or does it begin so?"""
    return word.startswith(part[:-1]) if part.endswith("*") else word == part or word == f"{part}s"


def topics(clause: Clause, told: Sequence[Predicate], *, section: str, actors: Iterable[str]) -> tuple[str, ...]:
    """The topics of a statement, the main one first; its sentence and heading count a little."""
    own = spoken_of(clause, told[-1].head)
    takes_part = tuple(actors)
    around = surroundings(clause, section, takes_part)
    return ranked(own, around) or (fallback(takes_part),)


def spoken_of(clause: Clause, head: Token) -> Mapping[str, float]:
    """How much each topic's terms weigh in a statement, the more the nearer they stand to its verb."""
    said = [(part, token) for text, token in clause.words for part in parts(text)]
    total: dict[str, float] = defaultdict(float)
    for start, end, weights in in_words([part for part, _ in said]):
        nearest = max([counts(token, head) if token else 1.0 for _, token in said[start:end]])
        for topic, weight in weights.items():
            total[topic] += weight * nearest
    return total


def counts(token: Token, head: Token) -> float:
    """What a term at this word counts."""
    steps, share = 0, 1.0
    for _ in range(FARTHEST + 1):
        if token is head:
            break
        above = token.head
        if token.dep_ not in NO_STEP and token.lower_ != "of" and above.lower_ != "of":
            steps += 1
        if is_aside(token):
            share = ASIDE
        if above is token:
            break
        token = above
    return max(LEAST, STEP ** max(0, steps - 1)) * share


def is_aside(token: Token) -> bool:
    """Does it only give the time or the occasion: after the elections, in introducing sanctions?"""
    if token.dep_ == "prep" and token.lower_ in BEFORE_ASIDE:
        return True
    return token.dep_ == "advcl" or (token.lower_ == "in" and any(t.dep_ == "pcomp" for t in token.children))


def surroundings(clause: Clause, section: str, actors: tuple[str, ...]) -> Mapping[str, float]:
    """What the sentence, the heading and those who take part count for each topic."""
    by_the_way = clause.root.dep_ in BY_THE_WAY
    total: dict[str, float] = defaultdict(float)
    for text, share in ((clause.root.sent.text, BACKGROUND if by_the_way else SENTENCE), (section, HEADING)):
        for topic, score in scores(text).items():
            total[topic] += share * score
    if are_states(actors):
        total["bilateral-relations"] += BILATERAL
    if "EU" in [t.text for t in clause.root.children if t.dep_ in {"nsubj", "nsubjpass"}]:
        total["eu-policy"] += UNION
    return total


def are_states(actors: tuple[str, ...]) -> bool:
    """Do two states or more take part?"""
    return len([actor for actor in actors if len(actor) == 2 and actor != "EU"]) > 1


def ranked(own: Mapping[str, float], around: Mapping[str, float]) -> tuple[str, ...]:
    """The main topic, and the others that the statement itself speaks of."""
    score = {topic: own.get(topic, 0) + around.get(topic, 0) for topic in sorted({*own, *around})}
    order = sorted(score, key=score.__getitem__, reverse=True)
    least = max(ENOUGH, SHARE * own.get(order[0], 0)) if order else ENOUGH
    return tuple(order[:1] + [topic for topic in order[1:] if own.get(topic, 0) >= least])


def fallback(actors: tuple[str, ...]) -> str:
    """The topic of a statement that shows none, by who takes part."""
    if are_states(actors):
        return "bilateral-relations"
    return next((topic for actor, topic in BY_ACTOR.items() if actor in actors), "bilateral-relations")
