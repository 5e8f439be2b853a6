"""By what the claims can be chosen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lt_by_claims.claim import Row

MOST = 150
"""So many values of a facet are offered, the most frequent; the search finds the others."""

NUMBER = "with a number"

Meanings = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Choice:
    """One value, with its name, what it means, and how many claims have it."""

    value: str
    label: str
    meaning: str
    count: int


@dataclass(frozen=True, slots=True)
class Facet:
    """A question with its choices, and how many more there are than are offered."""

    name: str
    title: str
    choices: tuple[Choice, ...]
    more: int = 0


def facets(documents: list[Row], claims: list[Row], numbers: list[Row], meanings: Meanings) -> tuple[Facet, ...]:
    """What there is to choose from; a facet of one value is no choice."""
    kinds = kinds_of(numbers)
    titles = {row["document_id"]: row["title"] for row in documents}
    found = (
        facet("topic", "Topic", (row["topics"] for row in claims), meanings.get("topic", {})),
        facet("type", "Type", ([row["claim_type"]] for row in claims), meanings.get("claim_type", {})),
        facet("modality", "Modality", ([row["modality"]] for row in claims), meanings.get("modality", {})),
        facet("numbers", "Numbers", (kinds.get(row["claim_id"], ()) for row in claims), meanings.get("kind", {})),
        facet("actor", "Actor", (row["actors"] for row in claims), {}),
        facet("document", "Text", ([row["document_id"]] for row in claims), {}, titles),
        facet("settled", "Settled", ([settled(row)] for row in claims), {}),
    )
    return tuple(one for one in found if one.choices and (len(one.choices) > 1 or one.name == "numbers"))


def facet(
    name: str,
    title: str,
    values: Iterable[Iterable[str]],
    meanings: Mapping[str, str],
    labels: Mapping[str, str] | None = None,
) -> Facet:
    """A facet with its values, the most frequent first."""
    counts = Counter(value for of_claim in values for value in dict.fromkeys(of_claim))
    ranked = sorted(counts.items(), key=lambda pair: (pair[0] != NUMBER, -pair[1], pair[0]))
    choices = tuple(
        Choice(value, (labels or {}).get(value, value), meanings.get(value, ""), count)
        for value, count in ranked[:MOST]
    )
    return Facet(name, title, choices, len(ranked) - len(choices))


def kinds_of(numbers: list[Row]) -> dict[str, list[str]]:
    """The kinds of numbers in each claim that has any."""
    kinds: dict[str, list[str]] = {}
    for row in numbers:
        kinds.setdefault(row["claim_id"], [NUMBER]).append(row["kind"])
    return kinds


def settled(claim: Row) -> str:
    """Who settled a claim."""
    return "by a reviewer" if claim["reviewed"] else "draft"
