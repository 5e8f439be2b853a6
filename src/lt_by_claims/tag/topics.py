"""What a statement is about: the topics whose terms it has, weighed."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from pathlib import Path

from lt_by_claims.clause import Clause

WORD = re.compile(r"[^\W_]+(?:[.’'-][^\W_]+)*")
PRIORS = (0.35, 0.12, 0.3)
"""What a term of the source sentence, of the paragraph, and of the heading counts beside one of the claim."""

ENOUGH = 2.0
"""A further topic has at least this score …"""

SHARE = 0.5
"""… and this share of the main topic's."""

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


@lru_cache(maxsize=1024)
def scores(text: str) -> dict[str, float]:
    """How much each topic's terms weigh in the text."""
    words = [word.lower().removesuffix("’s").removesuffix("'s") for word in WORD.findall(text)]
    weights: dict[str, float] = defaultdict(float)
    for at in range(len(words)):
        best: dict[str, tuple[int, float]] = {}
        for term, topic, weight in terms().get(words[at][:3], ()):
            if len(term) > best.get(topic, (0, 0.0))[0] and matches(term, words[at : at + len(term)]):
                best[topic] = (len(term), weight)
        for topic, (_, weight) in best.items():
            weights[topic] += weight
    return weights


def matches(term: Term, words: list[str]) -> bool:
    """Are these the words of the term, "export*" standing for all that begins so?"""
    return len(term) == len(words) and all(fits(part, word) for part, word in zip(term, words, strict=True))


def fits(part: str, word: str) -> bool:
    """Is the word the part of a term, or in the plural, or does it begin so?"""
    return word.startswith(part[:-1]) if part.endswith("*") else word == part or word == f"{part}s"


def topics(clause: Clause, *, section: str, actors: Iterable[str]) -> tuple[str, ...]:
    """The topics of a statement, the main one first; its sentence, paragraph and heading count a little."""
    own = scores(clause.text)
    weighed: dict[str, float] = defaultdict(float)
    for text, share in zip((*context(clause), section), PRIORS, strict=True):
        for topic, score in scores(text).items():
            weighed[topic] += share * min(score, 10)
    for topic, score in own.items():
        weighed[topic] += score
    return tuple(ranked(weighed, own)) or (fallback(tuple(actors)),)


def context(clause: Clause) -> tuple[str, str]:
    """The sentence and the paragraph that the statement comes from."""
    return clause.root.sent.text, clause.paragraph.text


def ranked(weighed: dict[str, float], own: dict[str, float]) -> Iterator[str]:
    """The main topic, and the others that the statement itself speaks of."""
    order = sorted(weighed, key=lambda topic: (-weighed[topic], topic))
    yield from order[:1]
    yield from (topic for topic in order[1:] if own.get(topic, 0) >= max(ENOUGH, SHARE * own.get(order[0], 0)))


def fallback(actors: tuple[str, ...]) -> str:
    """The topic of a statement that shows none, by who takes part."""
    if sum(len(actor) == 2 and actor != "EU" for actor in actors) > 1:
        return "bilateral-relations"
    return next((topic for actor, topic in BY_ACTOR.items() if actor in actors), "bilateral-relations")
