"""How far two readings of one document agree: a machine's draft and a review, or two reviews.

Claims are matched one to one, by the words that they share (token F1), among pairs whose quotes overlap. A match counts
from 0.6; the fields are compared on the pairs that count.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import zip_longest
from math import nan
from textwrap import wrap
from typing import Any

from lt_by_claims.claim import Claim, Quantity
from lt_by_claims.columns import columns
from lt_by_claims.likeness import token_f1, tokens
from lt_by_claims.matching import matched

COUNTS_FROM = 0.6
STRICTER = 0.75

FIELDS: dict[str, Callable[[Claim], Hashable]] = {
    "topic": lambda claim: claim.topics[0],
    "claim type": lambda claim: claim.claim_type,
    "modality": lambda claim: claim.modality,
    "negated": lambda claim: claim.negated,
    "attribution": lambda claim: claim.attribution or "",
    "time": lambda claim: claim.time or "",
}
CODED = ("topic", "claim type", "modality", "negated")
"""The fields of few codes, where agreement by chance is taken off (Cohen's κ)."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A claim of the draft with the claim of the review that it is taken for."""

    draft: Claim
    review: Claim
    likeness: float


@dataclass(frozen=True, slots=True)
class Score:
    """Hits among what the draft has and what the review has."""

    hits: int
    drafted: int
    reviewed: int

    @property
    def precision(self) -> float:
        """The share of the draft that is right."""
        return self.hits / self.drafted if self.drafted else nan

    @property
    def recall(self) -> float:
        """The share of the review that is found."""
        return self.hits / self.reviewed if self.reviewed else nan

    @property
    def f1(self) -> float:
        """Both as one: their harmonic mean."""
        both = self.drafted + self.reviewed
        return 2 * self.hits / both if both else nan


@dataclass(frozen=True)
class Evaluation:
    """The pairs of two readings, and the figures that follow from them; the second reading is taken as the truth."""

    drafts: tuple[Claim, ...]
    reviews: tuple[Claim, ...]
    pairs: tuple[Pair, ...]
    """The best match of the two readings; some of its pairs are too unlike to count."""
    number_pairs: tuple[tuple[Quantity, Quantity], ...] = ()
    """The numeric values that both have, wherever they stand: same kind, same ends, same currency."""
    names: tuple[str, str] = ("draft", "review")

    @classmethod
    def together(cls, evaluations: Iterable[Evaluation]) -> Evaluation:
        """Those of several documents as one."""
        several = tuple(evaluations)
        return cls(
            drafts=tuple(claim for one in several for claim in one.drafts),
            reviews=tuple(claim for one in several for claim in one.reviews),
            pairs=tuple(pair for one in several for pair in one.pairs),
            number_pairs=tuple(pair for one in several for pair in one.number_pairs),
        )

    def claims(self, threshold: float = COUNTS_FROM) -> Score:
        """The claims that both have, at this likeness or more."""
        return Score(sum(pair.likeness >= threshold for pair in self.pairs), len(self.drafts), len(self.reviews))

    @property
    def soft_f1(self) -> float:
        """F1 where each pair counts as much as it is alike."""
        both = len(self.drafts) + len(self.reviews)
        return 2 * sum(pair.likeness for pair in self.pairs) / both if both else nan

    @cached_property
    def counted(self) -> tuple[Pair, ...]:
        """The pairs that are alike enough."""
        return tuple(pair for pair in self.pairs if pair.likeness >= COUNTS_FROM)

    def values(self, field: str) -> list[tuple[Hashable, Hashable]]:
        """What the two readings say in a field, pair by pair."""
        said = FIELDS[field]
        return [(said(pair.draft), said(pair.review)) for pair in self.counted]

    def agreement(self, field: str) -> float:
        """The share of pairs that agree in a field."""
        return mean(float(one == other) for one, other in self.values(field))

    def kappa(self, field: str) -> float:
        """Cohen's κ in a field: agreement beyond that of chance."""
        return kappa(self.values(field))

    @property
    def actors(self) -> float:
        """How far the actors of the pairs are the same: the mean of their Jaccard indices."""
        return mean(jaccard(set(pair.draft.actors), set(pair.review.actors)) for pair in self.counted)

    @property
    def numbers(self) -> Score:
        """The numeric values that both have, and how many each has."""
        one, other = (sum(len(claim.quantities) for claim in reading) for reading in (self.drafts, self.reviews))
        return Score(len(self.number_pairs), one, other)

    @property
    def periods(self) -> float:
        """The share of the values that both have whose period is the same."""
        return mean(float(one.period == other.period) for one, other in self.number_pairs)

    @property
    def measures(self) -> float:
        """The share of the values that both have whose measure is said in like words."""
        said = ((tokens(one.measure or ""), tokens(other.measure or "")) for one, other in self.number_pairs)
        return mean(float(one == other or token_f1(one, other) >= COUNTS_FROM) for one, other in said)

    def __str__(self) -> str:
        scores = [
            (f"claims at token F1 ≥ {COUNTS_FROM}", self.claims()),
            (f"claims at token F1 ≥ {STRICTER}", self.claims(STRICTER)),
            ("numbers", self.numbers),
        ]
        head = ("", *self.names, "both", "precision", "recall", "F1")
        found = [
            (name, s.drafted, s.reviewed, s.hits, shown(s.precision), shown(s.recall), shown(s.f1))
            for name, s in scores
        ]
        fields = [
            (name, shown(self.agreement(name)), shown(self.kappa(name)) if name in CODED else "") for name in FIELDS
        ]
        table = [(f"{len(self.counted)} pairs agree in", "share", "κ"), *fields, ("actors", shown(self.actors), "")]
        told = [
            (f"{len(self.number_pairs)} numbers agree in", "share"),
            ("period", shown(self.periods)),
            ("measure", shown(self.measures)),
        ]
        soft = f"soft F1 of the claims: {shown(self.soft_f1)}"
        tables = (
            columns([head, *found], right=range(1, 7)),
            soft,
            columns(table, right=(1, 2)),
            columns(told, right=(1,)),
        )
        return "\n\n".join(tables)

    def misses(self, width: int = 120) -> str:
        """The claims that found no like, those of the review to the left and those of the draft to the right."""
        half = (width - 8) // 2
        draft_only, review_only = (f"only in {name}" for name in self.names)
        lines = [f"{review_only:{half}}        {draft_only}"]
        for review, draft, likeness in self.alone():
            left = wrap(review.claim, half) if review else []
            right = wrap(draft.claim, half) if draft else []
            marks = [f"{likeness:.2f}" if review and draft else ""]
            for one, mark, other in zip_longest(left, marks, right, fillvalue=""):
                lines.append(f"{one:{half}}  {mark:4}  {other}".rstrip())
            lines.append("")
        return "\n".join(lines).rstrip("\n")

    def alone(self) -> list[tuple[Claim | None, Claim | None, float]]:
        """The claims that found no like, in the order of the text; what is most alike stands together."""
        paired = {id(claim) for pair in self.pairs for claim in (pair.draft, pair.review)}
        rows: list[tuple[Claim | None, Claim | None, float]] = [
            (pair.review, pair.draft, pair.likeness) for pair in self.pairs if pair.likeness < COUNTS_FROM
        ]
        rows += [(claim, None, 0.0) for claim in self.reviews if id(claim) not in paired]
        rows += [(None, claim, 0.0) for claim in self.drafts if id(claim) not in paired]
        return sorted(rows, key=lambda row: min(claim.start for claim in row[:2] if claim))


def evaluate(drafts: Sequence[Claim], reviews: Sequence[Claim]) -> Evaluation:
    """Compare two readings of one document; the second is taken as the truth."""
    likeness = dict(likenesses(drafts, reviews))
    pairs = (Pair(drafts[one], reviews[other], likeness[one, other]) for one, other in matched(likeness))
    return Evaluation(tuple(drafts), tuple(reviews), tuple(pairs), tuple(number_pairs(drafts, reviews)))


def likenesses(drafts: Sequence[Claim], reviews: Sequence[Claim]) -> Iterator[tuple[tuple[int, int], float]]:
    """The token F1 of each pair whose quotes overlap."""
    said = [tokens(claim.claim) for claim in reviews]
    for one, draft in enumerate(drafts):
        words = tokens(draft.claim)
        for other, review in enumerate(reviews):
            if draft.start < review.end and review.start < draft.end:
                yield (one, other), token_f1(words, said[other])


def kappa(values: Sequence[tuple[Hashable, Hashable]]) -> float:
    """Cohen's κ of two annotators' codes: agreement beyond that of chance, 1 where it is whole."""
    if not values:
        return nan
    seen = mean(float(one == other) for one, other in values)
    ones, others = Counter(one for one, _ in values), Counter(other for _, other in values)
    chance = sum(ones[code] * others[code] for code in ones) / len(values) ** 2
    return 1.0 if chance == 1 else (seen - chance) / (1 - chance)


def jaccard(one: set[str], other: set[str]) -> float:
    """The share of all members that both have; 1 where there are none."""
    return len(one & other) / len(one | other) if one | other else 1.0


def number_pairs(drafts: Iterable[Claim], reviews: Iterable[Claim]) -> Iterator[tuple[Quantity, Quantity]]:
    """The numeric values that both have, each with its like."""
    ones, others = by_number(drafts), by_number(reviews)
    return (pair for number, found in ones.items() for pair in zip(found, others[number], strict=False))


def by_number(claims: Iterable[Claim]) -> defaultdict[Any, list[Quantity]]:
    """The numeric values that are the same (kind, ends, currency), each in the order of the text."""
    found: defaultdict[Any, list[Quantity]] = defaultdict(list)
    for q in sorted((quantity for claim in claims for quantity in claim.quantities), key=lambda q: q.start):
        found[q.kind, q.low, q.high, q.unit if q.kind in ("money", "percent") else None].append(q)
    return found


def mean(values: Iterable[float]) -> float:
    """The mean, or nan of nothing."""
    found = list(values)
    return sum(found) / len(found) if found else nan


def shown(value: float) -> str:
    """A figure with three decimals, or a dash where there is none."""
    return "–" if value != value else f"{value:.3f}"
